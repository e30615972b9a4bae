/** A post as moderators and those whom a decision concerns see it: where it stands, by whom, and what it says. */
import { Show } from "solid-js";
import { usePage } from "../frame.ts";

export interface ShownPost {
  title: string;
  titleLanguage: string;
  number: number;
  handle: string | null;
  html: string;
  language: string;
  /** Of its board, in the reader's language. */
  board: string;
  /** The thread's page, below the language; null: the reader may not open it. */
  path: string | null;
}

export function PostShown(props: { post: ShownPost }) {
  const page = usePage();
  const { post } = props;
  const title = () => (
    <bdi lang={post.titleLanguage === page.language ? undefined : post.titleLanguage}>{post.title}</bdi>
  );
  return (
    <>
      <p class="muted">
        {page.t("moderation.inThread")}{" "}
        <Show when={post.path} fallback={title()}>
          {(path) => <a href={`${page.link(path(), { post: post.number })}#p${post.number}`}>{title()}</a>}
        </Show>
        {` · ${page.t("moderation.number", { number: post.number })} · `}
        <bdi>{post.board}</bdi>
        {" · "}
        <bdi>
          {post.handle === null
            ? page.t("moderation.removed")
            : page.t("moderation.by", { handle: post.handle })}
        </bdi>
      </p>
      <Written html={post.html} language={post.language} />
    </>
  );
}

export function Written(props: { html: string; language: string }) {
  const page = usePage();
  return (
    // Sanitised by the server when it was written.
    <blockquote
      class="written"
      lang={props.language === page.language ? undefined : props.language}
      dir="auto"
      innerHTML={props.html}
    />
  );
}
