/**
 * How money moves in one night: what a step takes when it is complete, under every limit; what a told line may take; and
 * what comes back.
 *
 * A told night may say the sum of a line: then it takes exactly that, no more than the same limits and the same pots
 * allow, and also where nobody stated what lay there. So what a night takes is counted in one place, told or drawn.
 */
import {
  type ActorId,
  type AtomId,
  at,
  type GoalId,
  type PotId,
  potId,
  type StepId,
  type SumBound,
} from "../model/index.ts";
import { type Arena, markLost, newsOf, note } from "./arena.ts";
import type { Taking } from "./ledger.ts";
import type { Stage, SumBar } from "./stage.ts";

/** What a told line says of its money. */
export interface ToldSum {
  /** Hundredths that all its runs take together; absent: all they may. */
  readonly hundredths?: number;
  /** Where only an interval is told: they take as much of it as they can, and no less than this. */
  readonly atLeast?: number;
  /** How many runs it stands for. */
  readonly times: number;
  /** Where they lie, if not all at the beginning. */
  readonly runs?: readonly ToldRun[];
}

/** One of several runs that a line stands for, at its minute, and what it takes at the most. */
export interface ToldRun {
  readonly at: number;
  readonly hundredths: number;
}

const untold: ToldSum = { times: 1 };

/** Moves what a step of the actor's moves: with what came through, and nothing with what was refused. */
export function moveMoney(arena: Arena, actor: ActorId, step: StepId, told: ToldSum = untold): void {
  const { stage, cameThrough } = arena;
  const { ledger } = stage;
  const takings = ledger.takings.get(step);
  if (takings === undefined) return;
  const isIntruder = arena.isIntruder[actor] === 1;
  const limits = stage.barsOf[step]!.map((bar) => stage.sumBars[bar]!);
  let [lastNth, wentBefore, toldLeft] = [-1, 0, told.hundredths ?? Infinity];
  // Several takings of told runs share what these runs are let through.
  let counted = 0;
  for (const taking of takings) {
    const { nth, pots: from, each, goal, to, isMove, movedBy, cameFrom = from, behind = [] } = taking;
    if (cameThrough[nth] !== 1) continue;
    if (isYetToCome(arena, actor, taking)) {
      arena.awaitedBy[actor * stage.goals.length + taking.goal!] = step;
      continue;
    }
    if (nth !== lastNth) [lastNth, wentBefore] = [nth, 0];
    const into = !isIntruder && to === ledger.gone ? ledger.safe : to;
    // It holds for the whole night, however often the money is sent.
    const room = roomFor(arena, actor, taking);
    const isLimited = limits.length > 0 && (goal !== undefined || isMove === true);
    const inOneGo = Math.min(
      // What was moved here goes in the same run.
      each * told.times - (movedBy === undefined && isMove !== true ? 0 : wentBefore),
      isLimited ? leftFor(arena, step, told) - (told.runs === undefined ? 0 : counted) : Infinity,
      goal === undefined ? Infinity : shareOf(arena, actor, cameFrom),
      toldLeft,
    );
    const left = Math.min(room, inOneGo);
    const isTaken = movedBy === undefined || isTakenUnseen(arena, actor, movedBy, goal);
    const unstated = goal === undefined || !isTaken ? -1 : ledger.unstated[goal]!;
    const moved =
      told.hundredths !== undefined && unstated >= 0
        ? moveFrom(arena, { actor, step, pots: [potId(unstated)], into, left, isBounded: false })
        : moveFrom(arena, { actor, step, pots: from, into, left, isBounded: true });
    wentBefore += moved;
    toldLeft -= moved;
    // Nobody takes what was never moved here.
    if (moved === 0 && !isTaken) continue;
    // Taken up to what one run takes, and more lies there, or behind there: it is still wanted.
    const stays = moved === inOneGo && from.some((pot) => arena.pots[pot]! > 0);
    const isMore = moved < room && (stays || behind.some((pot) => arena.pots[pot]! > 0));
    if (isLimited && moved > 0) {
      for (const group of new Set(limits.map((limit) => limit.group)))
        arena.spent[group]!.push(...spendings(arena, told, { moved, counted }));
      counted += moved;
    }
    if (goal !== undefined) take(arena, actor, step, { goal, moved, isMore });
  }
}

interface Moving {
  readonly actor: ActorId;
  readonly step: StepId;
  readonly pots: readonly PotId[];
  readonly into: PotId;
  /** No more than this. */
  readonly left: number;
  /** No more than lies there; else whatever is told, for nobody stated what there was. */
  readonly isBounded: boolean;
}

