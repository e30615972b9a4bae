/** Imports organisations, news, events, resources, partners, commitments and guides. */
import { commitments } from "../countries/tables.ts";
import { events } from "../events/tables.ts";
import { articles } from "../news/tables.ts";
import { activities, organisations } from "../organisations/tables.ts";
import { partners } from "../partners/tables.ts";
import { guides, resources } from "../resources/tables.ts";
import {
  articleDocument,
  eventDocument,
  organisationDocument,
  resourceDocument,
} from "../search/documents.ts";
import type { Importer } from "./importer.ts";
import type * as records from "./records.ts";
import { dayText, known } from "./values.ts";

const tables = {
  organisation: { kind: "organisation", table: organisations, key: organisations.id },
  activity: { kind: "activity", table: activities, key: activities.id },
  article: { kind: "article", table: articles, key: articles.id },
  event: { kind: "event", table: events, key: events.id },
  resource: { kind: "resource", table: resources, key: resources.id },
  partner: { kind: "partner", table: partners, key: partners.id },
  commitment: { kind: "commitment", table: commitments, key: commitments.id },
  guide: { kind: "guide", table: guides, key: guides.slug },
};

export async function importOrganisation(
  importer: Importer,
  record: records.OrganisationSeed,
): Promise<void> {
  const { city, activities: done, ...fields } = record;
  const values = {
    ...fields,
    ...known(record),
    cityName: city?.name ?? null,
    cityLat: city?.lat ?? null,
    cityLon: city?.lon ?? null,
    websiteVerified: record.websiteVerified ?? null,
    foundedYear: dayText(record.foundedYear),
    languages: record.languages ?? [],
  };
  await importer.keepIndexed(
    tables.organisation,
    { key: record.slug, values },
    (ref) => organisationDocument(ref, { ...values, activities: done }),
    (organisationId) => importActivities(importer, organisationId, record),
  );
}

async function importActivities(
  importer: Importer,
  organisationId: string | number,
  { slug, activities: done }: records.OrganisationSeed,
): Promise<void> {
  for (const [position, activity] of done.entries()) {
    const values = {
      ...activity,
      organisationId,
      startedOn: dayText(activity.startedOn),
      endedOn: dayText(activity.endedOn),
    };
    await importer.keep(tables.activity, { key: `${slug}/${position}`, values });
  }
}

export async function importArticle(importer: Importer, record: records.ArticleSeed): Promise<void> {
  const values = { ...record, ...known(record), publishedOn: dayText(record.publishedOn) };
  await importer.keepIndexed(tables.article, { key: record.slug, values }, (ref) =>
    articleDocument(ref, record),
  );
}

export async function importEvent(importer: Importer, record: records.EventSeed): Promise<void> {
  const { place, ...fields } = record;
  const values = {
    ...fields,
    ...known(record),
    startsOn: dayText(record.startsOn),
    endsOn: dayText(record.endsOn),
    placeName: place?.name ?? null,
    placeIso2: place?.iso2 ?? null,
    placeLat: place?.lat ?? null,
    placeLon: place?.lon ?? null,
  };
  await importer.keepIndexed(tables.event, { key: record.slug, values }, (ref) =>
    eventDocument(ref, { ...fields, place: place?.name ?? null }),
  );
}

export async function importResource(importer: Importer, record: records.ResourceSeed): Promise<void> {
  const values = { ...record, ...known(record), publishedOn: dayText(record.publishedOn) };
  await importer.keepIndexed(tables.resource, { key: record.slug, values }, (ref) =>
    resourceDocument(ref, record),
  );
}

export async function importPartner(importer: Importer, record: records.PartnerSeed): Promise<void> {
  await importer.keep(tables.partner, { key: record.slug, values: { ...record, ...known(record) } });
}

export async function importCommitment(importer: Importer, record: records.CommitmentSeed): Promise<void> {
  const values = { ...record, ...known(record), pledgedOn: dayText(record.pledgedOn) };
  await importer.keep(tables.commitment, { key: record.slug, values });
}

export async function importGuide(
  importer: Importer,
  record: { slug: string; content: string },
): Promise<void> {
  await importer.keep(tables.guide, { key: record.slug, values: record });
}
