/**
 * What one night is asked and what comes of it, and what an actor may know of it while it runs.
 *
 * A policy sees a `View`: what its actor believes to have, what it has done and seen, and the clock. The rules of the
 * game (the stage) are known to everybody; what the other side does is not, until a trace, a failure or a look tells.
 */
import type { Grounded } from "../ground/index.ts";
import type {
  ActorName,
  AtomId,
  ChoiceId,
  ConditionId,
  GoalId,
  LeftTrace,
  MoneyEvent,
  NightEvent,
  PotId,
  Side,
  StepId,
} from "../model/index.ts";
import type { News } from "./arena.ts";
import type { ToldSum } from "./money.ts";
import type { Stage } from "./stage.ts";

/** One who acts in a night. */
export interface ActorAsked {
  readonly name: ActorName;
  readonly side: Side;
  readonly policy: Policy;
  /** Things done at once; absent: as many as the policy says. */
  readonly hands?: number | undefined;
  /** What is theirs at minute 0, ground text. */
  readonly held: readonly string[];
}

/** A step begun at its minute whatever its actor means to do; hours, limits and what it asks bind it all the same. */
export interface ForcedAct {
  readonly at: number;
  readonly actor: ActorName;
  readonly step: StepId;
  /** How long it takes, and an agent gives way; absent: both are drawn. */
  readonly minutes?: number | undefined;
}

/** What nobody knows of an intruder beforehand, and what may differ from night to night. */
export interface Latents {
  /** Whether hands left over prepare a way back and hide. */
  readonly isThorough?: boolean | undefined;
  readonly hands?: number | undefined;
  /** The minute they begin. */
  readonly startMinute?: number | undefined;
  /** How long after the last look they find out again whether what stopped them still stands. */
  readonly waveMinutes?: number | undefined;
  /** How long after their beginning they give up; absent: never. */
  readonly patienceMinutes?: number | undefined;
  /** Before this minute they prepare and take nothing. */
  readonly spendsFrom?: number | undefined;
  /** They go by no way that is only lent to a place, because nobody has read there that it is so. */
  readonly isOnlyByRead?: boolean | undefined;
  /** How many times as long as drawn their steps take; never less than a step's least. */
  readonly pace?: number | undefined;
}

/** Which night of which seed, and what is told of it instead of drawn. */
export interface Chance {
  readonly seed: number;
  /** Which night of the seed; 0 where nothing is said. */
  readonly run?: number | undefined;
  readonly latents?: Latents | undefined;
}

export interface NightQuestion extends Chance {
  readonly world: Grounded;
  /** What the intruder holds at minute 0, ground text. */
  readonly held: readonly string[];
  /** Measures in force. */
  readonly inForce?: readonly ChoiceId[] | undefined;
  /** The minute of the week at minute 0; without it every office is always open. */
  readonly startsAt?: number | undefined;
  /** The night ends here. */
  readonly horizonMinutes: number;
  readonly intruder: Policy;
  readonly owner: Policy;
  /** Beside the intruder and the owner: helpers, more intruders. */
  readonly others?: readonly ActorAsked[] | undefined;
  readonly hands?:
    | { readonly intruder?: number | undefined; readonly owner?: number | undefined }
    | undefined;
  readonly forced?: readonly ForcedAct[] | undefined;
  /** After this many events the night is cut off and said to be truncated. */
  readonly eventsMax?: number | undefined;
  /** The chance of an agent giving way where nobody stated one; 0 where nothing is said. */
  readonly unstatedChance?: number | undefined;
}

/** What an actor means to do next. */
export type Intention =
  | { readonly kind: "begin"; readonly step: StepId }
  /** A step of a script: begun now, over after so many minutes, and an agent gives way. No policy may use it. */
  | {
      readonly kind: "told";
      readonly step: StepId;
      readonly minutes: number;
      readonly sum?: ToldSum | undefined;
    }
  /** Find out whether a condition is set that shows from outside: ring the number and hear. */
  | { readonly kind: "look"; readonly condition: ConditionId }
  /** Ask again then, if nothing happens before. */
  | { readonly kind: "wait"; readonly until: number }
  /** As `wait`, and until they are asked again they say yes to nothing. */
  | { readonly kind: "sleep"; readonly until: number };

