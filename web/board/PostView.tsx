/** One post, rendered alike by the server and in the browser: it depends on nothing but its props. */
import type { AbsentPost, Post, VisiblePost } from "shared/board/contract.ts";
import { inLanguage } from "shared/board/mentions.ts";
import { withoutPictures } from "shared/board/pictures.ts";
import { type JSX, Show } from "solid-js";
import { momentInWords, type PostWords } from "./words.ts";

/** What a page knows of a post beside the record. */
export interface PostPlace {
  /** It answers the thread's question. */
  isAnswer?: boolean;
  /** Where a moved post stands now: an address with its language. */
  movedTo?: string | null;
  /** Why only some see it: a sentence. */
  note?: string | null;
  /** By somebody whom the reader does not want to read. */
  folded?: boolean;
}

export interface PostViewProps extends PostPlace {
  post: Post;
  words: PostWords;
  /** Links and buttons below it. */
  children?: JSX.Element;
}

export function PostView(props: PostViewProps) {
  return (
    <article class="post" id={`p${props.post.number}`}>
      <Show when={seen(props.post)} fallback={<Absent {...props} post={props.post as AbsentPost} />}>
        {(post) => (
          <Show when={foldedBy(post(), props)} fallback={<Seen {...props} post={post()} />}>
            {(handle) => (
              <details>
                <summary>{props.words.folded.replace("{handle}", handle())}</summary>
                <Seen {...props} post={post()} />
              </details>
            )}
          </Show>
        )}
      </Show>
    </article>
  );
}

/** The author's handle, where the post is folded. */
function foldedBy({ author }: VisiblePost, { folded, words }: PostViewProps): string | null {
  const isFolded = author !== null && (folded || words.foldedHandles.includes(author.handle));
  return isFolded ? author.handle : null;
}

const seen = (post: Post): VisiblePost | null => (post.state === "visible" ? post : null);

function Seen(props: PostViewProps & { post: VisiblePost }) {
  const words = () => props.words;
  const html = () => inLanguage(props.post.html, words().language);
  return (
    <>
      <PostHead {...props} post={props.post} />
      <Show when={props.note}>
        <p class="notice">{props.note}</p>
      </Show>
      {/* Sanitised by the server. */}
      <div
        class="written"
        lang={props.post.language === words().language ? undefined : props.post.language}
        dir="auto"
        innerHTML={words().saver ? withoutPictures(html(), words().picture) : html()}
      />
      {props.children}
    </>
  );
}

function PostHead(props: PostViewProps & { post: VisiblePost }) {
  const words = () => props.words;
  return (
    <p class="muted">
      <b>
        <AuthorName author={props.post.author} words={words()} />
      </b>
      <Show when={props.post.organisation}>
        {(cso) => (
          <>
            {" "}
            <a class="tag" href={`${words().root}/${cso().region}/organisations/${cso().slug}`}>
              <bdi>{cso().name}</bdi>
            </a>
          </>
        )}
      </Show>
      {" · "}
      <PostLink post={props.post} words={words()}>
        <time datetime={props.post.createdAt}>{momentInWords(props.post.createdAt, words().locale)}</time>
      </PostLink>
      <Show when={props.post.replyTo}>
        {(number) => (
          <>
            {" · "}
            <a href={`${words().thread}?post=${number()}#p${number()}`}>
              {words().answers.replace("{number}", String(number()))}
            </a>
          </>
        )}
      </Show>
      <Show when={props.post.edits > 0}>{` · ${words().edited}`}</Show>
      <Show when={props.post.via === "mail"}>{` · ${words().byMail}`}</Show>
      <Show when={props.isAnswer}>
        {" "}
        <strong class="tag">{words().answer}</strong>
      </Show>
    </p>
  );
}

/** A permalink: it leads to the page on which the post stands, whatever its number. */
function PostLink(props: { post: Post; words: PostWords; children?: JSX.Element }) {
  const { post, words } = props;
  return (
    <a href={`${words.thread}?post=${post.number}#p${post.number}`}>
      <span class="visually-hidden">{words.number.replace("{number}", String(post.number))}, </span>
      <bdi aria-hidden="true">#{post.number}</bdi> {props.children}
    </a>
  );
}

export function AuthorName(props: {
  author: VisiblePost["author"];
  words: Pick<PostWords, "removed" | "secretariat">;
}) {
  return (
    <Show when={props.author} fallback={<i>{props.words.removed}</i>}>
      {(author) => <bdi>{author().system ? props.words.secretariat : author().handle}</bdi>}
    </Show>
  );
}

function Absent(props: PostViewProps & { post: AbsentPost }) {
  return (
    <p class="muted">
      <PostLink post={props.post} words={props.words} />
      {` · ${sentenceOf(props.post, props.words)} `}
      <Show when={props.movedTo}>{(href) => <a href={href()}>{props.words.movedTo}</a>}</Show>
    </p>
  );
}

function sentenceOf({ state }: AbsentPost, words: PostWords): string {
  if (state === "hidden" || state === "deleted" || state === "moved") return words[state];
  return words.pending;
}
