/** One review cycle of a country: what is reviewed, how far it is, by whom, with whom, and its documents. */

import { facts } from "shared/corrections/facts.ts";
import type { Review, ReviewCycle } from "shared/countries/contract.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { formatDateSpan, formatPartialDate } from "shared/time.ts";
import { For, type JSX, Show } from "solid-js";
import { CountryName, Original, Source, Unknown } from "../components/facts.tsx";
import { Wrong, WrongOnes } from "../corrections/Wrong.tsx";
import { type Page, usePage } from "../frame.ts";
import { ReviewDocuments } from "./Papers.tsx";
import { ReviewTimeline } from "./ReviewTimeline.tsx";
import { countryPath } from "./words.ts";

interface ReviewSectionProps {
  /** Of the country's page. */
  path: string;
  cycle: ReviewCycle;
  review: Review | null;
  reviewerRegions: Record<string, string>;
}

const names: Record<string, TextKey> = {
  "cycle-1": "countries.view.cycle-1",
  "cycle-2": "countries.view.cycle-2",
  "second-phase": "country.cycle.second-phase",
};

const chapters: Record<string, TextKey> = {
  II: "country.chapter.II",
  III: "country.chapter.III",
  IV: "country.chapter.IV",
  V: "country.chapter.V",
};

/** "2010–2015 · chapters III (…) and IV (…)". */
function scopeOf(page: Page, cycle: ReviewCycle): string {
  const period =
    cycle.endsIn === null
      ? page.t("country.from", { year: cycle.startsIn })
      : formatDateSpan(cycle.startsIn, cycle.endsIn, page.locale);
  if (cycle.chapters.length === 0) return period;
  const list = new Intl.ListFormat(page.locale).format(
    cycle.chapters.map((chapter) => {
      const text = chapters[chapter];
      return text ? page.t(text) : chapter;
    }),
  );
  return `${period} · ${page.t("country.chapters", { count: cycle.chapters.length, chapters: list })}`;
}

export function ReviewSection(props: ReviewSectionProps) {
  const page = usePage();
  const name = names[props.cycle.slug];
  return (
    <section class="cycle">
      <h3>
        {name ? page.t(name) : props.cycle.slug}{" "}
        <Show when={props.review}>{(review) => <Status review={review()} />}</Show>
      </h3>
      <p class="muted">
        {scopeOf(page, props.cycle)}
        <Show when={props.cycle.cycle}>
          {(cycle) => (
            <>
              {" "}
              <Wrong
                path={props.path}
                query={{ fact: `review.${cycle()}.status` }}
                fact={page.t("country.status")}
              />
            </>
          )}
        </Show>
      </p>
      <Show when={props.review} fallback={<p>{absence(page, props.cycle)}</p>}>
        {(review) => <Recorded review={review()} path={props.path} reviewerRegions={props.reviewerRegions} />}
      </Show>
    </section>
  );
}

function absence(page: Page, { startsIn }: ReviewCycle): string {
  const ahead = startsIn > page.today.slice(0, 4);
  return ahead ? page.t("country.ahead", { year: startsIn }) : page.t("country.notRecorded");
}

function Status(props: { review: Review }) {
  const page = usePage();
  const { status, asOf } = props.review;
  return (
    <span class={`status status-${status}`}>
      {page.t(`countries.status.${status}`)}{" "}
      <small>
        <Show when={asOf} fallback={page.t("country.undated")}>
          {(on) => (
            <time datetime={on()}>
              {page.t("country.asOf", { date: formatPartialDate(on(), page.locale) })}
            </time>
          )}
        </Show>
      </small>
    </span>
  );
}

/** The dates that the timeline shows. */
const DATED = ["startedIn", "scheduledYear", "phase", "visitHeld", "visitWhen"];

function Recorded(props: { review: Review; path: string; reviewerRegions: Record<string, string> }) {
  const page = usePage();
  const { review, path } = props;
  const query = (field: string) => ({ fact: `review.${review.cycle}.${field}` });
  const dated = facts.review
    .filter(({ field }) => DATED.includes(field))
    .map(({ field, label }) => ({ label, query: query(field) }));
  const wrong = (field: string, label: TextKey) => (
    <>
      {" "}
      <Wrong path={path} query={query(field)} fact={page.t(label)} />
    </>
  );
  return (
    <>
      <ReviewTimeline review={review} />
      <WrongOnes path={path} facts={dated} />
      <dl class="facts">
        <dt>{page.t("country.reviewers")}</dt>
        <dd>
          <Reviewers codes={review.reviewers} regions={props.reviewerRegions} />
          {wrong("reviewers", "country.reviewers")}
        </dd>
        <dt>{page.t("country.focalPoint")}</dt>
        <dd>
          <English text={review.focalPointInstitution} />
          {wrong("focalPointInstitution", "country.focalPoint")}
        </dd>
        <dt>{page.t("country.civilSociety")}</dt>
        <dd>
          <CivilSociety review={review} />
          {wrong("civilSocietyInvolved", "country.civilSociety")}
        </dd>
        <Show when={review.note}>
          <dt>{page.t("country.note")}</dt>
          <dd>
            <English text={review.note} />
            {wrong("note", "country.note")}
          </dd>
        </Show>
        <dt>{page.t("country.documents")}</dt>
        <dd>
          <ReviewDocuments review={review} path={path} />
        </dd>
      </dl>
      <Source {...review} />
    </>
  );
}

/** The records' own words are English. */
function English(props: { text: string | null }) {
  return (
    <Show when={props.text} fallback={<Unknown />}>
      {(text) => <Original language="en">{text()}</Original>}
    </Show>
  );
}

function CivilSociety(props: { review: Review }): JSX.Element {
  const page = usePage();
  const { civilSocietyInvolved: involved, civilSocietyNote: note } = props.review;
  return (
    <>
      <Show when={involved !== null} fallback={note === null && <Unknown />}>
        {page.t(involved ? "country.involved" : "country.notInvolved")}
      </Show>
      <Show when={note}>
        {(text) => (
          <>
            {involved === null ? "" : ". "}
            <Original language="en">{text()}</Original>
          </>
        )}
      </Show>
    </>
  );
}

function Reviewers(props: { codes: string[]; regions: Record<string, string> }) {
  const page = usePage();
  return (
    <Show when={props.codes.length > 0} fallback={<Unknown />}>
      <For each={props.codes}>
        {(iso2, index) => (
          <>
            {index() > 0 ? " · " : ""}
            <Show when={props.regions[iso2]} fallback={<CountryName iso2={iso2} />}>
              {(region) => (
                <a href={page.link(countryPath(region(), iso2))}>
                  <CountryName iso2={iso2} />
                </a>
              )}
            </Show>
          </>
        )}
      </For>
    </Show>
  );
}
