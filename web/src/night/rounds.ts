/**
 * A long list of what was done, with what repeats said once: suspended, lifted, suspended, lifted … is one round, so many
 * times. The order is kept and nothing is left out: a round holds all its entries.
 */
import { type Entry, headingOf } from "./night-told.ts";

export type Row =
  | { readonly kind: "one"; readonly entry: Entry }
  /** `entries` are `times` repetitions of as many different things. */
  | {
      readonly kind: "rounds";
      readonly times: number;
      readonly round: readonly Entry[];
      readonly entries: readonly Entry[];
    };

/** A round of more different things is not seen as one. */
const roundMax = 4;
/** Twice is still told; from the third time on it is a round. */
const timesMin = 3;

export function rowsOf(entries: readonly Entry[]): readonly Row[] {
  const keys = entries.map(keyOf);
  const rows: Row[] = [];
  for (let at = 0; at < entries.length; ) {
    const { length, times } = roundsAt(keys, at);
    if (times < timesMin) {
      rows.push({ kind: "one", entry: entries[at]! });
      at += 1;
      continue;
    }
    rows.push({
      kind: "rounds",
      times,
      round: entries.slice(at, at + length),
      entries: entries.slice(at, at + length * times),
    });
    at += length * times;
  }
  return rows;
}

/** The round beginning here that covers the most, the shortest of those. */
function roundsAt(keys: readonly string[], at: number): { readonly length: number; readonly times: number } {
  let best = { length: 1, times: 1 };
  for (let length = 1; length <= roundMax; length++) {
    let times = 1;
    while (isSame(keys, at, at + times * length, length)) times++;
    if (times >= timesMin && times * length > best.times * best.length) best = { length, times };
  }
  return best;
}

function isSame(keys: readonly string[], at: number, other: number, length: number): boolean {
  if (other + length > keys.length) return false;
  for (let i = 0; i < length; i++) if (keys[at + i] !== keys[other + i]) return false;
  return true;
}

/** What a reader would call the same thing done again. What an account tells is always told by itself. */
function keyOf(entry: Entry): string {
  switch (entry.kind) {
    case "step":
      return `${entry.side} ${entry.institution}/${entry.flow} ${entry.outcome} ${entry.note === undefined ? entry.things.join() : entry.id}`;
    case "look":
      return `look ${entry.side} ${entry.condition}`;
    case "lapse":
      return `lapse ${entry.condition}`;
    case "seen":
      return `seen ${entry.at} ${headingOf(entry.note)?.en}`;
  }
}
