/** Imports countries, their reviews with documents, and parallel reports. */
import { iso2OfName } from "shared/regions/names.ts";
import { countries, parallelReports, reviewDocuments, reviews } from "../countries/tables.ts";
import { languagesOf } from "../regions/queries.ts";
import { countryDocument } from "../search/documents.ts";
import type { Importer } from "./importer.ts";
import type { CountrySeed, ReviewSeed } from "./records.ts";
import { dayText, known } from "./values.ts";

const tables = {
  country: { kind: "country", table: countries, key: countries.iso2 },
  review: { kind: "review", table: reviews, key: reviews.id },
  document: { kind: "review-document", table: reviewDocuments, key: reviewDocuments.id },
  parallelReport: { kind: "parallel-report", table: parallelReports, key: parallelReports.id },
};

export async function importCountry(importer: Importer, country: CountrySeed): Promise<void> {
  const values = countryValues(country);
  const around = await languagesOf(importer.tx, country.region);
  const focalPoints = country.reviews.map((review) => review.focalPointInstitution);
  await importer.keepIndexed(
    tables.country,
    { key: country.iso2, values },
    () => countryDocument({ ...values, focalPoints, around }),
    async () => {
      for (const review of country.reviews) await importReview(importer, country.iso2, review);
      await importParallelReports(importer, country);
    },
  );
}

async function importParallelReports(
  importer: Importer,
  { iso2, parallelReports }: CountrySeed,
): Promise<void> {
  for (const [position, report] of parallelReports.entries()) {
    const values = { ...report, iso2, position, year: dayText(report.year) };
    await importer.keep(tables.parallelReport, { key: `${iso2}/${position}`, values });
  }
}

function countryValues(country: CountrySeed) {
  const { uncac, transparencyPledge: pledge, capital } = country;
  return {
    iso2: country.iso2,
    iso3: country.iso3,
    name: country.name,
    region: country.region,
    capitalName: capital.name,
    capitalLat: capital.lat,
    capitalLon: capital.lon,
    languages: country.languages,
    uncacStatus: uncac.status,
    signedOn: dayText(uncac.signedOn),
    ratifiedOn: dayText(uncac.ratifiedOn),
    ratificationAct: uncac.ratificationAct,
    uncacSource: uncac.source,
    uncacMoreSources: uncac.moreSources ?? [],
    uncacAsOf: dayText(uncac.asOf),
    uncacVerified: uncac.verified ?? country.verified,
    pledgeSigned: pledge.signed,
    pledgeSignedOn: dayText(pledge.signedOn ?? null),
    pledgeSource: pledge.source,
    pledgeAsOf: dayText(pledge.asOf),
    note: country.note,
    verified: country.verified,
  };
}

async function importReview(importer: Importer, iso2: string, review: ReviewSeed): Promise<void> {
  const key = `${iso2}/${review.cycle}`;
  const reviewId = await importer.keepId(tables.review, { key, values: reviewValues(iso2, review) });
  if (reviewId === null) return;
  for (const [position, document] of review.documents.entries()) {
    const values = { ...document, reviewId, position, publishedOn: dayText(document.publishedOn) };
    await importer.keep(tables.document, { key: `${key}/${position}`, values });
  }
}

function reviewValues(iso2: string, review: ReviewSeed) {
  return {
    iso2,
    cycle: review.cycle,
    scheduledYear: review.scheduledYear,
    startedIn: dayText(review.startedIn),
    status: review.status,
    reviewers: review.reviewers.map(reviewerCode),
    visitHeld: review.countryVisit.held,
    visitWhen: review.countryVisit.when,
    civilSocietyInvolved: review.civilSocietyInvolved,
    civilSocietyNote: review.civilSocietyNote,
    focalPointInstitution: review.focalPointInstitution,
    note: review.note ?? null,
    ...known(review),
  };
}

function reviewerCode(name: string): string {
  const code = iso2OfName(name);
  // The reading of the seed refuses it by its place; see references.ts.
  if (code === null) throw new TypeError(`${name} is not a country`);
  return code;
}
