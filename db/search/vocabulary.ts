/** Looks terms up in the vocabulary: the words they may stand for, and for misspelt ones the nearest words there are. */
import { sql } from "drizzle-orm";
import { distance, slipsAllowed } from "shared/search/distance.ts";
import type { Term } from "shared/search/terms.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";

/** A term and the words of the index that it stands for. */
export interface Meaning {
  term: Term;
  /** None where no record has a word like it. */
  words: string[];
  /** Where it was misspelt: how the nearest word is written. */
  corrected: string | null;
}

/** More words begin like this than one person can have meant. */
const MAX_LONGER = 30;
const MAX_SIMILAR = 40;
const MAX_SAME_START = 300;
/** Two words equally near may both have been meant. */
const MAX_NEAREST = 3;

/** Thai, Lao, Burmese, Khmer: where a word ends is a matter of opinion, so a word is also found inside of longer ones. */
const UNSPACED = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u0030-\u0039]{2,}$/;
const NUMBER = /^\p{N}+$/u;

export async function lookUp(db: Queries, terms: readonly Term[]): Promise<Meaning[]> {
  const known = await knownWords(db, terms);
  const meanings: Meaning[] = [];
  for (const [position, term] of terms.entries()) {
    const words = known.filter((row) => row.position === position).flatMap((row) => row.words);
    const [form = ""] = term.forms;
    if (words.length > 0) meanings.push({ term, words: [...new Set(words)], corrected: null });
    // Numbers are in the index and not in the vocabulary.
    else if (NUMBER.test(form)) meanings.push({ term, words: [form], corrected: null });
    else meanings.push({ term, ...((await wordsInside(db, form)) ?? (await nearestWords(db, form))) });
  }
  return meanings;
}

async function knownWords(
  db: Queries,
  terms: readonly Term[],
): Promise<{ position: number; words: string[] }[]> {
  const asked = terms.flatMap((term, position) =>
    term.forms.map((form) => ({ position, form, beginning: term.beginning, inside: UNSPACED.test(form) })),
  );
  const result = await db.execute<{ position: number; words: string[] }>(sql`
    select asked.position, array(
      select word from search_words where word = asked.form
      union (select word from search_words where asked.beginning and word >= asked.form
        and word < asked.form || chr(1114111) order by word limit ${MAX_LONGER})
      union (select word from search_words where asked.inside and word like '%' || asked.form || '%' limit ${MAX_LONGER})
    ) as words
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(position int, form text, beginning bool, inside bool)`);
  return result.rows;
}

/** Shorter ones stand inside of too many others. */
const MIN_INSIDE = 3;

/** "ประเทศไทย" (the country Thailand) stands for "ไทย" where only that is known. Null in scripts with spaces. */
async function wordsInside(db: Queries, form: string): Promise<Found | null> {
  if (!UNSPACED.test(form)) return null;
  const starts = Array.from({ length: form.length }, (_, start) => start);
  const parts = starts.flatMap((start) =>
    starts.filter((end) => end - start >= MIN_INSIDE - 1).map((end) => form.slice(start, end + 1)),
  );
  const { rows } = await db.execute<{ word: string }>(sql`
    select word from search_words where word = any(${textArray(parts)}) order by length(word) desc, word limit 1`);
  return rows.length > 0 ? { words: rows.map(({ word }) => word), corrected: null } : null;
}

type Found = Pick<Meaning, "words" | "corrected">;

async function nearestWords(
  db: Queries,
  form: string,
): Promise<{ words: string[]; corrected: string | null }> {
  const slips = slipsAllowed(form.length);
  if (slips === 0) return { words: [], corrected: null };
  const start = form.slice(0, 2);
  const { rows } = await db.execute<{ word: string; spelling: string }>(sql`
    (select word, spelling from search_words where word % ${form}
      order by similarity(word, ${form}) desc, word limit ${MAX_SIMILAR})
    union
    (select word, spelling from search_words where word >= ${start} and word < ${start} || chr(1114111)
      and length(word) between ${form.length - slips} and ${form.length + slips} order by word limit ${MAX_SAME_START})`);
  const near = rows
    .map((row) => ({ ...row, slips: distance(form, row.word) }))
    .filter((row) => row.slips <= slips)
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1));
  const nearest = near.filter((row) => row.slips === near[0]?.slips).slice(0, MAX_NEAREST);
  return { words: nearest.map((row) => row.word), corrected: nearest[0]?.spelling ?? null };
}
