/** Answers of the database that many pages need, kept in memory until a room that they show changes. */
import { LRUCache } from "lru-cache";

interface Snapshot {
  rooms: readonly string[];
  value: Promise<unknown>;
}

/** Regions, countries and days; a flood of other keys pushes out the oldest, so that memory stays bounded. */
const MAX_SNAPSHOTS = 400;

export class Snapshots {
  readonly #kept = new LRUCache<string, Snapshot>({ max: MAX_SNAPSHOTS });

  /**
   * What `load` answers, asked once for all who wait. A change during the loading lets go of it: those who asked before
   * get what they asked for, whoever asks after the change loads anew. One key always means one type.
   */
  remember<T>(key: string, rooms: readonly string[], load: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept) return kept.value as Promise<T>;
    const value = load();
    const snapshot = { rooms, value };
    this.#kept.set(key, snapshot);
    value.catch(() => {
      if (this.#kept.peek(key) === snapshot) this.#kept.delete(key);
    });
    return value;
  }

  /** Ends what shows something of these rooms. */
  changed(rooms: readonly string[]): void {
    for (const [key, snapshot] of this.#kept.entries()) {
      if (snapshot.rooms.some((room) => rooms.includes(room))) this.#kept.delete(key);
    }
  }
}
