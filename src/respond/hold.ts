/** How long something one got done holds, by whom it can be undone, and by what proof at the weakest. */
import { proofsOf } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at, type ProofClass, proofClasses } from "../model/index.ts";
import type { Candidate } from "./acts.ts";

export interface Undoing {
  /** `institution/flow`. */
  readonly flow: string;
  readonly proof: ProofClass;
}

export interface Hold {
  /** Minutes after which it lapses by itself; absent: nothing read says that it does. */
  readonly minutes?: number;
  /** The weakest proof that undoes it, of what somebody has read there; absent: nobody has, which is not the same as nothing. */
  readonly by?: ProofClass;
  readonly undoneBy: readonly Undoing[];
  /** Nobody said which place it is: how long it holds and what undoes it is usual for its kind, and read nowhere. */
  readonly isElsewhere: boolean;
}

export function holdOf(world: Grounded, { sets, ways }: Candidate): Hold {
  const setters = ways.map((way) => at(world.steps, at(way, way.length - 1)));
  const expiries = setters.flatMap((step) =>
    step.sets.flatMap(({ condition, expires }) => (sets.includes(condition) ? [expires ?? Infinity] : [])),
  );
  const minutes = expiries.length === 0 ? Infinity : Math.min(...expiries);
  const undoing = new Map<string, Undoing>();
  for (const { kind, flow, institution, clears, lent } of world.steps) {
    // What is only usual for its kind is said of no place as if it were so there.
    if (kind !== "flow" || lent !== undefined || !clears.some((condition) => sets.includes(condition)))
      continue;
    const proof = proofsOf(flow, world.catalog.vocabulary).at(-1) ?? "nothing";
    undoing.set(`${institution}/${flow.id}`, { flow: `${institution}/${flow.id}`, proof });
  }
  const undoneBy = [...undoing.values()].sort(
    (a, b) => proofClasses.indexOf(b.proof) - proofClasses.indexOf(a.proof) || (a.flow < b.flow ? -1 : 1),
  );
  const [weakest] = undoneBy;
  const isElsewhere = setters.every(
    ({ institution, lent }) =>
      lent !== undefined || world.catalog.institutions.get(institution)?.isArchetype === true,
  );
  return {
    ...(minutes < Infinity ? { minutes } : {}),
    ...(weakest === undefined ? {} : { by: weakest.proof }),
    undoneBy,
    isElsewhere,
  };
}
