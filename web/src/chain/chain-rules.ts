/**
 * Rules as a chain reads them: bookkeeping is no step, and what waits for a block to be lifted counts as given by the flow
 * it belongs to.
 */
import type { Atom, Grounded, GroundRule } from "../../../src/graph/index.ts";

/** What flows yield, directly or once nothing stops the yield, and who yields a thing. */
export interface Yields {
  /** Ground text; what it undoes among it. */
  readonly gives: (rule: number) => readonly string[];
  readonly givers: (capability: string) => readonly number[];
}

export function yieldsOf(world: Grounded, isInReach: (rule: number) => boolean): Yields {
  const relays = new Map<Atom, Atom[]>();
  for (const rule of world.rules) {
    const done = isRelay(rule) ? rule.asks.find((atom) => isDone(world, atom)) : undefined;
    if (done !== undefined) relays.set(done, [...(relays.get(done) ?? []), ...rule.gives]);
  }
  const gives = (rule: number) =>
    ruleOf(world, rule)
      .gives.flatMap((atom) => (isDone(world, atom) ? (relays.get(atom) ?? []) : [atom]))
      .map((atom) => textOf(world, atom));
  const givers = new Map<string, number[]>();
  for (const [i, rule] of world.rules.entries()) {
    if (rule.isInternal || !isInReach(i)) continue;
    for (const given of gives(i)) givers.set(given, [...(givers.get(given) ?? []), i]);
  }
  return { gives, givers: (capability) => givers.get(capability) ?? [] };
}

export const flowOf = ({ institution, flow }: GroundRule): string => `${institution}/${flow.id}`;
export const textOf = (world: Grounded, atom: Atom): string => world.atoms[atom] ?? "";
export const isDone = (world: Grounded, atom: Atom): boolean => textOf(world, atom).startsWith("done ");
export const isCleared = (world: Grounded, atom: Atom): boolean => textOf(world, atom).startsWith("not ");
export const isRelay = ({ isInternal, flow }: GroundRule): boolean => isInternal && flow.id === "relay";

export function ruleOf(world: Grounded, rule: number): GroundRule {
  const found = world.rules[rule];
  if (found === undefined) throw new RangeError(`no rule ${rule}`);
  return found;
}
