/**
 * What every way in must use: sets of rules of which at least one is in every way
 * to the goals (disjunctive landmarks).
 *
 * `landmarkCut` pays for landmarks out of what the rules cost until the goals are
 * free (LM-cut; Helmert and Domshlak, "Landmarks, critical paths and abstractions:
 * what's the difference anyway?", 2009). What was paid is a lower bound on every
 * way; what is left of each rule's cost says how much dearer a way with that rule
 * must be. Rules that cost nothing are in no landmark, so a set of rules offered
 * for nothing yields landmarks that it misses.
 */
import { type IsSpent, neverSpent, workOf } from "./budget.ts";
import { type Prices, prices, pricesScratch } from "./prices.ts";
import type { Atom, Rules } from "./rules.ts";

export interface Journey {
  readonly rules: Rules;
  readonly held: ArrayLike<Atom>;
  /** All of them are to be reached. */
  readonly goals: ArrayLike<Atom>;
  readonly isSpent?: IsSpent | undefined;
}

export interface PaidLandmark {
  readonly rules: readonly number[];
  readonly price: number;
}

export interface PaidLandmarks {
  /** The sum of the prices. */
  readonly lower: number;
  readonly landmarks: readonly PaidLandmark[];
}

/**
 * Pays out of `left` (what each rule costs here; changed) until the goals are
 * free, or the budget ends: what was paid by then is a bound as well, and it is never
 * nothing where something is to be paid. One `prices` for each landmark.
 */
export function landmarkCut(
  { rules, held, goals, isSpent = neverSpent }: Journey,
  left: Float64Array,
  scratch: Prices = pricesScratch(rules),
): PaidLandmarks {
  const landmarks: PaidLandmark[] = [];
  let lower = 0;
  for (;;) {
    if (isSpent(workOf.prices(rules)) && landmarks.length > 0) break;
    prices(rules, { held, own: left, combine: "max" }, scratch);
    let goal = -1;
    for (let i = 0; i < goals.length; i++)
      if (goal === -1 || scratch.price[goals[i]!]! > scratch.price[goal]!) goal = goals[i]!;
    if (goal === -1 || scratch.price[goal] === 0 || scratch.price[goal] === Infinity) break;
    const cut = cutBefore(rules, { held, goal, left, found: scratch });
    let price = Infinity;
    for (const rule of cut) price = Math.min(price, left[rule]!);
    if (!(price > 0 && price < Infinity)) break;
    for (const rule of cut) left[rule]! -= price;
    lower += price;
    landmarks.push({ rules: cut, price });
  }
  return { lower, landmarks };
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
