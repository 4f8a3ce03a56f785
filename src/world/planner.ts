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
import { type Atom, closure, compile, earliest, earliestScratch, type PlainRule, type Rules, rulesBehind } from "../graph/index.ts";
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

/** Steps beyond this many are not begun by any number of hands we know. */
const planMax = 24;
/** Situations remembered: about 20 MB at worst, then forgotten together. */
const memoryMax = 20_000;
/** An agent who has refused this often in one night will refuse again. */
export const refusalsMax = 4;
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
  const { rules, sources, ruleIds, asked } = small;
  const words = Math.ceil((sources.length + 2 * ruleIds.length) / 32) || 1;
  const key = new Int32Array(words);
  const memory = new Map<number, Plan>();
  const scratch = earliestScratch(rules);
  const active = new Uint8Array(rules.ruleCount);
  const steps: number[] = [];
  let opensIn = Infinity;

  /** What may be out of question for a while: limits, agents, hours. */
  const moody = ruleIds.flatMap((rule, id) => (rule >= 0 && (stage.mostGroup[rule]! >= 0 || stage.chance[rule]! < 1 || stage.isSameSecret[rule] === 1 || ruleAt(stage.world, rule).opens !== undefined) ? [id] : []));
  const isShut = (view: View, rule: number) => view.opensIn(rule) > 0;
  const isOut = (view: View, rule: number) => view.barredUntil(rule) > view.now || (stage.chance[rule]! < 1 && view.timesRefused(rule) >= refusalsMax) || (stage.isSameSecret[rule] === 1 && view.timesFailed(rule) > 0);

  function readKey(view: View): number {
    key.fill(0);
    for (let i = 0; i < sources.length; i++) if (isThere(view, sources[i]!)) key[i >> 5]! |= 1 << (i & 31);
    for (const id of moody) {
      const rule = ruleIds[id]!;
      const at = sources.length + 2 * id;
      if (isOut(view, rule)) key[at >> 5]! |= 1 << (at & 31);
      if (isShut(view, rule)) key[(at + 1) >> 5]! |= 1 << ((at + 1) & 31);
    }
    let hash = 0x811c9dc5;
    for (let i = 0; i < words; i++) hash = Math.imul(hash ^ key[i]!, 0x01000193) ^ (hash >>> 13);
    return hash;
  }

  function think(view: View): Plan {
    const held: number[] = [];
    for (let i = 0; i < sources.length; i++) if (isThere(view, sources[i]!)) held.push(i);
    active.fill(1);
    const shut = new Set<number>();
    for (const id of moody) {
      if (isOut(view, ruleIds[id]!)) active[id] = 0;
      if (isShut(view, ruleIds[id]!)) shut.add(id);
    }
    const found = earliest(shut.size === 0 ? rules : slowed(rules, shut), held, { active }, scratch);
    const isHeld = new Uint8Array(rules.atomCount);
    for (const atom of held) isHeld[atom] = 1;
    const open = small.targets.filter(({ atom }) => isHeld[atom] === 0 && found.time[atom]! < Infinity);
    const order = open.map((target) => ({ ...target, time: found.time[target.atom]! })).sort((a, b) => a.rank - b.rank || a.time - b.time || a.atom - b.atom);
    const planned: number[] = [];
    const closed: number[] = [];
    for (const { atom } of order) {
      for (const id of rulesBehind(rules, found.because, [atom])) {
        const rule = ruleIds[id]!;
        if (rule < 0 || !asked[id]!.every((each) => isHeld[each] === 1)) continue;
        const list = shut.has(id) ? closed : planned;
        if (!list.includes(rule) && list.length < planMax) list.push(rule);
      }
    }
    return { key: key.slice(), steps: planned, closed, next: undefined };
  }

  function planFor(view: View): Plan {
    const hash = readKey(view);
    const first = memory.get(hash);
    for (let plan = first; plan !== undefined; plan = plan.next) if (isSameKey(plan.key, key)) return plan;
    if (memory.size >= memoryMax) memory.clear();
    const made = { ...think(view), next: first };
    memory.set(hash, made);
    return made;
  }

  return {
    get opensIn() {
      return opensIn;
    },
    next(view) {
      const plan = planFor(view);
      steps.length = 0;
      opensIn = Infinity;
      for (const rule of plan.steps) if (!view.isRunning(rule) && isBelievedReady(view, rule)) steps.push(rule);
      for (const rule of plan.closed) opensIn = Math.min(opensIn, view.opensIn(rule));
      for (const id of moody) {
        const wait = view.barredUntil(ruleIds[id]!) - view.now;
        if (wait > 0) opensIn = Math.min(opensIn, wait);
      }
      return steps;
    },
  };
}

