/**
 * One run of a flow, from its beginning to what comes of it.
 *
 * A step needs all it asks, and nothing set that stops it, when it begins and still when it ends: a code that is asked
 * must arrive, a session must last. One begun without fails after the least time it takes; either way whoever tried
 * then knows what was missing. A delayed step gives later, with no hand busy, unless a canceller comes first. What a
 * step gives while a condition stops it is refused (a blocked card pays nothing), except a position with an anchor (a
 * SIM in a suspended line), which waits silently.
 */
import { waitFor } from "../graph/index.ts";
import {
  type Arena,
  actorCount,
  believe,
  clearCondition,
  isStopped,
  moveMoney,
  newsOf,
  note,
  reviveWhatHangsOn,
  setCondition,
  takeFromOthers,
  update,
} from "./arena.ts";
import { drawFor, type Quantiles, quantileAt, uniform } from "./chance.ts";
import { learnStops, learnWhatIsMissing, leaveTraces, tellOfDelay } from "./notice.ts";
import type { Stage } from "./stage.ts";
import { delayEnds, lapses, type Playing, push, stepEnds, type Table } from "./table.ts";

/** Marks of a step in progress. */
const asDrawn = 0;

const begunInVain = 1;

const asTold = 2;

const tooOften = 3;

/** The shortest time a failed attempt or a look takes: nobody tries a thousand times a minute. */
export const attemptMin = 1;

export function begin(playing: Playing, actor: number, rule: number, told: number | undefined): boolean {
  const { table, arena } = playing;
  const { stage } = arena;
  const at = actor * stage.ruleCount + rule;
  if (!(rule >= 0 && rule < stage.ruleCount) || stage.isStep[rule] !== 1 || table.running[at] !== 0)
    return false;
  if (playing.startsAt !== undefined && waitFor(stage.rules, rule, playing.startsAt + arena.now) > 0)
    return false;
  const barred = barredUntil(playing, rule);
  const group = stage.mostGroup[rule]!;
  if (barred > arena.now && table.knownBar[actor * stage.mostGroups + group]! >= barred) return false;
  const isMissing = barred > arena.now || lacks(arena, actor, rule);
  table.running[at] = 1;
  table.busy[actor]!++;
  const nth = table.begun[at]!++;
  const minutes =
    told !== undefined
      ? told
      : isMissing
        ? Math.max(attemptMin, stage.takesMin[rule]!)
        : draw(
            playing,
            actor,
            rule,
            nth,
            drawFor.duration,
            stage.takesMin[rule]!,
            stage.takesRange[rule]!,
            stage.takesShape[rule],
          );
  if (!isMissing) countRun(table, stage, actor, rule, arena.now);
  // Whoever is turned away is told until when.
  if (barred > arena.now) table.knownBar[actor * stage.mostGroups + group] = barred;
  playing.listener?.step("begins", actor, rule, "");
  push(
    playing,
    arena.now + minutes,
    stepEnds,
    actor,
    rule,
    barred > arena.now ? tooOften : isMissing ? begunInVain : told === undefined ? asDrawn : asTold,
  );
  return true;
}

function draw(
  { table, arena }: Playing,
  actor: number,
  rule: number,
  nth: number,
  purpose: number,
  min: number,
  range: number,
  shape: Quantiles | undefined,
): number {
  if (shape === undefined) return min;
  return (
    min +
    range *
      quantileAt(shape, uniform(table.start, arena.stage.drawKey[rule]!, nth * actorCount + actor, purpose))
  );
}

/** The first moment a limit on how often lets it run again, by everybody's runs. */
export function barredUntil({ table, arena: { stage } }: Playing, rule: number): number {
  return stage.mostGroup[rule]! < 0 ? 0 : barredIn(table, stage, rule, stage.mostGroup[rule]!);
}

