/**
 * Rows in which a comma inside a sum stands without quotes: `19,900.00` is two cells then, and every column behind it is read
 * one too far. Where a row has exactly as many cells too many as it has such commas they are put together again; where it has
 * another number of them nobody can say which belong together, and the row is complained of.
 *
 * Cost: a look at each row that is wider than its header.
 */
import type { TableRow } from "./table.ts";

export interface WholeRow extends TableRow {
  /** Cells too many, and no way to tell which commas belong to a sum. */
  readonly isTorn?: true;
}

const head = /^\s*[-−+(]?\s*\p{Sc}?\s*[A-Z]{0,3}\s*\d{1,3}$/u;
const middle = /^\d{3}$/;
const last = /^\d{3}(?:\.\d{1,2})?\)?\s*$/;

export function withSumsWhole(row: TableRow, wide: number): WholeRow {
  const cells = [...row.cells];
  while (cells.length > wide && cells.at(-1)?.trim() === "") cells.pop();
  const extra = cells.length - wide;
  if (extra <= 0) return row;
  const joined: string[] = [];
  let commas = 0;
  for (let i = 0; i < cells.length; i++) {
    const end = endOfSum(cells, i);
    joined.push(cells.slice(i, end + 1).join(","));
    commas += end - i;
    i = end;
  }
  if (commas === 0) return row;
  return commas === extra ? { ...row, cells: joined } : { ...row, isTorn: true };
}

/** The cell in which a sum that begins in this one ends; this one itself where none does. */
function endOfSum(cells: readonly string[], from: number): number {
  if (!head.test(cells[from] ?? "")) return from;
  let end = from;
  while (last.test(cells[end + 1] ?? "")) {
    end += 1;
    if (!middle.test(cells[end] ?? "")) break;
  }
  return end;
}
