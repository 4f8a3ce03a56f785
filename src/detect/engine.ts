/**
 * The main flow: one event in, one decision out. `step` changes nothing but the state it is given, and the same state,
 * event and version give the same decision and the same state, to the byte.
 *
 *   seen before? → whose row → time passes → look (habits, device, hour) → what it asked and gave → closure before and
 *   after → weigh the five stories → cheapest decision within its bounds → learn
 *
 * Late and twice: an event seen twice gets its first decision again and counts once; one late by more than a day adds
 * to what the intruder may hold and to nothing else; one dated in the future counts as of the latest before it.
 */
import type { Catalog } from "../catalog/index.ts";
import { basisOf } from "./basis.ts";
import { reasons } from "./because.ts";
import { begin, noOwner, pass, usualMoves, weigh } from "./belief.ts";
import { type Chained, chainOf, lookAtChain } from "./chained.ts";
import { type Cited, citedOf } from "./cited.ts";
import { bounded, cheapest, costsAt, decisions, exposureOf, usualCosts, type Word } from "./decide.ts";
import type { DetectEvent } from "./event.ts";
import { features, type Looked, look, triesAgain } from "./features.ts";
import { deviceClasses, newDevice, numberOfTexts, place, type Row, rowOf } from "./habits.ts";
import { clear, keep, learn, settleLine } from "./learn.ts";
import { isBatch, peopleOfDevice } from "./population.ts";
import { isWornOut } from "./proven.ts";
import { type Judgement, judge } from "./rules.ts";
import { type Decision, type Remark, type State, shapeFor, type Version } from "./state.ts";
import { type StepUp, stepUpFor, tap } from "./step-up.ts";
import { heldBy, type Trail, union } from "./trail.ts";
import { actsPossible, isEnrolledAt, isGone, isPhoneInHand } from "./whose-phone.ts";
import { everydayUnit } from "./worth.ts";

/** Late by more than this, an event teaches no habits and moves no belief. */
export const lateMinutes = 1_440;
/** Ids remembered for "seen before": the latest so many. */
const seenMax = 1 << 20;
/** How long a hold lasts: a day gives a bank's caller and the owner time to meet. */
const holdMinutes = 1_440;

export function step(state: State, event: DetectEvent, version: Version): Decision {
  const content = contentOf(event);
  const before = state.seen.get(event.id);
  if (before !== undefined) return again(event, before, content);
  const decision = stepOnce(state, event, version);
  if (state.seen.size >= seenMax) {
    const [oldest] = state.seen.keys();
    if (oldest !== undefined) state.seen.delete(oldest);
  }
  state.seen.set(event.id, content + decisions.indexOf(decision.decision));
  return decision;
}

/** The first decision stands; nothing is counted. */
function again(event: DetectEvent, first: number, content: number): Decision {
  const decision = first % 4;
  return {
    event: event.id,
    person: event.person,
    decision: decisions[decision] ?? "allow",
    risk: 0,
    stage: { before: undefined, after: undefined },
    madePossible: none,
    chain: none,
    openedBy: none,
    left: none,
    rules: none,
    shadow: none,
    basis: "seen",
    label: "exact",
    because: none,
    said: ["twice", ...(content === first - decision ? [] : (["changed"] as const))],
  };
}

/** Most events have no chain, no rule and nothing to be said of them. */
const none: readonly never[] = [];

/** Turned away on a phone known of old, after another device was asked about: its owner may be on the way to a counter. */
function dispute(trail: Trail | undefined, { word }: DetectEvent, { device, deviceClass }: Looked): void {
  if (trail?.asked === undefined || word !== "sign-in-failed") return;
  if (deviceClass === 1 && device !== trail.asked.device) trail.asked = { ...trail.asked, isDisputed: true };
}

/** A number made from what an event says, a multiple of four; two events of one id that differ in it are two. */
function contentOf(event: DetectEvent): number {
  const { institution, word, person, proofs, payee, device, phase, state, channel, initiator } = event;
  const texts: (string | undefined)[] = [institution, word, person, payee, device, phase, state, channel];
  texts.push(event.place, initiator, ...proofs);
  if (event.wallet !== undefined) texts.push(event.wallet);
  for (const thing in event.things) texts.push(thing, event.things[thing]);
  for (const what in event.known) texts.push(what, event.known[what] === true ? "1" : "0");
  const content = numberOfTexts(texts, [event.at, event.amount ?? -1]);
  return content - (content % 4);
}

