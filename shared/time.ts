/** Dates as exact as their source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, never shown more exactly than that. */
import { memoised } from "./memoised.ts";

export const partialDatePattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

export type Precision = "year" | "month" | "day";

export interface DayRange {
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** Last day, `YYYY-MM-DD`, inclusive. */
  to: string;
  precision: Precision;
}

/** The days a partial date may mean. Throws a RangeError for a day that no calendar has. */
export function rangeOf(partial: string): DayRange {
  const [year = Number.NaN, month, day] = partial.split("-").map(Number);
  if (month === undefined) return { from: `${partial}-01-01`, to: `${partial}-12-31`, precision: "year" };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === undefined) return { from: `${partial}-01`, to: `${partial}-${last}`, precision: "month" };
  if (day > last) throw new RangeError(`${partial} is not a day`);
  return { from: partial, to: partial, precision: "day" };
}

/** Today in UTC, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The first moment of the next UTC day. */
export function nextDay(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate() + 1));
}

const formats: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric", timeZone: "UTC" },
  month: { year: "numeric", month: "long", timeZone: "UTC" },
  day: { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" },
};

const formatters = memoised((locale: string) =>
  memoised((precision: Precision) => new Intl.DateTimeFormat(locale, formats[precision])),
);

/** French writes the first day of a month as an ordinal, which CLDR does not. */
function worded(locale: string, parts: readonly Intl.DateTimeFormatPart[]): string {
  const first = locale.startsWith("fr") ? "1er" : "1";
  return parts.map(({ type, value }) => (type === "day" && value === "1" ? first : value)).join("");
}

const inWords = memoised((locale: string) =>
  memoised((partial: string) => {
    const { from, precision } = rangeOf(partial);
    return worded(locale, formatters(locale)(precision).formatToParts(new Date(`${from}T00:00:00Z`)));
  }),
);

/** A partial date in words of the locale: "2019", "March 2019", "21 March 2019". */
export function formatPartialDate(partial: string, locale: string): string {
  return inWords(locale)(partial);
}

const spans = memoised((locale: string) =>
  memoised((span: string) => {
    const [start, end] = span.split("/").map((partial) => rangeOf(partial));
    if (!start || !end) throw new RangeError(`${span} is not a span`);
    const moments = [start, end].map(({ from }) => new Date(`${from}T00:00:00Z`)) as [Date, Date];
    return worded(locale, formatters(locale)(start.precision).formatRangeToParts(...moments));
  }),
);

/** From … to, in words: one date when both mean the same days. */
export function formatDateSpan(startsOn: string, endsOn: string | null, locale: string): string {
  if (endsOn === null || endsOn === startsOn) return formatPartialDate(startsOn, locale);
  const start = rangeOf(startsOn);
  const end = rangeOf(endsOn);
  if (start.precision !== end.precision || end.from < start.from) {
    return `${formatPartialDate(startsOn, locale)} – ${formatPartialDate(endsOn, locale)}`;
  }
  return spans(locale)(`${startsOn}/${endsOn}`);
}
