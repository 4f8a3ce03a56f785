/**
 * What nobody wrote down, asked of every question of every story. Each check counts; a question that was cross-checked
 * by nothing is a failure itself.
 */
import { closure, earliest, type Rules } from "../graph/index.ts";
import { at, type ChoiceId } from "../model/index.ts";
import { activeWith, nodesOf, ownerGoals, ownerStartOf, reachesAtom, startOf } from "../reach/index.ts";
import type { Asked } from "./asked.ts";

export function crossCheck(asked: Asked): { readonly failures: readonly string[]; readonly count: number } {
  const { reach, held, inForce, answer, withinMinutes, startsAt } = asked;
  const failures: string[] = [];
  let count = 0;
  const check = (isTrue: boolean, failure: () => string) => {
    count += 1;
    if (!isTrue) failures.push(`cross-check: ${failure()}`);
  };
  const { world, rules } = reach;
  const start = startOf(reach, held);
  const selection = (more: readonly ChoiceId[]) => activeWith(reach, [...inForce, ...more]);

  const active = selection([]);
  const reached = closure(rules, start, active);
  check(
    isClosed(rules, active, (atom) => reached.reached[atom] === 1),
    () => "what is not reached is not closed off",
  );
  for (const loss of answer.losses) {
    if (loss.way === null) continue;
    const have = new Set(held);
    let isSupported = true;
    for (const step of loss.way.steps) {
      isSupported &&= step.asks.every((asks) => have.has(asks));
      for (const gives of step.gives) have.add(gives);
    }
    check(
      isSupported && have.has(loss.goal),
      () => `the way to \`${loss.goal}\` asks something nobody held or gave`,
    );
    check(
      loss.cheapest === null || loss.cheapest.lower <= loss.cheapest.upper,
      () => `the bounds of \`${loss.goal}\` are crossed`,
    );
  }
  const indexOf = new Map(world.choices.map(({ id, index }) => [id, index]));
  const owner = ownerStartOf(reach, held);
  const ownerReaches = (active: Uint8Array) =>
    reachesAtom(reach, closure(rules, owner, active).reached.slice());
  const [before, without] = [ownerReaches(active), ownerReaches(activeWith(reach, []))];
  const needed = ownerGoals(world, (atom) => before(atom) && without(atom));
  const timeOf = (times: ArrayLike<number>, goal: string) => {
    const [node] = nodesOf(reach, [world.atomOf.get(goal) ?? []].flat());
    return node === undefined ? Infinity : (times[node] ?? Infinity);
  };
  for (const [side, cut] of Object.entries(answer.cuts)) {
    if (cut.kind !== "found") continue;
    const after = selection(cut.measures.flatMap((id) => indexOf.get(id) ?? []));
    const times = earliest(rules, start, { active: after, startsAt }).time;
    const left = answer.losses
      .filter(({ goal }) => timeOf(times, goal) <= (withinMinutes ?? Number.MAX_VALUE))
      .map(({ goal }) => goal);
    check(
      left.every((goal) => cut.remaining.includes(goal)),
      () => `the cut by ${side} applied and asked again still reaches ${left.join(", ")}`,
    );
    const keeps = ownerReaches(after);
    check(
      needed.every(keeps),
      () =>
        `the cut by ${side} locks the owner out of ${needed
          .filter((atom) => !keeps(atom))
          .map((atom) => at(world.atoms, atom).text)
          .join(", ")}`,
    );
  }
  const more = closure(rules, [...start, 0].slice(0, start.length + Math.min(1, rules.atomCount)), active);
  check(
    [...reached.reached.keys()].every((atom) => reached.reached[atom] === 0 || more.reached[atom] === 1),
    () => "holding more reaches less",
  );
  return { failures, count };
}

/** No rule in force whose asks are all reached gives anything that is not: the complement is a proof of unreachability. */
function isClosed(rules: Rules, active: Uint8Array, isReached: (atom: number) => boolean): boolean {
  for (let rule = 0; rule < rules.ruleCount; rule += 1) {
    if (
      active[rule] === 0 ||
      (rules.needs[rule] ?? 0) > (rules.asksFrom[rule + 1] ?? 0) - (rules.asksFrom[rule] ?? 0)
    )
      continue;
    const asks = rules.asks.subarray(rules.asksFrom[rule], rules.asksFrom[rule + 1]);
    const gives = rules.gives.subarray(rules.givesFrom[rule], rules.givesFrom[rule + 1]);
    if (asks.every(isReached) && !gives.every(isReached)) return false;
  }
  return true;
}
