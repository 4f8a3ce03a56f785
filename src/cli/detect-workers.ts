/**
 * `chainbreak detect work` and `feed`: the same engine on a log that many machines share. A worker decides until it is told
 * to stop; whoever feeds puts events in and prints what was decided on them, in their order.
 */
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { eventBytesMax } from "../detect/index.ts";
import { CannotServe } from "../server/index.ts";
import {
  type Feeder,
  openFeeder,
  openWorking,
  readConfigurationFile,
  type SharedLogOptions,
  type TakenIn,
  verifyLog,
  verifyLogChanges,
  type Working,
} from "../watch/index.ts";
import { sayComplaints } from "./complaints.ts";
import { type DetectVerifyOptions, headIn, orSaid, sayChanges, sayVerified } from "./detect-service.ts";
import { openVersion, type VersionChoice } from "./detect-version.ts";
import { linesOf } from "./event-lines.ts";
import { exitCodes } from "./exit-codes.ts";
import { isError } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DetectWorkOptions extends VersionChoice {
  readonly data: string;
  readonly database?: string;
  readonly partitions?: number;
  readonly bus?: string;
  readonly busCredentials?: string;
}

export interface DetectFeedOptions extends DetectWorkOptions {
  readonly as: string;
  /** A file, an event on each row; absent or `-`: what comes in. */
  readonly events?: string;
}

/** Nothing came for so long: looked at once more all the same, for a notice may be lost with a connection. */
const idleMilliseconds = 500;
/** After the database was gone: time for it to come back. */
const againMilliseconds = 1_000;
const appendedAtOnce = 500;
/** Without one more decision for so long, nobody is at work. */
const patienceMilliseconds = 30_000;
const askedAgainMilliseconds = 20;

export async function detectWork(options: DetectWorkOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  return orSaid(terminal, async () => {
    const log = logOf(options, terminal);
    if (log === undefined) return exitCodes.complaints;
    let isStopping = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => (isStopping = true));
    const onIntake = (fault: string | undefined) =>
      terminal.warn(fault === undefined ? words.busBack : printable(words.busAway(fault)));
    const say = (line: string) => terminal.warn(printable(line));
    const open = () => openWorking({ ...log, onIntake, say, clock: () => performance.now() });
    let working: Working | undefined = await open();
    terminal.say(words.atWork);
    let [told, broke] = ["", ""];
    let passedOver = 0;
    while (!isStopping) {
      try {
        working ??= await open();
        const decided = await working.round();
        broke = "";
        const holds = words.partitionsHeld(working.holds().join(", "), working.differ());
        if (holds !== told) terminal.say(holds);
        told = holds;
        if (working.passedOver() > passedOver) terminal.warn(words.passedOver(working.passedOver()));
        passedOver = working.passedOver();
        if (decided === 0) await working.somethingCame(idleMilliseconds);
      } catch (fault) {
        // Said once: what is tried again each second is so for longer.
        const fresh = faultSaid(fault);
        if (fresh !== broke) terminal.warn(printable(words.workBroke(fresh)));
        broke = fresh;
        await working?.leave().catch(() => {});
        working = undefined;
        passedOver = 0;
        await new Promise((resume) => setTimeout(resume, againMilliseconds));
      }
    }
    await working?.leave();
    terminal.say(words.workEnded);
    return exitCodes.done;
  });
}

export const faultSaid = (fault: unknown): string => {
  if (fault instanceof CannotServe) return `${fault.message}: ${fault.help}`;
  return fault instanceof Error ? fault.message : String(fault);
};

export async function detectFeed(options: DetectFeedOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  return orSaid(terminal, async () => {
    const log = logOf(options, terminal);
    if (log === undefined) return exitCodes.complaints;
    if (!log.configuration.viewOf.has(options.as)) {
      terminal.warn(words.noSuchInstitution(printable(options.as)));
      return exitCodes.complaints;
    }
    const feeder = await openFeeder(log);
    try {
      const { undecided, refused } = await feed(feeder, options, terminal);
      if (undecided > 0) terminal.warn(words.notDecidedYet(undecided));
      return undecided + refused > 0 ? exitCodes.complaints : exitCodes.done;
    } catch (fault) {
      terminal.warn(printable(words.feedBroke(faultSaid(fault))));
      return exitCodes.complaints;
    } finally {
      await feeder.close().catch(() => {}); // With a database that is gone there is nothing to close.
    }
  });
}

export interface DetectEraseOptions extends DetectWorkOptions {
  readonly as: string;
  readonly person: string;
}

export async function detectErase(options: DetectEraseOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  return orSaid(terminal, async () => {
    const log = logOf(options, terminal);
    if (log === undefined) return exitCodes.complaints;
    const feeder = await openFeeder(log);
    try {
      const erased = await feeder.erase(options.as, options.person);
      if (erased.kind === "nobody") terminal.warn(words.nobodyToErase);
      else terminal.say(words.erasedFromLog(erased.records));
      if (erased.kind === "erased" && erased.isInRules === true) terminal.warn(words.isInRules);
      if (erased.kind === "unsettled") terminal.warn(printable(words.notSettled(erased.why)));
      return erased.kind === "erased" ? exitCodes.done : exitCodes.complaints;
    } catch (fault) {
      terminal.warn(printable(words.eraseBroke(faultSaid(fault))));
      return exitCodes.complaints;
    } finally {
      await feeder.close().catch(() => {}); // With a database that is gone there is nothing to close.
    }
  });
}

