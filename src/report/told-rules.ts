/**
 * The rules of a person's world as one would tell them: our own bookkeeping folded away.
 *
 * The engine splits a flow whose yield a condition may stop into the flow and a relay behind it, and turns conditions
 * into something to be had. Here a relay is joined to its flow again and a condition is a word after `unless`.
 */
import type { Goal, Grounded, GroundRule } from "../graph/index.ts";
import { type BasisStatus, type Bilingual, compareText } from "../model/index.ts";

export interface ToldRule {
  /** `alipay/quick-bind`. */
  readonly id: string;
  readonly institution: string;
  readonly flow: string;
  readonly title: Bilingual;
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  /** Conditions that stop it, or stop something of what it gives. */
  readonly unless: readonly string[];
  readonly sets: readonly string[];
  readonly clears: readonly string[];
  /** The least minutes it takes. */
  readonly minutes: number;
  /** Measures that must be taken for this rule to be, and measures that take it away. */
  readonly with: readonly string[];
  readonly without: readonly string[];
  /** Taken for possible because nobody said. */
  readonly assumed: readonly string[];
  readonly basis: BasisStatus;
}

export interface ToldGraph {
  readonly person: string;
  readonly held: readonly string[];
  readonly rules: readonly ToldRule[];
  readonly losses: readonly { readonly goal: string; readonly amount?: number }[];
  readonly conditions: readonly { readonly condition: string; readonly isSetAtStart: boolean }[];
}

interface TellWanted {
  readonly world: Grounded;
  readonly held?: readonly string[];
  /** Which of the world's rules; absent: all of them. */
  readonly isWanted?: (index: number) => boolean;
  readonly goals?: readonly Goal[];
}

export function tellGraph({
  world,
  held = [],
  isWanted = () => true,
  goals = world.goals,
}: TellWanted): ToldGraph {
  const relays = new Map<string, GroundRule[]>();
  for (const [i, rule] of world.rules.entries()) {
    if (rule.flow.id !== "relay" || !isWanted(i)) continue;
    const done = rule.asks.map((atom) => textOf(world, atom)).find((text) => text.startsWith("done ")) ?? "";
    relays.set(done, [...(relays.get(done) ?? []), rule]);
  }
  const told = world.rules.flatMap((rule, i) =>
    rule.isInternal || !isWanted(i) ? [] : [tell(world, rule, relays)],
  );
  const once = new Map(told.map((rule) => [formatRule(rule), rule]));
  return {
    person: world.person.id,
    held: [...held].sort(compareText),
    rules: [...once].sort(([a], [b]) => compareText(a, b)).map(([, rule]) => rule),
    losses: goals
      .map(({ id, amount }) => ({ goal: id, ...(amount === undefined ? {} : { amount }) }))
      .sort((a, b) => compareText(a.goal, b.goal)),
    conditions: world.conditions.map(({ id, isSetAtStart }) => ({ condition: id, isSetAtStart })),
  };
}

const textOf = (world: Grounded, atom: number): string => world.atoms[atom] ?? "";
const isCondition = (text: string) => text.startsWith("not ");

function tell(
  world: Grounded,
  rule: GroundRule,
  relays: ReadonlyMap<string, readonly GroundRule[]>,
): ToldRule {
  const { institution, flow, minutes, guard, assumed, sets, clears } = rule;
  const given = rule.gives.map((atom) => textOf(world, atom));
  const behind = given.flatMap((text) => relays.get(text) ?? []);
  const asked = [...rule.asks, ...behind.flatMap(({ asks }) => asks)].map((atom) => textOf(world, atom));
  const gives = [...given, ...behind.flatMap((relay) => relay.gives.map((atom) => textOf(world, atom)))];
  const measure = (literal: number) => world.choices[Math.abs(literal) - 1]?.id ?? "";
  const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(compareText);
  return {
    id: `${institution}/${flow.id}`,
    institution,
    flow: flow.id,
    title: flow.title,
    asks: sorted(asked.filter((text) => !isCondition(text) && !text.startsWith("done "))),
    gives: sorted(gives.filter((text) => !isCondition(text) && !text.startsWith("done "))),
    unless: sorted(asked.filter(isCondition).map((text) => text.slice("not ".length))),
    sets: sorted(sets.map(({ condition }) => world.conditions[condition]?.id ?? "")),
    clears: sorted(clears.map((condition) => world.conditions[condition]?.id ?? "")),
    minutes,
    with: sorted(guard.filter((literal) => literal > 0).map(measure)),
    without: sorted(guard.filter((literal) => literal < 0).map(measure)),
    assumed: sorted(assumed),
    basis: flow.basis.status,
  };
}

/** A rule in one line, the same on every machine: `alipay/quick-bind: enter(…) + receive-sms(…) => pay-with(…) | 3m`. */
export function formatRule({
  id,
  asks,
  gives,
  unless,
  sets,
  clears,
  minutes,
  with: wanted,
  without,
  assumed,
}: ToldRule): string {
  const yields = [...gives, ...sets.map((each) => `set ${each}`), ...clears.map((each) => `clear ${each}`)];
  const notes = [
    `${Math.round(minutes * 100) / 100}m`,
    ...unless.map((each) => `unless ${each}`),
    ...wanted.map((each) => `with ${each}`),
    ...without.map((each) => `without ${each}`),
    ...assumed.map((each) => `assumed ${each}`),
  ];
  return `${id}: ${asks.join(" + ") || "nothing"} => ${yields.join(" + ")} | ${notes.join("; ")}`;
}

/** The rules as things are today, one a line; what only a measure would bring is left to the other formats. */
export function formatRules({ rules }: ToldGraph): string {
  return rules
    .filter((rule) => rule.with.length === 0)
    .map((rule) => `${formatRule(rule)}\n`)
    .join("");
}
