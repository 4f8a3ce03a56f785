/**
 * What an event looks like against what is remembered of this person: a cell of each feature. The likelihoods count
 * cells, so this file says what can tell an owner from somebody in the owner's name, and nothing here knows which of
 * them it was.
 *
 * A feature with several contexts is counted within each: that a person is new, or that an act is odd, is no evidence
 * by itself. *Odd* is a fixed rule over the event and the memory, never over a belief, so the stage of a chain is a
 * function of events alone.
 */
import { type Done, isAnswer, isSetUp } from "./answer.ts";
import type { DetectEvent } from "./event.ts";
import {
  binOfHour,
  deviceClasses,
  deviceClassOf,
  hasNoDevice,
  hasPlace,
  hourShare,
  isCold,
  lineHow,
  numberOfName,
  payeeClasses,
  payeeClassOf,
  place,
  type Row,
  sinceFirstSeen,
  sizeAgainst,
  wasAt,
} from "./habits.ts";
import { kindGroups, proofStrengths, strongestProof } from "./kinds.ts";
import { type Sum, sumOf } from "./worth.ts";

export interface Feature {
  readonly name: string;
  readonly contexts: number;
  readonly cells: number;
  /** How much a log ratio counts: features depend on one another, and the first says most. */
  readonly weight: number;
}

const dependent = 0.65;

export const features = [
  { name: "kind-and-device", contexts: 3, cells: kindGroups.length * deviceClasses.length, weight: 1 },
  { name: "proof", contexts: 6, cells: proofStrengths.length, weight: dependent },
  { name: "hour", contexts: 1, cells: 6, weight: dependent },
  { name: "money", contexts: 4, cells: 16, weight: dependent },
  { name: "line", contexts: 3, cells: 7, weight: dependent },
  { name: "gap", contexts: 8, cells: 9, weight: dependent },
  { name: "place", contexts: 4, cells: 2, weight: dependent },
  { name: "stage", contexts: 1, cells: 8, weight: dependent },
  { name: "unseen", contexts: 1, cells: 4, weight: dependent },
  { name: "same-hand", contexts: 2, cells: 4, weight: dependent },
  { name: "initiator", contexts: 2, cells: 3, weight: dependent },
  { name: "way-in", contexts: 12, cells: 7, weight: dependent },
  { name: "haste", contexts: 6, cells: 6, weight: dependent },
] as const satisfies readonly Feature[];

/** The cell of a feature that says nothing about this event. */
const silent = -1;

/** An event against the memory, before anything is learnt from it. */
export interface Looked {
  readonly isOdd: boolean;
  readonly isCold: boolean;
  /** On no new phone, what everybody does once the institution has changed something of its own accord. */
  readonly isAnswer: boolean;
  /** An account is opened where nothing of this person was seen before. */
  readonly isFirstThere: boolean;
  /** Somebody acts here: an owner, or somebody in the owner's name. */
  readonly isAct: boolean;
  readonly device: number;
  readonly deviceClass: number;
  readonly payee: number;
  readonly isNewPayee: boolean;
  readonly amountClass: number;
  readonly isAgainstOwn: boolean;
  /** Absent: the event names none. */
  readonly sum: Sum | undefined;
  /** The cell of `gap` that was last weighed at an act that was not odd; -1: none. */
  readonly gapTold: number;
  /** The cell of `way-in` that was last weighed; -1: none. */
  readonly wayTold: number;
  /** Since the last odd act: never, within the hour, the day, the week, longer. */
  readonly recency: number;
  /** Feature by feature `context × cells + cell`, or `silent`. Filled in two parts. */
  readonly cells: Int16Array;
}

const sensitive: ReadonlySet<string> = new Set([
  "recover",
  "line",
  "line-service",
  "lift",
  "device",
  "show",
  "bind",
  "hide",
  "credit",
]);
/** What a forged paper gets at a desk: a new SIM, a new phone. */
export const isForgeable = (group: string): boolean =>
  group === "line" || group === "line-service" || group === "device";
/** Acts nobody is asked anything about: a sign, a statement line, or a protection. */
const harmless: ReadonlySet<string> = new Set(["look", "income", "protect"]);

const kindAndDevice = 0;
const proofs = 1;
const hour = 2;
const money = 3;
const line = 4;
const gap = 5;
const whereabouts = 6;
const stage = 7;
const unseen = 8;
const sameHand = 9;
const initiator = 10;
const wayIn = 11;
const haste = 12;
const initiators = ["customer", "helper", "agent"];

