/** Signs below posts: given and taken back, counted alike everywhere. */
import type { VisiblePost } from "shared/board/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { changesSince, startThread } from "./talk.ts";

let app: TestApp;
let author: SignedIn;
let others: SignedIn[];
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  author = await signedIn(app, { regions: ["africa"], unlimited: true });
  others = await Promise.all([1, 2, 3, 4].map(() => signedIn(app, { regions: ["africa"] })));
});
afterAll(() => app.close());

const send = (method: "PUT" | "DELETE", id: number, kind: string, as: SignedIn) =>
  app.send<VisiblePost>(method, `/api/v1/posts/${id}/reactions/${kind}`, undefined, as.as);

describe("a reaction", () => {
  test("is heard of, and counts once for each person however often it is sent", async () => {
    const { id, version, post } = await startThread(app, author);
    const [one, two] = others as [SignedIn, SignedIn];
    expect((await send("PUT", post.id, "thanks", one)).body.reactions).toEqual({ thanks: 1 });
    const again = await send("PUT", post.id, "thanks", one);
    expect([again.status, again.body.reactions]).toEqual([200, { thanks: 1 }]);
    await send("PUT", post.id, "thanks", two);
    await send("PUT", post.id, "agree", two);
    const changes = await changesSince(app, id, version);
    expect(changes.posts).toMatchObject([{ reactions: { thanks: 2, agree: 1 } }]);
    expect(changes.version).toBe(version + 3);
    expect((await send("DELETE", post.id, "thanks", one)).body.reactions).toEqual({ thanks: 1, agree: 1 });
    expect((await send("DELETE", post.id, "thanks", one)).status).toBe(200);
  });

  test("many at once leave the count that the rows have", async () => {
    const { post } = await startThread(app, author);
    const replies = await Promise.all(others.map((one) => send("PUT", post.id, "solidarity", one)));
    expect(replies.map(({ status }) => status)).toEqual(others.map(() => 200));
    const { rows } = await app.app.db.pool.query("select reactions from posts where id = $1", [post.id]);
    expect(rows[0].reactions).toEqual({ solidarity: others.length });
  });

  test("is of the small set, by people who may write there, on what is there", async () => {
    const { id, post } = await startThread(app, author);
    const [one] = others as [SignedIn];
    const foreigner = await signedIn(app, { regions: ["south-east-asia"] });
    expect((await send("PUT", post.id, "angry", one)).status).toBe(404);
    expect((await send("PUT", post.id, "thanks", foreigner)).status).toBe(403);
    expect((await app.send("PUT", `/api/v1/posts/${post.id}/reactions/thanks`)).status).toBe(401);
    await app.app.db.pool.query("update threads set locked_at = now() where id = $1", [id]);
    expect((await send("PUT", post.id, "thanks", one)).status).toBe(409);
    await app.app.db.pool.query("update threads set locked_at = null where id = $1", [id]);
    await app.app.db.pool.query("update posts set state = 'hidden' where id = $1", [post.id]);
    expect((await send("PUT", post.id, "thanks", one)).status).toBe(404);
  });
});
