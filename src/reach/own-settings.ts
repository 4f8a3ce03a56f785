/**
 * A condition that is set on the way is heard on the way: a new SIM that gets no codes for a day gives none for a day,
 * a new device that pays nothing for twelve hours pays nothing for twelve hours.
 *
 * In the monotone reading a condition nobody has set is clear from the start, whoever sets it later. So for each
 * condition that is set by steps which give something besides, what waits for it to be clear is had in one of two ways:
 * by a derivation that uses none of these steps (a *shadow* of the rules without them says when), or once the condition
 * has lapsed, or has been lifted, after one of them was run.
 *
 * What to know to trust it: shadows are bookkeeping, nobody takes their steps, and they count in no effort. A shadow is
 * made only of what follows from such a step and leads to what it stops; where no step both gives and sets, nothing is
 * added. The bound stays one: a night may be slower, never faster (law W1). Cost: a copy of those rules a condition.
 */
import type { PlainRule } from "../graph/index.ts";
import type { Grounded } from "../ground/index.ts";
import { append, type ConditionId, conditionId, type StepId } from "../model/index.ts";
import type { Meaning, Node, Origin } from "./origins.ts";

/** The rules as they are built, to be added to. */
export interface Building {
  readonly plain: PlainRule[];
  readonly origins: Origin[];
  readonly meanings: Meaning[];
  readonly clearNodes: readonly Node[];
  /** The node by which an atom's node is held at the start; made where there is none. */
  readonly heldFor: (node: Node) => void;
}

/** What a condition set on the way has for nodes of its own. */
export interface OwnSetting {
  /** Somebody has lifted it. */
  readonly lifted: Node;
  /** Of nodes that follow from its being set: the same without that. */
  readonly shadows: ReadonlyMap<Node, Node>;
  /** It was set and is not any more. */
  readonly over: Node;
  /** What waits for it to be clear, rule by rule, may have it so. */
  readonly heeded: readonly Node[];
}

export function heedOwnSettings(world: Grounded, building: Building): ReadonlyMap<ConditionId, OwnSetting> {
  const index = indexOf(building);
  const found = settersIn(world, building).flatMap((setters): Concern[] => {
    const concern = concernOf(setters, building, index);
    return concern === undefined ? [] : [concern];
  });
  for (const { shadowed } of found) for (const node of shadowed) building.heldFor(node);
  // Shadows are made of the rules as they were: what one condition changes is no part of another's shadow.
  const before = building.plain.slice();
  return new Map(found.map((concern) => [concern.condition, heed(concern, building, before)]));
}

/** The steps that set a condition and give, lift or take something besides. */
interface Setters {
  readonly condition: ConditionId;
  /** By step: minutes after which it lapses; `undefined`: never. */
  readonly steps: ReadonlyMap<StepId, number | undefined>;
}

function settersIn({ steps }: Grounded, { clearNodes }: Building): readonly Setters[] {
  const found = new Map<ConditionId, Map<StepId, number | undefined>>();
  for (const { id, isQuiet, gives, clears, sets } of steps) {
    if (isQuiet || gives.length + clears.length === 0) continue;
    for (const { condition, expires } of sets) {
      const known = found.get(condition) ?? new Map<StepId, number | undefined>();
      // Of two settings of one step the longer counts.
      const longest = known.has(id) ? longerOf(known.get(id), expires) : expires;
      found.set(condition, known.set(id, longest));
    }
  }
  return clearNodes.flatMap((_, index) => {
    const condition = conditionId(index);
    const setters = found.get(condition);
    return setters === undefined ? [] : [{ condition, steps: setters }];
  });
}

const longerOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.max(one, other);

/** What of the rules a condition set on the way is about. */
interface Concern extends Setters {
  /** Rules that wait for it to be clear and rest on something that may follow from its being set. */
  readonly waiting: readonly number[];
  /** What may follow from its being set and leads to them. */
  readonly shadowed: readonly Node[];
}

/** The rules that ask a node and those that give it, each in their order. */
interface RulesByNode {
  readonly asking: ReadonlyMap<Node, readonly number[]>;
  readonly giving: ReadonlyMap<Node, readonly number[]>;
  readonly ofStep: ReadonlyMap<StepId, readonly number[]>;
}

function indexOf({ plain, origins }: Building): RulesByNode {
  const by = <Key>(keysOf: (rule: PlainRule, index: number) => Iterable<Key>) => {
    const found = new Map<Key, number[]>();
    for (const [index, rule] of plain.entries())
      for (const key of new Set(keysOf(rule, index))) {
        append(found, key, index);
      }
    return found;
  };
  return {
    asking: by(({ asks }) => asks),
    giving: by(({ gives }) => gives),
    ofStep: by((_, index) => {
      const origin = origins[index]!;
      return origin.kind === "step" ? [origin.step] : [];
    }),
  };
}

