/** People and their roles as data. */
import { personById, staffOf } from "db/roles/queries.ts";
import type { Role } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import {
  giveRegionRole,
  giveSteward,
  listAllStaff,
  listPeople,
  listStaff,
  takeRegionRole,
  takeSteward,
} from "shared/roles/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { serveAction, type Writing } from "../write.ts";
import { changeRoles } from "./actions.ts";
import { peoplePart } from "./people.ts";

export function roleRoutes(app: App): void {
  serve(app, listPeople, [], async ({ params, query }) =>
    peoplePart(app, regionOf(app, params.region).slug, query),
  );
  serve(app, listStaff, [], async ({ params }) => ({
    items: await staffOf(app.db.queries, regionOf(app, params.region).slug),
  }));
  serve(app, listAllStaff, [], async () => ({ items: await staffOf(app.db.queries, null) }));
  serveAction(app, giveRegionRole, ({ actor, params, body, reply }) => {
    const region = regionOf(app, params.region).slug;
    return give(app, { actor, reply }, body.person, { role: body.role, region });
  });
  serveAction(app, giveSteward, ({ actor, body, reply }) =>
    give(app, { actor, reply }, body.person, { role: "steward", region: null }),
  );
  serveAction(app, takeRegionRole, ({ actor, params }) => {
    const region = regionOf(app, params.region).slug;
    return take(app, actor, Number(params.person), { role: params.role, region });
  });
  serveAction(app, takeSteward, ({ actor, params }) =>
    take(app, actor, Number(params.person), { role: "steward", region: null }),
  );
}

type Giving = Pick<Writing<typeof giveSteward>, "actor" | "reply">;

async function give(app: App, { actor, reply }: Giving, personId: number, role: Role) {
  found(await personById(app.db.queries, personId));
  await changeRoles(app, actor, { personId, give: [role], take: [] });
  reply.code(201);
  return found(await personById(app.db.queries, personId));
}

async function take(app: App, actor: Writing<typeof takeSteward>["actor"], personId: number, role: Role) {
  const person = found(await personById(app.db.queries, personId));
  if (!person.roles.some((one) => one.role === role.role && one.region === role.region))
    throw new Failure("not-found");
  await changeRoles(app, actor, { personId, give: [], take: [role] });
  return null;
}