/** From one pot after the other; how much it was. */
function moveFrom(
  { pots, recorder }: Arena,
  { actor, step, pots: from, into, left, isBounded }: Moving,
): number {
  let moved = 0;
  for (const pot of from) {
    const hundredths = Math.min(isBounded ? pots[pot]! : left, left - moved);
    if (hundredths <= 0) continue;
    pots[pot] = pots[pot]! - hundredths;
    pots[into] = pots[into]! + hundredths;
    moved += hundredths;
    recorder?.money({ actor, step, from: pot, to: into, hundredths });
  }
  return moved;
}

/**
 * Why a step cannot take what is told of it, by whichever lets through least: what its runs take each, the limit of its
 * flow, the part of another loss that it is, or what lies there. Absent: nothing stands against it.
 */
export function tooMuch(
  arena: Arena,
  actor: ActorId,
  step: StepId,
  told: ToldSum,
): { readonly by: SumBound; readonly hundredths: number } | undefined {
  const { ledger, barsOf } = arena.stage;
  const { hundredths: most = 0, atLeast: hundredths = most, times } = told;
  const takings = ledger.takings.get(step) ?? [];
  const eachOf = new Map(takings.map(({ nth, each }) => [nth, each * times] as const));
  const bounds: readonly (readonly [SumBound, number])[] = [
    ["each", sum([...eachOf.values()])],
    ["limit", barsOf[step]!.length === 0 ? Infinity : leftFor(arena, step, told)],
    ["part", sum(takings.map((taking) => roomFor(arena, actor, taking)))],
    [
      "there",
      takings.some((taking) => isUnstated(arena.stage, taking)) ? Infinity : lyingFor(arena, takings),
    ],
  ];
  const [by, least] = bounds.reduce((best, each) => (each[1] < best[1] ? each : best));
  return hundredths > least ? { by, hundredths: least } : undefined;
}

/** What is left of what a loss can come to in a night: what came back can be taken again. */
const roomFor = (arena: Arena, actor: ActorId, { most, goal }: Taking): number =>
  arena.isIntruder[actor] === 1 && goal !== undefined ? most - stillLost(arena, goal) : most;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const lyingFor = ({ pots }: Arena, takings: readonly Taking[]): number =>
  sum([...new Set(takings.flatMap((taking) => taking.pots))].map((pot) => pots[pot]!));

/** Nobody stated what lies where it takes from. */
function isUnstated({ ledger }: Stage, { goal, pots }: Taking): boolean {
  return goal === undefined ? pots.length === 0 : ledger.unstated[goal]! >= 0;
}

/** Whether a step moves any money, so that a sum may be told of it. */
export const movesMoney = ({ ledger }: Stage, step: StepId): boolean =>
  (ledger.takings.get(step)?.length ?? 0) > 0;

/** Whether what it moved must be what is told: not where money of unknown size is only moved on. */
export const isMoveCounted = (stage: Stage, step: StepId): boolean =>
  (stage.ledger.takings.get(step) ?? []).every(
    (taking) => taking.goal !== undefined || !isUnstated(stage, taking),
  );

/** In hundredths, what of a loss is still lost at this moment. */
export const stillLost = ({ lossOf, backOf }: Arena, goal: GoalId): number => lossOf[goal]! - backOf[goal]!;

/** In hundredths, what a loss adds to the sum of a night: what is taken of a loan is owed already, where that is lost too. */
export function countedLoss({ stage, lossOf, backOf, lossStep }: Arena, goal: GoalId): number {
  const owed = stage.ledger.owed[goal]!;
  const lost = lossOf[goal]! - backOf[goal]!;
  return owed < 0 || lossStep[owed] === -1 ? lost : Math.max(0, lost - lossOf[owed]!);
}

/** Money comes back: where it was taken from, as far as it lacks there, for it may be taken again; the rest to safety. */
export function giveBack(arena: Arena, goal: GoalId, hundredths: number): void {
  const { stage, pots, start, backOf } = arena;
  const { takings, unstated, gone, safe } = stage.ledger;
  const from = [...takings.values()].flat().filter((taking) => taking.goal === goal);
  const places = new Set(from.flatMap(({ pots: lay, cameFrom = [] }) => [...lay, ...cameFrom]));
  if (unstated[goal]! >= 0) places.add(potId(unstated[goal]!));
  backOf[goal] = backOf[goal]! + hundredths;
  pots[gone] = pots[gone]! - hundredths;
  let left = hundredths;
  for (const pot of places) {
    const back = Math.min(left, Math.max(0, start.pots[pot]! - pots[pot]!));
    pots[pot] = pots[pot]! + back;
    left -= back;
  }
  pots[safe] = pots[safe]! + left;
  arena.recorder?.returns(goal, hundredths);
}

