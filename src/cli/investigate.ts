/** `chainbreak investigate`: from a folder of records to what happened, what is still open, and why. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { RecordFile, Row } from "../evidence/index.ts";
import { investigate as ask, type ToldText, toldShape } from "../investigate/index.ts";
import { Complaint, compareText } from "../model/index.ts";
import { renderInvestigate } from "../report/index.ts";
import { highsProgram } from "../solver/index.ts";
import { readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { notEmpty, type OriginalFile, sha256Of, writePack } from "./pack.ts";
import { printableLines } from "./printable-lines.ts";
import { complaintsOf, type ImportedFile } from "./records.ts";
import { readRecordsOf, unreadFile } from "./rows-file.ts";
import { typedPath } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface InvestigateOptions extends WorldOptions {
  readonly told?: string;
  readonly noneAt?: readonly string[];
  readonly rows?: boolean;
  readonly json?: boolean;
  /** The folder a pack is written to. */
  readonly out?: string;
}

/** Seconds one program may take; what is not proved by then says so. */
const secondsMax = 20;
/** Every file is read whole; more than this is no bill of one person. */
const fileBytesMax = 200e6;
const filesMax = 2_000;

export async function investigate(
  folder: string,
  options: InvestigateOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading(folder));
  const { outside } = terminal;
  const { cwd, today } = outside;
  const { asked, complaints, isUsage } = readAsked(options, cwd, { needsHeld: false, today });
  const records = readFolder(resolve(cwd, folder), cwd);
  const told = options.told === undefined ? undefined : readToldFile(options.told, cwd);
  sayComplaints([...complaints, ...records.complaints, ...(told?.complaints ?? [])], terminal);
  const { out } = options;
  const isTaken = out === undefined ? undefined : notEmpty(out, cwd);
  if (isTaken !== undefined) {
    sayComplaints([isTaken], terminal);
    return exitCodes.complaints;
  }
  if (asked === undefined) return isUsage ? exitCodes.usage : exitCodes.complaints;
  if (!records.isAnyRead || (told !== undefined && told.told === undefined)) return exitCodes.complaints;
  terminal.progress(words.reconstructing);
  const answer = ask({
    world: asked.world,
    rows: records.rows,
    files: records.files,
    ...(told?.told === undefined ? {} : { told: told.told, toldFile: basename(options.told ?? "") }),
    noneAt: new Set(
      [...(asked.world.person.noneAt ?? []), ...(options.noneAt ?? [])].flatMap((each) =>
        each.split(",").map((id) => id.trim()),
      ),
    ),
    solve: await highsProgram({ secondsMax }),
    zoneMinutes: zoneOfRegion(asked.world.person.region),
    wantsRows: options.rows === true,
  });
  if (out !== undefined) {
    const { faults, seal } = writePack({
      out: resolve(cwd, out),
      answer,
      world: asked.world,
      rows: records.rows,
      files: records.files,
      originals: records.originals,
      asked: [options.person, options.told].flatMap((each) =>
        each === undefined ? [] : [resolve(cwd, each)],
      ),
      at: outside.now?.() ?? today,
      version: terminal.version,
    });
    if (faults.length > 0) {
      sayComplaints(faults, terminal);
      return exitCodes.complaints;
    }
    terminal.warn(printable(words.packWritten(out, seal)));
  }
  if (options.json === true) terminal.say(JSON.stringify(answer, undefined, 2));
  else terminal.say(printableLines(renderInvestigate(answer, asked.world, { lang: terminal.lang })));
  return exitCodes.done;
}

/** Where a day begins for a file that names no zone; places with several are taken at the one most people live in. */
const zones: Readonly<Record<string, number>> = {
  cn: 480,
  sg: 480,
  hk: 480,
  jp: 540,
  in: 330,
  gb: 60,
  us: -300,
  br: -180,
};
const zoneOfRegion = (region: string | undefined): number => zones[region ?? ""] ?? 0;

