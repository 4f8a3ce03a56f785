/**
 * One run of a flow, from its beginning to what comes of it.
 *
 * A step needs all it asks, and nothing set that stops it, when it begins and still when it ends: a code that is asked
 * must arrive, a session must last. One begun without fails after the least time it takes; either way whoever tried
 * then knows what was missing. A delayed step gives later, with no hand busy, and is judged once more when it falls due,
 * unless a canceller comes first. What a
 * step gives while a condition stops it is refused (a blocked card pays nothing), except a position with an anchor (a
 * SIM in a suspended line), which waits silently.
 */
import { waitFor } from "../graph/index.ts";
import type { ActorId, AtomId, ConditionId, StepId } from "../model/index.ts";
import {
  type Arena,
  believe,
  clearCondition,
  isStopped,
  lifts,
  newsOf,
  note,
  reviveWhatHangsOn,
  revokeFromOthers,
  setCondition,
  takeFromOthers,
  update,
} from "./arena.ts";
import { drawFor, nthOf, type Quantiles, quantileAt, uniform } from "./chance.ts";
import { lacks } from "./lacks.ts";
import { barSpentUntil, moveMoney, spentUntil, type ToldSum } from "./money.ts";
import { learnStops, learnWhatIsMissing, leaveTraces, tellOfDelay } from "./notice.ts";
import { entryId, isHanging, type Stage } from "./stage.ts";
import { ask, delayEnds, lapses, type Playing, push, stepEnds, type Table } from "./table.ts";
import { whyLacking, whyRefused } from "./why.ts";

/** Marks of a step in progress. */
const asDrawn = 0;

const begunInVain = 1;

const asTold = 2;

const tooOften = 3;

/** The shortest time a failed attempt or a look takes: nobody tries a thousand times a minute. */
export const attemptMin = 1;

/** Begins a step; false where it cannot even be tried. With `told` minutes it takes so long, and an agent gives way; `sum` says what it takes, and how many runs it stands for. */
export function begin(
  playing: Playing,
  actor: ActorId,
  step: StepId,
  { told, sum }: { readonly told?: number | undefined; readonly sum?: ToldSum | undefined } = {},
): boolean {
  const { table, arena } = playing;
  const { stage } = arena;
  if (!(step >= 0 && step < stage.stepCount) || stage.isStep[step] !== 1) return false;
  const at = actor * stage.stepCount + step;
  if (table.running[at] !== 0) return false;
  if (playing.startsAt !== undefined && waitFor(stage.hours, step, playing.startsAt + arena.now) > 0)
    return false;
  const barred = barredUntil(playing, step);
  const isBarred = barred > arena.now;
  if (isBarred && knownBarOf(table, stage, actor, step) >= barred) return false;
  const isMissing = isBarred || lacks(arena, actor, step);
  table.running[at] = 1;
  table.busy[actor]!++;
  const nth = table.begun[at]!++;
  const drawn = isMissing ? Math.max(attemptMin, stage.takesMin[step]!) : takesOf(playing, actor, step, nth);
  for (let run = 0; !isMissing && run < (sum?.times ?? 1); run++)
    countRun(table, stage, actor, step, sum?.runs?.[run]?.at ?? arena.now);
  if (sum !== undefined) table.toldSums.set(at, sum);
  // Whoever is turned away is told until when.
  if (isBarred) learnBar(playing, actor, step);
  playing.listener?.begins(actor, step, isMissing && !isBarred ? whyLacking(arena, actor, step) : []);
  push(playing, {
    at: arena.now + (told ?? drawn),
    kind: stepEnds,
    actor,
    what: step,
    mark: isBarred ? tooOften : isMissing ? begunInVain : told === undefined ? asDrawn : asTold,
  });
  return true;
}

const takesOf = (playing: Playing, actor: ActorId, step: StepId, nth: number): number => {
  const { takesMin, takesRange, takesShape } = playing.arena.stage;
  const span = { min: takesMin[step]!, range: takesRange[step]!, shape: takesShape[step] };
  const drawn = draw(playing, actor, step, { nth, purpose: drawFor.duration, ...span });
  const pace = playing.arena.isIntruder[actor] === 1 ? (playing.table.latents.pace ?? 1) : 1;
  return pace === 1 ? drawn : Math.max(takesMin[step]!, pace * drawn);
};

interface Draw {
  readonly nth: number;
  readonly purpose: number;
  readonly min: number;
  readonly range: number;
  readonly shape: Quantiles | undefined;
}

function draw(
  { table, arena }: Playing,
  actor: ActorId,
  step: StepId,
  { nth, purpose, min, range, shape }: Draw,
): number {
  if (shape === undefined) return min;
  const address = uniform(table.start, arena.stage.drawKey[step]!, nthOf(nth, actor), purpose);
  return min + range * quantileAt(shape, address);
}

