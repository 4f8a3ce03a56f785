/**
 * A person file as the page holds it: what stands in it, and where. Nothing here changes anything; edit.ts does.
 *
 * A thing is named as in every answer, `card.ccb-debit`; a SIM is written inside its line and has its name.
 */
import { statedRelations, type ThingKind, thingTypes } from "../../../src/model/index.ts";
import type { Lang } from "../../../src/report/index.ts";
import type { PersonDocument } from "../store/people.ts";

export type { PersonDocument };

/** The kinds that stand in a section of their own. */
export const entryKinds = ["device", "line", "card", "account", "mailbox", "document"] as const;
export type EntryKind = (typeof entryKinds)[number];
/** `card.ccb-debit`, `sim.main`; a helper is `person.husband`. */
export type ThingId = string;
export type Body = Readonly<Record<string, unknown>>;
type Entries = Readonly<Record<string, Body>>;

export const isEntryKind = (kind: string): kind is EntryKind =>
  (entryKinds as readonly string[]).includes(kind);

export function splitId(id: ThingId): { readonly kind: ThingKind; readonly name: string } {
  const at = id.indexOf(".");
  return { kind: id.slice(0, at) as ThingKind, name: id.slice(at + 1) };
}

/** The table says `lines`, `devices` and so on, all of them keys of the document. */
const sectionOf = (kind: EntryKind) =>
  thingTypes[kind].section as "devices" | "lines" | "cards" | "accounts" | "mailboxes" | "documents";

export const entriesOf = (document: PersonDocument, kind: EntryKind): Entries =>
  document[sectionOf(kind)] ?? {};

/** The document with another set of things of this kind; an empty section is not written. */
export function withEntries(document: PersonDocument, kind: EntryKind, entries: Entries): PersonDocument {
  const section = sectionOf(kind);
  const { [section]: _replaced, ...rest } = document;
  return Object.keys(entries).length === 0 ? rest : { ...rest, [section]: entries };
}

/** What is written of a thing; of a SIM what its line says of it, whichever way that is written. */
export function bodyOf(document: PersonDocument, id: ThingId): Body | undefined {
  const { kind, name } = splitId(id);
  if (kind === "sim") {
    const line = own(entriesOf(document, "line"), name);
    return line === undefined ? undefined : simOf(line);
  }
  return isEntryKind(kind) ? own(entriesOf(document, kind), name) : undefined;
}

/** A line has a SIM unless it says `sim: null`; a word alone is its kind. */
export function simOf(line: Body): Body | undefined {
  const sim = line["sim"];
  if (sim === null) return undefined;
  if (typeof sim === "string") return { kind: sim };
  return typeof sim === "object" ? (sim as Body) : {};
}

export const isThere = (document: PersonDocument, id: ThingId): boolean => {
  const { kind, name } = splitId(id);
  return kind === "person"
    ? own(document.helpers ?? {}, name) !== undefined
    : bodyOf(document, id) !== undefined;
};

/** Ids of the things of one kind: the person's own, or those of one helper. */
export function thingsOf(document: PersonDocument, kind: EntryKind, of?: string): readonly ThingId[] {
  return Object.entries(entriesOf(document, kind))
    .filter(([, body]) => body["of"] === of)
    .map(([name]) => `${kind}.${name}`);
}

export const helpersOf = (document: PersonDocument): readonly string[] => Object.keys(document.helpers ?? {});

/** Every thing of the person's own, helpers' left out. */
export const ownThings = (document: PersonDocument): readonly ThingId[] =>
  entryKinds.flatMap((kind) => thingsOf(document, kind));

/** Where a relation leads: things, nowhere, `unknown`; undefined where the file is silent. */
export function targetsOf(
  body: Body,
  relation: string,
  to: ThingKind,
): readonly ThingId[] | "unknown" | undefined {
  const value = body[relation];
  if (value === undefined) return undefined;
  if (value === "unknown") return value;
  if (value === null || value === "none") return [];
  const names = Array.isArray(value) ? value.map(String) : [String(value)];
  return names.map((name) => (name.startsWith(`${to}.`) ? name : `${to}.${name}`));
}

/** Relations of a thing as they are written: a SIM's device stands under `in`, its line nowhere. */
export function writtenRelations(kind: ThingKind): readonly { key: string; to: ThingKind; many: boolean }[] {
  if (kind === "sim") return [{ key: "in", to: "device", many: false }];
  return statedRelations(kind).map(([key, { to, many }]) => ({ key, to, many }));
}

/** Who runs a thing, as the file says. */
export function institutionOf(document: PersonDocument, id: ThingId): string | undefined {
  const key = thingTypes[splitId(id).kind].institutionKey;
  const value = key === undefined ? undefined : bodyOf(document, id)?.[key];
  return typeof value === "string" ? value : undefined;
}

/** What the person calls a thing. */
export function titleOf(body: Body | undefined, lang: Lang): string | undefined {
  const name = body?.["name"];
  if (typeof name === "string") return name;
  return typeof name === "object" && name !== null ? (name as Record<Lang, string>)[lang] : undefined;
}

export const helperName = (document: PersonDocument, helper: string, lang: Lang): string =>
  own(document.helpers ?? {}, helper)?.name?.[lang] ?? helper;

export const personName = ({ person }: PersonDocument, lang: Lang): string =>
  person.name?.[lang] ?? person.id;

/** `constructor` is in every object; what is asked here is what the file says. */
export const own = <Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined;
