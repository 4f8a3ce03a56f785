/** `chainbreak race`: the night played many times, both sides acting in time; how often, how much and how soon money goes. */
import { availableParallelism } from "node:os";
import { exit } from "node:process";
import { helpWith } from "../catalog/index.ts";
import { Complaint, minutesPerDay, parseDuration, parseMoment } from "../model/index.ts";
import { foundingPeople, foundingQuestion } from "../questions/index.ts";
import { renderRace, sayShortDuration } from "../report/index.ts";
import { defencesIn, faultsOfDefence } from "../testing/index.ts";
import { type Defence, intruderPolicies, ownerPolicies } from "../world/index.ts";
import type { Asked, WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { raceAnswer } from "./race-answer.ts";
import { type RaceSetup, racerOf } from "./race-stretch.ts";
import { raceSpread } from "./racing.ts";
import { readNamed, readShipped, typedChoice } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { readAskedOfWhom } from "./told-world.ts";
import { cliWords } from "./words.ts";

export interface RaceOptions extends Omit<WorldOptions, "person"> {
  /** Absent: whose night is laid over. */
  readonly person?: string;
  readonly owner?: string;
  readonly intruder?: string;
  readonly runs?: number;
  readonly seed?: number;
  readonly hands?: number;
  readonly workers?: number;
  readonly notLeaked?: boolean;
  readonly json?: boolean;
}

/** What is taken where nobody says. The night of the founding case was over after fourteen hours. */
const taken = { owner: "nothing", intruder: "gang", runs: 2_000, seed: 1, within: 14 * 60 } as const;
/** By then cards are replaced and numbers moved, which the flows of one night do not tell. */
const nightMinutesMax = 31 * minutesPerDay;
/** Each is raced as often as the world itself, and a table of more is not read. */
const variantsMax = 20;

export async function race(typed: RaceOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading(typedChoice(typed)));
  const { cwd, today } = terminal.outside;
  const read = readAskedOfWhom(typed, terminal);
  if (read === undefined) return exitCodes.usage;
  const { options, asked, complaints, isUsage, isPartial } = read;
  const defences = defencesFor(options, cwd);
  const ownFaults = faultsOf(options, defences);
  sayComplaints([...ownFaults, ...complaints], terminal);
  if (asked === undefined || ownFaults.length > 0)
    return isUsage || ownFaults.length > 0 ? exitCodes.usage : exitCodes.complaints;

  const defence = defences.get(options.owner ?? taken.owner);
  const setup = setupOf(options, asked, { today, defence });
  const strange = strangeTo(setup, asked);
  sayComplaints(strange, terminal);
  if (strange.length > 0) return exitCodes.usage;
  const racer = racerOf(setup, asked.world);
  const nights = setup.runs * (1 + setup.variants.length);
  const workers = options.workers ?? Math.min(availableParallelism(), Math.ceil(nights / worthAWorker));
  const stop = new AbortController();
  const release = stopAtInterrupt(stop, terminal);
  const raced = await raceSpread(setup, racer, {
    workers,
    stop: stop.signal,
    told: progressOf(setup.runs, terminal),
  }).finally(release);
  const assumed = Object.keys({
    owner: 0,
    intruder: 0,
    runs: 0,
    seed: 0,
    at: 0,
    within: 0,
    hands: 0,
  } satisfies {
    [Option in keyof RaceOptions]?: unknown;
  }).filter((option) => !(option in options));
  const answer = raceAnswer({ setup, racer, raced, assumed, lent: asked.lent() });
  if (options.json === true) {
    terminal.say(JSON.stringify(answer, undefined, 2));
    return isPartial ? exitCodes.complaints : exitCodes.done;
  }
  const { lang, columns, paint } = terminal;
  const { world, conditions } = asked;
  terminal.say(
    printableLines(renderRace(answer, world, { lang, columns, colour: paint.isColorSupported, conditions })),
  );
  return isPartial ? exitCodes.complaints : exitCodes.done;
}

/** Starting a worker takes about as long as so many nights. */
const worthAWorker = 1_000;

