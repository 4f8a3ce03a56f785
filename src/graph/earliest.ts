/**
 * How soon: the earliest minute each atom can be reached by an actor with as many
 * hands as it likes.
 *
 * A flow can begin when the last of what it asks is there (and its office is
 * open), and gives after the minutes it takes. That makes a superior function in
 * Knuth's sense ("A generalization of Dijkstra's algorithm", 1977): never earlier
 * than any of its arguments and never earlier for a later argument; waiting for
 * the next opening keeps both. So atoms settle in the order of their times and
 * one pass with a heap is exact, cycles included.
 *
 * What to know to trust it: for one actor with one pair of hands the times are a
 * lower bound. Without `startsAt` opening hours are ignored, which can only make
 * times earlier. Among derivations that attain the earliest times throughout, the
 * one with the fewest steps end to end is kept, then the lowest rule number, so
 * the answer does not depend on the order in which rules happen to fire.
 */
import { heldAtStart, notReached } from "./closure.ts";
import { pop, push, type RuleHeap, ruleHeap } from "./rule-heap.ts";
import { type Atom, type Rules, waitFor } from "./rules.ts";

export interface EarliestOptions {
  /** Rules whose entry is 0 do not count. */
  readonly active?: Uint8Array | undefined;
  /** The minute of the week at which minute 0 lies; without it every office is always open. */
  readonly startsAt?: number | undefined;
  /** Later than this does not interest: such atoms count as not reached. */
  readonly until?: number | undefined;
}

/** Times and reasons, and the working memory of finding them; see `Closure` for handing it in again. */
export interface Earliest {
  /** Minutes from the start; `Infinity` when never (or not by `until`). */
  readonly time: Float64Array;
  /** The rule that gives the atom at that time, `heldAtStart` or `notReached`. Following it back never meets a cycle. */
  readonly because: Int32Array;
  /** The height of the derivation by `because`: 0 for what is held, -1 when not reached. */
  readonly steps: Int32Array;
  /** When each rule can begin and end at the earliest; `Infinity` when it never fires. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  readonly missing: Int32Array;
  readonly heap: RuleHeap;
  readonly queue: Int32Array;
}

/** Working memory for `earliest` over these rules. */
export function earliestScratch(rules: Rules): Earliest {
  return {
    time: new Float64Array(rules.atomCount),
    because: new Int32Array(rules.atomCount),
    steps: new Int32Array(rules.atomCount),
    begins: new Float64Array(rules.ruleCount),
    ends: new Float64Array(rules.ruleCount),
    missing: new Int32Array(rules.ruleCount),
    heap: ruleHeap(rules.ruleCount),
    queue: new Int32Array(rules.atomCount),
  };
}

/** Earliest times from `held` at minute 0. O(literals + rules log rules); with `scratch` it allocates nothing. */
export function earliest(
  rules: Rules,
  held: ArrayLike<Atom>,
  { active, startsAt, until = Infinity }: EarliestOptions = {},
  scratch: Earliest = earliestScratch(rules),
): Earliest {
  const { waitersFrom, waiters, givesFrom, gives, unconditional } = rules;
  const { time, begins, ends, missing, heap, queue } = scratch;
  time.fill(Infinity);
  begins.fill(Infinity);
  ends.fill(Infinity);
  missing.set(rules.needs);
  heap.size = 0;
  let settled = 0;
  const begin = (rule: number, ready: number) => {
    const wait = startsAt === undefined ? 0 : waitFor(rules, rule, startsAt + ready);
    const end = ready + wait + rules.minutes[rule]!;
    if (end > until) return;
    begins[rule] = ready + wait;
    ends[rule] = end;
    push(heap, ends, rule);
  };
  for (let i = 0; i < held.length; i++) {
    const atom = held[i]!;
    if (time[atom] === 0) continue;
    time[atom] = 0;
    queue[settled++] = atom;
  }
  for (let i = 0; i < unconditional.length; i++) {
    const rule = unconditional[i]!;
    if (active === undefined || active[rule] !== 0) begin(rule, 0);
  }
  let walked = 0;
  for (;;) {
    // Everything in the queue up to `settled` has its final time: nothing later can undercut it.
    while (walked < settled) {
      const atom = queue[walked++]!;
      for (let i = waitersFrom[atom]!; i < waitersFrom[atom + 1]!; i++) {
        const rule = waiters[i]!;
        const left = missing[rule]! - 1;
        missing[rule] = left;
        if (left === 0 && (active === undefined || active[rule] !== 0)) begin(rule, time[atom]!);
      }
    }
    if (heap.size === 0) break;
    const rule = pop(heap, ends);
    const end = ends[rule]!;
    for (let i = givesFrom[rule]!; i < givesFrom[rule + 1]!; i++) {
      const atom = gives[i]!;
      if (time[atom]! <= end) continue;
      time[atom] = end;
      queue[settled++] = atom;
    }
  }
  explainByFewestSteps(rules, held, scratch);
  return scratch;
}

/**
 * Keeps only the rules that give an atom exactly at its earliest time and walks
 * them in layers, as plain closure does; the first to arrive is the lowest.
 */
function explainByFewestSteps(rules: Rules, held: ArrayLike<Atom>, found: Earliest): void {
  const { waitersFrom, waiters, givesFrom, gives, unconditional } = rules;
  const { time, because, steps, ends, missing, queue } = found;
  because.fill(notReached);
  steps.fill(-1);
  missing.set(rules.needs);
  let count = 0;
  for (let i = 0; i < held.length; i++) {
    const atom = held[i]!;
    if (steps[atom] === 0) continue;
    steps[atom] = 0;
    because[atom] = heldAtStart;
    queue[count++] = atom;
  }
  const give = (rule: number, step: number) => {
    const end = ends[rule]!;
    if (end === Infinity) return;
    for (let j = givesFrom[rule]!; j < givesFrom[rule + 1]!; j++) {
      const atom = gives[j]!;
      if (time[atom] !== end) continue;
      if (steps[atom] === -1) {
        steps[atom] = step;
        because[atom] = rule;
        queue[count++] = atom;
      } else if (steps[atom] === step && because[atom]! > rule) because[atom] = rule;
    }
  };
  for (let i = 0; i < unconditional.length; i++) give(unconditional[i]!, 1);
  for (let next = 0; next < count; next++) {
    const atom = queue[next]!;
    for (let i = waitersFrom[atom]!; i < waitersFrom[atom + 1]!; i++) {
      const rule = waiters[i]!;
      const left = missing[rule]! - 1;
      missing[rule] = left;
      if (left === 0) give(rule, steps[atom]! + 1);
    }
  }
}
