/**
 * Branch and bound for one part of a cover problem.
 *
 * A node is a set of decided variables; unit clauses decide more; a Lagrangian
 * bound (`cover-bound.ts`) closes the node or decides more still; else it
 * branches on a literal of a shortest open clause, the literal made true first.
 * Depth first, so memory is small, on an explicit stack. A greedy descent by
 * reduced costs gives the first selection.
 *
 * What to know to trust it: `lower` is the least bound of all nodes still open,
 * so it is proved whenever the search is stopped. Bounds are rounded up only when
 * every cost is a whole number.
 */

import { type CoverAnswer, type CoverProblem, costTolerance } from "./cover.ts";
import { type CoverBound, coverBound } from "./cover-bound.ts";

export interface SearchTask {
  /** Only selections cheaper than this interest. */
  readonly upper: number;
  readonly isSpent: () => boolean;
  readonly nodesMax: number;
}

/** Decided variables, and the clauses seen from them. Shared by the search and its bound. */
export interface Decisions {
  readonly costs: Float64Array;
  /** Literals, clause by clause. */
  readonly clausesFrom: Int32Array;
  readonly literals: Int32Array;
  /** -1 open, 0 left out, 1 chosen. */
  readonly values: Int8Array;
  /** How many literals of a clause are true, and how many are open. */
  readonly trueCount: Int32Array;
  readonly openCount: Int32Array;
  /** What the chosen ones cost. */
  cost: number;
}

/** Asking the budget is cheap but not free. */
const nodesBetweenAsking = 8;
/** A descent costs about as much as two nodes. */
const nodesBetweenDescents = 40;

/** The cheapest selection below `upper`, or the proof that there is none, or the bound reached when stopped. */
export function searchCover(problem: CoverProblem, { upper, isSpent, nodesMax }: SearchTask): CoverAnswer {
  const state = decisions(problem);
  const occurrences = occurrencesOf(state);
  const weights = problem.limit?.weights;
  const room = (problem.limit?.most ?? Infinity) + costTolerance;
  const isWhole = state.costs.every((cost) => Number.isInteger(cost));
  const bound = coverBound(state, isWhole);
  const { values, trueCount, openCount, costs, clausesFrom, literals } = state;
  const clauseCount = trueCount.length;
  const trail = new Int32Array(values.length);
  const units: number[] = [];
  let trailSize = 0;
  let weight = 0;
  let isContradiction = false;
  let best = upper;
  let bestChosen: number[] | undefined;

  const assign = (v: number, value: 0 | 1) => {
    values[v] = value;
    trail[trailSize++] = v;
    if (value === 1) {
      state.cost += costs[v]!;
      weight += weights?.[v] ?? 0;
      if (weight > room) isContradiction = true;
    }
    for (let i = occurrences.from[v]!; i < occurrences.from[v + 1]!; i++) {
      const signed = occurrences.rows[i]!;
      const clause = signed >= 0 ? signed : ~signed;
      openCount[clause]!--;
      if (signed >= 0 === (value === 1)) trueCount[clause]!++;
      else if (trueCount[clause] === 0) {
        if (openCount[clause] === 0) isContradiction = true;
        else if (openCount[clause] === 1) units.push(clause);
      }
    }
  };
  const undo = (size: number) => {
    while (trailSize > size) {
      const v = trail[--trailSize]!;
      const value = values[v]!;
      values[v] = -1;
      if (value === 1) {
        state.cost -= costs[v]!;
        weight -= weights?.[v] ?? 0;
      }
      for (let i = occurrences.from[v]!; i < occurrences.from[v + 1]!; i++) {
        const signed = occurrences.rows[i]!;
        const clause = signed >= 0 ? signed : ~signed;
        openCount[clause]!++;
        if (signed >= 0 === (value === 1)) trueCount[clause]!--;
      }
    }
    isContradiction = false;
    units.length = 0;
  };
  const propagate = (): boolean => {
    while (!isContradiction && units.length > 0) {
      const clause = units.pop()!;
      if (trueCount[clause] !== 0 || openCount[clause] !== 1) continue;
      for (let i = clausesFrom[clause]!; i < clausesFrom[clause + 1]!; i++) {
        const literal = literals[i]!;
        const v = Math.abs(literal) - 1;
        if (values[v] !== -1) continue;
        assign(v, literal > 0 ? 1 : 0);
        break;
      }
    }
    units.length = 0;
    return !isContradiction && state.cost < best - costTolerance;
  };
  const leaveOutTooHeavy = (): boolean => {
    if (weights === undefined) return true;
    for (let v = 0; v < values.length; v++) if (values[v] === -1 && weight + weights[v]! > room) assign(v, 0);
    return propagate();
  };
  const keepIfBetter = () => {
    const cost = withoutIdle(state, occurrences, trail, trailSize);
    if (cost.total >= best - costTolerance) return;
    best = cost.total;
    bestChosen = cost.chosen;
  };
  const descend = () => {
    const size = trailSize;
    for (;;) {
      const literal = cheapestLiteral(state, occurrences, bound);
      if (literal === 0) {
        keepIfBetter();
        break;
      }
      assign(Math.abs(literal) - 1, literal > 0 ? 1 : 0);
      if (!propagate() || !leaveOutTooHeavy()) break;
    }
    undo(size);
  };

  interface Frame {
    readonly literal: number;
    readonly size: number;
    readonly lower: number;
    isSecond: boolean;
  }
  const stack: Frame[] = [];
  /** Undoes up to the nearest untried branch and takes it; false when none is left. */
  const turn = (): boolean => {
    for (;;) {
      const frame = stack.at(-1);
      if (frame === undefined) return false;
      undo(frame.size);
      if (!frame.isSecond && frame.lower < best - costTolerance) {
        frame.isSecond = true;
        assign(Math.abs(frame.literal) - 1, frame.literal > 0 ? 0 : 1);
        return true;
      }
      stack.pop();
    }
  };

  for (let clause = 0; clause < clauseCount; clause++) if (openCount[clause] === 1) units.push(clause);
  let nodes = 0;
  let stopped: number | undefined;
  for (;;) {
    const parentLower = stack.at(-1)?.lower ?? 0;
    if (nodes > 0 && (nodes >= nodesMax || (nodes % nodesBetweenAsking === 0 && isSpent()))) {
      stopped = parentLower;
      break;
    }
    let isOpen = propagate() && leaveOutTooHeavy();
    let lower = parentLower;
    if (isOpen) {
      lower = Math.max(lower, bound.tighten(best, nodes === 0, isSpent));
      if (nodes % nodesBetweenDescents === 0 && lower < best - costTolerance) descend();
      for (let again = true; again && isOpen; ) {
        isOpen = lower < best - costTolerance;
        again = isOpen && bound.decide(best, assign) > 0;
        if (again) isOpen = propagate() && leaveOutTooHeavy();
        if (again && isOpen) lower = Math.max(lower, bound.tighten(best, false, isSpent));
      }
    }
    nodes++;
    if (isOpen) {
      const literal = branchLiteral(state, bound);
      if (literal !== 0) {
        stack.push({ literal, size: trailSize, lower, isSecond: false });
        assign(Math.abs(literal) - 1, literal > 0 ? 1 : 0);
        continue;
      }
      keepIfBetter();
    }
    if (!turn()) break;
  }
  if (stopped === undefined)
    return { chosen: bestChosen, cost: bestChosen ? best : Infinity, lower: best, proved: true };
  let lower = stopped;
  for (const frame of stack) if (!frame.isSecond) lower = Math.min(lower, frame.lower);
  return {
    chosen: bestChosen,
    cost: bestChosen ? best : Infinity,
    lower: Math.min(lower, best),
    proved: false,
  };
}

