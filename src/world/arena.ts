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
import {
  type ActorId,
  type AtomId,
  actorId,
  type ConditionId,
  type GoalId,
  goalId,
  type PotId,
  type Side,
  type StepId,
  stepId,
} from "../model/index.ts";
import type { Rows } from "./rows.ts";
import type { EntryId, Stage } from "./stage.ts";

/** Told of everything that happens; a race has none. */
export interface Recorder {
  gains(actor: ActorId, atom: AtomId): void;
  loses(actor: ActorId, atom: AtomId): void;
  sets(actor: ActorId | undefined, condition: ConditionId): void;
  clears(actor: ActorId, condition: ConditionId): void;
  lapses(condition: ConditionId): void;
  money(move: MoneyMoved): void;
  /** Hundredths of a loss come back. */
  returns(goal: GoalId, hundredths: number): void;
}

/** Hundredths moved from pot to pot by a step of the actor's. */
export interface MoneyMoved {
  readonly actor: ActorId;
  readonly step: StepId;
  readonly from: PotId;
  readonly to: PotId;
  readonly hundredths: number;
}

interface Spending {
  readonly at: number;
  readonly hundredths: number;
}

export interface Arena {
  readonly stage: Stage;
  /** Everybody who acts, in the order in which they are asked. */
  readonly actors: readonly ActorId[];
  /** Actor by actor: 1 where they are on the intruder's side. */
  readonly isIntruder: Uint8Array;
  /** Actor by actor: the share of what lay there at minute 0 that one run of theirs takes at the most. */
  readonly share: Float64Array;
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
  /** Limit of money by limit: what was taken against it, in the order of time. */
  readonly spent: readonly Spending[][];
  /** Goal by goal, in hundredths, what the intruders got; and the step and the actor that got it first, -1: none. */
  readonly lossOf: Float64Array;
  readonly lossStep: Int32Array;
  readonly lossActor: Int32Array;
  readonly lossAt: Float64Array;
  /** actor × goal: the step that gave it while something stopped it, and it is lost once it is had; -1: none. */
  readonly awaitedBy: Int32Array;
  /** Atom by atom, the goal it is; -1: none. */
  readonly goalAt: Int32Array;
  /** Goal by goal, in hundredths: what came back of it; told nights alone know of any. */
  readonly backOf: Float64Array;
  /** Who has to be told soon that a position changed, as a bit an actor. */
  unnoticed: number;
  firstTakeover: number;
  firstLoss: number;
  readonly queue: Int32Array;
  /** Of what the step just completed gives, in its order: 1 where it came through. */
  readonly cameThrough: Uint8Array;
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

export const newsOf = { atom: 0, condition: 1, step: 2, goal: 3 } as const;

/** A night of many rounds has some thousands. */
const newsMax = 8_192;

/** An actor's bit in a set of actors. */
export const bitOf = (actor: ActorId): number => 1 << actor;

/** Sets of actors are the bits of one word. */
const actorsMax = 30;

/** Minute 0, to be copied back. */
export interface Start {
  readonly hasFromStart: Uint8Array;
  readonly given: Uint8Array;
  readonly has: Uint8Array;
  readonly believesSet: Uint8Array;
  readonly pots: Float64Array;
}

/** What one actor begins with. */
export interface ActorStart {
  readonly side: Side;
  readonly held: readonly AtomId[];
  /** What their own hands have made of it before minute 0. */
  readonly given: readonly EntryId[];
  /** One run takes no more than this share of what lay there at minute 0; absent: all it may. */
  readonly share?: number | undefined;
}

export function arenaOf(stage: Stage, starts: readonly ActorStart[]): Arena {
  const { atomCount, conditionCount, giver, ledger, world } = stage;
  const entries = giver.length;
  const goals = world.goals.length;
  const actorCount = starts.length;
  if (actorCount > actorsMax)
    throw new RangeError(`${actorCount} actors are more than the ${actorsMax} of one night`);
  const empty: Arena = {
    stage,
    actors: starts.map((_, actor) => actorId(actor)),
    isIntruder: Uint8Array.from(starts, ({ side }) => (side === "intruder" ? 1 : 0)),
    share: Float64Array.from(starts, ({ share = 1 }) => share),
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
    spent: Array.from({ length: stage.sumGroups }, () => []),
    taken: new Uint8Array(actorCount * goals),
    lossOf: new Float64Array(goals),
    lossStep: new Int32Array(goals),
    lossActor: new Int32Array(goals),
    lossAt: new Float64Array(goals),
    awaitedBy: new Int32Array(actorCount * goals),
    goalAt: goalsByAtom(stage),
    backOf: new Float64Array(goals),
    unnoticed: 0,
    firstTakeover: -1,
    firstLoss: -1,
    queue: new Int32Array(4 * atomCount + 16),
    cameThrough: new Uint8Array(mostGiven(stage)),
    news: starts.map(() => ({ entries: new Int32Array(newsMax), count: 0, isFull: false, night: 0 })),
    recorder: undefined,
    start: {
      hasFromStart: new Uint8Array(actorCount * atomCount),
      given: new Uint8Array(actorCount * entries),
      has: new Uint8Array(actorCount * atomCount),
      believesSet: new Uint8Array(actorCount * conditionCount),
      pots: Float64Array.from(ledger.pots, ({ start }) => start),
    },
  };
  for (const actor of empty.actors) {
    const { held, given } = starts[actor]!;
    for (const atom of held) empty.hasFromStart[actor * atomCount + atom] = 1;
    for (const entry of given) empty.given[actor * entries + entry] = 1;
  }
  // Anchors may be given by other steps: repeat until nothing is new.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const actor of empty.actors)
      for (const atom of stage.atoms) if (refresh(empty, actor, atom)) isMoving = true;
  }
  empty.start.hasFromStart.set(empty.hasFromStart);
  empty.start.given.set(empty.given);
  empty.start.has.set(empty.has);
  // The owner's side knows what was set beforehand; intruders have yet to meet it.
  for (const actor of empty.actors)
    if (empty.isIntruder[actor] === 0)
      empty.start.believesSet.set(stage.isSetAtStart, actor * conditionCount);
  // What a flow needs set is there to be seen.
  for (const condition of stage.needsSet.values)
    if (stage.isSetAtStart[condition] === 1)
      for (const actor of empty.actors) empty.start.believesSet[actor * conditionCount + condition] = 1;
  reset(empty);
  return empty;
}

