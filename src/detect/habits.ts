/**
 * What is remembered of one identity: fixed places in one row of numbers, so that a million quiet people are a few
 * hundred megabytes, a snapshot is a copy, and nothing grows with the number of events.
 *
 * Names of devices, payees and places are kept as numbers made from them (53 bits): whoever reads the memory finds no
 * name. Times are minutes since 1970.
 */

import { everydayUnit, type Sum } from "./worth.ts";

export const storyNames = ["normal", "renewing", "travelling", "other-device", "own-device"] as const;
export type StoryName = (typeof storyNames)[number];
export const storyCount = storyNames.length;
/** The stories from here on are those of somebody who is not the owner. */
export const firstIntruder = 3;

const devicesMax = 4;
const payeesMax = 16;
/** Home, work, those one stays with, where one's network comes out. */
const placesMax = 6;
const hourBins = 8;

/** Where each thing stands in a row. */
export const place = {
  belief: 0,
  last: 5,
  birth: 6,
  events: 7,
  oddAt: 8,
  oddDevice: 9,
  oddInstitution: 10,
  newAmountMean: 11,
  home: 12,
  lastPlace: 13,
  newAmountSpread: 14,
  lineAt: 15,
  lineHow: 16,
  amountMean: 17,
  amountSpread: 18,
  amounts: 19,
  lineTold: 20,
  /** When phone and SIM were said to be gone, or replaced where the person was. */
  goneAt: 21,
  provenDevice: 22,
  newAmounts: 23,
  hours: 24,
  devices: 32,
  payees: 44,
  /** In which unit the amounts are (`worth.ts`); 0: none was seen. */
  unit: 60,
  /** An everyday sum of the currency last paid in. */
  everyday: 61,
  /** How the odd acts of the last days were last weighed at an act that was not odd. */
  gapTold: 62,
  /** By which way in an act was last weighed. */
  wayTold: 63,
  places: 64,
  /** When the door was last tried, and where and on what. */
  probeAt: 70,
  probeOf: 71,
  /** When, and on what, the hour was last weighed. */
  hourTold: 72,
  hourDevice: 73,
  /** When an institution last changed something of its own accord, and which; when one last made a card. */
  anewAt: 74,
  anewOf: 75,
  cardAt: 76,
  /** When each of the payees was first paid. */
  payeesSince: 77,
  /** In which context and on what the haste was last weighed. */
  hasteTold: 93,
  hasteDevice: 94,
  /** Marks of the institutions where anything was seen. */
  seenAt: 95,
} as const;
export const rowLength = 99;

/** How a line last changed hands. */
export const lineHow = {
  never: 0,
  inPerson: 1,
  remote: 2,
  byCarrier: 3,
  lost: 4,
  /** In a shop, and nobody says that the person was there: a forged paper and a clerk who is paid get that too. */
  atDesk: 5,
  /** From afar, on a phone known of old or with a proof that is one's own. */
  remoteKnown: 6,
  elsewhere: 7,
} as const;

/** Rows of many identities, in slabs that are never moved. */
export interface Rows {
  readonly slabs: Float64Array[];
  readonly numberOf: Map<string, number>;
}

const rowsOfSlab = 1_024;

export const noRows = (): Rows => ({ slabs: [], numberOf: new Map() });

export interface Row {
  readonly values: Float64Array;
  readonly from: number;
  readonly isFresh: boolean;
}

/** The row of this identity; a new one believes the owner is the owner. */
export function rowOf(rows: Rows, person: string): Row {
  const known = rows.numberOf.get(person);
  const number = known ?? rows.numberOf.size;
  const slab = Math.floor(number / rowsOfSlab);
  if (known === undefined) {
    rows.numberOf.set(person, number);
    if (slab === rows.slabs.length) rows.slabs.push(new Float64Array(rowsOfSlab * rowLength));
  }
  const values = rows.slabs[slab]!; // The slab was pushed when its first row was asked for.
  const from = (number % rowsOfSlab) * rowLength;
  if (known === undefined) values[from] = 1;
  return { values, from, isFresh: known === undefined };
}

