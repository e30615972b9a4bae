/** Calendars that are taken in, as data. */
import Type from "typebox";
import { endpoint } from "../endpoint.ts";
import { regionParams } from "../regions/contract.ts";
import { IcsLine, MAX_ICS_BYTES } from "./ics.ts";

export const importCalendar = endpoint({
  id: "importCalendar",
  method: "POST",
  path: "/api/v1/regions/:region/calendars",
  summary: "Reads a calendar file (.ics): each event's fate; with `take`, those that are new become drafts",
  who: "curator",
  params: regionParams,
  body: Type.Object({
    calendar: Type.String({ maxLength: MAX_ICS_BYTES, text: "secret" }),
    take: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({ items: Type.Array(IcsLine) }),
  failures: ["invalid", "not-found"],
});
