/** What a form without an account asks of its sender: solved, waited for, spent once, never forged. */
import { hash } from "node:crypto";
import { transaction } from "db/transaction.ts";
import { checkChallenge, issueChallenge, paidChallenge, waitingChallenge } from "server/plugins/challenge.ts";
import {
  BITS,
  CALM_FORMS,
  type Challenge,
  isSolved,
  MOST_STEPS,
  PUZZLES,
  puzzleText,
  stepsUnder,
  visitorFields,
  WAIT_SECONDS,
} from "shared/visitors/challenge.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
let now = new Date("2026-11-22T10:00:00Z");
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  app.app.now = () => now;
});
afterAll(() => app.close());

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const check = (sent: Record<string, string>) =>
  transaction(app.app.db, (tx) => checkChallenge(app.app, tx, sent));

function solutionOf(challenge: Challenge): string {
  return Array.from({ length: PUZZLES }, (_, place) => {
    for (let tried = 0; ; tried++) {
      const word = hash("sha256", puzzleText(challenge, place, tried.toString(36)), "buffer").readUInt32BE(0);
      if (isSolved(word, challenge.bits)) return tried.toString(36);
    }
  }).join(".");
}

function solved(challenge = issueChallenge(app.app)): Record<string, string> {
  return { [visitorFields.challenge]: challenge.value, [visitorFields.solution]: solutionOf(challenge) };
}

describe("a form with a solution", () => {
  test("is accepted once", async () => {
    const sent = solved();
    expect(await check(sent)).toBe("ok");
    expect(await check(sent)).toBe("expired");
  });

  test("is accepted once also when it is sent twice at the same moment", async () => {
    const sent = solved();
    expect((await Promise.all([check(sent), check(sent), check(sent)])).toSorted()).toEqual([
      "expired",
      "expired",
      "ok",
    ]);
  });

  test("can be sent again when what it asked for failed", async () => {
    const sent = solved();
    const failing = transaction(app.app.db, async (tx) => {
      expect(await checkChallenge(app.app, tx, sent)).toBe("ok");
      throw new Error("the database went away");
    });
    await expect(failing).rejects.toThrow("went away");
    expect(await check(sent)).toBe("ok");
  });

  test("is too old after a day, and still good just before", async () => {
    const [early, late] = [solved(), solved()];
    later(24 * 3600 - 5);
    expect(await check(early)).toBe("ok");
    later(10);
    expect(await check(late)).toBe("expired");
  });

  test("must stand for its own challenge", async () => {
    const sent = { ...solved(), [visitorFields.challenge]: issueChallenge(app.app).value };
    expect(await check(sent)).toBe("wait");
  });
});

describe("a form without a solution", () => {
  test("waits, and is accepted once the time that was signed has passed", async () => {
    const first = { [visitorFields.challenge]: issueChallenge(app.app).value };
    later(3600);
    expect(await check(first)).toBe("wait");
    const { value, seconds } = waitingChallenge(app.app, first);
    expect(seconds).toBe(WAIT_SECONDS);
    const waiting = { [visitorFields.challenge]: value };
    later(WAIT_SECONDS - 2);
    expect(await check(waiting)).toBe("wait");
    expect(waitingChallenge(app.app, waiting)).toEqual({ value, seconds: 2 });
    later(2);
    expect(await check(waiting)).toBe("ok");
    expect(await check(waiting)).toBe("expired");
  });

  test.each([
    ["nothing", ""],
    ["a shorter wait", "wait"],
    ["fewer bits", "bits"],
  ])("cannot forge %s", async (_what, forgery) => {
    const [kind, id, issuedAt, bits, wait, mac] = issueChallenge(app.app).value.split(".");
    const values: Record<string, string[]> = {
      wait: ["wait", id ?? "", String(Number(issuedAt) - 999), bits ?? "", "0", mac ?? ""],
      bits: [kind ?? "", id ?? "", issuedAt ?? "", "0", wait ?? "", mac ?? ""],
    };
    expect(await check({ [visitorFields.challenge]: values[forgery]?.join(".") ?? "" })).toBe("expired");
  });
});

test("whatever fills in the field that people do not see is refused", async () => {
  expect(await check({ ...solved(), [visitorFields.trap]: "https://spam.example" })).toBe("wrong");
});

test("whoever only mistyped need not solve again", async () => {
  const first = solved();
  expect(await check(first)).toBe("ok");
  const again = { [visitorFields.challenge]: paidChallenge(app.app, first).value };
  expect(await check(again)).toBe("ok");
  expect(await check(again)).toBe("expired");
});

test("what was spent is forgotten once its time is over", async () => {
  await check(solved());
  later(25 * 3600);
  await check(solved());
  const { rows } = await app.app.db.pool.query("select count(*)::int as count from spent_challenges");
  expect(rows[0].count).toBe(1);
});

test("a flood makes it dearer for all, up to a bound, and quiet makes it cheap again", async () => {
  expect([0, CALM_FORMS, CALM_FORMS + 1, CALM_FORMS * 3, 1e6].map(stepsUnder)).toEqual([
    0,
    0,
    1,
    2,
    MOST_STEPS,
  ]);
  // Waited for, which costs a host nothing that solving costs.
  const flood = Array.from({ length: CALM_FORMS + 2 }, () => waitingChallenge(app.app, {}).value);
  later(WAIT_SECONDS);
  for (const value of flood) expect(await check({ [visitorFields.challenge]: value })).toBe("ok");
  expect(issueChallenge(app.app).bits).toBeGreaterThan(BITS);
  later(3600);
  expect(issueChallenge(app.app).bits).toBe(BITS);
});
