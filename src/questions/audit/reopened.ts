/**
 * What the owner would bring back into reach by lifting a protection themselves: a block that stands today, that they can lift,
 * and with it a loss that is not reached while it stands. Whoever takes their line out of a suspension too early should know.
 *
 * What to know to trust it: one block at a time, lifted from the start; by what was read. What others lift is counted anyhow.
 * Cost: one earliest-times pass for each block that stands.
 */
import { asksOf, earliest } from "../../graph/index.ts";
import { chosenOf } from "../../ground/index.ts";
import { at, type ChoiceId, conditionId } from "../../model/index.ts";
import { liftedNodes, type Node, type Reach } from "../../reach/index.ts";
import type { Reopened } from "./answer.ts";

interface ReopenedQuestion {
  readonly reach: Reach;
  readonly start: readonly Node[];
  readonly active: Uint8Array;
  readonly inForce: readonly ChoiceId[];
  readonly startsAt: number | undefined;
  readonly withinMinutes: number | undefined;
  readonly ownerReaches: (node: Node) => boolean;
  /** The losses that are reached as it is. */
  readonly reached: ReadonlySet<string>;
}

export function reopenedBy(question: ReopenedQuestion): readonly Reopened[] {
  const { reach, start, active, inForce, startsAt, withinMinutes, ownerReaches, reached } = question;
  const { world, rules, goalNodes } = reach;
  const chosen = chosenOf(world, inForce);
  return world.conditions.flatMap(({ id, setters }, index): readonly Reopened[] => {
    const condition = conditionId(index);
    const isSet = setters.some(({ choice }) => choice === undefined || chosen[choice] === 1);
    const isLifted = world.steps.some((step) => {
      const rule = reach.ruleOfStep[step.id] ?? -1;
      const isRun = rule >= 0 && active[rule] === 1 && step.clears.includes(condition);
      return isRun && asksOf(rules, rule).every((node) => ownerReaches(node as Node));
    });
    if (!isSet || !isLifted) return [];
    const from = [...start, ...liftedNodes(reach, [condition])];
    const { time } = earliest(rules, from, { active, startsAt, until: withinMinutes });
    const goals = world.goals.flatMap((goal, nth) =>
      time[at(goalNodes, nth)] === Infinity || reached.has(goal.id) ? [] : [goal.id],
    );
    return goals.length === 0 ? [] : [{ condition: id, goals }];
  });
}
