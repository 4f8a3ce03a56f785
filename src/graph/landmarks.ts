/**
 * What every way in must use: sets of rules of which at least one is in every way
 * to the goals (disjunctive landmarks).
 *
 * Two sources. `landmarkCut` pays for landmarks out of the rules' costs until the
 * goals are free (LM-cut; Helmert and Domshlak, "Landmarks, critical paths and
 * abstractions", 2009): a lower bound at once. `landmarkBeyond` takes a set of
 * rules that does not reach the goals and lets in further rules as long as the
 * goals stay out of reach; the rules that would carry one across are then a
 * landmark, and a minimal one (Haslum, Slaney and Thiébaux, "Minimal landmarks for
 * optimal delete-free planning", 2012).
 */
import type { Clause } from "./cover.ts";
import { type Prices, prices, pricesScratch } from "./prices.ts";
import { pop, push, ruleHeap } from "./rule-heap.ts";
import type { Atom, Rules } from "./rules.ts";

export interface Journey {
  readonly rules: Rules;
  readonly held: ArrayLike<Atom>;
  /** All of them are to be reached. */
  readonly goals: ArrayLike<Atom>;
}

export interface PaidLandmarks {
  readonly lower: number;
  /** Each lists its rules as literals `rule + 1`. */
  readonly landmarks: readonly Clause[];
}

/** The LM-cut bound for one of the goals that is dearest, and its landmarks. One `prices` for each landmark. */
export function landmarkCut({ rules, held, goals }: Journey, isSpent: () => boolean): PaidLandmarks {
  const left = Float64Array.from(rules.cost);
  const scratch = pricesScratch(rules);
  const landmarks: Clause[] = [];
  let lower = 0;
  for (;;) {
    prices(rules, { held, own: left, combine: "max" }, scratch);
    let goal = -1;
    for (let i = 0; i < goals.length; i++)
      if (goal === -1 || scratch.price[goals[i]!]! > scratch.price[goal]!) goal = goals[i]!;
    if (goal === -1 || scratch.price[goal] === 0 || scratch.price[goal] === Infinity) return { lower, landmarks };
    const cut = cutBefore(rules, { held, goal, left, found: scratch });
    let price = Infinity;
    for (const rule of cut) price = Math.min(price, left[rule]!);
    // Rounding can leave a cut that costs nothing; it pays for no more.
    if (!(price > 0 && price < Infinity)) return { lower, landmarks };
    for (const rule of cut) left[rule]! -= price;
    lower += price;
    landmarks.push(cut.map((rule) => rule + 1));
    if (isSpent()) return { lower, landmarks };
  }
}

/**
 * The rules that lead into the goal's zone (where all further steps are free)
 * from atoms reachable without entering it, each rule standing on its dearest ask.
 */
function cutBefore(
  rules: Rules,
  { held, goal, left, found }: { held: ArrayLike<Atom>; goal: Atom; left: Float64Array; found: Prices },
): number[] {
  const inZone = new Uint8Array(rules.atomCount);
  const zone: Atom[] = [goal];
  inZone[goal] = 1;
  for (const atom of zone)
    for (let i = rules.giversFrom[atom]!; i < rules.giversFrom[atom + 1]!; i++) {
      const rule = rules.givers[i]!;
      const dearest = found.dearest[rule]!;
      if (left[rule] !== 0 || dearest === -1 || inZone[dearest] === 1) continue;
      inZone[dearest] = 1;
      zone.push(dearest);
    }
  const isBefore = new Uint8Array(rules.atomCount);
  const before: Atom[] = [];
  const cut = new Set<number>();
  const enter = (atom: Atom) => {
    if (isBefore[atom] === 1) return;
    isBefore[atom] = 1;
    before.push(atom);
  };
  const cross = (rule: number) => {
    if (found.total[rule] === Infinity) return;
    let leadsIn = false;
    for (let i = rules.givesFrom[rule]!; i < rules.givesFrom[rule + 1]!; i++)
      if (inZone[rules.gives[i]!] === 1) leadsIn = true;
    if (leadsIn) {
      cut.add(rule);
      return;
    }
    for (let i = rules.givesFrom[rule]!; i < rules.givesFrom[rule + 1]!; i++) enter(rules.gives[i]!);
  };
  for (let i = 0; i < held.length; i++) enter(held[i]!);
  for (const rule of rules.unconditional) cross(rule);
  for (const atom of before)
    for (let i = rules.waitersFrom[atom]!; i < rules.waitersFrom[atom + 1]!; i++) {
      const rule = rules.waiters[i]!;
      if (found.dearest[rule] === atom) cross(rule);
    }
  return [...cut].sort((a, b) => a - b);
}

