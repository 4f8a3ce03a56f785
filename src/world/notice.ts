/**
 * How actors come to know: by a trace that reaches them, by a failure, by a position that changed behind their back.
 *
 * Nothing here changes what is so; it changes what somebody believes, at the moment they can know it.
 */
import type { ActorId, AtomId, Ids, StepId } from "../model/index.ts";
import { type Arena, believe, believeSet, bitOf } from "./arena.ts";
import { drawFor, nthOf, uniform } from "./chance.ts";
import type { Sight } from "./night.ts";
import { stepAt } from "./stage.ts";
import { arrives, ask, notices, type Playing, push, type Table } from "./table.ts";

/** A phone without service is noticed when somebody next looks at it: minutes, as PERT would have it about 3. */
const noticeMin = 0.5;

const noticeRange = 9.5;

const noticeKey = 0x6e6f7469;

export function leaveTraces(playing: Playing, actor: ActorId, step: StepId): void {
  const traces = playing.arena.stage.traces[step]!;
  for (let i = 0; i < traces.length; i++) {
    const { late = 0 } = traces[i]!.trace;
    if (late > 0) send(playing, actor, step, { late, mark: i + 1 });
    else leaveTrace(playing, actor, step, i);
  }
}

/** It is on its way: who sees it is whoever can when it comes. */
function send(
  playing: Playing,
  actor: ActorId,
  step: StepId,
  { late, mark }: { readonly late: number; readonly mark: number },
): void {
  playing.listener?.sends(actor, step, mark);
  push(playing, { at: playing.arena.now + late, kind: arrives, actor, what: step, mark });
}

/** What was on its way has come: a trace by its place, or the word of a step that waits. */
export function arrive(playing: Playing, actor: ActorId, step: StepId, mark: number): void {
  playing.listener?.arrives(actor, step, mark);
  if (mark === ofDelay) tellNow(playing, actor, step);
  else leaveTrace(playing, actor, step, mark - 1);
}

const ofDelay = 0;

function leaveTrace(playing: Playing, actor: ActorId, step: StepId, i: number): void {
  const { arena, table } = playing;
  const { trace, seenBy } = arena.stage.traces[step]![i]!;
  for (const who of arena.actors) {
    if (!seesAny(arena, who, seenBy)) continue;
    playing.listener?.trace(actor, step, { trace: i, who });
    if (who === actor) continue;
    see(arena, table, who, { step, isLate: trace.late !== undefined });
    show(playing, actor, who, { kind: "trace", step, trace });
  }
  if (seenBy.length === 0) playing.listener?.trace(actor, step, { trace: i });
}

function seesAny({ has, stage }: Arena, actor: ActorId, seenBy: Ids<AtomId>): boolean {
  for (let i = 0; i < seenBy.length; i++) if (has[actor * stage.atomCount + seenBy[i]!] === 1) return true;
  return false;
}

/** What comes from one's own side is nothing to be startled by. */
function show({ arena, thinkers }: Playing, actor: ActorId, who: ActorId, sight: Sight): void {
  if (arena.isIntruder[who] !== arena.isIntruder[actor]) thinkers[who]?.sees?.(sight);
}

interface Seen {
  readonly step: StepId;
  readonly isLate: boolean;
}

/** Whoever sees a trace of a step knows what it sets, clears and takes away. */
function see(arena: Arena, table: Table, actor: ActorId, { step, isLate }: Seen): void {
  const { sets, clears, revokes, kicksOff, stepCount, atomCount } = arena.stage;
  const at = (who: ActorId, atom: AtomId) => who * atomCount + atom;
  table.seenAt[actor * stepCount + step] = arena.now;
  ask(table, actor);
  // At the end of the step this is so; what comes late tells of what is so by then.
  for (let i = clears.from[step]!; i < clears.from[step + 1]!; i++)
    believeSet(arena, actor, clears.values[i]!, isLate ? arena.isSet[clears.values[i]!]! : 0);
  for (let i = sets.from[step]!; i < sets.from[step + 1]!; i++)
    believeSet(arena, actor, sets.values[i]!, isLate ? arena.isSet[sets.values[i]!]! : 1);
  for (let i = revokes.from[step]!; i < revokes.from[step + 1]!; i++)
    believe(arena, actor, revokes.values[i]!, isLate ? arena.has[at(actor, revokes.values[i]!)]! : 0);
  for (let i = kicksOff.from[step]!; i < kicksOff.from[step + 1]!; i++)
    believe(arena, actor, kicksOff.values[i]!, isLate ? arena.has[at(actor, kicksOff.values[i]!)]! : 0);
}

