/** What each measure adds on average over the orders in which all could be taken: an estimate, with its error. */
import { at } from "../model/index.ts";
import { uniform } from "./draw.ts";
import { type Asker, gainBetween } from "./outcomes.ts";

interface Averaging {
  readonly orders: number;
  readonly seed: number;
  readonly ask: Asker;
}

/** What each adds to those before it, over orders drawn from the seed: an estimate of its Shapley value. */
export function averaged(
  count: number,
  { orders, seed, ask }: Averaging,
): readonly { readonly people: number; readonly money: number; readonly error: number }[] | undefined {
  if (orders === 0) return undefined;
  const added = Array.from({ length: count }, () => ({ people: [] as number[], money: 0 }));
  for (let order = 0; order < orders; order++) {
    const drawn = Array.from({ length: count }, (_, i) => ({
      i,
      chance: uniform(`${seed} order ${order} ${i}`),
    }));
    drawn.sort((a, b) => a.chance - b.chance || a.i - b.i);
    const taken: number[] = [];
    let last = ask([]);
    for (const { i } of drawn) {
      taken.push(i);
      const next = ask(taken);
      const gain = gainBetween(last, next);
      at(added, i).people.push(gain.people);
      at(added, i).money += gain.money;
      last = next;
    }
  }
  return added.map(({ people, money }) => {
    const mean = people.reduce((sum, each) => sum + each, 0) / orders;
    const spread = people.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return {
      people: mean,
      money: money / orders,
      error: orders < 2 ? 0 : Math.sqrt(spread / (orders - 1) / orders),
    };
  });
}
