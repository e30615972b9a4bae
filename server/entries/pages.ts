/** The desk's pages of what is written: lists, the form, history, and the ways out. */
import { type EntryRow, listEntries, listRecords, recordRevisions } from "db/entries/queries.ts";
import {
  answerBody,
  conflictsOf,
  type EntryConflict,
  entryForm,
  restoreBody,
  sentEntry,
} from "shared/entries/form.ts";
import { ENTRIES_PAGE, type EntryKind, proposedKinds } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { MAX_SEARCH_LENGTH } from "shared/fields.ts";
import { paging } from "shared/page.ts";
import type { Region } from "shared/regions/contract.ts";
import { dayOf } from "shared/time.ts";
import Type from "typebox";
import type { EntryLine } from "web/render";
import type { App } from "../app.ts";
import {
  type Acting,
  type Again,
  type Done,
  type FormVisit,
  Refused,
  serveRegionForm,
  serveRegionPost,
} from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import {
  decline,
  propose,
  publish,
  recordOf,
  saveDraft,
  schedule,
  type Work,
  withdraw,
  workOnEntry,
  workOnRecord,
} from "./actions.ts";
import { choicesFor } from "./choices.ts";
import { type Content, entryRoom, writtenKinds } from "./kinds.ts";
import { titleIn } from "./publishing.ts";
import { restore } from "./restoring.ts";

type Visit = FormVisit<undefined, Region>;

export function entryPages(app: App): void {
  for (const kind of writtenKinds) {
    listPage(app, kind);
    writingForm(app, kind, "/new", async ({ region }) => ({
      kind,
      region: region.slug,
      entry: null,
      record: null,
    }));
    writingForm(app, kind, "/drafts/:entry", ({ region, params }) =>
      workOnEntry(app, region.slug, idIn(params.entry), kind),
    );
    writingForm(app, kind, "/:slug", ({ region, params }) =>
      workOnRecord(app, kind, region.slug, params.slug ?? ""),
    );
    declineForm(app, kind);
    withdrawForm(app, kind);
    historyPage(app, kind);
    if ((proposedKinds as readonly EntryKind[]).includes(kind)) proposeForm(app, kind);
  }
}

function idIn(text: string | undefined): number {
  if (text === undefined || !/^[1-9][0-9]{0,14}$/.test(text)) throw new Failure("not-found");
  return Number(text);
}

export function lineOf(entry: EntryRow): EntryLine {
  return {
    id: entry.id,
    state: entry.state,
    title: titleIn(entry.kind, entry.content),
    publishAt: entry.publishAt?.toISOString() ?? null,
    hasProblem: entry.problem !== null,
    proposer: entry.proposedBy === null ? null : (entry.proposer ?? ""),
    changedAt: entry.updatedAt.toISOString(),
  };
}

function listPage(app: App, kind: EntryKind): void {
  serveRegionPage(app, {
    path: `/desk/${kind}`,
    rooms: ["entries", kind],
    who: "curator",
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: MAX_SEARCH_LENGTH })),
      after: paging.after,
      drafts: paging.after,
    }),
    load: async ({ region, language, t, query }) => {
      const { q, after, drafts } = query;
      const [open, records] = await Promise.all([
        listEntries(app.db.queries, { region: region.slug, kind }, { limit: ENTRIES_PAGE, after: drafts }),
        listRecords(app.db.queries, { kind, region: region.slug, q }, { limit: ENTRIES_PAGE, after }),
      ]);
      const props = {
        kind,
        entries: open.items.map(lineOf),
        moreEntries: open.next,
        records: records.items,
        moreRecords: records.next,
        q: q ?? "",
      };
      const name = region.names[language] ?? region.slug;
      return {
        view: { page: "Entries", props },
        title: t("entries.title", { kind: t(`entries.kind.${kind}`), region: name }),
        description: t("entries.lead"),
        noIndex: true,
      };
    },
  });
}

