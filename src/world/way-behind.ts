/** Which steps led to a loss. */
import type { ActorId, StepId } from "../model/index.ts";
import type { Stage } from "./stage.ts";
import type { Playing } from "./table.ts";

/**
 * An actor's completed steps behind one of them, by what each asked, in the order of their first completion. Where
 * several steps gave the same, the first counts. The answer is good until the next question.
 */
export function wayBehind({
  stage,
  playing: { table, arena },
}: {
  readonly stage: Stage;
  readonly playing: Playing;
}): (last: StepId, actor: ActorId) => readonly StepId[] {
  const { asks, givenAt, giver, stepCount, atomCount } = stage;
  const found: StepId[] = [];
  const seenStep = new Int32Array(stepCount);
  const seenAtom = new Int32Array(stage.atomCount);
  let question = 0;
  return (last, actor) => {
    const base = actor * stepCount;
    question++;
    found.length = 0;
    found.push(last);
    seenStep[last] = question;
    for (const step of found) {
      for (let i = asks.from[step]!; i < asks.from[step + 1]!; i++) {
        const atom = asks.values[i]!;
        if (seenAtom[atom] === question || arena.start.hasFromStart[actor * atomCount + atom] === 1) continue;
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
        if (first === undefined || seenStep[first] === question) continue;
        seenStep[first] = question;
        found.push(first);
      }
    }
    return found.sort((a, b) => table.firstDone[base + a]! - table.firstDone[base + b]! || a - b);
  };
}
