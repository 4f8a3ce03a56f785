/**
 * Whether all that is named of some losses is taken by somebody who runs one way after the other, under every limit at once
 * and in the time there is. Where that is not seen, what is named is a bound.
 *
 * What to know to trust it: it says yes only where every order it tries takes all of it; money that is moved between the
 * owner's own pots first is not followed, and then it says no.
 */

import { type Goal, runLimitsOf, type Step, sumLimitsOf } from "../ground/index.ts";
import { compareText, everMinutes } from "../model/index.ts";
import { effectOf, type LimitedUnder, limitOf } from "./limit.ts";
import { type PotTaken, takenInTurn, type WayTaken } from "./taken-in-turn.ts";

/** `goals` as they are without limits; `wanted`: what is named of all of them together. */
export function isTakenWhole(asked: LimitedUnder, goals: readonly Goal[], wanted: number): boolean {
  const { withinMinutes } = asked;
  const given = new Map(goals.map(({ atom }, nth) => [atom, nth] as const));
  const ways: WayTaken[] = [];
  let isMoved = false;
  for (const { step, from } of stepsInTime(asked)) {
    const pots = [...new Set(step.gives.flatMap(({ atom }) => given.get(atom) ?? []))];
    if (pots.length === 0) continue;
    if (step.kind === "moved") isMoved = true;
    else ways.push(wayOf(step, { from, pots: wholesFirst(pots, goals), asked }));
  }
  const isLimited =
    ways.some((way) => way.each < Infinity || way.runs.length + way.sums.length > 0) ||
    (isMoved && goals.some((goal) => limitOf(asked, goal) !== undefined));
  if (!isLimited) return true;
  // How much of it there is to be taken nobody knows.
  if (isMoved || goals.some(({ amount }) => amount === undefined)) return false;
  const pots = goals.map(
    ({ amount = 0, partOf }): PotTaken => ({
      amount,
      partOf: partOf.flatMap((whole) => goals.flatMap(({ id }, nth) => (id === whole ? [nth] : []))),
    }),
  );
  // In whichever order ways that are free at once are run, and by however many hands.
  return [ways, [...ways].reverse()].every((each) =>
    [true, false].every((isAlone) =>
      (["least", "most", "first"] as const).every(
        (prefers) =>
          takenInTurn({ ways: each, pots, withinMinutes, wanted, prefers, isAlone }) > wanted - 1e-6,
      ),
    ),
  );
}

/** The steps that are run within the time, each with the minute at which its first run is over. */
const stepsInTime = ({ reach, active, found, withinMinutes }: LimitedUnder) =>
  reach.world.steps.flatMap((step) => {
    const rule = reach.ruleOfStep[step.id] ?? -1;
    const from = rule < 0 || active[rule] !== 1 ? Infinity : (found.ends[rule] ?? Infinity);
    return from === Infinity || from > withinMinutes ? [] : [{ step, from }];
  });

interface WayQuestion {
  readonly from: number;
  readonly pots: readonly number[];
  readonly asked: LimitedUnder;
}

function wayOf(step: Step, { from, pots, asked: { withinMinutes } }: WayQuestion): WayTaken {
  const { each = Infinity, takes, delay } = step.flow;
  // Without an end to the time only what holds for ever limits anything.
  const holds = ({ perMinutes }: { readonly perMinutes: number }) =>
    withinMinutes < Infinity || perMinutes >= everMinutes;
  const runs = runLimitsOf(step)
    .filter(holds)
    .map(({ times, perMinutes }) => ({
      id: `${effectOf(step)} ${perMinutes} runs`,
      most: times,
      perMinutes,
    }));
  const sums = sumLimitsOf(step)
    .filter(holds)
    .map(({ id, amount, perMinutes }) => ({ id, most: amount, perMinutes }));
  const isEndless = withinMinutes === Infinity && runs.length === 0;
  return {
    from,
    minutes: takes.min + (delay?.takes.min ?? 0),
    busyMinutes: takes.min,
    each: isEndless ? Infinity : each,
    pots,
    runs,
    sums,
  };
}

/** A limit lets wholes through before their parts, by name, as in a night. */
const wholesFirst = (pots: readonly number[], goals: readonly Goal[]): readonly number[] =>
  [...pots].sort(
    (a, b) =>
      (goals[a]?.partOf.length ?? 0) - (goals[b]?.partOf.length ?? 0) ||
      compareText(goals[a]?.id ?? "", goals[b]?.id ?? ""),
  );
