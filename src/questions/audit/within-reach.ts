/** The steps that can be run from what is held, and of these the ones that lead to a loss which is reached. */
import { asksOf, closure, isNever } from "../../graph/index.ts";
import type { Giving, Goal } from "../../ground/index.ts";
import { at, type StepId } from "../../model/index.ts";
import { activeWith, type Reach, startOf } from "../../reach/index.ts";

export interface WithinReach {
  /** The losses that are reached. */
  readonly goals: readonly Goal[];
  /** The steps that lead to them, each with as much of what it gives as leads there. */
  readonly parts: ReadonlyMap<StepId, { readonly gives: readonly Giving[] }>;
  /** Whether some loss rests on this capability. */
  readonly leads: (text: string) => boolean;
}

/** As things are today: no measure in force, opening hours left out of account. */
export function withinReach(reach: Reach, held: readonly string[]): WithinReach {
  const { world, rules, origins, goalNodes, meanings } = reach;
  const start = startOf(reach, held);
  const active = activeWith(reach, []);
  const { reached } = closure(rules, start, active);
  const row = (from: Int32Array, values: Int32Array, rule: number) =>
    values.subarray(from[rule], from[rule + 1]);
  const canRun = (rule: number) =>
    active[rule] === 1 && !isNever(rules, rule) && asksOf(rules, rule).every((node) => reached[node] === 1);
  const goals = world.goals.filter((_, index) => reached[at(goalNodes, index)] === 1);
  const wanted = new Set(goalNodes.filter((node) => reached[node] === 1));
  const shown = new Set<number>();
  for (const node of wanted) {
    for (const rule of row(rules.giversFrom, rules.givers, node)) {
      if (shown.has(rule) || !canRun(rule)) continue;
      shown.add(rule);
      for (const asked of asksOf(rules, rule)) wanted.add(asked);
    }
  }
  const parts = new Map<StepId, { readonly gives: Giving[] }>();
  for (const rule of shown) {
    const origin = at(origins, rule);
    if (origin.kind === "step") parts.set(origin.step, { gives: [] });
  }
  for (const rule of shown) {
    const origin = at(origins, rule);
    if (origin.kind !== "step" && origin.kind !== "yield") continue;
    const given = new Set<number>();
    for (const node of row(rules.givesFrom, rules.gives, rule)) {
      const meaning = at(meanings, node);
      if (meaning.kind === "atom") given.add(meaning.atom);
    }
    const part = parts.get(origin.step);
    for (const giving of at(world.steps, origin.step).gives)
      if (given.has(giving.atom)) part?.gives.push(giving);
  }
  const texts = new Set(
    [...wanted].flatMap((node) => {
      const meaning = at(meanings, node);
      return meaning.kind === "atom" ? [at(world.atoms, meaning.atom).text] : [];
    }),
  );
  return { goals, parts, leads: (text) => texts.has(text) };
}
