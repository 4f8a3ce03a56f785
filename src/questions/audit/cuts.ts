/**
 * What would stop it: the cheapest measures of the person, of the institutions, of both, after which no loss is
 * reached and the owner still gets in; and where no selection stops everything, the one that leaves least.
 */
import {
  alone,
  type CoverEffort,
  type CutQuestion,
  cut,
  earliest,
  extended,
  front,
} from "../../graph/index.ts";
import {
  amountOf,
  chosenOf,
  type Goal,
  type Grounded,
  isPrevention,
  noPreventionOf,
  worldUnder,
} from "../../ground/index.ts";
import { type ChoiceId, harmsOf } from "../../model/index.ts";
import { activeWith, type Reach } from "../../reach/index.ts";
import type { CutAnswer, FrontPoint } from "./answer.ts";

export type Side = "person" | "institution" | "both";

export interface CutsQuestion {
  readonly reach: Reach;
  /** What can be lost under one selection or another, in the order of the engine's goals. */
  readonly goals: readonly Goal[];
  /** How many of them are in reach as things are. */
  readonly reachable: number;
  readonly engine: CutQuestion;
  /** Measures the question has put in force already; they cost nothing more. */
  readonly inForce: readonly ChoiceId[];
  readonly effort: CoverEffort;
}

/** What a loss of unknown size counts when losses are weighed against each other: the known average, or 1. */
function weightsOf(goals: readonly Goal[]): readonly number[] {
  const known = goals.flatMap(({ amount }) => amount ?? []);
  const average = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  return goals.map(({ amount }) => (amount === undefined || amount === 0 ? average || 1 : amount));
}

/** A part of a loss that is reached with it, unless one of these measures makes the loss no larger than the rest. */
interface Portion {
  /** Which of the goals. */
  readonly goal: number;
  readonly weight: number;
  readonly without: readonly ChoiceId[];
}

/** The losses in portions: a measure that makes less of one takes a portion of it away and leaves the rest in reach. */
function portionsOf({ reach: { world }, goals, inForce }: CutsQuestion): readonly Portion[] {
  const under = (measures: readonly ChoiceId[]) =>
    new Map(
      worldUnder(world, chosenOf(world, measures)).goals.map(({ id, amount }) => [id, amount] as const),
    );
  const lowering = world.choices
    .filter(
      (choice) => choice.changesAmount === true && isPrevention(choice) && !inForce.includes(choice.index),
    )
    .map(({ index }) => ({ index, worth: under([...inForce, index]) }));
  const now = under(inForce);
  return weightsOf(goals.map((goal) => withAmount(goal, now.get(goal.id)))).flatMap((weight, goal) => {
    const { id } = goals[goal]!;
    const least = new Map(
      lowering.flatMap(({ index, worth }) => {
        const amount = worth.get(id);
        return amount !== undefined && amount < (now.get(id) ?? 0) ? [[index, amount] as const] : [];
      }),
    );
    const rungs = [0, ...new Set([...least.values()].sort((a, b) => a - b)), weight];
    return rungs.slice(1).flatMap((upTo, nth): Portion[] => {
      const from = rungs[nth]!;
      const without = [...least].flatMap(([choice, amount]) => (amount <= from ? [choice] : []));
      return upTo > from ? [{ goal, weight: upTo - from, without }] : [];
    });
  });
}

const withAmount = ({ amount: _before, ...goal }: Goal, amount: number | undefined): Goal =>
  amount === undefined ? goal : { ...goal, amount };

/** Which of the goals are still in reach under a selection. */
function remainingUnder({ reach, goals, engine }: CutsQuestion, choices: readonly number[]): readonly Goal[] {
  const { rules, held, goals: nodes } = engine.intruder;
  // The engine counts choices as plain numbers; these are indexes of the world's choices.
  const { time } = earliest(rules, held, {
    active: activeWith(reach, choices as readonly ChoiceId[]),
    startsAt: engine.startsAt,
    until: engine.horizonMinutes,
  });
  const { world } = reach;
  const worth = new Map(
    worldUnder(world, chosenOf(world, choices as readonly ChoiceId[])).goals.map((goal) => [goal.id, goal]),
  );
  return goals.flatMap((goal, index) =>
    time[nodes[index]!] === Infinity ? [] : [worth.get(goal.id) ?? goal],
  );
}

export function cutFor(question: CutsQuestion, side: Side): CutAnswer {
  const {
    reach: { world },
    reachable,
    engine,
    inForce,
    effort,
  } = question;
  const sided = { ...engine, forbidden: forbiddenFor(world, side, inForce) };
  if (reachable === 0)
    return {
      kind: "found",
      measures: [],
      effort: 0,
      lower: 0,
      proved: true,
      remaining: [],
      remainingAmount: 0,
      harms: [],
      ownerLockedOut: false,
    };
  const found = cut(sided, effort);
  if (found.kind === "cut") {
    return {
      kind: "found",
      measures: idsOf(world, found.choices, inForce),
      effort: found.cost,
      lower: found.lower,
      proved: found.proved,
      remaining: [],
      remainingAmount: 0,
      harms: [],
      ownerLockedOut: false,
    };
  }
  if (found.kind === "open") return { kind: "open", lower: found.lower };
  return leastLoss(question, sided);
}

