/**
 * Branch and bound for one part of a cover problem.
 *
 * A node is a set of decided variables (`cover-state.ts`); unit clauses decide
 * more; a Lagrangian bound (`cover-bound.ts`) closes the node or decides more
 * still; else it branches on a literal of a shortest open clause, the literal made
 * true first. Depth first, so memory is small, on an explicit stack. A greedy
 * descent by reduced costs gives the first selection.
 *
 * What to know to trust it: `lower` is the least bound of all nodes still open,
 * so it is proved whenever the search is stopped. Bounds are rounded up only when
 * every cost is a whole number.
 */

import { type IsSpent, workOf } from "./budget.ts";
import { type CoverBound, coverBound } from "./cover-bound.ts";
import { type CoverAnswer, type CoverProblem, costTolerance } from "./cover-problem.ts";
import { type CoverState, coverState, type Decisions, type Occurrences } from "./cover-state.ts";

export interface SearchTask {
  /** Only selections cheaper than this interest. */
  readonly upper: number;
  readonly isSpent: IsSpent;
  readonly nodesMax: number;
}

/** A descent costs about as much as two nodes. */
const nodesBetweenDescents = 40;

/** The cheapest selection below `upper`, or the proof that there is none, or the bound reached when stopped. */
export function searchCover(problem: CoverProblem, { upper, isSpent, nodesMax }: SearchTask): CoverAnswer {
  const state = coverState(problem);
  const bound = coverBound(
    state,
    state.costs.every((cost) => Number.isInteger(cost)),
  );
  const search: Search = { state, bound, isSpent, best: upper, chosen: undefined, nodes: 0, stack: [] };
  for (;;) {
    const { stack, nodes } = search;
    if (nodes > 0 && (nodes >= nodesMax || isSpent())) break;
    const lower = look(search);
    search.nodes++;
    if (lower !== undefined) {
      const literal = branchLiteral(state, bound);
      if (literal !== 0) {
        stack.push({ literal, size: state.size(), lower, isSecond: false });
        state.assign(Math.abs(literal) - 1, literal > 0 ? 1 : 0);
        continue;
      }
      keepIfBetter(search);
    }
    if (!turn(search)) return { ...found(search), lower: search.best, proved: true };
  }
  // The node not looked at is bounded by its parent, and so is each branch not yet taken.
  let lower = Math.min(search.best, search.stack.at(-1)?.lower ?? 0);
  for (const frame of search.stack) if (!frame.isSecond) lower = Math.min(lower, frame.lower);
  return { ...found(search), lower, proved: false };
}

interface Search {
  readonly state: CoverState;
  readonly bound: CoverBound;
  readonly isSpent: IsSpent;
  readonly stack: Frame[];
  /** What the best selection costs, at first the upper bound given. */
  best: number;
  chosen: readonly number[] | undefined;
  nodes: number;
}

/** A decision made, and whether it is the second of its two branches. */
interface Frame {
  readonly literal: number;
  readonly size: number;
  readonly lower: number;
  isSecond: boolean;
}

function found({ chosen, best }: Search): { chosen: readonly number[] | undefined; cost: number } {
  return { chosen, cost: chosen === undefined ? Infinity : best };
}

/** Bounds the node and decides what the bound decides; `undefined` when nothing below can be better. */
function look(search: Search): number | undefined {
  const { state, bound, isSpent, nodes } = search;
  const isHopeful = () => state.propagate() && state.cost < search.best - costTolerance;
  if (!isHopeful()) return undefined;
  let lower = Math.max(search.stack.at(-1)?.lower ?? 0, bound.tighten(search.best, nodes === 0, isSpent));
  if (nodes % nodesBetweenDescents === 0 && lower < search.best - costTolerance) descend(search);
  while (lower < search.best - costTolerance) {
    if (bound.decide(search.best, state.assign) === 0) return lower;
    if (!isHopeful()) return undefined;
    lower = Math.max(lower, bound.tighten(search.best, false, isSpent));
  }
  return undefined;
}

/** Undoes up to the nearest untried branch and takes it; false when none is left. */
function turn({ state, stack, best }: Search): boolean {
  for (;;) {
    const frame = stack.at(-1);
    if (frame === undefined) return false;
    state.undo(frame.size);
    if (!frame.isSecond && frame.lower < best - costTolerance) {
      frame.isSecond = true;
      state.assign(Math.abs(frame.literal) - 1, frame.literal > 0 ? 0 : 1);
      return true;
    }
    stack.pop();
  }
}

