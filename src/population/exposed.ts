/**
 * Who of a population is exposed: for each loss the share of people for whom it is reached, with a 95 % interval of the
 * sampling (Wilson), what it comes to on average, both again for each group, and how far the share moves between the
 * ends of each range nobody has measured.
 *
 * Beside what is reached by flows somebody has read stands what is *not ruled out*: the same with what archetypes lend
 * where nobody has read (distance 1 and 2; that a way that is read may have a looser one beside it is not counted). A
 * small share of the first never says that the rest are out of danger.
 *
 * Person by person it is the reach of the person drawn (law P1).
 */
import { type Catalog, readingsOn } from "../catalog/index.ts";
import { chosenOf, ground, worldUnder } from "../ground/index.ts";
import { at } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { activeWith, choicesNamed, lentRules, openReach, type Reach, within } from "../reach/index.ts";
import { countOf, isIn } from "./bits.ts";
import { type Block, blockOf } from "./block.ts";
import { type Lost, lostBy, moneyOfEach, unknownOf } from "./losses.ts";
import { closureOfMany } from "./many.ts";
import { type Occasion, type Owners, ownersUnder } from "./owners.ts";
import { type Drawn, type Ends, isRange, type Population, valuesOf } from "./population.ts";
import { soonestOfEach } from "./soonest.ts";

export interface ExposedQuestion {
  readonly catalog: Catalog;
  readonly population: Population;
  readonly people: number;
  readonly seed: number;
  /** What is in the wrong hands; of whoever lacks it nothing can be lost by it. */
  readonly held: readonly string[];
  /** What counts as known of everybody beside it. */
  readonly leaked?: readonly string[];
  /** Measures of institutions in force, by id. */
  readonly measures?: readonly string[];
  readonly today: string;
  /** What the answer would be at either end of each range is not asked: it takes two walks a range. */
  readonly leavesEndsOut?: boolean;
}

