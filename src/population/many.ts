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
  const queue: number[] = [];
  const isQueued = new Uint8Array(rules.ruleCount);
  const enqueue = (rule: number) => {
    if (active[rule] === 0 || isQueued[rule] === 1) return;
    isQueued[rule] = 1;
    queue.push(rule);
  };
  for (const [node, whose] of held) bits.set(whose, node * words);
  // Those that ask nothing, and those that wait for what is held: the walk over all of them finds both.
  for (let rule = 0; rule < rules.ruleCount; rule++) enqueue(rule);
  for (let at = 0; at < queue.length; at++) {
    const rule = queue[at] ?? 0;
    isQueued[rule] = 0;
    fire({ rules, bits, words, people }, rule, masks.get(rule), enqueue);
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
  readonly people: number;
}

function fire(
  { rules, bits, words, people }: Walk,
  rule: number,
  mask: Int32Array | undefined,
  enqueue: (rule: number) => void,
): void {
  const { asksFrom, asks, givesFrom, gives, waitersFrom, waiters } = rules;
  if (isNever(rules, rule)) return;
  const changed = new Set<number>();
  for (let word = 0; word < words; word++) {
    const last = people - word * 32;
    let who = last >= 32 ? -1 : (1 << last) - 1;
    if (mask !== undefined) who &= mask[word] ?? 0;
    for (let i = asksFrom[rule] ?? 0; who !== 0 && i < (asksFrom[rule + 1] ?? 0); i++)
      who &= bits[(asks[i] ?? 0) * words + word] ?? 0;
    if (who === 0) continue;
    for (let i = givesFrom[rule] ?? 0; i < (givesFrom[rule + 1] ?? 0); i++) {
      const node = gives[i] ?? 0;
      const place = node * words + word;
      const had = bits[place] ?? 0;
      if ((had | who) === had) continue;
      bits[place] = had | who;
      changed.add(node);
    }
  }
  for (const node of changed)
    for (let i = waitersFrom[node] ?? 0; i < (waitersFrom[node + 1] ?? 0); i++) enqueue(waiters[i] ?? 0);
}
