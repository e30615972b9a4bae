/** Behind the link to a new account: creating it, or adding what it gives to the account one has. */
import { WelcomeForm } from "shared/accounts/forms.ts";
import type { MemberRole, Role } from "shared/accounts/rules.ts";
import { languageCodes, languages } from "shared/i18n/languages.ts";
import { For, Show } from "solid-js";
import { ButtonForm, Form, type FormState, Select, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { memberRole, roleWords } from "./Account.page.tsx";
import { HandleField } from "./Credentials.page.tsx";
import { NewPassword } from "./fields.tsx";
import { SignOut } from "./SignOut.tsx";

export interface ShownGives {
  roles: readonly Role[];
  memberships: readonly { role: MemberRole; name: string }[];
  regions: readonly string[];
}

export interface WelcomeProps {
  form: FormState;
  /** `new`: nobody has the address. `sign-in`: somebody has. `add`: it is the signed-in person's. `other`: somebody else is signed in. */
  state: "new" | "sign-in" | "add" | "other";
  token: string;
  /** Null: the person gives one. */
  email: string | null;
  /** Who is signed in. */
  handle: string | null;
  gives: ShownGives;
}

export function WelcomePage(props: WelcomeProps) {
  const page = usePage();
  const { state, handle } = props;
  const back = `/${page.language}/account/welcome?token=${encodeURIComponent(props.token)}`;
  return (
    <>
      <h1>{page.title}</h1>
      <Given gives={props.gives} />
      <Show when={state === "new"}>
        <Create form={props.form} email={props.email} />
      </Show>
      <Show when={state === "sign-in"}>
        <p>{page.t("welcome.exists")}</p>
        <p>
          <a class="button" href={page.link("sign-in", { next: back })}>
            {page.t("signIn.title")}
          </a>
        </p>
      </Show>
      <Show when={state === "add"}>
        <p>{page.t("welcome.addLead", { handle: handle ?? "" })}</p>
        <ButtonForm
          form={props.form}
          action={page.link("account/welcome/add")}
          values={{ token: props.token }}
          label={page.t("welcome.add")}
        />
      </Show>
      <Show when={state === "other"}>
        <p>{page.t("welcome.otherAccount", { handle: handle ?? "" })}</p>
        <SignOut hidden={props.form.hidden} />
      </Show>
    </>
  );
}

function Given(props: { gives: ShownGives }) {
  const page = usePage();
  const region = (slug: string) => {
    const known = page.regions.find((one) => one.slug === slug);
    return page.t("welcome.region", { region: known ? page.regionName(known) : slug });
  };
  const lines = [
    ...props.gives.roles.map((role) => roleWords(page, role)),
    ...props.gives.memberships.map(({ role, name }) =>
      page.t("welcome.inOrganisation", { role: memberRole(page, role), organisation: name }),
    ),
    ...props.gives.regions.map(region),
  ];
  return (
    <Show when={lines.length > 0}>
      <p>{page.t("welcome.gives")}</p>
      <ul>
        <For each={lines}>{(line) => <li>{line}</li>}</For>
      </ul>
    </Show>
  );
}

function Create(props: { form: FormState; email: string | null }) {
  const page = usePage();
  const options = languageCodes.map((code) => ({ value: code, label: languages[code].name }));
  return (
    <>
      <Show when={props.email}>{(email) => <p>{page.t("welcome.lead", { email: email() })}</p>}</Show>
      <Form form={props.form} schema={WelcomeForm} submit={page.t("welcome.submit")}>
        <HandleField label={page.t("welcome.handle")} />
        <Show when={props.email === null}>
          <TextField name="email" label={page.t("account.email")} type="email" autocomplete="email" />
        </Show>
        <NewPassword label={page.t("welcome.password")} />
        <Select name="language" label={page.t("account.language")} options={options} />
      </Form>
    </>
  );
}
