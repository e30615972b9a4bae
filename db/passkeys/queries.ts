/** Reads of passkeys: the public halves of keys by which people sign in. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { passkeys, people } from "../accounts/tables.ts";
import type { Queries } from "../connect.ts";

const listed = {
  id: passkeys.id,
  name: passkeys.name,
  createdAt: passkeys.createdAt,
  lastUsedAt: passkeys.lastUsedAt,
};

export type PasskeyRow = typeof passkeys.$inferSelect;

/** A person's passkeys, the oldest first. */
export function passkeysOf(db: Queries, personId: number) {
  return db.select(listed).from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.id));
}

/** By which the browser knows those that are there already. */
export async function credentialsOf(db: Queries, personId: number) {
  return db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.personId, personId));
}

/** The passkey of a credential, with the language of its person, who is still there. */
export async function passkeyByCredential(
  db: Queries,
  credentialId: string,
): Promise<{ passkey: PasskeyRow; language: string } | null> {
  const [found] = await db
    .select({ passkey: passkeys, language: people.language })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(and(eq(passkeys.credentialId, credentialId), isNull(people.erasedAt)));
  return found ?? null;
}
