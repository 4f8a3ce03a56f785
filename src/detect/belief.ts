/**
 * Five stories of one person side by side: the owner as usual, with new things, away; somebody in the owner's name on
 * another device, or on the owner's. A filter over them, one step an event.
 *
 * Under an intruder's story both act: the owner lives on. So an event's likelihood there is a mixture with the owner's,
 * ordinary events hardly clear anybody, and what is decided upon is the *responsibility*: the share of this event that
 * is the intruder's, not how much the person is believed to be attacked.
 */
import { firstIntruder, place, type Row, storyCount } from "./habits.ts";
import { type Logs, logLikelihood } from "./likelihood.ts";

/** A day's chance of passing from the owner's usual life into another story, and of its ending. */
export interface Moves {
  readonly into: readonly [renewing: number, travelling: number, otherDevice: number, ownDevice: number];
  readonly outOf: readonly [renewing: number, travelling: number, intruder: number];
}

/**
 * Attacks come far more rarely than this in life: the share is set so that about one in two thousand good events is
 * touched in simulation. A smaller one gives the same curve at smaller thresholds. A phone snatched open is as frequent
 * as everything else together: half of it cannot be told from its owner, so a smaller share would give it up unseen.
 */
export const usualMoves: Moves = {
  into: [1 / 500, 1 / 120, 1 / 1_700, 1 / 1_700],
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

/** Lets time pass since the last event. */
export function pass({ values, from }: Row, minutes: number, { into, outOf }: Moves): void {
  const days = Math.max(0, minutes) / minutesPerDay;
  const at = from + place.belief;
  const normal = values[at]!;
  let left = normal;
  for (let story = 1; story < storyCount; story++) {
    const out = values[at + story]! * -Math.expm1(-days * outOf[Math.min(story - 1, 2)]!);
    const inward = normal * -Math.expm1(-days * into[story - 1]!);
    values[at + story]! += inward - out;
    left += out - inward;
  }
  values[at] = Math.max(left, 1e-12);
}

/** Weighs an event; the intruder's share of it, and of the person, afterwards. */
export function weigh(
  { values, from }: Row,
  logs: Logs,
  cells: Int16Array,
): { readonly ofEvent: number; readonly ofPerson: number } {
  const at = from + place.belief;
  const usual = logLikelihood(logs, 0, cells);
  let sum = 0;
  let theirs = 0;
  for (let story = 0; story < storyCount; story++) {
    const raw = story === 0 ? 1 : Math.exp(logLikelihood(logs, story, cells) - usual);
    const ratio = Math.min(ratioMax, Math.max(1 / ratioMax, raw));
    const isIntruder = story >= firstIntruder;
    const before = values[at + story]!;
    if (isIntruder) theirs += before * intruderShare * ratio;
    values[at + story] = before * (isIntruder ? intruderShare * ratio + 1 - intruderShare : ratio);
    sum += values[at + story]!;
  }
  let ofPerson = 0;
  for (let story = 0; story < storyCount; story++) {
    values[at + story]! /= sum;
    if (story >= firstIntruder) ofPerson += values[at + story]!;
  }
  return { ofEvent: theirs / sum, ofPerson };
}

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
