/** Has a region's maps drawn, in a process of its own: the shapes of the whole world need memory for a few seconds. */
import { fileURLToPath } from "node:url";
import { Failure } from "shared/failure.ts";
import { DRAWING_MIB, DRAWING_SECONDS } from "shared/regions/rules.ts";
import type { Drawing, Drawn } from "web/render";
import { apart } from "../files/apart.ts";

const PROGRAM = fileURLToPath(new URL("../../web/map/draw.ts", import.meta.url));

/** Throws `unavailable` where it could not be done in time. */
export async function drawn(drawing: Drawing): Promise<Drawn> {
  const answer = await apart<Drawn>(PROGRAM, drawing, { seconds: DRAWING_SECONDS, mebibytes: DRAWING_MIB });
  if (!answer) throw new Failure("unavailable");
  return answer;
}
