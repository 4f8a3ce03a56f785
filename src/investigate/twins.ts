/**
 * Rows that tell of one payment: it stands in the statement of the card and in the bill of the wallet that charged it, or
 * goes out of one own pot and into another.
 *
 * Two rows of different files, of the same sum, at the same time (the same day, where one of them tells only that), of
 * which one names the other's keeper; or the only ones of their sum that day, out of one and into the other; or what a wallet charged and
 * the bank booked on one of the next days. Cost: linear, with a sort for each sum.
 */
import type { Observation } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";

export interface Twins {
  /** Row by row, by id: those that tell of the same payment. */
  readonly of: ReadonlyMap<number, readonly Observation[]>;
}

/** Rows, and messages of the same sum by whoever keeps them. */
const tellsOfMoney = ({ kind }: Observation): boolean => kind === "row" || kind === "sms" || kind === "mail";

const sameMinutes = 10;
/** Of one sum at one time more than these are not told apart. */
const lookedAtMax = 12;

export function twinsOf(observations: readonly Observation[]): Twins {
  const bySum = new Map<number, Observation[]>();
  for (const observation of observations)
    if (tellsOfMoney(observation) && observation.amount !== undefined)
      bySum.set(observation.amount, [...(bySum.get(observation.amount) ?? []), observation]);
  const of = new Map<number, Observation[]>();
  for (const rows of bySum.values()) {
    rows.sort((a, b) => a.from - b.from || a.id - b.id);
    const isOnly = onlyOfTheirDay(rows);
    const pair = (row: Observation, other: Observation) => {
      of.set(row.id, [...(of.get(row.id) ?? []), other]);
      of.set(other.id, [...(of.get(other.id) ?? []), row]);
    };
    for (const [i, row] of rows.entries())
      for (const other of rows.slice(i + 1, i + 1 + lookedAtMax)) {
        if (other.from > row.to + minutesPerDay) break;
        if (areTwins(row, other, isOnly)) pair(row, other);
      }
    const isPaired = ({ id }: Observation) => of.get(id)?.some(({ kind }) => kind === "row") === true;
    // Of several of one sum the first that was charged is booked first; each once, for a thief pays the same sum again.
    for (const [i, late] of rows.entries()) {
      if (isPaired(late)) continue;
      const before = rows.slice(Math.max(0, i - lookedAtMax), i);
      const early = before.find((row) => !isPaired(row) && isBookedLater(row, late));
      if (early !== undefined) pair(early, late);
    }
  }
  return { of };
}

/** Is it the only row of its sum, way and file that day? */
function onlyOfTheirDay(rows: readonly Observation[]): (row: Observation) => boolean {
  const keyOf = ({ place, direction, from }: Observation) =>
    `${place.file}\n${direction ?? ""}\n${Math.floor(from / minutesPerDay)}`;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return (row) => counts.get(keyOf(row)) === 1;
}

/** A word of some length, without digits: `TRANSFER`, `转账`. */
function shareWord(one: string, other: string): boolean {
  const wordsOf = (text: string) =>
    text.toLowerCase().match(/\p{Script=Han}{2,}|(?!\p{Script=Han})\p{L}{6,}/gu) ?? [];
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

/** Does it name who keeps the other? */
const isNamedIn = ({ named }: Observation, { institutions }: Observation): boolean =>
  named.some((each) => institutions.includes(each));

/** A bank books what a wallet charged on one of the next days, over a weekend as well. */
const bookedWithin = 3 * minutesPerDay;

/**
 * Is it what a wallet tells of by the minute, booked by the bank under the wallet's name on one of the next days, of which it tells no
 * hour?
 */
function isBookedLater(early: Observation, late: Observation): boolean {
  const isOfMoment = early.kind === "row" && early.to - early.from < sameMinutes;
  const isOfDay = late.kind === "row" && late.to - late.from > sameMinutes;
  if (!isOfMoment || !isOfDay || early.direction !== late.direction || early.from >= late.from) return false;
  const isOfOne = early.institutions.some((each) => late.institutions.includes(each));
  return isNamedIn(late, early) && !isOfOne && late.from - early.to <= bookedWithin;
}

function areTwins(one: Observation, other: Observation, isOnly: (row: Observation) => boolean): boolean {
  if (one.place.file === other.place.file) return false;
  const apart = Math.max(0, one.from - other.to, other.from - one.to);
  if (apart > sameMinutes) return false;
  const isOfOne = one.institutions.some((each) => other.institutions.includes(each));
  if (one.kind !== "row" || other.kind !== "row") return one.kind !== other.kind && isOfOne;
  if (isNamedIn(one, other) || isNamedIn(other, one)) return true;
  // Out of one pot and into another within minutes needs no name.
  const isMoved =
    one.direction !== other.direction && one.direction !== "neutral" && other.direction !== "neutral";
  const isExact = one.from === one.to && other.from === other.to;
  // Where statements tell only the day, two that are the only ones of their sum, of one bank or with one word, are one payment.
  const isOneDay = isOnly(one) && isOnly(other) && (isOfOne || shareWord(one.text, other.text));
  return isMoved && (isExact || isOneDay);
}

/** Is it money that went from one of the own pots into another? */
export const movedInto = (row: Observation, { of }: Twins): readonly Observation[] =>
  (of.get(row.id) ?? []).filter(
    ({ kind, direction }) => kind === "row" && row.direction === "out" && direction === "in",
  );
