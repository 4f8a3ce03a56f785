/** A folder of records as an investigation takes it: every file read or told, a row that stands in two of them counted once. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  printedRecords,
  type RecordFile,
  type Row,
  type RowRepeated,
  type RowsFile,
  rowsFileOf,
  unreadFile,
} from "../evidence/index.ts";
import { complaintsOf, fileBytesMax, holdTogether } from "../intake/index.ts";
import { toldShape } from "../investigate/index.ts";
import { Complaint, type ComplaintCode, compareText } from "../model/index.ts";
import { type OriginalFile, sha256OfFile } from "./pack.ts";
import { withTyped } from "./passwords.ts";
import { type ImportedFile, importFile } from "./records.ts";
import { typedPath } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

const filesMax = 2_000;

export interface FolderOfRecords {
  readonly rows: readonly Row[];
  readonly repeats: readonly RowRepeated[];
  readonly files: readonly RecordFile[];
  readonly complaints: readonly Complaint[];
  /** Is there a file whose kind is known? Without one there is nothing to answer from. */
  readonly isAnyRead: boolean;
  /** Where they are wanted: every file that could be read, hashed before it was. */
  readonly originals: readonly OriginalFile[];
}

interface Reading {
  readonly passwords: readonly string[];
  /** To hash every file costs another look at it: only a pack needs that. */
  readonly wantsOriginals: boolean;
  readonly terminal: Terminal;
  /** Where what is told lies, as a whole path: it may lie among the records, and is none. */
  readonly told?: string;
}

export async function readRecordsFolder(folder: string, reading: Reading): Promise<FolderOfRecords> {
  const file = typedPath(folder, reading.terminal.outside.cwd);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isFile() === true) return readFiles(dirname(folder), [basename(folder)], reading);
  if (found?.isDirectory() !== true)
    return nothingRead(complaint("file/missing", file, "there is no such file or folder", "check the path"));
  const names = filesIn(folder);
  if (names.length > filesMax)
    return nothingRead(
      complaint(
        "file/too-large",
        file,
        `more than ${filesMax} files: none was read`,
        "give a smaller folder",
      ),
    );
  return readFiles(folder, names, reading);
}

const nothingRead = (why: Complaint): FolderOfRecords => ({
  rows: [],
  repeats: [],
  files: [],
  complaints: [why],
  isAnyRead: false,
  originals: [],
});

/**
 * Every file in it and in the folders in it, by its way from there; what is hidden, and what mappings are saved in, is no
 * record. A link to a folder is looked into as the folder is, and no folder twice: links may lead in a circle.
 */
function filesIn(folder: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const waiting = [""];
  for (
    let within = waiting.shift();
    within !== undefined && found.length <= filesMax;
    within = waiting.shift()
  ) {
    const whole = join(folder, within);
    const real = realpathSync(whole);
    if (seen.has(real)) continue;
    seen.add(real);
    for (const name of readdirSync(whole).sort(compareText)) {
      if (name.startsWith(".") || name.endsWith(".mapping.json")) continue;
      const path = join(within, name);
      const kind = statSync(join(folder, path), { throwIfNoEntry: false });
      if (kind?.isDirectory() === true) waiting.push(path);
      // A link that leads nowhere is told as a file that is not there.
      else if (kind === undefined || kind.isFile()) found.push(path);
    }
  }
  return found.sort(compareText);
}

