/** Registering: a visitor's address confirms itself by a letter; whoever is signed in has a place at once, or waits. */
import {
  type Confirming,
  confirmRegistration,
  forgetAsked,
  insertRegistration,
  type NewRegistration,
} from "db/registrations/changes.ts";
import {
  addressOf,
  lettersAsked,
  type Registered,
  registrationOf,
  unconfirmedRegistration,
} from "db/registrations/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Event } from "shared/events/contract.ts";
import type { Language } from "shared/i18n/languages.ts";
import { RegistrationBody } from "shared/registrations/contract.ts";
import { CONFIRM_HOURS, hasBegun, MAX_LETTERS_PER_DAY } from "shared/registrations/rules.ts";
import { Value } from "typebox/value";
import type { App } from "../app.ts";
import { findLink, newLink, spendLink } from "../links.ts";
import { sendLetter } from "../mail/send.ts";
import { keyHashOf } from "./addresses.ts";
import { confirmingLetter, letterOf } from "./letters.ts";
import { hasPlace, placesOf } from "./places.ts";

export const CONFIRM_PURPOSE = "confirm-registration";
const DAY_MS = 86_400_000;

export interface Asking extends RegistrationBody {
  email: string;
  language: Language;
}

/** Answers nobody whether the address is registered: each is written a letter, and not too many of them. */
export function ask(app: App, event: Event, asking: Asking): Promise<void> {
  return transaction(app.db, async (tx) => {
    await placesOf(app, tx, event);
    const since = new Date(app.now().getTime() - DAY_MS);
    if ((await lettersAsked(tx, asking.email, since)) >= MAX_LETTERS_PER_DAY) return;
    const known = await registrationOf(tx, event.id, { email: asking.email, personId: null });
    const registered =
      known ??
      (await insertRegistration(tx, newOne(app, event, { ...asking, personId: null, state: "unconfirmed" })));
    // Of whoever is registered already nothing is to be confirmed: the link only counts the letter.
    const { name, organisation, note } = asking;
    const body = registered.state === "unconfirmed" ? { name, organisation, note } : null;
    const data = { registrationId: registered.id, ...(body && { body }) };
    const { token } = await newLink(app, tx, { purpose: CONFIRM_PURPOSE, data, hours: CONFIRM_HOURS });
    const letter =
      registered.state === "unconfirmed"
        ? confirmingLetter(app, event, registered, token)
        : letterOf(app, event, registered, "known");
    await sendLetter(app, tx, letter);
  });
}

function newOne(
  app: App,
  event: Event,
  one: Omit<NewRegistration, "eventId" | "tokenHash" | "at">,
): NewRegistration {
  const tokenHash = keyHashOf(app, { eventId: event.id, email: one.email });
  return { ...one, eventId: event.id, tokenHash, at: app.now() };
}

interface Asked {
  id: number;
  body: RegistrationBody;
}

/** What the link's button would confirm; null: the link has ended or is another event's, or the event has begun. */
export async function askedBy(app: App, event: Event, token: string): Promise<Asked | null> {
  if (hasBegun(event, app.now())) return null;
  const link = await findLink(app, CONFIRM_PURPOSE, token);
  const id = Number(link?.data.registrationId ?? Number.NaN);
  if (!link || !Number.isSafeInteger(id)) return null;
  const registered = await unconfirmedRegistration(app.db.queries, event.id, id);
  if (!registered) return null;
  const { body } = link.data;
  if (Value.Check(RegistrationBody, body)) return { id, body };
  const { name, organisation, note } = registered;
  return { id, body: { name, ...(organisation && { organisation }), ...(note && { note }) } };
}

/** The registration, with a place or waiting; null where nothing is asked by this link. */
export async function confirm(app: App, event: Event, token: string): Promise<Registered | null> {
  const asked = await askedBy(app, event, token);
  if (!asked) return null;
  return transaction(app.db, async (tx) => {
    const places = await placesOf(app, tx, event);
    if (!(await spendLink(app, tx, CONFIRM_PURPOSE, token))) return null;
    const state = hasPlace(places) ? "confirmed" : "waiting";
    return settle(app, tx, event, { ...asked, personId: null, state });
  });
}

async function settle(
  app: App,
  tx: Transaction,
  event: Event,
  one: Omit<Confirming, "eventId" | "at" | "state"> & { state: "confirmed" | "waiting" },
): Promise<Registered | null> {
  const registered = await confirmRegistration(tx, { ...one, eventId: event.id, at: app.now() });
  if (!registered) return null;
  await forgetAsked(tx, registered.id);
  await sendLetter(app, tx, letterOf(app, event, registered, one.state));
  return registered;
}

/** By the address that the account has proved. Null: it has none. Registered already: nothing changes. */
export async function register(
  app: App,
  event: Event,
  actor: Actor,
  body: RegistrationBody,
): Promise<Registered | null> {
  const own = await addressOf(app.db.queries, actor.id);
  if (own === null) return null;
  return transaction(app.db, async (tx) => {
    const places = await placesOf(app, tx, event);
    const whose = { email: own.email, personId: actor.id };
    const known = await registrationOf(tx, event.id, whose);
    if (known && known.state !== "unconfirmed") return known;
    const state = hasPlace(places) ? "confirmed" : "waiting";
    if (known) return settle(app, tx, event, { id: known.id, personId: actor.id, state, body });
    const registered = await insertRegistration(
      tx,
      newOne(app, event, { ...body, ...whose, language: own.language, state }),
    );
    await sendLetter(app, tx, letterOf(app, event, registered, state));
    return registered;
  });
}
