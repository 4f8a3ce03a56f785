/**
 * Minimum covers by HiGHS, a mixed-integer solver compiled to WebAssembly.
 *
 * The engine solves its covers itself; this door is for the few parts that resist
 * (see `CoverEffort.hard`). The megabyte of WebAssembly is loaded when first asked
 * for, once. A clause becomes the row "true literals are at least one", a limit
 * one more row.
 *
 * What to know to trust it: HiGHS computes in floating point, so its choice is
 * rounded, checked against every clause, and its cost added up anew; its bound is
 * taken with a margin. It never looks at a clock: it stops when the budget says so,
 * asked at the places where HiGHS lets itself be interrupted, which are the same in
 * every run of the same problem.
 */
import type { Highs, ModelData } from "highs";
import type { CoverAnswer, CoverProblem, IsSpent, MinimumCover } from "../graph/index.ts";
import { loadHighs, stretchWork } from "./load.ts";

/** Loads HiGHS (about 0.1 s the first time) and gives it as a solver of covers. */
export async function highsCover(): Promise<MinimumCover> {
  const highs = await loadHighs();
  return (problem, isSpent) => solve(highs, problem, isSpent);
}

/** HiGHS calls a bound met when it is this close; so do we. */
const margin = 1e-6;

function solve(highs: Highs, problem: CoverProblem, isSpent: IsSpent): CoverAnswer {
  const upper = problem.upper ?? Infinity;
  const unknown: CoverAnswer = { chosen: undefined, cost: Infinity, lower: 0, proved: false };
  if (isSpent()) return unknown;
  const { modelStatus, callbackType } = highs.constants;
  const asked = modelOf(highs, problem);
  const work = stretchWork(asked.matrix.values.length);
  return highs.withModel(asked, (model): CoverAnswer => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, random_seed: 1 });
    model.run({
      [callbackType.mipInterrupt](event) {
        if (isSpent(work)) event.interrupt();
      },
    });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible)
      return { chosen: undefined, cost: Infinity, lower: upper, proved: true };
    const lower = boundOf(problem, Number(model.info.get("mip_dual_bound")));
    // An interrupted run may have no solution; then the values satisfy nothing and the check below says so.
    const { colValue } = model.getSolution();
    const chosen = Array.from(problem.costs, (_, v) => v).filter((v) => (colValue[v] ?? 0) > 0.5);
    if (!isSatisfied(problem, chosen)) return { ...unknown, lower: Math.min(lower, upper) };
    const cost = chosen.reduce((sum, v) => sum + problem.costs[v]!, 0);
    const isOptimal = status === modelStatus.optimal;
    return {
      chosen,
      cost,
      lower: isOptimal ? cost : Math.min(lower, cost),
      proved: isOptimal || lower >= cost,
    };
  });
}

function modelOf(highs: Highs, { costs, clauses, limit }: CoverProblem): ModelData {
  const rowCount = clauses.length + (limit === undefined ? 0 : 1);
  const starts = new Int32Array(rowCount + 1);
  const indices: number[] = [];
  const values: number[] = [];
  const rowLower = new Float64Array(rowCount).fill(-highs.infinity);
  const rowUpper = new Float64Array(rowCount).fill(highs.infinity);
  clauses.forEach((clause, row) => {
    let leftOut = 0;
    // HiGHS refuses a variable twice in a row; a clause with a literal and its opposite asks nothing.
    const distinct = new Set(clause);
    if (clause.some((literal) => distinct.has(-literal))) distinct.clear();
    for (const literal of distinct) {
      indices.push(Math.abs(literal) - 1);
      values.push(literal > 0 ? 1 : -1);
      if (literal < 0) leftOut++;
    }
    if (distinct.size > 0 || clause.length === 0) rowLower[row] = 1 - leftOut;
    starts[row + 1] = indices.length;
  });
  if (limit !== undefined) {
    for (let v = 0; v < costs.length; v++) {
      if ((limit.weights[v] ?? 0) === 0) continue;
      indices.push(v);
      values.push(limit.weights[v]!);
    }
    rowUpper[clauses.length] = limit.most;
    starts[rowCount] = indices.length;
  }
  return {
    numCols: costs.length,
    numRows: rowCount,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(costs.length),
    colUpper: new Float64Array(costs.length).fill(1),
    rowLower,
    rowUpper,
    integrality: new Int32Array(costs.length).fill(highs.constants.variableType.integer),
    matrix: {
      format: "csr",
      numRows: rowCount,
      numCols: costs.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/** The next cost there can be, when all costs are whole; the bound less a margin, when not. */
function boundOf({ costs }: CoverProblem, bound: number): number {
  if (!(bound > 0)) return 0;
  return Array.from(costs).every(Number.isInteger)
    ? Math.ceil(bound - margin)
    : bound * (1 - margin) - margin;
}

function isSatisfied({ clauses, limit }: CoverProblem, chosen: readonly number[]): boolean {
  const isChosen = new Set(chosen);
  let weight = 0;
  for (const v of chosen) weight += limit?.weights[v] ?? 0;
  if (weight > (limit?.most ?? Infinity) + margin) return false;
  return clauses.every((clause) =>
    clause.some((literal) => isChosen.has(Math.abs(literal) - 1) === literal > 0),
  );
}
