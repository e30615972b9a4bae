/** The region's events: what is to come, and past ones beneath. */

import type { Event, EventQuery } from "shared/events/contract.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { Chosen, Filtered } from "../components/Filters.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { ProposeLink } from "../entries/ProposeLink.tsx";
import { usePage } from "../frame.ts";
import { EventItem } from "./EventItem.tsx";
import { type EventFacets, eventFilters, Views } from "./Views.tsx";

export interface EventsPart {
  list: List<Event>;
  /** Undefined: all of them, as somebody reads on. */
  when: "upcoming" | "past" | undefined;
}

export interface EventsProps {
  parts: EventsPart[];
  facets: EventFacets;
  query: EventQuery;
  /** Where the calendar opens, `YYYY-MM`. */
  month: string;
}

export function EventsPage(props: EventsProps) {
  const page = usePage();
  const path = `${page.region?.slug}/events`;
  const groups = eventFilters(page, props.facets, props.query);
  const keep = { when: props.query.when };
  const total = props.parts.reduce((sum, { list }) => sum + list.total, 0);
  const atLeast = props.parts.some(({ list }) => list.totalIsAtLeast);
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("events.lead")}</p>
      <Views query={props.query} month={props.month} />
      <Filtered path={path} groups={groups} keep={keep}>
        <Chosen
          path={path}
          groups={groups}
          keep={keep}
          count={totalText(page, "events.count", {
            total,
            ...(atLeast ? { totalIsAtLeast: true as const } : {}),
          })}
        />
        <For each={props.parts}>{(part) => <Part part={part} path={path} query={props.query} />}</For>
      </Filtered>
    </>
  );
}

function Part(props: { part: EventsPart; path: string; query: EventQuery }) {
  const page = usePage();
  const { list, when } = props.part;
  const next = () => list.next && page.link(props.path, { ...props.query, when, after: list.next });
  return (
    <section>
      <Show when={when}>{(which) => <h2>{heading(page.t, which(), list)}</h2>}</Show>
      <Show when={list.items.length > 0} fallback={<Nothing when={when} />}>
        <ul class="plain">
          <For each={list.items}>{(event) => <EventItem event={event} heading={when ? "h3" : "h2"} />}</For>
        </ul>
      </Show>
      <NextPage href={next()} />
      <ProposeLink kind="events" />
    </section>
  );
}

/** Events without a date stand at the end of past ones, and the heading says so where they are shown. */
function heading(t: ReturnType<typeof usePage>["t"], when: "upcoming" | "past", list: List<Event>): string {
  if (when === "upcoming") return t("events.upcoming");
  return t(list.items.some((event) => event.startsOn === null) ? "events.pastAndUndated" : "events.past");
}

function Nothing(props: { when: EventsPart["when"] }) {
  const page = usePage();
  return (
    <Empty>
      <p>{page.t(props.when === "upcoming" ? "events.noneUpcoming" : "filters.nothing")}</p>
      <Show when={props.when !== "upcoming"}>
        <p>
          <a href={page.link(`${page.region?.slug}/events`)}>{page.t("lists.all")}</a>
        </p>
      </Show>
    </Empty>
  );
}