/** Those who are told of a delayed step while it waits. */
export function tellOfDelay(playing: Playing, actor: ActorId, step: StepId): void {
  const { late = 0 } = stepAt(playing.arena.stage.world, step).flow.delay ?? {};
  if (late > 0) send(playing, actor, step, { late, mark: ofDelay });
  else tellNow(playing, actor, step);
}

function tellNow(playing: Playing, actor: ActorId, step: StepId): void {
  const { arena, table, listener } = playing;
  const { stage } = arena;
  const told = stage.toldOfDelay;
  for (const who of arena.actors) {
    if (who === actor) continue;
    for (let i = told.from[step]!; i < told.from[step + 1]!; i++) {
      if (arena.has[who * stage.atomCount + told.values[i]!] !== 1) continue;
      table.seenAt[who * stage.stepCount + step] = arena.now;
      ask(table, who);
      listener?.trace(actor, step, { who });
      show(playing, actor, who, { kind: "trace", step, trace: { kind: "told" } });
      break;
    }
  }
}

/** After a failure one knows what one has of what was asked, and what stood in the way. */
export function learnWhatIsMissing(arena: Arena, actor: ActorId, step: StepId): void {
  const { asks, needsClear, needsSet, gives } = arena.stage;
  for (let i = asks.from[step]!; i < asks.from[step + 1]!; i++) learn(arena, actor, asks.values[i]!);
  for (let i = gives.from[step]!; i < gives.from[step + 1]!; i++) learnStops(arena, actor, gives.values[i]!);
  for (let i = needsClear.from[step]!; i < needsClear.from[step + 1]!; i++)
    believeSet(arena, actor, needsClear.values[i]!, arena.isSet[needsClear.values[i]!]!);
  for (let i = needsSet.from[step]!; i < needsSet.from[step + 1]!; i++)
    believeSet(arena, actor, needsSet.values[i]!, arena.isSet[needsSet.values[i]!]!);
}

function learn(arena: Arena, actor: ActorId, atom: AtomId): void {
  believe(arena, actor, atom, arena.has[actor * arena.stage.atomCount + atom]!);
  learnStops(arena, actor, atom);
}

export function learnStops(arena: Arena, actor: ActorId, atom: AtomId): void {
  for (const { from, values } of [arena.stage.stops, arena.stage.diverts])
    for (let i = from[atom]!; i < from[atom + 1]!; i++)
      believeSet(arena, actor, values[i]!, arena.isSet[values[i]!]!);
}

/** A position that changed behind an actor's back is noticed after a while: the phone shows no service. */
export function noticeSoon(playing: Playing): void {
  const { arena, table } = playing;
  for (const actor of arena.actors) {
    if ((arena.unnoticed & bitOf(actor)) === 0 || table.noticePending[actor] === 1) continue;
    table.noticePending[actor] = 1;
    const at = uniform(table.start, noticeKey, nthOf(table.noticeCount[actor]!++, actor), drawFor.notice);
    // The square leans to the short side: a mean of about 3.7 minutes.
    push(playing, {
      at: arena.now + noticeMin + noticeRange * at * at,
      kind: notices,
      actor,
      what: 0,
      mark: 0,
    });
  }
  arena.unnoticed = 0;
}

export function noticePositions({ arena, thinkers }: Playing, actor: ActorId): void {
  const { stage, has, believes } = arena;
  const { positions, atomCount } = stage;
  for (let i = 0; i < positions.length; i++) {
    const at = actor * atomCount + positions[i]!;
    if (has[at] === believes[at]) continue;
    believe(arena, actor, positions[i]!, has[at]!);
    learnStops(arena, actor, positions[i]!);
  }
  thinkers[actor]?.sees?.({ kind: "positions" });
}
