/**
 * What does not stop it for ever but puts it off. Where no measures of a side stop everything, the first loss may still
 * come days later than today: time in which somebody notices. Told is the farthest that all of a side's measures
 * together put it off, and of these only what is needed for that.
 *
 * What to know to trust it: only measures that leave the owner in what they get back to today; acts of the night are
 * none. The few that are told are minimal, not the fewest. Cost: an `earliest` for each measure, twice; more measures
 * than `choicesMax` are not asked.
 */
import { closure, earliest } from "../../graph/index.ts";
import { isPrevention } from "../../ground/index.ts";
import { at, type ChoiceId } from "../../model/index.ts";
import { activeWith, ownerGoals, ownerStartOf, type Reach, reachesAtom, startOf } from "../../reach/index.ts";
import type { PutsOff } from "./answer.ts";
import type { Side } from "./cuts.ts";

export interface PutsOffQuestion {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  readonly startsAt?: number | undefined;
}

/** Less than this more is no time in which anything could be done. */
const minutesLeast = 60;
/** A household has a third of them; beyond, each costs as much as all the rest of an answer. */
const choicesMax = 200;

export function putsOff(question: PutsOffQuestion, side: Side): PutsOff {
  const { reach, held, inForce, startsAt } = question;
  const { choices } = reach.world;
  const own = choices.filter(
    (choice) =>
      (side === "both" || choice.by === side) && isPrevention(choice) && !inForce.includes(choice.index),
  );
  if (own.length > choicesMax) return { kind: "not-asked" };
  const start = startOf(reach, held);
  const firstLoss = (more: readonly ChoiceId[]): number => {
    const active = activeWith(reach, [...inForce, ...more]);
    const { time } = earliest(reach.rules, start, { active, startsAt });
    return Math.min(Infinity, ...reach.goalNodes.map((node) => time[node] ?? Infinity));
  };
  const now = firstLoss([]);
  const isOwnerIn = ownerWith(question);
  let taken: readonly ChoiceId[] = [];
  for (const { index } of own) if (isOwnerIn([...inForce, ...taken, index])) taken = [...taken, index];
  const then = firstLoss(taken);
  // What no loss outlasts is a cut, and told as one.
  if (now === Infinity || then === Infinity || then - now < minutesLeast) return { kind: "none" };
  const dearestFirst = [...taken].sort((a, b) => at(choices, b).effort - at(choices, a).effort);
  for (const choice of dearestFirst) {
    const without = taken.filter((other) => other !== choice);
    if (firstLoss(without) >= then) taken = without;
  }
  return { kind: "found", measures: taken.map((choice) => at(choices, choice).id), firstLossMinutes: then };
}

function ownerWith({ reach, held, inForce }: PutsOffQuestion): (measures: readonly ChoiceId[]) => boolean {
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
