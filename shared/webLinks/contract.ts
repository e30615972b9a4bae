/** Addresses on the web that lead nowhere, as the desk shows them, and what a curator says of them. */
import Type, { type Static } from "typebox";
import { orNull, WebAddress } from "../fields.ts";
import { LINKS_PAGE, type LinkState, linkDecisions, type Verdict } from "./rules.ts";

/** Kinds of record that point to the web. */
export const linkUseKinds = [
  "resource",
  "article",
  "event",
  "partner",
  "organisation",
  "review-document",
  "parallel-report",
  "commitment",
] as const;
export type LinkUseKind = (typeof linkUseKinds)[number];

/** A record that points to an address. */
export interface LinkUse {
  kind: LinkUseKind;
  /** Its id. */
  ref: string;
  title: string;
  /** The slug of its page, or its country's code in small letters. */
  place: string;
  /** Null: of all regions. */
  region: string | null;
  /** Kept by its CSO itself. */
  own: boolean;
}

export interface DeadLink {
  url: string;
  state: LinkState;
  movedTo: string | null;
  status: number | null;
  /** The day since when it is so. */
  since: string | null;
  verdict: Verdict | null;
  archivedUrl: string | null;
  version: number;
  uses: LinkUse[];
}

/** What a public page says beside a link. */
export const LinkWord = Type.Object({
  verdict: Type.Enum(["gone", "archived"]),
  archivedUrl: orNull(Type.String()),
});
export type LinkWord = Static<typeof LinkWord>;
/** By address; only of links of which there is something to say. */
export type LinkWords = Readonly<Record<string, LinkWord>>;

export const linkDecisionBody = Type.Object({
  url: Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { minItems: 1, maxItems: LINKS_PAGE }),
  decision: Type.Enum(linkDecisions),
  archivedUrl: Type.Optional(WebAddress),
  /** Of the one link that is decided about. */
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type LinkDecisionBody = Static<typeof linkDecisionBody>;
