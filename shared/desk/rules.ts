/** What a region's desk consists of: its pages, and what waits in its queue, for whom, and in which order. */
import { type Actor, hasRole, type StaffRole } from "../accounts/rules.ts";

/** Below `/{lang}/{region}/desk`. Who may open one is said by its route. */
export const deskPaths = [
  "applications",
  "corrections",
  "flags",
  "news",
  "events",
  "resources",
  "partners",
  "reviews",
  "feeds",
  "links",
  "import",
  "people",
  "audit",
] as const;
export type DeskPath = (typeof deskPaths)[number];

interface WaitingKind {
  /** Whose work it is. */
  who: StaffRole;
  /** Somebody wrote and hears nothing until it is done: it comes before what only keeps the data true. */
  answers: boolean;
  /** May be set aside for a time: nobody waits for it. */
  aside: boolean;
}

const answer = (who: StaffRole): WaitingKind => ({ who, answers: true, aside: false });
const upkeep: WaitingKind = { who: "curator", answers: false, aside: true };

export const waitingKinds = {
  /** Of a CSO that wants to join, or of a person alone. */
  application: answer("admin"),
  claim: answer("admin"),
  /** Of a country, or of a CSO that nobody has claimed. */
  correction: answer("curator"),
  /** News, an event, a resource or a partner that a member wrote. */
  proposal: answer("curator"),
  flag: answer("moderator"),
  /** A post of a new member. */
  approval: answer("moderator"),
  appeal: answer("moderator"),
  /** What was to be published at a time, and could not be. */
  unpublished: answer("curator"),
  /** An address on the web that moved, is gone or fails. */
  link: upkeep,
  /** Of a CSO: not confirmed for a year and a half. */
  profile: upkeep,
  /** From a public record, to be confirmed by the page itself. */
  fact: upkeep,
  /** A workshop or training that is over, and of which nothing is told yet. */
  outcome: upkeep,
  /** What came by other people's feeds; one line for all of it. */
  inbox: { who: "curator", answers: false, aside: false },
} as const satisfies Record<string, WaitingKind>;

export type DeskKind = keyof typeof waitingKinds;
export const deskKinds = Object.keys(waitingKinds) as DeskKind[];

export function isDeskKind(kind: string): kind is DeskKind {
  return Object.hasOwn(waitingKinds, kind);
}

/** What waits for this person in the region. */
export function kindsFor(actor: Pick<Actor, "roles"> | null, region: string): DeskKind[] {
  return deskKinds.filter((kind) => hasRole(actor, waitingKinds[kind].who, region));
}

/** Who took it on: the reader, somebody else, nobody. */
export const takings = ["mine", "others", "nobody"] as const;
export type Taking = (typeof takings)[number];

/** A screen or two on a phone: who works through it for half an hour sees an end. */
export const DESK_PAGE = 20;
/** Marked at once: a page of the longest list. */
export const MAX_MARKED = 100;
/** Of what was published lately, and of what is scheduled. */
export const MAX_BESIDE = 5;
/** What is set aside comes back: by then a dead server is up again, or somebody has time. */
export const ASIDE_DAYS = 60;
/** Who was asked whether a profile is true has so long to answer before it waits at the desk. */
export const ANSWER_DAYS = 30;
/** Who ran a workshop has a week to tell what came of it. */
export const OUTCOME_AFTER_DAYS = 7;
/** The choices of age: what should have been seen by now, and what is overdue. */
export const AGES = [7, 30] as const;
export const MAX_AGE_DAYS = 3650;

/** Monday, before work begins in the regions (UTC). */
export const DESK_LETTER_CRON = "30 4 * * 1";
/** Daily: who took on what no longer waits. */
export const DESK_CLEANING_CRON = "40 3 * * *";
