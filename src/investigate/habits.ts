/**
 * How often the like of an observation is seen a month, in ordinary life: the same kind, sign and sender; of payments the
 * same wallet in the same statement, and a sum as large. A rare stretch does not make itself ordinary: the days around an
 * observation tell nothing of habits.
 *
 * Cost: linear in the observations after sorting the sums of each kind.
 */
import type { Catalog } from "../catalog/index.ts";
import type { Observation } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { minutesAMonth, weights } from "./weights.ts";

export interface HabitsQuestion {
  readonly catalog: Catalog;
  readonly zoneMinutes: number;
  /** Rows that stand in no own bill although one covers them. */
  readonly orphans: ReadonlyMap<number, unknown>;
  /** Does somebody of the owner's side say it was not theirs? */
  readonly isDenied: (observation: Observation) => boolean;
  /** How many a month there are of what setting everything up again on a new SIM or phone leaves; `undefined`: it is none. */
  readonly setUpAgain: (observation: Observation) => number | undefined;
  /** What is known to be out of the ordinary makes no habit; absent: nothing is. */
  readonly isNoHabit?: (observation: Observation) => boolean;
}

const oneOfMany = 0.08;
/** A card with so few rows in all its statement lies in a drawer. */
const rowsOfIdle = 8;
/** Of fewer payments nobody can say which payee is new. */
const payeesMin = 6;

/** What is seen of one kind: on which days, and which sums. */
interface Like {
  readonly days: Map<number, number>;
  readonly sums: number[];
  readonly sumsOfDay: Map<number, number[]>;
}

const neverSeen: Like = { days: new Map(), sums: [], sumsOfDay: new Map() };

export function ratesOf(
  dated: readonly Observation[],
  { catalog, zoneMinutes, orphans, isDenied, setUpAgain, isNoHabit = () => false }: HabitsQuestion,
): (observation: Observation) => number {
  const ofFile = new Map<string, number>();
  const likes = new Map<string, Like>();
  const payees = new Map<string, Set<number>>();
  /** Whatever its words, a sum may be larger than any that ever went the same way in that statement. */
  const statements = new Map<string, Like>();
  for (const observation of dated) {
    const { place, amount } = observation;
    ofFile.set(place.file, (ofFile.get(place.file) ?? 0) + 1);
    if (isNoHabit(observation)) continue;
    const day = dayOf(observation);
    for (const [kept, key] of [
      [likes, likeOf(observation)],
      [statements, wayOf(observation)],
    ] as const) {
      const like: Like = kept.get(key) ?? { days: new Map(), sums: [], sumsOfDay: new Map() };
      kept.set(key, like);
      like.days.set(day, (like.days.get(day) ?? 0) + 1);
      if (amount === undefined) continue;
      like.sums.push(amount);
      like.sumsOfDay.set(day, [...(like.sumsOfDay.get(day) ?? []), amount]);
    }
    const payee = payeeOf(observation);
    if (payee !== undefined) payees.set(payee, (payees.get(payee) ?? new Set()).add(day));
  }
  for (const { sums } of [...likes.values(), ...statements.values()]) sums.sort((a, b) => a - b);
  const months = Math.max(1 / 30, (dated.at(-1)!.from - dated[0]!.from) / minutesAMonth);
  return (observation) => {
    const { sign, kind, named, from, to, place } = observation;
    const hour = ((((from + zoneMinutes) / 60) % 24) + 24) % 24;
    const atNight = to - from < 60 && hour < 6 ? weights.night : 1;
    const rowsHere = ofFile.get(place.file) ?? 0;
    const idle = kind === "row" && rowsHere <= rowsOfIdle ? weights.idle : 1;
    const known = sign === undefined ? undefined : catalog.signs.get(sign)?.aMonth;
    const prior = known ?? weights.unknownSign[kind];
    const around = prior <= hardlyEverAMonth ? aftermathDays : 1;
    const like = likes.get(likeOf(observation)) ?? neverSeen;
    const { habits, asLarge: ofLike } = habitsOf(observation, like, around);
    const ofStatement = habitsOf(observation, statements.get(wayOf(observation)) ?? neverSeen, 1).asLarge;
    const asLarge = observation.direction === "out" ? Math.min(ofLike, ofStatement) : ofLike;
    // What one sender or one wallet has of all there are.
    const isShared = kind === "row" ? named.length > 0 : known === undefined;
    const own = orphans.has(observation.id) ? weights.deleted : 1;
    const payee = payeeOf(observation);
    const isPaid = kind === "row" && observation.direction === "out" && payee !== undefined;
    const seenPaying = [...(payees.get(payee ?? "") ?? [])];
    const isNew =
      isPaid && rowsHere >= payeesMin && seenPaying.every((day) => Math.abs(day - dayOf(observation)) <= 1);
    const rate = habits + idle * prior * asLarge * (isShared ? oneOfMany : 1);
    const usual = (own * atNight * (isNew ? weights.newPayee : 1) * rate) / (months + 1);
    const again = setUpAgain(observation);
    if (again !== undefined) return Math.max(usual, again);
    // Who denies a payment means none of those she makes every week; a message is meant by its moment.
    return (usual < rarelyAMonth || kind !== "row") && isDenied(observation) ? usual * weights.denied : usual;
  };
}

