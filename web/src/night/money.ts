/** Where the money went, move by move: by which step, to which loss it counts, and what is gone after it. */
import type { Night, Stage } from "../../../src/world/index.ts";
import type { MoneyTold, StepTold } from "./night-told.ts";

export function moneyOf(
  { money }: Night,
  { ledger, world }: Stage,
  steps: readonly (StepTold & { readonly rule: number })[],
): readonly MoneyTold[] {
  const gone = ledger.pots[ledger.gone]?.id;
  let hundredths = 0;
  let [rule, at, next] = [-1, -1, 0];
  return money.map((move) => {
    // A step's takings are taken in their order: a pot that comes up again belongs to a later one.
    if (move.rule !== rule || move.at !== at) next = 0;
    rule = move.rule;
    at = move.at;
    const takings = ledger.takings.get(rule) ?? [];
    const has = (index: number) =>
      takings[index]?.pots.some((pot) => ledger.pots[pot]?.id === move.from) === true;
    while (next < takings.length && !has(next)) next++;
    const goal = world.goals[takings[next]?.goal ?? -1]?.id;
    const isGone = move.to === gone && goal !== undefined;
    if (isGone) hundredths += Math.round(move.amount * 100);
    const step = steps.findLast((each) => each.rule === rule && each.outcome === "done" && each.until === at);
    return {
      at,
      from: move.from,
      to: move.to,
      amount: move.amount,
      step: step?.id ?? -1,
      ...(isGone ? { goal } : {}),
      total: hundredths / 100,
    };
  });
}
