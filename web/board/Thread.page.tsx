/** A thread: its posts by number, the ways through them, and below them the reply, or why there is none. */
import type { Board, Post, Thread } from "shared/board/contract.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { type Page, type Query, usePage } from "../frame.ts";
import { type ShownWatch, WatchButton } from "../watches/WatchButton.tsx";
import { boardName, readersText } from "./Boards.page.tsx";
import { ThreadLive } from "./live/ThreadLive.tsx";
import { PostItem } from "./PostItem.tsx";
import type { PostToolsProps } from "./PostTools.tsx";
import type { PostPlace } from "./PostView.tsx";
import { type Badge, ReplyForm } from "./ReplyForm.tsx";
import { SignInLink } from "./SignInLink.tsx";
import { StartedBy, Subjects, ThreadMarks } from "./ThreadItem.tsx";
import { postWords } from "./words.ts";

/** A post as its page shows it. */
export interface PostLine {
  post: Post;
  place: PostPlace;
  may: PostToolsProps["may"];
}

export interface ThreadProps {
  region: string;
  board: Board;
  thread: Thread;
  posts: PostLine[];
  /** Numbers for the links to the parts before and after; null where there is none. */
  earlier: number | null;
  later: number | null;
  /** Live coverage is read from its newest entry, if the reader likes. */
  newestFirst: boolean;
  /** Of whoever is signed in: up to where they have read. */
  read: number | null;
  /** The reply; null where the reader may not, and why. */
  reply: { form: FormState; badges: Badge[] } | null;
  why: TextKey | null;
  /** Handles on the reader's own list, whose posts are folded. */
  folded: readonly string[];
  /** Why the reader cannot write at present: a sentence. */
  limit: string | null;
  mayModerate: boolean;
  /** Of live coverage. */
  mayNameAuthors: boolean;
  /** Of the forms that mark the answer, for those who may. */
  answering: Record<string, string> | null;
  /** How closely whoever is signed in watches it. */
  watch: ShownWatch | null;
}

export function ThreadPage(props: ThreadProps) {
  const page = usePage();
  const { thread, region } = props;
  const path = `${region}/board/threads/${thread.id}`;
  const words = postWords(page, path, props.folded);
  return (
    <article>
      <ThreadTrail board={props.board} region={region} />
      <ThreadHead {...props} path={path} />
      <Ways {...props} path={path} />
      <section
        aria-label={page.t("board.posts")}
        id="posts"
        data-thread={thread.id}
        data-version={thread.version}
        data-last={thread.lastNumber}
      >
        <For each={props.posts}>
          {(line) => (
            <PostItem {...line} words={words}>
              <AnswerButton {...props} post={line.post} path={path} />
            </PostItem>
          )}
        </For>
      </section>
      <ThreadLive
        thread={thread}
        board={props.board}
        words={words}
        isEnd={props.newestFirst ? props.earlier === null : props.later === null}
        newestFirst={props.newestFirst}
        mayQuote={props.reply !== null}
        mayDecide={props.mayModerate}
      />
      <Parts {...props} path={path} />
      <Reply {...props} path={path} />
      <Show when={props.watch}>{(watch) => <WatchButton watch={watch()} />}</Show>
    </article>
  );
}

/** Which post answers a question: one button, undone by the same. */
function AnswerButton(props: ThreadProps & { post: Post; path: string }) {
  const page = usePage();
  const { thread, post } = props;
  const isAnswer = thread.answer === post.number;
  return (
    <Show when={post.number > 1 && post.state === "visible" ? props.answering : null}>
      {(hidden) => (
        <ButtonForm
          form={{ hidden: hidden() }}
          action={page.link(`${props.path}/answer`)}
          values={isAnswer ? {} : { number: String(post.number) }}
          label={page.t(isAnswer ? "board.answerOff" : "board.answerOn")}
          plain
        />
      )}
    </Show>
  );
}

export function ThreadTrail(props: { board: Board; region: string }) {
  const page = usePage();
  const { board, region } = props;
  return (
    <Breadcrumbs
      trail={[
        { href: page.link(`${region}/board`), text: page.t("board.title") },
        { href: page.link(`${region}/board/${board.slug}`), text: boardName(page, board) },
      ]}
    />
  );
}

