/** How often a step is run, what it costs unseen, and what it costs an intruder to have something: the sum over its cheapest proof. */
import type { Catalog } from "../catalog/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, type WhoseYes } from "../model/index.ts";
import type { Powers, Side } from "./powers.ts";
import { weights } from "./weights.ts";

/** Most of what leaves something is written down somewhere; not to be seen costs. */
const unseenCost = ({ leaves, lent }: Step): number =>
  leaves.length * -0.5 * Math.log(weights.missing) + (lent === undefined ? 0 : weights.lent);

interface OfWorld {
  readonly world: Grounded;
  readonly powers: Powers;
}

/** What a step costs that nobody saw. */
export const unseenPrice = (step: Step, question: OfWorld): number =>
  unseenCost(step) - Math.log(rateOf(step, "intruder", question));

interface PricesQuestion extends OfWorld {
  readonly steps: readonly Step[];
  /** What is had for how much without a step. */
  readonly start: Iterable<readonly [AtomId, number]>;
}

/** Cost: rounds times steps. */
function pricesOf({ steps, start, ...world }: PricesQuestion): ReadonlyMap<AtomId, number> {
  const prices = new Map(start);
  const ofSteps = steps.map((step) => unseenPrice(step, world));
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const [i, step] of steps.entries()) {
      let price = 0;
      for (const atom of step.asks) price += prices.get(atom) ?? Number.POSITIVE_INFINITY;
      price += ofSteps[i]!;
      for (const { atom } of step.gives) {
        if (price >= (prices.get(atom) ?? Number.POSITIVE_INFINITY)) continue;
        prices.set(atom, price);
        isMoving = true;
      }
    }
  }
  return prices;
}

/** What it costs to have all that a step asks, with nothing seen to help. */
export function askedPrice(world: Grounded, powers: Powers): (step: Step) => number {
  const prices = pricesOf({
    world,
    powers,
    steps: world.steps.filter(({ id }) => powers.intruder.has(id)),
    start: powers.assumable,
  });
  return ({ asks }) => asks.reduce((sum, atom) => sum + (prices.get(atom) ?? Number.POSITIVE_INFINITY), 0);
}

/** Runs of this step in the stretch by this side. */
export function rateOf(step: Step, side: Side, { world, powers }: OfWorld): number {
  const { gives, sets, clears, flow } = step;
  const { capabilities, conditions } = world.catalog.vocabulary;
  const yes = flow.discretion;
  const agent = yes === undefined ? 1 : (yes.chance ?? usualYes(world.catalog).get(yes.whose) ?? weights.yes);
  const kinds = sets.map(({ condition }) => conditions.get(at(world.conditions, condition).capability.kind));
  const isWayBack = kinds.some((kind) => kind?.roles.includes("way-back") === true);
  const stops = kinds.some((kind) => kind !== undefined && kind.stops.length > 0);
  // Whoever sets up a way back does not take it down again.
  const endsWayBack = clears.some(
    (condition) =>
      conditions.get(at(world.conditions, condition).capability.kind)?.roles.includes("way-back") === true,
  );
  if (side === "owner") {
    const isDefence = (stops && !isWayBack) || endsWayBack;
    if (isDefence || powers.intruder.has(step.id))
      return (isDefence ? weights.defence : weights.owner) * agent;
    // What only she can do is no rarer for her than for whoever acts; that she does it just now is, unless it brings the line back.
    const bringsBack =
      clears.length > 0 ||
      gives.some(
        ({ atom }) => capabilities.get(at(world.atoms, atom).kind)?.roles.includes("own-line") === true,
      );
    return (bringsBack ? weights.defence : weights.inPerson) * agent;
  }
  const aims = gives.some(({ atom }) => {
    const word = capabilities.get(at(world.atoms, atom).kind);
    return (
      word?.isLoss === true || word?.roles.some((role) => role === "takeover" || role === "way-back") === true
    );
  });
  if ((stops || endsWayBack) && gives.length === 0) return weights.owner * agent;
  // To look at what one may see costs nothing and is done by whoever can.
  const isLook = step.leaves.length === 0 && step.revokes.length === 0;
  return (aims || isWayBack || isLook ? weights.intruderAims : weights.intruder) * agent;
}

const yesses = new WeakMap<Catalog, ReadonlyMap<WhoseYes, number>>();

/** Where nobody has stated the chance of a yes: the middle one of those the catalogue states of the same kind. */
function usualYes(catalog: Catalog): ReadonlyMap<WhoseYes, number> {
  const known = yesses.get(catalog);
  if (known !== undefined) return known;
  const stated = new Map<WhoseYes, number[]>();
  for (const { flows } of catalog.institutions.values())
    for (const { discretion } of flows)
      if (discretion?.chance !== undefined)
        stated.set(discretion.whose, [...(stated.get(discretion.whose) ?? []), discretion.chance]);
  const usual = new Map(
    [...stated].map(([whose, chances]) => {
      const sorted = chances.toSorted((a, b) => a - b);
      return [whose, sorted[Math.floor(sorted.length / 2)]!] as const;
    }),
  );
  yesses.set(catalog, usual);
  return usual;
}
