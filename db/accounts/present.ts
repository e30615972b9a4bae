/** What a person shows again before something that cannot be undone: how their password and second factor are kept. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Language } from "shared/i18n/languages.ts";
import type { Queries } from "../connect.ts";
import { people } from "./tables.ts";

export interface Present {
  handle: string;
  email: string | null;
  language: Language;
  passwordHash: string | null;
  hasTotp: boolean;
  hasPasskey: boolean;
}

/** Null where the person was erased. */
export async function presentOf(db: Queries, personId: number): Promise<Present | null> {
  const [row] = await db
    .select({
      handle: people.handle,
      email: people.email,
      language: people.language,
      passwordHash: people.passwordHash,
      hasTotp: sql<boolean>`${people.totpConfirmedAt} is not null`,
      // Columns of a single table stand without its name: the inner one says whose they are.
      hasPasskey: sql<boolean>`exists (select 1 from passkeys as held where held.person_id = people.id)`,
    })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  return row ? { ...row, handle: row.handle ?? "", language: row.language as Language } : null;
}
