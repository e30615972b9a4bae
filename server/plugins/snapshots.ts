/** Answers of the database that many pages need, kept in memory until a room that they show changes. */
import { LRUCache } from "lru-cache";

interface Snapshot {
  rooms: readonly string[];
  value: Promise<unknown>;
  /** Until it is loaded nobody knows all that it shows. */
  loading: boolean;
}

/** Regions, countries and days; a flood of other keys pushes out the oldest, so that memory stays bounded. */
const MAX_SNAPSHOTS = 400;

export class Snapshots {
  readonly #kept = new LRUCache<string, Snapshot>({ max: MAX_SNAPSHOTS });

  /**
   * What `load` answers, asked once for all who wait; it may name further `rooms` that it shows. A change during the
   * loading lets go of it: those who asked before get what they asked for, whoever asks after the change loads anew. One
   * key always means one type.
   */
  remember<T>(key: string, rooms: readonly string[], load: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept) return kept.value as Promise<T>;
    const value = load();
    const snapshot: Snapshot = { rooms, value, loading: true };
    this.#kept.set(key, snapshot);
    value.then(
      (loaded) => {
        snapshot.loading = false;
        snapshot.rooms = [...rooms, ...roomsOf(loaded)];
      },
      () => {
        if (this.#kept.peek(key) === snapshot) this.#kept.delete(key);
      },
    );
    return value;
  }

  /** Ends what shows something of these rooms. */
  changed(rooms: readonly string[]): void {
    const changed = new Set(rooms);
    for (const [key, snapshot] of this.#kept.entries()) {
      if (snapshot.loading || snapshot.rooms.some((room) => changed.has(room))) this.#kept.delete(key);
    }
  }
}

function roomsOf(loaded: unknown): readonly string[] {
  const rooms = typeof loaded === "object" && loaded !== null && "rooms" in loaded ? loaded.rooms : [];
  return Array.isArray(rooms) ? rooms : [];
}
