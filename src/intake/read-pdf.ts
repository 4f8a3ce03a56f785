/**
 * The text layer of a PDF as a table. A page knows words and where they stand, and no columns: these follow from the header,
 * the row of words that a layout or a guess takes for one. A word belongs to the column it lies under; what is printed below
 * a row and has neither day nor sum continues it.
 *
 * pdf.js is loaded when a PDF is met. Cost: about 30 ms a page.
 */
import type { RecordFault, RecordsRead } from "../model/index.ts";
import { guessLayout } from "./guess.ts";
import type { Layout } from "./layout.ts";
import { layouts } from "./layouts.ts";
import { readAll, wholly } from "./read-records.ts";
import { findHeader, isTotal } from "./read-table.ts";
import type { Table, TableRow } from "./table.ts";

export const isPdf = (head: string): boolean => head.startsWith("%PDF-");

const pagesMax = 500; // a statement of ten years

/** Why nothing is read of it. */
const refusals = {
  locked: ["record/locked", "the PDF has a password"],
  wrong: ["record/wrong-password", "the password does not open it"],
  damaged: ["record/cut-short", "the PDF cannot be opened"],
  long: ["record/too-large", `the PDF has more than ${pagesMax} pages`],
} as const satisfies Readonly<Record<string, readonly [RecordFault, string]>>;

export async function readPdf(given: {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
  readonly mapping?: Layout;
}): Promise<RecordsRead> {
  const { file, mapping } = given;
  const opened = await open(given.bytes, given.passwords);
  if (typeof opened === "string") {
    const [code, message] = refusals[opened];
    return wholly(file, code, message);
  }
  const lines = opened.flatMap((words, page) => linesOf(words, page));
  if (lines.length === 0) return wholly(file, "record/no-text", "the pages are pictures without text");
  return readAll({
    file,
    mapping,
    encoding: "pdf",
    isDamaged: false,
    tables: [tableOf(lines, mapping === undefined ? layouts : [mapping])],
  });
}

interface Word {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

async function open(
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<readonly (readonly Word[])[] | keyof typeof refusals> {
  const { extractTextItems, getDocumentProxy } = await import("unpdf");
  for (const password of passwords.length === 0 ? [undefined] : passwords) {
    try {
      // pdf.js takes the bytes it is given for its own.
      const pdf = await getDocumentProxy(bytes.slice(), {
        verbosity: 0,
        ...(password === undefined ? {} : { password }),
      });
      if (pdf.numPages > pagesMax) return "long";
      const { items } = await extractTextItems(pdf);
      return items;
    } catch (thrown) {
      if (!(thrown instanceof Error) || thrown.name !== "PasswordException") return "damaged";
    }
  }
  return passwords.length === 0 ? "locked" : "wrong";
}

interface Cell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What it was put together from. */
  readonly parts?: readonly Cell[];
}

interface Line {
  readonly page: number;
  readonly y: number;
  readonly cells: readonly Cell[];
}

/** Words at one height, from left to right; those that nearly touch are one cell. */
function linesOf(words: readonly Word[], page: number): readonly Line[] {
  const sorted = words.filter(({ str }) => str.trim() !== "").toSorted((a, b) => b.y - a.y || a.x - b.x);
  const lines: Word[][] = [];
  for (const word of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs((line[0]?.y ?? 0) - word.y) <= sizeOf(word) * 0.4) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => ({ page, y: line[0]?.y ?? 0, cells: cellsOf(line) }));
}

const sizeOf = ({ fontSize, height }: Word): number => fontSize || height || 10;

function cellsOf(line: readonly Word[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const word of line.toSorted((a, b) => a.x - b.x)) {
    const { str, x, width } = word;
    const part: Cell = { text: str, from: x, to: x + width };
    const before = cells.at(-1);
    const gap = before === undefined ? Number.POSITIVE_INFINITY : x - before.to;
    if (before === undefined || gap > sizeOf(word) * 0.7) cells.push({ ...part, parts: [part] });
    else
      cells[cells.length - 1] = {
        text: before.text + (gap > sizeOf(word) * 0.15 ? " " : "") + str,
        from: before.from,
        to: part.to,
        parts: [...(before.parts ?? []), part],
      };
  }
  return cells;
}

const headersTried = 80;
/** Words of a header break over no more lines than this. */
const headerLinesMax = 3;

function tableOf(lines: readonly Line[], known: readonly Layout[]): Table {
  const heads = lines.slice(0, headersTried).flatMap((_, i) =>
    Array.from({ length: headerLinesMax }, (__, more) => ({
      from: i,
      to: i + more,
      cells: stacked(lines.slice(i, i + more + 1)),
    })),
  );
  const isKnown = ({ cells }: Heads) =>
    findHeader([rowOf(0, textsOf(cells))], known)?.layout.cells === undefined &&
    findHeader([rowOf(0, textsOf(cells))], known) !== undefined;
  const found = heads.find(isKnown);
  if (found !== undefined) return under(lines, found);
  for (const head of heads) {
    if (head.cells.length < 3) continue;
    const table = under(lines, head);
    if (guessLayout({ rows: table.rows.slice(head.from) }) !== undefined) return table;
  }
  return { rows: lines.map(({ cells }, i) => rowOf(i, textsOf(cells))) };
}

interface Heads {
  /** The first and the last of its lines. */
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Cell[];
}

const textsOf = (cells: readonly Cell[]): readonly string[] => cells.map(({ text }) => text);
const rowOf = (i: number, cells: readonly string[]): TableRow => ({ row: i + 1, cells, swallowed: [] });

