/** Which steps call off which waiting ones. */
import { append, thingKinds } from "../model/index.ts";
import type { Step } from "./grounded.ts";

/** Step by step: the steps of the same institution that call it off, for the same things as far as both speak of any. */
export function cancellersOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const byFlow = new Map<string, Step[]>();
  for (const step of steps) {
    const name = flowOf(step, step.flow.id);
    append(byFlow, name, step);
  }
  return steps.map((step) => {
    const { delay } = step.flow;
    if (delay?.cancelledBy === undefined) return [];
    const cancelling = byFlow.get(flowOf(step, delay.cancelledBy)) ?? [];
    return cancelling.filter((other) => areForTheSame(step, other));
  });
}

/** They concern the same things, as far as both speak of any. */
export const areForTheSame = (step: Step, other: Step): boolean =>
  thingKinds.every((kind) => areOfOne(thingsAt(step, kind), thingsAt(other, kind)));

const flowOf = ({ institution }: Step, flow: string): string => `${institution}/${flow}`;

/** All a run is for, of one kind; a run of an account may be for each of its cards. */
function thingsAt({ things, alsoFor }: Step, kind: string): readonly string[] {
  const first = things.get(kind);
  return first === undefined ? [] : [first, ...(alsoFor?.get(kind) ?? [])];
}

/** Something is in both, or one of them says nothing. */
const areOfOne = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((thing) => others.includes(thing));
