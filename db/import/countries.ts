/** Imports countries, their reviews with documents, and parallel reports. */
import { iso2OfName } from "shared/regions/names.ts";
import { countries, parallelReports, reviewDocuments, reviews } from "../countries/tables.ts";
import { countryDocument } from "../search/documents.ts";
import type { Importer } from "./importer.ts";
import { SeedFailure } from "./read.ts";
import type { CountrySeed, ReviewSeed } from "./records.ts";
import { dayText, known } from "./values.ts";

const tables = {
  country: { kind: "country", table: countries, key: countries.iso2 },
  review: { kind: "review", table: reviews, key: reviews.id },
  document: { kind: "review-document", table: reviewDocuments, key: reviewDocuments.id },
  parallelReport: { kind: "parallel-report", table: parallelReports, key: parallelReports.id },
};

export async function importCountry(importer: Importer, country: CountrySeed): Promise<void> {
  const written = await importer.keep(tables.country, { key: country.iso2, values: countryValues(country) });
  if (written === null) return;
  for (const review of country.reviews) await importReview(importer, country.iso2, review);
  for (const [position, report] of country.parallelReports.entries()) {
    const values = { ...report, iso2: country.iso2, position, year: dayText(report.year) };
    await importer.keep(tables.parallelReport, { key: `${country.iso2}/${position}`, values });
  }
  if (written !== "unchanged") {
    const focalPoints = country.reviews.map((review) => review.focalPointInstitution);
    await importer.index(countryDocument({ ...countryValues(country), focalPoints }));
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
    reviewers: review.reviewers.map((name) => reviewerCode(iso2, review.cycle, name)),
    visitHeld: review.countryVisit.held,
    visitWhen: review.countryVisit.when,
    civilSocietyInvolved: review.civilSocietyInvolved,
    civilSocietyNote: review.civilSocietyNote,
    focalPointInstitution: review.focalPointInstitution,
    note: review.note ?? null,
    ...known(review),
  };
}

function reviewerCode(iso2: string, cycle: number, name: string): string {
  const code = iso2OfName(name);
  if (code === null) {
    throw new SeedFailure(
      `countries, ${iso2}, review of cycle ${cycle}, reviewers: expected a country's English name, found "${name}".`,
    );
  }
  return code;
}
