/** One country: its place in the Convention, the timeline of each review, its documents, who works there, what happens there. */

import type { Country, Review, ReviewCycle } from "shared/countries/contract.ts";
import type { CountryCso, CsoCity } from "shared/countries/csos.ts";
import { lineOf, nameIn } from "shared/countries/overview.ts";
import { isReviewed, isUnrecorded } from "shared/countries/rules.ts";
import type { Event } from "shared/events/contract.ts";
import type { Article } from "shared/news/contract.ts";
import { For, Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { FollowLink } from "../follows/FollowLink.tsx";
import { type Page, usePage } from "../frame.ts";
import { type ShownWatch, WatchButton } from "../watches/WatchButton.tsx";
import { Around } from "./Around.tsx";
import { CountryFacts } from "./CountryFacts.tsx";
import { CountryPlace } from "./CountryPlace.tsx";
import { Commitments, ParallelReports } from "./Papers.tsx";
import { ReviewSection } from "./ReviewSection.tsx";
import { countryPath, statusAsOf, subjectOf } from "./words.ts";

export interface CycleOfCountry {
  cycle: ReviewCycle;
  review: Review | null;
}

export interface CountryProps {
  country: Country;
  cycles: CycleOfCountry[];
  /** The regions of those reviewers that have a page here. */
  reviewerRegions: Record<string, string>;
  cities: CsoCity[];
  csos: CountryCso[];
  news: Article[];
  upcoming: Event[];
  past: Event[];
  /** How closely whoever is signed in watches it on the board. */
  watch: ShownWatch | null;
}

export function CountryPage(props: CountryProps) {
  const page = usePage();
  const { country } = props;
  const name = nameIn(page.language, country);
  const path = countryPath(country.region, country.iso2);
  const trail = [
    ...(page.region ? [{ href: page.link(country.region), text: page.regionName(page.region) }] : []),
    { href: page.link(`${country.region}/countries`), text: page.t("frame.room.countries") },
  ];
  return (
    <article class="country">
      <Breadcrumbs trail={trail} />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <Show when={isReviewed(country)}>
        <p class="lead">{standing(page, country)}</p>
      </Show>
      <div class="split">
        <div>
          <Show when={!isReviewed(country) && country.reviews.length === 0}>
            <p class="notice">
              {page.t(isUnrecorded(country) ? "country.unrecorded" : "country.notReviewed")}
            </p>
          </Show>
          <CountryFacts country={country} />
          <Show when={country.note}>
            {(note) => (
              <p>
                <Original language="en">{note()}</Original>
              </p>
            )}
          </Show>
        </div>
        <CountryPlace country={country} name={name} cities={props.cities} />
      </div>
      <Show when={isReviewed(country) || isUnrecorded(country) || country.reviews.length > 0}>
        <h2>{page.t("country.reviews")}</h2>
        <For each={props.cycles}>
          {(row) => <ReviewSection {...row} path={path} reviewerRegions={props.reviewerRegions} />}
        </For>
      </Show>
      <ParallelReports country={country} />
      <Commitments country={country} />
      <Around {...props} name={name} />
      <p class="more">
        <a href={page.link(`${countryPath(country.region, country.iso2)}/history`)}>
          {page.t("countryLog.link")}
        </a>
      </p>
      <FollowLink region={country.region} country={country.iso2} />
      <Show when={props.watch}>{(watch) => <WatchButton watch={watch()} />}</Show>
      <p class="printed">
        {page.t("country.printedFrom", {
          address: `${page.origin}${page.linkIn(page.language, countryPath(country.region, country.iso2))}`,
        })}
      </p>
    </article>
  );
}

/** Where the country stands in the cycle that is under way, in one line. */
function standing(page: Page, country: Country): string {
  const line = lineOf(country, "cycle-2", page.language);
  return page.t("country.standing", {
    subject: page.t(subjectOf("cycle-2")),
    status: statusAsOf(page, line.review, line.asOf),
  });
}
