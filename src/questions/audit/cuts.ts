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
import { amountOf, type Goal, type Grounded, noPreventionOf } from "../../ground/index.ts";
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

/** Which of the goals are still in reach under a selection. */
function remainingUnder({ reach, goals, engine }: CutsQuestion, choices: readonly number[]): readonly Goal[] {
  const { rules, held, goals: nodes } = engine.intruder;
  // The engine counts choices as plain numbers; these are indexes of the world's choices.
  const { time } = earliest(rules, held, {
    active: activeWith(reach, choices as readonly ChoiceId[]),
    startsAt: engine.startsAt,
    until: engine.horizonMinutes,
  });
  return goals.filter((_, index) => time[nodes[index]!] !== Infinity);
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
    goals,
    inForce,
    effort,
  } = question;
  const { rules: plain, goals: nodes } = sided.intruder;
  const weights = weightsOf(goals);
  const allEffort = world.choices.reduce((sum, choice) => sum + choice.effort, 1);
  const scale = allEffort / Math.min(...weights.filter((weight) => weight > 0), 1);
  const first = world.choices.length;
  const standing = goals.map((_, i) => ({
    asks: [nodes[i]!],
    gives: [plain.atomCount + i],
    minutes: 0,
    cost: 0,
    guard: [-(first + i + 1)],
  }));
  const rules = extended(plain, { atomCount: plain.atomCount + goals.length, rules: standing });
  const found = cut(
    {
      ...sided,
      intruder: { ...sided.intruder, rules, goals: goals.map((_, i) => plain.atomCount + i) },
      costs: [...Array.from(sided.costs), ...weights.map((weight) => weight * scale)],
    },
    effort,
  );
  if (found.kind !== "cut") return found.kind === "open" ? { kind: "open", lower: 0 } : { kind: "none" };
  const choices = found.choices.filter((choice) => choice < first);
  const remaining = remainingUnder(question, choices);
  if (remaining.length >= question.reachable)
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
    goals,
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
  const answer = front({ ...engine, losses: weightsOf(goals) }, effort);
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
