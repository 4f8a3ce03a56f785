/**
 * Which unseen steps are looked at: backwards from what the intruder's seen runs ask, all that gives it for less than it
 * can be had without. What a step costs unseen stands here as well.
 */
import type { Step } from "../ground/index.ts";
import { type AtomId, at } from "../model/index.ts";
import { infinity, type ModelQuestion } from "./making.ts";
import { rateOf } from "./runs.ts";
import { weights } from "./weights.ts";

/** Most of what leaves something is written down somewhere; not to be seen costs. */
const unseenCost = ({ leaves, lent }: Step): number =>
  leaves.length * -0.5 * Math.log(weights.missing) + (lent === undefined ? 0 : weights.lent);

export interface Slice {
  readonly steps: readonly Step[];
  readonly assumed: readonly AtomId[];
  /** Secrets somebody asks for: what an unknown flow could give. */
  readonly secrets: ReadonlySet<AtomId>;
}

/** Steps that are looked at without having been seen; more is another question. */
const unseenMax = 80;

/** Backwards from what the intruder's seen runs ask: all steps that give it, and what can be assumed. */
export function sliceOf(question: ModelQuestion): Slice {
  const { world, powers, seen } = question;
  const able = world.steps.filter(({ id }) => powers.intruder.has(id));
  const prices = pricesOf(question, able);
  const givers = new Map<AtomId, Step[]>();
  for (const step of able)
    for (const { atom } of step.gives) givers.set(atom, [...(givers.get(atom) ?? []), step]);
  const asked = new Set(seen.flatMap(({ side, step }) => (side === "intruder" ? step.asks : [])));
  const steps = new Map<number, Step>();
  // What is asked grows with the steps that are kept, and a step is kept for what is asked: until nothing changes.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const atom of asked)
      for (const step of givers.get(atom) ?? []) {
        if (steps.has(step.id) || steps.size >= unseenMax || isNeedless(step, asked, { prices, question }))
          continue;
        steps.set(step.id, step);
        isMoving = true;
        for (const each of step.asks) asked.add(each);
      }
  }
  for (const atom of [...asked]) {
    const held = powers.hadWith.get(atom);
    if (held !== undefined) asked.add(held);
  }
  const assumed = [...asked].filter((atom) => powers.assumable.has(atom)).sort((a, b) => a - b);
  const secrets = new Set(assumed.filter((atom) => at(world.atoms, atom).secret !== undefined));
  return { steps: [...steps.values()], assumed, secrets };
}

interface Prices {
  /** No proof of it costs more: the sum over the cheapest one, with nothing seen to help. */
  readonly most: ReadonlyMap<AtomId, number>;
  /** No proof costs less: the dearest of what it must have, with everything seen for nothing. */
  readonly least: ReadonlyMap<AtomId, number>;
}

/** Between what the cheapest proofs of every atom cost lies what they cost in the program. Cost: rounds times steps. */
function pricesOf(question: ModelQuestion, steps: readonly Step[]): Prices {
  const { assumable } = question.powers;
  const priceOf = new Map(steps.map((step) => [step.id, unseenPrice(step, question)] as const));
  const settle = (start: Iterable<readonly [AtomId, number]>, join: (a: number, b: number) => number) => {
    const prices = new Map(start);
    for (let isMoving = true; isMoving; ) {
      isMoving = false;
      for (const step of steps) {
        let price = 0;
        for (const atom of step.asks) price = join(price, prices.get(atom) ?? infinity);
        price += priceOf.get(step.id) ?? infinity;
        for (const { atom } of step.gives) {
          if (price >= (prices.get(atom) ?? infinity)) continue;
          prices.set(atom, price);
          isMoving = true;
        }
      }
    }
    return prices;
  };
  const seen = question.seen.flatMap(({ side, step }) =>
    side === "intruder" ? step.gives.map(({ atom }) => [atom, 0] as const) : [],
  );
  return {
    most: settle(assumable, (a, b) => a + b),
    least: settle([...assumable, ...seen], Math.max),
  };
}

export const unseenPrice = (step: Step, question: ModelQuestion): number =>
  unseenCost(step) - Math.log(rateOf(step, "intruder", question));

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
