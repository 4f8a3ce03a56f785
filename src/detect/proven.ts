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
import { presence, tap, worstClosure } from "./step-up.ts";
import { type Act, type Asked, heldUntapped, type Trail } from "./trail.ts";

interface WithCatalog {
  readonly catalog: Catalog;
}

const minutesPerDay = 1_440;

/** Whether one of the proofs given is outside what the odd acts could have led to. */
export function provesOwner(
  shape: Shape,
  trail: Pick<Trail, "asked" | "acts">,
  event: DetectEvent,
  version: WithCatalog,
): boolean {
  if (answersAsked(trail, event, version)) return true;
  const { acts } = trail;
  const strong = event.proofs.filter(
    (word) => (clearing.has(word) || (shape.isOwn && word === "live-face")) && !isVoidTap(acts, word, event),
  );
  if (strong.length === 0) return false;
  const shown = strong
    .map((word) => shownBy(shape, word, event, version))
    .filter((nodes) => nodes.length > 0);
  if (shown.length === 0) return false;
  // That the phone was tapped once says that its holder tapped, not that it is in other hands.
  const closure = worstClosure({ shape, held: heldUntapped(acts), isOnOwnDevice: false });
  return shown.some((nodes) => nodes.every((node) => minutesTo(closure, node) === Infinity));
}

/** What was asked for is given, and was not worn out of somebody. */
export const answersAsked = (
  { asked, acts }: Pick<Trail, "asked" | "acts">,
  event: DetectEvent,
  version: WithCatalog,
): boolean => asked !== undefined && !isWornOut(acts, asked.proof, event) && answers(event, asked, version);

export const isTap = (word: string): boolean => word === tap || word === "passkey";

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
 * was asked to come and came answers for the device it was about; but a new SIM or phone is what a forged paper gets,
 * and whose known phone was turned away since comes about that.
 */
export function answers(event: DetectEvent, asked: Asked, { catalog }: WithCatalog): boolean {
  const { proof, institution, device, at, kind, isDisputed } = asked;
  if (!event.proofs.includes(proof)) return false;
  const since = event.at - at;
  if (proof === presence) {
    const isThere =
      event.institution === institution ||
      (kind !== undefined && catalog.institutions.get(event.institution)?.kind === kind);
    return isThere && isDisputed !== true && !isForgeable(event.group) && since < toCounterMinutes;
  }
  return (
    event.institution === institution &&
    (event.device === undefined ? 0 : numberOfName(event.device)) === device &&
    since < minutesPerDay
  );
}

/** A tap that speaks of nobody: the device approves of itself, or tapping was the way to have peace. */
export const isVoidTap = (acts: readonly Act[], word: string, event: DetectEvent): boolean =>
  isOwnApproval(acts, word, event) || isWornOut(acts, word, event);

/** The device that approves may be the one that was made known here by an odd act: then it approves of itself. */
function isOwnApproval(acts: readonly Act[], word: string, event: DetectEvent): boolean {
  if (!isTap(word)) return false;
  if (event.device === undefined) return false;
  const device = numberOfName(event.device);
  return acts.some(
    (act) => act.group === "device" && act.device === device && act.institution === event.institution,
  );
}

/** Whoever mistyped a password tries twice; a phone that was asked three times in vain was asked by somebody else. */
const triesWorn = 3;

/**
 * Somebody on this device, new to this person, was turned away again and again here within a day: a yes after that was
 * worn out of whoever holds the known phone, or talked out of them. A key cannot be nagged for.
 */
export function isWornOut(acts: readonly Act[], word: string, event: DetectEvent): boolean {
  if (word !== tap) return false;
  const device = event.device === undefined ? 0 : numberOfName(event.device);
  let tries = 0;
  for (const act of acts)
    if (
      act.word === "sign-in-failed" &&
      act.device === device &&
      act.institution === event.institution &&
      event.at - act.at < minutesPerDay
    )
      tries += act.count;
  return tries >= triesWorn;
}

/** The nodes one proof shows. */
export const shownBy = (
  shape: Shape,
  word: string,
  event: DetectEvent,
  { catalog }: WithCatalog,
): readonly number[] => partsOf(shape, word, event, catalog).flat();