/** A finger is compared with those taught to the device it lies on: on one never seen it may be anybody's, and shows nothing. */
function withProofsThatSpeak(event: DetectEvent, { deviceClass }: Looked): DetectEvent {
  if (deviceClass !== newDevice || !event.proofs.includes("fingerprint")) return event;
  return { ...event, proofs: event.proofs.filter((word) => word !== "fingerprint") };
}

/** How often whoever gives what was asked for is somebody else all the same. The author's guess; nobody is asked in a circle. */
const strangerAnswers = 0.02;

const noCells = new Int16Array(features.length);

function stepOnce(state: State, event: DetectEvent, version: Version): Decision {
  const arrived = arrive(state, event, version);
  const { row, isLate, said } = arrived;
  const looked = look(row, arrived.dated, noCells, {
    acts: state.trails.get(event.person)?.acts,
    region: state.regions.get(event.person),
  });
  const dated = withProofsThatSpeak(arrived.dated, looked);
  if (looked.sum !== undefined && looked.sum.unit !== everydayUnit) said.push("unknown-currency");
  const chained = chainOf(state, dated, looked, version);
  lookAtChain(chained, dated, looked);
  if (looked.isAct) version.onCells?.(looked.cells, event);
  if (chained.isProven && !isLate) clear(state, row, dated, chained.provenOn ?? looked.device);
  const { ofEvent, odds } =
    isLate || !looked.isAct
      ? { ofEvent: 0, odds: noOwner }
      : weigh(row, version.logs, { cells: looked.cells, again: triesAgain(dated, looked) });
  const believed = Math.min(1, ofEvent * crowd(state, dated, looked));
  const share = chained.isAnswered ? believed * strangerAnswers : believed;
  // Now, for the act itself is remembered further down.
  const cited = citedOf(chained, { event: dated, looked, row, odds });
  const odd = (chained.trail?.acts.length ?? 0) + (looked.isOdd ? 1 : 0);
  const judged = decide(state, version, { dated, looked, cited, share, odd });
  if (judged.isCut) said.push("window-cut");
  const { decision, rules, shadow } = judged;
  const asks = decision === "allow" ? undefined : ask(state, version, { row, dated, looked, chained, cited });
  const because = reasons(looked, dated, row, chained.trail?.acts ?? none);
  if (!isLate) learn(row, dated, looked);
  dispute(chained.trail, dated, looked);
  if (looked.isOdd) keep(state, dated, { looked, chained, row, isLate, odds });
  rememberAsked(state, dated, looked, asks);
  const told = cited.after ?? cited.before;
  return {
    event: event.id,
    person: event.person,
    decision,
    risk: Math.round(share * 10_000) / 10_000,
    stage: { before: cited.before, after: cited.after },
    madePossible: cited.madePossible,
    chain: cited.ids,
    openedBy: cited.openedBy,
    left: told?.left ?? none,
    ...(decision === "allow" ? undefined : askedFor(decision, asks)),
    rules,
    shadow,
    basis:
      chained.shape === undefined || cited.ids.length === 0
        ? "events"
        : basisOf(chained.shape, told?.left ?? none),
    label: event.kind === undefined ? "open" : chained.shape?.isOwn === false ? "bounds" : "exact",
    because,
    said,
  };
}

interface Arrived {
  readonly row: Row;
  /** The event as of when it counts, and as the institution's own doing where it is one of a batch. */
  readonly dated: DetectEvent;
  readonly isLate: boolean;
  readonly said: Remark[];
}

/** Finds whose event this is and as of when it counts, and lets time pass until then. */
function arrive(state: State, event: DetectEvent, version: Version): Arrived {
  const said: Remark[] = [];
  const row = rowOf(state.rows, event.person);
  const { values, from } = row;
  let now = event.at;
  if (now > version.until) {
    // As of the latest of this person: one wrong clock must not make all that follows late.
    now = row.isFresh ? version.until : values[from + place.last]!;
    said.push("future");
  }
  if (row.isFresh) {
    values[from + place.birth] = now;
    values[from + place.last] = now;
    begin(row, version.moves ?? usualMoves);
    said.push("new-person");
  }
  const isLate = now < values[from + place.last]! - lateMinutes;
  if (isLate) said.push("late");
  if (event.kind === undefined) said.push("unknown-kind");
  noteRegion(state, event, version.catalog);
  const isInBatch = isBatch(state.population, event);
  if (isInBatch) said.push("batch");
  const dated: DetectEvent =
    now === event.at && !isInBatch
      ? event
      : { ...event, at: now, ...(isInBatch ? { initiator: "institution" } : {}) };
  settleLine(row, dated);
  if (!isLate) pass(row, now - values[from + place.last]!, version.moves ?? usualMoves);
  return { row, dated, isLate, said };
}

