/** Chapters of plain text: a heading that can be linked to, paragraphs, and what belongs below them. */

import type { TextKey, Values } from "shared/i18n/text.ts";
import { For, type JSX } from "solid-js";
import { usePage } from "../frame.ts";

interface ChapterProps {
  id: string;
  title: TextKey;
  paragraphs: readonly TextKey[];
  /** Fills the places of title and paragraphs. */
  values?: Values;
  children?: JSX.Element;
}

export function Chapter(props: ChapterProps) {
  const page = usePage();
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{page.t(props.title, props.values)}</h2>
      <For each={props.paragraphs}>{(key) => <p>{page.t(key, props.values)}</p>}</For>
      {props.children}
    </section>
  );
}

/** Sentences of equal weight, such as rules. */
export function Sentences(props: { keys: readonly TextKey[] }) {
  const page = usePage();
  return (
    <ul class="sentences">
      <For each={props.keys}>{(key) => <li>{page.t(key)}</li>}</For>
    </ul>
  );
}

export function Lead(props: { text: TextKey }) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t(props.text)}</p>
    </>
  );
}
