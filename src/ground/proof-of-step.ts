/**
 * The class of proof one run of a flow over these things rests on: the hardest of all it asks. Where an agent may give
 * way it is the agent; where nothing is asked and it takes a while to lift a condition, it is enough to wait.
 */
import { proofOfWord } from "../catalog/index.ts";
import { at, isGoodWill, type ProofClass, proofClasses } from "../model/index.ts";
import type { Grounded, Step } from "./grounded.ts";

export function proofOfStep(
  { atoms, catalog }: Pick<Grounded, "atoms" | "catalog">,
  { asks, clears, flow }: Pick<Step, "asks" | "clears" | "flow">,
): ProofClass {
  if (isGoodWill(flow)) return "agent";
  const ranks = asks.map((atom) => {
    const { kind, things, secret } = at(atoms, atom);
    const named = secret === undefined ? undefined : `${things[0]?.split(".")[0] ?? ""}.${secret}`;
    return proofClasses.indexOf(proofOfWord({ kind, secret: named }, catalog.vocabulary));
  });
  const proof = ranks.length === 0 ? "nothing" : at(proofClasses, Math.min(...ranks));
  return proof === "nothing" && clears.length > 0 && flow.takes.min > 0 ? "lapse" : proof;
}
