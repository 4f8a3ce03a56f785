/**
 * One table: the header found in it, every row below read or complained of, what stands above and below held against it.
 */
import {
  at,
  type DeclaredRecords,
  type RecordComplaint,
  type RecordPlace,
  type RecordRow,
} from "../model/index.ts";
import { declaredIn, reconcile } from "./declared.ts";
import { cutShort } from "./entries.ts";
import { ordersTold } from "./guess.ts";
import type { Layout } from "./layout.ts";
import { present } from "./private.ts";
import { hasDecimalCommas, isOutBelowNought, readRow } from "./read-row.ts";
import { type WholeRow, withSumsWhole } from "./split-sums.ts";
import type { Table, TableRow } from "./table.ts";
import { plain, readMoment } from "./values.ts";
import { headersAt, joinedRows } from "./wrapped-lines.ts";

export interface TableReading {
  readonly source: string;
  readonly declared: DeclaredRecords;
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly RecordComplaint[];
}

/** `undefined`: no header in it is one of these layouts. */
export function readTable(file: string, table: Table, known: readonly Layout[]): TableReading | undefined {
  const found = findHeader(table.rows, known);
  if (found === undefined) return undefined;
  const { header, index } = found;
  const turned = turnedDays(found, table.rows);
  const layout = turned.layout;
  const wide = header.length;
  const above = table.rows.slice(0, index).map(textOf);
  const below: string[] = [];
  const rows: RecordRow[] = [];
  const complaints: RecordComplaint[] = [];
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
  const titleText = above.join("\n");
  const complain = (row: number, fault: { readonly message: string; readonly about?: string }) =>
    complaints.push({ at: { file, ...sheet, row }, code: "record/unreadable-row", ...fault });
  const body: readonly WholeRow[] = joinedRows(
    table.rows.slice(index + 1).map((row) => withSumsWhole(row, wide)),
    { header, layout },
  );
  const cutRow = cutShortAt(body);
  const plainRows = body.map(({ cells }) => ({ cells, header, layout, titleText }));
  const isTurned = isOutBelowNought(plainRows);
  const hasCommas = hasDecimalCommas(plainRows);
  const readings = body.map(({ row, cells }) =>
    readRow({
      cells,
      header,
      layout,
      titleText,
      isOutBelowNought: isTurned,
      hasDecimalCommas: hasCommas,
      at: { file, ...sheet, row },
    }),
  );
  const last = readings.findLastIndex(({ kind }) => kind === "row");
  for (const [i, { row, cells, swallowed, isTorn }] of body.entries()) {
    const read = at(readings, i);
    if (isTorn === true) {
      complain(row, { message: "more cells than the header: is a comma in a sum without quotes?" });
      continue;
    }
    if (row === cutRow) {
      complaints.push({ at: { file, ...sheet, row }, code: "record/cut-short", message: cutShort });
      continue;
    }
    if (read.kind === "row") {
      rows.push(read.row);
      if (read.hour !== "once") complaints.push(oddHour(read.row.at, read.hour));
    } else if (isBeside(cells, { isBelow: i > last, wide: Math.min(wide, layout.header.length || wide) }))
      below.push(cells.join(" "));
    else complain(row, read.fault);
    // A description may run over lines; what has the shape of a row was one before a stray quote took it in.
    for (const inside of swallowed)
      if (read.kind !== "row" || (inside.cells.length * 2 >= wide && !closes(inside.cells, cells, wide)))
        complain(inside.row, { message: "a quote above takes this row in" });
  }
  const declared = declaredIn([...above, ...below].join("\n"), layout);
  complaints.push(...reconcile({ file, declared, rows, complaints }));
  if (turned.message !== undefined)
    complaints.push({
      at: { file, ...sheet, row: table.rows[index]?.row ?? 1 },
      code: "record/turned-days",
      message: turned.message,
    });
  complaints.push(...formulasIn(file, table), ...zonesIn(file, rows));
  return { source: layout.source, declared, rows, complaints };
}

/**
 * A spreadsheet of another country that saved a file again turned its days and months: 9/1 is the first of September, and would
 * be read as the ninth of January. Whatever numbers above twelve tell holds for all rows; where they tell two orders, the
 * file's own is kept.
 */
