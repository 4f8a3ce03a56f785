/**
 * Which act first: the rest of the night played on from now in the same nights for every order, and the order taken that
 * leaves the least loss. Greedy over few acts, which in every setting tried was as good as any order of them.
 *
 * What to know to trust it: means of a few dozen nights. Where two acts cannot be told apart by them, the one that holds
 * by the harder proof goes first, then the quicker; so a plan does not jump at every sign.
 */
import { at } from "../model/index.ts";
import { type NightSnapshot, resumeUntold, type UntoldNight } from "../world/index.ts";
import type { Candidate } from "./acts.ts";
import { type Particle, playTold, type Told } from "./belief.ts";
import type { Orders } from "./rooms.ts";

export interface Stood {
  readonly particle: Particle;
  readonly snapshot: NightSnapshot;
  /** Lost by now. */
  readonly lost: number;
}

export interface Harm {
  /** Taken for a loss of which nobody knows the sum. */
  readonly assumed: number;
}

export interface PlanQuestion {
  readonly told: Told;
  readonly orders: Orders;
  readonly seed: number;
  readonly horizonMinutes: number;
  readonly harm: Harm;
}

/** The owner's side is asked again just after the moment the nights are stopped at, whatever they then know. */
const aMoment = 0.1;

/** Nights that stand for the belief, each stopped at this moment. */
export function standing(question: PlanQuestion, particles: readonly Particle[]): readonly Stood[] {
  const { told, orders, seed } = question;
  orders.acts = [];
  orders.from = told.now + aMoment;
  const known = new Map<string, Stood>();
  return particles.map((particle) => {
    const key = `${particle.room.id} ${particle.run}`;
    const met = known.get(key);
    if (met !== undefined) return met;
    const { night } = playTold(told, particle.room, particle.run, seed);
    const stood = { particle, snapshot: night.snapshot(), lost: lossIn(night, question) };
    known.set(key, stood);
    return stood;
  });
}

function lossIn(
  night: Pick<UntoldNight, "lossOf" | "isLost">,
  { told: { world }, harm }: Pick<PlanQuestion, "told" | "harm">,
): number {
  let total = 0;
  for (const [index, goal] of world.goals.entries()) {
    const id = index as Parameters<typeof night.lossOf>[0];
    const lost = night.lossOf(id);
    total += lost > 0 ? lost : night.isLost(id) && goal.amount === undefined ? harm.assumed : 0;
  }
  return total;
}

/**
 * When the loss is looked at, minutes from now. An act that only delays is worth the time it buys, so a plan is judged by
 * what is lost at each of these, alike; the last is the horizon.
 */
const looksAt = [30, 90, 240, 600] as const;

/** What is lost in each of these nights, when from now on these acts are gone about in this order. */
export function lossesUnder(
  question: PlanQuestion,
  stood: readonly Stood[],
  acts: readonly Candidate[],
): readonly Losses[] {
  const { orders, horizonMinutes, told } = question;
  orders.acts = acts;
  orders.from = told.now + aMoment;
  // A night that stands for several is played once.
  const known = new Map<Stood, Losses>();
  const lossesIn = (each: Stood): Losses => {
    const night = resumeUntold(each.particle.room.prepared, each.snapshot);
    const seen = [...looksAt.map((minutes) => told.now + minutes), horizonMinutes].map((until) => {
      night.advance({ until: Math.min(until, horizonMinutes) });
      return lossIn(night, question);
    });
    return { last: at(seen, seen.length - 1), overTime: mean(seen) };
  };
  return stood.map((each) => {
    const losses = known.get(each) ?? lossesIn(each);
    known.set(each, losses);
    return losses;
  });
}

