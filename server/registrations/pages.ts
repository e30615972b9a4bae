/** Pages of a registration: the form, the link that confirms, and the button that ends it. */
import { addressOf } from "db/registrations/queries.ts";
import type { Event } from "shared/events/contract.ts";
import type { Language } from "shared/i18n/languages.ts";
import { mailAddress } from "shared/mail/address.ts";
import type { Region } from "shared/regions/contract.ts";
import {
  ConfirmForm,
  ConfirmQuery,
  EndForm,
  OwnQuery,
  RegistrationForm,
} from "shared/registrations/contract.ts";
import { registrationState } from "shared/registrations/rules.ts";
import type { App } from "../app.ts";
import { type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { keyOf } from "./addresses.ts";
import { end, ownRegistration } from "./ending.ts";
import { eventIn, eventToRegisterFor } from "./event.ts";
import { ask, askedBy, confirm, register } from "./registering.ts";

export function registrationPages(app: App): void {
  registerPage(app);
  confirmPage(app);
  endPage(app);
}

type Visit = FormVisit<undefined, Region>;

function registerPage(app: App): void {
  serveRegionForm(app, {
    path: "/events/:slug/register",
    who: "anyone",
    visitor: true,
    body: RegistrationForm,
    load: async ({ region, params, actor, now }) => {
      const event = await eventToRegisterFor(app, region.slug, params.slug ?? "");
      const address = actor && (await addressOf(app.db.queries, actor.id));
      return { event, address: address?.email ?? null, state: registrationState(event, now) };
    },
    fill: ({ actor }) => ({ name: actor?.handle }),
    page: ({ t }, { event, address, state }, form) => ({
      view: { page: "Register", props: { form, event, address, state } },
      title: t("registrations.title"),
      description: t("registrations.description"),
    }),
    act: async (visit, { event, state }, body) => {
      if (state !== "open" && state !== "full") throw new Refused({ name: "registrations.error.closed" });
      return (await registerSignedIn(app, visit, event, body)) ?? (await askVisitor(app, visit, event, body));
    },
  });
}

type Body = Parameters<typeof register>[3] & { email?: string };

/** Null: a letter has to prove the address first. */
async function registerSignedIn(
  app: App,
  { actor, language, region }: Visit,
  event: Event,
  body: Body,
): Promise<Done | null> {
  const registered = actor && (await register(app, event, actor, body));
  if (!registered) return null;
  return { to: `/${language}/${region.slug}/events/${event.slug}`, done: doneOf(registered.state) };
}

/** The same answer for every address: who registered is nobody's to know. */
async function askVisitor(app: App, { language, region }: Visit, event: Event, body: Body): Promise<Done> {
  if (body.email === undefined) throw new Refused({ email: "form.required" });
  const email = mailAddress(body.email);
  if (email === null) throw new Refused({ email: "form.notAnAddress" });
  await ask(app, event, { ...body, email, language });
  return { to: `/${language}/${region.slug}/events/${event.slug}`, done: "registrationAsked" };
}

const doneOf = (state: string) => (state === "waiting" ? "registrationWaiting" : "registrationConfirmed");

function confirmPage(app: App): void {
  serveRegionForm(app, {
    path: "/events/:slug/register/confirm",
    who: "anyone",
    query: ConfirmQuery,
    body: ConfirmForm,
    load: async ({ region, params, query }) => {
      const event = await eventIn(app, region.slug, params.slug ?? "");
      return { event, asked: await askedBy(app, event, query.token ?? "") };
    },
    page: ({ t }, { event, asked }, form) => ({
      view: { page: "RegistrationConfirm", props: { form, event, asked: asked?.body ?? null } },
      title: t("registrations.title"),
      description: t("registrations.description"),
      status: asked ? 200 : 410,
    }),
    act: async ({ language, region, query }, { event }) => {
      const below = `/${language}/${region.slug}/events/${event.slug}/register`;
      const registered = await confirm(app, event, query.token ?? "");
      if (registered === null) return { to: `${below}/confirm` };
      const key = new URLSearchParams({ key: keyOf(app, registered) });
      return { to: `${below}/end?${key}`, done: doneOf(registered.state) };
    },
  });
}

function endPage(app: App): void {
  serveRegionForm(app, {
    path: "/events/:slug/register/end",
    who: "anyone",
    query: OwnQuery,
    body: EndForm,
    load: async ({ region, params, query, actor }) => {
      const event = await eventIn(app, region.slug, params.slug ?? "");
      return { event, own: await ownRegistration(app, event, { key: query.key, actor }) };
    },
    page: ({ t }, { event, own }, form) => ({
      view: { page: "RegistrationEnd", props: { form, event, own: own && shown(own) } },
      title: t("registrations.own.title"),
      description: t("registrations.description"),
      status: own ? 200 : 410,
    }),
    act: async ({ language, region }, { event, own }) => {
      if (own) await end(app, event, own);
      return endedAt(language, region, event);
    },
  });
}

function endedAt(language: Language, region: Region, { slug }: Event): Done {
  return { to: `/${language}/${region.slug}/events/${slug}`, done: "registrationEnded" };
}

type Own = NonNullable<Awaited<ReturnType<typeof ownRegistration>>>;

function shown({ name, organisation, note, state }: Own) {
  return {
    name,
    organisation,
    note,
    state: state === "waiting" ? ("waiting" as const) : ("confirmed" as const),
  };
}
