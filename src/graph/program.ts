/**
 * What an integer program is: columns with costs and bounds, rows that bound weighted sums of them, and which columns are
 * whole. The words shared by those who ask for a minimum and those who find one.
 */

export interface ProgramRow {
  /** Columns and their weights; none twice. */
  readonly columns: readonly number[];
  readonly weights: readonly number[];
  /** -Infinity and Infinity where there is no bound. */
  readonly least: number;
  readonly most: number;
}

export interface Program {
  readonly costs: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** Column by column: must it be whole? */
  readonly isWhole: readonly boolean[];
  readonly rows: readonly ProgramRow[];
  /** Only what costs less than this is of interest; anything else is "none". */
  readonly upper?: number;
  /** Any choice below `upper` will do; it need not be the cheapest. */
  readonly isAnyEnough?: boolean;
}

export type ProgramAnswer =
  /** `proved`: nothing costs less than `lower`, and that is what this costs. */
  | {
      readonly kind: "found";
      readonly values: readonly number[];
      readonly cost: number;
      readonly lower: number;
      readonly proved: boolean;
    }
  | { readonly kind: "none" }
  /** The budget was spent before anything was found. */
  | { readonly kind: "open" };

/** A solver of programs. Whole columns come back whole, every row is kept, and the cost is added up anew. */
export type MinimumProgram = (program: Program) => ProgramAnswer;

/** How far from a bound still counts as kept. */
export const rowTolerance = 1e-6;

/** Does this choice keep every row and bound? */
export function keepsRows({ rows, least, most }: Program, values: readonly number[]): boolean {
  for (const [column, value] of values.entries())
    if (value < least[column]! - rowTolerance || value > most[column]! + rowTolerance) return false;
  return rows.every((row) => {
    let sum = 0;
    let size = 1;
    for (const [i, column] of row.columns.entries()) {
      sum += row.weights[i]! * values[column]!;
      size = Math.max(size, Math.abs(row.weights[i]!));
    }
    const slack = rowTolerance * size;
    return sum >= row.least - slack && sum <= row.most + slack;
  });
}
