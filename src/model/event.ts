/**
 * What happens in a night, as values: who did what when, what came of it and why it did not work. One event is one
 * change; what a run of a step brought about names that run as its cause, so a chain can be followed back without
 * reading a sentence. Words are made of these values by whoever shows them.
 */
import type { Capability } from "./capability.ts";
import type { TraceKind } from "./flow.ts";
import type { AtomId, ConditionId, RunId, StepId } from "./ids.ts";

/** Which side somebody is on. */
export const sides = ["intruder", "owner"] as const;
export type Side = (typeof sides)[number];

/** Whoever acts, by the name a night is told with; several intruders are told apart by what follows the colon. */
export type ActorName = Side | `intruder:${string}` | `helper:${string}`;

/** Why a step could not be taken, or came to nothing. */
export type Why =
  /** Whoever tried it does not have it; where something stops it, that is why. */
  | {
      readonly kind: "missing";
      readonly capability: Capability;
      readonly stoppedBy: readonly Capability[];
      /** The step of theirs that gives it is not over yet. */
      readonly coming?: Coming;
    }
  /** It is set and stops the step, or all that the step gives. */
  | { readonly kind: "stopped"; readonly condition: Capability }
  /** The office is closed. */
  | { readonly kind: "closed"; readonly opensInMinutes: number }
  /** Its limit of runs or of money was used up; it may be run again from this minute. */
  | { readonly kind: "barred"; readonly until: number }
  | { readonly kind: "agent-refuses" }
  /** One of two equal secrets has been changed. */
  | { readonly kind: "secrets-differ" }
  /** What it would give was taken from whoever tried it, and hangs on the same SIM or device still. */
  | { readonly kind: "taken-away" }
  /** It is told to have been run more often than its limit still lets through. */
  | { readonly kind: "too-often"; readonly times: number; readonly mostTimes: number }
  /** It is told to have taken more than could go, by what lets through least. */
  | {
      readonly kind: "too-much";
      readonly by: SumBound;
      readonly amount: number;
      readonly mostAmount: number;
      readonly times: number;
    }
  /** More is told to have come back than was lost by then. */
  | {
      readonly kind: "not-lost";
      readonly loss: Capability;
      readonly amount: number;
      readonly lostAmount: number;
    }
  /** The same actor is at it already. */
  | { readonly kind: "in-progress" }
  /** It may concern several things, by what it would give, set and clear; nothing says which. */
  | { readonly kind: "several"; readonly effects: readonly (readonly Effect[])[] }
  /** It was told to be over sooner than it can be, or later. */
  | { readonly kind: "too-short"; readonly minutes: number; readonly leastMinutes: number }
  | { readonly kind: "too-long"; readonly minutes: number; readonly mostMinutes: number };

/** A step in progress, and the minute it is over if nothing ends it before. */
export interface Coming {
  readonly institution: string;
  readonly flow: string;
  readonly until: number;
}

/** What bounds a sum: what one run takes, the limit of its flow, the part of another loss that it is, what lies there. */
export type SumBound = "each" | "limit" | "part" | "there";

/** What a step would bring about: a capability or condition, or its end. */
export interface Effect {
  readonly capability: Capability;
  readonly isCleared: boolean;
}

/** A place where money lies. */
export type Pot =
  /** What one attribute of a thing says: the balance of a card. */
  | { readonly kind: "attribute"; readonly attribute: string; readonly thing: string }
  /** A loan paid out and not yet taken away. */
  | { readonly kind: "loan"; readonly thing: string }
  /** What a lender would lend. */
  | { readonly kind: "lender"; readonly thing: string }
  /** What only the loss itself is worth. */
  | { readonly kind: "worth"; readonly capability: Capability }
  /** What lay in one place and was moved to another of the owner's own. */
  | { readonly kind: "moved"; readonly from: string; readonly thing: string }
  /** With the intruder, a shop, a friend of theirs: whoever is not the person. */
  | { readonly kind: "gone" }
  /** Out of reach, brought there by the owner. */
  | { readonly kind: "safe" };

