/**
 * A new phone its owner says nothing of, with the old SIM in it: one is bought, and in the days after the services of hers write of a
 * new device. So it is read only where nothing else points to anybody: no word but of new devices, nothing paid over an account that
 * is not hers, and nothing larger than on other days once the first of them had written. Who enters from a phone of their own
 * pays afterwards; and where none was bought the question stays. Cost: linear in what was seen.
 */
import type { Observation } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { isRareWord, largerThan, sentTo } from "./hers-by-handset.ts";

export interface NewPhoneQuestion {
  readonly world: Grounded;
  readonly fromFiles: readonly Observation[];
  /** Rows that stand in no own bill although one covers them. */
  readonly orphans: ReadonlyMap<number, unknown>;
  /** Is it a sign of a device that may act in an account from then on? */
  readonly isOfDevice: (sign: string) => boolean;
}

/** It is bought, and set up when there is time for it. */
const boughtBefore = 3 * minutesPerDay;
const daysAfter = 7 * minutesPerDay;

/** From when her services may write of a new device; `undefined`: nothing says that she has one, or something points to somebody. */
export function hersByNewPhone({
  world,
  fromFiles,
  orphans,
  isOfDevice,
}: NewPhoneQuestion): number | undefined {
  const isOfNewDevice = (each: Observation) =>
    each.kind !== "row" && isRareWord(each, world) && isOfDevice(each.sign ?? "");
  const words = fromFiles.filter(isOfNewDevice).map(({ from }) => from);
  if (words.length === 0) return undefined;
  const first = Math.min(...words);
  const last = Math.max(...words);
  if (last - first > daysAfter) return undefined;
  const isNear = ({ from, to }: Observation) => to >= first - boughtBefore && from <= last + daysAfter;
  const near = fromFiles.filter(isNear);
  // A rent is larger than a phone: what is bought is held against what is bought on other days.
  const isPaidOver = ({ sign = "" }: Observation) => world.catalog.signs.get(sign)?.isBought === false;
  const bought = near.filter(
    largerThan(
      fromFiles.filter((each) => !isPaidOver(each)),
      isNear,
    ),
  );
  const large = [...new Set([...bought, ...near.filter(largerThan(fromFiles, isNear))])];
  const isSent = sentTo(large, world);
  const isBoughtBefore = (each: Observation) => !isSent(each) && !isPaidOver(each) && each.from <= first;
  const isOdd = (each: Observation) =>
    orphans.has(each.id) || (each.kind !== "row" && isRareWord(each, world) && !isOfNewDevice(each));
  if (bought.length === 0 || !large.every(isBoughtBefore) || near.some(isOdd)) return undefined;
  return Math.min(...bought.map(({ from }) => from));
}
