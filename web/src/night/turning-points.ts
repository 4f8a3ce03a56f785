/**
 * Where a night turned, found in its events: the first thing taken over, the step most others hung on, the first block
 * and its first undoing, the first money gone, the last block that held, and the end.
 *
 * What to know to trust it: any night has its end, also one in which nothing happens. The step most others hung on is the
 * one whose yield the most later steps asked for; what is done by hand (a card moved to another phone) is not counted,
 * because everything hangs on it. The last block is the owner's last that the thieves did not undo, and of those rather
 * one that a step of theirs failed on.
 */
import type { StepId } from "../../../src/model/index.ts";
import { atomText, type Night, rowOf, type Stage } from "../../../src/world/index.ts";
import { grouped } from "./lanes.ts";
import type { BlockTold, MoneyTold, StepTold, Turn, UnsizedLoss } from "./night-told.ts";

type Step = StepTold & { readonly step: StepId };

interface Turning {
  readonly night: Night;
  readonly stage: Stage;
  readonly steps: readonly Step[];
  readonly blocks: readonly BlockTold[];
  readonly money: readonly MoneyTold[];
  readonly unsized: readonly UnsizedLoss[];
  readonly horizon: number;
}

export function turnsOf(turning: Turning): readonly Turn[] {
  const { night, steps, unsized, horizon } = turning;
  const found = [
    takeover(turning),
    keyStep(turning),
    firstBlock(turning),
    firstLift(turning),
    contest(turning),
    firstLoss(turning),
    lastBlock(turning),
  ].filter((turn) => turn !== undefined);
  found.sort((a, b) => a.at - b.at);
  if (night.truncated)
    found.push({ kind: "cut-off", at: night.events.at(-1)?.at ?? 0, events: night.events.length });
  const isFoughtBack = steps.some(({ side }) => side === "owner");
  return [...found, { kind: "end", at: horizon, loss: night.loss, unsized: unsized.length, isFoughtBack }];
}

function takeover({ night, stage: { isTakeover } }: Turning): Turn | undefined {
  const at = night.firstTakeoverMinutes;
  if (at === null) return undefined;
  const event = night.events.find(
    (each) =>
      each.at === at && each.kind === "gains" && each.actor === "intruder" && isTakeover[each.atom] === 1,
  );
  return event?.kind === "gains" ? { kind: "takeover", at, what: event.capability.text } : undefined;
}

/** Fewer later steps than this are no knot. */
const hangingMin = 2;

function keyStep({ stage, steps }: Turning): Turn | undefined {
  const done = steps
    .filter(({ side, outcome }) => side === "intruder" && outcome === "done")
    .sort((a, b) => a.until - b.until || a.id - b.id);
  const firstGiver = new Map<string, Step>();
  for (const step of done)
    for (const what of step.gained) if (!firstGiver.has(what)) firstGiver.set(what, step);
  const hanging = new Map<Step, Set<number>>();
  for (const later of done)
    for (const atom of rowOf(stage.asks, later.step)) {
      const giver = firstGiver.get(atomText(stage.world, atom));
      if (giver === undefined || giver.step === later.step || giver.channel === "hands") continue;
      const known = hanging.get(giver) ?? new Set();
      hanging.set(giver, known.add(later.step));
    }
  const best = [...hanging].sort(([a, x], [b, y]) => y.size - x.size || a.until - b.until)[0];
  if (best === undefined || best[1].size < hangingMin) return undefined;
  return { kind: "key-step", at: best[0].until, step: best[0].id, count: best[1].size };
}

const ownersOf = ({ blocks }: Turning) => blocks.filter(({ setBy }) => setBy === "owner");

function firstBlock(turning: Turning): Turn | undefined {
  const block = ownersOf(turning)[0];
  return block === undefined
    ? undefined
    : { kind: "first-block", at: block.from, condition: block.condition };
}

function firstLift(turning: Turning): Turn | undefined {
  const [block] = ownersOf(turning)
    .filter(({ ended }) => ended === "intruder")
    .sort((a, b) => a.until - b.until);
  return block === undefined
    ? undefined
    : {
        kind: "first-lift",
        at: block.until,
        condition: block.condition,
        minutes: block.until - block.from,
      };
}

/** Undone once, it stands among the first; from the second time on it is a contest. */
const undoneMin = 2;

function contest(turning: Turning): Turn | undefined {
  const undone = grouped(
    ownersOf(turning).filter(({ ended }) => ended === "intruder"),
    ({ condition }) => condition,
  );
  const [most] = [...undone].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined || most[1].length < undoneMin) return undefined;
  const [condition, blocks] = most;
  return { kind: "contest", at: blocks[1]!.until, condition, times: blocks.length };
}

function firstLoss({ night: { firstLossMinutes }, money, unsized, steps }: Turning): Turn | undefined {
  if (firstLossMinutes === null) return undefined;
  const moves = money.filter(({ at, goal }) => at === firstLossMinutes && goal !== undefined);
  const step =
    moves[0]?.step ??
    unsized.find(({ at }) => at === firstLossMinutes)?.step ??
    steps.find(
      ({ side, outcome, until }) => side === "intruder" && outcome === "done" && until === firstLossMinutes,
    )?.id ??
    -1;
  return {
    kind: "first-loss",
    at: firstLossMinutes,
    step,
    amount: moves.filter((move) => move.step === step).reduce((sum, { amount }) => sum + amount, 0),
  };
}

function lastBlock(turning: Turning): Turn | undefined {
  const standing = ownersOf(turning).filter(({ ended }) => ended !== "intruder");
  const hasStopped = ({ condition, from, until }: BlockTold) =>
    turning.steps.some(
      (step) =>
        step.side === "intruder" &&
        step.outcome === "failed" &&
        step.until >= from &&
        step.at <= until &&
        step.lacks.some((lack) => lack.kind === "block" && lack.what === condition),
    );
  const block = standing.findLast(hasStopped) ?? standing.at(-1);
  return block === undefined
    ? undefined
    : {
        kind: "last-block",
        at: block.from,
        condition: block.condition,
        hasStopped: hasStopped(block),
      };
}
