/** The desk's writing as data. */
import { type EntryRow, listEntries as readEntries, recordRevisions } from "db/entries/queries.ts";
import type { RecordRow } from "db/entries/records.ts";
import {
  changeEntry,
  declineEntry,
  type Entry,
  getEntry,
  listEntries,
  proposeEntry,
  publishEntry,
} from "shared/entries/contract.ts";
import { publications } from "shared/entries/roomsContract.ts";
import { ENTRIES_PAGE, type EntryKind } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { cleanBody } from "shared/form.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
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
} from "./actions.ts";
import { type Content, entryRoom, writtenKinds } from "./kinds.ts";
import { titleIn } from "./publishing.ts";
import { restore } from "./restoring.ts";

export function entryRoutes(app: App): void {
  deskRoutes(app);
  for (const kind of writtenKinds) roomRoutes(app, kind);
}

function asData(entry: EntryRow): Entry {
  const { id, kind, region, state, content, slug, problem, reason, version } = entry;
  return {
    id,
    kind,
    region,
    state,
    title: titleIn(kind, content),
    content,
    slug,
    publishAt: entry.publishAt?.toISOString() ?? null,
    problem,
    reason,
    proposedBy: entry.proposer,
    changedBy: entry.changer,
    changedAt: entry.updatedAt.toISOString(),
    version,
  };
}

/** A form's problems are JSON's too. */
export function asInvalid(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const t = textsIn("en");
  const problems = error.problems.map(({ field, key, values }) => ({
    parameter: field,
    message: t(key, values),
  }));
  throw new Failure("invalid", { problems });
}

/** The region of the address, where this instance serves it. */
function served(app: App, params: { region: string }): string {
  return regionOf(app, params.region).slug;
}

function deskRoutes(app: App): void {
  const entryOf = async (region: string, id: number) =>
    asData(found((await workOnEntry(app, region, id)).entry));
  serve(app, listEntries, ["entries"], async ({ params, query }) => {
    const { kind, state, limit = ENTRIES_PAGE, after } = query;
    const list = await readEntries(
      app.db.queries,
      { region: served(app, params), kind, states: state },
      { limit, after },
    );
    return { ...list, items: list.items.map(asData) };
  });
  serve(app, getEntry, ["entries"], ({ params }) => entryOf(served(app, params), Number(params.entry)));
  serveAction(app, changeEntry, async ({ params, actor, body }) => {
    const work = await workOnEntry(app, served(app, params), Number(params.entry));
    const content = cleaned(work.kind, body.content);
    await saveDraft(app, { actor: found(actor), work, content, version: body.version }).catch(asInvalid);
    return entryOf(served(app, params), Number(params.entry));
  });
  serveAction(app, publishEntry, async ({ params, actor, body }) => {
    const work = await workOnEntry(app, served(app, params), Number(params.entry));
    const { content } = found(work.entry);
    const { version, recordVersion } = body;
    const writing = { actor: found(actor), work, content, version, recordVersion };
    if (body.publishAt !== undefined) await schedule(app, writing, new Date(body.publishAt)).catch(asInvalid);
    else await publish(app, writing).catch(asInvalid);
    return entryOf(served(app, params), Number(params.entry));
  });
  serveAction(app, declineEntry, async ({ params, actor, body }) => {
    const work = await workOnEntry(app, served(app, params), Number(params.entry));
    await decline(app, { actor: found(actor), work, ...body });
    return entryOf(served(app, params), Number(params.entry));
  });
  serveAction(app, proposeEntry, async ({ params, actor, reply, body }) => {
    const { slug } = regionOf(app, params.region);
    const content = cleaned(body.kind, body.content);
    const id = await propose(app, { actor: found(actor), region: slug, kind: body.kind, content }).catch(
      asInvalid,
    );
    reply.code(201);
    return entryOf(slug, id);
  });
}

/** Of a kind that the desk does not write, there is nothing. */
function cleaned(kind: EntryKind, content: Content): Content {
  if (!writtenKinds.includes(kind)) throw new Failure("not-found");
  return cleanBody(entryRoom(kind).content, content) as Content;
}

function roomRoutes(app: App, kind: EntryKind): void {
  const room = entryRoom(kind);
  const contract = publications[kind];
  const shown = async (row: RecordRow) => ({
    ...(await room.read(app, row.slug)),
    state: "published" as const,
    entry: null,
    slug: row.slug,
    publishAt: null,
    version: row.version,
  });
  const kept = async (region: string, id: number) => {
    const entry = found((await workOnEntry(app, region, id)).entry);
    const publishAt = entry.publishAt?.toISOString() ?? null;
    return {
      ...entry.content,
      state: entry.state,
      entry: id,
      slug: entry.slug,
      publishAt,
      version: entry.version,
    };
  };

  serveAction(app, contract.create, async ({ params, actor, reply, body }) => {
    const { slug: region } = regionOf(app, params.region);
    const { publish: isPublished, publishAt, ...content } = body as Content;
    const work: Work = { kind, region, entry: null, record: null };
    const writing = { actor: found(actor), work, content, version: 0 };
    reply.code(201);
    if (typeof publishAt === "string")
      return kept(region, await schedule(app, writing, new Date(publishAt)).catch(asInvalid));
    if (isPublished === true) return shown(await publish(app, writing).catch(asInvalid));
    return kept(region, await saveDraft(app, writing).catch(asInvalid));
  });
  serveAction(app, contract.change, async ({ params, actor, body }) => {
    const record = await recordOf(app, kind, served(app, params), params.slug);
    const { version, ...changes } = body as Content;
    const content = { ...room.contentOf(record), ...changes };
    const work: Work = { kind, region: served(app, params), entry: null, record };
    return shown(
      await publish(app, { actor: found(actor), work, content, version: Number(version) }).catch(asInvalid),
    );
  });
  serveAction(app, contract.withdraw, async ({ params, actor, body }) => {
    const record = await recordOf(app, kind, served(app, params), params.slug);
    const work: Work = { kind, region: served(app, params), entry: null, record };
    const id = await withdraw(app, { actor: found(actor), work, ...body });
    return id === null ? null : asData(found((await workOnEntry(app, served(app, params), id)).entry));
  });
  serve(app, contract.history, [kind], async ({ params, query }) => {
    const record = await recordOf(app, kind, served(app, params), params.slug);
    const rows = await recordRevisions(
      app.db.queries,
      { kind, id: record.id, before: query.before },
      ENTRIES_PAGE,
    );
    const items = rows.map(({ id, at, before, after, handle, actedAs, source }) => ({
      id,
      at: at.toISOString(),
      before,
      after,
      by: handle,
      actedAs,
      source,
    }));
    return { version: record.version, items };
  });
  serveAction(app, contract.restore, async ({ params, actor, body }) => {
    const { id } = await recordOf(app, kind, served(app, params), params.slug);
    const { version, revision } = body;
    const record = { id, version };
    return shown(
      await restore(app, {
        actor: found(actor),
        kind,
        region: served(app, params),
        record,
        revision,
      }),
    );
  });
}
