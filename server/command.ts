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
  const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
  return `This did not work: ${reason}. LOG_LEVEL=debug shows where.`;
}
