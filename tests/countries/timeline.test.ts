/** What the steps of a review say, and what they never claim. */
import type { Review } from "shared/countries/contract.ts";
import { parallelReportsOf } from "shared/countries/reports.ts";
import { type StepState, timelineOf } from "shared/countries/timeline.ts";
import { expect, test } from "vitest";

const nothing: Review = {
  cycle: 2,
  scheduledYear: null,
  startedIn: null,
  status: "unknown",
  phase: null,
  reviewers: [],
  countryVisit: { held: null, when: null },
  civilSocietyInvolved: null,
  civilSocietyNote: null,
  focalPointInstitution: null,
  documents: [],
  note: null,
  source: null,
  moreSources: [],
  asOf: null,
  verified: null,
  checkedOn: null,
};

const summary = {
  id: 1,
  kind: "executive-summary",
  title: "",
  language: "en",
  url: "https://example.org/a",
  size: null,
} as const;

const statesOf = (review: Partial<Review>): StepState[] =>
  timelineOf({ ...nothing, ...review }).map(({ state }) => state);

test("a review of which nothing is known shows no step as done", () => {
  expect(statesOf({})).toEqual(Array(6).fill("unknown"));
  expect(statesOf({ status: "probably-ongoing" })).toEqual(Array(6).fill("unknown"));
});

test("a completed review has been through what every review goes through; a visit and documents need a source", () => {
  expect(statesOf({ status: "completed" })).toEqual([
    "done",
    "done",
    "done",
    "unknown",
    "unknown",
    "unknown",
  ]);
  expect(statesOf({ status: "completed", countryVisit: { held: false, when: null } })[3]).toBe("none");
});

test("a review that has not started has every step before it", () => {
  expect(statesOf({ status: "not-started" })).toEqual(Array(6).fill("todo"));
});

test("a phase tells what lies behind and what is to come", () => {
  const states = statesOf({ status: "ongoing", phase: "country-visit" });
  expect(states).toEqual(["done", "done", "done", "now", "todo", "todo"]);
});

test("published documents are a step with the date of the latest", () => {
  const documents = [
    { ...summary, publishedOn: "2019-05" },
    { ...summary, publishedOn: "2019-06-14" },
  ];
  const published = timelineOf({ ...nothing, documents })[4];
  expect(published).toMatchObject({ step: "published", state: "done", on: "2019-06-14" });
});

test("a parallel report that is recorded twice is one, however its address is written", () => {
  const kind = "parallel-report" as const;
  const documents = [{ ...summary, kind, url: "http://www.example.org/Report/", publishedOn: "2021" }];
  const report = {
    title: "R",
    authors: ["A"],
    cycle: 2,
    year: "2021",
    url: "https://example.org/report",
    source: "S",
  };
  const reports = parallelReportsOf({ parallelReports: [report], reviews: [{ ...nothing, documents }] });
  expect(reports).toEqual([report]);
});
