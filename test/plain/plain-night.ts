/**
 * A night, played once more from the notation's words alone.
 *
 * Given what is done (who runs which flow for which things, begun when, over when), it says what comes of it: who has
 * what now, what is set, where the money went, which steps were refused and why. Plain sets and maps with text keys;
 * everything anybody has is found anew after every moment. It shares nothing with src/world and reads nothing of it.
 *
 * "What somebody has is derived: they had it at the start or a completed step gave it, what it hangs on is still had,
 * and nothing set stops it" (decision 6). Where a sentence of the notation can be read two ways, the reading stands
 * beside the code; where it is about to change, it is a switch in `Readings`.
 */
import { minutesPerWeek, splitCapability } from "../../src/model/index.ts";
import { lossPots, type Pots, take } from "./plain-money.ts";
import { type PlainStep, plainSteps, type StepsQuestion } from "./plain-steps.ts";
import { followed, type PlainWorld, plainWorld } from "./plain-world.ts";

export const plainActors = ["intruder", "owner"] as const;
export type PlainActor = (typeof plainActors)[number];

/** When something happens; at one minute what has the lower number is first. */
export interface Moment {
  readonly at: number;
  readonly order: number;
}

/** One thing somebody does. */
export interface Act {
  readonly actor: PlainActor;
  readonly flow: string;
  readonly things: ReadonlyMap<string, string>;
  readonly asks: readonly string[];
  readonly unless: readonly string[];
  readonly begins: Moment;
  /** The hands are free again; absent: the night ended before. */
  readonly over?: Moment;
  /** What waits falls due; absent: the night ended before, or it was called off. */
  readonly due?: Moment;
  readonly agentGivesWay: boolean;
}

export interface Readings {
  /** "A step that waits is judged again when it falls due." Today it is judged at its beginning and when its hands are free. */
  readonly isJudgedWhenDue: boolean;
}
export const readingsToday: Readings = { isJudgedWhenDue: false };
export const readingsToCome: Readings = { isJudgedWhenDue: true };

export interface PlainGame extends StepsQuestion {
  /** What the intruder holds at minute 0. */
  readonly held: readonly string[];
  readonly acts: readonly Act[];
  readonly horizonMinutes: number;
  readonly readings?: Readings;
}

export type Why =
  | { readonly kind: "no-such-step" }
  | { readonly kind: "wanting"; readonly what: string; readonly when: "begins" | "ends" | "due" }
  | { readonly kind: "stopped"; readonly by: string; readonly when: "begins" | "ends" | "due" }
  | { readonly kind: "closed" }
  | { readonly kind: "too-often" }
  | { readonly kind: "agent" };

export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly why: Why }
  | { readonly kind: "called-off"; readonly by: Act }
  /** The night ended before. */
  | { readonly kind: "open" };

export type ChangeKind = "gains" | "loses" | "sets" | "clears" | "lapses" | "money";

export interface Change {
  readonly at: number;
  readonly kind: ChangeKind;
  /** Whose; of what is set, cleared and lapses nobody's. */
  readonly actor?: PlainActor;
  /** A capability, a condition, or what moved: `250 from card.a.balance`. */
  readonly what: string;
}

export interface PlainNight {
  readonly changes: readonly Change[];
  readonly outcomes: ReadonlyMap<Act, Outcome>;
  /** In hundredths, by pot: what is left. */
  readonly pots: ReadonlyMap<string, number>;
  /** Whatever a step of this world asks or gives, and what is held: what can be had at all. */
  readonly speaksOf: ReadonlySet<string>;
}

/** A completed step gave it, with these in hand. */
interface Support {
  readonly anchors: readonly string[];
}