const minutesPerHour = 60;
const minutesPerDay = 1_440;
/** For so long a change of the line says something about what comes after it. */
const lineMinutes = 14 * minutesPerDay;

interface Around {
  /** The odd acts so far. */
  readonly acts?: readonly Done[] | undefined;
  readonly region?: string | undefined;
}

const none: readonly never[] = [];

/** The part that needs no closure. `cells` is the caller's, for a million events make no garbage. */
export function look(
  row: Row,
  event: DetectEvent,
  cells: Int16Array,
  { acts = none, region }: Around = {},
): Looked {
  cells.fill(silent);
  const { values, from } = row;
  const { at, group } = event;
  const cold = isCold(row, at);
  const isAct =
    event.initiator !== "institution" && event.kind?.isSign !== true && event.phase !== "cancelled";
  const device = event.device === undefined ? handOf(event, acts) : numberOfName(event.device);
  const seenClass = deviceClassOf(row, device, event.known["device"]);
  // Whom the institution knows as a helper has a device of their own, and that it is new says little.
  const lineAge = at - values[from + place.lineAt]!;
  const how = values[from + place.lineHow]!;
  // A number that was given to somebody else does not come back by waiting.
  const changed = how === lineHow.elsewhere ? lineHow.remote : lineAge < lineMinutes ? how : lineHow.never;
  const deviceClass =
    seenClass === 3 && event.initiator === "helper"
      ? 2
      : // The first device of a person nobody knows, seen only after the line went elsewhere and nobody says that the
        // person was there, is a new one.
        seenClass === 4 && (changed === lineHow.remote || changed === lineHow.atDesk)
        ? 3
        : seenClass;
  const payee = event.payee === undefined ? 0 : numberOfName(event.payee);
  const saidPayee = event.known["payee"] ?? event.known["address"] ?? event.known["wallet"];
  const payeeClass = saidPayee === undefined ? payeeClassOf(row, payee, at) : saidPayee ? 1 : 3;
  const isNewPayee = payeeClass === 3;
  const sum =
    event.amount === undefined
      ? undefined
      : sumOf({
          amount: event.amount,
          currency: event.currency,
          everyday: values[from + place.everyday]!,
          region,
          numberOf: numberOfName,
        });
  const { amountClass: size, isAgainstOwn } = sizeAgainst(row, sum, isNewPayee);
  const isMoney = group === "pay" || group === "credit";
  // Who came in person is the owner, but for a new SIM or phone: that is what is got with a forged paper.
  const isPresent = event.proofs.includes("appear-in-person") && !isForgeable(group);
  const isOdd =
    !isPresent &&
    (isAct || event.kind?.isElsewhere === true) &&
    !harmless.has(group) &&
    (sensitive.has(group) || deviceClass === 3 || (isMoney && isNewPayee && size === 2));
  const recency = recencyOf(row, at);
  const looked = {
    isOdd,
    isCold: cold,
    isAnswer: isAct && (isAnswer(row, event, deviceClass) || isSetUp(acts, event, device)),
    isFirstThere: event.word === "account-opened" && !wasAt(row, event.institution),
    isAct,
    device,
    deviceClass,
    payee,
    isNewPayee,
    amountClass: size,
    isAgainstOwn,
    sum,
    gapTold: values[from + place.gapTold]! - 1,
    wayTold: values[from + place.wayTold]! - 1,
    recency,
    cells,
  };
  if (!isAct) return looked;
  const coarse = deviceClass === 3 ? 2 : deviceClass === 0 ? 0 : 1;
  const isKnownHere =
    deviceClass === 1 || deviceClass === 2 || (deviceClass === 4 && !isFirstSeen(row, device, at));
  if (
    event.kind !== undefined &&
    !(event.group === "probe" && isKnownHere && wasTried(row, event, device)) &&
    !(isKnownHere && isAskedAfresh(row, event, device))
  )
    put(
      cells,
      kindAndDevice,
      // Of whom no device was seen, the first one is no evidence: chains are compared with chains of such, lives with lives.
      deviceClass === 4 || (cold && hasNoDevice(row)) ? 2 : cold ? 1 : 0,
      kindGroups.indexOf(group) * deviceClasses.length + deviceClass,
    );
  if (!harmless.has(group)) put(cells, initiator, isOdd ? 1 : 0, initiators.indexOf(event.initiator));
  if (!cold && isHourNews(row, event, device)) {
    const share = hourShare(row, binOfHour(at, event.offset));
    const rare = share < 0.02 ? 2 : share < 0.07 ? 1 : 0;
    const isNight = binOfHour(at, event.offset) < 2;
    put(cells, hour, 0, rare * 2 + (isNight ? 1 : 0));
  }
  if (isMoney && (payee !== 0 || event.amount !== undefined || saidPayee !== undefined))
    put(
      cells,
      money,
      (coarse === 2 ? 1 : 0) + (isAgainstOwn ? 0 : 2),
      size * payeeClasses.length + payeeClass,
    );
  if (isMoney && deviceClass >= 2 && device !== 0) {
    const isUntried = deviceClass === 3;
    const large = group === "credit" ? 2 : size === 3 ? 0 : size;
    const context = (isUntried ? 3 : 0) + large;
    // Ten payments of a first evening are one evening; a larger one is news.
    if (values[from + place.hasteDevice] !== device || values[from + place.hasteTold]! < context + 1)
      put(cells, haste, context, hasteOf(sinceFirstSeen(row, device, at)));
  }
  if (!harmless.has(group) && isLineNews(row, device)) put(cells, line, coarse, changed);
  lookAtPlace(row, event, { isOdd, isNewDevice: deviceClass === 3 }, cells);
  if (recency > 0 && recency < 4 && !harmless.has(group)) {
    const isSameDevice = device !== 0 && values[from + place.oddDevice] === device;
    const isSamePlace = values[from + place.oddInstitution] === numberOfName(event.institution);
    put(cells, sameHand, isOdd ? 1 : 0, (isSameDevice ? 2 : 0) + (isSamePlace ? 1 : 0));
  }
  return looked;
}

