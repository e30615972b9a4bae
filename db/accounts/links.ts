/** Links in letters: made in the transaction that enqueues the letter, found without being spent, spent once. */
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { links } from "./tables.ts";

export interface NewLink {
  /** "reset-password", "confirm-follow" …: a link of one purpose opens nothing else. */
  purpose: string;
  tokenHash: string;
  personId?: number | null;
  email?: string | null;
  data?: Record<string, unknown>;
  expiresAt: Date;
}

export interface Link {
  id: number;
  personId: number | null;
  email: string | null;
  data: Record<string, unknown>;
}

const shown = { id: links.id, personId: links.personId, email: links.email, data: links.data };

/** Its id. */
export async function insertLink(tx: Transaction, link: NewLink): Promise<number> {
  const [row] = await tx.insert(links).values(link).returning({ id: links.id });
  if (!row) throw new Error("a new link gave no id");
  return row.id;
}

interface LinkAsk {
  purpose: string;
  tokenHash: string;
  at: Date;
}

const open = ({ purpose, tokenHash, at }: LinkAsk) =>
  and(
    eq(links.purpose, purpose),
    eq(links.tokenHash, tokenHash),
    isNull(links.usedAt),
    gt(links.expiresAt, at),
  );

/** What an open link stands for, or null. */
export async function openLink(db: Queries, ask: LinkAsk): Promise<Link | null> {
  const [row] = await db.select(shown).from(links).where(open(ask));
  return row ?? null;
}

/** Uses the link up: of two at once, one gets it. */
export async function takeLink(tx: Transaction, ask: LinkAsk): Promise<Link | null> {
  const [row] = await tx.update(links).set({ usedAt: ask.at }).where(open(ask)).returning(shown);
  return row ?? null;
}

/** Ends every open link of this purpose for a person, or for an address. */
export async function endLinks(
  tx: Transaction,
  { purpose, personId, email }: { purpose: string; personId?: number; email?: string },
): Promise<void> {
  await tx.execute(sql`
    delete from links where purpose = ${purpose} and used_at is null
      and (person_id = ${personId ?? null} or lower(email) = lower(${email ?? null}))`);
}

/** Ends one link: its letter was followed by another, or what it offered was withdrawn. */
export async function endLink(tx: Transaction, id: number): Promise<void> {
  await tx.delete(links).where(and(eq(links.id, id), isNull(links.usedAt)));
}

/** Ends what was made later than a link: letters of the same purpose that somebody else may have caused since. */
export async function endLaterLinks(
  tx: Transaction,
  { purpose, personId, after }: { purpose: string; personId: number; after: number },
): Promise<void> {
  const isLater = and(eq(links.purpose, purpose), eq(links.personId, personId), gt(links.id, after));
  await tx.delete(links).where(and(isLater, isNull(links.usedAt)));
}
