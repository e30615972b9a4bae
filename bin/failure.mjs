/** A reason to stop that is told in one sentence, and the sentences for what commonly goes wrong. */

export class Failure extends Error {
  name = "Failure";
}

const OF_THE_SYSTEM = [
  [/ENOSPC|No space left/i, "The disk is full: the packages need about 1 GB. Make room and start again."],
  [
    /EROFS|read-only file system/i,
    "This folder is on a read-only disk: install it once from where it can be written.",
  ],
  [
    /EACCES|EPERM|permission denied/i,
    "This folder cannot be written to by the user that runs this: change its owner, or start as that owner.",
  ],
];

const OF_PACKAGES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|FETCH_FAIL|fetch failed|error sending request/i,
    "The packages cannot be fetched: is there a network? A first start, or one after an update, needs the package registry; later starts do not.",
  ],
  [
    /OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH/,
    "pnpm-lock.yaml does not fit the package.json files: run `npx pnpm install` and commit the lockfile.",
  ],
  [/spawn npx ENOENT/, "npx was not found: it comes with npm, which this needs beside Node."],
];

/** The sentence for what an installer said, or `otherwise`. */
export function installFailure(text, otherwise) {
  return failureAmong([...OF_PACKAGES, ...OF_THE_SYSTEM], text, otherwise);
}

/** The sentence for a trouble with disk or rights, or `otherwise`. */
export function systemFailure(text, otherwise) {
  return failureAmong(OF_THE_SYSTEM, text, otherwise);
}

function failureAmong(sentences, text, otherwise) {
  // Installers break their lines, also within a reason.
  const plain = text.replace(/\s+/g, " ");
  const known = sentences.find(([pattern]) => pattern.test(plain));
  return new Failure(known ? known[1] : otherwise);
}
