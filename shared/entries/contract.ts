/** What is written at a region's desk, as data: drafts, proposals, what is scheduled; and publishing in each room. */
import Type, { type Static, type TObject } from "typebox";
import { endpoint } from "../endpoint.ts";
import { orNull, paragraphs, RegionParam, Slug } from "../fields.ts";
import { paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { type EntryKind, entryKinds, entryStates, MAX_REASON, proposedKinds } from "./rules.ts";

const Moment = Type.String({ format: "date-time", description: "UTC" });

export const Entry = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(entryKinds),
  region: Slug,
  state: Type.Enum(entryStates),
  title: Type.String(),
  content: Type.Record(Type.String(), Type.Unknown(), {
    description: "The fields of its kind, as far as they are.",
  }),
  /** Of the record that it changes, became, or was. */
  slug: orNull(Slug),
  publishAt: orNull(Moment),
  /** Why a scheduled one was not published: a failure's code. */
  problem: orNull(Type.String()),
  reason: orNull(Type.String()),
  /** Handles. */
  proposedBy: orNull(Type.String()),
  changedBy: orNull(Type.String()),
  changedAt: Moment,
  version: Type.Integer(),
});
export type Entry = Static<typeof Entry>;

const entryParams = Type.Object({
  region: RegionParam,
  entry: Type.String({ pattern: "^[1-9][0-9]{0,14}$" }),
});
const recordParams = Type.Object({ region: RegionParam, slug: Slug });
const Reason = paragraphs({ max: MAX_REASON });
const version = Type.Integer({ minimum: 0 });

export const entryQuery = Type.Object({
  kind: Type.Optional(Type.Enum(entryKinds)),
  state: Type.Optional(Type.Array(Type.Enum(entryStates), { maxItems: 6 })),
  ...paging,
});

export const listEntries = endpoint({
  id: "listEntries",
  method: "GET",
  path: "/api/v1/regions/:region/entries",
  summary: "What is written at the region's desk and not public, newest first",
  who: "curator",
  params: regionParams,
  query: entryQuery,
  reply: Type.Object({ items: Type.Array(Entry), next: orNull(Type.String()) }),
  failures: ["invalid", "not-found"],
});

export const getEntry = endpoint({
  id: "getEntry",
  method: "GET",
  path: "/api/v1/regions/:region/entries/:entry",
  summary: "One of them",
  who: "curator",
  params: entryParams,
  reply: Entry,
  failures: ["not-found"],
});

export const changeEntry = endpoint({
  id: "changeEntry",
  method: "PATCH",
  path: "/api/v1/regions/:region/entries/:entry",
  summary: "Keeps other content in it",
  who: "curator",
  params: entryParams,
  body: Type.Object({ version, content: Type.Record(Type.String(), Type.Unknown()) }),
  reply: Entry,
  failures: ["invalid", "not-found", "stale", "conflict"],
});

export const publishEntry = endpoint({
  id: "publishEntry",
  method: "POST",
  path: "/api/v1/regions/:region/entries/:entry/publication",
  summary: "Publishes it, now or at a moment",
  who: "curator",
  params: entryParams,
  body: Type.Object({
    version,
    publishAt: Type.Optional(Moment),
    recordVersion: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: "Of what it changes, where that was changed since: it was compared.",
      }),
    ),
  }),
  reply: Entry,
  failures: ["invalid", "not-found", "stale", "conflict"],
});

export const declineEntry = endpoint({
  id: "declineEntry",
  method: "POST",
  path: "/api/v1/regions/:region/entries/:entry/refusal",
  summary: "Declines a proposal with a reason, which its giver is told; or lays a draft aside",
  who: "curator",
  params: entryParams,
  body: Type.Object({ version, reason: Reason }),
  reply: Entry,
  failures: ["invalid", "not-found", "stale", "conflict"],
});

export const proposeEntry = endpoint({
  id: "proposeEntry",
  method: "POST",
  path: "/api/v1/regions/:region/proposals",
  summary: "Proposes news, an event or a resource to the region's curators",
  who: "person",
  params: regionParams,
  body: Type.Object({ kind: Type.Enum(proposedKinds), content: Type.Record(Type.String(), Type.Unknown()) }),
  reply: Entry,
  failures: ["invalid", "forbidden", "not-found", "too-many"],
});

const states = {
  state: Type.Enum(entryStates),
  /** Where it is kept while it is not public. */
  entry: orNull(Type.Integer()),
  slug: orNull(Slug),
  publishAt: orNull(Moment),
  /** Of the record; of the entry while it is not public. */
  version: Type.Integer(),
};

const Revision = Type.Object({
  id: Type.Integer(),
  at: Moment,
  before: Type.Record(Type.String(), Type.Unknown()),
  after: Type.Record(Type.String(), Type.Unknown()),
  by: orNull(Type.String({ description: "A handle; null: the platform, or a person who was removed." })),
  actedAs: Type.String(),
  source: orNull(Type.String()),
});

const names = { news: "Article", events: "Event", resources: "Resource", partners: "Partner" } as const;

/** The writing addresses of one room: `POST /api/v1/regions/{region}/news { …, publish }` and its neighbours. */
export function publicationOf(kind: EntryKind, content: TObject, record: TObject) {
  const path = `/api/v1/regions/:region/${kind}`;
  const reply = Type.Object({ ...Type.Partial(record).properties, ...states });
  return {
    create: endpoint({
      id: `create${names[kind]}`,
      method: "POST",
      path,
      summary: "Publishes it, schedules it, or keeps it as a draft",
      who: "curator",
      params: regionParams,
      body: Type.Object({
        ...content.properties,
        publish: Type.Optional(Type.Boolean({ description: "False or absent: a draft." })),
        publishAt: Type.Optional(Moment),
      }),
      reply,
      failures: ["invalid", "forbidden", "not-found"],
    }),
    change: endpoint({
      id: `change${names[kind]}`,
      method: "PATCH",
      path: `${path}/:slug`,
      summary: "Changes what is public: the fields that are sent",
      who: "curator",
      params: recordParams,
      body: Type.Object({ version, ...Type.Partial(content).properties }),
      reply,
      failures: ["invalid", "forbidden", "not-found", "stale"],
    }),
    withdraw: endpoint({
      id: `withdraw${names[kind]}`,
      method: "POST",
      path: `${path}/:slug/withdrawal`,
      summary: "Takes it off all pages; it is kept at the desk",
      who: "curator",
      params: recordParams,
      body: Type.Object({ version, reason: Reason }),
      reply: Entry,
      failures: ["invalid", "not-found", "stale"],
    }),
    history: endpoint({
      id: `history${names[kind]}`,
      method: "GET",
      path: `${path}/:slug/history`,
      summary: "Its changes, the latest first, and the version that a change must name",
      who: "curator",
      params: recordParams,
      query: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
      reply: Type.Object({ version, items: Type.Array(Revision) }),
      failures: ["not-found"],
    }),
    restore: endpoint({
      id: `restore${names[kind]}`,
      method: "POST",
      path: `${path}/:slug/restoration`,
      summary: "Makes it what it was before one of its changes",
      who: "curator",
      params: recordParams,
      body: Type.Object({ version, revision: Type.Integer({ minimum: 1 }) }),
      reply,
      failures: ["invalid", "not-found", "stale"],
    }),
  };
}

export type Publication = ReturnType<typeof publicationOf>;
