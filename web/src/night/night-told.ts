/**
 * One night as the page draws it: what was done, what was blocked, what was gone, who had what, and where it turned.
 * Plain data, so that it can come from a worker; nothing in it is in a language.
 */
import type { Bilingual, Channel } from "../../../src/model/index.ts";

export type Side = "intruder" | "owner";

/** Why something did not work. */
export type Lack =
  | { readonly kind: "missing"; readonly what: string }
  /** Something was set that stops it. */
  | { readonly kind: "block"; readonly what: string }
  /** The agent did not give way. */
  | { readonly kind: "agent" }
  | { readonly kind: "too-often" }
  /** What was missing when it was begun was there again when it was over. */
  | { readonly kind: "unsaid" };

/** What the account says beside a step of a told night. */
export interface Note {
  readonly saying?: Bilingual;
  /** How it is known. */
  readonly seen?: Bilingual;
  /** What somebody took to be so, right or wrong. */
  readonly believed?: Bilingual;
  readonly isConcluded: boolean;
}

/** What stands first where a line did nothing: what was so, else what was believed, else how it is known. */
export const headingOf = ({ saying, believed, seen }: Note): Bilingual | undefined =>
  saying ?? believed ?? seen;

export interface StepTold {
  readonly kind: "step";
  readonly id: number;
  readonly side: Side;
  /** `intruder`, `owner` or `helper:<id>`. */
  readonly who: string;
  readonly at: number;
  readonly until: number;
  readonly institution: string;
  readonly flow: string;
  readonly title: Bilingual;
  /** Absent: nobody need be dealt with. */
  readonly channel?: Channel;
  /** Things it is about, the more telling first. */
  readonly things: readonly string[];
  readonly outcome: "done" | "failed" | "cancelled" | "unfinished";
  /** From here on only a waiting time runs. */
  readonly waitsFrom?: number;
  readonly lacks: readonly Lack[];
  /** What whoever did it had after it and not before. */
  readonly gained: readonly string[];
  readonly sets: readonly string[];
  readonly ends: readonly string[];
  /** What is gone by it. */
  readonly gone: number;
  /** It took something nobody has said the size of. */
  readonly isUnsized?: true;
  readonly note?: Note;
}

/** Somebody found out whether something is still blocked: rang the number. */
export interface LookTold {
  readonly kind: "look";
  readonly side: Side;
  readonly at: number;
  readonly until: number;
  readonly condition: string;
  readonly isSet: boolean;
}

/** A line of an account that only says what was seen. */
export interface SeenTold {
  readonly kind: "seen";
  readonly side: Side;
  readonly who: string;
  readonly at: number;
  readonly until: number;
  readonly note: Note;
}

export interface LapseTold {
  readonly kind: "lapse";
  readonly at: number;
  readonly until: number;
  readonly condition: string;
}

export type Entry = StepTold | LookTold | SeenTold | LapseTold;

/** A condition that was set for a while. */
export interface BlockTold {
  readonly condition: string;
  readonly from: number;
  readonly until: number;
  /** Absent: it was set before the night. */
  readonly setBy?: Side;
  /** Absent: it still stands at the end. */
  readonly ended?: "owner" | "intruder" | "lapsed";
}

export interface MoneyTold {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** Below 0: so much of the loss came back. */
  readonly amount: number;
  readonly step: number;
  /** Which loss it counts to; absent: it is not gone by this. */
  readonly goal?: string;
  /** What is gone after it. */
  readonly total: number;
}

/** A loss nobody has said the size of: taken, and how much is not known. */
export interface UnsizedLoss {
  readonly goal: string;
  readonly at: number;
  readonly step: number;
}

/** Somebody had it from then to then; more than once is several. */
export interface HeldTold {
  readonly side: Side;
  readonly what: string;
  readonly from: number;
  readonly until: number;
}

/** Something of the other side's doings reached somebody. */
export interface TraceTold {
  readonly side: Side;
  readonly at: number;
  readonly kind: string;
  /** Whose text, screen or statement it is on. */
  readonly thing?: string;
  readonly sender?: string;
  readonly institution: string;
  readonly title: Bilingual;
}

export type Turn =
  | { readonly kind: "takeover"; readonly at: number; readonly what: string }
  /** The step most of the others hung on. */
  | { readonly kind: "key-step"; readonly at: number; readonly step: number; readonly count: number }
  | { readonly kind: "first-block"; readonly at: number; readonly condition: string }
  | {
      readonly kind: "first-lift";
      readonly at: number;
      readonly condition: string;
      readonly minutes: number;
    }
  /** The block that was undone again and again, from its second undoing on. */
  | { readonly kind: "contest"; readonly at: number; readonly condition: string; readonly times: number }
  | { readonly kind: "first-loss"; readonly at: number; readonly step: number; readonly amount: number }
  /** The last block the thieves did not undo. */
  | {
      readonly kind: "last-block";
      readonly at: number;
      readonly condition: string;
      readonly hasStopped: boolean;
    }
  | { readonly kind: "cut-off"; readonly at: number; readonly events: number }
  | {
      readonly kind: "end";
      readonly at: number;
      readonly loss: number;
      /** How many losses of unknown size there are beside it. */
      readonly unsized: number;
      readonly isFoughtBack: boolean;
    };

export interface NightTold {
  /** The minute of the week at minute 0; absent: no clock, every office is open. */
  readonly startsAt?: number;
  readonly horizon: number;
  readonly steps: readonly StepTold[];
  /** Steps, looks, lapses and what was only seen, in the order of their beginnings. */
  readonly entries: readonly Entry[];
  readonly blocks: readonly BlockTold[];
  readonly money: readonly MoneyTold[];
  readonly loss: number;
  /** What else was taken, in the order it went; in no sum, because nobody knows how much it was. */
  readonly unsized: readonly UnsizedLoss[];
  /** Loss by loss; 0 where nobody knows what it is worth. */
  readonly losses: readonly { readonly goal: string; readonly amount: number }[];
  /** What the account itself says of a loss; empty but in a told night. */
  readonly saidOfLosses: Readonly<Record<string, Bilingual>>;
  readonly held: readonly HeldTold[];
  readonly traces: readonly TraceTold[];
  readonly turns: readonly Turn[];
  /** Minutes at which something begins, ends or changes. */
  readonly moments: readonly number[];
  readonly isCutOff: boolean;
}
