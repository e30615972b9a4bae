/** What tests of telling do on the board: start, reply, name, and look at what somebody was told. */
import type { Thread } from "shared/board/contract.ts";
import type { List } from "shared/page.ts";
import type { Notification } from "shared/watches/contract.ts";
import { expect, vi } from "vitest";
import type { TestApp } from "../setup/app.ts";
import { type NewPerson, type SignedIn, signedIn } from "../setup/people.ts";

let sent = 0;
const clientId = () => `test-${++sent}`;

interface NewTestThread {
  board?: string;
  title?: string;
  body?: string;
  countries?: string[];
  kind?: string;
}

export interface TestBoard {
  /** A member of Africa, past the newcomer's stage and its pace, which are not what is tested here. */
  member(handle: string, more?: NewPerson): Promise<SignedIn>;
  start(person: SignedIn, more?: NewTestThread): Promise<Thread>;
  /** The post's number. */
  reply(person: SignedIn, thread: Pick<Thread, "id">, body: string, more?: object): Promise<number>;
  watch(person: SignedIn, kind: string, target: string | number, level: string): ReturnType<TestApp["post"]>;
  /** Kinds of what somebody was told of, newest first; there are so many. */
  told(person: SignedIn, count: number): Promise<string[]>;
  list(person: SignedIn): Promise<List<Notification>>;
  /** Resolves when nothing waits to be told any more. */
  settled(): Promise<void>;
}

export function testBoard(app: TestApp): TestBoard {
  const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
  const list = async (person: SignedIn) =>
    JSON.parse((await app.get("/api/v1/notifications", person.as)).text) as List<Notification>;
  const settled = () =>
    vi.waitFor(
      async () => expect((await sql("select from post_work where kind = 'tell'")).rowCount).toBe(0),
      { timeout: 15_000, interval: 20 },
    );
  return {
    list,
    settled,
    member: async (handle, more = {}) => {
      const person = await signedIn(app, { handle, regions: ["africa"], ...more });
      await sql(
        "update people set created_at = now() - interval '1 year', demonstration = true, unlimited = true where id = $1",
        [person.id],
      );
      return person;
    },
    start: async (person, { board = "general", ...more } = {}) => {
      const words = { title: "A question about procurement", body: "Who knows?", kind: "discussion" };
      const thread = { ...words, ...more, clientId: clientId() };
      const path = `/api/v1/regions/africa/boards/${board}/threads`;
      const { status, body } = await app.send<Thread>("POST", path, thread, person.as);
      expect([status, body]).toMatchObject([201, {}]);
      return body;
    },
    reply: async (person, { id }, body, more = {}) => {
      const post = { body, clientId: clientId(), ...more };
      const path = `/api/v1/threads/${id}/posts`;
      const answer = await app.send<{ number: number }>("POST", path, post, person.as);
      expect([answer.status, answer.body]).toMatchObject([201, {}]);
      return answer.body.number;
    },
    watch: (person, kind, target, level) =>
      app.post("/en/account/watches", { csrf: person.csrf, kind, target: String(target), level }, person.as),
    told: async (person, count) => {
      await settled();
      const { items } = await list(person);
      expect(items.map(({ kind, thread, number }) => `${kind} ${thread?.id} ${number}`)).toHaveLength(count);
      return items.map(({ kind }) => kind);
    },
  };
}
