/** Reads of the contact room: where letters to a CSO go. Only letters are given these addresses. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export interface Recipient {
  email: string;
  /** In which it reads, as far as the platform knows. */
  language: string;
}

export interface Addressee {
  id: number;
  slug: string;
  name: string;
  region: string;
  /** Its own address, whoever may see it; where it has none, those of its owners. */
  recipients: Recipient[];
}

const own = sql`case when o.email is not null
  then json_build_array(json_build_object('email', o.email, 'language', o.language)) end`;
const ofOwners = sql`(select json_agg(json_build_object('email', p.email, 'language', p.language) order by m.id)
  from memberships m join people p on p.id = m.person_id
  where m.organisation_id = o.id and m.role = 'owner' and p.email is not null and p.email_verified_at is not null)`;

/** Null: there is none, or it is hidden. */
export async function addresseeAt(db: Queries, region: string, slug: string): Promise<Addressee | null> {
  const { rows } = await db.execute<Addressee & Record<string, unknown>>(sql`
    select o.id, o.slug, o.name, o.region, coalesce(${own}, ${ofOwners}, '[]') as recipients
    from organisations o where o.region = ${region} and o.slug = ${slug} and o.status <> 'hidden'`);
  return rows[0] ?? null;
}
