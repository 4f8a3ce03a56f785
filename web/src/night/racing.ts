/**
 * Many nights of one world, with and without some measures: the same nights on both sides, a stretch at a time, summed up
 * whenever somebody wants to look.
 *
 * What to know to trust it: each night is played on both sides before the next begins, so that whatever has been played
 * when it is stopped are whole pairs, which is what the interval of the difference rests on. Night `i` of a seed is the
 * same night however the stretches lie.
 */
import {
  type Interval95,
  meanOf,
  mergeTallies,
  type Prepared,
  prepare,
  type RaceAnswer,
  type RaceTally,
  racePrepared,
  type Share,
  summarise,
  wilson,
} from "../../../src/world/index.ts";
import type { NightFrame } from "./night-world.ts";

export interface LossBar {
  readonly from: number;
  readonly to: number;
  readonly share: Share;
}

/** The share of nights in which money is gone by this minute. */
export interface GoneBy {
  readonly minute: number;
  readonly share: number;
  readonly ci95: Interval95;
}

export interface SideOfRace
  extends Pick<RaceAnswer, "pLoss" | "loss" | "firstLossMinutes" | "truncatedRuns"> {
  readonly bars: readonly LossBar[];
  readonly goneBy: readonly GoneBy[];
}

export interface RaceSum {
  readonly played: number;
  readonly wanted: number;
  readonly seed: number;
  readonly without: SideOfRace;
  /** With the measures; absent where none were asked for. */
  readonly with?: SideOfRace;
  /** What the measures spare, on average, night by night; below zero they cost. */
  readonly spared?: { readonly mean: number; readonly ci95: Interval95 };
}

export interface RaceWanted {
  readonly without: NightFrame;
  readonly with?: NightFrame | undefined;
  readonly runs: number;
  readonly seed: number;
}

export interface Racing {
  readonly played: number;
  /** Plays nights until they are all played or it is enough. */
  play(isEnough: () => boolean): void;
  sum(): RaceSum;
}

interface Racer {
  readonly prepared: Prepared;
  readonly question: NightFrame & { readonly runs: number; readonly seed: number };
  tally: RaceTally;
}

export function raceOf(wanted: RaceWanted): Racing {
  const { runs, seed } = wanted;
  const racers = [wanted.without, ...(wanted.with === undefined ? [] : [wanted.with])].map((base): Racer => {
    const question = { ...base, runs, seed };
    const prepared = prepare(base);
    return { prepared, question, tally: racePrepared(prepared, question, { from: 0, to: 0 }) };
  });
  const [without, others] = [racers[0]!, racers[1]];
  /** What the measures spared, in hundredths, and in how many nights. */
  const spared = new Map<number, number>();
  let played = 0;
  return {
    get played() {
      return played;
    },
    play(isEnough) {
      while (played < runs && !isEnough()) {
        const losses = racers.map((racer) => {
          const night = racePrepared(racer.prepared, racer.question, { from: played, to: played + 1 });
          racer.tally = mergeTallies(racer.tally, night);
          // A tally of one night has one loss.
          return [...night.losses.keys()][0] ?? 0;
        });
        const difference = (losses[0] ?? 0) - (losses[1] ?? 0);
        if (others !== undefined) spared.set(difference, (spared.get(difference) ?? 0) + 1);
        played += 1;
      }
    },
    sum: () => ({
      played,
      wanted: runs,
      seed,
      without: sideOf(without, others?.tally),
      ...(others === undefined
        ? {}
        : {
            with: sideOf(others, without.tally),
            spared: meanOf([...spared].sort(([a], [b]) => a - b).map(([sum, count]) => [sum / 100, count])),
          }),
    }),
  };
}

function sideOf({ tally, question }: Racer, beside: RaceTally | undefined): SideOfRace {
  const { pLoss, loss, firstLossMinutes, truncatedRuns } = summarise(tally, question);
  return {
    pLoss,
    loss,
    firstLossMinutes,
    truncatedRuns,
    bars: barsOf(tally, beside),
    goneBy: goneByOf(tally, question.horizonMinutes),
  };
}

/** As many as fit beside one another on a phone; fewer different amounts stand for themselves. */
const barsMax = 9;

/** Both sides have the same bars, so that they can stand side by side. */
function barsOf(tally: RaceTally, beside: RaceTally | undefined): readonly LossBar[] {
  const amounts = [...new Set([0, ...tally.losses.keys(), ...(beside?.losses.keys() ?? [])])].sort(
    (a, b) => a - b,
  );
  const ends =
    amounts.length <= barsMax
      ? amounts.map((amount) => ({ from: amount, to: amount }))
      : [{ from: 0, to: 0 }, ...rangesTo(amounts.at(-1)!)];
  return ends.map(({ from, to }) => {
    let runs = 0;
    for (const [loss, count] of tally.losses)
      if (from === to ? loss === from : loss > from && loss <= to) runs += count;
    return {
      from: from / 100,
      to: to / 100,
      share: { value: tally.played === 0 ? 0 : runs / tally.played, ci95: wilson(runs, tally.played) },
    };
  });
}

/** Ranges of a round width from nothing to at least this much. */
function rangesTo(most: number): readonly { readonly from: number; readonly to: number }[] {
  const least = most / (barsMax - 1);
  const scale = 10 ** Math.floor(Math.log10(least));
  const width = ([1, 2, 2.5, 5, 10].find((round) => round * scale >= least) ?? 10) * scale;
  return Array.from({ length: Math.ceil(most / width) }, (_, i) => ({
    from: i * width,
    to: (i + 1) * width,
  }));
}

/** A line of so many points looks smooth at any width. */
const pointsMax = 80;

function goneByOf({ firstLosses, binMinutes, played }: RaceTally, horizon: number): readonly GoneBy[] {
  const points: GoneBy[] = [];
  let [bin, hits] = [0, 0];
  for (let i = 0; i <= pointsMax; i++) {
    const minute = (horizon * i) / pointsMax;
    while (bin < firstLosses.length && (bin + 1) * binMinutes <= minute) hits += firstLosses[bin++]!;
    points.push({
      minute,
      share: played === 0 ? 0 : hits / played,
      ci95: wilson(hits, played),
    });
  }
  return points;
}
