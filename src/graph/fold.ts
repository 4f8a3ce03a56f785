/**
 * Rules for the question of reach alone, folded together, and measures that a
 * cheaper one makes needless.
 *
 * An atom that one rule gives and one rule asks is only a bead on a string: the
 * giver's asks and guards can move into the asker. Folding all such atoms leaves
 * reach of every other atom as it was, under every selection. After it many
 * measures guard the very same rules; where those take rules away only, and
 * nobody else is touched by them, the cheapest of such twins does for all, so the
 * guards of the others can go. On chains of flows this shortens what has to be
 * searched several times over.
 *
 * What to know to trust it: times are lost (a folded rule has none), so this is
 * not for horizons; and leaving twins out keeps one cheapest cut, not all cuts.
 */
import { type Atom, layOut, type Rows, type Rules } from "./rules.ts";
import type { Slice } from "./slice.ts";

/** A slice whose rules stand for several each; `ruleIds` names the last of them. Linear. */
export function fold(small: Slice): Slice {
  const { rules } = small;
  const target = foldTargets(small);
  const isInside = new Uint8Array(rules.atomCount);
  // The rules folded into one form a list that starts at it: `next` of the last is -1.
  const next = new Int32Array(rules.ruleCount).fill(-1);
  const ids: number[] = [];
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    const root = rootOf(target, rule);
    if (root === rule) {
      ids.push(rule);
      continue;
    }
    isInside[rules.gives[rules.givesFrom[rule]!]!] = 1;
    next[rule] = next[root]!;
    next[root] = rule;
  }
  const roots = Int32Array.from(ids);
  const ruleIds = new Int32Array(roots.length);
  for (let i = 0; i < roots.length; i++) ruleIds[i] = small.ruleIds[roots[i]!]!;
  const alone = new Int32Array(rules.ruleCount).fill(-1);
  const folded = layOut({
    atomCount: rules.atomCount,
    asks: gathered({ roots, next, from: rules.asksFrom, values: rules.asks, isLeftOut: isInside }),
    gives: gathered({ roots, next: alone, from: rules.givesFrom, values: rules.gives }),
    guards: gathered({ roots, next, from: rules.guardsFrom, values: rules.guards }),
    opens: { from: new Int32Array(roots.length + 1), values: new Int32Array(0) },
    neverOpens: new Uint8Array(roots.length),
    minutes: new Float64Array(roots.length),
    cost: new Float64Array(roots.length),
  });
  return { ...small, rules: folded, ruleIds };
}

export interface TwinQuestion {
  readonly costs: ArrayLike<number>;
  /** Whether something beside these rules depends on the measure. */
  isShared(measure: number): boolean;
}

/** The same rules without the guards of measures that have a twin which costs no more. Linear. */
export function withoutTwins(rules: Rules, { costs, isShared }: TwinQuestion): Rules {
  const { guardsFrom, guards } = rules;
  const uses = new Int32Array(rules.choiceCount);
  const isMixed = new Uint8Array(rules.choiceCount);
  for (let i = 0; i < guards.length; i++) {
    const measure = Math.abs(guards[i]!) - 1;
    uses[measure]!++;
    if (guards[i]! > 0) isMixed[measure] = 1;
  }
  // Most measures guard a single rule: those are compared on the spot, the others by all they guard.
  const isNeedless = new Uint8Array(rules.choiceCount);
  const guarded = new Map<number, number[]>();
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    let cheapest = -1;
    for (let i = guardsFrom[rule]!; i < guardsFrom[rule + 1]!; i++) {
      const measure = Math.abs(guards[i]!) - 1;
      if (isMixed[measure] === 1 || isShared(measure)) continue;
      if (uses[measure] === 1) {
        if (cheapest === -1) cheapest = measure;
        else if (costs[measure]! < costs[cheapest]!) {
          isNeedless[cheapest] = 1;
          cheapest = measure;
        } else isNeedless[measure] = 1;
        continue;
      }
      const row = guarded.get(measure);
      if (row === undefined) guarded.set(measure, [rule]);
      else row.push(rule);
    }
  }
  const twins = new Map<string, number>();
  for (const measure of [...guarded.keys()].sort((a, b) => costs[a]! - costs[b]! || a - b)) {
    const key = guarded.get(measure)!.join();
    if (twins.has(key)) isNeedless[measure] = 1;
    else twins.set(key, measure);
  }
  const from = new Int32Array(rules.ruleCount + 1);
  const kept: number[] = [];
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    for (let i = guardsFrom[rule]!; i < guardsFrom[rule + 1]!; i++)
      if (isNeedless[Math.abs(guards[i]!) - 1] === 0) kept.push(guards[i]!);
    from[rule + 1] = kept.length;
  }
  return { ...rules, guardsFrom: from, guards: Int32Array.from(kept) };
}

/**
 * The rule each rule is folded into; itself when it stays. No ring can arise: in
 * a slice every rule can fire, and a ring of only givers could not.
 */
function foldTargets({ rules, held, goals }: Slice): Int32Array {
  const { asks, givesFrom, gives, waitersFrom, waiters, giversFrom } = rules;
  const mustStay = new Uint8Array(rules.atomCount);
  for (const atom of held) mustStay[atom] = 1;
  for (const atom of goals) mustStay[atom] = 1;
  const target = new Int32Array(rules.ruleCount);
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    target[rule] = rule;
    if (givesFrom[rule + 1]! - givesFrom[rule]! !== 1) continue;
    const given: Atom = gives[givesFrom[rule]!]!;
    const isBead =
      mustStay[given] === 0 &&
      giversFrom[given + 1]! - giversFrom[given]! === 1 &&
      waitersFrom[given + 1]! - waitersFrom[given]! === 1;
    if (isBead && asks.length > 0) target[rule] = waiters[waitersFrom[given]!]!;
  }
  return target;
}

/** Follows the targets to their end and shortens the way for the next. */
function rootOf(target: Int32Array, rule: number): number {
  let root = rule;
  while (target[root] !== root) root = target[root]!;
  let at = rule;
  while (target[at] !== root) {
    const next = target[at]!;
    target[at] = root;
    at = next;
  }
  return root;
}

interface Gathering extends Rows {
  readonly roots: Int32Array;
  readonly next: Int32Array;
  readonly isLeftOut?: Uint8Array;
}

/** One row for each root: what the rules of its list have, without repetition. */
function gathered({ roots, next, from, values, isLeftOut }: Gathering): Rows {
  const newFrom = new Int32Array(roots.length + 1);
  const newValues = new Int32Array(values.length);
  let size = 0;
  for (let row = 0; row < roots.length; row++) {
    const start = size;
    for (let rule = roots[row]!; rule !== -1; rule = next[rule]!)
      for (let i = from[rule]!; i < from[rule + 1]!; i++) {
        const value = values[i]!;
        if (isLeftOut !== undefined && isLeftOut[value] === 1) continue;
        newValues[size++] = value;
      }
    if (next[roots[row]!] !== -1) size = start + distinctInPlace(newValues.subarray(start, size));
    newFrom[row + 1] = size;
  }
  return { from: newFrom, values: newValues.subarray(0, size) };
}

/** Sorts the values, moves the distinct ones to the front and returns how many they are. */
function distinctInPlace(values: Int32Array): number {
  values.sort();
  let kept = 0;
  for (let i = 0; i < values.length; i++)
    if (i === 0 || values[i] !== values[i - 1]) values[kept++] = values[i]!;
  return kept;
}
