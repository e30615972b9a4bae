/** Who may read an upload: its uploader, and whoever may read a post, a record or a draft at the desk that shows it. */
import { coversShowing } from "db/files/covers.ts";
import type { StoredFile } from "db/files/queries.ts";
import { postsShowing } from "db/files/uploads.ts";
import { type Actor, hasRole } from "shared/accounts/rules.ts";
import { mayReadThread, maySeePost } from "shared/board/rules.ts";
import type { App } from "../app.ts";
import { readerOf } from "../board/reader.ts";

export async function maySeeUpload(app: App, actor: Actor | null, file: StoredFile): Promise<boolean> {
  if (file.ownerKind !== "post" && actor !== null && file.ownerId === actor.id) return true;
  if (file.ownerKind === "cover" && (await maySeeCover(app, actor, file))) return true;
  const [reader, showing] = await Promise.all([readerOf(app, actor), postsShowing(app.db.queries, file.set)]);
  const served = new Set(app.regions().map(({ slug }) => slug));
  return showing.some(({ board, thread, post }) => {
    const isServed = board.region === null || served.has(board.region);
    const isThere = mayReadThread(reader, board, { ...thread, authors: [] });
    return isServed && isThere && maySeePost(reader, board, { ...post, createdAt: new Date(post.createdAt) });
  });
}

/** What is public is for anyone; what is not, for those who keep the desk that has it. */
async function maySeeCover(app: App, actor: Actor | null, { set }: StoredFile): Promise<boolean> {
  const served = app.regions().map(({ slug }) => slug);
  const showing = await coversShowing(app.db.queries, set);
  return showing.some(({ regions, isKept }) =>
    isKept
      ? actor !== null && regions.some((region) => hasRole(actor, "curator", region))
      : regions.length === 0 || regions.some((region) => served.includes(region)),
  );
}
