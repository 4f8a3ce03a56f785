/**
 * A cover problem made smaller, its optimum kept.
 *
 * Four steps, repeated until none helps: unit clauses decide their variable;
 * satisfied clauses and false literals go; a clause that contains another goes;
 * a variable that covers no more than a cheaper one is left out (only among
 * variables that no clause wants left out). What remains is split into parts
 * that share no variable. The steps are those of Beasley, "An algorithm for set
 * covering problems", 1987.
 *
 * What to know to trust it: dominance keeps one optimum, not all of them.
 */
import { type Clause, type CoverLimit, type CoverProblem, costTolerance } from "./cover-problem.ts";

export interface ReducedCover extends CoverProblem {
  /** The whole problem's number of each variable of this part. */
  readonly variables: readonly number[];
}

export interface Reduction {
  /** What every cheapest answer kept here chooses, and what that costs. */
  readonly chosen: readonly number[];
  readonly cost: number;
  readonly components: readonly ReducedCover[];
}

/** Comparing all pairs of clauses or variables stops paying beyond this many. */
const pairwiseMax = 3_000;

/** Smaller problems with the same optimum, or `undefined` when the clauses contradict each other. */
export function reduceCover(problem: CoverProblem): Reduction | undefined {
  const { costs, limit } = problem;
  const values = new Map<number, boolean>();
  let clauses: Clause[] = problem.clauses
    .map((clause) => [...new Set(clause)].sort((a, b) => a - b))
    .filter(isOpen);
  for (;;) {
    const left = propagate(clauses, values);
    if (left === undefined || isOverLimit(values, limit)) return undefined;
    clauses = withoutSupersets(left);
    const dominated = dominatedVariables(clauses, costs, limit);
    for (const v of dominated) values.set(v, false);
    if (dominated.length === 0) break;
  }
  const chosen = [...values].filter(([, isChosen]) => isChosen).map(([v]) => v);
  const cost = chosen.reduce((sum, v) => sum + costs[v]!, 0);
  const parts = limit === undefined ? components(clauses) : clauses.length === 0 ? [] : [clauses];
  return { chosen, cost, components: parts.map((part) => renumbered(part, { costs, limit, values })) };
}

/** A clause with a literal and its opposite says nothing. */
function isOpen(clause: Clause): boolean {
  return !clause.some((literal) => literal > 0 && clause.includes(-literal));
}

/** Simplifies by what is decided until no unit clause is left. */
function propagate(clauses: readonly Clause[], values: Map<number, boolean>): Clause[] | undefined {
  let current = clauses;
  for (;;) {
    const next: Clause[] = [];
    let hasUnit = false;
    for (const clause of current) {
      let isSatisfied = false;
      const open: number[] = [];
      for (const literal of clause) {
        const value = values.get(Math.abs(literal) - 1);
        if (value === undefined) open.push(literal);
        else if (value === literal > 0) isSatisfied = true;
      }
      if (isSatisfied) continue;
      if (open.length === 0) return undefined;
      if (open.length === 1) {
        values.set(Math.abs(open[0]!) - 1, open[0]! > 0);
        hasUnit = true;
      } else next.push(open.length === clause.length ? clause : open);
    }
    current = next;
    if (!hasUnit) return next;
  }
}

function isOverLimit(values: ReadonlyMap<number, boolean>, limit: CoverLimit | undefined): boolean {
  if (limit === undefined) return false;
  let weight = 0;
  for (const [v, isChosen] of values) if (isChosen) weight += limit.weights[v] ?? 0;
  return weight > limit.most + costTolerance;
}

