/**
 * The most of a loss that can be taken within a time, where the flows that take it take no more than so much in one run
 * and can be run only so often.
 *
 * What to know to trust it: an upper bound. Every way that is in reach takes all it may from the earliest minute on; runs
 * that count together (`at-most`, the same flow with the same effect) are counted once, and a flow that may be run as
 * often as one likes is no limit.
 */
import type { Earliest } from "../graph/index.ts";
import type { Goal, Step } from "../ground/index.ts";
import type { Reach } from "./reach.ts";

export interface LimitedUnder {
  readonly reach: Reach;
  readonly active: Uint8Array;
  readonly found: Pick<Earliest, "ends">;
  readonly withinMinutes: number;
}

/** The most of each goal that can be taken in time; `undefined` where nothing limits it, or nobody knows how much there is. */
export function limitOf(
  { reach, active, found, withinMinutes }: LimitedUnder,
  { atom }: Goal,
): number | undefined {
  const most = new Map<string, number>();
  for (const step of reach.world.steps) {
    const rule = reach.ruleOfStep[step.id] ?? -1;
    if (rule < 0 || active[rule] !== 1 || !step.gives.some((given) => given.atom === atom)) continue;
    const ends = found.ends[rule] ?? Infinity;
    if (ends > withinMinutes) continue;
    const { each, atMost } = step.flow;
    if (each === undefined || atMost === undefined) return undefined;
    const windows = Math.floor((withinMinutes - ends) / atMost.perMinutes) + 1;
    const key = effectOf(step);
    most.set(key, Math.max(most.get(key) ?? 0, each * atMost.times * windows));
  }
  return most.size === 0 ? undefined : [...most.values()].reduce((sum, one) => sum + one, 0);
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
