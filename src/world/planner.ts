/**
 * The next steps towards what an actor wants, from what the actor believes.
 *
 * The same rules, the same earliest times as reach (Knuth's generalisation of Dijkstra), asked anew from what is
 * believed to be had and not to be set, with likely durations instead of least ones. The steps of the earliest proofs
 * that can be begun at once are the plan; what is lost on the way, a lifted suspension say, is simply asked again.
 *
 * What to know to trust it: a plan is a pure function of the beliefs, so it is remembered by them (exactly: the bits
 * are compared) and a race of a million nights thinks each situation through once. The memory is emptied when full.
 */
import {
  type Atom,
  closure,
  compile,
  type Earliest,
  earliest,
  earliestScratch,
  type PlainRule,
  type Rules,
} from "../graph/index.ts";
import { minutesPerWeek } from "../model/index.ts";
import { newsOf } from "./arena.ts";
import type { View } from "./night.ts";
import { ruleAt, type Stage } from "./stage.ts";

/** Something wanted: to have an atom, to set a condition, to take a loss, or to have run a flow. */
export type Wanted =
  | { readonly kind: "have"; readonly atom: Atom }
  | { readonly kind: "set"; readonly condition: number }
  | { readonly kind: "take"; readonly goal: number }
  | { readonly kind: "run"; readonly rule: number };

export interface Target {
  readonly wanted: Wanted;
  /** Lower ranks first; within a rank the earliest to be had. */
  readonly rank: number;
}

export interface Planner {
  /** Rules that could be begun now, the most wanted first; running ones and barred ones left out. Valid until the next call. */
  next(view: View): readonly number[];
  /** In how many minutes something of the plan may be run that may not be now: an office opens, a limit ends. Infinity: none. */
  readonly opensIn: number;
}

/** No more targets are looked at once there are this many steps: more than a gang has hands, running ones included. */
const planMax = 16;
/** Situations remembered in each of two generations; one is about 300 bytes. */
const memoryMax = 40_000;
/** An agent who has refused this often in one night will refuse again. */
const refusalsMax = 4;
/** A closed office counts as this much later in the weighing of ways. */
const closedMinutes = 600;

interface Plan {
  readonly key: Int32Array;
  readonly steps: readonly number[];
  /** Steps of the plan whose office is closed. */
  readonly closed: readonly number[];
  readonly next: Plan | undefined;
}

/** What decides whether a small atom is there: read from a view. */
type Source =
  | { readonly kind: "atom"; readonly atom: Atom }
  | { readonly kind: "clear"; readonly condition: number }
  | { readonly kind: "done"; readonly rule: number }
  | { readonly kind: "start"; readonly atom: Atom }
  | { readonly kind: "wanted"; readonly wanted: Wanted }
  | { readonly kind: "nothing" };

export interface PlannerQuestion {
  readonly stage: Stage;
  /** What the actor has at minute 0. */
  readonly start: readonly Atom[];
  readonly targets: readonly Target[];
  /** Conditions the actor never clears, whatever that would open: who suspends a line does not lift it. */
  readonly keepsSet?: readonly number[];
}

