/**
 * The loop of a night: events in the order of their time, actors asked whenever something they can know has changed.
 *
 * What to know to trust it: everybody is asked once all that happens at one moment has happened, so between two moments
 * a night can be stopped and continued; a night is cut off after `eventsMax` events and says so. It allocates nothing
 * while it runs, except what a policy allocates.
 */
import { type ActorId, at } from "../model/index.ts";
import { type Arena, believeSet, bitOf, lapse, reset, revokeFromOthers } from "./arena.ts";
import { startOfRun } from "./chance.ts";
import type { Chance, Intention, View } from "./night.ts";
import { arrive, noticePositions, noticeSoon } from "./notice.ts";
import { rowOf } from "./rows.ts";
import { attemptMin, begin, endStep, fallDue } from "./step.ts";
import {
  actorIn,
  arrives,
  ask,
  clear,
  conditionIn,
  delayEnds,
  forcedNow,
  lapses,
  lookEnds,
  notices,
  type Playing,
  push,
  stepEnds,
  stepIn,
  wakes,
} from "./table.ts";

/** Repeated asking at one moment ends here: intentions that are refused on the spot change nothing. */
const roundsMax = 64;

/** Plays one night from minute 0 to the horizon; the answer is in the arena. */
export function play(playing: Playing, views: readonly View[], chance: Chance): void {
  start(playing, views, chance);
  advance(playing, views, { until: playing.horizon });
}

/** Minute 0 of a night. */
export function start(
  playing: Playing,
  views: readonly View[],
  { seed, run = 0, latents = {} }: Chance,
): void {
  const { arena, table } = playing;
  reset(arena);
  const hands = playing.hands.map((usual, actor) =>
    arena.isIntruder[actor] === 1 ? (latents.hands ?? usual) : usual,
  );
  clear(table, { start: startOfRun({ seed, run }), hands, latents });
  for (const [what, { at: minute, who }] of playing.forced.entries())
    push(playing, { at: minute, kind: forcedNow, actor: who, what, mark: 0 });
  for (const condition of arena.stage.conditions) {
    const minute = arena.lapseAt[condition]!;
    if (arena.isSet[condition] === 1 && minute < Infinity)
      push(playing, { at: minute, kind: lapses, what: condition, mark: 0 });
  }
  seizeLines(arena);
  if (arena.unnoticed !== 0) noticeSoon(playing);
  askAll(playing, views);
}

/** A number that runs on another SIM when the night begins runs on the owner's no more: they still have to notice. */
function seizeLines(arena: Arena): void {
  const { runsWith, atomCount, atoms } = arena.stage;
  if (runsWith.values.length === 0) return;
  for (const actor of arena.actors)
    for (const atom of arena.isIntruder[actor] === 1 ? atoms : [])
      if (arena.start.hasFromStart[actor * atomCount + atom] === 1)
        for (const each of rowOf(runsWith, atom)) revokeFromOthers(arena, actor, each);
}

/** Goes on with the night up to this minute, all that happens at it included. */
export function advance(
  playing: Playing,
  views: readonly View[],
  { until }: { readonly until: number },
): void {
  const { arena, table } = playing;
  const last = Math.min(until, playing.horizon);
  while (!table.isCutOff) {
    const slot = table.queue.peek();
    if (slot === undefined || table.at[slot]! > last) return;
    table.queue.pop();
    if (++table.events > playing.eventsMax) {
      table.isTruncated = true;
      table.isCutOff = true;
      return;
    }
    const minute = table.at[slot]!;
    arena.now = minute;
    happen(playing, slot);
    table.free[table.freeCount[0]!++] = slot;
    if (arena.unnoticed !== 0) noticeSoon(playing);
    const next = table.queue.peek();
    // Everybody is asked once all that happens at one moment has happened.
    if (table.asked !== 0 && (next === undefined || table.at[next]! > minute)) askAll(playing, views);
  }
}

