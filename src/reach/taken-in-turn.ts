/**
 * What somebody takes who runs every way as soon as its limits let it through, one run after the other: whether the most that
 * limits let through is reached at all. Where it is not, the most is a bound, and is said to be one: runs that take less
 * than they might use up a limit of runs, and the last minutes are too short for the last of them.
 */
import { everMinutes } from "../model/index.ts";

export interface WayTaken {
  /** The minute at which its first run is over, and how long one takes. */
  readonly from: number;
  readonly minutes: number;
  /** The most one run takes. */
  readonly each: number;
  readonly runs: readonly { readonly id: string; readonly times: number; readonly perMinutes: number }[];
  readonly sums: readonly { readonly id: string; readonly amount: number; readonly perMinutes: number }[];
}

/** Beyond these nobody counts; what was taken by then is what is told. */
const runsMax = 5_000;

export interface InTurn {
  readonly withinMinutes: number;
  readonly wanted: number;
  /** Of several that are free at once: the one that takes least or most, or the first again and again until its limits end that. */
  readonly prefers: "least" | "most" | "first";
}

/** What is taken by all of them within the time, no more than is wanted. */
export function takenInTurn(ways: readonly WayTaken[], { withinMinutes, wanted, prefers }: InTurn): number {
  const spent = new Map<string, { readonly at: number; readonly count: number }[]>();
  const next = ways.map(({ from }) => from);
  let taken = 0;
  for (let run = 0; run < runsMax && taken < wanted; run++) {
    // Whichever may be run first.
    let best: { readonly way: number; readonly at: number; readonly amount: number } | undefined;
    for (const [way, each] of ways.entries()) {
      const at = freeFrom(each, next[way] ?? Infinity, spent);
      if (at > withinMinutes) continue;
      const amount = Math.min(each.each, ...each.sums.map((sum) => leftOf(sum, at, spent)));
      const isBetter =
        best === undefined ||
        at < best.at ||
        (at === best.at &&
          ((prefers === "least" && amount < best.amount) || (prefers === "most" && amount > best.amount)));
      if (isBetter) best = { way, at, amount };
    }
    const chosen = best === undefined ? undefined : ways[best.way];
    if (best === undefined || chosen === undefined) return taken;
    const amount = Math.min(best.amount, wanted - taken);
    taken += amount;
    for (const { id } of chosen.runs) spend(spent, id, { at: best.at, count: 1 });
    for (const id of new Set(chosen.sums.map((sum) => sum.id)))
      spend(spent, id, { at: best.at, count: amount });
    next[best.way] = best.at + (prefers === "first" ? 0 : chosen.minutes);
  }
  return taken;
}

type Spent = Map<string, { readonly at: number; readonly count: number }[]>;

function spend(spent: Spent, id: string, one: { readonly at: number; readonly count: number }): void {
  const known = spent.get(id);
  if (known === undefined) spent.set(id, [one]);
  else known.push(one);
}

interface Bar {
  readonly id: string;
  readonly perMinutes: number;
}

const spentIn = ({ id, perMinutes }: Bar, now: number, spent: Spent) =>
  (spent.get(id) ?? []).filter(({ at }) => perMinutes >= everMinutes || at + perMinutes > now);

const sumOf = (all: readonly { readonly count: number }[]): number =>
  all.reduce((sum, { count }) => sum + count, 0);

const leftOf = (sum: WayTaken["sums"][number], now: number, spent: Spent): number =>
  Math.max(0, sum.amount - sumOf(spentIn(sum, now, spent)));

/** The first minute from then on at which none of its limits holds it back. */
function freeFrom(way: WayTaken, from: number, spent: Spent): number {
  let now = from;
  const bars = [
    ...way.runs.map((limit) => ({ ...limit, most: limit.times })),
    ...way.sums.map((limit) => ({ ...limit, most: limit.amount })),
  ];
  for (let isMoving = true; isMoving && now < Infinity; ) {
    isMoving = false;
    for (const bar of bars) {
      const held = spentIn(bar, now, spent);
      if (sumOf(held) < bar.most - 1e-9) continue;
      isMoving = true;
      const [first = Infinity] = held.map(({ at }) => at).sort((a, b) => a - b);
      now = bar.perMinutes >= everMinutes ? Infinity : first + bar.perMinutes;
    }
  }
  return now;
}