/** How the five stories are believed now, in the order of their names; `undefined`: nothing is known of this person. */
export function storiesOf(rows: Rows, person: string): readonly number[] | undefined {
  if (!rows.numberOf.has(person)) return undefined;
  const { values, from } = rowOf(rows, person);
  return Array.from(values.subarray(from + place.belief, from + place.belief + storyCount));
}

/** A stable number for a name, never 0. */
export function numberOfName(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return ((high >>> 0) & 0x1fffff) * 4_294_967_296 + (low >>> 0) + 1;
}

/** The same for several texts and numbers, without joining them; what is absent is not what is empty. */
export function numberOfTexts(texts: readonly (string | undefined)[], numbers: readonly number[]): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  const mix = (code: number) => {
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  };
  for (const text of texts) {
    mix(text === undefined ? 0x10000 : 0x10001);
    if (text !== undefined) for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
  }
  for (const number of numbers) {
    mix(Math.trunc(number * 60_000) % 4_294_967_296);
    mix(Math.trunc(number / 71_582) | 0);
  }
  return ((high >>> 0) & 0x1fffff) * 4_294_967_296 + (low >>> 0) + 1;
}

const minutesPerDay = 1_440;
/** A device in use for so long is the owner's until something speaks against it. */
const oldDeviceMinutes = 14 * minutesPerDay;
const newDeviceMinutes = 2 * minutesPerDay;
/** So long, or so few events, and habits say nothing yet. */
const coldMinutes = 7 * minutesPerDay;
const coldEvents = 20;

export const deviceClasses = ["none", "old", "young", "new", "first"] as const;
/** The class of a device never seen. */
export const newDevice: number = deviceClasses.indexOf("new");

export const isCold = ({ values, from }: Row, at: number): boolean =>
  at - values[from + place.birth]! < coldMinutes || values[from + place.events]! < coldEvents;

/** The place of this device among those remembered; -1: it was never seen. */
function findDevice({ values, from }: Row, device: number): number {
  for (let i = 0; i < devicesMax; i++) if (values[from + place.devices + 3 * i] === device) return i;
  return -1;
}

/** none, old, young, new; `first` while nobody can say what the owner's devices are. */
export function deviceClassOf(row: Row, device: number, isKnown: boolean | undefined): number {
  if (device === 0) return isKnown === false ? 3 : isKnown === true ? 1 : 0;
  if (isKnown === true) return 1;
  const { values, from } = row;
  const found = findDevice(row, device);
  if (isKnown === false && found < 0) return 3;
  if (found < 0) return hasNoDevice(row) ? 4 : 3;
  if (values[from + place.provenDevice] === device) return 1;
  const first = values[from + place.devices + 3 * found + 1]!;
  // Over how long it was used, not since when it is known: what signed in once and came back for the money is no friend.
  const used = values[from + place.devices + 3 * found + 2]! - first;
  if (used >= oldDeviceMinutes) return 1;
  if (isFirstDevice(row, first)) return used >= coldMinutes ? 1 : 4;
  return used >= newDeviceMinutes ? 2 : 3;
}

/** Minutes since this device was first seen; `undefined`: it never was. */
export function sinceFirstSeen(row: Row, device: number, at: number): number | undefined {
  const found = findDevice(row, device);
  return found < 0 ? undefined : at - row.values[row.from + place.devices + 3 * found + 1]!;
}

export const hasNoDevice = ({ values, from }: Row): boolean => {
  for (let i = 0; i < devicesMax; i++) if (values[from + place.devices + 3 * i] !== 0) return false;
  return true;
};

/** Nobody was seen with another one before: of a new identity it is the only thing to go by. */
function isFirstDevice({ values, from }: Row, first: number): boolean {
  for (let i = 0; i < devicesMax; i++) {
    const at = from + place.devices + 3 * i;
    if (values[at] !== 0 && values[at + 1]! < first) return false;
  }
  return true;
}

