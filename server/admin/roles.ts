/** `roles list|grant|revoke`: what stewards do on their page, by command. */
import { allRegions } from "db/regions/queries.ts";
import { type PersonWithRoles, personNamed, staffOf } from "db/roles/queries.ts";
import { transaction } from "db/transaction.ts";
import { type Role, type StaffRole, staffRoles } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import { StartFailure } from "shared/startFailure.ts";
import { writeRoles } from "../roles/actions.ts";
import type { Desk } from "./run.ts";

const inWords = ({ role, region }: Role) => (region === null ? role : `${role} of ${region}`);

export async function list(desk: Desk, [region]: string[]): Promise<void> {
  if (region !== undefined) await checkRegion(desk, region);
  const staff = await staffOf(desk.db.queries, region ?? null);
  if (staff.length === 0) desk.say("Nobody has a role.");
  for (const { handle, roles, secondFactor } of staff) {
    const sleeps = secondFactor ? "" : " (asleep: no second factor)";
    desk.say(`${handle}: ${roles.map(inWords).join(", ")}${sleeps}`);
  }
}

export async function grant(desk: Desk, words: string[]): Promise<void> {
  const { person, role } = await asked(desk, words);
  const done = await transaction(desk.db, (tx) =>
    writeRoles(tx, desk.secrets, { personId: person.id, give: [role], take: [] }, null),
  );
  desk.say(
    done.length > 0
      ? `${person.handle} is now ${inWords(role)}.`
      : `${person.handle} was ${inWords(role)} already.`,
  );
}

export async function revoke(desk: Desk, words: string[]): Promise<void> {
  const { person, role } = await asked(desk, words);
  const done = await transaction(desk.db, (tx) =>
    writeRoles(tx, desk.secrets, { personId: person.id, give: [], take: [role] }, null),
  ).catch((error: unknown) => {
    if (!(error instanceof Failure && error.code === "last-steward")) throw error;
    throw new StartFailure(`${person.handle} is the only steward: make somebody else one first.`);
  });
  if (done.length === 0) throw new StartFailure(`${person.handle} is not ${inWords(role)}.`);
  desk.say(`${person.handle} is no longer ${inWords(role)}.`);
}

async function asked(desk: Desk, [name = "", roleName = "", region]: string[]) {
  const role = staffRoles.find((one) => one === roleName);
  if (!role) throw new StartFailure(`There is no role "${roleName}": it is one of ${staffRoles.join(", ")}.`);
  return { person: await personCalled(desk, name), role: await placed(desk, role, region) };
}

async function placed(desk: Desk, role: StaffRole, region: string | undefined): Promise<Role> {
  if (role === "steward") {
    if (region !== undefined)
      throw new StartFailure("A steward is one of the whole platform, without a region.");
    return { role, region: null };
  }
  if (region === undefined) throw new StartFailure(`Of which region? For example: ${role} africa.`);
  await checkRegion(desk, region);
  return { role, region };
}

async function checkRegion({ db }: Desk, region: string): Promise<void> {
  const slugs = (await allRegions(db.queries)).map(({ slug }) => slug);
  if (slugs.includes(region)) return;
  throw new StartFailure(`There is no region "${region}": it is one of ${slugs.join(", ")}.`);
}

export async function personCalled({ db }: Desk, name: string): Promise<PersonWithRoles> {
  const person = await personNamed(db.queries, name);
  if (!person) throw new StartFailure(`There is no account with the handle or e-mail "${name}".`);
  return person;
}
