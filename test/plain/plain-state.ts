/**
 * Who has what, what is set and where the money lies, in sets and maps with text keys, and what changes it.
 *
 * "What somebody has is derived: they had it at the start or a completed step gave it, what it hangs on is still had,
 * and nothing set stops it" (decision 6). After every change everything is found anew.
 */
import { splitCapability } from "../../src/model/index.ts";
import { lossPots, type Pots, take } from "./plain-money.ts";
import { doesAnything, type PlainStep, plainSteps, type StepsQuestion } from "./plain-steps.ts";
import { followed, lowersSums, type PlainWorld, plainWorld, stillHeld } from "./plain-world.ts";

export const plainActors = ["intruder", "owner"] as const;
export type PlainActor = (typeof plainActors)[number];

/** Where the words are about to say more than they do. */
export interface Readings {
  /** What was had at the start hangs on what its kind hangs on, of the same thing. Today nobody says what it was got with. */
  readonly doesStartHang: boolean;
}
const readingsToday: Readings = { doesStartHang: false };
export const readingsToCome: Readings = { doesStartHang: true };

export type ChangeKind = "gains" | "loses" | "sets" | "clears" | "lapses" | "money";

export interface Change {
  readonly at: number;
  readonly kind: ChangeKind;
  /** Whose; what is set, cleared and lapses is nobody's. */
  readonly actor?: PlainActor;
  /** A capability, a condition, or what moved and to whom: `250 from card.a.balance to gone`. */
  readonly what: string;
  /** Why it is lost: it was taken, it is stopped, or what it hangs on is lost. */
  readonly why?: "taken" | "stopped" | "hangs";
}

/** A completed step gave it, with these in hand. */
interface Support {
  readonly anchors: readonly string[];
}

export interface State {
  readonly world: PlainWorld;
  readonly steps: readonly PlainStep[];
  readonly readings: Readings;
  readonly startsAt: number | undefined;
  /** Whatever a step of this world asks or gives: what can be of any use. */
  readonly speaksOf: ReadonlySet<string>;
  /** By actor: what is still had of what was had at the start. */
  readonly start: ReadonlyMap<PlainActor, Set<string>>;
  /** By what was set at the start: whatever hangs on it if it was had then. */
  readonly copiesAtStart: ReadonlyMap<string, readonly string[]>;
  /** By actor and capability. */
  readonly given: ReadonlyMap<PlainActor, Map<string, Support[]>>;
  /** By actor and capability: what it is not had from any more, because it was revoked. */
  readonly dead: ReadonlyMap<PlainActor, Map<string, readonly (readonly string[])[]>>;
  /** By actor: whatever others took or tried to take. */
  readonly taken: ReadonlyMap<PlainActor, Set<string>>;
  /** Conditions now set, with the minute they lapse. */
  readonly set: Map<string, number>;
  /** Secrets that have been made anew. */
  readonly renewed: Set<string>;
  /** By flow and effect: the minutes it was run. */
  readonly ran: Map<string, number[]>;
  readonly pots: Pots;
  /** By limit of money: the minutes and hundredths of what was taken against it, by whomever. */
  readonly spent: Map<string, { readonly at: number; readonly hundredths: number }[]>;
  /** By loss: what intruders have taken. */
  readonly lost: Map<string, number>;
  had: ReadonlyMap<PlainActor, ReadonlySet<string>>;
  readonly changes: Change[];
}

export interface Beginning extends StepsQuestion {
  /** What the intruder holds at minute 0. */
  readonly held: readonly string[];
  readonly readings?: Readings;
}

