/**
 * In which order the lines of a told night follow the money, where their times leave room: what is moved to a place comes
 * there before it is taken from there, or moved on.
 */
import type { PotId } from "../model/index.ts";
import type { Bound } from "./script.ts";
import type { Stage } from "./stage.ts";

export interface ScriptOrder {
  /** In the order of their times, and at one minute whoever moves money before whoever takes it there. */
  readonly lines: readonly Bound[];
  /** By the index of a line: those whose money it may still wait for, which can have come before it must be. */
  readonly feeders: ReadonlyMap<number, readonly Bound[]>;
}

export function orderOf(bounds: readonly Bound[], stage: Stage): ScriptOrder {
  const byTime = [...bounds].sort((a, b) => a.from - b.from || a.index - b.index);
  const movers = byTime.filter((line) => movesTo(line, stage).length > 0);
  const feeders = new Map<number, Bound[]>();
  const isFedBy = (line: Bound, other: Bound): boolean =>
    line === other || (feeders.get(line.index) ?? []).some((each) => isFedBy(each, other));
  if (movers.length > 0)
    for (const line of byTime) {
      const pots = new Set(takesFrom(line, stage));
      for (const mover of movers) {
        const isInTime = mover.from + minutesOf(mover, stage) <= line.to + minutesOf(line, stage);
        const isOf = movesTo(mover, stage).some((pot) => pots.has(pot));
        // Money that goes round in a circle has no order but that of the file.
        if (!isOf || !isInTime || isFedBy(mover, line)) continue;
        feeders.set(line.index, [...(feeders.get(line.index) ?? []), mover]);
      }
    }
  const depthOf = (line: Bound): number =>
    Math.max(
      0,
      ...(feeders.get(line.index) ?? []).map((each) => (each.from < line.from ? 0 : 1 + depthOf(each))),
    );
  const depths = new Map(byTime.map((line) => [line.index, feeders.size === 0 ? 0 : depthOf(line)] as const));
  const depth = ({ index }: Bound) => depths.get(index) ?? 0;
  return {
    lines: byTime.sort((a, b) => a.from - b.from || depth(a) - depth(b) || a.index - b.index),
    feeders,
  };
}

const takingsOf = ({ candidates }: Bound, { ledger }: Stage) =>
  candidates.flatMap((step) => ledger.takings.get(step) ?? []);

const movesTo = (line: Bound, stage: Stage): readonly PotId[] =>
  takingsOf(line, stage).flatMap(({ isMove, to }) => (isMove === true ? [to] : []));

const takesFrom = (line: Bound, stage: Stage): readonly PotId[] =>
  takingsOf(line, stage).flatMap(({ pots }) => pots);

/** From its beginning until it gives what it gives, at the least. */
const minutesOf = ({ line, from, candidates }: Bound, { takesMin, delayMin }: Stage): number =>
  line.until === undefined
    ? Math.min(...candidates.map((step) => takesMin[step]! + delayMin[step]!))
    : line.until - from;
