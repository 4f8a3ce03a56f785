/**
 * A number that was put on another SIM is its owner's again where her own phone goes on receiving: what a phone itself kept of
 * texts and calls, and no carrier's list, tells in whose hand the line was. Whoever loses a line is not back within the hour, and
 * whoever takes one does something with it before.
 *
 * Nobody tells anything here, so it is believed only where nothing in those days points to anybody: no word that setting up
 * again does not leave, nothing paid over an account that is not hers, and no more large payments than a phone and what goes
 * with it. Whose large sums were that went to somebody nothing tells, even then. Cost: linear in what was seen, for each new SIM.
 */
import { isHandsetsOwn, type Observation, type RecordFile } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { payeeOf, rarelyAMonth } from "./habits.ts";

export interface HandsetQuestion {
  readonly world: Grounded;
  readonly fromFiles: readonly Observation[];
  readonly files: readonly RecordFile[];
  /** Rows that stand in no own bill although one covers them. */
  readonly orphans: ReadonlyMap<number, unknown>;
  /** Is it a word that a number was put on a SIM? */
  readonly isReissue: (observation: Observation) => boolean;
  /** Is it a sign of what setting everything up again leaves? */
  readonly isOfSettingUp: (sign: string) => boolean;
}

/** Who lost a line notices first, and is not back within this. */
const neverGone = 60;
/** A shop puts the number on the SIM, and home is an evening away. */
const setUpWithin = minutesPerDay;
const daysBefore = 3 * minutesPerDay;
const daysAfter = 7 * minutesPerDay;
/** A phone, and what goes with it. */
const largeMost = 2;

/** From when the line was the owner's again; `undefined`: nothing says that it was, or something that it was not. */
export function hersByHandset(question: HandsetQuestion): number | undefined {
  const { fromFiles, files, isReissue } = question;
  const words = fromFiles.filter(isReissue);
  const reissued = words.map(({ from }) => from);
  if (reissued.length === 0) return undefined;
  const own = new Set(files.flatMap(({ file, source }) => (isHandsetsOwn(source) ? [file] : [])));
  const isOnMoved = comesOnMoved(words, question);
  const received = fromFiles.filter((each) => {
    const { kind, place, direction, from, to } = each;
    const isWord = (kind === "sms" || kind === "call") && direction !== "out" && from === to;
    return isWord && own.has(place.file) && isOnMoved(each);
  });
  // One that was not hers makes all that came after it doubtful.
  if (!reissued.every((since) => isHers(since, received, question))) return undefined;
  const first = Math.min(...reissued);
  return pointsToAnybody(first, Math.max(...reissued), question) ? undefined : first;
}

/**
 * Did it come to the number that was moved? Where another number is in a phone of hers as well, a file does not say to which;
 * then only what comes from somebody who has the moved one and no other tells of it.
 */
function comesOnMoved(
  reissues: readonly Observation[],
  { world }: HandsetQuestion,
): (observation: Observation) => boolean {
  const things = [...world.person.things.values()].filter(({ of }) => of === undefined);
  if (things.filter(({ kind, relations }) => kind === "sim" && relations.has("device")).length <= 1)
    return () => true;
  const lines = new Map(things.flatMap((each) => (each.kind === "line" ? [[each.id, each] as const] : [])));
  const carriers = new Set(reissues.flatMap(({ institutions }) => institutions));
  const moved = [...lines.values()].filter(({ institution = "" }) => carriers.has(institution));
  const known = new Map<string, Set<string>>();
  for (const { id, institution = "", relations } of things)
    for (const line of [id, ...[...relations.values()].flat()])
      if (lines.has(line)) known.set(institution, (known.get(institution) ?? new Set()).add(line));
  const line = moved.length === 1 ? moved[0]?.id : undefined;
  return ({ institutions }) =>
    institutions.some((each) => {
      const numbers = known.get(each);
      return line !== undefined && numbers?.size === 1 && numbers.has(line);
    });
}

/** The phone went on receiving at once, or later with nothing rare between. */
function isHers(since: number, received: readonly Observation[], question: HandsetQuestion): boolean {
  const next = received
    .filter((each) => each.from > since && !question.isReissue(each))
    .reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  if (next - since <= neverGone) return true;
  if (next - since > setUpWithin) return false;
  const { world, fromFiles, isReissue } = question;
  const isBetween = ({ from, to }: Observation) => from < next && to > since;
  const usual = new Set(fromFiles.flatMap((each) => (isBetween(each) ? [] : (payeeOf(each) ?? []))));
  const isOdd = (each: Observation) =>
    each.kind === "row"
      ? each.direction === "out" && !usual.has(payeeOf(each) ?? "")
      : isRareWord(each, world) && !isReissue(each);
  return !fromFiles.some((each) => isBetween(each) && isOdd(each));
}

export const isRareWord = ({ sign = "", direction }: Observation, { catalog }: Grounded): boolean =>
  direction !== "out" && (catalog.signs.get(sign)?.aMonth ?? 1) <= rarelyAMonth;

/** Does anything in the days around say that somebody else acted? */
function pointsToAnybody(first: number, last: number, question: HandsetQuestion): boolean {
  const { world, fromFiles, orphans, isOfSettingUp } = question;
  const isNear = ({ from, to }: Observation) => to >= first - daysBefore && from <= last + daysAfter;
  const near = fromFiles.filter(isNear);
  const isNone = (each: Observation) =>
    isRareWord(each, world) && (!isOfSettingUp(each.sign ?? "") || each.from < first - neverGone);
  return near.some((each) => orphans.has(each.id) || isNone(each)) || paysTooMuch(near, question, isNear);
}

/** More payments larger than any on other days than setting up again costs, by any one statement: bought, or sent to somebody. */
function paysTooMuch(
  near: readonly Observation[],
  { fromFiles, world }: HandsetQuestion,
  isNear: (observation: Observation) => boolean,
): boolean {
  const large = near.filter(largerThan(fromFiles, isNear));
  const isSent = sentTo(large, world);
  const counts = new Map<string, number>();
  for (const each of large) {
    const key = `${isSent(each)} ${each.place.file}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count > largeMost);
}

/** Is it a payment larger than any that the same statement has outside these days? */
export function largerThan(
  all: readonly Observation[],
  isNear: (observation: Observation) => boolean,
): (observation: Observation) => boolean {
  const usual = new Map<string, number>();
  const isPaid = ({ kind, direction }: Observation) => kind === "row" && direction === "out";
  for (const each of all)
    if (isPaid(each) && !isNear(each))
      usual.set(each.place.file, Math.max(usual.get(each.place.file) ?? 0, each.amount ?? 0));
  return (each) => isPaid(each) && (each.amount ?? 0) > (usual.get(each.place.file) ?? 0);
}

/**
 * Is it money sent to somebody, and nothing bought? Where no word says which, two to the same payee are no phone and what goes with
 * it.
 */
export function sentTo(
  large: readonly Observation[],
  { catalog }: Grounded,
): (observation: Observation) => boolean {
  const times = new Map<string, number>();
  for (const each of large) times.set(payeeOf(each) ?? "", (times.get(payeeOf(each) ?? "") ?? 0) + 1);
  return (each) => {
    const sign = catalog.signs.get(each.sign ?? "");
    return sign === undefined ? (times.get(payeeOf(each) ?? "") ?? 0) > 1 : !sign.isBought;
  };
}
