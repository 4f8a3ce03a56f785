/** Which acts are weighed at all, and in which order they stand where no night tells them apart. */
import type { Grounded } from "../ground/index.ts";
import { type AtomId, at, type Institution, kindsWithRole } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import type { Belief } from "./belief.ts";

/** What stands already, as far as the belief goes, is not asked for again. */
export function isStandingNow({ sets }: Candidate, belief: Belief | undefined): boolean {
  if (belief === undefined || sets.length === 0) return false;
  return sets.every((condition) => (belief.standing.get(condition) ?? 0) > 0.9);
}

/** A transfer is stopped once there is one; a number is got back once it is gone. */
export function isTooSoon(
  { catalog, conditions, atoms }: Grounded,
  { kind, sets, gains }: Candidate,
  { belief, isAnythingLost }: { readonly belief: Belief; readonly isAnythingLost: boolean },
): boolean {
  const { vocabulary } = catalog;
  if (kind === "replace") {
    const lines = gains.flatMap((atom) => at(atoms, atom).things);
    const texts = kindsWithRole(vocabulary, "texts");
    const hears = (of: ReadonlyMap<AtomId, number>) =>
      [...of].some(([atom, share]) => {
        const { kind: word, things } = at(atoms, atom);
        return share >= 0.1 && texts.includes(word) && things.some((thing) => lines.includes(thing));
      });
    return hears(belief.ownerHolds) && !hears(belief.holds);
  }
  const isRescue = sets.some((condition) =>
    vocabulary.conditions.get(at(conditions, condition).capability.kind)?.roles.includes("rescue"),
  );
  return isRescue && !isAnythingLost;
}

/** What leaflets say: the line, then the cards, then the wallets. */
export function checklistOf(world: Grounded, candidates: readonly Candidate[]): readonly Candidate[] {
  const { conditions } = world.catalog.vocabulary;
  const turns = ["silences", "blocks", "freezes"] as const;
  const turnOf = ({ sets }: Candidate) =>
    turns.findIndex((role) =>
      sets.some(
        (condition) =>
          conditions.get(at(world.conditions, condition).capability.kind)?.roles.includes(role) === true,
      ),
    );
  return candidates
    .filter((candidate) => turnOf(candidate) >= 0)
    .sort((a, b) => turnOf(a) - turnOf(b) || (a.id < b.id ? -1 : 1));
}

/** What somebody said they have goes before money at a place that is only assumed. */
export function namedFirst(world: Grounded, order: readonly Candidate[]): readonly Candidate[] {
  const isAssumed = ({ institution: id }: Candidate) => {
    const institution = world.catalog.institutions.get(id);
    return institution?.isArchetype === true && keepsMoney.has(institution.kind);
  };
  const keepers = [...world.person.things.values()].flatMap(
    ({ institution }) => world.catalog.institutions.get(institution ?? "") ?? [],
  );
  if (!keepers.some(({ kind, isArchetype }) => keepsMoney.has(kind) && !isArchetype)) return order;
  return [...order.filter((each) => !isAssumed(each)), ...order.filter(isAssumed)];
}

/** Kinds of institution that money lies at. */
const keepsMoney: ReadonlySet<Institution["kind"]> = new Set(["bank", "wallet", "lender", "exchange"]);