/** The first moment a limit on how often lets it run again, by everybody's runs. */
export function barredUntil({ table, arena }: Playing, step: StepId): number {
  const { stage } = arena;
  return Math.max(stage.mostGroup[step]! < 0 ? 0 : barredIn(table, stage, step, 0), spentUntil(arena, step));
}

/** How many more runs of it its limits let through at this moment, by everybody's. */
export function runsLeft(playing: Playing, step: StepId): number {
  const { stage, now } = playing.arena;
  const ran = countedRuns(playing, step);
  return Math.min(
    ...stage.runLimits[step]!.map(
      ({ times, perMinutes }) => times - ran.filter((each) => each + perMinutes > now).length,
    ),
  );
}

/** When everybody's last runs were that count against its limits, no more than these allow, the earliest first. */
export function countedRuns(
  { table: { ran, ranCount }, arena: { stage } }: Playing,
  step: StepId,
): readonly number[] {
  const group = stage.mostGroup[step]!;
  if (group < 0) return [];
  const from = stage.mostFrom[group]!;
  const counted = Math.min(ranCount[group]!, stage.mostFrom[group + 1]! - from);
  return [...ran.slice(from, from + counted)].sort((a, b) => a - b);
}

/** Until when the actor knows it to be barred. */
export function knownBarOf(table: Table, stage: Stage, actor: ActorId, step: StepId): number {
  const group = stage.mostGroup[step]!;
  let until = group < 0 ? 0 : table.knownBar[actor * stage.mostGroups + group]!;
  for (const bar of stage.barsOf[step]!)
    until = Math.max(until, table.knownSpent[actor * stage.sumBars.length + bar]!);
  return until;
}

/** Whoever is turned away, or takes the last of it, knows until when. */
function learnBar({ table, arena }: Playing, actor: ActorId, step: StepId): void {
  const { stage } = arena;
  const group = stage.mostGroup[step]!;
  if (group >= 0) {
    const known = actor * stage.mostGroups + group;
    const barred = barredIn(table, stage, step, 0);
    if (barred > arena.now) table.knownBar[known] = barred;
  }
  // A higher limit that the same takings count against may still let more through: of that one nothing is learnt.
  for (const own of stage.barsOf[step]!)
    for (const bar of stage.sumBars[own]!.andLower)
      table.knownSpent[actor * stage.sumBars.length + bar] = barSpentUntil(arena, stage.sumBars[bar]!);
}

/** The same by the runs of one row: everybody's come first, then each actor's own. */
function barredIn(
  { ran, ranCount }: Table,
  { mostGroup, runLimits, mostFrom, mostGroups }: Stage,
  step: StepId,
  row: number,
): number {
  const group = mostGroup[step]!;
  const from = row * mostFrom[mostGroups]! + mostFrom[group]!;
  const kept = mostFrom[group + 1]! - mostFrom[group]!;
  const count = ranCount[row * mostGroups + group]!;
  let until = 0;
  // As many runs back as a limit allows is the one that must be over for it.
  for (const { times, perMinutes } of runLimits[step]!)
    if (count >= times) until = Math.max(until, ran[from + ((count - times) % kept)]! + perMinutes);
  return until;
}

/** Counts a run, for everybody and for the actor, who from then on knows of a limit by the own runs. */
function countRun(table: Table, stage: Stage, actor: ActorId, step: StepId, now: number): void {
  const { mostFrom, mostGroups } = stage;
  const group = stage.mostGroup[step]!;
  if (group < 0) return;
  for (let row = 0; row <= actor + 1; row += actor + 1) {
    const count = table.ranCount[row * mostGroups + group]!;
    const kept = mostFrom[group + 1]! - mostFrom[group]!;
    table.ran[row * mostFrom[mostGroups]! + mostFrom[group]! + (count % kept)] = now;
    table.ranCount[row * mostGroups + group] = count + 1;
  }
  const known = actor * mostGroups + group;
  table.knownBar[known] = Math.max(table.knownBar[known]!, barredIn(table, stage, step, actor + 1));
}

