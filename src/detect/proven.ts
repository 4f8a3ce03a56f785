/**
 * Who proved to be the owner: what was asked for and given, and proofs that whoever did the odd acts cannot have come to.
 * A tap, a card or coming in person clears; a secret or a face from afar does not, unless it was asked for.
 */
import type { Catalog } from "../catalog/index.ts";
import type { DetectEvent } from "./event.ts";
import { isForgeable } from "./features.ts";
import { minutesTo } from "./grow.ts";
import { numberOfName } from "./habits.ts";
import { partsOf, type Shape } from "./shape.ts";
import { presence, worstClosure } from "./step-up.ts";
import { type Asked, heldUntapped, type Trail } from "./trail.ts";

interface WithCatalog {
  readonly catalog: Catalog;
}

const minutesPerDay = 1_440;

/** Whether one of the proofs given is outside what the odd acts could have led to. */
export function provesOwner(
  shape: Shape,
  { asked, acts }: Pick<Trail, "asked" | "acts">,
  event: DetectEvent,
  version: WithCatalog,
): boolean {
  if (asked !== undefined && answers(event, asked, version)) return true;
  const strong = event.proofs.filter(
    (word) =>
      (clearing.has(word) || (shape.isOwn && word === "live-face")) && !isOwnApproval({ acts }, word, event),
  );
  if (strong.length === 0) return false;
  const shown = strong
    .map((word) => shownBy(shape, word, event, version))
    .filter((nodes) => nodes.length > 0);
  if (shown.length === 0) return false;
  const closure = worstClosure({
    shape,
    // That the phone was tapped once says that its holder tapped, not that it is in other hands.
    held: heldUntapped(acts),
    event,
    catalog: version.catalog,
    isOnOwnDevice: false,
    isPhoneGone: false,
    isEnrolled: false,
  });
  return shown.some((nodes) => nodes.every((node) => minutesTo(closure, node) === Infinity));
}

export const isTap = (word: string): boolean => word === "approval-on-known-device" || word === "passkey";

/**
 * What clears whoever gives it, where the odd acts could not have led to it. A secret can be told to somebody on the
 * phone, and a photo passes some face checks, so neither is among them; what was asked for is.
 */
const clearing: ReadonlySet<string> = new Set([
  "appear-in-person",
  "approval-on-known-device",
  "passkey",
  "card-in-hand",
]);

/** Until a counter is open and somebody has come. */
const toCounterMinutes = 7 * minutesPerDay;

/**
 * What was asked for is given: there, on that device, and soon. Elsewhere, or on another, it answers nothing. Whoever
 * was asked to come and came answers for the device it was about; but a new SIM or phone is what a forged paper gets.
 */
export function answers(event: DetectEvent, asked: Asked, { catalog }: WithCatalog): boolean {
  const { proof, institution, device, at, kind } = asked;
  if (!event.proofs.includes(proof)) return false;
  const since = event.at - at;
  if (proof === presence) {
    const isThere =
      event.institution === institution ||
      (kind !== undefined && catalog.institutions.get(event.institution)?.kind === kind);
    return isThere && !isForgeable(event.group) && since < toCounterMinutes;
  }
  return (
    event.institution === institution &&
    (event.device === undefined ? 0 : numberOfName(event.device)) === device &&
    since < minutesPerDay
  );
}

/** The device that approves may be the one that was made known here by an odd act: then it approves of itself. */
export function isOwnApproval({ acts }: Pick<Trail, "acts">, word: string, event: DetectEvent): boolean {
  if (!isTap(word)) return false;
  if (event.device === undefined) return false;
  const device = numberOfName(event.device);
  return acts.some(
    (act) => act.group === "device" && act.device === device && act.institution === event.institution,
  );
}

/** The nodes one proof shows. */
export const shownBy = (
  shape: Shape,
  word: string,
  event: DetectEvent,
  { catalog }: WithCatalog,
): readonly number[] => partsOf(shape, word, event, catalog).flat();
