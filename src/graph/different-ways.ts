/**
 * The cheapest ways in that are really different: distinct sets of rules, none of
 * which contains a smaller way.
 *
 * Two orders of the same steps are one way, and a way with an idle detour is none.
 * From a way found, every other minimal way lacks at least one of its rules; so
 * each rule is ruled out in turn and the cheapest way without it is asked for, and
 * so on from there, the cheapest first (Lawler 1972; as a tree of hitting sets,
 * Reiter 1987). Nothing is missed and nothing is listed twice.
 *
 * What to know to trust it: `complete` says that these are all there are. In order
 * of cost as far as each is `proved`. The number of ways can be exponential, so
 * `count` and the budget rule.
 */
import { neverSpent, workOf } from "./budget.ts";
import { type CheapestQuestion, type CheapestWay, cheapest } from "./cheapest.ts";
import type { CoverEffort } from "./cover-problem.ts";
import type { Rules } from "./rules.ts";
import { slice } from "./slice.ts";

export interface DifferentWays {
  /** Cheapest first. */
  readonly ways: readonly CheapestWay[];
  readonly complete: boolean;
}

/** A page shows ten; nobody compares more than this. */
const waysMax = 50;
/** Questions asked before giving up on finding a further way that is new. */
const questionsMax = 5_000;

interface Branch {
  readonly without: readonly number[];
  readonly found: CheapestWay;
}

/** At most `count` ways. About one `cheapest` for each rule of each way given. */
export function differentWays(
  rules: Rules,
  { held, goals, active }: CheapestQuestion,
  count: number,
  effort: CoverEffort = {},
): DifferentWays {
  const isSpent = effort.isSpent ?? neverSpent;
  isSpent(workOf.slice(rules));
  const small = slice(rules, { held, goals, active });
  if (small.goals.length < goals.length) return { ways: [], complete: true };
  const isOpen = new Uint8Array(small.rules.ruleCount).fill(1);
  const asked = new Set<string>();
  const given = new Set<string>();
  const ways: CheapestWay[] = [];
  let branches: Branch[] = [];
  const ask = (without: readonly number[]) => {
    const key = without.join();
    if (asked.has(key)) return;
    asked.add(key);
    for (const rule of without) isOpen[rule] = 0;
    const found = cheapest(small.rules, { held: small.held, goals: small.goals, active: isOpen }, effort);
    for (const rule of without) isOpen[rule] = 1;
    if (found !== undefined) branches.push({ without, found });
  };
  ask([]);
  for (;;) {
    const next = cheapestBranch(branches);
    if (next === undefined) return { ways, complete: true };
    const key = next.found.way.join();
    if (!given.has(key) && ways.length === Math.min(count, waysMax)) return { ways, complete: false };
    if (!given.has(key)) {
      given.add(key);
      const way = next.found.way.map((rule) => small.ruleIds[rule]!).sort((a, b) => a - b);
      ways.push({ ...next.found, way });
    }
    branches = branches.filter((branch) => branch !== next);
    for (const rule of next.found.way) {
      if (isSpent() || asked.size >= questionsMax) return { ways, complete: false };
      ask([...next.without, rule].sort((a, b) => a - b));
    }
  }
}

/** Ties go to the lower rule numbers, so that the order is always the same. */
function cheapestBranch(branches: readonly Branch[]): Branch | undefined {
  let best: Branch | undefined;
  for (const branch of branches) {
    if (best === undefined || branch.found.upper < best.found.upper) best = branch;
    else if (branch.found.upper === best.found.upper && isLower(branch.found.way, best.found.way))
      best = branch;
  }
  return best;
}

function isLower(way: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < way.length && i < other.length; i++)
    if (way[i] !== other[i]) return way[i]! < other[i]!;
  return way.length < other.length;
}
