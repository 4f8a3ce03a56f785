/**
 * Reach of many at once: one bit for each person, the rules walked once for all of them. A rule fires for those who have
 * all it asks and whom its mask lets; what it gives is then theirs. The same least fixpoint as `closure` in `graph`,
 * person by person (law P1).
 *
 * Cost: each node's bits grow at most as often as there are people in it; in practice a few passes over the rules, each
 * some instructions for 128 people.
 */
import { isNever, type Rules } from "../graph/index.ts";
import { narrow, type Wide, wide } from "./wide.ts";

export interface ManyQuestion {
  readonly rules: Rules;
  readonly people: number;
  /** Node by node, for the nodes held by anybody: whose. */
  readonly held: ReadonlyMap<number, Int32Array>;
  /** Rule by rule: who may use it; absent, everybody. */
  readonly masks: ReadonlyMap<number, Int32Array>;
  /** Rules whose entry is 0 count for nobody. */
  readonly active: Uint8Array;
}

/** Words of 32 people, as many as are walked at once: four. */
export const wordsFor = (people: number): number => 4 * Math.ceil(people / 128);

let usual: Wide | undefined;

/** Node after node, `wordsFor(people)` words of bits each: who reaches it. */
export function closureOfMany(question: ManyQuestion, by?: Wide): Int32Array {
  usual ??= wide() ?? narrow();
  const { rules, people, held, masks, active } = question;
  const words = wordsFor(people);
  const from = rules.atomCount * words;
  const memory = (by ?? usual).words(from + words);
  const bits = memory.subarray(0, from).fill(0);
  const walk: Walk = {
    rules,
    wide: by ?? usual,
    bytes: words * 4,
    isHad: new Uint8Array(rules.atomCount),
    everybody: everybodyOf(people),
    who: memory.subarray(from, from + words),
    whoAt: from * 4,
  };
  const queue: number[] = [];
  const isQueued = new Uint8Array(rules.ruleCount);
  const enqueue = (rule: number) => {
    if (active[rule] === 0 || isQueued[rule] === 1) return;
    isQueued[rule] = 1;
    queue.push(rule);
  };
  for (const [node, whose] of held) {
    bits.set(whose, node * words);
    walk.isHad[node] = 1;
  }
  // Those that ask nothing, and those that wait for what is held: the walk over all of them finds both.
  for (let rule = 0; rule < rules.ruleCount; rule++) if (!isNever(rules, rule)) enqueue(rule);
  for (let at = 0; at < queue.length; at++) {
    const rule = queue[at] ?? 0;
    isQueued[rule] = 0;
    if (people > 0) fire(walk, rule, masks.get(rule), enqueue);
    // What has been walked is let go now and then, or a long walk would keep all of it.
    if (at > 65_536) {
      queue.splice(0, at + 1);
      at = -1;
    }
  }
  // The next walk uses the same memory.
  return bits.slice();
}

function everybodyOf(people: number): Int32Array {
  return Int32Array.from({ length: wordsFor(people) }, (_, word) => {
    const rest = people - word * 32;
    return rest >= 32 ? -1 : rest <= 0 ? 0 : (1 << rest) - 1;
  });
}

interface Walk {
  readonly rules: Rules;
  readonly wide: Wide;
  /** Of one set of people. */
  readonly bytes: number;
  /** Whether anybody has the node: most rules ask something that nobody ever has, and cost no words at all. */
  readonly isHad: Uint8Array;
  readonly everybody: Int32Array;
  /** Who fires the rule at hand, and where that stands. */
  readonly who: Int32Array;
  readonly whoAt: number;
}

function fire(walk: Walk, rule: number, mask: Int32Array | undefined, enqueue: (rule: number) => void): void {
  if (!firedBy(walk, rule, mask)) return;
  const { rules, wide: by, bytes, whoAt, isHad } = walk;
  const { givesFrom, gives, waitersFrom, waiters } = rules;
  const last = givesFrom[rule + 1] ?? 0;
  for (let i = givesFrom[rule] ?? 0; i < last; i++) {
    const node = gives[i] ?? 0;
    if (by.join(node * bytes, whoAt, bytes) === 0) continue;
    isHad[node] = 1;
    for (let w = waitersFrom[node] ?? 0; w < (waitersFrom[node + 1] ?? 0); w++) enqueue(waiters[w] ?? 0);
  }
}

/** Leaves in `who` those who have all the rule asks and whom its mask lets; whether there is anybody. */
function firedBy(
  { rules, wide: by, bytes, isHad, everybody, who, whoAt }: Walk,
  rule: number,
  mask: Int32Array | undefined,
): boolean {
  const { asksFrom, asks } = rules;
  const [first, last] = [asksFrom[rule] ?? 0, asksFrom[rule + 1] ?? 0];
  for (let i = first; i < last; i++) if (isHad[asks[i] ?? 0] === 0) return false;
  who.set(mask ?? everybody);
  if (first === last) return who.some((word) => word !== 0);
  for (let i = first; i < last; i++) if (by.meet(whoAt, (asks[i] ?? 0) * bytes, bytes) === 0) return false;
  return true;
}
