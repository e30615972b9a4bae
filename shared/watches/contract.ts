/** Watching and telling: what a person is told of, and the forms by which they choose. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { orNull } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { MOST_UNREAD, mailRhythms, watchKinds, watchLevels } from "./rules.ts";

const Moment = Type.String({ description: "ISO 8601, UTC" });

export const Notification = Type.Object({
  id: Type.Integer(),
  /** `mention`, `quote`, `answer`, `reply`, `thread`, or of moderation. */
  kind: Type.String(),
  createdAt: Moment,
  read: Type.Boolean(),
  /** Who did it; null where the person was removed, or is not named. */
  actor: orNull(Type.String()),
  /** Null where it is about none, or it may not be read any more. */
  thread: orNull(
    Type.Object({
      id: Type.Integer(),
      title: Type.String(),
      language: Type.String(),
      region: orNull(Type.String()),
    }),
  ),
  /** The number of the post. */
  number: orNull(Type.Integer()),
  data: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type Notification = Static<typeof Notification>;

export const listNotifications = endpoint({
  id: "listNotifications",
  method: "GET",
  path: "/api/v1/notifications",
  summary: "What one was told of, newest first",
  who: "person",
  query: Type.Object({ ...paging }),
  reply: listOf(Notification),
  failures: ["unauthenticated", "invalid"],
});

export const countNotifications = endpoint({
  id: "countNotifications",
  method: "GET",
  path: "/api/v1/notifications/count",
  summary: "How many of them are unread",
  who: "person",
  reply: Type.Object({
    unread: Type.Integer({ minimum: 0, maximum: MOST_UNREAD, description: `${MOST_UNREAD}: or more.` }),
  }),
  failures: ["unauthenticated"],
});

const One = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

export const readNotifications = endpoint({
  id: "readNotifications",
  method: "POST",
  path: "/api/v1/notifications/read",
  summary: "Marks one, or without `id` all of them, as read",
  who: "person",
  body: Type.Object({ id: Type.Optional(One) }),
  reply: Type.Object({ unread: Type.Integer() }),
  failures: ["unauthenticated", "invalid"],
});

export const notificationsQuery = Type.Object({ after: paging.after });
export const ReadForm = Type.Object({ id: Type.Optional(One) });

export const WatchForm = Type.Object({
  kind: Type.Enum([...watchKinds]),
  target: Type.String({ pattern: "^([1-9][0-9]{0,14}|[A-Za-z]{2})$" }),
  level: Type.Enum([...watchLevels]),
  /** The page on which the button stood. */
  next: Type.Optional(Type.String({ maxLength: 1000 })),
});
export type WatchForm = Static<typeof WatchForm>;

export const BoardMailForm = Type.Object({
  mail: Type.Enum([...mailRhythms]),
  /** Others in members' boards who show it too see that one is there, and that one writes. */
  presence: Type.Optional(Type.Boolean()),
  typing: Type.Optional(Type.Boolean()),
});
export type BoardMailForm = Static<typeof BoardMailForm>;
/** Also what a mail programme sends (RFC 8058), whose own field is left unread. */
export const StopForm = Type.Object({});
export const StopQuery = Type.Object({ of: Type.Optional(Type.String({ maxLength: 600 })) });

/** Something watched, as a button shows it: plain data. */
export interface Watched {
  kind: (typeof watchKinds)[number];
  target: string;
  level: (typeof watchLevels)[number];
}