/** The hands-on part is over: it fails, waits for its delay, or is complete. */
export function endStep(playing: Playing, actor: ActorId, step: StepId, mark: number): void {
  const { table, arena, listener } = playing;
  const { stage } = arena;
  const at = actor * stage.stepCount + step;
  table.busy[actor]!--;
  ask(table, actor);
  if (mark === tooOften) {
    table.running[at] = 0;
    const until = knownBarOf(table, stage, actor, step);
    listener?.fails(actor, step, [{ kind: "barred", until }]);
    return;
  }
  if (mark === begunInVain || lacks(arena, actor, step) || isRefused(arena, actor, step)) {
    comeToNothing(playing, actor, step);
    return;
  }
  const nth = table.begun[at]! - 1;
  if (mark !== asTold && isTurnedDown(playing, actor, step, nth)) {
    table.running[at] = 0;
    table.refused[at]!++;
    note(arena, actor, newsOf.step, step);
    listener?.fails(actor, step, [{ kind: "agent-refuses" }]);
    return;
  }
  if (stage.hasDelay[step] === 1) wait(playing, actor, step, nth);
  else complete(playing, actor, step);
}

/** What waited is judged again: it is complete, or something was set, taken or blocked meanwhile that ends it. */
export function fallDue(playing: Playing, actor: ActorId, step: StepId): void {
  const { table, arena } = playing;
  if (!lacks(arena, actor, step) && !isRefused(arena, actor, step)) {
    complete(playing, actor, step);
    return;
  }
  ask(table, actor);
  comeToNothing(playing, actor, step);
}

/** It fails for want of something, and whoever tried then knows of what. */
function comeToNothing({ table, arena, listener }: Playing, actor: ActorId, step: StepId): void {
  const at = actor * arena.stage.stepCount + step;
  table.running[at] = 0;
  table.failed[at]!++;
  note(arena, actor, newsOf.step, step);
  listener?.fails(actor, step, whyRefused(arena, actor, step));
  learnWhatIsMissing(arena, actor, step);
}

/** Whoever must say yes does not. The owner needs nobody's yes but their own. */
function isTurnedDown(
  { table, arena: { stage, isIntruder } }: Playing,
  actor: ActorId,
  step: StepId,
  nth: number,
): boolean {
  const isOwner = isIntruder[actor] !== 1;
  // Whoever sleeps presses nothing and reads nothing out.
  if (stage.isOwnersYes[step] === 1 && !isOwner && isOwnerAsleep(table, isIntruder)) return true;
  const chance = stage.isOwnersYes[step] === 1 && isOwner ? 1 : stage.chance[step]!;
  return (
    chance < 1 && uniform(table.start, stage.drawKey[step]!, nthOf(nth, actor), drawFor.discretion) >= chance
  );
}

function isOwnerAsleep({ sleepsUntil }: Table, isIntruder: Uint8Array): boolean {
  for (let who = 0; who < sleepsUntil.length; who++)
    if (isIntruder[who] !== 1 && sleepsUntil[who] === 0) return false;
  return true;
}

/** From here on only the delay runs, and no hand is busy. */
function wait(playing: Playing, actor: ActorId, step: StepId, nth: number): void {
  const { table, arena, listener } = playing;
  const { delayMin, delayRange, delayShape, stepCount } = arena.stage;
  const at = actor * stepCount + step;
  table.running[at] = 2;
  listener?.waits(actor, step);
  tellOfDelay(playing, actor, step);
  const span = { min: delayMin[step]!, range: delayRange[step]!, shape: delayShape[step] };
  const minutes = draw(playing, actor, step, { nth, purpose: drawFor.delay, ...span });
  push(playing, { at: arena.now + minutes, kind: delayEnds, actor, what: step, mark: table.begun[at]! });
}

/**
 * All it gives is dead, or stopped with nothing that could wait for better times: a blocked card pays nothing. What it
 * lifts itself stops nothing.
 */
function isRefused(arena: Arena, actor: ActorId, step: StepId): boolean {
  const { gives, giver } = arena.stage;
  const first = gives.from[step]!;
  const end = gives.from[step + 1]!;
  if (first === end) return false;
  for (let entry = first; entry < end; entry++) {
    if (arena.isDead[actor * giver.length + entry] === 1) continue;
    if (isHanging(arena.stage, entryId(entry)) || !isStopped(arena, gives.values[entry]!, step)) return false;
  }
  return true;
}

/** All that comes of a step: traces first, then what it takes, lifts, sets and gives, then the money. */
function complete(playing: Playing, actor: ActorId, step: StepId): void {
  const { table, arena, listener } = playing;
  const at = actor * arena.stage.stepCount + step;
  table.running[at] = 0;
  if (table.timesDone[at]!++ === 0) table.firstDone[at] = arena.now;
  table.lastDone[at] = arena.now;
  ask(table, actor);
  note(arena, actor, newsOf.step, step);
  listener?.ends(actor, step);
  leaveTraces(playing, actor, step);
  takeAway(arena, actor, step);
  turnConditions(playing, actor, step);
  giveAll(playing, actor, step);
  moveMoney(arena, actor, step, table.toldSums.get(at));
  table.toldSums.delete(at);
  if (arena.stage.barsOf[step]!.length > 0) learnBar(playing, actor, step);
  cancelWhatItCancels(playing, actor, step);
}

