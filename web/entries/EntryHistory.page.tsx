/** What was changed of a public record, field by field, by whom; and the way back. */
import type { EntryKind } from "shared/entries/rules.ts";
import { For, Show } from "solid-js";
import { SourceLink } from "../components/facts.tsx";
import { ButtonForm } from "../components/forms.tsx";
import { Breadcrumbs, Empty, NextPage } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { EntryValue, fieldLabel, momentText } from "./fieldWords.tsx";

export interface EntryRevision {
  id: number;
  at: string;
  /** A handle; null: the platform; "": a person who was removed. */
  by: string | null;
  source: string | null;
  changes: { field: string; before: unknown; after: unknown }[];
  /** There is something before it to go back to. */
  canRestore: boolean;
}

export interface EntryHistoryProps {
  kind: EntryKind;
  slug: string;
  version: number;
  revisions: EntryRevision[];
  next: number | null;
  csrf: string;
}

export function EntryHistoryPage(props: EntryHistoryProps) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk/${props.kind}`;
  const path = `${desk}/${props.slug}/history`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(desk), text: page.t(`entries.kind.${props.kind}`) }]} />
      <h1>
        <bdi>{page.title}</bdi>
      </h1>
      <DeskNav />
      <p class="lead">{page.t("entries.historyLead")}</p>
      <Show when={props.revisions.length > 0} fallback={<Empty>{page.t("entries.historyNone")}</Empty>}>
        <ol class="plain">
          <For each={props.revisions}>
            {(revision) => (
              <li>
                <h2>
                  <time datetime={revision.at}>{momentText(page, revision.at)}</time>{" "}
                  <span class="muted">UTC</span>
                </h2>
                <p>
                  {revision.by === null
                    ? page.t("entries.platform")
                    : revision.by === ""
                      ? page.t("entries.removedPerson")
                      : revision.by}
                </p>
                <Show when={revision.source}>{(source) => <SourceLink source={source()} />}</Show>
                <For each={revision.changes}>
                  {(change) => (
                    <>
                      <h3>{fieldLabel(page, change.field)}</h3>
                      <dl class="facts">
                        <dt>{page.t("entries.before")}</dt>
                        <dd>
                          <EntryValue field={change.field} value={change.before} />
                        </dd>
                        <dt>{page.t("entries.after")}</dt>
                        <dd>
                          <EntryValue field={change.field} value={change.after} />
                        </dd>
                      </dl>
                    </>
                  )}
                </For>
                <Show when={revision.canRestore}>
                  <ButtonForm
                    form={{ hidden: { csrf: props.csrf } }}
                    action={page.link(path)}
                    values={{ revision: String(revision.id), version: String(props.version) }}
                    label={page.t("entries.restore")}
                    plain
                  />
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <NextPage href={props.next === null ? null : page.link(path, { before: props.next })} />
    </>
  );
}
