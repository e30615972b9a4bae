/** What is being written as visitors will see it: nothing is written, and nobody else sees it. */
import { dayOf } from "shared/time.ts";
import type { EntryPreview } from "web/render";
import type { App } from "../app.ts";
import { regionsOf, type Writing } from "./actions.ts";
import { publishable } from "./checks.ts";
import { entryRoom } from "./kinds.ts";

/** Until it has an address of its own. */
const NO_SLUG = "preview";

/** Null for kinds that have none. Throws Refused for what could not be published. */
export async function previewOf(app: App, writing: Writing): Promise<EntryPreview | null> {
  const { kind, record, entry } = writing.work;
  const room = entryRoom(kind);
  if (!room.preview) return null;
  const regions = regionsOf(writing);
  const content = await publishable(app, kind, writing.content);
  return room.preview(app, {
    ...room.columnsOf(content, dayOf(app.now())),
    regions,
    id: record?.id ?? entry?.recordId ?? 0,
    slug: record?.slug ?? entry?.slug ?? NO_SLUG,
  });
}
