/** People and their roles as pages: of a region for its admins, of the platform for stewards. */
import { personById, staffOf } from "db/roles/queries.ts";
import type { Role, StaffRole } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { peopleQuery, rolesBody } from "shared/roles/contract.ts";
import { rolesToGive } from "shared/roles/rules.ts";
import type { App } from "../app.ts";
import { Refused, serveForm, serveRegionForm } from "../form.ts";
import { servePage, serveRegionPage } from "../page.ts";
import { changeRoles } from "./actions.ts";
import { peoplePart, personAsked } from "./people.ts";

export function rolePages(app: App): void {
  peoplePage(app);
  stewardPage(app);
  regionRolesForm(app);
  allRolesForm(app);
}

function peoplePage(app: App): void {
  serveRegionPage(app, {
    path: "/desk/people",
    rooms: [],
    who: "admin",
    query: peopleQuery,
    load: async ({ region, language, t, query }) => {
      const [staff, members, asked] = await Promise.all([
        staffOf(app.db.queries, region.slug),
        peoplePart(app, region.slug, query),
        personAsked(app, query.handle),
      ]);
      return {
        view: { page: "People", props: { staff, members, asked, handle: query.handle ?? "" } },
        title: t("roles.people", { region: region.names[language] ?? region.slug }),
        description: t("roles.peopleLead"),
        noIndex: true,
      };
    },
  });
}

function stewardPage(app: App): void {
  servePage(app, {
    path: "/steward",
    rooms: [],
    who: "steward",
    query: peopleQuery,
    load: async ({ t, query }) => {
      const [staff, asked] = await Promise.all([
        staffOf(app.db.queries, null),
        personAsked(app, query.handle),
      ]);
      return {
        view: { page: "Steward", props: { staff, asked, handle: query.handle ?? "" } },
        title: t("roles.stewardTitle"),
        description: t("roles.stewardLead"),
        noIndex: true,
      };
    },
  });
}

/** A role as a form's value: "admin:africa", "steward". */
export const keyOfRole = ({ role, region }: Role) => (region === null ? role : `${role}:${region}`);

function roleOf(key: string): Role {
  const [role, region = null] = key.split(":");
  return { role: role as StaffRole, region };
}

/** Anybody may be given a role here: whoever is to moderate a region need not be a member in it. */
async function personAt(app: App, id: string | undefined) {
  return found(/^[1-9][0-9]{0,14}$/.test(id ?? "") ? await personById(app.db.queries, Number(id)) : null);
}

const changed = ({ roles, had }: { roles: string[]; had: string[] }) => ({
  give: roles.filter((key) => !had.includes(key)).map(roleOf),
  take: had.filter((key) => !roles.includes(key)).map(roleOf),
});

function confirm({ confirmed }: { confirmed: boolean }): void {
  if (!confirmed) throw new Refused({ confirmed: "roles.confirmMissing" });
}

/** The only steward, told at the field. */
function refuseLast(error: unknown): never {
  if (error instanceof Failure && error.code === "last-steward") {
    throw new Refused({ roles: "roles.lastSteward" });
  }
  throw error;
}

function regionRolesForm(app: App): void {
  serveRegionForm(app, {
    path: "/desk/people/:person",
    who: "admin",
    body: rolesBody,
    load: ({ params }) => personAt(app, params.person),
    fill: ({ region }, person) => ({
      roles: person.roles.filter((role) => role.region === region.slug).map(keyOfRole),
    }),
    page: ({ actor, region, t }, person, form) => ({
      view: {
        page: "PersonRoles",
        props: {
          person,
          form,
          offered: rolesToGive(actor, region.slug).map((role) => ({ role, region: region.slug })),
        },
      },
      title: t("roles.personTitle", { handle: person.handle }),
      description: t("roles.personLead"),
    }),
    act: async ({ actor, region, language }, person, body) => {
      confirm(body);
      const change = { personId: person.id, ...changed(body) };
      if ([...change.give, ...change.take].some((role) => role.region !== region.slug))
        throw new Failure("forbidden");
      await changeRoles(app, actor, change);
      return { to: `/${language}/${region.slug}/desk/people`, done: "rolesChanged" };
    },
  });
}

function allRolesForm(app: App): void {
  serveForm(app, {
    path: "/steward/people/:person",
    who: "steward",
    body: rolesBody,
    load: ({ params }) => personAt(app, params.person),
    fill: (_visit, person) => ({ roles: person.roles.map(keyOfRole) }),
    page: ({ actor, t }, person, form) => ({
      view: { page: "PersonRoles", props: { person, form, offered: everyRole(app, actor) } },
      title: t("roles.personTitle", { handle: person.handle }),
      description: t("roles.personLead"),
    }),
    act: async ({ actor, language }, person, body) => {
      confirm(body);
      await changeRoles(app, actor, { personId: person.id, ...changed(body) }).catch(refuseLast);
      return { to: `/${language}/steward`, done: "rolesChanged" };
    },
  });
}

function everyRole(app: App, actor: Parameters<typeof rolesToGive>[0]): Role[] {
  const ofRegions = app
    .regions()
    .flatMap(({ slug }) => rolesToGive(actor, slug).map((role): Role => ({ role, region: slug })));
  return [{ role: "steward", region: null }, ...ofRegions];
}
