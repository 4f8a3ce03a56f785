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
import { away, begin, clearStories, type Moves, pass, usualMoves, weigh } from "./belief.ts";
import {
  bounded,
  type Costs,
  cheapest,
  costsAt,
  decisions,
  exposureOf,
  usualCosts,
  type Word,
} from "./decide.ts";
import type { DetectEvent } from "./event.ts";
import { features, type Looked, look, lookAtStage, tellGap, tellLine } from "./features.ts";
import { costMax, costOf, type Grown, minutesTo } from "./grow.ts";
import {
  binOfHour,
  deviceClasses,
  firstIntruder,
  learnAmountOf,
  learnDevice,
  learnHour,
  learnPayee,
  lineHow,
  noRows,
  numberOfName,
  numberOfTexts,
  place,
  type Row,
  type Rows,
  rowOf,
} from "./habits.ts";
import { proofWords, strongestProof } from "./kinds.ts";
import type { Logs } from "./likelihood.ts";
import { isBatch, noPopulation, type Population, peopleOfDevice } from "./population.ts";
import { answers, isOwnApproval, isTap, provesOwner, shownBy } from "./proven.ts";
import { type Judged, judge, noWindows, type RuleSet, type Windows } from "./rules.ts";
import { type Meant, meantBy, nodeOfText, partsOf, type Shape, type Stage, stageOf } from "./shape.ts";
import { presence, type StepUp, stepUpFor } from "./step-up.ts";
import { age, noTrail, remember, type Trail, trailDays, union } from "./trail.ts";
import { everydaySum, everydayUnit } from "./worth.ts";

/** Everything a decision rests on beside the events. */
export interface Version {
  readonly catalog: Catalog;
  readonly logs: Logs;
  readonly likelihoods: string;
  /** The shape of a person, or of the somebody of a region; kept by whoever opened the version. */
  readonly shapeOf: (person: string, region: string | undefined) => Shape;
  readonly rules?: RuleSet | undefined;
  readonly costs?: Costs | undefined;
  readonly moves?: Moves | undefined;
  /** The last minute that is not the future. */
  readonly until: number;
  /** Told of every act's cells before it is weighed: by whoever counts likelihoods. */
  readonly onCells?: ((cells: Int16Array, event: DetectEvent) => void) | undefined;
}

export interface State {
  readonly rows: Rows;
  readonly trails: Map<string, Trail>;
  /** By id: a number made from the content, a multiple of four, plus what was decided. */
  readonly seen: Map<string, number>;
  readonly population: Population;
  readonly windows: Windows;
  /** What institutions said of where a person lives, for those nobody described. */
  readonly regions: Map<string, string>;
}

export const noState = (): State => ({
  rows: noRows(),
  trails: new Map(),
  seen: new Map(),
  population: noPopulation(),
  windows: noWindows(),
  regions: new Map(),
});

export type Remark =
  | "twice"
  | "changed"
  | "late"
  | "future"
  | "unknown-kind"
  | "new-person"
  | "batch"
  | "window-cut"
  /** The table has no such currency: the sum is compared with sums in the same one only. */
  | "unknown-currency";

export interface Decision {
  readonly event: string;
  readonly person: string;
  readonly decision: Word;
  /** How likely this act is somebody else's, 0 to 1. */
  readonly risk: number;
  readonly stage: { readonly before: Stage | undefined; readonly after: Stage | undefined };
  /** Losses that were out of reach before this event, or twice as far. */
  readonly madePossible: readonly string[];
  /** The odd acts this rests on, the earliest first. */
  readonly chain: readonly string[];
  /** The flows left on the shortest way to a loss. */
  readonly left: readonly string[];
  readonly stepUp?: StepUp;
  readonly hold?: { readonly minutes: number; readonly until: string };
  /** The operator's rules that spoke. */
  readonly rules: readonly string[];
  /** Rules that would have decided, had they been on. */
  readonly shadow: readonly Judged[];
  /** The weakest source the stage rests on; `assumed` for somebody nobody described. */
  readonly basis: string;
  readonly label: "exact" | "bounds" | "open";
  /** What the acts looked like: the reasons beside the chain. */
  readonly because: readonly string[];
  readonly said: readonly Remark[];
}

const otherDevice = firstIntruder;
const ownDevice = firstIntruder + 1;

const minutesPerHour = 60;
const minutesPerDay = 1_440;
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

