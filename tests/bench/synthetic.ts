/** Synthetic CSOs, for the benchmark alone: the same ones at every run, with words as common and as rare as real ones. */
import type { Database } from "db/connect.ts";
import { indexed } from "db/search/document.ts";
import { organisationDocument } from "db/search/documents.ts";

const SYLLABLES = [
  "ka",
  "lo",
  "mi",
  "ra",
  "te",
  "su",
  "no",
  "vi",
  "ba",
  "du",
  "ge",
  "ho",
  "ji",
  "pe",
  "za",
  "wi",
];
const WORDS = 4096;
const LANGUAGES = ["en", "fr", "ar", "pt", "sw"];
const BATCH = 5_000;

/** A word of three syllables for each number below 4,096. */
export function wordAt(index: number): string {
  return [index >> 8, index >> 4, index].map((part) => SYLLABLES[part & 15]).join("");
}

/** Numbers that look random and are the same at every run (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A few words stand in many names, most in few: the square leans to the low numbers. */
const leaning = (next: () => number, below: number) => Math.floor(next() ** 2 * below);

interface Vocabulary {
  countries: string[];
  specializations: string[];
}

/** Adds CSOs numbered from … up to (not with) `to`, to the region Africa. */
export async function addOrganisations(db: Database, from: number, to: number): Promise<void> {
  const vocabulary = await readVocabulary(db);
  for (let start = from; start < to; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, to - start) }, (_, index) => start + index);
    await insertBatch(
      db,
      numbers.map((number) => organisationAt(number, vocabulary)),
    );
  }
  await db.pool.query("vacuum analyze");
}

async function readVocabulary(db: Database): Promise<Vocabulary> {
  const countries = await db.pool.query("select iso2 from countries where region = 'africa' order by iso2");
  const subjects = await db.pool.query("select slug from specializations order by slug");
  return {
    countries: countries.rows.map((row) => row.iso2),
    specializations: subjects.rows.map((row) => row.slug),
  };
}

function organisationAt(number: number, { countries, specializations }: Vocabulary) {
  const next = sequence(number);
  const pick = (values: string[]) => values[leaning(next, values.length)] ?? "";
  const words = (count: number) =>
    Array.from({ length: count }, () => wordAt(leaning(next, WORDS))).join(" ");
  return {
    slug: `synthetic-${number}`,
    name: `${words(3)} network ${number}`,
    acronym: null,
    iso2: pick(countries),
    region: "africa",
    cityName: null,
    specializations: [...new Set([pick(specializations), pick(specializations)])],
    languages: next() < 0.5 ? [] : [pick(LANGUAGES)],
    summary: `Transparency ${words(20)}`,
    uncacCoalitionMember: next() < 0.02 ? true : null,
    activities: [],
  };
}

type Synthetic = ReturnType<typeof organisationAt>;

async function insertBatch(db: Database, organisations: Synthetic[]): Promise<void> {
  const inserted = await db.pool.query(
    `insert into organisations (slug, name, iso2, region, specializations, languages, summary, uncac_coalition_member, source)
     select o.slug, o.name, o.iso2, o.region, array(select jsonb_array_elements_text(o.specializations)),
       array(select jsonb_array_elements_text(o.languages)), o.summary, o."uncacCoalitionMember", 'synthetic'
     from jsonb_to_recordset($1) as o(slug text, name text, iso2 text, region text, specializations jsonb, languages jsonb,
       summary text, "uncacCoalitionMember" boolean) returning id, slug`,
    [JSON.stringify(organisations)],
  );
  const ids = new Map<string, number>(inserted.rows.map((row) => [row.slug, row.id]));
  const documents = organisations.map((organisation) => {
    const ref = String(ids.get(organisation.slug));
    const { vector, marks, tags, name, vocabulary } = indexed(organisationDocument(ref, organisation));
    return { ref, vector, marks, tags, name, words: [...vocabulary] };
  });
  await db.pool.query(
    `insert into search_documents (kind, ref, tier, name, tags, words)
     select 'organisations', d.ref, search_tier('organisations', d.ref), d.name, array(select jsonb_array_elements_text(d.tags)),
       d.vector::tsvector || array_to_tsvector(array(select jsonb_array_elements_text(d.marks)))
     from jsonb_to_recordset($1) as d(ref text, vector text, marks jsonb, tags jsonb, name text)`,
    [JSON.stringify(documents)],
  );
  const words = new Map(documents.flatMap((document) => document.words));
  await db.pool.query(
    "insert into search_words (word, spelling) select * from unnest($1::text[], $2::text[]) on conflict do nothing",
    [[...words.keys()], [...words.values()]],
  );
}
