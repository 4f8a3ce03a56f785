/**
 * Capabilities as text and as values. `know(card.reserved-line.number)` in a flow is a *pattern*: a kind and paths
 * that start at a variable. `know(line.main.number)` is about one person's thing: a *capability* on the ground. Both
 * are read and written here and nowhere else; what is handed on is the value, never a text to be read again.
 */
import { isThingKind, type ThingKind, thingTypes } from "./things.ts";

/** A path from a variable over relations, and after `know` a secret at its end: `card.reserved-line.number`. */
export interface SubjectPath {
  readonly variable: ThingKind;
  readonly relations: readonly string[];
  readonly secret?: string;
  /** The kind of thing the relations lead to. */
  readonly kind: ThingKind;
  /** Which of several different things that one relation leads to; absent: whichever the flow speaks of by this path. */
  readonly nth?: string;
}

export type SubjectFault =
  | { readonly kind: "unknown-thing"; readonly word: string }
  | { readonly kind: "unknown-relation"; readonly word: string; readonly of: ThingKind };

/** One capability or condition of one person's things. Two are the same exactly when their texts are. */
export interface Capability {
  /** A word of the vocabulary: `know`, `suspended`. */
  readonly kind: string;
  /** What it is said of, in order: `card.ccb-debit`, `person`. */
  readonly things: readonly string[];
  /** What is known of the thing; only where a secret is spoken of. */
  readonly secret?: string;
  /** The one way to write it: `know(card.ccb-debit.pin)`. */
  readonly text: string;
}

/** What a capability is made of; more than one subject never carries a secret. */
export interface CapabilityParts {
  readonly kind: string;
  readonly things: readonly string[];
  readonly secret?: string | undefined;
}

export function capability({ kind, things, secret }: CapabilityParts): Capability {
  if (secret === undefined) return { kind, things, text: `${kind}(${things.join(", ")})` };
  return { kind, things, secret, text: `${kind}(${things.join(", ")}.${secret})` };
}

/** The same capability of another kind. */
export const ofKind = ({ things, secret }: Capability, kind: string): Capability =>
  capability({ kind, things, secret });

/** That something does not hold, or no longer: `not suspended(line.main)`. The only writer of it. */
export const denied = (text: string): string => `not ${text}`;

/** What a text speaks of, and whether it says that it holds. The only reader of it. */
export const heldOrDenied = (text: string): { readonly of: string; readonly isHeld: boolean } =>
  text.startsWith("not ") ? { of: text.slice("not ".length), isHeld: false } : { of: text, isHeld: true };

/**
 * Reads the one way to write it; `undefined` when it is not of that form or a subject is no thing. Which things there
 * are decides where a name ends and a secret begins: `person.mother` may be a helper or a secret of the person.
 */
export function parseCapability(text: string, isThing: (id: string) => boolean): Capability | undefined {
  const split = splitCapability(text);
  if (split === undefined) return undefined;
  const { kind, subjects } = split;
  if (subjects.every(isThing)) return capability({ kind, things: subjects });
  const [subject = ""] = subjects;
  const dot = subject.lastIndexOf(".");
  const thing = subject.slice(0, Math.max(0, dot));
  if (subjects.length > 1 || dot < 0 || !isThing(thing)) return undefined;
  return capability({ kind, things: [thing], secret: subject.slice(dot + 1) });
}

/** The pieces of `kind(subject, subject)` as written; `undefined` when it is not of that form. */
export function splitCapability(
  text: string,
): { readonly kind: string; readonly subjects: readonly string[] } | undefined {
  const match = /^\s*([a-z][a-z0-9-]*)\s*\(\s*([^()]*?)\s*\)\s*$/.exec(text);
  if (match === null) return undefined;
  const subjects = (match[2] ?? "").split(",").map((subject) => subject.trim());
  if (subjects.some((subject) => subject === "")) return undefined;
  return { kind: match[1] ?? "", subjects };
}

/**
 * Reads `card.reserved-line.number`. Each word after the first is a relation where there is one of that name; the last
 * may instead be a secret or an attribute, which is given back as `secret` for the caller to judge.
 */
export function parseSubjectPath(text: string): SubjectPath | SubjectFault {
  const [first = "", ...words] = text.split(".");
  if (!isThingKind(first)) return { kind: "unknown-thing", word: first };
  let kind: ThingKind = first;
  const relations: string[] = [];
  for (const [i, name] of words.entries()) {
    const relation: { readonly to: ThingKind } | undefined = Object.hasOwn(thingTypes[kind].relations, name)
      ? thingTypes[kind].relations[name]
      : undefined;
    if (relation === undefined) {
      if (i === words.length - 1) return { variable: first, relations, secret: name, kind };
      return { kind: "unknown-relation", word: name, of: kind };
    }
    relations.push(name);
    kind = relation.to;
  }
  return { variable: first, relations, kind };
}

export const isSubjectFault = (read: SubjectPath | SubjectFault): read is SubjectFault =>
  !("variable" in read);

export function formatSubjectPath({ variable, relations, secret }: SubjectPath): string {
  return [variable, ...relations, ...(secret === undefined ? [] : [secret])].join(".");
}

export function formatPattern({
  kind,
  subjects,
}: {
  readonly kind: string;
  readonly subjects: readonly SubjectPath[];
}): string {
  return `${kind}(${subjects.map(formatSubjectPath).join(", ")})`;
}