export function beginning(question: Beginning): State {
  const world = plainWorld(question);
  const steps = plainSteps(question);
  const held = new Set(stillHeld(world, question.held));
  const callsOff = new Set(steps.map(({ delay }) => delay?.cancelledBy));
  const ofUse = steps.filter((step) => doesAnything(step) || callsOff.has(step.flow));
  const speaksOf = new Set(ofUse.flatMap(({ asks, gives }) => [...asks, ...gives]));
  const owners = ownersStart(world, question.held);
  const state: State = {
    world,
    steps,
    readings: question.readings ?? readingsToday,
    startsAt: question.startsAt,
    speaksOf,
    start: new Map([
      ["intruder", new Set(held)],
      ["owner", new Set([...speaksOf].filter(owners))],
    ]),
    copiesAtStart: new Map(),
    given: new Map(plainActors.map((actor) => [actor, new Map()])),
    dead: new Map(plainActors.map((actor) => [actor, new Map()])),
    taken: new Map(plainActors.map((actor) => [actor, new Set()])),
    set: new Map(world.set),
    renewed: new Set(),
    ran: new Map(),
    // What a loss is worth is said by the flows as they are without any measure but those that lower a sum.
    pots: lossPots(
      world,
      question.measures?.length
        ? plainSteps({ ...question, measures: question.measures.filter((id) => lowersSums(world, id)) })
        : steps,
    ),
    spent: new Map(),
    lost: new Map(),
    had: new Map(),
    changes: [],
  };
  const atStart = [...new Set([...speaksOf, ...held])];
  const copiesAtStart = new Map(
    [...world.set.keys()].map((condition) => [
      condition,
      atStart.filter((each) => doesHangOnSet(state, each, condition)),
    ]),
  );
  const begun: State = { ...state, copiesAtStart };
  ownHandsFirst(begun);
  return begun;
}

/**
 * "`owner`: the owner has it from the start", but for what is `forgotten`, what is in the intruder's hands (a phone with
 * its SIMs, a SIM with the phone it is in), and accounts nobody has opened yet.
 */
function ownersStart(world: PlainWorld, held: readonly string[]): (capability: string) => boolean {
  const { capabilities } = world.catalog.vocabulary;
  const gone = new Set<string>();
  for (const capability of held) {
    const { kind, things } = partsOf(capability);
    if (capabilities.get(kind)?.exclusive !== true) continue;
    for (const thing of things)
      for (const each of [thing, ...followed(world, thing, "device").map(({ to }) => to)]) gone.add(each);
  }
  for (const thing of [...gone]) for (const { to } of followed(world, thing, "sims")) gone.add(to);
  const isNew = new Set(world.things.filter((thing) => thing.isNew === true).map(({ id }) => id));
  return (capability) => {
    const { kind, things } = partsOf(capability);
    const word = capabilities.get(kind);
    return (
      word?.owner === true &&
      !world.person.forgotten.some(({ text }) => text === capability) &&
      !things.some((thing) => isNew.has(thing)) &&
      !(word.exclusive && things.some((thing) => gone.has(thing)))
    );
  };
}

/**
 * What the owner's own hands make of what the owner has is there at minute 0: their phone is open, so they read its
 * texts. These are the flows of `things`, but for those that take something from somebody. What is set at minute 0
 * stops them as it stops everything, and what is in the intruder's hands is not in the owner's.
 */
function ownHandsFirst(state: State): void {
  const own = state.steps.filter(({ flow, isTaking }) => flow.startsWith("things/") && !isTaking);
  const done = new Set<PlainStep>();
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    state.had = new Map(plainActors.map((actor) => [actor, hadNow(state, actor)]));
    for (const step of own) {
      if (done.has(step) || isWanting(state, "owner", step, "begins") !== undefined) continue;
      done.add(step);
      isMoving = true;
      for (const capability of step.gives) {
        const isElsewhere =
          wordOf(state, capability)?.exclusive === true &&
          state.start.get("intruder")?.has(capability) === true;
        if (isElsewhere || isRefused(state, step, capability)) continue;
        const given = state.given.get("owner");
        given?.set(capability, [
          ...(given.get(capability) ?? []),
          { anchors: anchorsOf(state, step, capability) },
        ]);
      }
    }
  }
}

