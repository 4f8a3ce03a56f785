/**
 * The chain an event belongs to: what the odd acts so far put into one hand, what this event asked and gave, and what has
 * come within reach by it. No belief is asked; the same acts are the same chain.
 */

import type { DetectEvent } from "./event.ts";
import { type Looked, lookAtStage } from "./features.ts";
import { costMax, costOf, type Grown, minutesTo } from "./grow.ts";
import { proofWords } from "./kinds.ts";
import { answers, answersAsked, isTap, isVoidTap, provesOwner, shownBy } from "./proven.ts";
import { type Meant, meantBy, partsOf, type Shape, type Stage, stageOf } from "./shape.ts";
import { type State, shapeFor, type Version } from "./state.ts";
import { presence } from "./step-up.ts";
import { type Act, age, heldBy, type Trail, union } from "./trail.ts";
import { ownPhones } from "./whose-phone.ts";

const minutesPerHour = 60;
const minutesPerDay = 1_440;
const none: readonly never[] = [];

export interface Chained {
  readonly shape: Shape | undefined;
  readonly trail: Trail | undefined;
  readonly before: Stage | undefined;
  readonly after: Stage | undefined;
  readonly madePossible: readonly string[];
  /** What this event asked and gave. */
  readonly nodes: readonly number[];
  /** Those of them that it gave. */
  readonly given: readonly number[];
  /** Bits it takes to have got unseen what it asked. */
  readonly askedCost: number;
  /** The proofs it gave that whoever did the odd acts could not give by now. */
  readonly beyond: readonly string[];
  /** Of what it asked, what only a tap on a phone known before showed. */
  readonly tapped: readonly number[];
  /** It gave a proof that clears whoever gives it. */
  readonly isProven: boolean;
  /** The proof is what was asked for. */
  readonly isAnswered: boolean;
  /** Of which device that speaks, where it is not the one that acts: whoever comes to the counter has none in the hand. */
  readonly provenOn: number | undefined;
}

const noChain = (beyond: readonly string[]): Chained => ({
  shape: undefined,
  trail: undefined,
  before: undefined,
  after: undefined,
  madePossible: none,
  nodes: none,
  given: none,
  askedCost: 0,
  beyond,
  tapped: none,
  isProven: false,
  isAnswered: false,
  provenOn: undefined,
});

/** Fills in what of an event's look hangs on the chain before it. */
export function lookAtChain(
  { trail, before, after, askedCost, beyond }: Chained,
  event: DetectEvent,
  looked: Looked,
): void {
  const isElsewhere = isSameElsewhere(trail, event, looked);
  lookAtStage(looked, event, {
    before: before?.minutes ?? Infinity,
    after: after?.minutes ?? Infinity,
    asked: askedCost,
    beyond,
    groups: groupsOf(trail, event.at, looked),
    isBound:
      trail?.acts.some(({ group, institution }) => group === "bind" && institution === event.institution) ===
      true,
    isSameStep: isSameStep(trail, event) || isElsewhere,
    isSameElsewhere: isElsewhere,
    isPaidAgain: isPaidAgain(trail, event, looked),
  });
}

const isPaidAgain = (trail: Trail | undefined, { at, group }: DetectEvent, { device }: Looked): boolean =>
  group === "pay" &&
  device !== 0 &&
  trail?.acts.some((act) => act.group === "pay" && act.device === device && at - act.at < minutesPerDay) ===
    true;

/** What the odd acts so far put into one hand, and what this event adds to it. */
export function chainOf(
  state: State,
  event: DetectEvent,
  { isOdd, isAct, device, deviceClass }: Looked,
  version: Version,
): Chained {
  const trail = state.trails.get(event.person);
  if (trail !== undefined) {
    age(trail, event.at);
    if (trail.acts.length === 0) state.trails.delete(event.person);
  }
  const isCold = trail === undefined || trail.acts.length === 0;
  if (!isOdd && isCold) return noChain(event.proofs);
  const shape = shapeFor(state, event, version);
  const held = trail?.held ?? none;
  // Only an odd act adds anything, and only of an odd act it is asked how it could have been done.
  const meant: Meant = isOdd ? meantBy(shape, event, version.catalog) : nothingMeant;
  // Whoever does an odd act on the owner's phone, and is not the owner, has it open in the hand.
  const inHand = isOdd && deviceClass === 1 && event.device !== undefined ? ownPhones(shape) : none;
  const asked = union(meant.asked, inHand);
  const nodes = isOdd ? union(asked, meant.given) : none;
  const from = shape.closures.of(held);
  // What a phone never seen did puts nothing into the hand on the one known of old, nor the other way round.
  const heldHere = union(heldByHand(trail, { device, deviceClass }, held), inHand);
  const hand: Hand = { held: heldHere, grown: shape.closures.of(heldHere) };
  const to = isOdd ? shape.closures.of(union(held, nodes)) : from;
  const isProven =
    !isCold &&
    isAct &&
    event.state === "done" &&
    event.proofs.length > 0 &&
    provesOwner(shape, trail, event, version);
  return {
    shape,
    trail,
    before: held.length === 0 ? undefined : stageOf(shape, from),
    after: stageOf(shape, to),
    madePossible: to === from ? none : madePossible(shape, held.length > 0 ? from : undefined, to),
    nodes,
    given: meant.given,
    askedCost: Math.min(
      costMax,
      // That the owner's phone is in other hands is where the story of it begins, and no step of it.
      meant.asked.reduce((sum, node) => sum + Math.min(costMax, costOf(hand.grown, node)), 0),
    ),
    // On the owner's own phone what that phone shows anyway proves nothing, be it the first odd act.
    beyond:
      isCold && inHand.length === 0
        ? event.proofs
        : event.proofs.filter(
            (word) =>
              !(trail !== undefined && isVoidTap(trail.acts, word, event)) &&
              !canShow(shape, word, event, version, hand),
          ),
    tapped: isOdd && deviceClass === 3 ? tappedBy(shape, event, { trail, version, meant }) : none,
    isProven,
    isAnswered: isProven && answersAsked(trail, event, version),
    provenOn:
      isProven && trail.asked?.proof === presence && answers(event, trail.asked, version)
        ? trail.asked.device
        : undefined,
  };
}

