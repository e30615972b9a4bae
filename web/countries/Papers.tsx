/** The papers of a country: documents of a review, parallel reports of civil society, commitments. */

import { factAddress } from "shared/corrections/address.ts";
import type {
  Commitment,
  Country,
  ParallelReport,
  Review,
  ReviewDocument,
} from "shared/countries/contract.ts";
import { parallelReportsOf } from "shared/countries/reports.ts";
import { For, Show } from "solid-js";
import {
  ExternalLink,
  hostOf,
  LanguageName,
  Original,
  PartialDate,
  Source,
  SourceLink,
  sizeText,
} from "../components/facts.tsx";
import { Wrong } from "../corrections/Wrong.tsx";
import { usePage } from "../frame.ts";

/** Parallel reports stand in a list of their own. */
export function ReviewDocuments(props: { review: Review; path: string }) {
  const page = usePage();
  const official = () => props.review.documents.filter(({ kind }) => kind !== "parallel-report");
  return (
    <>
      <Show when={official().length > 0} fallback={`${page.t("country.noDocuments")} `}>
        <ul class="papers">
          <For each={official()}>
            {(document) => (
              <Document
                document={document}
                path={props.path}
                fact={factAddress({ kind: "review-document", cycle: props.review.cycle, document })}
              />
            )}
          </For>
        </ul>
      </Show>
      <a
        class="wrong"
        href={page.link(`${props.path}/correct`, { fact: `review.${props.review.cycle}.documents` })}
      >
        {page.t("corrections.missing")}
      </a>
    </>
  );
}

function Document(props: { document: ReviewDocument; path: string; fact: string }) {
  const page = usePage();
  const { kind, title, url, language, publishedOn, size } = props.document;
  return (
    <li>
      <ExternalLink href={url} language={language}>
        <Original language="en">{title}</Original>
      </ExternalLink>{" "}
      <small>
        {page.t(`country.kind.${kind}`)}
        <Show when={language}>
          {(tag) => (
            <>
              {" · "}
              <LanguageName tag={tag()} />
            </>
          )}
        </Show>
        <Show when={publishedOn}>
          {(on) => (
            <>
              {" · "}
              <PartialDate on={on()} />
            </>
          )}
        </Show>
        <Show when={size}>{(bytes) => ` · ${sizeText(page, bytes())}`}</Show>
        {" · "}
        <bdi>{hostOf(url)}</bdi>
      </small>{" "}
      <Wrong path={props.path} query={{ fact: props.fact }} fact={page.t(`country.kind.${kind}`)} />
    </li>
  );
}

export function ParallelReports(props: { country: Country }) {
  const page = usePage();
  const reports = parallelReportsOf(props.country);
  return (
    <section>
      <h2>{page.t("country.reports")}</h2>
      <Show when={reports.length > 0} fallback={<p>{page.t("country.noReports")}</p>}>
        <ul class="papers">
          <For each={reports}>{(report) => <Report report={report} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function Report(props: { report: ParallelReport }) {
  const page = usePage();
  const { title, authors, cycle, year, url, source } = props.report;
  const titled = () => <Original language="en">{title}</Original>;
  return (
    <li>
      <ExternalLink href={url ?? ""}>{titled()}</ExternalLink>{" "}
      <small>
        <For each={authors}>
          {(author) => (
            <>
              <bdi>{author}</bdi>
              {" · "}
            </>
          )}
        </For>
        <Show when={cycle === 1 || cycle === 2}>
          {page.t(cycle === 1 ? "countries.view.cycle-1" : "countries.view.cycle-2")}
          {" · "}
        </Show>
        <Show when={year}>
          {(on) => (
            <>
              <PartialDate on={on()} />
              {" · "}
            </>
          )}
        </Show>
        <SourceLink source={source} />
      </small>
    </li>
  );
}

export function Commitments(props: { country: Country }) {
  const page = usePage();
  return (
    <section>
      <h2>{page.t("country.commitments")}</h2>
      <Show when={props.country.commitments.length > 0} fallback={<p>{page.t("country.noCommitments")}</p>}>
        <ul class="papers side-by-side">
          <For each={props.country.commitments}>{(commitment) => <Pledged commitment={commitment} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function Pledged(props: { commitment: Commitment }) {
  const page = usePage();
  const { commitment } = props;
  return (
    <li id={commitment.slug}>
      <ExternalLink href={commitment.url}>
        <Original language="en">{commitment.title}</Original>
      </ExternalLink>{" "}
      <small>
        <Show when={commitment.pledgedOn} fallback={page.t("country.undated")}>
          {(on) => <PartialDate on={on()} />}
        </Show>
        <Show when={commitment.forum !== "other"}>{` · ${page.t(`country.forum.${commitment.forum}`)}`}</Show>
      </small>
      <p>
        <Original language="en">{commitment.summary}</Original>
      </p>
      <Source {...commitment} />
    </li>
  );
}
