/**
 * What nobody wrote down, asked of every question of every story. Each check counts; a question that was cross-checked
 * by nothing is a failure itself.
 */
import { activeUnder, closure, compile, earliest, type Rules } from "../graph/index.ts";
import { ownerGoals, ownerStart } from "../questions/index.ts";
import type { Asked } from "./asked.ts";

export function crossCheck(asked: Asked): { readonly failures: readonly string[]; readonly count: number } {
  const { world, held, inForce, answer, withinMinutes, startsAt } = asked;
  const failures: string[] = [];
  let count = 0;
  const check = (isTrue: boolean, failure: () => string) => {
    count += 1;
    if (!isTrue) failures.push(`cross-check: ${failure()}`);
  };
  const rules = compile(world.atoms.length, world.rules);
  const start = held.flatMap((text) => world.atomOf.get(text) ?? []);
  const selection = (more: readonly number[]) => {
    const chosen = new Uint8Array(world.choices.length);
    for (const choice of [...inForce, ...more]) chosen[choice] = 1;
    return activeUnder(rules, chosen);
  };

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
  const owner = ownerStart(world, held);
  const ownerBefore = closure(rules, owner, active).reached;
  const none = closure(rules, owner, activeUnder(rules, new Uint8Array(world.choices.length))).reached;
  const needed = ownerGoals(world, (atom) => ownerBefore[atom] === 1 && none[atom] === 1);
  for (const [side, cut] of Object.entries(answer.cuts)) {
    if (cut === null) continue;
    const after = selection(cut.measures.flatMap((id) => indexOf.get(id) ?? []));
    const times = earliest(rules, start, { active: after, startsAt }).time;
    const left = answer.losses
      .filter(
        ({ goal }) => (times[world.atomOf.get(goal) ?? 0] ?? Infinity) <= (withinMinutes ?? Number.MAX_VALUE),
      )
      .map(({ goal }) => goal);
    check(
      left.every((goal) => cut.remaining.includes(goal)),
      () => `the cut by ${side} applied and asked again still reaches ${left.join(", ")}`,
    );
    const ownerAfter = closure(rules, owner, after).reached;
    check(
      needed.every((atom) => ownerAfter[atom] === 1),
      () =>
        `the cut by ${side} locks the owner out of ${needed
          .filter((atom) => ownerAfter[atom] === 0)
          .map((atom) => world.atoms[atom])
          .join(", ")}`,
    );
  }
  const more = closure(rules, [...start, ...world.atoms.keys()].slice(0, start.length + 1), active);
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
