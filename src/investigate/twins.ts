/**
 * Rows that tell of one payment: it stands in the statement of the card and in the bill of the wallet that charged it, or
 * goes out of one own pot and into another.
 *
 * Two rows of different files, of the same sum, at the same time (the same day, where one of them tells only that), of
 * which one names the other's keeper. Cost: linear, with a sort for each sum.
 */
import { minutesADay, type Observation } from "../evidence/index.ts";

export interface Twins {
  /** Row by row, by id: those that tell of the same payment. */
  readonly of: ReadonlyMap<number, readonly Observation[]>;
}

const sameMinutes = 10;
/** Of one sum at one time more than these are not told apart. */
const lookedAtMax = 12;

export function twinsOf(observations: readonly Observation[]): Twins {
  const bySum = new Map<number, Observation[]>();
  for (const observation of observations)
    if (observation.kind === "row" && observation.amount !== undefined)
      bySum.set(observation.amount, [...(bySum.get(observation.amount) ?? []), observation]);
  const of = new Map<number, Observation[]>();
  for (const rows of bySum.values()) {
    rows.sort((a, b) => a.from - b.from || a.id - b.id);
    for (const [i, row] of rows.entries())
      for (const other of rows.slice(i + 1, i + 1 + lookedAtMax)) {
        if (other.from > row.to + minutesADay) break;
        if (!areTwins(row, other)) continue;
        of.set(row.id, [...(of.get(row.id) ?? []), other]);
        of.set(other.id, [...(of.get(other.id) ?? []), row]);
      }
  }
  return { of };
}

function areTwins(one: Observation, other: Observation): boolean {
  if (one.place.file === other.place.file) return false;
  const apart = Math.max(0, one.from - other.to, other.from - one.to);
  if (apart > sameMinutes) return false;
  const names = (a: Observation, b: Observation) => a.named.some((each) => b.institutions.includes(each));
  if (names(one, other) || names(other, one)) return true;
  // Out of one pot and into another within minutes needs no name.
  const isMoved =
    one.direction !== other.direction && one.direction !== "neutral" && other.direction !== "neutral";
  const isExact = one.from === one.to && other.from === other.to;
  return isMoved && isExact;
}

/** Is it money that went from one of the own pots into another? */
export const movedInto = (row: Observation, { of }: Twins): readonly Observation[] =>
  (of.get(row.id) ?? []).filter(({ direction }) => row.direction === "out" && direction === "in");