interface State {
  readonly world: PlainWorld;
  readonly steps: readonly PlainStep[];
  readonly readings: Readings;
  readonly startsAt: number | undefined;
  readonly speaksOf: ReadonlySet<string>;
  /** By actor: what is still had of what was had at the start. */
  readonly start: ReadonlyMap<PlainActor, Set<string>>;
  /** By actor and capability. */
  readonly given: ReadonlyMap<PlainActor, Map<string, Support[]>>;
  /** By actor: `capability < anchor`, where the position was revoked. */
  readonly dead: ReadonlyMap<PlainActor, Set<string>>;
  /** Conditions now set, with the minute they lapse. */
  readonly set: Map<string, number>;
  /** Secrets that have been made anew. */
  readonly renewed: Set<string>;
  /** By flow and effect: the minutes it was run. */
  readonly ran: Map<string, number[]>;
  readonly pots: Pots;
  had: ReadonlyMap<PlainActor, ReadonlySet<string>>;
  readonly changes: Change[];
}

export function plainNight(game: PlainGame): PlainNight {
  const state = beginning(game);
  const outcomes = new Map<Act, Outcome>();
  const waiting = new Map<Act, PlainStep>();
  for (const { moment, kind, act } of momentsOf(game.acts)) {
    lapse(state, moment.at);
    const known = outcomes.get(act);
    if (known !== undefined && known.kind !== "open") continue;
    const refuse = (why: Why) => outcomes.set(act, { kind: "refused", why });
    const step = stepOf(state, act);
    if (step === undefined) {
      refuse({ kind: "no-such-step" });
      continue;
    }
    if (kind === "begins") {
      const why = mayBegin(state, act, step);
      if (why === undefined) outcomes.set(act, { kind: "open" });
      else refuse(why);
      continue;
    }
    if (kind === "over" || state.readings.isJudgedWhenDue) {
      const why = isWanting(state, act.actor, step, kind === "over" ? "ends" : "due");
      if (why !== undefined) {
        waiting.delete(act);
        refuse(why);
        continue;
      }
    }
    if (kind === "over" && step.hasAgent && !act.agentGivesWay) {
      refuse({ kind: "agent" });
      continue;
    }
    if (kind === "over" && step.delay !== undefined) {
      waiting.set(act, step);
      continue;
    }
    waiting.delete(act);
    outcomes.set(act, { kind: "done" });
    complete(state, act.actor, step, moment.at);
    for (const [other, pending] of waiting) {
      if (!callsOff(step, pending)) continue;
      waiting.delete(other);
      outcomes.set(other, { kind: "called-off", by: act });
    }
  }
  lapse(state, game.horizonMinutes);
  const { changes, pots, speaksOf } = state;
  return { changes, outcomes, pots: new Map([...pots].map(([pot, { left }]) => [pot, left])), speaksOf };
}

// --- the beginning --------------------------------------------------------------------------------------------------

function beginning(game: PlainGame): State {
  const world = plainWorld(game);
  const steps = plainSteps(game);
  const held = new Set(game.held);
  const speaksOf = new Set([...steps.flatMap(({ asks, gives }) => [...asks, ...gives]), ...held]);
  const owners = ownersStart(world, game.held);
  const state: State = {
    world,
    steps,
    readings: game.readings ?? readingsToday,
    startsAt: game.startsAt,
    speaksOf,
    start: new Map([
      ["intruder", new Set(held)],
      ["owner", new Set([...speaksOf].filter(owners))],
    ]),
    given: new Map(plainActors.map((actor) => [actor, new Map()])),
    dead: new Map(plainActors.map((actor) => [actor, new Set()])),
    set: new Map(world.set),
    renewed: new Set(),
    ran: new Map(),
    pots: lossPots(world, steps),
    had: new Map(),
    changes: [],
  };
  state.had = new Map(plainActors.map((actor) => [actor, hadNow(state, actor)]));
  return state;
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
      !world.person.forgotten.includes(capability) &&
      !things.some((thing) => isNew.has(thing)) &&
      !(word.exclusive && things.some((thing) => gone.has(thing)))
    );
  };
}

/** `know(card.a.pin)` is of `card.a`. */
export function partsOf(capability: string): { readonly kind: string; readonly things: readonly string[] } {
  const { kind, subjects } = splitCapability(capability) ?? { kind: "", subjects: [] };
  return { kind, things: subjects.map((subject) => subject.split(".").slice(0, 2).join(".")) };
}

// --- having -----------------------------------------------------------------------------------------------------------

