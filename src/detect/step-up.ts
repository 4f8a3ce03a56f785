/**
 * Which proof to ask for: one that somebody who did the odd acts cannot give, by everything archetypes can lend them,
 * and that the owner can, even an owner whose phone and SIM are gone. Appearing in person is always left: where it
 * happened if there is a counter, else at one that the person has somewhere, and then the answer says of which kind.
 */
import type { Catalog } from "../catalog/index.ts";
import type { InstitutionKind } from "../model/index.ts";
import type { DetectEvent } from "./event.ts";
import { type Grown, minutesTo } from "./grow.ts";
import { proofWords } from "./kinds.ts";
import { hasCounter, kindsWithCounter, nodeOfText, type Shape, textsOfPattern } from "./shape.ts";
import { union } from "./trail.ts";

export interface StepUp {
  readonly proof: string;
  readonly why: string;
  /** Appearing in person where the institution itself has no counter: at which kind of institution there is one. */
  readonly at?: InstitutionKind;
}

export interface StepUpQuestion {
  readonly shape: Shape;
  readonly catalog: Catalog;
  readonly event: DetectEvent;
  /** What the intruder of the story holds, this event included. */
  readonly held: readonly number[];
  /** The story is more likely one of the owner's own phone in other hands. */
  readonly isOnOwnDevice: boolean;
  /** The phone or line is said to be gone or replaced: nobody can be asked to tap on it. */
  readonly isPhoneGone: boolean;
  /** An odd act made a device known at this institution: it may be the one that would be asked. */
  readonly isEnrolled: boolean;
  /** Whoever holds the known phone was asked to tap again and again. */
  readonly isWornOut: boolean;
}

/** Who can tell that a card is in the hand is its bank; a PIN is checked by some wallets too. To others a card is a number. */
const readers: Readonly<Record<string, ReadonlySet<InstitutionKind>>> = {
  "card-in-hand": new Set<InstitutionKind>(["bank"]),
  "card-pin": new Set<InstitutionKind>(["bank", "wallet"]),
};

/** Whether this can be shown there; of an institution nobody knows the kind of, what happened tells it. */
function isReadAt(proof: string, { institution, group }: DetectEvent, catalog: Catalog): boolean {
  const kinds = readers[proof];
  if (kinds === undefined) return true;
  const kind = catalog.institutions.get(institution)?.kind;
  return kind === undefined ? group === "pay" || group === "credit" : kinds.has(kind);
}

export const presence = "appear-in-person";
export const tap = "approval-on-known-device";

/** In the order in which they are asked: least trouble first. */
const candidates = [tap, "passkey", "live-face", "payment-password", "card-pin", "card-in-hand", "password"];

export function stepUpFor(question: StepUpQuestion): StepUp {
  const { shape, event, catalog, isOnOwnDevice, isPhoneGone, isEnrolled, isWornOut } = question;
  const closure = worstClosure(question);
  for (const proof of candidates) {
    if (event.proofs.includes(proof)) continue;
    const isOnPhone = proof === tap || proof === "passkey";
    if (isOnPhone && (isOnOwnDevice || isPhoneGone || isEnrolled)) continue;
    if (proof === tap && isWornOut) continue;
    if (!isReadAt(proof, event, catalog)) continue;
    const texts = textsOf(shape, proof, event, catalog);
    // A proof of which this world knows nothing cannot be judged, and is not named.
    if (texts.length === 0 || !texts.every((text) => isOutside(shape, closure, text))) continue;
    if (!isOnPhone && !texts.some((text) => shape.ownerHas.has(text) || proof === "live-face")) continue;
    return { proof, why: "outside-closure" };
  }
  const left: StepUp = { proof: presence, why: "only-presence-left" };
  if (hasCounter(shape, event, catalog)) return left;
  const [at] = kindsWithCounter(shape, catalog);
  return at === undefined ? left : { ...left, at };
}

/** What the intruder of the story could come to hold, with everything that can be lent. */
export function worstClosure({
  shape,
  held,
  isOnOwnDevice,
}: Pick<StepUpQuestion, "shape" | "held" | "isOnOwnDevice">): Grown {
  const phone = isOnOwnDevice ? phonesOpen(shape) : none;
  return shape.worst.closures.of(union(union(held, phone), cardsRead(shape, held)));
}

const none: readonly number[] = [];

const nodesOfTexts = (shape: Shape, texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => nodeOfText(shape, text) ?? []).sort((a, b) => a - b);

const ownOf = ({ reach }: Shape, wanted: string): readonly string[] =>
  [...reach.world.wiring.things.values()].flatMap(({ id, kind, of }) =>
    kind === wanted && of === undefined ? [id] : [],
  );

const phonesOpen = (shape: Shape): readonly number[] =>
  nodesOfTexts(
    shape,
    ownOf(shape, "device").flatMap((id) => [`possess(${id})`, `unlock(${id})`, `approve-on(${id})`]),
  );

/** Whoever can say what stands on a card may have read it off: then the card is in that hand. */
function cardsRead(shape: Shape, held: readonly number[]): readonly number[] {
  const read = ownOf(shape, "card").filter((id) =>
    nodesOfTexts(shape, [`know(${id}.cvv)`, `know(${id}.number)`]).some((node) => held.includes(node)),
  );
  return nodesOfTexts(
    shape,
    read.map((id) => `possess(${id})`),
  );
}

function textsOf(shape: Shape, proof: string, event: DetectEvent, catalog: Catalog): readonly string[] {
  const shows = proofWords[proof]?.shows ?? [];
  const texts = shows.flatMap((pattern) => textsOfPattern(shape, pattern, event, catalog));
  const more = proof === "live-face" ? ["show-face(person)"] : [];
  return [...texts, ...more].filter((text) => nodeOfText(shape, text) !== undefined);
}

const isOutside = (shape: Shape, closure: Grown, text: string): boolean => {
  const node = nodeOfText(shape, text);
  return node === undefined || minutesTo(closure, node) === Infinity;
};
