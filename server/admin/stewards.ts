/** `steward create|reset`: ways in for whoever looks after the platform, by one-time links. */
import { dropPasskeysSince, setPassword, turnOffTotp } from "db/accounts/credentials.ts";
import { endLinks } from "db/accounts/links.ts";
import { endSessions } from "db/accounts/sessions.ts";
import { recordAudit } from "db/audit/changes.ts";
import { letterAddress } from "db/roles/queries.ts";
import { transaction } from "db/transaction.ts";
import { isLanguage } from "shared/i18n/languages.ts";
import { mailAddress } from "shared/mail/address.ts";
import { StartFailure } from "shared/startFailure.ts";
import { newAccountLink } from "../accounts/joining.ts";
import { RESET } from "../accounts/letters.ts";
import { LINK_HOURS, newLink } from "../links.ts";
import { personCalled } from "./roles.ts";
import type { Desk } from "./run.ts";

export async function create(desk: Desk, [typed = ""]: string[]): Promise<void> {
  const email = mailAddress(typed);
  if (email === null) throw new StartFailure(`"${typed}" is no e-mail address.`);
  const url = await transaction(desk.db, async (tx) => {
    const data = { roles: [{ role: "steward" as const, region: null }] };
    const link = await newAccountLink(desk, tx, { email, language: "en", data });
    const row = { actor: null, action: "steward.invited", target: `link:${link.id}`, region: null };
    await recordAudit(tx, desk.secrets, { ...row, value: email });
    return link.url;
  });
  desk.say(`Open this link within ${LINK_HOURS} hours; it works once, and nobody else should see it:`);
  desk.say(url);
}

export async function reset(desk: Desk, [name = ""]: string[]): Promise<void> {
  const person = await personCalled(desk, name);
  const at = desk.now();
  const url = await transaction(desk.db, async (tx) => {
    const address = await letterAddress(tx, person.id);
    if (!address) throw new StartFailure(`${person.handle} has no e-mail address.`);
    await endSessions(tx, person.id, { at });
    await setPassword(tx, person.id, null);
    await turnOffTotp(tx, person.id);
    await dropPasskeysSince(tx, person.id, new Date(0));
    await endLinks(tx, { purpose: RESET, personId: person.id });
    const { token } = await newLink(desk, tx, { purpose: RESET, personId: person.id, email: address.email });
    const row = { actor: null, action: "steward.reset", target: `person:${person.id}`, region: null };
    await recordAudit(tx, desk.secrets, row);
    const language = isLanguage(address.language) ? address.language : "en";
    return `${desk.origin()}/${language}/account/reset?token=${token}`;
  });
  desk.say(`All sessions of ${person.handle} are ended; password and second factors are removed.`);
  desk.say(`Open this link within ${LINK_HOURS} hours; it works once, and nobody else should see it:`);
  desk.say(url);
}
