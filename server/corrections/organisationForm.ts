/** "Is this wrong?" on a profile: the form by which anybody corrects one of its fields. */
import { MAX_FACT_ADDRESS } from "shared/corrections/address.ts";
import { correctBody } from "shared/corrections/contract.ts";
import { factOf, facts } from "shared/corrections/facts.ts";
import { languageChoices, sentOf } from "shared/corrections/values.ts";
import { wordsOf } from "shared/corrections/words.ts";
import { found } from "shared/failure.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { organisationAt, specializationsOf } from "../organisations/actions.ts";
import { give } from "./giving.ts";

export function organisationForm(app: App): void {
  serveRegionForm(app, {
    path: "/organisations/:slug/correct",
    who: "anyone",
    visitor: true,
    query: Type.Object({ field: Type.Optional(Type.String({ maxLength: MAX_FACT_ADDRESS })) }),
    body: correctBody,
    load: async ({ region, language, params, query }) => {
      const path = (at: string, slug: string) => `/${language}/${at}/organisations/${slug}/correct`;
      const organisation = await organisationAt(app, { region: region.slug, slug: params.slug ?? "", path });
      const fact = query.field === undefined ? null : found(factOf("organisation", query.field));
      return { organisation, fact, subjects: await specializationsOf(app) };
    },
    fill: ({ language }, { organisation, fact }) =>
      fact ? sentOf(fact, shownValue(organisation, fact.field), language) : {},
    page: ({ language, region, t }, { organisation, fact, subjects }, form) => {
      const { name, slug } = organisation;
      const subject = { name, path: `${region.slug}/organisations/${slug}`, room: "organisations" as const };
      const head = { title: t("corrections.title", { name }), description: t("corrections.lead") };
      if (!fact) {
        const rows = facts.organisation.map((one) => ({
          label: one.label,
          now: wordsOf(one, shownValue(organisation, one.field), language),
          isFact: true,
          query: { field: one.field },
        }));
        return {
          view: { page: "CorrectChoose", props: { subject, groups: [{ title: null, facts: rows }] } },
          ...head,
        };
      }
      const now = wordsOf(fact, shownValue(organisation, fact.field), language);
      const languages = languageChoices([...region.languages, ...organisation.languages]);
      const toEditors = organisation.status === "claimed";
      const props = {
        subject,
        form,
        fact,
        record: null,
        document: null,
        now,
        languages,
        subjects,
        toEditors,
      };
      return { view: { page: "Correct", props }, ...head };
    },
    act: async ({ language, region, actor }, { organisation, fact }, body) => {
      const { id, slug, status } = organisation;
      const given = found(fact);
      const own = { id, slug, region: region.slug };
      await give(app, {
        body,
        fact: given,
        current: shownValue(organisation, given.field),
        where: { region: region.slug, organisationId: id, ref: String(id), language },
        actor,
        claimed: status === "claimed" ? own : null,
      });
      const done = status === "claimed" ? "correctionToEditors" : "correctionGiven";
      return { to: `/${language}/${region.slug}/organisations/${slug}`, done };
    },
  });
}

/** As everybody may see it. */
function shownValue(organisation: Organisation, field: string): unknown {
  if (field === "city") return organisation.city?.name ?? null;
  return Reflect.get(organisation, field) ?? null;
}
