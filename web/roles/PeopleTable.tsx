/** People with their roles and CSOs, each with the way to change the roles. */
import type { Role } from "shared/accounts/rules.ts";
import type { PersonOfRegion } from "shared/roles/contract.ts";
import { For, Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";

/** "curator, Africa"; of the page's own region the role alone. */
export function roleName(page: Page, { role, region }: Role): string {
  const name = page.t(`roles.${role}`);
  if (region === null || region === page.region?.slug) return name;
  const place = page.regions.find(({ slug }) => slug === region);
  return page.t("roles.roleIn", { role: name, region: place ? page.regionName(place) : region });
}

/** `path`: below which each person's form stands. */
export function PeopleTable(props: { people: readonly PersonOfRegion[]; path: string; caption: string }) {
  const page = usePage();
  return (
    <section class="scroll" aria-label={props.caption} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">{page.t("roles.handle")}</th>
            <th scope="col">{page.t("roles.roles")}</th>
            <th scope="col">{page.t("roles.organisations")}</th>
            <th scope="col">{page.t("roles.secondFactor")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.people}>{(person) => <PersonRow person={person} path={props.path} />}</For>
        </tbody>
      </table>
    </section>
  );
}

function PersonRow(props: { person: PersonOfRegion; path: string }) {
  const page = usePage();
  const { person } = props;
  return (
    <tr>
      <th scope="row">
        <bdi>{person.handle}</bdi>
        <br />
        <a href={page.link(`${props.path}/${person.id}`)}>
          {page.t("roles.change")} <span class="visually-hidden">{person.handle}</span>
        </a>
      </th>
      <td>
        <ul class="plain">
          <For each={person.roles}>{(role) => <li>{roleName(page, role)}</li>}</For>
        </ul>
      </td>
      <td>
        <ul class="plain">
          <For each={person.memberships}>
            {({ slug, region, name, role }) => (
              <li>
                <a href={page.link(`${region}/organisations/${slug}`)}>
                  <bdi>{name}</bdi>
                </a>{" "}
                <span class="muted">{page.t(`members.role.${role}`)}</span>
              </li>
            )}
          </For>
        </ul>
      </td>
      <td>
        <Show when={person.secondFactor || person.roles.length > 0}>
          {page.t(person.secondFactor ? "roles.secondFactorYes" : "roles.secondFactorNo")}
        </Show>
      </td>
    </tr>
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
      <Show when={props.asked}>
        {(person) => <PeopleTable people={[person()]} path={props.path} caption={page.t("roles.find")} />}
      </Show>
    </>
  );
}