/** "They had it at the start or a completed step gave it, what it hangs on is still had, and nothing set stops it." */
function hadNow(state: State, actor: PlainActor): ReadonlySet<string> {
  // "What somebody holds at the start is held whatever is set."
  const had = new Set(state.start.get(actor));
  const given = state.given.get(actor) ?? new Map<string, Support[]>();
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const [capability, supports] of given) {
      if (had.has(capability) || stoppedBy(state, capability) !== undefined) continue;
      if (!supports.some(({ anchors }) => anchors.every((anchor) => had.has(anchor)))) continue;
      had.add(capability);
      isMoving = true;
    }
  }
  return had;
}

/** "A condition stops capabilities with the same subject while it is set." "`know` is stopped by nothing." */
function stoppedBy({ world, set }: State, capability: string): string | undefined {
  const { kind, things } = partsOf(capability);
  if (kind === "know") return undefined;
  return [...set.keys()].find((condition) => {
    const what = partsOf(condition);
    const stops = world.catalog.vocabulary.conditions.get(what.kind)?.stops ?? [];
    return stops.includes(kind) && what.things.some((thing) => things.includes(thing));
  });
}

/** Finds anew what everybody has, and tells what changed. "Only one actor can have it": who has it now took it. */
function settle(state: State, at: number): void {
  const before = state.had;
  for (const actor of plainActors) {
    const now = hadNow(state, actor);
    for (const capability of now) {
      if (before.get(actor)?.has(capability) === true) continue;
      if (state.world.catalog.vocabulary.capabilities.get(partsOf(capability).kind)?.exclusive !== true) continue;
      for (const other of plainActors) if (other !== actor) drop(state, other, capability);
    }
  }
  state.had = new Map(plainActors.map((actor) => [actor, hadNow(state, actor)]));
  for (const actor of plainActors) {
    const [was, is] = [before.get(actor) ?? new Set<string>(), state.had.get(actor) ?? new Set<string>()];
    for (const what of is) if (!was.has(what)) state.changes.push({ at, kind: "gains", actor, what });
    for (const what of was) if (!is.has(what)) state.changes.push({ at, kind: "loses", actor, what });
  }
}

function drop({ start, given }: State, actor: PlainActor, capability: string): void {
  start.get(actor)?.delete(capability);
  given.get(actor)?.delete(capability);
}

// --- steps --------------------------------------------------------------------------------------------------------------

type Phase = "begins" | "over" | "due";
const phases: readonly Phase[] = ["begins", "over", "due"];

