/**
 * Of all the ways in which what was seen could have come about, those the program weighs: all of them, unless there are more
 * than it can weigh. Then the rest is left out by sense, and it is said of which observations. None is left out because
 * another looks likelier: the likelier one may ask what nobody had. Cost: a sort.
 */
import type { Candidate } from "../evidence/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import type { Order } from "./order.ts";
import type { Side } from "./powers.ts";

interface Way {
  readonly step: Step;
  readonly side: Side;
  /** By which observation, as an index, it was thought of. */
  readonly o: number;
}

/** A program with more runs than this takes minutes. Ninety rows have some six ways each. */
const runsMax = 1200;
/** Where there are more: of one observation, by one side, and of one flow. */
const waysMax = 7;
const ofOneFlowMax = 2;

interface SenseQuestion {
  readonly spoken: ReadonlySet<string>;
  readonly order: Order;
  readonly hardnessOf: (step: Step) => number;
}

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Those about things that rows speak of first, then those whose asks are had most easily. */
export const bySense =
  ({ spoken, order, hardnessOf }: SenseQuestion) =>
  (candidates: readonly Candidate[]): readonly Candidate[] => {
    const spokenOf = ({ step }: Candidate) =>
      [...step.things.values()].filter((thing) => spoken.has(thing)).length;
    return candidates.toSorted(
      (a, b) =>
        spokenOf(b) - spokenOf(a) ||
        compareNumbers(hardnessOf(a.step), hardnessOf(b.step)) ||
        order.placeOf[a.step.id]! - order.placeOf[b.step.id]!,
    );
  };

/** As they are, where the program can weigh them; else the first of each observation, and where others are left out. */
export function fewEnough<Run extends Way>(
  runs: readonly Run[],
  world: Grounded,
  most = runsMax,
): { readonly runs: readonly Run[]; readonly cutAt: readonly number[] } {
  if (runs.length <= most) return { runs, cutAt: [] };
  const ofOneFlow = atMost(runs, ofOneFlowMax, ({ side, o, step }) => `${side} ${o} ${flowKey(step, world)}`);
  const kept = atMost(ofOneFlow, waysMax, ({ side, o }) => `${side} ${o}`);
  const isKept = new Set(kept);
  const cutAt = new Set(runs.flatMap((run) => (isKept.has(run) ? [] : [run.o])));
  return { runs: kept, cutAt: [...cutAt].sort((a, b) => a - b) };
}

function atMost<Run>(runs: readonly Run[], most: number, keyOf: (run: Run) => string): readonly Run[] {
  const counts = new Map<string, number>();
  return runs.filter((run) => {
    const key = keyOf(run);
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before < most;
  });
}

/** Its flow; whatever somebody calls their own: an account nobody had before is known by being one. */
function flowKey({ institution, flow, things }: Step, { wiring }: Grounded): string {
  const isNewAccount = [...things.values()].some((id) => {
    const thing = wiring.things.get(id);
    return thing?.kind === "account" && thing.isNew === true;
  });
  return `${institution}/${flow.id} ${isNewAccount}`;
}