/**
 * Where nothing stops everything: the selection that leaves least, and among those the cheapest. Letting a loss stand
 * becomes a choice of its own, dearer than all measures together, so one cut answers it.
 */
function leastLoss(question: CutsQuestion, sided: CutQuestion): CutAnswer {
  const {
    reach: { world },
    inForce,
    effort,
  } = question;
  const { rules: plain, goals: nodes } = sided.intruder;
  const portions = portionsOf(question);
  const weights = portions.map(({ weight }) => weight);
  const allEffort = world.choices.reduce((sum, choice) => sum + choice.effort, 1);
  const scale = allEffort / Math.min(...weights.filter((weight) => weight > 0), 1);
  const first = world.choices.length;
  const standing = portions.map(({ goal, without }, i) => ({
    asks: [nodes[goal]!],
    gives: [plain.atomCount + i],
    minutes: 0,
    cost: 0,
    guard: [...without.map((choice) => -(choice + 1)), -(first + i + 1)],
  }));
  const rules = extended(plain, { atomCount: plain.atomCount + portions.length, rules: standing });
  const found = cut(
    {
      ...sided,
      intruder: { ...sided.intruder, rules, goals: portions.map((_, i) => plain.atomCount + i) },
      costs: [...Array.from(sided.costs), ...weights.map((weight) => weight * scale)],
    },
    effort,
  );
  if (found.kind !== "cut") return found.kind === "open" ? { kind: "open", lower: 0 } : { kind: "none" };
  const choices = found.choices.filter((choice) => choice < first);
  const remaining = remainingUnder(question, choices);
  const isLess = amountOf(remaining) < amountOf(remainingUnder(question, inForce)) - 1e-6;
  if (remaining.length >= question.reachable && !isLess)
    return found.proved ? { kind: "none" } : { kind: "open", lower: 0 };
  const cost = choices.reduce((sum, choice) => sum + (sided.costs[choice] ?? 0), 0);
  return {
    kind: "found",
    measures: idsOf(world, choices, inForce),
    effort: cost,
    lower: found.proved ? cost : 0,
    proved: found.proved,
    remaining: remaining.map(({ id }) => id),
    remainingAmount: amountOf(remaining),
    harms: harmsOf(remaining),
    ownerLockedOut: false,
  };
}

/** Effort against what remains, cheapest first. */
export function frontOf(question: CutsQuestion): {
  readonly points: readonly FrontPoint[];
  readonly isComplete: boolean;
} {
  const {
    reach: { world },
    reachable,
    engine,
    inForce,
    effort,
  } = question;
  if (reachable === 0)
    return {
      points: [{ effort: 0, remainingAmount: 0, remaining: [], harms: [], measures: [], proved: true }],
      isComplete: true,
    };
  const portions = portionsOf(question);
  const losses = portions.map(({ weight }) => weight);
  const answer = front({ ...inPortions(engine, portions), losses }, effort);
  const points = answer.points.map(({ choices, cost, proved }): FrontPoint => {
    const left = remainingUnder(question, choices);
    return {
      effort: cost,
      remainingAmount: amountOf(left),
      remaining: left.map(({ id }) => id),
      harms: harmsOf(left),
      measures: idsOf(world, choices, inForce),
      proved,
    };
  });
  return { points, isComplete: answer.complete };
}

/** Each portion as a goal of its own; as it is where every loss is one. */
function inPortions(engine: CutQuestion, portions: readonly Portion[]): CutQuestion {
  if (portions.every(({ without }) => without.length === 0)) return engine;
  const { rules: plain, goals: nodes } = engine.intruder;
  const reached = portions.map(({ goal, without }, i) => ({
    asks: [nodes[goal]!],
    gives: [plain.atomCount + i],
    minutes: 0,
    cost: 0,
    guard: without.map((choice) => -(choice + 1)),
  }));
  const rules = extended(plain, { atomCount: plain.atomCount + portions.length, rules: reached });
  return {
    ...engine,
    intruder: { ...engine.intruder, rules, goals: portions.map((_, i) => plain.atomCount + i) },
  };
}

export function aloneIds({ reach: { world }, engine, reachable }: CutsQuestion): readonly string[] {
  if (reachable === 0) return [];
  return alone(engine)
    .map((choice) => world.choices[choice]?.id ?? "")
    .sort();
}

function forbiddenFor(world: Grounded, side: Side, inForce: readonly ChoiceId[]): readonly number[] {
  const none = noPreventionOf(world.choices, inForce);
  if (side === "both") return none;
  const others = world.choices.filter(({ by, index }) => by !== side && !inForce.includes(index));
  return [...new Set([...none, ...others.map(({ index }) => index)])];
}

/** Ids of what is chosen beyond what is in force already. */
function idsOf(world: Grounded, choices: readonly number[], inForce: readonly ChoiceId[]): readonly string[] {
  return choices
    .filter((choice) => !inForce.some((each) => each === choice))
    .map((choice) => world.choices[choice]?.id ?? "");
}
