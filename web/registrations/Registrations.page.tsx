/** Who comes to an event: for the curators of its region. */
import type { Event } from "shared/events/contract.ts";
import type { Registration, RegistrationList } from "shared/registrations/contract.ts";
import { For, Show } from "solid-js";
import { LanguageName } from "../components/facts.tsx";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { Empty } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { OfEvent } from "./Register.page.tsx";

export interface RegistrationsProps {
  form: FormState;
  event: Event;
  list: RegistrationList;
}

export function RegistrationsPage(props: RegistrationsProps) {
  const page = usePage();
  const { event, list } = props;
  const below = `${page.region?.slug}/desk/events/${event.slug}/registrations`;
  return (
    <>
      <OfEvent event={event} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("registrations.list.lead")}</p>
      <p>
        {page.t("registrations.list.confirmed", { count: list.confirmed })}
        {list.capacity === null ? "" : ` ${page.t("registrations.list.capacity", { count: list.capacity })}`}{" "}
        {page.t("registrations.list.waiting", { count: list.waiting })}
      </p>
      <Show
        when={list.items.length > 0}
        fallback={
          <Empty>
            <p>{page.t("registrations.list.none")}</p>
          </Empty>
        }
      >
        <p>
          <a class="button" href={page.link(`${below}.csv`).split("?")[0]} download="">
            {page.t("registrations.list.csv")}
          </a>
        </p>
        <ol class="cards">
          <For each={list.items}>{(one) => <Line one={one} form={props.form} />}</For>
        </ol>
      </Show>
    </>
  );
}

function Line(props: { one: Registration; form: FormState }) {
  const page = usePage();
  const { one, form } = props;
  return (
    <li class="card">
      <h2>
        <bdi>{one.name}</bdi>
      </h2>
      <p>
        <span class="tag">{page.t(`registrations.state.${one.state}`)}</span>{" "}
        <time datetime={one.registeredAt}>
          <bdi>{one.registeredAt.slice(0, 16).replace("T", " ")}</bdi>
        </time>
        {" · "}
        <LanguageName tag={one.language} />
      </p>
      <p>
        <Show when={one.organisation}>
          {(organisation) => (
            <>
              <bdi>{organisation()}</bdi>
              {" · "}
            </>
          )}
        </Show>
        <a href={`mailto:${one.email}`}>
          <bdi>{one.email}</bdi>
        </a>
      </p>
      <Show when={one.note}>{(note) => <p dir="auto">{note()}</p>}</Show>
      <ButtonForm
        form={form}
        action={form.action}
        values={{ id: String(one.id) }}
        label={page.t("registrations.list.remove", { name: one.name })}
        plain
      />
    </li>
  );
}
