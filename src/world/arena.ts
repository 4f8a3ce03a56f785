/**
 * The state of one night: who has what, who believes what, what is set, where the money lies.
 *
 * What somebody *has* is derived and kept up to date: had at the start or given by a step they completed, whose
 * anchors they still have, and not stopped by a condition. So a SIM that dies takes its texts along, a suspension
 * silences them and lifting it gives them back, without a second kind of bookkeeping.
 *
 * What somebody *believes* is apart from it: it follows their own steps at once, the rest when it is noticed.
 *
 * What to know to trust it: an arena is the working memory of one night after the other. `reset` brings back minute 0
 * by copying; nothing is allocated while a night runs, except where a recorder listens.
 */
import { stepId } from "../model/index.ts";
import type { Stage } from "./stage.ts";

/** Whoever acts, as an index; more actors are more rows. */
export const intruder = 0;
export const owner = 1;
export const actorCount = 2;
export const actorNames = ["intruder", "owner"] as const;

/** Told of everything that happens; a race has none. */
export interface Recorder {
  gains(actor: number, atom: number): void;
  loses(actor: number, atom: number): void;
  sets(condition: number, actor: number): void;
  clears(condition: number, actor: number, isLapse: boolean): void;
  money(from: number, to: number, amount: number, rule: number): void;
}

export interface Arena {
  readonly stage: Stage;
  now: number;
  /** actor × atom. */
  readonly hasFromStart: Uint8Array;
  readonly has: Uint8Array;
  readonly believes: Uint8Array;
  /** actor × atom: what the actor thinks to have from the start still. */
  readonly believesStart: Uint8Array;
  /** actor × entry of `gives`: given by a completed step, and not taken away since. */
  readonly given: Uint8Array;
  /**
   * actor × entry of `gives`: a position that was revoked is not had again from the same anchor (the SIM is dead, the app
   * is signed out), until the actor gets the anchor anew.
   */
  readonly isDead: Uint8Array;
  /** Atom by atom: somebody has changed this secret tonight. */
  readonly isChanged: Uint8Array;
  readonly isSet: Uint8Array;
  readonly lapseAt: Float64Array;
  /** How often a condition has been set anew: a lapse of an older setting is none. */
  readonly settings: Int32Array;
  /** actor × condition. */
  readonly believesSet: Uint8Array;
  readonly pots: Float64Array;
  /** actor × goal: known to be had. */
  readonly taken: Uint8Array;
  /** Goal by goal, in hundredths, what the intruder got; and the rule that got it, -1: none. */
  readonly lossOf: Float64Array;
  readonly lossRule: Int32Array;
  readonly lossAt: Float64Array;
  /** Who has to be told soon that a position changed, as a bit an actor. */
  unnoticed: number;
  firstTakeover: number;
  firstLoss: number;
  readonly queue: Int32Array;
  /** Actor by actor: what changed in what it knows, in order. */
  readonly news: readonly News[];
  recorder: Recorder | undefined;
  readonly start: Start;
}

/**
 * What changed in what an actor knows since minute 0: `id * 4 + kind`. Who plans need not look at everything again.
 * When it is full, `isFull` says that only looking at everything tells.
 */
export interface News {
  readonly entries: Int32Array;
  count: number;
  isFull: boolean;
  /** Counts the nights, so that nobody takes news of last night for news. */
  night: number;
}

export const newsOf = { atom: 0, condition: 1, rule: 2, goal: 3 } as const;

/** A night of many rounds has some thousands. */
const newsMax = 8_192;

/** Minute 0, to be copied back. */
export interface Start {
  readonly hasFromStart: Uint8Array;
  readonly given: Uint8Array;
  readonly has: Uint8Array;
  readonly believesSet: Uint8Array;
  readonly pots: Float64Array;
}

export interface Held {
  readonly intruder: readonly number[];
  readonly owner: readonly number[];
  /** Steps the owner's own hands have done before minute 0. */
  readonly ownerDone: readonly number[];
}

