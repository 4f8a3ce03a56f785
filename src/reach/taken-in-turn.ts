/**
 * What somebody takes who runs every way as soon as its limits let it through, one run after the other: whether the most that
 * is named is reached at all. Where it is not, the most is a bound, and is said to be one: runs that take less than they
 * might use up a limit of runs, what one run takes of one loss another loss does not get under the same limit, and the last
 * minutes are too short for the last of them.
 *
 * Cost: each run looks at every way once, and both together are limited (`looksMax`).
 */
import { everMinutes } from "../model/index.ts";

export interface WayTaken {
  /** The minute at which its first run is over, how long one takes, and for how much of that somebody is busy with it. */
  readonly from: number;
  readonly minutes: number;
  readonly busyMinutes: number;
  /** The most one run takes of each place. */
  readonly each: number;
  /** The places it takes from, in the order in which a limit lets them through. */
  readonly pots: readonly number[];
  readonly runs: readonly Bar[];
  readonly sums: readonly Bar[];
}

/** A limit in any stretch of time so long: of runs, or of money. */
export interface Bar {
  readonly id: string;
  readonly most: number;
  readonly perMinutes: number;
}

/** Where money lies; a part lies in its whole, and is gone with it. */
export interface PotTaken {
  readonly amount: number;
  readonly partOf: readonly number[];
}

/** Beyond so many looks nobody counts; what was taken by then is what is told. */
const looksMax = 100_000;

export interface InTurn {
  readonly ways: readonly WayTaken[];
  readonly pots: readonly PotTaken[];
  readonly withinMinutes: number;
  readonly wanted: number;
  /** Of several that are free at once: the one that takes least or most, or the first again and again until its limits end that. */
  readonly prefers: "least" | "most" | "first";
  /** One pair of hands does one thing after the other; else each way is run by itself. */
  readonly isAlone: boolean;
}

/** What is taken by all of them within the time, no more than is wanted. */
export function takenInTurn({ ways, pots, withinMinutes, wanted, prefers, isAlone }: InTurn): number {
  const spent = new Map<string, Spent>();
  // A limit is asked when a run begins, and counts what it took when it is over.
  const next = ways.map(({ from, minutes }) => from - minutes);
  const left = pots.map(({ amount }) => amount);
  let taken = 0;
  let free = 0;
  for (let looks = 0; looks < looksMax && taken < wanted - almost; looks += ways.length) {
    // Whichever may be run first.
    let best: { readonly way: number; readonly at: number; readonly amount: number } | undefined;
    for (const [way, each] of ways.entries()) {
      const begins = freeFrom(each, Math.max(next[way] ?? Infinity, free), spent);
      const at = begins + each.minutes;
      if (at > withinMinutes) continue;
      const amount = sumOf(takesFrom(each, { at, spent, pots, left }));
      if (amount <= almost) continue;
      const isBetter =
        best === undefined ||
        at < best.at ||
        (at === best.at &&
          ((prefers === "least" && amount < best.amount) || (prefers === "most" && amount > best.amount)));
      if (isBetter) best = { way, at, amount };
    }
    const chosen = best === undefined ? undefined : ways[best.way];
    if (best === undefined || chosen === undefined) return taken;
    const { at, amount } = best;
    for (const [nth, some] of takesFrom(chosen, { at, spent, pots, left }).entries())
      takeOut(chosen.pots[nth] ?? -1, some, pots, left);
    taken += amount;
    for (const { id } of chosen.runs) spend(spent, id, { at, count: 1 });
    for (const id of new Set(chosen.sums.map((sum) => sum.id))) spend(spent, id, { at, count: amount });
    next[best.way] = prefers === "first" ? at - chosen.minutes : at;
    if (isAlone) free = at - chosen.minutes + chosen.busyMinutes;
  }
  return Math.min(taken, wanted);
}

/** Sums of hundredths are not whole. */
const almost = 1e-6;

interface Beside {
  readonly at: number;
  readonly spent: ReadonlyMap<string, Spent>;
  readonly pots: readonly PotTaken[];
  readonly left: readonly number[];
}

/** What one run takes then of each of its places. */
function takesFrom(
  { pots: from, each, sums }: WayTaken,
  { at, spent, pots, left }: Beside,
): readonly number[] {
  let through = Math.min(...sums.map((sum) => sum.most - spentIn(sum, at, spent)));
  const less = new Map<number, number>();
  return from.map((pot) => {
    const wholes = pots[pot]?.partOf ?? [];
    const lying = Math.min(...[pot, ...wholes].map((each) => (left[each] ?? 0) - (less.get(each) ?? 0)));
    const some = Math.max(0, Math.min(each, lying, through));
    for (const gone of [pot, ...wholes]) less.set(gone, (less.get(gone) ?? 0) + some);
    through -= some;
    return some;
  });
}

function takeOut(pot: number, some: number, pots: readonly PotTaken[], left: number[]): void {
  for (const gone of [pot, ...(pots[pot]?.partOf ?? [])]) left[gone] = (left[gone] ?? 0) - some;
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

/** What went through one limit, in the order of time; beside each run all that went up to it. */
interface Spent {
  readonly at: number[];
  readonly upTo: number[];
}

function spend(spent: Map<string, Spent>, id: string, { at, count }: { at: number; count: number }): void {
  const known = spent.get(id) ?? { at: [], upTo: [] };
  spent.set(id, known);
  known.upTo.push((known.upTo.at(-1) ?? 0) + count);
  known.at.push(at);
}

/** How much of it still counts at this minute. */
function spentIn({ id, perMinutes }: Bar, now: number, spent: ReadonlyMap<string, Spent>): number {
  const known = spent.get(id);
  if (known === undefined) return 0;
  const over = perMinutes >= everMinutes ? 0 : firstOver(known.at, now - perMinutes);
  return (known.upTo.at(-1) ?? 0) - (known.upTo[over - 1] ?? 0);
}

/** How many of these, which rise, are no greater. */
function firstOver(rising: readonly number[], bound: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Infinity) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first minute from then on at which none of its limits holds it back. */
function freeFrom(way: WayTaken, from: number, spent: ReadonlyMap<string, Spent>): number {
  let now = from;
  for (let isMoving = true; isMoving && now < Infinity; ) {
    isMoving = false;
    for (const bar of [...way.runs, ...way.sums]) {
      if (spentIn(bar, now, spent) < bar.most - almost) continue;
      isMoving = true;
      now = letsThroughFrom(bar, spent);
    }
  }
  return now;
}

/** When so much is over that something goes through again. */
function letsThroughFrom({ id, most, perMinutes }: Bar, spent: ReadonlyMap<string, Spent>): number {
  const known = spent.get(id);
  if (perMinutes >= everMinutes || known === undefined) return Infinity;
  // The last of what must be over: without it less than all is spent.
  const last = firstOver(known.upTo, (known.upTo.at(-1) ?? 0) - most + almost);
  return (known.at[last] ?? Infinity) + perMinutes;
}
