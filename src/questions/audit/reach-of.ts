/** One capability: whether the intruder gets there, when at the earliest, by which way. */
import { type Atom, activeUnder, compile, earliest, type Grounded, proof } from "../../graph/index.ts";
import type { BasisStatus } from "../../model/index.ts";
import type { Way } from "./answer.ts";
import { wayOf, weakest } from "./steps.ts";

export interface ReachQuestion {
  readonly world: Grounded;
  readonly held: readonly string[];
  readonly inForce?: readonly number[];
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
  { world, held, inForce = [], withinMinutes, startsAt }: ReachQuestion,
  capability: string,
): ReachOf {
  if (held.includes(capability)) return { minutes: 0, way: { steps: [], minutes: 0 }, basis: null };
  const goal = world.atomOf.get(capability);
  if (goal === undefined) return { minutes: null, way: null, basis: null };
  const rules = compile(world.atoms.length, world.rules);
  const chosen = new Uint8Array(world.choices.length);
  for (const choice of inForce) chosen[choice] = 1;
  const start: readonly Atom[] = held.flatMap((text) => world.atomOf.get(text) ?? []);
  const found = earliest(rules, start, { active: activeUnder(rules, chosen), startsAt });
  const shown = proof(rules, { held: start, goal, found, startsAt });
  if (shown === undefined || shown.at > (withinMinutes ?? Number.MAX_VALUE))
    return { minutes: null, way: null, basis: null };
  const way = wayOf(world, shown);
  return { minutes: shown.at, way, basis: weakest(way.steps.map(({ basis }) => basis.status)) };
}
