/** The members of a CSO, and for its owners the invitations that are open. */

import { languages } from "shared/i18n/languages.ts";
import type { Invitation, Member } from "shared/members/contract.ts";
import { For, Show } from "solid-js";
import { PartialDate } from "../components/facts.tsx";
import { Empty } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { OwnLinks } from "../organisations/OwnLinks.tsx";
import { type NamedOrganisation, ProfileTrail } from "./ProfileTrail.tsx";

export interface MembersProps {
  organisation: NamedOrganisation & { dark: boolean };
  members: Member[];
  invitations: Invitation[];
  isOwner: boolean;
  /** The reader's own id. */
  me: number;
}

export function MembersPage(props: MembersProps) {
  const page = usePage();
  const { organisation, me } = props;
  const path = `${organisation.region}/organisations/${organisation.slug}`;
  const own = () => props.members.find(({ person }) => person.id === me);
  return (
    <>
      <ProfileTrail organisation={organisation} />
      <h1>{page.title}</h1>
      <OwnLinks organisation={organisation} own={{ isDark: organisation.dark }} />
      <p class="lead">{page.t("members.lead")}</p>
      <p class="row">
        <Show when={props.isOwner}>
          <a class="button" href={page.link(`${path}/members/invite`)}>
            {page.t("members.invite")}
          </a>
        </Show>
        <Show when={own()?.role === "owner"}>
          <a href={page.link(`${path}/members/hand-over`)}>{page.t("members.handOver")}</a>
        </Show>
        <Show when={own()}>
          <a href={page.link(`${path}/leave`)}>{page.t("members.leave")}</a>
        </Show>
      </p>
      <Show when={props.members.length > 0} fallback={<Empty>{page.t("members.none")}</Empty>}>
        <MemberTable {...props} path={`${path}/members`} />
      </Show>
      <Show when={props.invitations.length > 0}>
        <h2>{page.t("members.invitations")}</h2>
        <InvitationTable {...props} path={`${path}/members/invitations`} />
      </Show>
    </>
  );
}

function MemberTable(props: MembersProps & { path: string }) {
  const page = usePage();
  return (
    <section class="scroll" aria-label={page.title} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">{page.t("members.handle")}</th>
            <th scope="col">{page.t("members.role")}</th>
            <th scope="col">{page.t("members.since")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.members}>
            {({ person, role, since }) => (
              <tr>
                <th scope="row">
                  <bdi>{person.handle}</bdi>{" "}
                  <Show when={person.id === props.me}>
                    <span class="tag">{page.t("members.you")}</span>
                  </Show>
                </th>
                <td>
                  {page.t(`members.role.${role}`)}{" "}
                  <Show when={props.isOwner}>
                    <br />
                    <a href={page.link(`${props.path}/${person.id}`)}>
                      {page.t("members.change")} <span class="visually-hidden">{person.handle}</span>
                    </a>
                  </Show>
                </td>
                <td>
                  <PartialDate on={since.slice(0, 10)} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function InvitationTable(props: MembersProps & { path: string }) {
  const page = usePage();
  return (
    <ul class="cards">
      <For each={props.invitations}>
        {({ id, email, role, language, sentAt, expiresAt }) => (
          <li class="card">
            <h3>
              <bdi>{email}</bdi>
            </h3>
            <p class="muted">
              {page.t(`members.role.${role}`)} · <span lang={language}>{languages[language].name}</span>
              <br />
              {page.t("members.sentOn")} <PartialDate on={sentAt.slice(0, 10)} />
              <br />
              {page.t("members.openUntil")} <PartialDate on={expiresAt.slice(0, 10)} />
            </p>
            <a href={page.link(`${props.path}/${id}`)}>
              {page.t("members.manage")} <span class="visually-hidden">{email}</span>
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}
