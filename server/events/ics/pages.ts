/** The page on which curators import a calendar file: read it, look at each event's fate, choose. */
import {
  IcsEvent,
  type IcsFileProblem,
  IcsLine,
  ImportForm,
  MAX_ICS_BYTES,
  MAX_ICS_CHARACTERS,
  MAX_ICS_LINES,
} from "shared/events/ics.ts";
import { found } from "shared/failure.ts";
import type { Entries } from "shared/form.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";
import type { FormState, ImportShown } from "web/render";
import type { App } from "../../app.ts";
import type { SentForm } from "../../body.ts";
import { type FormVisit, Refused, serveRegionForm } from "../../form.ts";
import { type Judged, judge, keepDrafts } from "./importing.ts";
import { IcsFileError } from "./reading.ts";

const fileProblems: Record<IcsFileProblem, TextKey> = {
  encoding: "eventImport.file.encoding",
  "not-calendar": "eventImport.file.notCalendar",
  "too-many": "eventImport.file.tooMany",
  nothing: "eventImport.file.nothing",
};

export function calendarImport(app: App): void {
  serveRegionForm(app, {
    path: "/desk/events/import",
    who: "curator",
    body: ImportForm,
    maxFileBytes: MAX_ICS_BYTES,
    load: async () => null,
    attach: (visit, sent) => readSent(app, visit, sent),
    page: ({ t }, _data, form) => ({
      view: { page: "ImportEvents", props: { form, shown: shownIn(form) } },
      title: t("eventImport.title"),
      description: t("eventImport.lead"),
    }),
    act: async ({ language, region, actor }, _data, { line, chosen }) => {
      const events = [...new Set(chosen)].flatMap((place) => read(IcsEvent, line[place]) ?? []);
      if (events.length === 0) throw new Refused({ chosen: "eventImport.noneChosen" });
      await keepDrafts(app, { region: region.slug, actor: found(actor), events });
      return { to: `/${language}/${region.slug}/desk/events`, done: "eventsImported" };
    },
  });
}

type Visit = FormVisit<undefined, Region>;

/** Where a file or a text was sent, the form from then on holds what was read from it. */
async function readSent(
  app: App,
  { region, language }: Visit,
  { entries, files }: SentForm,
): Promise<{ entries: Entries; again: boolean }> {
  const text = entries.find(([name]) => name === "text")?.[1] ?? "";
  const bytes = files.get("calendar")?.bytes ?? (text.trim() === "" ? null : Buffer.from(text));
  const isChosen = entries.some(([name]) => name === "line");
  if (bytes === null || isChosen) return { entries, again: false };
  const all = await judge(app, { region: region.slug, language, bytes }).catch(refuse);
  const csrf = entries.filter(([name]) => name === "csrf");
  return { entries: [...csrf, ...entriesOf(all)], again: true };
}

function refuse(error: unknown): never {
  if (error instanceof IcsFileError) throw new Refused({ calendar: fileProblems[error.problem] });
  throw error;
}

/** As many of the new ones as a form carries; the others are told of. */
function entriesOf(all: readonly Judged[]): Entries {
  const lines: string[] = [];
  let characters = 0;
  for (const { event } of all) {
    if (event === null) continue;
    const line = JSON.stringify(event);
    characters += line.length;
    if (lines.length === MAX_ICS_LINES || characters > MAX_ICS_CHARACTERS) break;
    lines.push(line);
  }
  const others = all.filter(({ event }) => event === null).map(({ line }) => JSON.stringify(line));
  const left = all.length - others.length - lines.length;
  return [
    ...lines.flatMap(
      (line, place): Entries => [
        ["line", line],
        ["chosen", String(place)],
      ],
    ),
    ...others.map((line) => ["other", line] as const),
    ["left", String(left)],
  ];
}

/** What the page shows of it; null: nothing was read yet. What a form holds is anybody's, so it is read strictly. */
function shownIn({ values }: FormState): ImportShown | null {
  const { line = [], other = [], chosen = [], left = [] } = values;
  if (line.length === 0 && other.length === 0) return null;
  return {
    events: line.map((text) => ({ text, event: read(IcsEvent, text) })),
    others: other.flatMap((text) => read(IcsLine, text) ?? []),
    chosen: chosen.map(Number),
    left: Number(left[0] ?? 0) || 0,
  };
}

function read<S extends TSchema>(schema: S, text: string | undefined): Static<S> | null {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return Value.Check(schema, value) ? value : null;
  } catch {
    return null;
  }
}
