/** Changes of a profile by those who keep it: merged with what others changed meanwhile, checked, written, recorded. */
import { recordAudit } from "db/audit/changes.ts";
import { addPicture, dropPicture } from "db/files/changes.ts";
import { setLogo, writeProfile } from "db/organisations/changes.ts";
import type { OwnOrganisation } from "db/organisations/own.ts";
import { lockProfile, ownProfile, profileRevisions } from "db/organisations/profile.ts";
import { recordRevision } from "db/revisions/changes.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { type Actor, hasRole, membershipIn } from "shared/accounts/rules.ts";
import { found } from "shared/failure.ts";
import { type Conflict, flatten, merge, undone } from "shared/organisations/flat.ts";
import type { OwnProfile } from "shared/organisations/profile.ts";
import type { FieldChange, Flat } from "shared/organisations/rules.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { asFiles } from "../files/actions.ts";
import type { MadeVariant } from "../files/decoder.ts";

export interface ProfileEdit {
  organisation: OwnOrganisation;
  actor: Actor;
  /** The profile's version that the change was made from. */
  version: number;
  /** What was sent, seen from the profile of that version. */
  yours(base: Flat, now: Flat): Flat;
  /** A new logo, null to take it away, undefined to leave it. */
  logo?: readonly MadeVariant[] | null | undefined;
  /** Whether the editor has looked at all of it, so that it is true today. */
  isWhole: boolean;
}

export interface EditOutcome {
  /** As it is now, whether or not something was written. */
  profile: OwnProfile;
  /** Fields that somebody else changed meanwhile to something else; nothing is written where there are any. */
  conflicts: Conflict[];
  /** What was to be written, without the conflicts. */
  changes: Flat;
}

/** A member of the CSO, or the staff that helps it. */
export function actedAs(actor: Actor, organisation: OwnOrganisation): "member" | "admin" | "steward" {
  if (membershipIn(actor, organisation) !== null) return "member";
  return hasRole(actor, "steward", null) ? "steward" : "admin";
}

export function editProfile(app: App, edit: ProfileEdit): Promise<EditOutcome> {
  const { organisation, version } = edit;
  return transaction(app.db, async (tx) => {
    await lockProfile(tx, organisation.id);
    const profile = found(await ownProfile(tx, organisation.id));
    const now = flatten(profile);
    const later = await profileRevisions(tx, organisation.id, { afterVersion: version });
    const base = undone(now, later);
    const { changes, conflicts } = merge(base, now, edit.yours(base, now));
    if (conflicts.length > 0) return { profile, conflicts, changes };
    await save(app, tx, edit, now, changes);
    return { profile: found(await ownProfile(tx, organisation.id)), conflicts: [], changes };
  });
}

async function save(app: App, tx: Transaction, edit: ProfileEdit, now: Flat, changes: Flat): Promise<void> {
  const { organisation, actor, isWhole } = edit;
  const as = actedAs(actor, organisation);
  const confirmedOn = isWhole && as === "member" ? dayOf(app.now()) : null;
  const logo = await saveLogo(app, tx, edit);
  if (Object.keys(changes).length === 0 && logo === null && confirmedOn === null) return;
  const { before, after, version } = await writeProfile(tx, {
    id: organisation.id,
    now,
    changes,
    confirmedOn,
  });
  const change = { before: { ...before, ...logo?.before }, after: { ...after, ...logo?.after } };
  if (Object.keys(change.after).length === 0) return;
  await recordRevision(tx, {
    kind: "organisation",
    ref: String(organisation.id),
    region: organisation.region,
    version,
    ...change,
    personId: actor.id,
    actedAs: as,
  });
  if (as === "member") return;
  const target = `organisation:${organisation.id}`;
  await recordAudit(tx, app.secrets, {
    actor: actor.id,
    action: "profile.edited",
    target,
    region: organisation.region,
    value: change.after,
  });
}

/** A logo that is replaced or taken away is gone with all its sizes: history says that there was one, and no more. */
async function saveLogo(
  app: App,
  tx: Transaction,
  { organisation: { id }, actor, logo }: ProfileEdit,
): Promise<FieldChange | null> {
  if (logo === undefined) return null;
  const set = logo === null ? null : app.secrets.newToken();
  const before = await setLogo(tx, id, set);
  if (before === null && set === null) return null;
  if (before !== null) await dropPicture(tx, before);
  if (set !== null && logo) {
    const files = asFiles(app, `organisation:${id}`, logo);
    await addPicture(tx, { ownerKind: "organisation", ownerId: id, set, uploadedBy: actor.id, files });
  }
  return { before: { logo: before !== null }, after: { logo: set !== null } };
}
