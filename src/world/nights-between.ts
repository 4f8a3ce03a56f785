/**
 * The same people raced in two worlds: of a change, what it does to losses in time, with who is told, opening hours,
 * waits and chances in play, which reach does not weigh.
 *
 * Each person is played the same nights on both sides (common random numbers, `chance.ts`): an act both worlds know has
 * the same duration, wait and answer, so what differs comes of the change. People are what is sampled, so the intervals
 * are those of the means person by person, and do not shrink by playing one person's nights again.
 */
import { type Interval95, meanOf, wilson } from "./intervals.ts";
import { type RaceQuestion, race } from "./race.ts";
import type { Share } from "./summarise.ts";

export interface NightsBetween {
  readonly people: number;
  /** Nights played for each of them, on either side. */
  readonly nights: number;
  /** The share of nights in which anything is lost. */
  readonly pLoss: Difference;
  /** What a night costs, of the sums that are stated. */
  readonly loss: Difference;
  /** People who lose more often after it, and less often; of the others it moved nothing. */
  readonly worse: Share;
  readonly better: Share;
  /** Nights of either side in which something of unknown size was lost, or nights that were cut off. */
  readonly unsizedNights: number;
  readonly truncatedNights: number;
}

export interface Difference {
  readonly before: number;
  readonly after: number;
  /** After less before: below zero it helps. */
  readonly difference: number;
  readonly ci95: Interval95;
}

/** One person in both worlds. */
export interface RacedPair {
  readonly before: RaceQuestion;
  readonly after: RaceQuestion;
}

interface Played {
  readonly before: Nights;
  readonly after: Nights;
}

interface Nights {
  readonly pLoss: number;
  readonly loss: number;
  readonly unsized: number;
  readonly truncated: number;
}

/** `told`: how many people are done. Cost: the nights of a race, twice for each person. */
export function nightsBetween(
  pairs: Iterable<RacedPair>,
  nights: number,
  told: (people: number) => void = () => undefined,
): NightsBetween {
  const played: Played[] = [];
  for (const { before, after } of pairs) {
    played.push({ before: nightsOf(before, nights), after: nightsOf(after, nights) });
    told(played.length);
  }
  const difference = (of: (side: Nights) => number) =>
    differenceOf(played.map(({ before, after }) => [of(before), of(after)]));
  const shareOf = (isOne: (both: Played) => boolean): Share => {
    const people = played.filter(isOne).length;
    return { value: people / Math.max(1, played.length), ci95: wilson(people, played.length) };
  };
  const sum = (of: (side: Nights) => number) =>
    played.reduce((all, { before, after }) => all + of(before) + of(after), 0);
  return {
    people: played.length,
    nights,
    pLoss: difference(({ pLoss }) => pLoss),
    loss: difference(({ loss }) => loss),
    worse: shareOf(({ before, after }) => after.pLoss > before.pLoss),
    better: shareOf(({ before, after }) => after.pLoss < before.pLoss),
    unsizedNights: sum(({ unsized }) => unsized),
    truncatedNights: sum(({ truncated }) => truncated),
  };
}

function nightsOf(question: RaceQuestion, nights: number): Nights {
  const tally = race({ ...question, runs: nights });
  const hundredths = [...tally.losses].reduce((sum, [loss, runs]) => sum + loss * runs, 0);
  return {
    pLoss: tally.lossRuns / nights,
    loss: hundredths / 100 / nights,
    unsized: tally.unsizedRuns,
    truncated: tally.truncatedRuns,
  };
}

function differenceOf(pairs: readonly (readonly [before: number, after: number])[]): Difference {
  const of = (value: (pair: (typeof pairs)[number]) => number) =>
    meanOf(pairs.map((pair) => [value(pair), 1] as const));
  const { mean: difference, ci95 } = of(([before, after]) => after - before);
  return { before: of(([before]) => before).mean, after: of(([, after]) => after).mean, difference, ci95 };
}