function takeAway(arena: Arena, actor: ActorId, step: StepId): void {
  const { revokes, kicksOff } = arena.stage;
  for (let i = revokes.from[step]!; i < revokes.from[step + 1]!; i++) {
    revokeFromOthers(arena, actor, revokes.values[i]!);
    arena.isChanged[revokes.values[i]!] = 1;
  }
  for (let i = kicksOff.from[step]!; i < kicksOff.from[step + 1]!; i++)
    revokeFromOthers(arena, actor, kicksOff.values[i]!);
}

/** One and the same moment: what it lifts lets nothing through that it stops itself. What it lifts and sets is set anew. */
function turnConditions(playing: Playing, actor: ActorId, step: StepId): void {
  const { arena } = playing;
  const { sets, clears, expires } = arena.stage;
  const setAll = (isAlsoLifted: boolean) => {
    for (let i = sets.from[step]!; i < sets.from[step + 1]!; i++) {
      const condition = sets.values[i]!;
      if (lifts(arena.stage, step, condition) !== isAlsoLifted) continue;
      setAnew(playing, actor, condition, expires[i]!);
    }
  };
  setAll(false);
  for (let i = clears.from[step]!; i < clears.from[step + 1]!; i++)
    clearCondition(arena, actor, clears.values[i]!);
  setAll(true);
}

/** Sets a condition from now on, for so many minutes; without an actor an institution does. */
export function setAnew(
  playing: Playing,
  actor: ActorId | undefined,
  condition: ConditionId,
  expiresMinutes: number,
): void {
  const { arena } = playing;
  setCondition(arena, actor, condition, { lapseAt: arena.now + expiresMinutes });
  const at = arena.lapseAt[condition]!;
  if (at < Infinity) push(playing, { at, kind: lapses, what: condition, mark: arena.settings[condition]! });
}

function giveAll({ table, arena }: Playing, actor: ActorId, step: StepId): void {
  const { gives, giver, hangsBeside, isSameSecret, stepCount } = arena.stage;
  const [first, end] = [gives.from[step]!, gives.from[step + 1]!];
  arena.cameThrough.fill(0);
  // What hangs on another gift of the same step comes after it.
  for (let turn = 0; turn < 2 * (end - first); turn++) {
    const entry = first + (turn % (end - first));
    if (hangsBeside[entry] !== (turn < end - first ? 0 : 1)) continue;
    const atom = gives.values[entry]!;
    const isWaiting = isHanging(arena.stage, entryId(entry));
    // What is stopped and cannot wait is not given; the rest of the step is, and one sees what is the matter.
    if (!isWaiting && isStopped(arena, atom)) {
      learnStops(arena, actor, atom);
      continue;
    }
    // The SIM is dead, or the old secret does not open this one any more: whoever tried it knows.
    const isInVain =
      arena.isDead[actor * giver.length + entry] === 1 ||
      (isSameSecret[step] === 1 && arena.isChanged[atom] === 1);
    if (isInVain) table.failed[actor * stepCount + step]!++;
    else {
      give(arena, actor, atom, { entry, isWaiting });
      arena.cameThrough[entry - first] = 1;
    }
  }
}

function give(
  arena: Arena,
  actor: ActorId,
  atom: AtomId,
  { entry, isWaiting }: { readonly entry: number; readonly isWaiting: boolean },
): void {
  const { isExclusive, giver, atomCount } = arena.stage;
  if (isExclusive[atom] === 1) takeFromOthers(arena, actor, atom, { areCopiesLeft: false });
  arena.given[actor * giver.length + entry] = 1;
  update(arena, actor, atom, { isOwnAct: true });
  reviveWhatHangsOn(arena, actor, atom);
  believe(arena, actor, atom, arena.has[actor * atomCount + atom]!);
  // A SIM in a suspended line, a phone in lost mode: one sees what is the matter.
  if (isWaiting) learnStops(arena, actor, atom);
}

/** A canceller stops delayed runs by anybody. */
function cancelWhatItCancels({ table, arena, listener }: Playing, actor: ActorId, step: StepId): void {
  const { cancels, stepCount } = arena.stage;
  for (let i = cancels.from[step]!; i < cancels.from[step + 1]!; i++) {
    const delayed = cancels.values[i]!;
    for (const other of arena.actors) {
      const at = other * stepCount + delayed;
      if (table.running[at] !== 2) continue;
      table.running[at] = 0;
      ask(table, other);
      listener?.cancels(actor, delayed, other);
    }
  }
}
