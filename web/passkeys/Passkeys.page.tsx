/** A person's passkeys: those there are, one button to remove each, and the island that makes another. */

import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import PasskeyAdd from "./PasskeyAdd.island.tsx";

export interface ListedPasskey {
  id: number;
  name: string;
  madeOn: string;
  usedOn: string | null;
}

export interface PasskeysProps {
  passkeys: readonly ListedPasskey[];
  /** The most that there may be. */
  most: number;
  maxName: number;
  /** Whether the platform was asked for by a name, which passkeys belong to. */
  isNamed: boolean;
  hidden: FormState["hidden"];
}

export function PasskeysPage(props: PasskeysProps) {
  const page = usePage();
  const { passkeys, most } = props;
  return (
    <article>
      <p class="breadcrumbs">
        <a href={page.link("account")}>{page.t("account.title")}</a>
      </p>
      <h1>{page.title}</h1>
      <p>{page.t("passkeys.lead")}</p>
      <Show when={passkeys.length > 0} fallback={<p>{page.t("passkeys.none")}</p>}>
        <ul class="cards">
          <For each={passkeys}>{(passkey) => <Held passkey={passkey} hidden={props.hidden} />}</For>
        </ul>
        <p class="muted">{page.t("passkeys.removeLead")}</p>
      </Show>
      <h2>{page.t("passkeys.add")}</h2>
      <Show when={props.isNamed} fallback={<p class="notice">{page.t("passkeys.needsName")}</p>}>
        <Show
          when={passkeys.length < most}
          fallback={<p>{page.t("passkeys.most", { count: passkeys.length })}</p>}
        >
          <Add maxName={props.maxName} />
        </Show>
      </Show>
    </article>
  );
}

function Held(props: { passkey: ListedPasskey; hidden: FormState["hidden"] }) {
  const page = usePage();
  const { id, name, madeOn, usedOn } = props.passkey;
  return (
    <li class="card">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p>
        {page.t("passkeys.made", { day: formatPartialDate(madeOn, page.locale) })}
        <br />
        {usedOn === null
          ? page.t("passkeys.unused")
          : page.t("passkeys.used", { day: formatPartialDate(usedOn, page.locale) })}
      </p>
      <ButtonForm
        form={{ hidden: props.hidden }}
        action={page.link(`account/passkeys/${id}/remove`)}
        label={page.t("passkeys.removeNamed", { name })}
      />
    </li>
  );
}

function Add(props: { maxName: number }) {
  const page = usePage();
  const texts = {
    name: page.t("passkeys.name"),
    nameHint: page.t("passkeys.nameHint"),
    password: page.t("passkeys.password"),
    add: page.t("passkeys.add"),
    fill: page.t("passkeys.fill"),
    asking: page.t("passkeys.asking"),
    cancelled: page.t("passkeys.cancelled"),
    known: page.t("passkeys.known"),
    wrongPassword: page.t("passkeys.wrongPassword"),
    needsFactor: page.t("passkeys.needsFactor"),
    wait: page.t("passkeys.wait"),
    failed: page.t("passkeys.failed"),
  };
  return (
    <>
      <Island
        name="PasskeyAdd"
        component={PasskeyAdd}
        props={{
          texts,
          maxName: props.maxName,
          done: page.link("account/passkeys", { done: "passkey-added" }),
        }}
      />
      <noscript>
        <p class="notice">
          {page.t("passkeys.needsScript")}{" "}
          <a href={page.link("account/second-factor")}>{page.t("passkeys.toSecondFactor")}</a>
        </p>
      </noscript>
    </>
  );
}