function turnedDays(
  { layout, header, index }: Found,
  rows: readonly TableRow[],
): { readonly layout: Layout; readonly message?: string } {
  const column = header.findIndex((name) => layout.columns.moment?.includes(name) === true);
  if (column < 0 || layout.momentWithin === true || layout.isZoneUnknown === true) return { layout };
  // `20/03/12` may begin with its year.
  const isWhole = (cell: string) => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(cell);
  const told = ordersTold(
    rows
      .slice(index + 1)
      .map(({ cells }) => plain(cells[column] ?? ""))
      .filter(isWhole),
  );
  if (told === undefined || told.size === 0) return { layout };
  if (told.size > 1)
    return { layout, message: "the days are written in two orders: which is meant is not sure" };
  const [order] = told;
  if (order === undefined || order === layout.order) return { layout };
  const said = order === "day-first" ? "day" : "month";
  return {
    layout: { ...layout, order },
    message: `the days stand in another order than in an export of this kind: read ${said} first`,
  };
}

/** Clocks were put back or on: which of two hours it was, or which hour was meant, no file says. */
const oddHour = (at: RecordPlace, hour: "twice" | "never"): RecordComplaint => ({
  at,
  code: "record/odd-hour",
  message:
    hour === "twice"
      ? "this hour existed twice that night, for clocks went back; the first is taken"
      : "this hour did not exist that night, for clocks went on",
});

/** The last line has no end and fewer cells than any row above it. */
function cutShortAt(body: readonly TableRow[]): number | undefined {
  const last = body.at(-1);
  if (last === undefined || last.isOpenEnded !== true || textOf(last).trim() === "") return undefined;
  const above = body.slice(0, -1).filter((row) => textOf(row).trim() !== "");
  const least = Math.min(...above.slice(-50).map(({ cells }) => cells.length));
  return above.length > 0 && last.cells.length < least ? last.row : undefined;
}

/** The end of a cell and the rest of its row: the quote ends in the first cell, and the whole has no cell too many. */
const closes = (line: readonly string[], whole: readonly string[], wide: number): boolean =>
  /"\s*$/.test(line[0] ?? "") && whole.length <= wide;

/** What a spreadsheet would carry out: a function, or a call to another program. `="123"` only keeps a number whole. */
const formula = /^\s*[=+\-@]\s*(?:[A-Za-z_.]+\s*\(|'?[\w ]+'?\|)/;

function formulasIn(file: string, { sheet, rows }: Table): readonly RecordComplaint[] {
  const found = rows.flatMap(({ row, cells }) =>
    cells.filter((cell) => formula.test(cell)).map((cell) => ({ row, cell })),
  );
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      at: { file, ...present("sheet", sheet), row: first.row },
      code: "record/formula",
      message: `${found.length} ${found.length === 1 ? "cell begins" : "cells begin"} like a formula`,
      about: first.cell.trim().slice(0, 60),
    },
  ];
}

/** Summer and winter differ by an hour; more than that is not one place. */
function zonesIn(file: string, rows: readonly RecordRow[]): readonly RecordComplaint[] {
  const offsets = new Set(rows.flatMap(({ time }) => (time === undefined ? [] : [time.slice(-6)])));
  const minutes = [...offsets].map(
    (offset) => (offset[0] === "-" ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))),
  );
  if (minutes.length < 2 || Math.max(...minutes) - Math.min(...minutes) <= 60) return [];
  return [
    {
      at: { file, row: 1 },
      code: "record/mixed-zones",
      message: `the times are written in ${minutes.length} zones`,
    },
  ];
}

/** A header stands among the first rows, or the file is something else. */
const headerRowsMax = 100;

interface Found {
  readonly layout: Layout;
  readonly header: readonly string[];
  /** Where the header ends; -1 and more where there is none and the rows begin below. */
  readonly index: number;
}

/** The first row that holds all words of a layout; of several layouts the one that names most. */
export function findHeader(rows: readonly TableRow[], known: readonly Layout[]): Found | undefined {
  const withWords = known.filter(({ cells }) => cells === undefined);
  for (const index of rows.slice(0, headerRowsMax).keys()) {
    const found = headersAt(rows, index).flatMap(({ names, lines }) => {
      const layout = named(names, withWords);
      return layout === undefined ? [] : [{ layout, header: names, index: index + lines - 1 }];
    });
    const [most] = found.sort((a, b) => b.layout.header.length - a.layout.header.length || b.index - a.index);
    if (most !== undefined) return most;
  }
  return headerless(rows, known);
}

