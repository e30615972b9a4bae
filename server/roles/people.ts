/** The people of a region, in parts, and the one whose handle was asked for. */
import {
  countMembersOfRegion,
  membersOfRegion,
  type PersonWithRoles,
  personByHandle,
} from "db/roles/queries.ts";
import { countUpTo, DEFAULT_LIMIT, EXACT_COUNT, type List, readCursor, writeCursor } from "shared/page.ts";
import type { App } from "../app.ts";

interface PeopleAsk {
  limit?: number;
  after?: string;
}

export async function peoplePart(
  app: App,
  region: string,
  { limit = DEFAULT_LIMIT, after }: PeopleAsk,
): Promise<List<PersonWithRoles>> {
  const position = after === undefined ? null : readCursor(after, 2);
  const from = position && { handle: String(position[0]), id: Number(position[1]) };
  const [found, count] = await Promise.all([
    membersOfRegion(app.db.queries, region, { after: from, limit: limit + 1 }),
    countMembersOfRegion(app.db.queries, region, EXACT_COUNT + 1),
  ]);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? writeCursor([last.handle, last.id]) : null;
  return { items, ...countUpTo(count), next };
}

/** The person to whom a role may be given; null: nobody has that handle. Undefined: nobody was asked for. */
export async function personAsked(
  app: App,
  handle: string | undefined,
): Promise<PersonWithRoles | null | undefined> {
  return handle === undefined ? undefined : personByHandle(app.db.queries, handle.trim().replace(/^@/, ""));
}
