/** Many nodes, one queue: they may start at once, and each letter is sent once. */
import { connect } from "db/connect.ts";
import { withLock } from "db/lock.ts";
import { migrate } from "db/migrate.ts";
import { transaction } from "db/transaction.ts";
import { pino } from "pino";
import { sendLetter } from "server/mail/send.ts";
import { Jobs } from "server/plugins/jobs.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { emptyDatabase } from "../setup/database.ts";
import { type TestMail, testMail } from "../setup/mail.ts";

let mail: TestMail;
let first: TestApp;
let second: TestApp;

beforeAll(async () => {
  mail = await testMail();
  first = await testApp({ freshDatabase: true, settings: mail.settings });
  second = await testApp({ databaseUrl: first.app.db.url, settings: mail.settings });
});
afterAll(async () => {
  await first.close();
  await second.close();
  await mail.close();
});

test("nodes that start at once on a new database make one queue", async () => {
  const db = connect(await emptyDatabase(), { connections: 4 });
  await migrate(db);
  const queues = [1, 2, 3].map(() => {
    const jobs = new Jobs(db.url, pino({ level: "silent" }));
    jobs.declare({ name: "mail", queue: { retryLimit: 3 } });
    return jobs;
  });
  await Promise.all(queues.map((jobs) => withLock(db, "jobs", () => jobs.start())));
  const { rows } = await db.pool.query("select name from pgboss.queue where name = 'mail'");
  expect(rows).toHaveLength(1);
  await Promise.all(queues.map((jobs) => jobs.stop()));
  await db.close();
});

test("a letter that one node writes down is sent at once by whichever is free, and by one alone", async () => {
  await Promise.all([first.app.jobs.start(), second.app.jobs.start()]);
  const addresses = Array.from({ length: 24 }, (_, number) => `reader-${number}@example.org`);
  await Promise.all(
    addresses.map((to, number) => {
      const { app } = number % 2 === 0 ? first : second;
      const letter = { to, language: "en", subject: "Hello", lines: ["Hello"], category: "test" } as const;
      return transaction(app.db, (tx) => sendLetter(app, tx, letter));
    }),
  );
  await Promise.all(addresses.map((to) => mail.next({ to })));
  for (;;) {
    const { rowCount } = await first.app.db.pool.query("select from pgboss.job where name = 'mail'");
    if (rowCount === 0) break;
  }
  expect(
    mail
      .received()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(addresses.toSorted());
});
