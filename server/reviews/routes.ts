/** Review data at the desk as JSON. */
import { reviewLog } from "db/reviews/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { factOf } from "shared/corrections/facts.ts";
import { isValueOf } from "shared/corrections/values.ts";
import { Failure, type Problem } from "shared/failure.ts";
import { MAX_LIMIT, readCursor, writeCursor } from "shared/page.ts";
import {
  addReviewDocument,
  changeConvention,
  changeReview,
  changeReviewDocument,
  checkReviews,
  getConvention,
  getReview,
  listReviewChanges,
  listReviews,
  type ReviewAtDesk,
  removeReviewDocument,
} from "shared/reviews/contract.ts";
import { CHANGES_PAGE, firstDayOf, isShown, sortReviews } from "shared/reviews/rules.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import {
  addDocument,
  allReviews,
  changeFacts,
  checkToday,
  conventionAt,
  countryOf,
  removeDocument,
  reviewAt,
} from "./actions.ts";

import { importRoute } from "./importRoute.ts";

export function reviewRoutes(app: App): void {
  reading(app);
  changing(app);
  documents(app);
  importRoute(app);
}

function reading(app: App): void {
  serve(app, listReviews, ["countries"], async ({ params, query, now }) => {
    const region = regionOf(app, params.region).slug;
    const { limit = MAX_LIMIT, after, sort = "name" } = query;
    const today = dayOf(now);
    const shown = (await allReviews(app, region)).filter((review) => isShown(review, query, today));
    const sorted = sortReviews(shown, sort);
    const start = after === undefined ? 0 : placeAfter(after, sorted, sort);
    const items = sorted.slice(start, start + limit);
    const last = items.at(-1);
    const next = last && start + limit < sorted.length ? writeCursor([sort, last.ref]) : null;
    return { items, total: sorted.length, next };
  });
  serve(app, getReview, ["countries"], ({ params: { region, iso2, cycle } }) =>
    reviewAt(app, regionOf(app, region).slug, iso2, cycle),
  );
  serve(app, getConvention, ["countries"], ({ params: { region, iso2 } }) =>
    convention(app, regionOf(app, region).slug, iso2),
  );
  serve(app, listReviewChanges, ["countries", "revisions"], ({ params, query }) => {
    const { limit = CHANGES_PAGE, since, after } = query;
    const from = since === undefined ? undefined : firstDayOf(since);
    return reviewLog(app.db.queries, {
      region: regionOf(app, params.region).slug,
      since: from,
      after,
      limit,
    });
  });
}

function placeAfter(after: string, reviews: readonly ReviewAtDesk[], sort: string): number {
  const [sortedBy, ref] = readCursor(after, 2);
  const place = reviews.findIndex((review) => review.ref === ref);
  if (sortedBy === sort && place >= 0) return place + 1;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

async function convention(app: App, region: string, iso2: string) {
  const { country, version, values } = await conventionAt(app, region, iso2);
  const { source = null, moreSources = [], asOf = null, verified = null } = country.uncac ?? {};
  return { iso2: country.iso2, version, ...values, source, moreSources, asOf, verified };
}

function changing(app: App): void {
  serveAction(app, changeReview, async ({ params, actor, body }) => {
    const region = regionOf(app, params.region).slug;
    const { ref } = await reviewAt(app, region, params.iso2, params.cycle);
    await change(app, { kind: "review", ref, region, actor }, body);
    return reviewAt(app, region, params.iso2, params.cycle);
  });
  serveAction(app, changeConvention, async ({ params, actor, body }) => {
    const region = regionOf(app, params.region).slug;
    const { iso2: ref } = await countryOf(app, region, params.iso2);
    await change(app, { kind: "country", ref, region, actor }, body);
    return convention(app, region, ref);
  });
  serveAction(app, checkReviews, async ({ params, body }) => {
    const region = regionOf(app, params.region).slug;
    return checkToday(app, region, body.reviews);
  });
}

interface Of {
  kind: "country" | "review" | "review-document";
  ref: string;
  region: string;
  actor: Actor | null;
}

interface Sent {
  version: number;
  source: string;
  asOf?: string;
}

/** Beside version, source and day, a body holds facts by their names. */
async function change(app: App, { actor, ...of }: Of, body: Sent): Promise<void> {
  if (!actor) throw new Failure("unauthenticated");
  const { version, source, asOf, ...values } = body;
  const problems = Object.entries(values).flatMap(([field, value]): Problem[] => {
    const fact = factOf(of.kind, field);
    return fact && isValueOf(fact, value)
      ? []
      : [{ parameter: field, message: "is not a value of this fact" }];
  });
  if (Object.keys(values).length === 0 && !/^https?:\/\/\S+$/.test(source))
    problems.push({
      parameter: "source",
      message: "is the address of the page that confirms what stands here",
    });
  if (of.kind === "review" && version === 0 && !("status" in values))
    problems.push({ parameter: "status", message: "is what a review that is not recorded begins with" });
  if (problems.length > 0) throw new Failure("invalid", { problems });
  await changeFacts(app, { ...of, actor, version, source, asOf, values });
}

function documents(app: App): void {
  serveAction(app, addReviewDocument, async ({ params, actor, body, reply }) => {
    const region = regionOf(app, params.region).slug;
    const { source, ...document } = body;
    const { ref, version } = await recorded(app, region, params);
    if (!actor) throw new Failure("unauthenticated");
    checkDocument(document);
    await addDocument(app, { kind: "review", ref, version, region, actor, source }, document);
    reply.code(201);
    return reviewAt(app, region, params.iso2, params.cycle);
  });
  serveAction(app, changeReviewDocument, async ({ params, actor, body }) => {
    const region = regionOf(app, params.region).slug;
    const ref = documentIn(await recorded(app, region, params), params.document);
    if (Object.keys(body).length === 2)
      throw new Failure("invalid", { problems: [{ parameter: "body", message: "changes nothing" }] });
    await change(app, { kind: "review-document", ref, region, actor }, body);
    return reviewAt(app, region, params.iso2, params.cycle);
  });
  serveAction(app, removeReviewDocument, async ({ params, actor, body }) => {
    const region = regionOf(app, params.region).slug;
    const ref = documentIn(await recorded(app, region, params), params.document);
    if (!actor) throw new Failure("unauthenticated");
    await removeDocument(app, { kind: "review-document", ref, region, actor, ...body });
    return reviewAt(app, region, params.iso2, params.cycle);
  });
}

/** Documents belong to a review that is recorded. */
async function recorded(
  app: App,
  region: string,
  { iso2, cycle }: { iso2: string; cycle: string },
): Promise<ReviewAtDesk> {
  const review = await reviewAt(app, region, iso2, cycle);
  if (review.version === 0) throw new Failure("not-found");
  return review;
}

function documentIn({ documents: all }: ReviewAtDesk, id: string): string {
  if (!all.some((document) => String(document.id) === id)) throw new Failure("not-found");
  return id;
}

function checkDocument(document: object): void {
  const fact = factOf("review", "documents");
  if (fact && isValueOf(fact, document)) return;
  throw new Failure("invalid", {
    problems: [{ parameter: "document", message: "needs a kind, a title and an address" }],
  });
}
