/**
 * Which unseen steps are looked at: backwards from what the intruder's seen runs ask, all that gives any of it.
 *
 * None is left out for its price. That the same can be had for less says little: what a step asks may have to be had all the
 * same, for another; and whatever gives the same for less may take too long, be undone in between, or be the owner's own in
 * that hour. Only the whole program weighs that.
 */
import type { Step } from "../ground/index.ts";
import { type AtomId, at } from "../model/index.ts";
import type { ModelQuestion } from "./making.ts";

export interface Slice {
  readonly steps: readonly Step[];
  readonly assumed: readonly AtomId[];
  /** Secrets somebody asks for: what an unknown flow could give. */
  readonly secrets: ReadonlySet<AtomId>;
  /** Steps more than are looked at: what is cheapest here need not be the cheapest there is. */
  readonly leftOut: number;
}

/** Steps that are looked at without having been seen. The founding night has 161; of more than this it is told that they are left out. */
const unseenMax = 300;

/** Backwards from what the intruder's seen runs ask: all steps that give it, and what can be assumed. */
export function sliceOf(question: ModelQuestion): Slice {
  const { world, powers, order, seen } = question;
  const able = world.steps
    .filter(({ id }) => powers.intruder.has(id))
    .toSorted((a, b) => order.placeOf[a.id]! - order.placeOf[b.id]!);
  const givers = new Map<AtomId, Step[]>();
  for (const step of able)
    for (const { atom } of step.gives) givers.set(atom, [...(givers.get(atom) ?? []), step]);
  const asked = new Set(seen.flatMap(({ side, step }) => (side === "intruder" ? step.asks : [])));
  const steps = new Map<number, Step>();
  const left = new Set<number>();
  // What is asked grows with the steps that are kept; what is nearest to what was seen comes first.
  for (const atom of asked)
    for (const step of givers.get(atom) ?? []) {
      if (steps.has(step.id)) continue;
      if (steps.size >= unseenMax) {
        left.add(step.id);
        continue;
      }
      steps.set(step.id, step);
      for (const each of step.asks) asked.add(each);
    }
  for (const atom of [...asked]) {
    const held = powers.hadWith.get(atom);
    if (held !== undefined) asked.add(held);
  }
  const assumed = [...asked]
    .filter((atom) => powers.assumable.has(atom))
    .sort((a, b) => order.rankOfAtom(a) - order.rankOfAtom(b));
  const secrets = new Set(assumed.filter((atom) => at(world.atoms, atom).secret !== undefined));
  return { steps: [...steps.values()], assumed, secrets, leftOut: left.size };
}
