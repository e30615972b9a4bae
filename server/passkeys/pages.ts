/** `/{lang}/account/passkeys`: which there are, and the button that removes one. */

import { personById } from "db/accounts/people.ts";
import { recordAudit } from "db/audit/changes.ts";
import { deletePasskey } from "db/passkeys/changes.ts";
import { passkeysOf } from "db/passkeys/queries.ts";
import { transaction } from "db/transaction.ts";
import { Failure, found } from "shared/failure.ts";
import { MAX_PASSKEY_NAME, MAX_PASSKEYS } from "shared/passkeys/contract.ts";
import { dayOf } from "shared/time.ts";
import Type from "typebox";
import { tellOfChange } from "../accounts/letters.ts";
import type { App } from "../app.ts";
import { servePost } from "../form.ts";
import { servePage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { relyingParty } from "./relyingParty.ts";

export function passkeyPages(app: App): void {
  servePage(app, {
    path: "/account/passkeys",
    who: "person",
    rooms: [],
    load: async ({ actor, request, t }) => {
      if (!actor) throw new Failure("unauthenticated");
      const passkeys = await passkeysOf(app.db.queries, actor.id);
      return {
        view: {
          page: "Passkeys",
          props: {
            passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
              id,
              name,
              madeOn: dayOf(createdAt),
              usedOn: lastUsedAt && dayOf(lastUsedAt),
            })),
            most: MAX_PASSKEYS,
            maxName: MAX_PASSKEY_NAME,
            isNamed: relyingParty(app, request) !== null,
            hidden: { csrf: csrfToken(app, actor) },
          },
        },
        title: t("passkeys.title"),
        description: t("passkeys.lead"),
        noIndex: true,
      };
    },
  });
  servePost(app, {
    path: "/account/passkeys/:id/remove",
    who: "person",
    body: Type.Object({}),
    act: async ({ actor, params, language }) => {
      if (!actor) throw new Failure("unauthenticated");
      await remove(app, actor, Number(params.id));
      return { to: `/${language}/account/passkeys`, done: "passkey-removed" };
    },
  });
}

/** A session without a second factor takes none away: then a stolen password would open more than it may. */
async function remove(app: App, actor: { id: number; secondFactor: boolean }, id: number): Promise<void> {
  if (!Number.isSafeInteger(id) || id < 1) throw new Failure("not-found");
  if (!actor.secondFactor) throw new Failure("forbidden");
  await transaction(app.db, async (tx) => {
    if ((await deletePasskey(tx, actor.id, id)) === null) throw new Failure("not-found");
    await tellOfChange(app, tx, found(await personById(tx, actor.id)), "passkeyRemoved");
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "passkey.removed",
      target: `person:${actor.id}`,
      region: null,
    });
  });
}
