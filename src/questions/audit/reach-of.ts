/** One capability: whether the intruder gets there, when at the earliest, by which way. */
import { earliest, proof } from "../../graph/index.ts";
import type { BasisStatus, ChoiceId } from "../../model/index.ts";
import { activeWith, nodesOf, type Reach, startOf, type Way, wayOf, weakest } from "../../reach/index.ts";

export interface ReachQuestion {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly inForce?: readonly ChoiceId[];
  readonly withinMinutes?: number | undefined;
  readonly startsAt?: number | undefined;
}

export interface ReachOf {
  /** Not before this; `null`: never, or not within the horizon. */
  readonly minutes: number | null;
  readonly way: Way | null;
  /** The weakest basis of the way; `null` when it was held at the start. */
  readonly basis: BasisStatus | null;
}

export function reachOf(
  { reach, held, inForce = [], withinMinutes, startsAt }: ReachQuestion,
  capability: string,
): ReachOf {
  const { world, rules } = reach;
  const atom = world.atomOf.get(capability);
  const [goal] = atom === undefined ? [] : nodesOf(reach, [atom]);
  // What no flow asks or gives is had where it is held, and nowhere else.
  if (goal === undefined)
    return held.includes(capability)
      ? { minutes: 0, way: { steps: [], minutes: 0 }, basis: null }
      : { minutes: null, way: null, basis: null };
  const start = startOf(reach, held);
  const found = earliest(rules, start, { active: activeWith(reach, inForce), startsAt });
  const shown = proof(rules, { held: start, goal, found, startsAt });
  if (shown === undefined || shown.at > (withinMinutes ?? Number.MAX_VALUE))
    return { minutes: null, way: null, basis: null };
  const way = wayOf(reach, shown);
  return { minutes: shown.at, way, basis: weakest(way.steps.map(({ basis }) => basis.status)) };
}
