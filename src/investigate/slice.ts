/**
 * Which unseen steps are looked at: backwards from what the intruder's seen runs ask, all that gives it for less than it
 * can be had without.
 */
import type { Step } from "../ground/index.ts";
import { type AtomId, at } from "../model/index.ts";
import { infinity, type ModelQuestion } from "./making.ts";
import { pricesOf, together, unseenPrice } from "./prices.ts";

export interface Slice {
  readonly steps: readonly Step[];
  readonly assumed: readonly AtomId[];
  /** Secrets somebody asks for: what an unknown flow could give. */
  readonly secrets: ReadonlySet<AtomId>;
  /** There are more steps than are looked at: what is cheapest here need not be the cheapest there is. */
  readonly isCut: boolean;
}

/** Steps that are looked at without having been seen; more is another question. */
const unseenMax = 80;

/** Backwards from what the intruder's seen runs ask: all steps that give it, and what can be assumed. */
export function sliceOf(question: ModelQuestion): Slice {
  const { world, powers, order, seen } = question;
  const able = world.steps
    .filter(({ id }) => powers.intruder.has(id))
    .toSorted((a, b) => order.placeOf[a.id]! - order.placeOf[b.id]!);
  const prices = pricesBetween(question, able);
  const givers = new Map<AtomId, Step[]>();
  for (const step of able)
    for (const { atom } of step.gives) givers.set(atom, [...(givers.get(atom) ?? []), step]);
  const asked = new Set(seen.flatMap(({ side, step }) => (side === "intruder" ? step.asks : [])));
  const steps = new Map<number, Step>();
  let isCut = false;
  // What is asked grows with the steps that are kept, and a step is kept for what is asked: until nothing changes.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const atom of asked)
      for (const step of givers.get(atom) ?? []) {
        if (steps.has(step.id) || isNeedless(step, asked, { prices, question })) continue;
        if (steps.size >= unseenMax) {
          isCut = true;
          continue;
        }
        steps.set(step.id, step);
        isMoving = true;
        for (const each of step.asks) asked.add(each);
      }
  }
  for (const atom of [...asked]) {
    const held = powers.hadWith.get(atom);
    if (held !== undefined) asked.add(held);
  }
  const assumed = [...asked]
    .filter((atom) => powers.assumable.has(atom))
    .sort((a, b) => order.rankOfAtom(a) - order.rankOfAtom(b));
  const secrets = new Set(assumed.filter((atom) => at(world.atoms, atom).secret !== undefined));
  return { steps: [...steps.values()], assumed, secrets, isCut };
}

interface Prices {
  /** No proof of it costs more: the sum over the cheapest one, with nothing seen to help. */
  readonly most: ReadonlyMap<AtomId, number>;
  /** No proof costs less: the dearest of what it must have, with everything seen for nothing. */
  readonly least: ReadonlyMap<AtomId, number>;
}

/** Between what the cheapest proofs of every atom cost lies what they cost in the program. */
function pricesBetween({ world, powers, seen }: ModelQuestion, steps: readonly Step[]): Prices {
  const free = seen.flatMap(({ side, step }) =>
    side === "intruder" ? step.gives.map(({ atom }) => [atom, 0] as const) : [],
  );
  return {
    most: pricesOf({ world, powers, steps, start: powers.assumable, join: together }),
    least: pricesOf({ world, powers, steps, start: [...powers.assumable, ...free], join: Math.max }),
  };
}

/** All it gives that anybody asks can be had for less without it. */
function isNeedless(
  step: Step,
  asked: ReadonlySet<AtomId>,
  { prices, question }: { readonly prices: Prices; readonly question: ModelQuestion },
): boolean {
  const without = step.gives.reduce(
    (sum, { atom }) => sum + (asked.has(atom) ? (prices.most.get(atom) ?? infinity) : 0),
    0,
  );
  const dearest = step.asks.reduce((most, atom) => Math.max(most, prices.least.get(atom) ?? infinity), 0);
  return dearest + unseenPrice(step, question) > without + 1e-9;
}
