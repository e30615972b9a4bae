/** Runs one of PostgreSQL's programs to its end, as the given account. */
import { spawn } from "node:child_process";
import type { Account } from "./account.ts";

/** PostgreSQL reads many variables (LANG, PGDATA, PGPORT …); none of a shell's may change what it does. */
export const CLEAN_ENVIRONMENT = {
  PATH: `${process.env.PATH ?? ""}:/usr/sbin:/usr/bin:/sbin:/bin`,
  LC_ALL: "C",
  TZ: "UTC",
};

export interface Outcome {
  code: number | null;
  output: string;
}

/** Never rejects for a program that ends badly or cannot be started: its words are in `output`, `code` is not 0. */
export function runProgram(
  file: string,
  args: string[],
  { account, input = "" }: { account: Account | null; input?: string },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const outcome = (code: number | null, more = "") =>
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") + more });
    // cwd "/": initdb fails where its user cannot enter the working folder.
    const child = spawn(file, args, { cwd: "/", env: CLEAN_ENVIRONMENT, ...identity(account) });
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => outcome(null, error.message));
    child.on("close", (code) => outcome(code));
    // A program that ends before it has read its input is judged by its exit code, not by the broken pipe.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** The options of spawn that make a child run as `account`. */
export function identity(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}
