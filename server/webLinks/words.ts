/** What public pages say beside their links: the few of which a curator said something, kept in memory. */
import { spokenLinks } from "db/webLinks/queries.ts";
import type { LinkWords } from "shared/webLinks/contract.ts";
import type { App } from "../app.ts";

/** A page whose records point to the web names this room: then its links say so where they lead nowhere. */
export const LINK_ROOM = "webLinks";

export function linkWords(app: App): Promise<LinkWords> {
  return app.remember("links", [LINK_ROOM], async () => {
    const links = await spokenLinks(app.db.queries);
    return Object.fromEntries(links.map(({ url, ...word }) => [url, word]));
  });
}