/** Of the layouts whose words all stand there the one that names most. */
function named(names: readonly string[], known: readonly Layout[]): Layout | undefined {
  const words = new Set(names);
  const fits = known.filter((layout) =>
    layout.header.every((word) =>
      typeof word === "string" ? words.has(word) : word.some((one) => words.has(one)),
    ),
  );
  return fits.sort((a, b) => b.header.length - a.header.length)[0];
}

/** Among the first rows most look as the layout says; one that does not is a row to complain of. */
function headerless(rows: readonly TableRow[], known: readonly Layout[]): Found | undefined {
  const filled = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.cells.some((cell) => cell.trim() !== ""))
    .slice(0, 20);
  for (const layout of known) {
    const { cells: looks, hasMoreCells } = layout;
    if (looks === undefined) continue;
    const fits = filled.filter(({ row: { cells } }) =>
      cells.length >= looks.length && (hasMoreCells === true || cells.length <= looks.length + 1)
        ? looks.every((look, i) => look.test((cells[i] ?? "").trim()))
        : false,
    );
    const [first] = fits;
    // A table that names its columns is nobody's without names.
    const above = first === undefined ? 0 : filled.indexOf(first);
    if (filled.slice(Math.max(0, above - 2), above).some(({ row }) => namesColumns(row.cells))) continue;
    if (first !== undefined && fits.length * 2 > filled.length)
      return {
        layout,
        header: Array.from(
          { length: Math.max(looks.length, hasMoreCells === true ? first.row.cells.length : 0) },
          (_, i) => String(i + 1),
        ),
        index: first.index - 1,
      };
  }
  return undefined;
}

/** Three words and more, none of which is a day or a sum. */
function namesColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => plain(cell) !== "");
  return (
    filled.length >= 3 &&
    filled.every((cell) => /\p{L}/u.test(cell) && readMoment(cell, { order: "day-first" }) === undefined)
  );
}

export const textOf = ({ cells }: TableRow): string => cells.join(" ");

/** A sum, which repeats rows and is none. */
export const isTotal = (text: string): boolean =>
  /^["#]*\s*(?:人民币)?(?:合计|总计|小计|共计?[:：\d]|收入合计|支出合计|已收入|待收入|已支出|待支出|total\b)/i.test(
    text,
  );

/** What was there before or after all rows, in a row that has no amount of its own. */
const balance =
  /^\s*(?:(?:beginning|opening|ending|closing) balance|balance (?:brought|carried) forward|期初余额|期末余额|上期结余|前期繰越|saldo (?:anterior|inicial|final))/i;

/** How a remark begins, a title, or what an account says of itself. */
const isRemark = (text: string): boolean =>
  /^["#]*\s*(?:#|以上|导出|姓名[:：]|支付宝账户[:：]|起始[时日][间期]|用户[:：]|特别提示|注[:：]|(?:收入|支出|其他|不计收支|中性交易)[:：]|\d{1,2}[.、．]\D)/.test(
    text,
  ) ||
  /^[-—=_*]{3,}/.test(text) ||
  /^Column1\s+Column2/.test(text);

/**
 * Neither a row nor lost: blank, a rule of dashes, a sum; and below the last row that was read a remark. What begins like a
 * remark and stands among the rows, or has the shape of one, was a row until something befell it.
 */
function isBeside(
  cells: readonly string[],
  { isBelow, wide }: { readonly isBelow: boolean; readonly wide: number },
): boolean {
  const text = cells.join(" ").trim();
  if (/^[-—=_*\s]*$/.test(text) || isTotal(text) || cells.some((cell) => balance.test(cell))) return true;
  // A stray quote makes one cell of many; they count as many.
  const filled = cells.flatMap((cell) => cell.split(/[,\t;|]/)).filter((cell) => cell.trim() !== "");
  return isBelow && filled.length * 2 < wide && isRemark(text);
}
