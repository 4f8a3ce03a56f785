/**
 * The loop of a night: events in the order of their time, actors asked whenever something they can know has changed.
 *
 * What to know to trust it: everybody is asked once all that happens at one moment has happened; a night is cut off
 * after `eventsMax` events and says so. It allocates nothing while it runs, except what a policy allocates.
 */
import { actorCount, believeSet, clearCondition, reset } from "./arena.ts";
import { startOfRun } from "./chance.ts";
import type { Intention, View } from "./night.ts";
import { noticePositions, noticeSoon } from "./notice.ts";
import { attemptMin, begin, complete, endStep } from "./step.ts";
import { clear, delayEnds, lapses, lookEnds, notices, type Playing, push, stepEnds, wakes } from "./table.ts";

/** Repeated asking at one moment ends here: intentions that are refused on the spot change nothing. */
const roundsMax = 64;

/** Plays one night from minute 0 to the horizon; the answer is in the arena. */
export function play(playing: Playing, views: readonly View[], seed: number, run: number): void {
  const { arena, table } = playing;
  reset(arena);
  clear(table, startOfRun({ seed, run }));
  for (let condition = 0; condition < arena.stage.conditionCount; condition++) {
    if (arena.isSet[condition] === 1 && arena.lapseAt[condition]! < Infinity)
      push(playing, arena.lapseAt[condition]!, lapses, -1, condition, 0);
  }
  askAll(playing, views);
  for (;;) {
    const slot = table.queue.pop();
    if (slot === undefined) break;
    const at = table.at[slot]!;
    if (at > playing.horizon) break;
    if (++table.events > playing.eventsMax) {
      table.isTruncated = true;
      break;
    }
    arena.now = at;
    happen(playing, table.kind[slot]!, table.actor[slot]!, table.what[slot]!, table.mark[slot]!);
    table.free[table.freeCount[0]!++] = slot;
    if (arena.unnoticed !== 0) noticeSoon(playing);
    const next = table.queue.peek();
    // Everybody is asked once all that happens at one moment has happened.
    if (table.asked !== 0 && (next === undefined || table.at[next]! > at)) askAll(playing, views);
  }
}

function happen(playing: Playing, kind: number, actor: number, what: number, mark: number): void {
  const { arena, table } = playing;
  switch (kind) {
    case stepEnds:
      endStep(playing, actor, what, mark);
      return;
    case delayEnds:
      // The number of the run: a cancelled run is not the one that was begun after it.
      if (
        table.begun[actor * arena.stage.ruleCount + what] === mark &&
        table.running[actor * arena.stage.ruleCount + what] === 2
      )
        complete(playing, actor, what);
      return;
    case notices:
      table.noticePending[actor] = 0;
      noticePositions(arena, actor);
      table.asked |= 1 << actor;
      return;
    case lapses:
      if (arena.isSet[what] === 1 && arena.settings[what] === mark && arena.lapseAt[what]! <= arena.now)
        clearCondition(arena, what, -1, true);
      return;
    case wakes:
      table.wakeAt[actor] = Infinity;
      table.asked |= 1 << actor;
      return;
    case lookEnds: {
      const at = actor * arena.stage.conditionCount + what;
      table.looking[at] = 0;
      table.busy[actor]!--;
      table.lastLook[at] = arena.now;
      believeSet(arena, actor, what, arena.isSet[what]!);
      playing.listener?.look("ends", actor, what);
      table.asked |= 1 << actor;
      return;
    }
  }
}

function askAll(playing: Playing, views: readonly View[]): void {
  const { table, arena } = playing;
  const asked = table.asked;
  table.asked = 0;
  for (let actor = 0; actor < actorCount; actor++) {
    if ((asked & (1 << actor)) === 0) continue;
    const policy = playing.policies[actor]!;
    for (let round = 0; round < roundsMax && table.busy[actor]! < playing.hands[actor]!; round++) {
      const intentions = policy.next(views[actor]!);
      let hasBegun = false;
      for (let i = 0; i < intentions.length; i++) if (follow(playing, actor, intentions[i]!)) hasBegun = true;
      if (!hasBegun) break;
    }
  }
  if (arena.unnoticed !== 0) noticeSoon(playing);
}

/** Does what the actor means to, if a hand is free; true when a hand was taken. */
function follow(playing: Playing, actor: number, intention: Intention): boolean {
  const { table, arena } = playing;
  const { stage } = arena;
  if (intention.kind === "wait") {
    const { until } = intention;
    if (!(until > arena.now) || until >= table.wakeAt[actor]!) return false;
    table.wakeAt[actor] = until;
    push(playing, until, wakes, actor, 0, 0);
    return false;
  }
  if (table.busy[actor]! >= playing.hands[actor]!) return false;
  if (intention.kind === "look") {
    const at = actor * stage.conditionCount + intention.condition;
    if (
      !(
        Number.isInteger(intention.condition) &&
        intention.condition >= 0 &&
        intention.condition < stage.conditionCount
      ) ||
      table.looking[at] === 1
    )
      return false;
    table.looking[at] = 1;
    table.busy[actor]!++;
    playing.listener?.look("begins", actor, intention.condition);
    push(playing, arena.now + attemptMin, lookEnds, actor, intention.condition, 0);
    return true;
  }
  if (intention.kind === "begin") return begin(playing, actor, intention.rule, undefined);
  return playing.isScripted && begin(playing, actor, intention.rule, intention.minutes);
}