interface FolderOfRecords {
  readonly rows: readonly Row[];
  readonly files: readonly RecordFile[];
  readonly complaints: readonly Complaint[];
  /** Is there a file whose kind is known? Without one there is nothing to answer from. */
  readonly isAnyRead: boolean;
  /** Hashed before they were read. */
  readonly originals: readonly OriginalFile[];
}

function readFolder(folder: string, cwd: string): FolderOfRecords {
  const rows: Row[] = [];
  const files: RecordFile[] = [];
  const complaints: Complaint[] = [];
  const originals: OriginalFile[] = [];
  let isAnyRead = false;
  const place = { file: typedPath(folder, cwd) };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return {
      rows,
      files,
      isAnyRead: false,
      originals,
      complaints: [
        new Complaint({
          code: "file/missing",
          place,
          message: "there is no such file or folder",
          help: "check the path",
        }),
      ],
    };
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort(compareText);
  if (names.length > filesMax)
    complaints.push(
      new Complaint({
        code: "file/too-large",
        place,
        message: `more than ${filesMax} files and folders; this one and what follows was not read`,
        help: "give a smaller folder",
      }),
    );
  for (const name of names.slice(0, filesMax)) {
    const path = join(folder, name);
    if ((statSync(path).size ?? 0) > fileBytesMax) {
      complaints.push(
        new Complaint({
          code: "file/too-large",
          place: { file: typedPath(path, cwd) },
          message: `the file is larger than ${fileBytesMax / 1e6} MB`,
          help: "give a smaller folder",
        }),
      );
      files.push(unreadFile(name));
      continue;
    }
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch {
      complaints.push(
        new Complaint({
          code: "file/unreadable",
          place: { file: typedPath(path, cwd) },
          message: "cannot be read",
          help: "check that you may read it",
        }),
      );
      files.push(unreadFile(name));
      continue;
    }
    originals.push({ name, path, bytes: bytes.length, sha256: sha256Of(bytes) });
    for (const { rows: found, file, imported } of readRecordsOf(name, bytes)) {
      for (const row of found) rows.push(row);
      files.push(file);
      isAnyRead ||= found.length > 0 || imported?.source !== null;
      if (imported !== undefined) complaints.push(...briefly(imported, typedPath(path, cwd)));
    }
  }
  if (!isAnyRead)
    complaints.push(
      new Complaint({
        code: "file/nothing-read",
        place,
        message: "no file of records was found",
        help: "give a folder with statements, bills, lists of texts and calls",
      }),
    );
  return { rows, files, complaints, isAnyRead, originals };
}

/** What a file's reader complains of; of rows that could not be read only how many, for `import` tells which. */
function briefly(imported: ImportedFile, path: string): readonly Complaint[] {
  const all = complaintsOf({ ...imported, file: path });
  const others = all.filter(({ code }) => code !== "record/unreadable-row");
  const unread = all.length - others.length;
  const told =
    unread === 0
      ? []
      : [
          new Complaint({
            code: "record/unreadable-row",
            place: { file: path },
            message: `${unread} row${unread === 1 ? "" : "s"} could not be read`,
            help: `\`chainbreak import ${path}\` tells which`,
          }),
        ];
  return [...others, ...told].map(
    ({ code, place, sentence: message, help }) =>
      new Complaint({ code, place, message, severity: "warning", ...(help === undefined ? {} : { help }) }),
  );
}

function readToldFile(
  path: string,
  cwd: string,
): { readonly told: ToldText | undefined; readonly complaints: readonly Complaint[] } {
  const place = { file: path };
  const fault = (message: string, help: string, code: "file/unreadable" | "shape/bad-text") => ({
    told: undefined,
    complaints: [new Complaint({ code, place, message, help })],
  });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(cwd, path), "utf8"));
  } catch {
    return fault("cannot be read", "give a JSON file: a list of { at, by, says }", "file/unreadable");
  }
  const read = toldShape.safeParse(value);
  if (!read.success)
    return fault(
      "`told` is not what is expected here",
      "give a JSON file: a list of { at, by, says }",
      "shape/bad-text",
    );
  return { told: read.data, complaints: [] };
}
