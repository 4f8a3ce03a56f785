/**
 * What one night is asked and what comes of it, and what an actor may know of it while it runs.
 *
 * A policy sees a `View`: what its actor believes to have, what it has done and seen, and the clock. The rules of the
 * game (the stage) are known to everybody; what the other side does is not, until a trace, a failure or a look tells.
 */
import type { Atom } from "../graph/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { News } from "./arena.ts";
import type { Stage } from "./stage.ts";

export type ActorId = "owner" | "intruder" | "staff" | `helper:${string}`;

export interface Actor {
  readonly id: ActorId;
  readonly hands: number;
}

export interface NightQuestion {
  readonly world: Grounded;
  /** What the intruder holds at minute 0, ground text. */
  readonly held: readonly string[];
  /** Measures in force, by index. */
  readonly inForce?: readonly number[] | undefined;
  /** The minute of the week at minute 0; without it every office is always open. */
  readonly startsAt?: number | undefined;
  /** The night ends here. */
  readonly horizonMinutes: number;
  readonly intruder: Policy;
  readonly owner: Policy;
  readonly hands?:
    | { readonly intruder?: number | undefined; readonly owner?: number | undefined }
    | undefined;
  readonly seed: number;
  /** Which night of the seed; 0 where nothing is said. */
  readonly run?: number | undefined;
  /** After this many events the night is cut off and said to be truncated. */
  readonly eventsMax?: number | undefined;
  /** The chance of an agent giving way where nobody stated one; 0 where nothing is said. */
  readonly unstatedChance?: number | undefined;
}

/** What an actor means to do next. */
export type Intention =
  | { readonly kind: "begin"; readonly rule: number }
  /** A step of a script: begun now, over after so many minutes, and an agent gives way. No policy may use it. */
  | { readonly kind: "told"; readonly rule: number; readonly minutes: number }
  /** Find out whether a condition is set that shows from outside: ring the number and hear. */
  | { readonly kind: "look"; readonly condition: number }
  /** Ask again then, if nothing happens before. */
  | { readonly kind: "wait"; readonly until: number };

export interface View {
  readonly stage: Stage;
  readonly actor: "owner" | "intruder";
  readonly now: number;
  readonly startsAt: number | undefined;
  readonly freeHands: number;
  /** As far as this actor knows. */
  has(atom: Atom): boolean;
  isFromStart(atom: Atom): boolean;
  isSet(condition: number): boolean;
  /** Something of this actor's own, in progress. */
  isRunning(rule: number): boolean;
  isLooking(condition: number): boolean;
  /** How often a flow of this actor's was completed; how often an agent refused it; `done` until thrown out again. */
  timesDone(rule: number): number;
  timesRefused(rule: number): number;
  /** How often it failed for want of something, although it was believed to be there. */
  timesFailed(rule: number): number;
  isDone(rule: number): boolean;
  /** It was tried in vain: the secret is not the same any more, the SIM is dead, the app signed out. */
  isInVain(rule: number): boolean;
  /** The minute of the last completion or look; -1: never. */
  lastDoneAt(rule: number): number;
  lastLookAt(condition: number): number;
  /** The minute the last trace of somebody else's run of this rule reached this actor; -1: never. */
  seenAt(rule: number): number;
  /** Whether the office is open, and in how many minutes it opens. */
  opensIn(rule: number): number;
  /** The minute before which a limit on how often forbids it, as the actor knows from having run it or been refused. */
  barredUntil(rule: number): number;
  /** What changed in all this since minute 0, in order, for those who remember what they saw before. */
  readonly news: News;
  /** The actor knows that this loss has been had: there is nothing more in it. */
  isTaken(goal: number): boolean;
}

/** Pure: the same view gives the same intentions. */
export interface Policy {
  readonly id: string;
  next(view: View): readonly Intention[];
}

/** `waits`: the hands-on part of a delayed step is over; it `ends` when the delay does. */
export type EventKind =
  | "begins"
  | "waits"
  | "ends"
  | "fails"
  | "gains"
  | "loses"
  | "sets"
  | "clears"
  | "lapses"
  | "trace"
  | "money"
  | "cancels";

export interface NightEvent {
  readonly at: number;
  readonly actor: string;
  readonly kind: EventKind;
  /** Numbered as `ruleAt` counts. */
  readonly rule?: number;
  readonly what: string;
}

/** `until` is the horizon where nothing cleared it before. */
export interface ConditionSpan {
  readonly condition: string;
  readonly from: number;
  readonly until: number;
}

export interface MoneyMove {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly rule: number;
}

export interface Night {
  readonly events: readonly NightEvent[];
  readonly loss: number;
  readonly lossByGoal: ReadonlyMap<string, number>;
  readonly firstTakeoverMinutes: number | null;
  readonly firstLossMinutes: number | null;
  /** For each loss the flows that led to it, in the order of their first run, joined by ` > `. */
  readonly ways: readonly string[];
  readonly conditions: readonly ConditionSpan[];
  readonly money: readonly MoneyMove[];
  readonly truncated: boolean;
}
