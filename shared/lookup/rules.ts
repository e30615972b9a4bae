/** Looking up a source: limits, and how what a page says of itself becomes a title, a day and a language. */

/** A report of some pages, which is read for its title alone; a page of the web is far smaller. */
export const MAX_SOURCE_BYTES = 4 * 1024 * 1024;
/** What a page says of itself stands in its head; scripts before it may be long. */
export const MAX_HEAD_LENGTH = 128 * 1024;
/** Of one person: a curator who tells of one source a minute. */
export const LOOKUPS_AN_HOUR = 60;
/** Longer ones are the whole text. */
export const MAX_SOURCE_TITLE = 300;
export const MAX_PUBLISHER = 200;
/** The web has no pages from before; a clock that is wrong dates them to 1970. */
export const FIRST_YEAR = 1990;

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** Overrides, embeddings and invisible signs, as `shared/form.ts` takes them out of what people type. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u00AD]/g;

/** One clean line of at most so many characters, cut at a word; null where nothing is left. */
export function oneLine(text: string, max: number): string | null {
  const line = text
    .toWellFormed()
    .normalize("NFC")
    .replace(CONTROLS, " ")
    .replace(UNSEEN, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line === "") return null;
  const characters = [...line.slice(0, max * 2)];
  if (characters.length <= max) return line;
  const cut = characters.slice(0, max - 1).join("");
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${atWord.length > cut.length / 2 ? atWord : cut}…`;
}

const ISO_DAY = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/;
/** "-0500", "+01:00", "GMT", "EST (Eastern)": the day is the one on the calendar of whoever wrote it. */
const ZONE = /\s*([+-]\d{2}:?\d{2}|\b[A-Z]{1,5})?\s*(\([^)]*\))?\s*$/;

/** The day as it was written there, `YYYY-MM-DD`; null where it is none, or lies before the web or beyond next year. */
export function dayWritten(text: string, now: Date): string | null {
  const iso = ISO_DAY.exec(text);
  const written = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : null;
  if (written === null && (!/\d{4}/.test(text) || text.length > 100)) return null;
  const moment = new Date(written ?? text.replace(ZONE, " GMT"));
  if (Number.isNaN(moment.getTime())) return null;
  const day = moment.toISOString().slice(0, 10);
  // The calendar turns the 31st of February into March: that was no day.
  if (written !== null && day !== written) return null;
  const year = moment.getUTCFullYear();
  return year >= FIRST_YEAR && year <= now.getUTCFullYear() + 1 ? day : null;
}

/** "en-GB" and "en_US" are "en"; a script that is not the language's own stays: "sr-Latn". */
export function languageWritten(text: string): string | null {
  try {
    const { language, script } = new Intl.Locale(text.trim().replaceAll("_", "-"));
    if (!/^[a-z]{2,3}$/.test(language) || language === "und") return null;
    return script ? `${language}-${script}` : language;
  } catch {
    return null;
  }
}

const TRACKING =
  /^(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|mkt_tok|_hs(enc|mi)|ref_src|at_(medium|campaign))$/i;

/** The address without what only tells where a reader came from. */
export function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  // Only where something goes: to write them anew changes how the others are encoded.
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}
