/** Following a country, a search or a region by mail: what is asked for, and what is kept. */
import Type, { type Static } from "typebox";
import { CountryCode, EmailAddress, MAX_SEARCH_LENGTH } from "../fields.ts";

export const followKinds = ["region", "country", "search"] as const;
export type FollowKind = (typeof followKinds)[number];

/** `country`, `q`, both or none: none is the whole region. */
export const followQuery = Type.Object({
  country: Type.Optional(CountryCode),
  q: Type.Optional(Type.String({ maxLength: MAX_SEARCH_LENGTH })),
});

export type FollowQuery = Static<typeof followQuery>;

export const FollowForm = Type.Object({ email: EmailAddress });

/** What is followed: in a region, of a country or of all, with these words or any. */
export interface FollowTarget {
  region: string;
  iso2: string | null;
  q: string | null;
}

export interface Follow extends FollowTarget {
  id: number;
}

export function kindOf({ iso2, q }: FollowTarget): FollowKind {
  if (q !== null) return "search";
  return iso2 === null ? "region" : "country";
}

/** By which a letter's reader shows that it was for them: their address, sealed. */
export const ReaderQuery = Type.Object({ of: Type.Optional(Type.String({ maxLength: 600 })) });
export const ConfirmQuery = Type.Object({ token: Type.Optional(Type.String({ maxLength: 100 })) });
/** One follow, or, without it, all: also what a mail programme sends (RFC 8058), whose own field is left unread. */
export const EndForm = Type.Object({ id: Type.Optional(Type.Integer({ minimum: 1 })) });
export const ConfirmForm = Type.Object({});
export type EndForm = Static<typeof EndForm>;

/** Kinds of news, in the order of a letter. */
export const freshKinds = ["reviews", "news", "events", "organisations"] as const;

/** Something new: what it is, its title (of a review: none, its country says it), and where it stands. */
export interface Fresh {
  kind: (typeof freshKinds)[number];
  title: string | null;
  /** Slug; of a review the country's iso2. */
  ref: string;
}
