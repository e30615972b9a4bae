/** What is taken, waits for approval or is refused for a time: the rules by themselves. */
import type { Actor } from "shared/accounts/rules.ts";
import {
  isStaffOf,
  leadsAway,
  likenessOf,
  limitIn,
  NEWCOMER_DAYS,
  refusalOf,
  type Standing,
  waitsForApproval,
} from "shared/moderation/posting.ts";
import { describe, expect, test } from "vitest";

const now = new Date("2026-11-22T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const DAY = 86_400;

const standing: Standing = {
  ...{
    limits: [],
    unlimited: false,
    joinedAt: ago(400 * DAY),
    approved: 5,
    rateFrom: null,
    threadsFrom: null,
  },
  ...{ lastInThread: null, lastInBoard: null, threadPace: 0, boardPace: 0, repeats: false },
};
const member = { region: "africa", isStaff: false };

describe("a suspension", () => {
  const suspended = { kind: "suspended", region: "africa", until: "2026-12-01T00:00:00Z" } as const;

  test("holds in its region's boards and in those of all regions, until it ends", () => {
    expect(limitIn([suspended], "africa", now)).toEqual(suspended);
    expect(limitIn([suspended], null, now)).toEqual(suspended);
    expect(limitIn([suspended], "south-east-asia", now)).toBeNull();
    expect(limitIn([suspended], "africa", new Date("2026-12-01T00:00:01Z"))).toBeNull();
  });

  test("from the boards of all regions leaves a region's own boards open", () => {
    expect(limitIn([{ ...suspended, region: null }], "africa", now)).toBeNull();
    expect(limitIn([{ ...suspended, region: null }], null, now)).not.toBeNull();
  });

  test("counts before a shorter one, and a ban before both", () => {
    const longer = { ...suspended, until: "2026-12-05T00:00:00Z" };
    const ban = { kind: "banned", region: "africa", until: null } as const;
    expect(limitIn([suspended, longer], "africa", now)).toEqual(longer);
    expect(limitIn([longer, ban], "africa", now)).toEqual(ban);
    expect(refusalOf({ ...standing, limits: [suspended] }, member, now)).toMatchObject({ code: "suspended" });
  });
});

describe("pace", () => {
  test("ten posts in ten minutes are enough, and it is told when the next may follow", () => {
    const tenth = { ...standing, rateFrom: ago(540) };
    expect(refusalOf(tenth, member, now)).toMatchObject({ code: "too-many", reason: "rate", retryAfter: 60 });
    expect(refusalOf({ ...standing, rateFrom: ago(600) }, member, now)).toBeNull();
  });

  test("five threads in a day are enough", () => {
    const fifth = { ...standing, threadsFrom: ago(DAY - 5) };
    expect(refusalOf(fifth, member, now)).toMatchObject({ reason: "threads", retryAfter: 5 });
  });

  test("slow mode is that of the thread or the board, whichever waits longer, and not for who keeps the board", () => {
    const slow = { ...standing, threadPace: 60, boardPace: 300, lastInThread: ago(10), lastInBoard: ago(10) };
    expect(refusalOf(slow, member, now)).toMatchObject({ reason: "slow", retryAfter: 290 });
    expect(refusalOf(slow, { ...member, isStaff: true }, now)).toBeNull();
  });

  test("holds everybody but demonstration people of a load test", () => {
    const busy = { ...standing, rateFrom: ago(1), repeats: true };
    expect(refusalOf(busy, { ...member, isStaff: true }, now)).not.toBeNull();
    expect(refusalOf({ ...busy, unlimited: true }, member, now)).toBeNull();
  });
});

describe("approval", () => {
  const joined = (days: number, approved: number) => ({ ...standing, joinedAt: ago(days * DAY), approved });
  const plain = { isStaff: false, hasLinks: false };

  test("is waited for by a new member's first two posts, and by links a little longer", () => {
    expect(waitsForApproval(joined(1, 0), plain, now)).toBe(true);
    expect(waitsForApproval(joined(1, 1), plain, now)).toBe(true);
    expect(waitsForApproval(joined(1, 2), plain, now)).toBe(false);
    expect(waitsForApproval(joined(1, 2), { ...plain, hasLinks: true }, now)).toBe(true);
    expect(waitsForApproval(joined(1, 5), { ...plain, hasLinks: true }, now)).toBe(false);
  });

  test("ends by itself after three months, and is not for staff", () => {
    expect(waitsForApproval(joined(NEWCOMER_DAYS, 0), { ...plain, hasLinks: true }, now)).toBe(false);
    expect(waitsForApproval(joined(1, 0), { ...plain, isStaff: true }, now)).toBe(false);
  });

  test("staff are those of the region; on the boards of all regions those of any", () => {
    const actor = { roles: [{ role: "curator", region: "africa" }] } as unknown as Actor;
    expect(isStaffOf(actor, "africa")).toBe(true);
    expect(isStaffOf(actor, "south-east-asia")).toBe(false);
    expect(isStaffOf(actor, null)).toBe(true);
  });

  test("a link is what leads away: not a quote of the platform, but also a picture of elsewhere", () => {
    const origin = "https://platform.example";
    expect(leadsAway('<a href="/en/africa/board/threads/1">x</a><a href="#p1">y</a>', origin)).toBe(false);
    expect(leadsAway(`<a href="${origin}/en">x</a>`, origin)).toBe(false);
    expect(leadsAway('<a href="https://platform.example.evil/">x</a>', origin)).toBe(true);
    expect(leadsAway('<a rel="ugc" href="//evil.example">x</a>', origin)).toBe(true);
    expect(leadsAway('<img src="https://evil.example/x.png">', origin)).toBe(true);
  });
});

test("short thanks are nobody's own words, longer ones are compared without signs and case", () => {
  expect(likenessOf("Thank you very much!")).toBeNull();
  expect(likenessOf("Buy our — CHEAP — watches, now!")).toBe("buy our cheap watches now");
  expect(likenessOf("اتفاقية الأمم المتحدة لمكافحة الفساد")).not.toBeNull();
});
