/**
 * Closures of many hands over one world, each kept as what differs from the closure of an empty hand. A chain holds a
 * few dozen things more than nobody, and that changes some hundred nodes of thousands: so a closure is grown on one
 * scratch, told as its differences, and the scratch is put back.
 *
 * What is kept is kept within a bound and is what would be found anew, so nothing hangs on what was asked before.
 * Cost: a growth some ten microseconds, one that is kept a tenth of one.
 */
import { type Base, type Grown, settle, type Weights } from "./grow.ts";

export interface Closures {
  /** Of somebody who holds these nodes (sorted, each once) beside what anybody may know. */
  readonly of: (held: readonly number[]) => Grown;
}

/** Nodes that differ, over all closures kept of one world: some tens of megabytes. */
const keptNodesMax = 1 << 20;

export function openClosures(weights: Weights, base: Base): Closures {
  const scratch: Base = {
    minutes: base.minutes.slice(),
    because: base.because.slice(),
    cost: base.cost.slice(),
  };
  const isTouched = new Uint8Array(base.minutes.length);
  // Two ages: what was not asked for while the young filled up is let go of.
  let young = new Map<number, Kept>();
  let old = new Map<number, Kept>();
  let size = 0;
  const nothing: Grown = told(base, scratch, isTouched, []);
  return {
    of: (held) => {
      if (held.length === 0) return nothing;
      const key = keyOf(held);
      const known = young.get(key) ?? old.get(key);
      const isSame = known !== undefined && areSame(known.held, held);
      if (isSame && young.has(key)) return known.grown;
      const grown = isSame ? known.grown : grownOn(scratch, { weights, base, held, isTouched });
      size += grown.nodes.length;
      if (size > keptNodesMax) {
        old = young;
        young = new Map();
        size = grown.nodes.length;
      }
      young.set(key, { held, grown });
      return grown;
    },
  };
}

interface Kept {
  readonly held: readonly number[];
  readonly grown: Grown;
}

interface Growth {
  readonly weights: Weights;
  readonly base: Base;
  readonly held: readonly number[];
  readonly isTouched: Uint8Array;
}

/** Grows on the scratch, tells what differs, and puts the scratch back. */
function grownOn(scratch: Base, { weights, base, held, isTouched }: Growth): Grown {
  const queue: number[] = [];
  for (const node of held) {
    if (scratch.minutes[node] === 0 && scratch.cost[node] === 0 && scratch.because[node] === -1) continue;
    scratch.minutes[node] = 0;
    scratch.cost[node] = 0;
    scratch.because[node] = -1;
    queue.push(node);
  }
  settle(weights, scratch, queue);
  const grown = told(base, scratch, isTouched, queue);
  for (const node of grown.nodes) {
    scratch.minutes[node] = base.minutes[node]!;
    scratch.because[node] = base.because[node]!;
    scratch.cost[node] = base.cost[node]!;
  }
  return grown;
}

function told(base: Base, scratch: Base, isTouched: Uint8Array, queue: readonly number[]): Grown {
  let count = 0;
  for (const node of queue) {
    count += 1 - isTouched[node]!;
    isTouched[node] = 1;
  }
  const grown = {
    base,
    nodes: new Int32Array(count),
    minutes: new Float64Array(count),
    because: new Int32Array(count),
    cost: new Float64Array(count),
  };
  for (let node = 0, i = 0; i < count; node++) {
    if (isTouched[node] === 0) continue;
    isTouched[node] = 0;
    grown.nodes[i] = node;
    grown.minutes[i] = scratch.minutes[node]!;
    grown.because[i] = scratch.because[node]!;
    grown.cost[i] = scratch.cost[node]!;
    i++;
  }
  return grown;
}

function keyOf(held: readonly number[]): number {
  let key = 0x811c9dc5;
  for (const node of held) key = Math.imul(key ^ node, 0x01000193) ^ (key >>> 15);
  return key;
}

function areSame(some: readonly number[], others: readonly number[]): boolean {
  if (some === others) return true;
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return true;
}
