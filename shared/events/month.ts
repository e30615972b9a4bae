/** A month as the weeks of a calendar. */
import { rangeOf } from "../time.ts";

/** Monday is 1, Sunday 7, as ISO 8601 counts. */
export function firstWeekday(locale: string): number {
  const known: { getWeekInfo?(): { firstDay: number } } = new Intl.Locale(locale);
  return known.getWeekInfo?.().firstDay ?? 1;
}

/** Weeks of seven days (`YYYY-MM-DD`); null where a day belongs to another month. */
export function weeksOf(month: string, firstDay: number): (string | null)[][] {
  const { from, to } = rangeOf(month);
  const before = (weekdayOf(from) - firstDay + 7) % 7;
  const days = Array.from(
    { length: Number(to.slice(8)) },
    (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`,
  );
  const cells = [...Array<null>(before).fill(null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
}

/** Monday 1 … Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The month that lies so many months after this one. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
