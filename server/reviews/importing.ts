/** Takes a table of reviews: first what it would do, then all of it or nothing. */
import { recordAudit } from "db/audit/changes.ts";
import { changeCountryFacts } from "db/countries/changes.ts";
import { reviewsAtDesk } from "db/reviews/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { csvRow } from "shared/dumps/csv.ts";
import { Failure } from "shared/failure.ts";
import { tableColumns, tableRow } from "shared/reviews/table.ts";
import type { App } from "../app.ts";
import { countriesIn, cycles, servedCountries } from "../countries/actions.ts";
import { allReviews, asWritten } from "./actions.ts";
import { type Ground, type Plan, type PlannedRow, planOf, stateOf } from "./planning.ts";

/** Spreadsheets take a file without this mark for one in the letters of their own country. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The region's reviews as they are now, to be changed in a spreadsheet and given back. */
export async function reviewTable(app: App, region: string): Promise<string> {
  const names = new Map((await countriesIn(app, region)).map(({ iso2, name }) => [iso2, name]));
  const reviews = await allReviews(app, region);
  const rows = reviews.map((review) => tableRow(review, names.get(review.iso2) ?? "", stateOf(review)));
  return BYTE_ORDER_MARK + [[...tableColumns], ...rows].map(csvRow).join("");
}

async function groundOf(app: App, region: string): Promise<Ground> {
  const reviews = await reviewsAtDesk(app.db.queries, region);
  const known = (await cycles(app)).flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
  return {
    reviews: new Map(reviews.map((review) => [review.ref, review])),
    regions: await servedCountries(app),
    region,
    cycles: known,
  };
}

/** Throws TableRefused or TableProblem for what is no such table. */
export async function lookAt(app: App, region: string, bytes: Uint8Array): Promise<Plan> {
  return planOf(bytes, await groundOf(app, region));
}

export interface Applying {
  region: string;
  actor: Actor;
  plan: Plan;
}

/** All or nothing. Throws `stale`, with nothing written, where a review changed since the plan was made. */
export async function apply(app: App, { region, actor, plan }: Applying): Promise<number> {
  if (plan.rows.some(({ fate }) => fate === "refused")) throw new Failure("invalid");
  // Always in the same order, so that two tables at once wait for each other and no more.
  const changes = plan.rows
    .filter(({ fate }) => fate === "changes")
    .toSorted((one, other) => (one.ref < other.ref ? -1 : 1));
  if (changes.length === 0) return 0;
  await transaction(app.db, async (tx) => {
    for (const row of changes) await write(tx, { region, actor }, row);
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "reviews.imported",
      target: `reviews:${region}`,
      region,
      value: plan.seal,
    });
  });
  return changes.length;
}

async function write(
  tx: Transaction,
  by: Pick<Applying, "region" | "actor">,
  { ref, version, values, source, asOf }: PlannedRow,
): Promise<void> {
  const change = { ...by, kind: "review" as const, ref, version, values, source, asOf };
  await changeCountryFacts(tx, asWritten(change));
}
