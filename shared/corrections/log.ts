/** The change log of a country in words: what changed, from what, to what. */
import type { Language } from "../i18n/languages.ts";
import { isTextKey, type TextKey, textsIn } from "../i18n/text.ts";
import { type Fact, type FactKind, facts } from "./facts.ts";
import { cycleText, type Words, wordsOf } from "./words.ts";

/** One change of a country's record, of one of its reviews, or of a review's document. */
export interface LoggedChange {
  id: number;
  kind: Exclude<FactKind, "organisation">;
  iso2: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** As what somebody changed it; nobody is named. */
  actedAs: string;
  source: string | null;
  /** Who wished to be thanked for it. */
  credit: string | null;
  /** RFC 3339 in UTC. */
  at: string;
  /** Of a document. */
  title: string | null;
  /** Of a review or its document. */
  cycle: number | null;
}

export interface ChangedField {
  label: TextKey;
  before: Words;
  after: Words;
}

/** What kind of change it was: a document came or went, or facts are others than before. */
export function kindOfChange({ kind, before, after }: LoggedChange): "added" | "removed" | "changed" {
  if (kind !== "review-document") return "changed";
  if (Object.keys(before).length === 0) return "added";
  return Object.keys(after).length === 0 ? "removed" : "changed";
}

/** Of what the facts are: a review cycle, the Convention. */
export function recordText({ kind, cycle }: LoggedChange): TextKey {
  return kind === "country" || cycle === null ? "countryLog.convention" : cycleText(cycle);
}

/** The day that a fact describes changes with the fact, and is told after it. */
const asOf: Pick<Fact, "field" | "label" | "input"> = {
  field: "asOf",
  label: "corrections.field.asOf",
  input: { as: "date" },
};

/** A curator found on the cited page what had stood in a record alone. */
const howKnown: typeof asOf = {
  field: "verified",
  label: "corrections.field.verified",
  input: { as: "choice", options: ["record", "page"], texts: "corrections.verified." },
};

/** The facts that changed, in words; of a document that came or went there is only itself to tell. */
export function changedFields(change: LoggedChange, language: Language): ChangedField[] {
  if (kindOfChange(change) !== "changed") return [];
  return [...facts[change.kind], asOf, howKnown]
    .filter(({ field }) => field in change.before || field in change.after)
    .map((fact) => ({
      label: fact.label,
      before: wordsOf(fact, change.before[fact.field], language),
      after: wordsOf(fact, change.after[fact.field], language),
    }));
}

/** One line for a feed: "Second review cycle. Status: ongoing → completed". */
export function changeLine(change: LoggedChange, language: Language): string {
  const t = textsIn(language);
  const kind = kindOfChange(change);
  const record = t(recordText(change));
  if (kind !== "changed") {
    const what = t(kind === "added" ? "countryLog.documentAdded" : "countryLog.documentRemoved");
    return `${record}. ${t("facts.labelled", { label: what })} ${change.title ?? ""}`;
  }
  const title = change.title === null ? [] : [t("countryLog.document", { title: change.title })];
  const fields = changedFields(change, language).map(({ label, before, after }) =>
    t("countryLog.changed", { field: t(label), before: before.text, after: after.text }),
  );
  return [record, ...title, ...fields].join(". ");
}

/** As what it was changed: "by a curator", never by whom. */
export function actorText({ actedAs }: LoggedChange): TextKey {
  const key = `countryLog.by.${actedAs}`;
  return isTextKey(key) ? key : "countryLog.by.platform";
}
