/**
 * The rules in force as time goes by: those the service was started with, and whatever was put in force over them while it ran. A
 * version counts from the next event on, for every institution of the folder alike; the state stays as it is, and a window whose
 * definition is the same goes on counting.
 *
 * A version whose text is gone (it named somebody who was erased, or went by age) counts as the next that can be read, and as the
 * file of the start where none can: windows are then filled as they are asked, and what was answered stays answered.
 */
import type { KeyObject } from "node:crypto";
import { createHash } from "node:crypto";
import { type RuleSet, type RulesValue, rulesValue } from "../detect/index.ts";
import { CannotServe } from "../server/index.ts";
import type { KeptPutRules, RulesChange, RulesChangeWord } from "./journal-put-rules.ts";
import type { RulesInForce } from "./journal-rules.ts";
import type { PeopleKeys, PersonKey } from "./people-keys.ts";
import { type KnownRules, type RulesSaid, rulesSaidIn } from "./rules-said.ts";
import { hexOf, seal, unseal } from "./sealing.ts";

/** The rules as time goes by: for a journal that is gone through again, and for what is decided now. */
export interface RulesClock {
  /** As they were when the record of this number was decided; `Infinity`: as they are, from now on. */
  at(seq: number): void;
  rules(): RuleSet | undefined;
}

export interface RulesVersion extends Pick<RulesChange, "number" | "at" | "institution" | "by" | "what"> {
  /** `undefined`: nobody can read any more what it said. */
  readonly said: RulesSaid | undefined;
  /** What its text says, as it was read. */
  readonly own: RuleSet | undefined;
  readonly sets: RulesValue["sets"];
}

/** A version as it is kept, opened where it can be. */
export interface RulesOpened extends RulesChange {
  readonly said: RulesSaid | undefined;
  /** What its text says; absent: it has none. */
  readonly own: RuleSet | undefined;
  /** With its modes, over the file of the start where it has no text. */
  readonly rules: RuleSet | undefined;
}

/** What of the file of the start does not count; `number`: of the version that says so. */
export type RulesOver =
  | { readonly kind: "none" }
  | { readonly kind: "file" | "modes"; readonly number: number };

export interface PutRules {
  clock(): RulesClock;
  /** The file of the start. */
  readonly base: RuleSet | undefined;
  inForce(): RuleSet | undefined;
  /** The version that was in force and nobody can read any more: the file of the start counts in its place. `undefined`: none. */
  lost(): number | undefined;
  /** Of the version in force; 0: the file of the start. */
  number(): number;
  /** The version in force whose own text counts in place of the file of the start, or that sets modes of its rules alone. */
  over(): RulesOver;
  /** In order. */
  versions(): readonly RulesVersion[];
  /** Counts from the next event on. Throws what the disk says; then it does not. */
  put(asked: {
    readonly institution: string;
    readonly by: string;
    readonly now: number;
    /** The last record. */
    readonly after: number;
    readonly what: RulesChangeWord;
    readonly said: RulesSaid;
  }): number;
  /** Whether the rules in force, or those of the start that may be restored, name somebody by this name. */
  isNamed(person: string): boolean;
  /** Nobody can read any more what versions before said that name somebody. What the key of the last was called; `undefined`: none did. */
  forget(person: string): Uint8Array | undefined;
  /** What was replaced before this moment, and before the first record that is left, goes by age. How many keys are gone. */
  pass(before: number, gone: number): number;
  /** How many keys they have among those of people. */
  keys(): number;
}

/** No key of an institution was used: whoever has the folder asked. */
export const byFolder = { institution: "", by: "folder" };

const view = "rules";
export const whoseRules = (number: number) => ({ view, institution: "", person: String(number) });
export const aboutRules = (number: number): string => JSON.stringify([view, number]);

