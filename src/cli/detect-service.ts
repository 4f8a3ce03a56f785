/**
 * `chainbreak detect serve`, `init`, `key`, `verify`: the engine as something institutions call. What it says goes to
 * standard error as well when it is no answer, so that a log has it.
 */
import { resolve } from "node:path";
import { dayOf } from "../model/index.ts";
import { CannotServe } from "../server/index.ts";
import {
  addSigningKey,
  beginFolder,
  type ChangesVerified,
  makeApiKey,
  type Replayed,
  readConfigurationFile,
  serveWatch,
  type Verified,
  verifyFolder,
  type Watch,
} from "../watch/index.ts";
import { sayCannot, sayComplaints } from "./complaints.ts";
import { openVersion, type VersionChoice } from "./detect-version.ts";
import { exitCodes } from "./exit-codes.ts";
import { isError } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DetectServeOptions extends VersionChoice {
  readonly data: string;
  readonly port?: number;
  readonly host?: string;
  readonly name?: readonly string[];
}

export async function detectServe(options: DetectServeOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  const { outside, paint } = terminal;
  const folder = resolve(outside.cwd, options.data);
  return orSaid(terminal, async () => {
    const { configuration, complaints } = readConfigurationFile(folder);
    const opened = openVersion(options, terminal);
    const all = [...complaints, ...opened.complaints];
    sayComplaints(all, terminal);
    if (configuration === undefined || opened.version === undefined || all.some(isError))
      return exitCodes.complaints;
    terminal.progress(words.starting);
    const serving = await serveWatch({
      folder,
      version: opened.version,
      mappings: opened.mappings,
      shaping: opened.shaping,
      basis: opened.basis,
      configuration,
      say: (line) => terminal.warn(printable(line)),
      ...(options.port === undefined ? {} : { port: options.port }),
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.name === undefined ? {} : { hosts: options.name }),
    });
    sayReplayed(serving.watch, terminal);
    terminal.say(words.watching(paint.bold(serving.url), printable(folder)));
    if (!serving.hasPage) terminal.warn(words.pageNotBuilt);
    if (outside.isOutTerminal) terminal.say(paint.dim(words.stopWith));
    await stopped(serving.reload);
    await serving.close();
    terminal.say(words.watchEnded);
    return exitCodes.done;
  });
}

/** The other signal asks for the configuration again. */
function stopped(reload: () => void): Promise<void> {
  process.on("SIGHUP", reload);
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
  });
}

function sayReplayed(
  { replayed, rulesOver, rulesLost, noState, wasCut, upgradedFrom, behindDays }: Watch,
  terminal: Terminal,
): void {
  const words = cliWords(terminal.lang);
  if (wasCut) terminal.warn(words.wasCut(replayed.after + replayed.records));
  if (behindDays > 0) terminal.warn(words.clockBehind(behindDays));
  if (rulesLost !== undefined) terminal.warn(words.rulesLost(rulesLost));
  if (rulesOver.kind === "file") terminal.warn(words.rulesPut(rulesOver.number));
  if (rulesOver.kind === "modes") terminal.warn(words.modesPut(rulesOver.number));
  if (upgradedFrom !== undefined) terminal.warn(words.upgradedFrom(printable(upgradedFrom)));
  const why = {
    none: undefined, // It is the first start, or one of a journal from before states were kept.
    unkept: undefined,
    erased: words.noStateErased,
    basis: words.noStateBasis,
    journal: words.noStateJournal,
    broken: words.noStateBroken,
  }[noState ?? "none"];
  if (why !== undefined) terminal.say(why);
  if (replayed.after > 0) terminal.say(words.goneOnFrom(replayed.after));
  if (replayed.records > 0) terminal.say(words.replayed(replayed.records, replayed.erased));
  if (replayed.differ > 0) {
    terminal.warn(words.replayDiffers(replayed.differ, replayed.compared));
    terminal.warn(`  ${exampleLines(replayed, terminal)}`);
  }
}

export const exampleLines = ({ examples }: Replayed, { lang }: Terminal): string => {
  const { decided } = cliWords(lang);
  return examples
    .map(({ record, before, now }) => `${record}: ${decided(before)} → ${decided(now)}`)
    .join(lang === "zh" ? "；" : "; ");
};

