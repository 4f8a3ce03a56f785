/** Which steps led to a loss. */
import type { ActorId, AtomId, GoalId, StepId } from "../model/index.ts";
import type { Stage } from "./stage.ts";
import type { Playing } from "./table.ts";

/**
 * An actor's completed steps behind the one that had a loss, by what each asked, in the order of their first completion.
 * Where several steps gave the same, the first counts. Money of another place, taken where it was moved to, was moved
 * there by steps too. The answer is good until the next question.
 */
export function wayBehind({
  stage,
  playing: { table, arena },
}: {
  readonly stage: Stage;
  readonly playing: Playing;
}): (lost: { readonly goal: GoalId; readonly last: StepId; readonly actor: ActorId }) => readonly StepId[] {
  const { asks, givenAt, giver, stepCount, atomCount, ledger } = stage;
  const found: StepId[] = [];
  const seenStep = new Int32Array(stepCount);
  const seenAtom = new Int32Array(stage.atomCount);
  let question = 0;
  return ({ goal, last, actor }) => {
    const base = actor * stepCount;
    question++;
    found.length = 0;
    found.push(last);
    seenStep[last] = question;
    const follow = (atom: AtomId) => {
      if (seenAtom[atom] === question || arena.start.hasFromStart[actor * atomCount + atom] === 1) return;
      seenAtom[atom] = question;
      let first: StepId | undefined;
      for (let j = givenAt.from[atom]!; j < givenAt.from[atom + 1]!; j++) {
        const other = giver[givenAt.values[j]!]!;
        if (
          table.timesDone[base + other]! > 0 &&
          (first === undefined || table.firstDone[base + other]! < table.firstDone[base + first]!)
        )
          first = other;
      }
      if (first === undefined || seenStep[first] === question) return;
      seenStep[first] = question;
      found.push(first);
    };
    for (const taking of ledger.takings.get(last) ?? [])
      if (taking.goal === goal) for (const atom of taking.route ?? []) follow(atom);
    for (const step of found)
      for (let i = asks.from[step]!; i < asks.from[step + 1]!; i++) follow(asks.values[i]!);
    return found.sort((a, b) => table.firstDone[base + a]! - table.firstDone[base + b]! || a - b);
  };
}
