/**
 * One night, played and written down. One seed, one night, to the byte.
 *
 * `prepare` does once what every night of a world shares; `simulate` is one night of it with all its events told.
 */
import { atomsOf, heldIn, ownerStart } from "../ground/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { type Arena, actorNames, arenaOf, intruder, type Recorder } from "./arena.ts";
import { handsOf } from "./intruders.ts";
import type { ConditionSpan, EventKind, MoneyMove, Night, NightEvent, NightQuestion, View } from "./night.ts";
import { play } from "./play.ts";
import { atomText, flowName, handyFrom, ruleAt, type Stage, stageOf } from "./stage.ts";
import { type Listener, type Playing, tableOf } from "./table.ts";
import { viewsOf } from "./view.ts";

/** A night of a week with a race a minute has fewer; a policy that never stops is cut off here. */
const eventsMaxUsually = 20_000;

/** A year: who waits longer asks a question about populations. */
const horizonMax = 366 * minutesPerDay;

export type PrepareQuestion = Omit<NightQuestion, "seed" | "run">;

export interface PrepareOptions {
  /** Policies may tell how long their steps take; a replay's do. */
  readonly isScripted?: boolean;
}

/** A world ready to be played, and the memory to do it in. */
export interface Prepared {
  readonly stage: Stage;
  readonly arena: Arena;
  readonly playing: Playing;
  readonly views: readonly View[];
}

export function prepare(question: PrepareQuestion, { isScripted = false }: PrepareOptions = {}): Prepared {
  const { world, held, inForce, unstatedChance, intruder: gang, owner } = question;
  if (!(question.horizonMinutes >= 0 && question.horizonMinutes <= horizonMax))
    throw new RangeError("the horizon is a number of minutes, from zero to a year");
  const stage = stageOf({ world, inForce, unstatedChance });
  const holds = heldIn(world, held);
  const known = atomsOf(world, holds);
  const ownerHeld = ownerStart(world, holds);
  const arena = arenaOf(stage, { intruder: known, owner: ownerHeld, ownerDone: handyFrom(stage, ownerHeld) });
  const playing: Playing = {
    arena,
    policies: [gang, owner],
    hands: [
      question.hands?.intruder ?? handsOf[gang.id] ?? 1,
      question.hands?.owner ?? 1 + world.person.helpers.size,
    ],
    startsAt: question.startsAt,
    horizon: question.horizonMinutes,
    eventsMax: question.eventsMax ?? eventsMaxUsually,
    isScripted,
    listener: undefined,
    table: tableOf(
      stage,
      question.hands?.intruder !== undefined && question.hands.intruder > 100
        ? 4 * question.hands.intruder
        : undefined,
    ),
  };
  return { stage, arena, playing, views: viewsOf(playing) };
}

export function simulate(question: NightQuestion): Night {
  return simulatePrepared(prepare(question), question);
}

