/**
 * What somebody types who only looks, for as long as this tab is open: a touch on "load again", or a phone that had to
 * make room, must not cost a frightened person half an hour of typing. It lies in the tab's own session store, which the
 * browser empties when the tab is closed; nothing of it is sealed, and no other tab sees it.
 */
import type { KeptPerson } from "./people.ts";
import { isKeptPerson } from "./person-record.ts";

export interface Draft {
  /** By id; empty where there is none, or what lies there is not ours. */
  read(): ReadonlyMap<string, KeptPerson>;
  /** In the place of what was there; of nobody, nothing is left. */
  write(people: ReadonlyMap<string, KeptPerson>): void;
}

/** The two words of a session store that are used. */
export type TabStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = "chainbreak: only looking";

/** A browser that forbids the store, or has no room, keeps nothing: then a reload costs what it always did. */
export const draftIn = (store: () => TabStore): Draft => ({
  read() {
    try {
      const value: unknown = JSON.parse(store().getItem(key) ?? "[]");
      if (!Array.isArray(value)) return new Map();
      return new Map(
        value.flatMap((entry: unknown): [string, KeptPerson][] => {
          if (!Array.isArray(entry)) return [];
          const [id, person]: readonly unknown[] = entry;
          return typeof id === "string" && isKeptPerson(person) ? [[id, person]] : [];
        }),
      );
    } catch {
      return new Map();
    }
  },
  write(people) {
    try {
      if (people.size === 0) store().removeItem(key);
      else store().setItem(key, JSON.stringify([...people]));
    } catch {
      // Nothing is kept then.
    }
  },
});
