/**
 * What a receiver has taken and the disk would not note. It is noted before anything else is sent: while the disk refuses,
 * nobody is told the same thing again and again.
 */
export interface Unnoted {
  /** Throws what the disk says; the note is then kept for later. */
  note(act: () => void): void;
  /** Notes what could not be noted before. Throws what the disk says: nothing is to be sent yet. */
  settle(): void;
}

export function openUnnoted(): Unnoted {
  const waiting: (() => void)[] = [];
  return {
    note(act) {
      try {
        act();
      } catch (cause) {
        waiting.push(act);
        throw cause;
      }
    },
    settle() {
      for (let act = waiting[0]; act !== undefined; act = waiting[0]) {
        act();
        waiting.shift();
      }
    },
  };
}
