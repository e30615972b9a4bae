/** A correction as a page shows it: the fact, what it says now, what it should say, in the reader's words. */
import type { CorrectionRow } from "db/corrections/queries.ts";
import { recordNow } from "db/corrections/records.ts";
import { type Fact, factOf } from "shared/corrections/facts.ts";
import { cycleText, wordsOf } from "shared/corrections/words.ts";
import { found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import type { CorrectionLine } from "web/render";
import type { App } from "../app.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Shown {
  line: CorrectionLine;
  fact: Fact;
  /** What the record says today, and its version; null where it is gone. */
  now: { value: unknown; version: number } | null;
}

export async function shownCorrection(app: App, row: CorrectionRow, language: Language): Promise<Shown> {
  const fact = found(factOf(row.kind, row.field));
  const record = await recordNow(app.db.queries, row.kind, row.ref);
  const t = textsIn(language);
  const value = record?.values[row.field] ?? null;
  const name = row.organisation?.name ?? (row.iso2 === null ? "" : countryName(row.iso2, language));
  const path = row.organisation
    ? `${row.region}/organisations/${row.organisation.slug}`
    : `${row.region}/countries/${(row.iso2 ?? "").toLowerCase()}`;
  const isAddition = fact.input.as === "document" || fact.input.as === "removal";
  const line: CorrectionLine = {
    id: row.id,
    name,
    path,
    record: record?.cycle ? t(cycleText(record.cycle)) : null,
    title: record?.title ?? null,
    label: fact.label,
    said: wordsOf(fact, row.current, language),
    now: wordsOf(fact, value, language),
    isChanged: !isAddition && JSON.stringify(value) !== JSON.stringify(row.current ?? null),
    isGone: record === null,
    proposed: wordsOf(fact, row.proposed, language),
    source: row.source,
    note: row.note,
    noteLanguage: row.language,
    credit: row.credit,
    wantsAnswer: row.wantsAnswer,
    on: row.createdAt.slice(0, 10),
    days: Math.max(0, Math.floor((app.now().getTime() - Date.parse(row.createdAt)) / DAY_MS)),
    status: row.status,
    reason: row.reason,
  };
  return { line, fact, now: record && { value, version: record.version } };
}
