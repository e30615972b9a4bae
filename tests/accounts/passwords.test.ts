/** Passwords: which are refused, how they are kept, and that many at once wait in one line. */

import { isCommonPassword } from "server/accounts/commonPasswords.ts";
import { hashPassword, inTurn, isOutdated, isPassword } from "server/accounts/passwords.ts";
import { Turns } from "server/accounts/turns.ts";
import { passwordProblem } from "shared/accounts/passwords.ts";
import { Failure } from "shared/failure.ts";
import { describe, expect, test } from "vitest";

const owner = { handle: "amina.k", email: "amina.kone@example.org" };
const problem = (password: string) => passwordProblem(password, owner, isCommonPassword);

describe("a password is refused", () => {
  test.each([
    ["short", "elevensigns"],
    ["short", "   spaces     "],
    ["short", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"],
    ["long", "ab cd ef ".repeat(40)],
    ["common", "1qaz2wsx3edc"],
    ["common", "QWERTY123456"],
    ["common", "administrator"],
    ["common", "password1234"],
    ["common", "P@ssw0rd2026!"],
    ["common", "dragondragon"],
    ["common", "2026football1"],
    ["simple", "abcdefghijkl"],
    ["simple", "mmmmmmmmmmmm"],
    ["simple", "xkxkxkxkxkxkxk"],
    ["simple", "98765432109876"],
    ["simple", "qwertyuiop[]asdfghjkl"],
    ["personal", "amina.kone@example.org"],
    ["personal", "AMINA.K-amina.k"],
    ["personal", "amina.kone2026"],
  ])("as %s: %s", (wanted, password) => {
    expect(problem(password)).toBe(wanted);
  });
});

test.each([
  "correct horse battery staple",
  "une phrase que je retiens",
  "جملة طويلة أتذكرها جيدا",
  "ฉันชอบกินข้าวมาก",
  "kGh7-pq2M-xx91",
  "🔑🦒🌍🐘🍋🚲🎺🧵🪁🫖🛶🧭",
  "amina.kone likes mangoes in may",
])("a password is taken without any rule about its signs: %s", (password) => {
  expect(problem(password)).toBeNull();
});

test("the list of common passwords is the library's, as it says", async () => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const all = [...dictionary["passwords-common"]].map(String);
  const wanted = [...all.slice(0, 2000), ...all.filter((word) => [...word].length >= 12)];
  expect(wanted.filter((word) => !isCommonPassword(word))).toEqual([]);
});

describe("at rest", () => {
  test("only the password itself is right, however its letters were composed and whatever spaces surround it", async () => {
    const kept = await hashPassword("Ça ira très bien");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
    expect(isOutdated(kept)).toBe(false);
    expect(await isPassword(kept, "Ça ira très bien")).toBe(true);
    expect(await isPassword(kept, " Ça ira très bien".normalize("NFD"))).toBe(true);
    expect(await isPassword(kept, "ça ira très bien")).toBe(false);
    expect(await isPassword(kept, "")).toBe(false);
  });

  test("a hash of other parameters is still right, and known to be outdated", async () => {
    const old =
      "$argon2id$v=19$m=8192,t=1,p=1$v78zqavc2kHMb30Ew2NgSw$pvResyXBByhrcQLLntoJJWLysONxKfowsbZ8uZhp9Qk";
    expect(await isPassword(old, "correct horse battery")).toBe(true);
    expect(isOutdated(old)).toBe(true);
  });

  test("nothing is right for nobody, and it takes as long as a wrong password", async () => {
    const kept = await hashPassword("correct horse battery");
    const took = async (stored: string | null) => {
      const start = performance.now();
      expect(await isPassword(stored, "wrong horse battery")).toBe(false);
      return performance.now() - start;
    };
    // The quickest of some, taken by turns: whatever else the host does slows single ones of both.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 15; round += 1) {
      known = Math.min(known, await took(kept));
      unknown = Math.min(unknown, await took(null));
    }
    expect(await isPassword(null, "")).toBe(false);
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.6);
  });

  test("a megabyte is no password, and is refused as quickly", async () => {
    const kept = await hashPassword("x1 ".repeat(80));
    expect(await isPassword(kept, "x1 ".repeat(350_000))).toBe(false);
  });
});

describe("taking turns", () => {
  test("one at a time, in order, whatever fails between", async () => {
    const turns = new Turns(10);
    const done: string[] = [];
    let running = 0;
    const work = (name: string, fails = false) =>
      turns.take(async () => {
        running += 1;
        expect(running).toBe(1);
        await new Promise(setImmediate);
        running -= 1;
        done.push(name);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([work("a"), work("b", true), work("c")]);
    expect(done).toEqual(["a", "b", "c"]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("whoever comes when too many wait is told at once to come back", async () => {
    const turns = new Turns(2);
    const end = Promise.withResolvers<void>();
    const first = turns.take(() => end.promise);
    const second = turns.take(async () => {});
    const third = turns.take(async () => {});
    await expect(turns.take(async () => {})).rejects.toThrow(new Failure("unavailable"));
    end.resolve();
    await Promise.all([first, second, third]);
    await turns.take(async () => {});
  });

  test("whoever asks again and again waits behind themselves, and gives up places to others", async () => {
    const turns = new Turns(4);
    const end = Promise.withResolvers<void>();
    const order: string[] = [];
    const ask = (from: string, index: number) =>
      turns
        .take(async () => void order.push(`${from}${index}`), from)
        .catch(() => order.push(`${from}${index} refused`));
    const first = turns.take(() => end.promise, "storm");
    const storm = [1, 2, 3, 4, 5].map((index) => ask("storm", index));
    const others = [ask("town", 1), ask("village", 1), ask("town", 2)];
    end.resolve();
    await Promise.all([first, ...storm, ...others]);
    expect(order.filter((one) => one.endsWith("refused"))).toEqual([
      "storm5 refused",
      "storm4 refused",
      "storm3 refused",
      "town2 refused",
    ]);
    expect(order.filter((one) => !one.endsWith("refused"))).toEqual([
      "storm1",
      "town1",
      "village1",
      "storm2",
    ]);
  });

  test("hashing leaves the event loop free", async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 2);
    const start = performance.now();
    await Promise.all(Array.from({ length: 8 }, (_, index) => hashPassword(`correct horse ${index}`)));
    const took = performance.now() - start;
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(took / 2 / 6);
    expect(await inTurn(async () => "free")).toBe("free");
  });
});
