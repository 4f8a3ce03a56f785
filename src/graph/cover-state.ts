/**
 * A half-decided cover: which variables are decided, what follows from it, and the
 * way back.
 *
 * Each clause counts its true and its open literals, so that deciding and taking
 * back cost no more than the variable's occurrences. A clause with one open and no
 * true literal decides that literal (unit propagation; Davis, Logemann and
 * Loveland 1962); a variable that would break the limit is left out.
 *
 * Invariant: after `undo(size)` everything is as it was when `size` variables were
 * decided.
 */
import { type CoverProblem, costTolerance } from "./cover-problem.ts";

/** Decided variables, and the clauses seen from them. */
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

export interface CoverState extends Decisions {
  readonly occurrences: Occurrences;
  /** The decided variables, in the order they were decided. */
  readonly trail: Int32Array;
  size(): number;
  assign(v: number, value: 0 | 1): void;
  /** Follows units and the limit to their end; false when a clause or the limit is broken. */
  propagate(): boolean;
  /** Takes back decisions until `size` are left. */
  undo(size: number): void;
}

export function coverState(problem: CoverProblem): CoverState {
  const state = decisions(problem);
  const occurrences = occurrencesOf(state);
  const weights = problem.limit?.weights;
  const room = (problem.limit?.most ?? Infinity) + costTolerance;
  const { values, trueCount, openCount, costs, clausesFrom, literals } = state;
  const trail = new Int32Array(values.length);
  const units: number[] = [];
  let size = 0;
  let weight = 0;
  let isBroken = false;
  for (let clause = 0; clause < openCount.length; clause++) if (openCount[clause] === 1) units.push(clause);

  const assign = (v: number, value: 0 | 1) => {
    values[v] = value;
    trail[size++] = v;
    if (value === 1) {
      whole.cost += costs[v]!;
      weight += weights?.[v] ?? 0;
      if (weight > room) isBroken = true;
    }
    for (let i = occurrences.from[v]!; i < occurrences.from[v + 1]!; i++) {
      const signed = occurrences.rows[i]!;
      const clause = signed >= 0 ? signed : ~signed;
      openCount[clause]!--;
      if (signed >= 0 === (value === 1)) trueCount[clause]!++;
      else if (trueCount[clause] === 0) {
        if (openCount[clause] === 0) isBroken = true;
        else if (openCount[clause] === 1) units.push(clause);
      }
    }
  };
  const followUnits = () => {
    while (!isBroken && units.length > 0) {
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
  };
  const whole: CoverState = {
    ...state,
    occurrences,
    trail,
    size: () => size,
    assign,
    propagate() {
      followUnits();
      if (weights === undefined || isBroken) return !isBroken;
      for (let v = 0; v < values.length; v++)
        if (values[v] === -1 && weight + weights[v]! > room) assign(v, 0);
      followUnits();
      return !isBroken;
    },
    undo(to) {
      while (size > to) {
        const v = trail[--size]!;
        const value = values[v]!;
        values[v] = -1;
        if (value === 1) {
          whole.cost -= costs[v]!;
          weight -= weights?.[v] ?? 0;
        }
        for (let i = occurrences.from[v]!; i < occurrences.from[v + 1]!; i++) {
          const signed = occurrences.rows[i]!;
          const clause = signed >= 0 ? signed : ~signed;
          openCount[clause]!++;
          if (signed >= 0 === (value === 1)) trueCount[clause]!--;
        }
      }
      isBroken = false;
      units.length = 0;
    },
  };
  return whole;
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

export interface Occurrences {
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
