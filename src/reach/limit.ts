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
import { type AtomId, everMinutes } from "../model/index.ts";
import type { Reach } from "./reach.ts";

export interface LimitedUnder {
  readonly reach: Reach;
  readonly active: Uint8Array;
  readonly found: Pick<Earliest, "ends">;
  /** `Infinity`: without an end; then only what holds for ever limits anything. */
  readonly withinMinutes: number;
}

export interface LimitFound {
  /** The most of it that can be taken in time. */
  readonly most: number;
  /** The one limit of money all of it comes under, where there is one; what else comes under it counts with it. */
  readonly shared?: string;
}

/** The most of a goal that can be taken in time; `undefined` where nothing limits it, or nobody knows how much there is. */
export function limitOf(asked: LimitedUnder, { atom }: Pick<Goal, "atom">): LimitFound | undefined {
  return limitWithout(asked, atom, new Set());
}

/** The same, where some places are looked at already: money that is moved round comes from nowhere else. */
function limitWithout(asked: LimitedUnder, atom: AtomId, seen: ReadonlySet<AtomId>): LimitFound | undefined {
  const { reach, active, found, withinMinutes } = asked;
  const most = new Map<string, number>();
  const sums = new Set<string>();
  // What was moved here goes with what lies here, in the same runs: together no more than these let through.
  const isShared = reach.world.steps.some(({ kind, asks }) => kind === "moved" && asks[1] === atom);
  for (const step of reach.world.steps) {
    const rule = reach.ruleOfStep[step.id] ?? -1;
    if (rule < 0 || active[rule] !== 1 || !step.gives.some((given) => given.atom === atom)) continue;
    const ends = found.ends[rule] ?? Infinity;
    if (ends === Infinity || ends > withinMinutes) continue;
    if (step.kind === "moved") {
      const [move, there] = step.asks;
      if (move === undefined || there === undefined) return undefined;
      if (seen.has(there)) continue;
      const here = new Set([...seen, atom]);
      const left = limitWithout(asked, there, here);
      const moved = limitWithout(asked, move, here);
      if (left === undefined && moved === undefined) return undefined;
      const key = left?.shared ?? moved?.shared ?? `${move} ${there}`;
      if (left?.shared !== undefined) sums.add(key);
      most.set(key, Math.max(most.get(key) ?? 0, Math.min(left?.most ?? Infinity, moved?.most ?? Infinity)));
      continue;
    }
    const { each, atMost } = step.flow;
    if (atMost === undefined) return undefined;
    const windows =
      atMost.perMinutes >= everMinutes ? 1 : Math.floor((withinMinutes - ends) / atMost.perMinutes) + 1;
    const byRuns =
      each === undefined || atMost.times === undefined ? Infinity : each * atMost.times * windows;
    const bySum = (atMost.amount ?? Infinity) * windows;
    if (Math.min(byRuns, bySum) === Infinity) return undefined;
    const ofRuns = isShared ? `${effectOf(step)} ${atom}` : effectOf(step);
    const key = bySum <= byRuns ? (sumLimitOf(step) ?? ofRuns) : ofRuns;
    if (bySum <= byRuns || isShared) sums.add(key);
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
