/** `chainbreak import`: what stands in files of records, row by row, and what could not be read. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { complaintsOf, holdTogether, type Layout } from "../intake/index.ts";
import { Complaint } from "../model/index.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { readPasswords, withTyped } from "./passwords.ts";
import { type ImportedFile, importFile, readMappingFile } from "./records.ts";
import { isError } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface ImportOptions {
  readonly json?: boolean;
  readonly passwordFile?: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
}

export async function importFiles(
  paths: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal.outside;
  const known = readPasswords(options.passwordFile, terminal);
  const mapped = givenMapping(options.mapping, cwd);
  const faults = [...known.complaints, ...mapped.complaints];
  if (faults.length > 0) {
    sayComplaints(faults, terminal);
    return exitCodes.complaints;
  }
  const read: ImportedFile[] = [];
  for (const path of paths) {
    terminal.progress(cliWords(terminal.lang).reading(path));
    const again = (passwords: readonly string[]) =>
      importFile(path, resolve(cwd, path), { passwords, ...mapped.given });
    read.push(...(await withTyped(path, again, known.passwords, terminal)));
  }
  const complaints = [...read.flatMap(complaintsOf), ...holdTogether(read).complaints];
  if (options.json === true) terminal.say(JSON.stringify(read.length === 1 ? read[0] : read, undefined, 2));
  else {
    sayComplaints(complaints, terminal);
    for (const one of read) terminal.say(printable(summaryOf(one, terminal)));
  }
  const unsaved = options.saveMapping === undefined ? [] : saveMapping(read, options.saveMapping, cwd);
  sayComplaints(unsaved, terminal);
  return [...complaints, ...unsaved].some(isError) ? exitCodes.complaints : exitCodes.done;
}

function summaryOf({ file, source, encoding, declared, rows, complaints }: ImportedFile, { lang }: Terminal) {
  const { from, to } = declared;
  return cliWords(lang).imported({
    file,
    source: source ?? undefined,
    encoding: encoding ?? undefined,
    rows: rows.length,
    complaints: complaints.length,
    period: from === undefined && to === undefined ? undefined : { from, to },
  });
}

function givenMapping(
  path: string | undefined,
  cwd: string,
): { readonly given: { readonly mapping?: Layout }; readonly complaints: readonly Complaint[] } {
  if (path === undefined) return { given: {}, complaints: [] };
  const { mapping, fault } = readMappingFile(resolve(cwd, path));
  if (mapping !== undefined) return { given: { mapping }, complaints: [] };
  return { given: {}, complaints: [badMapping(path, `the mapping cannot be read: \`${fault}\``)] };
}

const badMapping = (file: string, message: string): Complaint =>
  new Complaint({
    code: "record/bad-mapping",
    place: { file },
    message,
    help: "see docs/reference/records.md",
  });

/** The one guess, as a file to mend and to share; of several nobody knows which is meant. */
function saveMapping(read: readonly ImportedFile[], path: string, cwd: string): readonly Complaint[] {
  const guesses = new Map(
    read.flatMap(({ mapping }) => (mapping === undefined ? [] : [[JSON.stringify(mapping), mapping]])),
  );
  const [guess] = guesses.values();
  if (guess === undefined || guesses.size > 1)
    return [
      badMapping(
        path,
        guess === undefined
          ? "no columns were guessed, so there is nothing to save"
          : "several layouts were guessed; give one file",
      ),
    ];
  try {
    writeFileSync(resolve(cwd, path), `${JSON.stringify(guess, undefined, 2)}\n`, { flag: "wx" });
    return [];
  } catch {
    return [
      new Complaint({
        code: "file/unreadable",
        place: { file: path },
        message: "cannot be written, or is there already",
        help: "give another name",
      }),
    ];
  }
}
