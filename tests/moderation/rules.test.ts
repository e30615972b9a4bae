/** Who may appeal, to whom, and what can be decided: the rules by themselves. */
import type { Actor } from "shared/accounts/rules.ts";
import {
  type AppealableDecision,
  appealRegion,
  type DecidingFacts,
  isSuspensionEnd,
  mayAppeal,
  mayDecideAppeal,
  measureOptions,
  postOptions,
  reversalOf,
} from "shared/moderation/rules.ts";
import { describe, expect, test } from "vitest";

const now = new Date("2026-11-22T12:00:00Z");
const [AUTHOR, FLAGGER, FIRST, SECOND] = [1, 2, 3, 4];
const hidden: AppealableDecision = {
  ...{ action: "hide", personId: AUTHOR, flaggers: [FLAGGER], appealed: false },
  at: new Date("2026-11-20T12:00:00Z"),
};

describe("an appeal", () => {
  test("is once, within its time, by whom the decision goes against", () => {
    expect(mayAppeal(AUTHOR, hidden, now)).toBe(true);
    expect(mayAppeal(FLAGGER, hidden, now)).toBe(false);
    expect(mayAppeal(AUTHOR, { ...hidden, appealed: true }, now)).toBe(false);
    expect(mayAppeal(AUTHOR, hidden, new Date("2027-02-19T12:00:00Z"))).toBe(false);
    expect(mayAppeal(FLAGGER, { ...hidden, action: "keep" }, now)).toBe(true);
    expect(mayAppeal(AUTHOR, { ...hidden, action: "keep" }, now)).toBe(false);
  });

  test("goes to another moderator of the region, else to another region's, else waits at home", () => {
    const decision = { region: "africa", moderatorId: FIRST, personId: AUTHOR, flaggers: [FLAGGER] };
    const first = { personId: FIRST, region: "africa" };
    const second = { personId: SECOND, region: "africa" };
    const asian = { personId: 9, region: "south-east-asia" };
    expect(appealRegion(decision, AUTHOR, [first, second, asian])).toBe("africa");
    expect(appealRegion(decision, AUTHOR, [first, asian])).toBe("south-east-asia");
    expect(appealRegion(decision, SECOND, [first, second, asian])).toBe("south-east-asia");
    expect(appealRegion(decision, AUTHOR, [first, { ...first, region: "south-east-asia" }])).toBe("africa");
    expect(appealRegion({ ...decision, region: null }, AUTHOR, [first])).toBeNull();
    const party = { personId: AUTHOR, region: "africa" };
    expect(appealRegion(decision, FLAGGER, [first, party, asian])).toBe("south-east-asia");
  });

  test("is answered by nobody who decided, nor in one's own cause", () => {
    const moderator = (id: number) =>
      ({ id, roles: [{ role: "moderator", region: "africa" }] }) as unknown as Actor;
    const asked = { region: "africa", personId: AUTHOR };
    const decision = { moderatorId: FIRST, personId: null, flaggers: [] };
    expect(mayDecideAppeal(moderator(SECOND), asked, decision)).toBe(true);
    expect(mayDecideAppeal(moderator(FIRST), asked, decision)).toBe(false);
    expect(mayDecideAppeal(moderator(AUTHOR), asked, decision)).toBe(false);
    expect(mayDecideAppeal(moderator(SECOND), { ...asked, region: "south-east-asia" }, decision)).toBe(false);
    expect(mayDecideAppeal(moderator(SECOND), { ...asked, region: null }, decision)).toBe(true);
    expect(mayDecideAppeal(null, asked, decision)).toBe(false);
    expect(mayDecideAppeal(moderator(SECOND), asked, { ...decision, personId: SECOND })).toBe(false);
    expect(mayDecideAppeal(moderator(SECOND), asked, { ...decision, flaggers: [SECOND] })).toBe(false);
  });

  test("that succeeds undoes what was done; a warning leaves nothing but the word", () => {
    const done = ["hide", "reject", "lock", "suspend", "ban", "keep", "warn"] as const;
    expect(done.map(reversalOf)).toEqual(["show", "approve", "unlock", "lift", "lift", "hide", null]);
  });
});

describe("what can be decided", () => {
  const facts: DecidingFacts = {
    ...{ state: "visible", locked: false, isOwn: false, flags: 1 },
    author: { limited: false, system: false },
  };

  test("fits the post as it is", () => {
    expect(postOptions(facts)).toEqual(["keep", "hide", "lock"]);
    expect(postOptions({ ...facts, state: "pending" })).toEqual(["approve", "reject", "lock"]);
    expect(postOptions({ ...facts, state: "hidden", flags: 0, locked: true })).toEqual(["show", "unlock"]);
    expect(postOptions({ ...facts, state: "deleted" })).toEqual(["keep", "lock"]);
    const states = ["visible", "pending", "hidden", "deleted"] as const;
    const own = states.flatMap((state) => postOptions({ ...facts, isOwn: true, state }));
    expect(new Set(own)).toEqual(new Set(["hide", "reject", "lock"]));
  });

  test("about a person is nothing for oneself, the platform, or whoever was removed", () => {
    expect(measureOptions(facts)).toEqual(["warn", "suspend", "ban"]);
    expect(measureOptions({ ...facts, author: { limited: true, system: false } })).toContain("lift");
    for (const nobody of [{ isOwn: true }, { author: null }, { author: { limited: false, system: true } }])
      expect(measureOptions({ ...facts, ...nobody })).toEqual([]);
  });

  test("a suspension ends within ninety days", () => {
    expect(isSuspensionEnd(new Date("2026-11-23T23:59:59Z"), now)).toBe(true);
    expect(isSuspensionEnd(new Date("2027-02-20T23:59:59Z"), now)).toBe(true);
    expect(isSuspensionEnd(new Date("2027-03-20T23:59:59Z"), now)).toBe(false);
    expect(isSuspensionEnd(new Date("2026-11-21T23:59:59Z"), now)).toBe(false);
  });
});
