/** The form of one review, and that of a country's own facts: all facts at once, with one source. */
import type { Actor } from "shared/accounts/rules.ts";
import { countryFacts, type Fact } from "shared/corrections/facts.ts";
import { languageChoices } from "shared/corrections/values.ts";
import { cycleText } from "shared/corrections/words.ts";
import type { Country } from "shared/countries/contract.ts";
import { nameIn } from "shared/countries/overview.ts";
import { Failure, found } from "shared/failure.ts";
import { entriesOf } from "shared/form.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { Region } from "shared/regions/contract.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import {
  conflictsIn,
  type FactsBody,
  factsForm,
  filledFacts,
  readFacts,
  reviewFacts,
  seenIn,
  type Values,
} from "shared/reviews/form.ts";
import Type from "typebox";
import type { FactConflict, ShownChange } from "web/render";
import type { App } from "../app.ts";
import { cycles } from "../countries/actions.ts";
import { type Again, type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { changeFacts, conventionAt, countryOf, reviewAt } from "./actions.ts";
import { hasReviews } from "./gridPage.ts";
import { changeToUndo, historyOf } from "./history.ts";

const query = Type.Object({ restore: Type.Optional(Type.Integer({ minimum: 1 })) });

/** A record with its facts, as it is now. */
interface FactsRecord {
  kind: "country" | "review";
  ref: string;
  version: number;
  country: Country;
  review: ReviewAtDesk | null;
  facts: readonly Fact[];
  now: Values;
  known: Pick<ReviewAtDesk, "source" | "moreSources" | "asOf" | "verified">;
}

interface Data {
  record: FactsRecord;
  cycles: number[];
  history: ShownChange[];
  /** What stood before the change that the form should undo, and its day. */
  undo: { values: Values; on: string } | null;
  conflicts: FactConflict[];
}

type Visit = FormVisit<typeof query, Region>;

export function factsPages(app: App): void {
  factsPage(app, "/desk/reviews/:iso2", (region, { iso2 = "" }) => conventionRecord(app, region, iso2));
  factsPage(app, "/desk/reviews/:iso2/:cycle", (region, { iso2 = "", cycle = "" }) =>
    reviewRecord(app, region, iso2, cycle),
  );
}

async function reviewRecord(app: App, region: string, iso2: string, cycle: string): Promise<FactsRecord> {
  const review = await reviewAt(app, region, iso2, cycle);
  const country = await countryOf(app, region, iso2);
  const { ref, version } = review;
  return {
    kind: "review",
    ref,
    version,
    country,
    review,
    facts: reviewFacts,
    now: { ...review },
    known: review,
  };
}

const NO_SOURCE = { source: null, moreSources: [], asOf: null, verified: null };

async function conventionRecord(app: App, region: string, iso2: string): Promise<FactsRecord> {
  const { country, version, values } = await conventionAt(app, region, iso2);
  const facts = countryFacts(country.iso2);
  const known = country.uncac ?? NO_SOURCE;
  return { kind: "country", ref: country.iso2, version, country, review: null, facts, now: values, known };
}

function factsPage(
  app: App,
  path: string,
  recordFor: (region: string, params: Record<string, string>) => Promise<FactsRecord>,
): void {
  const kind = path.endsWith(":cycle") ? "review" : "country";
  serveRegionForm(app, {
    path,
    who: "curator",
    query,
    body: factsForm(kind === "review" ? reviewFacts : countryFacts("")),
    load: async (visit): Promise<Data> => {
      const record = await recordFor(visit.region.slug, visit.params);
      return { record, ...(await around(app, visit, record)), conflicts: [] };
    },
    fill: ({ language }, { record, undo }) => ({
      ...filledFacts(record.facts, {
        values: { ...record.now, ...undo?.values },
        seen: record.now,
        language,
      }),
      asOf: undo?.values.asOf,
    }),
    page: (visit, data, form) => ({
      view: { page: "ReviewForm", props: { ...propsOf(visit, data), form } },
      title: titleOf(visit, data.record),
      description: visit.t("reviews.one.lead"),
      status: data.conflicts.length > 0 ? 409 : 200,
    }),
    act: async (visit, data, body) => {
      try {
        return await save(app, visit, data, body);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== "stale") throw error;
        // Somebody was quicker by a moment: now there is something to compare with.
        data.record = await recordFor(visit.region.slug, visit.params);
        return save(app, visit, data, body);
      }
    },
  });
}

async function around(app: App, { region, query: { restore } }: Visit, record: FactsRecord) {
  const { kind, ref, country, review } = record;
  const of = { iso2: country.iso2, cycle: review?.cycle ?? null };
  const [all, history, change] = await Promise.all([
    cycles(app),
    historyOf(app, region.slug, of),
    changeToUndo(app, region.slug, { id: restore, kind, ref }),
  ]);
  const known = all.flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
  return { cycles: known, history, undo: change && { values: change.before, on: change.at.slice(0, 10) } };
}

function titleOf({ language, t }: Visit, { country, review }: FactsRecord): string {
  const name = nameIn(language, country);
  if (!review) return t("reviews.one.title", { country: name, cycle: t("reviews.one.country") });
  return t("reviews.one.title", { country: name, cycle: t(cycleText(review.cycle)) });
}

function propsOf({ language, region }: Visit, { record, cycles, history, undo, conflicts }: Data) {
  const { country, review, known, facts } = record;
  return {
    country: { iso2: country.iso2, name: nameIn(language, country) },
    review,
    cycles: hasReviews(country) ? cycles : [],
    known,
    facts,
    languages: languageChoices([...region.languages, ...country.languages]),
    schema: factsForm(facts),
    conflicts,
    restoring: undo?.on ?? null,
    history,
  };
}

async function save(app: App, visit: Visit, data: Data, body: FactsBody): Promise<Done | Again> {
  const { language, region } = visit;
  const { record } = data;
  const { facts, now } = record;
  const seen = seenIn(facts, body, now);
  const { mine, problems } = readFacts(facts, { body, seen, language });
  if (Object.keys(problems).length > 0) throw new Refused(problems);
  data.conflicts = conflictsIn(facts, { seen, now, mine, language });
  if (data.conflicts.length > 0) return again(data, { mine, body, language });
  const { source, asOf } = checked(record, mine, body);
  const actor: Actor = found(visit.actor);
  const { kind, ref, version } = record;
  await changeFacts(app, { kind, ref, version, region: region.slug, actor, values: mine, source, asOf });
  return { to: visit.request.raw.url?.split("?")[0] ?? "", done: "reviewSaved" };
}

/** Mine over what is there now, and what is there now as seen: sent once more, it is saved. */
function again(
  { record }: Data,
  { mine, body, language }: { mine: Values; body: FactsBody; language: Language },
): Again {
  const { facts, now } = record;
  const fields = filledFacts(facts, { values: { ...now, ...mine }, seen: now, language });
  const { source, asOf, confirm } = body;
  return { again: entriesOf({ ...fields, source, asOf, confirm }) };
}

function checked({ version, kind }: FactsRecord, mine: Values, { source, asOf, confirm }: FactsBody) {
  if (kind === "review" && version === 0 && !("status" in mine))
    throw new Refused({ status: "corrections.error.needed" });
  if (Object.keys(mine).length === 0 && confirm !== true)
    throw new Refused({ source: "reviews.error.nothing" });
  if (source === undefined) throw new Refused({ source: "reviews.error.source" });
  if (confirm === true && !/^https?:\/\/\S+$/.test(source))
    throw new Refused({ source: "reviews.error.page" });
  return { source, asOf };
}
