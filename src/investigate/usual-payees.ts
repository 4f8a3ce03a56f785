/**
 * Whom the owner pays every week, or who pays her: what goes there is hers on a day on which somebody else acts as well. A
 * statement that calls most payments by the same words names nobody by them. Cost: linear in the rows, then one payee's rows each
 * time it is asked.
 */
import type { Observation } from "../evidence/index.ts";
import { append, minutesPerDay } from "../model/index.ts";
import { nearlyAsLarge, payeeOf } from "./habits.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Is it money to or from somebody with whom as much is exchanged on days outside this stretch as well? */
export type IsOfEveryWeek = (observation: Observation, apart: Stretch) => boolean;

/** On so many other days it is no chance. */
const daysLeast = 2;
/** Words that more of a statement's payments share say nothing of whom. */
const ofAllMost = 1 / 3;

export function usualPayees(observations: readonly Observation[]): IsOfEveryWeek {
  const paid = new Map<string, Observation[]>();
  const ofWay = new Map<string, number>();
  for (const each of observations) {
    const key = keyOf(each);
    if (key === undefined) continue;
    ofWay.set(wayOf(each), (ofWay.get(wayOf(each)) ?? 0) + 1);
    append(paid, key, each);
  }
  return (observation, { from, to }) => {
    const all = paid.get(keyOf(observation) ?? "") ?? [];
    // Of what comes in a wage may be all there is.
    if (observation.direction === "out" && all.length > (ofWay.get(wayOf(observation)) ?? 0) * ofAllMost)
      return false;
    const others = all.filter((each) => each.to < from || each.from > to);
    const days = new Set(others.map((each) => Math.floor(each.from / minutesPerDay)));
    const most = others.reduce((sum, { amount = 0 }) => Math.max(sum, amount), 0);
    return days.size >= daysLeast && (observation.amount ?? 0) * nearlyAsLarge <= most;
  };
}

const wayOf = ({ place, direction }: Observation): string => `${place.file}\n${direction ?? ""}`;

function keyOf(observation: Observation): string | undefined {
  if (observation.kind !== "row") return undefined;
  const payee = payeeOf(observation);
  return payee === undefined ? undefined : `${observation.direction ?? ""}\n${payee}`;
}
