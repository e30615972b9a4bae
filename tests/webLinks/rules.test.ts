/** What looks at an address over days make of it. */
import { isSamePlace, judged, type LinkKnown, type Look } from "shared/webLinks/rules.ts";
import { expect, test } from "vitest";

const URL = "https://example.org/reports/2019.pdf";
const fresh: LinkKnown = {
  url: URL,
  state: "unchecked",
  movedTo: null,
  status: null,
  failures: 0,
  verdict: null,
};
const answer = (status: number | null, ...redirects: Look["redirects"]): Look => ({ status, redirects });
/** The states after each of these looks. */
const states = (looks: Look[], known: LinkKnown = fresh) => {
  let now = known;
  return looks.map((look) => {
    now = { ...now, ...judged(now, look) };
    return now.state;
  });
};

test("what says twice that it is gone is gone, what fails is failing the third time", () => {
  expect(states([answer(404), answer(404)])).toEqual(["unchecked", "gone"]);
  expect(states([answer(410), answer(404)])).toEqual(["unchecked", "gone"]);
  expect(states([answer(null), answer(503), answer(null)])).toEqual(["unchecked", "unchecked", "failing"]);
  expect(states([answer(200), answer(500), answer(500), answer(500), answer(200)])).toEqual([
    "ok",
    "ok",
    "ok",
    "failing",
    "ok",
  ]);
  expect(states([answer(404), answer(200), answer(404)])).toEqual(["unchecked", "ok", "ok"]);
});

test.each([401, 403, 405, 429, 451, 999])("a site that answers programs %i is there", (status) => {
  expect(states([answer(status), answer(status), answer(status)])).toEqual(["ok", "ok", "ok"]);
});

test("only a permanent redirect to another place is a move", () => {
  const to = "https://example.org/archive/2019.pdf";
  expect(judged(fresh, answer(200, { status: 301, to })).movedTo).toBe(to);
  expect(judged(fresh, answer(200, { status: 308, to })).state).toBe("moved");
  expect(judged(fresh, answer(200, { status: 302, to })).state).toBe("ok");
  const login = { status: 302, to: "https://example.org/sign-in" };
  expect(judged(fresh, answer(200, { status: 301, to }, login)).movedTo).toBe(to);
  expect(judged(fresh, answer(404, { status: 301, to })).state).toBe("unchecked");
});

test("another spelling of the same place is no move, nor is a site's front page in a language", () => {
  expect(isSamePlace("http://example.org/a", "https://www.example.org/a/")).toBe(true);
  expect(isSamePlace("http://example.org", "https://example.org/en")).toBe(true);
  expect(isSamePlace("http://example.org/a", "https://example.org/")).toBe(false);
  expect(isSamePlace("http://example.org/a?x=1", "http://example.org/a?x=2")).toBe(false);
  expect(isSamePlace("http://example.org/", "https://example.net/")).toBe(false);
});

test("that it is fine holds as long as it is the same trouble; that it is gone, until a person says otherwise", () => {
  const moved = judged(fresh, answer(200, { status: 301, to: "https://example.org/b" }));
  const fine = { ...fresh, ...moved, verdict: "fine" as const };
  expect(judged(fine, answer(200, { status: 301, to: "https://example.org/b" })).verdict).toBe("fine");
  expect(judged(fine, answer(200, { status: 301, to: "https://example.org/c" })).verdict).toBeNull();
  expect(judged({ ...fresh, state: "gone", verdict: "gone" }, answer(200))).toMatchObject({
    state: "ok",
    verdict: "gone",
  });
});
