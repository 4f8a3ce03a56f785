/**
 * The tallies of a race as one answer, the variants held against the base night by night.
 *
 * Both sides of a difference are the same nights (common random numbers), so its interval is that of paired counts: for
 * the share of nights with a loss Newcombe's (1998, method 10), which keeps its promise where nothing or everything
 * differs; for the mean the normal interval of the differences.
 */

import type { Grounded } from "../ground/index.ts";
import type { LossBar, RaceTold, RaceVariant } from "../report/index.ts";
import {
  type Interval95,
  type RaceAnswer,
  type RaceQuestion,
  type RaceTally,
  type Share,
  summarise,
  unstatedFlows,
} from "../world/index.ts";
import { type Audited, beyondNights } from "./race-beyond.ts";
import type { Racer, RaceSetup, StretchTally } from "./race-stretch.ts";

export interface AnswerWanted {
  readonly setup: RaceSetup;
  readonly racer: Racer;
  readonly raced: StretchTally;
  readonly assumed: readonly string[];
  /** The same world with what archetypes lend where nobody has read. */
  readonly lent: Grounded;
}

export function raceAnswer({ setup, racer, raced, assumed, lent }: AnswerWanted): RaceTold {
  const { questions } = racer;
  const { tallies, ifAgree } = raced;
  const [audited, ...auditedOf] = beyondNights({ questions, tallies, ifAgree, lent });
  const [base, ...variants] = raced.tallies.map((tally, i) => summarise(tally, racer.questions[i]!));
  return {
    ...base!,
    startsAt: setup.startsAt ?? null,
    hands: racer.hands,
    assumed,
    unstated: unstatedFlows(racer.questions[0]!.world),
    ifAgentsAgree: besideOf(racer.agreeing, raced.ifAgree),
    leaked: leakedOf(setup),
    ifNotLeaked: besideOf(racer.notLeaked, raced.ifNotLeaked),
    lostAtStart: lostAtStart(racer.questions[0]!),
    ranges: rangesOf(racer.questions[0]!.world, audited),
    beyond: audited?.beyond ?? [],
    losses: lossBars(raced.tallies[0]!),
    variants: variants.map((variant, i) => ({
      ...variantOf(base!, variant, raced.pairs[i]!),
      beyond: auditedOf[i]?.beyond ?? [],
    })),
  };
}

/** As the audit has them, and of what it does not reach as stated. */
function rangesOf({ goals }: Grounded, audited: Audited | undefined): RaceTold["ranges"] {
  const known = new Map(audited?.ranges.map((each) => [each.goal, each]));
  return goals.flatMap(({ id, amount, atLeast }) => {
    const stated =
      amount === undefined || atLeast === undefined ? [] : [{ goal: id, from: atLeast, to: amount }];
    return known.get(id) ?? stated;
  });
}

/** Held is had: such a loss has happened before the first night begins. */
const lostAtStart = ({ world, held }: Racer["questions"][number]): readonly string[] =>
  world.goals.map(({ id }) => id).filter((goal) => held.includes(goal));

const leakedOf = ({ held, heldIfNotLeaked = held }: RaceSetup): readonly string[] =>
  held.filter((word) => !heldIfNotLeaked.includes(word));

function besideOf(
  question: RaceQuestion | undefined,
  tally: RaceTally | undefined,
): RaceTold["ifAgentsAgree"] {
  if (question === undefined || tally === undefined || tally.played === 0) return null;
  const { runs, pLoss, loss, harms } = summarise(tally, question);
  return { runs, pLoss, loss, harms };
}

function variantOf(
  base: RaceAnswer,
  variant: RaceAnswer,
  pairs: ReadonlyMap<string, number>,
): Omit<RaceVariant, "beyond"> {
  const {
    label,
    truncatedRuns,
    pLoss,
    loss,
    firstTakeoverMinutes,
    firstLossMinutes,
    goals,
    ways,
    harms,
    unsized,
  } = variant;
  return {
    measures: variant.measures.filter((id) => !base.measures.includes(id)),
    label,
    truncatedRuns,
    pLoss,
    loss,
    firstTakeoverMinutes,
    firstLossMinutes,
    goals,
    ways,
    harms,
    unsized,
    difference: differenceOf(base.pLoss, pLoss, pairs),
  };
}

/** The normal quantile of 97.5 %. */
const z = 1.959963984540054;

