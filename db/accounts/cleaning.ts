/** What accounts leave behind and nobody needs any more: links and sessions that ended, tries that are forgotten. */
import { lt, or } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import { links, sessions, signInTries } from "./tables.ts";

export interface Ends {
  links: Date;
  sessions: Date;
  idle: Date;
  tries: Date;
}

/** Removes what ended, was last active, or was last tried before these moments. */
export async function dropEnded(db: Queries, before: Ends): Promise<void> {
  await db.delete(links).where(lt(links.expiresAt, before.links));
  await db
    .delete(sessions)
    .where(or(lt(sessions.endedAt, before.sessions), lt(sessions.lastActiveAt, before.idle)));
  await db.delete(signInTries).where(lt(signInTries.updatedAt, before.tries));
}
