/** Local times of a time zone as moments: what a clock there never shows is told apart from what it shows. */

/** The zone's own name (IANA), or null: there is none of that name. Offsets such as "+03:00" name no place, so no summer time. */
export function zoneOf(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

export interface Local {
  /** `YYYY-MM-DD`. */
  day: string;
  /** `HH:MM`. */
  time: string;
  zone: string;
}

/**
 * `gap`: clocks are put forward over that time, and the moment is the one after it. A time that comes twice, as clocks
 * are put back, is the first of the two.
 */
export function momentOf({ day, time, zone }: Local): { at: Date; gap: boolean } {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  const zoned = local.toZonedDateTime(zone);
  return { at: new Date(zoned.epochMilliseconds), gap: !zoned.toPlainDateTime().equals(local) };
}

/** What a clock of the zone shows. */
export function localOf(at: Date, zone: string): Omit<Local, "zone"> {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return { day: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString().slice(0, 5) };
}
