/**
 * The most of a loss that can be taken within a time, where the flows that take it take no more than so much in one run
 * and can be run only so often.
 *
 * What to know to trust it: an upper bound. Every way that is in reach takes all it may from the earliest minute on; runs
 * that count together (`at-most`, the same flow with the same effect) are counted once, and so is a limit of money that
 * several flows share, and so are the runs of a move that take what was moved there before; a flow that may be run as often
 * as one likes, for as much as one likes, is no limit.
 */
import type { Earliest } from "../graph/index.ts";
import { type Goal, runLimitsOf, type Step, sumLimitsOf } from "../ground/index.ts";
import { type AtomId, everMinutes, type Limit, mostUnder, type UnderLimits } from "../model/index.ts";
import type { Reach } from "./reach.ts";

export interface LimitedUnder {
  readonly reach: Reach;
  readonly active: Uint8Array;
  readonly found: Pick<Earliest, "ends">;
  /** `Infinity`: without an end; then only what holds for ever limits anything. */
  readonly withinMinutes: number;
  /** Of limits that are known only between two the least counts; absent: the greater. */
  readonly isLeast?: boolean;
}

export interface LimitFound {
  /** The most of it that can be taken in time. */
  readonly most: number;
  /** The limits that all of it passes; what else passes them counts with it. */
  readonly under: UnderLimits["under"];
  /** It may be less: limits cross. */
  readonly isBound: boolean;
}

/** The most of a goal that can be taken in time; `undefined` where nothing limits it, or nobody knows how much there is. */
export const limitOf = (asked: LimitedUnder, { atom }: Pick<Goal, "atom">): LimitFound | undefined =>
  limitWithout(asked, atom, new Set());

/** The most of what is given, where some places are looked at already: money that is moved round comes from nowhere else. */
function limitWithout(asked: LimitedUnder, atom: AtomId, seen: ReadonlySet<AtomId>): LimitFound | undefined {
  const { reach, active, found, withinMinutes, isLeast } = asked;
  const ways: LimitFound[] = [];
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
      const one = oneAfterAnother(limitWithout(asked, move, here), limitWithout(asked, there, here));
      if (one === undefined) return undefined;
      ways.push(one);
      continue;
    }
    const limits = limitsOf(step, atom, withinMinutes - ends, isLeast === true);
    if (limits.length === 0) return undefined;
    ways.push({
      most: mostThrough(limits, withinMinutes - ends),
      under: limits.map((limit) => [limit]),
      isBound: false,
    });
  }
  return besideEachOther(ways);
}

/** A limit with what it lets through in any stretch of time so long. */
interface LimitInTime extends Limit {
  readonly amount: number;
  readonly perMinutes: number;
}

/** The limits of one step on what it takes in so many minutes: by its runs, which take what was moved here too, and as a sum. */
function limitsOf(step: Step, atom: AtomId, minutes: number, isLeast: boolean): readonly LimitInTime[] {
  const { each: most = Infinity, eachAtLeast = most } = step.flow;
  const sums = sumLimitsOf(step);
  // No run takes more than any of its limits lets through at all.
  const each = Math.min(
    isLeast ? eachAtLeast : most,
    ...sums.map(({ amount, atLeast }) => (isLeast ? atLeast : amount)),
  );
  const byRuns = runLimitsOf(step).map(({ times, perMinutes }) => ({
    id: `${effectOf(step)} ${atom} ${perMinutes}`,
    amount: each * times,
    perMinutes,
  }));
  const bySum = sums.map(({ atLeast, ...limit }) => (isLeast ? { ...limit, amount: atLeast } : limit));
  return [...byRuns, ...bySum]
    .map((limit) => ({ ...limit, most: limit.amount * windowsIn(minutes, limit.perMinutes) }))
    .filter(({ most }) => most < Infinity);
}

/** How often a limit of so long begins anew within a time that ends on its last minute. */
const windowsIn = (minutes: number, perMinutes: number): number =>
  perMinutes >= everMinutes ? 1 : Math.floor(minutes / perMinutes) + 1;

/** What several limits of one step let through together in so many minutes: in each month no more than its days do. */
function mostThrough(limits: readonly LimitInTime[], minutes: number): number {
  const longestFirst = [...limits].sort((a, b) => b.perMinutes - a.perMinutes);
  /** From this limit on; a stretch that `ends` on its last minute has one run more than one that goes on. */
  const through = (from: number, long: number, ends: boolean): number => {
    const limit = longestFirst[from];
    if (limit === undefined) return Infinity;
    if (limit.perMinutes >= everMinutes) return Math.min(limit.amount, through(from + 1, long, ends));
    const whole = Math.floor(long / limit.perMinutes);
    const rest = long - whole * limit.perMinutes;
    const inWhole = Math.min(limit.amount, through(from + 1, limit.perMinutes, false));
    const inRest = Math.min(limit.amount, through(from + 1, rest, ends));
    return (whole > 0 ? whole * inWhole : 0) + (ends || rest > 0 ? inRest : 0);
  };
  return through(0, minutes, true);
}

/** First through the one, then through the other; where only one of them limits anything, that one. */
function oneAfterAnother(
  first: LimitFound | undefined,
  then: LimitFound | undefined,
): LimitFound | undefined {
  if (first === undefined || then === undefined) return first ?? then;
  return {
    most: Math.min(first.most, then.most),
    under: fewest([...first.under, ...then.under]),
    isBound: first.isBound || then.isBound,
  };
}

/** By any of these ways: each takes no more than it lets through, and what ways share they let through once. */
function besideEachOther(ways: readonly LimitFound[]): LimitFound | undefined {
  if (ways.length < 2) return ways[0];
  const { amount, isBound } = mostUnder(ways.map((way) => ({ amount: way.most, under: way.under })));
  // All of it passes one limit of the first way, or one of the second: whichever of each way's are taken.
  let under: UnderLimits["under"] = [[]];
  let isCut = false;
  for (const way of ways) {
    under = fewest(under.flatMap((known) => way.under.map((limits) => joined([...known, ...limits]))));
    if (under.length > listsMax) isCut = true;
    under = under.slice(0, listsMax);
  }
  return { most: amount, under, isBound: isBound || isCut || ways.some((way) => way.isBound) };
}

/** As many lists of limits as are kept of one loss; whoever has more is told a bound. */
const listsMax = 16;

/** Each limit once, the most it lets through of what was said. */
function joined(limits: readonly Limit[]): readonly Limit[] {
  const byId = new Map<string, Limit>();
  for (const limit of [...limits].sort((a, b) => a.most - b.most)) byId.set(limit.id, limit);
  return [...byId.values()];
}

/** Without those that only say again what a shorter one says; the tightest first. */
function fewest(lists: readonly (readonly Limit[])[]): readonly (readonly Limit[])[] {
  const sum = (limits: readonly Limit[]) => limits.reduce((all, limit) => all + limit.most, 0);
  const kept: (readonly Limit[])[] = [];
  for (const limits of [...lists].sort((a, b) => a.length - b.length || sum(a) - sum(b))) {
    const ids = new Set(limits.map(({ id }) => id));
    if (!kept.some((other) => other.every(({ id }) => ids.has(id)))) kept.push(limits);
  }
  return kept.sort((a, b) => sum(a) - sum(b));
}

/** Runs that count together: of one flow, to the same effect. */
export const effectOf = ({ institution, flow, gives, sets, clears, revokes }: Step): string =>
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
