/** Where the money went, move by move: by which step, to which loss it counts, and what is gone after it. */
import { stepId } from "../../../src/model/index.ts";
import type { Night, Stage } from "../../../src/world/index.ts";
import type { MoneyTold, StepTold, UnsizedLoss } from "./night-told.ts";

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
    const takings = ledger.takings.get(stepId(rule)) ?? [];
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

/** Losses of unknown size move nothing: the first step of the thieves that takes from each is when it went. */
export function unsizedOf(
  { lossByGoal }: Pick<Night, "lossByGoal">,
  { ledger, world }: Stage,
  steps: readonly (StepTold & { readonly rule: number })[],
): readonly UnsizedLoss[] {
  const done = steps
    .filter(({ side, outcome }) => side === "intruder" && outcome === "done")
    .sort((a, b) => a.until - b.until || a.id - b.id);
  return [...lossByGoal.keys()]
    .flatMap((goal): UnsizedLoss[] => {
      const index = world.goals.findIndex(({ id }) => id === goal);
      if (ledger.isUnknown[index] !== true) return [];
      const step = done.find(({ rule }) =>
        ledger.takings.get(stepId(rule))?.some((each) => each.goal === index),
      );
      return step === undefined ? [] : [{ goal, at: step.until, step: step.id }];
    })
    .sort((a, b) => a.at - b.at);
}
