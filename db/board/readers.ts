/** Who may read a board, as a condition on rows of `people`: the rule of shared/board/rules.ts for many at once. */
import { type SQL, sql } from "drizzle-orm";
import type { BoardFacts } from "shared/board/rules.ts";

type Place = Pick<BoardFacts, "id" | "region" | "visibility">;

/** An account that is there: neither erased nor the platform's own person. */
export const isThere = sql`p.erased_at is null and p.handle is not null and p.email is not null`;

/** `p` is a row of `people`. Roles count also while they sleep in a session: their person may wake them. */
export function mayRead(board: Place): SQL {
  if (board.visibility === "public") return sql`true`;
  const inside = board.visibility === "members" ? belongs(board) : isInGroup(board);
  return sql`(${inside} or ${moderates(board)})`;
}

/** Members where the board is: of its region, or of any where it is of all; and its moderators. */
export function livesIn(board: Place): SQL {
  return board.visibility === "group" ? mayRead(board) : sql`(${belongs(board)} or ${moderates(board)})`;
}

const roleOf = (condition: SQL) =>
  sql`exists (select from roles r where r.person_id = p.id and (r.role = 'steward' or ${condition}))`;

function moderates({ region }: Place): SQL {
  const where = region === null ? sql`true` : sql`r.region = ${region}`;
  return roleOf(sql`r.role in ('moderator', 'admin') and ${where}`);
}

function belongs({ region }: Place): SQL {
  const own = region === null ? sql`cardinality(p.regions) > 0` : sql`${region} = any(p.regions)`;
  const organisation = region === null ? sql`true` : sql`o.region = ${region}`;
  return sql`(${own} or exists (select from memberships m join organisations o on o.id = m.organisation_id
      where m.person_id = p.id and ${organisation})
    or ${roleOf(region === null ? sql`r.region is not null` : sql`r.region = ${region}`)})`;
}

function isInGroup({ id }: Place): SQL {
  return sql`exists (select from board_members b where b.board_id = ${id} and (b.person_id = p.id
    or b.organisation_id in (select organisation_id from memberships where person_id = p.id)))`;
}
