/** Which conditions stop which capabilities: a suspended line receives no texts. */
import { type Capability, type ConditionId, conditionId, type Vocabulary } from "../model/index.ts";
import type { GroundCondition } from "./grounded.ts";

/** For a capability: the conditions on its things that stop its kind, ascending. What is known is stopped by nothing. */
export function stopsIn(
  { conditions: words }: Vocabulary,
  conditions: readonly Pick<GroundCondition, "capability">[],
): (capability: Capability) => readonly ConditionId[] {
  const stopping = new Map<string, ConditionId[]>();
  for (const [index, { capability }] of conditions.entries()) {
    for (const stopped of words.get(capability.kind)?.stops ?? []) {
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
