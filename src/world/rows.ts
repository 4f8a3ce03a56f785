/** Rows of ids, one after another in one typed array. */
import { type Ids, idsOf } from "../model/index.ts";

/** Row `i` is `values[from[i]]` to before `values[from[i + 1]]`. */
export interface Rows<Id extends number = number> {
  readonly from: Int32Array;
  readonly values: Ids<Id>;
}

export function rowsOf<Id extends number>(rows: readonly (readonly Id[])[]): Rows<Id> {
  const from = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) from[i + 1] = (from[i] ?? 0) + row.length;
  return { from, values: idsOf(rows.flat()) };
}

/** Who stands in which row: `name` makes a row's number an id again. */
export function turned<Id extends number>(
  { from, values }: Rows,
  { count, name }: { readonly count: number; readonly name: (row: number) => Id },
): Rows<Id> {
  const rows = Array.from({ length: count }, (): Id[] => []);
  for (let row = 0; row + 1 < from.length; row++)
    for (let i = from[row]!; i < from[row + 1]!; i++) rows[values[i]!]?.push(name(row));
  return rowsOf(rows);
}

/** One row, copied. */
export function rowOf<Id extends number>({ from, values }: Rows<Id>, row: number): readonly Id[] {
  const found: Id[] = [];
  for (let i = from[row]!; i < from[row + 1]!; i++) found.push(values[i]!);
  return found;
}