export interface Losses {
  /** By the horizon. */
  readonly last: number;
  /** The mean of what is lost at the moments looked at. */
  readonly overTime: number;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((total, each) => total + each, 0) / values.length;

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

const effortUsually: Effort = { glance: 12, look: 24, kept: 12, ordered: 5 };

/** A difference below this share of what the best saves is none. */
const tieShare = 0.01;
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
  const { candidates, holding, waits, seeds, effort = effortUsually } = options;
  let nights = 0;
  const known = new Map<string, Map<Stood, number>>();
  /** Night by night, in the same nights for every order; a night that was played is not played again. */
  const inEach = (acts: readonly Candidate[], count: number): readonly number[] => {
    const key = acts.map(({ id }) => id).join(" > ");
    const losses = known.get(key) ?? new Map<Stood, number>();
    known.set(key, losses);
    const some = spread(stood, count);
    const fresh = [...new Set(some)].filter((each) => !losses.has(each));
    nights += fresh.length;
    for (const [index, { overTime }] of lossesUnder(question, fresh, acts).entries())
      losses.set(at(fresh, index), overTime);
    return some.map((each) => losses.get(each) ?? 0);
  };
  const lossUnder = (acts: readonly Candidate[], count: number) => mean(inEach(acts, count));
  const idle = lossUnder([], effort.glance);
  const glanced = candidates
    .map((candidate) => ({ candidate, loss: lossUnder([candidate], effort.glance) }))
    .sort((a, b) => a.loss - b.loss || compare(a.candidate, b.candidate, holding));
  const helping = glanced.filter(({ loss }) => loss < idle);
  const harmless = glanced.filter(({ candidate }) => !waits(candidate));
  const kept = (helping.length > 0 ? helping : harmless)
    .slice(0, effort.kept)
    .map(({ candidate }) => candidate);
  const tried = [kept, byMinutes(kept), ...seeds].map((acts) => [
    ...acts,
    ...kept.filter((act) => !acts.includes(act)),
  ]);
  const [tail = kept] = tried
    .map((acts) => ({ acts, loss: lossUnder(acts, effort.look) }))
    .sort((a, b) => a.loss - b.loss)
    .map(({ acts }) => acts);
  const order: Candidate[] = [];
  let ties: readonly Candidate[] = [];
  const left = [...tail];
  for (let turn = 0; turn < effort.ordered && left.length > 0; turn += 1) {
    const first = (candidate: Candidate) => [
      ...order,
      candidate,
      ...left.filter((each) => each !== candidate),
    ];
    const tries = stillOpen(left.slice(0, effort.kept), (each) => inEach(first(each), effort.glance)).map(
      (candidate) => ({ candidate, loss: lossUnder(first(candidate), effort.look) }),
    );
    const best = Math.min(...tries.map(({ loss }) => loss));
    const gain = Math.max(0, idle - best);
    const gentle = tries.filter(({ candidate }) => !waits(candidate));
    const bestGentle = Math.min(...gentle.map(({ loss }) => loss));
    const isGentle = bestGentle <= best + waitShare * gain;
    const least = (isGentle ? bestGentle : best) + tieShare * gain;
    const equal = (isGentle ? gentle : tries)
      .filter(({ loss }) => loss <= least)
      .map(({ candidate }) => candidate)
      .sort((a, b) => compare(a, b, holding));
    const chosen = at(equal, 0);
    if (turn === 0) ties = equal.slice(1);
    order.push(chosen);
    left.splice(left.indexOf(chosen), 1);
  }
  const found = [...order, ...left];
  // One act after the other is no proof: what was tried whole may be better still.
  const [whole, step] = [lossUnder(tail, stood.length), lossUnder(found, stood.length)];
  const none = tieShare * Math.max(0, idle - whole);
  if (whole >= step - none) return { order: found, nights, ties };
  // What holds best goes first in it too, where that costs nothing.
  const [first] = found;
  if (first === undefined || compare(first, at(tail, 0), holding) >= 0)
    return { order: tail, nights, ties: [] };
  const led = [first, ...tail.filter((each) => each !== first)];
  return lossUnder(led, stood.length) <= whole + none
    ? { order: led, nights, ties }
    : { order: tail, nights, ties: [] };
}

/** Those that a few nights do not show to be worse than the best of them, night for night. */
function stillOpen(
  candidates: readonly Candidate[],
  lossesOf: (candidate: Candidate) => readonly number[],
): readonly Candidate[] {
  const glanced = candidates.map((candidate) => {
    const losses = lossesOf(candidate);
    return { candidate, losses, loss: mean(losses) };
  });
  const [best] = [...glanced].sort((a, b) => a.loss - b.loss);
  if (best === undefined) return candidates;
  return glanced
    .filter(({ losses }) => {
      const gaps = losses.map((loss, night) => loss - at(best.losses, night));
      const gap = mean(gaps);
      const spreadOfMean = Math.sqrt(mean(gaps.map((each) => (each - gap) ** 2)) / gaps.length);
      return gap <= 2 * spreadOfMean;
    })
    .map(({ candidate }) => candidate);
}

const byMinutes = (acts: readonly Candidate[]): readonly Candidate[] =>
  [...acts].sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1));

const compare = (a: Candidate, b: Candidate, holding: (candidate: Candidate) => number): number =>
  holding(a) - holding(b) || a.minutes - b.minutes || (a.id < b.id ? -1 : 1);

/** So many of them, evenly. */
function spread<T>(of: readonly T[], count: number): readonly T[] {
  if (of.length <= count) return of;
  return Array.from({ length: count }, (_, i) => at(of, Math.floor((i * of.length) / count)));
}
