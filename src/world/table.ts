/**
 * What waits to happen, and what the loop remembers of one night beside the arena.
 *
 * The queue is tinyqueue over slots that are used again: an event is a number, its time and meaning stand in typed
 * arrays. Equal times are broken by the order in which the events were made, so the order is one and the same.
 */
import TinyQueue from "tinyqueue";
import {
  type ActorId,
  type ActorName,
  actorId,
  type ConditionId,
  conditionId,
  type StepId,
  stepId,
  type Why,
} from "../model/index.ts";
import { type Arena, bitOf } from "./arena.ts";
import type { ToldSum } from "./money.ts";
import type { ForcedAct, Latents, Thinker } from "./night.ts";
import type { Stage } from "./stage.ts";

/** Told of steps, looks and traces; a race has none. */
export interface Listener {
  /** `why`: it is begun in vain, for these reasons. */
  begins(actor: ActorId, step: StepId, why: readonly Why[]): void;
  waits(actor: ActorId, step: StepId): void;
  ends(actor: ActorId, step: StepId): void;
  fails(actor: ActorId, step: StepId, why: readonly Why[]): void;
  /** The run of `other` is called off by a step of the actor's. */
  cancels(actor: ActorId, step: StepId, other: ActorId): void;
  looks(actor: ActorId, condition: ConditionId): void;
  looked(actor: ActorId, condition: ConditionId): void;
  /** A trace of the actor's step is under way; `arrives` when it has come, and then `trace` for whoever sees it. */
  sends(actor: ActorId, step: StepId, mark: number): void;
  arrives(actor: ActorId, step: StepId, mark: number): void;
  /** A trace of the actor's step; without `trace` somebody is told of a step that waits; without `who` nobody sees it. */
  trace(
    actor: ActorId,
    step: StepId,
    seen: { readonly trace?: number | undefined; readonly who?: ActorId | undefined },
  ): void;
}

/** The table of actors and what they play with; the same for every night of a world. */
export interface Playing {
  readonly arena: Arena;
  /** Actor by actor. */
  readonly names: readonly ActorName[];
  readonly thinkers: readonly Thinker[];
  readonly hands: readonly number[];
  readonly forced: readonly (ForcedAct & { readonly who: ActorId })[];
  readonly startsAt: number | undefined;
  readonly horizon: number;
  readonly eventsMax: number;
  /** Whether policies may tell how long a step takes: in a replay only. */
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
  /** Step, condition or forced act. */
  readonly what: Int32Array;
  /** How a step was begun; for a lapse the number of the setting, for a delay that of the run. */
  readonly mark: Int32Array;
  readonly free: Int32Array;
  readonly freeCount: Int32Array;
  readonly queue: TinyQueue<number>;
  readonly busy: Int32Array;
  /** actor × step. */
  readonly running: Uint8Array;
  readonly begun: Int32Array;
  readonly timesDone: Int32Array;
  readonly refused: Int32Array;
  readonly failed: Int32Array;
  readonly firstDone: Float64Array;
  readonly lastDone: Float64Array;
  readonly seenAt: Float64Array;
  /** By actor × step: what is told of the money of a run in progress; told nights alone know of any. */
  readonly toldSums: Map<number, ToldSum>;
  /** actor × condition. */
  readonly looking: Uint8Array;
  readonly lastLook: Float64Array;
  /** (everybody, then actor by actor) × the groups' memories: when it ran. */
  readonly ran: Float64Array;
  readonly ranCount: Int32Array;
  /** actor × group: until when the actor knows it may not run again, by having run it or been told. */
  readonly knownBar: Float64Array;
  /** actor × limit of money: until when the actor knows that nothing more can be taken. */
  readonly knownSpent: Float64Array;
  /** Actor by actor: things done at once in this night. */
  readonly hands: Int32Array;
  readonly wakeAt: Float64Array;
  /** Actor by actor: until when they sleep; 0: they are awake. */
  readonly sleepsUntil: Float64Array;
  readonly noticePending: Uint8Array;
  readonly noticeCount: Int32Array;
  /** Actors to be asked, as bits. */
  asked: number;
  events: number;
  sequence: number;
  start: number;
  /** What is told of this night's intruder. */
  latents: Latents;
  isTruncated: boolean;
  /** Nothing more happens in this night. */
  isCutOff: boolean;
}

