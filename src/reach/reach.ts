/**
 * A world opened for questions of reach: its steps as rules, compiled once and asked under any selection of measures.
 */
import { activeUnder, compile, type Rules } from "../graph/index.ts";
import {
  atomsOf,
  chosenOf,
  type Grounded,
  heldIn,
  ownerStart,
  type Step,
  takenAlong,
  worldLike,
} from "../ground/index.ts";
import { type AtomId, at, type ChoiceId, type ConditionId, denied } from "../model/index.ts";
import type { Meaning, Node, Origin } from "./origins.ts";
import type { OwnSetting } from "./own-settings.ts";
import { rulesOfSteps } from "./rules-of-steps.ts";

export interface Reach {
  readonly world: Grounded;
  readonly rules: Rules;
  /** Rule by rule: where it comes from. */
  readonly origins: readonly Origin[];
  /** Node by node: what it stands for. */
  readonly meanings: readonly Meaning[];
  readonly nodeOfAtom: ReadonlyMap<AtomId, Node>;
  /** Where a condition may stop an atom: the node that says it was held at the start. */
  readonly heldNodes: ReadonlyMap<AtomId, Node>;
  /** Of secrets that a measure changes: the node that says the intruder knew the old one at the start. */
  readonly leakedNodes: ReadonlyMap<AtomId, Node>;
  /** Goal by goal of the world: its node. */
  readonly goalNodes: readonly Node[];
  /** Condition by condition: the node that says it is not set. */
  readonly clearNodes: readonly Node[];
  /** Of conditions that are set on the way to what they stop. */
  readonly ownSettings: ReadonlyMap<ConditionId, OwnSetting>;
  /** Step by step: the rule it is run by; -1 for the quiet ones. */
  readonly ruleOfStep: Int32Array;
}

const opened = new WeakMap<Grounded, Reach>();

/** Opened once, however often it is asked for: nothing in it depends on the question. */
export function openReach(world: Grounded): Reach {
  const known = opened.get(world);
  if (known !== undefined) return known;
  const like = worldLike(world);
  const made = like === undefined ? opening(world) : { ...openReach(like), world };
  opened.set(world, made);
  return made;
}

function opening(world: Grounded): Reach {
  const { plain, origins, meanings, nodeOfAtom, heldNodes, leakedNodes, clearNodes, ownSettings } =
    rulesOfSteps(world);
  const ruleOfStep = new Int32Array(world.steps.length).fill(-1);
  // The first: an old secret is tried elsewhere by rules of the same step behind it.
  for (const [rule, origin] of origins.entries())
    if (origin.kind === "step" && ruleOfStep[origin.step] === -1) ruleOfStep[origin.step] = rule;
  return {
    world,
    rules: compile(meanings.length, plain),
    origins,
    meanings,
    nodeOfAtom,
    heldNodes,
    leakedNodes,
    goalNodes: world.goals.map(({ atom }) => nodeIn(nodeOfAtom, atom)),
    clearNodes,
    ownSettings,
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

/** Institutions' decisions of these names: by id, by `institution/id`, or by what is behind the last stroke. */
export function choicesNamed(
  { world }: Pick<Reach, "world">,
  measures: readonly string[],
): readonly ChoiceId[] {
  const wanted = new Set(measures);
  return world.choices.flatMap(({ id, by, institution, index }) => {
    if (by !== "institution") return [];
    const name = id.replace(/\(.*\)$/, "");
    const short = name.slice(name.indexOf("/") + 1);
    const names = [id, name, short, ...(institution === undefined ? [] : [`${institution}/${short}`])];
    return names.some((each) => wanted.has(each)) ? [index] : [];
  });
}

/** The nodes of these atoms; what only quiet steps ask or take away has none. */
export function nodesOf({ nodeOfAtom }: Reach, atoms: readonly AtomId[]): readonly Node[] {
  return atoms.flatMap((atom) => nodeOfAtom.get(atom) ?? []);
}

/** The nodes by which these atoms are held at the start: had as long as nothing set stops them. */
export function startNodesOf({ nodeOfAtom, heldNodes }: Reach, atoms: readonly AtomId[]): readonly Node[] {
  return atoms.flatMap((atom) => heldNodes.get(atom) ?? nodeOfAtom.get(atom) ?? []);
}

/** The nodes of what the intruder holds at the start, ground text. */
export function startOf(reach: Reach, held: readonly string[]): readonly Node[] {
  const { world } = reach;
  const all = heldIn(world, held);
  // What was only taken along comes by a step, which a habit may stop.
  const along = takenAlong(world.person, world.catalog.vocabulary, all);
  return atomsOf(
    world,
    all.filter(({ text }) => !along.has(text)),
  ).flatMap((atom) => reach.leakedNodes.get(atom) ?? startNodesOf(reach, [atom]));
}

/** The nodes of what the owner still has once the intruder holds these. */
export const ownerStartOf = (reach: Reach, held: readonly string[]): readonly Node[] =>
  startNodesOf(reach, ownerStart(reach.world, heldIn(reach.world, held)));

/** The step a rule runs; `undefined` for our own bookkeeping. */
export function stepRunBy({ world, origins }: Reach, rule: number): Step | undefined {
  const origin = at(origins, rule);
  return origin.kind === "step" ? at(world.steps, origin.step) : undefined;
}

/** The step a rule is of, whether it runs it, gives what it yields or stands for what follows it; `undefined`: of none. */
export function stepOfRule({ world, origins }: Reach, rule: number): Step | undefined {
  const origin = at(origins, rule);
  return origin.kind === "step" || origin.kind === "yield" || origin.kind === "shadow"
    ? at(world.steps, origin.step)
    : undefined;
}

/** What a node says, as ground text: a capability, or `not suspended(line.main)`; `undefined` for our bookkeeping. */
export function nodeText({ world, meanings }: Reach, node: Node): string | undefined {
  const meaning = at(meanings, node);
  switch (meaning.kind) {
    case "atom":
      return at(world.atoms, meaning.atom).text;
    case "set":
      return at(world.conditions, meaning.condition).id;
    case "clear":
      return denied(at(world.conditions, meaning.condition).id);
    case "run":
    case "held":
    case "heeded":
      return undefined;
  }
}

/** The conditions that are not set from the start under these measures: no way has to lift them. */
export function unsetFromStart({ origins, clearNodes }: Reach, active: Uint8Array): readonly Node[] {
  return origins.flatMap((origin, rule) =>
    origin.kind === "unset" && active[rule] === 1 ? [at(clearNodes, origin.condition)] : [],
  );
}

/** The nodes that say of these conditions that somebody has lifted them. */
export const liftedNodes = (
  { clearNodes, ownSettings }: Reach,
  conditions: readonly ConditionId[],
): readonly Node[] =>
  conditions.flatMap((condition) => [
    at(clearNodes, condition),
    ...[ownSettings.get(condition)?.lifted ?? []].flat(),
  ]);

/** Whether an atom is among what a closure reached. */
export const reachesAtom =
  ({ nodeOfAtom }: Reach, reached: ArrayLike<number>) =>
  (atom: AtomId): boolean => {
    const node = nodeOfAtom.get(atom);
    return node !== undefined && reached[node] === 1;
  };