/** `know(card.a.pin)` is of `card.a`. */
function partsOf(capability: string): { readonly kind: string; readonly things: readonly string[] } {
  const known = parts.get(capability);
  if (known !== undefined) return known;
  const { kind, subjects } = splitCapability(capability) ?? { kind: "", subjects: [] };
  const made = { kind, things: subjects.map((subject) => subject.split(".").slice(0, 2).join(".")) };
  parts.set(capability, made);
  return made;
}
const parts = new Map<string, { readonly kind: string; readonly things: readonly string[] }>();

// --- having -----------------------------------------------------------------------------------------------------------

function wordOf({ world }: State, capability: string) {
  return world.catalog.vocabulary.capabilities.get(partsOf(capability).kind);
}

/** "Had only while what it was got with, of these kinds, is still had." */
function anchorsOf(state: State, step: PlainStep, capability: string): readonly string[] {
  return [...handAnchorsOf(state, step, capability), ...setAnchorsOf(state, step, capability)];
}

/** Of what it hangs on, what somebody must have. */
function handAnchorsOf(state: State, step: PlainStep, capability: string): readonly string[] {
  const hangsOn = wordOf(state, capability)?.while ?? [];
  const asked = step.asks.filter((each) => hangsOn.includes(partsOf(each).kind));
  return [...asked, ...besideOf(state, step, capability)];
}

/** Got with it, of the same thing: the SIM that one flow gives together with its texts. Two that hang on each other hang on nothing. */
function besideOf(state: State, { gives }: PlainStep, capability: string): readonly string[] {
  const hangsOn = wordOf(state, capability)?.while ?? [];
  const { kind, things } = partsOf(capability);
  return gives.filter(
    (other) =>
      other !== capability &&
      hangsOn.includes(partsOf(other).kind) &&
      partsOf(other).things.some((thing) => things.includes(thing)) &&
      wordOf(state, other)?.while.includes(kind) !== true,
  );
}

/** "And what its step set is still set": forwarded calls come while they are forwarded. */
const setAnchorsOf = (state: State, { sets }: PlainStep, capability: string): readonly string[] =>
  sets.map(({ condition }) => condition).filter((condition) => doesHangOnSet(state, capability, condition));

function doesHangOnSet(state: State, capability: string, condition: string): boolean {
  const set = partsOf(condition);
  return (
    wordOf(state, capability)?.while.includes(set.kind) === true &&
    partsOf(capability).things.some((thing) => set.things.includes(thing))
  );
}

function hadNow(state: State, actor: PlainActor): ReadonlySet<string> {
  const had = new Set<string>();
  const start = state.start.get(actor) ?? new Set<string>();
  const given = state.given.get(actor) ?? new Map<string, Support[]>();
  const isHeldUp = (capability: string) => {
    const diverter = divertedBy(state, capability);
    const isLeft = diverter === undefined || state.copiesAtStart.get(diverter)?.includes(capability) === true;
    return (
      (start.has(capability) &&
        isLeft &&
        startAnchors(state, start, capability).every((anchor) => had.has(anchor))) ||
      (given
        .get(capability)
        ?.some(
          ({ anchors }) =>
            (diverter === undefined || anchors.includes(diverter)) &&
            anchors.every((anchor) => had.has(anchor) || state.set.has(anchor)),
        ) ??
        false)
    );
  };
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const capability of new Set([...start, ...given.keys()])) {
      if (had.has(capability) || !isHeldUp(capability) || stoppedBy(state, capability) !== undefined)
        continue;
      had.add(capability);
      isMoving = true;
    }
  }
  return had;
}

/** "Only whoever got it together with what diverts it has it while that is set." */
function divertedBy({ world, set }: State, capability: string): string | undefined {
  const { kind, things } = partsOf(capability);
  return [...set.keys()].find((condition) => {
    const what = partsOf(condition);
    const diverts = world.catalog.vocabulary.conditions.get(what.kind)?.diverts ?? [];
    return diverts.includes(kind) && what.things.some((thing) => things.includes(thing));
  });
}

