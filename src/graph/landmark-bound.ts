/**
 * The best lower bound that landmarks can give, approached step by step.
 *
 * Every landmark has a price, and no rule may be charged more than it costs; the
 * sum of the prices is a bound on every way in, and its greatest value is the
 * bound of the linear programme over all landmarks (optimal cost partitioning;
 * Karpas and Domshlak 2009). LM-cut charges greedily. Here a way that has become
 * free shows which landmarks it meets more than once: those were charged too much.
 * They are lowered by a subgradient step and LM-cut charges what is left anew.
 * The free ways are good ways as well.
 *
 * What to know to trust it: no rule is ever charged beyond its cost, so the sum is a
 * valid bound in every round; `reduced` is what a way with that rule costs beyond
 * the bound, at least.
 */
import { neverSpent, workOf } from "./budget.ts";
import { rulesBehind } from "./closure.ts";
import { costTolerance } from "./cover-problem.ts";
import { type Journey, landmarkCut } from "./landmarks.ts";
import { prices, pricesScratch } from "./prices.ts";

export interface LandmarkBound {
  /** The best bound so far. */
  lower(): number;
  /** What each rule would add to the best bound. */
  readonly reduced: Float64Array;
  /** The landmarks that are charged for, each a list of rules. */
  landmarks(): readonly (readonly number[])[];
  /** One round: charge, find a free way, lower. Returns the free way. One `landmarkCut`. */
  step(upper: number): readonly number[];
}

/** Halve the step when the bound has not moved for this many rounds. */
const patience = 8;
/** A landmark that has cost nothing for this many rounds is forgotten. */
const idleRoundsMax = 20;

interface Charged {
  readonly rules: readonly number[];
  price: number;
  idleRounds: number;
}

export function landmarkBound(journey: Journey): LandmarkBound {
  const { rules, held, goals, isSpent = neverSpent } = journey;
  const scratch = pricesScratch(rules);
  const charged = new Map<string, Charged>();
  const left = new Float64Array(rules.ruleCount);
  const reduced = Float64Array.from(rules.cost);
  const isFree = new Uint8Array(rules.ruleCount);
  let lower = 0;
  let scale = 1;
  let sinceBetter = 0;

  /** Charges what is left by LM-cut; returns the bound. Leaves what remains of each rule in `left`. */
  const charge = (): number => {
    left.set(rules.cost);
    let bound = 0;
    for (const { rules: members, price } of charged.values()) {
      if (price === 0) continue;
      bound += price;
      for (const rule of members) left[rule]! -= price;
    }
    // Invariant: prices are only lowered once charged, so no rule is charged beyond its cost but by rounding.
    for (let rule = 0; rule < left.length; rule++) if (left[rule]! < costTolerance) left[rule] = 0;
    const paid = landmarkCut(journey, left, scratch);
    for (const { rules: members, price } of paid.landmarks) {
      const key = members.join();
      const known = charged.get(key);
      if (known === undefined) charged.set(key, { rules: members, price, idleRounds: 0 });
      else known.price += price;
    }
    return bound + paid.lower;
  };

  return {
    lower: () => lower,
    reduced,
    landmarks: () =>
      [...charged.values()].filter(({ price }) => price > 0).map(({ rules: members }) => members),
    step(upper) {
      const bound = charge();
      if (bound > lower + 1e-9) {
        if (bound > lower + 1e-3 * upper) sinceBetter = 0;
        lower = bound;
        reduced.set(left);
      } else if (++sinceBetter >= patience) {
        scale /= 2;
        sinceBetter = 0;
      }
      isSpent(workOf.prices(rules));
      const { because } = prices(rules, { held, own: left, combine: "sum" }, scratch);
      const way = rulesBehind(rules, because, goals);
      isFree.fill(0);
      for (const rule of way) isFree[rule] = 1;
      let squares = 0;
      const excess = new Map<Charged, number>();
      for (const [key, landmark] of charged) {
        landmark.idleRounds = landmark.price === 0 ? landmark.idleRounds + 1 : 0;
        if (landmark.idleRounds > idleRoundsMax) charged.delete(key);
        let met = 0;
        for (const rule of landmark.rules) met += isFree[rule]!;
        if (met <= 1) continue;
        excess.set(landmark, met - 1);
        squares += (met - 1) ** 2;
      }
      if (squares > 0) {
        const length = (scale * Math.max(upper - bound, 0)) / squares;
        for (const [landmark, times] of excess) landmark.price = Math.max(0, landmark.price - length * times);
      }
      return way;
    },
  };
}
