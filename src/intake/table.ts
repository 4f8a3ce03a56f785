/**
 * A file as tables: cells of text, each row with the number by which a person finds it. Text is cut by Papa Parse; XLSX
 * and BIFF by SheetJS. Both believe a stray quote, so a quoted cell that runs on over lines says how many it swallowed,
 * and whoever knows the layout can tell whether they were rows.
 */
import { read as readBook, utils } from "@e965/xlsx";
import papaparse from "papaparse";
import type { Decoded } from "./decode.ts";
import { isTooWideUnpacked } from "./unpacked-size.ts";

export interface TableRow {
  /** Counted from one, the preamble too. */
  readonly row: number;
  readonly cells: readonly string[];
  /** The last line of a text, where nothing ends it. */
  readonly isOpenEnded?: boolean;
  /** Lines below the first which a quoted cell took in. */
  readonly swallowed: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface Table {
  readonly sheet?: string;
  readonly rows: readonly TableRow[];
}

export interface TablesRead {
  readonly encoding: string;
  readonly tables: readonly Table[];
  readonly isDamaged: boolean;
  readonly isTooLarge: boolean;
  /** A workbook with a password, which nobody here can open. */
  readonly isLocked?: boolean;
}

/** XLSX or the old BIFF. */
export const isBook = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Some banks call a page of HTML a workbook. */
export const isPage = (text: string): boolean =>
  /^\s*<(?:!doctype html|html|head|meta|table)\b/i.test(text) && /<table\b/i.test(text);

export function readPage({ text, encoding, isDamaged }: Decoded): TablesRead {
  const read = { encoding, isDamaged, isTooLarge: false };
  try {
    const book = readBook(text, { type: "string", raw: true });
    return { ...read, tables: book.SheetNames.map((sheet) => ({ rows: rowsOf(book.Sheets[sheet]) })) };
  } catch {
    return { ...read, tables: [], isDamaged: true };
  }
}

export const tablesOf = ({ text, encoding, isDamaged }: Decoded): TablesRead => ({
  encoding,
  isDamaged,
  isTooLarge: false,
  tables: [{ rows: cut(text) }],
});

export function readSheets(bytes: Uint8Array): TablesRead {
  const encoding = bytes[0] === 0x50 ? "xlsx" : "xls";
  const nothing = { encoding, tables: [], isDamaged: false };
  if (encoding === "xlsx" && isTooWideUnpacked(bytes)) return { ...nothing, isTooLarge: true };
  try {
    const book = readBook(bytes, { type: "array", cellFormula: false, cellHTML: false });
    const tables = book.SheetNames.map((sheet) => ({ sheet, rows: rowsOf(book.Sheets[sheet]) }));
    return { ...nothing, tables, isTooLarge: false };
  } catch {
    if (isLocked(bytes)) return { ...nothing, isDamaged: false, isTooLarge: false, isLocked: true };
    // Invariant: SheetJS throws on a damaged or locked book and never gives half of one.
    return { ...nothing, isDamaged: true, isTooLarge: false };
  }
}

function rowsOf(sheet: Parameters<typeof utils.sheet_to_json>[0] | undefined): readonly TableRow[] {
  if (sheet === undefined || sheet["!ref"] === undefined) return [];
  const first = utils.decode_range(sheet["!ref"]).s.r;
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet, {
    header: 1,
    raw: false,
    defval: "",
    blankrows: true,
    dateNF: "yyyy-mm-dd hh:mm:ss",
  });
  return rows.map((cells, i) => ({
    row: first + i + 1,
    cells: cells.map((cell) => String(cell)),
    swallowed: [],
  }));
}

/** Lines cut into cells. A table that does not close its quotes is cut line by line. */
function cut(text: string): readonly TableRow[] {
  const raw = text.split(/\r\n|\n|\r/);
  const delimiter = delimiterOf(raw);
  // Some banks put a tab behind a closing quote, which then closes nothing for a reader of CSV.
  const lines = delimiter === "\t" ? raw : raw.map((one) => one.replace(/"\t+(?=,|;|$)/g, '"'));
  const line = (i: number): TableRow => {
    const text = lines[i] ?? "";
    const isOpenEnded = i === lines.length - 1 && text !== "";
    if (!text.includes('"')) return { row: i + 1, cells: text.split(delimiter), swallowed: [], isOpenEnded };
    const { data } = papaparse.parse<string[]>(text, { delimiter });
    return { row: i + 1, cells: data[0] ?? [], swallowed: [], isOpenEnded };
  };
  const rows: TableRow[] = [];
  for (let i = 0; i < lines.length; i++) {
    const end = endOfQuotes(lines, i, delimiter);
    if (end === i) {
      rows.push(line(i));
      continue;
    }
    const { data } = papaparse.parse<string[]>(lines.slice(i, end + 1).join("\n"), {
      delimiter,
      newline: "\n",
    });
    if (data.length !== 1) {
      rows.push(line(i));
      continue;
    }
    const swallowed = lines
      .slice(i + 1, end + 1)
      .map((below, j) => ({ row: i + j + 2, cells: below.split(delimiter) }));
    rows.push({ row: i + 1, cells: data[0] ?? [], swallowed });
    i = end;
  }
  return rows;
}

/** No cell of a statement has more lines; what runs on longer is a quote that was never closed. */
const cellLinesMax = 20;

/** The line on which the cells that begin on line `i` end; the line itself where nothing closes them. */
function endOfQuotes(lines: readonly string[], i: number, delimiter: string): number {
  let isOpen = leavesOpen(lines[i] ?? "", false, delimiter);
  if (!isOpen) return i;
  for (let end = i + 1; end < Math.min(lines.length, i + cellLinesMax); end++) {
    isOpen = leavesOpen(lines[end] ?? "", true, delimiter);
    if (!isOpen) return end;
  }
  return i;
}

/** Does a quote opened at the beginning of a cell stay open at the end of the line? */
function leavesOpen(line: string, wasOpen: boolean, delimiter: string): boolean {
  let isOpen = wasOpen;
  let isStart = !wasOpen;
  for (let i = 0; i < line.length; i++) {
    const isQuote = line[i] === '"';
    if (isOpen && isQuote && line[i + 1] === '"') i++;
    else if (isQuote && (isOpen || isStart)) isOpen = !isOpen;
    isStart = !isOpen && line[i] === delimiter;
  }
  return isOpen;
}

/** The one that makes the most cells in the line that has the most of any. */
function delimiterOf(lines: readonly string[]): string {
  const head = lines.slice(0, 60);
  const count = (delimiter: string) => Math.max(...head.map((line) => line.split(delimiter).length), 0);
  const [best] = [",", "\t", ";", "|"]
    .map((delimiter) => ({ delimiter, cells: count(delimiter) }))
    .sort((a, b) => b.cells - a.cells);
  return best?.delimiter ?? ",";
}

/** A locked workbook is an old container around one stream of that name. */
function isLocked(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (name.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