/** Remembers a device; the one not used for longest makes room. */
export function learnDevice(row: Row, device: number, at: number): void {
  if (device === 0) return;
  const { values, from } = row;
  let slot = findDevice(row, device);
  if (slot < 0) {
    slot = 0;
    for (let i = 1; i < devicesMax; i++)
      if (values[from + place.devices + 3 * i + 2]! < values[from + place.devices + 3 * slot + 2]!) slot = i;
    values[from + place.devices + 3 * slot] = device;
    values[from + place.devices + 3 * slot + 1] = at;
  }
  const last = from + place.devices + 3 * slot + 2;
  values[last] = Math.max(values[last]!, at);
}

export const payeeClasses = ["none", "old", "young", "new"] as const;

/** Whoever was first paid so long ago was paid before any chain that goes on now. */
const oldPayeeMinutes = 7 * minutesPerDay;

/** none, old, young, new: whoever takes an account pays twice, and the second time makes nobody the owner's payee. */
export function payeeClassOf({ values, from }: Row, payee: number, at: number): number {
  if (payee === 0) return 0;
  for (let i = 0; i < payeesMax; i++)
    if (values[from + place.payees + i] === payee)
      return at - values[from + place.payeesSince + i]! >= oldPayeeMinutes ? 1 : 2;
  return 3;
}

/** Whether somebody was here before and did what anybody does. */
export const hasPlace = (row: Row, here: number): boolean => isAmong(row, place.places, placesMax, here);

/** Remembers a payee, the latest first, and since when. */
export function learnPayee(row: Row, payee: number, at: number): void {
  if (payee === 0) return;
  const { values, from } = row;
  const found = toFront(row, place.payees, payeesMax, payee);
  const start = from + place.payeesSince;
  const since = found < 0 ? at : values[start + found]!;
  values.copyWithin(start + 1, start, start + (found < 0 ? payeesMax - 1 : found));
  values[start] = since;
}

const marksOfPlace = 32;
const marks = (rowLength - place.seenAt) * marksOfPlace;

/** Two marks of each name: who was never there may look as if they had been, but who was there is always found. */
function marksOf(institution: string): readonly [number, number] {
  const number = numberOfName(institution);
  return [number % marks, Math.floor(number / marks) % marks];
}

/** Whether anything of this person was seen there. */
export const wasAt = ({ values, from }: Row, institution: string): boolean =>
  marksOf(institution).every((mark) => {
    const kept = values[from + place.seenAt + Math.floor(mark / marksOfPlace)]!;
    return Math.floor(kept / 2 ** (mark % marksOfPlace)) % 2 === 1;
  });

export function learnInstitution(row: Row, institution: string): void {
  if (wasAt(row, institution)) return;
  for (const mark of marksOf(institution)) {
    const at = row.from + place.seenAt + Math.floor(mark / marksOfPlace);
    row.values[at] = (row.values[at]! | 0 | (1 << (mark % marksOfPlace))) >>> 0;
  }
}

export function learnPlace(row: Row, here: number): void {
  if (here !== 0) toFront(row, place.places, placesMax, here);
}

function isAmong({ values, from }: Row, start: number, most: number, name: number): boolean {
  for (let i = 0; i < most; i++) if (values[from + start + i] === name) return true;
  return false;
}

/** Remembers a name, the latest first, and says where it stood; -1: nowhere. */
function toFront({ values, from }: Row, place: number, most: number, name: number): number {
  const start = from + place;
  let found = -1;
  for (let i = 0; i < most; i++)
    if (values[start + i] === name) {
      found = i;
      break;
    }
  values.copyWithin(start + 1, start, start + (found < 0 ? most - 1 : found));
  values[start] = name;
  return found;
}

/** Older hours and amounts count less; half of the weight is about two months of an ordinary life. */
const keepHour = 0.995;
const learnAmount = 0.05;

