/**
 * Many nights of one world: what is lost, how soon, by which way.
 *
 * Run `i` of a seed is the same night whoever plays it, so workers split the runs as they like, and two variants of a
 * world (a measure more, another owner) differ only by what changed (common random numbers, see `chance.ts`).
 *
 * What to know to trust it: a tally counts in whole numbers (hundredths of money, bins of a time), so that sums do not
 * depend on the order and merged parts are equal to the whole, to the byte. Its size does not grow with the runs.
 */
import { flowName } from "../ground/index.ts";
import {
  type ActorId,
  actorId,
  type GoalId,
  goalId,
  type HarmKind,
  harmKinds,
  isSum,
  type StepId,
  stepId,
} from "../model/index.ts";
import { countedLoss } from "./money.ts";
import type { Latents, NightQuestion } from "./night.ts";
import { play } from "./play.ts";
import { type Prepared, prepare } from "./simulate.ts";
import { stepAt } from "./stage.ts";
import { wayBehind } from "./way-behind.ts";

export interface RaceQuestion extends Omit<NightQuestion, "seed" | "run" | "latents"> {
  readonly runs: number;
  readonly seed: number;
  /** What is told of the intruder of each night; absent: the policy says it of all. */
  readonly latentsOf?: ((run: number) => Latents) | undefined;
}

export interface RaceOptions {
  /** Asked between nights; true ends the race early, with the nights played so far. */
  readonly isSpent?: () => boolean;
  /** Only these runs: `from` to before `to`. */
  readonly from?: number;
  readonly to?: number;
}

/** How often a value came up, in ascending order of the values once sorted. */
export type Counts = Map<number, number>;

export interface WayTally {
  readonly flows: readonly string[];
  /** Nights in which it carried the most money (of equal ways the first by name). */
  runs: number;
  /** Hundredths it carried in all nights. */
  hundredths: number;
}

/** Plain data: it can be sent between workers as it is. */
export interface RaceTally {
  readonly seed: number;
  /** The range of runs and how many of them were played. */
  readonly from: number;
  readonly to: number;
  readonly played: number;
  readonly lossRuns: number;
  readonly truncatedRuns: number;
  /** Nights by what was lost, in hundredths. */
  readonly losses: ReadonlyMap<number, number>;
  /** Nights by the bin in which it first came to a takeover, a loss. */
  readonly binMinutes: number;
  readonly takeovers: Uint32Array;
  readonly firstLosses: Uint32Array;
  readonly ways: ReadonlyMap<string, WayTally>;
  /** Goal by goal: nights in which it was lost, hundredths in all. */
  readonly goals: ReadonlyMap<string, Lost>;
  /** By kind of harm: the nights in which any of it was done. */
  readonly harms: ReadonlyMap<HarmKind, Lost>;
  /** Nights with a loss that is no sum or of unknown size; what was lost then is more than the sum counted. */
  readonly unsizedRuns: number;
  /** Those among them in which no sum at all is known: their 0 in `losses` is not nothing. */
  readonly unsizedOnlyRuns: number;
}

export interface Lost {
  readonly runs: number;
  readonly hundredths: number;
}

/** A quarter of a minute is finer than any duration we know; a long horizon has wider bins and says so. */
const binMinutesMin = 0.25;
const binsMax = 16_384;
/**
 * Losses are sums of a few amounts, so there are few of them. Where there are more goals than this their sums could be
 * as many as the nights, and they are counted to three figures.
 */
const exactGoalsMax = 16;
/** How many nights are played before `isSpent` is asked again. */
const spentEvery = 64;

function binMinutesFor(horizonMinutes: number): number {
  return Math.max(binMinutesMin, horizonMinutes / binsMax);
}

export function race(
  question: RaceQuestion,
  { isSpent, from = 0, to = question.runs }: RaceOptions = {},
): RaceTally {
  return racePrepared(prepare(question), question, {
    ...(isSpent === undefined ? {} : { isSpent }),
    from,
    to,
  });
}