/** What is paid with a wallet is paid by whoever put the card into it, on the device on which they did. */
function handOf({ group, wallet }: DetectEvent, acts: readonly Done[]): number {
  if (wallet === undefined || (group !== "pay" && group !== "credit")) return 0;
  const number = numberOfName(wallet);
  return acts.findLast((act) => act.wallet === number)?.device ?? 0;
}

/** For so long what was told of one device goes on. */
const sittingMinutes = 60;

/** Nobody saw this device before what is being done on it now. */
const isFirstSeen = (row: Row, device: number, at: number): boolean =>
  (sinceFirstSeen(row, device, at) ?? 0) < sittingMinutes;

/**
 * Whoever was turned away on the own phone and asks for another password did one thing: what was forgotten is forgotten
 * once. On a device nobody knows it excuses nothing, for whoever tries in vain has forgotten nothing.
 */
const isAskedAfresh = (row: Pick<Row, "values" | "from">, event: DetectEvent, device: number): boolean =>
  event.group === "recover" && device !== 0 && wasTried(row, event, device);

/**
 * Whoever mistypes a password does so three times, and asks for another one: on the own phone that the door was tried is
 * one fact. On another device each try in vain says a little more.
 */
const wasTried = (
  { values, from }: Pick<Row, "values" | "from">,
  event: DetectEvent,
  device: number,
): boolean =>
  values[from + place.probeOf] === probeOf(event, device) &&
  event.at - values[from + place.probeAt]! < sittingMinutes;

/** Nobody tries a door so often that one more says more. */
const triesMax = 10;

/**
 * How often more than once a door was tried, where one event stands for many. On a phone that is known here all of them
 * are one fact; on any other each try says as much as it would alone.
 */
export const triesAgain = (
  { group, count = 1 }: Pick<DetectEvent, "group" | "count">,
  { deviceClass }: Pick<Looked, "deviceClass">,
): number =>
  group !== "probe" || deviceClass === 1 || deviceClass === 2
    ? 0
    : Math.max(0, Math.min(triesMax, count) - 1);

const probeOf = ({ institution }: DetectEvent, device: number): number => numberOfName(institution) + device;

/** Ten acts of one evening are one evening. */
const isHourNews = ({ values, from }: Row, { at }: DetectEvent, device: number): boolean =>
  values[from + place.hourDevice] !== device || at - values[from + place.hourTold]! >= sittingMinutes;

/** Remembers when the door was tried, and that the hour and the haste were weighed; for whoever learns from it. */
export function tellSitting({ values, from }: Row, event: DetectEvent, { device, cells }: Looked): void {
  if (event.group === "probe") {
    values[from + place.probeAt] = event.at;
    values[from + place.probeOf] = probeOf(event, device);
  }
  if (cells[haste]! >= 0) {
    values[from + place.hasteTold] = Math.floor(cells[haste]! / features[haste].cells) + 1;
    values[from + place.hasteDevice] = device;
  }
  if (cells[hour]! < 0) return;
  values[from + place.hourTold] = event.at;
  values[from + place.hourDevice] = device;
}

