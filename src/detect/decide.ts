/**
 * Allow, step up, hold or block: what costs least in expectation, given how likely this act is somebody else's and what
 * it opens. The costs are the operator's; those here are what simulated life bears (see docs/reference/detect.md).
 *
 * A cost is counted in usual losses: 1 is the harm of one usual loss gone through, money or not. So no currency has to
 * be known, and a wiped phone has its worth.
 */
import type { DetectEvent } from "./event.ts";
import type { Looked } from "./features.ts";

export const decisions = ["allow", "step-up", "hold", "block"] as const;
export type Word = (typeof decisions)[number];

export interface Costs {
  /** What asking the owner once more costs, what keeping them waiting, what turning them away. */
  readonly stepUp: number;
  readonly hold: number;
  readonly block: number;
}

export const usualCosts: Costs = { stepUp: 0.1, hold: 0.1765, block: 0.2155 };

/** What of the harm comes through all the same: an intruder who passes, a hold that is talked away. */
const through: Readonly<Record<Word, number>> = { allow: 1, "step-up": 0.12, hold: 0.03, block: 0 };

export interface Weighed {
  /** The intruder's share of this event, 0 to 1. */
  readonly share: number;
  /** What the act opens or takes, in usual losses. */
  readonly exposure: number;
}

export function cheapest({ share, exposure }: Weighed, costs: Costs): Word {
  const harm = share * exposure;
  const cost = (word: Word): number =>
    harm * through[word] +
    (word === "step-up" ? costs.stepUp : word === "hold" ? costs.hold : word === "block" ? costs.block : 0);
  let best: Word = "allow";
  for (const word of decisions) if (cost(word) < cost(best)) best = word;
  return best;
}

/** In usual losses: the act's own money by how unusual it is, else how near it brings a loss. */
export function exposureOf(
  event: DetectEvent,
  { amountClass }: Looked,
  { minutes, isGrown }: { readonly minutes: number; readonly isGrown: boolean },
): number {
  if (event.kind?.isLoss === true) return [0.8, 1.3, 1.8, 1][amountClass] ?? 1;
  if (minutes === Infinity) return 0.5;
  const near = Math.exp(-minutes / 240);
  return 0.6 + 0.6 * near + (isGrown ? 0.1 : 0);
}

/** Acts nobody can be asked about any more, or that must never be stood in the way of. */
const neverAsked: ReadonlySet<string> = new Set(["look", "income", "protect", "probe"]);
/** A change of SIM, line or phone: half of those are an owner with a new phone. */
const changesOnly: ReadonlySet<string> = new Set([
  "line",
  "line-service",
  "device",
  "probe",
  "look",
  "protect",
]);

export interface Bounds {
  readonly event: DetectEvent;
  readonly isAct: boolean;
  /** Groups of the odd acts so far, this one included where it is odd. */
  readonly groups: readonly string[];
}

/** What may be decided at all: no word about a sign, and never a hold for a changed SIM or phone alone. */
export function bounded(word: Word, { event, isAct, groups }: Bounds): Word {
  // That a SIM runs in another phone is seen by the carrier, and nobody is there to be asked.
  if (!isAct || neverAsked.has(event.group) || event.word === "device-changed") return "allow";
  const isChangeAlone = groups.every((group) => changesOnly.has(group));
  return isChangeAlone && (word === "hold" || word === "block") ? "step-up" : word;
}
