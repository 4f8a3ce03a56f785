/**
 * Blocks the owner can set: which flow sets which condition, whether the owner still can, and what is still lost while
 * some of them stand from the beginning on.
 */
import { asksOf, closure } from "../../graph/index.ts";
import { at, compareText } from "../../model/index.ts";
import { activeWith, ownerStartOf, type Reach, startOf, stepRunBy } from "../../reach/index.ts";

export interface BlocksQuestion {
  readonly reach: Reach;
  /** What the intruder holds at the start, ground text. */
  readonly held: readonly string[];
}

/** A flow that sets a condition on one of this person's things. */
export interface Block {
  readonly condition: string;
  readonly institution: string;
  readonly flow: string;
  /** The owner still has what it asks once the things in question are gone. */
  readonly ownerCan: boolean;
}

/** With no measure in force; by condition, then by flow. */
export function blocksOf({ reach, held }: BlocksQuestion): readonly Block[] {
  const { world, rules, origins } = reach;
  const owner = ownerStartOf(reach, held);
  const { reached } = closure(rules, owner, activeWith(reach, []));
  const found = new Map<string, Block>();
  for (const rule of origins.keys()) {
    const step = stepRunBy(reach, rule);
    if (step === undefined) continue;
    const ownerCan = asksOf(rules, rule).every((node) => reached[node] === 1);
    const { institution, flow } = step;
    for (const { condition } of step.sets) {
      const { id } = at(world.conditions, condition);
      const key = `${id} ${institution}/${flow.id}`;
      if (found.get(key)?.ownerCan !== true)
        found.set(key, { condition: id, institution, flow: flow.id, ownerCan });
    }
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, block]) => block);
}

/**
 * For each set of conditions the losses still reached, by goal, while all of the set stand from the beginning on: nobody
 * lifts them, and none of them lapses. A condition this world does not know stops nothing.
 */
export function whileStanding(
  { reach, held }: BlocksQuestion,
  sets: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const { world, rules, clearNodes, ownSettings, goalNodes } = reach;
  const start = startOf(reach, held);
  const nodeOf = new Map(world.conditions.map(({ id }, condition) => [id, at(clearNodes, condition)]));
  return sets.map((set) => {
    const active = activeWith(reach, []);
    for (const condition of set) {
      const node = nodeOf.get(condition);
      if (node === undefined) continue;
      const shadows = [...ownSettings.values()].flatMap((own) => own.shadows.get(node) ?? []);
      for (const each of [node, ...shadows])
        for (let i = rules.giversFrom[each]!; i < rules.giversFrom[each + 1]!; i++)
          active[rules.givers[i]!] = 0;
    }
    const { reached } = closure(rules, start, active);
    return world.goals.flatMap(({ id }, goal) => (reached[at(goalNodes, goal)] === 1 ? [id] : []));
  });
}
