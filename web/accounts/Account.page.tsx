/** The account: who one is here, what one may do, how one signs in and from where. */
import { SettingsForm } from "shared/accounts/forms.ts";
import type { Actor, MemberRole, Role } from "shared/accounts/rules.ts";
import { languageCodes, languages } from "shared/i18n/languages.ts";
import { For, type JSX, Show } from "solid-js";
import { ButtonForm, Check, Form, type FormState, Select } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { Devices, type ShownDevice } from "./Devices.tsx";
import { SignOut } from "./SignOut.tsx";

export interface AccountProps {
  form: FormState;
  person: {
    handle: string;
    email: string;
    isConfirmed: boolean;
    secondFactor: boolean;
    codesLeft: number;
    passkeys: number;
  };
  roles: readonly (Role & { asleep: boolean })[];
  memberships: Actor["memberships"];
  devices: readonly ShownDevice[];
  /** Staff is signed out sooner. */
  isStaff: boolean;
}

export function AccountPage(props: AccountProps) {
  const page = usePage();
  const { form, person } = props;
  return (
    <>
      <h1>{page.title}</h1>
      <dl class="facts">
        <Fact name={page.t("account.handle")} change="handle" label={page.t("account.changeHandle")}>
          <bdi>{person.handle}</bdi>
        </Fact>
        <Fact name={page.t("account.email")} change="email" label={page.t("account.changeEmail")}>
          <bdi>{person.email}</bdi>{" "}
          <Show when={!person.isConfirmed}>
            <span class="tag">{page.t("account.unconfirmed")}</span>
          </Show>
        </Fact>
      </dl>
      <Show when={!person.isConfirmed}>
        <ButtonForm
          form={form}
          action={page.link("account/email/confirmation")}
          label={page.t("account.confirmAgain")}
        />
      </Show>
      <div class="columns">
        <Memberships memberships={props.memberships} />
        <Roles roles={props.roles} secondFactor={person.secondFactor} isStaff={props.isStaff} />
      </div>
      <h2>{page.t("account.safety")}</h2>
      <ul class="plain">
        <li>
          <a href={page.link("account/password")}>{page.t("account.changePassword")}</a>
        </li>
        <li>
          <a href={page.link("account/second-factor")}>{page.t("account.secondFactor")}</a>{" "}
          <span class="tag">{page.t(person.secondFactor ? "account.on" : "account.off")}</span>{" "}
          <Show when={person.secondFactor}>
            <span class="muted">{page.t("secondFactor.left", { count: person.codesLeft })}</span>
          </Show>
        </li>
        <li>
          <a href={page.link("account/passkeys")}>{page.t("passkeys.title")}</a>{" "}
          <span class="tag">{page.number(person.passkeys)}</span>
        </li>
      </ul>
      <Devices form={form} devices={props.devices} />
      <Letters form={form} />
      <h2>{page.t("board.title")}</h2>
      <ul class="plain">
        <li>
          <a href={page.link("account/decisions")}>{page.t("moderation.own.title")}</a>
        </li>
        <li>
          <a href={page.link("account/blocks")}>{page.t("moderation.blocks.title")}</a>
        </li>
      </ul>
      <p>
        <a href={page.link("account/data")}>{page.t("personal.title")}</a>
      </p>
      <SignOut hidden={form.hidden} />
    </>
  );
}

function Fact(props: { name: string; change: string; label: string; children: JSX.Element }) {
  const page = usePage();
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        {props.children}{" "}
        <a href={page.link(`account/${props.change}`)} aria-label={props.label}>
          {page.t("account.change")}
        </a>
      </dd>
    </>
  );
}

export function memberRole(page: ReturnType<typeof usePage>, role: MemberRole): string {
  return page.t(`account.role.${role}`);
}

