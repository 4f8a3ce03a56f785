/**
 * Files somebody dropped, read as `chainbreak import` reads them: what each one is, how much of it was read, what was not
 * and why. A row that is in two files counts once. Nothing here knows where the bytes came from.
 */
import {
  printedRecords,
  type RecordFile,
  type Row,
  type RowRepeated,
  type RowsFile,
  rowsFileOf,
} from "../../../src/evidence/index.ts";
import { complaintsOf, holdTogether, readRecordFile } from "../../../src/intake/index.ts";
import type { Complaint, ComplaintCode } from "../../../src/model/index.ts";

/** One file of records; an archive or a mailbox holds several. */
export interface PartRead {
  readonly records: RowsFile;
  readonly encoding: string | undefined;
  readonly holder: string | undefined;
  readonly complaints: readonly Complaint[];
}

export async function readDropped(
  file: string,
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<readonly PartRead[]> {
  const printed = printedRecords(bytes);
  if (printed !== undefined)
    return printed.map((records) => ({ records, encoding: undefined, holder: undefined, complaints: [] }));
  const read = await readRecordFile({ file, bytes, passwords });
  return read.map((one) => ({
    records: rowsFileOf(
      { ...one, rows: one.rows.map((row) => ({ ...row, at: { sheet: row.at.sheet, row: row.at.row } })) },
      one.file,
    ),
    encoding: one.encoding,
    holder: one.declared.holder,
    complaints: complaintsOf(one),
  }));
}

/** Everything that was dropped, as an investigation takes it. */
export interface Together {
  readonly rows: readonly Row[];
  readonly repeats: readonly RowRepeated[];
  readonly files: readonly RecordFile[];
  /** What only several files together tell, by file. */
  readonly complaints: readonly Complaint[];
}

export function together(parts: readonly PartRead[]): Together {
  const held = holdTogether(
    parts.map(({ records: { file, rows }, holder }) => ({
      file: file.file,
      source: file.source,
      declared: holder === undefined ? {} : { holder },
      rows,
    })),
  );
  return { ...held, files: parts.map(({ records }) => records.file) };
}

/** How much of a file was read: all rows; not all; none; none, for want of a password. */
export type ReadState = "all" | "part" | "none" | "locked";

const isLocked = ({ code }: Complaint): boolean =>
  code === "record/locked" || code === "record/wrong-password";

export function stateOf({ records, complaints }: Pick<PartRead, "records" | "complaints">): ReadState {
  if (complaints.some(isLocked)) return "locked";
  if (records.rows.length === 0) return "none";
  return complaints.some(({ severity, code }) => severity === "error" || lessens.has(code)) ? "part" : "all";
}

/** Nothing was misread, and something may be missing. */
const lessens: ReadonlySet<ComplaintCode> = new Set(["record/filtered", "record/outside-period"]);

/** Rows of the file that were not read. */
export const unreadRows = (complaints: readonly Complaint[]): number =>
  complaints.filter(({ code }) => code === "record/unreadable-row").length;
