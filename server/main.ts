/** The process: settings, database, data, port, and a stop that loses no request. The only file with a port. */
import { createServer } from "node:net";
import { isImported } from "db/import/seed.ts";
import { withLock } from "db/lock.ts";
import { StartFailure } from "shared/startFailure.ts";
import { type App, buildApp } from "./app.ts";
import { startBoards } from "./board/starting.ts";
import { openMailIn } from "./boardMail/listener.ts";
import { command, say } from "./command.ts";
import { type Config, publicUrl, readConfig } from "./config.ts";
import { type OpenDatabase, openDatabase } from "./database.ts";
import { drain } from "./drain.ts";
import { offerFirstSteward } from "./firstSteward.ts";
import { importApart } from "./importing.ts";
import { keepErasures } from "./personal/erasures.ts";
import { createLogger } from "./plugins/log.ts";

/** What a signal ends, the last first; the start adds to it as it goes on. */
const started: (() => Promise<unknown>)[] = [];
let stopping = false;

process.on("SIGINT", stop);
process.on("SIGTERM", stop);

await command(async () => {
  const config = readConfig(process.env);
  await checkPort(config);
  const open = await openDatabase(config, say);
  started.push(() => open.close());
  try {
    await serve(config, open);
  } catch (error) {
    // A start that a signal cuts short meets closed connections: that is no failure.
    if (stopping) return;
    await open.close();
    throw error;
  }
});

async function serve(config: Config, open: OpenDatabase): Promise<void> {
  if (!(await isImported(open.db))) {
    say("Loading the data …");
    await importApart(open.db, config.SESSION_SECRET, (child) =>
      started.push(async () => child.kill("SIGKILL")),
    );
  }
  await startBoards(open.db);
  const erased = await keepErasures(open.db, config.DATA_DIR);
  if (erased > 0) say(`People of the restored backup who had been erased were erased again: ${erased}.`);
  let origin = publicUrl(config, config.PORT);
  const app = await buildApp({
    config,
    db: open.db,
    logger: createLogger(config.LOG_LEVEL),
    origin: () => origin,
  });
  started.push(() => app.close());
  if (config.REGION && app.regions().length === 0) {
    await app.close();
    throw new StartFailure(
      `The setting REGION must be the slug of a region; there is none called "${config.REGION}".`,
    );
  }
  // Under a lock: of many nodes that start at once, one makes the tables of the queue.
  await withLock(open.db, "jobs", () => app.jobs.start());
  await app.fastify
    .listen({ port: config.PORT, host: config.HOST })
    .catch(async (error: NodeJS.ErrnoException) => {
      await app.close();
      throw portFailure(error, config);
    });
  started.push(() => {
    app.live.end();
    return drain(app.fastify.server);
  });
  if (config.MAIL_IN_PORT !== undefined) await takeMail(app, config.MAIL_IN_PORT, config);
  const address = app.fastify.server.address();
  if (address && typeof address === "object") origin = publicUrl(config, address.port);
  say(`Ready at ${origin}`);
  await offerFirstSteward(app, say);
}

async function takeMail(app: App, port: number, { MAIL_IN_HOST }: Config): Promise<void> {
  const mail = await openMailIn(app, port).catch(async (error: NodeJS.ErrnoException) => {
    await app.close();
    throw portFailure(error, { PORT: port, HOST: MAIL_IN_HOST }, "MAIL_IN_");
  });
  started.push(() => mail.close());
}

/** Before the database is started: a port that is taken should be told at once. */
function checkPort(config: Config): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once("error", (error: NodeJS.ErrnoException) => reject(portFailure(error, config)));
  probe.listen({ port: config.PORT, host: config.HOST }, () => probe.close(() => resolve()));
  return promise;
}

/** `of`: what the names of the settings begin with. */
function portFailure(
  error: NodeJS.ErrnoException,
  { PORT, HOST }: Pick<Config, "PORT" | "HOST">,
  of: "" | "MAIL_IN_" = "",
): Error {
  if (error.code === "EADDRINUSE") {
    return new StartFailure(
      `Port ${PORT} on ${HOST} is in use: stop what uses it, or choose another with ${of}PORT.`,
    );
  }
  if (error.code === "EACCES") {
    return new StartFailure(
      `Port ${PORT} may not be opened by this user: choose one above 1023 with ${of}PORT.`,
    );
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") {
    return new StartFailure(`The setting ${of}HOST must be an address of this machine; "${HOST}" is not.`);
  }
  return error;
}

/** The first signal lets requests finish; a second one ends the process at once. */
function stop(): void {
  if (stopping) process.exit(1);
  stopping = true;
  say("Stopping …");
  void command(async () => {
    for (const end of started.toReversed()) await end();
    say("Stopped.");
    process.exit();
  });
}
