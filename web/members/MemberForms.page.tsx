/** The forms by which a CSO's members change: role, invitation, hand-over, leaving. */
import { memberRoles } from "shared/accounts/rules.ts";
import { languageCodes, languages } from "shared/i18n/languages.ts";
import {
  changeMemberBody,
  handOverBody,
  type Invitation,
  invitationBody,
  inviteBody,
  leaveBody,
  type Member,
} from "shared/members/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState, HiddenField, Radios, Select, TextField } from "../components/forms.tsx";
import { Empty } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { type NamedOrganisation, ProfileTrail } from "./ProfileTrail.tsx";

interface FormProps {
  organisation: NamedOrganisation;
  form: FormState;
}

const roleOptions = (page: Page) =>
  memberRoles.map((role) => ({
    value: role,
    label: `${page.t(`members.role.${role}`)}: ${page.t(`members.means.${role}`)}`,
  }));

export function MemberPage(props: FormProps & { member: Member }) {
  const page = usePage();
  return (
    <>
      <ProfileTrail organisation={props.organisation} members />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("members.changeLead", { handle: props.member.person.handle })}</p>
      <Form form={props.form} schema={changeMemberBody} submit={page.t("members.save")}>
        <Radios
          name="role"
          label={page.t("members.role")}
          options={[...roleOptions(page), { value: "none", label: page.t("members.role.none") }]}
        />
      </Form>
    </>
  );
}

export function InviteMemberPage(props: FormProps) {
  const page = usePage();
  return (
    <>
      <ProfileTrail organisation={props.organisation} members />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("members.inviteLead")}</p>
      <Form form={props.form} schema={inviteBody} submit={page.t("members.send")}>
        <TextField name="email" label={page.t("members.email")} type="email" />
        <Radios name="role" label={page.t("members.role")} options={roleOptions(page)} />
        <Select
          name="language"
          label={page.t("members.language")}
          options={languageCodes.map((code) => ({ value: code, label: languages[code].name }))}
        />
      </Form>
    </>
  );
}

export function InvitationPage(props: FormProps & { invitation: Invitation }) {
  const page = usePage();
  return (
    <>
      <ProfileTrail organisation={props.organisation} members />
      <h1>{page.title}</h1>
      <Form form={props.form} schema={invitationBody} submit={page.t("members.save")}>
        <Radios
          name="do"
          label={page.t("members.manage")}
          hint={page.t("members.resendHint")}
          options={[
            { value: "resend", label: page.t("members.resend") },
            { value: "withdraw", label: page.t("members.withdraw") },
          ]}
        />
      </Form>
    </>
  );
}

export function HandOverPage(props: FormProps & { others: Member[] }) {
  const page = usePage();
  const nobody = <Empty>{page.t("members.handOverNobody")}</Empty>;
  return (
    <>
      <ProfileTrail organisation={props.organisation} members />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("members.handOverLead")}</p>
      <Show when={props.others.length > 0} fallback={nobody}>
        <Form form={props.form} schema={handOverBody} submit={page.t("members.handOver")}>
          <Radios
            name="person"
            label={page.t("members.handOverTo")}
            options={props.others.map(({ person, role }) => ({
              value: String(person.id),
              label: `${person.handle} (${page.t(`members.role.${role}`)})`,
            }))}
          />
          <Radios
            name="own"
            label={page.t("members.handOverThen")}
            options={(["editor", "poster", "none"] as const).map((value) => ({
              value,
              label: page.t(`members.role.${value}`),
            }))}
          />
        </Form>
      </Show>
    </>
  );
}

export function LeaveOrganisationPage(props: FormProps & { isOwner: boolean }) {
  const page = usePage();
  const { region, slug } = props.organisation;
  return (
    <>
      <ProfileTrail organisation={props.organisation} />
      <h1>{page.title}</h1>
      <p class="lead" id="f-leave">
        {page.t("members.leaveLead")}
      </p>
      <Show when={props.isOwner}>
        <p>
          <a href={page.link(`${region}/organisations/${slug}/members/hand-over`)}>
            {page.t("members.handOver")}
          </a>
        </p>
      </Show>
      <Form form={props.form} schema={leaveBody} submit={page.t("members.leaveButton")}>
        <HiddenField name="leave" value="yes" />
      </Form>
    </>
  );
}
