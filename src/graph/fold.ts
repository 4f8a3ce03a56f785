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
  const members: number[][] = Array.from({ length: rules.ruleCount }, () => []);
  const roots: number[] = [];
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    const root = rootOf(target, rule);
    members[root]!.push(rule);
    if (root === rule) roots.push(rule);
  }
  const isInside = new Uint8Array(rules.atomCount);
  for (let rule = 0; rule < rules.ruleCount; rule++)
    if (target[rule] !== rule) isInside[rules.gives[rules.givesFrom[rule]!]!] = 1;
  const groups = roots.map((root) => members[root]!);
  const asks = gathered(groups, (rule, into) => {
    for (let i = rules.asksFrom[rule]!; i < rules.asksFrom[rule + 1]!; i++)
      if (isInside[rules.asks[i]!] === 0) into.push(rules.asks[i]!);
  });
  const guards = gathered(groups, (rule, into) => {
    for (let i = rules.guardsFrom[rule]!; i < rules.guardsFrom[rule + 1]!; i++) into.push(rules.guards[i]!);
  });
  const alone = roots.map((root) => [root]);
  const gives = gathered(alone, (rule, into) => {
    for (let i = rules.givesFrom[rule]!; i < rules.givesFrom[rule + 1]!; i++) into.push(rules.gives[i]!);
  });
  const folded = layOut({
    atomCount: rules.atomCount,
    asks,
    gives,
    guards,
    opens: { from: new Int32Array(roots.length + 1), values: new Int32Array(0) },
    neverOpens: new Uint8Array(roots.length),
    minutes: new Float64Array(roots.length),
    cost: new Float64Array(roots.length),
  });
  return { ...small, rules: folded, ruleIds: Int32Array.from(roots, (root) => small.ruleIds[root]!) };
}

export interface TwinQuestion {
  readonly costs: ArrayLike<number>;
  /** Whether something beside these rules depends on the measure. */
  isShared(measure: number): boolean;
}

/** The same rules without the guards of measures that have a twin which costs no more. Linear. */
export function withoutTwins(rules: Rules, { costs, isShared }: TwinQuestion): Rules {
  const rowsOf = new Map<number, number[]>();
  const isMixed = new Set<number>();
  for (let rule = 0; rule < rules.ruleCount; rule++)
    for (let i = rules.guardsFrom[rule]!; i < rules.guardsFrom[rule + 1]!; i++) {
      const guard = rules.guards[i]!;
      const measure = Math.abs(guard) - 1;
      if (guard > 0) isMixed.add(measure);
      const row = rowsOf.get(measure);
      if (row === undefined) rowsOf.set(measure, [rule]);
      else row.push(rule);
    }
  const cheapest = new Map<string, number>();
  const isNeedless = new Uint8Array(rules.choiceCount);
  for (const measure of [...rowsOf.keys()].sort((a, b) => costs[a]! - costs[b]! || a - b)) {
    if (isMixed.has(measure) || isShared(measure)) continue;
    const key = rowsOf.get(measure)!.join();
    if (cheapest.has(key)) isNeedless[measure] = 1;
    else cheapest.set(key, measure);
  }
  const from = new Int32Array(rules.ruleCount + 1);
  const kept: number[] = [];
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    for (let i = rules.guardsFrom[rule]!; i < rules.guardsFrom[rule + 1]!; i++)
      if (isNeedless[Math.abs(rules.guards[i]!) - 1] === 0) kept.push(rules.guards[i]!);
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

/** One row for each group of rules: what its members bring, without repetition. */
function gathered(
  groups: readonly (readonly number[])[],
  bring: (rule: number, into: number[]) => void,
): Rows {
  const from = new Int32Array(groups.length + 1);
  const values: number[] = [];
  const brought: number[] = [];
  groups.forEach((group, row) => {
    brought.length = 0;
    for (const member of group) bring(member, brought);
    if (brought.length === 1) values.push(brought[0]!);
    else for (const value of new Set(brought)) values.push(value);
    from[row + 1] = values.length;
  });
  return { from, values: Int32Array.from(values) };
}
