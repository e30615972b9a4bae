/** Looking up a source: what a page on the web says of itself, for the form in which it is told of. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, orNull, Url } from "../fields.ts";
import { regionParams } from "../regions/contract.ts";

export const Source = Type.Object({
  /** As the page calls itself on its own site, without what only tracks. */
  url: Type.String(),
  title: orNull(Type.String()),
  publishedOn: orNull(Type.String({ description: "YYYY-MM-DD" })),
  publisher: orNull(Type.String()),
  language: orNull(LanguageTag),
});
export type Source = Static<typeof Source>;

export const lookUp = endpoint({
  id: "lookUpSource",
  method: "POST",
  path: "/api/v1/regions/:region/lookup",
  summary:
    "What a page or a PDF on the public web says of itself; nothing is kept. Where it cannot be read, `not-fetched` with the reason as the message of `url`",
  who: "curator",
  params: regionParams,
  body: Type.Object({ url: Url }),
  reply: Source,
  failures: ["not-found", "invalid", "not-fetched", "too-many"],
});
