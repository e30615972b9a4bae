/** The job queue (pg-boss, in the same PostgreSQL): work that must happen once it was written down, on any node. */
import { statementsIn } from "db/statement.ts";
import type { Transaction } from "db/transaction.ts";
import type { FastifyBaseLogger } from "fastify";
import type { JobResult, JobWithMetadata, PgBoss, QueueOptions } from "pg-boss";

export type { JobResult, JobWithMetadata };

export interface Work {
  /** The queue's name; a change of a room of this name wakes its worker. */
  name: string;
  queue: QueueOptions & { deadLetter?: string };
  /** Without it nobody works: what is in the queue waits to be looked at. */
  handle?(jobs: JobWithMetadata<object>[]): Promise<JobResult[]>;
  atOnce?: number;
  /** When a job of its own accord comes, in UTC: "0 6 * * 1". */
  cron?: string;
}

/** A lost wake-up and a retry wait no longer than this. */
const POLL_SECONDS = 30;
/** Who stops waits so long for what is being sent; the rest is sent by another node, or after the start. */
const STOP_MS = 5_000;

const quiet = {
  // Its own look after itself, no more often than needed: an idle platform should be idle.
  superviseIntervalSeconds: 60,
  monitorIntervalSeconds: 60,
  maintenanceIntervalSeconds: 60 * 60,
  queueCacheIntervalSeconds: 10 * 60,
  cronMonitorIntervalSeconds: 45,
  cronWorkerIntervalSeconds: 45,
  clockMonitorIntervalSeconds: 10 * 60,
  bamIntervalSeconds: 60 * 60,
  flowIntervalSeconds: 60 * 60,
  monitorVacuum: false,
};

export class Jobs {
  readonly #url: string;
  readonly #log: FastifyBaseLogger;
  readonly #works: Work[] = [];
  readonly #workers = new Map<string, string>();
  #starting: Promise<PgBoss> | null = null;
  #stopped = false;

  constructor(url: string, log: FastifyBaseLogger) {
    this.#url = url;
    this.#log = log;
  }

  /** Declares a queue and who works on it; before the start. */
  declare(work: Work): void {
    this.#works.push(work);
  }

  /** Once. The process starts it; an app without one (a test's) starts it with its first job, so that readers never pay. */
  start(): Promise<PgBoss> {
    if (this.#stopped) throw new Error("the job queue has stopped");
    this.#starting ??= this.#open().catch((error: unknown) => {
      this.#starting = null;
      throw error;
    });
    return this.#starting;
  }

  /** The job exists if, and only if, the transaction is committed. */
  async send(
    tx: Transaction,
    name: string,
    data: object,
    options: { startAfter?: Date } = {},
  ): Promise<void> {
    const boss = await this.start();
    await boss.send(name, data, { ...options, db: statementsIn(tx) });
  }

  /** Of one's own job, as soon as its work is done: nothing of it is kept. */
  async remove(name: string, id: string): Promise<void> {
    const boss = await this.start();
    await boss.deleteJob(name, id);
  }

  /** All jobs of a queue, with how they came to be there. */
  async list(name: string): Promise<JobWithMetadata<object>[]> {
    return (await this.start()).findJobs<object>(name);
  }

  async find(name: string, id: string): Promise<JobWithMetadata<object> | null> {
    const [job] = await (await this.start()).findJobs<object>(name, { id });
    return job ?? null;
  }

  /** How many jobs of a queue wait, also for their next try. */
  async waiting(name: string): Promise<number> {
    const [stats] = await (await this.start()).getQueueStats(name, { force: true });
    return stats?.queuedCount ?? 0;
  }

  /** Back from a dead letter queue into the one it came from, with all its tries; false: it is gone. */
  async redrive(tx: Transaction, name: string, id: string): Promise<boolean> {
    const boss = await this.start();
    return (await boss.redrive(name, { ids: [id], db: statementsIn(tx) })) > 0;
  }

  /** In a transaction of one's own. */
  async drop(tx: Transaction, name: string, id: string): Promise<void> {
    const boss = await this.start();
    await boss.deleteJob(name, id, { db: statementsIn(tx) });
  }

  /** A commit put something into these queues. */
  wake(names: readonly string[]): void {
    if (!this.#starting) return;
    this.#starting.then(
      (boss) => {
        for (const name of names) {
          const worker = this.#workers.get(name);
          if (worker) boss.notifyWorker(worker);
        }
      },
      () => {},
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const boss = await this.#starting?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: STOP_MS });
  }

  async #open(): Promise<PgBoss> {
    // Loaded only here: 15 MiB that an app which only reads does not need.
    const { PgBoss } = await import("pg-boss");
    const boss = new PgBoss({
      connectionString: this.#url,
      schema: "pgboss",
      application_name: "platforms jobs",
      // Its own two connections: a request that waits for its start inside a transaction holds none of them.
      max: 2,
      ...quiet,
    });
    boss.on("error", (error) => this.#log.warn({ err: error }, "job queue"));
    try {
      await boss.start();
      for (const work of this.#works) await this.#prepare(boss, work);
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false });
      throw error;
    }
  }

  /** What a failed job leaves stands in the database for days: the log knows the cause, without what people typed. */
  async #guarded(name: string, work: Promise<JobResult[]>): Promise<JobResult[]> {
    try {
      return await work;
    } catch (error) {
      this.#log.error({ err: error, queue: name }, "job failed");
      throw new Error("the log tells why");
    }
  }

  async #prepare(boss: PgBoss, { name, queue, handle, atOnce = 1, cron }: Work): Promise<void> {
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
    if (cron) await boss.schedule(name, cron, null, { missed: "once" });
    if (!handle) return;
    const worker = await boss.work(
      name,
      {
        batchSize: atOnce,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: POLL_SECONDS,
        includeMetadata: true,
        perJobResults: true,
      },
      (jobs: JobWithMetadata<object>[]) => this.#guarded(name, handle(jobs)),
    );
    this.#workers.set(name, worker);
  }
}
