/**
 * What habits do about what is near: losses that are taken, or would be if what nobody has read were as weak as it is
 * elsewhere (distance 1 and 2). A habit helps when it moves such a loss farther away: what is taken then rests on
 * something nobody has read, what rests on something common on something rarer, or on a looser way than any read.
 *
 * What to know to trust it: only the owner's own measures, none that shuts the owner out of what they get back to
 * today. Each is weighed by itself, then all together with what turns out needless taken away again, the dearest first;
 * `measures` is small and does what all together do, but the smallest is not proved. Cost: three closures for each
 * measure weighed.
 */
import { closure } from "../../graph/index.ts";
import { amountOf } from "../../ground/index.ts";
import { at, type ChoiceId } from "../../model/index.ts";
import {
  activeWith,
  lentRules,
  ownerGoals,
  ownerStartOf,
  type Reach,
  reachesAtom,
  startOf,
  within,
} from "../../reach/index.ts";
import type { NearAnswer } from "./answer.ts";

export interface NearQuestion {
  /** By what was read: the owner's ways are judged in it. */
  readonly reach: Reach;
  readonly lent: Reach;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  /** Whether a loss is told by itself, by goal: what a part adds nothing to is told by its whole. */
  readonly isTold: (goal: string) => boolean;
}

export function nearOf(question: NearQuestion): NearAnswer {
  const { lent, inForce, isTold } = question;
  const { goals, choices } = lent.world;
  const distancesWith = distancesUnder(question);
  const isOwnerIn = ownerWith(question);
  const now = distancesWith(inForce);
  const own = choices
    .filter(({ by, isAct, index }) => by === "person" && !isAct && !inForce.includes(index))
    .map(({ index }) => index)
    .filter((choice) => isOwnerIn([...inForce, choice]));
  const helps = own
    .map((choice) => ({ choice, moved: movedBy(distancesWith([...inForce, choice])) }))
    .filter(({ moved }) => moved.length > 0)
    .sort(
      (a, b) =>
        b.moved.length - a.moved.length || at(choices, a.choice).effort - at(choices, b.choice).effort,
    );
  const together = fewest();
  const then = distancesWith([...inForce, ...together]);
  const idOf = (choice: ChoiceId) => at(choices, choice).id;
  return {
    helps: helps.map(({ choice, moved }) => ({
      measure: idOf(choice),
      moved: moved.map(({ id }) => id),
      amount: amountOf(moved),
    })),
    measures: together.map(idOf),
    left: goals.filter(({ id }, goal) => at(then, goal) < far && isTold(id)).map(({ id }) => id),
  };

  /** Losses that are near now and farther away then. */
  function movedBy(distances: readonly number[]) {
    return goals.filter(({ id }, goal) => at(now, goal) < at(distances, goal) && isTold(id));
  }

  /** All that leave the owner in, and of these only what is needed for what all of them do. */
  function fewest(): readonly ChoiceId[] {
    let taken: readonly ChoiceId[] = [];
    for (const choice of own) {
      const more = [...taken, choice];
      if (isOwnerIn([...inForce, ...more])) taken = more;
    }
    const all = distancesWith([...inForce, ...taken]).join();
    const dearestFirst = [...taken].sort((a, b) => at(choices, b).effort - at(choices, a).effort);
    for (const choice of dearestFirst) {
      const without = taken.filter((other) => other !== choice);
      if (distancesWith([...inForce, ...without]).join() === all) taken = without;
    }
    return taken;
  }
}

/** Only a looser way than any that is read takes it, or none does. */
const far = 3;

/** How far away each loss is under a selection: 0 taken by what was read, 1 and 2 as lent, 3 `far`. */
function distancesUnder({ lent, held }: NearQuestion): (measures: readonly ChoiceId[]) => readonly number[] {
  const { rules, goalNodes } = lent;
  const start = startOf(lent, held);
  const lentFor = lentRules(lent);
  return (measures) => {
    const active = activeWith(lent, measures);
    const distances = goalNodes.map(() => far);
    for (let distance = far - 1; distance >= 0; distance--) {
      const { reached } = closure(rules, start, within(active, lentFor, distance));
      for (const [goal, node] of goalNodes.entries()) if (reached[node] === 1) distances[goal] = distance;
    }
    return distances;
  };
}

function ownerWith({ reach, held, inForce }: NearQuestion): (measures: readonly ChoiceId[]) => boolean {
  const { world, rules } = reach;
  const owner = ownerStartOf(reach, held);
  const under = (measures: readonly ChoiceId[]) =>
    reachesAtom(reach, closure(rules, owner, activeWith(reach, measures)).reached);
  const [today, without] = [under(inForce), under([])];
  const needs = ownerGoals(world, (atom) => today(atom) && without(atom));
  return (measures) => {
    const keeps = under(measures);
    return needs.every(keeps);
  };
}
