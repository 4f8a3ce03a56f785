/** Nights stopped at this moment, and played on from it under an order of acts: what is lost by then. */
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
