/**
 * The operator's rules, asked beside the belief: the stricter of the two decides, unless a rule that allows speaks and
 * no other forbids. A rule may be on, in shadow (it decides silently), or on for some percent of the people.
 */
import { type Costs, decisions, type Word } from "./decide.ts";
import { type DetectEvent, initiators, phases, states } from "./event.ts";
import { binOfHour, deviceClasses, numberOfName } from "./habits.ts";
import { kindGroups } from "./kinds.ts";
import { countOf, isCutAt, noWindows, put, tally, type Windows } from "./windows.ts";

export { noWindows, type Windows };

export type Test =
  /** A list past its time is empty: then it is nobody. `list`: the one it was written by. */
  | {
      readonly kind: "is";
      readonly values: ReadonlySet<string>;
      readonly until?: number;
      readonly list?: string;
    }
  | { readonly kind: "between"; readonly above: number; readonly below: number }
  | { readonly kind: "matches"; readonly pattern: RegExp };

export interface Condition {
  /** A field of the event or of what is known of it; or a window. */
  readonly of: string;
  readonly not: boolean;
  readonly test: Test;
  readonly window?: WindowAsked;
}

export interface WindowAsked {
  readonly name: string;
  readonly figure: "count" | "sum" | "distinct" | "first" | "last";
}

export interface WindowDefined {
  /** Name and definition: a window whose definition is unchanged keeps what it has when rules change. */
  readonly id: string;
  readonly per: "person" | "device" | "institution" | "payee" | "everybody";
  readonly minutes: number;
  readonly distinct: string;
  readonly where: readonly Condition[];
}

export interface Rule {
  readonly id: string;
  /** The file of rules it stands in, by its id. */
  readonly set: string;
  readonly when: readonly Condition[];
  readonly any: readonly (readonly Condition[])[];
  readonly decide: Word;
  readonly mode: "on" | "shadow" | "off";
  /** Percent of the people it is on for, always the same ones. */
  readonly percent: number;
  /** After it has spoken for a person it is silent for so long. */
  readonly quietMinutes: number;
}

export interface ListDefined {
  readonly values: readonly string[];
  /** The last day on which it counts; absent: it always does. */
  readonly expires?: string;
}

export interface RuleSet {
  readonly id: string;
  readonly version: number;
  /** The version of each file it is joined of, by its id. */
  readonly sets: ReadonlyMap<string, number>;
  readonly windows: ReadonlyMap<string, WindowDefined>;
  readonly lists: ReadonlyMap<string, ListDefined>;
  readonly rules: readonly Rule[];
  /** Absent: the usual ones. */
  readonly costs?: Costs | undefined;
}

/** Several files as one set; where two name costs, the later counts. */
export const joinRules = (sets: readonly RuleSet[]): RuleSet => ({
  id: sets.map(({ id }) => id).join("+"),
  version: Math.max(0, ...sets.map(({ version }) => version)),
  sets: new Map(sets.flatMap((set) => [...set.sets])),
  windows: new Map(sets.flatMap(({ windows }) => [...windows])),
  lists: new Map(sets.flatMap(({ lists }) => [...lists])),
  rules: sets.flatMap(({ rules }) => rules),
  costs: sets.findLast(({ costs }) => costs !== undefined)?.costs,
});

/** Whether a value stands on a list though the rules do not say so, at this minute of event time. */
export type Listed = (list: string, value: string, at: number) => boolean;

export interface Judged {
  readonly rule: string;
  readonly decision: Word;
}

export interface JudgeQuestion {
  readonly believed: Word;
  readonly share: number;
  readonly rules: RuleSet | undefined;
  readonly windows: Windows;
  readonly event: DetectEvent;
  /** What stands on lists beside what the rules say. */
  readonly listed?: Listed | undefined;
  readonly person: { readonly deviceClass: string; readonly isNewPayee: boolean };
  /** How many odd acts the chain has. */
  readonly chain: number;
  /** To the nearest loss. */
  readonly minutes: number | undefined;
}

export interface Judgement {
  readonly decision: Word;
  readonly rules: readonly string[];
  readonly shadow: readonly Judged[];
  /** A window that was asked has had more than is kept: its figures are lower bounds. */
  readonly isCut: boolean;
}

export function judge(question: JudgeQuestion): Judgement {
  const { believed, rules: set, event, windows } = question;
  if (set === undefined) return { decision: believed, rules: [], shadow: [], isCut: false };
  let isCut = false;
  for (const window of set.windows.values()) isCut = fill(window, question) || isCut;
  const spoke: Judged[] = [];
  const shadow: Judged[] = [];
  for (const rule of set.rules) {
    if (rule.mode === "off" || !speaks(rule, set, question)) continue;
    const isOn =
      rule.mode === "on" && numberOfName(`${rule.id} ${event.person}`) % 10_000 < rule.percent * 100;
    const judged = { rule: rule.id, decision: rule.decide };
    if (!isOn) shadow.push(judged);
    else if (!isQuiet(rule, event, windows)) spoke.push(judged);
  }
  if (spoke.length === 0) return { decision: believed, rules: noNames, shadow, isCut };
  const strictest = spoke.reduce((most, { decision }) => Math.max(most, decisions.indexOf(decision)), 0);
  const isAllowed = spoke.some(({ decision }) => decision === "allow");
  const own = isAllowed ? 0 : decisions.indexOf(believed);
  return {
    decision: decisions[Math.max(own, strictest)]!, // Both are indexes of that list.
    rules: spoke.map(({ rule }) => rule),
    shadow,
    isCut,
  };
}

const noNames: readonly string[] = [];