function ThreadHead(props: ThreadProps & { path: string }) {
  const page = usePage();
  const { thread } = props;
  return (
    <>
      <h1 lang={thread.language === page.language ? undefined : thread.language} dir="auto">
        {thread.title}
      </h1>
      <p>
        <ThreadMarks thread={thread} />
        <span class="tag">{page.t(`board.visible.${props.board.visibility}`)}</span>{" "}
        <span class="muted">
          <StartedBy thread={thread} />
          {` · ${page.t("board.replies", { count: thread.lastNumber - 1 })}`}
        </span>
      </p>
      <Subjects thread={thread} region={props.region} />
      <Show when={thread.state === "pending" || thread.state === "hidden"}>
        <p class="notice">{page.t(thread.state === "pending" ? "board.waitsNote" : "board.hiddenNote")}</p>
      </Show>
    </>
  );
}

const toPost = (page: Page, path: string, number: number) =>
  `${page.link(path, { post: number })}#p${number}`;

/** The ways to the ends of a thread, to what one has not read, to the answer. */
function Ways(props: ThreadProps & { path: string }) {
  const page = usePage();
  const { thread, read, path } = props;
  const unread = read !== null && read > 0 && read < thread.lastNumber ? read + 1 : null;
  return (
    <ul class="row">
      <Show when={unread}>
        {(number) => (
          <li>
            <a href={toPost(page, path, number())}>{page.t("board.jump.unread")}</a>
          </li>
        )}
      </Show>
      <Show when={thread.answer}>
        {(number) => (
          <li>
            <a href={toPost(page, path, number())}>{page.t("board.jump.answer")}</a>
          </li>
        )}
      </Show>
      <Show when={thread.lastNumber > props.posts.length}>
        <li>
          <a href={`${page.link(path)}#p1`}>{page.t("board.jump.first")}</a>
        </li>
        <li>
          <a href={toPost(page, path, thread.lastNumber)}>{page.t("board.jump.last")}</a>
        </li>
      </Show>
      <Show when={thread.kind === "live"}>
        <li>
          <a href={page.link(path, props.newestFirst ? {} : { order: "newest" })}>
            {page.t(props.newestFirst ? "board.oldest" : "board.newest")}
          </a>
        </li>
      </Show>
      <Show when={props.mayNameAuthors}>
        <li>
          <a href={page.link(`${path}/authors`)}>{page.t("board.authors")}</a>
        </li>
      </Show>
      <Show when={props.mayModerate}>
        <li>
          <a href={page.link(`${path}/tools`)}>{page.t("board.tools")}</a>
        </li>
      </Show>
    </ul>
  );
}

/** The parts before and after; where there is none after, the way to what was written meanwhile. */
function Parts(props: ThreadProps & { path: string }) {
  const page = usePage();
  const order: Query = props.newestFirst ? { order: "newest" } : {};
  const last = props.thread.lastNumber;
  return (
    <p class="row next">
      <Show when={props.earlier !== null}>
        <a rel="prev" href={page.link(props.path, { ...order, after: props.earlier || null })}>
          {page.t("board.earlier")}
        </a>
      </Show>
      <Show
        when={props.later !== null}
        // Without a place in the page: a browser that stands there already would not ask again.
        fallback={<a href={page.link(props.path, { post: last })}>{page.t("board.newer")}</a>}
      >
        <a class="button" rel="next" href={page.link(props.path, { ...order, after: props.later })}>
          {page.t("board.later")}
        </a>
      </Show>
    </p>
  );
}

function Reply(props: ThreadProps & { path: string }) {
  const page = usePage();
  return (
    <section id="reply">
      <h2>{page.t(props.reply && props.thread.kind === "live" ? "board.sendEntry" : "board.reply")}</h2>
      <Show
        when={props.reply}
        fallback={
          <p>
            <Show when={props.limit}>
              {props.limit} <a href={page.link("account/decisions")}>{page.t("moderation.limit.why")}</a>
            </Show>
            {props.why && page.t(props.why)}{" "}
            <Show when={page.person === null}>
              <SignInLink />
            </Show>
          </p>
        }
      >
        {(reply) => (
          <>
            <p class="notice">{readersText(page, props.board)}</p>
            <ReplyForm
              {...reply()}
              isEntry={props.thread.kind === "live"}
              region={props.region}
              board={props.board.slug}
              threadId={props.thread.id}
            />
          </>
        )}
      </Show>
    </section>
  );
}
