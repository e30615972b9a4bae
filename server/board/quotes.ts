/** A post as a quote: what it says behind ">", below a line that leads back to it. */
import { postByNumber } from "db/board/queries.ts";
import { quoted } from "shared/board/quotes.ts";
import { maySeePost, type Reader } from "shared/board/rules.ts";
import type { App } from "../app.ts";
import type { ReadThread } from "./reader.ts";

export interface Quote {
  body: string;
  replyTo: number;
}

/** Null for what is not there for all: quoted, it would be there for all. */
export async function quoteOf(
  app: App,
  reader: Reader,
  { row: thread, board }: ReadThread,
  number: number,
): Promise<Quote | null> {
  const post = await postByNumber(app.db.queries, thread.id, number);
  if (post?.state !== "visible") return null;
  const { authorId, state, createdAt } = post;
  if (!maySeePost(reader, board, { authorId, state, createdAt: new Date(createdAt) })) return null;
  const body = quoted(post.body, { name: post.system ? null : post.handle, number });
  return { body, replyTo: number };
}
