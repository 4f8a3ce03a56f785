/**
 * A closure kept by the change: how soon each node is reached, and what it costs to have it unseen, when somebody
 * holds a little more than before.
 *
 * Values only fall, so a work-list that lowers a rule's yield whenever something it asks has fallen ends at the least
 * fixpoint, in whatever order it runs. Of minutes a rule takes the latest of what it asks plus its own (as `earliest`
 * does without opening hours, and to the bit the same); of cost, the sum.
 *
 * Cost: proportional to the rules behind what fell; some microseconds where `earliest` anew takes ten times that.
 */
import type { Rules } from "../graph/index.ts";

/** Dearer than this is "never seen to happen unseen"; sums stop here, or they would grow with the length of a way. */
export const costMax = 60;

/** The closure of an empty hand, node by node. */
export interface Base {
  /** Minutes from now; `Infinity` when never. */
  readonly minutes: Float64Array;
  /** The rule behind each; -1: held, -2: not reached. */
  readonly because: Int32Array;
  /** Bits it takes to have got it unseen, up to `costMax`. */
  readonly cost: Float64Array;
}

/** A closure told as what differs from the base: the nodes, rising, and their figures in the same order. */
export interface Grown extends Base {
  readonly base: Base;
  readonly nodes: Int32Array;
}

/** The place of a node among those that differ; -1: it is as in the base. */
function placeOf({ nodes }: Grown, node: number): number {
  let low = 0;
  let high = nodes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = nodes[middle]!;
    if (found === node) return middle;
    if (found < node) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function minutesTo(grown: Grown, node: number): number {
  const place = placeOf(grown, node);
  return place < 0 ? grown.base.minutes[node]! : grown.minutes[place]!;
}

export function costOf(grown: Grown, node: number): number {
  const place = placeOf(grown, node);
  return place < 0 ? grown.base.cost[node]! : grown.cost[place]!;
}

export function ruleBehind(grown: Grown, node: number): number {
  const place = placeOf(grown, node);
  return place < 0 ? grown.base.because[node]! : grown.because[place]!;
}

export interface Weights {
  readonly rules: Rules;
  readonly active: Uint8Array;
  /** Rule by rule: what running it unseen costs. */
  readonly costOfRule: Float64Array;
}

/** The closure of nothing but these starts: node by node a cost, `Infinity` where nobody starts with it. */
export function baseOf(weights: Weights, known: readonly number[], startCost: Float64Array): Base {
  const { rules, active } = weights;
  const grown: Base = {
    minutes: new Float64Array(rules.atomCount).fill(Infinity),
    because: new Int32Array(rules.atomCount).fill(-2),
    cost: Float64Array.from(startCost, (cost) => Math.min(cost, costMax)),
  };
  const queue: number[] = [];
  for (const node of known) {
    grown.minutes[node] = 0;
    grown.because[node] = -1;
    queue.push(node);
  }
  for (const rule of rules.unconditional) if (active[rule] === 1) fire(weights, rule, grown, queue);
  for (let node = 0; node < rules.atomCount; node++) if (grown.cost[node]! < costMax) queue.push(node);
  settle(weights, grown, queue);
  return grown;
}

/** Runs until nothing falls any more. Whatever fell is in the queue, some of it more than once. */
export function settle(weights: Weights, grown: Base, queue: number[]): void {
  const { waitersFrom, waiters } = weights.rules;
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    for (let i = waitersFrom[node]!; i < waitersFrom[node + 1]!; i++) {
      const rule = waiters[i]!;
      if (weights.active[rule] === 1) fire(weights, rule, grown, queue);
    }
  }
}

/** Lowers what this rule gives, where what it asks allows it. */
function fire({ rules, costOfRule }: Weights, rule: number, grown: Base, queue: number[]): void {
  const { asksFrom, asks, givesFrom, gives, needs } = rules;
  const { minutes, cost, because } = grown;
  const from = asksFrom[rule]!;
  const until = asksFrom[rule + 1]!;
  if (needs[rule]! > until - from) return; // It never opens.
  let ready = 0;
  let sum = costOfRule[rule]!;
  for (let i = from; i < until; i++) {
    const asked = asks[i]!;
    if (minutes[asked]! > ready) ready = minutes[asked]!;
    sum += cost[asked]!;
  }
  const end = ready + rules.minutes[rule]!;
  for (let i = givesFrom[rule]!; i < givesFrom[rule + 1]!; i++) {
    const node = gives[i]!;
    const isSooner = end < minutes[node]!;
    const isCheaper = sum < cost[node]!;
    if (isSooner) {
      minutes[node] = end;
      because[node] = rule;
    }
    if (isCheaper) cost[node] = sum;
    if (isSooner || isCheaper) queue.push(node);
  }
}