export interface View {
  readonly stage: Stage;
  readonly actor: ActorName;
  readonly side: Side;
  readonly now: number;
  readonly startsAt: number | undefined;
  readonly freeHands: number;
  /** What is told of this night's intruder instead of what their policy says. */
  readonly latents: Latents;
  /** As far as this actor knows. */
  has(atom: AtomId): boolean;
  isFromStart(atom: AtomId): boolean;
  isSet(condition: ConditionId): boolean;
  /** Something of this actor's own, in progress. */
  isRunning(step: StepId): boolean;
  isLooking(condition: ConditionId): boolean;
  /** How often a step of this actor's was completed; how often an agent refused it; `done` until thrown out again. */
  timesDone(step: StepId): number;
  timesRefused(step: StepId): number;
  /** How often it failed for want of something, although it was believed to be there. */
  timesFailed(step: StepId): number;
  isDone(step: StepId): boolean;
  /** It was tried in vain: the secret is not the same any more, the SIM is dead, the app signed out. */
  isInVain(step: StepId): boolean;
  /** The minute of the last completion or look; -1: never. */
  lastDoneAt(step: StepId): number;
  lastLookAt(condition: ConditionId): number;
  /** The minute the last trace of somebody else's run of this step reached this actor; -1: never. */
  seenAt(step: StepId): number;
  /** Whether the office is open, and in how many minutes it opens. */
  opensIn(step: StepId): number;
  /** The minute before which a limit on how often forbids it, as the actor knows from having run it or been refused. */
  barredUntil(step: StepId): number;
  /** What changed in all this since minute 0, in order, for those who remember what they saw before. */
  readonly news: News;
  /** Whether any money lies there: asked of what one's own steps move. */
  lies(pot: PotId): boolean;
  /** The actor knows that this loss has been had: there is nothing more in it. */
  isTaken(goal: GoalId): boolean;
}

/**
 * Data and a function of a view. The same view gives the same intentions; what a thinking policy keeps in mind only
 * saves it looking at everything again, and can be saved and put back.
 */
export type Policy = PolicyData &
  (
    | { next(view: View): readonly Intention[] }
    /** Asked once for each actor and world, at minute 0. */
    | { open(view: View): Thinker }
  );

interface PolicyData {
  readonly id: string;
  /** Things done at once where nobody says; absent: one, and of an owner one more for each helper. */
  readonly hands?: number;
  /** One run takes no more than this share of what lay there at minute 0; absent: all it may. */
  readonly share?: number;
}

/** What comes to an actor by itself: a trace of somebody else's act, or that what they could do is not as it was. */
export type Sight =
  | {
      readonly kind: "trace";
      readonly step: StepId;
      readonly trace: Pick<LeftTrace, "kind" | "thing" | "from" | "about">;
    }
  | { readonly kind: "positions" };

export interface Thinker {
  next(view: View): readonly Intention[];
  /** Told at the moment it comes, before they are asked. */
  sees?(sight: Sight): void;
  /** What it has in mind, as plain data. */
  save(view: View): unknown;
  /** Puts back what `save` of the same policy in the same world gave. */
  restore(view: View, saved: unknown): void;
}

/** `until` is the horizon where nothing cleared it before. */
export interface ConditionSpan {
  readonly condition: string;
  readonly from: number;
  readonly until: number;
}

export interface Night {
  readonly events: readonly NightEvent[];
  readonly loss: number;
  /** Less what came back; a loss that came back whole stands here with 0. */
  readonly lossByGoal: ReadonlyMap<string, number>;
  /** What came back, by loss; empty but in a told night. */
  readonly returned: ReadonlyMap<string, number>;
  readonly firstTakeoverMinutes: number | null;
  readonly firstLossMinutes: number | null;
  /** For each loss the flows that led to it, in the order of their first run, joined by ` > `. */
  readonly ways: readonly string[];
  readonly conditions: readonly ConditionSpan[];
  /** The moves of money among the events. */
  readonly money: readonly MoneyEvent[];
  readonly truncated: boolean;
}