interface Writing {
  work: Work;
  conflicts: EntryConflict[];
  /** As it is now, where somebody else was quicker. */
  version: number;
}

const contentOf = ({ kind, entry, record }: Work): Content => {
  if (entry) return entry.content;
  return record ? { ...entryRoom(kind).contentOf(record), regions: record.regions } : {};
};

const versionOf = ({ entry, record }: Work) => entry?.version ?? record?.version ?? 0;

function writingForm(app: App, kind: EntryKind, path: string, workAt: (visit: Visit) => Promise<Work>): void {
  const room = entryRoom(kind);
  serveRegionForm(app, {
    path: `/desk/${kind}${path}`,
    who: "curator",
    body: entryForm(room.content, room.titleField),
    load: async (visit): Promise<Writing> => {
      const work = await workAt(visit);
      return { work, conflicts: [], version: versionOf(work) };
    },
    fill: ({ language }, { work }) => {
      const { publishAt } = work.entry ?? {};
      const moment = publishAt?.toISOString();
      return {
        ...(work.entry || work.record ? {} : { language, summaryLanguage: language, regions: [work.region] }),
        ...contentOf(work),
        version: versionOf(work),
        ...(moment ? { publishOn: moment.slice(0, 10), publishTime: moment.slice(11, 16) } : {}),
      };
    },
    page: async (visit, { work, conflicts }, form) => {
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
        return await write(app, visit, data.work, body);
      } catch (error) {
        if (!(error instanceof Failure) || (error.code !== "stale" && error.code !== "conflict")) throw error;
        return afterOthers(data, await workAt(visit), body, acting);
      }
    },
  });
}

/** Somebody was quicker: what they wrote is shown beside what stays in the form. */
function afterOthers(data: Writing, work: Work, body: Content, { entries }: Acting): Again {
  if (work.entry?.state === "published" || work.entry?.state === "declined")
    throw new Refused({ title: "entries.problem.ended" });
  const { content } = sentEntry(body);
  Object.assign(data, { work, conflicts: conflictsOf(contentOf(work), content) });
  const others = entries.filter(([name]) => name !== "version" && name !== "do");
  return { again: [...others, ["version", String(versionOf(work))]] };
}

