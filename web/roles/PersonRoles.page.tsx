/** The form by which a person is given roles and taken them. */
import type { Role } from "shared/accounts/rules.ts";
import { type PersonOfRegion, rolesBody } from "shared/roles/contract.ts";
import { For, Show } from "solid-js";
import { Check, Checks, Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface PersonRolesProps {
  person: PersonOfRegion;
  /** Those that the reader may give and take. */
  offered: Role[];
  form: FormState;
}

const keyOf = ({ role, region }: Role) => (region === null ? role : `${role}:${region}`);

export function PersonRolesPage(props: PersonRolesProps) {
  const page = usePage();
  const { person, offered } = props;
  const keys = offered.map(keyOf);
  const had = person.roles.map(keyOf).filter((key) => keys.includes(key));
  return (
    <>
      <Breadcrumbs
        trail={[
          page.region ? people(page) : { href: page.link("steward"), text: page.t("roles.stewardTitle") },
        ]}
      />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("roles.personLead")}</p>
      <Show when={!person.secondFactor}>
        <p class="notice">{page.t("roles.sleeps")}</p>
      </Show>
      <Form form={props.form} schema={rolesBody} submit={page.t("roles.save")}>
        <For each={places(offered)}>
          {(region, index) => (
            <Checks
              name="roles"
              {...(index() > 0 ? { part: index() } : {})}
              label={
                region === null
                  ? page.t("roles.wholePlatform")
                  : page.t("roles.inRegion", { region: nameOf(page, region) })
              }
              options={offered
                .filter((role) => role.region === region)
                .map((role) => ({
                  value: keyOf(role),
                  label: `${page.t(`roles.${role.role}`)}: ${page.t(`roles.means.${role.role}`)}`,
                }))}
            />
          )}
        </For>
        <For each={had}>{(key) => <HiddenField name="had" value={key} />}</For>
        <Check name="confirmed" label={page.t("roles.confirm")} />
      </Form>
    </>
  );
}

function people(page: ReturnType<typeof usePage>) {
  const region = page.region;
  return {
    href: page.link(`${region?.slug}/desk/people`),
    text: page.t("roles.people", { region: region ? page.regionName(region) : "" }),
  };
}

function nameOf(page: ReturnType<typeof usePage>, slug: string): string {
  const region = page.regions.find((one) => one.slug === slug);
  return region ? page.regionName(region) : slug;
}

function places(offered: readonly Role[]): (string | null)[] {
  return [...new Set(offered.map(({ region }) => region))];
}
