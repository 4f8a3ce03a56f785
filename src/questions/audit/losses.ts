/**
 * The losses of an audit: which of them are reached, by which way and how soon, and how cheaply.
 */
import {
  type CoverEffort,
  cheapest,
  differentWays,
  type Earliest,
  type Proof,
  proof,
} from "../../graph/index.ts";
import { amountOf, chosenOf, type Goal, worldUnder } from "../../ground/index.ts";
import type { ChoiceId } from "../../model/index.ts";
import {
  isTakenWhole,
  type Node,
  type Reach,
  stepRunBy,
  unsetFromStart,
  wayOf,
  weakest,
} from "../../reach/index.ts";
import type { Interval, Loss, OtherWay } from "./answer.ts";
import { limitedGoals } from "./limits.ts";
import type { LossVerdict } from "./verdicts.ts";

export interface LossesQuestion {
  readonly reach: Reach;
  readonly start: readonly Node[];
  readonly active: Uint8Array;
  /** Measures in force. */
  readonly inForce: readonly ChoiceId[];
  readonly found: Earliest;
  readonly startsAt: number | undefined;
  /** Losses later than this do not count. */
  readonly withinMinutes: number | undefined;
  readonly wantsCheapest: boolean;
  readonly waysMax: number;
  readonly effort: CoverEffort;
}

export interface LossesFound {
  readonly losses: readonly Loss[];
  /** The goals that are reached. */
  readonly reachable: readonly Goal[];
  /** Whether each loss that is reached got all that was asked for. */
  readonly isComplete: boolean;
  /** Whether some order of runs takes all that is named, of each loss and of all together. */
  readonly isTaken: boolean;
}

/** Beyond this many losses each one's cheapest way is no longer worth the wait; the first ones by amount are told. */
const cheapestMax = 40;

