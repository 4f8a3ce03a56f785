/**
 * Chance for one person and one purpose, from the seed alone: adding a person changes nobody else's life.
 * The seed is mixed by MurmurHash3's finaliser.
 */
import { chanceFrom } from "../model/index.ts";

export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whether something of this chance happens. */
  is(share: number): boolean;
  /** One of these; of an empty list nothing. */
  of<Item>(items: readonly Item[]): Item | undefined;
  /** A whole number from 0 to below. */
  below(most: number): number;
  /** How long until something that happens so often a day, in days. */
  wait(perDay: number): number;
  /** Around a middle, a few times as much at most: log-normal with this spread. */
  around(middle: number, spread: number): number;
}

export function chanceOf(...parts: readonly (string | number)[]): Chance {
  let state = 0x9747b28c;
  for (const character of parts.join("|")) state = mix(state ^ character.charCodeAt(0));
  const next = chanceFrom(state);
  const below = (most: number) => Math.floor(next() * most);
  return {
    next,
    below,
    is: (share) => next() < share,
    of: (items) => items[below(items.length)],
    wait: (perDay) => -Math.log(1 - next()) / perDay,
    around: (middle, spread) =>
      middle * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
