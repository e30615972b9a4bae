/** One feed of those that a region reads: what it is called and in which language it writes; and its removal. */
import { ChangeFeed, type InboxFeed, RemoveFeed } from "shared/inbox/contract.ts";
import { languageName } from "shared/regions/names.ts";
import { Show } from "solid-js";
import { Form, type FormState, HiddenField, Select, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { Health } from "./Feeds.page.tsx";

interface FeedProps {
  form: FormState;
  feed: InboxFeed;
}

function Head() {
  const page = usePage();
  const desk = `${page.region?.slug}/desk`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(desk), text: page.t("desk.name") },
          { href: page.link(`${desk}/feeds`), text: page.t("inbox.name") },
          { href: page.link(`${desk}/feeds/sources`), text: page.t("inbox.feeds") },
        ]}
      />
      <h1>{page.title}</h1>
      <DeskNav />
    </>
  );
}

export function FeedFormPage(props: FeedProps & { languages: readonly string[] }) {
  const page = usePage();
  const { feed, form } = props;
  const named = (tag: string) => languageName(tag, page.language);
  const tags = [...new Set([...props.languages, ...(feed.language ? [feed.language] : [])])];
  const options = [
    { value: "", label: page.t("inbox.languageUnknown") },
    ...tags.map((value) => ({ value, label: named(value) })),
  ];
  return (
    <>
      <Head />
      <Show when={form.values.stale}>
        <div class="notice" role="alert">
          <p>{page.t("inbox.stale")}</p>
          <p>
            <bdi>{feed.title}</bdi> · {feed.language ? named(feed.language) : page.t("inbox.languageUnknown")}
          </p>
        </div>
      </Show>
      <Form form={form} schema={ChangeFeed} submit={page.t("inbox.save")}>
        <TextField name="title" label={page.t("inbox.feedName")} hint={page.t("inbox.changeLead")} />
        <Select name="language" label={page.t("inbox.language")} options={options} />
        <HiddenField name="version" />
      </Form>
      <Health feed={feed} />
    </>
  );
}

export function FeedRemovePage(props: FeedProps) {
  const page = usePage();
  return (
    <>
      <Head />
      <p>{page.t("inbox.removeLead")}</p>
      <p>
        <bdi dir="ltr">{props.feed.url}</bdi>
      </p>
      <Form form={props.form} schema={RemoveFeed} submit={page.t("inbox.remove")}>
        {null}
      </Form>
    </>
  );
}
