/**
 * How actors come to know: by a trace that reaches them, by a failure, by a position that changed behind their back.
 *
 * Nothing here changes what is so; it changes what somebody believes, at the moment they can know it.
 */
import { type Arena, actorCount, believe, believeSet } from "./arena.ts";
import { drawFor, uniform } from "./chance.ts";
import { notices, type Playing, push, type Table } from "./table.ts";

/** A phone without service is noticed when somebody next looks at it: minutes, as PERT would have it about 3. */
const noticeMin = 0.5;

const noticeRange = 9.5;

const noticeKey = 0x6e6f7469;

export function leaveTraces(playing: Playing, actor: number, rule: number): void {
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
export function tellOfDelay({ arena, table, listener }: Playing, actor: number, rule: number): void {
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
export function learnWhatIsMissing(arena: Arena, actor: number, rule: number): void {
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

export function learnStops(arena: Arena, actor: number, atom: number): void {
  const { stops } = arena.stage;
  for (let i = stops.from[atom]!; i < stops.from[atom + 1]!; i++)
    believeSet(arena, actor, stops.values[i]!, arena.isSet[stops.values[i]!]!);
}

/** A position that changed behind an actor's back is noticed after a while: the phone shows no service. */
export function noticeSoon(playing: Playing): void {
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

export function noticePositions(arena: Arena, actor: number): void {
  const { stage, has, believes } = arena;
  const { positions, atomCount } = stage;
  for (let i = 0; i < positions.length; i++) {
    const at = actor * atomCount + positions[i]!;
    if (has[at] === believes[at]) continue;
    believe(arena, actor, positions[i]!, has[at]!);
    learnStops(arena, actor, positions[i]!);
  }
}
