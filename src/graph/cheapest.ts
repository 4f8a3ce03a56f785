/**
 * The cheapest way in: rules that reach the goals, each paid once however many
 * later steps rest on it, for the least sum.
 *
 * This is the optimal delete-free plan of the planning literature (h+), NP-hard
 * and in practice far from hopeless. From above: ways found by `ways.ts`. From
 * below: landmarks, sets of rules of which every way uses one, priced as high as
 * they can be (`landmark-bound.ts`). Rules that would lift that bound to the best
 * way's cost are ruled out, and the rest is looked at again. At last, a cheapest set of
 * rules that meets every landmark known costs no more than a cheapest way; if it
 * is a way it is the cheapest, else it misses a landmark not known before
 * (implicit hitting set; Haslum, Slaney and Thiébaux 2012). So the two bounds
 * close in, and either may be read at any time.
 *
 * What to know to trust it: `upper` is the cost of a real way, `lower` is proved,
 * `proved` says that they meet. Where hundreds of rules matter and most ask for
 * several things, expect a gap.
 */
import { type IsSpent, neverSpent, workOf } from "./budget.ts";
import { rulesBehind } from "./closure.ts";
import { minimumCover } from "./cover.ts";
import { type Clause, type CoverEffort, costTolerance } from "./cover-problem.ts";
import { landmarkBound } from "./landmark-bound.ts";
import { landmarkCut } from "./landmarks.ts";
import { prices } from "./prices.ts";
import type { Atom, Rules } from "./rules.ts";
import { type Slice, slice } from "./slice.ts";
import { minimal, type Way, waySearch } from "./ways.ts";

export interface CheapestQuestion {
  readonly held: ArrayLike<Atom>;
  /** All of them are to be reached. */
  readonly goals: ArrayLike<Atom>;
  /** Rules whose entry is 0 do not count. */
  readonly active?: Uint8Array | undefined;
}

export interface CheapestWay {
  /** No way costs less. */
  readonly lower: number;
  /** What the way costs. */
  readonly upper: number;
  readonly proved: boolean;
  /** The rules of the way, ascending; none can be left out. */
  readonly way: readonly number[];
}

/** Rounds of pricing landmarks before the rules are looked through again; later rounds move the bound by less than a hundredth. */
const boundRounds = 40;
/** Ways tried by shaking prices in each round. */
const shakesPerRound = 4;
/** Nodes for the first guesses: none of them need be best to teach something. */
const nodesAtFirst = 1;
/** Only a guess that has resisted this long is worth another solver's start-up, */
const nodesBeforeHard = 1_000;
/** unless the bounds are so far apart that only a better bound on the landmarks helps. */
const farApart = 0.1;
/** A caller without a budget still gets an answer. */
const roundsMax = 20_000;

/** The cheapest way in, or `undefined` when a goal cannot be reached at all. Anytime under `effort.isSpent`. */
export function cheapest(
  rules: Rules,
  { held, goals, active }: CheapestQuestion,
  effort: CoverEffort = {},
): CheapestWay | undefined {
  const isSpent = effort.isSpent ?? neverSpent;
  const isWhole = rules.cost.every((cost) => Number.isInteger(cost));
  const rounded = (bound: number) => (isWhole ? Math.ceil(bound - 1e-6) : bound);
  const isPossible = active === undefined ? new Uint8Array(rules.ruleCount).fill(1) : active.slice();
  let best: Way | undefined;
  let lower = 0;
  for (;;) {
    isSpent(workOf.slice(rules));
    const small = slice(rules, { held, goals, active: isPossible });
    if (small.goals.length < goals.length) {
      // Without what was ruled out the goals are out of reach: nothing is cheaper than the best way.
      return best && { lower: best.cost, upper: best.cost, proved: true, way: best.rules };
    }
    const found = narrow(small, { best, isSpent, rounded });
    best = found.best;
    lower = Math.max(lower, Math.min(found.lower, best.cost));
    if (lower >= best.cost - costTolerance || isSpent(0)) break;
    let ruledOut = 0;
    for (let rule = 0; rule < small.rules.ruleCount; rule++) {
      if (rounded(found.lower + found.reduced[rule]!) < best.cost - costTolerance) continue;
      isPossible[small.ruleIds[rule]!] = 0;
      ruledOut++;
    }
    if (ruledOut > small.rules.ruleCount / 10) continue;
    const settled = meetLandmarks(small, { landmarks: found.landmarks, best, lower, effort });
    best = settled.best;
    lower = Math.max(lower, settled.lower);
    break;
  }
  const isProved = lower >= best.cost - costTolerance;
  return { lower: isProved ? best.cost : lower, upper: best.cost, proved: isProved, way: best.rules };
}

