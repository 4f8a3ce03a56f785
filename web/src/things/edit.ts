/**
 * Changes to a person file, one at a time: what is said of a thing, what it hangs on, what it is called. Each gives a
 * new document and leaves the old one as it was; whatever is done in whatever order, the result is a file that is read
 * without a fault (edit.test.ts).
 */
import { thingTypes } from "../../../src/model/index.ts";
import type { Lang } from "../../../src/report/index.ts";
import {
  type Body,
  bodyOf,
  entriesOf,
  isEntryKind,
  isThere,
  own,
  type PersonDocument,
  simOf,
  splitId,
  type ThingId,
  withEntries,
  writtenRelations,
} from "./document.ts";

export type Change = (document: PersonDocument) => PersonDocument;
export type Word = string | number | boolean;
/** Things it leads to, nothing, or nobody knows; undefined: nothing is said. */
export type Target = ThingId | readonly ThingId[] | "none" | "unknown" | undefined;

/** An attribute of a thing gets this value; undefined: nothing is said of it. */
export const say = (
  document: PersonDocument,
  id: ThingId,
  key: string,
  value: Word | undefined,
): PersonDocument => changeBody(document, id, (body) => withKey(body, key, value));

/** A setting of whoever runs it. */
export const set = (
  document: PersonDocument,
  id: ThingId,
  key: string,
  value: Word | undefined,
): PersonDocument =>
  changeBody(document, id, (body) => {
    const settings = withKey((body["settings"] as Body | undefined) ?? {}, key, value);
    return withKey(body, "settings", Object.keys(settings).length === 0 ? undefined : settings);
  });

/** A thing hangs on others; what is not there is left out. */
export function connect(
  document: PersonDocument,
  id: ThingId,
  relation: string,
  target: Target,
): PersonDocument {
  const known = writtenRelations(splitId(id).kind).find(({ key }) => key === relation);
  if (known === undefined) return document;
  return changeBody(document, id, (body) => withKey(body, relation, written(document, known, target)));
}

function written(
  document: PersonDocument,
  { to, many }: { readonly to: string; readonly many: boolean },
  target: Target,
): unknown {
  if (target === undefined || target === "unknown" || target === "none") return target;
  const wanted = typeof target === "string" ? [target] : target;
  const there = wanted
    .filter((id) => id.startsWith(`${to}.`) && isThere(document, id))
    .map((id) => splitId(id).name);
  if (!many) return there[0];
  return there.length === 0 ? "none" : [...new Set(there)];
}

/**
 * What the person calls it; nothing: what it is called by what it is. Where a file names it in both languages, only the
 * one it is read in changes.
 */
export function callIt(document: PersonDocument, id: ThingId, name: string, lang?: Lang): PersonDocument {
  const called = name.trim().slice(0, 200);
  const { kind, name: key } = splitId(id);
  if (kind === "person") return callHelper(document, key, called);
  return changeBody(document, id, (body) => {
    const before = body["name"];
    const isInBoth = lang !== undefined && typeof before === "object" && before !== null;
    const next = isInBoth ? { ...before, [lang]: called } : called;
    return withKey(body, "name", called === "" ? undefined : next);
  });
}

function callHelper(document: PersonDocument, helper: string, name: string): PersonDocument {
  if (!isThere(document, `person.${helper}`)) return document;
  return {
    ...document,
    helpers: { ...document.helpers, [helper]: name === "" ? {} : { name: { en: name, zh: name } } },
  };
}

/** Another institution runs it; what was said of the former one's settings is forgotten. */
export function runBy(
  document: PersonDocument,
  id: ThingId,
  institution: string | undefined,
): PersonDocument {
  const key = thingTypes[splitId(id).kind].institutionKey;
  if (key === undefined) return document;
  // A line, a card and an account are nothing without somebody who runs them.
  if (institution === undefined && splitId(id).kind !== "device") return document;
  return changeBody(document, id, (body) => withKey(withKey(body, key, institution), "settings", undefined));
}

/** The secrets of each group are the same; who is in one group is in no other. */
export function sameSecret(document: PersonDocument, groups: readonly (readonly string[])[]): PersonDocument {
  const { "same-secret": _before, ...rest } = document;
  const seen = new Set<string>();
  const kept = groups
    .map((group) => group.filter((word) => !seen.has(word) && seen.add(word)))
    .filter((group) => group.length > 1);
  return kept.length === 0 ? rest : { ...rest, "same-secret": kept };
}

export function describePerson(
  document: PersonDocument,
  {
    name,
    region,
    currency,
  }: { readonly name?: string; readonly region?: string; readonly currency?: string },
): PersonDocument {
  const called = name?.trim().slice(0, 200);
  let person: Body = document.person;
  if (called !== undefined && called !== "") person = { ...person, name: { en: called, zh: called } };
  if (region !== undefined) person = withKey(person, "region", region === "" ? undefined : region);
  if (currency !== undefined) person = withKey(person, "currency", currency === "" ? undefined : currency);
  return { ...document, person: person as PersonDocument["person"] }; // Only keys of its shape were set.
}

/** The thing's body as `change` makes it; what is not there stays away. */
export function changeBody(
  document: PersonDocument,
  id: ThingId,
  change: (body: Body) => Body,
): PersonDocument {
  const { kind, name } = splitId(id);
  if (kind === "sim") {
    const line = own(entriesOf(document, "line"), name);
    if (line === undefined) return document;
    // A line without a SIM gets one when something is said of it.
    const sim = change(simOf(line) ?? {});
    return putBody(
      document,
      `line.${name}`,
      withKey(line, "sim", Object.keys(sim).length === 0 ? undefined : sim),
    );
  }
  const body = bodyOf(document, id);
  return body === undefined ? document : putBody(document, id, change(body));
}

function putBody(document: PersonDocument, id: ThingId, body: Body): PersonDocument {
  const { kind, name } = splitId(id);
  if (!isEntryKind(kind)) return document;
  return withEntries(document, kind, { ...entriesOf(document, kind), [name]: body });
}

/** The same, with the key saying this; undefined: without the key. */
export function withKey(body: Body, key: string, value: unknown): Body {
  const { [key]: _before, ...rest } = body;
  if (value === undefined) return rest;
  return Object.hasOwn(body, key) ? { ...body, [key]: value } : { ...rest, [key]: value };
}
