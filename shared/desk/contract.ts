/** The desk's queue as data: what waits, who took it on, and the endpoints that tell and take it. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { anyOf, CountryCode, orNull, RegionParam } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { deskKinds, MAX_AGE_DAYS, MAX_MARKED, takings } from "./rules.ts";

const Kind = Type.Enum(deskKinds);
/** Unique within its kind. */
const Ref = Type.String({ pattern: "^[A-Za-z0-9-]{1,80}$" });
const Moment = Type.String({ description: "ISO 8601, UTC" });

export const DeskItem = Type.Object({
  kind: Kind,
  ref: Ref,
  since: Moment,
  /** A name or title as somebody wrote it; null: of a country, or of many things. */
  title: orNull(Type.String()),
  iso2: orNull(CountryCode),
  /** More exactly: the kind of an application or proposal, the field of a correction, the cycle of a review, how a link fails. */
  what: orNull(Type.String()),
  /** Of a line that stands for many. */
  count: orNull(Type.Integer()),
  /** Below the region: its page. */
  path: Type.String(),
  takenBy: orNull(Type.Object({ handle: Type.String(), mine: Type.Boolean() })),
});
export type DeskItem = Static<typeof DeskItem>;

export const DeskCount = Type.Object({
  kind: Kind,
  /** Exact up to 1000. */
  count: Type.Integer(),
  /** Of the one that waits longest. */
  oldest: Moment,
});
export type DeskCount = Static<typeof DeskCount>;

export const deskFilter = {
  kind: anyOf(Kind),
  taken: Type.Optional(Type.Enum([...takings])),
  olderThan: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MAX_AGE_DAYS, description: "Waiting for more than so many days" }),
  ),
};
export const deskQuery = Type.Object({ ...deskFilter, after: paging.after });
export type DeskQuery = Static<typeof deskQuery>;

export const listDesk = endpoint({
  id: "listDesk",
  method: "GET",
  path: "/api/v1/regions/:region/desk",
  summary:
    "What waits for this person at the region's desk: first what somebody waits to be answered, then what keeps the data true; each the oldest first",
  who: "staff",
  params: regionParams,
  query: Type.Object({ ...deskFilter, ...paging }),
  reply: Type.Object({
    ...listOf(DeskItem).properties,
    counts: Type.Array(DeskCount, { description: "Of all that waits for this person, by kind" }),
  }),
  failures: ["unauthenticated", "not-found", "invalid"],
});

export const DeskRef = Type.Object({ kind: Kind, ref: Ref });
export type DeskRef = Static<typeof DeskRef>;

export const takeOn = endpoint({
  id: "takeOn",
  method: "POST",
  path: "/api/v1/regions/:region/desk/assignments",
  summary: "Takes things on; `conflict` where somebody else has each of them and `over` is not said",
  who: "staff",
  params: regionParams,
  body: Type.Object({
    items: Type.Array(DeskRef, { minItems: 1, maxItems: MAX_MARKED }),
    over: Type.Optional(Type.Boolean({ description: "Also from who took it on before" })),
  }),
  reply: Type.Object({ taken: Type.Array(DeskRef) }),
  failures: ["unauthenticated", "forbidden", "not-found", "invalid", "conflict"],
});

export const giveBack = endpoint({
  id: "giveBack",
  method: "DELETE",
  path: "/api/v1/regions/:region/desk/assignments/:kind/:ref",
  summary: "Gives back what this person took on",
  who: "staff",
  params: Type.Object({ region: RegionParam, kind: Kind, ref: Ref }),
  reply: Type.Null(),
  failures: ["unauthenticated", "forbidden", "not-found"],
});

/** "correction/12", as a checkbox or button of the queue sends it. */
const Marked = Type.String({ pattern: "^[a-z]{1,20}/[A-Za-z0-9-]{1,80}$" });

export const deskBody = Type.Object({
  item: Type.Optional(Type.Array(Marked, { maxItems: MAX_MARKED })),
  /** The button of one line. */
  take: Type.Optional(Marked),
  over: Type.Optional(Marked),
  give: Type.Optional(Marked),
  /** The buttons for all that is marked. */
  do: Type.Optional(Type.Enum(["take", "give", "ask", "aside"])),
});
export type DeskBody = Static<typeof deskBody>;

export const deskLetterBody = Type.Object({ weekly: Type.Enum(["on", "off"]) });

export const stopDeskMailQuery = Type.Object({ of: Type.Optional(Type.String({ maxLength: 300 })) });
export const stopDeskMailBody = Type.Object({});
