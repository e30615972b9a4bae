/** Before the same source is told twice: what the region says of it already. */
import type { EntryKind } from "shared/entries/rules.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

export interface AlikeLine {
  entryId: number | null;
  slug: string | null;
  title: string;
}

export function AlreadyHere(props: { kind: EntryKind; alike: readonly AlikeLine[] }) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk/${props.kind}`;
  return (
    <Show when={props.alike.length > 0}>
      <div class="notice" role="status">
        <p>{page.t("writing.already")}</p>
        <ul>
          <For each={props.alike}>
            {({ entryId, slug, title }) => (
              <li>
                <a href={page.link(entryId === null ? `${desk}/${slug}` : `${desk}/drafts/${entryId}`)}>
                  <bdi>{title === "" ? page.t("entries.untitled") : title}</bdi>
                </a>{" "}
                <span class="tag">{page.t(entryId === null ? "entries.public" : "entries.open")}</span>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
