/** A night somebody told, as the build lays it beside the page: its lines, and the person it is told of. */
import type { Bilingual } from "../../../src/model/index.ts";
import type { Person } from "../../../src/person/index.ts";
import type { Defence, ScriptLine } from "../../../src/world/index.ts";

export interface ToldLine extends ScriptLine {
  readonly saying?: Bilingual;
  /** How it is known. */
  readonly seen?: Bilingual;
  /** What somebody took to be so, right or wrong. */
  readonly believed?: Bilingual;
  /** The time, or the step itself, is concluded and not told. */
  readonly isConcluded: boolean;
}

export interface ToldLoss {
  readonly goal: string;
  /** Absent: no sum of it is told. */
  readonly amount?: number;
  /** What the account itself says of it. */
  readonly told?: Bilingual;
}

export interface ToldNight {
  readonly title: Bilingual;
  /** What they had at that hour; the catalogue of the founding case knows all of it. */
  readonly person: Person;
  /** What the thieves began with, ground text. */
  readonly held: readonly string[];
  /** The minute of the week at minute 0. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly lines: readonly ToldLine[];
  /** What was counted in the end. */
  readonly losses: readonly ToldLoss[];
  /** What the owner's side did, as a list that can be played. */
  readonly defence: Defence;
  /** For nights the model plays of the same beginning: when the thieves start, when somebody notices. */
  readonly thievesFrom: number;
  readonly noticedAt: number;
}