/** What it hangs on, if it was had at the start: those of its kinds, of the same thing, that were had then too. */
function startAnchors(state: State, start: ReadonlySet<string>, capability: string): readonly string[] {
  if (!state.readings.doesStartHang) return [];
  const { things } = partsOf(capability);
  return (wordOf(state, capability)?.while ?? [])
    .map((kind) => `${kind}(${things.join(", ")})`)
    .filter((anchor) => start.has(anchor) || state.taken.get("owner")?.has(anchor) === true);
}

/**
 * "A condition stops capabilities with the same subject while it is set"; "`know` is stopped by nothing". "What somebody
 * holds at the start is held whatever is set" is read as reach reads it; in time, "nothing set stops it" holds of all
 * that is had (decision 6): lost mode closes the phone that was open at the start.
 */
function stoppedBy(
  { world, set }: State,
  capability: string,
  but: readonly string[] = [],
): string | undefined {
  const { kind, things } = partsOf(capability);
  if (kind === "know") return undefined;
  return [...set.keys()].find((condition) => {
    if (but.includes(condition)) return false;
    const what = partsOf(condition);
    const stops = world.catalog.vocabulary.conditions.get(what.kind)?.stops ?? [];
    return stops.includes(kind) && what.things.some((thing) => things.includes(thing));
  });
}

/** Finds anew what everybody has, and tells what changed. "Only one actor can have it": who has it now took it. */
function settle(state: State, at: number): void {
  const before = state.had;
  for (const actor of plainActors) {
    for (const capability of hadNow(state, actor)) {
      if (before.get(actor)?.has(capability) === true || wordOf(state, capability)?.exclusive !== true)
        continue;
      for (const other of plainActors) if (other !== actor) drop(state, other, capability);
    }
  }
  state.had = new Map(plainActors.map((actor) => [actor, hadNow(state, actor)]));
  for (const actor of plainActors) {
    const [was, is] = [before.get(actor) ?? new Set<string>(), state.had.get(actor) ?? new Set<string>()];
    for (const what of is) if (!was.has(what)) state.changes.push({ at, kind: "gains", actor, what });
    for (const what of was)
      if (!is.has(what))
        state.changes.push({ at, kind: "loses", actor, what, why: whyLost(state, actor, what) });
  }
}

function whyLost(state: State, actor: PlainActor, capability: string): "taken" | "stopped" | "hangs" {
  if (stoppedBy(state, capability) !== undefined) return "stopped";
  const isStillGiven = state.given.get(actor)?.has(capability) === true;
  return isStillGiven || state.start.get(actor)?.has(capability) === true ? "hangs" : "taken";
}

function drop(state: State, actor: PlainActor, capability: string): void {
  const given = state.given.get(actor);
  state.start.get(actor)?.delete(capability);
  state.taken.get(actor)?.add(capability);
  given?.delete(capability);
}

/** "A copy that hangs on none of these capabilities goes on." */
function dropAllButCopies(state: State, actor: PlainActor, capability: string): void {
  const given = state.given.get(actor);
  const copies = (given?.get(capability) ?? []).filter(({ anchors }) =>
    anchors.every((anchor) => state.world.catalog.vocabulary.conditions.has(partsOf(anchor).kind)),
  );
  if (![...state.copiesAtStart.values()].some((each) => each.includes(capability)))
    state.start.get(actor)?.delete(capability);
  state.taken.get(actor)?.add(capability);
  if (copies.length > 0) given?.set(capability, copies);
  else given?.delete(capability);
}

// --- what a step asks ----------------------------------------------------------------------------------------------------

export type When = "begins" | "ends" | "due";