/** A trace as it was left; `told`: somebody is told of a step that waits. */
export interface LeftTrace {
  readonly kind: TraceKind | "told";
  /** Whose text, screen or statement it is on; absent: it lies with the institution. */
  readonly thing?: string;
  readonly from?: string;
  readonly about?: string;
}

interface Moment {
  /** Minutes from the start. */
  readonly at: number;
}

/** A run of a step, with all that is said of it. */
export interface RunTold {
  readonly run: RunId;
  readonly step: StepId;
  readonly institution: string;
  readonly flow: string;
  /** What it is about. */
  readonly things: readonly string[];
}

/** `waits`: the hands-on part of a delayed step is over; it `ends` when the delay does. */
export interface StepEvent extends Moment, RunTold {
  readonly kind: "begins" | "waits" | "ends";
  readonly actor: ActorName;
}

export interface FailEvent extends Moment, RunTold {
  readonly kind: "fails";
  readonly actor: ActorName;
  readonly why: readonly Why[];
}

/** A waiting run is called off. */
export interface CancelEvent extends Moment, RunTold {
  readonly kind: "cancels";
  /** Who called it off, by which run, and whose it was. */
  readonly actor: ActorName;
  readonly cause: RunId;
  readonly of: ActorName;
}

/** Somebody finds out whether a condition is set: rings the number and hears. */
export interface LookEvent extends Moment {
  readonly kind: "looks" | "looked";
  readonly actor: ActorName;
  readonly condition: ConditionId;
  readonly capability: Capability;
  /** What they find, and what is so when they begin. */
  readonly isSet: boolean;
}

export interface HoldEvent extends Moment {
  readonly kind: "gains" | "loses";
  readonly actor: ActorName;
  readonly atom: AtomId;
  readonly capability: Capability;
  /** Absent: a condition lapsed. */
  readonly cause?: RunId;
}

export interface ConditionEvent extends Moment {
  readonly kind: "sets" | "clears";
  readonly actor: ActorName;
  readonly cause: RunId;
  readonly condition: ConditionId;
  readonly capability: Capability;
}

export interface LapseEvent extends Moment {
  readonly kind: "lapses";
  readonly condition: ConditionId;
  readonly capability: Capability;
}

export interface TraceEvent extends Moment {
  readonly kind: "trace";
  /** Who left it, by which run of which step. */
  readonly actor: ActorName;
  readonly cause: RunId;
  readonly step: StepId;
  readonly institution: string;
  readonly trace: LeftTrace;
  /** Absent: it is seen only on request. */
  readonly seenBy?: ActorName;
}

export interface MoneyEvent extends Moment {
  readonly kind: "money";
  readonly actor: ActorName;
  readonly cause: RunId;
  readonly step: StepId;
  readonly institution: string;
  /** Whose money: the thing it lay with; absent: only the loss itself has an amount. */
  readonly thing?: string;
  /** In the person's currency. */
  readonly amount: number;
  readonly from: Pot;
  readonly counterparty: Pot;
}

/** Money that was lost comes back: a bank reversed it, a court gave it back. */
export interface ReturnEvent extends Moment {
  readonly kind: "returns";
  /** Which loss it makes smaller. */
  readonly loss: string;
  /** In the person's currency. */
  readonly amount: number;
}

export type NightEvent =
  | StepEvent
  | FailEvent
  | CancelEvent
  | LookEvent
  | HoldEvent
  | ConditionEvent
  | LapseEvent
  | TraceEvent
  | MoneyEvent
  | ReturnEvent;

/** The one way to write a place where money lies: `balance card.main`, `gone`. */
export function potText(pot: Pot): string {
  switch (pot.kind) {
    case "attribute":
      return `${pot.attribute} ${pot.thing}`;
    case "loan":
    case "lender":
      return `${pot.kind} ${pot.thing}`;
    case "worth":
      return `worth ${pot.capability.text}`;
    case "moved":
      return `moved ${pot.from} ${pot.thing}`;
    case "gone":
    case "safe":
      return pot.kind;
  }
}

/** A trace in words of the notation: `sms line.main 12333`. */
export const traceText = ({ kind, thing, from, about }: LeftTrace): string =>
  [kind, thing, from, about].filter((part) => part !== undefined).join(" ");
