/**
 * A world opened for questions of reach: its steps as rules, compiled once and asked under any selection of measures.
 */
import { activeUnder, compile, type Rules } from "../graph/index.ts";
import { atomsOf, type Grounded, heldIn, ownerStart, type Step } from "../ground/index.ts";
import { type AtomId, at, type ChoiceId } from "../model/index.ts";
import { type Meaning, type Node, type Origin, rulesOfSteps } from "./rules-of-steps.ts";

export interface Reach {
  readonly world: Grounded;
  readonly rules: Rules;
  /** Rule by rule: where it comes from. */
  readonly origins: readonly Origin[];
  /** Node by node: what it stands for. */
  readonly meanings: readonly Meaning[];
  readonly nodeOfAtom: ReadonlyMap<AtomId, Node>;
  /** What something may stop: the node that says it is held at the start. */
  readonly heldNodeOfAtom: ReadonlyMap<AtomId, Node>;
  /** Goal by goal of the world: its node. */
  readonly goalNodes: readonly Node[];
  /** Condition by condition: the node that says it is not set. */
  readonly clearNodes: readonly Node[];
  /** Step by step: the rule it is run by; -1 for the quiet ones. */
  readonly ruleOfStep: Int32Array;
}

export function openReach(world: Grounded): Reach {
  const { plain, origins, meanings, nodeOfAtom, heldNodeOfAtom, clearNodes } = rulesOfSteps(world);
  const ruleOfStep = new Int32Array(world.steps.length).fill(-1);
  for (const [rule, origin] of origins.entries()) if (origin.kind === "step") ruleOfStep[origin.step] = rule;
  return {
    world,
    rules: compile(meanings.length, plain),
    origins,
    meanings,
    nodeOfAtom,
    heldNodeOfAtom,
    goalNodes: world.goals.map(({ atom }) => nodeIn(nodeOfAtom, atom)),
    clearNodes,
    ruleOfStep,
  };
}

function nodeIn(nodeOfAtom: ReadonlyMap<AtomId, Node>, atom: AtomId): Node {
  const node = nodeOfAtom.get(atom);
  if (node === undefined) throw new RangeError(`no rule speaks of atom ${atom}`);
  return node;
}

/** Which rules count under these measures, 1 for each; every other measure is not chosen. */
export function activeWith({ world, rules }: Reach, choices: Iterable<ChoiceId>): Uint8Array {
  return activeUnder(rules, chosenOf(world, choices));
}

/** 1 for each of these choices. */
export function chosenOf(world: Grounded, choices: Iterable<ChoiceId>): Uint8Array {
  const chosen = new Uint8Array(world.choices.length);
  for (const choice of choices) chosen[choice] = 1;
  return chosen;
}

/** The nodes of these atoms; what only quiet steps ask or take away has none. */
export function nodesOf({ nodeOfAtom }: Reach, atoms: readonly AtomId[]): readonly Node[] {
  return atoms.flatMap((atom) => nodeOfAtom.get(atom) ?? []);
}

/** The nodes of what the intruder holds at the start, ground text; what a block may stop is had once it is clear. */
export const startOf = (reach: Reach, held: readonly string[]): readonly Node[] =>
  atomsOf(reach.world, heldIn(reach.world, held)).flatMap(
    (atom) => reach.heldNodeOfAtom.get(atom) ?? reach.nodeOfAtom.get(atom) ?? [],
  );

/** The nodes of what the owner still has once the intruder holds these. */
export const ownerStartOf = (reach: Reach, held: readonly string[]): readonly Node[] =>
  nodesOf(reach, ownerStart(reach.world, heldIn(reach.world, held)));

/** The step a rule runs; `undefined` for our own bookkeeping. */
export function stepRunBy({ world, origins }: Reach, rule: number): Step | undefined {
  const origin = at(origins, rule);
  return origin.kind === "step" ? at(world.steps, origin.step) : undefined;
}

/** What a node says, as ground text: a capability, or `not suspended(line.main)`; `undefined` for "it has been run". */
export function nodeText({ world, meanings }: Reach, node: Node): string | undefined {
  const meaning = at(meanings, node);
  switch (meaning.kind) {
    case "atom":
    case "held":
      return at(world.atoms, meaning.atom).text;
    case "clear":
      return `not ${at(world.conditions, meaning.condition).id}`;
    case "run":
      return undefined;
  }
}

/** The conditions that are not set from the start under these measures: no way has to lift them. */
export function unsetFromStart({ origins, clearNodes }: Reach, active: Uint8Array): readonly Node[] {
  return origins.flatMap((origin, rule) =>
    origin.kind === "unset" && active[rule] === 1 ? [at(clearNodes, origin.condition)] : [],
  );
}

/** Whether an atom is among what a closure reached. */
export const reachesAtom =
  ({ nodeOfAtom }: Reach, reached: ArrayLike<number>) =>
  (atom: AtomId): boolean => {
    const node = nodeOfAtom.get(atom);
    return node !== undefined && reached[node] === 1;
  };
