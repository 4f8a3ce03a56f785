/**
 * What a clause speaks of and what it says became of it, wherever the two stand in it: `they snatched my Samsung`, `SIM卡
 * 被人拔走了`, `someone connected to my laptop through UltraViewer`. A wording is one way of saying a thing and a shape one
 * order of words; a frame is neither, and is asked only of a clause in which none of those was found.
 *
 * What to know to trust it: a frame takes a word of each of its lists, in any order, and nothing where one of those it must
 * not have stands beside them. What is taken by it is denied, asked and feared like all else.
 */
import type { Tells } from "./sentence-words.ts";

/** A long list is written on several lines. */
export const onOneLine = (words: string): string => words.replaceAll(/\n\s*/g, "");

/** Words on several lines, as one pattern of whole words. */
export const any = (words: string): RegExp => new RegExp(`\\b(?:${onOneLine(words)})\\b`, "u");
/** The same where words have no spaces between them. */
export const zh = (words: string): RegExp => new RegExp(onOneLine(words), "u");

export interface Frame {
  /** What it speaks of. */
  readonly of: RegExp;
  /** What became of it. A denial counts before this. */
  readonly does: RegExp;
  /** What must stand there too. */
  readonly with?: RegExp;
  readonly without?: RegExp;
  /** Only where the whole text says that its writer did not do it. */
  readonly ifDisowned?: true;
  /** Denied words are part of it: `I never signed`. */
  readonly isOfDenial?: true;
  readonly tells: Tells;
}
