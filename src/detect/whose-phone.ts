/** Whose the phone is: in whose hand by the acts so far, said to be gone, or made known by whoever acts. */
import { intrudersOf } from "./belief.ts";
import type { DetectEvent } from "./event.ts";
import type { Looked } from "./features.ts";
import { firstIntruder, place, type Row } from "./habits.ts";
import { nodeOfText, type Shape } from "./shape.ts";
import { type Act, type Trail, trailDays } from "./trail.ts";

const minutesPerDay = 1_440;
const otherDevice = firstIntruder;
const ownDevice = firstIntruder + 1;

const phonesKept = new WeakMap<Shape, readonly number[]>();

export function ownPhones(shape: Shape): readonly number[] {
  const known = phonesKept.get(shape);
  if (known !== undefined) return known;
  const found = [...shape.reach.world.wiring.things.values()]
    .filter(({ kind, of }) => kind === "device" && of === undefined)
    .flatMap(({ id }) => [`possess(${id})`, `unlock(${id})`])
    .flatMap((text) => nodeOfText(shape, text) ?? [])
    .sort((a, b) => a - b);
  phonesKept.set(shape, found);
  return found;
}

/**
 * Whether the device that is known here may be one that an odd act, this one included, made known: where an account was
 * opened by one, no other is. A phone the carrier saw is known to nobody else.
 */
export const isEnrolledAt = (
  { institution, group, word }: DetectEvent,
  { isOdd }: Looked,
  acts: readonly Trail["acts"][number][],
): boolean =>
  (isOdd && makesKnown(group, word)) ||
  acts.some((act) => act.institution === institution && makesKnown(act.group, act.word));

const makesKnown = (group: string, word: string): boolean => group === "device" || word === "account-opened";

/**
 * Whether the phone is said to be gone or replaced: its line was suspended or its SIM made anew within the time of a
 * chain, or the SIM was seen in another phone, by whoever names no device that acted.
 */
export function isGone(
  { values, from }: Row,
  { at, group }: DetectEvent,
  acts: readonly Trail["acts"][number][],
  { isOdd, device }: Looked,
): boolean {
  const gone = values[from + place.goneAt]!;
  return (
    (gone !== 0 && at - gone < trailDays * minutesPerDay) ||
    (isOdd && group === "device" && device === 0) ||
    acts.some((act) => act.group === "device" && act.device === 0)
  );
}

/** A story that has this share of what the stories of an intruder have together is one to ask by. */
const storyAsked = 0.1;

/** An act that is so much rarer in one story of an intruder's than in the other is none of that story's. */
const oddsLeft = 0.1;

/**
 * The acts that whoever acts may have done, in any story that is believed. What its owner did on the own phone puts
 * nothing into the hands of somebody who acts from another.
 */
export function actsPossible(acts: readonly Act[], row: Pick<Row, "values" | "from">): readonly Act[] {
  if (acts.length === 0) return acts;
  const believed = intrudersOf(row);
  const isPossible = ({ odds }: Act) =>
    believed.some(
      (share, story) => share >= storyAsked && odds[story]! >= oddsLeft * Math.max(odds[0], odds[1]),
    );
  return acts.every(isPossible) ? acts : acts.filter(isPossible);
}

/**
 * Whether the phone that would be tapped may be in the intruder's hand. What is asked for must stop whoever acts in each
 * story that is believed, not in the likeliest alone. An act on a device never seen before is not on that phone, and
 * there the likelier story counts. Where no device is named, in an app or nobody says where, it may be that phone as
 * long as nothing in the chain spoke of the line or of another one; so may be the first device of somebody nobody knows.
 */
export function isPhoneInHand(
  { values, from }: Row,
  { channel, group }: DetectEvent,
  { deviceClass }: Looked,
  acts: readonly Trail["acts"][number][],
): boolean {
  const isOfLine = (of: string) => of === "line" || of === "line-service";
  if (
    deviceClass === 0 &&
    (channel === "app" || channel === undefined) &&
    !isOfLine(group) &&
    !acts.some((act) => isOfLine(act.group) || act.device !== 0)
  )
    return true;
  // Whoever acts on the phone itself has it, in each story; a computer known as well is another thing.
  if (deviceClass === 1 && channel !== "web") return true;
  if (deviceClass === 4 && !isOfLine(group) && !acts.some((act) => isOfLine(act.group))) return true;
  const other = values[from + place.belief + otherDevice]!;
  const own = values[from + place.belief + ownDevice]!;
  return own > (deviceClass === 3 ? 0.5 : storyAsked) * (own + other);
}