export function arenaOf(stage: Stage, held: Held): Arena {
  const { atomCount, conditionCount, gives, giver, ledger, world } = stage;
  const entries = giver.length;
  const goals = world.goals.length;
  const empty: Arena = {
    stage,
    now: 0,
    hasFromStart: new Uint8Array(actorCount * atomCount),
    has: new Uint8Array(actorCount * atomCount),
    believes: new Uint8Array(actorCount * atomCount),
    believesStart: new Uint8Array(actorCount * atomCount),
    given: new Uint8Array(actorCount * entries),
    isDead: new Uint8Array(actorCount * entries),
    isChanged: new Uint8Array(atomCount),
    isSet: Uint8Array.from(stage.isSetAtStart),
    lapseAt: new Float64Array(conditionCount),
    settings: new Int32Array(conditionCount),
    believesSet: new Uint8Array(actorCount * conditionCount),
    pots: Float64Array.from(ledger.pots, ({ start }) => start),
    taken: new Uint8Array(actorCount * goals),
    lossOf: new Float64Array(goals),
    lossRule: new Int32Array(goals),
    lossAt: new Float64Array(goals),
    unnoticed: 0,
    firstTakeover: -1,
    firstLoss: -1,
    queue: new Int32Array(4 * atomCount + 16),
    news: actorNames.map(() => ({ entries: new Int32Array(newsMax), count: 0, isFull: false, night: 0 })),
    recorder: undefined,
    start: {
      hasFromStart: new Uint8Array(actorCount * atomCount),
      given: new Uint8Array(actorCount * entries),
      has: new Uint8Array(actorCount * atomCount),
      believesSet: new Uint8Array(actorCount * conditionCount),
      pots: Float64Array.from(ledger.pots, ({ start }) => start),
    },
  };
  for (const atom of held.intruder) empty.hasFromStart[intruder * atomCount + atom] = 1;
  for (const atom of held.owner) empty.hasFromStart[owner * atomCount + atom] = 1;
  for (const rule of held.ownerDone)
    empty.given.fill(1, owner * entries + gives.from[rule]!, owner * entries + gives.from[rule + 1]!);
  // The owner's anchors may be given by other steps: repeat until nothing is new.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (let actor = 0; actor < actorCount; actor++)
      for (let atom = 0; atom < atomCount; atom++) if (refresh(empty, actor, atom)) isMoving = true;
  }
  empty.start.hasFromStart.set(empty.hasFromStart);
  empty.start.given.set(empty.given);
  empty.start.has.set(empty.has);
  // The owner knows what was set beforehand; the intruder has yet to meet it.
  empty.start.believesSet.set(stage.isSetAtStart, owner * conditionCount);
  reset(empty);
  return empty;
}

export function reset(arena: Arena): void {
  const { stage, start } = arena;
  arena.now = 0;
  arena.hasFromStart.set(start.hasFromStart);
  arena.given.set(start.given);
  arena.has.set(start.has);
  arena.believes.set(start.has);
  arena.believesStart.set(start.hasFromStart);
  arena.isDead.fill(0);
  arena.isChanged.fill(0);
  arena.isSet.set(stage.isSetAtStart);
  arena.lapseAt.set(stage.lapsesAt);
  arena.settings.fill(0);
  arena.believesSet.set(start.believesSet);
  arena.pots.set(start.pots);
  arena.taken.fill(0);
  arena.lossOf.fill(0);
  arena.lossRule.fill(-1);
  arena.lossAt.fill(-1);
  arena.unnoticed = 0;
  arena.firstTakeover = -1;
  arena.firstLoss = -1;
  for (const news of arena.news) {
    news.count = 0;
    news.isFull = false;
    news.night++;
  }
}

/** Notes that something the actor may know of has changed. */
export function note({ news }: Arena, actor: number, kind: number, id: number): void {
  const { entries, count } = news[actor]!;
  if (count === entries.length) {
    news[actor]!.isFull = true;
    return;
  }
  entries[count] = id * 4 + kind;
  news[actor]!.count = count + 1;
}

