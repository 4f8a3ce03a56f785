/** What the owner must be able to get back to. */
import type { Grounded } from "../ground/index.ts";
import { type AtomId, atomId } from "../model/index.ts";

/** What the owner needs, of what the owner reaches: never more than today. */
export function ownerGoals(world: Grounded, isReached: (atom: AtomId) => boolean): readonly AtomId[] {
  const { vocabulary } = world.catalog;
  return world.atoms.flatMap(({ kind, things }, index) => {
    const atom = atomId(index);
    const isNeeded = vocabulary.capabilities.get(kind)?.needed === true && isReached(atom);
    return isNeeded && things.every((thing) => world.wiring.things.get(thing)?.isNew !== true) ? [atom] : [];
  });
}
