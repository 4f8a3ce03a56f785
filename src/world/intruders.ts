/**
 * How intruders play: shortest to money first, by the earliest proofs from what they believe to have.
 *
 * A gang works several steps at once, lifts a suspension as soon as the phone shows no service, keeps a way back (calls
 * forwarded, sign-in data changed) and hides what the owner would see (cards taken off lists) when a hand is free.
 *
 * What to know to trust it: they know the catalogue and which accounts there are, which is more than real ones know;
 * they do not know what the owner has done until a step fails, the phone falls silent or a trace reaches them.
 */

import type { Intention, Policy, View } from "./night.ts";
import { type Planner, plannerOf } from "./planner.ts";
import { atomText, ruleAt, type Stage } from "./stage.ts";
import type { Target } from "./wanted.ts";

export interface IntruderOptions {
  /** The minute they begin; the SIM of the founding case ran in another handset 81 minutes after the theft. */
  readonly startMinute?: number;
  /** How long after the last look they find out again whether what stopped them still stands: the second wave. */
  readonly waveMinutes?: number;
  /** Whether hands left over prepare a way back and hide. */
  readonly isThorough?: boolean;
}

export const intruderPolicies: ReadonlyMap<string, (options?: IntruderOptions) => Policy> = new Map([
  ["gang", (options?: IntruderOptions) => shortestToMoney("gang", options)],
  ["loner", (options?: IntruderOptions) => shortestToMoney("loner", { isThorough: false, ...options })],
]);

/** How many hands each has where nobody says. */
export const handsOf: Readonly<Record<string, number>> = { gang: 4, loner: 1 };

/** A day: blocks for a few days and frozen accounts come back, and the owner looks less closely. */
const waveMinutesUsually = 1_440;

function shortestToMoney(
  id: string,
  { startMinute = 0, waveMinutes = waveMinutesUsually, isThorough = true }: IntruderOptions = {},
): Policy {
  const plan = planning((view) =>
    plannerOf({ stage: view.stage, start: startOf(view), targets: targetsFor(view.stage, isThorough) }),
  );
  const early: readonly Intention[] = [{ kind: "wait", until: startMinute }];
  const idle: Intention[] = [];
  return {
    id,
    next(view) {
      plan.meet(view);
      if (view.now < startMinute) return early;
      const intentions = plan.next(view);
      return intentions.length > 0 ? intentions : secondWave(view, waveMinutes, startMinute, idle);
    },
  };
}

/** With nothing left to do: is what stopped them still set? One look at each thing a day. */
function secondWave(
  view: View,
  waveMinutes: number,
  startMinute: number,
  idle: Intention[],
): readonly Intention[] {
  idle.length = 0;
  for (let condition = 0; condition < view.stage.conditionCount; condition++) {
    if (!view.isSet(condition) || view.isLooking(condition)) continue;
    const due = Math.max(view.lastLookAt(condition), startMinute) + waveMinutes;
    idle.push(due <= view.now ? { kind: "look", condition } : { kind: "wait", until: due });
  }
  return idle;
}

/** A planner made anew for each actor and world it meets; what it means to do, as intentions. */
export interface Planning {
  /** Makes the planner; at minute 0, so that what it is made from is what the actor had then. */
  meet(view: View): void;
  next(view: View): readonly Intention[];
}

export function planning(make: (view: View) => Planner): Planning {
  let known: View | undefined;
  let planner: Planner | undefined;
  let begins: Intention[] = [];
  const intentions: Intention[] = [];
  const meet = (view: View): Planner => {
    if (known === view && planner !== undefined) return planner;
    known = view;
    planner = make(view);
    begins = Array.from({ length: view.stage.ruleCount }, (_, rule) => ({ kind: "begin", rule }));
    return planner;
  };
  return {
    meet,
    next(view) {
      const mine = meet(view);
      intentions.length = 0;
      for (const rule of mine.next(view)) intentions.push(begins[rule]!);
      if (mine.opensIn < Infinity) intentions.push({ kind: "wait", until: view.now + mine.opensIn });
      return intentions;
    },
  };
}

/** What the actor has at this moment; asked at minute 0. */
export function startOf(view: View): readonly number[] {
  return Array.from({ length: view.stage.atomCount }, (_, atom) => atom).filter(
    (atom) => view.has(atom) || view.isFromStart(atom),
  );
}

/** Ranks: the money, what undoes the owner's answer before it comes, ways back, hiding. */
const rank = { money: 0, lifting: 1, wayBack: 2, hiding: 3 } as const;

function targetsFor(stage: Stage, isThorough: boolean): readonly Target[] {
  const { world } = stage;
  const targets: Target[] = world.goals.map((_, goal) => ({
    wanted: { kind: "take", goal },
    rank: rank.money,
  }));
  if (!isThorough) return targets;
  for (let rule = 0; rule < stage.ruleCount; rule++) {
    if (stage.isStep[rule] !== 1) continue;
    const { flow, sets, clears } = ruleAt(world, rule);
    // What lifts a suspended line is fetched while the line still lives.
    if (clears.some((condition) => world.conditions[condition]?.capability.kind === "suspended")) {
      for (let i = stage.asks.from[rule]!; i < stage.asks.from[rule + 1]!; i++)
        targets.push({ wanted: { kind: "have", atom: stage.asks.values[i]! }, rank: rank.lifting });
    }
    // Forwarding goes on working when the SIM is replaced.
    for (const { condition } of sets)
      if (world.conditions[condition]?.capability.kind === "forwarded")
        targets.push({ wanted: { kind: "set", condition }, rank: rank.wayBack });
    const isHiding =
      flow.gives.length === 0 && flow.revokes.some(({ kind }) => kind === "see-cards" || kind === "pay-with");
    if (isHiding) targets.push({ wanted: { kind: "run", rule }, rank: rank.hiding });
  }
  for (let atom = 0; atom < stage.atomCount; atom++) {
    if (atomText(world, atom).startsWith("manage(account."))
      targets.push({ wanted: { kind: "have", atom }, rank: rank.wayBack });
  }
  return targets;
}