export function believe(arena: Arena, actor: number, atom: number, value: number): void {
  const at = actor * arena.stage.atomCount + atom;
  const isFromStart = arena.hasFromStart[at]!;
  if (arena.believes[at] === value && arena.believesStart[at] === isFromStart) return;
  arena.believesStart[at] = isFromStart;
  arena.believes[at] = value;
  note(arena, actor, newsOf.atom, atom);
}

export function believeSet(arena: Arena, actor: number, condition: number, value: number): void {
  const at = actor * arena.stage.conditionCount + condition;
  if (arena.believesSet[at] === value) return;
  arena.believesSet[at] = value;
  note(arena, actor, newsOf.condition, condition);
}

/** Whether the actor would have it if no condition stopped it. */
function isGot(arena: Arena, actor: number, atom: number): boolean {
  const { stage, given, hasFromStart } = arena;
  const { atomCount, givenAt, giver } = stage;
  if (hasFromStart[actor * atomCount + atom] === 1) return true;
  for (let i = givenAt.from[atom]!; i < givenAt.from[atom + 1]!; i++) {
    const entry = givenAt.values[i]!;
    if (given[actor * giver.length + entry] !== 1) continue;
    if (isAnchored(arena, actor, entry)) return true;
  }
  return false;
}

/** What the entry hangs on is had. */
function isAnchored({ stage: { anchors, atomCount }, has }: Arena, actor: number, entry: number): boolean {
  for (let i = anchors.from[entry]!; i < anchors.from[entry + 1]!; i++)
    if (has[actor * atomCount + anchors.values[i]!] !== 1) return false;
  return true;
}

/** Whoever gets an anchor anew may use it anew: a second SIM of the same line, a second sign-in. */
export function reviveWhatHangsOn(arena: Arena, actor: number, atom: number): void {
  const { anchoredAt, giver } = arena.stage;
  for (let i = anchoredAt.from[atom]!; i < anchoredAt.from[atom + 1]!; i++) {
    const at = actor * giver.length + anchoredAt.values[i]!;
    if (arena.isDead[at] === 0) continue;
    arena.isDead[at] = 0;
    note(arena, actor, newsOf.rule, giver[anchoredAt.values[i]!]!);
  }
}

export function isStopped({ stage: { stops }, isSet }: Arena, atom: number): boolean {
  for (let i = stops.from[atom]!; i < stops.from[atom + 1]!; i++)
    if (isSet[stops.values[i]!] === 1) return true;
  return false;
}

/** Brings one entry up to date; true when it changed. */
function refresh(arena: Arena, actor: number, atom: number): boolean {
  const at = actor * arena.stage.atomCount + atom;
  const has = !isStopped(arena, atom) && isGot(arena, actor, atom) ? 1 : 0;
  if (arena.has[at] === has) return false;
  arena.has[at] = has;
  const { recorder } = arena;
  if (has === 1) {
    if (actor === intruder && arena.firstTakeover < 0 && arena.stage.isTakeover[atom] === 1)
      arena.firstTakeover = arena.now;
    recorder?.gains(actor, atom);
  } else recorder?.loses(actor, atom);
  return true;
}

/** Brings an entry and all that hangs on it up to date. `isOwnAct`: the actor knows of it as it happens. */
export function update(arena: Arena, actor: number, atom: number, isOwnAct: boolean): void {
  const { stage, queue } = arena;
  const { atomCount, anchoredAt, giver, gives, isPosition } = stage;
  queue[0] = atom;
  let count = 1;
  for (let next = 0; next < count; next++) {
    const here = queue[next]!;
    if (!refresh(arena, actor, here)) continue;
    if (isOwnAct) believe(arena, actor, here, arena.has[actor * atomCount + here]!);
    else if (isPosition[here] === 1) arena.unnoticed |= 1 << actor;
    for (let i = anchoredAt.from[here]!; i < anchoredAt.from[here + 1]!; i++) {
      const entry = anchoredAt.values[i]!;
      // Invariant: an entry's atom is queued once for each change of an anchor; the queue holds four rounds of all atoms.
      if (arena.given[actor * giver.length + entry] === 1 && count < queue.length)
        queue[count++] = gives.values[entry]!;
    }
  }
}