/** Of a version before its text was opened. Throws where its key is there and it is not what was sealed. */
const saidInRules = (key: KeyObject, { number, sealed }: Pick<RulesChange, "number" | "sealed">) =>
  JSON.parse(unseal(key, sealed, aboutRules(number)).toString("utf8")) as RulesSaid; // Sealed by us.

/** A version with what it says as rules. Throws where it is in force and this chainbreak cannot read it. */
export function openedRules<Change extends Omit<RulesChange, "after">>(
  change: Change,
  {
    key,
    base,
    known,
    isLast,
  }: {
    readonly key: KeyObject | undefined;
    readonly base: RuleSet | undefined;
    readonly known: readonly KnownRules[];
    readonly isLast: boolean;
  },
): Change & Pick<RulesOpened, "said" | "own" | "rules"> {
  const said = key === undefined ? undefined : saidInRules(key, change);
  const read = said === undefined ? unsaid : rulesSaidIn(said, base, known);
  if (isLast && read === "unread")
    throw new CannotServe(
      `the rules that were put in force as version ${change.number} cannot be read by this chainbreak`,
      "start the version they were put in force by, and put rules that both read",
    );
  return read === "unread" ? { ...change, ...unsaid } : { ...change, said, ...read };
}

const unsaid = { said: undefined, own: undefined, rules: undefined };

/** Of the version in force, where its key is destroyed: the copy of the log is older than the keys beside it. */
export function lostOf(
  versions: readonly Pick<RulesOpened, "number" | "said">[],
): RulesOpened["number"] | undefined {
  const last = versions.at(-1);
  return last?.said === undefined ? last?.number : undefined;
}

export const rulesLost = (number: number, { isInLog }: { readonly isInLog: boolean }): CannotServe =>
  new CannotServe(
    `the rules that were in force as version ${number} cannot be read any more: their key was destroyed after this copy was made`,
    isInLog
      ? "restore a copy of the database as a whole"
      : "give a file of rules by `--rules`: it takes their place",
  );

/** Throws where the log of them was changed from outside, or what is in force cannot be read and there is no file in its place. */
export function openPutRules(kept: KeptPutRules, people: PeopleKeys, base: RuleSet | undefined): PutRules {
  const rows = [...kept.all()];
  let versions: RulesOpened[] = [];
  for (const { fits, ...change } of rows) {
    if (!fits) throw rulesChanged();
    const isLast = versions.length === rows.length - 1;
    versions.push(openedRules(change, { key: people.keyOf(change.key), base, known: versions, isLast }));
  }
  const lost = () => lostOf(versions);
  const isLost = lost();
  if (isLost !== undefined && base === undefined) throw rulesLost(isLost, { isInLog: false });
  const inForce = () => (versions.length === 0 || lost() !== undefined ? base : versions.at(-1)?.rules);
  const destroy = (gone: readonly RulesOpened[]) => {
    people.destroyAll(gone.map(({ key }) => key));
    const names = new Set(gone.map(({ key }) => hexOf(key)));
    versions = versions.map((each) => (names.has(hexOf(each.key)) ? { ...each, ...unsaid } : each));
  };
  const readable = () => versions.slice(0, -1).filter(({ said }) => said !== undefined);
  return {
    clock: () => rulesClock(() => versions, base),
    base,
    inForce,
    lost,
    number: () => versions.at(-1)?.number ?? 0,
    over() {
      const { number = 0, said } = versions.at(-1) ?? {};
      if (said?.text !== undefined) return { kind: "file", number };
      return said?.modes === undefined ? { kind: "none" } : { kind: "modes", number };
    },
    versions: () =>
      versions.map(({ number, at, institution, by, what, said, own, rules }) => ({
        ...{ number, at, institution, by, what, said, own, sets: setsOf(rules) },
      })),
    put({ institution, by, now, after, what, said }) {
      const read = rulesSaidIn(said, base, versions);
      if (read === "unread") throw new Error("only what was read is put in force");
      const number = (versions.at(-1)?.number ?? 0) + 1;
      const key: PersonKey = people.keyFor(whoseRules(number));
      const sealed = seal(key.key, JSON.stringify(said), aboutRules(number));
      const change = { number, at: now, institution, by, what, after, key: key.number, sealed };
      people.flush();
      kept.append(change, inForceOf(read.rules, now));
      versions = [...versions, { ...change, said, ...read }];
      return number;
    },
    isNamed: (person) => areNamed(versions, base, person),
    forget(person) {
      const gone = readable().filter((each) => saysName(each, person));
      destroy(gone);
      return gone.at(-1)?.key;
    },
    pass(before, last) {
      const gone = replacedBefore(versions, before, ({ after }) => after <= last);
      destroy(gone);
      return gone.length;
    },
    keys: () => versions.filter(({ said }) => said !== undefined).length,
  };
}

