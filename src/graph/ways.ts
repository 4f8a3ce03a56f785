/**
 * Ways in that are cheap, without a promise: found by prices, counted properly,
 * improved by trying to do without each step.
 *
 * Prices that sum over the asks lead to a set of rules; each distinct rule is then
 * paid once (h-FF; Hoffmann and Nebel 2001). Steps already in a way are offered
 * for nothing and one of them is forbidden: what prices then prefer is a
 * neighbour. When no neighbour is better, all prices are shaken by a fixed
 * sequence and the descent starts again from there.
 */
import { neverSpent, workOf } from "./budget.ts";
import { closure, closureScratch, rulesBehind } from "./closure.ts";
import type { Journey } from "./landmarks.ts";
import { prices, pricesScratch } from "./prices.ts";
import type { Rules } from "./rules.ts";
import { pick } from "./slice.ts";

/** A set of rules that reaches the goals, none of them superfluous, and what its distinct rules cost together. */
export interface Way {
  readonly rules: readonly number[];
  readonly cost: number;
}

/** Looks for cheap ways; remembers the best. */
export interface WaySearch {
  best(): Way;
  /** Takes any rules that reach the goals into account. */
  offer(ruleIds: readonly number[]): void;
  /** Descends from the best way until no neighbour is better. One `prices` for each step of each way passed. */
  descend(): void;
  /** Shakes the prices, descends from what they prefer, keeps what is better. */
  shake(): void;
}

/** How far prices are shaken: between this and its inverse. Tried from 1.2 to 4 on dense worlds; 2 found most. */
const shakeFactor = 2;

/** The goals must be reachable. */
export function waySearch(journey: Journey): WaySearch {
  const { rules, held, goals, isSpent = neverSpent } = journey;
  const scratch = pricesScratch(rules);
  const own = new Float64Array(rules.ruleCount);
  const noise = fixedSequence();

  const preferred = (): Way | undefined => {
    isSpent(workOf.prices(rules));
    const { because, price } = prices(rules, { held, own, combine: "sum" }, scratch);
    for (let i = 0; i < goals.length; i++) if (price[goals[i]!] === Infinity) return undefined;
    return wayOf(rules, rulesBehind(rules, because, goals));
  };
  /** The nearest local optimum; `from` is not changed. */
  const lowered = (from: Way): Way => {
    let way = from;
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      own.set(rules.cost);
      for (const rule of way.rules) own[rule] = 0;
      const dearestFirst = [...way.rules].sort((a, b) => rules.cost[b]! - rules.cost[a]! || a - b);
      for (const rule of dearestFirst) {
        if (rules.cost[rule] === 0 || isSpent(0)) break;
        own[rule] = Infinity;
        const neighbour = preferred();
        own[rule] = 0;
        if (neighbour === undefined || neighbour.cost >= way.cost + rules.cost[rule]!) continue;
        const slim = minimal(journey, neighbour.rules);
        if (slim.cost >= way.cost) continue;
        way = slim;
        isBetter = true;
        break;
      }
    }
    return way;
  };

  own.set(rules.cost);
  const first = preferred();
  if (first === undefined) throw new RangeError("a goal that cannot be reached has no way in");
  let best = minimal(journey, first.rules);
  const keep = (way: Way) => {
    if (way.cost < best.cost) best = way;
  };
  return {
    best: () => best,
    offer: (ruleIds) => keep(minimal(journey, ruleIds)),
    descend: () => keep(lowered(best)),
    shake() {
      const isOfBest = new Uint8Array(rules.ruleCount);
      for (const rule of best.rules) isOfBest[rule] = 1;
      for (let rule = 0; rule < own.length; rule++) {
        const factor = shakeFactor ** (2 * noise() - 1);
        own[rule] = rules.cost[rule]! * factor * (isOfBest[rule] === 1 ? 0.5 : 1);
      }
      const start = preferred();
      if (start !== undefined) keep(lowered(minimal(journey, start.rules)));
    },
  };
}

/** The rules without any that the goals can do without, the dearest dropped first. One small closure a rule. */
export function minimal(
  { rules, held, goals, isSpent = neverSpent }: Journey,
  ruleIds: readonly number[],
): Way {
  const picked = pick(rules, { ruleIds, held, goals });
  const active = new Uint8Array(picked.rules.ruleCount).fill(1);
  const scratch = closureScratch(picked.rules);
  const order = Array.from(active, (_, rule) => rule).sort(
    (a, b) => picked.rules.cost[b]! - picked.rules.cost[a]! || b - a,
  );
  for (const rule of order) {
    isSpent(workOf.closure(picked.rules));
    active[rule] = 0;
    const { reached } = closure(picked.rules, picked.held, active, scratch);
    if (picked.goals.some((goal) => reached[goal] === 0)) active[rule] = 1;
  }
  return wayOf(
    rules,
    ruleIds.filter((_, i) => active[i] === 1),
  );
}

function wayOf(rules: Rules, ruleIds: readonly number[]): Way {
  const sorted = [...new Set(ruleIds)].sort((a, b) => a - b);
  return { rules: sorted, cost: sorted.reduce((sum, rule) => sum + rules.cost[rule]!, 0) };
}

/** Numbers from 0 to 1 that look unordered and are always the same (a linear congruence; Numerical Recipes). */
function fixedSequence(): () => number {
  let state = 20_200_904;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
