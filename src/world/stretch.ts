/**
 * Where the runs of a told line lie, if they do not all fit at its beginning: five a day for a week are thirty-five runs
 * that no day lets through at once. Each is put at the first moment the limits let it through, so that whoever finds no
 * room in this way finds none at all.
 */
import { waitFor } from "../graph/index.ts";
import type { RunLimit } from "../ground/index.ts";
import { at, type StepId } from "../model/index.ts";
import type { Arena } from "./arena.ts";
import type { ToldRun, ToldSum } from "./money.ts";
import type { SumBar } from "./stage.ts";
import { countedRuns } from "./step.ts";
import type { Playing } from "./table.ts";

interface Stretch {
  readonly sum: ToldSum;
  /** The minutes in which all of it was. */
  readonly from: number;
  readonly until: number;
}

/** The runs with their minutes and the most each takes; absent: so many, or so much, do not fit into the stretch. */
export function spread(
  playing: Playing,
  step: StepId,
  { sum, from, until }: Stretch,
): readonly ToldRun[] | undefined {
  const { arena } = playing;
  const { stage } = arena;
  const limits = limitsOf(arena, step);
  const ran = [...countedRuns(playing, step)];
  const spent = limits.sums.map(({ group }) => [...arena.spent[group]!]);
  const runs: ToldRun[] = [];
  let [minute, left] = [from, sum.hundredths ?? Infinity];
  for (let run = 0; run < sum.times; run++) {
    const after = sum.times - run - 1;
    // What is not taken now the others must be able to take.
    const least = sum.hundredths === undefined ? 1 : Math.max(1, left - after * limits.each);
    minute = firstOpen(playing, step, minute, (from) =>
      freeOfSums(spent, limits, { minute: Math.max(from, freeOfRuns(ran, limits)), least }),
    );
    if (minute + stage.takesMin[step]! > until) return undefined;
    const room = Math.min(limits.each, roomIn(spent, limits, minute), left - after);
    if (room < least) return undefined;
    // Those that still fit beside it take something too.
    const beside = Math.min(after, timesLeft(ran, limits, minute) - 1);
    const hundredths = Math.max(least, Math.min(room, roomIn(spent, limits, minute) - beside));
    runs.push({ at: minute, hundredths });
    ran.push(minute);
    for (const each of spent) each.push({ at: minute, hundredths });
    if (sum.hundredths !== undefined) left -= hundredths;
    minute += stage.takesMin[step]!;
  }
  return sum.hundredths === undefined || left === 0 ? runs : undefined;
}

/** The first moment the limits let it through and its doors are open. */
function firstOpen(
  { startsAt, arena: { stage } }: Playing,
  step: StepId,
  from: number,
  free: (from: number) => number,
): number {
  for (let minute = free(from); ; ) {
    const wait =
      startsAt === undefined || minute === Infinity ? 0 : waitFor(stage.hours, step, startsAt + minute);
    const next = free(minute + wait);
    if (next === minute) return minute;
    minute = next;
  }
}

interface Limits {
  readonly runs: readonly RunLimit[];
  readonly sums: readonly SumBar[];
  /** The most one run takes: of what it takes itself, and of what every sum lets through at once. */
  readonly each: number;
}

function limitsOf({ stage }: Arena, step: StepId): Limits {
  const takings = stage.ledger.takings.get(step) ?? [];
  const each = new Map(takings.map((taking) => [taking.nth, taking.each]));
  const sums = stage.barsOf[step]!.map((bar) => stage.sumBars[bar]!);
  const ofOne = [...each.values()].reduce((all, one) => all + one, 0);
  return {
    runs: stage.runLimits[step]!,
    sums,
    // What takes no money is limited by its times alone.
    each: takings.length === 0 ? Infinity : Math.min(ofOne, ...sums.map(({ hundredths }) => hundredths)),
  };
}

/** What was taken against each of the sums. */
type Spent = readonly (readonly { readonly at: number; readonly hundredths: number }[])[];

/** The first moment at which there are not as many runs in the time before as any limit allows. */
const freeOfRuns = (ran: readonly number[], { runs }: Limits): number =>
  Math.max(
    0,
    ...runs.map(({ times, perMinutes }) =>
      ran.length < times ? 0 : at(ran, ran.length - times) + perMinutes,
    ),
  );

const timesLeft = (ran: readonly number[], { runs }: Limits, minute: number): number =>
  Math.min(
    ...runs.map(({ times, perMinutes }) => times - ran.filter((each) => each + perMinutes > minute).length),
  );

const roomIn = (spent: Spent, { sums }: Limits, minute: number): number =>
  Math.min(
    ...sums.map(({ hundredths: most, perMinutes }, nth) =>
      at(spent, nth).reduce(
        (room, each) => (each.at + perMinutes > minute ? room - each.hundredths : room),
        most,
      ),
    ),
  );

/** The first moment, from this one on, at which so much is let through. */
function freeOfSums(
  spent: Spent,
  limits: Limits,
  { minute, least }: { readonly minute: number; readonly least: number },
): number {
  const over = limits.sums.flatMap(({ perMinutes }, nth) =>
    at(spent, nth).map((each) => each.at + perMinutes),
  );
  const moments = [minute, ...over.filter((free) => free > minute)];
  return moments.sort((a, b) => a - b).find((free) => roomIn(spent, limits, free) >= least) ?? Infinity;
}