function decisions({ costs, clauses }: CoverProblem): Decisions {
  const clausesFrom = new Int32Array(clauses.length + 1);
  clauses.forEach((clause, i) => {
    clausesFrom[i + 1] = clausesFrom[i]! + clause.length;
  });
  return {
    costs: Float64Array.from(costs),
    clausesFrom,
    literals: Int32Array.from(clauses.flat()),
    values: new Int8Array(costs.length).fill(-1),
    trueCount: new Int32Array(clauses.length),
    openCount: Int32Array.from(clauses, (clause) => clause.length),
    cost: 0,
  };
}

interface Occurrences {
  readonly from: Int32Array;
  /** The clause of each positive occurrence of a variable, `~clause` of each negative one. */
  readonly rows: Int32Array;
}

function occurrencesOf({ values, clausesFrom, literals }: Decisions): Occurrences {
  const from = new Int32Array(values.length + 1);
  for (const literal of literals) from[Math.abs(literal)]!++;
  for (let v = 0; v < values.length; v++) from[v + 1]! += from[v]!;
  const next = from.slice(0, values.length);
  const rows = new Int32Array(literals.length);
  for (let clause = 0; clause + 1 < clausesFrom.length; clause++)
    for (let i = clausesFrom[clause]!; i < clausesFrom[clause + 1]!; i++) {
      const literal = literals[i]!;
      rows[next[Math.abs(literal) - 1]!++] = literal > 0 ? clause : ~clause;
    }
  return { from, rows };
}

/** The chosen ones with all clauses satisfied, the dearest idle ones dropped. */
function withoutIdle(
  state: Decisions,
  occurrences: Occurrences,
  trail: Int32Array,
  trailSize: number,
): { total: number; chosen: number[] } {
  const chosen: number[] = [];
  for (let i = 0; i < trailSize; i++) if (state.values[trail[i]!] === 1) chosen.push(trail[i]!);
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
