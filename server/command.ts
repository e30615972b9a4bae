/** Runs a command: its failure becomes a sentence and a non-zero exit, never a stack trace. */
import { StartFailure } from "shared/startFailure.ts";

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exitCode = 1;
  }
}

function sentence(error: unknown): string {
  if (error instanceof StartFailure) return error.message;
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) return error.stack ?? error.message;
  const reason = reasonOf(error);
  return `This did not work: ${reason}. LOG_LEVEL=debug shows where.`;
}

/** Of a failed query what the database said of it: the query itself tells an operator nothing, and may hold values. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return String(error);
  const told = "query" in error && error.cause instanceof Error ? error.cause : error;
  return told.message.split("\n", 1)[0];
}