function setupOf(
  options: RaceOptions,
  { world, held, leaked: leaks, inForce, variants, conditions, withinMinutes, startsAt }: Asked,
  { today, defence }: { readonly today: string; readonly defence: Defence | undefined },
): RaceSetup {
  const leaked = options.notLeaked === true ? [] : leaks;
  const isFounding = foundingPeople.includes(world.person.id);
  return {
    catalog: world.catalog,
    person: world.person,
    conditions,
    today,
    held: [...held, ...leaked],
    ...(leaked.length === 0 ? {} : { heldIfNotLeaked: held }),
    inForce,
    variants,
    owner: options.owner ?? taken.owner,
    ...(defence === undefined ? {} : { defence }),
    intruder: options.intruder ?? taken.intruder,
    startsAt: startsAt ?? (isFounding ? parseMoment(foundingQuestion.at) : undefined),
    horizonMinutes: withinMinutes ?? taken.within,
    hands: options.hands,
    seed: options.seed ?? taken.seed,
    runs: options.runs ?? taken.runs,
  };
}

/** What told nights say somebody did; they are read only for an owner who is none of the usual ones. */
function defencesFor({ owner, ...choice }: RaceOptions, cwd: string): ReadonlyMap<string, Defence> {
  if (owner === undefined || ownerPolicies.has(owner)) return new Map();
  const shipped = readShipped(cwd, { stories: true }).others;
  return defencesIn([...shipped, ...readNamed(choice, cwd, { stories: true }).others]);
}

/** What the owner sets out to do that means nothing for this person, or in a night without a clock. */
const strangeTo = ({ defence, startsAt }: RaceSetup, { world }: Asked): readonly Complaint[] =>
  defence === undefined
    ? []
    : faultsOfDefence(defence, { world, startsAt }).map(
        ({ message, help }) =>
          new Complaint({ code: "night/bad-line", place: { file: "--owner" }, message, help }),
      );

/** What is wrong with the race itself; the rest has been read with the world. */
function faultsOf(
  { owner, intruder, within, measure }: RaceOptions,
  defences: ReadonlyMap<string, Defence>,
): readonly Complaint[] {
  const faults: Complaint[] = [];
  const policy = (option: string, id: string | undefined, known: ReadonlyMap<string, unknown>) => {
    if (id === undefined || known.has(id)) return;
    const help = helpWith(id, known.keys(), "see docs/reference/cli.md");
    faults.push(
      new Complaint({
        code: "shape/unknown-value",
        place: { file: option },
        message: `no policy \`${id}\``,
        help,
      }),
    );
  };
  policy("--owner", owner, new Map<string, unknown>([...ownerPolicies, ...defences]));
  policy("--intruder", intruder, intruderPolicies);
  const minutes = within === undefined ? undefined : parseDuration(within);
  if (minutes !== undefined && (minutes > nightMinutesMax || minutes <= 0))
    faults.push(
      new Complaint({
        code: "shape/bad-text",
        place: { file: "--within" },
        message: `\`${within}\` is not a length of a race: from a minute to 31 days`,
        help: "write `14h` or `3d`",
      }),
    );
  if ((measure?.length ?? 0) > variantsMax)
    faults.push(
      new Complaint({
        code: "question/too-large",
        place: { file: "--measure" },
        message: `${measure?.length} variants, and no more than ${variantsMax} are raced at once`,
        help: "ask in two races; with the same seed they are of the same nights",
      }),
    );
  return faults;
}

/** Ctrl-C may reach us twice at once: from the terminal and from whoever started us. */
const sameInterruptMillis = 500;

/** The first Ctrl-C ends the race with what is known; a later one ends everything. */
function stopAtInterrupt(stop: AbortController, terminal: Terminal): () => void {
  let since: number | undefined;
  const act = () => {
    if (since === undefined) {
      since = performance.now();
      terminal.warn(cliWords(terminal.lang).stopping);
      stop.abort();
    } else if (performance.now() - since > sameInterruptMillis) exit(interruptedCode);
  };
  return terminal.outside.onInterrupt?.(act) ?? (() => undefined);
}

/** 128 and the number of the signal, as shells have it. */
const interruptedCode = 130;

/** What is over in a second needs no bar; one that moves oftener is not read. */
const quietMillis = 1_000;
const everyMillis = 100;
const barWidth = 20;

function progressOf(runs: number, terminal: Terminal): (done: number) => void {
  const start = performance.now();
  let last = start + quietMillis - everyMillis;
  return (done) => {
    const now = performance.now();
    if (now - last < everyMillis) return;
    last = now;
    const full = Math.floor((done / runs) * barWidth);
    const minutesLeft = (((now - start) / Math.max(1, done)) * (runs - done)) / 60_000;
    const left = done === 0 ? undefined : sayShortDuration(minutesLeft, terminal.lang);
    const bar = "█".repeat(full) + "░".repeat(barWidth - full);
    terminal.progress(cliWords(terminal.lang).racing({ bar, done, of: runs, left }));
  };
}
