/**
 * A term that runs against the owner or for them: when a block made by phone ends by itself, until when a transfer can be
 * contested, how long money is held. Facts of law and of an institution's own rules; whoever plans a night counts from the
 * event it runs from.
 */
import type { Basis, Bilingual, InstitutionKind } from "./flow.ts";

/** What it runs from: the theft or loss, a payment the owner made to somebody who lied, the day the owner learnt of it, the owner's report, a block set,
 * a new SIM or phone, a statement. */
export const clockStarts = [
  "loss",
  "own-payment",
  "learning",
  "report",
  "block",
  "new-sim",
  "new-device",
  "statement",
] as const;
export type ClockStart = (typeof clockStarts)[number];

/** What happens when it has run out. */
export const clockEnds = [
  "lapses",
  "too-late",
  "answer-due",
  "barred-until",
  "released",
  "liability-grows",
] as const;
export type ClockEnd = (typeof clockEnds)[number];

export interface Clock {
  readonly id: string;
  /** One sentence: what ends, or what must be done before. */
  readonly title: Bilingual;
  /** Empty: everywhere. */
  readonly regions: readonly string[];
  /** Kinds of institution it binds; empty: whoever it concerns. */
  readonly kinds: readonly InstitutionKind[];
  readonly from: ClockStart;
  /** In minutes; of business days each as a day of twenty-four hours. */
  readonly after: number;
  readonly isBusinessDays: boolean;
  readonly ends: ClockEnd;
  readonly valid: { readonly from?: string; readonly until?: string };
  readonly basis: Basis;
}
