/**
 * Five stories of one person side by side: the owner as usual, with new things, away; somebody in the owner's name on
 * another device, or on the owner's. A filter over them, one step an event.
 *
 * Under an intruder's story both act: the owner lives on. So an event's likelihood there is a mixture with the owner's,
 * ordinary events hardly clear anybody, and what is decided upon is the *responsibility*: the share of this event that
 * is the intruder's, not how much the person is believed to be attacked.
 */
import { firstIntruder, place, type Row, storyCount } from "./habits.ts";
import { type Logs, logLikelihood, logOfKind } from "./likelihood.ts";

/** A day's chance of passing from the owner's usual life into another story, and of its ending. */
export interface Moves {
  readonly into: readonly [renewing: number, travelling: number, otherDevice: number, ownDevice: number];
  readonly outOf: readonly [renewing: number, travelling: number, intruder: number];
}

/**
 * Attacks come far more rarely than this in life: the share is set so that two to four in a thousand good events
 * are touched in simulation, one in a thousand where life is quiet. A smaller one gives the same curve at smaller thresholds. A phone snatched open is as frequent
 * as everything else together: half of it cannot be told from its owner, so a smaller share would give it up unseen.
 */
export const usualMoves: Moves = {
  into: [1 / 250, 1 / 120, 1 / 1_700, 1 / 1_700],
  outOf: [1 / 10, 1 / 7, 1 / 20],
};

/** How much of what happens is the intruder's doing while there is one. */
const intruderShare = 0.5;
/** No single event, however odd, is worth more than this against the owner's usual story. */
const ratioMax = 1e7;

const minutesPerDay = 1_440;

/** Of somebody never met nobody knows since when it goes on: each story has the share it has in the long run. */
export function begin({ values, from }: Row, { into, outOf }: Moves): void {
  const at = from + place.belief;
  let sum = 1;
  for (let story = 1; story < storyCount; story++) {
    values[at + story] = into[story - 1]! / outOf[Math.min(story - 1, 2)]!;
    sum += values[at + story]!;
  }
  values[at] = 1;
  for (let story = 0; story < storyCount; story++) values[at + story]! /= sum;
}

/**
 * Lets time pass since the last event. Whoever is away can buy a new phone there, and whoever has a new one can travel
 * or be attacked: so every story of the owner's leads into every other, and each ends in the usual life.
 */
export function pass({ values, from }: Row, minutes: number, { into, outOf }: Moves): void {
  if (minutes <= 0) return;
  const days = minutes / minutesPerDay;
  const at = from + place.belief;
  const usual = values[at]!;
  const renewed = values[at + 1]!;
  const gone = values[at + travelling]!;
  const owners = usual + renewed + gone;
  let left = usual;
  let all = 0;
  for (let story = 1; story < storyCount; story++) {
    const own = values[at + story]!;
    const out = own * -Math.expm1(-days * outOf[Math.min(story - 1, 2)]!);
    const share = -Math.expm1(-days * into[story - 1]!);
    all += share;
    const others = story < firstIntruder ? owners - own : owners;
    values[at + story]! += others * share - out;
    left += out - usual * share;
  }
  // What went from one of these two into another story has been counted there.
  lose(values, at + 1, renewed * (all + Math.expm1(-days * into[0])));
  lose(values, at + travelling, gone * (all + Math.expm1(-days * into[travelling - 1]!)));
  values[at] = Math.max(left, 1e-12);
}

function lose(values: Float64Array, at: number, share: number): void {
  values[at] = Math.max(values[at]! - share, 1e-12);
}

/** How much likelier an act is in each story of an intruder's than in the owner's together. */
export type Odds = readonly [otherDevice: number, ownDevice: number];

/** Of what nobody does in the owner's stead nothing speaks for the owner. */
export const noOwner: Odds = [ratioMax, ratioMax];

export interface WeighedEvent {
  /** The intruder's share of this event. */
  readonly ofEvent: number;
  readonly odds: Odds;
}

