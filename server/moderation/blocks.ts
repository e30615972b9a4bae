/** Whom a person blocks or mutes: as pages of the account, and as data. */
import { personByName } from "db/accounts/people.ts";
import { blocksOf, endBlock, setBlock } from "db/moderation/blocks.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { BlockBody, deleteBlock, EndBlockBody, listBlocks, putBlock } from "shared/moderation/contract.ts";
import { type BlockKind, MAX_BLOCKS } from "shared/moderation/rules.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { Refused, serveForm, servePost } from "../form.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";

export function blockRooms(app: App): void {
  blockPage(app);
  servePost(app, {
    path: "/account/blocks/end",
    who: "person",
    body: EndBlockBody,
    act: async ({ actor, language }, { handle }) => {
      await end(app, found(actor), handle);
      return { to: `/${language}/account/blocks`, done: "blockEnded" };
    },
  });
  serve(app, listBlocks, [], async ({ actor }) => ({
    items: await blocksOf(app.db.queries, found(actor).id),
  }));
  serveAction(app, putBlock, async ({ actor, body }) => {
    const problem = await block(app, found(actor), body);
    if (problem === "noOne") throw new Failure("not-found");
    if (problem === null) return body;
    throw new Failure("invalid", { problems: [{ parameter: "handle", message: said[problem] }] });
  });
  serveAction(app, deleteBlock, async ({ actor, params }) => {
    await end(app, found(actor), params.handle);
    return null;
  });
}

const said = { self: "is you", tooMany: "is one more than may be blocked" };

function blockPage(app: App): void {
  serveForm(app, {
    path: "/account/blocks",
    who: "person",
    query: Type.Object({ handle: Type.Optional(Type.String({ maxLength: 60 })) }),
    body: BlockBody,
    load: ({ actor }) => blocksOf(app.db.queries, found(actor).id),
    fill: ({ query }) => ({ handle: query.handle ?? "", kind: "mute" }),
    page: ({ t }, blocks, form) => ({
      view: { page: "Blocks", props: { blocks, form } },
      title: t("moderation.blocks.title"),
      description: t("moderation.blocks.lead"),
    }),
    act: async ({ actor, language }, _blocks, body) => {
      const problem = await block(app, found(actor), body);
      if (problem !== null) throw new Refused({ handle: `moderation.blocks.${problem}` });
      return { to: `/${language}/account/blocks`, done: "blockSaved" };
    },
  });
}

/** Null: it is done. The other is told nothing. */
async function block(
  app: App,
  actor: Actor,
  { handle, kind }: { handle: string; kind: BlockKind },
): Promise<"noOne" | "self" | "tooMany" | null> {
  // A handle has no @: an address would tell whether it has an account.
  const other = handle.includes("@") ? null : await personByName(app.db.queries, handle);
  if (!other) return "noOne";
  if (other.id === actor.id) return "self";
  const known = await blocksOf(app.db.queries, actor.id);
  if (known.length >= MAX_BLOCKS && !known.some((one) => one.handle === other.handle)) return "tooMany";
  await transaction(app.db, (tx) => setBlock(tx, { personId: actor.id, otherId: other.id, kind }));
  return null;
}

async function end(app: App, actor: Actor, handle: string): Promise<void> {
  const other = handle.includes("@") ? null : await personByName(app.db.queries, handle);
  if (other) await transaction(app.db, (tx) => endBlock(tx, actor.id, other.id));
}
