/** A profile's history as pages show it. */
import Type from "typebox";

export interface HistoryEntry {
  id: number;
  /** ISO 8601, in UTC. */
  at: string;
  who: {
    side: "organisation" | "curator" | "platform";
    /** Told to those who keep the profile alone. */
    handle: string | null;
    isRemoved: boolean;
  };
  source: string | null;
  credit: string | null;
  changes: { field: string; before: unknown; after: unknown }[];
  /** Holds something that visitors are not shown. */
  isPrivate: boolean;
}

/** Staff looked at what is not public. */
export interface NotedRead {
  /** ISO 8601, in UTC. */
  at: string;
  /** Null: a person who was removed. */
  handle: string | null;
}

export const HistoryQuery = Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) });
export const RestoreForm = Type.Object({ revision: Type.Integer({ minimum: 1 }) });
