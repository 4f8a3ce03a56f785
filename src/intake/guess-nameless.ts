/**
 * What could the columns of a table be that names none? Some banks export nothing but a day, a sum with its sign, what it was for and
 * perhaps what was left. Only such a table is guessed: where no sum is below nought nobody can say which way the money went.
 */
import type { Guess } from "./guess.ts";
import { ordersTold } from "./guess.ts";
import type { Layout } from "./layout.ts";
import type { Table } from "./table.ts";
import { plain, readAmount, readMoment } from "./values.ts";

/** Fewer rows are alike by chance. */
const rowsLeast = 3;
const rowsLooked = 200;
const most = 0.8;

export function guessNameless({ rows }: Table): Guess | undefined {
  const filled = rows.filter(({ cells }) => cells.some((cell) => plain(cell) !== "")).slice(0, rowsLooked);
  const wide = usualWidth(filled.map(({ cells }) => cells.length));
  const body = filled.filter(({ cells }) => cells.length === wide);
  if (body.length < rowsLeast || body.length < filled.length * most || wide < 3) return undefined;
  const columns = Array.from({ length: wide }, (_, i) => body.map(({ cells }) => plain(cells[i] ?? "")));
  const share = (column: readonly string[], isOne: (cell: string) => boolean) =>
    column.filter(isOne).length / column.length;
  const orders = columns.map((column): Layout["order"] => {
    const told = ordersTold(column);
    return told === undefined
      ? "year-first"
      : told.has("month-first") && told.size === 1
        ? "month-first"
        : "day-first";
  });
  const isMoment = (column: readonly string[], i: number) =>
    share(column, (cell) => readMoment(cell, { order: orders[i] ?? "year-first" }) !== undefined) >= most;
  const moment = columns.findIndex(isMoment);
  const isSum = (cell: string) => /[.,]\d\d\)?$/.test(cell) && readAmount(cell) !== undefined;
  const ofSums = columns.filter((column, i) => i !== moment && share(column, isSum) >= most);
  const amount = columns.findIndex(
    (column) =>
      ofSums.includes(column) &&
      column.some((cell) => readAmount(cell)?.isNegative === true) &&
      !ofSums.some((other) => other !== column && isWhatWasLeft(column, other)),
  );
  const isText = (column: readonly string[], i: number) =>
    i !== moment && i !== amount && share(column, (cell) => /\p{L}{2}/u.test(cell)) >= most;
  // Of several the one that tells most rows apart: the others say what kind of payment it was.
  const told = columns.map((column, i) => (isText(column, i) ? new Set(column).size : 0));
  const description = told.every((each) => each === 0) ? -1 : told.indexOf(Math.max(...told));
  if (moment < 0 || amount < 0 || description < 0) return undefined;
  const named = (i: number): readonly string[] => [String(i + 1)];
  const layout: Layout = {
    source: "guessed",
    kind: "money",
    header: [],
    cells: columns.map((_, i) => (i === moment ? /\d/ : i === amount ? /\d\)?$/ : /^/)),
    columns: { moment: named(moment), amount: named(amount), description: named(description) },
    zone: "+00:00",
    isZoneUnknown: true,
    currency: "XXX",
    order: orders[moment] ?? "year-first",
    positive: "in",
  };
  const said = `moment = ${moment + 1}, amount = ${amount + 1}, description = ${description + 1}`;
  return { layout, row: body[0]?.row ?? 1, said };
}

/** From row to row it steps by the sums of the other column: less than nothing left is an account overdrawn, and no payment. */
function isWhatWasLeft(column: readonly string[], sums: readonly string[]): boolean {
  const [left, moved] = [column.map(signed), sums.map(signed)];
  const steps = left.slice(1).map((each, i) => Math.abs(each - left[i]!)); // As many as rows but one.
  const isOf = (step: number, row: number) =>
    step > 0 && Math.abs(step - Math.abs(moved[row] ?? Number.NaN)) < 0.005;
  return steps.filter((step, i) => isOf(step, i) || isOf(step, i + 1)).length >= steps.length * most;
}

const signed = (cell: string): number => {
  const read = readAmount(cell);
  return read === undefined ? Number.NaN : Number(read.value) * (read.isNegative ? -1 : 1);
};

/** How many cells most rows have. */
function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
