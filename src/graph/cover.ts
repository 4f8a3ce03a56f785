/**
 * The cheapest selection that satisfies every clause: weighted set cover, with
 * signs.
 *
 * A clause is a list of literals, `v + 1` ("choose v") or `-(v + 1)` ("leave v
 * out"); at least one must hold. Choosing costs, leaving out is free. Cuts,
 * cheapest ways and fronts all come down to this small problem, asked again and
 * again with a few more clauses (implicit hitting set; Davies and Bacchus,
 * "Solving MaxSAT by solving a sequence of simpler SAT instances", 2011).
 *
 * First the problem is made smaller without losing its optimum, then it falls
 * apart into components, and each is solved by branch and bound under a
 * Lagrangian bound (`cover-search.ts`). A component too hard for that may be
 * handed to another solver (`hard`), which the caller brings along.
 *
 * What to know to trust it: `lower` is a proved bound at any time; `proved` says
 * that `cost` meets it. NP-hard, so a budget may end it early.
 */

import { type IsSpent, neverSpent, workOf } from "./budget.ts";
import { type CoverAnswer, type CoverEffort, type CoverProblem, costTolerance } from "./cover-problem.ts";
import { type ReducedCover, reduceCover } from "./cover-reduce.ts";
import { searchCover } from "./cover-search.ts";

/** Beyond this many nodes of our own search another solver, when there is one, is worth its start-up. */
const nodesBeforeHard = 5_000;

/** The cheapest cover. Exponential at worst; a few hundred clauses of the kinds met here take milliseconds. */
export function minimumCover(problem: CoverProblem, effort: CoverEffort = {}): CoverAnswer {
  const isSpent = effort.isSpent ?? neverSpent;
  const upper = problem.upper ?? Infinity;
  isSpent(workOf.reduce(problem.clauses.reduce((count, clause) => count + clause.length, 0)));
  const reduced = reduceCover(problem);
  if (reduced === undefined) return { chosen: undefined, cost: Infinity, lower: upper, proved: true };
  const chosen = [...reduced.chosen];
  let lower = reduced.cost;
  let isProved = true;
  let isWhole = true;
  for (const component of reduced.components) {
    const rest = reduced.components.length === 1 ? upper - reduced.cost : Infinity;
    const answer = solveComponent(component, { upper: rest, isSpent, effort });
    lower += answer.lower;
    isProved &&= answer.proved;
    if (answer.chosen === undefined) isWhole = false;
    else for (const v of answer.chosen) chosen.push(component.variables[v]!);
  }
  if (!isWhole) {
    const bound = isProved ? upper : Math.min(lower, upper);
    return { chosen: undefined, cost: Infinity, lower: bound, proved: isProved };
  }
  const cost = chosen.reduce((sum, v) => sum + problem.costs[v]!, 0);
  if (cost >= upper - costTolerance && upper < Infinity)
    return {
      chosen: undefined,
      cost: Infinity,
      lower: isProved ? upper : Math.min(lower, upper),
      proved: isProved,
    };
  return {
    chosen: chosen.sort((a, b) => a - b),
    cost,
    lower: isProved ? cost : Math.min(lower, cost),
    proved: isProved,
  };
}

interface ComponentTask {
  readonly upper: number;
  readonly isSpent: IsSpent;
  readonly effort: CoverEffort;
}

function solveComponent(component: ReducedCover, { upper, isSpent, effort }: ComponentTask): CoverAnswer {
  const nodesMax = effort.nodesMax ?? (effort.hard === undefined ? Infinity : nodesBeforeHard);
  const own = searchCover(component, { upper, isSpent, nodesMax });
  if (own.proved || effort.hard === undefined || isSpent(0)) return own;
  const other = effort.hard({ ...component, upper: Math.min(upper, own.cost) }, isSpent);
  const lower = Math.max(own.lower, other.lower);
  if (other.chosen !== undefined)
    return { ...other, lower, proved: other.proved || lower >= other.cost - costTolerance };
  return { ...own, lower, proved: other.proved || lower >= own.cost - costTolerance };
}
