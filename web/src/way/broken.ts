/** What measures do to a way that was found without them: which steps they stop, and which fall with those. */
import type { StepState } from "../../../src/questions/index.ts";
import type { ToldStep } from "../../../src/reach/index.ts";

/** Steps stand in the order in which they can be done, so one pass is enough. */
export function statesOf(steps: readonly ToldStep[], chosen: ReadonlySet<string>): readonly StepState[] {
  const states: StepState[] = [];
  for (const { measures, after } of steps) {
    const by = measures.filter((measure) => chosen.has(measure));
    if (by.length > 0) states.push({ kind: "stopped", by });
    else states.push({ kind: after.some((step) => states[step]?.kind !== "holds") ? "falls" : "holds" });
  }
  return states;
}

/** Can it still be done, in one form or another? */
export const isAlive = (state: StepState | undefined): boolean =>
  state === undefined || state.kind === "holds" || state.kind === "changed";

/** Are these the same steps? Then there is nothing new to show. */
export const isSameWay = (a: readonly ToldStep[], b: readonly ToldStep[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ institution, flow, gives }, i) =>
      institution === b[i]?.institution && flow === b[i]?.flow && gives.join() === b[i]?.gives.join(),
  );