function happen(playing: Playing, slot: number): void {
  const { arena, table } = playing;
  const mark = table.mark[slot]!;
  switch (table.kind[slot]) {
    case stepEnds:
      endStep(playing, actorIn(table, slot), stepIn(table, slot), mark);
      return;
    case delayEnds: {
      const [actor, step] = [actorIn(table, slot), stepIn(table, slot)];
      const run = actor * arena.stage.stepCount + step;
      // The number of the run: a cancelled run is not the one that was begun after it.
      if (table.begun[run] === mark && table.running[run] === 2) fallDue(playing, actor, step);
      return;
    }
    case notices:
      table.noticePending[actorIn(table, slot)] = 0;
      noticePositions(playing, actorIn(table, slot));
      ask(table, actorIn(table, slot));
      return;
    case lapses: {
      const condition = conditionIn(table, slot);
      const isOver = arena.settings[condition] === mark && arena.lapseAt[condition]! <= arena.now;
      if (arena.isSet[condition] === 1 && isOver) lapse(arena, condition);
      return;
    }
    case arrives:
      arrive(playing, actorIn(table, slot), stepIn(table, slot), mark);
      return;
    case wakes:
      table.wakeAt[actorIn(table, slot)] = Infinity;
      ask(table, actorIn(table, slot));
      return;
    case lookEnds:
      endLook(playing, slot);
      return;
    case forcedNow: {
      const { step, minutes } = at(playing.forced, table.what[slot]!);
      begin(playing, actorIn(table, slot), step, { told: minutes });
      return;
    }
  }
}

function endLook({ arena, table, listener }: Playing, slot: number): void {
  const [actor, condition] = [actorIn(table, slot), conditionIn(table, slot)];
  const look = actor * arena.stage.conditionCount + condition;
  table.looking[look] = 0;
  table.busy[actor]!--;
  table.lastLook[look] = arena.now;
  believeSet(arena, actor, condition, arena.isSet[condition]!);
  listener?.looked(actor, condition);
  ask(table, actor);
}

function askAll(playing: Playing, views: readonly View[]): void {
  const { table, arena } = playing;
  const asked = table.asked;
  table.asked = 0;
  for (const actor of arena.actors) {
    if ((asked & bitOf(actor)) === 0) continue;
    const thinker = playing.thinkers[actor]!;
    for (let round = 0; round < roundsMax && table.busy[actor]! < table.hands[actor]!; round++) {
      table.sleepsUntil[actor] = 0;
      const intentions = thinker.next(views[actor]!);
      let hasBegun = false;
      for (let i = 0; i < intentions.length; i++) if (follow(playing, actor, intentions[i]!)) hasBegun = true;
      if (!hasBegun) break;
    }
  }
  if (arena.unnoticed !== 0) noticeSoon(playing);
}

/** Does what the actor means to, if a hand is free; true when a hand was taken. */
function follow(playing: Playing, actor: ActorId, intention: Intention): boolean {
  const { table, arena } = playing;
  if (intention.kind === "wait" || intention.kind === "sleep") {
    const { until } = intention;
    if (intention.kind === "sleep") table.sleepsUntil[actor] = until;
    if (!(until > arena.now) || until >= table.wakeAt[actor]!) return false;
    table.wakeAt[actor] = until;
    push(playing, { at: until, kind: wakes, actor, what: 0, mark: 0 });
    return false;
  }
  if (table.busy[actor]! >= table.hands[actor]!) return false;
  if (intention.kind === "look") return look(playing, actor, intention);
  if (intention.kind === "begin") return begin(playing, actor, intention.step);
  const { step, minutes, sum } = intention;
  return playing.isScripted && begin(playing, actor, step, { told: minutes, sum });
}

function look(
  playing: Playing,
  actor: ActorId,
  { condition }: Extract<Intention, { kind: "look" }>,
): boolean {
  const { table, arena } = playing;
  const { conditionCount } = arena.stage;
  const isOne = Number.isInteger(condition) && condition >= 0 && condition < conditionCount;
  if (!isOne || table.looking[actor * conditionCount + condition] === 1) return false;
  table.looking[actor * conditionCount + condition] = 1;
  table.busy[actor]!++;
  playing.listener?.looks(actor, condition);
  push(playing, { at: arena.now + attemptMin, kind: lookEnds, actor, what: condition, mark: 0 });
  return true;
}
