/** A thread in a list: its title, what it is about, its marks in words, and when something was last written. */
import type { Thread } from "shared/board/contract.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { CountryName } from "../components/facts.tsx";
import { type Page, usePage } from "../frame.ts";
import { AuthorName } from "./PostView.tsx";
import { momentInWords } from "./words.ts";

export interface ThreadLine extends Thread {
  /** Posts that the reader has not seen; null for visitors. */
  unread: number | null;
}

export function ThreadItem(props: { thread: ThreadLine; region: string }) {
  const page = usePage();
  const { thread } = props;
  const path = `${props.region}/board/threads/${thread.id}`;
  return (
    <li id={`t${thread.id}`}>
      <h3>
        <a href={page.link(path)}>
          <bdi lang={thread.language === page.language ? undefined : thread.language}>{thread.title}</bdi>
        </a>
      </h3>
      <p class="muted">
        <ThreadMarks thread={thread} />
        <StartedBy thread={thread} />
        {" · "}
        <span data-replies={thread.lastNumber - 1}>
          {page.t("board.replies", { count: thread.lastNumber - 1 })}
        </span>
        {" · "}
        <a href={`${page.link(path, { post: thread.lastNumber })}#p${thread.lastNumber}`}>
          {page.t("board.lastPost", { when: momentInWords(thread.lastPostAt, page.locale) })}
        </a>
        <Show when={thread.unread !== null && thread.unread > 0 ? thread.unread : null}>
          {(count) => (
            <>
              {" · "}
              <a href={unreadLink(page, path, thread, count())}>
                <strong>{page.t("board.unreadPosts", { count: count() })}</strong>
              </a>
            </>
          )}
        </Show>
      </p>
      <Subjects thread={thread} region={props.region} />
    </li>
  );
}

function unreadLink(page: Page, path: string, { lastNumber }: Thread, count: number): string {
  const first = lastNumber - count + 1;
  return `${page.link(path, { post: first })}#p${first}`;
}

/** What sets a thread apart, in words: its kind, whether it is pinned, locked, answered, waiting. */
export function ThreadMarks(props: { thread: Thread }) {
  const page = usePage();
  return (
    <For each={marksOf(props.thread)}>
      {(mark) => (
        <>
          <span class="tag">{page.t(mark)}</span>{" "}
        </>
      )}
    </For>
  );
}

function marksOf({ kind, pinned, locked, answer, state }: Thread): TextKey[] {
  return [
    ...(pinned ? (["board.pinned"] as const) : []),
    ...(kind === "discussion" ? [] : ([`board.kind.${kind}`] as const)),
    ...(answer === null ? [] : (["board.answered"] as const)),
    ...(locked ? (["board.locked"] as const) : []),
    ...(state === "pending" ? (["board.waits"] as const) : []),
    ...(state === "hidden" ? (["board.hidden"] as const) : []),
  ];
}

/** "started by …", the name in its own direction. */
export function StartedBy(props: { thread: Thread }) {
  const page = usePage();
  const [before, after = ""] = page
    .t("board.startedBy", { name: "\n" })
    .replace(/[\u2068\u2069]/g, "")
    .split("\n");
  const words = { removed: page.t("board.post.removed"), secretariat: page.t("board.post.secretariat") };
  return (
    <>
      {before}
      <AuthorName author={props.thread.author} words={words} />
      {after}
      <Show when={props.thread.organisation}>
        {(cso) => (
          <>
            {" "}
            (<bdi>{cso().name}</bdi>)
          </>
        )}
      </Show>
    </>
  );
}

/** Countries and specialisations, each a link to the threads of the board about it. */
export function Subjects(props: { thread: Thread; region: string }) {
  const page = usePage();
  const { thread } = props;
  const at = `${props.region}/board/${thread.board.slug}`;
  return (
    <Show when={thread.countries.length + thread.specializations.length > 0}>
      <ul class="row">
        <For each={thread.countries}>
          {(iso2) => (
            <li>
              <a href={page.link(at, { country: iso2 })}>
                <CountryName iso2={iso2} />
              </a>
            </li>
          )}
        </For>
        <For each={thread.specializations}>
          {(slug) => (
            <li>
              <a href={page.link(at, { specialization: slug })}>
                {page.t(`specialization.${slug}` as TextKey)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
