/**
 * Steps to rules: the monotone reading. A condition that stops a step becomes something one must *have*: the rule asks
 * that it is clear, which it is from the start unless something sets it, and again once somebody lifts it. So one
 * closure answers "could ever" with the lifting included, and freezing needs no second kind of reasoning.
 *
 * Where a condition may stop a part of what a step gives, that part stands behind a node of the step's own ("it has
 * been run") in a rule of its own: the step can be run while its yield is stopped, and yields once nothing stops it.
 * What is held at the start stands so behind a node of its own ("it was held"), and is had once nothing stops it.
 *
 * A condition that a step sets on the way to what it stops is heard there (`own-settings.ts`).
 *
 * What to know to trust it: every rule carries where it comes from as a value; nothing is told apart by its text. What
 * a step takes from others and what it leaves play no part, so reach is an upper bound on the intruder.
 */

import type { PlainRule } from "../graph/index.ts";
import type { Grounded, Setter, Step } from "../ground/index.ts";
import {
  chosen,
  type Guard,
  isPossible,
  leastMinutes,
  notChosen,
  opensOf,
  partedByStops,
  sameAtStart,
} from "../ground/index.ts";
import { type AtomId, at, type ChoiceId, type ConditionId, conditionId } from "../model/index.ts";
import type { Meaning, Node, Origin } from "./origins.ts";
import { heedOwnSettings, type OwnSetting } from "./own-settings.ts";

export interface RulesOfSteps {
  readonly plain: readonly PlainRule[];
  /** Rule by rule. */
  readonly origins: readonly Origin[];
  /** Node by node. */
  readonly meanings: readonly Meaning[];
  readonly nodeOfAtom: ReadonlyMap<AtomId, Node>;
  /** Where a condition may stop an atom: the node that says it was held at the start. */
  readonly heldNodes: ReadonlyMap<AtomId, Node>;
  /** Of secrets that a measure changes: the node that says the intruder knew the old one at the start. */
  readonly leakedNodes: ReadonlyMap<AtomId, Node>;
  /** Condition by condition: the node that says it is not set. */
  readonly clearNodes: readonly Node[];
  /** Of conditions that are set on the way to what they stop. */
  readonly ownSettings: ReadonlyMap<ConditionId, OwnSetting>;
}

export function rulesOfSteps(world: Grounded): RulesOfSteps {
  const meanings: Meaning[] = world.conditions.map((_, condition) => ({
    kind: "clear",
    condition: conditionId(condition),
  }));
  const clearNodes = meanings.map((_, node) => node);
  const nodeOfAtom = new Map<AtomId, Node>();
  const nodeOf = (atom: AtomId): Node => {
    const known = nodeOfAtom.get(atom) ?? meanings.push({ kind: "atom", atom }) - 1;
    nodeOfAtom.set(atom, known);
    return known;
  };
  const plain: PlainRule[] = [];
  const origins: Origin[] = [];
  const add = (origin: Origin, rule: PlainRule) => {
    origins.push(origin);
    plain.push(rule);
  };
  const clear = (condition: ConditionId): Node => at(clearNodes, condition);
  const setNodes = new Map<ConditionId, Node>();
  for (const { needsSet, isQuiet } of world.steps)
    for (const condition of isQuiet ? [] : needsSet)
      if (!setNodes.has(condition)) setNodes.set(condition, meanings.push({ kind: "set", condition }) - 1);
  const set = (condition: ConditionId): readonly Node[] => [setNodes.get(condition) ?? []].flat();
  for (const step of world.steps) {
    if (step.isQuiet) continue;
    const asks = [...step.asks.map(nodeOf), ...step.needsClear.map(clear), ...step.needsSet.flatMap(set)];
    // Nodes are numbered in the order in which their atoms were met.
    for (const { atom } of [...step.gives].sort((a, b) => a.atom - b.atom)) nodeOf(atom);
    const { free, stopped } = partedByStops(step.gives);
    const gives = [...step.clears.map(clear), ...free.map(nodeOf)];
    if (stopped.length > 0) {
      const run = meanings.push({ kind: "run", step: step.id }) - 1;
      gives.push(run);
      for (const { stoppedBy, atoms } of stopped)
        add({ kind: "yield", step: step.id }, atNoTime([run, ...stoppedBy.map(clear)], atoms.map(nodeOf)));
    }
    add({ kind: "step", step: step.id }, { ...timesOf(step), asks, gives, guard: step.guard });
  }
  // Whoever sets it, the owner too, opens what runs only meanwhile: where any step can, it counts as set.
  for (const { sets, guard, isQuiet } of world.steps)
    for (const { condition } of isQuiet ? [] : sets)
      for (const node of set(condition)) add({ kind: "set", condition }, atNoTime([], [node], guard));
  for (const [condition, { setters, isSetAtStart }] of world.conditions.entries()) {
    const id = conditionId(condition);
    const choices = setters.flatMap(({ choice }) => choice ?? []);
    const node = clear(id);
    for (const setNode of set(id))
      for (const guard of isSetAtStart ? [[]] : choices.map((choice) => [chosen(choice)]))
        add({ kind: "set", condition: id }, atNoTime([], [setNode], guard));
    if (!isSetAtStart)
      add({ kind: "unset", condition: id }, atNoTime([], [node], [...new Set(choices.map(notChosen))]));
    for (const { minutes, guard } of lapses(setters))
      add({ kind: "lapse", condition: id }, { ...atNoTime([], [node], guard), minutes });
  }
  for (const { atom } of world.goals) nodeOf(atom);
  const heldNodes = new Map<AtomId, Node>();
  for (const [atom, node] of nodeOfAtom) {
    const stops = at(world.stopsOf, atom);
    // A loss that is held has happened.
    const isLoss = world.catalog.vocabulary.capabilities.get(at(world.atoms, atom).kind)?.isLoss === true;
    if (stops.length === 0 || isLoss) continue;
    const held = meanings.push({ kind: "held", atom }) - 1;
    heldNodes.set(atom, held);
    add({ kind: "held", atom }, atNoTime([held, ...stops.map(clear)], [node]));
  }
  const heldFor = (node: Node) => {
    const meaning = at(meanings, node);
    if (meaning.kind !== "atom" || heldNodes.has(meaning.atom)) return;
    const held = meanings.push({ kind: "held", atom: meaning.atom }) - 1;
    heldNodes.set(meaning.atom, held);
    add({ kind: "held", atom: meaning.atom }, atNoTime([held], [node]));
  };
  const ownSettings = heedOwnSettings(world, { plain, origins, meanings, clearNodes, heldFor });
  const leakedNodes = new Map<AtomId, Node>();
  const renewed = renewedIn(world);
  for (const [atom, changedBy] of renewed) {
    const node = nodeOfAtom.get(atom);
    if (node === undefined) continue;
    const leaked = meanings.push({ kind: "held", atom }) - 1;
    leakedNodes.set(atom, leaked);
    add({ kind: "held", atom }, atNoTime([leaked], [heldNodes.get(atom) ?? node], changedBy.map(notChosen)));
    // The old one still opens what it is the same as, until that is changed too.
    for (const { text } of sameAtStart(world.person, at(world.atoms, atom).text)) {
      const other = world.atomOf.get(text);
      const there = other === undefined ? undefined : nodeOfAtom.get(other);
      if (other === undefined || other === atom || there === undefined) continue;
      const origin = triedElsewhere(world, atom, other);
      const still = (renewed.get(other) ?? []).map(notChosen);
      for (const guard of changedBy.map((choice) => [chosen(choice), ...still]))
        if (isPossible(guard)) add(origin, atNoTime([leaked], [heldNodes.get(other) ?? there], guard));
    }
  }
  return { plain, origins, meanings, nodeOfAtom, heldNodes, leakedNodes, clearNodes, ownSettings };
}

