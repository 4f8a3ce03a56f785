/**
 * Payments somebody names and says they did not make: by a word of the row; by their sum, one of that very sum, or all that are in doubt in those days where
 * together they come to about as much, for whoever finds ten thousand gone does not say how often. They are not theirs, whoever
 * made them. Cost: rows times what is denied.
 */
import type { Observation } from "../evidence/index.ts";
import { isDenied, type ToldAct } from "./act-meant.ts";

/** What people leave out of a sum they tell. */
const rounded = 0.05;
const cent = 0.005;

/** The ids of those among `doubted`. */
export function deniedSums(doubted: readonly Observation[], denied: readonly ToldAct[]): ReadonlySet<number> {
  const paid = doubted.filter(
    ({ kind, direction, amount }) => kind === "row" && direction === "out" && amount !== undefined,
  );
  const found = new Set<number>();
  for (const act of denied) {
    if (act.isMoney !== true) continue;
    const meant = paid.filter((each) => isDenied(each, { ...act, institutions: [] }));
    if (act.sums.length === 0) for (const { id } of meant) if (act.known?.has(id)) found.add(id);
    const total = meant.reduce((sum, { amount = 0 }) => sum + amount, 0);
    for (const sum of act.sums) {
      const exact = meant.filter(({ amount = 0 }) => Math.abs(amount - sum) < cent);
      const isAll = exact.length === 0 && Math.abs(total - sum) <= sum * rounded;
      for (const { id } of isAll ? meant : exact) found.add(id);
    }
  }
  return found;
}
