/** Registering for an event: what one gives, what one sees of the own registration, and what its curators see of all. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { EmailAddress, line, orNull, paragraphs, RegionParam, Slug } from "../fields.ts";
import { MAX_NAME, MAX_NOTE, MAX_ORGANISATION } from "./rules.ts";

/** `waiting`: until somebody gives a place back. */
export const registrationStates = ["confirmed", "waiting"] as const;

const given = {
  /** Any name will do. */
  name: line({ max: MAX_NAME }),
  organisation: Type.Optional(line({ max: MAX_ORGANISATION })),
  note: Type.Optional(paragraphs({ max: MAX_NOTE })),
};

/** Of somebody signed in, whose address is known and proved. */
export const RegistrationBody = Type.Object(given);
export type RegistrationBody = Static<typeof RegistrationBody>;
/** Of a visitor. */
export const VisitorRegistration = Type.Object({ email: EmailAddress, ...given });
/** What the form takes of either. */
export const RegistrationForm = Type.Object({ email: Type.Optional(EmailAddress), ...given });
export type RegistrationForm = Static<typeof RegistrationForm>;

export const ConfirmQuery = Type.Object({ token: Type.Optional(Type.String({ maxLength: 100 })) });
export const ConfirmForm = Type.Object({});
/** The key of a letter; whoever is signed in needs none for what is theirs. */
export const OwnQuery = Type.Object({ key: Type.Optional(Type.String({ maxLength: 100 })) });
export const EndForm = Type.Object({});
/** Of the curators' list: which one to remove. */
export const RemoveForm = Type.Object({ id: Type.Integer({ minimum: 1 }) });

export const OwnRegistration = Type.Object({
  name: Type.String(),
  organisation: orNull(Type.String()),
  note: orNull(Type.String()),
  state: Type.Enum(registrationStates),
});
export type OwnRegistration = Static<typeof OwnRegistration>;

/** As its curators see it. */
export const Registration = Type.Object({
  id: Type.Integer(),
  ...OwnRegistration.properties,
  email: Type.String(),
  /** The language of the letters. */
  language: Type.String(),
  /** RFC 3339 in UTC. */
  registeredAt: Type.String(),
});
export type Registration = Static<typeof Registration>;

export const RegistrationList = Type.Object({
  items: Type.Array(Registration),
  confirmed: Type.Integer(),
  waiting: Type.Integer(),
  capacity: orNull(Type.Integer()),
});
export type RegistrationList = Static<typeof RegistrationList>;

const ofEvent = Type.Object({ region: RegionParam, slug: Slug });
const OWN = "/api/v1/regions/:region/events/:slug/registration";
const ALL = "/api/v1/regions/:region/events/:slug/registrations";

export const registerForEvent = endpoint({
  id: "registerForEvent",
  method: "POST",
  path: OWN,
  summary: "Register for an event, by the verified address of one's account: a place, or the waiting list",
  who: "person",
  params: ofEvent,
  body: RegistrationBody,
  reply: OwnRegistration,
  failures: ["not-found", "conflict", "invalid"],
});

export const endRegistration = endpoint({
  id: "endRegistration",
  method: "DELETE",
  path: OWN,
  summary: "Give one's place back; who waits longest moves up",
  who: "person",
  params: ofEvent,
  reply: Type.Null(),
  failures: ["not-found"],
});

export const listRegistrations = endpoint({
  id: "listRegistrations",
  method: "GET",
  path: ALL,
  summary: "Who registered for an event, in order; reading it is written into the audit log",
  who: "curator",
  params: ofEvent,
  reply: RegistrationList,
  failures: ["not-found"],
});

export const removeRegistration = endpoint({
  id: "removeRegistration",
  method: "DELETE",
  path: `${ALL}/:registration`,
  summary: "Remove a registration; its person is told by letter, and who waits longest moves up",
  who: "curator",
  params: Type.Object({ ...ofEvent.properties, registration: Type.String({ pattern: "^[0-9]{1,15}$" }) }),
  reply: Type.Null(),
  failures: ["not-found"],
});
