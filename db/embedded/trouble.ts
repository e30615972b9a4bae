/** Turns what PostgreSQL or the file system complains of into a sentence for the operator. */
import { StartFailure } from "shared/startFailure.ts";

interface Complaint {
  pattern: RegExp;
  sentence: (where: string) => string;
}

const COMPLAINTS: Complaint[] = [
  {
    pattern: /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/,
    sentence: (where) =>
      `The disk that holds ${where} is full: make room, or set DATA_DIR to a folder on another disk.`,
  },
  {
    pattern: /EROFS|Read-only file system/,
    sentence: (where) => `${where} is on a read-only disk: set DATA_DIR to a folder that can be written to.`,
  },
  {
    pattern: /ENOTDIR|EEXIST|Not a directory/,
    sentence: (where) =>
      `${where} is, or lies under, a file where a folder should be: set DATA_DIR to a folder.`,
  },
  {
    pattern: /could not look up effective user ID/,
    sentence: () =>
      "PostgreSQL needs a user with a name, and the one that runs this has only a number: give it an entry in /etc/passwd, or set DATABASE_URL.",
  },
  {
    pattern: /invalid locale name/,
    sentence: () =>
      "This system lacks the locale C.UTF-8 that the embedded database needs: install it (package libc-bin or glibc-langpack-C), or set DATABASE_URL.",
  },
  {
    pattern: /error while loading shared libraries.*|Library not loaded.*|ENOEXEC|ELF/,
    sentence: () =>
      "The embedded PostgreSQL cannot run on this system (a library is missing or too old): set DATABASE_URL to a PostgreSQL of your own, version 15 or later.",
  },
  {
    pattern: /Address already in use/,
    sentence: () => "The port asked for the embedded database is in use: choose another one.",
  },
  {
    pattern:
      /could not create shared memory segment|Cannot allocate memory|ENOMEM|could not map anonymous shared memory/,
    sentence: () =>
      "There is not enough memory to start the embedded database: free some (it needs about 150 MB).",
  },
  {
    pattern: /EACCES|EPERM|[Pp]ermission denied|Operation not permitted/,
    sentence: (where) =>
      `${where} cannot be written to by the user that runs this: change its owner, or set DATA_DIR.`,
  },
];

/** The sentence for a complaint in `text`; without a known one, the complaint itself and where more is written. */
export function troubleWith(text: string, where: string, log: string): StartFailure {
  const complaint = COMPLAINTS.find(({ pattern }) => pattern.test(text));
  if (complaint) return new StartFailure(complaint.sentence(where));
  const lines = text.trim().split("\n");
  const telling = lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? "";
  const said = telling.replace(/^.*?(FATAL|PANIC|error):\s*/, "").slice(0, 300);
  return new StartFailure(
    `The embedded database in ${where} does not start${said ? ` ("${said}")` : ""}: see ${log}, or set DATABASE_URL.`,
  );
}

/** The code of a failed system call or query (`ENOSPC`, `57P03`), or "". */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
