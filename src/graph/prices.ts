/**
 * What it costs to reach each atom if shared steps were paid for every time, or
 * if only the dearest ask counted.
 *
 * Both are Knuth's generalisation of Dijkstra once more ("A generalization of
 * Dijkstra's algorithm", 1977), with the sum of the asks (h-add in planning; Bonet
 * and Geffner 2001) or the greatest ask (h-max) plus the rule's own price. The sum
 * over-counts, so it is never shown as a cost: it only leads to good ways in,
 * which are then counted properly. The maximum never over-counts.
 */
import { heldAtStart, notReached } from "./closure.ts";
import { pop, push, type RuleHeap, ruleHeap } from "./rule-heap.ts";
import type { Atom, Rules } from "./rules.ts";

/** Prices and reasons, and the working memory of finding them. */
export interface Prices {
  /** `Infinity` when not reached. */
  readonly price: Float64Array;
  readonly because: Int32Array;
  /** What each rule comes to with its asks; `Infinity` when it never fires. */
  readonly total: Float64Array;
  /** The ask of each rule that was settled last: a dearest one. -1 when it asks nothing. */
  readonly dearest: Int32Array;
  readonly missing: Int32Array;
  readonly heap: RuleHeap;
  readonly queue: Int32Array;
}

export function pricesScratch(rules: Rules): Prices {
  return {
    price: new Float64Array(rules.atomCount),
    because: new Int32Array(rules.atomCount),
    total: new Float64Array(rules.ruleCount),
    dearest: new Int32Array(rules.ruleCount),
    missing: new Int32Array(rules.ruleCount),
    heap: ruleHeap(rules.ruleCount),
    queue: new Int32Array(rules.atomCount),
  };
}

export interface PricesQuestion {
  readonly held: ArrayLike<Atom>;
  /** What each rule costs here; `Infinity` leaves it out. */
  readonly own: Float64Array;
  readonly combine: "sum" | "max";
}

/** Prices of all atoms. O(literals + rules log rules); with `scratch` it allocates nothing. */
export function prices(
  rules: Rules,
  { held, own, combine }: PricesQuestion,
  scratch: Prices = pricesScratch(rules),
): Prices {
  const { asksFrom, asks, givesFrom, gives, waitersFrom, waiters, unconditional } = rules;
  const { price, because, total, dearest, missing, heap, queue } = scratch;
  price.fill(Infinity);
  because.fill(notReached);
  total.fill(Infinity);
  dearest.fill(-1);
  missing.set(rules.needs);
  heap.size = 0;
  let settled = 0;
  for (let i = 0; i < held.length; i++) {
    const atom = held[i]!;
    if (price[atom] === 0) continue;
    price[atom] = 0;
    because[atom] = heldAtStart;
    queue[settled++] = atom;
  }
  for (let i = 0; i < unconditional.length; i++) {
    const rule = unconditional[i]!;
    if (own[rule] === Infinity) continue;
    total[rule] = own[rule]!;
    push(heap, total, rule);
  }
  let walked = 0;
  for (;;) {
    while (walked < settled) {
      const atom = queue[walked++]!;
      for (let i = waitersFrom[atom]!; i < waitersFrom[atom + 1]!; i++) {
        const rule = waiters[i]!;
        const left = missing[rule]! - 1;
        missing[rule] = left;
        if (left !== 0 || own[rule] === Infinity) continue;
        dearest[rule] = atom;
        let sum = own[rule]!;
        if (combine === "max") sum += price[atom]!;
        else for (let j = asksFrom[rule]!; j < asksFrom[rule + 1]!; j++) sum += price[asks[j]!]!;
        total[rule] = sum;
        push(heap, total, rule);
      }
    }
    if (heap.size === 0) return scratch;
    const rule = pop(heap, total);
    for (let i = givesFrom[rule]!; i < givesFrom[rule + 1]!; i++) {
      const atom = gives[i]!;
      if (because[atom] !== notReached) continue;
      price[atom] = total[rule]!;
      because[atom] = rule;
      queue[settled++] = atom;
    }
  }
}
