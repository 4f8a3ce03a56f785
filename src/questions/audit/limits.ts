/**
 * How much of a loss can be taken within a time, where the flows that take it take no more than so much in one run and can
 * be run only so often; and which measures make that less. A measure that lowers a limit stops nothing: the loss stays,
 * and the answer says to what it is limited.
 *
 * What to know to trust it: an upper bound. Every way that is in reach takes all it may from the earliest minute on; runs
 * that count together (`at-most`, the same flow with the same effect, or one limit of money of several flows) are counted
 * once, and a flow that may be run as often as one likes is no limit. Without an end to the time only what holds for ever is one. Cost: one earliest-times pass a measure that
 * touches such a flow.
 */
import { earliest } from "../../graph/index.ts";
import { type Choice, chosenOf, type Goal, sumLimitsOf, worldUnder } from "../../ground/index.ts";
import { type ChoiceId, type HarmKind, minutesPerDay } from "../../model/index.ts";
import { activeWith, type LimitedUnder, limitOf, type Node, type Reach } from "../../reach/index.ts";

/** The goal with as much of it as can be taken in time. */
export function limitedGoal(asked: LimitedUnder, goal: Goal): Goal {
  const limit = limitOf(asked, goal);
  if (limit === undefined) return goal;
  const passes = { under: limit.under, ...(limit.isBound ? { isBound: true as const } : {}) };
  if (limit.most >= (goal.amount ?? Infinity)) return { ...goal, ...passes };
  const { atLeast: ofGoal = Infinity, ...rest } = goal;
  // An interval that lies above the limit is a sum; a limit may be known only between two as well.
  const atLeast = Math.min(ofGoal, limitOf({ ...asked, isLeast: true }, goal)?.most ?? Infinity);
  const least = atLeast < limit.most ? { atLeast } : {};
  return { ...rest, ...passes, ...least, amount: limit.most };
}

/** One measure that leaves a loss within reach and makes less of it. */
export interface Limiting {
  readonly measure: string;
  readonly goal: string;
  readonly harm: HarmKind;
  /** The most of it within `withinMinutes`, with the measure and without; absent without: nobody knows how much. */
  readonly amount: number;
  readonly of?: number;
  readonly withinMinutes: number;
}

interface LimitingQuestion {
  readonly reach: Reach;
  readonly start: readonly Node[];
  readonly inForce: readonly ChoiceId[];
  readonly startsAt: number | undefined;
  readonly withinMinutes: number | undefined;
  readonly reachable: readonly Goal[];
}

/** The measures that may make less of a loss and leave it in reach: they change a sum, or a step that is limited. */
export function loweringIn({ world }: Reach): readonly Choice[] {
  const limitedSteps = world.steps.filter(
    (step) => step.flow.each !== undefined || sumLimitsOf(step).length > 0,
  );
  // What one of them asks is brought by others: who cannot raise a limit takes no more than the usual one.
  const asked = new Set(limitedSteps.flatMap(({ asks }) => asks));
  const bringing = world.steps.filter(({ gives }) => gives.some(({ atom }) => asked.has(atom)));
  const touching = new Set(
    [...limitedSteps, ...bringing].flatMap(({ guard }) => guard.map((literal) => Math.abs(literal) - 1)),
  );
  return world.choices.filter(({ index, changesAmount }) => touching.has(index) || changesAmount === true);
}

export function limitingOf({
  reach,
  start,
  inForce,
  startsAt,
  withinMinutes = minutesPerDay,
  reachable,
}: LimitingQuestion): readonly Limiting[] {
  const { world, goalNodes } = reach;
  const under = (measures: readonly ChoiceId[]) => {
    const active = activeWith(reach, measures);
    const found = earliest(reach.rules, start, { active, startsAt });
    return { reach, active, found, time: found.time, withinMinutes };
  };
  const choices = loweringIn(reach).filter(({ index }) => !inForce.includes(index));
  if (choices.length === 0) return [];
  const now = under(inForce);
  const goalsWith = (measures: readonly ChoiceId[]) =>
    new Map(worldUnder(world, chosenOf(world, measures)).goals.map((goal) => [goal.id, goal]));
  const goalsNow = goalsWith(inForce);
  return choices.flatMap(({ id, index }) => {
    const then = under([...inForce, index]);
    const goalsThen = goalsWith([...inForce, index]);
    return reachable.flatMap((goal): Limiting[] => {
      const before = limitedGoal(now, goalsNow.get(goal.id) ?? goal).amount;
      const after = limitedGoal(then, goalsThen.get(goal.id) ?? goal).amount;
      const node = goalNodes[world.goals.findIndex((each) => each.id === goal.id)] ?? -1;
      // What is stopped is no answer of this kind.
      const isLeft = (then.time[node] ?? Infinity) <= withinMinutes;
      if (!isLeft || after === undefined || after >= (before ?? Infinity)) return [];
      const of = before === undefined ? {} : { of: before };
      return [{ measure: id, goal: goal.id, harm: goal.harm, amount: after, ...of, withinMinutes }];
    });
  });
}

/** The goals with what can be taken of them in the time asked about. */
export const limitedGoals = (
  question: Omit<LimitedUnder, "withinMinutes"> & { readonly withinMinutes: number | undefined },
  goals: readonly Goal[],
): ReadonlyMap<string, Goal> => {
  const under = { ...question, withinMinutes: question.withinMinutes ?? Infinity };
  return new Map(besideWholes(goals, new Map(goals.map((goal) => [goal.id, limitedGoal(under, goal)]))));
};

/**
 * A part goes by flows of its own: what goes as the part goes besides, wherever what its whole goes by is limited (alone, or
 * by what it shares with others), and together they are no more than all of it.
 */
function besideWholes(
  goals: readonly Goal[],
  found: ReadonlyMap<string, Goal>,
): readonly (readonly [string, Goal])[] {
  const limited = new Map(
    goals.flatMap(({ id, amount = Infinity }) =>
      (found.get(id)?.under ?? []).length > 0 ? [[id, amount] as const] : [],
    ),
  );
  const parted = new Set(goals.flatMap(({ partOf }) => partOf.filter((whole) => limited.has(whole))));
  return [...found].map(([id, goal]) => {
    const wholes = [id, ...goal.partOf].filter((whole) => parted.has(whole));
    if (wholes.length === 0) return [id, goal];
    const all = wholes.flatMap((whole) => {
      const most = limited.get(whole) ?? Infinity;
      return most < Infinity ? [[{ id: `all of ${whole}`, most }]] : [];
    });
    const partOf = goal.partOf.filter((whole) => !parted.has(whole));
    return [id, { ...goal, partOf, under: [...(goal.under ?? []), ...all] }];
  });
}
