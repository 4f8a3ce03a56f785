/**
 * The loop of a night: events in the order of their time, actors asked whenever something they can know has changed.
 *
 * A step needs all it asks, and nothing set that stops it, when it begins and still when it ends: a code that is asked
 * must arrive, a session must last. One begun without fails after the least time it takes; either way whoever tried
 * then knows what was missing. A delayed step gives later, with no hand busy, unless a canceller comes first. What a
 * step gives while a condition stops it is refused (a blocked card pays nothing), except a position with an anchor (a
 * SIM in a suspended line), which waits silently.
 *
 * What to know to trust it: equal times are broken by the number of the event, so the order is one and the same. The
 * queue is tinyqueue over slots that are used again; a night allocates nothing here.
 */
import TinyQueue from "tinyqueue";
import { waitFor } from "../graph/index.ts";
import {
  type Arena,
  actorCount,
  believe,
  believeSet,
  clearCondition,
  isStopped,
  moveMoney,
  newsOf,
  note,
  reset,
  reviveWhatHangsOn,
  setCondition,
  takeFromOthers,
  update,
} from "./arena.ts";
import { drawFor, type Quantiles, quantileAt, startOfRun, uniform } from "./chance.ts";
import type { Intention, Policy, View } from "./night.ts";
import type { Stage } from "./stage.ts";

/** Told of steps and traces; a race has none. */
export interface Listener {
  step(
    kind: "begins" | "waits" | "ends" | "fails" | "cancels",
    actor: number,
    rule: number,
    why: string,
  ): void;
  look(kind: "begins" | "ends", actor: number, condition: number): void;
  trace(rule: number, trace: number, actor: number): void;
}

export interface Playing {
  readonly arena: Arena;
  readonly policies: readonly Policy[];
  readonly hands: readonly number[];
  readonly startsAt: number | undefined;
  readonly horizon: number;
  readonly eventsMax: number;
  readonly listener: Listener | undefined;
  readonly table: Table;
}

/** Kinds of thing waiting in the queue. */
const stepEnds = 0;
const delayEnds = 1;
const notices = 2;
const lapses = 3;
const wakes = 4;
const lookEnds = 5;

/** Marks of a step in progress. */
const asDrawn = 0;
const begunInVain = 1;
const asTold = 2;
const tooOften = 3;

/** More at once than hands, notices and lapses of any night; beyond it the night is cut off. */
const slotsUsually = 1_024;
/** The shortest time a failed attempt or a look takes: nobody tries a thousand times a minute. */
const attemptMin = 1;
/** A phone without service is noticed when somebody next looks at it: minutes, as PERT would have it about 3. */
const noticeMin = 0.5;
const noticeRange = 9.5;
const noticeKey = 0x6e6f7469;
/** Repeated asking at one moment ends here: intentions that are refused on the spot change nothing. */
const roundsMax = 64;
/** As many executions of one limited group as are remembered; a limit above it is none. */
const limitMemory = 8;

/** What the loop remembers of one night beside the arena. */
export interface Table {
  readonly at: Float64Array;
  readonly order: Int32Array;
  readonly kind: Uint8Array;
  readonly actor: Int8Array;
  /** Rule or condition. */
  readonly what: Int32Array;
  /** How a step was begun; for a lapse the number of the setting, for a delay that of the run. */
  readonly mark: Int32Array;
  readonly free: Int32Array;
  readonly freeCount: Int32Array;
  readonly queue: TinyQueue<number>;
  readonly busy: Int32Array;
  /** actor × rule. */
  readonly running: Uint8Array;
  readonly begun: Int32Array;
  readonly timesDone: Int32Array;
  readonly refused: Int32Array;
  readonly failed: Int32Array;
  readonly firstDone: Float64Array;
  readonly lastDone: Float64Array;
  readonly seenAt: Float64Array;
  /** actor × condition. */
  readonly looking: Uint8Array;
  readonly lastLook: Float64Array;
  /** (everybody, then actor by actor) × group × memory: when it ran. */
  readonly ran: Float64Array;
  readonly ranCount: Int32Array;
  /** actor × group: until when the actor knows it may not run again, by having run it or been told. */
  readonly knownBar: Float64Array;
  readonly wakeAt: Float64Array;
  readonly noticePending: Uint8Array;
  readonly noticeCount: Int32Array;
  /** Actors to be asked, as bits. */
  asked: number;
  events: number;
  sequence: number;
  start: number;
  isTruncated: boolean;
}

