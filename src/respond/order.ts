/** Which acts are weighed at all, and in which order they stand where no night tells them apart. */

import type { Grounded } from "../ground/index.ts";
import { type AtomId, at, type ConditionId, kindsWithRole } from "../model/index.ts";
import type { SignWord } from "../told/index.ts";
import { type Candidate, isRescue } from "./acts.ts";
import type { Belief } from "./belief.ts";
import type { SignRead } from "./signs.ts";

/** What stands already, as far as the belief goes, is not asked for again. */
export function isStandingNow({ sets }: Candidate, belief: Belief | undefined): boolean {
  if (belief === undefined || sets.length === 0) return false;
  return sets.every((condition) => (belief.standing.get(condition) ?? 0) > 0.9);
}

/** A transfer is stopped once there is one; a number is got back once it is gone. */
export function isTooSoon(
  { catalog, conditions, atoms, wiring }: Grounded,
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
  // Nobody freezes an account that nobody has opened yet.
  const isNobodys = (each: ConditionId) =>
    isOfNobodyYet({ atoms, wiring }, at(conditions, each).capability.things, belief);
  if (sets.length > 0 && sets.every(isNobodys)) return true;
  return !isAnythingLost && sets.some((each) => isRescue({ catalog, conditions }, each));
}

/** An account somebody could open in the owner's name, and most probably has not. */
const isOfNobodyYet = (
  { atoms, wiring }: Pick<Grounded, "atoms" | "wiring">,
  things: readonly string[],
  { holds }: Pick<Belief, "holds">,
): boolean =>
  things.some((thing) => wiring.things.get(thing)?.isNew === true) &&
  ![...holds].some(
    ([atom, share]) => share >= openedShare && at(atoms, atom).things.some((each) => things.includes(each)),
  );
const openedShare = 0.5;

/**
 * Of somebody who described nothing, what only makes sense once it was seen: calling off what nobody saw begin, freezing an
 * account nobody saw opened, stopping a transfer nobody saw go.
 */
export function isUnseen(world: Grounded, candidate: Candidate, signs: readonly SignRead[]): boolean {
  const { conditions, wiring, steps } = world;
  const { kind, sets, ways } = candidate;
  if (kind === "call-off") {
    const calling = ways.map((way) => at(steps, at(way, way.length - 1)));
    const waiting = steps.filter(({ institution, flow }) =>
      calling.some((each) => each.institution === institution && each.flow.id === flow.delay?.cancelledBy),
    );
    return !signs.some(({ causes }) => waiting.some(({ id }) => causes.includes(id)));
  }
  if (sets.length === 0) return false;
  const thingsOf = (each: ConditionId) => at(conditions, each).capability.things;
  const seen = (...words: readonly SignWord[]) => signs.filter(({ sign }) => words.includes(sign.sign));
  const isOfNew = sets.every((each) =>
    thingsOf(each).some((thing) => wiring.things.get(thing)?.isNew === true),
  );
  if (isOfNew) return seen("new-account", "not-mine").length === 0;
  return (
    sets.every((each) => isRescue(world, each)) &&
    seen("row", "money-gone", "notice", "mail", "paid").length === 0
  );
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

/**
 * What somebody said they have goes before places that are only assumed: money there, a chat app, the phone maker's
 * account. The carrier is everybody's; and the maker of a phone that is gone can lock it.
 */
function namedFirst(
  world: Grounded,
  order: readonly Candidate[],
  { isDeviceGone }: { readonly isDeviceGone: boolean },
): readonly Candidate[] {
  const { institutions } = world.catalog;
  const isAssumed = ({ institution: id, kind }: Candidate) => {
    const institution = institutions.get(id);
    if (institution?.isArchetype !== true || institution.kind === "carrier") return false;
    return institution.kind !== "vendor" || !isDeviceGone || kind !== "block";
  };
  const keepers = [...world.person.things.values()].flatMap(
    ({ institution }) => institutions.get(institution ?? "") ?? [],
  );
  const isAnyNamed = keepers.some(({ isArchetype, kind }) => !isArchetype && kind !== "carrier");
  if (!isAnyNamed) return order;
  return [...order.filter((each) => !isAssumed(each)), ...order.filter(isAssumed)];
}

/**
 * It destroys what it protects: the phone is found no more, and what the night left on it is gone. A lock from afar, the
 * number and the money are asked for before it, and cost nothing of that.
 */
export const isWiping = (
  { conditions, catalog }: Pick<Grounded, "conditions" | "catalog">,
  { sets }: Candidate,
): boolean =>
  sets.some(
    (each) =>
      catalog.vocabulary.conditions.get(at(conditions, each).capability.kind)?.roles.includes("wipes") ===
      true,
  );

export interface OrderQuestion {
  readonly world: Grounded;
  /** What goes first by rule. */
  readonly led: readonly Candidate[];
  readonly planned: readonly Candidate[];
  readonly usual: readonly Candidate[];
  readonly locksOut: (candidate: Candidate) => boolean;
  readonly isDeviceGone: boolean;
}

/**
 * The order for somebody who described nothing: what goes first by rule, then as planned, then as leaflets say. What takes
 * from the owner what nobody else has comes last, however the assumed sums weigh it: silencing one's own number in one's
 * own hand stops nobody else, and no code comes any more.
 */
export function orderedFor({ world, led, planned, usual, locksOut, isDeviceGone }: OrderQuestion) {
  const others = namedFirst(world, [...planned, ...usual], { isDeviceGone });
  return [...new Set([...led, ...others.filter((each) => !locksOut(each)), ...planned.filter(locksOut)])];
}
