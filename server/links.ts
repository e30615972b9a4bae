/** Links in letters: a token that only its reader has, for one purpose, once, for a while. */
import { insertLink, type Link, openLink, takeLink } from "db/accounts/links.ts";
import type { Transaction } from "db/transaction.ts";
import type { App } from "./app.ts";

/** Links in letters end after a day: long enough for a slow mailbox. */
export const LINK_HOURS = 24;
/** An invitation waits for whoever reads letters every other week. */
export const INVITATION_HOURS = 14 * 24;

const HOUR_MS = 3_600_000;

export interface LinkFor {
  purpose: string;
  personId?: number | null;
  email?: string | null;
  data?: Record<string, unknown>;
  /** LINK_HOURS unless given. */
  hours?: number;
}

/** The token for the letter's address, and the row's id. */
export async function newLink(
  app: Pick<App, "secrets" | "now">,
  tx: Transaction,
  { hours = LINK_HOURS, ...link }: LinkFor,
): Promise<{ token: string; id: number }> {
  const token = app.secrets.newToken();
  const expiresAt = new Date(app.now().getTime() + hours * HOUR_MS);
  const id = await insertLink(tx, { ...link, tokenHash: app.secrets.hashOf(token), expiresAt });
  return { token, id };
}

/** What the link stands for, for the page with its one button; it stays open. Null: ended, used or never made. */
export function findLink(app: App, purpose: string, token: string): Promise<Link | null> {
  return openLink(app.db.queries, { purpose, tokenHash: app.secrets.hashOf(token), at: app.now() });
}

/** Uses it up, when its button is pressed. */
export function spendLink(app: App, tx: Transaction, purpose: string, token: string): Promise<Link | null> {
  return takeLink(tx, { purpose, tokenHash: app.secrets.hashOf(token), at: app.now() });
}
