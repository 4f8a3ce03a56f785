/**
 * What habits do about what is near: losses that are taken, or would be if what nobody has read were as weak as it is
 * elsewhere (distance 1 and 2). A habit helps when it moves such a loss farther away: what is taken then rests on
 * something nobody has read, what rests on something common on something rarer, or on a looser way than any read.
 *
 * Beside that the cheapest selection that shuts, of all that habits can shut, every way but a looser one than any read:
 * the cut of what is taken, asked of what is near as well.
 *
 * What to know to trust it: only the owner's own measures, none that shuts the owner out of what they get back to
 * today. Each is weighed by itself, then all together with what turns out needless taken away again, the dearest first;
 * `measures` is small and does what all together do, but the smallest is not proved; `cut` is as exact as any cut. Cost:
 * three closures for each measure weighed, and one cut.
 */
import { type CoverEffort, closure, cut, slice } from "../../graph/index.ts";
import { amountOf, type Goal, isPrevention } from "../../ground/index.ts";
import { type AtomId, at, type ChoiceId } from "../../model/index.ts";
import {
  activeWith,
  lentRules,
  nodesOf,
  ownerGoals,
  ownerStartOf,
  type Reach,
  reachesAtom,
  startOf,
  within,
} from "../../reach/index.ts";
import type { NearAnswer, NearCut } from "./answer.ts";

export interface NearQuestion {
  /** By what was read: the owner's ways are judged in it. */
  readonly reach: Reach;
  readonly lent: Reach;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  /** Whether a loss is told by itself, by goal: what a part adds nothing to is told by its whole. */
  readonly isTold: (goal: string) => boolean;
  /** When the cut stops looking. */
  readonly effort?: CoverEffort;
}

export function nearOf(question: NearQuestion): NearAnswer {
  const { lent, inForce, isTold } = question;
  const { goals, choices } = lent.world;
  const distancesWith = distancesUnder(question);
  const isOwnerIn = ownerWith(question);
  const now = distancesWith(inForce);
  const own = choices
    .filter((choice) => choice.by === "person" && isPrevention(choice) && !inForce.includes(choice.index))
    .map(({ index }) => index)
    .filter((choice) => isOwnerIn([...inForce, choice]));
  const helps = own
    .map((choice) => ({ choice, moved: movedBy(distancesWith([...inForce, choice])) }))
    .filter(({ moved }) => moved.length > 0)
    .map((each) => ({ ...each, weight: weightOf(each.moved, goals) }))
    .sort((a, b) => b.weight - a.weight || at(choices, a.choice).effort - at(choices, b.choice).effort);
  const together = fewest();
  const then = distancesWith([...inForce, ...together]);
  const shut = goals.flatMap((_, goal) => (at(now, goal) < far && at(then, goal) >= far ? [goal] : []));
  const idOf = (choice: ChoiceId) => at(choices, choice).id;
  return {
    helps: helps.map(({ choice, moved }) => ({
      measure: idOf(choice),
      moved: moved.map(({ id }) => id),
      amount: amountOf(moved),
    })),
    measures: together.map(idOf),
    left: goals.filter(({ id }, goal) => at(then, goal) < far && isTold(id)).map(({ id }) => id),
    cut: cutOf(question, { shut, own, together }),
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
    // Of two equally dear the one that helps less by itself goes first.
    const moves = (choice: ChoiceId) => helps.find((each) => each.choice === choice)?.weight ?? 0;
    const dearestFirst = [...taken].sort(
      (a, b) => at(choices, b).effort - at(choices, a).effort || moves(a) - moves(b),
    );
    for (const choice of dearestFirst) {
      const without = taken.filter((other) => other !== choice);
      if (distancesWith([...inForce, ...without]).join() === all) taken = without;
    }
    return taken;
  }
}

/** What is moved, in money; a loss whose sum nobody stated, or that is none, counts as much as the others on average. */
function weightOf(moved: readonly Goal[], goals: readonly Goal[]): number {
  const known = goals.flatMap(({ amount }) => amount ?? []);
  const usual = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  return amountOf(moved, usual);
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

interface Shutting {
  /** The losses, by number, that habits can shut. */
  readonly shut: readonly number[];
  /** The measures that may be chosen. */
  readonly own: readonly ChoiceId[];
  /** A selection that does it, where the search does not come to an end. */
  readonly together: readonly ChoiceId[];
}

function cutOf(question: NearQuestion, { shut, own, together }: Shutting): NearCut | null {
  if (shut.length === 0) return null;
  const { reach, lent, held, inForce, isTold, effort = {} } = question;
  const { goals, choices } = lent.world;
  const near = slice(lent.rules, {
    held: startOf(lent, held),
    goals: shut.map((goal) => at(lent.goalNodes, goal)),
    active: within(new Uint8Array(lent.rules.ruleCount).fill(1), lentRules(lent), far - 1),
  });
  const costs = choices.map(({ effort: cost, index }) => (inForce.includes(index) ? 0 : cost));
  const found = cut(
    {
      intruder: { rules: near.rules, held: near.held, goals: near.goals },
      owner: {
        rules: reach.rules,
        held: ownerStartOf(reach, held),
        goals: nodesOf(reach, ownerNeeds(question)),
      },
      costs,
      forced: inForce,
      forbidden: choices.flatMap(({ index }) =>
        own.includes(index) || inForce.includes(index) ? [] : [index],
      ),
    },
    effort,
  );
  const isFound = found.kind === "cut";
  const all = isFound ? found.choices : [...together];
  const chosen = all.filter((choice) => !inForce.some((each) => each === choice));
  return {
    measures: chosen.map((choice) => choices[choice]?.id ?? ""),
    effort: chosen.reduce((sum, choice) => sum + (costs[choice] ?? 0), 0),
    lower: found.lower,
    proved: isFound && found.proved,
    covers: shut.flatMap((goal) => (isTold(at(goals, goal).id) ? [at(goals, goal).id] : [])),
  };
}

/** What the owner gets to today, and without any measure. */
function ownerNeeds({ reach, held, inForce }: NearQuestion): readonly AtomId[] {
  const owner = ownerStartOf(reach, held);
  const under = (measures: readonly ChoiceId[]) =>
    reachesAtom(reach, closure(reach.rules, owner, activeWith(reach, measures)).reached);
  const [today, without] = [under(inForce), under([])];
  return ownerGoals(reach.world, (atom) => today(atom) && without(atom));
}

function ownerWith(question: NearQuestion): (measures: readonly ChoiceId[]) => boolean {
  const { reach, held } = question;
  const owner = ownerStartOf(reach, held);
  const needs = ownerNeeds(question);
  return (measures) =>
    needs.every(reachesAtom(reach, closure(reach.rules, owner, activeWith(reach, measures)).reached));
}
