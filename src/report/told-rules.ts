/**
 * The rules of a person's world as one would tell them: a step with what it asks and gives, and the conditions that
 * stop it, or a part of what it gives, as words after `unless`; those it runs only under stand after `while`.
 */
import { type Goal, type Grounded, leastMinutes, type Step } from "../ground/index.ts";
import { at, type BasisStatus, type Bilingual, compareText } from "../model/index.ts";

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
  /** Conditions without which it does not run. */
  readonly while: readonly string[];
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
  /** What is told of a step; absent: all of it, of every step. */
  readonly partOf?: (step: Step) => ToldPart | undefined;
  readonly goals?: readonly Goal[];
}

/** As much of a step as is to be told. */
export type ToldPart = Pick<Step, "gives">;

export function tellGraph({
  world,
  held = [],
  partOf = (step) => step,
  goals = world.goals,
}: TellWanted): ToldGraph {
  const told = world.steps.flatMap((step) => {
    const part = step.isQuiet ? undefined : partOf(step);
    return part === undefined ? [] : [tell(world, { ...step, gives: part.gives })];
  });
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

function tell(world: Grounded, step: Step): ToldRule {
  const { institution, flow, guard, assumed, asks, needsClear, needsSet, gives, sets, clears } = step;
  const measure = (literal: number) => at(world.choices, Math.abs(literal) - 1).id;
  const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(compareText);
  const words = (atoms: readonly number[]) => sorted(atoms.map((atom) => at(world.atoms, atom).text));
  const conditions = (ids: readonly number[]) => sorted(ids.map((id) => at(world.conditions, id).id));
  return {
    id: `${institution}/${flow.id}`,
    institution,
    flow: flow.id,
    title: flow.title,
    asks: words(asks),
    gives: words(gives.map(({ atom }) => atom)),
    unless: conditions([...needsClear, ...gives.flatMap(({ stoppedBy }) => stoppedBy)]),
    while: conditions(needsSet),
    sets: conditions(sets.map(({ condition }) => condition)),
    clears: conditions(clears),
    minutes: leastMinutes(step),
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
  while: needed,
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
    ...needed.map((each) => `while ${each}`),
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