export type Why =
  | { readonly kind: "no-such-step" }
  | { readonly kind: "wanting"; readonly what: string; readonly when: When }
  | { readonly kind: "stopped"; readonly by: string; readonly when: When }
  /** Nothing of what it gives can be given: it is stopped, or the SIM it hangs on is dead. */
  | { readonly kind: "gives-nothing" }
  | { readonly kind: "closed" }
  | { readonly kind: "too-often" }
  | { readonly kind: "agent" };

/** "`asks` must be there when a step begins and still when it ends; so must all of `unless`" and `while`. */
export function isWanting(state: State, actor: PlainActor, step: PlainStep, when: When): Why | undefined {
  const { asks, unless, while: wanted, gives } = step;
  const what = asks.find((each) => state.had.get(actor)?.has(each) !== true);
  if (what !== undefined) return { kind: "wanting", what, when };
  const unset = wanted.find((condition) => !state.set.has(condition));
  if (unset !== undefined) return { kind: "wanting", what: unset, when };
  const by = unless.find((condition) => state.set.has(condition));
  if (by !== undefined) return { kind: "stopped", by, when };
  return gives.length > 0 && gives.every((each) => isNoLongerSame(state, step, each))
    ? { kind: "gives-nothing" }
    : undefined;
}

// --- what a completed step does ------------------------------------------------------------------------------------------

/** Lifted first, then set, then taken from others, then given: what a step lifts itself stops nothing it gives. */
export function complete(state: State, actor: PlainActor, step: PlainStep, at: number): void {
  for (const condition of step.clears)
    if (state.set.delete(condition)) {
      state.changes.push({ at, kind: "clears", what: condition });
      letGo(state, condition);
    }
  // "`expires` runs from the moment a condition is set; set twice, it lasts as long as the longer."
  for (const { condition, expires = Infinity } of step.sets) {
    const until = state.set.get(condition);
    if (until === undefined) state.changes.push({ at, kind: "sets", what: condition });
    state.set.set(condition, Math.max(until ?? -Infinity, at + expires));
  }
  for (const capability of step.revokes) revoke(state, actor, capability);
  for (const capability of moneyLast(state, besideLast(state, step)))
    give(state, actor, { step, capability, at });
  settle(state, at);
}

/** What hung on it, whoever had it, must be got anew. */
function letGo(state: State, condition: string): void {
  for (const actor of plainActors) {
    const given = state.given.get(actor);
    for (const [capability, supports] of given ?? []) {
      const left = supports.filter(({ anchors }) => !anchors.includes(condition));
      if (left.length > 0) given?.set(capability, left);
      else given?.delete(capability);
    }
    const start = state.start.get(actor);
    for (const capability of state.copiesAtStart.get(condition) ?? []) start?.delete(capability);
  }
}

/**
 * "From everybody but whoever ran the flow." "A revoked position is not had again from the same SIM, phone or session,
 * whoever has that and whenever, until they get it anew."
 */
function revoke(state: State, by: PlainActor, capability: string): void {
  const hungOn = state.steps
    .filter((step) => step.gives.includes(capability) && handAnchorsOf(state, step, capability).length > 0)
    .map((step) => anchorsOf(state, step, capability));
  for (const actor of plainActors) {
    if (actor === by) continue;
    state.dead.get(actor)?.set(capability, hungOn);
    if (wordOf(state, capability)?.copies === true) dropAllButCopies(state, actor, capability);
    else drop(state, actor, capability);
  }
  // "A revoked secret is no longer the same as those in `same-secret`."
  state.renewed.add(capability);
}

interface Gift {
  readonly step: PlainStep;
  readonly capability: string;
  readonly at: number;
}

