/** The JSON twin of taking in a file. */
import { Failure } from "shared/failure.ts";
import { textsIn } from "shared/i18n/text.ts";
import { type IntakeReply, takeInFile } from "shared/intake/contract.ts";
import { MAX_TABLE_BYTES } from "shared/tables/rules.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { TableProblem } from "../tables/problem.ts";
import { serveAction } from "../write.ts";
import { curatorOf } from "./curator.ts";
import { type Looked, lookAt, type SentFile } from "./looking.ts";
import { Refusing, takeIn } from "./taking.ts";

/** What JSON adds to a text of that size, with every sign escaped as two. */
const BODY_LIMIT = 2 * MAX_TABLE_BYTES + 1024;
/** A file with more is answered with these; the rest is like them. */
const MAX_PROBLEMS = 100;

export function intakeRoutes(app: App): void {
  serveAction(
    app,
    takeInFile,
    async ({ actor, params, body }) => {
      const { dryRun = true, asDrafts = false, ...file } = body;
      const sent: SentFile = { ...file, asDrafts };
      const curator = curatorOf(app, actor, regionOf(app, params.region));
      try {
        const looked = dryRun
          ? await lookAt(app.db.queries, sent, curator)
          : await takeIn(app, { sent, curator, digest: null });
        return replyOf(sent, looked, dryRun);
      } catch (error) {
        throw asFailure(error);
      }
    },
    { bodyLimit: BODY_LIMIT },
  );
}

const english = textsIn("en");

function replyOf({ kind }: SentFile, looked: Looked, dryRun: boolean): IntakeReply {
  return {
    kind,
    dryRun,
    taken: !dryRun,
    counts: looked.counts,
    unknownColumns: looked.unknown,
    readOnlyColumns: looked.onlyRead,
    rows: looked.rows.map(({ line, fate, name, slug, changes, misfits }) => ({
      ...{ line, fate, name, slug, changes },
      problems: misfits.map(({ field, key, values }) => ({
        field,
        code: key,
        message: english(key, values),
      })),
    })),
  };
}

function asFailure(error: unknown): unknown {
  if (error instanceof TableProblem) {
    const message = english(`tables.problem.${error.code}`, error.values);
    return new Failure("invalid", { problems: [{ parameter: "content", message }] });
  }
  if (!(error instanceof Refusing)) return error;
  const problems = error.looked.rows.flatMap(({ line, misfits }) =>
    misfits.map(({ field, key, values }) => ({
      parameter: `content.${line}.${field}`,
      message: english(key, values),
    })),
  );
  return new Failure("invalid", { problems: problems.slice(0, MAX_PROBLEMS) });
}
