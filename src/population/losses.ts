/**
 * What a set of people loses: who loses anything, and what it comes to. As `amountOf` has it for one person: a part of
 * what is lost whole is not lost again, and what nobody knows the amount of counts nothing and is told apart.
 */
import { amountOf, type Goal } from "../ground/index.ts";
import { at } from "../model/index.ts";
import type { Reach } from "../reach/index.ts";
import { isIn, ones, whoReaches } from "./bits.ts";
import { wordsFor } from "./many.ts";

export interface Lost {
  /** Goal by goal: who loses it. */
  readonly whose: readonly Int32Array[];
  readonly anything: Int32Array;
  /** Goal by goal: who loses it as itself, not as a part of something lost whole; what that comes to for each of them. */
  readonly counted: readonly {
    readonly whose: Int32Array;
    readonly worth: number;
    readonly isUnknown: boolean;
  }[];
}

/** `goals`: worth what the measures in force leave there. */
export function lostBy(
  { goals, goalNodes }: { readonly goals: readonly Goal[] } & Pick<Reach, "goalNodes">,
  bits: Int32Array,
  people: number,
): Lost {
  const words = wordsFor(people);
  const whose = goals.map((_, i) => whoReaches(bits, at(goalNodes, i), words));
  const byId = new Map(goals.map(({ id }, i) => [id, at(whose, i)]));
  const anything = new Int32Array(words);
  for (const mine of whose)
    for (let word = 0; word < words; word++) anything[word] = (anything[word] ?? 0) | (mine[word] ?? 0);
  return {
    whose,
    anything,
    counted: goals.map((goal, i) => ({
      whose: asItself(goal, at(whose, i), byId),
      worth: amountOf([goal]),
      isUnknown: goal.amount === undefined,
    })),
  };
}

function asItself({ partOf }: Goal, mine: Int32Array, byId: ReadonlyMap<string, Int32Array>): Int32Array {
  const wholes = partOf.flatMap((id) => byId.get(id) ?? []);
  return wholes.length === 0
    ? mine
    : mine.map((bits, word) => bits & ~wholes.reduce((all, whole) => all | (whole[word] ?? 0), 0));
}

/** All of it together. */
export const moneyOf = ({ counted }: Lost): number =>
  counted.reduce(
    (sum, { whose, worth }) =>
      worth === 0 ? sum : sum + worth * whose.reduce((all, word) => all + ones(word), 0),
    0,
  );

/** Person by person. */
export function moneyOfEach({ counted }: Lost, people: number): Float64Array {
  const money = new Float64Array(people);
  for (const { whose, worth } of counted)
    if (worth !== 0)
      for (let index = 0; index < people; index++)
        if (isIn(whose, index)) money[index] = (money[index] ?? 0) + worth;
  return money;
}

/** Who loses something of which nobody knows the amount. */
export function unknownOf({ counted, anything }: Lost): Int32Array {
  const some = new Int32Array(anything.length);
  for (const { whose, isUnknown } of counted)
    if (isUnknown)
      for (let word = 0; word < some.length; word++) some[word] = (some[word] ?? 0) | (whose[word] ?? 0);
  return some;
}