async function readFiles(
  folder: string,
  names: readonly string[],
  { passwords, wantsOriginals, terminal, told: toldPath }: Reading,
): Promise<FolderOfRecords> {
  const complaints: Complaint[] = [];
  const read: OneFile[] = [];
  const originals: OriginalFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (path === toldPath) continue;
    if (isTold(path)) {
      const typed = typedPath(path, terminal.outside.cwd);
      const how = `give it with \`--told ${typed}\``;
      complaints.push(
        complaint(
          "file/is-told",
          typed,
          "what somebody tells, and no record: it was left out",
          how,
          "warning",
        ),
      );
      continue;
    }
    if (wantsOriginals) originals.push(...originalOf(folder, name));
    const one = await readOne(path, name, passwords, terminal);
    read.push(...one.read);
    complaints.push(...one.complaints);
  }
  const told = read.map(({ records: { file: about, rows }, holder }) => ({
    file: typedPath(join(folder, about.file), terminal.outside.cwd),
    source: about.source,
    declared: holder === undefined ? {} : { holder },
    rows,
  }));
  const { rows, repeats, complaints: together } = holdTogether(told);
  complaints.push(...together);
  const isAnyRead = read.some(({ records, isKnown }) => isKnown || records.rows.length > 0);
  if (!isAnyRead)
    complaints.push(
      complaint(
        "file/nothing-read",
        typedPath(folder, terminal.outside.cwd),
        "no file of records was found",
        "give a folder with statements, bills, lists of texts and calls",
      ),
    );
  return { rows, repeats, files: read.map(({ records }) => records.file), complaints, isAnyRead, originals };
}

/** None where it cannot be read: its reader says so. */
function originalOf(folder: string, name: string): readonly OriginalFile[] {
  const path = join(folder, name);
  try {
    const { size: bytes } = statSync(path);
    return bytes > fileBytesMax ? [] : [{ name, path, bytes, sha256: sha256OfFile(path) }];
  } catch {
    return [];
  }
}

interface OneFile {
  readonly records: RowsFile;
  readonly isKnown: boolean;
  readonly holder?: string;
}

async function readOne(
  path: string,
  name: string,
  passwords: readonly string[],
  terminal: Terminal,
): Promise<{ readonly read: readonly OneFile[]; readonly complaints: readonly Complaint[] }> {
  const typed = typedPath(path, terminal.outside.cwd);
  const printed = printedAt(path);
  if (printed !== undefined)
    return { read: printed.map((records) => ({ records, isKnown: true })), complaints: [] };
  const again = (with_: readonly string[]) => importFile(name, path, { passwords: with_ });
  const imported = await withTyped(typed, again, passwords, terminal);
  return {
    read: imported.map((one) => ({
      records: one.complaints.some(({ code }) => code.startsWith("file/"))
        ? { rows: [], file: unreadFile(one.file) }
        : rowsFileOf(one, one.file),
      isKnown: one.source !== null,
      ...(one.declared.holder === undefined ? {} : { holder: one.declared.holder }),
    })),
    complaints: imported.flatMap((one) => briefly(one, typed + one.file.slice(name.length))),
  };
}

function printedAt(path: string): readonly RowsFile[] | undefined {
  try {
    // What was printed of a large file is larger than it.
    if (statSync(path).size > fileBytesMax * 4) return undefined;
    return printedRecords(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** A statement is some thousand letters; a longer file is looked into by whoever reads records. */
const toldBytesMax = 1_000_000;

/** Whether it is what somebody tells, by what stands in it. */
function isTold(path: string): boolean {
  try {
    if (statSync(path).size > toldBytesMax) return false;
    const text = readFileSync(path, "utf8");
    if (!/^\uFEFF?\s*\[/.test(text)) return false;
    const found = toldShape.safeParse(JSON.parse(text));
    return found.success && found.data.length > 0;
  } catch {
    return false;
  }
}

const complaint = (
  code: ComplaintCode,
  file: string,
  message: string,
  help: string,
  severity: "error" | "warning" = "error",
): Complaint => new Complaint({ code, place: { file }, message, help, severity });

/** What a file's reader complains of; of rows that could not be read only how many, for `import` tells which. */
function briefly(imported: ImportedFile, path: string): readonly Complaint[] {
  const all = complaintsOf({ ...imported, file: path });
  const others = all.filter(({ code }) => code !== "record/unreadable-row");
  const unread = all.length - others.length;
  const told =
    unread === 0
      ? []
      : [
          complaint(
            "record/unreadable-row",
            path,
            `${unread} row${unread === 1 ? "" : "s"} could not be read`,
            `\`chainbreak import ${path}\` tells which`,
          ),
        ];
  return [...others, ...told].map(
    ({ code, place, sentence: message, help }) =>
      new Complaint({ code, place, message, severity: "warning", ...(help === undefined ? {} : { help }) }),
  );
}
