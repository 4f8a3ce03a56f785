/**
 * Tables that take two lines for one: a header whose words are broken in two or stand under a common title, and rows of which the
 * second line holds only what the money was for.
 *
 * Cost: linear in the rows looked at.
 */
import { headerWords, type Layout } from "./layout.ts";
import type { TableRow } from "./table.ts";
import { plain, readAmount, readMoment } from "./values.ts";

export interface HeaderFound {
  readonly names: readonly string[];
  /** How many lines it takes. */
  readonly lines: 1 | 2;
}

/** What the header could be that begins here: this line, or this and the next as one. */
export function headersAt(rows: readonly TableRow[], index: number): readonly HeaderFound[] {
  const top = rows[index]?.cells ?? [];
  const one: HeaderFound = { names: headerWords(top), lines: 1 };
  const next = rows[index + 1];
  const bottom = next?.cells ?? [];
  const isNext = next !== undefined && next.row === (rows[index]?.row ?? 0) + 1;
  // A line above a header that says whose account it is names two things, and no columns.
  if (!isNext || !areWords(top, 3) || !areWords(bottom, 2) || !isOfRows(rows[index + 2])) return [one];
  const wide = Math.max(top.length, bottom.length);
  const cells = (join: (above: string, below: string) => string) =>
    headerWords(Array.from({ length: wide }, (_, i) => join(plain(top[i] ?? ""), plain(bottom[i] ?? ""))));
  return [
    // `Value` over `Date`; below a common title the second line alone says which is which.
    { names: cells((above, below) => `${above} ${below}`), lines: 2 },
    { names: cells((above, below) => below || above), lines: 2 },
    one,
  ];
}

/** So many cells and more, each of letters and none a day or a sum. */
function areWords(cells: readonly string[], least: number): boolean {
  const filled = cells.map(plain).filter((cell) => cell !== "");
  return (
    filled.length >= least &&
    filled.every(
      (cell) => /\p{L}/u.test(cell) && readAmount(cell) === undefined && !isMoment(cell) && cell.length <= 40,
    )
  );
}

const isMoment = (cell: string): boolean => readMoment(cell, { order: "day-first" }) !== undefined;

/** A row of the table begins with a day somewhere. */
const isOfRows = (row: TableRow | undefined): boolean =>
  row?.cells.some((cell) => isMoment(plain(cell))) === true;

/** A file that does it once may have lost the rest of a row. */
const timesMin = 3;

/**
 * Rows with the lines that only go on saying what they were for joined to them. Where a file does it seldom, nothing is joined
 * and each such line is complained of.
 */
export function joinedRows(
  rows: readonly TableRow[],
  { header, layout }: { readonly header: readonly string[]; readonly layout: Layout },
): readonly TableRow[] {
  const describing = new Set(
    [...(layout.columns.description ?? []), ...(layout.columns.counterparty ?? [])]
      .map((word) => header.indexOf(word))
      .filter((column) => column >= 0),
  );
  const goesOn = ({ cells }: TableRow): boolean => {
    const filled = [...cells.keys()].filter((column) => plain(cells[column] ?? "") !== "");
    return filled.length > 0 && cells.length > 1 && filled.every((column) => describing.has(column));
  };
  const isWhole = ({ cells }: TableRow): boolean => cells.some((cell) => isMoment(plain(cell)));
  const isSecond = rows.map(
    (row, i) => i > 0 && goesOn(row) && !goesOn(rows[i - 1]!) && isWhole(rows[i - 1]!),
  );
  if (isSecond.filter(Boolean).length < timesMin) return rows;
  return rows.flatMap((row, i) => {
    if (isSecond[i] === true) return [];
    const more = isSecond[i + 1] === true ? rows[i + 1]!.cells : [];
    if (more.length === 0) return [row];
    const cells = row.cells.map((cell, column) =>
      describing.has(column) ? `${cell} ${plain(more[column] ?? "")}`.trim() : cell,
    );
    return [{ ...row, cells }];
  });
}
