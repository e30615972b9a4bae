/** The admins' queue: applications as they are shown, each with what may be the same organisation. */

import { membersIn } from "db/applications/around.ts";
import { likenessesOf } from "db/applications/likenesses.ts";
import {
  acceptedByDomain,
  applicationById,
  medianWait,
  messagesOf,
  queueLength,
  queueOf,
  type StoredApplication,
} from "db/applications/queries.ts";
import type { Application, Likeness } from "shared/applications/contract.ts";
import { MEDIAN_FROM, UNDO_DAYS } from "shared/applications/rules.ts";
import { Failure } from "shared/failure.ts";
import { countUpTo, EXACT_COUNT, type List, readCursor, writeCursor } from "shared/page.ts";
import type { App } from "../app.ts";
import { ownDomain } from "./domains.ts";

export const applicationRooms = ["applications"] as const;

interface Part {
  limit: number;
  after: string | undefined;
}

export async function queue(app: App, region: string, { limit, after }: Part): Promise<List<Application>> {
  const db = app.db.queries;
  const position = after === undefined ? null : positionOf(after);
  const [rows, length] = await Promise.all([
    queueOf(db, region, { after: position, limit: limit + 1 }),
    queueLength(db, region, EXACT_COUNT),
  ]);
  const items = await Promise.all(rows.slice(0, limit).map((row) => shown(app, row)));
  const last = items.at(-1);
  const next = rows.length > limit && last?.submittedAt ? writeCursor([last.submittedAt, last.id]) : null;
  return { items, ...countUpTo(length), next };
}

function positionOf(after: string): { submittedAt: string; id: number } {
  const [submittedAt, id] = readCursor(after, 2);
  if (typeof submittedAt !== "string" || Number.isNaN(Date.parse(submittedAt)) || !Number.isSafeInteger(id))
    throw new Failure("invalid", {
      problems: [{ parameter: "after", message: "is not a cursor of this list" }],
    });
  return { submittedAt, id: Number(id) };
}

export async function inQueue(app: App, region: string, id: number): Promise<StoredApplication> {
  const stored = Number.isSafeInteger(id) ? await applicationById(app.db.queries, region, id) : null;
  if (!stored) throw new Failure("not-found");
  return stored;
}

/** As the region's admins see it. */
export async function shown(app: App, stored: StoredApplication): Promise<Application> {
  const db = app.db.queries;
  const {
    organisation,
    createdAt: _createdAt,
    tokenHash: _token,
    codeHash: _code,
    codeTries: _tries,
    codeExpiresAt: _end,
    ...rest
  } = stored;
  const [messages, likenesses, members] = await Promise.all([
    messagesOf(db, stored.id),
    likenessesFor(app, stored),
    organisation ? membersIn(db, organisation.id) : 0,
  ]);
  return {
    ...rest,
    answers: answersOf(stored.answers),
    organisation: organisation && { ...organisation, members },
    submittedAt: stored.submittedAt?.toISOString() ?? null,
    decidedAt: stored.decidedAt?.toISOString() ?? null,
    messages: messages.map(({ fromApplicant, body, createdAt }) => ({
      fromApplicant,
      body,
      at: createdAt.toISOString(),
    })),
    likenesses,
  };
}

/** Texts and lists of texts, as the forms have them. */
export function answersOf(answers: Record<string, unknown>): Record<string, string | string[]> {
  const shownAnswers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answers)) {
    if (Array.isArray(value)) shownAnswers[name] = value.map(String);
    else if (value !== undefined && value !== null) shownAnswers[name] = String(value);
  }
  return shownAnswers;
}

export function textOf(answers: Record<string, unknown>, name: string): string | null {
  const value = answers[name];
  return typeof value === "string" && value !== "" ? value : null;
}

export function listOf(answers: Record<string, unknown>, name: string): string[] {
  const value = answers[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Only a CSO can be there already: a claim names its profile, and a person alone has none. */
async function likenessesFor(
  app: App,
  { id, kind, region, name, email, status, answers }: StoredApplication,
): Promise<Likeness[]> {
  if (kind !== "organisation" || name === null || (status !== "waiting" && status !== "asked")) return [];
  const website = textOf(answers, "website");
  return likenessesOf(app.db.queries, {
    applicationId: id,
    region,
    name,
    nameLocal: textOf(answers, "nameLocal"),
    acronym: textOf(answers, "acronym"),
    email,
    domain: website === null ? null : ownDomain(website),
  });
}

const DAY_MS = 86_400_000;

/** Claims that a code accepted lately: an admin may take them back. */
export async function lately(app: App, region: string): Promise<Application[]> {
  const since = new Date(app.now().getTime() - UNDO_DAYS * DAY_MS);
  const rows = await acceptedByDomain(app.db.queries, region, since);
  return Promise.all(rows.map((row) => shown(app, row)));
}

/** Whether an admin may still take back what a code had accepted. */
export function mayUndo(
  app: App,
  {
    kind,
    status,
    provedBy,
    decidedAt,
  }: Pick<StoredApplication, "kind" | "status" | "provedBy" | "decidedAt">,
): boolean {
  if (kind !== "claim" || status !== "accepted" || provedBy !== "domain" || decidedAt === null) return false;
  return app.now().getTime() - decidedAt.getTime() < UNDO_DAYS * DAY_MS;
}

/** The median waiting time in seconds; null while too few were decided to tell. */
export async function medianSeconds(app: App, region: string): Promise<number | null> {
  const { seconds, decisions } = await medianWait(app.db.queries, region, app.now());
  return decisions >= MEDIAN_FROM ? seconds : null;
}
