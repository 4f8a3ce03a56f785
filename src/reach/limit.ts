/**
 * The most of a loss that can be taken within a time, where the flows that take it take no more than so much in one run
 * and can be run only so often.
 *
 * What to know to trust it: an upper bound. Every way that is in reach takes all it may from the earliest minute on; runs
 * that count together (`at-most`, the same flow with the same effect) are counted once, and so is a limit of money that
 * several flows share; a flow that may be run as often as one likes, for as much as one likes, is no limit.
 */
import type { Earliest } from "../graph/index.ts";
import { type Goal, type Step, sumLimitOf } from "../ground/index.ts";
import type { Reach } from "./reach.ts";

export interface LimitedUnder {
  readonly reach: Reach;
  readonly active: Uint8Array;
  readonly found: Pick<Earliest, "ends">;
  readonly withinMinutes: number;
}

export interface LimitFound {
  /** The most of it that can be taken in time. */
  readonly most: number;
  /** The one limit of money all of it comes under, where there is one; what else comes under it counts with it. */
  readonly shared?: string;
}

/** The most of a goal that can be taken in time; `undefined` where nothing limits it, or nobody knows how much there is. */
export function limitOf(
  { reach, active, found, withinMinutes }: LimitedUnder,
  { atom }: Goal,
): LimitFound | undefined {
  const most = new Map<string, number>();
  const sums = new Set<string>();
  for (const step of reach.world.steps) {
    const rule = reach.ruleOfStep[step.id] ?? -1;
    if (rule < 0 || active[rule] !== 1 || !step.gives.some((given) => given.atom === atom)) continue;
    const ends = found.ends[rule] ?? Infinity;
    if (ends > withinMinutes) continue;
    const { each, atMost } = step.flow;
    if (atMost === undefined) return undefined;
    const windows = Math.floor((withinMinutes - ends) / atMost.perMinutes) + 1;
    const byRuns =
      each === undefined || atMost.times === undefined ? Infinity : each * atMost.times * windows;
    const bySum = (atMost.amount ?? Infinity) * windows;
    if (Math.min(byRuns, bySum) === Infinity) return undefined;
    const key = bySum <= byRuns ? (sumLimitOf(step) ?? effectOf(step)) : effectOf(step);
    if (bySum <= byRuns) sums.add(key);
    most.set(key, Math.max(most.get(key) ?? 0, Math.min(byRuns, bySum)));
  }
  if (most.size === 0) return undefined;
  const [only] = most.keys();
  return {
    most: [...most.values()].reduce((sum, one) => sum + one, 0),
    ...(most.size === 1 && only !== undefined && sums.has(only) ? { shared: only } : {}),
  };
}

/** Runs that count together: of one flow, to the same effect. */
const effectOf = ({ institution, flow, gives, sets, clears, revokes }: Step): string =>
  JSON.stringify([
    institution,
    flow.id,
    flow.each,
    flow.atMost,
    gives.map(({ atom }) => atom).sort(),
    sets.map(({ condition }) => condition).sort(),
    [...clears].sort(),
    revokes.map(({ atom }) => atom).sort(),
  ]);
