/** What shapes are made of: words in the middle that are anybody's, and those that stand in several of them. */
import type { Tells } from "./sentence-words.ts";

/** A sentence of one shape, and what it tells. */
export type ShapeTold = readonly (readonly [string, Tells])[];

/** Anything in the middle of a shape, but no denial: `my phone does not move by itself`. */
export const gap = (most: number): string =>
  `(?:(?!\\b(?:no|not|never|nobody|none|nothing)\\b|n't\\b).){0,${most}}`;
export const words = (most: number): string =>
  `(?:(?!(?:no|not|never|nobody|none|nothing|neither|without)\\b)[\\w'-]+ ){0,${most}}`;

export const has = `(?:is|are|was|were|has been|have been|had been|got|just|being)`;