/** As `race`, for one who races the same world again. */
export function racePrepared(
  prepared: Prepared,
  question: RaceQuestion,
  { isSpent, from = 0, to = question.runs }: RaceOptions = {},
): RaceTally {
  const { stage, arena, playing, views } = prepared;
  const { goals } = stage.world;
  const binMinutes = binMinutesFor(question.horizonMinutes);
  const bins = Math.floor(question.horizonMinutes / binMinutes) + 1;
  const takeovers = new Uint32Array(bins);
  const firstLosses = new Uint32Array(bins);
  const losses: Counts = new Map();
  const lostRuns = new Float64Array(goals.length);
  const lostAmount = new Float64Array(goals.length);
  const kinds = harmKinds.filter((kind) => goals.some(({ harm }) => harm === kind));
  const kindOf = goals.map(({ harm }) => kinds.indexOf(harm));
  const isOpen = goals.map(({ harm, amount }) => !isSum(harm) || amount === undefined);
  const wholes = goals.map(({ partOf }) =>
    goals.flatMap(({ id }, whole) => (partOf.includes(id) ? [whole] : [])),
  );
  const harmRuns = new Float64Array(kinds.length);
  const harmAmount = new Float64Array(kinds.length);
  const lastRun = new Float64Array(kinds.length).fill(-1);
  let unsizedRuns = 0;
  let unsizedOnlyRuns = 0;
  const ways = wayCounter(prepared);
  let played = 0;
  let lossRuns = 0;
  let truncatedRuns = 0;
  for (let run = from; run < to; run++) {
    if (isSpent !== undefined && played % spentEvery === 0 && played > 0 && isSpent()) break;
    play(playing, views, { seed: question.seed, run, latents: question.latentsOf?.(run) });
    played++;
    if (playing.table.isTruncated) truncatedRuns++;
    if (arena.firstTakeover >= 0) takeovers[Math.floor(arena.firstTakeover / binMinutes)]!++;
    let sum = 0;
    let isUnsized = false;
    for (let goal = 0; goal < goals.length; goal++) {
      if (arena.lossStep[goal]! < 0) continue;
      lostRuns[goal]!++;
      lostAmount[goal]! += arena.lossOf[goal]!;
      const counted = countedLoss(arena, goalId(goal));
      sum += counted;
      const kind = kindOf[goal]!;
      harmAmount[kind]! += counted;
      if (lastRun[kind] !== run) harmRuns[kind]!++;
      lastRun[kind] = run;
      if (isOpen[goal]! && !wholes[goal]!.some((whole) => arena.lossStep[whole]! >= 0)) isUnsized = true;
    }
    if (isUnsized) unsizedRuns++;
    if (isUnsized && sum === 0) unsizedOnlyRuns++;
    const key = goals.length > exactGoalsMax ? threeFigures(sum) : sum;
    losses.set(key, (losses.get(key) ?? 0) + 1);
    if (arena.firstLoss < 0) continue;
    lossRuns++;
    firstLosses[Math.floor(arena.firstLoss / binMinutes)]!++;
    ways.count();
  }
  return {
    seed: question.seed,
    from,
    to: from + played,
    played,
    lossRuns,
    truncatedRuns,
    losses: sortedMap(losses, (a, b) => a - b),
    binMinutes,
    takeovers,
    firstLosses,
    ways: ways.tally(),
    goals: new Map(
      goals.map(({ id }, goal) => [id, { runs: lostRuns[goal]!, hundredths: lostAmount[goal]! }] as const),
    ),
    harms: new Map(
      kinds.map((kind, i) => [kind, { runs: harmRuns[i]!, hundredths: harmAmount[i]! }] as const),
    ),
    unsizedRuns,
    unsizedOnlyRuns,
  };
}

function threeFigures(value: number): number {
  if (value < 1_000) return value;
  const scale = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Math.round(value / scale) * scale;
}

