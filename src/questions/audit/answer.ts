/**
 * The answer of an audit, as plain data: what `--json` prints and what the page shows. Times are minutes from the
 * start; `null` stands for never. Every part says on what it rests.
 */
import type { BasisStatus, Bilingual, HarmCount, HarmKind, ProofClass, Windows } from "../../model/index.ts";
import type { Way } from "../../reach/index.ts";
import type { Limiting } from "./limits.ts";
import type { SettlingQuestion, UnreadAspect, Verdict } from "./verdicts.ts";

/**
 * exact: everything proved, and no loss rests on something unread. as-read: every figure is proved by what was read, and
 * not all was: some loss is not ruled out, or something is not judged. bounded: some figure is an interval, or a sum is
 * only a bound. truncated: something was left out for want of time.
 */
export type Label = "exact" | "as-read" | "bounded" | "truncated";

/** A way told by its flows only. */
export interface OtherWay {
  readonly flows: readonly string[];
  readonly cost: number;
}

export interface Interval {
  /** Hands-on minutes, each flow counted once. */
  readonly lower: number;
  readonly upper: number;
  readonly proved: boolean;
}

export interface Loss {
  readonly goal: string;
  readonly title?: Bilingual;
  readonly amount?: number;
  /** Where it is known only between which two sums it lies, `amount` being the greater. */
  readonly atLeast?: number;
  readonly harm: HarmKind;
  /** Whether every step of some way was read somewhere. Where it was not, that is no safety: see `verdict`. */
  readonly reachable: boolean;
  /** `not-asked` where the question did not ask what the unread may hide. */
  readonly verdict: Verdict | "not-asked";
  /** How far away a loss that is not ruled out is; `null` for the others. */
  readonly distance: { readonly level: 1 | 2 | 3; readonly unread: number } | null;
  /** What the nearest way would rest on that nobody has read. */
  readonly unread: readonly UnreadAspect[];
  /** Minutes of that way, if it is so, and the way itself. */
  readonly ifSoMinutes: number | null;
  readonly ifSoWay: Way | null;
  /** Not before this, by what was read; `null`: not reached by what was read. */
  readonly earliestMinutes: number | null;
  /** The weakest basis the way rests on. */
  readonly basis: BasisStatus | null;
  readonly way: Way | null;
  readonly cheapest: Interval | null;
  readonly otherWays: readonly OtherWay[];
}

export interface UnjudgedSum {
  readonly thing: string;
  readonly attribute: string;
  /** `null`: the person says that it is not known. */
  readonly amount: number | null;
}

/** Losses with their sum, each pot counted once, and what harm they are. */
export interface Sum {
  readonly losses: readonly string[];
  readonly amount: number;
  readonly harms: readonly HarmCount[];
}

export interface VerdictSums {
  readonly reached: Sum;
  /** Not ruled out, at distance 1 or 2. */
  readonly near: Sum;
  /** Only by a looser way than any read: distance 3. */
  readonly far: Sum;
  readonly ruledOut: Sum;
}

/** What habits do about what is taken or near (distance 1 and 2). */
export interface NearAnswer {
  /** The owner's measures that each move some of it farther away, what moves most money first; of no stated sum as the others. */
  readonly helps: readonly {
    readonly measure: string;
    /** Losses whose nearest way is shut: what is left rests on more, or on rarer, that nobody has read. */
    readonly moved: readonly string[];
    readonly amount: number;
  }[];
  /** A few that together do all that the owner's measures can. */
  readonly measures: readonly string[];
  /** What is taken or near all the same; empty: nothing is. */
  readonly left: readonly string[];
  /** The least effort that leaves of as many as habits can shut no way but a looser one; `null`: they can shut none. */
  readonly cut: NearCut | null;
}

export interface NearCut {
  readonly measures: readonly string[];
  readonly effort: number;
  readonly lower: number;
  readonly proved: boolean;
  /** What is taken or near now and would be neither. */
  readonly covers: readonly string[];
}

/** Whether it is known what answering a notice stops; `open`: more steps wait than are weighed together. */
export type AnsweringKind = "found" | "none" | "open" | "not-asked";

/** What stops it: found, none, or open. A spent budget never says no. */
export type CutAnswer = FoundCut | NoCut;

