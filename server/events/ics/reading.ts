/** Reads a calendar file (RFC 5545) into drafts of events; whatever it holds, it costs little and runs nothing. */
import type ICAL from "ical.js";
import { MAX_PUBLISHER } from "shared/entries/rules.ts";
import { MAX_UID } from "shared/events/content.ts";
import { eventKinds } from "shared/events/contract.ts";
import {
  IcsContent,
  type IcsEvent,
  type IcsFileProblem,
  type IcsNote,
  type IcsRefusal,
  MAX_ICS_BYTES,
  MAX_ICS_EVENTS,
  MAX_ICS_PARTS,
} from "shared/events/ics.ts";
import { cleanBody } from "shared/form.ts";
import { Value } from "typebox/value";
import { type Calendar, datesOf, Misfit } from "./dates.ts";
import { plainText } from "./plainText.ts";
import { zoneNamed } from "./zones.ts";

export class IcsFileError extends Error {
  readonly problem: IcsFileProblem;

  constructor(problem: IcsFileProblem) {
    super(problem);
    this.name = "IcsFileError";
    this.problem = problem;
  }
}

export type IcsReading = { event: IcsEvent } | { refusal: IcsRefusal };

/** In the file's order. Throws an IcsFileError where it is no calendar at all. */
export async function readCalendar(bytes: Uint8Array, language: string): Promise<IcsReading[]> {
  const text = textOf(bytes);
  const { default: ical } = await import("ical.js");
  const components = parsed(ical, text);
  const events = components.flatMap((component) => {
    const zone = component.getFirstPropertyValue("x-wr-timezone");
    const calendar = { component, zone: typeof zone === "string" ? zoneNamed(zone, component) : null };
    return component.getAllSubcomponents("vevent").map((event) => ({ event, calendar }));
  });
  if (events.length === 0) throw new IcsFileError("nothing");
  if (events.length > MAX_ICS_EVENTS) throw new IcsFileError("too-many");
  const seen = new Set<string>();
  const readings: IcsReading[] = [];
  for (const { event, calendar } of events) readings.push(await readOne(event, { calendar, seen, language }));
  return readings;
}

/** UTF-8, or UTF-16 with its mark: other encodings would turn names into others without a word. */
function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes("\0") && bytes.length <= MAX_ICS_BYTES) return text;
  } catch {
    // Falls through: whatever was wrong with it, the answer is the same.
  }
  throw new IcsFileError("encoding");
}

function parsed(ical: typeof ICAL, text: string): ICAL.Component[] {
  const begins = [...text.matchAll(/^BEGIN:(\w+)/gim)].map(([, name = ""]) => name.toUpperCase());
  if (begins[0] !== "VCALENDAR" || !/^\s*BEGIN:VCALENDAR/i.test(text)) throw new IcsFileError("not-calendar");
  const count = begins.filter((name) => name === "VEVENT").length;
  if (begins.length > MAX_ICS_PARTS || count > MAX_ICS_EVENTS) throw new IcsFileError("too-many");
  try {
    const root: unknown[] = ical.parse(text.trim());
    const calendars = Array.isArray(root[0]) ? root : [root];
    return calendars.map((one) => new ical.Component(one as unknown[]));
  } catch {
    throw new IcsFileError("not-calendar");
  }
}

interface Around {
  calendar: Calendar;
  /** UIDs of this file. */
  seen: Set<string>;
  language: string;
}

async function readOne(event: ICAL.Component, around: Around): Promise<IcsReading> {
  const title = await textIn(event, "summary");
  try {
    return { event: await eventOf(event, title, around) };
  } catch (error) {
    // What the library itself cannot read is a date that is none.
    const misfit = error instanceof Misfit ? error : new Misfit("start", "DTSTART");
    const { problem, field, value } = misfit;
    return { refusal: { title, problem, field, value: value.slice(0, 100) } };
  }
}

async function eventOf(event: ICAL.Component, title: string, around: Around): Promise<IcsEvent> {
  const { calendar, seen, language } = around;
  const uid = String(event.getFirstPropertyValue("uid") ?? "").trim();
  if (title === "") throw new Misfit("no-title", "SUMMARY");
  if (event.hasProperty("recurrence-id")) throw new Misfit("part", "RECURRENCE-ID");
  if (/^cancelled$/i.test(await textIn(event, "status"))) throw new Misfit("cancelled", "STATUS");
  if (uid !== "" && seen.has(uid)) throw new Misfit("twice", "UID", uid);
  seen.add(uid);
  const notes = new Set<IcsNote>();
  if (event.hasProperty("rrule") || event.hasProperty("rdate")) notes.add("repeats");
  const dates = datesOf(event, calendar, notes);
  const draft = {
    ...dates,
    ...(await detailsOf(event)),
    title,
    language: languageIn(event) ?? language,
    ...(uid === "" || uid.length > MAX_UID ? {} : { icsUid: uid }),
  };
  return { content: fitting(draft), notes: [...notes] };
}

async function detailsOf(event: ICAL.Component): Promise<Record<string, unknown>> {
  const location = await textIn(event, "location");
  const organiser = event.getFirstProperty("organizer")?.getFirstParameter("cn");
  const categories = event.getAllProperties("categories").flatMap((one) => one.getValues().map(String));
  const kind = eventKinds.find((one) => categories.some((category) => category.toLowerCase() === one));
  const isOnline = /^https?:\/\//i.test(location);
  return {
    summary: await textIn(event, "description"),
    url: await textIn(event, "url"),
    organiser: organiser ? await plainText(organiser) : "",
    kind,
    online: isOnline,
    ...(isOnline || location === ""
      ? {}
      : { place: { name: [...location.replace(/\s+/g, " ")].slice(0, MAX_PUBLISHER).join("") } }),
  };
}

function languageIn(event: ICAL.Component): string | null {
  return event.getFirstProperty("summary")?.getFirstParameter("language")?.toLowerCase() ?? null;
}

async function textIn(event: ICAL.Component, name: string): Promise<string> {
  const value = event.getFirstPropertyValue(name);
  return value === null ? "" : plainText(String(value));
}

/** Each field as a form would clean it, cut to its length; what does not fit then is left out. */
function fitting(draft: Record<string, unknown>): IcsContent {
  const content: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(IcsContent.properties)) {
    const sent = draft[name];
    const limit = "maxLength" in schema && typeof schema.maxLength === "number" ? schema.maxLength : null;
    const cleaned = cleanBody(schema, sent);
    const value = typeof cleaned === "string" && limit !== null ? cut(cleaned, limit) : cleaned;
    if (value !== undefined && value !== "" && Value.Check(schema, value)) content[name] = value;
  }
  return content as IcsContent;
}

function cut(text: string, limit: number): string {
  const signs = [...text];
  return signs.length > limit ? `${signs.slice(0, limit - 1).join("")}…` : text;
}
