/**
 * Allow, step up, hold or block: what costs least in expectation, given how likely this act is somebody else's and what
 * it opens. The costs are the operator's; those here are what simulated life bears (see docs/reference/detect.md).
 *
 * A cost is counted in usual losses: 1 is the harm of one usual loss gone through, money or not. So no currency has to
 * be known, and a wiped phone has its worth.
 */
import { type DetectEvent, isAtDesk } from "./event.ts";
import type { Looked } from "./features.ts";
import { everydaySum, everydayUnit } from "./worth.ts";

export const decisions = ["allow", "step-up", "hold", "block"] as const;
export type Word = (typeof decisions)[number];

export interface CostsOfAsking {
  /** What asking the owner once more costs, what keeping them waiting, what turning them away. */
  readonly stepUp: number;
  readonly hold: number;
  readonly block: number;
}

export interface Costs extends CostsOfAsking {
  /** What is usually lost at once, by currency; an amount in another counts by what that is worth. */
  readonly usualLoss?: Readonly<Record<string, number>> | undefined;
  /** By kind or flow: a harm that is not money, or is worth another sum. */
  readonly harm?: Readonly<Record<string, number>> | undefined;
  /** By kind or flow, where asking costs more or less than elsewhere. */
  readonly of?: Readonly<Record<string, CostsOfAsking>> | undefined;
}

export const usualCosts: Costs = { stepUp: 0.1, hold: 0.1945, block: 0.2605 };

/** A flow of an institution, a flow, or a kind: the closest that is named. */
const namesOf = ({ institution, flow, word }: DetectEvent): readonly string[] =>
  flow === undefined ? [word] : [`${institution}/${flow}`, flow, word];

function named<Value>(
  table: Readonly<Record<string, Value>> | undefined,
  event: DetectEvent,
): Value | undefined {
  if (table === undefined) return undefined;
  const name = namesOf(event).find((each) => Object.hasOwn(table, each));
  return name === undefined ? undefined : table[name];
}

/** What asking costs at this event. */
export const costsAt = (costs: Costs, event: DetectEvent): CostsOfAsking => named(costs.of, event) ?? costs;

/** What of the harm comes through all the same: an intruder who passes, a hold that is talked away. */
const through: Readonly<Record<Word, number>> = { allow: 1, "step-up": 0.12, hold: 0.03, block: 0 };

export interface Weighed {
  /** The intruder's share of this event, 0 to 1. */
  readonly share: number;
  /** What the act opens or takes, in usual losses. */
  readonly exposure: number;
}

export function cheapest({ share, exposure }: Weighed, costs: CostsOfAsking): Word {
  const harm = share * exposure;
  const cost = (word: Word): number =>
    harm * through[word] +
    (word === "step-up" ? costs.stepUp : word === "hold" ? costs.hold : word === "block" ? costs.block : 0);
  let best: Word = "allow";
  for (const word of decisions) if (cost(word) < cost(best)) best = word;
  return best;
}

/** A single sum counts as no more than so many usual losses: one number must not outweigh every doubt. */
const exposureMax = 20;
/** Where no operator says what a loss is: a month of what a head earns, in everyday sums, and at most so many of them. */
const usualLossEverydays = 100;
const largeMax = 3;

/** Whoever is written to in the owner's name is asked for a large sum, and no event tells it. */
const speechWorth = 1.5;

/** An act that is not odd opens nothing that was not open: stopping it stops a hand, and no step of the way. */
const opensNothing = 0.5;

/** In usual losses: what the operator says it is worth, the act's own money, else how near it brings a loss. */
export function exposureOf(
  event: DetectEvent,
  { amountClass, sum, isOdd }: Looked,
  { minutes, isGrown, costs }: { readonly minutes: number; readonly isGrown: boolean; readonly costs: Costs },
): number {
  const said = named(costs.harm, event);
  if (said !== undefined) return said;
  if (event.kind?.isLoss === true) {
    const usual = usualLossOf(event, costs);
    if (usual !== undefined && event.amount !== undefined) return Math.min(exposureMax, event.amount / usual);
    if (event.group === "other") return speechWorth;
    const bySize = [0.8, 1.3, 1.8, 1][amountClass] ?? 1;
    if (sum?.unit !== everydayUnit) return bySize;
    return Math.max(bySize, Math.min(largeMax, sum.size / usualLossEverydays));
  }
  if (minutes === Infinity) return isOdd ? 0.5 : 0.5 * opensNothing;
  const near = Math.exp(-minutes / 240);
  return (0.6 + 0.6 * near + (isGrown ? 0.1 : 0)) * (isOdd ? 1 : opensNothing);
}

/** What the operator calls a usual loss, in the currency of this event: named, or worth as much as one that is named. */
function usualLossOf({ currency }: DetectEvent, { usualLoss }: Costs): number | undefined {
  if (usualLoss === undefined || currency === undefined) return undefined;
  if (Object.hasOwn(usualLoss, currency)) return usualLoss[currency];
  const own = everydaySum(currency);
  const [known] = Object.keys(usualLoss)
    .filter((each) => everydaySum(each) !== undefined)
    .sort();
  const theirs = known === undefined ? undefined : everydaySum(known);
  return own === undefined || known === undefined || theirs === undefined
    ? undefined
    : (usualLoss[known]! / theirs) * own; // `known` is a key of it.
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
  // Nothing harder to give is left to be asked for.
  if (event.proofs.includes("appear-in-person")) return "allow";
  const isChangeAlone = groups.every((group) => changesOnly.has(group));
  // Whoever stands in the shop taps on no phone there: what follows tells, and is asked about.
  if (isChangeAlone && event.group === "line" && isAtDesk(event)) return "allow";
  return isChangeAlone && (word === "hold" || word === "block") ? "step-up" : word;
}