export function plannerOf({ stage, start, targets, keepsSet = [] }: PlannerQuestion): Planner {
  const small = smallWorld(stage, start, targets, keepsSet);
  const mind = mindOf(stage, small);
  const desk = deskFor(small);
  // Two generations: when the young one is full the old one is forgotten, so what comes up often stays.
  let young = new Map<number, Plan>();
  let old = new Map<number, Plan>();
  const steps: number[] = [];
  let opensIn = Infinity;
  let last: Plan | undefined;

  function planFor(view: View): Plan {
    if (!mind.follow(view) && last !== undefined) return last;
    const { key } = mind;
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key[i]!, 0x01000193) ^ (hash >>> 13);
    const known = found(young.get(hash), key);
    if (known !== undefined) return known;
    if (young.size >= memoryMax) {
      old = young;
      young = new Map();
    }
    const made = { ...(found(old.get(hash), key) ?? think(small, mind, desk)), next: young.get(hash) };
    young.set(hash, made);
    return made;
  }

  return {
    get opensIn() {
      return opensIn;
    },
    next(view) {
      last = planFor(view);
      steps.length = 0;
      opensIn = Infinity;
      for (const rule of last.steps)
        if (!view.isRunning(rule) && isBelievedReady(view, rule)) steps.push(rule);
      for (const rule of last.closed) opensIn = Math.min(opensIn, view.opensIn(rule));
      for (const id of mind.limited) {
        const wait = view.barredUntil(small.ruleIds[id]!) - view.now;
        if (wait > 0) opensIn = Math.min(opensIn, wait);
      }
      return steps;
    },
  };
}

/** What the actor believes, as bits that follow the news. */
interface Mind {
  /** First a bit for each source, then for each small rule: out of question, closed. */
  readonly key: Int32Array;
  /** Small rules under a limit. */
  readonly limited: readonly number[];
  /** Small rules that may be out of question or closed. */
  readonly moody: readonly number[];
  isBit(at: number): boolean;
  /** Brings the bits up to date; true when one changed, or another night has begun. */
  follow(view: View): boolean;
}

const outAt = (sources: number, id: number): number => sources + 2 * id;
const shutAt = (sources: number, id: number): number => sources + 2 * id + 1;

function mindOf(stage: Stage, { sources, ruleIds }: SmallWorld): Mind {
  const count = sources.length;
  const key = new Int32Array(Math.ceil((count + 2 * ruleIds.length) / 32) || 1);
  /** The key at minute 0, the same every night. */
  const dawn = new Int32Array(key.length);
  let isDawnKnown = false;
  let night = -1;
  let read = 0;
  let hoursUntil = -Infinity;
  const steps = ruleIds.flatMap((rule, id) => (rule < 0 ? [] : [id]));
  const limited = steps.filter((id) => stage.mostGroup[ruleIds[id]!]! >= 0);
  const withHours = steps.filter((id) => ruleAt(stage.world, ruleIds[id]!).opens !== undefined);
  const hangs = (rule: number) =>
    stage.anchors.from[stage.gives.from[rule + 1]!]! > stage.anchors.from[stage.gives.from[rule]!]!;
  const stubborn = steps.filter(
    (id) => stage.chance[ruleIds[id]!]! < 1 || stage.isSameSecret[ruleIds[id]!] === 1 || hangs(ruleIds[id]!),
  );
  const edges = [
    ...new Set(withHours.flatMap((id) => (ruleAt(stage.world, ruleIds[id]!).opens ?? []).flat())),
  ].sort((a, b) => a - b);
  const dependents = dependentsOf(stage, sources);
  const refusers = new Map(stubborn.map((id) => [ruleIds[id]!, id] as const));
  const isOut = (view: View, rule: number) =>
    (view.barredUntil(rule) > view.now && !view.isRunning(rule)) ||
    (stage.chance[rule]! < 1 && view.timesRefused(rule) >= refusalsMax) ||
    view.isInVain(rule);

  function put(at: number, value: boolean): boolean {
    const word = key[at >> 5]!;
    const bit = 1 << (at & 31);
    key[at >> 5] = value ? word | bit : word & ~bit;
    return key[at >> 5] !== word;
  }
  function readAll(view: View): void {
    key.fill(0);
    for (let i = 0; i < count; i++) put(i, isThere(view, sources[i]!));
    for (const id of stubborn) put(outAt(count, id), isOut(view, ruleIds[id]!));
  }
  function readHours(view: View): boolean {
    if (view.startsAt === undefined || view.now < hoursUntil) return false;
    let hasChanged = false;
    for (const id of withHours) if (put(shutAt(count, id), view.opensIn(ruleIds[id]!) > 0)) hasChanged = true;
    hoursUntil = view.now + minutesToNext(edges, view.startsAt + view.now);
    return hasChanged;
  }

  return {
    key,
    limited,
    moody: [...new Set([...limited, ...withHours, ...stubborn])].sort((a, b) => a - b),
    isBit: (at) => (key[at >> 5]! & (1 << (at & 31))) !== 0,
    follow(view) {
      const { news } = view;
      let hasChanged = false;
      if (night !== news.night) {
        night = news.night;
        hasChanged = true;
        hoursUntil = -Infinity;
        read = 0;
        // A planner asked for the first time late in a night knows no dawn yet, and looks at everything.
        if (isDawnKnown) key.set(dawn);
        else {
          readAll(view);
          isDawnKnown = view.now === 0 && news.count === 0;
          if (isDawnKnown) dawn.set(key);
          read = news.count;
        }
      }
      if (news.isFull) {
        readAll(view);
        hasChanged = true;
        hoursUntil = -Infinity;
      } else {
        for (; read < news.count; read++) {
          const entry = news.entries[read]!;
          const touched = dependents[entry & 3]![entry >> 2];
          if (touched !== undefined)
            for (let i = 0; i < touched.length; i++)
              if (put(touched[i]!, isThere(view, sources[touched[i]!]!))) hasChanged = true;
          if ((entry & 3) !== newsOf.rule) continue;
          const id = refusers.get(entry >> 2);
          if (id !== undefined && put(outAt(count, id), isOut(view, ruleIds[id]!))) hasChanged = true;
        }
      }
      if (readHours(view)) hasChanged = true;
      for (let i = 0; i < limited.length; i++)
        if (put(outAt(count, limited[i]!), isOut(view, ruleIds[limited[i]!]!))) hasChanged = true;
      return hasChanged;
    },
  };
}

