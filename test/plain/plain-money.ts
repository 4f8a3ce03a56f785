/**
 * What there is to lose, as pots, and what a loss takes out of them: "a loss is worth the sum of its attributes that
 * the file states; … where nothing is stated, or `unknown` beside nothing but zeros, it is a loss of the flow's
 * `amount`". "A step takes all that is left in the pots of its loss" (decision 6).
 */
import { splitCapability } from "../../src/model/index.ts";
import type { PlainStep } from "./plain-steps.ts";
import { type PlainWorld, valuesOf } from "./plain-world.ts";

export interface Pot {
  /** In hundredths. */
  left: number;
  /** The losses that take from it. */
  readonly losses: readonly string[];
}
/** By what it is: `card.a.balance`, or the loss itself where no attribute says what it is worth. */
export type Pots = ReadonlyMap<string, Pot>;

export function lossPots(world: PlainWorld, steps: readonly PlainStep[]): Pots {
  const pots = new Map<string, Pot>();
  const add = (id: string, amount: number, loss: string) => {
    const known = pots.get(id);
    if (known === undefined) pots.set(id, { left: Math.round(amount * 100), losses: [loss] });
    else if (!known.losses.includes(loss)) pots.set(id, { ...known, losses: [...known.losses, loss] });
  };
  for (const loss of new Set(steps.flatMap(({ gives }) => gives))) {
    const { kind = "", subjects = [] } = splitCapability(loss) ?? {};
    const word = world.catalog.vocabulary.capabilities.get(kind);
    // What the person says it is worth goes before what the words say.
    if (word?.isLoss !== true || world.person.losses.some(({ goal }) => goal === loss)) continue;
    const stated = subjects.flatMap((thing) =>
      word.loss.flatMap((attribute) =>
        valuesOf(world, thing, attribute).map((value) => ({ id: `${thing}.${attribute}`, value })),
      ),
    );
    const known = stated.filter(({ value }) => value !== "unknown");
    const sum = known.reduce((total, { value }) => total + Number(value), 0);
    const isSaidUnknown = stated.some(
      ({ id, value }) => value === "unknown" && isStated(world, id),
    );
    if (known.length > 0 && (sum > 0 || !isSaidUnknown)) {
      for (const { id, value } of known) add(id, Number(value), loss);
      continue;
    }
    const amounts = steps.filter(({ gives }) => gives.includes(loss)).map(({ amount }) => amount ?? 0);
    add(loss, Math.max(0, ...amounts), loss);
  }
  for (const { goal, amount } of world.person.losses) if (amount !== undefined) add(goal, amount, goal);
  return pots;
}

function isStated({ things }: PlainWorld, id: string): boolean {
  const dot = id.lastIndexOf(".");
  return things.some((thing) => thing.id === id.slice(0, dot) && thing.attributes.has(id.slice(dot + 1)));
}

/** Takes all that is left in the pots of this loss. */
export function take(pots: Pots, loss: string): readonly { readonly pot: string; readonly amount: number }[] {
  const taken: { readonly pot: string; readonly amount: number }[] = [];
  for (const [id, pot] of pots) {
    if (!pot.losses.includes(loss) || pot.left === 0) continue;
    taken.push({ pot: id, amount: pot.left / 100 });
    pot.left = 0;
  }
  return taken;
}
