/** What the owner must be able to get back to, and the owner as a party to a cut. */
import { type Atom, type Grounded, ownerStart, type Party, partsOf } from "../../graph/index.ts";

export { ownerStart };

export interface OwnerSide {
  readonly held: readonly Atom[];
  /** The accounts, lines and cards the owner can get back to today; none of them may be lost to a measure. */
  readonly goals: readonly Atom[];
}

/** What the owner needs, of what the owner reaches: never more than today. */
export function ownerGoals(world: Grounded, isReached: (atom: Atom) => boolean): readonly Atom[] {
  const { vocabulary } = world.catalog;
  return [...world.atoms.keys()].filter((atom) => {
    const { kind, things } = partsOf(world.atoms[atom] ?? "");
    if (vocabulary.capabilities.get(kind)?.needed !== true || !isReached(atom)) return false;
    return things.every((thing) => world.wiring.things.get(thing)?.isNew !== true);
  });
}

export const ownerParty = (rules: Party["rules"], { held, goals }: OwnerSide): Party => ({
  rules,
  held,
  goals,
});
