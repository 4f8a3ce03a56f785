/** What `chainbreak race` answers: the race of the world as it is, what was taken for granted, and each variant beside it. */
import type { Interval95, RaceAnswer, Share } from "../world/index.ts";

export interface SumRange {
  readonly goal: string;
  readonly from: number;
  readonly to: number;
}

export interface RaceTold extends RaceAnswer {
  /** The minute of the week at which a night begins; `null`: no clock, every office is open. */
  readonly startsAt: number | null;
  readonly hands: number;
  /** Options nobody gave, and what was taken in their place is said elsewhere in the answer: `at`, `within`, … */
  readonly assumed: readonly string[];
  /** Flows with an agent for whom nobody has stated a chance: they never give way. */
  readonly unstated: readonly string[];
  /** The same nights if they always did, fewer of them; `null`: there are none. */
  readonly ifAgentsAgree: RaceBeside | null;
  /** Of what was held, what counts as known of everybody because such things leak. */
  readonly leaked: readonly string[];
  /** The same nights for whoever knows none of that, fewer of them; `null`: nothing of it counts as known. */
  readonly ifNotLeaked: RaceBeside | null;
  /** Losses that what is held at the start is already: no night does them again, and none counts them. */
  readonly lostAtStart: readonly string[];
  /** Losses whose sum is known only as an interval: a night counts the greater end. */
  readonly ranges: readonly SumRange[];
  /** What no night came to and an audit of the same beginning does not rule out. */
  readonly beyond: readonly BeyondNights[];
  /** How the losses are spread, in ascending order. */
  readonly losses: readonly LossBar[];
  readonly variants: readonly RaceVariant[];
}

/** A loss no night came to that is not ruled out. */
export interface BeyondNights {
  readonly goal: string;
  /**
   * `agreed`: somebody must say yes of whom nobody has said how often they do. `later`: it takes longer than a night of
   * this race. `not-played`: it can be done in that time, and nobody did. `not-read`: by what nobody has read.
   */
  readonly why: "agreed" | "later" | "not-played" | "not-read";
  /** How soon it is possible; `null`: nothing is said of it. */
  readonly minutes: number | null;
}

interface RaceBeside extends Pick<RaceAnswer, "runs" | "pLoss" | "loss" | "harms"> {}

export interface LossBar {
  /** From this much to that much; equal where it is one amount. */
  readonly from: number;
  readonly to: number;
  readonly runs: number;
  /** Something was lost, and no sum of it is known. */
  readonly isUnsized: boolean;
}

/** The same nights with measures more. */
export interface RaceVariant
  extends Pick<
    RaceAnswer,
    | "label"
    | "truncatedRuns"
    | "pLoss"
    | "loss"
    | "firstTakeoverMinutes"
    | "firstLossMinutes"
    | "goals"
    | "harms"
    | "unsized"
    | "ways"
  > {
  /** Beside those in force anyway. */
  readonly measures: readonly string[];
  /** What none of these nights came to and an audit does not rule out. */
  readonly beyond: readonly BeyondNights[];
  /** Variant less base, night by night: below zero it helps. */
  readonly difference: {
    readonly pLoss: Share;
    readonly loss: { readonly mean: number; readonly ci95: Interval95 };
  };
}
