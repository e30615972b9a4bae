/** A month of events as a calendar: a table, and on a narrow screen a list of its days. */
// biome-ignore-all lint/a11y/noRedundantRoles: shown as a list, a table loses its own roles in some browsers.

import type { Event, EventQuery } from "shared/events/contract.ts";
import { fullDays } from "shared/events/days.ts";
import { firstWeekday, monthAfter, weeksOf } from "shared/events/month.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { Chosen, Filtered } from "../components/Filters.tsx";
import { Original } from "../components/facts.tsx";
import { Empty } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { EventItem } from "./EventItem.tsx";
import { type EventFacets, eventFilters, Views } from "./Views.tsx";

export interface EventMonthProps {
  /** All that may take place in the month. */
  events: Event[];
  total: number;
  facets: EventFacets;
  query: EventQuery;
  month: string;
}

export function EventMonthPage(props: EventMonthProps) {
  const page = usePage();
  const path = `${page.region?.slug}/events`;
  const groups = eventFilters(page, props.facets, props.query);
  const keep = { month: props.month };
  const lessExact = props.events.filter((event) => fullDays(event) === null);
  return (
    <>
      <h1>{page.title}</h1>
      <Views query={props.query} month={props.month} />
      <Filtered path={path} groups={groups} keep={keep}>
        <Chosen
          path={path}
          groups={groups}
          keep={keep}
          count={page.t("events.count", { count: props.total })}
        />
        <Months query={props.query} month={props.month} path={path} />
        <Month month={props.month} events={props.events} />
        <Show when={lessExact.length === props.events.length}>
          <Empty>
            <p>{page.t("events.emptyMonth")}</p>
          </Empty>
        </Show>
        <Show when={lessExact.length > 0}>
          <h2>{page.t("events.lessExact")}</h2>
          <ul class="plain">
            <For each={lessExact}>{(event) => <EventItem event={event} />}</For>
          </ul>
        </Show>
      </Filtered>
    </>
  );
}

function Months(props: { query: EventQuery; month: string; path: string }) {
  const page = usePage();
  const to = (count: number) => {
    const month = monthAfter(props.month, count);
    return {
      name: formatPartialDate(month, page.locale),
      href: page.link(props.path, { ...props.query, month }),
    };
  };
  return (
    <nav aria-label={page.t("events.calendar")}>
      <ul class="row">
        <li>
          <a rel="prev" href={to(-1).href}>
            {page.t("events.previousMonth", { month: to(-1).name })}
          </a>
        </li>
        <li>
          <a rel="next" href={to(1).href}>
            {page.t("events.nextMonth", { month: to(1).name })}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Month(props: { month: string; events: Event[] }) {
  const page = usePage();
  const first = firstWeekday(page.locale);
  const weeks = weeksOf(props.month, first).map((days) =>
    days.map((day) => ({ day, events: eventsOn(props.events, day) })),
  );
  const names = weekdayNames(page.locale, first);
  return (
    <>
      <h2 id="month">{formatPartialDate(props.month, page.locale)}</h2>
      <table class={weeks.every(isFree) ? "month free" : "month"} role="table" aria-labelledby="month">
        <thead role="rowgroup">
          <tr role="row">
            <For each={names}>
              {(name) => (
                <th scope="col" role="columnheader">
                  {name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <For each={weeks}>
            {(week) => (
              <tr role="row" class={isFree(week) ? "free" : undefined}>
                <For each={week}>{(cell, index) => <Day {...cell} weekday={names[index()] ?? ""} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </>
  );
}

interface DayCell {
  /** Null where the cell belongs to another month. */
  day: string | null;
  events: Event[];
}

/** What is free is left out where the month is shown as a list. */
function isFree(week: DayCell[]): boolean {
  return week.every(({ events }) => events.length === 0);
}

function Day(props: DayCell & { weekday: string }) {
  const page = usePage();
  return (
    <td
      role="cell"
      class={props.events.length === 0 ? "free" : undefined}
      aria-current={props.day === page.today ? "date" : undefined}
    >
      <Show when={props.day}>
        {(day) => (
          <time datetime={day()}>
            <span>{props.weekday} </span>
            {page.number(Number(day().slice(8)))}
          </time>
        )}
      </Show>
      <For each={props.events}>{(event) => <EventLink event={event} page={page} />}</For>
    </td>
  );
}

function EventLink(props: { event: Event; page: Page }) {
  return (
    <a href={props.page.link(`${props.page.region?.slug}/events/${props.event.slug}`)}>
      <Original language={props.event.language}>{props.event.title}</Original>
    </a>
  );
}

function eventsOn(events: Event[], day: string | null): Event[] {
  return events.filter((event) => {
    const days = fullDays(event);
    return day !== null && days !== null && days.from <= day && day <= days.to;
  });
}

/** 5 January 1970 was a Monday. */
function weekdayNames(locale: string, firstDay: number): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) =>
    format.format(new Date(Date.UTC(1970, 0, 4 + firstDay + index))),
  );
}