function speaks({ when, any }: Rule, set: RuleSet, question: JudgeQuestion): boolean {
  const holds = (condition: Condition) => isSo(condition, set, question);
  return when.every(holds) && (any.length === 0 || any.some((all) => all.every(holds)));
}

function isSo({ of, not, test, window }: Condition, set: RuleSet, question: JudgeQuestion): boolean {
  const value = window === undefined ? fieldOf(of, question) : figureOf(window, set, question);
  return holdsOf(test, value, question) !== not;
}

type Value = string | number | readonly string[] | undefined;

/** What is not said fulfils no test. */
function holdsOf(test: Test, value: Value, question: JudgeQuestion): boolean {
  if (value === undefined) return false;
  if (typeof value === "object") return value.some((each) => holdsOf(test, each, question));
  const { at } = question.event;
  switch (test.kind) {
    case "is":
      return (
        ((test.until === undefined || at < test.until) && test.values.has(String(value))) ||
        (test.list !== undefined && question.listed?.(test.list, String(value), at) === true)
      );
    case "between":
      return typeof value === "number" && value > test.above && value < test.below;
    case "matches":
      return test.pattern.test(String(value));
  }
}

/** The fields a rule may speak of, in the order of the documents. */
export const ruleFields = [
  ...["kind", "group", "flow", "institution", "phase", "state", "person", "proofs", "amount", "currency"],
  ...["payee", "device", "channel", "place", "initiator", "count", "device-class", "new-payee"],
  ...["chain", "minutes", "risk", "hour"],
] as const;

/** What a field may say, where that is a closed list: a condition on any other word would never be met. */
export const wordsOfField: Readonly<Record<string, readonly string[]>> = {
  group: kindGroups,
  phase: phases,
  state: states,
  initiator: initiators,
  "device-class": deviceClasses,
  "new-payee": ["true", "false"],
  hour: [0, 3, 6, 9, 12, 15, 18, 21].map(String),
};

/** The fields that are figures: only they lie above or below one. */
export const figureFields: readonly string[] = ["amount", "count", "chain", "minutes", "risk", "hour"];

function fieldOf(field: string, { event, person, chain, minutes, share }: JudgeQuestion): Value {
  switch (field) {
    case "kind":
      return event.word;
    case "device-class":
      return person.deviceClass;
    case "new-payee":
      return String(person.isNewPayee);
    case "chain":
      return chain;
    case "minutes":
      return minutes;
    case "risk":
      return share;
    case "hour":
      return binOfHour(event.at, event.offset) * 3;
    case "group":
    case "flow":
    case "institution":
    case "phase":
    case "state":
    case "person":
    case "proofs":
    case "amount":
    case "currency":
    case "payee":
    case "device":
    case "channel":
    case "place":
    case "initiator":
    case "count":
      return event[field];
    default:
      return undefined;
  }
}

/** An event late by so much still falls into the right window. */
const slackMinutes = 1_440;

/** The key a window counts by; `undefined` where the event has none. */
const keyOf = ({ per }: WindowDefined, event: DetectEvent): string | undefined =>
  per === "everybody" ? "" : event[per];

/** What a window is filled by asks for no other window. */
const nothing: RuleSet = {
  ...{ id: "", version: 0, sets: new Map(), windows: new Map(), lists: new Map(), rules: [] },
};

/** Puts the event where it belongs; whether more came there than is kept. */
function fill(window: WindowDefined, question: JudgeQuestion): boolean {
  const { event, windows } = question;
  const key = keyOf(window, event);
  if (key === undefined || !window.where.every((condition) => isSo(condition, nothing, question)))
    return false;
  const value = fieldOf(window.distinct, question);
  const kept = put(windows, {
    window: window.id,
    key,
    entry: {
      at: event.at,
      hundredths: event.hundredths ?? 0,
      value: value === undefined ? "" : String(value),
      ...(event.amount === undefined || event.currency === undefined ? {} : { currency: event.currency }),
    },
    minutes: window.minutes,
    slack: slackMinutes,
  });
  return isCutAt(kept, event.at, window.minutes);
}

function figureOf({ name, figure }: WindowAsked, set: RuleSet, { event, windows }: JudgeQuestion): Value {
  const window = set.windows.get(name);
  const key = window === undefined ? undefined : keyOf(window, event);
  if (window === undefined || key === undefined) return undefined;
  const kept = windows.get(window.id)?.get(key);
  if (kept === undefined) return figure === "first" || figure === "last" ? undefined : 0;
  if (figure === "count") return countOf(kept, event.at, window.minutes);
  // An event without a sum asks for the sum in the currency last paid in.
  const currency =
    event.amount === undefined ? kept.findLast(({ hundredths }) => hundredths > 0)?.currency : event.currency;
  const told = tally(kept, event.at, window.minutes, currency);
  switch (figure) {
    case "sum":
      return told.hundredths / 100;
    case "distinct":
      return told.distinct;
    case "first":
      return told.first === undefined ? undefined : event.at - told.first;
    case "last":
      return told.last === undefined ? undefined : event.at - told.last;
  }
}

/** Whether the rule spoke for this person a short while ago; if not, it does now. */
function isQuiet({ id, quietMinutes }: Rule, { person, at }: DetectEvent, windows: Windows): boolean {
  if (quietMinutes === 0) return false;
  const window = `quiet ${id}`;
  const kept = windows.get(window)?.get(person) ?? [];
  if (tally(kept, at, quietMinutes).count > 0) return true;
  put(windows, {
    window,
    key: person,
    entry: { at, hundredths: 0, value: "" },
    minutes: quietMinutes,
    slack: 0,
  });
  return false;
}
