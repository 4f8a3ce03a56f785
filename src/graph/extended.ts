/** Rules with some more, for questions that add a few of their own: what they bring is theirs, the rest is not touched. */
import { compile, isNever, layOut, type PlainRule, type Rows, type Rules } from "./rules.ts";

export interface MoreRules {
  /** Atoms from `rules.atomCount` on are new. */
  readonly atomCount: number;
  readonly rules: readonly PlainRule[];
}

/** The rules followed by the new ones; numbers stay. Linear in both. */
export function extended(rules: Rules, more: MoreRules): Rules {
  const added = compile(more.atomCount, more.rules);
  const neverOpens = new Uint8Array(rules.ruleCount + added.ruleCount);
  for (let rule = 0; rule < rules.ruleCount; rule++) if (isNever(rules, rule)) neverOpens[rule] = 1;
  for (let rule = 0; rule < added.ruleCount; rule++)
    if (isNever(added, rule)) neverOpens[rules.ruleCount + rule] = 1;
  return layOut({
    atomCount: more.atomCount,
    asks: joined(rules.asksFrom, rules.asks, added.asksFrom, added.asks),
    gives: joined(rules.givesFrom, rules.gives, added.givesFrom, added.gives),
    guards: joined(rules.guardsFrom, rules.guards, added.guardsFrom, added.guards),
    opens: joined(rules.opensFrom, rules.opens, added.opensFrom, added.opens),
    neverOpens,
    minutes: Float64Array.from([...rules.minutes, ...added.minutes]),
    cost: Float64Array.from([...rules.cost, ...added.cost]),
  });
}

function joined(from: Int32Array, values: Int32Array, moreFrom: Int32Array, more: Int32Array): Rows {
  const all = new Int32Array(from.length + moreFrom.length - 1);
  all.set(from);
  for (let row = 1; row < moreFrom.length; row++) all[from.length - 1 + row] = values.length + moreFrom[row]!;
  const joinedValues = new Int32Array(values.length + more.length);
  joinedValues.set(values);
  joinedValues.set(more, values.length);
  return { from: all, values: joinedValues };
}
