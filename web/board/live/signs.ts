/** What the reader may do with the signs below a post, and gave already, as the page's own buttons say it. */
import { type ReactionKind, reactionKinds } from "shared/board/rules.ts";
import type { MayReact } from "../Reactions.tsx";

/** Undefined for whoever has such buttons nowhere on the page. */
export function signsOf(number: number): MayReact | undefined {
  const csrf = document.querySelector<HTMLInputElement>("form.reactions input[name=csrf]")?.value;
  if (csrf === undefined) return undefined;
  const isGiven = (kind: ReactionKind) =>
    document.querySelector(`#p${number} button[value="-${kind}"]`) !== null;
  return { csrf, own: reactionKinds.filter(isGiven) };
}
