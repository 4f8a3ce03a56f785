/**
 * What somebody has at once because it is in their own hands: whatever the physics of `things` makes of it (their own
 * phone is open, so they read its texts). Nobody takes time for it, and nobody has run what would set something. What is
 * set stops it as it stops everything, and what only one can have is not theirs while others have it.
 */
import { type AtomId, at, type ConditionId, physics } from "../model/index.ts";
import type { Grounded, Step } from "./grounded.ts";

export interface OwnHandsQuestion {
  readonly world: Grounded;
  /** Whether the step can be taken under the measures in force. */
  readonly isTaken: (step: Step) => boolean;
  readonly isSet: (condition: ConditionId) => boolean;
  readonly held: readonly AtomId[];
  /** Not to be had by them, whatever their hands do. */
  readonly isElsewhere: (atom: AtomId) => boolean;
}

/** One thing a step of their hands gives; `isFree`: had now, and not only once what stops it is lifted. */
export interface HandyThing {
  readonly step: Step;
  readonly atom: AtomId;
  readonly isFree: boolean;
}

export function ownHands({
  world,
  isTaken,
  isSet,
  held,
  isElsewhere,
}: OwnHandsQuestion): readonly HandyThing[] {
  const has = new Set(held);
  const left = new Set(
    world.steps.filter(
      (step) =>
        step.institution === physics &&
        isTaken(step) &&
        step.flow.revokes.length === 0 &&
        !step.needsClear.some(isSet) &&
        step.needsSet.every(isSet),
    ),
  );
  const given: HandyThing[] = [];
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const step of left) {
      if (!step.asks.every((atom) => has.has(atom))) continue;
      left.delete(step);
      isMoving = true;
      for (const atom of new Set(step.gives.map((giving) => giving.atom))) {
        const anchors = setAnchorsOf(world, step, atom);
        // Nobody has run it: what it would set is set only if it was so at the start.
        if (!anchors.every(isSet)) continue;
        const isWaiting = anchors.length > 0 || anchorsOf(world, step, atom).length > 0;
        const isFree = !at(world.stopsOf, atom).some(isSet);
        if (isElsewhere(atom) || !(isWaiting || isFree)) continue;
        given.push({ step, atom, isFree });
        if (isFree && !at(world.divertsOf, atom).some(isSet)) has.add(atom);
      }
    }
  }
  return given;
}

const hangsOnOf = ({ atoms, catalog }: Grounded, atom: AtomId): readonly string[] =>
  catalog.vocabulary.capabilities.get(at(atoms, atom).kind)?.while ?? [];

/**
 * What of all a step asks, or gives besides of the same thing, must go on being had for what it gives to be had: the texts of a
 * new SIM hang on the SIM, whether one flow brings both or two.
 */
export function anchorsOf(
  world: Grounded,
  step: Pick<Step, "asks" | "gives">,
  atom: AtomId,
): readonly AtomId[] {
  const hangsOn = hangsOnOf(world, atom);
  if (hangsOn.length === 0) return [];
  const asked = step.asks.filter((each) => hangsOn.includes(at(world.atoms, each).kind));
  return [...new Set([...asked, ...anchorsBeside(world, step, atom)])];
}

/** Those of them that the same step gives. Two that hang on each other hang on nothing. */
export function anchorsBeside(
  world: Grounded,
  { gives }: Pick<Step, "gives">,
  atom: AtomId,
): readonly AtomId[] {
  const { kind, things } = at(world.atoms, atom);
  const hangsOn = hangsOnOf(world, atom);
  if (hangsOn.length === 0) return [];
  return gives.flatMap((given) => {
    const beside = at(world.atoms, given.atom);
    const isOfSame = given.atom !== atom && beside.things.some((thing) => things.includes(thing));
    const isMutual = hangsOnOf(world, given.atom).includes(kind);
    return isOfSame && hangsOn.includes(beside.kind) && !isMutual ? [given.atom] : [];
  });
}

/** What a step sets and must go on being set for what it gives to be had. */
export function setAnchorsOf(
  world: Grounded,
  { sets }: Pick<Step, "sets">,
  atom: AtomId,
): readonly ConditionId[] {
  return [...new Set(sets.map(({ condition }) => condition))].filter((condition) =>
    hangsOnSet(world, atom, condition),
  );
}

/** Whether it is of a kind that hangs on this condition of the same thing. */
export function hangsOnSet(world: Grounded, atom: AtomId, condition: ConditionId): boolean {
  const set = at(world.conditions, condition).capability;
  return (
    hangsOnOf(world, atom).includes(set.kind) &&
    set.things.some((thing) => at(world.atoms, atom).things.includes(thing))
  );
}
