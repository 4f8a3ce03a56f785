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
  /** Something was lost, and no sum of it is known. */
  readonly isUnsized?: true;
  readonly share: Share;
}

/** The share of nights in which money is gone by this minute. */
export interface GoneBy {
  readonly minute: number;
  readonly share: number;
  readonly ci95: Interval95;
}

export interface SideOfRace
  extends Pick<RaceAnswer, "pLoss" | "loss" | "firstLossMinutes" | "truncatedRuns" | "unsized"> {
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

/** What has been counted on one side. Added to in place: merging whole tallies takes as long as the nights. */
interface Racer {
  readonly prepared: Prepared;
  readonly question: NightFrame & { readonly runs: number; readonly seed: number };
  readonly none: RaceTally;
  lossRuns: number;
  truncatedRuns: number;
  unsizedRuns: number;
  unsizedOnlyRuns: number;
  readonly losses: Map<number, number>;
  readonly firstLosses: Uint32Array;
}

export function raceOf(wanted: RaceWanted): Racing {
  const { runs, seed } = wanted;
  const racers = [wanted.without, ...(wanted.with === undefined ? [] : [wanted.with])].map((frame) =>
    racerOf({ ...frame, runs, seed }),
  );
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
        const losses = racers.map((racer) => playNight(racer, played));
        const difference = (losses[0] ?? 0) - (losses[1] ?? 0);
        if (others !== undefined) count(spared, difference);
        played += 1;
      }
    },
    sum() {
      const tally = tallyOf(without, played);
      const other = others === undefined ? undefined : tallyOf(others, played);
      return {
        played,
        wanted: runs,
        seed,
        without: sideOf(tally, without.question, other),
        ...(others === undefined || other === undefined
          ? {}
          : {
              with: sideOf(other, others.question, tally),
              spared: meanOf(ascending(spared).map(([sum, nights]) => [sum / 100, nights])),
            }),
      };
    },
  };
}

function racerOf(question: Racer["question"]): Racer {
  const prepared = prepare(question);
  const none = racePrepared(prepared, question, { from: 0, to: 0 });
  return {
    prepared,
    question,
    none,
    lossRuns: 0,
    truncatedRuns: 0,
    unsizedRuns: 0,
    unsizedOnlyRuns: 0,
    losses: new Map(),
    firstLosses: new Uint32Array(none.firstLosses.length),
  };
}

/** Plays and counts this night; gives what was lost in it, in hundredths. */
function playNight(racer: Racer, run: number): number {
  const night = racePrepared(racer.prepared, racer.question, { from: run, to: run + 1 });
  racer.lossRuns += night.lossRuns;
  racer.truncatedRuns += night.truncatedRuns;
  racer.unsizedRuns += night.unsizedRuns;
  racer.unsizedOnlyRuns += night.unsizedOnlyRuns;
  // A tally of one night has one loss, and one bin at most.
  const [loss = 0] = night.losses.keys();
  count(racer.losses, loss);
  const bin = night.firstLosses.indexOf(1);
  if (bin >= 0) racer.firstLosses[bin]! += 1;
  return loss;
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const ascending = (counts: ReadonlyMap<number, number>) => [...counts].sort(([a], [b]) => a - b);

/** What the page tells of a race; which ways carried the money is not among it. */
const tallyOf = (
  { none, lossRuns, truncatedRuns, unsizedRuns, unsizedOnlyRuns, losses, firstLosses }: Racer,
  played: number,
): RaceTally => ({
  ...none,
  to: played,
  played,
  lossRuns,
  truncatedRuns,
  unsizedRuns,
  unsizedOnlyRuns,
  losses: new Map(ascending(losses)),
  firstLosses,
});

function sideOf(tally: RaceTally, question: Racer["question"], beside: RaceTally | undefined): SideOfRace {
  const { pLoss, loss, firstLossMinutes, truncatedRuns, unsized } = summarise(tally, question);
  return {
    pLoss,
    loss,
    firstLossMinutes,
    truncatedRuns,
    unsized,
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
  const shareOf = (runs: number) => ({
    value: tally.played === 0 ? 0 : runs / tally.played,
    ci95: wilson(runs, tally.played),
  });
  const sized = ends.map(({ from, to }): LossBar => {
    let runs = 0;
    for (const [loss, count] of tally.losses)
      if (from === to ? loss === from : loss > from && loss <= to) runs += count;
    // A night in which something of unknown size is gone is not one in which nothing is.
    if (to === 0) runs -= tally.unsizedOnlyRuns;
    return { from: from / 100, to: to / 100, share: shareOf(runs) };
  });
  const { unsizedOnlyRuns } = tally;
  if (unsizedOnlyRuns + (beside?.unsizedOnlyRuns ?? 0) === 0) return sized;
  return [
    ...sized.slice(0, 1),
    { from: 0, to: 0, isUnsized: true, share: shareOf(unsizedOnlyRuns) },
    ...sized.slice(1),
  ];
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
