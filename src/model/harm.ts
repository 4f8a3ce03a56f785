/**
 * What kind of harm a loss is. A sum is one answer among several: nobody counts a wiped phone or a message sent in the
 * owner's name in money, and neither may look like nothing because no sum stands beside it.
 *
 * What to know to trust it: the kinds are the notation's own words and the same in files, answers and pages. Which kind a
 * word of the vocabulary is says the vocabulary, at which kind of institution too; a person file may say otherwise.
 */
import type { InstitutionKind } from "./flow.ts";
import { type MostUnder, mostUnder, type UnderLimits } from "./under-limits.ts";

export const harmKinds = [
  "money",
  "debt",
  "wiped",
  "deleted",
  "speaking",
  "facts",
  "number",
  "locked-out",
  "other",
] as const;
export type HarmKind = (typeof harmKinds)[number];

/** One kind, or by kind of the institution the thing is at, `other` standing for the rest. */
export type HarmWord = HarmKind | Readonly<Partial<Record<InstitutionKind, HarmKind>>>;

export function harmAt(word: HarmWord | undefined, at: InstitutionKind | undefined): HarmKind | undefined {
  if (word === undefined || typeof word === "string") return word;
  return (at === undefined ? undefined : word[at]) ?? word.other;
}

/** Whether such a loss is a sum: where none is stated it is of unknown size. Of the others no sum is missed. */
export const isSum = (harm: HarmKind): boolean => harm === "money" || harm === "debt";

/** As much of a loss as its counting needs. */
export interface CountedLoss {
  readonly id: string;
  readonly harm: HarmKind;
  readonly amount?: number;
  /** Losses this one is a part of; beside one of them it is not counted again. */
  readonly partOf: readonly string[];
  /** The limits all of it passes; together with what else passes them it is no more than they let through. */
  readonly under?: UnderLimits["under"];
}

/** Losses that are no part of another among them. */
const wholeOf = <Loss extends CountedLoss>(losses: readonly Loss[]): readonly Loss[] => {
  const there = new Set(losses.map(({ id }) => id));
  return losses.filter(({ partOf }) => !partOf.some((other) => there.has(other)));
};

/** The money in these losses, each part with its whole. `unstated`: what one counts of which nobody stated a sum. */
export const sumOfLosses = (losses: readonly CountedLoss[], unstated = 0): MostUnder =>
  mostUnder(wholeOf(losses).map(({ amount = unstated, under = [] }) => ({ amount, under })));

/** The losses of one kind. */
export interface HarmCount {
  readonly harm: HarmKind;
  readonly count: number;
  /** What is known of their sum. */
  readonly amount: number;
  /** Some of them are sums nobody has stated: it is at least so much. */
  readonly isMore: boolean;
}

/** What these losses are, kind by kind, in the order of the kinds; each kind once, none without a loss. */
export function harmsOf(losses: readonly CountedLoss[]): readonly HarmCount[] {
  const whole = wholeOf(losses);
  return harmKinds.flatMap((harm): HarmCount[] => {
    const own = whole.filter((loss) => loss.harm === harm);
    if (own.length === 0) return [];
    return [
      {
        harm,
        count: own.length,
        amount: sumOfLosses(own).amount,
        isMore: isSum(harm) && own.some(({ amount }) => amount === undefined),
      },
    ];
  });
}