function isSameKey(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Everything it asks is believed to be there: what only follows from a guess is not begun. */
export function isBelievedReady(view: View, rule: number): boolean {
  const { asks, needsClear } = view.stage;
  for (let i = asks.from[rule]!; i < asks.from[rule + 1]!; i++) if (!view.has(asks.values[i]!)) return false;
  for (let i = needsClear.from[rule]!; i < needsClear.from[rule + 1]!; i++) if (view.isSet(needsClear.values[i]!)) return false;
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

export function isHad(view: View, wanted: Wanted): boolean {
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
  for (let i = anchors.from[gives.from[rule]!]!; i < anchors.from[gives.from[rule + 1]!]!; i++) if (!view.has(anchors.values[i]!)) return false;
  return true;
}

const slowed = (rules: Rules, shut: ReadonlySet<number>): Rules => ({ ...rules, minutes: rules.minutes.map((minutes, id) => (shut.has(id) ? minutes + closedMinutes : minutes)) });

interface SmallWorld {
  readonly rules: Rules;
  /** What decides each small atom. */
  readonly sources: readonly Source[];
  /** The stage's rule of each small one; -1: bookkeeping. */
  readonly ruleIds: readonly number[];
  readonly asked: readonly (readonly number[])[];
  readonly targets: readonly { readonly atom: number; readonly rank: number }[];
}

/** The rules that can matter for the targets, with an atom of its own for each thing wanted. */
function smallWorld(stage: Stage, start: readonly Atom[], targets: readonly Target[], keepsSet: readonly number[]): SmallWorld {
  const { world } = stage;
  const sources = new Map<number, Source>();
  for (let atom = 0; atom < stage.atomCount; atom++) sources.set(atom, { kind: "atom", atom });
  for (const [condition, { cleared }] of world.conditions.entries()) sources.set(cleared, { kind: "clear", condition });
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
    if (!isRelay && (stage.isStep[id] !== 1 || stage.chance[id]! <= 0 || undoes(stage, id, keepsSet))) continue;
    if (!isRelay) for (const atom of rule.gives) if ((world.atoms[atom] ?? "").startsWith("done ")) sources.set(atom, { kind: "done", rule: id });
    const sets = rule.sets.map(({ condition }) => wantedAtom.get(JSON.stringify({ kind: "set", condition })));
    const more = [...sets, wantedAtom.get(JSON.stringify({ kind: "run", rule: id }))].flatMap((atom) => atom ?? []);
    const minutes = isRelay ? 0 : ((rule.flow.takes.likely + (rule.flow.delay?.takes.likely ?? 0)) / stage.chance[id]!);
    drafts.push({ rule: { asks: rule.asks, gives: [...rule.gives, ...more], minutes, cost: 0, guard: [] }, id: isRelay ? -1 : id });
  }
  const internal = (asks: readonly number[], gives: readonly number[]) => drafts.push({ rule: { asks, gives, minutes: 0, cost: 0, guard: [] }, id: -1 });
  for (const { wanted } of targets) {
    if (wanted.kind === "have") internal([wanted.atom], [atomOfWanted(wanted)]);
    if (wanted.kind === "take") internal([world.goals[wanted.goal]?.atom ?? 0], [atomOfWanted(wanted)]);
  }
  // A position had from the start comes back when what stops it is lifted.
  for (const atom of start) {
    const stopping = [...stage.stops.values.subarray(stage.stops.from[atom], stage.stops.from[atom + 1])].map((condition) => world.conditions[condition]?.cleared ?? 0);
    if (stopping.length === 0) continue;
    sources.set(count, { kind: "start", atom });
    internal([count, ...stopping], [atom]);
    count++;
  }
  return sliced({ count, drafts, sources, start, marks, cleared: world.conditions.map(({ cleared }) => cleared) });
}

/** A new SIM ends a suspension too, but that is not what it is for. */
function undoes({ world, gives }: Stage, rule: number, keepsSet: readonly number[]): boolean {
  return gives.from[rule] === gives.from[rule + 1] && ruleAt(world, rule).clears.some((condition) => keepsSet.includes(condition));
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
  const whole = compile(count, drafts.map(({ rule }) => rule));
  const { reached } = closure(whole, [...start, ...cleared, ...[...sources].flatMap(([atom, { kind }]) => (kind === "start" ? [atom] : []))]);
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
    asked: rules.map(({ asks }) => asks),
    targets: marks.flatMap(({ atom, rank }) => (smallOf.has(atom) ? [{ atom: smallOf.get(atom)!, rank }] : [])),
  };
}