/** Weighs an event, and believes the stories by it; of one that stands for many, the kind of it `again` and again. */
export function weigh(
  row: Row,
  logs: Logs,
  { cells, again }: { readonly cells: Int16Array; readonly again: number },
): WeighedEvent {
  const first = weighOnce(row, (story) => logLikelihood(logs, story, cells));
  let { ofEvent } = first;
  for (let i = 0; i < again; i++) ({ ofEvent } = weighOnce(row, (story) => logOfKind(logs, story, cells)));
  return { ofEvent, odds: first.odds };
}

function weighOnce({ values, from }: Row, likelihood: (story: number) => number): WeighedEvent {
  const at = from + place.belief;
  const usual = likelihood(0);
  let sum = 0;
  let theirs = 0;
  let owners = 0;
  let ownersBefore = 0;
  const odds: [number, number] = [0, 0];
  for (let story = 0; story < storyCount; story++) {
    const raw = story === 0 ? 1 : Math.exp(likelihood(story) - usual);
    const ratio = Math.min(ratioMax, Math.max(1 / ratioMax, raw));
    const isIntruder = story >= firstIntruder;
    const before = values[at + story]!;
    if (isIntruder) {
      theirs += before * intruderShare * ratio;
      odds[story - firstIntruder] = ratio;
    } else {
      owners += before * ratio;
      ownersBefore += before;
    }
    values[at + story] = before * (isIntruder ? intruderShare * ratio + 1 - intruderShare : ratio);
    sum += values[at + story]!;
  }
  for (let story = 0; story < storyCount; story++) values[at + story]! /= sum;
  const ofOwner = owners / ownersBefore;
  const bounded = (ratio: number) => Math.min(ratioMax, ratio / ofOwner);
  return { ofEvent: theirs / sum, odds: [bounded(odds[0]), bounded(odds[1])] };
}

/** How the stories of an intruder are believed beside one another: shares of one. */
export function intrudersOf({ values, from }: Pick<Row, "values" | "from">): Odds {
  const other = values[from + place.belief + firstIntruder]!;
  const own = values[from + place.belief + firstIntruder + 1]!;
  const both = other + own;
  return both === 0 ? [0.5, 0.5] : [other / both, own / both];
}

/** The carrier saw the phone abroad, or home again: the owner's usual life goes on there, or here. */
export function away({ values, from }: Pick<Row, "values" | "from">, isAway: boolean): void {
  const [out, into] = isAway ? [normal, travelling] : [travelling, normal];
  const at = from + place.belief;
  const moved = values[at + out]! * (1 - leftAfterSign);
  values[at + out]! -= moved;
  values[at + into]! += moved;
}

const normal = 0;
const travelling = 2;
/** A phone in a border town is seen abroad from the kitchen table. */
const leftAfterSign = 0.1;

/** The owner says that the phone is in other hands: what is done on it from now on is that story until somebody proves otherwise. */
export function reportedGone({ values, from }: Pick<Row, "values" | "from">): void {
  const at = from + place.belief;
  for (let story = 0; story < firstIntruder; story++) {
    const moved = values[at + story]! * (1 - leftAfterReport);
    values[at + story]! -= moved;
    values[at + ownDevice]! += moved;
  }
}

const ownDevice = firstIntruder + 1;
/** Of ten phones that are reported lost some are found in the sofa; and a report may be somebody else's spite. */
const leftAfterReport = 0.2;

/** How much is left of a story once a proof it cannot give has been given. */
const leftAfterProof = 0.02;

/** The owner proved to be there, on this device: nobody else acts on it. Other devices are cleared of nothing. */
export function clearStories(
  { values, from }: Row,
  { isOddDevice }: { readonly isOddDevice: boolean },
): void {
  const at = from + place.belief;
  for (let story = firstIntruder; story < storyCount; story++) {
    if (story === firstIntruder && !isOddDevice) continue;
    const gone = values[at + story]! * (1 - leftAfterProof);
    values[at + story]! -= gone;
    values[at]! += gone;
  }
}
