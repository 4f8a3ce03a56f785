/**
 * Work for many outside, each at its own pace: whoever is slow or hangs holds up nobody else, and nobody's is begun twice at a
 * time.
 */
export interface Lanes {
  /** Begins the work of each that has none under way. Done when that of all these is; throws what any of it throws. */
  run(names: readonly string[], work: (name: string) => Promise<void>): Promise<void>;
  /** Done when nothing is under way, however it ended. */
  settled(): Promise<void>;
}

export function openLanes(): Lanes {
  const underWay = new Map<string, Promise<void>>();
  return {
    async run(names, work) {
      for (const name of names) {
        if (underWay.has(name)) continue;
        const begun = work(name).finally(() => underWay.delete(name));
        // Told below, to everybody who waits for it.
        begun.catch(() => {});
        underWay.set(name, begun);
      }
      await Promise.all([...underWay.values()]);
    },
    async settled() {
      await Promise.allSettled([...underWay.values()]);
    },
  };
}
