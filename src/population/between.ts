/**
 * The same people of a population under two catalogues: how many are exposed before and after, for how many of them a
 * loss is opened and for how many closed, what it comes to, for all and for each group. Draws depend on no catalogue
 * (law P6), so each is held against himself: a share that stays may hide that it is others.
 *
 * Shares have Wilson's interval of the sampling, the difference of the means the normal one of the differences person by
 * person. Asked the other way round, opened and closed change places (law P7).
 */
import { compareText } from "../model/index.ts";
import { countOf, isIn } from "./bits.ts";
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
import { type Occasion, occasions, servicesBetween } from "./owners.ts";
import { valuesOf } from "./population.ts";
import { looksAtMinutes } from "./soonest.ts";

/** A population under one catalogue, with the measures in force there. */
export type BetweenSide = Pick<ExposedQuestion, "catalog" | "population" | "measures" | "leaked">;

export interface BetweenQuestion extends Pick<ExposedQuestion, "people" | "seed" | "held" | "today"> {
  readonly old: BetweenSide;
  readonly now: BetweenSide;
  /** The minute of the week at which it begins, for how soon. */
  readonly startsAt?: number | undefined;
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
  /** How soon: of the first so many of them how many have lost something by then, by what was read. */
  readonly soon: SoonMoved;
  /** What it comes to for the owners themselves. */
  readonly owners: readonly OwnersMoved[];
  readonly coverage: { readonly notJudged: readonly string[]; readonly cutShort: readonly string[] };
}

export interface SoonMoved {
  readonly people: number;
  /** The minute of the week at which it begins; `null`: every office is open. */
  readonly startsAt: number | null;
  readonly by: readonly { readonly minutes: number; readonly before: Exposure; readonly after: Exposure }[];
}

/** On one occasion; shares are of those drawn to whom it happens. */
export interface OwnersMoved {
  readonly occasion: Occasion;
  /** To whom it happens: everybody, or those from whom everything held was taken. */
  readonly of: number;
  /** What is one's own and some no longer get at (`closed`) or get at again (`opened`); nothing else is listed. */
  readonly things: readonly (Moved & { readonly thing: string })[];
  /** Services that are otherwise: who could use them by themselves, of those who have what it is about on either side. */
  readonly services: readonly (Moved & { readonly service: string; readonly of: number })[];
}

/** Cost: four closures over all people a side. */
export function between({ old, now, people, seed, held, today, startsAt }: BetweenQuestion): BetweenAnswer {
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
    soon: soonBetween(before, after, { people: Math.min(people, soonPeople), startsAt }),
    owners: ownersBetween(before, after, servicesBetween(old, now)),
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

/** Of so many it is asked how soon: a pass over the rules each, and an interval of three in a hundred. */
const soonPeople = 1_000;

/** By each of the moments looked at, how many of the first of them have lost something, before and after. */
export function soonBetween(
  before: Pick<EachExposed, "soonest">,
  after: Pick<EachExposed, "soonest">,
  { people, startsAt }: { readonly people: number; readonly startsAt?: number | undefined },
): SoonMoved {
  const [was, is] = [before.soonest(people, startsAt), after.soonest(people, startsAt)];
  return {
    people,
    startsAt: startsAt ?? null,
    by: looksAtMinutes.map((minutes) => {
      const lostBy = (soonest: Float64Array) =>
        exposureOf(
          "any",
          countIf(people, (index) => (soonest[index] ?? Infinity) <= minutes),
          people,
        );
      return { minutes, before: lostBy(was), after: lostBy(is) };
    }),
  };
}

/** From the last moment at which nobody has lost anything to the first from which on nothing is added. */
export function tellingMoments(by: SoonMoved["by"]): SoonMoved["by"] {
  const counts = by.map(({ before, after }) => [before.people, after.people] as const);
  const first = counts.findIndex(([was, is]) => was + is > 0);
  const last = counts.findIndex((_, i) =>
    counts.slice(i).every(([was, is]) => was === counts[i]?.[0] && is === counts[i]?.[1]),
  );
  return first < 0 ? [] : by.slice(Math.max(0, first - 1), last + 1);
}

type EachOwner = Pick<EachExposed, "owners" | "happensTo">;

/** What it comes to for the owners of the same people, service by service asked about. */
export function ownersBetween(
  before: EachOwner,
  after: EachOwner,
  services: readonly string[],
): readonly OwnersMoved[] {
  const [was, is] = [before.owners(services), after.owners(services)];
  return occasions.map((occasion): OwnersMoved => {
    const those = after.happensTo(occasion);
    const of = countOf(those);
    const movedOf = (name: string, which: "gets" | "uses", isOf: (index: number) => boolean, count: number) =>
      movedBetween({
        goal: name,
        was: was[occasion][which].get(name),
        is: is[occasion][which].get(name),
        isOf,
        people: count,
      });
    const things = [...new Set([...was[occasion].gets.keys(), ...is[occasion].gets.keys()])].sort(
      compareText,
    );
    return {
      occasion,
      of,
      things: things
        .map((thing) => ({ thing, ...movedOf(thing, "gets", (index) => isIn(those, index), of) }))
        .filter(({ opened, closed }) => opened.people + closed.people > 0)
        .sort((a, b) => b.closed.people - a.closed.people || b.opened.people - a.opened.people),
      services: services.flatMap((service) => {
        const concerned = [was, is].flatMap((each) => each.concerned.get(service) ?? []);
        const isOf = (index: number) => isIn(those, index) && concerned.some((each) => isIn(each, index));
        const count = countIf(those.length * 32, isOf);
        return count === 0 ? [] : [{ service, of: count, ...movedOf(service, "uses", isOf, count) }];
      }),
    };
  });
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
