/** The feeds that a region reads: a form to add one, and how each fares. */
import { AddFeed, type InboxFeed } from "shared/inbox/contract.ts";
import { problemKey } from "shared/inbox/rules.ts";
import { For, Show } from "solid-js";
import { ButtonForm, Form, type FormState, TextField } from "../components/forms.tsx";
import { Breadcrumbs, Empty } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { momentText } from "../entries/fieldWords.tsx";
import { usePage } from "../frame.ts";

export interface FeedsProps {
  form: FormState;
  feeds: InboxFeed[];
  csrf: string;
}

export function FeedsPage(props: FeedsProps) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(desk), text: page.t("desk.name") },
          { href: page.link(`${desk}/feeds`), text: page.t("inbox.name") },
        ]}
      />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("inbox.feedsLead")}</p>
      <Form form={props.form} schema={AddFeed} submit={page.t("inbox.add")}>
        <TextField name="url" type="url" label={page.t("inbox.url")} hint={page.t("inbox.urlHint")} />
      </Form>
      <Show when={props.feeds.length > 0} fallback={<Empty>{page.t("inbox.noFeeds")}</Empty>}>
        <ul class="cards">
          <For each={props.feeds}>{(feed) => <Feed feed={feed} csrf={props.csrf} />}</For>
        </ul>
      </Show>
    </>
  );
}

function Feed(props: { feed: InboxFeed; csrf: string }) {
  const page = usePage();
  const { feed } = props;
  return (
    <li class="card">
      <h2>
        <a href={page.link(`${page.region?.slug}/desk/feeds`, { feed: feed.id })}>
          <bdi>{feed.title}</bdi>
        </a>
      </h2>
      <p>
        <a href={feed.siteUrl ?? feed.url} rel="noreferrer nofollow">
          <bdi dir="ltr">{feed.url}</bdi>
        </a>
      </p>
      <Health feed={feed} />
      <Buttons feed={feed} csrf={props.csrf} />
    </li>
  );
}

export function Health(props: { feed: InboxFeed }) {
  const page = usePage();
  const { paused, problem, failures, fetchedAt, okAt, nextAt, waiting } = props.feed;
  const moment = (at: string | null) => (at === null ? page.t("inbox.never") : `${momentText(page, at)} UTC`);
  return (
    <>
      <Show when={problem}>
        {(code) => (
          <p class="problem">
            {page.t(problemKey(code()))} {page.t("inbox.failures", { count: failures })}
          </p>
        )}
      </Show>
      <dl class="facts">
        <dt>{page.t("inbox.waiting")}</dt>
        <dd>{page.number(waiting)}</dd>
        <dt>{page.t("inbox.fetchedAt")}</dt>
        <dd>{moment(fetchedAt)}</dd>
        <dt>{page.t("inbox.okAt")}</dt>
        <dd>{moment(okAt)}</dd>
        <dt>{page.t("inbox.nextAt")}</dt>
        <dd>{paused ? <span class="tag">{page.t("inbox.paused")}</span> : moment(nextAt)}</dd>
      </dl>
    </>
  );
}

function Buttons(props: { feed: InboxFeed; csrf: string }) {
  const page = usePage();
  const { id, paused } = props.feed;
  const path = `${page.region?.slug}/desk/feeds/sources/${id}`;
  const form = { hidden: { csrf: props.csrf } };
  return (
    <div class="row">
      <Show when={!paused}>
        <ButtonForm form={form} action={page.link(`${path}/read`)} label={page.t("inbox.readNow")} />
      </Show>
      <ButtonForm
        form={form}
        action={page.link(`${path}/pause`)}
        label={page.t(paused ? "inbox.goOn" : "inbox.pause")}
        values={{ paused: paused ? "no" : "yes" }}
        plain
      />
      <a href={page.link(path)}>{page.t("inbox.change")}</a>
      <a href={page.link(`${path}/remove`)}>{page.t("inbox.remove")}</a>
    </div>
  );
}
