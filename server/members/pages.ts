/** A CSO's members as pages: the list, and a form for each thing that may be done. */
import { ownOrganisation } from "db/organisations/own.ts";
import { mayOwn, membershipIn } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { TextKey } from "shared/i18n/text.ts";
import {
  changeMemberBody,
  handOverBody,
  invitationBody,
  inviteBody,
  leaveBody,
} from "shared/members/contract.ts";
import type { Region } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import { Refused, serveRegionForm } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { changeSeat, handOver, membersShown } from "./actions.ts";
import { invitationsShown, invite, resend, withdraw } from "./invitations.ts";
import { keepingOf } from "./routes.ts";

const AT = "/organisations/:slug/members";

export function memberPages(app: App): void {
  membersPage(app);
  memberForm(app);
  inviteForm(app);
  invitationForm(app);
  handOverForm(app);
  leaveForm(app);
}

interface Place {
  language: Language;
  region: Region;
  params: Record<string, string>;
}

const profileAt = ({ language, region, params }: Place) =>
  `/${language}/${region.slug}/organisations/${params.slug}`;
const membersAt = (place: Place) => `${profileAt(place)}/members`;

/** What the action refuses becomes a sentence at a field; any other failure stays one. */
function refusing(field: string, keys: Partial<Record<Failure["code"], TextKey>>) {
  return (error: unknown): never => {
    const key = error instanceof Failure ? keys[error.code] : undefined;
    if (key !== undefined) throw new Refused({ [field]: key });
    throw error;
  };
}

const idOf = (text: string | undefined) => (/^[1-9][0-9]{0,14}$/.test(text ?? "") ? Number(text) : 0);

function membersPage(app: App): void {
  serveRegionPage(app, {
    path: AT,
    rooms: [],
    who: "editor",
    load: async ({ t, ...visit }) => {
      const { actor, organisation } = keepingOf(visit);
      const isOwner = mayOwn(actor, organisation);
      const [members, invitations] = await Promise.all([
        membersShown(app, organisation.id),
        isOwner ? invitationsShown(app, organisation.id) : [],
      ]);
      const props = { organisation, members, invitations, isOwner, me: actor.id };
      return {
        view: { page: "Members", props },
        title: t("members.title", { name: organisation.name }),
        description: t("members.lead"),
        noIndex: true,
      };
    },
  });
}

function memberForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/:person`,
    who: "owner",
    body: changeMemberBody,
    load: async ({ params, ...visit }) => {
      const { organisation } = keepingOf(visit);
      const members = await membersShown(app, organisation.id);
      return { organisation, member: found(members.find(({ person }) => person.id === idOf(params.person))) };
    },
    fill: (_visit, { member }) => ({ role: member.role }),
    page: ({ t }, data, form) => ({
      view: { page: "Member", props: { ...data, form } },
      title: t("members.changeOf", { handle: data.member.person.handle }),
      description: t("members.lead"),
    }),
    act: async (visit, { member }, { role }) => {
      const next = role === "none" ? null : role;
      await changeSeat(app, keepingOf(visit), member.person.id, next).catch(
        refusing("role", { "last-owner": "members.lastOwner" }),
      );
      // Whoever gave up the own ownership sees the list no more, or only as its editor.
      const isOwn = member.person.id === visit.actor?.id && next !== "owner" && next !== "editor";
      return {
        to: isOwn ? profileAt(visit) : membersAt(visit),
        done: next === null ? "memberRemoved" : "memberChanged",
      };
    },
  });
}

function inviteForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/invite`,
    who: "owner",
    body: inviteBody,
    load: async (visit) => keepingOf(visit).organisation,
    fill: ({ language }) => ({ role: "editor", language }),
    page: ({ t }, organisation, form) => ({
      view: { page: "InviteMember", props: { organisation, form } },
      title: t("members.invite"),
      description: t("members.inviteLead"),
    }),
    act: async (visit, _organisation, body) => {
      await invite(app, keepingOf(visit), body).catch(
        refusing("email", { conflict: "members.invited", "too-many": "members.tooMany" }),
      );
      return { to: membersAt(visit), done: "memberInvited" };
    },
  });
}

function invitationForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/invitations/:invitation`,
    who: "owner",
    body: invitationBody,
    load: async ({ params, ...visit }) => {
      const { organisation } = keepingOf(visit);
      const open = await invitationsShown(app, organisation.id);
      return { organisation, invitation: found(open.find(({ id }) => id === idOf(params.invitation))) };
    },
    page: ({ t }, data, form) => ({
      view: { page: "Invitation", props: { ...data, form } },
      title: t("members.manageTitle", { email: data.invitation.email }),
      description: t("members.inviteLead"),
    }),
    act: async (visit, { invitation: { id } }, body) => {
      const keeping = keepingOf(visit);
      if (body.do === "withdraw") {
        await withdraw(app, keeping, id);
        return { to: membersAt(visit), done: "memberUninvited" };
      }
      await resend(app, keeping, id).catch(refusing("do", { "too-many": "members.tooSoon" }));
      return { to: membersAt(visit), done: "memberInvited" };
    },
  });
}

function handOverForm(app: App): void {
  serveRegionForm(app, {
    path: `${AT}/hand-over`,
    who: "owner",
    body: handOverBody,
    load: async (visit) => {
      const { actor, organisation } = keepingOf(visit);
      // An admin may help with the members, but has nothing to hand over.
      if (membershipIn(actor, organisation) !== "owner") throw new Failure("not-found");
      const members = await membersShown(app, organisation.id);
      return { organisation, others: members.filter(({ person }) => person.id !== actor.id) };
    },
    fill: () => ({ own: "editor" }),
    page: ({ t }, data, form) => ({
      view: { page: "HandOver", props: { ...data, form } },
      title: t("members.handOverTitle", { name: data.organisation.name }),
      description: t("members.handOverLead"),
    }),
    act: async (visit, { others }, { person, own }) => {
      if (!others.some((other) => other.person.id === person)) throw new Refused({ person: "form.misfit" });
      await handOver(app, keepingOf(visit), person, own === "none" ? null : own);
      return { to: own === "editor" ? membersAt(visit) : profileAt(visit), done: "handedOver" };
    },
  });
}

/** Also for posters: whoever is in may go. */
function leaveForm(app: App): void {
  serveRegionForm(app, {
    path: "/organisations/:slug/leave",
    who: "person",
    body: leaveBody,
    load: async ({ actor, region, params }) => {
      const organisation = found(await ownOrganisation(app.db.queries, region.slug, params.slug ?? ""));
      if (!membershipIn(actor, organisation)) throw new Failure("not-found");
      return organisation;
    },
    page: ({ t, actor }, organisation, form) => ({
      view: {
        page: "LeaveOrganisation",
        props: { organisation, form, isOwner: membershipIn(actor, organisation) === "owner" },
      },
      title: t("members.leaveTitle", { name: organisation.name }),
      description: t("members.leaveLead"),
    }),
    act: async (visit, organisation) => {
      const actor = found(visit.actor);
      await changeSeat(app, { actor, organisation }, actor.id, null).catch(
        refusing("leave", { "last-owner": "members.lastOwner" }),
      );
      return { to: `/${visit.language}/account`, done: "memberLeft" };
    },
  });
}