/**
 * How the line changed is one fact, however many acts come after it: it is weighed at the first act on each device, or
 * the seventh act would count it seven times and ten harmless ones would make a chain innocent.
 */
function isLineNews({ values, from }: Row, device: number): boolean {
  const told = values[from + place.lineTold]!;
  return told === 0 || (device !== 0 && device !== told);
}

/** Remembers that the line was weighed at this act; for whoever learns from it. */
export function tellLine({ values, from }: Row, group: string, device: number): void {
  if (harmless.has(group)) return;
  if (device !== 0 || values[from + place.lineTold] === 0)
    values[from + place.lineTold] = device === 0 ? noDevice : device;
}

/** Remembers how near the odd acts were at an act that was not odd itself, and which way in; for whoever learns from it. */
export function tellGap({ values, from }: Row, { isOdd, cells }: Looked): void {
  if (cells[wayIn]! >= 0) values[from + place.wayTold] = cells[wayIn]! + 1;
  const told = cells[gap]!;
  if (!isOdd && told >= 0) values[from + place.gapTold] = (told % features[gap]!.cells) + 1;
}

/** Stands for "on no device that was named"; the number of a name is never so small. */
const noDevice = 0.5;

export interface Chain {
  /** Minutes to the nearest loss before and after the event. */
  readonly before: number;
  readonly after: number;
  /** Bits it takes to have got unseen what the act asked. */
  readonly asked: number;
  /** The proofs it gave that whoever did the odd acts could not give by now; of no chain, all. */
  readonly beyond: readonly string[];
  /** Groups of the odd acts of the last day: an owner does one odd thing, or the same one everywhere. */
  readonly groups: ReadonlySet<string>;
  /** Something was added here that still opens or passes on: another mailbox, a card. */
  readonly isBound: boolean;
  /** The odd act before it was a part of this one, or this is the same one elsewhere: one fact. */
  readonly isSameStep: boolean;
  readonly isSameElsewhere: boolean;
  /** This device paid within the day, as an odd act: that it pays has been said. */
  readonly isPaidAgain: boolean;
}

/**
 * The part that needs the closure. How near a loss is and what was asked are evidence of odd acts only; a proof that
 * the intruder of the story has anyway is no proof.
 */
export function lookAtStage(
  looked: Looked,
  event: DetectEvent,
  { before, after, asked, beyond, groups, isBound, isSameStep, isSameElsewhere, isPaidAgain }: Chain,
): void {
  const { isOdd, isAct, isCold, isAnswer: isAnswering, deviceClass, recency, cells } = looked;
  // Whoever sets up a password manager changes twenty in an evening: the twentieth says no more than the second.
  const isTold = isSameElsewhere || isAnswering;
  const proof = proofStrengths.indexOf(strongestProof(beyond));
  // Every chain has a first odd act: that none came before one says nothing that the story's beginning has not said.
  // Of a kind the day has had already, one more is no news; nor is the same nearness at the next ordinary act.
  const cell = gapOf(recency, groups.size);
  const isNews = isOdd ? recency > 0 && recency < 4 && !groups.has(event.group) : cell !== looked.gapTold;
  if (isAct && !isAnswering && (!isCold || recency > 0) && isNews)
    put(cells, gap, (isOdd ? 1 : 0) + (deviceClass === 3 ? 2 : 0) + (isCold ? 4 : 0), cell);
  if (isAct && event.proofs.length > 0 && !(isTold && proof === 0))
    put(cells, proofs, proofContext(event.group), proof);
  if (isAct) lookAtWayIn(looked, event, { groups, isBound });
  if (!isOdd || !isAct) return;
  if (isSameStep || isAnswering || isPaidAgain) cells[kindAndDevice] = silent;
  if (isTold) {
    cells[sameHand] = silent;
    cells[initiator] = silent;
  }
  // The sum that was granted is the sum that is paid out.
  if (isSameStep && event.group === "credit") cells[money] = silent;
  const near = after === Infinity ? 0 : after > minutesPerHour ? 1 : after > 5 ? 2 : 3;
  // That no loss is in reach says what was not read, and speaks for nobody.
  if (near > 0 && (!isTold || after < before)) put(cells, stage, 0, near * 2 + (after < before ? 1 : 0));
  if (!isTold) put(cells, unseen, 0, asked === 0 ? 0 : asked < 8 ? 1 : asked < 14 ? 2 : 3);
}