/** A reach that only grows, and can take back its last growth. */
export interface GrowingReach {
  readonly reached: Uint8Array;
  readonly missing: Int32Array;
  /** 1 for each rule let in. */
  readonly isIn: Uint8Array;
  readonly order: Int32Array;
  count: number;
}

export function growingReach({ rules, held }: Journey): GrowingReach {
  const reach: GrowingReach = {
    reached: new Uint8Array(rules.atomCount),
    missing: Int32Array.from(rules.needs),
    isIn: new Uint8Array(rules.ruleCount),
    order: new Int32Array(rules.atomCount),
    count: 0,
  };
  for (let i = 0; i < held.length; i++) {
    const atom = held[i]!;
    if (reach.reached[atom] === 1) continue;
    reach.reached[atom] = 1;
    reach.order[reach.count++] = atom;
  }
  walk(rules, reach, 0);
  return reach;
}

/** Lets a rule in and follows what it opens. Linear in what is newly reached. */
export function letIn(rules: Rules, reach: GrowingReach, rule: number): void {
  if (reach.isIn[rule] === 1) return;
  reach.isIn[rule] = 1;
  if (reach.missing[rule] !== 0) return;
  const before = reach.count;
  give(rules, reach, rule);
  walk(rules, reach, before);
}

function walk(rules: Rules, reach: GrowingReach, from: number): void {
  const { waitersFrom, waiters } = rules;
  for (let next = from; next < reach.count; next++) {
    const atom = reach.order[next]!;
    for (let i = waitersFrom[atom]!; i < waitersFrom[atom + 1]!; i++) {
      const rule = waiters[i]!;
      const left = reach.missing[rule]! - 1;
      reach.missing[rule] = left;
      if (left === 0 && reach.isIn[rule] === 1) give(rules, reach, rule);
    }
  }
}

function give(rules: Rules, reach: GrowingReach, rule: number): void {
  for (let i = rules.givesFrom[rule]!; i < rules.givesFrom[rule + 1]!; i++) {
    const atom = rules.gives[i]!;
    if (reach.reached[atom] === 1) continue;
    reach.reached[atom] = 1;
    reach.order[reach.count++] = atom;
  }
}

/** Takes back everything reached since `count` atoms were, and the rule that was let in then. */
function takeBack(rules: Rules, reach: GrowingReach, { count, rule }: { count: number; rule: number }): void {
  reach.isIn[rule] = 0;
  for (let i = count; i < reach.count; i++) {
    const atom = reach.order[i]!;
    reach.reached[atom] = 0;
    for (let j = rules.waitersFrom[atom]!; j < rules.waitersFrom[atom + 1]!; j++) reach.missing[rules.waiters[j]!]!++;
  }
  reach.count = count;
}

/**
 * A minimal landmark that none of the rules let in belongs to. Lets further rules
 * into `reach` as it goes, in the order of `rank`: the first are the least likely
 * to stay in the landmark. The goals must not all be reached. One partial closure
 * for each rule that comes to the edge.
 */
export function landmarkBeyond({ rules, goals }: Journey, reach: GrowingReach, rank: Float64Array): Clause {
  const isSeen = new Uint8Array(rules.ruleCount);
  const edge = ruleHeap(rules.ruleCount);
  const kept: number[] = [];
  let walked = 0;
  const see = (rule: number) => {
    if (reach.isIn[rule] === 1 || isSeen[rule] === 1 || reach.missing[rule] !== 0) return;
    isSeen[rule] = 1;
    push(edge, rank, rule);
  };
  for (const rule of rules.unconditional) see(rule);
  for (;;) {
    for (; walked < reach.count; walked++) {
      const atom = reach.order[walked]!;
      for (let i = rules.waitersFrom[atom]!; i < rules.waitersFrom[atom + 1]!; i++) see(rules.waiters[i]!);
    }
    if (edge.size === 0) break;
    const rule = pop(edge, rank);
    const { count } = reach;
    letIn(rules, reach, rule);
    if (!allReached(reach, goals)) continue;
    takeBack(rules, reach, { count, rule });
    kept.push(rule);
  }
  // What a rule kept early gives may since be reached by others; it would carry nobody across.
  return kept
    .filter((rule) => leadsOut(rules, rule, reach))
    .map((rule) => rule + 1)
    .sort((a, b) => a - b);
}

function leadsOut(rules: Rules, rule: number, reach: GrowingReach): boolean {
  for (let i = rules.givesFrom[rule]!; i < rules.givesFrom[rule + 1]!; i++)
    if (reach.reached[rules.gives[i]!] === 0) return true;
  return false;
}

export function allReached(reach: GrowingReach, goals: ArrayLike<Atom>): boolean {
  for (let i = 0; i < goals.length; i++) if (reach.reached[goals[i]!] === 0) return false;
  return true;
}
