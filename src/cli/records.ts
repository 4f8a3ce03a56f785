/**
 * Files of records at the command line: read from the disk, told as complaints, and shaped as `import --json` prints them.
 * A file that is not there or cannot be opened is told in the same shape, so that no file asked for is missing in the list.
 */
import { readFileSync, statSync } from "node:fs";
import { fileBytesMax, readRecords } from "../intake/index.ts";
import {
  Complaint,
  type ComplaintCode,
  type ComplaintPlace,
  type RecordFault,
  type RecordPlace,
  type RecordRow,
  type RecordsRead,
} from "../model/index.ts";

type Within = Omit<RecordPlace, "file">;

interface ImportComplaint {
  readonly at: Within;
  readonly code: ComplaintCode;
  readonly message: string;
  readonly about?: string;
}

/** One file as `import --json` prints it. `null`: it is in no layout, or no encoding, that is known. */
export interface ImportedFile {
  readonly file: string;
  readonly source: string | null;
  readonly encoding: string | null;
  readonly declared: RecordsRead["declared"];
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly ImportComplaint[];
}

/** `file` is how whoever asked calls it, `path` where it lies. */
export function importFile(file: string, path: string): ImportedFile {
  const none = (code: ComplaintCode, message: string): ImportedFile => ({
    file,
    source: null,
    encoding: null,
    declared: {},
    rows: [],
    complaints: [{ at: { row: 1 }, code, message }],
  });
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return none("file/missing", "there is no such file or folder");
  if (!found.isFile()) return none("file/unreadable", "cannot be read");
  if (found.size > fileBytesMax)
    return none("record/too-large", `the file is larger than ${fileBytesMax / 1024 / 1024} MB`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return none("file/unreadable", "cannot be read");
  }
  return importBytes(file, bytes);
}

export function importBytes(file: string, bytes: Uint8Array): ImportedFile {
  const { source, encoding, declared, rows, complaints } = readRecords({ file, bytes });
  return {
    file,
    source: source ?? null,
    encoding: encoding ?? null,
    declared,
    rows: rows.map((row) => ({ ...row, at: within(row.at) })),
    complaints: complaints.map((complaint) => ({ ...complaint, at: within(complaint.at) })),
  };
}

const within = ({ sheet, row }: RecordPlace): Within => ({ ...(sheet === undefined ? {} : { sheet }), row });

const helps: Readonly<Record<RecordFault, string>> = {
  "record/too-large": "export a shorter period",
  "record/unknown-layout": "give the file as the bank, wallet or carrier exports it: CSV, XLSX or XLS",
  "record/unreadable-row": "look at this row in the file itself: no answer counts it",
  "record/count-differs": "export the file again, and do not edit it",
  "record/outside-period": "export the file again, and do not edit it",
  "record/filtered": "export all kinds of transactions",
  "record/no-rows": "export the period in question",
  "record/bad-bytes": "export the file again; a locked workbook is saved without its password first",
  "record/odd-hour": "ask the bank for the exact time, if it matters",
  "record/cut-short": "download or export the file again",
  "record/locked": "type the password when asked, or give it with `--password-file`; it is not kept",
  "record/wrong-password": "look up the password in the message the file came with",
  "record/unsafe-archive": "unpack it yourself where nothing can be hurt, and give the files",
  "record/refused-markup": "export the file again from the bank or phone itself",
  "record/no-text": "export it as CSV or XLSX, or ask the bank for a list",
  "record/formula": "nothing of it was carried out; do not open the file in a spreadsheet",
  "record/mixed-zones": "check the times of the rows against a second source",
  "record/guessed-columns": "check them, then save a mapping with `--save-mapping FILE`",
  "record/bad-mapping": "see docs/reference/records.md",
  "record/repeated": "nothing to do: each counts once",
  "record/another-holder": "give only records of one person",
};

/** What makes an answer no worse, only less: nothing was misread. */
const milder: ReadonlySet<ComplaintCode> = new Set([
  "record/outside-period",
  "record/filtered",
  "record/no-rows",
  "record/odd-hour",
  "record/formula",
  "record/mixed-zones",
  "record/guessed-columns",
  "record/repeated",
  "record/another-holder",
]);

const isFault = (code: ComplaintCode): code is RecordFault => code in helps;

/** What a file's reader complains of, as this door tells it. */
export function complaintsOf({ file, complaints }: ImportedFile): readonly Complaint[] {
  return complaints.map(({ at, code, message, about }) => {
    const place: ComplaintPlace =
      at.sheet === undefined ? { file, line: at.row } : { file: `${file}[${at.sheet}]`, line: at.row };
    return new Complaint({
      code,
      place: code.startsWith("file/") ? { file } : place,
      message: about === undefined ? message : `${message}: \`${about}\``,
      help: isFault(code) ? helps[code] : "check the path",
      severity: milder.has(code) ? "warning" : "error",
    });
  });
}
