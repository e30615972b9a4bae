/** People with their roles and CSOs, each with the way to change the roles. */
import type { Role } from "shared/accounts/rules.ts";
import type { PersonOfRegion } from "shared/roles/contract.ts";
import { For, Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";

/** "curator, Africa"; of the page's own region the role alone. */
function roleName(page: Page, { role, region }: Role): string {
  const name = page.t(`roles.${role}`);
  if (region === null || region === page.region?.slug) return name;
  const place = page.regions.find(({ slug }) => slug === region);
  return page.t("roles.roleIn", { role: name, region: place ? page.regionName(place) : region });
}

/** `path`: below which each person's form stands. */
export function PeopleCards(props: { people: readonly PersonOfRegion[]; path: string }) {
  return (
    <ul class="cards">
      <For each={props.people}>{(person) => <PersonCard person={person} path={props.path} />}</For>
    </ul>
  );
}

function PersonCard(props: { person: PersonOfRegion; path: string }) {
  const page = usePage();
  const { person } = props;
  return (
    <li class="card">
      <h3>
        <bdi>{person.handle}</bdi>
      </h3>
      <Show when={person.roles.length > 0}>
        <p>
          <For each={person.roles}>
            {(role) => (
              <>
                <span class="tag">{roleName(page, role)}</span>{" "}
              </>
            )}
          </For>
          <br />
          <span class="muted">
            {page.t("roles.secondFactor")}{" "}
            {page.t(person.secondFactor ? "roles.secondFactorYes" : "roles.secondFactorNo")}
          </span>
        </p>
      </Show>
      <For each={person.memberships}>
        {({ slug, region, name, role }) => (
          <p>
            <a href={page.link(`${region}/organisations/${slug}`)}>
              <bdi>{name}</bdi>
            </a>{" "}
            <span class="muted">{page.t(`members.role.${role}`)}</span>
          </p>
        )}
      </For>
      <p>
        <a href={page.link(`${props.path}/${person.id}`)}>
          {page.t("roles.change")} <span class="visually-hidden">{person.handle}</span>
        </a>
      </p>
    </li>
  );
}

interface FindProps {
  /** Of the page that looks the person up. */
  action: string;
  /** Below which each person's form stands. */
  path: string;
  handle: string;
  /** Null: nobody; undefined: not asked for. */
  asked: PersonOfRegion | null | undefined;
}

/** Finds anybody by handle: whoever is given a role need not be in the list. */
export function FindPerson(props: FindProps) {
  const page = usePage();
  return (
    <>
      <h2 id="find">{page.t("roles.find")}</h2>
      <form class="search" action={`${page.link(props.action).split("?")[0]}#find`}>
        <label for="find-handle">{page.t("roles.findHandle")}</label>
        <input
          id="find-handle"
          name="handle"
          value={props.handle}
          autocomplete="off"
          maxlength="60"
          dir="ltr"
          required
        />
        <Show when={page.saver}>
          <input type="hidden" name="saver" value="1" />
        </Show>
        <button type="submit">{page.t("roles.findButton")}</button>
      </form>
      <Show when={props.asked === null}>
        <p class="notice" role="status">
          {page.t("roles.nobody", { handle: props.handle })}
        </p>
      </Show>
      <Show when={props.asked}>{(person) => <PeopleCards people={[person()]} path={props.path} />}</Show>
    </>
  );
}
