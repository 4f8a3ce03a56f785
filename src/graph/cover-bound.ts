/**
 * A lower bound on completing a half-decided cover, and what it decides.
 *
 * Each open clause gets a price (a multiplier); paying the prices instead of
 * insisting on the clauses leaves a problem that is solved by looking at each
 * variable's reduced cost alone, and its value never exceeds the optimum
 * (Lagrangian relaxation; Held and Karp 1971; for set covering Caprara, Fischetti
 * and Toth 1999). First prices come from giving each clause in turn what its
 * cheapest literal still has (dual ascent), better ones from subgradient steps.
 * At its best it equals the bound of the linear programme.
 *
 * What to know to trust it: any prices give a valid bound, so rounding and early
 * stops cost strength, never truth.
 */
import { type IsSpent, workOf } from "./budget.ts";
import { costTolerance } from "./cover-problem.ts";
import type { Decisions } from "./cover-state.ts";

export interface CoverBound {
  /** Reduced costs of the open variables at the best prices found last. */
  readonly reduced: Float64Array;
  /** Improves the prices for the decisions as they are and returns the bound. */
  tighten(best: number, isRoot: boolean, isSpent: IsSpent): number;
  /** Decides, by `assign`, variables whose other value cannot beat `best`; returns how many. */
  decide(best: number, assign: (v: number, value: 0 | 1) => void): number;
}

/** Enough to come within a percent of the linear programme on a few hundred clauses. */
const rootSteps = 300;
const nodeSteps = 12;
/** Halve the step when the bound has not moved for this many steps. */
const patience = 15;

/** Linear in the open clauses a step. */
export function coverBound(state: Decisions, isWhole: boolean): CoverBound {
  const { costs, clausesFrom, literals, values, trueCount } = state;
  const clauseCount = trueCount.length;
  const prices = new Float64Array(clauseCount);
  const bestPrices = new Float64Array(clauseCount);
  const trial = new Float64Array(costs.length);
  const reduced = Float64Array.from(costs);
  const slack = new Float64Array(clauseCount);
  const work = workOf.bound(literals.length + clauseCount + costs.length);
  let lower = 0;
  let isStarted = false;

  /** The relaxed problem's value at `prices`; leaves reduced costs in `trial`. */
  const relaxed = (): number => {
    trial.set(costs);
    let value = state.cost;
    for (let clause = 0; clause < clauseCount; clause++) {
      const price = prices[clause]!;
      if (price === 0 || trueCount[clause] !== 0) continue;
      let owed = 1;
      for (let i = clausesFrom[clause]!; i < clausesFrom[clause + 1]!; i++) {
        const literal = literals[i]!;
        if (literal > 0) trial[literal - 1]! -= price;
        else {
          trial[-literal - 1]! += price;
          if (values[-literal - 1] === -1) owed--;
        }
      }
      value += price * owed;
    }
    for (let v = 0; v < trial.length; v++) if (values[v] === -1 && trial[v]! < 0) value += trial[v]!;
    return value;
  };
  /** How much each open clause is missed by the relaxed solution; returns the sum of squares. */
  const misses = (): number => {
    let squares = 0;
    for (let clause = 0; clause < clauseCount; clause++) {
      slack[clause] = 0;
      if (trueCount[clause] !== 0) continue;
      let missing = 1;
      for (let i = clausesFrom[clause]!; i < clausesFrom[clause + 1]!; i++) {
        const literal = literals[i]!;
        const v = Math.abs(literal) - 1;
        if (values[v] !== -1) continue;
        if (trial[v]! < 0 === literal > 0) missing--;
      }
      if (missing < 0 && prices[clause] === 0) missing = 0;
      slack[clause] = missing;
      squares += missing * missing;
    }
    return squares;
  };
  const ascend = () => {
    trial.set(costs);
    const order = Array.from({ length: clauseCount }, (_, clause) => clause).sort(
      (a, b) => clausesFrom[a + 1]! - clausesFrom[a]! - (clausesFrom[b + 1]! - clausesFrom[b]!) || a - b,
    );
    for (const clause of order) {
      if (trueCount[clause] !== 0) continue;
      let price = Infinity;
      for (let i = clausesFrom[clause]!; i < clausesFrom[clause + 1]!; i++) {
        const literal = literals[i]!;
        const v = Math.abs(literal) - 1;
        if (values[v] !== -1) continue;
        price = literal < 0 ? 0 : Math.min(price, trial[v]!);
      }
      if (price === Infinity || price <= 0) continue;
      prices[clause] = price;
      for (let i = clausesFrom[clause]!; i < clausesFrom[clause + 1]!; i++)
        if (literals[i]! > 0) trial[literals[i]! - 1]! -= price;
    }
  };

  return {
    reduced,
    tighten(best, isRoot, isSpent) {
      if (!isStarted) ascend();
      isStarted = true;
      lower = -Infinity;
      const steps = isRoot ? rootSteps : nodeSteps;
      let scale = isRoot ? 1 : 0.5;
      let sinceBetter = 0;
      for (let step = 0; step < steps; step++) {
        const value = relaxed();
        if (value > lower) {
          if (value > lower + 1e-4 * Math.abs(value)) sinceBetter = 0;
          lower = value;
          bestPrices.set(prices);
          reduced.set(trial);
          if (rounded(lower, isWhole) >= best - costTolerance) break;
        } else if (++sinceBetter >= patience) {
          scale /= 2;
          sinceBetter = 0;
          prices.set(bestPrices);
          if (scale < 0.01) break;
          relaxed();
        }
        const squares = misses();
        if (squares === 0) break;
        if (isSpent(work)) break;
        const aim = best < Infinity ? best : Math.max(1.1 * lower, lower + 1);
        const length = (scale * (aim - value)) / squares;
        for (let clause = 0; clause < clauseCount; clause++)
          if (slack[clause] !== 0) prices[clause] = Math.max(0, prices[clause]! + length * slack[clause]!);
      }
      prices.set(bestPrices);
      return rounded(lower, isWhole);
    },
    decide(best, assign) {
      if (best === Infinity) return 0;
      let decided = 0;
      for (let v = 0; v < reduced.length; v++) {
        if (values[v] !== -1) continue;
        const price = reduced[v]!;
        if (rounded(lower + Math.abs(price), isWhole) < best - costTolerance) continue;
        assign(v, price > 0 ? 0 : 1);
        decided++;
      }
      return decided;
    },
  };
}

/** The next possible total cost. */
function rounded(bound: number, isWhole: boolean): number {
  return isWhole ? Math.ceil(bound - 1e-6) : bound;
}
