/** Which conditions stop which capabilities, and which divert them: a suspended line receives no texts. */
import {
  type AtomId,
  type Capability,
  type ConditionId,
  conditionId,
  type Vocabulary,
} from "../model/index.ts";
import type { Giving, GroundCondition } from "./grounded.ts";

/**
 * For a capability: the conditions on its things that stop its kind, or divert it (leave it only to whoever got it with
 * them), ascending. What is known is stopped by nothing.
 */
export function conditionsThat(
  does: "stops" | "diverts",
  { conditions: words }: Vocabulary,
  conditions: readonly Pick<GroundCondition, "capability">[],
): (capability: Capability) => readonly ConditionId[] {
  const stopping = new Map<string, ConditionId[]>();
  for (const [index, { capability }] of conditions.entries()) {
    for (const stopped of words.get(capability.kind)?.[does] ?? []) {
      for (const thing of capability.things) {
        const key = `${stopped} ${thing}`;
        stopping.set(key, [...(stopping.get(key) ?? []), conditionId(index)]);
      }
    }
  }
  const none: readonly ConditionId[] = [];
  return ({ kind, things, secret }) => {
    if (secret !== undefined) return none;
    const found = things.flatMap((thing) => stopping.get(`${kind} ${thing}`) ?? none);
    return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a - b);
  };
}

/** What a step gives, parted by what may stop it; each part in the order in which it was first met. */
export interface PartedGives {
  /** Nothing stops these. */
  readonly free: readonly AtomId[];
  readonly stopped: readonly StoppedTogether[];
}

export interface StoppedTogether {
  readonly stoppedBy: readonly ConditionId[];
  readonly atoms: readonly AtomId[];
}

export function partedByStops(gives: readonly Giving[]): PartedGives {
  const free: AtomId[] = [];
  const stopped = new Map<string, StoppedTogether & { readonly atoms: AtomId[] }>();
  for (const { atom, stoppedBy } of gives) {
    const known = stopped.get(stoppedBy.join());
    if (stoppedBy.length === 0) free.push(atom);
    else if (known === undefined) stopped.set(stoppedBy.join(), { stoppedBy, atoms: [atom] });
    else known.atoms.push(atom);
  }
  return { free, stopped: [...stopped.values()] };
}
