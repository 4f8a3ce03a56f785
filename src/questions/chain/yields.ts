/**
 * Rules as a chain reads them: bookkeeping is no step, and what waits for a block to be lifted counts as given by the
 * step it belongs to.
 */
import type { Step } from "../../ground/index.ts";
import { at } from "../../model/index.ts";
import { nodeText, type Reach, stepRunBy } from "../../reach/index.ts";

/** What steps yield, directly or once nothing stops the yield, and who yields a thing; steps by the rule that runs them. */
export interface Yields {
  /** Ground text; what it undoes among it. */
  readonly gives: (rule: number) => readonly string[];
  readonly givers: (capability: string) => readonly number[];
}

export function yieldsOf(reach: Reach, isInReach: (rule: number) => boolean): Yields {
  const { world, origins, clearNodes } = reach;
  const gives = (rule: number) => {
    const step = stepOf(reach, rule);
    const given = step.gives.map(({ atom }) => at(world.atoms, atom).text);
    const lifted = step.clears.flatMap((condition) => nodeText(reach, at(clearNodes, condition)) ?? []);
    return [...lifted, ...given];
  };
  const givers = new Map<string, number[]>();
  for (const rule of origins.keys()) {
    if (stepRunBy(reach, rule) === undefined || !isInReach(rule)) continue;
    for (const given of gives(rule)) givers.set(given, [...(givers.get(given) ?? []), rule]);
  }
  return { gives, givers: (capability) => givers.get(capability) ?? [] };
}

export const flowOf = ({ institution, flow }: Step): string => `${institution}/${flow.id}`;

/** The step a rule runs; asked of a rule of our bookkeeping it is a fault of ours. */
export function stepOf(reach: Reach, rule: number): Step {
  const step = stepRunBy(reach, rule);
  if (step === undefined) throw new RangeError(`rule ${rule} is no step`);
  return step;
}