export function lossesOf(question: LossesQuestion): LossesFound {
  const { reach, wantsCheapest } = question;
  const unlimited = worldUnder(reach.world, chosenOf(reach.world, question.inForce)).goals;
  const sized = limitedGoals(question, unlimited);
  const goals = unlimited.map((goal) => sized.get(goal.id) ?? goal);
  const proofs = new Map<Goal, Proof>();
  for (const [index, goal] of goals.entries()) {
    const shown = proofOf(question, reach.goalNodes[index]!);
    if (shown !== undefined) proofs.set(goal, shown);
  }
  const ranked = [...goals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const detailed = new Set(
    ranked.filter((goal) => proofs.has(goal)).slice(0, wantsCheapest ? cheapestMax : 0),
  );
  let isComplete = !wantsCheapest || detailed.size === proofs.size;
  const losses = goals.map((goal, index): Loss => {
    const shown = proofs.get(goal);
    if (shown === undefined) return notReached(goal);
    const more = detailed.has(goal) ? moreWays(question, reach.goalNodes[index]!) : undefined;
    if (more?.isComplete === false) isComplete = false;
    return reached(question, { goal, shown, more });
  });
  const reachable = goals.filter((goal) => proofs.has(goal));
  return { losses, reachable, isComplete, isTaken: areTaken(question, unlimited, reachable) };
}

/** Not asked of what nobody has stated a sum of: it is told as such. */
function areTaken(question: LossesQuestion, goals: readonly Goal[], reachable: readonly Goal[]): boolean {
  const under = { ...question, withinMinutes: question.withinMinutes ?? Infinity };
  const unlimited = new Map(goals.map((goal) => [goal.id, goal]));
  const asked = reachable.filter(({ amount }) => amount !== undefined);
  const isTaken = (some: readonly Goal[]) =>
    isTakenWhole(
      under,
      some.flatMap(({ id }) => unlimited.get(id) ?? []),
      amountOf(some),
    );
  return isTaken(asked) && (asked.length < 2 || asked.every((goal) => isTaken([goal])));
}

function proofOf(
  { reach, start, found, startsAt, withinMinutes }: LossesQuestion,
  goal: Node,
): Proof | undefined {
  const isInTime = (found.time[goal] ?? Infinity) <= (withinMinutes ?? Number.MAX_VALUE);
  return isInTime ? proof(reach.rules, { held: start, goal, found, startsAt }) : undefined;
}

const named = ({
  id,
  title,
  amount,
  atLeast,
  harm,
}: Goal): Pick<Loss, "goal" | "title" | "amount" | "atLeast" | "harm"> => ({
  goal: id,
  harm,
  ...(title === undefined ? {} : { title }),
  ...(amount === undefined ? {} : { amount }),
  ...(atLeast === undefined ? {} : { atLeast }),
});

const unasked = { distance: null, unread: [], ifSoMinutes: null, ifSoWay: null } as const;

const notReached = (goal: Goal): Loss => ({
  ...named(goal),
  reachable: false,
  verdict: "not-asked",
  ...unasked,
  earliestMinutes: null,
  basis: null,
  way: null,
  cheapest: null,
  otherWays: [],
});

/**
 * What a part of a loss adds to it: a part that is no nearer than its whole is told by the whole. Nobody is told that
 * the money up to a limit is ruled out where all of it can be taken. What is reached is told of both, for it may come
 * sooner.
 */
export function withoutParts(verdicts: readonly LossVerdict[]): readonly LossVerdict[] {
  const distances = new Map(verdicts.map((loss) => [loss.goal.id, distanceOf(loss)]));
  const isToldBy = (own: number, whole: number) => whole < ruledOut && whole <= own;
  return verdicts.filter((loss) => {
    const own = distanceOf(loss);
    const wholes = loss.goal.partOf.map((whole) => distances.get(whole) ?? ruledOut);
    return own === 0 || !wholes.some((whole) => isToldBy(own, whole));
  });
}

/** Farther than any loss that is open. */
const ruledOut = 4;

function distanceOf({ verdict, level }: LossVerdict): number {
  return verdict === "reached" ? 0 : (level ?? ruledOut);
}

/** The losses with their verdicts, and those that only what is unread could bring about. */
export function judged(losses: readonly Loss[], verdicts: readonly LossVerdict[]): readonly Loss[] {
  const known = new Map(losses.map((loss) => [loss.goal, loss]));
  return verdicts.map(({ goal, verdict, level, unread, ifSoMinutes, ifSoWay }) => ({
    ...(known.get(goal.id) ?? notReached(goal)),
    verdict,
    distance: level === undefined ? null : { level, unread: unread.length },
    unread,
    ifSoMinutes,
    ifSoWay,
  }));
}

interface ReachedLoss {
  readonly goal: Goal;
  readonly shown: Proof;
  readonly more: MoreWays | undefined;
}

function reached({ reach }: LossesQuestion, { goal, shown, more }: ReachedLoss): Loss {
  const way = wayOf(reach, shown);
  return {
    ...named(goal),
    reachable: true,
    verdict: "reached",
    ...unasked,
    earliestMinutes: shown.at,
    basis: weakest(way.steps.map(({ basis }) => basis.status)),
    way,
    cheapest: more?.interval ?? null,
    otherWays: more?.ways ?? [],
  };
}

interface MoreWays {
  readonly interval: Interval | null;
  readonly ways: readonly OtherWay[];
  readonly isComplete: boolean;
}

/** The cheapest way in, and different ways where they are asked for. */
function moreWays({ reach, active, start, waysMax, effort }: LossesQuestion, goal: Node): MoreWays {
  const { rules } = reach;
  // What nobody has set is there from the start: no way begins by lifting it.
  const question = { held: [...start, ...unsetFromStart(reach, active)], goals: [goal], active };
  const least = cheapest(rules, question, effort);
  const { ways, complete } =
    waysMax === 0 ? { ways: [], complete: true } : differentWays(rules, question, waysMax, effort);
  const told = new Map<string, OtherWay>();
  for (const { way, upper } of ways) {
    const flows = way.flatMap((rule) => {
      const step = stepRunBy(reach, rule);
      return step === undefined ? [] : [`${step.institution}/${step.flow.id}`];
    });
    // The same flows over other things are, to a reader, the same way.
    const key = [...new Set(flows)].sort().join(" ");
    if (!told.has(key)) told.set(key, { flows: [...new Set(flows)], cost: upper });
  }
  const interval =
    least === undefined ? null : { lower: least.lower, upper: least.upper, proved: least.proved };
  return { interval, ways: [...told.values()], isComplete: complete || ways.length >= waysMax };
}