/** A number made from what an event says, a multiple of four; two events of one id that differ in it are two. */
function contentOf(event: DetectEvent): number {
  const { institution, word, person, proofs, payee, device, phase, state, channel, initiator } = event;
  const texts: (string | undefined)[] = [institution, word, person, payee, device, phase, state, channel];
  texts.push(event.place, initiator, ...proofs);
  for (const thing in event.things) texts.push(thing, event.things[thing]);
  for (const what in event.known) texts.push(what, event.known[what] === true ? "1" : "0");
  const content = numberOfTexts(texts, [event.at, event.amount ?? -1]);
  return content - (content % 4);
}

const noCells = new Int16Array(features.length);

function stepOnce(state: State, event: DetectEvent, version: Version): Decision {
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
  if (isBatch(state.population, event)) said.push("batch");
  const isInBatch = said.length > 0 && said.includes("batch");
  const dated: DetectEvent =
    now === event.at && !isInBatch
      ? event
      : { ...event, at: now, ...(isInBatch ? { initiator: "institution" } : {}) };
  settleLine(row, dated);
  if (!isLate) pass(row, now - values[from + place.last]!, version.moves ?? usualMoves);
  const looked = look(row, dated, noCells, state.regions.get(event.person));
  if (looked.sum !== undefined && looked.sum.unit !== everydayUnit) said.push("unknown-currency");
  const chained = chainOf(state, dated, looked, version);
  lookAtStage(looked, dated, {
    before: chained.before?.minutes ?? Infinity,
    after: chained.after?.minutes ?? Infinity,
    asked: chained.askedCost,
    beyond: chained.beyond,
    groups: groupsOf(chained.trail, dated.at),
    isBound:
      chained.trail?.acts.some(
        ({ group, institution }) => group === "bind" && institution === event.institution,
      ) === true,
    isSameStep: isSameStep(chained.trail, dated, looked),
  });
  if (looked.isAct) version.onCells?.(looked.cells, event);
  if (chained.isProven && !isLate) clear(state, row, dated, chained.provenOn ?? looked.device);
  const { ofEvent } = isLate || !looked.isAct ? { ofEvent: 0 } : weigh(row, version.logs, looked.cells);
  const share = Math.min(1, ofEvent * crowd(state, dated, looked));
  const isOwn = isPhoneInHand(row, dated, looked, chained.trail?.acts ?? none);
  const acts = chained.trail?.acts ?? none;
  // Now, for the act itself is remembered further down.
  const { ids, groups } = chained.trail ?? noTrails;
  const allGroups = looked.isOdd ? [...groups, dated.group] : groups;
  const chain = looked.isOdd ? [...ids, event.id] : ids;
  const isGrown = chained.madePossible.length > 0;
  const costs = version.costs ?? version.rules?.costs ?? usualCosts;
  const exposure = exposureOf(dated, looked, { minutes: chained.after?.minutes ?? Infinity, isGrown, costs });
  const believed = bounded(cheapest({ share, exposure }, costsAt(costs, dated)), {
    event: dated,
    isAct: looked.isAct,
    groups: allGroups,
  });
  const { decision, rules, shadow, isCut } = judge({
    believed,
    share,
    rules: version.rules,
    windows: state.windows,
    event: dated,
    person: { deviceClass: deviceClasses[looked.deviceClass] ?? "none", isNewPayee: looked.isNewPayee },
    chain: chain.length,
    minutes: chained.after?.minutes,
  });
  if (isCut) said.push("window-cut");
  const isPhoneGone = isGone(row, dated, acts, looked);
  const asks =
    decision === "allow"
      ? undefined
      : stepUpFor({
          shape: chained.shape ?? shapeFor(state, dated, version),
          catalog: version.catalog,
          event: dated,
          held: union(chained.trail?.held ?? [], chained.nodes),
          isOnOwnDevice: isOwn,
          isPhoneGone,
          isEnrolled: isEnrolledAt(dated, looked, acts),
        });
  const because = reasons(looked, dated, row);
  if (!isLate) learn(row, dated, looked);
  if (looked.isOdd) keep(state, dated, { looked, chained, row, isLate });
  const trail = state.trails.get(event.person);
  if (trail !== undefined && asks !== undefined)
    trail.asked = {
      proof: asks.proof,
      institution: event.institution,
      device: looked.device,
      at: now,
      ...(asks.at === undefined ? {} : { kind: asks.at }),
    };
  const told = chained.after ?? chained.before;
  return {
    event: event.id,
    person: event.person,
    decision,
    risk: Math.round(share * 10_000) / 10_000,
    stage: { before: chained.before, after: chained.after },
    madePossible: chained.madePossible,
    chain,
    left: told?.left ?? none,
    ...(decision === "allow" ? undefined : askedFor(decision, asks)),
    rules,
    shadow,
    basis: chained.shape === undefined ? "events" : basisOf(chained.shape, told?.left ?? none),
    label: event.kind === undefined ? "open" : chained.shape?.isOwn === false ? "bounds" : "exact",
    because,
    said,
  };
}

