/** The forms of a review's documents: one that is added, one that is changed, and the question before one is taken away. */
import type { Actor } from "shared/accounts/rules.ts";
import { type Fact, factOf } from "shared/corrections/facts.ts";
import { isValueOf, languageChoices } from "shared/corrections/values.ts";
import type { Country } from "shared/countries/contract.ts";
import { nameIn } from "shared/countries/overview.ts";
import { Failure, found } from "shared/failure.ts";
import { entriesOf } from "shared/form.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import {
  conflictsIn,
  documentFacts,
  type FactsBody,
  factsForm,
  filledFacts,
  readFacts,
  seenIn,
  type Values,
} from "shared/reviews/form.ts";
import Type from "typebox";
import type { FactConflict } from "web/render";
import type { App } from "../app.ts";
import { type Again, type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { addDocument, changeFacts, countryOf, removeDocument, reviewAt } from "./actions.ts";
import { changeToUndo } from "./history.ts";

type Way = "new" | "change" | "remove";
type Document = ReviewAtDesk["documents"][number];

const query = Type.Object({ restore: Type.Optional(Type.Integer({ minimum: 1 })) });
type Visit = FormVisit<typeof query, Region>;

interface Data {
  country: Country;
  review: ReviewAtDesk;
  document: Document | null;
  /** What stood before the change that the form should undo. */
  undo: Values;
  conflicts: FactConflict[];
}

const REVIEW = "/desk/reviews/:iso2/:cycle";

export function documentPages(app: App): void {
  documentPage(app, "new", `${REVIEW}/documents/new`);
  documentPage(app, "change", `${REVIEW}/documents/:document`);
  documentPage(app, "remove", `${REVIEW}/documents/:document/remove`);
}

function documentPage(app: App, way: Way, path: string): void {
  const facts = way === "remove" ? [] : documentFacts;
  serveRegionForm(app, {
    path,
    who: "curator",
    query,
    body: factsForm(facts),
    load: (visit) => load(app, way, visit),
    fill: ({ language }, { document, undo }) => {
      const now = { ...document };
      return filledFacts(facts, { values: { ...now, ...undo }, seen: now, language });
    },
    page: (visit, data, form) => ({
      view: { page: "ReviewDocument", props: { ...propsOf(visit, data), removes: way === "remove", form } },
      title: titleOf(visit, way, data),
      description: visit.t("reviews.one.lead"),
      status: data.conflicts.length > 0 ? 409 : 200,
    }),
    act: async (visit, data, body) => {
      try {
        return await acts[way](app, visit, data, body);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== "stale") throw error;
        Object.assign(data, await load(app, way, visit));
        return acts[way](app, visit, data, body);
      }
    },
  });
}

async function load(app: App, way: Way, { region, params, query: { restore } }: Visit): Promise<Data> {
  const { iso2 = "", cycle = "", document: id } = params;
  const review = await reviewAt(app, region.slug, iso2, cycle);
  const document = way === "new" ? null : found(review.documents.find((one) => String(one.id) === id));
  if (review.version === 0) throw new Failure("not-found");
  const ref = document ? { ref: String(document.id) } : {};
  const change = await changeToUndo(app, region.slug, { id: restore, kind: "review-document", ...ref });
  const undo = found(change === null || change.iso2 === review.iso2 ? { ...change?.before } : null);
  return { country: await countryOf(app, region.slug, iso2), review, document, undo, conflicts: [] };
}

const titles: Record<Way, TextKey> = {
  new: "reviews.documents.add",
  change: "reviews.documents.changeOf",
  remove: "reviews.documents.removeOf",
};

function titleOf({ t }: Visit, way: Way, { document }: Data): string {
  return t(titles[way], { title: document?.title ?? "" });
}

function propsOf({ language, region }: Visit, { country, review, document, conflicts }: Data) {
  return {
    country: { iso2: country.iso2, name: nameIn(language, country) },
    cycle: review.cycle,
    document: document && { title: document.title, url: document.url },
    sources: [review.source ?? "", ...review.moreSources],
    languages: languageChoices([...region.languages, ...country.languages]),
    schema: factsForm(documentFacts),
    conflicts,
  };
}

type Act = (app: App, visit: Visit, data: Data, body: FactsBody) => Promise<Done | Again>;

const acts: Record<Way, Act> = { new: add, change, remove };

async function add(app: App, visit: Visit, { review }: Data, body: FactsBody): Promise<Done> {
  const mine = sentFacts(documentFacts, visit, {}, body);
  const nothing = { language: null, publishedOn: null };
  const document = { ...nothing, ...mine };
  const fact = found(factOf("review", "documents"));
  for (const { field } of documentFacts)
    if (!(field in document)) throw new Refused({ [field]: "corrections.error.needed" });
  if (!isValueOf(fact, document)) throw new Refused({ url: "corrections.error.document" });
  const { ref, version } = review;
  await addDocument(app, { kind: "review", ref, version, ...sourced(visit, body) }, document);
  return done(visit, "reviewDocument");
}

async function change(app: App, visit: Visit, data: Data, body: FactsBody): Promise<Done | Again> {
  const { language } = visit;
  const document = found(data.document);
  const now: Values = { ...document };
  const seen = seenIn(documentFacts, body, now);
  const mine = sentFacts(documentFacts, visit, seen, body);
  data.conflicts = conflictsIn(documentFacts, { seen, now, mine, language });
  if (data.conflicts.length > 0) {
    const fields = filledFacts(documentFacts, { values: { ...now, ...mine }, seen: now, language });
    return { again: entriesOf({ ...fields, source: body.source }) };
  }
  if (Object.keys(mine).length === 0) throw new Refused({ source: "reviews.error.nothing" });
  const of = { kind: "review-document" as const, ref: String(document.id), version: document.version };
  await changeFacts(app, { ...of, ...sourced(visit, body), values: mine });
  return done(visit, "reviewDocument");
}

async function remove(app: App, visit: Visit, { document }: Data, body: FactsBody): Promise<Done> {
  const { id, version } = found(document);
  const of = { kind: "review-document" as const, ref: String(id), version };
  await removeDocument(app, { ...of, ...sourced(visit, body) });
  return done(visit, "reviewDocumentRemoved");
}

function sentFacts(of: readonly Fact[], { language }: Visit, seen: Values, body: FactsBody) {
  const { mine, problems } = readFacts(of, { body, seen, language });
  if (Object.keys(problems).length > 0) throw new Refused(problems);
  return mine;
}

function sourced({ region, actor }: Visit, { source }: FactsBody) {
  if (source === undefined) throw new Refused({ source: "reviews.error.source" });
  return { region: region.slug, actor: found<Actor>(actor), source };
}

function done({ language, region, params }: Visit, text: string): Done {
  return {
    to: `/${language}/${region.slug}/desk/reviews/${params.iso2}/${params.cycle}#documents`,
    done: text,
  };
}
