/**
 * What would stop it: the cheapest measures of the person, of the institutions, of both, after which no loss is
 * reached and the owner still gets in; and where no selection stops everything, the one that leaves least.
 */
import { alone, cut, type CutQuestion, front, type FrontAnswer, type Goal, type Grounded } from "../../graph/index.ts";
import type { CoverEffort } from "../../graph/index.ts";
import type { CutAnswer, FrontPoint } from "./answer.ts";

export type Side = "person" | "institution" | "both";

export interface CutsQuestion {
  readonly world: Grounded;
  /** Goals in reach, in the order of the engine's goals. */
  readonly goals: readonly Goal[];
  readonly engine: CutQuestion;
  /** Measures the question has put in force already; they cost nothing more. */
  readonly inForce: readonly number[];
  readonly effort: CoverEffort;
}

/** What a loss of unknown size counts when losses are weighed against each other: the known average, or 1. */
export function weightsOf(goals: readonly Goal[]): readonly number[] {
  const known = goals.flatMap(({ amount }) => amount ?? []);
  const average = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  return goals.map(({ amount }) => (amount === undefined || amount === 0 ? average || 1 : amount));
}

const amountOf = (goals: readonly Goal[]) => goals.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

export function cutFor(question: CutsQuestion, side: Side): CutAnswer | null {
  const { world, goals, engine, inForce, effort } = question;
  const sided = { ...engine, forbidden: forbiddenFor(world, side, inForce) };
  if (goals.length === 0) return { measures: [], effort: 0, lower: 0, proved: true, remaining: [], remainingAmount: 0, ownerLockedOut: false };
  const found = cut(sided, effort);
  if (found.kind === "cut") {
    return {
      measures: idsOf(world, found.choices, inForce),
      effort: found.cost,
      lower: found.lower,
      proved: found.proved,
      remaining: [],
      remainingAmount: 0,
      ownerLockedOut: false,
    };
  }
  const points = front(sided, weightsOf(goals), effort).points;
  const best = points.at(-1);
  if (best === undefined || best.remaining.length === goals.length) return null;
  const remaining = best.remaining.map((index) => goals[index]).filter((goal) => goal !== undefined);
  return {
    measures: idsOf(world, best.choices, inForce),
    effort: best.cost,
    lower: best.cost,
    proved: best.proved,
    remaining: remaining.map(({ id }) => id),
    remainingAmount: amountOf(remaining),
    ownerLockedOut: false,
  };
}

/** Effort against what remains, cheapest first. */
export function frontOf({ world, goals, engine, inForce, effort }: CutsQuestion): { readonly points: readonly FrontPoint[]; readonly isComplete: boolean } {
  if (goals.length === 0) return { points: [{ effort: 0, remainingAmount: 0, remaining: [], measures: [], proved: true }], isComplete: true };
  const answer: FrontAnswer = front(engine, weightsOf(goals), effort);
  const points = answer.points.map(({ choices, cost, remaining, proved }) => {
    const left = remaining.map((index) => goals[index]).filter((goal) => goal !== undefined);
    return { effort: cost, remainingAmount: amountOf(left), remaining: left.map(({ id }) => id), measures: idsOf(world, choices, inForce), proved };
  });
  return { points, isComplete: answer.complete };
}

export function aloneIds({ world, engine, goals }: CutsQuestion): readonly string[] {
  if (goals.length === 0) return [];
  return alone(engine)
    .map((choice) => world.choices[choice]?.id ?? "")
    .sort();
}

function forbiddenFor(world: Grounded, side: Side, inForce: readonly number[]): readonly number[] {
  if (side === "both") return [];
  return world.choices.filter(({ by, index }) => by !== side && !inForce.includes(index)).map(({ index }) => index);
}

/** Ids of what is chosen beyond what is in force already. */
function idsOf(world: Grounded, choices: readonly number[], inForce: readonly number[]): readonly string[] {
  return choices.filter((choice) => !inForce.includes(choice)).map((choice) => world.choices[choice]?.id ?? "");
}
