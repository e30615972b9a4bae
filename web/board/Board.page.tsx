/** A board: its threads, pinned ones first, by what the reader looks for. */
import type { Board } from "shared/board/contract.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { ButtonForm } from "../components/forms.tsx";
import { Breadcrumbs, Empty, NextPage } from "../components/lists.tsx";
import { type Page, type Query, usePage } from "../frame.ts";
import { MailAddress } from "../watches/MailAddress.tsx";
import { type ShownWatch, WatchButton } from "../watches/WatchButton.tsx";
import { BoardMarks, inLanguage, readersText } from "./Boards.page.tsx";
import { BoardLive } from "./live/BoardLive.tsx";
import { SignInLink } from "./SignInLink.tsx";
import { ThreadItem, type ThreadLine } from "./ThreadItem.tsx";

export type Tab = "latest" | "new" | "unanswered" | "unread" | "watched" | "mine";
const forAll = ["latest", "new", "unanswered"] as const;
const forPeople = [...forAll, "unread", "watched", "mine"] as const;

export interface BoardProps {
  region: string;
  board: Board;
  /** On the first page of the board's own list. */
  pinned: ThreadLine[];
  threads: ThreadLine[];
  next: string | null;
  tab: Tab;
  /** What the list is narrowed to. */
  about: { kind?: readonly string[]; country?: readonly string[]; specialization?: readonly string[] };
  /** What is looked for. */
  q: string;
  mayStart: boolean;
  /** Why the reader may not start a thread. */
  why: TextKey | null;
  /** Of the forms of whoever is signed in. */
  hidden: Record<string, string> | null;
  /** How closely they watch it. */
  watch: ShownWatch | null;
  /** By which they start a thread, where letters are taken in. */
  mailAddress: string | null;
}

export function BoardPage(props: BoardProps) {
  const page = usePage();
  const { board } = props;
  const path = `${props.region}/board/${board.slug}`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(`${props.region}/board`), text: page.t("board.title") }]} />
      <h1>
        <bdi>{page.title}</bdi>
      </h1>
      <p class="lead">{inLanguage(page, board.purposes)}</p>
      <p>
        <BoardMarks board={board} /> {readersText(page, board)}
      </p>
      <Start {...props} path={path} />
      <SearchBoard {...props} path={path} />
      <Tabs {...props} path={path} />
      <Narrowed {...props} path={path} />
      <BoardLive board={board} region={props.region} here={page.link(path)} />
      <h2 class="visually-hidden">{page.t("board.threads")}</h2>
      <Show
        when={props.pinned.length + props.threads.length > 0}
        fallback={<Empty>{page.t(emptyText(props))}</Empty>}
      >
        <ul class="plain" id="threads">
          <For each={[...props.pinned, ...props.threads]}>
            {(thread) => <ThreadItem thread={thread} region={props.region} />}
          </For>
        </ul>
      </Show>
      <NextPage
        href={
          props.next &&
          page.link(path, { ...queryOf(props.tab), ...props.about, q: props.q, after: props.next })
        }
      />
      <Show when={props.hidden}>
        {(hidden) => (
          <ButtonForm
            form={{ hidden: hidden() }}
            action={page.link(`${path}/read`)}
            label={page.t("board.markRead")}
            plain
          />
        )}
      </Show>
      <Show when={props.watch}>{(watch) => <WatchButton watch={watch()} />}</Show>
      <Show when={props.mailAddress}>{(address) => <MailAddress address={address()} />}</Show>
    </>
  );
}

function Start(props: BoardProps & { path: string }) {
  const page = usePage();
  return (
    <p>
      <Show when={props.mayStart} fallback={props.why && page.t(props.why)}>
        <a class="button" href={page.link(`${props.path}/new`)}>
          {page.t("board.start")}
        </a>
      </Show>
      <Show when={page.person === null}>
        {" "}
        <SignInLink />
      </Show>
    </p>
  );
}

function SearchBoard(props: BoardProps & { path: string }) {
  const page = usePage();
  return (
    <form class="search" action={page.link(props.path).split("?")[0]}>
      <label class="visually-hidden" for="board-search">
        {page.t("board.search")}
      </label>
      <input id="board-search" type="search" name="q" value={props.q} placeholder={page.t("board.search")} />
      <Show when={page.saver}>
        <input type="hidden" name="saver" value="1" />
      </Show>
      <button type="submit" class="plain-button">
        {page.t("board.searchButton")}
      </button>
    </form>
  );
}

function queryOf(tab: Tab): Query {
  if (tab === "latest") return {};
  return tab === "new" ? { sort: "new" } : { list: tab };
}

function Tabs(props: BoardProps & { path: string }) {
  const page = usePage();
  return (
    <nav aria-label={page.t("board.threads")}>
      <ul class="row">
        <For each={page.person ? forPeople : forAll}>
          {(tab) => (
            <li>
              <a
                href={page.link(props.path, { ...queryOf(tab), ...props.about })}
                aria-current={tab === props.tab ? "page" : undefined}
              >
                {page.t(`board.tab.${tab}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

function Narrowed(props: BoardProps & { path: string }) {
  const page = usePage();
  const what = narrowedTo(page, props.about);
  return (
    <Show when={what.length > 0}>
      <p>
        {page.t("board.only", { what: what.join(", ") })}{" "}
        <a href={page.link(props.path, queryOf(props.tab))}>{page.t("lists.all")}</a>
      </p>
    </Show>
  );
}

function narrowedTo(
  page: Page,
  { kind = [], country = [], specialization = [] }: BoardProps["about"],
): string[] {
  return [
    ...kind.map((one) => page.t(`board.kind.${one}` as TextKey)),
    ...country.map((iso2) => countryName(iso2.toUpperCase(), page.language)),
    ...specialization.map((slug) => page.t(`specialization.${slug}` as TextKey)),
  ];
}

function emptyText({ tab, about, q }: BoardProps): TextKey {
  if (q !== "") return "board.empty.filtered";
  if (Object.values(about).some((values) => values.length > 0)) return "board.empty.filtered";
  return tab === "latest" || tab === "new" ? "board.empty.all" : `board.empty.${tab}`;
}
