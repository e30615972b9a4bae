/** The history of a profile: what changed, field by field, by whom and when, and the way back for those who keep it. */
import type { Specialization } from "shared/organisations/contract.ts";
import type { HistoryEntry, NotedRead } from "shared/organisations/history.ts";
import { For, Show } from "solid-js";
import { SourceLink } from "../components/facts.tsx";
import { ButtonForm } from "../components/forms.tsx";
import { Empty } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { type NamedOrganisation, ProfileTrail } from "../members/ProfileTrail.tsx";
import { FieldValue, fieldName } from "./fieldWords.tsx";
import { OwnLinks } from "./OwnLinks.tsx";

export interface ProfileHistoryProps {
  organisation: NamedOrganisation & { dark: boolean };
  entries: HistoryEntry[];
  next: number | null;
  reads: NotedRead[];
  specializations: readonly Specialization[];
  /** For those who keep the profile. */
  restore: { csrf: string } | null;
}

export function ProfileHistoryPage(props: ProfileHistoryProps) {
  const page = usePage();
  const path = `${props.organisation.region}/organisations/${props.organisation.slug}/history`;
  return (
    <>
      <ProfileTrail organisation={props.organisation} />
      <h1>
        {page.t("facts.labelled", { label: page.t("edit.history") })} <bdi>{props.organisation.name}</bdi>
      </h1>
      <Show when={props.restore}>
        <OwnLinks organisation={props.organisation} own={{ isDark: props.organisation.dark }} />
      </Show>
      <p class="lead">{page.t("history.lead")}</p>
      <Show when={props.entries.length > 0} fallback={<Empty>{page.t("history.none")}</Empty>}>
        <ol class="plain">
          <For each={props.entries}>{(entry) => <Entry {...props} entry={entry} path={path} />}</For>
        </ol>
      </Show>
      <Show when={props.next}>
        {(before) => (
          <p class="next">
            <a class="button" rel="next" href={page.link(path, { before: before() })}>
              {page.t("history.older")}
            </a>
          </p>
        )}
      </Show>
      <Show when={props.reads.length > 0}>
        <h2>{page.t("history.reads")}</h2>
        <ul>
          <For each={props.reads}>
            {({ at, handle }) => (
              <li>
                {page.t("history.read", {
                  handle: handle ?? page.t("history.someone"),
                  date: momentText(page, at),
                })}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

function momentText(page: Page, at: string): string {
  return new Intl.DateTimeFormat(page.locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
    ...(page.language === "en" ? { hour12: false } : {}),
  }).format(new Date(at));
}

function whoText(page: Page, { who }: HistoryEntry): string {
  const side = page.t(`history.by.${who.side}`);
  if (who.isRemoved) return page.t("history.removed", { side });
  return who.handle === null ? side : page.t("history.person", { side, handle: who.handle });
}

function Entry(props: ProfileHistoryProps & { entry: HistoryEntry; path: string }) {
  const page = usePage();
  const { entry, specializations } = props;
  return (
    <li>
      <h2>
        <time datetime={entry.at}>{momentText(page, entry.at)}</time> <span class="muted">UTC</span>
      </h2>
      <p>
        {whoText(page, entry)}
        <Show when={props.restore && entry.isPrivate}>
          {" "}
          <span class="muted">{page.t("history.private")}</span>
        </Show>
        <Show when={entry.credit}>
          {(name) => <span class="muted"> {page.t("history.credit", { name: name() })}</span>}
        </Show>
      </p>
      <Show when={entry.source}>
        {(source) => (
          <p class="source">
            {page.t("facts.labelled", { label: page.t("facts.source") })} <SourceLink source={source()} />
          </p>
        )}
      </Show>
      <For each={entry.changes}>
        {({ field, before, after }) => (
          <>
            <h3>{fieldName(page, field)}</h3>
            <dl class="facts">
              <dt>{page.t("history.before")}</dt>
              <dd>
                <FieldValue field={field} value={before} specializations={specializations} />
              </dd>
              <dt>{page.t("history.after")}</dt>
              <dd>
                <FieldValue field={field} value={after} specializations={specializations} />
              </dd>
            </dl>
          </>
        )}
      </For>
      <Show when={props.restore}>
        {(restore) => (
          <ButtonForm
            form={{ hidden: { csrf: restore().csrf } }}
            action={page.link(props.path)}
            values={{ revision: String(entry.id) }}
            label={page.t("history.restore")}
          />
        )}
      </Show>
    </li>
  );
}
