/** The pages around a profile: its history for everybody; what those who keep it do, for them alone. */
import type { TextKey } from "shared/i18n/text.ts";
import { For } from "solid-js";
import { usePage } from "../frame.ts";

interface OwnLinksProps {
  organisation: { region: string; slug: string };
  /** Null for who does not keep it. */
  own: { isDark: boolean } | null;
}

export function OwnLinks(props: OwnLinksProps) {
  const page = usePage();
  const path = `${props.organisation.region}/organisations/${props.organisation.slug}`;
  const own: { at: string; text: TextKey }[] = [
    { at: "edit", text: "edit.edit" },
    { at: "members", text: "members.name" },
    { at: "corrections", text: "desk.corrections" },
    { at: "dark", text: props.own?.isDark ? "dark.back" : "dark.link" },
  ];
  const history = { at: "history", text: "edit.history" } as const;
  return (
    <ul class="row">
      <For each={props.own ? [...own, history] : [history]}>
        {({ at, text }) => (
          <li>
            <a
              href={page.link(`${path}/${at}`)}
              rel="nofollow"
              aria-current={page.path === `${path}/${at}` ? "page" : undefined}
            >
              {page.t(text)}
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}