/** As `simulate`, for one who plays several nights of the same world. */
export function simulatePrepared(
  prepared: Prepared,
  { seed, run = 0 }: { readonly seed: number; readonly run?: number | undefined },
): Night {
  const { stage, arena, playing, views } = prepared;
  const { world } = stage;
  const events: NightEvent[] = [];
  const money: MoneyMove[] = [];
  const spans: { condition: string; from: number; until: number }[] = [];
  const open = new Map<number, { condition: string; from: number; until: number }>();
  const name = (actor: number) => actorNames[actor] ?? "staff";
  const tell = (actor: number, kind: EventKind, what: string, rule?: number) =>
    events.push({ at: arena.now, actor: name(actor), kind, ...(rule === undefined ? {} : { rule }), what });
  const amount = (hundredths: number) => hundredths / 100;
  const conditionId = (condition: number) => world.conditions[condition]?.id ?? "";
  const begin = (condition: number, from: number) => {
    const span = { condition: conditionId(condition), from, until: playing.horizon };
    open.set(condition, span);
    spans.push(span);
  };
  const recorder: Recorder = {
    gains: (actor, atom) => tell(actor, "gains", atomText(world, atom)),
    loses: (actor, atom) => tell(actor, "loses", atomText(world, atom)),
    sets: (condition, actor) => {
      begin(condition, arena.now);
      tell(actor, "sets", conditionId(condition));
    },
    clears: (condition, actor, isLapse) => {
      const span = open.get(condition);
      if (span !== undefined) span.until = arena.now;
      open.delete(condition);
      tell(actor, isLapse ? "lapses" : "clears", conditionId(condition));
    },
    money: (from, to, moved, rule) => {
      const [source = "", target = ""] = [stage.ledger.pots[from]?.id, stage.ledger.pots[to]?.id];
      money.push({ at: arena.now, from: source, to: target, amount: amount(moved), rule });
      tell(-1, "money", `${amount(moved)} from ${source} to ${target}`, rule);
    },
  };
  const listener: Listener = {
    step: (kind, actor, rule, why) =>
      tell(
        actor,
        kind,
        why === "" ? flowName(ruleAt(world, rule)) : `${flowName(ruleAt(world, rule))}: ${why}`,
        rule,
      ),
    look: (kind, actor, condition) => tell(actor, kind, `looks whether ${conditionId(condition)}`),
    trace: (rule, trace, actor) => {
      const left = stage.traces[rule]?.[trace]?.trace;
      tell(
        actor,
        "trace",
        left === undefined
          ? `told of ${flowName(ruleAt(world, rule))}`
          : [left.kind, left.thing, left.from, left.about].filter((part) => part !== undefined).join(" "),
        rule,
      );
    },
  };
  for (const [condition, isSet] of stage.isSetAtStart.entries()) if (isSet === 1) begin(condition, 0);
  arena.recorder = recorder;
  play({ ...playing, listener }, views, seed, run);
  arena.recorder = undefined;

  const lossByGoal = new Map<string, number>();
  const ways: string[] = [];
  const behind = stepsBehind(prepared);
  let loss = 0;
  for (const [goal, { id }] of world.goals.entries()) {
    if (arena.lossRule[goal]! < 0) continue;
    lossByGoal.set(id, amount(arena.lossOf[goal]!));
    loss += arena.lossOf[goal]!;
    ways.push(
      [...new Set(behind(arena.lossRule[goal]!).map((rule) => flowName(ruleAt(world, rule))))].join(" > "),
    );
  }
  return {
    events,
    loss: amount(loss),
    lossByGoal,
    firstTakeoverMinutes: arena.firstTakeover < 0 ? null : arena.firstTakeover,
    firstLossMinutes: arena.firstLoss < 0 ? null : arena.firstLoss,
    ways: [...new Set(ways)].sort(),
    conditions: spans satisfies readonly ConditionSpan[],
    money,
    truncated: playing.table.isTruncated,
  };
}

/**
 * The intruder's completed steps behind one of them, by what each asked, in the order of their first completion. Where
 * several steps gave the same, the first counts. The answer is good until the next question.
 */
export function stepsBehind({
  stage,
  playing: { table, arena },
}: Prepared): (last: number) => readonly number[] {
  const { asks, givenAt, giver, ruleCount, atomCount } = stage;
  const base = intruder * ruleCount;
  const found: number[] = [];
  const seenRule = new Int32Array(ruleCount);
  const seenAtom = new Int32Array(stage.atomCount);
  let question = 0;
  return (last) => {
    question++;
    found.length = 0;
    found.push(last);
    seenRule[last] = question;
    for (const rule of found) {
      for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++) {
        const atom = asks.values[i]!;
        if (seenAtom[atom] === question || arena.start.hasFromStart[intruder * atomCount + atom] === 1)
          continue;
        seenAtom[atom] = question;
        let first = -1;
        for (let j = givenAt.from[atom]!; j < givenAt.from[atom + 1]!; j++) {
          const other = giver[givenAt.values[j]!]!;
          if (
            table.timesDone[base + other]! > 0 &&
            (first < 0 || table.firstDone[base + other]! < table.firstDone[base + first]!)
          )
            first = other;
        }
        if (first < 0 || seenRule[first] === question) continue;
        seenRule[first] = question;
        found.push(first);
      }
    }
    return found.sort((a, b) => table.firstDone[base + a]! - table.firstDone[base + b]! || a - b);
  };
}
