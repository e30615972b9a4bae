/** One item of the inbox: what it says, whether it is in the news already, and its buttons. */
import { directionOf } from "shared/i18n/languages.ts";
import type { InboxItem } from "shared/inbox/contract.ts";
import { Show } from "solid-js";
import { LanguageName, PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";

export function Item(props: { item: InboxItem }) {
  const page = usePage();
  const { item } = props;
  // Where the feed does not say it, nobody knows.
  const language = item.language ?? "und";
  const dir = item.language ? directionOf(item.language) : "auto";
  return (
    <li class="card">
      <h2>
        <a href={item.url} rel="noreferrer nofollow" lang={language} dir={dir}>
          {item.title}
        </a>
      </h2>
      <p class="muted">
        <bdi>{item.feed.title}</bdi>
        <Show when={item.publishedOn}>
          {(on) => (
            <>
              {" · "}
              <PartialDate on={on()} />
            </>
          )}
        </Show>
        <Show when={item.language}>
          {(tag) => (
            <>
              {" · "}
              <LanguageName tag={tag()} />
            </>
          )}
        </Show>
      </p>
      <Show when={item.excerpt !== ""}>
        <p lang={language} dir={dir}>
          {item.excerpt}
        </p>
      </Show>
      <Show when={item.article}>
        {(article) => (
          <p class="notice">
            {page.t("inbox.here")}{" "}
            <a href={page.link(`${page.region?.slug}/news/${article().slug}`)}>
              <bdi>{article().title}</bdi>
            </a>
          </p>
        )}
      </Show>
      <Buttons item={item} />
    </li>
  );
}

function Buttons(props: { item: InboxItem }) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk`;
  const { id, title, state, entryId } = props.item;
  return (
    <p class="buttons">
      <Show
        when={entryId === null}
        fallback={<a href={page.link(`${desk}/news/drafts/${entryId}`)}>{page.t("inbox.openDraft")}</a>}
      >
        <button type="submit" formaction={page.link(`${desk}/feeds/items/${id}/draft`)}>
          {page.t("inbox.draft")}
          <span class="visually-hidden">
            : <bdi>{title}</bdi>
          </span>
        </button>
      </Show>{" "}
      <Show when={state !== "used"}>
        <button type="submit" class="plain-button" name="only" value={String(id)}>
          {page.t(state === "new" ? "inbox.dismiss" : "inbox.takeBack")}
          <span class="visually-hidden">
            : <bdi>{title}</bdi>
          </span>
        </button>{" "}
        <input type="hidden" name="shown" value={id} />
        <label class="choice">
          <input type="checkbox" name="item" value={id} /> {page.t("inbox.choose")}
          <span class="visually-hidden">
            : <bdi>{title}</bdi>
          </span>
        </label>
      </Show>
    </p>
  );
}