export function tableOf(stage: Stage, slotsMax: number = slotsUsually): Table {
  const at = new Float64Array(slotsMax);
  const order = new Int32Array(slotsMax);
  const perRule = actorCount * stage.ruleCount;
  const perCondition = actorCount * stage.conditionCount;
  return {
    at,
    order,
    kind: new Uint8Array(slotsMax),
    actor: new Int8Array(slotsMax),
    what: new Int32Array(slotsMax),
    mark: new Int32Array(slotsMax),
    free: Int32Array.from({ length: slotsMax }, (_, i) => slotsMax - 1 - i),
    freeCount: Int32Array.of(slotsMax),
    queue: new TinyQueue<number>([], (a, b) => at[a]! - at[b]! || order[a]! - order[b]!),
    busy: new Int32Array(actorCount),
    running: new Uint8Array(perRule),
    begun: new Int32Array(perRule),
    timesDone: new Int32Array(perRule),
    refused: new Int32Array(perRule),
    failed: new Int32Array(perRule),
    firstDone: new Float64Array(perRule),
    lastDone: new Float64Array(perRule),
    seenAt: new Float64Array(perRule),
    looking: new Uint8Array(perCondition),
    lastLook: new Float64Array(perCondition),
    ran: new Float64Array((1 + actorCount) * stage.mostGroups * limitMemory),
    ranCount: new Int32Array((1 + actorCount) * stage.mostGroups),
    knownBar: new Float64Array(actorCount * stage.mostGroups),
    wakeAt: new Float64Array(actorCount),
    noticePending: new Uint8Array(actorCount),
    noticeCount: new Int32Array(actorCount),
    asked: 0,
    events: 0,
    sequence: 0,
    start: 0,
    isTruncated: false,
  };
}

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

function clear(table: Table, start: number): void {
  const { queue, free, freeCount } = table;
  const slotsMax = free.length;
  while (queue.length > 0) {
    const slot = queue.pop();
    if (slot !== undefined) free[freeCount[0]!++] = slot;
  }
  // Slots lost by a night that was cut off come back with all others.
  if (freeCount[0] !== slotsMax) {
    for (let i = 0; i < slotsMax; i++) free[i] = slotsMax - 1 - i;
    freeCount[0] = slotsMax;
  }
  for (const each of [
    table.busy,
    table.running,
    table.begun,
    table.timesDone,
    table.refused,
    table.failed,
    table.looking,
    table.ranCount,
    table.knownBar,
    table.noticePending,
    table.noticeCount,
  ])
    each.fill(0);
  for (const each of [table.lastDone, table.seenAt, table.lastLook]) each.fill(-1);
  table.wakeAt.fill(Infinity);
  table.asked = (1 << actorCount) - 1;
  table.events = 0;
  table.sequence = 0;
  table.start = start;
  table.isTruncated = false;
}

function push({ table }: Playing, at: number, kind: number, actor: number, what: number, mark: number): void {
  const left = table.freeCount[0]!;
  if (left === 0) {
    table.isTruncated = true;
    return;
  }
  const slot = table.free[left - 1]!;
  table.freeCount[0] = left - 1;
  table.at[slot] = at;
  table.order[slot] = table.sequence++;
  table.kind[slot] = kind;
  table.actor[slot] = actor;
  table.what[slot] = what;
  table.mark[slot] = mark;
  table.queue.push(slot);
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
    if (!(intention.condition >= 0 && intention.condition < stage.conditionCount) || table.looking[at] === 1)
      return false;
    table.looking[at] = 1;
    table.busy[actor]!++;
    playing.listener?.look("begins", actor, intention.condition);
    push(playing, arena.now + attemptMin, lookEnds, actor, intention.condition, 0);
    return true;
  }
  return begin(playing, actor, intention.rule, intention.kind === "told" ? intention.minutes : undefined);
}

function begin(playing: Playing, actor: number, rule: number, told: number | undefined): boolean {
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
  { mostTimes, mostPer }: Stage,
  rule: number,
  row: number,
): number {
  const times = mostTimes[rule]!;
  const count = ranCount[row]!;
  if (times > limitMemory || count < times) return 0;
  return ran[row * limitMemory + ((count - times) % limitMemory)]! + mostPer[rule]!;
}

