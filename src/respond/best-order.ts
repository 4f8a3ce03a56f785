/**
 * Which act first: the rest of the night played on from now in the same nights for every order, and the order taken that
 * leaves the least loss. Whole orders somebody could go about it in are tried first; the best of them is then mended turn
 * by turn, one act brought forward at a time.
 *
 * What to know to trust it: means of a few dozen nights. Where two acts cannot be told apart by them, the one that holds
 * by the harder proof goes first, then the quicker; so a plan does not jump at every sign. What that may cost is counted
 * once, and not again at every turn.
 */
import { at } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import { type Losses, lossesUnder, mean, type PlanQuestion, type Stood } from "./plan.ts";
import { type Counted, someOf, spread, tellingNights } from "./telling-nights.ts";

export interface Planned {
  readonly order: readonly Candidate[];
  /** How many nights were played on. */
  readonly nights: number;
  /** The first could as well be another: their intervals overlap. */
  readonly ties: readonly Candidate[];
}

export interface Effort {
  /** Nights for the first look at each act, and for each choice after it. */
  readonly glance: number;
  readonly look: number;
  /** Acts still looked at after the first look, and how many are put in order one by one. */
  readonly kept: number;
  readonly ordered: number;
}

const effortUsually: Effort = { glance: 12, look: 36, kept: 12, ordered: 4 };

/** A difference below this share of what the best saves is none, nor one below this share of what it leaves. */
const tieShareOfSaved = 0.01;
const tieShareOfLeft = 0.03;
/** An act that waits for the others does so unless it saves this share more. */
const waitShare = 0.2;

export interface PlanOptions {
  readonly candidates: readonly Candidate[];
  /** How well what it does holds: the rank of the proof of its weakest lift, hardest 0. */
  readonly holding: (candidate: Candidate) => number;
  /** Whether it takes something from the owner that the other side does not have, or is read nowhere: only where it clearly saves more. */
  readonly waits: (candidate: Candidate) => boolean;
  /** Orders somebody would go about it without us; never do worse than these. */
  readonly seeds: readonly (readonly Candidate[])[];
  readonly effort?: Effort;
}

export function planOf(question: PlanQuestion, stood: readonly Stood[], options: PlanOptions): Planned {
  const { seeds, effort = effortUsually } = options;
  const { play, count } = playedOnce(question);
  const kept = helpingMost(play, spread(stood, effort.glance), options);
  const tried = [kept, byMinutes(kept), ...seeds].map((acts) => [
    ...acts,
    ...kept.filter((act) => !acts.includes(act)),
  ]);
  const played = tried.map((acts) => play(acts, stood));
  const lossOf = (losses: readonly Losses[]) => mean(losses.map(({ overTime }) => overTime));
  const [tail = kept] = tried
    .map((acts, i) => ({ acts, loss: lossOf(at(played, i)) }))
    .sort((a, b) => a.loss - b.loss)
    .map(({ acts }) => acts);
  const nights = tellingNights(stood, played);
  const { found, ties } = mended(tail, {
    few: weighingIn(play, someOf(nights, effort.glance)),
    many: weighingIn(play, someOf(nights, effort.look)),
    options,
  });
  // What was mended in some of the nights is held against what it was made from in all of them.
  const inAll = weighingIn(
    play,
    stood.map((each) => ({ stood: each, weight: 1 / stood.length })),
  );
  const [whole, step] = [inAll.lossUnder(tail), inAll.lossUnder(found)];
  const tie = inAll.tieAt(Math.min(whole, step));
  if (whole >= step - tie) return { order: found, nights: count(), ties };
  // What holds best goes first in it too, where that costs nothing.
  const [first] = found;
  if (first === undefined || compare(first, at(tail, 0), options.holding) >= 0)
    return { order: tail, nights: count(), ties: [] };
  const led = [first, ...tail.filter((each) => each !== first)];
  return inAll.lossUnder(led) <= whole + tie
    ? { order: led, nights: count(), ties }
    : { order: tail, nights: count(), ties: [] };
}

type Play = (acts: readonly Candidate[], stood: readonly Stood[]) => readonly Losses[];

/** The acts that help most one by one, the most helpful first. */
function helpingMost(
  play: Play,
  stood: readonly Stood[],
  { candidates, holding, waits, effort = effortUsually }: PlanOptions,
): readonly Candidate[] {
  const lossUnder = (acts: readonly Candidate[]) => mean(play(acts, stood).map(({ overTime }) => overTime));
  const idle = lossUnder([]);
  const glanced = candidates
    .map((candidate) => ({ candidate, loss: lossUnder([candidate]) }))
    .sort((a, b) => a.loss - b.loss || compare(a.candidate, b.candidate, holding));
  const helping = glanced.filter(({ loss }) => loss < idle);
  const harmless = glanced.filter(({ candidate }) => !waits(candidate));
  return (helping.length > 0 ? helping : harmless).slice(0, effort.kept).map(({ candidate }) => candidate);
}

