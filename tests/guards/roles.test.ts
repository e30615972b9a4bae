/** Every address × everybody who may come × each region and CSO: who is answered, and how the others are refused. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import type { SignedIn } from "../setup/people.ts";
import { type ActorName, type Cast, makeCast, type Place } from "./roles/cast.ts";
import { type Asking, type Expected, expected, isNarrower } from "./roles/expectations.ts";
import { anyRecordOf, recordsOf } from "./roles/records.ts";

/** Seconds on a quiet host: thousands of requests share two cores with the other tests. */
const BUSY_HOST_MS = 120_000;

let app: TestApp;
let cast: Cast;
let addresses: { url: string; method: string; who: Asking["who"] }[];

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  cast = await makeCast(app);
  addresses = app.app.routes
    .flatMap(({ method, url, config }) =>
      [method].flat().map((one) => ({ method: one, url, who: config?.who })),
    )
    .filter((route): route is (typeof addresses)[number] => isTested(route));
});
afterAll(() => app.close());

function isTested({ method, url, who }: { method: string; url: string; who: string | undefined }): boolean {
  const isAsked = method !== "HEAD" && method !== "OPTIONS" && !url.startsWith("/assets/");
  return isAsked && who !== undefined && who !== "operator";
}

/** What an address means to the person: told by its status alone. */
function outcome(status: number, location: string | undefined, isPage: boolean): Expected {
  if (status === 401) return "sign-in";
  if (status === 303 && isPage && location?.includes("/sign-in?next=")) return "sign-in";
  if (status === 403) return "refusal";
  return status === 404 ? "nothing" : "answer";
}

type RecordFor = (name: string) => string;

async function ask(
  { method, url }: { method: string; url: string },
  actor: SignedIn | null,
  recordFor: RecordFor,
): Promise<Expected> {
  const isReading = method === "GET";
  const path = url.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(recordFor(name)));
  // Sent as what no form and no script sends: whoever may write is told so, and nothing is written.
  const body = isReading || method === "DELETE" ? {} : { payload: "x" };
  const headers = { ...actor?.as, ...(isReading ? {} : { "content-type": "text/plain" }) };
  const reply = await app.app.fastify.inject({ method: method as "GET", url: path, headers, ...body });
  const location = reply.headers.location;
  return outcome(reply.statusCode, location, isReading);
}

/** What a write may have changed: every CSO is as it was. */
async function asBefore(): Promise<void> {
  const ids = cast.places.map(({ organisationId }) => organisationId);
  await app.app.db.pool.query(
    "update organisations set status = 'claimed', dark_since = null where id = any($1) and status <> 'claimed'",
    [ids],
  );
}

/** Where only being signed in counts, some stand for all. */
const SOME: readonly ActorName[] = ["visitor", "member", "poster of own", "sleeping admin", "steward"];

function askers({ url, who }: { url: string; who: Asking["who"] }): [ActorName, SignedIn | null][] {
  const all = [...cast.actors];
  return who === "person" && !isNarrower(url) ? all.filter(([name]) => SOME.includes(name)) : all;
}

function placeCalled(name: Place["name"]): Place {
  const place = cast.places.find((one) => one.name === name);
  if (!place) throw new Error(`there is no place ${name}`);
  return place;
}

test(
  "everybody is answered what is theirs, and refused what is not",
  async () => {
    const wrong: string[] = [];
    const place = placeCalled("own");
    for (const address of addresses.filter(({ who }) => who !== "anyone")) {
      const isReading = address.method === "GET";
      for (const [name, actor] of askers(address)) {
        const wanted = expected({ ...address, actor: name, place });
        const signed = actor && !isReading && wanted === "answer" ? await cast.again(actor) : actor;
        const got = await ask(address, signed, (part) =>
          recordsOf(part, { url: address.url, place, isReading }),
        );
        if (!fits(address.method, wanted, got)) wrong.push(line(address, name, place, wanted, got));
      }
      if (!isReading) await asBefore();
    }
    expect(wrong).toEqual([]);
  },
  BUSY_HOST_MS,
);

test("a CSO is not there under another region's address, not even for its owner or that region's admin", async () => {
  const wrong: string[] = [];
  const own = placeCalled("own");
  const foreign = { ...placeCalled("foreign"), region: own.region };
  for (const address of addresses.filter(({ who }) => who === "editor" || who === "owner")) {
    for (const name of ["owner of foreign", "owner of own", "admin of africa", "steward"] as const) {
      const got = await ask(address, cast.actors.get(name) ?? null, (part) =>
        recordsOf(part, { url: address.url, place: foreign, isReading: address.method === "GET" }),
      );
      if (got !== "nothing") wrong.push(line(address, name, foreign, "nothing", got));
    }
  }
  expect(wrong).toEqual([]);
});

/** Writes are sent to records that do not exist: whoever may write learns that. */
function fits(method: string, wanted: Expected, got: Expected): boolean {
  return wanted === got || (method !== "GET" && wanted === "answer" && got === "nothing");
}

function line(
  { method, url }: { method: string; url: string },
  actor: ActorName,
  place: Place,
  wanted: Expected,
  got: Expected,
): string {
  return `${method} ${url} (${place.name}) as ${actor}: ${got} instead of ${wanted}`;
}

test("what is for anyone is for visitors, members and staff alike", async () => {
  const wrong: string[] = [];
  const [own] = cast.places;
  if (!own) throw new Error("there is no place");
  for (const address of addresses.filter(({ who, method }) => who === "anyone" && method === "GET")) {
    for (const name of ["visitor", "member", "sleeping admin"] as const) {
      const got = await ask(address, cast.actors.get(name) ?? null, (part) => anyRecordOf(part, own));
      if (got === "sign-in" || got === "refusal") wrong.push(line(address, name, own, "answer", got));
    }
  }
  expect(wrong).toEqual([]);
});

test("every address says who may use it", () => {
  const silent = app.app.routes.filter(({ config }) => config?.who === undefined).map(({ url }) => url);
  expect(silent).toEqual([]);
});

test("an address that belongs to a region or a CSO has it in its path", () => {
  const ofRegion = ["editor", "owner", "staff", "moderator", "curator", "admin"];
  const missing = addresses.filter(({ url, who }) => {
    if (!ofRegion.includes(who)) return false;
    return !url.includes(":region") || (["editor", "owner"].includes(who) && !url.includes(":slug"));
  });
  expect(missing).toEqual([]);
});
