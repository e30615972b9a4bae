/** Threads and replies of a test, by the addresses that people use. */
import type { Post, Thread } from "shared/board/contract.ts";
import { expect } from "vitest";
import type { TestApp } from "../setup/app.ts";
import type { SignedIn } from "../setup/people.ts";

let sent = 0;

export async function startThread(test: TestApp, person: SignedIn, board = "general"): Promise<Thread> {
  sent += 1;
  const { status, body } = await test.send<Thread>(
    "POST",
    `/api/v1/regions/africa/boards/${board}/threads`,
    {
      title: `Dates of the visit ${sent}`,
      body: `When is it? ${sent}`,
      kind: "discussion",
      clientId: `t-${sent}`,
    },
    person.as,
  );
  expect(status).toBe(201);
  return body;
}

export async function replyTo(
  test: TestApp,
  thread: { id: number },
  person: SignedIn,
  text = "In May.",
): Promise<Post> {
  sent += 1;
  const { status, body } = await test.send<Post>(
    "POST",
    `/api/v1/threads/${thread.id}/posts`,
    { body: `${text} ${sent}`, clientId: `p-${sent}` },
    person.as,
  );
  expect(status).toBe(201);
  return body;
}

export interface Changes {
  version: number;
  posts: Post[];
  next: number | null;
}

export async function changesSince(
  test: TestApp,
  thread: { id: number },
  since: number,
  person?: SignedIn,
): Promise<Changes> {
  const { text } = await test.get(`/api/v1/threads/${thread.id}/changes?since=${since}`, person?.as);
  return JSON.parse(text);
}
