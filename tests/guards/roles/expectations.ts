/** Who may use what, written down once more and independently of the code that decides it. */
import type { Who } from "shared/endpoint.ts";
import type { ActorName, Place } from "./cast.ts";

type Signed = Exclude<Who, "anyone" | "operator" | "person">;

/** Whoever is not named here is refused; stewards may everywhere. */
const MAY: Record<Signed, (place: Place) => ActorName[]> = {
  steward: () => ["steward"],
  admin: ({ region }) => [`admin of ${region}`, "steward"],
  moderator: ({ region }) => [`moderator of ${region}`, `admin of ${region}`, "steward"],
  curator: ({ region }) => [`curator of ${region}`, `admin of ${region}`, "steward"],
  staff: ({ region }) => [`moderator of ${region}`, `curator of ${region}`, `admin of ${region}`, "steward"],
  editor: ({ name, region }) => [`owner of ${name}`, `editor of ${name}`, `admin of ${region}`, "steward"],
  owner: ({ name, region }) => [`owner of ${name}`, `admin of ${region}`, "steward"],
};

const THREAD = "/:language/:region/board/threads/:id";
const TOOLS = ["/tools", "/tools/move", "/tools/split", "/tools/merge", "/tools/pace"].map(
  (tool) => `${THREAD}${tool}`,
);

/** Addresses that are for fewer than they declare, since what they are about is the reader's own. */
const NARROWER: Record<string, (place: Place) => ActorName[]> = {
  "/:language/:region/organisations/:slug/members/hand-over": ({ name }) => [`owner of ${name}`],
  "/:language/:region/organisations/:slug/leave": ({ name }) => [
    `owner of ${name}`,
    `editor of ${name}`,
    `poster of ${name}`,
  ],
  "/:language/account/decisions/:decision": () => ["member"],
  // A board of all regions is kept by any region's moderators, so the address alone cannot tell.
  ...Object.fromEntries(TOOLS.map((url) => [url, MAY.moderator])),
  // Of live coverage, which the thread is not.
  [`${THREAD}/authors`]: () => [],
  // The post is the platform's own welcome.
  "/:language/:region/board/threads/:id/posts/:number/edit": () => [],
  "/:language/:region/board/threads/:id/posts/:number/delete": () => [],
};

export function isNarrower(url: string): boolean {
  return url in NARROWER;
}

export type Expected = "answer" | "sign-in" | "nothing" | "refusal";

export interface Asking {
  who: Who;
  url: string;
  method: string;
  actor: ActorName;
  place: Place;
}

/** `nothing`: 404, as if there were nothing there; `refusal`: 403. */
export function expected({ who, url, method, actor, place }: Asking): Expected {
  if (who === "anyone") return "answer";
  if (actor === "visitor") return "sign-in";
  // Whose it is, a write decides after it has read what was sent: the rooms test that themselves.
  const own = method === "GET" ? NARROWER[url]?.(place) : undefined;
  if (who === "person") return own && !own.includes(actor) ? "nothing" : "answer";
  if (who === "operator") throw new Error("what is the operator's is tested apart");
  if (!MAY[who](place).includes(actor)) return method === "GET" ? "nothing" : "refusal";
  return own && !own.includes(actor) ? "nothing" : "answer";
}
