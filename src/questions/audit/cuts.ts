/**
 * What would stop it: the cheapest measures of the person, of the institutions, of both, after which no loss is
 * reached and the owner still gets in; and where no selection stops everything, the one that leaves least.
 */
import {
  alone,
  type CoverEffort,
  type CutQuestion,
  closure,
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
import { limitedGoals, loweringIn } from "./limits.ts";

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

/**
 * The losses in portions: a measure that makes less of one, by a sum or by a limit in the time asked about, takes a portion of
 * it away and leaves the rest in reach.
 */
function portionsOf(question: CutsQuestion): readonly Portion[] {
  const known = portionsKnown.get(question.engine);
  if (known !== undefined) return known;
  const { reach, goals, inForce } = question;
  const now = worthUnder(question, inForce).worth;
  const lowering = loweringIn(reach)
    .filter((choice) => isPrevention(choice) && !inForce.includes(choice.index))
    .map(({ index }) => ({ index, worth: worthUnder(question, [...inForce, index]).worth }));
  const weights = weightsOf(goals.map((goal, nth) => now[nth] ?? goal));
  const portions = weights.flatMap((weight, goal) => {
    const before = now[goal]?.amount ?? 0;
    const least = lowering.flatMap(({ index, worth }) => {
      const amount = worth[goal]?.amount;
      return amount !== undefined && amount < before ? [{ choice: index, amount }] : [];
    });
    const rungs = [...new Set([0, ...least.map(({ amount }) => amount), weight])].sort((x, y) => x - y);
    return rungs.slice(1).map((upTo, nth): Portion => {
      const from = rungs[nth]!;
      const without = least.flatMap(({ choice, amount }) => (amount <= from ? [choice] : []));
      return { goal, weight: upTo - from, without };
    });
  });
  portionsKnown.set(question.engine, portions);
  return portions;
}

/** Two measures that make less of one loss may leave less together than either: then nothing is proved to leave least. */
function areByThemselves(portions: readonly Portion[], { forbidden }: CutQuestion): boolean {
  const none = new Set(forbidden);
  const byGoal = new Map<number, Set<ChoiceId>>();
  for (const { goal, without } of portions)
    byGoal.set(
      goal,
      new Set([...(byGoal.get(goal) ?? []), ...without.filter((choice) => !none.has(choice))]),
    );
  return [...byGoal.values()].every(({ size }) => size < 2);
}

/** A memory of what is a function of its key: every side asks for the same. */
const portionsKnown = new WeakMap<CutQuestion, readonly Portion[]>();

/** The goals as much as can be taken of each under a selection, and whether each is still in reach. */
function worthUnder({ reach, goals, engine }: CutsQuestion, choices: readonly ChoiceId[]) {
  const { world } = reach;
  const { rules, held, goals: nodes } = engine.intruder;
  const { startsAt, horizonMinutes } = engine;
  const active = activeWith(reach, choices);
  const found = earliest(rules, held, { active, startsAt, until: horizonMinutes });
  const sized = limitedGoals(
    { reach, active, found, withinMinutes: horizonMinutes },
    worldUnder(world, chosenOf(world, choices)).goals,
  );
  return {
    worth: goals.map((goal) => sized.get(goal.id) ?? goal),
    isReached: goals.map((_, index) => found.time[nodes[index]!] !== Infinity),
  };
}

/** Which of the goals are still in reach under a selection, with as much as can be taken of them. */
function remainingUnder(question: CutsQuestion, choices: readonly number[]): readonly Goal[] {
  // The engine counts choices as plain numbers; these are indexes of the world's choices.
  const { worth, isReached } = worthUnder(question, choices as readonly ChoiceId[]);
  return worth.filter((_, index) => isReached[index] === true);
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
  const choices = withMore(
    question,
    sided,
    found.choices.filter((choice) => choice < first),
  );
  const remaining = remainingUnder(question, choices);
  const isProved = found.proved && areByThemselves(portions, sided);
  const isLess = amountOf(remaining) < amountOf(remainingUnder(question, inForce)) - 1e-6;
  if (remaining.length >= question.reachable && !isLess)
    return found.proved ? { kind: "none" } : { kind: "open", lower: 0 };
  const cost = choices.reduce((sum, choice) => sum + (sided.costs[choice] ?? 0), 0);
  return {
    kind: "found",
    measures: idsOf(world, choices, inForce),
    effort: cost,
    lower: isProved ? cost : 0,
    proved: isProved,
    remaining: remaining.map(({ id }) => id),
    remainingAmount: amountOf(remaining),
    harms: harmsOf(remaining),
    ownerLockedOut: false,
  };
}

/** With whatever makes still less of what is left, the owner getting in as before. */
function withMore(question: CutsQuestion, sided: CutQuestion, found: readonly number[]): readonly number[] {
  const forbidden = new Set(sided.forbidden);
  const { owner } = sided;
  const getsIn = (choices: readonly number[]) => {
    if (owner === undefined) return true;
    const { rules, held, goals } = owner;
    const { reached } = closure(rules, held, activeWith(question.reach, choices as readonly ChoiceId[]));
    return Array.from(goals).every((node) => reached[node] === 1);
  };
  let choices = found;
  for (const { index } of loweringIn(question.reach)) {
    if (forbidden.has(index) || choices.includes(index)) continue;
    const more = [...choices, index].sort((a, b) => a - b);
    const [before, after] = [choices, more].map((some) => amountOf(remainingUnder(question, some)));
    if (after! < before! - 1e-6 && getsIn(more)) choices = more;
  }
  return choices;
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
  const isProved = areByThemselves(portions, engine);
  const answer = front({ ...inPortions(engine, portions), losses }, effort);
  const points = answer.points.map(({ choices, cost, proved }): FrontPoint => {
    const left = remainingUnder(question, choices);
    return {
      effort: cost,
      remainingAmount: amountOf(left),
      remaining: left.map(({ id }) => id),
      harms: harmsOf(left),
      measures: idsOf(world, choices, inForce),
      proved: proved && isProved,
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
