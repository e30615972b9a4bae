/** Limits of a profile, who sees which contact detail, and what of its past may still be shown. */

/** Longer names are sentences. */
export const MAX_NAME = 200;
export const MAX_ACRONYM = 40;
/** A CSO that works in more languages than these names them in its summary. */
export const MAX_NAMES = 12;
export const MAX_CITY = 100;
export const MAX_PHONE = 40;
/** A lead of a page, not the page. */
export const MAX_SUMMARY = 2_000;
/** Some years of work; a form of more is no longer read by anybody, and no longer sent over a slow network. */
export const MAX_ACTIVITIES = 100;
export const MAX_ACTIVITY_TITLE = 300;
export const MAX_ACTIVITY_SUMMARY = 1_000;
export const MAX_CHOICES = 30;
/** The Convention has 71 articles. */
export const LAST_ARTICLE = 71;
/** About a kilometre: a city, never a street. */
const PLACE_DECIMALS = 2;

/** `listed`: imported, nobody has claimed it. */
export const organisationStatuses = ["listed", "claimed", "hidden"] as const;

export const visibilities = ["public", "members", "hidden"] as const;
export type Visibility = (typeof visibilities)[number];

/** Contact details, each with a visibility of its own. */
export const contactFields = [
  "website",
  "email",
  "phone",
  "twitter",
  "facebook",
  "linkedin",
  "youtube",
] as const;
export type ContactField = (typeof contactFields)[number];

/** Who looks: a visitor, anybody signed in, or who keeps the profile. */
export type Reader = "visitor" | "person" | "editor";

const reaches: Record<Reader, Visibility> = { visitor: "public", person: "members", editor: "hidden" };
const strictness = (visibility: Visibility) => visibilities.indexOf(visibility);

/** The visibilities whose fields a reader is shown. */
export function shownTo(reader: Reader): readonly Visibility[] {
  return visibilities.slice(0, strictness(reaches[reader]) + 1);
}

/** A profile as fields by name: "name", "phone", "visibility.phone", "activity:12" … Null or absent: not given. */
export type Flat = Record<string, unknown>;

/** What changed: the fields as they were and as they are. */
export interface FieldChange {
  before: Flat;
  after: Flat;
}

export function isVisibility(value: unknown): value is Visibility {
  return visibilities.some((one) => one === value);
}

function visibilityIn(state: Flat, field: ContactField): Visibility {
  const set = state[`visibility.${field}`];
  return isVisibility(set) ? set : "public";
}

const stricter = (a: Visibility, b: Visibility): Visibility => (strictness(a) >= strictness(b) ? a : b);

export function isContact(field: string): field is ContactField {
  return contactFields.some((one) => one === field);
}

/**
 * Changes (the newest first) as a reader may see them: a contact detail under the strictest visibility that it has had
 * since, and one that was taken away since by those who keep the profile alone. `now` is the profile of today.
 */
export function disclosed<C extends FieldChange>(now: Flat, changes: readonly C[], reader: Reader): C[] {
  if (reader === "editor") return [...changes];
  const limit = strictness(reaches[reader]);
  let state = now;
  let since = new Map(contactFields.map((field) => [field, keptAt(state, field)]));
  return changes.map((change) => {
    const after = pick(change.after, (field) => strictness(since.get(field) ?? "hidden") <= limit);
    state = { ...state, ...change.before };
    const at = new Map(
      contactFields.map((field) => [
        field,
        stricter(since.get(field) ?? "hidden", visibilityIn(state, field)),
      ]),
    );
    const before = pick(change.before, (field) => strictness(at.get(field) ?? "hidden") <= limit);
    since = new Map(
      contactFields.map((field) => [field, stricter(since.get(field) ?? "hidden", keptAt(state, field))]),
    );
    return { ...change, before, after };
  });
}

/** What is no longer given was taken away: nobody is to find it. */
function keptAt(state: Flat, field: ContactField): Visibility {
  return state[field] == null ? "hidden" : visibilityIn(state, field);
}

function pick(fields: Flat, isShown: (field: ContactField) => boolean): Flat {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => !name.startsWith("visibility.") && (!isContact(name) || isShown(name)),
    ),
  );
}

/** In the order of the form: what history tells of. */
const FIELDS: readonly string[] = [
  ...["name", "nameLocal", "acronym", "names", "summary", "language", "iso2", "city", "foundedYear"],
  ...contactFields.flatMap((field) => [field, `visibility.${field}`]),
  ...["specializations", "languages", "uncacCoalitionMember"],
];
/** Kept by others, or gone for good once it is taken away. */
const NOT_RESTORED: readonly string[] = ["uncacCoalitionMember", "logo"];

/** Where a field stands in the form: activities after all others, the logo last; -1: no field of a profile. */
export function placeOf(field: string): number {
  if (field === "logo") return FIELDS.length + 1;
  return field.startsWith("activity:") ? FIELDS.length : FIELDS.indexOf(field);
}

export function isRestored(field: string): boolean {
  return placeOf(field) >= 0 && !NOT_RESTORED.includes(field);
}

/** An earlier state as it is brought back: what was hidden since stays hidden. */
export function withoutLoosening(earlier: Flat, now: Flat): Flat {
  const visibility = contactFields.map((field) => [
    `visibility.${field}`,
    stricter(visibilityIn(earlier, field), visibilityIn(now, field)),
  ]);
  return { ...earlier, ...Object.fromEntries(visibility) };
}

export function roundedPlace(degrees: number): number {
  return Number(degrees.toFixed(PLACE_DECIMALS));
}

/** A name has at least one letter, in whatever script: signs and pictures alone cannot be read out or sorted. */
export const NAME_PATTERN = "\\p{L}";
