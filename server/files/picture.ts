/** Takes an uploaded picture: judged by its bytes, then decoded and made anew, one at a time, in a process of its own. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Failure } from "shared/failure.ts";
import {
  DECODING_SECONDS,
  MAX_WAITING_PICTURES,
  PictureRefused,
  troubleBeforeDecoding,
} from "shared/files/rules.ts";
import type { Decoded, MadeVariant } from "./decoder.ts";

const DECODER = fileURLToPath(new URL("./decoder.ts", import.meta.url));

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The picture in all its sizes, without metadata. Throws PictureRefused with what to tell the person. */
export async function makePicture(bytes: Uint8Array): Promise<MadeVariant[]> {
  const trouble = troubleBeforeDecoding(bytes);
  if (trouble) throw new PictureRefused(trouble);
  if (waiting >= MAX_WAITING_PICTURES) throw new Failure("unavailable");
  waiting += 1;
  const turn = last.then(() => decodeApart(bytes));
  last = turn.then(
    () => {},
    () => {},
  );
  const decoded = await turn.finally(() => {
    waiting -= 1;
  });
  if ("trouble" in decoded) throw new PictureRefused(decoded.trouble);
  return decoded.variants;
}

/** A decoder that crashes, or takes longer than any picture needs, has met a file that cannot be read. */
function decodeApart(bytes: Uint8Array): Promise<Decoded> {
  const broken: Decoded = { trouble: "files.trouble.broken" };
  return new Promise((resolve, reject) => {
    const decoder = fork(DECODER, {
      serialization: "advanced",
      // It needs none of the server's settings, and so none of its secrets.
      env: {},
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: DECODING_SECONDS * 1000,
      killSignal: "SIGKILL",
    });
    decoder.once("error", reject);
    decoder.once("message", (decoded) => resolve(decoded as Decoded));
    decoder.once("exit", () => resolve(broken));
    decoder.send(bytes, () => {});
  });
}
