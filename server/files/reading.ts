/** Who may read an upload: its uploader, and whoever may read a post that shows it. */
import type { StoredFile } from "db/files/queries.ts";
import { postsShowing } from "db/files/uploads.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { mayReadThread, maySeePost } from "shared/board/rules.ts";
import type { App } from "../app.ts";
import { readerOf } from "../board/reader.ts";

export async function maySeeUpload(app: App, actor: Actor | null, file: StoredFile): Promise<boolean> {
  if (file.ownerKind === "person" && actor !== null && file.ownerId === actor.id) return true;
  const [reader, showing] = await Promise.all([readerOf(app, actor), postsShowing(app.db.queries, file.set)]);
  const served = new Set(app.regions().map(({ slug }) => slug));
  return showing.some(({ board, thread, post }) => {
    const isServed = board.region === null || served.has(board.region);
    const isThere = mayReadThread(reader, board, { ...thread, authors: [] });
    return isServed && isThere && maySeePost(reader, board, { ...post, createdAt: new Date(post.createdAt) });
  });
}
