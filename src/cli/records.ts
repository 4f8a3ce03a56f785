/**
 * Files of records at the command line: read from the disk, told as complaints, and shaped as `import --json` prints them.
 * A file that is not there or cannot be opened is told in the same shape, so that no file asked for is missing in the list.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileBytesMax, type Layout, readMapping, readRecordFile } from "../intake/index.ts";
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
  /** What was taken for what, where that was guessed. */
  readonly mapping?: unknown;
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly ImportComplaint[];
}

export interface ImportWith {
  readonly passwords?: readonly string[];
  readonly mapping?: Layout;
}

/** `file` is how whoever asked calls it, `path` where it lies. One for each file inside, and never none. */
export async function importFile(
  file: string,
  path: string,
  given: ImportWith = {},
): Promise<readonly ImportedFile[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [unread(file, "file/missing", "there is no such file or folder")];
  if (!found.isFile()) return [unread(file, "file/unreadable", "cannot be read")];
  if (found.size > fileBytesMax)
    return [unread(file, "record/too-large", `the file is larger than ${fileBytesMax / 1024 / 1024} MB`)];
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return [unread(file, "file/unreadable", "cannot be read")];
  }
  const beside = given.mapping === undefined ? readMappingBeside(path) : {};
  if (beside.fault !== undefined)
    return [unread(file, "record/bad-mapping", "the mapping beside it cannot be read", beside.fault)];
  return importBytes(file, bytes, { ...given, ...beside });
}

const unread = (file: string, code: ComplaintCode, message: string, about?: string): ImportedFile => ({
  file,
  source: null,
  encoding: null,
  declared: {},
  rows: [],
  complaints: [{ at: { row: 1 }, code, message, ...(about === undefined ? {} : { about }) }],
});

export async function importBytes(
  file: string,
  bytes: Uint8Array,
  given: ImportWith = {},
): Promise<readonly ImportedFile[]> {
  const read = await readRecordFile({ file, bytes, ...given });
  return read.map(({ file: name, source, encoding, declared, mapping, rows, complaints }) => ({
    file: name,
    source: source ?? null,
    encoding: encoding ?? null,
    declared,
    ...(mapping === undefined ? {} : { mapping }),
    rows: rows.map((row) => ({ ...row, at: within(row.at) })),
    complaints: complaints.map((complaint) => ({ ...complaint, at: within(complaint.at) })),
  }));
}

const within = ({ sheet, row }: RecordPlace): Within => ({ ...(sheet === undefined ? {} : { sheet }), row });

/** Which file beside a table says what its columns mean. */
const besideName = (path: string): string => `${path}.mapping.json`;
const mappingBytesMax = 100_000; // a mapping names a dozen columns

/** `fault`: where the mapping is none. */
export function readMappingFile(path: string): { readonly mapping?: Layout; readonly fault?: string } {
  let value: unknown;
  try {
    if (statSync(path).size > mappingBytesMax) return { fault: "size" };
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch {
    return { fault: "JSON" };
  }
  const { layout, fault } = readMapping(value);
  return layout === undefined ? { fault: fault ?? "" } : { mapping: layout };
}

const readMappingBeside = (path: string) =>
  existsSync(besideName(path)) ? readMappingFile(besideName(path)) : {};

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
