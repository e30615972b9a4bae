/** The inbox: what came by the feeds that a region reads, to be drafted or dismissed. */
import type { InboxFeed, InboxItem } from "shared/inbox/contract.ts";
import { type ItemState, itemStates } from "shared/inbox/rules.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { HiddenFields } from "../components/forms.tsx";
import { Breadcrumbs, Empty, NextPage, totalText } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { Item } from "./Item.tsx";

export interface InboxProps {
  feeds: InboxFeed[];
  list: List<InboxItem>;
  /** The one whose items are shown; null: all. */
  feed: number | null;
  state: ItemState;
  csrf: string;
}

export function InboxPage(props: InboxProps) {
  const page = usePage();
  const { feeds, list, feed, state } = props;
  const desk = `${page.region?.slug}/desk`;
  const failing = feeds.filter(({ problem, paused }) => problem !== null && !paused).length;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(desk), text: page.t("desk.name") }]} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("inbox.lead")}</p>
      <p>
        <a class="button" href={page.link(`${desk}/feeds/sources`)}>
          {page.t("inbox.sources", { count: feeds.length })}
        </a>{" "}
        <Show when={failing > 0}>{page.t("inbox.failing", { count: failing })}</Show>
      </p>
      <Show when={feeds.length > 0} fallback={<Empty>{page.t("inbox.noFeeds")}</Empty>}>
        <Choice {...props} />
        <p>{totalText(page, "inbox.count", list)}</p>
        <Show when={list.items.length > 0} fallback={<Empty>{page.t("inbox.none")}</Empty>}>
          <Items {...props} />
        </Show>
        <NextPage
          href={list.next && page.link(`${desk}/feeds`, { feed, state: stateOf(state), after: list.next })}
        />
      </Show>
    </>
  );
}

const stateOf = (state: ItemState) => (state === "new" ? undefined : state);

/** States are links; a feed is chosen where there are several. */
function Choice(props: InboxProps) {
  const page = usePage();
  const path = `${page.region?.slug}/desk/feeds`;
  return (
    <>
      <nav aria-label={page.t("inbox.state")}>
        <ul class="row">
          <For each={itemStates}>
            {(state) => (
              <li>
                <a
                  href={page.link(path, { feed: props.feed, state: stateOf(state) })}
                  aria-current={state === props.state ? "page" : undefined}
                >
                  {page.t(`inbox.state.${state}`)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <Show when={props.feeds.length > 1}>
        <form class="form" method="get" action={page.link(path).split("?")[0]}>
          <HiddenFields values={{ ...(page.saver ? { saver: "1" } : {}), state: props.state }} />
          <div class="field">
            <label for="inbox-feed">{page.t("inbox.feed")}</label>
            <select id="inbox-feed" name="feed">
              <option value="">{page.t("inbox.allFeeds")}</option>
              <For each={props.feeds}>
                {({ id, title, waiting }) => (
                  <option value={id} selected={id === props.feed}>
                    {title} ({page.number(waiting)})
                  </option>
                )}
              </For>
            </select>
          </div>
          <button type="submit">{page.t("inbox.show")}</button>
        </form>
      </Show>
    </>
  );
}

/** One form: each item has its own buttons, and those that are chosen go together. */
function Items(props: InboxProps) {
  const page = usePage();
  const { list, feed, state } = props;
  const to = state === "dismissed" ? "new" : "dismissed";
  return (
    <form method="post" action={page.link(`${page.region?.slug}/desk/feeds/sort`)}>
      <HiddenFields
        values={{ csrf: props.csrf, state: to, ...(feed === null ? {} : { feed: String(feed) }) }}
      />
      <ul class="cards">
        <For each={list.items}>{(item) => <Item item={item} />}</For>
      </ul>
      <Show when={state !== "used"}>
        <p class="buttons">
          <button type="submit">{page.t(`inbox.chosen.${to}`)}</button>{" "}
          <button type="submit" class="plain-button" name="all" value="yes">
            {page.t(`inbox.all.${to}`)}
          </button>
        </p>
      </Show>
    </form>
  );
}
