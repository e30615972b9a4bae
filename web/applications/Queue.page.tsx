/** The admins' queue: who waits for how long, and what may be the same organisation. */
import type { Application, Likeness } from "shared/applications/contract.ts";
import { daysSince, LATE_DAYS, UNDO_DAYS } from "shared/applications/rules.ts";
import type { List } from "shared/page.ts";
import { countryName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { TakenBy, type Takers } from "../desk/TakenBy.tsx";
import { usePage } from "../frame.ts";

export interface QueueProps {
  region: string;
  list: List<Application>;
  /** Accepted by a code, and not taken back. */
  lately: Application[];
  /** ISO 8601. */
  now: string;
  takers: Takers;
}

export function QueuePage(props: QueueProps) {
  const page = usePage();
  const { t } = page;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <Show when={props.list.items.length > 0}>
        <p>{totalText(page, "applications.desk.count", props.list)}</p>
      </Show>
      <ul class="cards">
        <For each={props.list.items}>
          {(item) => <Item application={item} now={props.now} region={props.region} takers={props.takers} />}
        </For>
      </ul>
      <Show when={props.list.items.length === 0}>
        <Empty>{t("applications.desk.none")}</Empty>
      </Show>
      <NextPage
        href={
          props.list.next ? page.link(`${props.region}/desk/applications`, { after: props.list.next }) : null
        }
      />
      <Show when={props.lately.length > 0}>
        <h2>{t("applications.desk.lately")}</h2>
        <p>{t("applications.desk.latelyMeans", { count: UNDO_DAYS })}</p>
        <ul class="cards">
          <For each={props.lately}>
            {(item) => <Item application={item} now={props.now} region={props.region} />}
          </For>
        </ul>
      </Show>
    </>
  );
}

function Item(props: { application: Application; now: string; region: string; takers?: Takers }) {
  const page = usePage();
  const { application } = props;
  return (
    <li class="card">
      <h2>
        <a href={page.link(`${props.region}/desk/applications/${application.id}`)}>
          <bdi>{application.organisation?.name ?? application.name}</bdi>
        </a>
      </h2>
      <p>
        <span class="tag">{page.t(`applications.kind.${application.kind}`)}</span>{" "}
        {page.t(`applications.status.${application.status}`)}
        <Show when={application.iso2}>{(iso2) => <> · {countryName(iso2(), page.language)}</>}</Show>
        <TakenBy
          takers={props.takers ?? {}}
          id={`${application.kind === "claim" ? "claim" : "application"}/${application.id}`}
        />
      </p>
      <Show when={application.status !== "accepted"}>
        <Age application={application} now={props.now} />
      </Show>
      <Likenesses likenesses={application.likenesses} region={props.region} />
    </li>
  );
}

export function Age(props: { application: Application; now: string }) {
  const page = usePage();
  const days = () => daysSince(new Date(props.application.submittedAt ?? props.now), new Date(props.now));
  return (
    <p>
      {page.t("applications.desk.waits", {
        age:
          days() === 0 ? page.t("applications.desk.new") : page.t("applications.desk.age", { count: days() }),
      })}{" "}
      <Show when={days() >= LATE_DAYS}>
        <span class="tag">{page.t("applications.desk.late")}</span>
      </Show>
    </p>
  );
}

/** The heading follows that of a card, or that of the page. */
export function Likenesses(props: { likenesses: readonly Likeness[]; region: string; level?: "h2" | "h3" }) {
  const page = usePage();
  const path = ({ kind, slug, id }: Likeness) =>
    kind === "organisation"
      ? `${props.region}/organisations/${slug}`
      : `${props.region}/desk/applications/${id}`;
  return (
    <Show when={props.likenesses.length > 0}>
      <Dynamic component={props.level ?? "h3"}>{page.t("applications.desk.alike")}</Dynamic>
      <ul>
        <For each={props.likenesses}>
          {(one) => (
            <li>
              <a href={page.link(path(one))}>
                <bdi>{one.name}</bdi>
              </a>{" "}
              <span class="muted">({one.by.map((by) => page.t(`applications.by.${by}`)).join(" · ")})</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