interface Narrowing {
  /** In the whole's numbers. */
  readonly best: Way | undefined;
  readonly isSpent: IsSpent;
  readonly rounded: (bound: number) => number;
}

interface Narrowed {
  readonly best: Way;
  /** For ways within the slice. */
  readonly lower: number;
  readonly reduced: Float64Array;
  readonly landmarks: readonly (readonly number[])[];
}

/** Both bounds by pricing alone, without branching. */
function narrow(small: Slice, { best: known, isSpent, rounded }: Narrowing): Narrowed {
  const journey = { ...small, isSpent };
  const search = waySearch(journey);
  search.descend();
  let best = better(known, original(small, search.best()));
  const bound = landmarkBound(journey);
  for (let round = 0; round < boundRounds; round++) {
    search.offer(bound.step(best.cost));
    for (let i = 0; i < shakesPerRound && !isSpent(0); i++) search.shake();
    best = better(best, original(small, search.best()));
    if (isSpent(0) || rounded(bound.lower()) >= best.cost - costTolerance) break;
  }
  return { best, lower: rounded(bound.lower()), reduced: bound.reduced, landmarks: bound.landmarks() };
}

interface Meeting {
  readonly landmarks: readonly (readonly number[])[];
  readonly best: Way;
  readonly lower: number;
  readonly effort: CoverEffort;
}

/**
 * Implicit hitting set: a cheapest set of rules that meets all known landmarks is
 * a way, or misses landmarks that are then known. `lower` counts ways within the
 * slice that are cheaper than the best; when there are none, it is the best's cost.
 */
function meetLandmarks(
  small: Slice,
  { landmarks, best: known, lower: least, effort }: Meeting,
): { best: Way; lower: number } {
  const isSpent = effort.isSpent ?? neverSpent;
  const journey = { ...small, isSpent };
  const { rules } = small;
  const clauses: Clause[] = landmarks.map((members) => members.map((rule) => rule + 1));
  const offered = new Float64Array(rules.ruleCount);
  let best = known;
  let lower = least;
  let nodes = nodesAtFirst;
  for (let round = 0; round < roundsMax && lower < best.cost - costTolerance && !isSpent(); round++) {
    const isHard = nodes >= nodesBeforeHard || best.cost - lower > farApart * best.cost;
    const guess = minimumCover(
      { costs: rules.cost, clauses, upper: best.cost },
      { isSpent, hard: isHard ? effort.hard : undefined, nodesMax: nodes },
    );
    lower = Math.max(lower, guess.lower);
    if (guess.chosen === undefined) {
      if (guess.proved) return { best, lower: best.cost };
      nodes *= 4;
      continue;
    }
    offered.set(rules.cost);
    for (const rule of guess.chosen) offered[rule] = 0;
    const missed = landmarkCut(journey, offered);
    for (const landmark of missed.landmarks) clauses.push(landmark.rules.map((rule) => rule + 1));
    isSpent(workOf.prices(rules));
    const { because } = prices(rules, { held: small.held, own: offered, combine: "sum" });
    best = better(best, original(small, minimal(journey, rulesBehind(rules, because, small.goals))));
    if (missed.landmarks.length > 0) continue;
    // The guess is a way. If it was proved cheapest, so is the way; else a longer look is needed.
    if (guess.proved) return { best, lower: best.cost };
    nodes *= 4;
  }
  return { best, lower: Math.min(lower, best.cost) };
}

function original(small: Slice, way: Way): Way {
  return { rules: way.rules.map((rule) => small.ruleIds[rule]!).sort((a, b) => a - b), cost: way.cost };
}

function better(known: Way | undefined, other: Way): Way {
  return known === undefined || other.cost < known.cost ? other : known;
}
