/** The second factor: turning it on with a picture and a code, its recovery codes, turning it off. */
import { EnrolForm, FactorOffForm, ProofForm, withProof } from "shared/accounts/forms.ts";
import { For, Show } from "solid-js";
import { Form, type FormState, HiddenField, HiddenFields } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { CodeField, PresentPassword } from "./fields.tsx";

export interface Enrolment {
  /** Sealed, with what is shown here. */
  sealed: string;
  /** Base 32. */
  secret: string;
  uri: string;
  qr: { size: number; path: string };
}

export interface NewCodes {
  codes: readonly string[];
  /** The same, for the download. */
  sealed: string;
}

export interface SecondFactorProps {
  form: FormState;
  isAsked: boolean;
  /** Null where it is on. */
  enrolment: Enrolment | null;
  codesLeft: number;
  /** Shown once, right after they were made. */
  newCodes: NewCodes | null;
}

export function SecondFactorPage(props: SecondFactorProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <Show when={props.newCodes} fallback={<Present {...props} />}>
        {(made) => <Codes made={made()} form={props.form} />}
      </Show>
    </>
  );
}

function Present(props: SecondFactorProps) {
  return (
    <Show when={props.enrolment} fallback={<IsOn {...props} />}>
      {(enrolment) => <Enrol form={props.form} isAsked={props.isAsked} enrolment={enrolment()} />}
    </Show>
  );
}

function Enrol(props: { form: FormState; isAsked: boolean; enrolment: Enrolment }) {
  const page = usePage();
  const { qr, secret, uri, sealed } = props.enrolment;
  return (
    <>
      <p class="lead">{page.t("secondFactor.lead")}</p>
      <p>{page.t("secondFactor.scan")}</p>
      <svg
        class="qr"
        role="img"
        aria-label={page.t("secondFactor.picture")}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shape-rendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <dl class="facts">
        <dt>{page.t("secondFactor.key")}</dt>
        <dd>
          <code dir="ltr">{secret.replace(/.{4}(?=.)/g, "$& ")}</code>
        </dd>
      </dl>
      <p>
        <a href={uri}>{page.t("secondFactor.open")}</a>
      </p>
      <Form form={props.form} schema={withProof(EnrolForm, props.isAsked)} submit={page.t("account.turnOn")}>
        <HiddenField name="enrolment" value={sealed} />
        <CodeField label={page.t("secondFactor.code")} />
        <PresentPassword isAsked={props.isAsked} />
      </Form>
    </>
  );
}

function IsOn(props: SecondFactorProps) {
  const page = usePage();
  return (
    <>
      <p class="lead">{page.t("secondFactor.isOn")}</p>
      <p>{page.t("secondFactor.left", { count: props.codesLeft })}</p>
      <ul class="plain">
        <li>
          <a href={page.link("account/recovery-codes")}>{page.t("secondFactor.newCodes")}</a>
        </li>
        <li>
          <a href={page.link("account/second-factor/off")}>{page.t("account.turnOff")}</a>
        </li>
      </ul>
    </>
  );
}

function Codes(props: { made: NewCodes; form: FormState }) {
  const page = usePage();
  const { codes, sealed } = props.made;
  return (
    <>
      <h2>{page.t("secondFactor.codes")}</h2>
      <p>{page.t("secondFactor.codesLead")}</p>
      <ul class="columns plain">
        <For each={codes}>
          {(code) => (
            <li>
              <code dir="ltr">{code}</code>
            </li>
          )}
        </For>
      </ul>
      <form method="post" action={page.link("account/recovery-codes/download")}>
        <HiddenFields values={{ ...props.form.hidden, sealed }} />
        <button type="submit">{page.t("secondFactor.download")}</button>
      </form>
      <p>
        <a href={page.link("account")}>{page.t("secondFactor.written")}</a>
      </p>
    </>
  );
}

export function SecondFactorOffPage(props: { form: FormState }) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("secondFactor.offLead")}</p>
      <Form form={props.form} schema={FactorOffForm} submit={page.t("account.turnOff")}>
        <PresentPassword isAsked />
        <CodeField label={page.t("signIn.code")} />
      </Form>
    </>
  );
}

export interface RecoveryCodesProps {
  form: FormState;
  isAsked: boolean;
  newCodes: NewCodes | null;
}

export function RecoveryCodesPage(props: RecoveryCodesProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <Show
        when={props.newCodes}
        fallback={
          <>
            <p class="lead">{page.t("secondFactor.newCodesLead")}</p>
            <Form
              form={props.form}
              schema={withProof(ProofForm, props.isAsked)}
              submit={page.t("secondFactor.newCodes")}
            >
              <CodeField label={page.t("signIn.code")} />
              <PresentPassword isAsked={props.isAsked} />
            </Form>
          </>
        }
      >
        {(made) => <Codes made={made()} form={props.form} />}
      </Show>
    </>
  );
}
