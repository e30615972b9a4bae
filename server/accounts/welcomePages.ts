/** Behind the link to a new account: it is created, or what the link gives is added to the account one has. */
import { insertPerson } from "db/accounts/joining.ts";
import type { Link } from "db/accounts/links.ts";
import { isHandleTaken, organisationNames, personByEmail } from "db/accounts/people.ts";
import { transaction } from "db/transaction.ts";
import { TokenForm, TokenQuery, WelcomeForm } from "shared/accounts/forms.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { mailAddress } from "shared/mail/address.ts";
import type { PageProps } from "web/render";
import type { App } from "../app.ts";
import { Refused, serveForm, servePost } from "../form.ts";
import { openSession } from "../plugins/session.ts";
import { deviceOf } from "./device.ts";
import { linkGone } from "./gone.ts";
import { findNewAccount, givesOf, giveTo, spendNewAccount } from "./joining.ts";
import { sendConfirmation } from "./letters.ts";
import { checkHandle, newHash } from "./refusals.ts";

type WelcomeProps = PageProps<"Welcome">;

/** Who may take what the link gives: whoever has its address, and else whoever opens it first. */
async function stateOf(app: App, link: Link, actor: Actor | null): Promise<WelcomeProps["state"]> {
  const owner = link.email === null ? null : await personByEmail(app.db.queries, link.email);
  if (actor) return owner === null || owner.id === actor.id ? "add" : "other";
  return owner ? "sign-in" : "new";
}

async function shownGives(app: App, link: Link): Promise<WelcomeProps["gives"]> {
  const { roles = [], memberships = [], regions = [] } = givesOf(link);
  const names = await organisationNames(
    app.db.queries,
    memberships.map(({ organisationId }) => organisationId),
  );
  const named = memberships.map(({ organisationId, role }) => ({
    role,
    name: names.get(organisationId) ?? "",
  }));
  return { roles, regions, memberships: named };
}

export function welcomePages(app: App): void {
  createPage(app);
  servePost(app, {
    path: "/account/welcome/add",
    who: "person",
    body: TokenForm,
    act: async ({ actor, language }, { token }) => {
      const { id: personId } = found(actor);
      const waiting = found(await findNewAccount(app, token));
      if ((await stateOf(app, waiting, actor)) !== "add") throw new Failure("forbidden");
      await transaction(app.db, async (tx) => {
        const link = found(await spendNewAccount(app, tx, token));
        found((await giveTo(app, tx, { personId, link, isNew: false })) || null);
      });
      return { to: `/${language}/account`, done: "added" };
    },
  });
}

function createPage(app: App): void {
  serveForm(app, {
    path: "/account/welcome",
    who: "anyone",
    query: TokenQuery,
    body: WelcomeForm,
    load: async ({ query, actor }) => {
      const link = await findNewAccount(app, query.token);
      if (!link) return null;
      return { link, state: await stateOf(app, link, actor), gives: await shownGives(app, link) };
    },
    fill: ({ language }) => ({ language }),
    page: ({ t, query, actor }, data, form) => {
      if (!data) return linkGone(t);
      const { link, state, gives } = data;
      const title = t(state === "new" ? "welcome.title" : "welcome.addTitle");
      const { token = "" } = query;
      const props = { form, state, token, email: link.email, handle: actor?.handle ?? null, gives };
      return { view: { page: "Welcome", props }, title, description: title };
    },
    act: async (visit, data, body) => {
      if (data?.state !== "new") throw new Refused({});
      const { request, reply, query } = visit;
      const personId = await createAccount(app, { link: data.link, token: query.token ?? "", body });
      const device = deviceOf(request.headers["user-agent"]);
      await openSession(app, request, reply, { personId, secondFactor: false, keep: false, device });
      return { to: `/${body.language}/account`, done: "welcome" };
    },
  });
}

interface Creating {
  link: Link;
  token: string;
  body: WelcomeForm;
}

/** The account, with all that its link gives, in one transaction; throws Refused at the field that stands in the way. */
async function createAccount(app: App, { link, token, body }: Creating): Promise<number> {
  const { handle, language, newPassword } = body;
  const email = link.email ?? mailAddress(body.email ?? "");
  if (email === null) throw new Refused({ email: body.email ? "account.badEmail" : "form.required" });
  checkHandle(handle);
  if (await isHandleTaken(app.db.queries, handle)) throw new Refused({ handle: "handle.taken" });
  const passwordHash = await newHash(newPassword, { handle, email });
  const emailVerifiedAt = link.email === null ? null : app.now();
  return transaction(app.db, async (tx) => {
    const spent = await spendNewAccount(app, tx, token);
    if (!spent) throw new Refused({});
    const personId = await insertPerson(tx, { handle, email, emailVerifiedAt, passwordHash, language });
    // The handle was free a moment ago, so it is the address that somebody has.
    if (personId === null) throw new Refused({ email: "welcome.exists" });
    if (emailVerifiedAt === null) {
      await sendConfirmation(app, tx, { id: personId, handle, email, language }, email);
    }
    if (!(await giveTo(app, tx, { personId, link: spent, isNew: true }))) throw new Refused({});
    return personId;
  });
}