async function write(app: App, visit: Visit, work: Work, body: Content): Promise<Done> {
  const { content, version, ...sent } = sentEntry(body);
  const writing = { actor: found(visit.actor), work, content, version };
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

function declineForm(app: App, kind: EntryKind): void {
  serveRegionForm(app, {
    path: `/desk/${kind}/drafts/:entry/decline`,
    who: "curator",
    body: answerBody,
    load: ({ region, params }) => workOnEntry(app, region.slug, idIn(params.entry), kind),
    fill: (_visit, work) => ({ version: versionOf(work) }),
    page: ({ t }, work, form) => {
      const deed = work.entry?.proposedBy == null ? ("layAside" as const) : ("decline" as const);
      return {
        view: { page: "EntryAnswer", props: { kind, form, deed, back: `drafts/${work.entry?.id}` } },
        title: t(`entries.${deed}Title`, { title: titleIn(kind, contentOf(work)) }),
        description: t(`entries.${deed}Lead`),
      };
    },
    act: async ({ actor, language }, work, body) => {
      await decline(app, { actor: found(actor), work, ...body });
      return { to: `/${language}/${work.region}/desk/${kind}`, done: "entryDeclined" };
    },
  });
}

function withdrawForm(app: App, kind: EntryKind): void {
  serveRegionForm(app, {
    path: `/desk/${kind}/:slug/withdraw`,
    who: "curator",
    body: answerBody,
    load: async ({ region, params }): Promise<Work> => ({
      kind,
      region: region.slug,
      entry: null,
      record: await recordOf(app, kind, region.slug, params.slug ?? ""),
    }),
    fill: (_visit, work) => ({ version: versionOf(work) }),
    page: ({ t }, work, form) => ({
      view: {
        page: "EntryAnswer",
        props: { kind, form, deed: "withdraw" as const, back: work.record?.slug ?? "" },
      },
      title: t("entries.withdrawTitle", { title: titleIn(kind, contentOf(work)) }),
      description: t("entries.withdrawLead"),
    }),
    act: async ({ actor, language }, work, body) => {
      const id = await withdraw(app, { actor: found(actor), work, ...body });
      return { to: `/${language}/${work.region}/desk/${kind}/drafts/${id}`, done: "entryWithdrawn" };
    },
  });
}

function historyPage(app: App, kind: EntryKind): void {
  serveRegionPage(app, {
    path: `/desk/${kind}/:slug/history`,
    rooms: [kind],
    who: "curator",
    query: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    load: async ({ region, params, query, t, actor }) => {
      const record = await recordOf(app, kind, region.slug, params.slug ?? "");
      const asked = { kind, id: record.id, before: query.before };
      const rows = await recordRevisions(app.db.queries, asked, ENTRIES_PAGE + 1);
      const shown = rows.slice(0, ENTRIES_PAGE);
      const revisions = shown.map(({ id, at, before, after, handle, hasPerson, source }) => ({
        id,
        at: at.toISOString(),
        by: hasPerson ? (handle ?? "") : null,
        source,
        changes: [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({
          field,
          before: before[field] ?? null,
          after: after[field] ?? null,
        })),
        canRestore: Object.keys(before).length > 0 && Object.keys(after).length > 0,
      }));
      const next = rows.length > ENTRIES_PAGE ? (shown.at(-1)?.id ?? null) : null;
      const { slug, version } = record;
      return {
        view: {
          page: "EntryHistory",
          props: { kind, slug, version, revisions, next, csrf: csrfToken(app, found(actor)) },
        },
        title: t("entries.historyTitle", { title: titleIn(kind, entryRoom(kind).contentOf(record)) }),
        description: t("entries.historyLead"),
        noIndex: true,
      };
    },
  });
  serveRegionPost(app, {
    path: `/desk/${kind}/:slug/history`,
    who: "curator",
    body: restoreBody,
    act: async ({ region, params, actor, language }, { version, revision }) => {
      const { id, slug } = await recordOf(app, kind, region.slug, params.slug ?? "");
      await restore(app, {
        actor: found(actor),
        kind,
        region: region.slug,
        record: { id, version },
        revision,
      });
      return { to: `/${language}/${region.slug}/desk/${kind}/${slug}/history`, done: "entryRestored" };
    },
  });
}

function proposeForm(app: App, kind: EntryKind): void {
  const room = entryRoom(kind);
  serveRegionForm(app, {
    path: `/propose/${kind}`,
    who: "person",
    body: entryForm(room.content, room.titleField),
    load: async ({ region, actor }) => {
      if (!actor?.regions.includes(region.slug)) throw new Failure("not-found");
      const states = ["proposed", "scheduled", "published", "declined"] as const;
      const filter = { region: region.slug, kind, states, proposedBy: actor.id };
      return (await listEntries(app.db.queries, filter, { limit: ENTRIES_PAGE })).items;
    },
    fill: ({ language }) => ({
      language,
      summaryLanguage: language,
      version: 0,
      publishedOn: dayOf(app.now()),
    }),
    page: async (visit, own, form) => ({
      view: {
        page: "Propose",
        props: {
          kind,
          form,
          choices: await choicesFor(app, visit),
          own: own.map((entry) => ({ ...lineOf(entry), reason: entry.reason })),
        },
      },
      title: visit.t("entries.propose", { kind: visit.t(`entries.kind.${kind}`) }),
      description: visit.t("entries.proposeLead"),
    }),
    act: async ({ region, actor, language }, _own, body) => {
      const { content } = sentEntry(body);
      await propose(app, { actor: found(actor), region: region.slug, kind, content });
      return { to: `/${language}/${region.slug}/propose/${kind}`, done: "entryProposed" };
    },
  });
}