const noTrails: Pick<Trail, "ids" | "groups"> = { ids: none, groups: none };

function askedFor(decision: Word, asks: StepUp | undefined): Pick<Decision, "stepUp" | "hold"> {
  return {
    ...(asks === undefined ? {} : { stepUp: asks }),
    ...(decision === "hold" || decision === "block"
      ? { hold: { minutes: holdMinutes, until: asks?.proof ?? "appear-in-person" } }
      : {}),
  };
}

interface Chained {
  readonly shape: Shape | undefined;
  readonly trail: Trail | undefined;
  readonly before: Stage | undefined;
  readonly after: Stage | undefined;
  readonly madePossible: readonly string[];
  /** What this event asked and gave. */
  readonly nodes: readonly number[];
  /** Bits it takes to have got unseen what it asked. */
  readonly askedCost: number;
  /** The proofs it gave that whoever did the odd acts could not give by now. */
  readonly beyond: readonly string[];
  /** Of what it asked, what only a tap on a phone known before showed. */
  readonly tapped: readonly number[];
  /** It gave a proof that clears whoever gives it. */
  readonly isProven: boolean;
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
  askedCost: 0,
  beyond,
  tapped: none,
  isProven: false,
  provenOn: undefined,
});

/** What the odd acts so far put into one hand, and what this event adds to it. */
function chainOf(
  state: State,
  event: DetectEvent,
  { isOdd, isAct, deviceClass }: Looked,
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
  const beyondFrom = inHand.length === 0 ? from : shape.closures.of(union(held, inHand));
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
    askedCost: Math.min(
      costMax,
      // That the owner's phone is in other hands is where the story of it begins, and no step of it.
      meant.asked.reduce((sum, node) => sum + Math.min(costMax, costOf(beyondFrom, node)), 0),
    ),
    // On the owner's own phone what that phone shows anyway proves nothing, be it the first odd act.
    beyond:
      isCold && inHand.length === 0
        ? event.proofs
        : event.proofs.filter(
            (word) =>
              !(trail !== undefined && isOwnApproval(trail, word, event)) &&
              !canShow(shape, word, event, version, beyondFrom),
          ),
    tapped: isOdd && deviceClass === 3 ? tappedBy(shape, event, { trail, version, meant }) : none,
    isProven,
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
    (word) => isTap(word) && !(trail !== undefined && isOwnApproval(trail, word, event)),
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
const madePossible = (shape: Shape, from: Grown | undefined, to: Grown): readonly string[] =>
  shape.losses
    .filter(({ node }) => {
      const was = from === undefined ? Infinity : minutesTo(from, node);
      const is = minutesTo(to, node);
      return is < Infinity && is <= was / 2;
    })
    .map(({ id }) => id);

/** Which kinds of odd acts the last day had. */
function groupsOf(trail: Trail | undefined, at: number): ReadonlySet<string> {
  if (trail === undefined) return noGroups;
  const since = at - minutesPerDay;
  let found: Set<string> | undefined;
  for (const { at: then, group } of trail.acts)
    if (then >= since) {
      found ??= new Set();
      found.add(group);
    }
  return found ?? noGroups;
}

const noGroups: ReadonlySet<string> = new Set();

/** Groups whose words are often the parts of one request: asked for, consented to, bound; granted, paid out. */
const inParts: ReadonlySet<string> = new Set(["line", "line-service", "device", "recover", "credit"]);

/**
 * The last odd act was another part of this request (of this group, at this institution, within the hour, a loan within the day), or the same
 * one elsewhere on the same phone within the day, where that is no new one: whoever changes passwords changes them
 * everywhere.
 */
function isSameStep(
  trail: Trail | undefined,
  { at, group, institution }: DetectEvent,
  { deviceClass, device }: Looked,
): boolean {
  if (trail === undefined || !inParts.has(group)) return false;
  const last = trail.acts.at(-1);
  // A loan is granted one day and paid out the next.
  const within = group === "credit" ? minutesPerDay : minutesPerHour;
  if (last?.group === group && last.institution === institution && at - last.at < within) return true;
  return (
    deviceClass !== 3 &&
    device !== 0 &&
    trail.acts.some((act) => act.group === group && act.device === device && at - act.at < minutesPerDay)
  );
}

/** A proof the odd acts lead to only later than this is not one the intruder has by now. */
const withinMinutes = 1_440;

/**
 * Whether somebody with this closure can give a proof by now. Which of several things was used nobody says, so one is
 * enough; of a proof with several parts, each part.
 */
function canShow(
  shape: Shape,
  word: string,
  event: DetectEvent,
  { catalog }: Version,
  grown: Grown,
): boolean {
  const parts = partsOf(shape, word, event, catalog);
  const isGiven = (nodes: readonly number[]) => nodes.some((node) => minutesTo(grown, node) <= withinMinutes);
  return (
    parts.length > 0 && (proofWords[word]?.isEither === true ? parts.some(isGiven) : parts.every(isGiven))
  );
}

const phonesKept = new WeakMap<Shape, readonly number[]>();

function ownPhones(shape: Shape): readonly number[] {
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

/** Whether an odd act, this one included, made a device known here; a phone the carrier saw is known to nobody else. */
const isEnrolledAt = (
  { institution, group }: DetectEvent,
  { isOdd }: Looked,
  acts: readonly Trail["acts"][number][],
): boolean =>
  (isOdd && group === "device") ||
  acts.some((act) => act.group === "device" && act.institution === institution);

/**
 * Whether the phone is said to be gone or replaced: its line was suspended or its SIM made anew within the time of a
 * chain, or the SIM was seen in another phone, by whoever names no device that acted.
 */
function isGone(
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

function shapeFor(state: State, event: DetectEvent, { shapeOf }: Version): Shape {
  return shapeOf(event.person, state.regions.get(event.person));
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

/** The owner was there, on this device. */
function clear(state: State, row: Row, event: DetectEvent, device: number): void {
  const { values, from } = row;
  const isOddDevice = device !== 0 && values[from + place.oddDevice] === device;
  clearStories(row, { isOddDevice });
  if (device !== 0) values[from + place.provenDevice] = device;
  if (!isOddDevice) return;
  state.trails.delete(event.person);
  values[from + place.oddAt] = 0;
}

function keep(
  state: State,
  event: DetectEvent,
  {
    looked: { device },
    chained: { nodes, tapped },
    row: { values, from },
    isLate,
  }: { readonly looked: Looked; readonly chained: Chained; readonly row: Row; readonly isLate: boolean },
): void {
  const trail = state.trails.get(event.person) ?? noTrail();
  state.trails.set(event.person, trail);
  const { id, at, group, institution } = event;
  remember(trail, { event: id, at, group, device, institution, nodes, tapped });
  if (isLate) return;
  values[from + place.oddAt] = event.at;
  if (device !== 0) values[from + place.oddDevice] = device;
  values[from + place.oddInstitution] = numberOfName(event.institution);
}

/** Habits, from whatever somebody did; what an institution does is no habit of anybody's. */
function learn(row: Row, event: DetectEvent, looked: Looked): void {
  const { device, payee, isNewPayee, isAct, isOdd, sum } = looked;
  const { values, from } = row;
  values[from + place.last] = Math.max(values[from + place.last]!, event.at);
  values[from + place.events]! += 1;
  learnLine(row, event, looked.deviceClass);
  learnJourney(row, event);
  if (!isAct) return;
  tellLine(row, event.group, device);
  tellGap(row, looked);
  learnDevice(row, device, event.at);
  learnHour(row, binOfHour(event.at, event.offset));
  if (event.group === "pay" || event.group === "credit") {
    learnPayee(row, payee);
    if (sum !== undefined) learnAmountOf(row, sum, isNewPayee);
    const everyday = event.currency === undefined ? undefined : everydaySum(event.currency);
    // What is spent on a journey is not what one is paid in: the first currency stays.
    if (everyday !== undefined && values[from + place.everyday] === 0)
      values[from + place.everyday] = everyday;
  }
  if (event.place !== undefined) {
    const here = numberOfName(event.place);
    // Where somebody was seen once is no home, and an odd act far away makes none of it.
    if (values[from + place.home] === 0 && !isOdd && values[from + place.lastPlace] === here)
      values[from + place.home] = here;
    values[from + place.lastPlace] = here;
  }
}

/** So long, and a number that came to somebody new is theirs. */
const newHolderMinutes = 60 * minutesPerDay;

/**
 * Of somebody first heard of when their number was given to another nobody knows whether it went or came. Whoever opens
 * accounts afterwards, or lives on with it, is its new holder.
 */
function settleLine({ values, from }: Row, { word, at }: DetectEvent): void {
  const since = values[from + place.lineAt]!;
  if (values[from + place.lineHow] !== lineHow.elsewhere || since !== values[from + place.birth]) return;
  if (word === "account-opened" || at - since > newHolderMinutes)
    values[from + place.lineHow] = lineHow.byCarrier;
}

/**
 * The carrier saw the phone abroad, or back: that is a sign of where the owner is, and nobody's act. A line that went
 * elsewhere a short while ago roams with whoever has it, and says nothing of the owner.
 */
function learnJourney({ values, from }: Row, { word, place: where, at }: DetectEvent): void {
  if (word !== "roaming-started" && word !== "roaming-ended") return;
  const how = values[from + place.lineHow]!;
  const isElsewhere = how === lineHow.elsewhere || how === lineHow.remote || how === lineHow.atDesk;
  if (isElsewhere && at - values[from + place.lineAt]! < 14 * minutesPerDay) return;
  away({ values, from }, word === "roaming-started");
  if (word === "roaming-started" && where !== undefined) values[from + place.lastPlace] = numberOfName(where);
}

function learnLine(
  { values, from }: Row,
  { group, word, kind, at, channel, proofs, initiator, device }: DetectEvent,
  deviceClass: number,
): void {
  const set = (how: number) => {
    values[from + place.lineAt] = at;
    values[from + place.lineHow] = how;
    values[from + place.lineTold] = 0;
    if (how === lineHow.lost || how === lineHow.inPerson || how === lineHow.atDesk)
      values[from + place.goneAt] = at;
  };
  if (group === "line") {
    set(
      kind?.isElsewhere === true
        ? lineHow.elsewhere
        : initiator === "institution"
          ? lineHow.byCarrier
          : proofs.includes("appear-in-person")
            ? lineHow.inPerson
            : /^(counter|branch|shop|store)$/.test(channel ?? "")
              ? lineHow.atDesk
              : deviceClass === 1 || strongestProof(proofs) === "device-or-face"
                ? lineHow.remoteKnown
                : lineHow.remote,
    );
  } else if (word === "secondary-number-bound" || (word === "call-forwarding-set" && device === undefined)) {
    set(lineHow.remote);
  } else if (word === "line-suspended" || word === "no-service") {
    const isRecent = at - values[from + place.lineAt]! < minutesPerDay;
    if (!isRecent) set(lineHow.lost);
  }
}

/** A story that has this share of what the stories of an intruder have together is one to ask by. */
const storyAsked = 0.1;

/**
 * Whether the phone that would be tapped may be in the intruder's hand. What is asked for must stop whoever acts in each
 * story that is believed, not in the likeliest alone. An act on a device never seen before is not on that phone, and
 * there the likelier story counts. Where no device is named, in an app or nobody says where, it may be that phone as
 * long as nothing in the chain spoke of the line or of another one.
 */
function isPhoneInHand(
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
  const other = values[from + place.belief + otherDevice]!;
  const own = values[from + place.belief + ownDevice]!;
  return own > (deviceClass === 3 ? 0.5 : storyAsked) * (own + other);
}

/** In words a reader can look up (docs/reference/detect.md): what was unusual about this act. */
function reasons(
  { isOdd, deviceClass, isNewPayee, amountClass, isAgainstOwn, isAct }: Looked,
  event: DetectEvent,
  { values, from }: Row,
): readonly string[] {
  if (!isAct) return nobodyActs;
  const since = event.at - values[from + place.lineAt]!;
  const found: string[] = [];
  if (isOdd) found.push("sensitive");
  if (deviceClass === 3) found.push("new-device");
  if (event.group === "pay" || event.group === "credit") {
    if (isNewPayee) found.push("new-payee");
    if (amountClass === 1 || amountClass === 2)
      found.push(!isAgainstOwn ? "large-amount" : amountClass === 1 ? "high-amount" : "extreme-amount");
  }
  const how = values[from + place.lineHow];
  if (how === lineHow.elsewhere || (how === lineHow.remote && since < 14 * minutesPerDay))
    found.push("line-changed-from-afar");
  return found;
}

const nobodyActs: readonly string[] = ["nobody-acts"];
