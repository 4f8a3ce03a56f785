/**
 * Rules waiting in the order of a key: a binary heap on a typed array.
 *
 * A rule is pushed at most once, when its key is final, so no key ever changes
 * inside. Equal keys come out by rule number, so the order never depends on what
 * happened before.
 */

export interface RuleHeap {
  readonly rules: Int32Array;
  size: number;
}

/** Room for this many rules. */
export function ruleHeap(ruleCount: number): RuleHeap {
  return { rules: new Int32Array(ruleCount), size: 0 };
}

function isBefore(keys: Float64Array, a: number, b: number): boolean {
  return keys[a]! < keys[b]! || (keys[a] === keys[b] && a < b);
}

/** O(log n). */
export function push(heap: RuleHeap, keys: Float64Array, rule: number): void {
  const { rules } = heap;
  let at = heap.size++;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(keys, rule, rules[above]!)) break;
    rules[at] = rules[above]!;
    at = above;
  }
  rules[at] = rule;
}

/** The rule with the least key; the heap must not be empty. O(log n). */
export function pop(heap: RuleHeap, keys: Float64Array): number {
  const { rules } = heap;
  const top = rules[0]!;
  const moved = rules[--heap.size]!;
  const { size } = heap;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && isBefore(keys, rules[below + 1]!, rules[below]!)) below++;
    if (!isBefore(keys, rules[below]!, moved)) break;
    rules[at] = rules[below]!;
    at = below;
  }
  rules[at] = moved;
  return top;
}
