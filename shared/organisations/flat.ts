/** A profile taken apart into single fields, so that changes of two people can be told apart, merged and undone. */
import type { Activity, EditableProfile, ProfileChanges } from "./profile.ts";
import { type ContactField, contactFields, type Flat, isVisibility } from "./rules.ts";

export const plainFields = [
  "name",
  "nameLocal",
  "acronym",
  "names",
  "iso2",
  "city",
  "foundedYear",
  "specializations",
  "languages",
  "summary",
  "language",
] as const;

const isSocial = (field: ContactField) => !["website", "email", "phone"].includes(field);
export const activityKey = (id: number | string) => `activity:${id}`;
/** The id in such a key, or null where the activity is new. */
export function activityId(key: string): number | null {
  const [, id] = /^activity:(\d+)$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}
export const isActivity = (key: string) => key.startsWith("activity:");

/** The fields that are given; an activity without an id is new. Where activities are given, those missing are taken away. */
export function flatten(profile: ProfileChanges, before: Flat = {}): Flat {
  const flat: Flat = {};
  for (const field of plainFields) if (profile[field] !== undefined) flat[field] = profile[field];
  for (const field of contactFields) {
    const value = contactIn(profile, field);
    if (value !== undefined) flat[field] = value;
    const visibility = profile.visibility?.[field];
    if (visibility !== undefined) flat[`visibility.${field}`] = visibility;
  }
  if (profile.activities === undefined) return flat;
  for (const key of Object.keys(before).filter(isActivity)) flat[key] = null;
  for (const [place, { id, ...activity }] of profile.activities.entries())
    flat[activityKey(id ?? `new-${place}`)] = activity;
  return flat;
}

function contactIn(profile: ProfileChanges, field: ContactField): string | null | undefined {
  if (field === "website" || field === "email" || field === "phone") return profile[field];
  return profile.socials?.[field];
}

/** The other way round: a whole profile from all of its fields. */
export function unflatten(flat: Flat): EditableProfile {
  const contacts = contactFields.map((field) => [field, flat[field] ?? null] as const);
  const visibility = contactFields.map((field) => {
    const set = flat[`visibility.${field}`];
    return [field, isVisibility(set) ? set : "public"] as const;
  });
  const socials = contacts.filter(([field, value]) => isSocial(field) && value !== null);
  const activities = Object.entries(flat).flatMap(([key, value]) => {
    if (!isActivity(key) || typeof value !== "object" || value === null) return [];
    const id = activityId(key);
    return [{ ...(id === null ? {} : { id }), ...(value as Activity) }];
  });
  const plain = Object.fromEntries(plainFields.map((field) => [field, flat[field] ?? null]));
  return {
    ...plain,
    names: flat.names ?? [],
    specializations: flat.specializations ?? [],
    languages: flat.languages ?? [],
    ...Object.fromEntries(contacts.filter(([field]) => !isSocial(field))),
    socials: Object.fromEntries(socials),
    visibility: Object.fromEntries(visibility),
    activities,
  } as EditableProfile;
}

/** Whether two values of a field say the same; choices in another order are the same choices. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(settled(a)) === JSON.stringify(settled(b));
}

function settled(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return value.every((one) => typeof one !== "object") ? [...value].sort() : value.map(settled);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, settled(one)]));
}

export interface Conflict {
  field: string;
  /** What both had before them. */
  before: unknown;
  /** What somebody else made of it meanwhile. */
  now: unknown;
  yours: unknown;
}

export interface Merged {
  /** What is to be written: fields that differ from those of now. */
  changes: Flat;
  conflicts: Conflict[];
}

/** `yours` was made from `base`; meanwhile the profile became `now`. What only one of both changed is kept from each. */
export function merge(base: Flat, now: Flat, yours: Flat): Merged {
  const changes: Flat = {};
  const conflicts: Conflict[] = [];
  for (const [field, value] of Object.entries(yours)) {
    if (isSame(value, base[field]) || isSame(value, now[field])) continue;
    if (isSame(base[field], now[field])) changes[field] = value;
    else conflicts.push({ field, before: base[field], now: now[field], yours: value });
  }
  return { changes, conflicts };
}

/** The profile as it was before these changes, the newest first. */
export function undone(now: Flat, changes: readonly { before: Flat }[]): Flat {
  return Object.assign({}, now, ...changes.map(({ before }) => before));
}
