/**
 * How intruders play: shortest to money first, by the earliest proofs from what they believe to have.
 *
 * A gang works several steps at once, lifts a suspension as soon as the phone shows no service, keeps a way back (calls
 * forwarded, sign-in data changed) and hides what the owner would see (cards taken off lists) when a hand is free. Who is
 * slow takes a little a day and nothing that would be noticed.
 *
 * What to know to trust it: they know the catalogue and which accounts there are, which is more than real ones know;
 * they do not know what the owner has done until a step fails, the phone falls silent or a trace reaches them.
 */

import { type ConditionId, conditionsWithRole, kindsWithRole, type StepId } from "../model/index.ts";
import type { Intention, Latents, Policy, Thinker, View } from "./night.ts";
import { type Planner, plannerOf } from "./planner.ts";
import { rowOf } from "./rows.ts";
import { type Stage, stepAt } from "./stage.ts";
import type { Target } from "./wanted.ts";

/** What is said of every night; what a night itself says of its intruder goes before it. */
export type IntruderOptions = Omit<Latents, "hands" | "isThorough" | "pace">;

export const intruderPolicies: ReadonlyMap<string, (options?: IntruderOptions) => Policy> = new Map([
  [
    "gang",
    (options?: IntruderOptions) => shortestToMoney("gang", { hands: 4, isThorough: true, ...options }),
  ],
  [
    "loner",
    (options?: IntruderOptions) => shortestToMoney("loner", { hands: 1, isThorough: false, ...options }),
  ],
  ["slow", (options?: IntruderOptions) => littleByLittle(options)],
]);

/** A day: blocks for a few days and frozen accounts come back, and the owner looks less closely. */
const waveMinutesUsually = 1_440;

function shortestToMoney(id: string, { hands = 1, ...usual }: Latents): Policy {
  return { id, hands, open: (view) => intruderAt(view, usual) };
}

/** So many days, a part of it each: what a week's statement shows nobody has looked at. */
const slowDays = 7;
/** Between two takings of one loss. */
const slowEveryMinutes = 1_440;

/** One person who takes of each loss a seventh a day, so that no sum is large and no limit is met. */
function littleByLittle(options: IntruderOptions = {}): Policy {
  const usual = { isThorough: false, ...options };
  return {
    id: "slow",
    hands: 1,
    share: 1 / slowDays,
    open(atDawn) {
      const thinker = intruderAt(atDawn, usual, true);
      return { ...thinker, next: (view) => onceADay(view, thinker.next(view)) };
    },
  };
}

/** What takes of a loss is left for the next day where something was taken of it less than a day ago, or is being. */
function onceADay(view: View, intended: readonly Intention[]): readonly Intention[] {
  const due = new Map(view.stage.goals.map((goal) => [goal, -Infinity]));
  const goalsOf = (step: StepId) =>
    view.stage.ledger.takings.get(step)?.flatMap(({ goal }) => goal ?? []) ?? [];
  for (const step of view.stage.ledger.takings.keys()) {
    const last = view.lastDoneAt(step);
    const from = view.isRunning(step) ? Infinity : last < 0 ? -Infinity : last + slowEveryMinutes;
    for (const goal of goalsOf(step)) due.set(goal, Math.max(due.get(goal) ?? -Infinity, from));
  }
  return intended.flatMap((each): Intention | readonly [] => {
    if (each.kind !== "begin") return each;
    const until = Math.max(-Infinity, ...goalsOf(each.step).map((goal) => due.get(goal) ?? -Infinity));
    if (until <= view.now) {
      // Two flows that take of one loss are not begun at once.
      for (const goal of goalsOf(each.step)) due.set(goal, Infinity);
      return each;
    }
    return until === Infinity ? [] : { kind: "wait", until };
  });
}

