/** A CSO's members: roles change, people leave, and one owner always stays. */
import { recordAudit } from "db/audit/changes.ts";
import { lockSeats, removeMember, setMemberRole } from "db/members/changes.ts";
import { membersOf } from "db/members/queries.ts";
import type { OwnOrganisation } from "db/organisations/own.ts";
import { letterAddress } from "db/roles/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor, MemberRole } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { isLanguage } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { Member } from "shared/members/contract.ts";
import { leavesNoOwner } from "shared/members/rules.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";

/** Who acts, and on which CSO. */
export interface Keeping {
  actor: Actor;
  organisation: OwnOrganisation;
}

export async function membersShown(app: App, organisationId: number): Promise<Member[]> {
  const rows = await membersOf(app.db.queries, organisationId);
  return rows.map(({ personId, handle, role, since }) => ({
    person: { id: personId, handle },
    role,
    since: since.toISOString(),
  }));
}

/** `next`: null ends the membership. Throws `not-found` for no member, `last-owner` where no owner would be left. */
export async function changeSeat(
  app: App,
  keeping: Keeping,
  personId: number,
  next: MemberRole | null,
): Promise<void> {
  await transaction(app.db, async (tx) => {
    const changed = await writeSeat(tx, keeping.organisation.id, personId, next);
    if (!changed) return;
    if (personId !== keeping.actor.id) await tellOfSeat(app, tx, { ...keeping, personId, next });
    await audited(app, tx, keeping, personId, next);
  });
}

/** False where nothing changes. */
async function writeSeat(
  tx: Transaction,
  organisationId: number,
  personId: number,
  next: MemberRole | null,
): Promise<boolean> {
  const seats = await lockSeats(tx, organisationId);
  const seat = found(seats.find((one) => one.personId === personId));
  if (seat.role === next) return false;
  if (leavesNoOwner(seats, personId, next)) throw new Failure("last-owner");
  const of = { organisationId, personId };
  await (next === null ? removeMember(tx, of) : setMemberRole(tx, of, next));
  return true;
}

/** Makes another member an owner and steps back, in one: there is no moment without an owner. */
export async function handOver(
  app: App,
  keeping: Keeping,
  to: number,
  then: MemberRole | null,
): Promise<void> {
  const { actor, organisation } = keeping;
  await transaction(app.db, async (tx) => {
    const isNew = await writeSeat(tx, organisation.id, to, "owner");
    if (isNew) await tellOfSeat(app, tx, { ...keeping, personId: to, next: "owner" });
    const stepped = await writeSeat(tx, organisation.id, actor.id, then);
    if (isNew) await audited(app, tx, keeping, to, "owner");
    if (stepped) await audited(app, tx, keeping, actor.id, then);
  });
}

async function audited(
  app: App,
  tx: Transaction,
  { actor, organisation }: Keeping,
  personId: number,
  next: MemberRole | null,
): Promise<void> {
  const action = next !== null ? `member.${next}` : personId === actor.id ? "member.left" : "member.removed";
  await recordAudit(tx, app.secrets, {
    actor: actor.id,
    action,
    target: `organisation:${organisation.id} person:${personId}`,
    region: organisation.region,
  });
}

interface SeatLetter extends Keeping {
  personId: number;
  next: MemberRole | null;
}

async function tellOfSeat(app: App, tx: Transaction, { organisation, personId, next }: SeatLetter) {
  const address = await letterAddress(tx, personId);
  if (!address) return;
  const language = isLanguage(address.language) ? address.language : "en";
  const t = textsIn(language);
  const { name } = organisation;
  await sendLetter(app, tx, {
    to: address.email,
    language,
    subject: t("members.letter.subject"),
    lines: [
      next === null
        ? t("members.letter.removed", { name })
        : t("members.letter.changed", { name, role: t(`members.role.${next}`) }),
    ],
    button: { label: t("members.letter.button"), url: `${app.origin()}/${language}/account` },
    category: "membership",
  });
}
