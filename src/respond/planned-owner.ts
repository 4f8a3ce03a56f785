/**
 * The plan as an owner's policy, so that it can be raced against others in a world of the same person: `planned`. It is
 * made once, from what was known when it was asked for, and kept to; ringing the number again is part of it. Somebody who
 * asks again after each sign does better, so this is the least it is worth.
 *
 * What only the plan's own world has (what is lent where nobody has read) is left out of it.
 */
import type { Grounded, Step } from "../ground/index.ts";
import { at, conditionId, type StepId } from "../model/index.ts";
import type { Policy } from "../world/index.ts";
import type { Response } from "./response.ts";
import { type Act, orderly } from "./rooms.ts";

export interface PlannedOwner {
  readonly response: Pick<Response, "world" | "order">;
  /** The world it is played in. */
  readonly world: Grounded;
  /** The minute of the night at which the plan was made. */
  readonly fromMinute: number;
  readonly ringsEveryMinutes: number;
}

export function plannedOwner({ response, world, fromMinute, ringsEveryMinutes }: PlannedOwner): Policy {
  return orderly({ from: fromMinute, acts: actsIn(response, world) }, ringsEveryMinutes);
}

/** A flow that asks one thing or another is several steps over the same things. */
const keyOf = ({ atoms }: Grounded, { institution, flow, things, asks }: Step): string =>
  JSON.stringify([institution, flow.id, [...things].sort(), asks.map((atom) => at(atoms, atom).text).sort()]);

/** The acts of the plan, by what they are called in either world; one that is unknown there is none. */
function actsIn({ world: planned, order }: PlannedOwner["response"], world: Grounded): readonly Act[] {
  const steps = new Map<string, StepId[]>();
  for (const step of world.steps) {
    const key = keyOf(world, step);
    steps.set(key, [...(steps.get(key) ?? []), step.id]);
  }
  const alike = (step: StepId) => steps.get(keyOf(planned, at(planned.steps, step))) ?? [];
  const conditions = new Map(world.conditions.map(({ id }, index) => [id, conditionId(index)] as const));
  return order.flatMap(({ ways, sets, gains }): readonly Act[] => {
    const known = ways.flatMap((way) => allWays(way.map(alike)));
    const act = {
      ways: known,
      sets: sets.flatMap((each) => conditions.get(at(planned.conditions, each).id) ?? []),
      gains: gains.flatMap((each) => world.atomOf.get(at(planned.atoms, each).text) ?? []),
    };
    return known.length === 0 || act.sets.length + act.gains.length < sets.length + gains.length ? [] : [act];
  });
}

/** A flow that a measure changes is two steps, of which the night plays the one that is in force: either may be the way. */
function allWays(steps: readonly (readonly StepId[])[]): readonly (readonly StepId[])[] {
  let ways: readonly (readonly StepId[])[] = [[]];
  for (const alike of steps)
    ways = ways.flatMap((way) => alike.map((step) => [...way, step])).slice(0, waysMax);
  return ways;
}
/** A way is a handful of steps, and few of them are changed by a measure. */
const waysMax = 32;