/** Thinks in one of two ways: for the money alone, or preparing a way back and hiding as well. */
function intruderAt(atDawn: View, usual: Latents, isBitByBit = false): Thinker {
  const made: Made[] = [];
  /** Made when it is first asked for, which is at minute 0 of some night. */
  const planOf = (view: View, mind: Mindset): Planning => {
    const known = made.find(
      (each) => each.isThorough === mind.isThorough && each.isOnlyByRead === mind.isOnlyByRead,
    );
    if (known !== undefined) return known.plan;
    const { stage } = view;
    const targets = targetsFor(stage, mind);
    const leavesOut = mind.isOnlyByRead ? (step: StepId) => isLent(stage, step) : undefined;
    const plan = planning(view, (dawn) =>
      plannerOf(dawn, { stage, start: startOf(dawn), targets, leavesOut, isBitByBit }),
    );
    made.push({ ...mind, plan });
    return plan;
  };
  planOf(atDawn, mindsetOf(usual));
  const idle: Intention[] = [];
  return {
    next(view) {
      const {
        startMinute = 0,
        patienceMinutes,
        spendsFrom,
        waveMinutes,
        ...mind
      } = {
        ...usual,
        ...view.latents,
      };
      const plan = planOf(view, mindsetOf(mind));
      if (view.now < startMinute) return [{ kind: "wait", until: startMinute }];
      if (patienceMinutes !== undefined && view.now > startMinute + patienceMinutes) return [];
      const intended = plan.next(view);
      const intentions =
        spendsFrom === undefined || view.now >= spendsFrom ? intended : patient(view, intended, spendsFrom);
      if (intentions.length > 0) return intentions;
      return secondWave(view, { waveMinutes: waveMinutes ?? waveMinutesUsually, startMinute, idle });
    },
    save: (view) => made.map(({ plan, ...mind }): SavedPlan => ({ ...mind, saved: plan.save(view) })),
    restore(view, all) {
      // What `save` above gave.
      for (const { saved, ...mind } of all as readonly SavedPlan[]) planOf(view, mind).restore(view, saved);
    },
  };
}

/** What does not take money yet; the rest is waited for. */
const patient = (
  { stage: { ledger } }: View,
  intended: readonly Intention[],
  until: number,
): readonly Intention[] => {
  const takes = (each: Intention) =>
    each.kind === "begin" && ledger.takings.get(each.step)?.some(({ goal }) => goal !== undefined) === true;
  if (!intended.some(takes)) return intended;
  return [...intended.filter((each) => !takes(each)), { kind: "wait", until }];
};

/** What an intruder thinks of doing at all. */
interface Mindset {
  readonly isThorough: boolean;
  readonly isOnlyByRead: boolean;
}
interface Made extends Mindset {
  readonly plan: Planning;
}
interface SavedPlan extends Mindset {
  readonly saved: unknown;
}

const mindsetOf = ({ isThorough, isOnlyByRead }: Latents): Mindset => ({
  isThorough: isThorough === true,
  isOnlyByRead: isOnlyByRead === true,
});

const isLent = ({ world }: Stage, step: StepId): boolean => stepAt(world, step).lent !== undefined;

interface Wave {
  readonly waveMinutes: number;
  readonly startMinute: number;
  /** To be filled. */
  readonly idle: Intention[];
}

/**
 * With nothing left to do: is what stopped them still set? One look at each thing a day, and one when what they set
 * themselves is over: whoever had a SIM made knows for how long it gets no texts.
 */
function secondWave(view: View, { waveMinutes, startMinute, idle }: Wave): readonly Intention[] {
  idle.length = 0;
  for (const condition of view.stage.conditions) {
    if (!view.isSet(condition) || view.isLooking(condition)) continue;
    const last = Math.max(view.lastLookAt(condition), startMinute);
    const over = ownLapse(view, condition);
    const due = over > last ? Math.min(over, last + waveMinutes) : last + waveMinutes;
    idle.push(due <= view.now ? { kind: "look", condition } : { kind: "wait", until: due });
  }
  return idle;
}

