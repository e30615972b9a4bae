/** The moderators' queue: flagged posts, posts to approve, appeals; the oldest first. */
import type { DecisionAction, FlagGround } from "shared/moderation/rules.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { TakenBy, type Takers } from "../desk/TakenBy.tsx";
import { usePage } from "../frame.ts";
import { PostShown, type ShownPost, Written } from "./PostShown.tsx";

export interface WaitingLine {
  kind: "flag" | "approval" | "appeal";
  /** Of the post; of an appeal its own. */
  id: number;
  /** For so many days it has been waiting. */
  days: number;
  post: ShownPost | null;
  before: { html: string; language: string; number: number; handle: string | null }[];
  flags: { ground: FlagGround; note: string }[];
  /** Of an appeal: what was decided, and why not. */
  action: DecisionAction | null;
  words: string | null;
}

export function FlagsPage(props: { list: List<WaitingLine>; takers: Takers }) {
  const page = usePage();
  const { list } = props;
  const path = `${page.region?.slug}/desk/flags`;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("moderation.queue.lead")}</p>
      <p>
        <a href={page.link(`${page.region?.slug}/board/decisions`)}>{page.t("moderation.log.link")}</a>
      </p>
      <Show when={list.items.length > 0} fallback={<Empty>{page.t("moderation.queue.none")}</Empty>}>
        <p>{totalText(page, "moderation.queue.count", list)}</p>
        <ul class="plain">
          <For each={list.items}>
            {(line) => (
              <li>
                <Waiting line={line} path={path} takers={props.takers} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NextPage href={list.next && page.link(path, { after: list.next })} />
    </>
  );
}

function Waiting(props: { line: WaitingLine; path: string; takers: Takers }) {
  const page = usePage();
  const { line, path } = props;
  const isAppeal = line.kind === "appeal";
  return (
    <>
      <h2>
        <a href={page.link(isAppeal ? `${path}/appeals/${line.id}` : `${path}/${line.id}`)}>
          {heading(line)}
        </a>
      </h2>
      <p class="muted">
        <span class="tag">{page.t(`moderation.queue.${line.kind}`)}</span>{" "}
        {line.days === 0
          ? page.t("moderation.queue.today")
          : page.t("moderation.queue.days", { count: line.days })}
        <Show when={line.flags.length > 0}>
          {` · ${page.t("moderation.queue.flags", { count: line.flags.length })}`}
        </Show>
        <TakenBy takers={props.takers} id={`${line.kind}/${line.id}`} />
      </p>
      <FlagList flags={line.flags} />
      <Show when={line.words}>
        {(words) => (
          <p>
            <bdi>{words()}</bdi>
          </p>
        )}
      </Show>
      <Before posts={line.before} />
      <Show when={line.post}>{(post) => <PostShown post={post()} />}</Show>
    </>
  );
}

function heading(line: WaitingLine): string {
  const page = usePage();
  if (line.kind === "appeal") {
    const action = page.t(`moderation.action.${line.action ?? "keep"}`);
    return page.t("moderation.queue.appealAbout", { action });
  }
  const { title = "", number = 0 } = line.post ?? {};
  return page.t("moderation.queue.decide", { title, number });
}

export function FlagList(props: { flags: WaitingLine["flags"] }) {
  const page = usePage();
  return (
    <Show when={props.flags.length > 0}>
      <ul>
        <For each={props.flags}>
          {({ ground, note }) => (
            <li>
              <b>{page.t(`moderation.ground.${ground}`)}</b>
              <Show when={note}>
                {": "}
                <bdi>{note}</bdi>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** What the post stands after: what it answers, and the post before it. */
export function Before(props: { posts: WaitingLine["before"] }) {
  const page = usePage();
  return (
    <Show when={props.posts.length > 0}>
      <details>
        <summary>{page.t("moderation.decide.context")}</summary>
        <For each={props.posts}>
          {(post) => (
            <>
              <p class="muted">
                {page.t("moderation.number", { number: post.number })}
                {" · "}
                <bdi>{post.handle ?? page.t("moderation.removed")}</bdi>
              </p>
              <Written html={post.html} language={post.language} />
            </>
          )}
        </For>
      </details>
    </Show>
  );
}
