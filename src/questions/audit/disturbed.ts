/**
 * What whoever is on the other side could do to the owner meanwhile: what they could take, stop or end, by any step they
 * can come to run. An upper bound like all of reach, read off one closure.
 */
import type { Closure } from "../../graph/index.ts";
import { isNever } from "../../graph/index.ts";
import { agrees, hangsOnSet, heldIn, runsWith, type Step, sessionsEnded } from "../../ground/index.ts";
import { type AtomId, at, type ConditionId } from "../../model/index.ts";
import type { Reach } from "../../reach/index.ts";

export interface Disturbed {
  /** Conditions that could be set. */
  readonly set: ReadonlySet<ConditionId>;
  /** Whether this may be taken from the owner, or be stopped. */
  readonly isShaky: (atom: AtomId) => boolean;
}

export interface DisturbedQuestion {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly isChosen: ArrayLike<number>;
  /** How far they get, and by which rules. */
  readonly found: Pick<Closure, "reached" | "missing">;
  readonly active: Uint8Array;
  /** What the owner does themselves, which stops things too. */
  readonly ownActs: readonly Step[];
}

export function disturbedBy(question: DisturbedQuestion): Disturbed {
  const { reach, held, isChosen, ownActs } = question;
  const { world } = reach;
  const taken = new Set<AtomId>();
  const set = new Set<ConditionId>();
  const ended = new Set<ConditionId>();
  for (const step of runnable(question)) {
    for (const { atom, guard } of step.revokes) if (agrees(guard, isChosen)) taken.add(atom);
    for (const atom of sessionsEnded(world, step, isChosen)) taken.add(atom);
    for (const { atom } of step.gives) {
      const word = world.catalog.vocabulary.capabilities.get(at(world.atoms, atom).kind);
      if (word?.exclusive === true) taken.add(atom);
    }
    for (const { condition } of step.sets) set.add(condition);
    for (const condition of step.clears) ended.add(condition);
  }
  // A number that runs on another SIM from the start does so already.
  for (const each of heldIn(world, held)) for (const atom of runsWith(world, each)) taken.add(atom);
  for (const step of ownActs) for (const { condition } of step.sets) set.add(condition);
  return {
    set,
    isShaky: (atom) =>
      taken.has(atom) ||
      // What is diverted is had by whoever got it so, and by nobody else meanwhile.
      [...at(world.stopsOf, atom), ...at(world.divertsOf, atom)].some((condition) => set.has(condition)) ||
      [...ended].some((condition) => hangsOnSet(world, atom, condition)),
  };
}

/** The steps they can come to run; a quiet one leads nowhere and is asked for what it asks alone. */
function runnable({ reach, held, isChosen, found, active }: DisturbedQuestion): readonly Step[] {
  const { world, rules, ruleOfStep, nodeOfAtom } = reach;
  const ownFromStart = new Set(heldIn(world, held).map(({ text }) => text));
  const has = (atom: AtomId): boolean => {
    const node = nodeOfAtom.get(atom);
    return (node !== undefined && found.reached[node] === 1) || ownFromStart.has(at(world.atoms, atom).text);
  };
  return world.steps.filter((step) => {
    if (step.isQuiet) return agrees(step.guard, isChosen) && step.asks.every(has);
    const rule = ruleOfStep[step.id] ?? -1;
    return active[rule] === 1 && found.missing[rule] === 0 && !isNever(rules, rule);
  });
}
