/** A region's desk: everything that waits for this person, first what somebody waits to be answered. */
import type { DeskKind, Taking } from "shared/desk/rules.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { ButtonForm } from "../components/forms.tsx";
import { Empty, NextPage } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { DeskFilter } from "./DeskFilter.tsx";
import { DeskNav } from "./DeskNav.tsx";
import { Things } from "./Things.tsx";

/** One thing that waits, in the reader's words. */
export interface WaitingThing {
  kind: DeskKind;
  /** As "correction/12". */
  id: string;
  /** Somebody waits to be answered. */
  answers: boolean;
  /** May be set aside. */
  aside: boolean;
  /** Below the region. */
  path: string;
  name: string;
  about: string | null;
  note: string | null;
  since: string;
  age: string;
  takenBy: { handle: string; mine: boolean } | null;
}

export interface DeskFilters {
  kind: readonly DeskKind[];
  taken: Taking | null;
  olderThan: number | null;
}

/** What was published, or will be. */
export interface BesideEntry {
  title: string;
  path: string;
  on: string;
}

export interface DeskProps {
  counts: { kind: DeskKind; count: number; oldest: string }[];
  list: List<WaitingThing>;
  filters: DeskFilters;
  /** Tokens of its forms. */
  hidden: Record<string, string>;
  /** This page, with its filters. */
  action: string;
  weekly: boolean;
  /** Null: not this person's. */
  entries: { scheduled: BesideEntry[]; published: BesideEntry[] } | null;
}

export function DeskPage(props: DeskProps) {
  const page = usePage();
  const { list, filters } = props;
  const desk = `${page.region?.slug}/desk`;
  const isFiltered = filters.kind.length > 0 || filters.taken !== null || filters.olderThan !== null;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <Show when={props.counts.length > 0}>
        <DeskFilter counts={props.counts} filters={filters} />
      </Show>
      <Show
        when={list.items.length > 0}
        fallback={<Empty>{page.t(isFiltered ? "desk.noneOfThese" : "desk.allDone")}</Empty>}
      >
        <Things {...props} />
      </Show>
      <NextPage
        href={
          list.next &&
          page.link(desk, {
            kind: filters.kind,
            taken: filters.taken,
            olderThan: filters.olderThan,
            after: list.next,
          })
        }
      />
      <Show when={props.entries}>
        {(entries) => (
          <>
            <Entries title={page.t("desk.scheduled")} entries={entries().scheduled} />
            <Entries title={page.t("desk.published")} entries={entries().published} />
          </>
        )}
      </Show>
      <h2>{page.t("desk.letter.title")}</h2>
      <p>{page.t(props.weekly ? "desk.letter.on" : "desk.letter.off")}</p>
      <ButtonForm
        form={props}
        action={page.link(`${desk}/letter`)}
        label={page.t(props.weekly ? "desk.letter.stop" : "desk.letter.start")}
        values={{ weekly: props.weekly ? "off" : "on" }}
        plain
      />
    </>
  );
}

function Entries(props: { title: string; entries: BesideEntry[] }) {
  const page = usePage();
  return (
    <Show when={props.entries.length > 0}>
      <h2>{props.title}</h2>
      <ul>
        <For each={props.entries}>
          {({ title, path, on }) => (
            <li>
              <a href={page.link(path)}>
                <bdi>{title}</bdi>
              </a>{" "}
              <span class="muted">{on}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