/** Of unknown size, and moved here by this actor: gone, whatever it was. */
function isTakenUnseen(
  { stage: { ledger, atomCount }, has }: Arena,
  actor: ActorId,
  movedBy: AtomId,
  goal: GoalId | undefined,
): boolean {
  return goal !== undefined && ledger.isUnknown[goal] === true && has[actor * atomCount + movedBy] === 1;
}

/** As much as whoever takes a little at a time takes in one run; a loan paid out that night is taken whole. */
function shareOf({ share, start }: Arena, actor: ActorId, from: readonly PotId[]): number {
  const part = share[actor]!;
  if (part >= 1 || from.length === 0 || from.some((pot) => !(start.pots[pot]! > 0))) return Infinity;
  return Math.ceil(from.reduce((sum, pot) => sum + start.pots[pot]!, 0) * part);
}

/** What a limit of money, shared or a flow's own, still lets through now; whoever took the rest. */
function leftOfBar({ spent, now }: Arena, { group, hundredths: most, perMinutes }: SumBar): number {
  let taken = 0;
  for (const { at, hundredths } of spent[group]!) if (at + perMinutes > now) taken += hundredths;
  return Math.max(0, most - taken);
}

/** What all limits of money of a step still let it take now. */
function leftOfLimits(arena: Arena, step: StepId): number {
  const { barsOf, sumBars } = arena.stage;
  let left = Infinity;
  for (const bar of barsOf[step]!) left = Math.min(left, leftOfBar(arena, sumBars[bar]!));
  return left;
}

/** The same for a told line; its runs were put where the limit lets them through. */
const leftFor = (arena: Arena, step: StepId, { runs }: ToldSum): number =>
  runs === undefined ? leftOfLimits(arena, step) : sum(runs.map(({ hundredths }) => hundredths));

/** What counts against the limit from now on, at the minute of each run. */
function spendings(
  { now }: Arena,
  { runs }: ToldSum,
  { moved, counted }: { readonly moved: number; readonly counted: number },
): readonly ToldRun[] {
  if (runs === undefined) return [{ at: now, hundredths: moved }];
  let [before, left] = [counted, moved];
  return runs.map(({ at, hundredths }) => {
    const taken = Math.min(Math.max(0, hundredths - before), left);
    before = Math.max(0, before - hundredths);
    left -= taken;
    return { at, hundredths: taken };
  });
}

/** The first moment the limits of money of a step let anything through again; 0 where they do or there is none. */
export function spentUntil(arena: Arena, step: StepId): number {
  const { barsOf, sumBars } = arena.stage;
  let until = 0;
  for (const bar of barsOf[step]!) until = Math.max(until, barSpentUntil(arena, sumBars[bar]!));
  return until;
}

/** The same of one limit. */
export function barSpentUntil(arena: Arena, bar: SumBar): number {
  if (leftOfBar(arena, bar) > 0) return 0;
  const { group, hundredths, perMinutes } = bar;
  let taken = 0;
  // The latest takings alone make up the limit; when the earliest of these is over there is room again.
  const spendings = arena.spent[group]!;
  for (let i = spendings.length - 1; i >= 0; i--) {
    taken += spendings[i]!.hundredths;
    if (taken >= hundredths) return spendings[i]!.at + perMinutes;
  }
  return arena.now;
}

/** The actor has had this loss; of an intruder it is one, unless it was worth something and nothing was left. */
function take(
  arena: Arena,
  actor: ActorId,
  step: StepId,
  { goal, moved, isMore }: { readonly goal: GoalId; readonly moved: number; readonly isMore: boolean },
): void {
  const { ledger, goals } = arena.stage;
  if (!isMore && arena.taken[actor * goals.length + goal] === 0) note(arena, actor, newsOf.goal, goal);
  if (!isMore) arena.taken[actor * goals.length + goal] = 1;
  if (arena.isIntruder[actor] === 0) return;
  if (!(moved > 0 || (ledger.isUnknown[goal] === true && arena.lossStep[goal] === -1))) return;
  arena.lossOf[goal] = arena.lossOf[goal]! + moved;
  markLost(arena, actor, step, goal);
}

/** A position that is no sum and that something stops: nothing is lost before it is had. */
function isYetToCome(arena: Arena, actor: ActorId, { goal, movedBy }: Taking): boolean {
  const { ledger, world, atomCount } = arena.stage;
  return (
    goal !== undefined &&
    movedBy === undefined &&
    ledger.isUnknown[goal] === true &&
    arena.has[actor * atomCount + at(world.goals, goal).atom] !== 1
  );
}