/** The cut, where one was found. */
export const foundCut = (answer: CutAnswer | undefined): FoundCut | undefined =>
  answer?.kind === "found" ? answer : undefined;

export type NoCut =
  /** No selection of these measures takes anything away. */
  | { readonly kind: "none" }
  /** The budget was spent before one was found, or before it was proved that there is none; nothing is said. */
  | { readonly kind: "open"; readonly lower: number }
  | { readonly kind: "not-asked" };

export interface FoundCut {
  readonly kind: "found";
  readonly measures: readonly string[];
  readonly effort: number;
  /** No cheaper selection does. */
  readonly lower: number;
  readonly proved: boolean;
  /** Losses still reached: empty when this is a whole cut. */
  readonly remaining: readonly string[];
  readonly remainingAmount: number;
  /** What harm they are; the sum alone would call a wiped phone nothing. */
  readonly harms: readonly HarmCount[];
  readonly ownerLockedOut: false;
}

export interface FrontPoint {
  readonly effort: number;
  readonly remainingAmount: number;
  readonly remaining: readonly string[];
  readonly harms: readonly HarmCount[];
  readonly measures: readonly string[];
  readonly proved: boolean;
}

export interface HoldingPower {
  readonly condition: string;
  /** Setting it stands in the way of some loss; the others hold or fall without changing anything here. */
  readonly matters: boolean;
  /** How the owner sets it. */
  readonly setBy: string;
  readonly setByInstitution: string;
  /** Minutes from the start until the intruder can lift it, whenever it is set; `null`: never. */
  readonly heldMinutes: number | null;
  readonly liftedBy: string | null;
  readonly liftedByInstitution: string | null;
  /** When it is set at once, before the intruder has anything: minutes until it is lifted; `null`: it holds. */
  readonly heldIfSetAtOnceMinutes: number | null;
  /** Once the intruder can lift it: minutes each further round takes. */
  readonly eachRoundMinutes: number | null;
  readonly way: Way | null;
  /** What anybody needs at the least to lift it, by what was read; `null`: nothing read lifts it. */
  readonly weakestLift: WeakestLift | null;
  /** What the owner uses and does without while it stands, as capabilities; forgotten things are not used. */
  readonly doesWithout: readonly string[];
}

export interface Reopened {
  readonly condition: string;
  /** Not reached while it stands. */
  readonly goals: readonly string[];
}

export interface WeakestLift {
  readonly proof: ProofClass;
  /** Where it lapses by itself: the flow that sets it. */
  readonly institution: string;
  readonly flow: string;
}

/** Measures that stop nothing for ever and put the first loss off. */
export type PutsOff =
  | {
      readonly kind: "found";
      readonly measures: readonly string[];
      /** Not before this, with them. */
      readonly firstLossMinutes: number;
    }
  /** Nothing of this side puts it off by an hour or more. */
  | { readonly kind: "none" }
  /** They stop everything, nothing is reached, or it was not asked. */
  | { readonly kind: "not-asked" };

/** A loss that whoever answers its notices in time stops: an act while it happens, and no habit kept beforehand. */
export interface Answered {
  readonly goal: string;
  /** Every way there waits at one of these; each must be answered whenever it comes. */
  readonly notices: readonly Notice[];
}

/**
 * A loss that answering does not surely stop: whoever answers in time keeps it to less (`limitsTo`), or stops it where the
 * notices come while somebody is there to be told (`toldIn`).
 */
export interface AnsweredInPart extends Answered {
  /** The most that is left in reach in so many minutes, and of how much; absent `of`: nobody knows. */
  readonly limitsTo?: { readonly amount: number; readonly of?: number; readonly withinMinutes: number };
}

/** What waits or is held back, who is told of it, and how it is called off. */
export interface Notice {
  readonly institution: string;
  /** The flow that waits, or is held back. */
  readonly flow: string;
  /** What the notice is seen by, of what stays the owner's: `receive-sms(line.main)`. */
  readonly seenBy: readonly string[];
  /** The conditions it sets and is held back by until they lapse; absent: it waits itself. */
  readonly heldBackBy?: readonly string[];
  /** From the start: it does not come before this. */
  readonly notBeforeMinutes: number;
  /** From the notice: whoever begins by then has called it off before it falls due, as slow as it may go. */
  readonly withinMinutes: number;
  /** It can be called off in time only where the notice comes in these hours of the week; absent: whenever it comes. */
  readonly toldIn?: Windows;
  /** The flow of the same institution that calls it off, and what the owner runs before it. */
  readonly calledOffBy: string;
  readonly first: readonly { readonly institution: string; readonly flow: string }[];
  /** The weaker of how the wait and the calling off are known. */
  readonly basis: BasisStatus | null;
}

