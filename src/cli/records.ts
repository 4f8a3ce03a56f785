/**
 * Files of records at the command line: read from the disk, told as complaints, and shaped as `import --json` prints them.
 * A file that is not there or cannot be opened is told in the same shape, so that no file asked for is missing in the list.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileBytesMax, type Layout, readMapping, readRecordFile } from "../intake/index.ts";
import type { ComplaintCode, RecordPlace, RecordRow, RecordsRead } from "../model/index.ts";

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
