/** The session as an endpoint: signing in and out, and who is signed in. */
import Type from "typebox";
import { endpoint } from "../endpoint.ts";
import { orNull, secret } from "../fields.ts";
import { staffRoles } from "./rules.ts";

const path = "/api/v1/session";

export const SessionPerson = Type.Object({
  person: Type.Object({
    handle: Type.String(),
    /** Those that are awake: staff roles sleep in a session without a second factor. */
    roles: Type.Array(Type.Object({ role: Type.Enum([...staffRoles]), region: orNull(Type.String()) })),
  }),
});

export const openSessionEndpoint = endpoint({
  id: "openSession",
  method: "POST",
  path,
  summary: "Signs in, by handle or e-mail; answers with the cookies of the session",
  who: "anyone",
  body: Type.Object({
    handle: Type.String({ minLength: 1, maxLength: 254 }),
    password: secret({ max: 1024 }),
    code: Type.Optional(secret({ max: 40 })),
  }),
  reply: SessionPerson,
  failures: ["invalid", "credentials", "totp-required", "totp-wrong", "totp-used", "too-many", "unavailable"],
});

export const getSession = endpoint({
  id: "getSession",
  method: "GET",
  path,
  summary: "Who is signed in",
  who: "person",
  reply: SessionPerson,
  failures: ["unauthenticated"],
});

export const closeSessionEndpoint = endpoint({
  id: "closeSession",
  method: "DELETE",
  path,
  summary: "Signs out",
  who: "anyone",
  reply: Type.Null(),
});
