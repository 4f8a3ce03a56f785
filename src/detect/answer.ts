/**
 * What an institution changed of its own accord (secrets, phones, cards), and what everybody then does: a bank moves its
 * customers, and each of them makes the app known anew, chooses a password, puts the new card in wherever the old one was.
 */
import type { DetectEvent } from "./event.ts";
import { newDevice, numberOfName, place, type Row } from "./habits.ts";

const minutesPerDay = 1_440;
/** For so long people answer what an institution did. */
const answerMinutes = 30 * minutesPerDay;

const setUp: ReadonlySet<string> = new Set(["recover", "device", "bind"]);
const cards: ReadonlySet<string> = new Set(["card-added", "card-bound", "wallet-linked"]);
const unknownDevice = 0;

/** Whether this is what everybody does then, on a device that is not new: where it was changed, or with a card that was sent. */
export function isAnswer({ values, from }: Row, event: DetectEvent, deviceClass: number): boolean {
  if (!setUp.has(event.group) || deviceClass === unknownDevice || deviceClass === newDevice) return false;
  const isSince = (at: number) => at !== 0 && event.at >= at && event.at - at < answerMinutes;
  if (cards.has(event.word) && isSince(values[from + place.cardAt]!)) return true;
  return (
    isSince(values[from + place.anewAt]!) && values[from + place.anewOf] === numberOfName(event.institution)
  );
}

/** An odd act before this one, as far as it matters here. */
export interface Done {
  readonly device: number;
  readonly institution: string;
  /** An account was opened where nothing of this person was seen before. */
  readonly isFirstThere: boolean;
  readonly wallet?: number;
}

/**
 * Whether an account that was opened on this device is set up here: the app made known, a mailbox put in, a password
 * chosen. Whoever opened it did this too, and it opens nothing that was there before: where the person was seen before
 * the opening, nobody says which of two accounts this is. A card is another matter.
 */
export const isSetUp = (acts: readonly Done[], event: DetectEvent, device: number): boolean =>
  device !== unknownDevice &&
  setUp.has(event.group) &&
  !cards.has(event.word) &&
  event.word !== "account-opened" &&
  acts.some((act) => act.isFirstThere && act.device === device && act.institution === event.institution);

/** Remembers the last such change. That a SIM runs in another phone is what a carrier saw, and not what it did. */
export function learnAnew(
  { values, from }: Row,
  { initiator, group, word, institution, at }: DetectEvent,
): void {
  if (initiator !== "institution" || !setUp.has(group) || word === "device-changed") return;
  values[from + place.anewAt] = at;
  values[from + place.anewOf] = numberOfName(institution);
  if (word === "card-added") values[from + place.cardAt] = at;
}