/** Cells above each other as one, the upper words first. */
function stacked(lines: readonly Line[]): readonly Cell[] {
  let found: readonly Cell[] = [];
  for (const { cells } of lines)
    for (const cell of cells) {
      const over = found.filter(({ from, to }) => Math.min(to, cell.to) > Math.max(from, cell.from));
      const whole = [...over, cell].reduce((one, other) => ({
        text: [one.text, other.text].join(" "),
        from: Math.min(one.from, other.from),
        to: Math.max(one.to, other.to),
      }));
      found = [...found.filter((one) => !over.includes(one)), whole];
    }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Points between a row's line and the farthest of a cell's own: four lines of small print. */
const heightMax = 44;

/** Everything below the header put into its columns; the header of the next page is left out. */
function under(lines: readonly Line[], { from, to, cells: heads }: Heads): Table {
  const printed = new Set(lines.slice(from, to + 1).map(({ cells }) => textsOf(cells).join("\n")));
  const placed = lines.slice(to + 1).flatMap((line, i) => {
    if (printed.has(textsOf(line.cells).join("\n"))) return [];
    const cells = heads.map(() => "");
    for (const cell of line.cells.flatMap((one) => splitAt(one, heads))) {
      const column = columnOf(cell, heads);
      cells[column] = [cells[column], cell.text].filter((text) => text !== "").join(" ");
    }
    return [{ ...line, cells, i: to + 1 + i }];
  });
  const owners = ownersOf(placed);
  const rows = placed.filter(({ cells }) => !continues(cells));
  const texts = rows.map(({ cells }) => cells.map(() => [] as string[]));
  for (const [i, line] of placed.entries()) {
    const own = owners[i] ?? -1;
    const row = rows[own];
    // Far from any row, or where a row begins, stands what belongs to the page.
    const isOfPage =
      row !== line && (row === undefined || Math.abs(row.y - line.y) > heightMax || line.cells[0] !== "");
    if (isOfPage) continue;
    for (const [column, text] of line.cells.entries()) if (text !== "") texts[own]?.[column]?.push(text);
  }
  return {
    rows: [
      ...lines.slice(0, from).map(({ cells }, i) => rowOf(i, textsOf(cells))),
      rowOf(to, textsOf(heads)),
      ...rows.map(({ i }, own) =>
        rowOf(
          i,
          (texts[own] ?? []).map((parts) => parts.join(" ")),
        ),
      ),
    ],
  };
}

interface Placed {
  readonly page: number;
  readonly y: number;
  readonly cells: readonly string[];
}

/**
 * Of each line the row it belongs to, by index: between two rows the widest gap parts what continues the upper from what
 * stands above the middle of the lower.
 */
function ownersOf(lines: readonly Placed[]): readonly number[] {
  const owners = lines.map(() => -1);
  const mains = lines.flatMap(({ cells }, i) => (continues(cells) ? [] : [i]));
  for (const [own, at] of mains.entries()) {
    owners[at] = own;
    const next = mains[own + 1] ?? lines.length;
    const gaps = Array.from({ length: next - at - (next === lines.length ? 1 : 0) }, (_, i) =>
      gap(lines, at + i),
    );
    const widest = next === lines.length ? gaps.length : gaps.indexOf(Math.max(...gaps));
    for (let i = at + 1; i < next; i++) owners[i] = i - at <= widest ? own : own + 1;
  }
  const first = mains[0] ?? 0;
  for (let i = 0; i < first; i++) owners[i] = 0;
  return owners;
}

const gap = (lines: readonly Placed[], i: number): number => {
  const [one, next] = [lines[i], lines[i + 1]];
  if (one === undefined || next === undefined) return 0;
  return one.page === next.page ? one.y - next.y : Number.POSITIVE_INFINITY;
};

/** What names no day is no row but more of one, or a sum. */
const continues = (cells: readonly string[]): boolean =>
  !cells.some((cell) => day.test(cell)) && !isTotal(cells.join(" ").trim());
const day = /\d{1,4}[-/.年]\d{1,2}|(?<!\d)20\d{6}(?!\d)|\d{1,2}[ -][A-Za-z]{3}/;

/** Words that nearly touch and lie under different heads are of different columns. */
function splitAt({ parts = [], ...whole }: Cell, heads: readonly Cell[]): readonly Cell[] {
  const pieces: { cell: Cell; head: number }[] = [];
  for (const part of parts) {
    const over = heads.findIndex((head) => Math.min(part.to, head.to) - Math.max(part.from, head.from) > 0);
    const last = pieces.at(-1);
    if (last === undefined || (over >= 0 && last.head >= 0 && over !== last.head))
      pieces.push({ cell: part, head: over });
    else {
      const gap = part.from - last.cell.to > 1 ? " " : "";
      last.cell = { text: last.cell.text + gap + part.text, from: last.cell.from, to: part.to };
      if (last.head < 0) last.head = over;
    }
  }
  return pieces.length < 2 ? [whole] : pieces.map(({ cell }) => cell);
}

/** Where it overlaps most; else where numbers end, and words begin, as their heads do. */
function columnOf({ from, to }: Cell, heads: readonly Cell[]): number {
  const over = heads.map((head) => Math.min(to, head.to) - Math.max(from, head.from));
  const most = Math.max(...over);
  if (most > 0) return over.indexOf(most);
  const away = heads.map((head) => Math.min(Math.abs(from - head.from), Math.abs(to - head.to)));
  return away.indexOf(Math.min(...away));
}
