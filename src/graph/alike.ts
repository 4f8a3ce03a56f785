/**
 * Blocks of columns of a program that are alike: whatever one of them may be, so may each of the others, at the same cost.
 * Forty equal payments of a day are forty such blocks.
 *
 * Alike is not believed but read off the program: two blocks are alike where an exchange of their columns leaves it as it is,
 * and no row speaks of both. So, all other columns given, what is best for one is best for each, and they are solved as two: one
 * alone and all the rest as one. One stands alone for the sake of rows added later that say that *something* must be
 * otherwise: that is cheapest where only one is. Cost: linear in the program's entries, with a sort of each row.
 */
import type { MinimumProgram, Program, ProgramRow } from "./program.ts";

/** Its columns, place by place: those that stand at one place in two blocks are exchanged. */
export type Block = readonly number[];

/** Which blocks are alike: groups of at least three, by their places in `blocks`. No column may stand in two. */
export function alikeBlocks(program: Program, blocks: readonly Block[]): readonly (readonly number[])[] {
  const placeOf = new Map<number, { readonly block: number; readonly place: number }>();
  for (const [block, columns] of blocks.entries())
    for (const [place, column] of columns.entries()) placeOf.set(column, { block, place });
  const rowsOf = blocks.map((): string[] => []);
  const together: (readonly number[])[] = [];
  for (const row of program.rows) {
    const touched = new Set(row.columns.flatMap((column) => placeOf.get(column)?.block ?? []));
    if (touched.size > 1) together.push([...touched]);
    for (const block of touched)
      rowsOf[block]!.push(
        said(row, (column) => {
          const found = placeOf.get(column);
          return found?.block === block ? `own ${found.place}` : `${column}`;
        }),
      );
  }
  const groups = new Map<string, number[]>();
  for (const [block, columns] of blocks.entries()) {
    const own = columns.map((column) =>
      [program.costs, program.least, program.most, program.isWhole].map((of) => of[column]).join(),
    );
    const key = JSON.stringify([own, rowsOf[block]!.toSorted()]);
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  return [...groups.values()].filter(
    (group) =>
      group.length > 2 &&
      !together.some((touched) => touched.filter((block) => group.includes(block)).length > 1),
  );
}

const said = ({ columns, weights, least, most }: ProgramRow, nameOf: (column: number) => string): string =>
  `${columns
    .map((column, i) => `${nameOf(column)}*${weights[i]}`)
    .sort()
    .join(" ")} ${least} ${most}`;

/** The same solver, asked with all but the first of each group as one. It may be asked with rows more than the blocks were found in. */
export function solvingAlikeAsOne(
  solve: MinimumProgram,
  groups: readonly (readonly Block[])[],
): MinimumProgram {
  const into = new Map<number, number>();
  for (const [, rest, ...others] of groups)
    for (const other of others)
      for (const [place, column] of other.entries()) into.set(column, rest![place]!);
  if (into.size === 0) return solve;
  return (program) => {
    const places = new Map<number, number>();
    for (const column of program.costs.keys()) if (!into.has(column)) places.set(column, places.size);
    const placeOf = (column: number): number => places.get(into.get(column) ?? column)!;
    const answer = solve(smaller(program, placeOf));
    return answer.kind === "found"
      ? { ...answer, values: program.costs.map((_, column) => answer.values[placeOf(column)]!) }
      : answer;
  };
}

function smaller(program: Program, placeOf: (column: number) => number): Program {
  const costs: number[] = [];
  const least: number[] = [];
  const most: number[] = [];
  const isWhole: boolean[] = [];
  for (const [column, cost] of program.costs.entries()) {
    const place = placeOf(column);
    costs[place] = (costs[place] ?? 0) + cost;
    least[place] = program.least[column]!;
    most[place] = program.most[column]!;
    isWhole[place] = program.isWhole[column]!;
  }
  const rows = new Map<string, ProgramRow>();
  for (const row of program.rows) {
    const weights = new Map<number, number>();
    for (const [i, column] of row.columns.entries()) {
      const place = placeOf(column);
      weights.set(place, (weights.get(place) ?? 0) + row.weights[i]!);
    }
    const one = { ...row, columns: [...weights.keys()], weights: [...weights.values()] };
    rows.set(
      said(one, (column) => `${column}`),
      one,
    );
  }
  return { ...program, costs, least, most, isWhole, rows: [...rows.values()] };
}
