/** The desk's form: a new one, a draft, or a change of what is public; and what its buttons do. */
import { endDraft } from "db/drafts/changes.ts";
import { DraftAsked } from "shared/drafts/contract.ts";
import { deskPlace } from "shared/drafts/rules.ts";
import { conflictsOf, type EntryConflict, entryForm, sentEntry } from "shared/entries/form.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { MAX_PICTURE_BYTES } from "shared/files/rules.ts";
import type { Region } from "shared/regions/contract.ts";
import Type from "typebox";
import type { EntryPreview } from "web/render";
import type { App } from "../app.ts";
import { draftToFill } from "../drafts/actions.ts";
import { type Acting, type Again, type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { publish, saveDraft, schedule, type Work } from "./actions.ts";
import { alikeTo, attachTo, showPreview } from "./buttons.ts";
import { choicesFor } from "./choices.ts";
import { type Content, entryRoom } from "./kinds.ts";
import { titleIn } from "./publishing.ts";
import { contentOf, lineOf, versionOf } from "./work.ts";

const asked = Type.Object({ draft: DraftAsked });
type Visit = FormVisit<typeof asked, Region>;

interface Writing {
  work: Work;
  conflicts: EntryConflict[];
  /** As it is now, where somebody else was quicker. */
  version: number;
  /** Where it was asked for. */
  preview: EntryPreview | null;
  /** Where what is typed is kept meanwhile. */
  place: string;
  /** What was typed before and not sent, where it is gone on with. */
  begun: Content | null;
}

export function writingForm(
  app: App,
  kind: EntryKind,
  path: string,
  workAt: (visit: Visit) => Promise<Work>,
): void {
  const room = entryRoom(kind);
  serveRegionForm(app, {
    path: `/desk/${kind}${path}`,
    who: "curator",
    query: asked,
    body: entryForm(room.content, room.titleField),
    ...(room.upload ? { maxFileBytes: room.upload.maxBytes } : {}),
    load: async (visit): Promise<Writing> => {
      const work = await workAt(visit);
      const place = placeOf(work);
      const begun = await draftToFill(app, visit.actor, place, visit.query.draft);
      return { work, conflicts: [], version: versionOf(work), preview: null, place, begun };
    },
    fill: ({ language }, { work, begun }) => {
      if (begun) return begun;
      const { publishAt } = work.entry ?? {};
      const moment = publishAt?.toISOString();
      return {
        // The source's language is not guessed: what is filled in already is what nobody looks at.
        ...(work.entry || work.record ? {} : { summaryLanguage: language, regions: [work.region] }),
        ...contentOf(work),
        clientId: app.secrets.newToken(),
        version: versionOf(work),
        ...recordVersionOf(work),
        ...(moment ? { publishOn: moment.slice(0, 10), publishTime: moment.slice(11, 16) } : {}),
      };
    },
    ...("cover" in room.content.properties ? { maxFileBytes: MAX_PICTURE_BYTES } : {}),
    attach: ({ actor }, sent) => attachTo(app, kind, found(actor), sent),
    page: async (visit, { work, conflicts, preview, place }, form) => {
      const { entry, record } = work;
      const title = titleIn(kind, contentOf(work));
      return {
        view: {
          page: "EntryForm",
          props: {
            kind,
            form,
            choices: await choicesFor(app, visit),
            entry: entry && {
              ...lineOf(entry),
              problem: entry.problem,
              reason: entry.reason,
              changer: entry.changer,
            },
            record: record && { slug: record.slug },
            conflicts,
            preview,
            place,
            alike: await alikeTo(app, work, form),
            canFetch: room.fetchInto !== undefined,
            canPreview: room.preview !== undefined,
            now: app.now().toISOString(),
          },
        },
        title:
          entry || record
            ? visit.t("entries.editTitle", { title: title || visit.t("entries.untitled") })
            : visit.t("entries.writeTitle", { kind: visit.t(`entries.kind.${kind}`) }),
        description: visit.t("entries.writeLead"),
        status: conflicts.length > 0 ? 409 : 200,
      };
    },
    act: async (visit, data, body, acting) => {
      try {
        if (body.do === "preview") return await showPreview(app, visit, data, body, acting);
        const done = await write(app, visit, data.work, body);
        await endTyping(app, visit, data.place, body);
        return done;
      } catch (error) {
        if (!(error instanceof Failure) || (error.code !== "stale" && error.code !== "conflict")) throw error;
        return afterOthers(data, await workAt(visit), body, acting);
      }
    },
  });
}

function placeOf({ kind, region, entry, record }: Work): string {
  return deskPlace({ kind, region, entryId: entry?.id ?? null, slug: record?.slug ?? null });
}

/** What was typed is sent: no device offers it again. */
async function endTyping(app: App, { actor }: Visit, place: string, body: Content): Promise<void> {
  const { clientId } = sentEntry(body);
  if (clientId !== undefined) await endDraft(app.db.queries, { personId: found(actor).id, place, clientId });
}

/** Somebody was quicker: what they wrote is shown beside what stays in the form. */
function afterOthers(data: Writing, work: Work, body: Content, { entries }: Acting): Again {
  if (work.entry?.state === "published" || work.entry?.state === "declined")
    throw new Refused({ title: "entries.problem.ended" });
  const { content, recordVersion } = sentEntry(body);
  const { entry, record } = work;
  // A draft may be as it was, and what it changes another: then that is what is compared.
  const isRecordNew = record !== null && recordVersion !== undefined && recordVersion !== record.version;
  const now = contentOf(isRecordNew ? { ...work, entry: null } : work);
  Object.assign(data, { work, conflicts: conflictsOf(now, content) });
  const own = ["version", "recordVersion", "do"];
  const others = entries.filter(([name]) => !own.includes(name));
  const seen: [string, string][] = entry && record ? [["recordVersion", String(record.version)]] : [];
  return { again: [...others, ["version", String(versionOf(work))], ...seen] };
}

/** Of a change that waits: the record that it was written for. */
function recordVersionOf({ entry, record }: Work): { recordVersion?: number } {
  const version = entry && record ? (entry.recordVersion ?? record.version) : null;
  return version === null ? {} : { recordVersion: version };
}

async function write(app: App, visit: Visit, work: Work, body: Content): Promise<Done> {
  const { content, version, recordVersion, ...sent } = sentEntry(body);
  const writing = { actor: found(visit.actor), work, content, version, recordVersion };
  const desk = `/${visit.language}/${work.region}/desk/${work.kind}`;
  if (sent.do === "draft") {
    const id = await saveDraft(app, writing);
    return { to: `${desk}/drafts/${id}`, done: "entryKept" };
  }
  if (sent.do === "schedule") {
    if (sent.publishOn === undefined || sent.publishTime === undefined || sent.publishOn.length !== 10)
      throw new Refused({ publishOn: "entries.problem.moment" });
    await schedule(app, writing, new Date(`${sent.publishOn}T${sent.publishTime}:00Z`));
    return { to: desk, done: "entryScheduled" };
  }
  const { slug } = await publish(app, writing);
  return { to: `${desk}/${slug}`, done: "entryPublished" };
}
