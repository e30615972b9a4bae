/** A partner at the desk: what its form becomes, and what a form shows of it. */
import { onePartner } from "db/partners/queries.ts";
import { PartnerContent } from "shared/partners/content.ts";
import type { EntryRoom } from "../entries/kinds.ts";

export const partnerEntry: EntryRoom = {
  kind: "partners",
  content: PartnerContent,
  titleField: "name",
  problems: async () => ({}),
  columnsOf: (content, today) => {
    const { name, kind, url, summary, language, source } = content as PartnerContent;
    return { name, kind, url, summary, language, source: source ?? url, asOf: today, verified: "page" };
  },
  contentOf: ({ name, kind, url, summary, language, source }) => ({
    name,
    kind,
    url,
    summary,
    language,
    ...(source === null ? {} : { source }),
  }),
  sourceOf: ({ source, url }) => [source, url].find((one) => typeof one === "string") ?? null,
  read: (app, slug) => onePartner(app.db.queries, slug),
};