/** `detect verify` of the log that workers share. */
export async function detectVerifyLog(
  { data, database: url, head, json }: DetectVerifyOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  return orSaid(terminal, async () => {
    const heads = headsIn(head);
    const found = await verifyLog({ folder: resolve(terminal.outside.cwd, data), url }, heads);
    const isOfAnother = [...heads.keys()].some((asked) =>
      found.every(({ partition }) => partition !== asked),
    );
    if (isOfAnother) terminal.warn(words.headGone);
    let isGood = !isOfAnother;
    for (const verified of found) {
      const holds = verified.broken === undefined && verified.holds !== false;
      isGood &&= holds;
      if (json === true) terminal.say(JSON.stringify(verified));
      else {
        terminal.say(words.partition(verified.partition));
        sayVerified(verified, terminal, `${verified.partition}:`);
      }
    }
    const changes = await verifyLogChanges({ folder: resolve(terminal.outside.cwd, data), url });
    const isAny = changes.lists + changes.rules > 0 || changes.broken !== undefined;
    if (json !== true) sayChanges(changes, terminal);
    else if (isAny) terminal.say(JSON.stringify({ changes }));
    return isGood && changes.broken === undefined ? exitCodes.done : exitCodes.complaints;
  });
}

/** Heads as they are printed, `PARTITION:RECORD:LINK`, with commas between. */
function headsIn(text: string | undefined): ReadonlyMap<number, NonNullable<ReturnType<typeof headIn>>> {
  const heads = new Map<number, NonNullable<ReturnType<typeof headIn>>>();
  for (const each of text?.split(",") ?? []) {
    const [, partition, head] = /^\s*(\d{1,3}):(\d+:[0-9a-f]*)\s*$/.exec(each) ?? [];
    // Without its part it is none of this log, and said to be none.
    const read = headIn(partition === undefined ? `?:${each}` : head);
    if (read !== undefined) heads.set(Number(partition), read);
  }
  return heads;
}

async function feed(feeder: Feeder, { as, events = "-" }: DetectFeedOptions, terminal: Terminal) {
  let [undecided, refused] = [0, 0];
  const waiting: unknown[] = [];
  const send = async (): Promise<void> => {
    const answers = await feeder.append(as, waiting.splice(0, appendedAtOnce));
    const told = await decisionsOf(
      feeder,
      answers.filter((each): each is TakenIn => each.status === 202),
    );
    for (const answer of answers) {
      const value = answer.status === 202 ? told.get(answer) : answer;
      if (value === undefined) undecided += 1;
      else if ("status" in value) refused += 1;
      const isRefused = value !== undefined && "status" in value;
      const row = isRefused ? { complaints: value.complaints } : value;
      terminal.say(JSON.stringify(row ?? { partition: answer.status === 202 ? answer.partition : null }));
    }
  };
  const source = events === "-" ? process.stdin : createReadStream(resolve(terminal.outside.cwd, events));
  for await (const lines of linesOf(source, eventBytesMax))
    for (const { text } of lines) {
      if (text.trim() === "") continue;
      waiting.push(parsed(text));
      if (waiting.length >= appendedAtOnce) await send();
    }
  if (waiting.length > 0) await send();
  return { undecided, refused };
}

/** What became of each; `undefined`: it was not decided while something still was. */
async function decisionsOf(feeder: Feeder, taken: readonly TakenIn[]) {
  let told = await feeder.decided(taken);
  let missing = told.filter((each) => each === undefined).length;
  for (let waited = 0; missing > 0 && waited < patienceMilliseconds; waited += askedAgainMilliseconds) {
    await new Promise((resume) => setTimeout(resume, askedAgainMilliseconds));
    told = await feeder.decided(taken);
    const still = told.filter((each) => each === undefined).length;
    if (still < missing) waited = 0;
    missing = still;
  }
  return new Map(taken.map((each, i) => [each, told[i]]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function logOf(options: DetectWorkOptions, terminal: Terminal): SharedLogOptions | undefined {
  const folder = resolve(terminal.outside.cwd, options.data);
  const { configuration, complaints } = readConfigurationFile(folder);
  const { version, mappings, basis, complaints: others } = openVersion(options, terminal);
  const all = [...complaints, ...others];
  sayComplaints(all, terminal);
  if (configuration === undefined || version === undefined || all.some(isError)) return undefined;
  const { database: url, partitions } = options;
  const credentials =
    options.busCredentials === undefined ? undefined : resolve(terminal.outside.cwd, options.busCredentials);
  const bus = options.bus === undefined ? undefined : { url: options.bus, credentials };
  return { folder, configuration, version, mappings, basis, url, partitions, bus, now: () => Date.now() };
}