function withoutSupersets(clauses: readonly Clause[]): Clause[] {
  const unique = new Map<string, Clause>();
  for (const clause of clauses) unique.set(clause.join(), clause);
  const sorted = [...unique.values()].sort((a, b) => a.length - b.length);
  if (sorted.length > pairwiseMax) return sorted;
  const kept: Clause[] = [];
  const keptWith = new Map<number, Clause[]>();
  for (const clause of sorted) {
    const own = new Set(clause);
    const isSuperset = clause.some((literal) =>
      // A kept clause is filed under its first literal only; a subset's first literal is one of ours.
      (keptWith.get(literal) ?? []).some((smaller) => smaller.every((other) => own.has(other))),
    );
    if (isSuperset) continue;
    kept.push(clause);
    const row = keptWith.get(clause[0]!);
    if (row === undefined) keptWith.set(clause[0]!, [clause]);
    else row.push(clause);
  }
  return kept;
}

/** Variables whose every clause a variable that costs (and weighs) no more covers too. */
function dominatedVariables(
  clauses: readonly Clause[],
  costs: ArrayLike<number>,
  limit: CoverLimit | undefined,
): number[] {
  const rowsOf = new Map<number, number[]>();
  const hasOpposite = new Set<number>();
  clauses.forEach((clause, row) => {
    for (const literal of clause) {
      if (literal < 0) hasOpposite.add(-literal - 1);
      else {
        const rows = rowsOf.get(literal - 1);
        if (rows === undefined) rowsOf.set(literal - 1, [row]);
        else rows.push(row);
      }
    }
  });
  if (rowsOf.size > pairwiseMax) return [];
  const plain = [...rowsOf.keys()].filter((v) => !hasOpposite.has(v));
  const covers = new Map(plain.map((v) => [v, new Set(rowsOf.get(v)!)]));
  const isGone = new Set<number>();
  for (const weak of plain) {
    const rows = rowsOf.get(weak)!;
    for (const literal of clauses[rows[0]!]!) {
      const strong = literal - 1;
      const strongRows = covers.get(strong);
      if (strong === weak || strongRows === undefined || isGone.has(strong)) continue;
      if (strongRows.size < rows.length || costs[strong]! > costs[weak]!) continue;
      if (limit !== undefined && (limit.weights[strong] ?? 0) > (limit.weights[weak] ?? 0)) continue;
      if (rows.every((row) => strongRows.has(row))) {
        isGone.add(weak);
        break;
      }
    }
  }
  return [...isGone];
}

/** Parts of the clauses that share no variable (union and find, by halving paths). */
function components(clauses: readonly Clause[]): Clause[][] {
  const parent = new Map<number, number>();
  const find = (v: number): number => {
    let at = v;
    for (;;) {
      const up = parent.get(at) ?? at;
      if (up === at) return at;
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
  };
  for (const clause of clauses) {
    const root = find(Math.abs(clause[0]!));
    for (const literal of clause) parent.set(find(Math.abs(literal)), root);
  }
  const parts = new Map<number, Clause[]>();
  for (const clause of clauses) {
    const root = find(Math.abs(clause[0]!));
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [clause]);
    else part.push(clause);
  }
  return [...parts.values()];
}

interface Whole {
  readonly costs: ArrayLike<number>;
  readonly limit: CoverLimit | undefined;
  readonly values: ReadonlyMap<number, boolean>;
}

function renumbered(clauses: readonly Clause[], { costs, limit, values }: Whole): ReducedCover {
  const numbers = new Map<number, number>();
  const variables: number[] = [];
  const renumber = (literal: number): number => {
    const v = Math.abs(literal) - 1;
    let number = numbers.get(v);
    if (number === undefined) {
      number = variables.push(v) - 1;
      numbers.set(v, number);
    }
    return literal > 0 ? number + 1 : -(number + 1);
  };
  const renamed = clauses.map((clause) => clause.map(renumber));
  let spent = 0;
  if (limit !== undefined) for (const [v, isChosen] of values) if (isChosen) spent += limit.weights[v] ?? 0;
  return {
    variables,
    costs: Float64Array.from(variables, (v) => costs[v]!),
    clauses: renamed,
    limit: limit && {
      weights: Float64Array.from(variables, (v) => limit.weights[v] ?? 0),
      most: limit.most - spent,
    },
  };
}