export interface MeasureAnswer {
  readonly id: string;
  readonly title: Bilingual;
  readonly how?: Bilingual;
  readonly by: "person" | "institution";
  readonly institution?: string;
  readonly effort: number;
  /** Some way to a loss depends on it. */
  readonly matters: boolean;
  /** It blocks a thing the owner uses: for the night, not for beforehand. */
  readonly isAct: boolean;
  /** Its sources contradict each other on whether it holds: it is part of no cut. Absent: they do not. */
  readonly isUnproven?: true;
  /** What the owner does without while it is in force, as capabilities. */
  readonly doesWithout: readonly string[];
}

export interface AuditAnswer {
  readonly label: Label;
  readonly person: string;
  readonly held: readonly string[];
  readonly measures: readonly string[];
  readonly currency?: string;
  readonly asOf?: string;
  readonly withinMinutes?: number;
  /** The question was only about these losses or kinds of harm; absent: about every loss. */
  readonly goals?: readonly string[];
  readonly coverage: {
    readonly judged: number;
    readonly notJudged: readonly string[];
    /** Flows, as `institution/flow`, of which not every combination of things was looked at; the answer is truncated. */
    readonly cutShort: readonly string[];
    /** Aspects of the institutions the person uses, and how many of them are read; `null` where it was not asked. */
    readonly aspects: { readonly of: number; readonly read: number } | null;
    /** Sums the person states that no flow anybody has read or would lend takes: `loan-offer of account.sbi`. */
    readonly unjudgedSums: readonly UnjudgedSum[];
    /** What nobody told us and we took for possible, where an answer rests on it. */
    readonly assumed: readonly string[];
    readonly rules: number;
    readonly capabilities: number;
  };
  /** The weakest basis any reachable loss rests on; `null` when none is reachable. */
  readonly basis: BasisStatus | null;
  readonly losses: readonly Loss[];
  readonly reachableAmount: number;
  /** What is reached by what was read, by kind of harm. */
  readonly harms: readonly HarmCount[];
  /** The losses by verdict; `null` where it was not asked what the unread may hide. */
  readonly verdicts: VerdictSums | null;
  /** What to find out, the question that decides most first; empty where nothing near is open, or it was not asked. */
  readonly questions: readonly SettlingQuestion[];
  /** Questions that, all answered "no", leave nothing near open; indexes into `questions`. */
  readonly settleAll: readonly number[];
  /** `null` where it was not asked what the unread may hide. */
  readonly near: NearAnswer | null;
  /** Against what is reached by what was read, and against that alone. */
  readonly cuts: {
    readonly person: CutAnswer;
    readonly institution: CutAnswer;
    readonly both: CutAnswer;
  };
  /** Where a side's measures do not stop everything: how far they put the first loss off. */
  readonly putsOff: Readonly<Record<"person" | "institution" | "both", PutsOff>>;
  /** Single measures that each stop every loss and leave the owner in. */
  readonly alone: readonly string[];
  /** Losses that are stopped by answering a notice in time; the notices of each. */
  readonly answered: readonly Answered[];
  /** Losses that answering makes less, or stops only at some hours; none of them stands in `answered`. */
  readonly answeredInPart: readonly AnsweredInPart[];
  /** Whether that was found out. */
  readonly answering: AnsweringKind;
  /** Measures that stop nothing and make less of a loss, whichever side they are of. */
  readonly limits: readonly Limiting[];
  readonly front: readonly FrontPoint[];
  readonly conditions: readonly HoldingPower[];
  /** Blocks that stand and that the owner can lift, each with the losses that are in reach once they do. */
  readonly reopened: readonly Reopened[];
  /** Every measure an answer may name. */
  readonly catalogue: readonly MeasureAnswer[];
}