/** Counts, night by night, which steps carried the money; a way met before costs no allocation. */
function wayCounter(prepared: Prepared): {
  count(): void;
  tally(): ReadonlyMap<string, WayTally>;
} {
  const { stage, arena } = prepared;
  const { goals } = stage.world;
  const behind = wayBehind(prepared);
  const known = new Map<string, WayTally>();
  const byStamp = new Map<string, WayTally>();
  const wayOf = (goal: GoalId, last: StepId, actor: ActorId): WayTally => {
    const steps = behind({ goal, last, actor });
    const stamp = steps.join(",");
    const met = byStamp.get(stamp);
    if (met !== undefined) return met;
    // The same flows over other things, or in another order, are to a reader the same way.
    const flows = [...new Set(steps.map((step) => flowName(stepAt(stage.world, step))))];
    const key = [...flows].sort().join(" ");
    const way = known.get(key) ?? { flows: [...flows].sort(), runs: 0, hundredths: 0 };
    known.set(key, way);
    if (byStamp.size >= stampsMax) byStamp.clear();
    byStamp.set(stamp, way);
    return way;
  };
  return {
    count() {
      let most: WayTally | undefined;
      let mostMoney = -1;
      for (let goal = 0; goal < goals.length; goal++) {
        if (arena.lossStep[goal]! < 0) continue;
        const way = wayOf(goalId(goal), stepId(arena.lossStep[goal]!), actorId(arena.lossActor[goal]!));
        const money = countedLoss(arena, goalId(goal));
        way.hundredths += money;
        if (money > mostMoney) {
          most = way;
          mostMoney = money;
        }
      }
      if (most !== undefined) most.runs++;
    },
    tally: () => sortedMap(known, (a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  };
}

/** Orders of steps remembered, to find a way's name quickly. */
const stampsMax = 50_000;

function sortedMap<K, V>(map: ReadonlyMap<K, V>, compare: (a: K, b: K) => number): Map<K, V> {
  return new Map([...map].sort(([a], [b]) => compare(a, b)));
}

/** The tally of both parts; equal, to the byte, to that of the whole, whatever the split. */
export function mergeTallies(a: RaceTally, b: RaceTally): RaceTally {
  if (a.seed !== b.seed || a.binMinutes !== b.binMinutes)
    throw new RangeError("tallies of different races do not add up");
  const losses: Counts = new Map(a.losses);
  for (const [loss, runs] of b.losses) losses.set(loss, (losses.get(loss) ?? 0) + runs);
  const ways = new Map([...a.ways].map(([key, way]) => [key, { ...way }]));
  for (const [key, way] of b.ways) {
    const known = ways.get(key);
    if (known === undefined) ways.set(key, { ...way });
    else {
      known.runs += way.runs;
      known.hundredths += way.hundredths;
    }
  }
  return {
    seed: a.seed,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    played: a.played + b.played,
    lossRuns: a.lossRuns + b.lossRuns,
    truncatedRuns: a.truncatedRuns + b.truncatedRuns,
    losses: sortedMap(losses, (x, y) => x - y),
    binMinutes: a.binMinutes,
    takeovers: a.takeovers.map((count, bin) => count + b.takeovers[bin]!),
    firstLosses: a.firstLosses.map((count, bin) => count + b.firstLosses[bin]!),
    ways: sortedMap(ways, (x, y) => (x < y ? -1 : x > y ? 1 : 0)),
    goals: addedUp(a.goals, b.goals),
    harms: addedUp(a.harms, b.harms),
    unsizedRuns: a.unsizedRuns + b.unsizedRuns,
    unsizedOnlyRuns: a.unsizedOnlyRuns + b.unsizedOnlyRuns,
  };
}

function addedUp<Key>(a: ReadonlyMap<Key, Lost>, b: ReadonlyMap<Key, Lost>): ReadonlyMap<Key, Lost> {
  const sums = new Map(a);
  for (const [key, { runs, hundredths }] of b) {
    const known = sums.get(key) ?? { runs: 0, hundredths: 0 };
    sums.set(key, { runs: known.runs + runs, hundredths: known.hundredths + hundredths });
  }
  return sums;
}
