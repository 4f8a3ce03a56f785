/**
 * The cheapest way in: rules that reach the goals, each paid once however many
 * later steps rest on it, for the least sum.
 *
 * This is the optimal delete-free plan of the planning literature (h+), NP-hard
 * and in practice far from hopeless. From above: ways found by `ways.ts`. From
 * below: landmarks, sets of rules of which every way uses one. A cheapest set of
 * rules that meets every landmark known costs no more than a cheapest way; if it
 * is a way it is the cheapest, else it misses a landmark not known before
 * (implicit hitting set; Haslum, Slaney and Thiébaux 2012). So the two bounds
 * close in, and either may be read at any time.
 *
 * What to know to trust it: `upper` is the cost of a real way, `lower` is proved,
 * `proved` says that they meet. Where hundreds of rules matter and most ask for
 * several things, expect a gap.
 */
import { costTolerance, type Clause, type CoverEffort, minimumCover } from "./cover.ts";
import { allReached, growingReach, type Journey, landmarkBeyond, landmarkCut, letIn } from "./landmarks.ts";
import type { Atom, Rules } from "./rules.ts";
import { slice } from "./slice.ts";
import { fixedSequence, minimal, waySearch } from "./ways.ts";

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

/** First guesses are found without branching; the effort doubles when they teach nothing new. */
const nodesAtFirst = 1;
/** Only a guess that has resisted this long is worth another solver's start-up. */
const nodesBeforeHard = 1_000;
/** Ways tried by shaking prices in each round of landmarks. */
const shakesPerRound = 4;
/** Landmarks taken from one guess, by different orders of letting rules in. */
const landmarksPerGuess = 8;
/** A caller without a budget still gets an answer. */
const roundsMax = 20_000;

/** The cheapest way in, or `undefined` when a goal cannot be reached at all. Anytime under `effort.isSpent`. */
export function cheapest(
  rules: Rules,
  { held, goals, active }: CheapestQuestion,
  effort: CoverEffort = {},
): CheapestWay | undefined {
  const isSpent = effort.isSpent ?? (() => false);
  const small = slice(rules, { held, goals, active });
  if (small.goals.length < goals.length) return undefined;
  const journey: Journey = small;
  const search = waySearch(journey);
  const paid = landmarkCut(journey, isSpent);
  search.descend(isSpent);
  const landmarks: Clause[] = [...paid.landmarks];
  const isMet = (lower: number) => lower >= search.best().cost - costTolerance;
  let lower = paid.lower;
  let nodes = nodesAtFirst;
  const noise = fixedSequence();
  for (let round = 0; round < roundsMax && !isMet(lower) && !isSpent(); round++) {
    const hard = nodes >= nodesBeforeHard ? effort.hard : undefined;
    const guess = minimumCover({ costs: small.rules.cost, clauses: landmarks }, { isSpent, hard, nodesMax: nodes });
    lower = Math.max(lower, guess.lower);
    if (guess.chosen === undefined || isMet(lower)) break;
    const found = landmarksMissed(journey, { chosen: guess.chosen, noise });
    landmarks.push(...found.landmarks);
    search.offer(found.way);
    if (found.landmarks.length === 0) {
      // The guess is a way. Proved cheapest, it is the answer; else it takes a longer look to get further.
      if (guess.proved) break;
      nodes *= 4;
    } else if (nodes > nodesAtFirst && !guess.proved) nodes = Math.max(nodesAtFirst, nodes / 2);
    for (let i = 0; i < shakesPerRound && !isSpent(); i++) search.shake(isSpent);
  }
  const { cost: upper } = search.best();
  const way = minimal(journey, search.best().rules).rules.map((rule) => small.ruleIds[rule]!);
  const isProved = isMet(lower);
  return { lower: isProved ? upper : Math.min(lower, upper), upper, proved: isProved, way: way.sort((a, b) => a - b) };
}

interface Missed {
  readonly landmarks: readonly Clause[];
  /** The guess with what was added until it reached the goals. */
  readonly way: readonly number[];
}

/**
 * Landmarks that a guess misses: several beyond the guess itself, by letting rules
 * in in different orders, then one after another while the guess is completed by a
 * cheapest rule of each. None when the guess reaches the goals.
 */
function landmarksMissed(
  journey: Journey,
  { chosen, noise }: { chosen: readonly number[]; noise: () => number },
): Missed {
  const { rules, goals } = journey;
  const landmarks = new Map<string, Clause>();
  const way: number[] = [...chosen];
  const base = () => {
    const reach = growingReach(journey);
    for (let rule = 0; rule < rules.ruleCount; rule++) if (rules.cost[rule] === 0) letIn(rules, reach, rule);
    for (const rule of way) letIn(rules, reach, rule);
    return reach;
  };
  const rank = Float64Array.from(rules.cost);
  for (let i = 0; ; i++) {
    const reach = base();
    if (allReached(reach, goals)) break;
    const landmark = landmarkBeyond(journey, reach, rank);
    landmarks.set(landmark.join(), landmark);
    if (i + 1 >= landmarksPerGuess) {
      const cheapestFirst = [...landmark].sort((a, b) => rules.cost[a - 1]! - rules.cost[b - 1]! || a - b);
      way.push(cheapestFirst[0]! - 1);
    }
    for (let rule = 0; rule < rank.length; rule++) rank[rule] = rules.cost[rule]! * noise();
  }
  for (let rule = 0; rule < rules.ruleCount; rule++) if (rules.cost[rule] === 0) way.push(rule);
  return { landmarks: [...landmarks.values()], way };
}
