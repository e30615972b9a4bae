/** Writes of roles; what is allowed was decided before, but for what only the transaction can know. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Role } from "shared/accounts/rules.ts";
import { roles } from "../accounts/tables.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";

interface Grant extends Role {
  personId: number;
}

const same = ({ personId, role, region }: Grant) =>
  and(
    eq(roles.personId, personId),
    eq(roles.role, role),
    region === null ? isNull(roles.region) : eq(roles.region, region),
  );

/** False where the person had it already. */
export async function giveRole(tx: Transaction, grant: Grant, grantedBy: number | null): Promise<boolean> {
  const given = await tx
    .insert(roles)
    .values({ ...grant, grantedBy })
    .onConflictDoNothing()
    .returning({ id: roles.id });
  return given.length > 0;
}

/** False where the person did not have it. */
export async function takeRole(tx: Transaction, grant: Grant): Promise<boolean> {
  const taken = await tx.delete(roles).where(same(grant)).returning({ id: roles.id });
  return taken.length > 0;
}

/** All stewards, kept as they are until the transaction ends: two who are taken the role at once wait for each other. */
export async function lockStewards(tx: Transaction): Promise<number[]> {
  const rows = await tx
    .select({ personId: roles.personId })
    .from(roles)
    .where(eq(roles.role, "steward"))
    .orderBy(roles.id)
    .for("update");
  return rows.map(({ personId }) => personId);
}

const givesSteward = sql`purpose = 'welcome' and data->'roles' @> '[{"role": "steward"}]' and used_at is null`;

/** Whether a link that makes a steward was made in the last minutes. */
export async function newStewardLink(db: Queries, minutes: number): Promise<boolean> {
  const found = await db.execute(
    sql`select 1 from links where ${givesSteward} and created_at > now() - make_interval(mins => ${minutes}) limit 1`,
  );
  return found.rows.length > 0;
}

/** Ends links for the first steward, those that no address was given for. */
export async function dropStewardLinks(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from links where ${givesSteward} and email is null`);
}