/** On a new device: what a tap on a phone known before showed, and nothing else of this event did. */
function tappedBy(
  shape: Shape,
  event: DetectEvent,
  {
    trail,
    version,
    meant,
  }: { readonly trail: Trail | undefined; readonly version: Version; readonly meant: Meant },
): readonly number[] {
  const words = event.proofs.filter(
    (word) => isTap(word) && !(trail !== undefined && isVoidTap(trail.acts, word, event)),
  );
  if (words.length === 0) return none;
  const others = meantBy(
    shape,
    { ...event, proofs: event.proofs.filter((word) => !words.includes(word)) },
    version.catalog,
  );
  return words
    .flatMap((word) => shownBy(shape, word, event, version))
    .filter((node) => !others.asked.includes(node) && !meant.given.includes(node));
}

const nothingMeant: Meant = { asked: none, given: none };

/** Losses that come within reach, or at least twice as near. */
export const madePossible = (shape: Shape, from: Grown | undefined, to: Grown): readonly string[] =>
  shape.losses
    .filter(({ node }) => {
      const was = from === undefined ? Infinity : minutesTo(from, node);
      const is = minutesTo(to, node);
      return is < Infinity && is <= was / 2;
    })
    .map(({ id }) => id);

/**
 * Which kinds of odd acts the last day had that may be of the hand that acts now: what a phone never seen did opens
 * nothing to the owner's old one, nor the other way round. What answers an institution is of no such kind.
 */
function groupsOf(
  trail: Trail | undefined,
  at: number,
  { device, deviceClass }: Pick<Looked, "device" | "deviceClass">,
): ReadonlySet<string> {
  if (trail === undefined) return noGroups;
  const since = at - minutesPerDay;
  let found: Set<string> | undefined;
  for (const act of trail.acts)
    if (act.at >= since && !act.isAnswer && !isOfOtherHand(act, { device, deviceClass })) {
      found ??= new Set();
      found.add(act.group);
    }
  return found ?? noGroups;
}

type OnDevice = Pick<Looked, "device" | "deviceClass">;

/** One of the two was done on the phone known of old, the other on one that is not. */
const isOfOtherHand = (act: Act, { device, deviceClass }: OnDevice): boolean =>
  device !== 0 &&
  act.device !== 0 &&
  act.device !== device &&
  (deviceClass === old) !== (act.deviceClass === old);

/** What the odd acts put into the hand that acts now. */
function heldByHand(trail: Trail | undefined, on: OnDevice, all: readonly number[]): readonly number[] {
  if (trail === undefined || !trail.acts.some((act) => isOfOtherHand(act, on))) return all;
  return heldBy(trail.acts.filter((act) => !isOfOtherHand(act, on)));
}

const noGroups: ReadonlySet<string> = new Set();
/** The class of a device known of old. */
const old = 1;

/** Groups whose words are often the parts of one request: asked for, consented to, bound; granted, paid out. */
const inParts: ReadonlySet<string> = new Set(["line", "line-service", "device", "recover", "credit"]);

/** The last odd act was another part of this request: of this group, at this institution, within the hour, a loan within the day. */
function isSameStep(trail: Trail | undefined, { at, group, institution }: DetectEvent): boolean {
  if (trail === undefined || !inParts.has(group)) return false;
  const last = trail.acts.at(-1);
  // A loan is granted one day and paid out the next.
  const within = group === "credit" ? minutesPerDay : minutesPerHour;
  return last?.group === group && last.institution === institution && at - last.at < within;
}

/** The same was done elsewhere on the same phone within the day, and that is no new one: whoever changes passwords changes them everywhere. */
const isSameElsewhere = (
  trail: Trail | undefined,
  { at, group }: DetectEvent,
  { deviceClass, device }: Looked,
): boolean =>
  trail !== undefined &&
  inParts.has(group) &&
  deviceClass !== 3 &&
  device !== 0 &&
  trail.acts.some((act) => act.group === group && act.device === device && at - act.at < minutesPerDay);

/** A proof the odd acts lead to only later than this is not one the intruder has by now. */
const withinMinutes = 1_440;

const unlocks = (word: string): boolean =>
  proofWords[word]?.shows.some((node) => node.includes("(device.")) === true;

interface Hand {
  readonly held: readonly number[];
  readonly grown: Grown;
}

/**
 * Whether somebody with this hand can give a proof by now. Which of several things was used nobody says, so one is
 * enough; of a proof with several parts, each part. A secret of an institution is come by there, and seen: as long as
 * nothing was, it is the old one that was shown. What unlocks a phone goes with the phone.
 */
function canShow(
  shape: Shape,
  word: string,
  event: DetectEvent,
  { catalog }: Version,
  { held, grown }: Hand,
): boolean {
  const parts = partsOf(shape, word, event, catalog);
  const isGiven =
    proofWords[word]?.strength === "secret" && !unlocks(word)
      ? (nodes: readonly number[]) => nodes.some((node) => held.includes(node))
      : (nodes: readonly number[]) => nodes.some((node) => minutesTo(grown, node) <= withinMinutes);
  return (
    parts.length > 0 && (proofWords[word]?.isEither === true ? parts.some(isGiven) : parts.every(isGiven))
  );
}
