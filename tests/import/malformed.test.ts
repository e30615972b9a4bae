/** A malformed seed is refused whole: the record is named by file, index, field and what was expected. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { connect, type Database } from "db/connect.ts";
import { importSeed } from "db/import/seed.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../setup/database.ts";
import { allRows } from "./rows.ts";
import { type Records, seedWith } from "./seedCopy.ts";

let db: Database;
beforeAll(async () => {
  db = connect(await freshDatabase(), { connections: 2 });
});
afterAll(() => db.close());

const AFRICA = "organisations/africa.json";
const ETHIOPIA = "transparency-ethiopia";

const cases: [string, string, (records: Records) => void, RegExp][] = [
  [
    "a number as a name",
    AFRICA,
    (all) => (all[3].name = 5),
    /^organisations\/africa.json\[3\]\/name: expected text.*, found 5\.$/,
  ],
  [
    "a missing field",
    "events.json",
    (all) => delete all[7].organiser,
    /^events.json\[7\]\/organiser: expected text.*, found nothing\.$/,
  ],
  [
    "a misspelt field",
    "events.json",
    (all) => (all[7].verifed = "page"),
    /^events.json\[7\]\/verifed: expected no such field, found "page"\.$/,
  ],
  [
    "an unknown word",
    "countries/africa.json",
    (all) => (all[2].reviews[0].status = "done"),
    /\[2\]\/reviews\/0\/status: expected one of .*ongoing.*, found "done"/,
  ],
  [
    "a day that is none",
    "news.json",
    (all) => (all[4].publishedOn = "2019-02-30"),
    /^news.json\[4\]\/publishedOn: expected a day of the calendar, found "2019-02-30"/,
  ],
  [
    "a founding day that is none",
    AFRICA,
    (all) => (all[0].foundedYear = "2019-02-30"),
    /\[0\]\/foundedYear: expected a day of the calendar/,
  ],
  [
    "an end before its start",
    "events.json",
    (all) => Object.assign(all[0], { startsOn: "2026-05-05", endsOn: "2026-05-01" }),
    /^events.json\[0\]\/endsOn: expected no day before 2026-05-05/,
  ],
  [
    "a script as an address",
    "news.json",
    (all) => (all[1].url = "javascript:alert(1)"),
    /^news.json\[1\]\/url: expected an http/,
  ],
  ["a NUL", "news.json", (all) => (all[1].title = "a\0b"), /^news.json\[1\]\/title: expected text/],
  [
    "a place beyond the pole",
    AFRICA,
    (all) => (all[1].city = { name: "Far", lat: 99, lon: 0 }),
    /\[1\]\/city\/lat: expected degrees/,
  ],
  [
    "a slug that stands twice",
    AFRICA,
    (all) => all.push({ ...all[0] }),
    /\[114\]: "ajpd-angola" stands already at organisations\/africa.json\[0\]/,
  ],
  [
    "a slug of another file",
    "organisations/south-east-asia.json",
    (all) => (all[0].slug = ETHIOPIA),
    /south-east-asia.json\[0\]: "transparency-ethiopia" stands already at organisations\/africa/,
  ],
  [
    "an unknown region",
    "news.json",
    (all) => (all[1].regions = ["mars"]),
    /^news.json\[1\]\/regions\/0: expected one of africa/,
  ],
  [
    "another region than its country's",
    AFRICA,
    (all) => (all[1].region = "south-east-asia"),
    /\[1\]\/region: expected "africa", its country's, found "south-east-asia"/,
  ],
  [
    "a CSO in a country of no region",
    AFRICA,
    (all) => (all[1].iso2 = "FR"),
    /\[1\]\/iso2: expected the code of a country in the files/,
  ],
  [
    "a code that is no country's",
    "events.json",
    (all) => (all[1].countries = ["ZZ"]),
    /^events.json\[1\]\/countries\/0: expected a country's/,
  ],
  [
    "a withdrawn code",
    "news.json",
    (all) => (all[1].countries = ["YU"]),
    /^news.json\[1\]\/countries\/0: expected a country's/,
  ],
  [
    "an unknown reviewer",
    "countries/africa.json",
    (all) => (all[2].reviews[0].reviewers = ["Atlantis"]),
    /^countries\/africa.json\[2\]\/reviews\/0\/reviewers\/0: expected a country's English name, found "Atlantis"/,
  ],
  [
    "a cycle reviewed twice",
    "countries/africa.json",
    (all) => all[2].reviews.push(all[2].reviews[0]),
    /\[2\]\/reviews\/2\/cycle: expected one review/,
  ],
  [
    "an unknown specialisation",
    AFRICA,
    (all) => (all[1].specializations = ["magic"]),
    /\[1\]\/specializations\/0: expected a slug of specializations.json, found "magic"/,
  ],
  [
    "a commitment of no country",
    "commitments.json",
    (all) => (all[1].iso2 = "FR"),
    /^commitments.json\[1\]\/iso2: expected the code/,
  ],
  [
    "a guide without its phases",
    "participation-guide.json",
    (guide) => delete guide.phases,
    /^participation-guide.json\/phases: expected array, found nothing/,
  ],
];

test.each(cases)("%s", async (_name, file, change, sentence) => {
  const before = await allRows(db);
  await expect(importSeed(db, seedWith(file, change))).rejects.toThrow(sentence);
  expect(await allRows(db)).toEqual(before);
});

test("a file that is no JSON", async () => {
  const folder = seedWith("partners.json", () => {});
  writeFileSync(path.join(folder, "partners.json"), "[{");
  await expect(importSeed(db, folder)).rejects.toThrow(/^partners.json: cannot be read as JSON/);
});