/** Counts a run, for everybody and for the actor, who from then on knows of a limit by the own runs. */
function countRun(table: Table, stage: Stage, actor: number, rule: number, now: number): void {
  const group = stage.mostGroup[rule]!;
  if (group < 0) return;
  const own = (1 + actor) * stage.mostGroups + group;
  for (const row of [group, own]) {
    const count = table.ranCount[row]!;
    table.ran[row * limitMemory + (count % limitMemory)] = now;
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

function endStep(playing: Playing, actor: number, rule: number, mark: number): void {
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

function complete(playing: Playing, actor: number, rule: number): void {
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

function leaveTraces(playing: Playing, actor: number, rule: number): void {
  const { arena, table } = playing;
  const { stage } = arena;
  const traces = stage.traces[rule]!;
  for (let i = 0; i < traces.length; i++) {
    const { seenBy } = traces[i]!;
    for (let who = 0; who < actorCount; who++) {
      if (!seesAny(arena, who, seenBy)) continue;
      playing.listener?.trace(rule, i, who);
      if (who !== actor) see(arena, table, who, rule);
    }
    if (seenBy.length === 0) playing.listener?.trace(rule, i, -1);
  }
}

function seesAny({ has, stage }: Arena, actor: number, seenBy: Int32Array): boolean {
  for (let i = 0; i < seenBy.length; i++) if (has[actor * stage.atomCount + seenBy[i]!] === 1) return true;
  return false;
}

/** Whoever sees a trace of a step knows what it sets, clears and takes away. */
function see(arena: Arena, table: Table, actor: number, rule: number): void {
  const { sets, clears, revokes, kicksOff, ruleCount } = arena.stage;
  table.seenAt[actor * ruleCount + rule] = arena.now;
  table.asked |= 1 << actor;
  for (let i = clears.from[rule]!; i < clears.from[rule + 1]!; i++)
    believeSet(arena, actor, clears.values[i]!, 0);
  for (let i = sets.from[rule]!; i < sets.from[rule + 1]!; i++) believeSet(arena, actor, sets.values[i]!, 1);
  for (let i = revokes.from[rule]!; i < revokes.from[rule + 1]!; i++)
    believe(arena, actor, revokes.values[i]!, 0);
  for (let i = kicksOff.from[rule]!; i < kicksOff.from[rule + 1]!; i++)
    believe(arena, actor, kicksOff.values[i]!, 0);
}

/** Those who are told of a delayed step while it waits. */
function tellOfDelay({ arena, table, listener }: Playing, actor: number, rule: number): void {
  const { stage } = arena;
  const told = stage.toldOfDelay;
  for (let who = 0; who < actorCount; who++) {
    if (who === actor) continue;
    for (let i = told.from[rule]!; i < told.from[rule + 1]!; i++) {
      if (arena.has[who * stage.atomCount + told.values[i]!] !== 1) continue;
      table.seenAt[who * stage.ruleCount + rule] = arena.now;
      table.asked |= 1 << who;
      listener?.trace(rule, -1, who);
      break;
    }
  }
}

/** After a failure one knows what one has of what was asked, and what stood in the way. */
function learnWhatIsMissing(arena: Arena, actor: number, rule: number): void {
  const { asks, needsClear, gives } = arena.stage;
  for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++) learn(arena, actor, asks.values[i]!);
  for (let i = gives.from[rule]!; i < gives.from[rule + 1]!; i++) learnStops(arena, actor, gives.values[i]!);
  for (let i = needsClear.from[rule]!; i < needsClear.from[rule + 1]!; i++)
    believeSet(arena, actor, needsClear.values[i]!, arena.isSet[needsClear.values[i]!]!);
}

function learn(arena: Arena, actor: number, atom: number): void {
  believe(arena, actor, atom, arena.has[actor * arena.stage.atomCount + atom]!);
  learnStops(arena, actor, atom);
}

function learnStops(arena: Arena, actor: number, atom: number): void {
  const { stops } = arena.stage;
  for (let i = stops.from[atom]!; i < stops.from[atom + 1]!; i++)
    believeSet(arena, actor, stops.values[i]!, arena.isSet[stops.values[i]!]!);
}

/** A position that changed behind an actor's back is noticed after a while: the phone shows no service. */
function noticeSoon(playing: Playing): void {
  const { arena, table } = playing;
  for (let actor = 0; actor < actorCount; actor++) {
    if ((arena.unnoticed & (1 << actor)) === 0 || table.noticePending[actor] === 1) continue;
    table.noticePending[actor] = 1;
    const at = uniform(
      table.start,
      noticeKey,
      table.noticeCount[actor]!++ * actorCount + actor,
      drawFor.notice,
    );
    // The square leans to the short side: a mean of about 3.7 minutes.
    push(playing, arena.now + noticeMin + noticeRange * at * at, notices, actor, 0, 0);
  }
  arena.unnoticed = 0;
}

function noticePositions(arena: Arena, actor: number): void {
  const { stage, has, believes } = arena;
  const { positions, atomCount } = stage;
  for (let i = 0; i < positions.length; i++) {
    const at = actor * atomCount + positions[i]!;
    if (has[at] === believes[at]) continue;
    believe(arena, actor, positions[i]!, has[at]!);
    learnStops(arena, actor, positions[i]!);
  }
}