/** Minutes from this minute of the week to the next opening or closing. */
function minutesToNext(edges: readonly number[], at: number): number {
  const minute = ((at % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  const next = edges.find((edge) => edge > minute + 1e-9);
  return next !== undefined
    ? next - minute
    : edges[0] === undefined
      ? Infinity
      : edges[0] + minutesPerWeek - minute;
}

/** By kind of news and id: the sources that may change with it. */
function dependentsOf(stage: Stage, sources: readonly Source[]): readonly (readonly (readonly number[])[])[] {
  const lists: number[][][] = [[], [], [], []];
  const add = (kind: number, id: number, source: number) => {
    const list = lists[kind]![id];
    if (list === undefined) lists[kind]![id] = [source];
    else if (!list.includes(source)) list.push(source);
  };
  for (const [i, source] of sources.entries()) {
    switch (source.kind) {
      case "atom":
      case "start":
        add(newsOf.atom, source.atom, i);
        break;
      case "clear":
        add(newsOf.condition, source.condition, i);
        break;
      case "done": {
        const { gives, anchors } = stage;
        add(newsOf.rule, source.rule, i);
        for (
          let j = anchors.from[gives.from[source.rule]!]!;
          j < anchors.from[gives.from[source.rule + 1]!]!;
          j++
        )
          add(newsOf.atom, anchors.values[j]!, i);
        break;
      }
      case "wanted": {
        const { wanted } = source;
        if (wanted.kind === "have") add(newsOf.atom, wanted.atom, i);
        if (wanted.kind === "set") add(newsOf.condition, wanted.condition, i);
        if (wanted.kind === "take") add(newsOf.goal, wanted.goal, i);
        if (wanted.kind === "run") add(newsOf.rule, wanted.rule, i);
        break;
      }
      case "nothing":
        break;
    }
  }
  return lists;
}

/** Working memory of thinking, used again and again. */
interface Desk {
  readonly scratch: Earliest;
  readonly active: Uint8Array;
  readonly isHeld: Uint8Array;
  readonly held: number[];
  /** By small rule: the target for which it was last looked at. */
  readonly seenFor: Int32Array;
  readonly path: number[];
}

const deskFor = ({ rules }: SmallWorld): Desk => ({
  scratch: earliestScratch(rules),
  active: new Uint8Array(rules.ruleCount),
  isHeld: new Uint8Array(rules.atomCount),
  held: [],
  seenFor: new Int32Array(rules.ruleCount),
  path: [],
});

/** The plan for one situation: a pure function of the bits. */
function think(small: SmallWorld, mind: Mind, desk: Desk): Omit<Plan, "next"> {
  const { rules, ruleIds, sources, targets } = small;
  const { held, isHeld, active, seenFor } = desk;
  held.length = 0;
  for (let i = 0; i < sources.length; i++) {
    isHeld[i] = mind.isBit(i) ? 1 : 0;
    if (isHeld[i] === 1) held.push(i);
  }
  // A rule that gives only what is there already leads nowhere.
  for (let id = 0; id < rules.ruleCount; id++)
    active[id] = isAllHeld(rules.givesFrom, rules.gives, id, isHeld) ? 0 : 1;
  const shut = new Set<number>();
  for (const id of mind.moody) {
    if (mind.isBit(outAt(sources.length, id))) active[id] = 0;
    if (mind.isBit(shutAt(sources.length, id))) shut.add(id);
  }
  const found = earliest(shut.size === 0 ? rules : slowed(rules, shut), held, { active }, desk.scratch);
  const order = targets
    .filter(({ atom }) => isHeld[atom] === 0 && found.time[atom]! < Infinity)
    .map((target) => ({ ...target, time: found.time[target.atom]! }))
    .sort((a, b) => a.rank - b.rank || a.time - b.time || a.atom - b.atom);
  const steps: number[] = [];
  const closed: number[] = [];
  seenFor.fill(-1);
  for (const [turn, { atom }] of order.entries()) {
    for (const id of readyBehind(small, found, atom, turn, desk)) {
      const list = shut.has(id) ? closed : steps;
      if (!list.includes(ruleIds[id]!)) list.push(ruleIds[id]!);
    }
    if (steps.length >= planMax) break;
  }
  return { key: mind.key.slice(), steps, closed };
}

function isAllHeld(from: Int32Array, values: Int32Array, row: number, isHeld: Uint8Array): boolean {
  for (let i = from[row]!; i < from[row + 1]!; i++) if (isHeld[values[i]!] === 0) return false;
  return true;
}

/** The steps of the earliest proof of an atom that can be begun at once, lowest number first. */
function readyBehind(
  { rules, ruleIds }: SmallWorld,
  found: Earliest,
  atom: number,
  turn: number,
  { isHeld, seenFor, path }: Desk,
): readonly number[] {
  const ready: number[] = [];
  path.length = 0;
  path.push(atom);
  for (const here of path) {
    const id = found.because[here]!;
    if (isHeld[here] === 1 || id < 0 || seenFor[id] === turn) continue;
    seenFor[id] = turn;
    if (ruleIds[id]! >= 0 && isAllHeld(rules.asksFrom, rules.asks, id, isHeld)) ready.push(id);
    else for (let i = rules.asksFrom[id]!; i < rules.asksFrom[id + 1]!; i++) path.push(rules.asks[i]!);
  }
  return ready.sort((a, b) => a - b);
}

function found(chain: Plan | undefined, key: Int32Array): Plan | undefined {
  for (let plan = chain; plan !== undefined; plan = plan.next) if (isSameKey(plan.key, key)) return plan;
  return undefined;
}

function isSameKey(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Everything it asks is believed to be there: what only follows from a guess is not begun. */
export function isBelievedReady(view: View, rule: number): boolean {
  const { asks, needsClear } = view.stage;
  for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++) if (!view.has(asks.values[i]!)) return false;
  for (let i = needsClear.from[rule]!; i < needsClear.from[rule + 1]!; i++)
    if (view.isSet(needsClear.values[i]!)) return false;
  return true;
}

function isThere(view: View, source: Source): boolean {
  switch (source.kind) {
    case "atom":
      return view.has(source.atom);
    case "clear":
      return !view.isSet(source.condition);
    case "done":
      return view.isDone(source.rule) && areAnchorsBelieved(view, source.rule);
    case "start":
      return view.isFromStart(source.atom);
    case "wanted":
      return isHad(view, source.wanted);
    case "nothing":
      return false;
  }
}

function isHad(view: View, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case "have":
      return view.has(wanted.atom);
    case "set":
      return view.isSet(wanted.condition);
    case "take":
      return view.isTaken(wanted.goal);
    case "run":
      return view.timesDone(wanted.rule) > 0;
  }
}

function areAnchorsBelieved(view: View, rule: number): boolean {
  const { gives, anchors } = view.stage;
  for (let i = anchors.from[gives.from[rule]!]!; i < anchors.from[gives.from[rule + 1]!]!; i++)
    if (!view.has(anchors.values[i]!)) return false;
  return true;
}

const slowed = (rules: Rules, shut: ReadonlySet<number>): Rules => ({
  ...rules,
  minutes: rules.minutes.map((minutes, id) => (shut.has(id) ? minutes + closedMinutes : minutes)),
});

interface SmallWorld {
  readonly rules: Rules;
  /** What decides each small atom. */
  readonly sources: readonly Source[];
  /** The stage's rule of each small one; -1: bookkeeping. */
  readonly ruleIds: readonly number[];
  readonly targets: readonly { readonly atom: number; readonly rank: number }[];
}

/** The rules that can matter for the targets, with an atom of its own for each thing wanted. */
function smallWorld(
  stage: Stage,
  start: readonly Atom[],
  targets: readonly Target[],
  keepsSet: readonly number[],
): SmallWorld {
  const { world } = stage;
  const sources = new Map<number, Source>();
  for (let atom = 0; atom < stage.atomCount; atom++) sources.set(atom, { kind: "atom", atom });
  for (const [condition, { cleared }] of world.conditions.entries())
    sources.set(cleared, { kind: "clear", condition });
  let count = stage.atomCount;
  const wantedAtom = new Map<string, number>();
  const atomOfWanted = (wanted: Wanted): number => {
    const text = JSON.stringify(wanted);
    const known = wantedAtom.get(text);
    if (known !== undefined) return known;
    sources.set(count, { kind: "wanted", wanted });
    wantedAtom.set(text, count);
    return count++;
  };
  const marks = targets.map(({ wanted, rank }) => ({ atom: atomOfWanted(wanted), rank }));
  const drafts: { rule: PlainRule; id: number }[] = [];
  for (let id = 0; id < stage.ruleCount; id++) {
    const rule = ruleAt(world, id);
    const isRelay = rule.flow.id === "relay";
    if (!isRelay && (stage.isStep[id] !== 1 || stage.chance[id]! <= 0 || undoes(stage, id, keepsSet)))
      continue;
    if (!isRelay)
      for (const atom of rule.gives)
        if ((world.atoms[atom] ?? "").startsWith("done ")) sources.set(atom, { kind: "done", rule: id });
    const sets = rule.sets.map(({ condition }) => wantedAtom.get(JSON.stringify({ kind: "set", condition })));
    const more = [...sets, wantedAtom.get(JSON.stringify({ kind: "run", rule: id }))].flatMap(
      (atom) => atom ?? [],
    );
    const minutes = isRelay
      ? 0
      : (rule.flow.takes.likely + (rule.flow.delay?.takes.likely ?? 0)) / stage.chance[id]!;
    drafts.push({
      rule: { asks: rule.asks, gives: [...rule.gives, ...more], minutes, cost: 0, guard: [] },
      id: isRelay ? -1 : id,
    });
  }
  const internal = (asks: readonly number[], gives: readonly number[]) =>
    drafts.push({ rule: { asks, gives, minutes: 0, cost: 0, guard: [] }, id: -1 });
  for (const { wanted } of targets) {
    if (wanted.kind === "have") internal([wanted.atom], [atomOfWanted(wanted)]);
    if (wanted.kind === "take") internal([world.goals[wanted.goal]?.atom ?? 0], [atomOfWanted(wanted)]);
  }
  // A position had from the start comes back when what stops it is lifted.
  for (const atom of start) {
    const stopping = [...stage.stops.values.subarray(stage.stops.from[atom], stage.stops.from[atom + 1])].map(
      (condition) => world.conditions[condition]?.cleared ?? 0,
    );
    if (stopping.length === 0) continue;
    sources.set(count, { kind: "start", atom });
    internal([count, ...stopping], [atom]);
    count++;
  }
  return sliced({
    count,
    drafts,
    sources,
    start,
    marks,
    cleared: world.conditions.map(({ cleared }) => cleared),
  });
}

/** A new SIM ends a suspension too, but that is not what it is for. */
function undoes({ world, gives }: Stage, rule: number, keepsSet: readonly number[]): boolean {
  return (
    gives.from[rule] === gives.from[rule + 1] &&
    ruleAt(world, rule).clears.some((condition) => keepsSet.includes(condition))
  );
}

interface SliceQuestion {
  readonly count: number;
  readonly drafts: readonly { readonly rule: PlainRule; readonly id: number }[];
  readonly sources: ReadonlyMap<number, Source>;
  readonly start: readonly Atom[];
  readonly marks: readonly { readonly atom: number; readonly rank: number }[];
  readonly cleared: readonly number[];
}

/**
 * Forward: what could ever be had, with nothing set. Backward: what leads to a target, through what is there at the
 * start as well, for it may be lost.
 */
function sliced({ count, drafts, sources, start, marks, cleared }: SliceQuestion): SmallWorld {
  const whole = compile(
    count,
    drafts.map(({ rule }) => rule),
  );
  const { reached } = closure(whole, [
    ...start,
    ...cleared,
    ...[...sources].flatMap(([atom, { kind }]) => (kind === "start" ? [atom] : [])),
  ]);
  const isWanted = new Uint8Array(count);
  const isKept = new Uint8Array(drafts.length);
  const queue: number[] = [];
  const want = (atom: number) => {
    if (isWanted[atom] === 1) return;
    isWanted[atom] = 1;
    queue.push(atom);
  };
  for (const { atom } of marks) want(atom);
  for (const atom of queue) {
    for (let i = whole.giversFrom[atom]!; i < whole.giversFrom[atom + 1]!; i++) {
      const rule = whole.givers[i]!;
      const { asks } = drafts[rule]!.rule;
      if (isKept[rule] === 1 || !asks.every((asked) => reached[asked] === 1)) continue;
      isKept[rule] = 1;
      for (const asked of asks) want(asked);
    }
  }
  const smallOf = new Map<number, number>();
  const kept = drafts.filter((_, rule) => isKept[rule] === 1);
  for (const atom of queue) if (!smallOf.has(atom)) smallOf.set(atom, smallOf.size);
  const of = (atoms: readonly number[]) => atoms.flatMap((atom) => smallOf.get(atom) ?? []);
  const rules = kept.map(({ rule }) => ({ ...rule, asks: of(rule.asks), gives: of(rule.gives) }));
  return {
    rules: compile(smallOf.size, rules),
    sources: [...smallOf.keys()].map((atom) => sources.get(atom) ?? { kind: "nothing" }),
    ruleIds: kept.map(({ id }) => id),
    targets: marks.flatMap(({ atom, rank }) =>
      smallOf.has(atom) ? [{ atom: smallOf.get(atom)!, rank }] : [],
    ),
  };
}
