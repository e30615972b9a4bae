/** Lists of threads: read to their end by key with nothing twice, by what one looks for, and one's own. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let member: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  member = await signedIn(app, { regions: ["africa"] });
  await app.app.db.pool.query(
    `insert into threads (board_id, title, kind, language, author_id, last_number, created_at, last_post_at, pinned)
     select b.id, 'Thread ' || n, case when n % 5 = 0 then 'question' else 'discussion' end, 'en',
       case when n % 7 = 0 then $1::bigint end, 1 + n % 3, now() - n * interval '1 hour',
       now() - ((n * 37) % 61) * interval '1 minute', n = 33
     from generate_series(1, 60) n, boards b where b.region = 'africa' and b.slug = 'uncac-review'`,
    [member.id],
  );
});
afterAll(() => app.close());

const BOARD = "/en/africa/board/uncac-review";

/** Titles of all parts of a list. */
async function walk(address: string, person: SignedIn | null = null): Promise<string[]> {
  const titles: string[] = [];
  let next: string | undefined = address;
  while (next !== undefined) {
    const page = await app.page(next, person?.as ?? {});
    titles.push(...page.texts("#threads h3"));
    next = page.links("a[rel=next]")[0];
  }
  return titles;
}

test("the pinned thread stands first, all others by their last post, each once", async () => {
  const titles = await walk(BOARD);
  expect(titles[0]).toBe("Thread 33");
  expect(titles).toHaveLength(60);
  expect(new Set(titles).size).toBe(60);
  const { rows } = await app.app.db.pool.query(
    "select title from threads where title like 'Thread %' and not pinned order by last_post_at desc, id desc",
  );
  expect(titles.slice(1)).toEqual(rows.map(({ title }) => title));
});

test("new ones are listed by when they began", async () => {
  const titles = await walk(`${BOARD}?sort=new`);
  expect(titles.slice(1, 4)).toEqual(["Thread 1", "Thread 2", "Thread 3"]);
});

test("unanswered are those without a reply, and questions whose answer nobody marked", async () => {
  const titles = await walk(`${BOARD}?list=unanswered`);
  const wanted = Array.from({ length: 60 }, (_none, index) => index + 1).filter(
    (n) => n % 3 === 0 || n % 5 === 0,
  );
  const announced = await app.page("/en/africa/board/general?list=unanswered");
  expect(announced.texts("#threads h3"), "the welcome waits for no reply").toEqual([]);
  expect(titles.toSorted()).toEqual(wanted.map((n) => `Thread ${n}`).toSorted());
});

test("one's own and watched threads are one's own list; a visitor is given the common one", async () => {
  expect(await walk(`${BOARD}?list=mine`, member)).toHaveLength(8);
  await app.app.db.pool.query(
    `insert into watches (person_id, kind, target, level)
     select $1, 'thread', id::text, case when title = 'Thread 4' then 'none' else 'all' end from threads
     where title in ('Thread 4', 'Thread 5')`,
    [member.id],
  );
  expect(await walk(`${BOARD}?list=watched`, member)).toEqual(["Thread 5"]);
  const visitor = await app.page(`${BOARD}?list=mine`);
  expect(visitor.texts("#threads h3")).toHaveLength(21);
  expect(visitor.text("nav [aria-current=page]")).not.toBe("Mine");
});

test("a cursor that is none of the list's is left out with a note", async () => {
  for (const after of ["x", "WyJub3QgYSBkYXRlIiwxXQ", "WzEsMl0"]) {
    const page = await app.page(`${BOARD}?after=${after}`);
    expect([page.status, page.texts("#threads h3").length], after).toEqual([200, 21]);
    expect(page.text(".notice")).toContain("after");
  }
});

test("words are looked for in the board alone", async () => {
  const thread = {
    title: "Beneficial ownership registers",
    body: "Who keeps them?",
    kind: "discussion",
    clientId: "s",
  };
  const address = "/api/v1/regions/africa/boards/general/threads";
  expect((await app.send("POST", address, thread, member.as)).status).toBe(201);
  await expect
    .poll(
      async () => (await app.page("/en/africa/board/general?q=registers", member.as)).texts("#threads h3"),
      {
        timeout: 20_000,
      },
    )
    .toEqual(["Beneficial ownership registers"]);
  expect((await app.page(`${BOARD}?q=registers`)).text("main")).toContain("No thread fits");
});
