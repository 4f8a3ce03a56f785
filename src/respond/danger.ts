/** What is in danger, by the belief: what a block would keep from the other side, and what it would take from the owner. */
import type { Grounded } from "../ground/index.ts";
import { type AtomId, at, atomId, kindsWithRole } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import type { Belief } from "./belief.ts";

/** What the other side has, or may come to have without taking a thing out of somebody's hand. */
export function dangerIn(world: Grounded, { holds }: Belief): (atom: AtomId) => boolean {
  const { capabilities } = world.catalog.vocabulary;
  const given = new Set(
    world.steps.flatMap(({ kind, gives }) => (kind === "flow" ? gives.map(({ atom }) => atom) : [])),
  );
  const inHand = kindsWithRole(world.catalog.vocabulary, "in-hand");
  const gone = new Set(
    [...holds.keys()].flatMap((atom) => {
      const { kind, things } = at(world.atoms, atom);
      return inHand.includes(kind) ? things : [];
    }),
  );
  return (atom) => {
    if (holds.has(atom)) return true;
    const { kind, things } = at(world.atoms, atom);
    if (capabilities.get(kind)?.exclusive === true) return things.some((thing) => gone.has(thing));
    return given.has(atom);
  };
}

/**
 * It would take from the owner what the other side probably does not have: the number in one's own hand. Whoever steers
 * the phone from afar has its codes no longer than the phone is on.
 */
export function lockingOut(
  world: Grounded,
  { holds, ownerHolds }: Belief,
  { isSteered }: { readonly isSteered: boolean },
): (candidate: Candidate) => boolean {
  const { capabilities } = world.catalog.vocabulary;
  const hangsOnAHand = (kind: string) =>
    capabilities
      .get(kind)
      ?.while.some((each) => capabilities.get(each)?.roles.includes("in-hand") === true) === true;
  return ({ sets }) =>
    world.atoms.some(
      ({ kind }, index) =>
        hangsOnAHand(kind) &&
        at(world.stopsOf, index).some((condition) => sets.includes(condition)) &&
        (ownerHolds.get(atomId(index)) ?? 0) > 0.5 &&
        (isSteered || (holds.get(atomId(index)) ?? 0) < 0.5),
    );
}
