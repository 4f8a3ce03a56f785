/** What was lent for a rule of a world to which archetypes lend, and which rules count within a distance. */
import type { Lent } from "../ground/index.ts";
import { at } from "../model/index.ts";
import type { Reach } from "./reach.ts";

export interface LentRule extends Lent {
  readonly institution: string;
}

/** Rule by rule; read rules have none. */
export type LentRules = readonly (LentRule | undefined)[];

export function lentRules({ world, origins }: Reach): LentRules {
  return origins.map((origin) => {
    if (!("step" in origin)) return undefined;
    const step = at(world.steps, origin.step);
    return step.lent === undefined ? undefined : { ...step.lent, institution: step.institution };
  });
}

/** Of the rules in force those that were read, or lent at this distance or nearer; 0: read ones only. */
export const within = (active: Uint8Array, lentFor: LentRules, distance: number): Uint8Array =>
  active.map((isActive, rule) => ((lentFor[rule]?.distance ?? 0) <= distance ? isActive : 0));
