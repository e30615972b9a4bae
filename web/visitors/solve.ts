/** Finds the nonces of a visitor challenge in short pieces, so that typing and scrolling stay smooth meanwhile. */
import { isSolved, PUZZLES, type Puzzle, puzzleText } from "shared/visitors/challenge.ts";
import { firstWordOf } from "./sha256.ts";

/** Shorter than a frame of the screen. */
const PIECE_MS = 10;

/** The solution as it is sent; `progress` hears how many puzzles are done. */
export async function solve(puzzle: Puzzle, progress: (done: number) => void): Promise<string> {
  const found: string[] = [];
  let tried = 0;
  while (found.length < PUZZLES) {
    const end = performance.now() + PIECE_MS;
    while (performance.now() < end && found.length < PUZZLES) {
      for (let step = 0; step < 64; step++) {
        const nonce = (tried++).toString(36);
        if (!isSolved(firstWordOf(puzzleText(puzzle, found.length, nonce)), puzzle.bits)) continue;
        found.push(nonce);
        tried = 0;
        break;
      }
    }
    progress(found.length);
    await new Promise((resume) => setTimeout(resume));
  }
  return found.join(".");
}
