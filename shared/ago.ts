/** How long ago something was, in words of the locale: "2 hours ago", "3 months ago". */

/** From how many seconds on, and how many one of them has. */
const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, from: number, seconds: number][] = [
  ["year", 730 * 86_400, 365.25 * 86_400],
  ["month", 60 * 86_400, 30.44 * 86_400],
  ["day", 86_400, 86_400],
  ["hour", 3_600, 3_600],
  ["minute", 60, 60],
];

export function ago(locale: string, seconds: number): string {
  const [unit, , size] =
    STEPS.find(([, from]) => seconds >= from) ?? (["second", 0, Number.POSITIVE_INFINITY] as const);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return format.format(-Math.floor(Math.max(0, seconds) / size), unit);
}
