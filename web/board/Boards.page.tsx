/** The boards of a region: what each is for, who reads it, when something was last written. */
import type { Board } from "shared/board/contract.ts";
import { For, Show } from "solid-js";
import { Empty } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { SignInLink } from "./SignInLink.tsx";
import { momentInWords } from "./words.ts";

export interface BoardLine extends Board {
  /** Threads with something unread, and whether there are more than were looked at; null for visitors. */
  unread: { count: number; isMore: boolean } | null;
}

export interface BoardsProps {
  region: string;
  boards: BoardLine[];
  /** Whether the reader keeps boards here. */
  mayKeep: boolean;
}

export function BoardsPage(props: BoardsProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("board.lead")}</p>
      <p class="row">
        <a href={`${page.link("rules")}#board`}>{page.t("board.rules")}</a>
        <a href={page.link(`${props.region}/board/decisions`)}>{page.t("moderation.log.link")}</a>
        <a href={`/${page.language}/${props.region}/board.atom`}>{page.t("board.feed")}</a>
        <Show when={page.person}>
          <a href={page.link(`${props.region}/board/drafts`)}>{page.t("drafts.title")}</a>
        </Show>
        <Show when={props.mayKeep}>
          <a href={page.link(`${props.region}/board/keep`)}>{page.t("board.keep")}</a>
        </Show>
      </p>
      <Show when={props.boards.length > 0} fallback={<Empty>{page.t("board.none")}</Empty>}>
        <ul class="cards">
          <For each={props.boards}>{(board) => <BoardCard board={board} region={props.region} />}</For>
        </ul>
      </Show>
      <Show when={page.person === null}>
        <p>
          {page.t("board.more")} <SignInLink />
        </p>
      </Show>
    </>
  );
}

function BoardCard(props: { board: BoardLine; region: string }) {
  const page = usePage();
  const { board } = props;
  return (
    <li class="card">
      <h2>
        <a href={page.link(`${props.region}/board/${board.slug}`)}>
          <bdi>{boardName(page, board)}</bdi>
        </a>
      </h2>
      <p>{inLanguage(page, board.purposes)}</p>
      <p class="muted">
        <BoardMarks board={board} />{" "}
        {board.lastPostAt === null
          ? page.t("board.noPost")
          : page.t("board.lastPost", { when: momentInWords(board.lastPostAt, page.locale) })}
      </p>
      <Show when={board.unread !== null && board.unread.count > 0 ? board.unread : null}>
        {(unread) => (
          <p>
            <a href={page.link(`${props.region}/board/${board.slug}`, { list: "unread" })}>
              {page.t(unread().isMore ? "board.unreadMost" : "board.unread", { count: unread().count })}
            </a>
          </p>
        )}
      </Show>
    </li>
  );
}

/** Who reads a board, and whether it is closed: in words. */
export function BoardMarks(props: { board: Pick<Board, "visibility" | "region" | "closed"> }) {
  const page = usePage();
  return (
    <>
      <span class="tag">{page.t(`board.visible.${props.board.visibility}`)}</span>{" "}
      <Show when={props.board.region === null}>
        <span class="tag">{page.t("board.allRegions")}</span>{" "}
      </Show>
      <Show when={props.board.closed}>
        <span class="tag">{page.t("board.closed")}</span>
      </Show>
    </>
  );
}

export function boardName(page: Page, { names, slug }: Pick<Board, "names" | "slug">): string {
  return inLanguage(page, names) ?? slug;
}

export function inLanguage(page: Pick<Page, "language">, texts: Record<string, string>): string | undefined {
  return texts[page.language] ?? texts.en ?? Object.values(texts)[0];
}

/** One sentence on who reads what is written there, so that nobody takes a public board for another. */
export function readersText(
  page: Page,
  { visibility, region }: Pick<Board, "visibility" | "region">,
): string {
  if (visibility === "members" && region === null) return page.t("board.readers.membersAll");
  return page.t(`board.readers.${visibility}`);
}
