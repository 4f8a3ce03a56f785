/** Decisions as they are made, to whoever looks: each listener hears of one institution, and of what was kept only. */
import type { Kept } from "./desk.ts";

export interface Live {
  tell(kept: readonly Kept[]): void;
  /** `undefined`: there are as many listeners as there may be. Gives what ends it. */
  listen(institution: string, hear: (kept: Kept) => void): (() => void) | undefined;
  listeners(): number;
}

/** A page open on every desk of a large operator. */
const listenersMax = 200;

export function openLive(): Live {
  const listeners = new Set<{ readonly institution: string; readonly hear: (kept: Kept) => void }>();
  return {
    tell(kept) {
      if (listeners.size === 0) return;
      for (const each of kept)
        for (const { institution, hear } of listeners) if (institution === each.institution) hear(each);
    },
    listen(institution, hear) {
      if (listeners.size >= listenersMax) return undefined;
      const listener = { institution, hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listeners: () => listeners.size,
  };
}
