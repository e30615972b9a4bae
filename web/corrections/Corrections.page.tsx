/** The corrections that wait for an answer: the fact now, what it should be, the source; the oldest first. */
import type { Words } from "shared/corrections/words.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { Original, PartialDate, SourceLink } from "../components/facts.tsx";
import { Breadcrumbs, Empty, NextPage, totalText } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { TakenBy, type Takers } from "../desk/TakenBy.tsx";
import { usePage } from "../frame.ts";
import { Said } from "./FactField.tsx";

/** A correction in the reader's words. */
export interface CorrectionLine {
  id: number;
  /** Of the country or the CSO, and its page. */
  name: string;
  path: string;
  /** The review. */
  record: string | null;
  /** Of the document. */
  title: string | null;
  label: TextKey;
  /** What it said when the correction was written, and what it says today. */
  said: Words;
  now: Words;
  isChanged: boolean;
  isGone: boolean;
  proposed: Words;
  source: string;
  note: string | null;
  noteLanguage: string;
  credit: string | null;
  wantsAnswer: boolean;
  on: string;
  /** For so many it has been waiting. */
  days: number;
  status: "waiting" | "accepted" | "declined";
  reason: string | null;
}

export interface CorrectionsProps {
  list: List<CorrectionLine>;
  /** Of this page. */
  path: string;
  /** The profile that it belongs to; null: the region's desk. */
  back: { path: string; name: string } | null;
  takers: Takers;
}

export function CorrectionsPage(props: CorrectionsProps) {
  const page = usePage();
  const { list, back } = props;
  return (
    <>
      <Show when={back}>
        {(to) => <Breadcrumbs trail={[{ href: page.link(to().path), text: to().name }]} />}
      </Show>
      <h1>{page.title}</h1>
      <Show when={!back}>
        <DeskNav />
      </Show>
      <p class="lead">{page.t("corrections.queue.lead")}</p>
      <Show when={list.items.length > 0} fallback={<Empty>{page.t("corrections.queue.none")}</Empty>}>
        <p>{totalText(page, "corrections.queue.count", list)}</p>
        <ul class="plain">
          <For each={list.items}>
            {(line) => (
              <li>
                <h2>
                  <a href={page.link(`${props.path}/${line.id}`)}>
                    <bdi>{line.name}</bdi>
                    {": "}
                    {page.t(line.label)}
                  </a>
                </h2>
                <CorrectionFacts line={line} takers={props.takers} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NextPage href={list.next && page.link(props.path, { after: list.next })} />
    </>
  );
}

export function CorrectionFacts(props: { line: CorrectionLine; takers?: Takers }) {
  const page = usePage();
  const { line } = props;
  return (
    <>
      <p class="muted">
        <Show when={line.record}>
          {line.record}
          {" · "}
        </Show>
        <Show when={line.title}>
          {(title) => (
            <>
              <bdi>{title()}</bdi>
              {" · "}
            </>
          )}
        </Show>
        <PartialDate on={line.on} />
        <Show when={line.days > 0}> · {page.t("corrections.queue.days", { count: line.days })}</Show>
        <TakenBy takers={props.takers ?? {}} id={`correction/${line.id}`} />
      </p>
      <Show when={line.isChanged}>
        <p class="notice">
          {page.t("corrections.queue.changed")} <Said words={line.said} />
        </p>
      </Show>
      <Show when={line.isGone}>
        <p class="notice">{page.t("corrections.queue.gone")}</p>
      </Show>
      <dl class="facts">
        <dt>{page.t("corrections.now")}</dt>
        <dd>
          <Said words={line.now} />
        </dd>
        <dt>{page.t("corrections.proposed")}</dt>
        <dd>
          <strong>
            <Said words={line.proposed} />
          </strong>
        </dd>
        <dt>{page.t("facts.source")}</dt>
        <dd>
          <bdi>
            <SourceLink source={line.source} />
          </bdi>
        </dd>
        <Show when={line.note}>
          {(note) => (
            <>
              <dt>{page.t("corrections.noteGiven")}</dt>
              <dd>
                <Original language={line.noteLanguage}>
                  <bdi>{note()}</bdi>
                </Original>
              </dd>
            </>
          )}
        </Show>
        <Show when={line.credit}>
          {(credit) => (
            <>
              <dt>{page.t("corrections.creditGiven")}</dt>
              <dd>
                <bdi>{credit()}</bdi>
              </dd>
            </>
          )}
        </Show>
      </dl>
    </>
  );
}
