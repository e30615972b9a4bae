/** What tests of posts have in common: people, a thread, and sending. */
import type { Post, Thread, VisiblePost } from "shared/board/contract.ts";
import type { TestApp } from "../setup/app.ts";
import type { SignedIn } from "../setup/people.ts";

let sent = 0;

/** Visible, as the writer is past the newcomer's stage. */
export async function startThread(
  app: TestApp,
  as: SignedIn,
  { board = "general", body = "When is it?", title = "Dates of the visit" } = {},
): Promise<Thread & { post: VisiblePost }> {
  const path = `/api/v1/regions/africa/boards/${board}/threads`;
  const thread = { title, body, kind: "discussion", clientId: `t-${++sent}` };
  const reply = await app.send<Thread & { post: VisiblePost }>("POST", path, thread, as.as);
  if (reply.status !== 201) throw new Error(`no thread: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export async function replyTo(
  app: TestApp,
  as: SignedIn,
  threadId: number,
  body: string,
): Promise<VisiblePost> {
  const post = { body, clientId: `p-${++sent}` };
  const reply = await app.send<VisiblePost>("POST", `/api/v1/threads/${threadId}/posts`, post, as.as);
  if (reply.status !== 201) throw new Error(`no post: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export interface Changes {
  version: number;
  posts: Post[];
}

/** What everybody hears of since that version. */
export async function changesSince(app: TestApp, threadId: number, since: number): Promise<Changes> {
  return (await app.json<Changes>(`/api/v1/threads/${threadId}/changes?since=${since}`)).body;
}
