/**
 * What waits to happen, and what the loop remembers of one night beside the arena.
 *
 * The queue is tinyqueue over slots that are used again: an event is a number, its time and meaning stand in typed
 * arrays. Equal times are broken by the order in which the events were made, so the order is one and the same.
 */
import TinyQueue from "tinyqueue";
import { type Arena, actorCount } from "./arena.ts";
import type { Policy } from "./night.ts";
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
  /** Whether steps may be told instead of drawn: in a replay only. */
  readonly isScripted: boolean;
  readonly listener: Listener | undefined;
  readonly table: Table;
}

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

/** Kinds of thing waiting in the queue. */
export const stepEnds = 0;

export const delayEnds = 1;

export const notices = 2;

export const lapses = 3;

export const wakes = 4;

export const lookEnds = 5;

/** More at once than hands, notices and lapses of any night; beyond it the night is cut off. */
const slotsUsually = 1_024;

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
    ran: new Float64Array((1 + actorCount) * stage.mostGroups * stage.mostMemory),
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

export function clear(table: Table, start: number): void {
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

export function push(
  { table }: Playing,
  at: number,
  kind: number,
  actor: number,
  what: number,
  mark: number,
): void {
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
