/**
 * An operator's rules as a value for programs, and what two sets of them differ in: for whoever looks at what is in force
 * or tries a changed file. Which list a condition asks is said by its name; what lists hold stands once, beside the rules.
 */
import type { Word } from "./decide.ts";
import type { Condition, Rule, RuleSet, WindowDefined } from "./rules.ts";

export interface ConditionValue {
  /** A field, or a window and what is asked of it: `transfers.count`. */
  readonly of: string;
  readonly not?: true;
  readonly is?: readonly string[];
  readonly list?: string;
  readonly above?: number;
  readonly below?: number;
  readonly matches?: string;
}

export interface RuleValue {
  readonly id: string;
  readonly set: string;
  readonly decide: Word;
  readonly mode: Rule["mode"];
  readonly percent: number;
  readonly quietMinutes: number;
  readonly all: readonly ConditionValue[];
  readonly any: readonly (readonly ConditionValue[])[];
}

export interface WindowValue {
  readonly name: string;
  readonly per: WindowDefined["per"];
  readonly minutes: number;
  /** What is told apart where different ones are counted. */
  readonly distinct: string;
  readonly where: readonly ConditionValue[];
}

export interface RulesValue {
  readonly sets: readonly { readonly id: string; readonly version: number }[];
  readonly rules: readonly RuleValue[];
  readonly windows: readonly WindowValue[];
  readonly lists: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly expires?: string;
  }[];
  /** Absent: asking costs the usual. */
  readonly costs?: RuleSet["costs"];
}

/** No rules are an empty set. */
export function rulesValue(rules: RuleSet | undefined): RulesValue {
  if (rules === undefined) return { sets: [], rules: [], windows: [], lists: [] };
  return {
    sets: [...rules.sets].map(([id, version]) => ({ id, version })),
    rules: rules.rules.map(({ id, set, decide, mode, percent, quietMinutes, when, any }) => ({
      ...{ id, set, decide, mode, percent, quietMinutes },
      all: when.map(conditionValue),
      any: any.map((all) => all.map(conditionValue)),
    })),
    windows: [...rules.windows].map(([name, { per, minutes, distinct, where }]) => ({
      ...{ name, per, minutes, distinct },
      where: where.map(conditionValue),
    })),
    lists: [...rules.lists].map(([name, list]) => ({ name, ...list })),
    ...(rules.costs === undefined ? {} : { costs: rules.costs }),
  };
}

function conditionValue({ of, not, test }: Condition): ConditionValue {
  const negated = not ? ({ not: true } as const) : {};
  switch (test.kind) {
    case "is":
      return {
        of,
        ...negated,
        ...(test.list === undefined ? { is: [...test.values] } : { list: test.list }),
      };
    case "between":
      return {
        ...{ of, ...negated },
        ...(test.above === -Infinity ? {} : { above: test.above }),
        ...(test.below === Infinity ? {} : { below: test.below }),
      };
    case "matches":
      return { of, ...negated, matches: test.pattern.source };
  }
}

export interface RulesDiffer {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Windows, lists or costs are otherwise. */
  readonly isElseOtherwise: boolean;
  /** Of no file the text changed without its version being counted up. */
  readonly isVersionRaised: boolean;
}

/** What the one has that the other has not, by the ids of rules, in the order of the alphabet. */
export function rulesDiffer(before: RulesValue, after: RulesValue): RulesDiffer {
  const texts = ({ rules }: RulesValue) => new Map(rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  const [was, is] = [texts(before), texts(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  const rest = ({ windows, lists, costs }: RulesValue) => JSON.stringify({ windows, lists, costs });
  const isElseOtherwise = rest(before) !== rest(after);
  const isOtherwise = isElseOtherwise || JSON.stringify(before.rules) !== JSON.stringify(after.rules);
  const versions = new Map(before.sets.map(({ id, version }) => [id, version]));
  return {
    added: ids.filter((id) => !was.has(id)),
    removed: ids.filter((id) => !is.has(id)),
    changed: ids.filter((id) => was.has(id) && is.has(id) && was.get(id) !== is.get(id)),
    isElseOtherwise,
    isVersionRaised: !isOtherwise || after.sets.some(({ id, version }) => version > (versions.get(id) ?? 0)),
  };
}
