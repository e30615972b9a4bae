/** Who may use an address, decided from what it declares and what stands in it: no route can forget it. */
import { type OwnOrganisation, ownOrganisation } from "db/organisations/own.ts";
import { type Actor, hasRole, isStaff, mayEdit, mayOwn } from "shared/accounts/rules.ts";
import type { Who } from "shared/endpoint.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "./app.ts";

export interface Ask {
  actor: Actor | null;
  who: Who;
  params: Record<string, string | undefined>;
  /** Reads and writes are refused differently. */
  method: string;
}

/** Throws what the person is answered; gives the CSO of the address where the rule is about it. */
export async function authorize(
  app: App,
  { actor, who, params, method }: Ask,
): Promise<OwnOrganisation | null> {
  if (who === "anyone" || who === "operator") return null;
  if (!actor) throw new Failure("unauthenticated");
  if (who === "person") return null;
  if (who !== "editor" && who !== "owner") {
    const region = params.region ?? null;
    const may = who === "staff" ? isStaff(actor, region) : hasRole(actor, who, region);
    if (!may) throw refusal(method);
    return null;
  }
  const organisation = await ownOrganisation(app.db.queries, params.region ?? "", params.slug ?? "");
  if (!organisation) throw new Failure("not-found");
  const may = who === "owner" ? mayOwn(actor, organisation) : mayEdit(actor, organisation);
  if (!may) throw organisation.status === "hidden" ? new Failure("not-found") : refusal(method);
  return organisation;
}

/** What one may not read is not there; what one may read but not change is refused. */
function refusal(method: string): Failure {
  return new Failure(method === "GET" || method === "HEAD" ? "not-found" : "forbidden");
}
