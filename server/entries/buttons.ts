/** What the buttons of the desk's form do that neither keep nor publish; and what the form tells of the same source. */
import type { Actor } from "shared/accounts/rules.ts";
import { sentEntry } from "shared/entries/form.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import { found } from "shared/failure.ts";
import type { Entries } from "shared/form.ts";
import type { EntryPreview, FormState } from "web/render";
import type { App } from "../app.ts";
import type { SentForm } from "../body.ts";
import type { Acting, Again } from "../form.ts";
import type { PageVisit } from "../page.ts";
import type { Work } from "./actions.ts";
import { coverIn } from "./cover.ts";
import { type Content, entryRoom } from "./kinds.ts";
import { previewOf } from "./previewing.ts";

/** What a button only adds to the form. */
export async function attachTo(
  app: App,
  kind: EntryKind,
  actor: Actor,
  sent: SentForm,
): Promise<{ entries: Entries; again: boolean }> {
  const { fetchInto, upload, content } = entryRoom(kind);
  if (upload) return upload.take(app, actor, sent);
  const entries = "cover" in content.properties ? await coverIn(app, actor, sent) : sent.entries;
  const asksSource = entries.some(([name, value]) => name === "do" && value === "fetch");
  if (!fetchInto || !asksSource) return { entries, again: false };
  const rest = entries.filter(([name]) => name !== "do");
  return { entries: await fetchInto(app, rest), again: true };
}

export async function alikeTo(app: App, { kind, region, entry, record }: Work, { values }: FormState) {
  const url = values.url?.at(-1)?.trim() ?? "";
  if (url === "") return [];
  const asked = { region, url, recordId: record?.id ?? entry?.recordId ?? null, entryId: entry?.id ?? null };
  return (await entryRoom(kind).alike?.(app, asked)) ?? [];
}

export async function showPreview(
  app: App,
  { actor }: Pick<PageVisit<unknown, unknown>, "actor">,
  data: { work: Work; preview: EntryPreview | null },
  body: Content,
  { entries }: Acting,
): Promise<Again> {
  const { content, version } = sentEntry(body);
  data.preview = await previewOf(app, { actor: found(actor), work: data.work, content, version });
  return { again: entries.filter(([name]) => name !== "do") };
}
