/** The history of a post: how each edit changed it, the last first. */
import type { Part } from "shared/board/diff.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { type PostOf, PostTrail } from "./PostTrail.tsx";
import { momentInWords } from "./words.ts";

interface PostHistoryProps extends PostOf {
  createdAt: string;
  edits: { at: string; parts: Part[] }[];
  /** What it said first; null: further down the history. */
  first: string | null;
  next: number | null;
}

export function PostHistoryPage(props: PostHistoryProps) {
  const page = usePage();
  const path = `${props.region}/board/threads/${props.thread.id}/posts/${props.number}/history`;
  return (
    <>
      <PostTrail {...props} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("compose.history.lead")}</p>
      <ol class="plain">
        <For each={props.edits}>
          {({ at, parts }) => (
            <li>
              <Heading name={page.t("compose.history.edit")} at={at} />
              <p class="as-typed" dir="auto">
                <For each={parts}>{(part) => <Changed part={part} />}</For>
              </p>
            </li>
          )}
        </For>
        <Show when={props.first !== null}>
          <li>
            <Heading name={page.t("compose.history.first")} at={props.createdAt} />
            <p class="as-typed" dir="auto">
              {props.first}
            </p>
          </li>
        </Show>
      </ol>
      <Show when={props.next}>
        {(before) => (
          <p class="next">
            <a class="button" rel="next" href={page.link(path, { before: before() })}>
              {page.t("history.older")}
            </a>
          </p>
        )}
      </Show>
    </>
  );
}

function Heading(props: { name: string; at: string }) {
  const page = usePage();
  return (
    <h2>
      {props.name} · <time datetime={props.at}>{momentInWords(props.at, page.locale)}</time>
    </h2>
  );
}

/** Said in words too, since not everybody sees lines. */
function Changed(props: { part: Part }) {
  const page = usePage();
  const { kind, text } = props.part;
  if (kind === "same") return <>{text}</>;
  const said = <span class="visually-hidden">{` ${page.t(`compose.history.${kind}`)} `}</span>;
  return kind === "added" ? (
    <ins>
      {said}
      {text}
    </ins>
  ) : (
    <del>
      {said}
      {text}
    </del>
  );
}