/** Groups of money and of what is got ready for it. */
const ends: ReadonlySet<string> = new Set(["pay", "credit", "bind", "show", "hide", "other"]);

/**
 * What opened the way in the last day. That somebody pays far more than ever happens, and that a password is forgotten
 * happens; one within a day of the other is how a chain ends, and neither feature alone says it.
 */
function lookAtWayIn(
  { deviceClass, amountClass, isNewPayee, isCold, wayTold, cells }: Looked,
  { group, kind }: DetectEvent,
  { groups, isBound }: Pick<Chain, "groups" | "isBound">,
): void {
  if (!ends.has(group)) return;
  const coarse = deviceClass === 3 || deviceClass === 4 ? 2 : deviceClass === 0 ? 0 : 1;
  const isLarge = group === "credit" || (kind?.isLoss === true && group !== "pay") || amountClass === 2;
  const isEnd = isLarge || (group === "pay" && amountClass === 1 && isNewPayee);
  const line = groups.has("line") || groups.has("line-service") || groups.has("lift");
  const ways = [groups.has("device"), groups.has("recover"), line];
  // Whoever writes in another's name has the answers sent elsewhere, and what was sent taken away.
  const isHidden = group !== "hide" && groups.has("hide");
  const count = ways.filter((is) => is).length + (group === "other" && isHidden && isBound ? 2 : 0);
  const context = coarse + (isEnd ? 3 : 0) + (isCold ? 6 : 0);
  const cell =
    count > 1 ? 5 : count === 1 ? 2 + ways.indexOf(true) : isHidden ? 6 : groups.has("sign-in") ? 1 : 0;
  // Six payments after one forgotten password are one forgotten password.
  if (context * features[wayIn].cells + cell !== wayTold) put(cells, wayIn, context, cell);
}

/** How long ago the last odd act was: never, within the hour, the day, the week, longer. */
function recencyOf({ values, from }: Row, at: number): number {
  if (values[from + place.oddAt] === 0) return 0;
  const since = at - values[from + place.oddAt]!;
  return since < minutesPerHour ? 1 : since < minutesPerDay ? 2 : since < 7 * minutesPerDay ? 3 : 4;
}

/**
 * How long ago, and of how many kinds the odd acts of the last day were: an owner does one odd thing, or the same one
 * everywhere. One feature, for neither says much without the other.
 */
function gapOf(recency: number, groups: number): number {
  const many = Math.min(2, Math.max(0, groups - 1));
  return recency === 0 ? 0 : recency <= 2 ? 1 + 3 * (recency - 1) + many : 4 + recency;
}

/**
 * Where it happened. Where somebody has been before each time, but another place once: ten payments on a journey are
 * one journey. Odd acts and others are told apart, for who is away does there what everybody does; so is a device nobody
 * knows, for a phone goes where its owner goes.
 */
function lookAtPlace(
  row: Row,
  event: DetectEvent,
  { isOdd, isNewDevice }: { readonly isOdd: boolean; readonly isNewDevice: boolean },
  cells: Int16Array,
): void {
  const { values, from } = row;
  if (event.place === undefined || values[from + place.home] === 0) return;
  const here = numberOfName(event.place);
  const isKnown = event.known["place"] === true || here === values[from + place.home] || hasPlace(row, here);
  if (!isKnown && here === values[from + place.lastPlace]) return;
  put(cells, whereabouts, (isOdd ? 1 : 0) + (isNewDevice ? 2 : 0), isKnown ? 0 : 1);
}

/**
 * How soon after a device was first seen money goes out from it: whoever took a line pays within minutes, whoever
 * bought a phone has an evening of setting it up. Seen first with this act is a cell of its own.
 */
function hasteOf(minutes: number | undefined): number {
  if (minutes === undefined) return 0;
  return minutes < 15
    ? 1
    : minutes < minutesPerHour
      ? 2
      : minutes < 6 * minutesPerHour
        ? 3
        : minutes < minutesPerDay
          ? 4
          : 5;
}

function proofContext(group: string): number {
  switch (group) {
    case "look":
      return 0;
    case "sign-in":
      return 1;
    case "recover":
    case "lift":
      return 2;
    case "line":
    case "line-service":
    case "device":
      return 3;
    case "pay":
    case "credit":
    case "own-move":
      return 4;
    default:
      return 5;
  }
}

function put(cells: Int16Array, feature: number, context: number, cell: number): void {
  cells[feature] = context * features[feature]!.cells + cell; // `feature` is one of the constants above.
}