export const binOfHour = (at: number, offset: number): number => {
  const minute = (((at + offset) % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return Math.floor(minute / (minutesPerDay / hourBins));
};

export function learnHour({ values, from }: Row, bin: number): void {
  for (let i = 0; i < hourBins; i++) values[from + place.hours + i]! *= keepHour;
  values[from + place.hours + bin]! += 1;
}

/** The share of one's own events that fell into these three hours, a little smoothed. */
export function hourShare({ values, from }: Row, bin: number): number {
  let sum = 0;
  for (let i = 0; i < hourBins; i++) sum += values[from + place.hours + i]!;
  return (values[from + place.hours + bin]! + 0.25) / (sum + 0.25 * hourBins);
}

/** What goes to somebody new is of another size than the rent: it is remembered apart. */
const amountPlaces = [
  { mean: place.amountMean, spread: place.amountSpread, count: place.amounts },
  { mean: place.newAmountMean, spread: place.newAmountSpread, count: place.newAmounts },
] as const;

const amountPlace = (isNewPayee: boolean) => amountPlaces[isNewPayee ? 1 : 0];

/** Remembers a sum. Sums that do not compare are not mixed: everyday sums replace all others, and those are left out. */
export function learnAmountOf(row: Row, { size, unit }: Sum, isNewPayee: boolean): void {
  const { values, from } = row;
  const kept = values[from + place.unit]!;
  if (kept !== unit) {
    if (kept !== 0 && unit !== everydayUnit) return;
    values[from + place.unit] = unit;
    for (const { mean, spread, count } of amountPlaces)
      for (const each of [mean, spread, count]) values[from + each] = 0;
  }
  learnSize(row, size, amountPlaces[0]);
  if (isNewPayee) learnSize(row, size, amountPlaces[1]);
}

/** Of a small sum the logarithm would fall without end; a few hundredths of an everyday sum are all the same. */
const sizeOf = (size: number): number => Math.log(size + 0.03);

function learnSize(
  { values, from }: Row,
  amount: number,
  { mean, spread, count }: (typeof amountPlaces)[number],
): void {
  const size = sizeOf(amount);
  const seen = values[from + count]!;
  const share = Math.max(learnAmount, 1 / (seen + 1));
  const away = size - values[from + mean]!;
  values[from + mean]! += share * away;
  values[from + spread] = (1 - share) * (values[from + spread]! + share * away * away);
  values[from + count] = seen + 1;
}

/** So many amounts, and their size is known. */
const amountsKnown = 5;

/** How far people's sums lie apart, all people together, as a deviation of the logarithm. */
const spreadOfPeople = 1.1;

interface Size {
  /** 0 usual, 1 high, 2 extreme, 3 nobody can say. Only what is more than usual is odd. */
  readonly amountClass: number;
  /** Against what this person pays; else against what people pay. */
  readonly isAgainstOwn: boolean;
}

/** A sum against this person's own, or, while those are not known, against everybody's: an unknown habit excuses nothing. */
export function sizeAgainst({ values, from }: Row, sum: Sum | undefined, isNewPayee: boolean): Size {
  const own = amountPlace(isNewPayee);
  const { mean, spread, count } = values[from + own.count]! < amountsKnown ? amountPlaces[0] : own;
  const isAgainstOwn =
    values[from + count]! >= amountsKnown && (sum === undefined || sum.unit === values[from + place.unit]);
  if (sum === undefined || (!isAgainstOwn && sum.unit !== everydayUnit))
    return { amountClass: 3, isAgainstOwn };
  const wide = isAgainstOwn ? Math.max(0.5, Math.sqrt(values[from + spread]!)) : spreadOfPeople;
  const away = (sizeOf(sum.size) - (isAgainstOwn ? values[from + mean]! : 0)) / wide;
  return { amountClass: away < 1.5 ? 0 : away < 3 ? 1 : 2, isAgainstOwn };
}
