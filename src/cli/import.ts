/** `chainbreak import`: what stands in files of records, row by row, and what could not be read. */
import { resolve } from "node:path";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { complaintsOf, importFile } from "./records.ts";
import { isError } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface ImportOptions {
  readonly json?: boolean;
}

export function importFiles(
  paths: readonly string[],
  { json = false }: ImportOptions,
  terminal: Terminal,
): number {
  const words = cliWords(terminal.lang);
  const read = paths.map((path) => {
    terminal.progress(words.reading(path));
    return importFile(path, resolve(terminal.outside.cwd, path));
  });
  const complaints = read.flatMap(complaintsOf);
  if (json) terminal.say(JSON.stringify(read.length === 1 ? read[0] : read, undefined, 2));
  else {
    sayComplaints(complaints, terminal);
    for (const { file, source, encoding, declared, rows, complaints: told } of read) {
      const { from, to } = declared;
      terminal.say(
        printable(
          words.imported({
            file,
            source: source ?? undefined,
            encoding: encoding ?? undefined,
            rows: rows.length,
            complaints: told.length,
            period: from === undefined && to === undefined ? undefined : { from, to },
          }),
        ),
      );
    }
  }
  return complaints.some(isError) ? exitCodes.complaints : exitCodes.done;
}