function momentsOf(acts: readonly Act[]): readonly { readonly moment: Moment; readonly kind: Phase; readonly act: Act }[] {
  return acts
    .flatMap((act) =>
      phases.flatMap((kind) => {
        const moment = act[kind];
        return moment === undefined ? [] : [{ moment, kind, act }];
      }),
    )
    .sort((a, b) => a.moment.at - b.moment.at || a.moment.order - b.moment.order);
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

/** The step meant: this flow, this way to meet what it asks, these things. */
function stepOf({ steps }: State, { flow, asks, unless, things }: Act): PlainStep | undefined {
  const meant = steps.filter(
    (step) =>
      step.flow === flow &&
      isSame(step.asks, asks) &&
      isSame(step.unless, unless) &&
      [...step.things].every(([path, thing]) => (things.get(path) ?? thing) === thing),
  );
  const exact = meant.filter((step) => isSame([...step.things.keys()], [...things.keys()]));
  return exact[0] ?? meant[0];
}

function mayBegin(state: State, { actor, begins: { at } }: Act, step: PlainStep): Why | undefined {
  const why = isWanting(state, actor, step, "begins");
  if (why !== undefined) return why;
  if (!isOpen(state, step, at)) return { kind: "closed" };
  if (step.atMost === undefined) return undefined;
  // "`at-most` counts everybody's runs of the flow with the same effect": those of the time before this one.
  const { times, perMinutes } = step.atMost;
  const key = JSON.stringify([
    step.flow,
    [...step.gives].sort(),
    step.sets.map(({ condition }) => condition).sort(),
    [...step.clears].sort(),
  ]);
  const ran = state.ran.get(key) ?? [];
  if (ran.filter((minute) => minute + perMinutes > at).length >= times) return { kind: "too-often" };
  state.ran.set(key, [...ran, at]);
  return undefined;
}

/** "`asks` must be there when a step begins and still when it ends; so must all of `unless`." */
function isWanting(
  state: State,
  actor: PlainActor,
  { asks, unless }: PlainStep,
  when: "begins" | "ends" | "due",
): Why | undefined {
  const what = asks.find((each) => state.had.get(actor)?.has(each) !== true);
  if (what !== undefined) return { kind: "wanting", what, when };
  const by = unless.find((condition) => state.set.has(condition));
  return by === undefined ? undefined : { kind: "stopped", by, when };
}

function isOpen({ startsAt }: State, { hours }: PlainStep, at: number): boolean {
  if (hours === undefined) return true;
  if (startsAt === undefined) return hours.length > 0;
  // Minutes are sums of fractions: who waits for the opening arrives when it opens, not a hair before.
  const now = (startsAt + at) % minutesPerWeek;
  return hours.some(([from, to]) => from <= now + 1e-6 && now < to);
}

/** What a completed step does: lifted first, then set, then taken from others, then given. */
function complete(state: State, actor: PlainActor, step: PlainStep, at: number): void {
  for (const condition of step.clears) {
    if (!state.set.delete(condition)) continue;
    state.changes.push({ at, kind: "clears", what: condition });
  }
  // "`expires` runs from the moment a condition is set; set twice, it lasts as long as the longer."
  for (const { condition, expires = Infinity } of step.sets) {
    const until = state.set.get(condition);
    if (until === undefined) state.changes.push({ at, kind: "sets", what: condition });
    state.set.set(condition, Math.max(until ?? -Infinity, at + expires));
  }
  for (const capability of step.revokes) revoke(state, actor, capability);
  for (const capability of step.gives) give(state, actor, step, capability, at);
  settle(state, at);
}

/** "From everybody but whoever ran the flow." "A revoked position is not had again from the same SIM, phone or session." */
function revoke(state: State, by: PlainActor, capability: string): void {
  for (const actor of plainActors) {
    if (actor === by) continue;
    for (const { anchors } of state.given.get(actor)?.get(capability) ?? [])
      for (const anchor of anchors) state.dead.get(actor)?.add(`${capability} < ${anchor}`);
    drop(state, actor, capability);
  }
  // "A revoked secret is no longer the same as those in `same-secret`."
  state.renewed.add(capability);
}

function give(state: State, actor: PlainActor, step: PlainStep, capability: string, at: number): void {
  if (step.flow === "things/same-secret" && [capability, ...step.asks].some((each) => state.renewed.has(each)))
    return;
  const hangsOn = state.world.catalog.vocabulary.capabilities.get(partsOf(capability).kind)?.while ?? [];
  const anchors = step.asks.filter((asked) => hangsOn.includes(partsOf(asked).kind));
  if (anchors.some((anchor) => state.dead.get(actor)?.has(`${capability} < ${anchor}`) === true)) return;
  // "What a step gives while a condition stops it is refused, unless it hangs on something and waits silently."
  if (anchors.length === 0 && stoppedBy(state, capability) !== undefined) return;
  const given = state.given.get(actor);
  given?.set(capability, [...(given.get(capability) ?? []), { anchors }]);
  // What the owner spends is no loss.
  if (actor === "owner") return;
  for (const { pot, amount } of take(state.pots, capability))
    state.changes.push({ at, kind: "money", actor, what: `${amount} from ${pot}` });
}

/** "`delay` ends when `cancelled-by` is run": for the same things, as far as both speak of them. */
function callsOff({ flow, things }: PlainStep, waiting: PlainStep): boolean {
  return (
    waiting.delay?.cancelledBy === flow &&
    [...waiting.things].every(([path, thing]) => (things.get(path) ?? thing) === thing)
  );
}

/** Conditions that say when they lapse are gone from that minute on. */
function lapse(state: State, now: number): void {
  const over = [...state.set].filter(([, until]) => until <= now).sort(([, a], [, b]) => a - b);
  for (const [condition, until] of over) {
    state.set.delete(condition);
    state.changes.push({ at: until, kind: "lapses", what: condition });
    settle(state, until);
  }
}