/** The secrets that measures change, each with those that do. */
function renewedIn({ choices, atomOf }: Grounded): ReadonlyMap<AtomId, readonly ChoiceId[]> {
  const found = new Map<AtomId, ChoiceId[]>();
  for (const { index, renews = [] } of choices) {
    for (const { text } of renews) {
      const atom = atomOf.get(text);
      if (atom !== undefined) found.set(atom, [...(found.get(atom) ?? []), index]);
    }
  }
  return found;
}

/** How an old secret opens another: by the step that tries it there, which asks what is no longer had; through a third, as what is held. */
function triedElsewhere({ steps }: Grounded, old: AtomId, other: AtomId): Origin {
  const tried = steps.find(
    ({ kind, asks, gives }) =>
      kind === "same-secret" && asks.includes(old) && gives.some(({ atom }) => atom === other),
  );
  return tried === undefined ? { kind: "held", atom: other } : { kind: "step", step: tried.id };
}

/** Bookkeeping: it takes no time and no hands. */
const atNoTime = (asks: readonly Node[], gives: readonly Node[], guard: Guard = []): PlainRule => ({
  asks,
  gives,
  minutes: 0,
  cost: 0,
  guard,
});

/** The least minutes a step takes, the hands-on part of them, and when it can be begun. */
function timesOf(step: Step): Pick<PlainRule, "minutes" | "cost" | "opens"> {
  const opens = opensOf(step);
  return {
    minutes: leastMinutes(step),
    cost: step.flow.takes.min,
    ...(opens === undefined ? {} : { opens }),
  };
}

/** When a condition lapses by itself: with the last of those that set it, and never while one sets it for good. */
function lapses(setters: readonly Setter[]): readonly { readonly minutes: number; readonly guard: Guard }[] {
  return setters.flatMap((last) => {
    const { expires } = last;
    if (expires === undefined) return [];
    const longer = setters.filter((other) => (other.expires ?? Infinity) > expires);
    if (longer.some(({ choice }) => choice === undefined)) return [];
    const guard = [
      ...(last.choice === undefined ? [] : [chosen(last.choice)]),
      ...longer.flatMap(({ choice }) => (choice === undefined ? [] : [notChosen(choice)])),
    ];
    return isPossible(guard) ? [{ minutes: expires, guard: [...new Set(guard)] }] : [];
  });
}