/** The same by the runs of one row: everybody's come first, then each actor's own. */
function barredIn(
  { ran, ranCount }: Table,
  { mostTimes, mostPer, mostMemory }: Stage,
  rule: number,
  row: number,
): number {
  const times = mostTimes[rule]!;
  const count = ranCount[row]!;
  if (times > mostMemory || count < times) return 0;
  return ran[row * mostMemory + ((count - times) % mostMemory)]! + mostPer[rule]!;
}

/** Counts a run, for everybody and for the actor, who from then on knows of a limit by the own runs. */
function countRun(table: Table, stage: Stage, actor: number, rule: number, now: number): void {
  const group = stage.mostGroup[rule]!;
  if (group < 0) return;
  const own = (1 + actor) * stage.mostGroups + group;
  for (const row of [group, own]) {
    const count = table.ranCount[row]!;
    table.ran[row * stage.mostMemory + (count % stage.mostMemory)] = now;
    table.ranCount[row] = count + 1;
  }
  const known = actor * stage.mostGroups + group;
  table.knownBar[known] = Math.max(table.knownBar[known]!, barredIn(table, stage, rule, own));
}

/** Whether anything it asks is missing, or anything is set that stops it. */
export function lacks(arena: Arena, actor: number, rule: number): boolean {
  const { stage, has, isSet } = arena;
  const { asks, needsClear, atomCount } = stage;
  for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++)
    if (has[actor * atomCount + asks.values[i]!] !== 1) return true;
  for (let i = needsClear.from[rule]!; i < needsClear.from[rule + 1]!; i++)
    if (isSet[needsClear.values[i]!] === 1) return true;
  return stage.isSameSecret[rule] === 1 && isNoLongerSame(arena, rule);
}

/** One of two equal secrets has been changed tonight. */
function isNoLongerSame({ stage: { asks, gives }, isChanged }: Arena, rule: number): boolean {
  for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++)
    if (isChanged[asks.values[i]!] === 1) return true;
  // One rule gives all the others: it fails only when none of them is left.
  for (let i = gives.from[rule]!; i < gives.from[rule + 1]!; i++)
    if (isChanged[gives.values[i]!] !== 1) return false;
  return true;
}

export function endStep(playing: Playing, actor: number, rule: number, mark: number): void {
  const { table, arena } = playing;
  const { stage } = arena;
  const at = actor * stage.ruleCount + rule;
  table.busy[actor]!--;
  table.asked |= 1 << actor;
  if (mark === tooOften) {
    table.running[at] = 0;
    playing.listener?.step("fails", actor, rule, "it was run too often");
    return;
  }
  if (mark === begunInVain || lacks(arena, actor, rule) || isRefused(arena, actor, rule)) {
    table.running[at] = 0;
    table.failed[at]!++;
    note(arena, actor, newsOf.rule, rule);
    learnWhatIsMissing(arena, actor, rule);
    playing.listener?.step("fails", actor, rule, "something it asks is missing");
    return;
  }
  const nth = table.begun[at]! - 1;
  if (
    mark !== asTold &&
    stage.chance[rule]! < 1 &&
    uniform(table.start, stage.drawKey[rule]!, nth * actorCount + actor, drawFor.discretion) >=
      stage.chance[rule]!
  ) {
    table.running[at] = 0;
    table.refused[at]!++;
    note(arena, actor, newsOf.rule, rule);
    playing.listener?.step("fails", actor, rule, "the agent does not give way");
    return;
  }
  if (stage.hasDelay[rule] === 1) {
    table.running[at] = 2;
    playing.listener?.step("waits", actor, rule, "");
    tellOfDelay(playing, actor, rule);
    const wait = draw(
      playing,
      actor,
      rule,
      nth,
      drawFor.delay,
      stage.delayMin[rule]!,
      stage.delayRange[rule]!,
      stage.delayShape[rule],
    );
    push(playing, arena.now + wait, delayEnds, actor, rule, table.begun[at]!);
    return;
  }
  complete(playing, actor, rule);
}