const keyDays = 365;
const millisecondsPerDay = 86_400_000;

export async function detectInit(
  institution: string,
  { data, gathers }: { readonly data: string; readonly gathers?: boolean },
  terminal: Terminal,
): Promise<number> {
  const { outside, paint } = terminal;
  const words = cliWords(terminal.lang);
  return orSaid(terminal, () => {
    const expires = dayOf(new Date(Date.parse(`${outside.today}T12:00:00Z`) + keyDays * millisecondsPerDay));
    const folder = resolve(outside.cwd, data);
    const { key, file } = beginFolder({ folder, institution, expires, gathers });
    terminal.say(words.begun(printable(file)));
    terminal.say(words.keyOnce);
    terminal.say(`  ${paint.bold(key)}`);
    return exitCodes.done;
  });
}

export function detectKey(terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  const { key, hash } = makeApiKey();
  terminal.say(words.keyOnce);
  terminal.say(`  ${terminal.paint.bold(key)}`);
  terminal.say(words.hashFor);
  terminal.say(`  ${hash}`);
  return exitCodes.done;
}

export async function detectSigningKey(
  { data }: { readonly data: string },
  terminal: Terminal,
): Promise<number> {
  return orSaid(terminal, () => {
    terminal.say(cliWords(terminal.lang).signingKeyAdded(addSigningKey(resolve(terminal.outside.cwd, data))));
    return exitCodes.done;
  });
}

export interface DetectVerifyOptions {
  readonly data: string;
  /** Of the log that workers share; absent: the folder's own journal. */
  readonly database?: string;
  readonly head?: string;
  readonly json?: boolean;
}

export async function detectVerify(options: DetectVerifyOptions, terminal: Terminal): Promise<number> {
  return orSaid(terminal, () => {
    const verified = verifyFolder(resolve(terminal.outside.cwd, options.data), headIn(options.head));
    if (options.json !== true) return sayVerified(verified, terminal) ? exitCodes.done : exitCodes.complaints;
    terminal.say(JSON.stringify(verified));
    return isGood(verified) ? exitCodes.done : exitCodes.complaints;
  });
}

/** A head as it is printed: `RECORD:LINK`. Throws where it is none: what is not checked must not look as if it had been. */
export function headIn(text: string | undefined): Verified["head"] | undefined {
  if (text === undefined) return undefined;
  const [, record, link] = /^(\d{1,15}):([0-9a-f]*)$/.exec(text.trim()) ?? [];
  if (record !== undefined && link !== undefined) return { record: Number(record), link };
  throw new CannotServe(
    `\`${text}\` is no head`,
    "write it as `chainbreak detect verify` printed it, with the part of the log in front where it had one",
  );
}

const isGood = ({ broken, holds, changes }: Verified): boolean =>
  broken === undefined && holds !== false && changes?.broken === undefined;

/** Gives whether it holds. `part`: what its head begins with. */
export function sayVerified(verified: Verified, terminal: Terminal, part = ""): boolean {
  const words = cliWords(terminal.lang);
  terminal.say(words.verified(verified.records, verified.opened, verified.erased));
  if (verified.gone !== undefined) terminal.say(words.goneByAge(verified.gone));
  if (verified.broken !== undefined) terminal.warn(words.chainBroken(verified.broken.record));
  else terminal.say(words.headIs(`${part}${verified.head.record}:${verified.head.link}`));
  if (verified.holds === false) terminal.warn(words.headGone);
  if (verified.changes !== undefined) sayChanges(verified.changes, terminal);
  return isGood(verified);
}

export function sayChanges({ lists, rules, broken }: ChangesVerified, terminal: Terminal): void {
  const words = cliWords(terminal.lang);
  if (broken !== undefined) terminal.warn(words.changesBroken(broken.what, broken.change));
  else if (lists + rules > 0) terminal.say(words.changesVerified(lists, rules));
}

/** What keeps it from serving is said, with the way out. */
export async function orSaid(terminal: Terminal, act: () => number | Promise<number>): Promise<number> {
  try {
    return await act();
  } catch (cause) {
    if (!(cause instanceof CannotServe)) throw cause;
    sayCannot({ why: cause.message, help: cause.help }, terminal);
    return exitCodes.complaints;
  }
}
