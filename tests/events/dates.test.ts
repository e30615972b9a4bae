/** Days, months and moments of events. */
import { fullDays, isOver } from "shared/events/days.ts";
import { momentsInWords } from "shared/events/moments.ts";
import { firstWeekday, monthAfter, weeksOf } from "shared/events/month.ts";
import { expect, test } from "vitest";

const plain = (text: string | null | undefined) => text?.replace(/[\u2009\u202f\u00a0]/g, " ");
const at = (startsAt: string, endsAt: string | null, timeZone: string | null) => ({
  startsAt,
  endsAt,
  timeZone,
});

test("an hour is told in the event's own zone and in UTC", () => {
  const moments = momentsInWords(at("2026-12-09T01:00:00Z", "2026-12-09T03:30:00Z", "Asia/Manila"), "en-GB");
  expect(plain(moments?.own)).toMatch(/^9 December 2026.*09:00 ?– ?11:30 GMT\+8$/);
  expect(plain(moments?.utc)).toMatch(/^9 December 2026.*01:00 ?– ?03:30 UTC$/);
});

test("across midnight both days are named", () => {
  const moments = momentsInWords(
    at("2026-12-09T20:00:00Z", "2026-12-09T23:00:00Z", "Africa/Nairobi"),
    "en-GB",
  );
  expect(moments?.own).toMatch(/9 December 2026.*10 December 2026/);
  expect(moments?.utc).not.toMatch(/10 December/);
});

test("without a zone, or with one that no clock knows, only UTC is told", () => {
  expect(momentsInWords(at("2026-12-09T01:00:00Z", null, null), "fr-FR")?.own).toBeNull();
  expect(momentsInWords(at("2026-12-09T01:00:00Z", null, "Mars/Olympus"), "fr-FR")?.own).toBeNull();
  expect(momentsInWords(at("2026-12-09T01:00:00Z", null, "UTC"), "ar-u-nu-latn")?.own).toBeNull();
});

test("without an hour nothing is told", () => {
  expect(momentsInWords({ startsAt: null, endsAt: null, timeZone: "Asia/Manila" }, "en-GB")).toBeNull();
});

test("only a full first day is a day of a calendar, and a less exact end is left out", () => {
  expect(fullDays({ startsOn: "2024-06-04", endsOn: "2024-06-06" })).toEqual({
    from: "2024-06-04",
    to: "2024-06-06",
  });
  expect(fullDays({ startsOn: "2024-06-04", endsOn: "2024" })).toEqual({
    from: "2024-06-04",
    to: "2024-06-04",
  });
  expect(fullDays({ startsOn: "2024-06", endsOn: "2024-06" })).toBeNull();
  expect(fullDays({ startsOn: null, endsOn: null })).toBeNull();
});

test("an event is over after the last day that it may take", () => {
  const over = (startsOn: string | null, endsOn: string | null, now: string) =>
    isOver({ startsOn, endsOn, startsAt: null, endsAt: null }, new Date(now));
  expect(over("2026-11", null, "2026-11-30T23:00:00Z")).toBe(false);
  expect(over("2026-11", null, "2026-12-01T00:00:00Z")).toBe(true);
  expect(over("2026", "2026-03-01", "2026-05-01T00:00:00Z")).toBe(false);
  expect(over(null, null, "2100-01-01T00:00:00Z")).toBe(false);
});

test("weeks are whole, whatever day they begin with", () => {
  const monday = weeksOf("2026-02", 7);
  expect([monday.length, monday[0]?.[0], monday[3]?.[6]]).toEqual([4, "2026-02-01", "2026-02-28"]);
  const saturday = weeksOf("2024-02", 6);
  expect(saturday.flat().filter((day) => day !== null).length).toBe(29);
  expect(saturday.every((week) => week.length === 7)).toBe(true);
  expect(firstWeekday("fr-FR")).toBe(1);
});

test("months go on across years", () => {
  expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
});