/** All it gives is dead, or stopped with nothing that could wait for better times: a blocked card pays nothing. */
function isRefused(arena: Arena, actor: number, rule: number): boolean {
  const { gives, anchors, giver } = arena.stage;
  const first = gives.from[rule]!;
  const end = gives.from[rule + 1]!;
  if (first === end) return false;
  for (let entry = first; entry < end; entry++) {
    if (arena.isDead[actor * giver.length + entry] === 1) continue;
    if (anchors.from[entry + 1]! > anchors.from[entry]! || !isStopped(arena, gives.values[entry]!))
      return false;
  }
  return true;
}

export function complete(playing: Playing, actor: number, rule: number): void {
  const { table, arena } = playing;
  const { stage } = arena;
  const { gives, revokes, sets, clears, kicksOff, isExclusive, giver, expires } = stage;
  const at = actor * stage.ruleCount + rule;
  table.running[at] = 0;
  if (table.timesDone[at]!++ === 0) table.firstDone[at] = arena.now;
  table.lastDone[at] = arena.now;
  table.asked |= 1 << actor;
  note(arena, actor, newsOf.rule, rule);
  playing.listener?.step("ends", actor, rule, "");
  leaveTraces(playing, actor, rule);
  for (let i = revokes.from[rule]!; i < revokes.from[rule + 1]!; i++) {
    takeFromOthers(arena, actor, revokes.values[i]!);
    arena.isChanged[revokes.values[i]!] = 1;
  }
  for (let i = kicksOff.from[rule]!; i < kicksOff.from[rule + 1]!; i++)
    takeFromOthers(arena, actor, kicksOff.values[i]!);
  for (let i = clears.from[rule]!; i < clears.from[rule + 1]!; i++)
    clearCondition(arena, clears.values[i]!, actor, false);
  for (let i = sets.from[rule]!; i < sets.from[rule + 1]!; i++) {
    const condition = sets.values[i]!;
    setCondition(arena, condition, actor, arena.now + expires[i]!);
    if (arena.lapseAt[condition]! < Infinity)
      push(playing, arena.lapseAt[condition]!, lapses, -1, condition, arena.settings[condition]!);
  }
  for (let entry = gives.from[rule]!; entry < gives.from[rule + 1]!; entry++) {
    const atom = gives.values[entry]!;
    const isWaiting = stage.anchors.from[entry + 1]! > stage.anchors.from[entry]!;
    // What is stopped and cannot wait is not given; the rest of the step is.
    if (!isWaiting && isStopped(arena, atom)) continue;
    if (arena.isDead[actor * giver.length + entry] === 1) {
      table.failed[at]!++;
      continue;
    }
    if (stage.isSameSecret[rule] === 1 && arena.isChanged[atom] === 1) {
      // The old secret does not open this one any more, and whoever tried it knows.
      table.failed[at]!++;
      continue;
    }
    if (isExclusive[atom] === 1) takeFromOthers(arena, actor, atom);
    arena.given[actor * giver.length + entry] = 1;
    update(arena, actor, atom, true);
    reviveWhatHangsOn(arena, actor, atom);
    believe(arena, actor, atom, arena.has[actor * stage.atomCount + atom]!);
    // A SIM in a suspended line, a phone in lost mode: one sees what is the matter.
    if (isWaiting) learnStops(arena, actor, atom);
  }
  moveMoney(arena, actor, rule);
  cancelWhatItCancels(playing, actor, rule);
}

/** A canceller stops delayed runs by anybody. */
function cancelWhatItCancels(playing: Playing, actor: number, rule: number): void {
  const { table, arena } = playing;
  const { cancels } = arena.stage;
  for (let i = cancels.from[rule]!; i < cancels.from[rule + 1]!; i++) {
    const delayed = cancels.values[i]!;
    for (let other = 0; other < actorCount; other++) {
      const at = other * arena.stage.ruleCount + delayed;
      if (table.running[at] !== 2) continue;
      table.running[at] = 0;
      table.asked |= 1 << other;
      playing.listener?.step("cancels", actor, delayed, "");
    }
  }
}
