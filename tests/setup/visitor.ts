/** What a visitor's form carries once the browser has solved its challenge. */
import { hash } from "node:crypto";
import { issueChallenge } from "server/plugins/challenge.ts";
import { isSolved, PUZZLES, puzzleText, visitorFields } from "shared/visitors/challenge.ts";
import type { TestApp } from "./app.ts";

/** For one form: `app.post(path, { ...fields, ...solved(app) })`. */
export function solved({ app }: Pick<TestApp, "app">): Record<string, string> {
  const challenge = issueChallenge(app);
  const nonces = Array.from({ length: PUZZLES }, (_, place) => {
    for (let tried = 0; ; tried++) {
      const word = hash("sha256", puzzleText(challenge, place, tried.toString(36)), "buffer").readUInt32BE(0);
      if (isSolved(word, challenge.bits)) return tried.toString(36);
    }
  });
  return { [visitorFields.challenge]: challenge.value, [visitorFields.solution]: nonces.join(".") };
}
