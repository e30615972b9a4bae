/** A text with what the search matched in it marked. */

import type { Mark } from "shared/search/mark.ts";
import { For } from "solid-js";

export function Marked(props: { text: string; marks: readonly Mark[] }) {
  return (
    <For each={piecesOf(props.text, props.marks)}>
      {(piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text)}
    </For>
  );
}

function piecesOf(text: string, marks: readonly Mark[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    pieces.push({ text: text.slice(end, from), marked: false }, { text: text.slice(from, to), marked: true });
    end = to;
  }
  pieces.push({ text: text.slice(end), marked: false });
  return pieces.filter((piece) => piece.text !== "");
}
