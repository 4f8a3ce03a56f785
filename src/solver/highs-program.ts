/**
 * Any small integer program given to HiGHS, under the same care as covers: what comes back is rounded, checked against every
 * row and its cost added up anew; the bound is taken with a margin.
 *
 * The columns that need not be whole are kept as they come: they carry times, which whoever asked recomputes.
 */
import {
  keepsRows,
  type MinimumProgram,
  type Program,
  type ProgramAnswer,
  workBudget,
} from "../graph/index.ts";
import { loadHighs } from "./load.ts";

type Loaded = Awaited<ReturnType<typeof loadHighs>>;

export interface ProgramOptions {
  /** Units of work for one program; see `budget.ts` in graph. */
  readonly workMax: number;
}

export async function highsProgram({ workMax }: ProgramOptions): Promise<MinimumProgram> {
  const highs = await loadHighs();
  return (program) => solve(highs, program, workMax);
}

/** HiGHS calls a bound met when it is this close; so do we. */
const margin = 1e-6;

/**
 * Units of work (see `budget.ts` in graph) for each entry of the matrix: of a place where HiGHS can be interrupted, and of each
 * step of a linear program since the last one. The places alone say little: the same founding night has 142 of them in 0.6 s
 * and 100 in 0.9 s. Measured on four people's nights: 8 to 60 ns a unit.
 */
const atLeast = 20;
const anIteration = 4;

/**
 * What HiGHS tries by luck before it searches: parts of the program as programs of their own. The search comes upon a good
 * choice sooner; of the programs the founding night asks for, these tries were two thirds of the work. Whoever cares which of
 * several cheapest choices comes back gives them different costs.
 */
const withoutLuck = {
  mip_detect_symmetry: false,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_heuristic_run_rens: false,
} as const;

function solve(highs: Loaded, program: Program, workMax: number): ProgramAnswer {
  if (program.costs.length === 0) return { kind: "found", values: [], cost: 0, lower: 0, proved: true };
  const { modelStatus, callbackType } = highs.constants;
  const asked = modelOf(highs, program);
  const entries = asked.matrix.values.length;
  const { isSpent } = workBudget(workMax);
  let iterations = 0;
  return highs.withModel(asked, (model): ProgramAnswer => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      random_seed: 1,
      ...withoutLuck,
      ...(program.upper === undefined
        ? {}
        : {
            objective_bound: program.upper,
            ...(program.isAnyEnough === true ? { objective_target: program.upper } : {}),
          }),
    });
    model.run({
      [callbackType.mipInterrupt](event) {
        const now = Number(event.data.mip_total_lp_iterations);
        if (isSpent(entries * (atLeast + anIteration * Math.max(0, now - iterations)))) event.interrupt();
        iterations = now;
      },
    });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.objectiveBound) return { kind: "none" };
    const { colValue } = model.getSolution();
    const values = program.costs.map((_, column) => {
      const value = colValue[column] ?? 0;
      return program.isWhole[column] === true ? Math.round(value) : value;
    });
    if (!keepsRows(program, values)) return { kind: "open" };
    const cost = program.costs.reduce((sum, each, column) => sum + each * values[column]!, 0);
    if (program.upper !== undefined && cost >= program.upper) return { kind: "none" };
    const bound = Number(model.info.get("mip_dual_bound"));
    const isOptimal = status === modelStatus.optimal;
    const lower = isOptimal ? cost : Math.min(cost, bound - margin * Math.max(1, Math.abs(bound)));
    return { kind: "found", values, cost, lower, proved: isOptimal };
  });
}

function modelOf(highs: Loaded, { costs, least, most, isWhole, rows }: Program) {
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [i, row] of rows.entries()) {
    for (const [k, column] of row.columns.entries()) {
      indices.push(column);
      values.push(row.weights[k]!);
    }
    starts[i + 1] = indices.length;
  }
  const bounded = (value: number) =>
    value === Number.POSITIVE_INFINITY
      ? highs.infinity
      : value === Number.NEGATIVE_INFINITY
        ? -highs.infinity
        : value;
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: Float64Array.from(costs),
    colLower: Float64Array.from(least, bounded),
    colUpper: Float64Array.from(most, bounded),
    rowLower: Float64Array.from(rows, (row) => bounded(row.least)),
    rowUpper: Float64Array.from(rows, (row) => bounded(row.most)),
    integrality: Int32Array.from(isWhole, (whole) => (whole ? integer : continuous)),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: costs.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