/** Kinds of thing waiting in the queue. */
export const stepEnds = 0;

export const delayEnds = 1;

export const notices = 2;

export const lapses = 3;

export const wakes = 4;

export const lookEnds = 5;

export const forcedNow = 6;

export const arrives = 7;

/** More at once than hands, notices and lapses of any night; beyond it the night is cut off. */
const slotsUsually = 1_024;

export function tableOf(
  stage: Stage,
  {
    actorCount,
    slotsMax = slotsUsually,
  }: { readonly actorCount: number; readonly slotsMax?: number | undefined },
): Table {
  const at = new Float64Array(slotsMax);
  const order = new Int32Array(slotsMax);
  const perRule = actorCount * stage.stepCount;
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
    toldSums: new Map(),
    looking: new Uint8Array(perCondition),
    lastLook: new Float64Array(perCondition),
    ran: new Float64Array((1 + actorCount) * stage.mostFrom[stage.mostGroups]!),
    ranCount: new Int32Array((1 + actorCount) * stage.mostGroups),
    knownBar: new Float64Array(actorCount * stage.mostGroups),
    knownSpent: new Float64Array(actorCount * stage.sumBars.length),
    hands: new Int32Array(actorCount),
    wakeAt: new Float64Array(actorCount),
    sleepsUntil: new Float64Array(actorCount),
    noticePending: new Uint8Array(actorCount),
    noticeCount: new Int32Array(actorCount),
    asked: 0,
    events: 0,
    sequence: 0,
    start: 0,
    latents: {},
    isTruncated: false,
    isCutOff: false,
  };
}

export interface Dawn {
  /** The start of every address of this night's draws. */
  readonly start: number;
  readonly hands: readonly number[];
  readonly latents: Latents;
}

export function clear(table: Table, { start, hands, latents }: Dawn): void {
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
    table.knownSpent,
    table.noticePending,
    table.noticeCount,
    table.sleepsUntil,
  ])
    each.fill(0);
  for (const each of [table.lastDone, table.seenAt, table.lastLook]) each.fill(-1);
  table.toldSums.clear();
  table.wakeAt.fill(Infinity);
  table.hands.set(hands);
  table.asked = 2 ** table.hands.length - 1;
  table.events = 0;
  table.sequence = 0;
  table.start = start;
  table.latents = latents;
  table.isTruncated = false;
  table.isCutOff = false;
}

/** Something that will happen. */
export interface Waiting {
  readonly at: number;
  readonly kind: number;
  /** Absent: nobody's doing. */
  readonly actor?: ActorId;
  /** Step, condition or forced act, by the kind. */
  readonly what: number;
  readonly mark: number;
}

export function push({ table }: Playing, { at, kind, actor, what, mark }: Waiting): void {
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
  table.actor[slot] = actor ?? -1;
  table.what[slot] = what;
  table.mark[slot] = mark;
  table.queue.push(slot);
}

/** Who and what waits in a slot; what was put there as an id comes back as one. */
export const actorIn = ({ actor }: Table, slot: number): ActorId => actorId(actor[slot]!);
export const stepIn = ({ what }: Table, slot: number): StepId => stepId(what[slot]!);
export const conditionIn = ({ what }: Table, slot: number): ConditionId => conditionId(what[slot]!);

/** The actor will be asked what to do once all of this moment has happened. */
export function ask(table: Table, actor: ActorId): void {
  table.asked |= bitOf(actor);
}