function mostGiven({ steps, gives }: Stage): number {
  let most = 0;
  for (const step of steps) most = Math.max(most, gives.from[step + 1]! - gives.from[step]!);
  return most;
}

function goalsByAtom({ atomCount, world: { goals } }: Stage): Int32Array {
  const found = new Int32Array(atomCount).fill(-1);
  for (const [goal, { atom }] of goals.entries()) found[atom] = goal;
  return found;
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
  for (const spendings of arena.spent) spendings.length = 0;
  arena.taken.fill(0);
  arena.lossOf.fill(0);
  arena.lossStep.fill(-1);
  arena.lossActor.fill(-1);
  arena.lossAt.fill(-1);
  arena.awaitedBy.fill(-1);
  arena.backOf.fill(0);
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
export function note(
  { news }: Arena,
  actor: ActorId,
  kind: number,
  id: AtomId | ConditionId | StepId | GoalId,
): void {
  const { entries, count } = news[actor]!;
  if (count === entries.length) {
    news[actor]!.isFull = true;
    return;
  }
  entries[count] = id * 4 + kind;
  news[actor]!.count = count + 1;
}

export function believe(arena: Arena, actor: ActorId, atom: AtomId, value: number): void {
  const at = actor * arena.stage.atomCount + atom;
  const isFromStart = arena.hasFromStart[at]!;
  if (arena.believes[at] === value && arena.believesStart[at] === isFromStart) return;
  arena.believesStart[at] = isFromStart;
  arena.believes[at] = value;
  note(arena, actor, newsOf.atom, atom);
}

export function believeSet(arena: Arena, actor: ActorId, condition: ConditionId, value: number): void {
  const at = actor * arena.stage.conditionCount + condition;
  if (arena.believesSet[at] === value) return;
  arena.believesSet[at] = value;
  note(arena, actor, newsOf.condition, condition);
}

/** Whether the actor would have it if no condition stopped it. */
function isGot(arena: Arena, actor: ActorId, atom: AtomId): boolean {
  const { stage, given, hasFromStart } = arena;
  const { atomCount, givenAt, giver } = stage;
  const diverter = diverterOf(arena, atom);
  const { setAnchors, startAnchors } = stage;
  if (hasFromStart[actor * atomCount + atom] === 1 && (diverter < 0 || isIn(startAnchors, atom, diverter)))
    return true;
  for (let i = givenAt.from[atom]!; i < givenAt.from[atom + 1]!; i++) {
    const entry = givenAt.values[i]!;
    if (given[actor * giver.length + entry] !== 1) continue;
    if (diverter >= 0 && !isIn(setAnchors, entry, diverter)) continue;
    if (isAnchored(arena, actor, entry)) return true;
  }
  return false;
}

/** The condition, set now, that leaves this atom to whoever got it with it; -1: none. */
function diverterOf({ stage: { diverts }, isSet }: Arena, atom: AtomId): number {
  for (let i = diverts.from[atom]!; i < diverts.from[atom + 1]!; i++)
    if (isSet[diverts.values[i]!] === 1) return diverts.values[i]!;
  return -1;
}

function isIn({ from, values }: Rows<ConditionId>, row: number, condition: number): boolean {
  for (let i = from[row]!; i < from[row + 1]!; i++) if (values[i] === condition) return true;
  return false;
}

/** What the entry hangs on is had; what it set is set, for whatever lifts that ends it (`letGo`). */
function isAnchored({ stage: { anchors, atomCount }, has }: Arena, actor: ActorId, entry: EntryId): boolean {
  for (let i = anchors.from[entry]!; i < anchors.from[entry + 1]!; i++)
    if (has[actor * atomCount + anchors.values[i]!] !== 1) return false;
  return true;
}

/** Whoever gets an anchor anew may use it anew: a second SIM of the same line, a second sign-in. */
export function reviveWhatHangsOn(arena: Arena, actor: ActorId, atom: AtomId): void {
  const { anchoredAt, giver } = arena.stage;
  for (let i = anchoredAt.from[atom]!; i < anchoredAt.from[atom + 1]!; i++) {
    const at = actor * giver.length + anchoredAt.values[i]!;
    if (arena.isDead[at] === 0) continue;
    arena.isDead[at] = 0;
    note(arena, actor, newsOf.step, giver[anchoredAt.values[i]!]!);
  }
}

/** Whether anything set stops it; with a step, anything but what that lifts. */
export function isStopped({ stage, isSet }: Arena, atom: AtomId, lifting?: StepId): boolean {
  const { stops } = stage;
  for (let i = stops.from[atom]!; i < stops.from[atom + 1]!; i++) {
    const condition = stops.values[i]!;
    if (isSet[condition] === 1 && (lifting === undefined || !lifts(stage, lifting, condition))) return true;
  }
  return false;
}

/** Whether a step lifts this condition. */
export function lifts({ clears }: Stage, step: StepId, condition: ConditionId): boolean {
  for (let i = clears.from[step]!; i < clears.from[step + 1]!; i++)
    if (clears.values[i] === condition) return true;
  return false;
}

/** Brings one entry up to date; true when it changed. */
function refresh(arena: Arena, actor: ActorId, atom: AtomId): boolean {
  const at = actor * arena.stage.atomCount + atom;
  const has = !isStopped(arena, atom) && isGot(arena, actor, atom) ? 1 : 0;
  if (arena.has[at] === has) return false;
  arena.has[at] = has;
  const { recorder } = arena;
  if (has === 1) {
    if (arena.firstTakeover < 0 && arena.isIntruder[actor] === 1 && arena.stage.isTakeover[atom] === 1)
      arena.firstTakeover = arena.now;
    recorder?.gains(actor, atom);
    haveAwaited(arena, actor, atom);
  } else recorder?.loses(actor, atom);
  return true;
}

/** What was got while something stopped it is lost from when it is had. */
function haveAwaited(arena: Arena, actor: ActorId, atom: AtomId): void {
  const goal = arena.goalAt[atom]!;
  if (goal < 0) return;
  const at = actor * arena.stage.goals.length + goal;
  const step = arena.awaitedBy[at]!;
  arena.awaitedBy[at] = -1;
  if (step >= 0 && arena.isIntruder[actor] === 1) markLost(arena, actor, stepId(step), goalId(goal));
}

/** A loss has come to pass, if it had not: by whom, by which step, when. */
export function markLost(arena: Arena, actor: ActorId, step: StepId, goal: GoalId): void {
  if (arena.firstLoss < 0) arena.firstLoss = arena.now;
  if (arena.lossStep[goal] !== -1) return;
  arena.lossStep[goal] = step;
  arena.lossActor[goal] = actor;
  arena.lossAt[goal] = arena.now;
}

/** Brings an entry and all that hangs on it up to date. `isOwnAct`: the actor knows of it as it happens. */
export function update(
  arena: Arena,
  actor: ActorId,
  atom: AtomId,
  { isOwnAct }: { readonly isOwnAct: boolean },
): void {
  const { stage, queue } = arena;
  const { atomCount, anchoredAt, giver, gives, isPosition } = stage;
  queue[0] = atom;
  let count = 1;
  for (let next = 0; next < count; next++) {
    const here = queue[next]! as AtomId; // Only atoms are queued.
    if (!refresh(arena, actor, here)) continue;
    if (isOwnAct) believe(arena, actor, here, arena.has[actor * atomCount + here]!);
    else if (isPosition[here] === 1) arena.unnoticed |= bitOf(actor);
    for (let i = anchoredAt.from[here]!; i < anchoredAt.from[here + 1]!; i++) {
      const entry = anchoredAt.values[i]!;
      // Invariant: an entry's atom is queued once for each change of an anchor; the queue holds four rounds of all atoms.
      if (arena.given[actor * giver.length + entry] === 1 && count < queue.length)
        queue[count++] = gives.values[entry]!;
    }
  }
}

/** The actor has it from now on as if it had been theirs from the beginning, and knows it. */
export function endow(arena: Arena, actor: ActorId, atom: AtomId): void {
  arena.hasFromStart[actor * arena.stage.atomCount + atom] = 1;
  update(arena, actor, atom, { isOwnAct: true });
}

/** What was endowed is taken again; what the actor has by a step of theirs stays. */
export function deprive(arena: Arena, actor: ActorId, atom: AtomId): void {
  arena.hasFromStart[actor * arena.stage.atomCount + atom] = 0;
  update(arena, actor, atom, { isOwnAct: true });
}

/**
 * Revokes an atom from everybody else: taken away, and not to be had again from the same anchor, whoever has that and
 * whenever, until they get it anew.
 */
export function revokeFromOthers(arena: Arena, actor: ActorId, atom: AtomId): void {
  const { givenAt, giver, anchors } = arena.stage;
  for (const other of arena.actors) {
    if (other === actor) continue;
    for (let i = givenAt.from[atom]!; i < givenAt.from[atom + 1]!; i++) {
      const entry = givenAt.values[i]!;
      if (anchors.from[entry + 1]! > anchors.from[entry]!) arena.isDead[other * giver.length + entry] = 1;
    }
  }
  takeFromOthers(arena, actor, atom, { areCopiesLeft: arena.stage.isCopied[atom] === 1 });
}

/**
 * Takes an atom away from everybody else, had just now or not: what gave it to them must be run again. Copies that hang
 * on no capability (a diversion at the carrier) can be left.
 */
export function takeFromOthers(
  arena: Arena,
  actor: ActorId,
  atom: AtomId,
  { areCopiesLeft }: { readonly areCopiesLeft: boolean },
): void {
  const { atomCount, givenAt, giver, anchors, startAnchors } = arena.stage;
  const isStartLeft = areCopiesLeft && startAnchors.from[atom + 1]! > startAnchors.from[atom]!;
  for (const other of arena.actors) {
    if (other === actor) continue;
    if (!isStartLeft) arena.hasFromStart[other * atomCount + atom] = 0;
    for (let i = givenAt.from[atom]!; i < givenAt.from[atom + 1]!; i++) {
      const entry = givenAt.values[i]!;
      if (areCopiesLeft && anchors.from[entry + 1] === anchors.from[entry]) continue;
      if (arena.given[other * giver.length + entry] === 1) note(arena, other, newsOf.step, giver[entry]!);
      arena.given[other * giver.length + entry] = 0;
    }
    update(arena, other, atom, { isOwnAct: false });
  }
}

/** Sets a condition; without an actor an institution does of its own accord, and nobody knows until they notice. */
export function setCondition(
  arena: Arena,
  actor: ActorId | undefined,
  condition: ConditionId,
  { lapseAt }: { readonly lapseAt: number },
): void {
  arena.settings[condition]!++;
  // Set twice, it lasts as long as the longer.
  arena.lapseAt[condition] =
    arena.isSet[condition] === 1 ? Math.max(arena.lapseAt[condition]!, lapseAt) : lapseAt;
  if (actor !== undefined) believeSet(arena, actor, condition, 1);
  if (arena.isSet[condition] === 1) return;
  arena.isSet[condition] = 1;
  arena.recorder?.sets(actor, condition);
  spread(arena, condition, actor);
}

export function clearCondition(arena: Arena, actor: ActorId, condition: ConditionId): void {
  believeSet(arena, actor, condition, 0);
  if (arena.isSet[condition] !== 1) return;
  arena.isSet[condition] = 0;
  arena.lapseAt[condition] = Infinity;
  arena.recorder?.clears(actor, condition);
  letGo(arena, condition, actor);
  spread(arena, condition, actor);
}

/** A condition ends by itself; nobody knows until they notice. */
export function lapse(arena: Arena, condition: ConditionId): void {
  arena.isSet[condition] = 0;
  arena.lapseAt[condition] = Infinity;
  arena.recorder?.lapses(condition);
  letGo(arena, condition, undefined);
  spread(arena, condition, undefined);
}

/** What hung on the condition, whoever had it, is over: it must be got anew. */
function letGo(arena: Arena, condition: ConditionId, by: ActorId | undefined): void {
  const { stage, given, hasFromStart, actors } = arena;
  const { setAnchoredAt, startAnchoredAt, giver, gives, atomCount } = stage;
  for (const who of actors) {
    for (let i = setAnchoredAt.from[condition]!; i < setAnchoredAt.from[condition + 1]!; i++) {
      const entry = setAnchoredAt.values[i]!;
      if (given[who * giver.length + entry] !== 1) continue;
      given[who * giver.length + entry] = 0;
      note(arena, who, newsOf.step, giver[entry]!);
      update(arena, who, gives.values[entry]!, { isOwnAct: who === by });
    }
    for (let i = startAnchoredAt.from[condition]!; i < startAnchoredAt.from[condition + 1]!; i++) {
      const atom = startAnchoredAt.values[i]!;
      if (hasFromStart[who * atomCount + atom] !== 1) continue;
      hasFromStart[who * atomCount + atom] = 0;
      update(arena, who, atom, { isOwnAct: who === by });
    }
  }
}

function spread(arena: Arena, condition: ConditionId, by: ActorId | undefined): void {
  const { stopped, diverted } = arena.stage;
  for (const { from, values } of [stopped, diverted])
    for (let i = from[condition]!; i < from[condition + 1]!; i++)
      for (const who of arena.actors) update(arena, who, values[i]!, { isOwnAct: who === by });
}