/** Takes an atom away from everybody else: what gave it to them must be run again, or is of no more use. */
export function takeFromOthers(arena: Arena, actor: number, atom: number): void {
  const { stage } = arena;
  const { atomCount, givenAt, giver, anchors } = stage;
  for (let other = 0; other < actorCount; other++) {
    if (other === actor) continue;
    for (let i = givenAt.from[atom]!; i < givenAt.from[atom + 1]!; i++) {
      const entry = givenAt.values[i]!;
      if (anchors.from[entry + 1]! > anchors.from[entry]! && isAnchored(arena, other, entry))
        arena.isDead[other * giver.length + entry] = 1;
    }
    if (!isGot(arena, other, atom)) continue;
    arena.hasFromStart[other * atomCount + atom] = 0;
    for (let i = givenAt.from[atom]!; i < givenAt.from[atom + 1]!; i++) {
      const entry = givenAt.values[i]!;
      if (arena.given[other * giver.length + entry] === 1) note(arena, other, newsOf.rule, giver[entry]!);
      arena.given[other * giver.length + entry] = 0;
    }
    update(arena, other, atom, false);
  }
}

export function setCondition(arena: Arena, condition: number, actor: number, lapseAt: number): void {
  arena.settings[condition]!++;
  // Set twice, it lasts as long as the longer.
  arena.lapseAt[condition] =
    arena.isSet[condition] === 1 ? Math.max(arena.lapseAt[condition]!, lapseAt) : lapseAt;
  believeSet(arena, actor, condition, 1);
  if (arena.isSet[condition] === 1) return;
  arena.isSet[condition] = 1;
  arena.recorder?.sets(condition, actor);
  spread(arena, condition, actor);
}

export function clearCondition(arena: Arena, condition: number, actor: number, isLapse: boolean): void {
  if (!isLapse) believeSet(arena, actor, condition, 0);
  if (arena.isSet[condition] !== 1) return;
  arena.isSet[condition] = 0;
  arena.lapseAt[condition] = Infinity;
  arena.recorder?.clears(condition, actor, isLapse);
  spread(arena, condition, isLapse ? -1 : actor);
}

function spread(arena: Arena, condition: number, actor: number): void {
  const { stopped } = arena.stage;
  for (let i = stopped.from[condition]!; i < stopped.from[condition + 1]!; i++) {
    for (let who = 0; who < actorCount; who++) update(arena, who, stopped.values[i]!, who === actor);
  }
}

/** Moves what a step of the actor's moves; returns nothing: the pots and the losses say it. */
export function moveMoney(arena: Arena, actor: number, rule: number): void {
  const { stage, pots } = arena;
  const { ledger } = stage;
  const takings = ledger.takings.get(stepId(rule));
  if (takings === undefined) return;
  const goals = stage.world.goals.length;
  for (const { pots: from, most, goal, to } of takings) {
    const into = actor === owner && to === ledger.gone ? ledger.safe : to;
    let left = most;
    let moved = 0;
    for (const pot of from) {
      const amount = Math.min(pots[pot]!, left);
      if (amount <= 0) continue;
      pots[pot] = pots[pot]! - amount;
      pots[into] = pots[into]! + amount;
      left -= amount;
      moved += amount;
      arena.recorder?.money(pot, into, amount, rule);
    }
    if (goal < 0) continue;
    if (arena.taken[actor * goals + goal] === 0) note(arena, actor, newsOf.goal, goal);
    arena.taken[actor * goals + goal] = 1;
    if (
      actor !== intruder ||
      !(moved > 0 || (ledger.isUnknown[goal] === true && arena.lossRule[goal] === -1))
    )
      continue;
    arena.lossOf[goal] = arena.lossOf[goal]! + moved;
    if (arena.lossRule[goal] === -1) {
      arena.lossRule[goal] = rule;
      arena.lossAt[goal] = arena.now;
    }
    if (arena.firstLoss < 0) arena.firstLoss = arena.now;
  }
}
