/**
 * The nights an order is weighed in. Most nights of a belief say nothing about the order: in some the money is gone
 * whatever is done, in others whatever is done comes in time. So several times as many are drawn as are weighed; each is
 * played on under a few orders that are far apart, and those that come out differently are the telling ones.
 *
 * What to know to trust it: few of the others are kept, and each night counts for as many as were drawn of its kind, so
 * a mean over them is a mean over the belief.
 */
import type { Losses, Stood } from "./plan.ts";

export interface Counted {
  readonly stood: Stood;
  /** What share of the belief it stands for; all of them together are 1. */
  readonly weight: number;
}

export interface TellingNights {
  readonly telling: readonly Stood[];
  readonly others: readonly Stood[];
}

/** Of the nights that are weighed, so many do not depend on the order tried. */
const othersShare = 1 / 6;

/** `played`: what came of the nights under each of the orders, in the order of `stood`. */
export function tellingNights(
  stood: readonly Stood[],
  played: readonly (readonly Losses[])[],
): TellingNights {
  const isTelling = (_: Stood, night: number) =>
    new Set(played.map((losses) => losses[night]?.overTime)).size > 1;
  return { telling: stood.filter(isTelling), others: stood.filter((each, night) => !isTelling(each, night)) };
}

/** So many of them, both kinds spread evenly. */
export function someOf({ telling, others }: TellingNights, count: number): readonly Counted[] {
  const drawn = telling.length + others.length;
  const fewest = Math.max(1, Math.round(count * othersShare));
  const chosen = [
    { from: telling, take: Math.min(telling.length, others.length === 0 ? count : count - fewest) },
    { from: others, take: Math.min(others.length, telling.length === 0 ? count : fewest) },
  ];
  return chosen.flatMap(({ from, take }) =>
    spread(from, take).map((stood) => ({ stood, weight: from.length / take / drawn })),
  );
}

/** So many of them, evenly. */
export function spread<T>(of: readonly T[], count: number): readonly T[] {
  if (of.length <= count) return of;
  return Array.from({ length: count }, (_, i) => of[Math.floor((i * of.length) / count)] as T);
}
