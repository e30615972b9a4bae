/** From a calendar file to drafts: each event's fate first, and then those that are chosen, all in one transaction. */
import { recordAudit } from "db/audit/changes.ts";
import { insertEntry } from "db/entries/changes.ts";
import { eventsLike, knownAs, type Sought } from "db/events/known.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { IcsContent, IcsEvent, IcsLine } from "shared/events/ics.ts";
import type { App } from "../../app.ts";
import { type IcsReading, readCalendar } from "./reading.ts";

export interface Judged {
  line: IcsLine;
  /** Of what is new. */
  event: IcsEvent | null;
}

function soughtBy({ icsUid, title, startsOn }: IcsContent): Sought {
  return { uid: icsUid ?? null, title, startsOn: startsOn ?? null };
}

/** Throws an IcsFileError where the file is no calendar. */
export async function judge(
  app: App,
  { region, language, bytes }: { region: string; language: string; bytes: Uint8Array },
): Promise<Judged[]> {
  const readings = await readCalendar(bytes, language);
  const events = readings.flatMap((reading) => ("event" in reading ? [soughtBy(reading.event.content)] : []));
  const found = await eventsLike(app.db.queries, region, events);
  return readings.map((reading) => judged(reading, (sought) => knownAs(found, sought)));
}

function judged(reading: IcsReading, known: (sought: Sought) => ReturnType<typeof knownAs>): Judged {
  const empty = { startsOn: null, notes: [], problem: null, field: null, slug: null, entry: null };
  if ("refusal" in reading) {
    const { title, problem, field } = reading.refusal;
    return { line: { ...empty, fate: "refused", title, problem, field }, event: null };
  }
  const { content, notes } = reading.event;
  const line = { ...empty, title: content.title, startsOn: content.startsOn ?? null, notes };
  const here = known(soughtBy(content));
  if (here === null) return { line: { ...line, fate: "new" }, event: reading.event };
  return { line: { ...line, fate: "known", slug: here.slug, entry: here.entry }, event: null };
}

/** Ids of the drafts, in the order of the events; null for one that came here meanwhile. */
export function keepDrafts(
  app: App,
  { region, actor, events }: { region: string; actor: Actor; events: readonly IcsEvent[] },
): Promise<(number | null)[]> {
  return transaction(app.db, async (tx) => {
    const contents = events.map(({ content }) => content);
    const found = await eventsLike(tx, region, contents.map(soughtBy));
    const ids: (number | null)[] = [];
    for (const content of contents) {
      const isHere = knownAs(found, soughtBy(content)) !== null;
      ids.push(
        isHere
          ? null
          : await insertEntry(tx, {
              kind: "events",
              region,
              state: "draft",
              content: { ...content, regions: [region] },
              createdBy: actor.id,
              changedBy: actor.id,
            }),
      );
    }
    const target = ids.flatMap((id) => (id === null ? [] : [`entry:${id}`])).join(" ");
    if (target !== "")
      await recordAudit(tx, app.secrets, { actor: actor.id, action: "events.imported", target, region });
    return ids;
  });
}