export function differenceOf(
  base: Share,
  variant: Share,
  pairs: ReadonlyMap<string, number>,
): RaceVariant["difference"] {
  let [nights, sum, both, onlyBase, onlyVariant] = [0, 0, 0, 0, 0];
  const differences: (readonly [difference: number, nights: number])[] = [];
  for (const [key, count] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [before = 0, after = 0] = key.split(" ").map(Number);
    differences.push([(after - before) / 100, count]);
    nights += count;
    // Whole hundredths add up to the same in any order.
    sum += (after - before) * count;
    if (before > 0 && after > 0) both += count;
    else if (before > 0) onlyBase += count;
    else if (after > 0) onlyVariant += count;
  }
  if (nights === 0) return { pLoss: { value: 0, ci95: [-1, 1] }, loss: { mean: 0, ci95: [0, 0] } };
  const mean = sum / 100 / nights;
  const squares = differences.reduce((all, [difference, count]) => all + (difference - mean) ** 2 * count, 0);
  const half = nights < 2 ? 0 : z * Math.sqrt(squares / (nights - 1) / nights);
  const neither = nights - both - onlyBase - onlyVariant;
  return {
    pLoss: pairedShares({ base, variant, phi: correlationOf({ both, onlyBase, onlyVariant, neither }) }),
    loss: { mean, ci95: [mean - half, mean + half] },
  };
}

interface FourCounts {
  readonly both: number;
  readonly onlyBase: number;
  readonly onlyVariant: number;
  readonly neither: number;
}

/** Newcombe's correction for the two sides not being independent; 0 where one of them never differs. */
function correlationOf({ both, onlyBase, onlyVariant, neither }: FourCounts): number {
  const product = (both + onlyBase) * (onlyVariant + neither) * (both + onlyVariant) * (onlyBase + neither);
  if (product === 0) return 0;
  const cross = both * neither - onlyBase * onlyVariant;
  const nights = both + onlyBase + onlyVariant + neither;
  return (cross > 0 ? Math.max(cross - nights / 2, 0) : cross) / Math.sqrt(product);
}

interface TwoShares {
  readonly base: Share;
  readonly variant: Share;
  readonly phi: number;
}

function pairedShares({ base, variant, phi }: TwoShares): Share {
  const value = variant.value - base.value;
  const reach = (up: number, down: number) =>
    Math.sqrt(Math.max(0, up ** 2 - 2 * phi * up * down + down ** 2));
  const low = reach(variant.value - variant.ci95[0], base.ci95[1] - base.value);
  const high = reach(variant.ci95[1] - variant.value, base.value - base.ci95[0]);
  const ci95: Interval95 = [Math.max(-1, value - low), Math.min(1, value + high)];
  return { value, ci95 };
}

/** As many bars as fit beside a bottom line; fewer different amounts stand for themselves. */
const barsMax = 12;

export function lossBars({
  losses,
  unsizedOnlyRuns,
}: Pick<RaceTally, "losses" | "unsizedOnlyRuns">): readonly LossBar[] {
  // A night in which something without a sum was lost is no night in which nothing was.
  const sums = [...losses]
    .map(([hundredths, runs]) => [hundredths, hundredths === 0 ? runs - unsizedOnlyRuns : runs] as const)
    .filter(([, runs]) => runs > 0);
  const unsized = unsizedOnlyRuns === 0 ? [] : [{ from: 0, to: 0, runs: unsizedOnlyRuns, isUnsized: true }];
  const bars = barsOfSums(sums).map((bar) => ({ ...bar, isUnsized: false }));
  const nothing = bars.filter(({ to }) => to === 0);
  return [...nothing, ...unsized, ...bars.filter(({ to }) => to > 0)];
}

type SumBar = Omit<LossBar, "isUnsized">;

function barsOfSums(losses: readonly (readonly [hundredths: number, runs: number])[]): readonly SumBar[] {
  const amounts = [...losses]
    .sort(([a], [b]) => a - b)
    .map(([hundredths, runs]) => ({ amount: hundredths / 100, runs }));
  if (amounts.length <= barsMax)
    return amounts.map(({ amount, runs }) => ({ from: amount, to: amount, runs }));
  const most = amounts.at(-1)?.amount ?? 0;
  const width = most / (barsMax - 1);
  const bars: SumBar[] = [];
  for (const { amount, runs } of amounts) {
    // Nothing lost is a bar of its own.
    const at = amount === 0 ? -1 : Math.min(barsMax - 2, Math.ceil(amount / width) - 1);
    const bar = at < 0 ? { from: 0, to: 0 } : { from: at * width, to: (at + 1) * width };
    const last = bars.at(-1);
    if (last?.to === bar.to) bars[bars.length - 1] = { ...last, runs: last.runs + runs };
    else bars.push({ ...bar, runs });
  }
  return bars;
}
