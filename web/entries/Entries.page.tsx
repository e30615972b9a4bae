/** What is written for a region, and what is public: one kind of it. */
import type { EntryKind, EntryState } from "shared/entries/rules.ts";
import { For, Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Breadcrumbs, Empty, NextPage } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { momentText } from "./fieldWords.tsx";

export interface EntryLine {
  id: number;
  state: EntryState;
  title: string;
  publishAt: string | null;
  hasProblem: boolean;
  proposer: string | null;
  changedAt: string;
}

export interface RecordItem {
  slug: string;
  title: string;
  language: string;
  on: string | null;
  /** Of a change that is being written. */
  entryId: number | null;
}

export interface EntriesProps {
  kind: EntryKind;
  entries: EntryLine[];
  moreEntries: string | null;
  records: RecordItem[];
  moreRecords: string | null;
  q: string;
}

export function EntriesPage(props: EntriesProps) {
  const page = usePage();
  const { kind } = props;
  const desk = `${page.region?.slug}/desk`;
  const path = `${desk}/${kind}`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(desk), text: page.t("desk.name") }]} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("entries.lead")}</p>
      <p>
        <a class="button" href={page.link(`${path}/new`)}>
          {page.t("entries.new")}
        </a>{" "}
        <Show when={kind === "events"}>
          <a href={page.link(`${path}/import`)}>{page.t("eventImport.link")}</a>
        </Show>
      </p>
      <h2>{page.t("entries.open")}</h2>
      <Show when={props.entries.length > 0} fallback={<Empty>{page.t("entries.openNone")}</Empty>}>
        <ul class="plain">
          <For each={props.entries}>
            {(entry) => (
              <li>
                <a href={page.link(`${path}/drafts/${entry.id}`)}>
                  <bdi>{entry.title === "" ? page.t("entries.untitled") : entry.title}</bdi>
                </a>{" "}
                <span class="tag">{page.t(`entries.state.${entry.state}`)}</span>{" "}
                <span class="muted">
                  {entry.publishAt
                    ? page.t("entries.scheduledFor", { moment: momentText(page, entry.publishAt) })
                    : momentText(page, entry.changedAt)}{" "}
                  {entry.proposer ? page.t("entries.proposedBy", { handle: entry.proposer }) : ""}
                </span>
                <Show when={entry.hasProblem}>
                  <p class="problem">{page.t("entries.problem.waits.other")}</p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NextPage href={props.moreEntries && page.link(path, { drafts: props.moreEntries })} />
      <h2>{page.t("entries.public")}</h2>
      <form class="search" method="get" action={page.link(path)} role="search" aria-label={page.title}>
        <label for="desk-q">{page.t("entries.search")}</label>
        <input id="desk-q" name="q" type="search" value={props.q} dir="auto" />
        <button type="submit">{page.t("entries.find")}</button>
      </form>
      <Show when={props.records.length > 0} fallback={<Empty>{page.t("entries.publicNone")}</Empty>}>
        <ul class="plain">
          <For each={props.records}>
            {(record) => (
              <li>
                <a href={page.link(`${path}/${record.slug}`)}>
                  <Original language={record.language}>{record.title}</Original>
                </a>{" "}
                <span class="muted">{record.on ?? ""}</span>{" "}
                <Show when={record.entryId}>
                  {(id) => <a href={page.link(`${path}/drafts/${id()}`)}>{page.t("entries.changing")}</a>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NextPage
        href={props.moreRecords && page.link(path, { q: props.q || undefined, after: props.moreRecords })}
      />
    </>
  );
}
