/**
 * The same people of a population under two catalogues: how many are exposed before and after, for how many of them a
 * loss is opened and for how many closed, what it comes to, for all and for each group. Draws depend on no catalogue
 * (law P6), so each is held against himself: a share that stays may hide that it is others.
 *
 * Shares have Wilson's interval of the sampling, the difference of the means the normal one of the differences person by
 * person. Asked the other way round, opened and closed change places (law P7).
 */
import { compareText } from "../model/index.ts";
import { isIn } from "./bits.ts";
import {
  countIf,
  type EachExposed,
  type ExposedAnswer,
  type ExposedQuestion,
  type Exposure,
  exposedAndWho,
  exposureOf,
  type MoneyExposed,
  type MoneyOfEach,
  meanWithin,
  moneyExposed,
} from "./exposed.ts";
import { valuesOf } from "./population.ts";

/** A population under one catalogue, with the measures in force there. */
export type BetweenSide = Pick<ExposedQuestion, "catalog" | "population" | "measures" | "leaked">;

export interface BetweenQuestion extends Pick<ExposedQuestion, "people" | "seed" | "held" | "today"> {
  readonly old: BetweenSide;
  readonly now: BetweenSide;
}

/** One share before and after, of the same people. */
export interface Moved {
  readonly before: Exposure;
  readonly after: Exposure;
  /** After and not before; before and not after. */
  readonly opened: Exposure;
  readonly closed: Exposure;
}

export interface MoneyMoved {
  readonly before: MoneyExposed;
  readonly after: MoneyExposed;
  /** After less before: below zero it helps. Of the sums that are stated. */
  readonly difference: { readonly mean: number; readonly low: number; readonly high: number };
}

export interface BetweenAnswer {
  readonly population: string;
  readonly people: number;
  readonly seed: number;
  readonly held: readonly string[];
  /** Counted as known of everybody besides, under the new one. */
  readonly leaked: readonly string[];
  /** Anything at all, by what was read. */
  readonly any: Moved;
  /** Anything at all, or not ruled out. */
  readonly notRuledOut: Moved;
  readonly money: MoneyMoved;
  /** What anybody drawn could lose under either, the most moved first. */
  readonly losses: readonly (Moved & { readonly goal: string; readonly notRuledOut: Moved })[];
  /** `null`: nobody drawn belongs to it. */
  readonly groups: readonly {
    readonly group: string;
    readonly value: string;
    readonly of: number;
    readonly any: Moved | null;
    readonly notRuledOut: Moved | null;
    readonly money: MoneyMoved | null;
  }[];
  readonly coverage: { readonly notJudged: readonly string[]; readonly cutShort: readonly string[] };
}

/** Cost: two closures over all people a side. */
export function between({ old, now, people, seed, held, today }: BetweenQuestion): BetweenAnswer {
  const under = (side: BetweenSide) =>
    exposedAndWho({ ...side, people, seed, held, today, leavesEndsOut: true });
  const [before, after] = [under(old), under(now)];
  const moved = (goal: string, was: Int32Array | undefined, is: Int32Array | undefined) =>
    movedBetween({ goal, was, is, isOf: () => true, people });
  const goals = [...new Set([...before.possibleWhose.keys(), ...after.possibleWhose.keys()])].sort(
    compareText,
  );
  return {
    population: now.population.id,
    people,
    seed,
    held,
    leaked: now.leaked ?? [],
    any: moved("any", before.anything, after.anything),
    notRuledOut: moved("any", before.possible, after.possible),
    money: moneyBetween(before.money, after.money, () => true),
    losses: goals
      .map((goal) => ({
        goal,
        ...moved(goal, before.whose.get(goal), after.whose.get(goal)),
        notRuledOut: moved(goal, before.possibleWhose.get(goal), after.possibleWhose.get(goal)),
      }))
      .filter(({ notRuledOut }) => notRuledOut.before.people + notRuledOut.after.people > 0)
      .sort((a, b) => movedOf(b) - movedOf(a)),
    groups: groupsBetween(now, before, after, people),
    coverage: {
      notJudged: either(before, after, ({ notJudged }) => notJudged),
      cutShort: either(before, after, ({ cutShort }) => cutShort),
    },
  };
}

function either(
  before: { readonly answer: ExposedAnswer },
  after: { readonly answer: ExposedAnswer },
  of: (coverage: ExposedAnswer["coverage"]) => readonly string[],
): readonly string[] {
  return [...new Set([...of(before.answer.coverage), ...of(after.answer.coverage)])].sort(compareText);
}

const movedOf = ({ opened, closed, notRuledOut }: BetweenAnswer["losses"][number]): number =>
  opened.people + closed.people + notRuledOut.opened.people + notRuledOut.closed.people;

function groupsBetween(
  { population }: BetweenSide,
  before: EachExposed,
  after: EachExposed,
  people: number,
): BetweenAnswer["groups"] {
  return population.shares
    .filter(({ of }) => of.kind === "group")
    .flatMap((share) =>
      valuesOf(share).map((value) => {
        const isOf = (index: number) => after.draws[index]?.get(share.key) === value;
        const of = countIf(people, isOf);
        const moved = (was: Int32Array, is: Int32Array) =>
          of === 0 ? null : movedBetween({ goal: "any", was, is, isOf, people: of });
        return {
          group: share.key,
          value: String(value),
          of,
          any: moved(before.anything, after.anything),
          notRuledOut: moved(before.possible, after.possible),
          money: of === 0 ? null : moneyBetween(before.money, after.money, isOf),
        };
      }),
    );
}

interface Movable {
  readonly goal: string;
  /** Absent: no such loss is known on that side, so nobody has it there. */
  readonly was: Int32Array | undefined;
  readonly is: Int32Array | undefined;
  readonly isOf: (index: number) => boolean;
  /** How many there are of those. */
  readonly people: number;
}

function movedBetween({ goal, was, is, isOf, people }: Movable): Moved {
  const words = Math.max(was?.length ?? 0, is?.length ?? 0);
  const count = (bitsOf: (before: number, after: number) => number): Exposure => {
    const bits = Int32Array.from({ length: words }, (_, i) => bitsOf(was?.[i] ?? 0, is?.[i] ?? 0));
    return exposureOf(
      goal,
      countIf(words * 32, (index) => isIn(bits, index) && isOf(index)),
      people,
    );
  };
  return {
    before: count((before) => before),
    after: count((_, after) => after),
    opened: count((before, after) => after & ~before),
    closed: count((before, after) => before & ~after),
  };
}

function moneyBetween(before: MoneyOfEach, after: MoneyOfEach, isOf: (index: number) => boolean): MoneyMoved {
  const differences = [...after.money]
    .map((money, index) => money - (before.money[index] ?? 0))
    .filter((_, index) => isOf(index));
  return {
    before: moneyExposed(before, isOf),
    after: moneyExposed(after, isOf),
    difference: meanWithin(differences),
  };
}