function give(state: State, actor: PlainActor, { step, capability, at }: Gift): void {
  if (!isGiven(state, actor, step, capability) || isRefused(state, step, capability)) return;
  const anchors = anchorsOf(state, step, capability);
  if (wordOf(state, capability)?.exclusive === true)
    for (const other of plainActors) if (other !== actor) drop(state, other, capability);
  const given = state.given.get(actor);
  given?.set(capability, [...(given.get(capability) ?? []), { anchors }]);
  // A second SIM of the line, a second sign-in: what hung on the first may hang on it.
  const dead = state.dead.get(actor);
  for (const [position, hungOn] of dead ?? [])
    dead?.set(
      position,
      hungOn.filter((each) => !each.includes(capability)),
    );
  // What the owner takes out is in safety and no loss.
  const to = actor === "owner" ? "safe" : "gone";
  // "A loss that is a part of another is limited to the flow's `amount` in a night."
  const before = actor === "owner" ? 0 : (state.lost.get(capability) ?? 0);
  const left = leftOf(state, step, at);
  const taken = take(state.pots, capability, { amount: step.amount, before, each: step.each, left });
  for (const whose of new Set(step.sumLimits.map((limit) => limit.whose)))
    for (const { amount } of taken)
      state.spent.set(whose, [
        ...(state.spent.get(whose) ?? []),
        { at, hundredths: Math.round(amount * 100) },
      ]);
  if (actor !== "owner")
    state.lost.set(capability, before + taken.reduce((sum, { amount }) => sum + amount, 0));
  for (const { pot, amount } of taken)
    state.changes.push({ at, kind: "money", what: `${amount} from ${pot} to ${to}` });
}

/** "No more money than this in so long, by all runs together; of several limits all hold", in hundredths. */
export function leftOf({ spent }: State, { sumLimits }: PlainStep, now: number): number {
  return Math.min(
    ...sumLimits.map(({ whose, amount, perMinutes }) => {
      const within = (spent.get(whose) ?? []).filter(({ at }) => at + perMinutes > now);
      return Math.round(amount * 100) - within.reduce((sum, { hundredths }) => sum + hundredths, 0);
    }),
  );
}

/** What hangs on another gift of the same step comes after it. */
function besideLast(state: State, step: PlainStep): readonly string[] {
  const hangs = (given: string) => besideOf(state, step, given).length > 0;
  return [...step.gives.filter((given) => !hangs(given)), ...step.gives.filter(hangs)];
}

/** "Wholes come before their parts": a limit for one run is spent in this order, by name. */
function moneyLast(state: State, gives: readonly string[]): readonly string[] {
  const rank = (capability: string) => {
    const word = wordOf(state, capability);
    return word?.isLoss !== true ? 0 : word.partOf.length === 0 ? 1 : 2;
  };
  return [...gives].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? 0 : a < b ? -1 : a > b ? 1 : 0));
}

/** Or is the secret no longer the same, the SIM it hangs on dead? */
export function isGiven(state: State, actor: PlainActor, step: PlainStep, capability: string): boolean {
  if (isNoLongerSame(state, step, capability)) return false;
  const anchors = anchorsOf(state, step, capability);
  const dead = state.dead.get(actor)?.get(capability) ?? [];
  return !dead.some((each) => isSame(each, anchors));
}

/**
 * "What a step gives while a condition stops it is refused (a blocked card pays nothing), unless it hangs on something
 * (a SIM in a suspended line) and waits silently."
 */
export function isRefused(
  state: State,
  step: PlainStep,
  capability: string,
  lifted: readonly string[] = [],
): boolean {
  return (
    anchorsOf(state, step, capability).length === 0 && stoppedBy(state, capability, lifted) !== undefined
  );
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

/** "A revoked secret is no longer the same as those in `same-secret`." */
const isNoLongerSame = ({ renewed }: State, { flow, asks }: PlainStep, capability: string): boolean =>
  flow === "things/same-secret" && [capability, ...asks].some((each) => renewed.has(each));

/** Conditions that say when they lapse are gone from that minute on. */
export function lapse(state: State, now: number): void {
  const over = [...state.set].filter(([, until]) => until <= now).sort(([, a], [, b]) => a - b);
  for (const [condition, until] of over) {
    state.set.delete(condition);
    state.changes.push({ at: until, kind: "lapses", what: condition });
    letGo(state, condition);
    settle(state, until);
  }
}
