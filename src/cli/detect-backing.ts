/** `chainbreak detect backup`, `restore`, `replay`, `looks`: a service's folder copied, put back, gone through by this version, and who looked at whom in it. */
import { resolve } from "node:path";
import {
  backUpFolder,
  looksIn,
  replayFolder,
  restoreFolder,
  rotateFolder,
  rotateShared,
} from "../watch/index.ts";
import { sayComplaints } from "./complaints.ts";
import { exampleLines, headIn, orSaid, sayVerified } from "./detect-service.ts";
import { openVersion, type VersionChoice } from "./detect-version.ts";
import { exitCodes } from "./exit-codes.ts";
import { isError } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DetectBackupOptions {
  readonly data: string;
  readonly to: string;
  readonly journalOnly?: boolean;
}

export async function detectBackup(
  { data, to, journalOnly = false }: DetectBackupOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  const { cwd } = terminal.outside;
  return orSaid(terminal, async () => {
    const { records, head } = await backUpFolder(resolve(cwd, data), resolve(cwd, to), journalOnly);
    terminal.say(words.backedUp(records, printable(resolve(cwd, to))));
    terminal.say(words.headIs(`${head.record}:${head.link}`));
    terminal.say(journalOnly ? words.backupWithoutPeople : words.backupHasPeople);
    return exitCodes.done;
  });
}

export interface DetectRestoreOptions {
  readonly data: string;
  readonly from: string;
  readonly head?: string;
}

export async function detectRestore(
  { data, from, head }: DetectRestoreOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  const { cwd } = terminal.outside;
  return orSaid(terminal, () => {
    const verified = restoreFolder(resolve(cwd, from), resolve(cwd, data), headIn(head));
    const isGood = sayVerified(verified, terminal);
    if (!isGood) terminal.warn(words.notRestored);
    return isGood ? exitCodes.done : exitCodes.complaints;
  });
}

export interface DetectRotateOptions {
  readonly data: string;
  /** Of the log that workers share; absent: the folder's own service alone. */
  readonly database?: string;
}

/** `detect rotate`: the folder's key. */
export async function detectRotate(
  { data, database }: DetectRotateOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  const folder = resolve(terminal.outside.cwd, data);
  return orSaid(terminal, async () => {
    const shared = database === undefined ? undefined : await rotateShared(folder, database);
    const { people, wasCut } = shared ?? rotateFolder(folder);
    if (wasCut) terminal.say(words.rotationGoneOn);
    terminal.say(words.rotated(people));
    if (shared !== undefined) terminal.say(words.rotatedInLog(shared.inLog));
    terminal.say(words.rotatedSince);
    if (shared?.unsettled === undefined) return exitCodes.done;
    terminal.warn(printable(words.rotationNotSettled(shared.unsettled)));
    return exitCodes.complaints;
  });
}

export interface DetectReplayOptions extends VersionChoice {
  readonly data: string;
  readonly json?: boolean;
}

export async function detectReplay(options: DetectReplayOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  return orSaid(terminal, () => {
    const { version, mappings, complaints } = openVersion(options, terminal);
    sayComplaints(complaints, terminal);
    if (version === undefined || complaints.some(isError)) return exitCodes.complaints;
    const replayed = replayFolder(resolve(terminal.outside.cwd, options.data), { version, mappings });
    const { records, compared, erased, differ, broken } = replayed;
    if (options.json === true) terminal.say(JSON.stringify(replayed));
    else {
      terminal.say(words.replayed(records, erased));
      if (broken !== undefined) terminal.warn(words.chainBroken(broken.record));
      else if (differ === 0) terminal.say(words.replaySame(compared));
      else {
        terminal.say(words.replayDiffers(differ, compared));
        terminal.say(`  ${exampleLines(replayed, terminal)}`);
      }
    }
    return broken === undefined ? exitCodes.done : exitCodes.complaints;
  });
}

export interface DetectLooksOptions {
  readonly data: string;
  readonly json?: boolean;
}

export async function detectLooks({ data, json }: DetectLooksOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  return orSaid(terminal, () => {
    const looks = looksIn(resolve(terminal.outside.cwd, data));
    for (const look of looks)
      terminal.say(
        json === true
          ? JSON.stringify(look)
          : printable(words.looked(look.at, look.institution, look.key, look.what, look.person)),
      );
    if (json !== true && looks.length === 0) terminal.say(words.noLooks);
    const broken = looks.find(({ fits }) => !fits);
    if (broken !== undefined) terminal.warn(words.looksBroken(broken.at));
    return broken === undefined ? exitCodes.done : exitCodes.complaints;
  });
}