/** Once in two months and seldomer. */
export const rarelyAMonth = 0.5;

/** Once in ten months: what an institution writes of that seldom was done, whatever was read of it. */
export const seldomAMonth = 0.1;

/** What hardly anybody has in a year is no habit of who has it twice in a week: the second is what was done about the first. */
export const hardlyEverAMonth = 0.05;
const aftermathDays = 10;

/** Days on which the like of it was seen, apart from those around it; of those with sums, how many are as large. */
function habitsOf(observation: Observation, { days, sums, sumsOfDay }: Like, around: number) {
  const { kind, amount } = observation;
  const day = dayOf(observation);
  const near = Array.from({ length: 2 * around + 1 }, (_, i) => day - around + i);
  const otherDays = days.size - near.filter((each) => days.has(each)).length;
  if (kind !== "row" || amount === undefined) return { habits: Math.max(0, otherDays), asLarge: 1 };
  const least = amount * nearlyAsLarge;
  const nearSums = near.flatMap((each) => sumsOfDay.get(each) ?? []);
  const others = sums.length - nearSums.length;
  const larger = sums.length - firstFrom(sums, least) - nearSums.filter((each) => each >= least).length;
  return { habits: Math.min(otherDays, larger), asLarge: (larger + 1) / (others + 2) };
}

/** A sum a little smaller is as large. */
export const nearlyAsLarge = 0.7;

/** Index of the first of these sorted numbers that is not less. */
function firstFrom(sorted: readonly number[], least: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

const wayOf = ({ kind, place, direction }: Observation): string =>
  `${kind}\n${place.file}\n${direction ?? ""}`;

const dayOf = ({ from }: Observation): number => Math.floor(from / minutesPerDay);

/** Whom a payment went to, without the numbers that change with every one; `undefined`: nothing says. */
export function payeeOf({ place, counterparty, text }: Observation): string | undefined {
  const words = (counterparty === "" ? text : counterparty)
    .toLowerCase()
    .split(/[\s/|,;]+/)
    .filter((word) => word !== "" && !/\d/.test(word));
  return words.length === 0 ? undefined : `${place.file}\n${words.join(" ")}`;
}

/** What counts as the like of it: the same kind, sign and sender, the same wallet in the same statement. */
export const likeOf = ({ kind, sign, institutions, named, counterparty, place }: Observation): string =>
  [
    kind,
    sign ?? "",
    kind === "row" ? place.file : institutions.join(),
    named.join() || (institutions.length === 0 ? counterparty : ""),
  ].join("\n");
