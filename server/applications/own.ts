/** The applicant's own page: how its address is made, and which application it means. */
import { applicationByToken, type StoredApplication } from "db/applications/queries.ts";
import { Failure } from "shared/failure.ts";
import type { Region } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import type { FormVisit } from "../form.ts";

type Visit = FormVisit<undefined, Region>;

/** The application of an address, or nothing: whoever guesses learns nothing. */
export async function ownApplication(app: App, { region, params }: Visit): Promise<StoredApplication> {
  const hash = app.secrets.hashOf(params.token ?? "");
  const application = await applicationByToken(app.db.queries, region.slug, hash);
  if (!application) throw new Failure("not-found");
  return application;
}

/** Where the applicant goes on. */
export function ownPath({ language, region }: Pick<Visit, "language" | "region">, token: string): string {
  return `/${language}/${region.slug}/join/applications/${token}`;
}
