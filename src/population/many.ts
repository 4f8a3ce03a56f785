/**
 * Reach of many at once: one bit for each person, the rules walked once for all of them. A rule fires for those who have
 * all it asks and whom its mask lets; what it gives is then theirs. The same least fixpoint as `closure` in `graph`,
 * person by person (law P1).
 *
 * Cost: each node's bits grow at most as often as there are people in it; in practice a few passes over the rules, each
 * some instructions for 32 people.
 */
import { isNever, type Rules } from "../graph/index.ts";

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

/** Words of 32 people. */
export const wordsFor = (people: number): number => Math.ceil(people / 32);

/** Node after node, `wordsFor(people)` words of bits each: who reaches it. */
export function closureOfMany({ rules, people, held, masks, active }: ManyQuestion): Int32Array {
  const words = wordsFor(people);
  const bits = new Int32Array(rules.atomCount * words);
  const isHad = new Uint8Array(rules.atomCount);
  const everybody = new Int32Array(words).fill(-1);
  if (people % 32 !== 0) everybody[words - 1] = (1 << (people % 32)) - 1;
  const walk: Walk = { rules, bits, words, isHad, everybody, who: new Int32Array(words) };
  const queue: number[] = [];
  const isQueued = new Uint8Array(rules.ruleCount);
  const enqueue = (rule: number) => {
    if (active[rule] === 0 || isQueued[rule] === 1) return;
    isQueued[rule] = 1;
    queue.push(rule);
  };
  for (const [node, whose] of held) {
    bits.set(whose, node * words);
    isHad[node] = 1;
  }
  // Those that ask nothing, and those that wait for what is held: the walk over all of them finds both.
  for (let rule = 0; rule < rules.ruleCount; rule++) if (!isNever(rules, rule)) enqueue(rule);
  for (let at = 0; at < queue.length; at++) {
    const rule = queue[at] ?? 0;
    isQueued[rule] = 0;
    fire(walk, rule, masks.get(rule), enqueue);
    // What has been walked is let go now and then, or a long walk would keep all of it.
    if (at > 65_536) {
      queue.splice(0, at + 1);
      at = -1;
    }
  }
  return bits;
}

interface Walk {
  readonly rules: Rules;
  readonly bits: Int32Array;
  readonly words: number;
  /** Whether anybody has the node: most rules ask something that nobody ever has, and cost no words at all. */
  readonly isHad: Uint8Array;
  readonly everybody: Int32Array;
  /** Who fires the rule at hand. */
  readonly who: Int32Array;
}

function fire(walk: Walk, rule: number, mask: Int32Array | undefined, enqueue: (rule: number) => void): void {
  if (!firedBy(walk, rule, mask)) return;
  const { rules, bits, words, who, isHad } = walk;
  const { givesFrom, gives, waitersFrom, waiters } = rules;
  const last = givesFrom[rule + 1] ?? 0;
  for (let i = givesFrom[rule] ?? 0; i < last; i++) {
    const node = gives[i] ?? 0;
    const from = node * words;
    let more = 0;
    for (let word = 0; word < words; word++) {
      const had = bits[from + word] as number; // Within the array: nodes and words are counted.
      const fresh = (who[word] as number) & ~had;
      more |= fresh;
      bits[from + word] = had | fresh;
    }
    if (more === 0) continue;
    isHad[node] = 1;
    for (let w = waitersFrom[node] ?? 0; w < (waitersFrom[node + 1] ?? 0); w++) enqueue(waiters[w] ?? 0);
  }
}

/** Leaves in `who` those who have all the rule asks and whom its mask lets; whether there is anybody. */
function firedBy(
  { rules, bits, words, isHad, everybody, who }: Walk,
  rule: number,
  mask: Int32Array | undefined,
): boolean {
  const { asksFrom, asks } = rules;
  const [first, last] = [asksFrom[rule] ?? 0, asksFrom[rule + 1] ?? 0];
  for (let i = first; i < last; i++) if (isHad[asks[i] ?? 0] === 0) return false;
  const start = mask ?? everybody;
  let anybody = 0;
  if (first === last) {
    for (let word = 0; word < words; word++)
      anybody |= who[word] = (everybody[word] as number) & (start[word] as number);
    return anybody !== 0;
  }
  for (let i = first; i < last; i++) {
    const from = (asks[i] ?? 0) * words;
    anybody = 0;
    for (let word = 0; word < words; word++) {
      const before = (i === first ? start[word] : who[word]) as number; // Both have a word for each of `words`.
      anybody |= who[word] = before & (bits[from + word] as number);
    }
    if (anybody === 0) return false;
  }
  return true;
}