/** Absent: nothing that follows from its being set waits for it. */
function concernOf(
  setters: Setters,
  { plain, origins, clearNodes }: Building,
  { asking, giving, ofStep }: RulesByNode,
): Concern | undefined {
  const clear = clearNodes[setters.condition]!;
  const isOfSetter = (rule: number) => {
    const origin = origins[rule]!;
    return (origin.kind === "step" || origin.kind === "yield") && setters.steps.has(origin.step);
  };
  const following = new Set<Node>();
  for (const step of setters.steps.keys())
    for (const rule of ofStep.get(step) ?? []) for (const node of plain[rule]!.gives) following.add(node);
  // Whoever is added on the way is met as well: the set is its own queue.
  for (const node of following)
    for (const rule of asking.get(node) ?? []) for (const given of plain[rule]!.gives) following.add(given);
  const waiting = (asking.get(clear) ?? []).filter((rule) =>
    plain[rule]!.asks.some((node) => following.has(node)),
  );
  if (waiting.length === 0) return undefined;
  const shadowed = new Set(
    waiting.flatMap((rule) => plain[rule]!.asks.filter((node) => following.has(node))),
  );
  for (const node of shadowed)
    for (const rule of (giving.get(node) ?? []).filter((each) => !isOfSetter(each)))
      for (const asked of plain[rule]!.asks) if (following.has(asked)) shadowed.add(asked);
  return { ...setters, waiting, shadowed: [...shadowed] };
}

const atNoTime = (asks: readonly Node[], gives: readonly Node[]): PlainRule => ({
  asks,
  gives,
  minutes: 0,
  cost: 0,
  guard: [],
});

function heed(
  { condition, steps, waiting, shadowed }: Concern,
  building: Building,
  before: readonly PlainRule[],
): OwnSetting {
  const { plain, origins, meanings, clearNodes } = building;
  const clear = clearNodes[condition]!;
  const nodeOf = () => meanings.push({ kind: "heeded", condition }) - 1;
  const add = (rule: PlainRule, origin: Origin = { kind: "heeded", condition }) => {
    origins.push(origin);
    plain.push(rule);
  };
  const alsoGives = (rule: number, nodes: readonly Node[]) => {
    plain[rule] = { ...plain[rule]!, gives: [...plain[rule]!.gives, ...nodes] };
  };
  const shadows = new Map(shadowed.map((node) => [node, nodeOf()]));
  const without = (nodes: readonly Node[]) => nodes.map((node) => shadows.get(node) ?? node);
  const [set, lifted, over] = [nodeOf(), nodeOf(), nodeOf()];
  const setBy = new Map<StepId, Node>();
  for (const [rule, { asks, gives }] of before.entries()) {
    const origin = origins[rule]!;
    const step = origin.kind === "step" || origin.kind === "yield" ? origin.step : undefined;
    const isOfSetter = step !== undefined && steps.has(step);
    if (origin.kind === "step" && gives.includes(clear)) alsoGives(rule, [lifted]);
    if (origin.kind === "step" && steps.has(origin.step)) {
      alsoGives(rule, [set]);
      if (steps.get(origin.step) !== undefined) {
        const node = setBy.get(origin.step) ?? nodeOf();
        setBy.set(origin.step, node);
        alsoGives(rule, [node]);
      }
    }
    const shadowsGiven = gives.flatMap((node) => shadows.get(node) ?? []);
    if (isOfSetter || shadowsGiven.length === 0) continue;
    if (!asks.some((node) => shadows.has(node))) alsoGives(rule, shadowsGiven);
    else
      add(
        { ...before[rule]!, cost: 0, asks: without(asks), gives: shadowsGiven },
        step === undefined ? { kind: "heeded", condition } : { kind: "shadow", step },
      );
  }
  for (const [step, node] of setBy)
    add({ ...atNoTime([node], [over]), minutes: steps.get(step) ?? 0 }, { kind: "over", condition, step });
  add(atNoTime([set, lifted], [over]));
  const heeded: Node[] = [];
  for (const rule of waiting) {
    const { asks } = before[rule]!;
    const origin = origins[rule]!;
    const isHeeded = nodeOf();
    heeded.push(isHeeded);
    plain[rule] = {
      ...plain[rule]!,
      asks: plain[rule]!.asks.map((node) => (node === clear ? isHeeded : node)),
    };
    // What the step gives that sets it always finds it set.
    if (!(origin.kind === "yield" && steps.has(origin.step))) add(atNoTime(without(asks), [isHeeded]));
    add(atNoTime([clear, over], [isHeeded]));
  }
  return { lifted, shadows, over, heeded };
}
