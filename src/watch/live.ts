/** Decisions as they are made, to whoever looks: each listener hears of one institution, and of what was kept only. */
import type { Kept } from "./desk.ts";

export interface Live {
  tell(kept: readonly Kept[]): void;
  /** There are as many listeners as there may be. */
  isFull(): boolean;
  /** Gives what ends it. `look`: told to look whether it may still hear. */
  listen(institution: string, hear: (kept: Kept) => void, look: () => void): () => void;
  /** Who may hear has changed. */
  changed(): void;
}

/** A page open on every desk of a large operator. */
const listenersMax = 200;

interface Listener {
  readonly institution: string;
  readonly hear: (kept: Kept) => void;
  readonly look: () => void;
}

export function openLive(): Live {
  const listeners = new Set<Listener>();
  return {
    tell(kept) {
      if (listeners.size === 0) return;
      for (const each of kept)
        for (const { institution, hear } of listeners) if (institution === each.institution) hear(each);
    },
    isFull: () => listeners.size >= listenersMax,
    listen(institution, hear, look) {
      const listener = { institution, hear, look };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed() {
      for (const { look } of [...listeners]) look();
    },
  };
}
