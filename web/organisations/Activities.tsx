/** A CSO's activities as a timeline: what goes on now, then what is past, the latest first. */
import type { Activity, Organisation } from "shared/organisations/contract.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { DateSpan, ExternalLink, Original, SourceLink } from "../components/facts.tsx";
import { Empty } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { articleNumbers } from "./organisationWords.ts";

export function Activities(props: { organisation: Organisation }) {
  const page = usePage();
  const { activities, language } = props.organisation;
  const groups = (["current", "past"] as const)
    .map((status) => ({ status, activities: activities.filter((activity) => activity.status === status) }))
    .filter((group) => group.activities.length > 0);
  return (
    <For each={groups} fallback={<Empty>{page.t("organisations.noActivities")}</Empty>}>
      {(group) => (
        <>
          <h3>{page.t(`organisations.${group.status}`)}</h3>
          <ol class="activities">
            <For each={group.activities}>
              {(activity) => <Entry activity={activity} language={language} />}
            </For>
          </ol>
        </>
      )}
    </For>
  );
}

function Entry(props: { activity: Activity; language: string }) {
  const { activity } = props;
  return (
    <li>
      <p class="muted">
        <When activity={activity} />
      </p>
      <h4>
        <Show when={activity.url} fallback={<Original language={props.language}>{activity.title}</Original>}>
          {(url) => (
            <ExternalLink href={url()}>
              <Original language={props.language}>{activity.title}</Original>
            </ExternalLink>
          )}
        </Show>
      </h4>
      <Show when={activity.summary}>
        <p>
          <Original language={props.language}>{activity.summary}</Original>
        </p>
      </Show>
      <Articles activity={activity} />
      <ActivitySource activity={activity} />
    </li>
  );
}

function Articles(props: { activity: Activity }) {
  const page = usePage();
  const { uncacArticles } = props.activity;
  return (
    <Show when={uncacArticles.length > 0}>
      <p class="muted">
        {page.t("organisations.articles", {
          count: uncacArticles.length,
          articles: articleNumbers(page, uncacArticles),
        })}
      </p>
    </Show>
  );
}

/** Said only where it is another page than the one that the title leads to. */
function ActivitySource(props: { activity: Activity }) {
  const page = usePage();
  const { source, url } = props.activity;
  return (
    <Show when={source !== url ? source : null}>
      {(other) => (
        <p class="source">
          {page.t("facts.labelled", { label: page.t("facts.source") })} <SourceLink source={other()} />
        </p>
      )}
    </Show>
  );
}

function When(props: { activity: Activity }) {
  const page = usePage();
  const { startedOn, endedOn, status } = props.activity;
  if (startedOn !== null && endedOn !== null) return <DateSpan from={startedOn} to={endedOn} />;
  const only = startedOn ?? endedOn;
  if (only === null) return <>{page.t("organisations.undated")}</>;
  const date = formatPartialDate(only, page.locale);
  const open = status === "current" ? (startedOn === null ? "until" : "since") : null;
  return <time datetime={only}>{open === null ? date : page.t(`organisations.${open}`, { date })}</time>;
}
