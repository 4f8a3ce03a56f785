/** A tally as an answer: shares, means, percentiles, each with how sure it is, and the ways that carried the money. */
import { type HarmKind, isSum } from "../model/index.ts";
import { type Interval95, meanOf, percentileOf, wilson } from "./intervals.ts";
import type { Lost, RaceQuestion, RaceTally } from "./race.ts";

export interface Share {
  readonly value: number;
  readonly ci95: Interval95;
}

export interface TimesAnswer {
  /** Of the nights in which it came to that at all; `null` where there were none. */
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p50ci95: Interval95 | null;
  /** The share of nights in which it came to that. */
  readonly share: Share;
}

export interface WayAnswer {
  readonly flows: readonly string[];
  /** Of the nights with a loss, those in which this way carried the most. */
  readonly share: number;
  readonly ci95: Interval95;
  /** Of all money lost. */
  readonly moneyShare: number;
}

export interface GoalAnswer {
  readonly goal: string;
  readonly harm: HarmKind;
  readonly share: Share;
  readonly mean: number;
}

/** One kind of harm in all nights. */
interface HarmAnswer {
  readonly harm: HarmKind;
  /** The nights in which any of it was done. */
  readonly share: Share;
  /** What is known of its sum, on average over all nights. */
  readonly mean: number;
  /** Some of it is a sum nobody has stated: the mean is at least so much. */
  readonly isMore: boolean;
}

export interface RaceAnswer {
  /** Nights played. */
  readonly runs: number;
  readonly runsWanted: number;
  readonly seed: number;
  /** `truncated`: fewer nights than wanted, or nights that were cut off. */
  readonly label: "complete" | "truncated";
  readonly truncatedRuns: number;
  readonly person: string;
  readonly owner: string;
  readonly intruder: string;
  readonly held: readonly string[];
  readonly measures: readonly string[];
  readonly horizonMinutes: number;
  readonly currency?: string;
  readonly pLoss: Share;
  readonly loss: {
    readonly mean: number;
    readonly ci95: Interval95;
    readonly p50: number;
    readonly p95: number;
    readonly p50ci95: Interval95;
    readonly p95ci95: Interval95;
  };
  readonly firstTakeoverMinutes: TimesAnswer;
  readonly firstLossMinutes: TimesAnswer;
  readonly goals: readonly GoalAnswer[];
  /** Every kind of harm that can be lost in this world. */
  readonly harms: readonly HarmAnswer[];
  /** Nights in which something was lost that is no sum, or of unknown size: their sums are at least what they are. */
  readonly unsized: Share;
  readonly ways: readonly WayAnswer[];
  /** Times are counted in bins this wide, and given at their middle. */
  readonly binMinutes: number;
  readonly methods: { readonly shares: string; readonly means: string; readonly percentiles: string };
}

/** A person compares a few ways; the shares of the rest are what is missing to 1. */
const waysShown = 20;

export function summarise(tally: RaceTally, question: RaceQuestion): RaceAnswer {
  const { played, lossRuns, ways } = tally;
  const { world, inForce = [] } = question;
  const losses = [...tally.losses].map(([hundredths, runs]) => [hundredths / 100, runs] as const);
  const money = [...ways.values()].reduce((sum, { hundredths }) => sum + hundredths, 0);
  const [p50, p95] = [percentileOf(losses, 0.5), percentileOf(losses, 0.95)];
  const { currency } = world.person;
  return {
    runs: played,
    runsWanted: question.runs,
    seed: tally.seed,
    label: played < question.runs || tally.truncatedRuns > 0 ? "truncated" : "complete",
    truncatedRuns: tally.truncatedRuns,
    person: world.person.id,
    owner: question.owner.id,
    intruder: question.intruder.id,
    held: [...question.held],
    measures: inForce.map((choice) => world.choices[choice]?.id ?? ""),
    horizonMinutes: question.horizonMinutes,
    ...(currency === undefined ? {} : { currency }),
    pLoss: shareOf(lossRuns, played),
    loss: {
      ...meanOf(losses),
      p50: p50?.value ?? 0,
      p95: p95?.value ?? 0,
      p50ci95: p50?.ci95 ?? [0, 0],
      p95ci95: p95?.ci95 ?? [0, 0],
    },
    firstTakeoverMinutes: timesOf(tally, tally.takeovers),
    firstLossMinutes: timesOf(tally, tally.firstLosses),
    goals: world.goals.map(({ id, harm }) => {
      const lost = tally.goals.get(id);
      return { goal: id, harm, ...figuresOf(tally, lost) };
    }),
    harms: [...tally.harms].map(([harm, lost]) => ({
      harm,
      ...figuresOf(tally, lost),
      isMore:
        isSum(harm) &&
        world.goals.some(
          (goal) =>
            goal.harm === harm &&
            goal.amount === undefined &&
            runsOf(tally, goal.id) > 0 &&
            // A part counts with its whole, which says how much it is.
            !goal.partOf.some((whole) => runsOf(tally, whole) >= runsOf(tally, goal.id)),
        ),
    })),
    unsized: shareOf(tally.unsizedRuns, played),
    ways: [...ways.values()]
      .sort(
        (a, b) =>
          b.runs - a.runs || b.hundredths - a.hundredths || (a.flows.join(" ") < b.flows.join(" ") ? -1 : 1),
      )
      .slice(0, waysShown)
      .map(({ flows, runs, hundredths }) => ({
        flows,
        share: lossRuns === 0 ? 0 : runs / lossRuns,
        ci95: wilson(runs, lossRuns),
        moneyShare: money === 0 ? 0 : hundredths / money,
      })),
    binMinutes: tally.binMinutes,
    methods: {
      shares: "Wilson score, 95 %",
      means: "normal approximation with the sample variance, 95 %",
      percentiles: "order statistics at binomial ranks, 95 %",
    },
  };
}

const runsOf = ({ goals }: RaceTally, goal: string): number => goals.get(goal)?.runs ?? 0;

const figuresOf = ({ played }: RaceTally, { runs, hundredths }: Lost = { runs: 0, hundredths: 0 }) => ({
  share: shareOf(runs, played),
  mean: played === 0 ? 0 : hundredths / 100 / played,
});

const shareOf = (hits: number, runs: number): Share => ({
  value: runs === 0 ? 0 : hits / runs,
  ci95: wilson(hits, runs),
});

function timesOf({ binMinutes, played }: RaceTally, bins: Uint32Array): TimesAnswer {
  const values = [...bins].flatMap((runs, bin) =>
    runs === 0 ? [] : [[(bin + 0.5) * binMinutes, runs] as const],
  );
  const hits = values.reduce((sum, [, runs]) => sum + runs, 0);
  const at = (share: number) => percentileOf(values, share)?.value ?? null;
  return {
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    p50ci95: percentileOf(values, 0.5)?.ci95 ?? null,
    share: shareOf(hits, played),
  };
}