function Memberships(props: Pick<AccountProps, "memberships">) {
  const page = usePage();
  return (
    <section>
      <h2>{page.t("account.organisations")}</h2>
      <Show when={props.memberships.length > 0} fallback={<p>{page.t("account.noOrganisations")}</p>}>
        <ul class="plain">
          <For each={props.memberships}>
            {(one) => (
              <li>
                <a href={page.link(`${one.region}/organisations/${one.slug}`)}>
                  <bdi>{one.name}</bdi>
                </a>{" "}
                <span class="tag">{memberRole(page, one.role)}</span>
                <MembershipLinks membership={one} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** What a member does with the CSO. */
function MembershipLinks(props: { membership: AccountProps["memberships"][number] }) {
  const page = usePage();
  const { region, slug, name, role } = props.membership;
  const path = `${region}/organisations/${slug}`;
  return (
    <ul class="row">
      <Show when={role !== "poster"}>
        <li>
          <a href={page.link(`${path}/edit`)} aria-label={page.t("edit.title", { name })}>
            {page.t("account.editProfile")}
          </a>
        </li>
        <li>
          <a href={page.link(`${path}/members`)} aria-label={page.t("members.title", { name })}>
            {page.t("members.name")}
          </a>
        </li>
      </Show>
      <li>
        <a href={page.link(`${path}/leave`)} aria-label={page.t("members.leaveTitle", { name })}>
          {page.t("members.leave")}
        </a>
      </li>
    </ul>
  );
}

/** "Curator, Africa": what a role is, and where. */
export function roleWords(page: ReturnType<typeof usePage>, { role, region }: Role): string {
  const of = page.regions.find(({ slug }) => slug === region);
  const place = region === null ? page.t("account.everywhere") : of ? page.regionName(of) : region;
  return page.t("account.roleIn", { role: page.t(`account.role.${role}`), place });
}

/** Where the work of a role waits. */
function deskOf({ role, region }: Role): string | null {
  if (role === "steward") return "steward";
  return region === null ? null : `${region}/desk`;
}

function Roles(props: Pick<AccountProps, "roles" | "isStaff"> & { secondFactor: boolean }) {
  const page = usePage();
  return (
    <section>
      <h2>{page.t("account.roles")}</h2>
      <Show when={props.roles.length > 0} fallback={<p>{page.t("account.noRoles")}</p>}>
        <ul class="plain">
          <For each={props.roles}>
            {(one) => (
              <li>
                <Show when={one.asleep ? null : deskOf(one)} fallback={roleWords(page, one)}>
                  {(desk) => <a href={page.link(desk())}>{roleWords(page, one)}</a>}
                </Show>{" "}
                <Show when={one.asleep}>
                  <span class="tag">{page.t("account.asleep")}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.roles.some(({ asleep }) => asleep)}>
        <div class="notice">
          <p>{page.t("account.asleepHelp")}</p>
          <Show when={!props.secondFactor} fallback={<p>{page.t("account.wakeBySignIn")}</p>}>
            <p>
              <a href={page.link("account/second-factor")}>{page.t("account.turnOn")}</a>
            </p>
          </Show>
        </div>
      </Show>
      <Show when={props.isStaff}>
        <p class="muted">{page.t("account.idle")}</p>
      </Show>
    </section>
  );
}

function Letters(props: { form: FormState }) {
  const page = usePage();
  const options = languageCodes.map((code) => ({ value: code, label: languages[code].name }));
  return (
    <>
      <h2>{page.t("account.letters")}</h2>
      <Form form={props.form} schema={SettingsForm} submit={page.t("account.save")}>
        <Select name="language" label={page.t("account.language")} options={options} />
        <Check name="discreetMail" label={page.t("account.discreet")} />
      </Form>
      <ul class="plain">
        <li>
          <a href={page.link("account/notifications")}>{page.t("watch.notifications")}</a>
        </li>
        <li>
          <a href={page.link("account/watches")}>{page.t("watch.title")}</a>
        </li>
        <li>
          <a href={page.link("account/board-mail")}>{page.t("boardMail.title")}</a>
        </li>
      </ul>
    </>
  );
}
