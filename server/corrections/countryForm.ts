/** "Is this wrong?" on a country's page: the form by which anybody corrects one of its facts, or of its reviews'. */
import {
  type FactRecord,
  factAddress,
  factsIn,
  MAX_FACT_ADDRESS,
  placeOf,
  refOf,
  valueIn,
} from "shared/corrections/address.ts";
import { correctBody } from "shared/corrections/contract.ts";
import { languageChoices, sentOf } from "shared/corrections/values.ts";
import { cycleText, wordsOf } from "shared/corrections/words.ts";
import type { Country } from "shared/countries/contract.ts";
import { nameIn } from "shared/countries/overview.ts";
import { reviewOf } from "shared/countries/rules.ts";
import { found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import Type from "typebox";
import type { FactGroup } from "web/render";
import type { App } from "../app.ts";
import { countryAt, cycles } from "../countries/actions.ts";
import { serveRegionForm } from "../form.ts";
import { give } from "./giving.ts";

export function countryForm(app: App): void {
  serveRegionForm(app, {
    path: "/countries/:iso2/correct",
    who: "anyone",
    visitor: true,
    query: Type.Object({ fact: Type.Optional(Type.String({ maxLength: MAX_FACT_ADDRESS })) }),
    body: correctBody,
    load: async ({ region, language, params, query }) => {
      const path = (slug: string, iso2: string) => `/${language}/${slug}/countries/${iso2}/correct`;
      const country = await countryAt(app, { region: region.slug, iso2: params.iso2 ?? "", path });
      const known = (await cycles(app)).flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
      const place = query.fact === undefined ? null : found(placeOf(query.fact, country, known));
      return { country, place, known };
    },
    fill: ({ language }, { country, place }) =>
      place?.fact ? sentOf(place.fact, valueIn(place.record, place.fact.field, country), language) : {},
    page: ({ language, region, t }, { country, place, known }, form) => {
      const name = nameIn(language, country);
      const subject = {
        name,
        path: `${region.slug}/countries/${country.iso2.toLowerCase()}`,
        room: "countries" as const,
      };
      const head = { title: t("corrections.title", { name }), description: t("corrections.lead") };
      if (!place?.fact) {
        const records = place ? [place.record] : recordsOf(country, known);
        const groups = records.map((record) => groupOf(record, country, language));
        return { view: { page: "CorrectChoose", props: { subject, groups } }, ...head };
      }
      const { record, fact } = place;
      return {
        view: {
          page: "Correct",
          props: {
            subject,
            form,
            fact,
            record: record.kind === "country" ? null : t(cycleText(record.cycle)),
            document: record.kind === "review-document" ? record.document.title : null,
            now: wordsOf(fact, valueIn(record, fact.field, country), language),
            languages: languageChoices([...region.languages, ...country.languages]),
            subjects: [],
            toEditors: false,
          },
        },
        ...head,
      };
    },
    act: async ({ language, region, actor }, { country, place }, body) => {
      const { record, fact } = found(place);
      const given = found(fact);
      await give(app, {
        body,
        fact: given,
        current: valueIn(record, given.field, country),
        where: { region: region.slug, iso2: country.iso2, ref: refOf(record, country.iso2), language },
        actor,
        claimed: null,
      });
      const to = `/${language}/${region.slug}/countries/${country.iso2.toLowerCase()}`;
      return { to, done: "correctionGiven" };
    },
  });
}

/** The Convention, each review, and its documents. */
function recordsOf(country: Country, known: readonly number[]): FactRecord[] {
  const ofCycle = (cycle: number): FactRecord[] => {
    const review = reviewOf(country, cycle);
    const documents = review?.documents ?? [];
    return [
      { kind: "review", cycle, review },
      ...documents.map((document): FactRecord => ({ kind: "review-document", cycle, document })),
    ];
  };
  return [{ kind: "country" }, ...known.flatMap(ofCycle)];
}

/** The facts of one record, to choose from. */
function groupOf(record: FactRecord, country: Country, language: Language): FactGroup {
  return {
    title: titleOf(record, language),
    facts: factsIn(record, country).map((fact) => ({
      label: fact.label,
      now: wordsOf(fact, valueIn(record, fact.field, country), language),
      isFact: fact.input.as !== "document" && fact.input.as !== "removal",
      query: { fact: factAddress(record, fact.field) },
    })),
  };
}

function titleOf(record: FactRecord, language: Language): string {
  const t = textsIn(language);
  if (record.kind === "country") return t("countryLog.convention");
  if (record.kind === "review") return t(cycleText(record.cycle));
  return t("countryLog.document", { title: record.document.title });
}