interface Weighed {
  readonly dated: DetectEvent;
  readonly looked: Looked;
  readonly cited: Cited;
  /** How likely this act is somebody else's. */
  readonly share: number;
  /** Odd acts so far, this one included where it is odd. */
  readonly odd: number;
}

/** What costs least by the belief, within its bounds; and the operator's rules beside it, of which the stricter decides. */
function decide(state: State, version: Version, { dated, looked, cited, share, odd }: Weighed): Judgement {
  const minutes = cited.after?.minutes;
  const costs = version.costs ?? version.rules?.costs ?? usualCosts;
  const exposure = exposureOf(dated, looked, {
    minutes: minutes ?? Infinity,
    isGrown: cited.madePossible.length > 0,
    costs,
  });
  const believed = bounded(cheapest({ share, exposure }, costsAt(costs, dated)), {
    event: dated,
    isAct: looked.isAct,
    groups: cited.groups,
  });
  return judge({
    believed,
    share,
    rules: version.rules,
    windows: state.windows,
    event: dated,
    listed: version.listed,
    person: { deviceClass: deviceClasses[looked.deviceClass] ?? "none", isNewPayee: looked.isNewPayee },
    chain: odd,
    minutes,
  });
}

/** The proof to ask for: one that stops whoever acts in each story that is believed. */
function ask(
  state: State,
  version: Version,
  {
    row,
    dated,
    looked,
    chained,
    cited,
  }: Pick<Weighed, "dated" | "looked" | "cited"> & { readonly row: Row; readonly chained: Chained },
): StepUp {
  const acts = chained.trail?.acts ?? none;
  return stepUpFor({
    shape: chained.shape ?? shapeFor(state, dated, version),
    catalog: version.catalog,
    event: dated,
    held: union(union(heldBy(actsPossible(acts, row)), heldBy(cited.acts)), chained.nodes),
    isOnOwnDevice: isPhoneInHand(row, dated, looked, acts),
    isPhoneGone: isGone(row, dated, acts, looked),
    isEnrolled: isEnrolledAt(dated, looked, acts),
    isWornOut: isWornOut(acts, tap, dated),
  });
}

/** So that who gives it there, on that device, within a day, is known by it. */
function rememberAsked(state: State, dated: DetectEvent, looked: Looked, asks: StepUp | undefined): void {
  const trail = state.trails.get(dated.person);
  if (trail === undefined || asks === undefined) return;
  trail.asked = {
    proof: asks.proof,
    institution: dated.institution,
    device: looked.device,
    at: dated.at,
    ...(asks.at === undefined ? {} : { kind: asks.at }),
  };
}

function askedFor(decision: Word, asks: StepUp | undefined): Pick<Decision, "stepUp" | "hold"> {
  return {
    ...(asks === undefined ? {} : { stepUp: asks }),
    ...(decision === "hold" || decision === "block"
      ? { hold: { minutes: holdMinutes, until: asks?.proof ?? "appear-in-person" } }
      : {}),
  };
}

function noteRegion({ regions }: State, { person, institution }: DetectEvent, catalog: Catalog): void {
  if (regions.has(person)) return;
  const known = catalog.institutions.get(institution)?.regions;
  if (known?.length === 1) regions.set(person, known[0]!); // Its length was just looked at.
}

/** A device that acts for many people is rarely an owner's; a shop's desk says it is an agent's. */
function crowd(state: State, event: DetectEvent, { device, deviceClass, isAct }: Looked): number {
  if (!isAct || device === 0) return 1;
  const people = peopleOfDevice(state.population, device, event.person);
  if (event.initiator === "agent" || deviceClass === 1) return 1;
  return people >= 5 ? 4 : people >= 3 ? 2 : 1;
}