interface Weighing {
  readonly counted: readonly Counted[];
  /** Night by night. */
  readonly inEach: (acts: readonly Candidate[]) => readonly number[];
  readonly lossUnder: (acts: readonly Candidate[]) => number;
  /** How much more than this, the least that is left, is as good. */
  readonly tieAt: (least: number) => number;
  readonly savedAt: (least: number) => number;
}

function weighingIn(play: Play, counted: readonly Counted[]): Weighing {
  const stood = counted.map((each) => each.stood);
  const inEach = (acts: readonly Candidate[]) => play(acts, stood).map(({ overTime }) => overTime);
  const lossUnder = (acts: readonly Candidate[]) => weighedMean(inEach(acts), counted);
  const lost = weighedMean(
    stood.map((each) => each.lost),
    counted,
  );
  const savedAt = (least: number) => Math.max(0, lossUnder([]) - least);
  const tieAt = (least: number) =>
    Math.min(tieShareOfSaved * savedAt(least), tieShareOfLeft * Math.max(0, least - lost));
  return { counted, inEach, lossUnder, tieAt, savedAt };
}

interface Mending {
  readonly few: Weighing;
  readonly many: Weighing;
  readonly options: PlanOptions;
}

/** The order with, turn by turn, the act brought forward that leaves the least. */
function mended(tail: readonly Candidate[], { few, many, options }: Mending) {
  const { holding, waits, effort = effortUsually } = options;
  const order: Candidate[] = [];
  const left = [...tail];
  let ties: readonly Candidate[] = [];
  let least = many.lossUnder(tail);
  for (let turn = 0; turn < effort.ordered && left.length > 0; turn += 1) {
    const first = (candidate: Candidate) => [
      ...order,
      candidate,
      ...left.filter((each) => each !== candidate),
    ];
    const tries = stillOpen(left.slice(0, effort.kept), few, (each) => few.inEach(first(each))).map(
      (candidate) => ({ candidate, loss: many.lossUnder(first(candidate)) }),
    );
    least = Math.min(least, ...tries.map(({ loss }) => loss));
    const gentle = tries.filter(({ candidate }) => !waits(candidate));
    const bestGentle = Math.min(...gentle.map(({ loss }) => loss));
    const isGentle = bestGentle <= least + waitShare * many.savedAt(least);
    const open = isGentle ? gentle : tries;
    const most = Math.max(least + many.tieAt(least), Math.min(...open.map(({ loss }) => loss)));
    const equal = open
      .filter(({ loss }) => loss <= most)
      .map(({ candidate }) => candidate)
      .sort((a, b) => compare(a, b, holding));
    const chosen = at(equal, 0);
    if (turn === 0) ties = equal.slice(1);
    order.push(chosen);
    left.splice(left.indexOf(chosen), 1);
  }
  return { found: [...order, ...left], ties };
}

/** What comes of nights under an order; a night that was played is not played again. */
function playedOnce(question: PlanQuestion): { readonly play: Play; readonly count: () => number } {
  let nights = 0;
  const known = new Map<string, Map<Stood, Losses>>();
  const play = (acts: readonly Candidate[], stood: readonly Stood[]): readonly Losses[] => {
    const key = acts.map(({ id }) => id).join(" > ");
    const losses = known.get(key) ?? new Map<Stood, Losses>();
    known.set(key, losses);
    const fresh = [...new Set(stood)].filter((each) => !losses.has(each));
    nights += fresh.length;
    for (const [index, each] of lossesUnder(question, fresh, acts).entries())
      losses.set(at(fresh, index), each);
    return stood.flatMap((each) => losses.get(each) ?? []);
  };
  return { play, count: () => nights };
}

const weighedMean = (values: readonly number[], counted: readonly Counted[]): number =>
  values.reduce((total, each, night) => total + each * at(counted, night).weight, 0);

/** Those that a few nights do not show to be worse than the best of them, night for night. */
function stillOpen(
  candidates: readonly Candidate[],
  { counted }: Weighing,
  lossesOf: (candidate: Candidate) => readonly number[],
): readonly Candidate[] {
  const glanced = candidates.map((candidate) => {
    const losses = lossesOf(candidate);
    return { candidate, losses, loss: weighedMean(losses, counted) };
  });
  const [best] = [...glanced].sort((a, b) => a.loss - b.loss);
  if (best === undefined) return candidates;
  return glanced
    .filter(({ losses }) => {
      const gaps = losses.map((loss, night) => loss - at(best.losses, night));
      const gap = weighedMean(gaps, counted);
      const squares = gaps.map((each, night) => ((each - gap) * at(counted, night).weight) ** 2);
      return gap <= 2 * Math.sqrt(squares.reduce((total, each) => total + each, 0));
    })
    .map(({ candidate }) => candidate);
}

const byMinutes = (acts: readonly Candidate[]): readonly Candidate[] =>
  [...acts].sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1));

const compare = (a: Candidate, b: Candidate, holding: (candidate: Candidate) => number): number =>
  holding(a) - holding(b) || a.minutes - b.minutes || (a.id < b.id ? -1 : 1);
