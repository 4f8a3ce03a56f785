/**
 * What stands in somebody's file? Known by its content, never by its name. Every line after the header is a row, a
 * complaint, or one of the few things that are neither: blank, a rule of dashes, a sum. The lines above and below are
 * what the file says of itself, and what was read is held against it.
 *
 * Cost: linear in the file; one of `fileBytesMax` takes seconds.
 */
import type {
  DeclaredRecords,
  RecordComplaint,
  RecordFault,
  RecordRow,
  RecordsRead,
} from "../model/index.ts";
import { declaredIn, reconcile } from "./declared.ts";
import { headerWord, type Layout, layouts } from "./layout.ts";
import { readRow } from "./read-row.ts";
import { readTables, type Table, type TableRow } from "./table.ts";

/** A year of anybody's bills is a twentieth of this. */
export const fileBytesMax = 64 * 1024 * 1024;

export interface RecordFileText {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What somebody says of the columns; wins over what we know. */
  readonly mapping?: Layout;
}

export function readRecords({ file, bytes, mapping }: RecordFileText): RecordsRead {
  const whole = (code: RecordFault, message: string): RecordsRead => ({
    declared: {},
    rows: [],
    complaints: [{ at: { file, row: 1 }, code, message }],
  });
  if (bytes.length > fileBytesMax) return whole("record/too-large", "the file is larger than 64 MB");
  const { encoding, tables, isDamaged, isTooLarge } = readTables(bytes);
  if (isTooLarge) return whole("record/too-large", "the file is larger than 256 MB when unpacked");
  const known = mapping === undefined ? layouts : [mapping];
  const read = tables.flatMap((table) => readTable(file, table, known) ?? []);
  const [first] = read;
  const damaged: readonly RecordComplaint[] = isDamaged
    ? [
        {
          at: { file, row: 1 },
          code: "record/bad-bytes",
          message: "parts of the file are in no encoding we know",
        },
      ]
    : [];
  if (first === undefined) {
    const unknown = whole("record/unknown-layout", "no header in the file is one we know");
    return { ...unknown, encoding, complaints: [...damaged, ...unknown.complaints] };
  }
  return {
    source: first.source,
    encoding,
    declared: first.declared,
    rows: read.flatMap(({ rows }) => rows),
    complaints: [...damaged, ...read.flatMap(({ complaints }) => complaints)],
  };
}

interface TableReading {
  readonly source: string;
  readonly declared: DeclaredRecords;
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly RecordComplaint[];
}

function readTable(file: string, table: Table, known: readonly Layout[]): TableReading | undefined {
  const found = findHeader(table.rows, known);
  if (found === undefined) return undefined;
  const { layout, header, index } = found;
  const above = table.rows.slice(0, index).map(textOf);
  const below: string[] = [];
  const rows: RecordRow[] = [];
  const complaints: RecordComplaint[] = [];
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
  const titleText = above.join("\n");
  const complain = (row: number, fault: { readonly message: string; readonly about?: string }) =>
    complaints.push({ at: { file, ...sheet, row }, code: "record/unreadable-row", ...fault });
  for (const { row, cells, swallowed } of table.rows.slice(index + 1)) {
    const read = readRow({ cells, header, layout, titleText, at: { file, ...sheet, row } });
    if (read.kind === "row") rows.push(read.row);
    else if (isBeside(cells)) below.push(cells.join(" "));
    else complain(row, read.fault);
    // A description may run over lines; what has the shape of a row was one before a stray quote took it in.
    for (const inside of swallowed)
      if (read.kind !== "row" || inside.cells.length * 2 >= layout.header.length)
        complain(inside.row, { message: "a quote above takes this row in" });
  }
  const declared = declaredIn([...above, ...below].join("\n"), layout.zone);
  complaints.push(...reconcile({ file, declared, rows, complaints }));
  return { source: layout.source, declared, rows, complaints };
}

/** A header stands among the first rows, or the file is something else. */
const headerRowsMax = 100;

function findHeader(rows: readonly TableRow[], known: readonly Layout[]) {
  for (const [index, { cells }] of rows.slice(0, headerRowsMax).entries()) {
    const header = cells.map(headerWord);
    const words = new Set(header);
    const fits = known.filter((layout) => layout.header.every((word) => words.has(word)));
    const [layout] = fits.sort((a, b) => b.header.length - a.header.length);
    if (layout !== undefined) return { layout, header, index };
  }
  return undefined;
}

const textOf = ({ cells }: TableRow): string => cells.join(" ");

/** Blank, a rule of dashes, a remark, a sum, the spreadsheet's own `Column1`; what an account says of itself in a footer. */
function isBeside(cells: readonly string[]): boolean {
  const text = cells.join(" ").trim();
  return (
    text === "" ||
    /^[-—=_*]{3,}/.test(text) ||
    /^Column1\s+Column2/.test(text) ||
    /^["#]*\s*(?:#|以上|人民币合计|合计|总计|共计?[:：\d]|导出|收入合计|支出合计|已收入|待收入|已支出|待支出|姓名[:：]|支付宝账户[:：]|起始[时日][间期]|用户[:：]|特别提示|注[:：]|total)/i.test(
      text,
    )
  );
}