/** When what the actor set of it is over; -1: they set nothing that ends by itself. */
function ownLapse(view: View, condition: ConditionId): number {
  let over = -1;
  for (const { step, minutes } of lapsingIn(view.stage)[condition] ?? []) {
    const done = view.lastDoneAt(step);
    if (done >= 0) over = Math.max(over, done + minutes);
  }
  return over;
}

interface Lapsing {
  readonly step: StepId;
  readonly minutes: number;
}

const lapsingKnown = new WeakMap<Stage, readonly (readonly Lapsing[])[]>();

/** Condition by condition: the steps that set it for a while. */
function lapsingIn(stage: Stage): readonly (readonly Lapsing[])[] {
  const known = lapsingKnown.get(stage);
  if (known !== undefined) return known;
  const found: Lapsing[][] = stage.conditions.map(() => []);
  for (const step of stage.steps) {
    if (stage.isStep[step] !== 1) continue;
    for (const { condition, expires } of stepAt(stage.world, step).sets)
      if (expires !== undefined) found[condition]?.push({ step, minutes: expires });
  }
  lapsingKnown.set(stage, found);
  return found;
}

/** What a planner means to do, as intentions. */
export type Planning = Thinker;

/** The planner is made at minute 0, so that what it is made from is what the actor had then. */
export function planning(atDawn: View, make: (view: View) => Planner): Planning {
  const planner = make(atDawn);
  const begins = atDawn.stage.steps.map((step): Intention => ({ kind: "begin", step }));
  const intentions: Intention[] = [];
  return {
    next(view) {
      intentions.length = 0;
      for (const step of planner.next(view)) intentions.push(begins[step]!);
      if (planner.opensIn < Infinity) intentions.push({ kind: "wait", until: view.now + planner.opensIn });
      return intentions;
    },
    save: (view) => planner.save(view),
    // What `save` above gave.
    restore: (view, saved) => planner.restore(view, saved as ReturnType<Planner["save"]>),
  };
}

/** What the actor has at this moment; asked at minute 0. */
export const startOf = (view: View) =>
  view.stage.atoms.filter((atom) => view.has(atom) || view.isFromStart(atom));

/** Ranks: the money, what undoes the owner's answer before it comes, ways back, hiding. */
const rank = { money: 0, lifting: 1, wayBack: 2, hiding: 3 } as const;

function targetsFor(stage: Stage, { isThorough, isOnlyByRead }: Mindset): readonly Target[] {
  const targets = stage.goals.map((goal): Target => ({ wanted: { kind: "take", goal }, rank: rank.money }));
  if (!isThorough) return targets;
  const { world } = stage;
  const { vocabulary } = world.catalog;
  const silencing = conditionsWithRole(vocabulary, "silences");
  const keeping = conditionsWithRole(vocabulary, "way-back");
  const hiding = kindsWithRole(vocabulary, "hides");
  const returning = kindsWithRole(vocabulary, "way-back");
  const isOf = (condition: number, kinds: readonly string[]) =>
    kinds.includes(world.conditions[condition]?.capability.kind ?? "");
  for (const step of stage.steps) {
    if (stage.isStep[step] !== 1 || (isOnlyByRead && isLent(stage, step))) continue;
    const { flow, sets, clears } = stepAt(world, step);
    // What lifts a suspended line is fetched while the line still lives.
    if (clears.some((condition) => isOf(condition, silencing)))
      for (const atom of rowOf(stage.asks, step))
        targets.push({ wanted: { kind: "have", atom }, rank: rank.lifting });
    // Forwarding goes on working when the SIM is replaced.
    for (const { condition } of sets)
      if (isOf(condition, keeping)) targets.push({ wanted: { kind: "set", condition }, rank: rank.wayBack });
    if (flow.gives.length === 0 && flow.revokes.some(({ kind }) => hiding.includes(kind)))
      targets.push({ wanted: { kind: "run", step }, rank: rank.hiding });
  }
  for (const atom of stage.atoms)
    if (returning.includes(world.atoms[atom]?.kind ?? ""))
      targets.push({ wanted: { kind: "have", atom }, rank: rank.wayBack });
  return targets;
}
