/**
 * A flow is one business process of an institution: it asks for something, gives something, takes time and leaves
 * traces. These are the values the catalogue reader makes of the YAML; nothing here is bound to a person yet.
 */
import type { Capability, SubjectPath } from "./capability.ts";
import type { ThingKind } from "./things.ts";
import { minutesPerDay, type Takes, type Windows } from "./time.ts";

/** One text in both languages; there is no third state where one is missing. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What a file may say of how a flow is known, from the strongest to the weakest. */
export const writtenStatuses = ["tested", "documented", "reported", "claimed", "disputed"] as const;
/** The same and, weakest of all, what nobody has read and its kind lends; an answer carries the weakest it rests on. */
export const basisStatuses = [...writtenStatuses, "assumed"] as const;
export type BasisStatus = (typeof basisStatuses)[number];

export interface Basis {
  readonly status: BasisStatus;
  /** When it was seen to be so; a date, a month or a year. */
  readonly seen: string;
  /** An id in the table of sources, or an address. */
  readonly source: string;
  readonly note?: Bilingual;
}

export const institutionKinds = [
  "carrier",
  "bank",
  "wallet",
  "lender",
  "vendor",
  "mail",
  "government",
  "marketplace",
  "password-manager",
  "exchange",
  "messenger",
  "site",
  "police",
  "clearing",
  "rescue",
  "other",
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/**
 * The institution that is none: what hands can do with the things they hold. Nobody runs its flows and nobody can
 * switch them off.
 */
export const physics = "things";

export const channels = [
  "phone",
  "app",
  "web",
  "counter",
  "sms",
  "ussd",
  "branch",
  "chat",
  "mail",
  "hands",
] as const;
export type Channel = (typeof channels)[number];

/** `receive-sms(card.reserved-line)`: a capability of things not chosen yet. */
export interface CapabilityPattern {
  readonly kind: string;
  readonly subjects: readonly SubjectPath[];
  /** It stands in a list of which so many different ones are asked (`some-of.ts`). */
  readonly among?: OneOfSome;
}

/** Which list it is in, and which of its choices it belongs to: no two choices of one list may come to the same. */
export interface OneOfSome {
  readonly list: string;
  readonly choice: number;
  /** Choices of one word are told apart by what they are; only those in this order are looked at. */
  readonly word: number;
}

/** What a flow asks: a capability, all of several, any of several, so many different ones of several. */
export type Asks =
  | { readonly kind: "capability"; readonly pattern: CapabilityPattern }
  | { readonly kind: "all"; readonly parts: readonly Asks[] }
  | { readonly kind: "any"; readonly parts: readonly Asks[] }
  | { readonly kind: "some"; readonly atLeast: number; readonly parts: readonly Asks[] };

/** A condition a flow or measure sets; `expires` in minutes when it lapses by itself. */
export interface SetCondition {
  readonly pattern: CapabilityPattern;
  readonly expires?: number;
}

/** `sim.pin: none`: only when this attribute has one of these values. */
export interface When {
  readonly subject: SubjectPath;
  readonly attribute: string;
  readonly values: readonly string[];
}

/** Whose thing a variable may only be, in the order in which a page lists them. */
export const whoseThings = ["new", "own", "theirs"] as const;
export type Whose = (typeof whoseThings)[number];

/**
 * Which things a variable runs over: relations from other variables, one that is opened in the person's name on the way,
 * only the person's own, or one of whoever runs the flow.
 */
export interface Range {
  readonly variable: ThingKind;
  readonly over: readonly SubjectPath[];
  readonly whose?: Whose;
}

/** “Ever” as minutes: longer than any life. */
export const everMinutes: number = 1_000 * 366 * minutesPerDay;

/**
 * One limit of a flow: how often it can be run, and how much money it and others take, in any stretch of time so long; one of
 * the two or both.
 */
export interface AtMost {
  readonly times?: number;
  /** `everMinutes`: once and for all. */
  readonly perMinutes: number;
  readonly amount?: number;
  /** Where the amount is said as an interval: the least of it. */
  readonly atLeast?: number;
  /** Whose limit the amount is: all flows of the institution that say so count together for this thing. Absent: the flow's own. */
  readonly of?: ThingKind;
}

export const traceKinds = ["sms", "call", "mail", "notice", "row", "kick-off", "record", "letter"] as const;
export type TraceKind = (typeof traceKinds)[number];

/** What a flow leaves for someone to see. `subject` is who or what sees it; `about` is a word for the matching of records. */
export interface Trace {
  readonly kind: TraceKind;
  readonly subject?: SubjectPath;
  readonly from?: string;
  readonly about?: string;
  /** So many minutes after the step; absent: at its end. */
  readonly late?: number;
}

export interface Delay {
  readonly takes: Takes;
  readonly tells: readonly SubjectPath[];
  /** Those are told so many minutes after it began to wait; absent: at once. */
  readonly late?: number;
  readonly cancelledBy?: string;
  readonly note?: Bilingual;
}

/** Whose yes a flow hangs on beside what it asks: of whoever serves it, of the owner, of somebody inside. */
export type WhoseYes = "agent" | "owner" | "insider";

export interface Discretion {
  readonly whose: WhoseYes;
  /** The chance a call succeeds, where anybody has measured or stated it; used by the world only. */
  readonly chance?: number;
  readonly note?: Bilingual;
}

/** Somebody other than the owner may be talked into it, or does it with them: what it asks is not what it takes. */
export const isGoodWill = ({ discretion }: Pick<Flow, "discretion">): boolean =>
  discretion !== undefined && discretion.whose !== "owner";

export interface Flow {
  readonly id: string;
  readonly title: Bilingual;
  readonly channel?: Channel;
  readonly hours?: Windows;
  readonly when: readonly When[];
  readonly ranges: readonly Range[];
  readonly asks: Asks;
  readonly unless: readonly CapabilityPattern[];
  /** Conditions that must be set for it to run: only while the phone is off, only near. Absent: none. */
  readonly while?: readonly CapabilityPattern[];
  readonly gives: readonly CapabilityPattern[];
  readonly revokes: readonly CapabilityPattern[];
  readonly sets: readonly SetCondition[];
  readonly clears: readonly CapabilityPattern[];
  readonly takes: Takes;
  readonly delay?: Delay;
  /** All of these limits hold, whosever they are: the card's a day beside the account's a month. Absent: none. */
  readonly atMost?: readonly AtMost[];
  readonly discretion?: Discretion;
  readonly amount?: number;
  /** Where the amount is said as an interval: the least of it. */
  readonly atLeast?: number;
  /** One run takes no more money than this; how often it can be run says `atMost`. */
  readonly each?: number;
  /** Where that is said as an interval: the least of it. */
  readonly eachAtLeast?: number;
  readonly leaves: readonly Trace[];
  readonly measures: readonly string[];
  readonly f3: readonly string[];
  readonly attack: readonly string[];
  readonly valid: { readonly from?: string; readonly until?: string };
  readonly basis: Basis;
  /** The aspects it says it belongs to; absent: told by what it gives and asks. */
  readonly aspects?: readonly string[];
}

/** The keys of a flow a measure may replace. */
export type FlowChange = Partial<
  Pick<
    Flow,
    | "channel"
    | "hours"
    | "when"
    | "ranges"
    | "asks"
    | "unless"
    | "gives"
    | "sets"
    | "clears"
    | "takes"
    | "delay"
    | "atMost"
    | "amount"
    | "atLeast"
    | "each"
    | "eachAtLeast"
    | "discretion"
  >
>;

export interface Measure {
  readonly id: string;
  readonly title: Bilingual;
  readonly how?: Bilingual;
  readonly by: "person" | "institution";
  readonly effort: number;
  /** One decision for all institutions together. */
  readonly perWorld: boolean;
  readonly replaces: ReadonlyMap<string, FlowChange>;
  readonly removes: readonly string[];
  readonly asksMore: readonly Asks[];
  readonly givesLess: readonly CapabilityPattern[];
  readonly delays?: number;
  readonly onlyHours?: Windows;
  readonly changes: readonly {
    readonly subject: SubjectPath;
    readonly attribute: string;
    readonly value: string;
  }[];
  readonly sets: readonly SetCondition[];
  /** Secrets that are changed by it: whoever knows the old one at the start knows nothing. */
  readonly renews: readonly CapabilityPattern[];
  /** Who says that it is to be had; absent: it is a proposal of ours, or anyone can try it. */
  readonly basis?: Basis;
  /** When it can be taken: a lock invented in 2023 stops nothing in 2020. */
  readonly valid: { readonly from?: string; readonly until?: string };
}

/** A measure one person can take that speaks of their own things by name; it stands in the person file. */
export interface PersonMeasure {
  readonly id: string;
  readonly title: Bilingual;
  readonly how?: Bilingual;
  readonly by: "person" | "institution";
  readonly effort: number;
  /** `card.ccb-debit.reserved-line: line.husband`: a relation gets this thing instead; without one, nothing. */
  readonly moves: readonly { readonly thing: string; readonly relation: string; readonly to?: string }[];
  readonly changes: readonly { readonly thing: string; readonly attribute: string; readonly value: string }[];
  /** Conditions of things: `blocked(card.ccb-debit)`. */
  readonly sets: readonly { readonly condition: Capability; readonly expires?: number }[];
  /** Secrets that are changed: whoever knows the old one at the start knows nothing. */
  readonly renews: readonly Capability[];
}

export interface Contact {
  readonly tel?: string;
  readonly url?: string;
  readonly hours?: string;
  readonly note?: Bilingual;
  /** It locks or finds a phone, and gets nobody back into an account. */
  readonly for?: "device";
  /** Where it stands: an id of the table of sources, or an address. Absent: nobody says. */
  readonly source?: string;
  /** The day it was read there, where the table of sources does not say. */
  readonly seen?: string;
}

/** Numbers for somebody in danger are this short all over the world: 999, 110, 112. */
const emergencyDigits = 3;
/** Whether whoever answers sends somebody to the door. A desk of its own says what it is for, and `165` is no such number. */
export const isEmergencyNumber = ({
  tel,
  note,
}: Pick<Contact, "tel"> & { readonly note?: unknown }): boolean =>
  tel !== undefined && tel.length <= emergencyDigits && note === undefined;

export interface Setting {
  readonly of: ThingKind;
  readonly values: readonly string[];
  readonly title: Bilingual;
}

/** What an institution's file says of an aspect as a whole: every way is read, or there is no such thing there. */
export interface DeclaredReading {
  readonly kind: "whole" | "none";
  readonly basis: Basis;
}

export interface Institution {
  readonly id: string;
  readonly name: Bilingual;
  readonly also: readonly string[];
  readonly kind: InstitutionKind;
  /** Stands for any institution of its kind nobody has read, and lends them its flows; it is no place of its own. */
  readonly isArchetype: boolean;
  /** Known from a list of sites alone: it counts in nobody else's figures. Absent: somebody wrote its file. */
  readonly isListed?: boolean;
  /** Empty: everywhere. */
  readonly regions: readonly string[];
  /** Nobody can appear there, and what says so. Absent: somebody may. */
  readonly noCounter?: Basis;
  /** Aspects its file settles as a whole. */
  readonly reads: ReadonlyMap<string, DeclaredReading>;
  readonly contacts: readonly Contact[];
  readonly provides: readonly ThingKind[];
  readonly settings: ReadonlyMap<string, Setting>;
  readonly defaults: ReadonlyMap<ThingKind, ReadonlyMap<string, string>>;
  readonly flows: readonly Flow[];
  readonly measures: readonly Measure[];
}

/** Effort words as numbers: each step costs a person or an institution about three times the one before. */
export const effortOf: Readonly<Record<string, number>> = { low: 1, medium: 3, high: 10 };