/** Follows the cheapest literal to the end, keeps what it finds, and comes back. */
function descend(search: Search): void {
  const { state, bound, isSpent } = search;
  const size = state.size();
  for (;;) {
    isSpent(workOf.bound(state.trueCount.length));
    const literal = cheapestLiteral(state, state.occurrences, bound);
    if (literal === 0) {
      keepIfBetter(search);
      break;
    }
    state.assign(Math.abs(literal) - 1, literal > 0 ? 1 : 0);
    if (!state.propagate() || state.cost >= search.best - costTolerance) break;
  }
  state.undo(size);
}

function keepIfBetter(search: Search): void {
  const { total, chosen } = withoutIdle(search.state);
  if (total >= search.best - costTolerance) return;
  search.best = total;
  search.chosen = chosen;
}

/** The chosen ones with all clauses satisfied, the dearest idle ones dropped. */
function withoutIdle(state: CoverState): { total: number; chosen: number[] } {
  const { occurrences, trail } = state;
  const chosen: number[] = [];
  for (let i = 0; i < state.size(); i++) if (state.values[trail[i]!] === 1) chosen.push(trail[i]!);
  chosen.sort((a, b) => state.costs[b]! - state.costs[a]! || a - b);
  const covered = state.trueCount.slice();
  const kept: number[] = [];
  let total = 0;
  for (const v of chosen) {
    let isNeeded = false;
    for (let i = occurrences.from[v]!; i < occurrences.from[v + 1]!; i++) {
      const clause = occurrences.rows[i]!;
      if (clause >= 0 && covered[clause]! === 1) isNeeded = true;
    }
    if (isNeeded) {
      kept.push(v);
      total += state.costs[v]!;
      continue;
    }
    for (let i = occurrences.from[v]!; i < occurrences.from[v + 1]!; i++) {
      const clause = occurrences.rows[i]!;
      if (clause >= 0) covered[clause]!--;
      else covered[~clause]!++;
    }
  }
  return { total, chosen: kept.sort((a, b) => a - b) };
}

/** For the descent: the literal that is cheapest for what it satisfies, 0 when all is satisfied. */
function cheapestLiteral(state: Decisions, occurrences: Occurrences, bound: CoverBound): number {
  const { values, trueCount, openCount, clausesFrom, literals, costs } = state;
  let best = 0;
  let bestScore = Infinity;
  let shortest = -1;
  for (let clause = 0; clause < trueCount.length; clause++) {
    if (trueCount[clause] !== 0) continue;
    if (shortest === -1 || openCount[clause]! < openCount[shortest]!) shortest = clause;
  }
  if (shortest === -1) return 0;
  for (let i = clausesFrom[shortest]!; i < clausesFrom[shortest + 1]!; i++) {
    const literal = literals[i]!;
    const v = Math.abs(literal) - 1;
    if (values[v] !== -1) continue;
    let satisfies = 0;
    for (let j = occurrences.from[v]!; j < occurrences.from[v + 1]!; j++) {
      const signed = occurrences.rows[j]!;
      if (signed >= 0 === literal > 0 && trueCount[signed >= 0 ? signed : ~signed] === 0) satisfies++;
    }
    const price =
      literal > 0 ? Math.max(bound.reduced[v]!, 0.01 * costs[v]!) : Math.max(-bound.reduced[v]!, 0);
    const score = price / satisfies;
    if (score < bestScore) {
      bestScore = score;
      best = literal;
    }
  }
  return best;
}

/** A literal of a shortest open clause, the one the bound likes best; 0 when every clause is satisfied. */
function branchLiteral(
  { values, trueCount, openCount, clausesFrom, literals }: Decisions,
  bound: CoverBound,
): number {
  let shortest = -1;
  for (let clause = 0; clause < trueCount.length; clause++) {
    if (trueCount[clause] !== 0) continue;
    if (shortest === -1 || openCount[clause]! < openCount[shortest]!) shortest = clause;
    if (openCount[shortest] === 2) break;
  }
  if (shortest === -1) return 0;
  let best = 0;
  let bestPrice = Infinity;
  for (let i = clausesFrom[shortest]!; i < clausesFrom[shortest + 1]!; i++) {
    const literal = literals[i]!;
    const v = Math.abs(literal) - 1;
    if (values[v] !== -1) continue;
    const price = literal > 0 ? bound.reduced[v]! : -bound.reduced[v]!;
    if (price < bestPrice) {
      bestPrice = price;
      best = literal;
    }
  }
  return best;
}
