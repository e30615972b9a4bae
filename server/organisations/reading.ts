/** Who sees what of a profile: visitors what is public, signed-in people what is for members; staff's looks are noted. */
import { recordAudit } from "db/audit/changes.ts";
import { darkOrganisation, organisationBySlug } from "db/organisations/queries.ts";
import { transaction } from "db/transaction.ts";
import { type Actor, mayEdit, membershipIn } from "shared/accounts/rules.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import { type Reader, shownTo } from "shared/organisations/rules.ts";
import type { App } from "../app.ts";

interface Read {
  id: number;
  region: string;
}

export const READ = "profile.read";

export function readerOf(actor: Actor | null, organisation: Read): Reader {
  if (actor === null) return "visitor";
  return mayEdit(actor, organisation) ? "editor" : "person";
}

/** Staff of the region, or of the platform, that is not of the CSO itself. */
function looksAsStaff(actor: Actor | null, organisation: Read): actor is Actor {
  if (actor === null || membershipIn(actor, organisation) !== null) return false;
  return actor.roles.some(({ region }) => region === null || region === organisation.region);
}

/** Called wherever details that are not public are given out: the CSO sees in its history who looked. */
export async function noteRead(app: App, actor: Actor | null, organisation: Read): Promise<void> {
  if (!looksAsStaff(actor, organisation)) return;
  const { id, region } = organisation;
  await transaction(app.db, (tx) =>
    recordAudit(tx, app.secrets, { actor: actor.id, action: READ, target: `organisation:${id}`, region }),
  );
}

/** The profile with what is for members; null where it is not seen. */
export async function profileForPerson(app: App, actor: Actor, slug: string): Promise<Organisation | null> {
  const { queries } = app.db;
  const profile = await organisationBySlug(queries, slug, shownTo("person"));
  if (!profile) return darkForItsOwn(app, actor, slug);
  if (!looksAsStaff(actor, profile)) return profile;
  const inPublic = await organisationBySlug(queries, slug);
  if (JSON.stringify(inPublic) !== JSON.stringify(profile)) await noteRead(app, actor, profile);
  return profile;
}

/** A CSO that hides itself is there for those who keep it alone; staff that looks is written down. */
async function darkForItsOwn(app: App, actor: Actor, slug: string): Promise<Organisation | null> {
  const profile = await darkOrganisation(app.db.queries, slug, shownTo("person"));
  if (!profile || !mayEdit(actor, profile)) return null;
  await noteRead(app, actor, profile);
  return profile;
}