/** Versions that can be read, that others had taken the place of before this moment, and under which nothing was decided that is left. */
export const replacedBefore = <Version extends Pick<RulesOpened, "at" | "said">>(
  versions: readonly Version[],
  before: number,
  /** Of the one that took its place: no record from before it is left. */
  isFirst: (next: Version) => boolean,
): readonly Version[] =>
  versions.filter(({ said }, i) => {
    const next = versions[i + 1];
    return said !== undefined && next !== undefined && next.at < before && isFirst(next);
  });

export const rulesChanged = (): CannotServe =>
  new CannotServe(
    "the log of what rules were put in force was changed from outside",
    "restore a copy, or have it looked at by somebody who knows the disk",
  );

export const setsOf = (rules: RuleSet | undefined): RulesValue["sets"] =>
  [...(rules?.sets ?? [])].map(([id, version]) => ({ id, version }));

/** What is noted of rules as in force. */
export function inForceOf(rules: RuleSet | undefined, from: number): RulesInForce {
  const value = rulesValue(rules);
  const digest = createHash("sha256").update(JSON.stringify(value)).digest("hex");
  return { from, sets: JSON.stringify(value.sets), digest };
}

/** Whether the rules in force, or the file of the start, name somebody. */
export const areNamed = (
  versions: readonly Pick<RulesOpened, "said" | "rules">[],
  base: RuleSet | undefined,
  person: string,
): boolean => {
  const last = versions.at(-1);
  return namesIn(base, person) || (last !== undefined && saysName(last, person));
};

/** By its own text, remarks included; one that has none says nothing but modes. */
export const saysName = ({ said, rules }: Pick<RulesOpened, "said" | "rules">, person: string): boolean =>
  said?.text !== undefined && (namesIn(rules, person) || isWordOf(said.text, person));

/** `ann` is no word of `channel`; what is written without spaces between is found within it. */
function isWordOf(text: string, name: string): boolean {
  const part = String.raw`[\p{Script=Latin}\p{N}_]`;
  return new RegExp(
    `(?<!${part})${name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}(?!${part})`,
    "u",
  ).test(text);
}

/** By a value of a list or of a condition. */
function namesIn(rules: RuleSet | undefined, person: string): boolean {
  const { lists, rules: all, windows } = rulesValue(rules);
  const asked = [
    ...all.flatMap((rule) => [...rule.all, ...rule.any.flat()]),
    ...windows.flatMap(({ where }) => where),
  ];
  return (
    lists.some(({ values }) => values.includes(person)) ||
    asked.some(({ is }) => is?.includes(person) === true)
  );
}

/** Over versions that grow, each with the record it came after. */
export function rulesClock(
  versions: () => readonly Pick<RulesOpened, "after" | "said" | "rules">[],
  base: RuleSet | undefined,
): RulesClock {
  let until = 0;
  return {
    at(seq) {
      until = seq;
    },
    rules() {
      const all = versions();
      const standing = all.findLastIndex(({ after }) => after < until);
      const found = standing < 0 ? undefined : all.slice(standing).find(({ said }) => said !== undefined);
      return found === undefined ? base : found.rules;
    },
  };
}
