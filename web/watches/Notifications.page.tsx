/** What a person was told of, newest first: each leads to its post, and reading there marks it as read. */
import { isTextKey } from "shared/i18n/text.ts";
import type { List } from "shared/page.ts";
import type { Notification } from "shared/watches/contract.ts";
import { For, Show } from "solid-js";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { Empty, NextPage } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { momentsIn, regionFor } from "./Watches.page.tsx";

export interface NotificationsProps {
  list: List<Notification>;
  form: FormState;
}

export function NotificationsPage(props: NotificationsProps) {
  const page = usePage();
  const { list, form } = props;
  const next = list.next;
  return (
    <article>
      <h1>{page.title}</h1>
      <ul class="row">
        <li>
          <a href={page.link("account/watches")}>{page.t("watch.title")}</a>
        </li>
        <li>
          <a href={page.link("account/board-mail")}>{page.t("boardMail.title")}</a>
        </li>
      </ul>
      <Show when={list.items.length > 0} fallback={<Empty>{page.t("watch.nothing")}</Empty>}>
        <Show when={list.items.some(({ read }) => !read)}>
          <ButtonForm form={form} action={form.action} label={page.t("watch.readAll")} />
        </Show>
        <ul class="cards">
          <For each={list.items}>{(one) => <Told one={one} form={form} />}</For>
        </ul>
      </Show>
      <NextPage href={next === null ? null : page.link("account/notifications", { after: next })} />
    </article>
  );
}

function Told(props: { one: Notification; form: FormState }) {
  const page = usePage();
  const { one, form } = props;
  const moment = momentsIn(page);
  return (
    <li class="card">
      <Show when={!one.read}>
        <span class="tag">{page.t("watch.unread")}</span>
      </Show>
      <p>
        {sentenceOf(page, one)}
        <Show when={one.data.decision}>
          {(decision) => (
            <>
              {" "}
              <a href={page.link(`account/decisions/${decision()}`)}>{page.t("watch.decision")}</a>
            </>
          )}
        </Show>
        <Show when={one.data.decision === undefined && one.thread}>
          {(thread) => (
            <>
              {" "}
              <a href={pathOf(page, one)}>
                <bdi lang={thread().language}>{thread().title}</bdi>
              </a>
            </>
          )}
        </Show>
      </p>
      <p class="muted">
        <time datetime={one.createdAt}>{moment(one.createdAt)}</time>
      </p>
      <Show when={!one.read}>
        <ButtonForm
          form={form}
          action={form.action}
          values={{ id: String(one.id) }}
          label={page.t("watch.readOne")}
          plain
        />
      </Show>
    </li>
  );
}

/** What happened; of a kind that has no words yet only that something did. */
function sentenceOf(page: Page, { kind, actor, data }: Notification): string {
  const key = `watch.told.${kind === "mention" && "organisation" in data ? "mentionOfCso" : kind}`;
  const handle = actor ?? page.t("watch.somebody");
  return isTextKey(key) ? page.t(key, { handle }) : page.t("watch.told.other");
}

function pathOf(page: Page, { thread, number }: Notification): string {
  const path = `${regionFor(page, thread?.region ?? null)}/board/threads/${thread?.id}`;
  return number === null ? page.link(path) : `${page.link(path, { post: number })}#p${number}`;
}
