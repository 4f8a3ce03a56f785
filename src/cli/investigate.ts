/** `chainbreak investigate`: from a folder of records to what happened, what is still open, and why. */
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import {
  investigate as ask,
  type ToldText,
  toldShape,
  whoseRecords,
  worldOfRecords,
  zoneOfRegion,
} from "../investigate/index.ts";
import { Complaint, countryCode, isCountry } from "../model/index.ts";
import { effortForRecords } from "../questions/index.ts";
import { renderInvestigate, sayInstitution } from "../report/index.ts";
import { nobodyDescribed } from "../respond/index.ts";
import { highsProgram } from "../solver/index.ts";
import { type Describe, readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { notEmpty, writePack } from "./pack.ts";
import { readPasswords } from "./passwords.ts";
import { printableLines } from "./printable-lines.ts";
import { type FolderOfRecords, readRecordsFolder } from "./records-folder.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface InvestigateOptions extends Omit<WorldOptions, "person"> {
  /** Absent: somebody who uses what the files are of. */
  readonly person?: string;
  /** In which country that somebody is, where the files do not say. */
  readonly region?: string;
  readonly told?: string;
  readonly noneAt?: readonly string[];
  readonly rows?: boolean;
  readonly json?: boolean;
  readonly passwordFile?: string;
  /** The folder a pack is written to. */
  readonly out?: string;
}

export async function investigate(
  folder: string,
  options: InvestigateOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading(folder));
  const { outside } = terminal;
  const { cwd, today } = outside;
  const known = readPasswords(options.passwordFile, terminal);
  const records = await readRecordsFolder(resolve(cwd, folder), {
    passwords: known.passwords,
    wantsOriginals: options.out !== undefined,
    terminal,
    ...(options.told === undefined ? {} : { told: resolve(cwd, options.told) }),
  });
  const { asked, complaints, isUsage } = readAsked(options, cwd, {
    needsHeld: false,
    today,
    describe: describing(records, options, terminal),
  });
  const told = options.told === undefined ? undefined : readToldFile(options.told, cwd);
  sayComplaints(
    [...complaints, ...known.complaints, ...records.complaints, ...(told?.complaints ?? [])],
    terminal,
  );
  const { out } = options;
  const isTaken = out === undefined ? undefined : notEmpty(out, cwd);
  if (isTaken !== undefined) {
    sayComplaints([isTaken], terminal);
    return exitCodes.complaints;
  }
  if (asked === undefined) return isUsage ? exitCodes.usage : exitCodes.complaints;
  if (!records.isAnyRead || (told !== undefined && told.told === undefined)) return exitCodes.complaints;
  terminal.progress(words.reconstructing);
  const { catalog, person } = asked.world;
  const world = worldOfRecords({ catalog, person, today, rows: records.rows });
  const answer = ask({
    world,
    rows: records.rows,
    repeats: records.repeats,
    files: records.files,
    ...(told?.told === undefined ? {} : { told: told.told, toldFile: basename(options.told ?? "") }),
    noneAt: new Set(
      [...(person.noneAt ?? []), ...(options.noneAt ?? [])].flatMap((each) =>
        each.split(",").map((id) => id.trim()),
      ),
    ),
    solve: await highsProgram({ workMax: effortForRecords }),
    zoneMinutes: zoneOfRegion(person.region, person.asOf ?? today),
    wantsRows: options.rows === true,
  });
  if (out !== undefined) {
    const { faults, seal } = writePack({
      out: resolve(cwd, out),
      answer,
      world,
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
  else terminal.say(printableLines(renderInvestigate(answer, world, { lang: terminal.lang })));
  return exitCodes.done;
}

/** Whoever nobody described, from what the files are of; said, for the answer rests on it. */
function describing(
  { rows, files, isAnyRead }: FolderOfRecords,
  { region }: InvestigateOptions,
  terminal: Terminal,
): Describe {
  const words = cliWords(terminal.lang);
  return (catalog) => {
    if (region !== undefined && !isCountry(countryCode(region)))
      return new Complaint({
        code: "shape/unknown-value",
        place: { file: "--region" },
        message: `\`${region}\` is no country`,
        help: "write it as two letters, such as `cn`, `us` or `gb`",
      });
    const who = whoseRecords({
      catalog,
      rows,
      files,
      ...(region === undefined ? {} : { region: countryCode(region) }),
    });
    if (who.region === undefined)
      return new Complaint({
        code: "story/unknown-person",
        place: { file: "--person" },
        message: "the files do not say in which country they were made",
        help: "give `--person FILE`, or `--region` with a country of the catalogue such as `cn` or `gb`",
      });
    const names = who.uses.map((id) => sayInstitution({ catalog }, id, terminal.lang));
    if (isAnyRead) terminal.warn(printable(words.takenForSomebody(who.region, names)));
    return nobodyDescribed(catalog, who.region, "records", { uses: who.uses });
  };
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
