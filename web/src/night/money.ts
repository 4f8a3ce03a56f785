/** Where the money went and what came back, move by move: by which step, to which loss it counts, and what is gone after it. */
import { potText, type StepId } from "../../../src/model/index.ts";
import type { Night, Stage } from "../../../src/world/index.ts";
import type { MoneyTold, StepTold, UnsizedLoss } from "./night-told.ts";

export function moneyOf(
  { events }: Night,
  { ledger, world }: Stage,
  steps: readonly (StepTold & { readonly step: StepId })[],
): readonly MoneyTold[] {
  let hundredths = 0;
  let cause: number | undefined;
  let next = 0;
  return events.flatMap((move): readonly MoneyTold[] => {
    if (move.kind === "returns") {
      hundredths -= Math.round(move.amount * 100);
      const { at, loss: goal, amount } = move;
      return [{ at, from: "gone", to: goal, amount: -amount, step: -1, goal, total: hundredths / 100 }];
    }
    if (move.kind !== "money") return [];
    // A step's takings are taken in their order: a pot that comes up again belongs to a later one.
    if (move.cause !== cause) next = 0;
    cause = move.cause;
    const { at } = move;
    const takings = ledger.takings.get(move.step) ?? [];
    const from = potText(move.from);
    const has = (index: number) => takings[index]?.pots.some((pot) => ledger.pots[pot]?.id === from) === true;
    while (next < takings.length && !has(next)) next++;
    const goal = world.goals[takings[next]?.goal ?? -1]?.id;
    const isGone = move.counterparty.kind === "gone" && goal !== undefined;
    if (isGone) hundredths += Math.round(move.amount * 100);
    const step = steps.findLast(
      (each) => each.step === move.step && each.outcome === "done" && each.until === at,
    );
    const counted = { step: step?.id ?? -1, ...(isGone ? { goal } : {}), total: hundredths / 100 };
    return [{ at, from, to: potText(move.counterparty), amount: move.amount, ...counted }];
  });
}

/** Losses of unknown size move nothing: the first step of the thieves that takes from each is when it went. */
export function unsizedOf(
  { lossByGoal }: Pick<Night, "lossByGoal">,
  { ledger, world }: Stage,
  steps: readonly (StepTold & { readonly step: StepId })[],
): readonly UnsizedLoss[] {
  const done = steps
    .filter(({ side, outcome }) => side === "intruder" && outcome === "done")
    .sort((a, b) => a.until - b.until || a.id - b.id);
  return [...lossByGoal.keys()]
    .flatMap((goal): UnsizedLoss[] => {
      const index = world.goals.findIndex(({ id }) => id === goal);
      if (ledger.isUnknown[index] !== true) return [];
      const step = done.find(({ step: taken }) =>
        ledger.takings.get(taken)?.some((each) => each.goal === index),
      );
      return step === undefined ? [] : [{ goal, at: step.until, step: step.id }];
    })
    .sort((a, b) => a.at - b.at);
}