export interface Exposure {
  readonly goal: string;
  readonly people: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What is lost on average by each of them, whoever loses nothing counted with nothing; in the template's currency. */
export interface MoneyExposed {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** People who lose something besides of which nobody knows the amount; the mean is at least that then. */
  readonly ofUnknownAmount: number;
}

export interface LossExposed extends Exposure {
  /** Of people for whom it is lost or not ruled out. */
  readonly notRuledOut: Exposure;
}

export interface GroupExposure {
  /** The key of its share. */
  readonly group: string;
  readonly value: string;
  /** How many of those drawn belong to it. */
  readonly of: number;
  /** `null`: nobody drawn belongs to it, so nothing is known of it. */
  readonly any: Exposure | null;
  readonly notRuledOut: Exposure | null;
  readonly money: MoneyExposed | null;
}

export interface Sensitivity {
  readonly share: string;
  /** Of people who lose anything, with the share at its lower and at its upper end. */
  readonly atLow: number;
  readonly atHigh: number;
  /** The same of people for whom something is not ruled out. */
  readonly notRuledOutAtLow: number;
  readonly notRuledOutAtHigh: number;
}

export interface ExposedAnswer {
  readonly population: string;
  readonly people: number;
  readonly seed: number;
  readonly held: readonly string[];
  readonly leaked: readonly string[];
  /** Anything at all. */
  readonly any: Exposure;
  /** Of people for whom anything at all is lost or not ruled out. */
  readonly notRuledOut: Exposure;
  readonly money: MoneyExposed;
  readonly losses: readonly LossExposed[];
  readonly groups: readonly GroupExposure[];
  readonly sensitivity: readonly Sensitivity[];
  readonly coverage: { readonly notJudged: readonly string[]; readonly cutShort: readonly string[] };
}

/** Ways lent at this distance or nearer count as not ruled out. */
const near = 2;

export const exposed = (question: ExposedQuestion): ExposedAnswer => exposedAndWho(question).answer;

/** Loss by loss: who of those drawn, one bit a person, for whom it is reached by what was read. */
export type WhoLoses = ReadonlyMap<string, Int32Array>;

/** Person by person, for whoever compares the same people under two catalogues. */
export interface EachExposed {
  readonly whose: WhoLoses;
  /** The same with what is not ruled out. */
  readonly possibleWhose: WhoLoses;
  /** Anything at all, one bit a person. */
  readonly anything: Int32Array;
  readonly possible: Int32Array;
  readonly money: MoneyOfEach;
  readonly draws: readonly Drawn[];
  /** The same people's owners, asked about these services. */
  readonly owners: (services: readonly string[]) => Owners;
  /** Of the first so many of them: the earliest minute at which each loses anything. */
  readonly soonest: (people: number, startsAt?: number) => Float64Array;
  readonly happensTo: (occasion: Occasion) => Int32Array;
}

/** The answer, and who they are. */
export function exposedAndWho(question: ExposedQuestion): { readonly answer: ExposedAnswer } & EachExposed {
  const { population, people, seed, held } = question;
  const reach = openTemplate(question, "lent");
  const { block, lost, possible } = lostAt(question, reach, new Map());
  const money = { money: moneyOfEach(lost, people), unknown: unknownOf(lost) };
  const chosen = choicesNamed(reach, question.measures ?? []);
  const anyOf = (bits: Int32Array) => exposureOf("any", countOf(bits), people);
  const whoseOf = (those: Lost) => new Map(reach.world.goals.map(({ id }, i) => [id, at(those.whose, i)]));
  const answer: ExposedAnswer = {
    population: population.id,
    people,
    seed,
    held,
    leaked: question.leaked ?? [],
    any: anyOf(lost.anything),
    notRuledOut: anyOf(possible.anything),
    money: moneyExposed(money, () => true),
    losses: reach.world.goals.map(({ id }, i) => ({
      ...exposureOf(id, countOf(at(lost.whose, i)), people),
      notRuledOut: exposureOf(id, countOf(at(possible.whose, i)), people),
    })),
    groups: groupsOf(population, { block, lost, possible, money }),
    sensitivity: sensitivityOf(question, reach),
    coverage: { notJudged: reach.world.coverage.notJudged, cutShort: reach.world.coverage.cutShort },
  };
  return {
    answer,
    whose: whoseOf(lost),
    possibleWhose: whoseOf(possible),
    anything: lost.anything,
    possible: possible.anything,
    money,
    draws: block.draws,
    soonest: (first, startsAt) =>
      soonestOfEach({ reach, block, chosen, people: Math.min(first, people), startsAt }),
    happensTo: (occasion) => (occasion === "once-lost" ? block.robbed : block.whoHas([])),
    owners: (services) => ownersUnder({ reach, block, held, chosen, services }),
  };
}

/** The same people under each of these sets of measures, drawn once: for how many anything is lost, and not ruled out. */
export function exposedUnderEach(
  question: ExposedQuestion,
  sets: readonly (readonly string[])[],
): readonly Pick<ExposedAnswer, "any" | "notRuledOut">[] {
  const { population, people, seed, held, leaked = [] } = question;
  const reach = openTemplate(question, "lent");
  const block = blockOf(reach, { population, seed, held, leaked, first: 0, people, ends: new Map() });
  return sets.map((measures) => {
    const within = (distance: number) => {
      const lost = lostWithin({ ...question, measures }, reach, { block, distance });
      return exposureOf("any", countOf(lost.anything), people);
    };
    return { any: within(0), notRuledOut: within(near) };
  });
}

function sensitivityOf(question: ExposedQuestion, reach: Reach): readonly Sensitivity[] {
  if (question.leavesEndsOut === true) return [];
  const sharesAt = (key: string, end: number) => {
    const { lost, possible } = lostAt(question, reach, new Map([[key, end]]));
    return [lost, possible].map(({ anything }) => countOf(anything) / question.people);
  };
  return question.population.shares.filter(isRange).map(({ key }) => {
    const [atLow = 0, notRuledOutAtLow = 0] = sharesAt(key, 0);
    const [atHigh = 0, notRuledOutAtHigh = 0] = sharesAt(key, 1);
    return { share: key, atLow, atHigh, notRuledOutAtLow, notRuledOutAtHigh };
  });
}

/** Everything drawn is unknown, so that every step somebody may take is there. */
export function openTemplate(
  { catalog, population, today }: Pick<ExposedQuestion, "catalog" | "population" | "today">,
  ways: "read" | "lent" = "read",
): Reach {
  const { template, shares } = population;
  const person: Person = {
    ...template,
    things: new Map(
      [...template.things].map(([id, thing]) => [
        id,
        {
          ...thing,
          attributes: new Map([
            ...thing.attributes,
            ...shares.flatMap(({ of }) =>
              of.kind === "attribute" && of.thing === id ? [[of.attribute, "unknown"] as const] : [],
            ),
          ]),
        },
      ]),
    ),
  };
  const lend = ways === "lent" ? { lend: readingsOn(catalog, template.asOf ?? today) } : {};
  return openReach(ground({ catalog, person, today, ...lend }));
}

/** Who reaches what, node by node, by ways lent at this distance or nearer; the plain twin grounds each person drawn. */
export function reachedBy(
  question: ExposedQuestion,
  reach: Reach,
  { block, distance }: { readonly block: Block; readonly distance: number },
): Int32Array {
  const chosen = choicesNamed(reach, question.measures ?? []);
  return closureOfMany({
    rules: reach.rules,
    people: block.people,
    held: block.start,
    masks: block.masksUnder(new Set(chosen)),
    active: within(activeWith(reach, chosen), lentRules(reach), distance),
  });
}

const lostWithin = (
  question: ExposedQuestion,
  reach: Reach,
  of: { readonly block: Block; readonly distance: number },
): Lost => {
  const { world, goalNodes } = reach;
  const { goals } = worldUnder(world, chosenOf(world, choicesNamed(reach, question.measures ?? [])));
  return lostBy({ goals, goalNodes }, reachedBy(question, reach, of), question.people);
};

interface LostAt {
  readonly block: Block;
  readonly lost: Lost;
  readonly possible: Lost;
}

function lostAt(question: ExposedQuestion, reach: Reach, ends: Ends): LostAt {
  const { population, seed, held, leaked = [], people } = question;
  const block = blockOf(reach, { population, seed, held, leaked, first: 0, people, ends });
  const within = (distance: number) => lostWithin(question, reach, { block, distance });
  return { block, lost: within(0), possible: within(near) };
}

export interface MoneyOfEach {
  /** What each loses by what was read, of the sums that are stated. */
  readonly money: Float64Array;
  /** Who loses something besides of which nobody knows the amount. */
  readonly unknown: Int32Array;
}

function groupsOf(
  population: Population,
  { block: { draws, people }, lost, possible, money }: LostAt & { readonly money: MoneyOfEach },
): readonly GroupExposure[] {
  return population.shares
    .filter(({ of }) => of.kind === "group")
    .flatMap((share) =>
      valuesOf(share).map((value): GroupExposure => {
        const isOf = (index: number) => draws[index]?.get(share.key) === value;
        const of = countIf(people, isOf);
        const exposureIn = (bits: Int32Array) =>
          of === 0
            ? null
            : exposureOf(
                "any",
                countIf(people, (index) => isOf(index) && isIn(bits, index)),
                of,
              );
        return {
          group: share.key,
          value: String(value),
          of,
          any: exposureIn(lost.anything),
          notRuledOut: exposureIn(possible.anything),
          money: of === 0 ? null : moneyExposed(money, isOf),
        };
      }),
    );
}

/** The normal quantile of 97.5 %: two-sided 95 %. */
const z = 1.959964;

/** The mean of each person's sum with its interval of the sampling (normal; sums are bounded by what the template has). */
export function meanWithin(each: readonly number[]): {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
} {
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  const spread = each.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, each.length - 1);
  const half = z * Math.sqrt(spread / each.length);
  return { mean, low: mean - half, high: mean + half };
}

export function moneyExposed(
  { money, unknown }: MoneyOfEach,
  isOf: (index: number) => boolean,
): MoneyExposed {
  const each = [...money].filter((_, index) => isOf(index));
  const { mean, low, high } = meanWithin(each);
  return {
    mean,
    low: Math.max(0, low),
    high,
    ofUnknownAmount: countIf(money.length, (index) => isOf(index) && isIn(unknown, index)),
  };
}

export function countIf(people: number, isSo: (index: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < people; index++) if (isSo(index)) count++;
  return count;
}

/** Wilson's interval at 95 %: right at the ends too, where the usual one says "none, surely". */
export function exposureOf(goal: string, count: number, people: number): Exposure {
  const share = count / people;
  const middle = (share + (z * z) / (2 * people)) / (1 + (z * z) / people);
  const half =
    (z / (1 + (z * z) / people)) *
    Math.sqrt((share * (1 - share)) / people + (z * z) / (4 * people * people));
  return { goal, people: count, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
