/**
 * In what two catalogues differ, part by part and key by key: the flow and its `asks`, the measure, the institution's
 * own words. Nothing is said here of what follows from it; that is asked of people.
 *
 * What to know to trust it: two values are the same exactly when they say the same in the same order; where a file has
 * it (a comment, a line further down) plays no part. Cost: about a millisecond a hundred institutions.
 */
import { compareText, type Flow, type Institution, type Measure } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { changedWords } from "./changed-words.ts";
import { isSameData } from "./same-data.ts";

/** A part that can be put back by itself: one flow, one measure, what an institution says of itself, common words. */
export interface ChangedPart {
  readonly kind: "flow" | "measure" | "institution" | "common-measure" | "words" | "in-force";
  /** Absent where no institution owns it. */
  readonly institution?: string;
  /** Of a flow or measure; `in-force` is a measure that is taken under one of the two and not under the other. */
  readonly id?: string;
  readonly how: "added" | "removed" | "changed";
  /** The keys that differ, as a file writes them, of common words the words; empty unless `how` is `changed`. */
  readonly keys: readonly string[];
  /** Only titles, notes and ids of other people's lists: nothing can follow from it. */
  readonly isWording: boolean;
}

/** A memory of what is a function of its keys: whoever compares two catalogues asks several times. */
const foundBefore = new WeakMap<Catalog, WeakMap<Catalog, readonly ChangedPart[]>>();

/** The parts that differ, by institution, then flows before measures, then by id. */
export function changesBetween(old: Catalog, now: Catalog): readonly ChangedPart[] {
  const found = foundBefore.get(old) ?? new WeakMap<Catalog, readonly ChangedPart[]>();
  foundBefore.set(old, found);
  const parts = found.get(now) ?? differingParts(old, now);
  found.set(now, parts);
  return parts;
}

function differingParts(old: Catalog, now: Catalog): readonly ChangedPart[] {
  const ids = [...new Set([...old.institutions.keys(), ...now.institutions.keys()])].sort(compareText);
  const parts: ChangedPart[] = [];
  for (const id of ids) {
    const [before, after] = [old.institutions.get(id), now.institutions.get(id)];
    if (before === after) continue;
    if (before !== undefined && after !== undefined) parts.push(...institutionChanges(before, after));
    else
      parts.push({
        kind: "institution",
        institution: id,
        how: before === undefined ? "added" : "removed",
        keys: [],
        isWording: false,
      });
  }
  parts.push(...listChanges("common-measure", old.measures, now.measures));
  const words = changedWords(old, now);
  if (words !== undefined) parts.push({ kind: "words", how: "changed", ...words });
  return parts;
}

function institutionChanges(before: Institution, after: Institution): readonly ChangedPart[] {
  const { flows: flowsBefore, measures: measuresBefore, ...headBefore } = before;
  const { flows: flowsAfter, measures: measuresAfter, ...headAfter } = after;
  const keys = keysThatDiffer(headBefore, headAfter);
  return [
    ...(keys.length === 0
      ? []
      : [
          {
            kind: "institution" as const,
            institution: after.id,
            how: "changed" as const,
            keys,
            isWording: keys.every((key) => wording.has(key)),
          },
        ]),
    ...listChanges("flow", flowsBefore, flowsAfter, after.id),
    ...listChanges("measure", measuresBefore, measuresAfter, after.id),
  ];
}

function listChanges(
  kind: "flow" | "measure" | "common-measure",
  before: readonly (Flow | Measure)[],
  after: readonly (Flow | Measure)[],
  institution?: string,
): readonly ChangedPart[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((each) => [each.id, each])));
  const ids = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort(compareText);
  return ids.flatMap((id): ChangedPart[] => {
    const [was, is] = [old?.get(id), now?.get(id)];
    const part = { kind, id, ...(institution === undefined ? {} : { institution }) };
    if (was === undefined || is === undefined)
      return [{ ...part, how: was === undefined ? "added" : "removed", keys: [], isWording: false }];
    const keys = keysThatDiffer(was, is);
    if (keys.length === 0) return [];
    return [{ ...part, how: "changed", keys, isWording: keys.every((key) => wording.has(key)) }];
  });
}

/** What a reader sees and no engine does. How a thing is known changes what an answer rests on, so `basis` is none. */
const wording: ReadonlySet<string> = new Set([
  "title",
  "name",
  "also",
  "contacts",
  "how",
  "note",
  "f3",
  "attack",
]);

/** How a file writes the keys that a value calls otherwise. */
const written: Readonly<Record<string, string>> = {
  ranges: "for",
  atMost: "at-most",
  aspects: "aspect",
  asksMore: "asks-more",
  givesLess: "gives-less",
  onlyHours: "only-hours",
  perWorld: "per",
  isArchetype: "archetype",
  noCounter: "counter",
};

function keysThatDiffer(a: object, b: object): readonly string[] {
  const [before, after] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !isSameData(before.get(key), after.get(key)))
    .map((key) => written[key] ?? key)
    .sort(compareText);
}

/** A catalogue with one part as the other has it. */
export function withPartOf(catalog: Catalog, other: Catalog, part: ChangedPart): Catalog {
  if (part.kind === "in-force") return catalog;
  if (part.kind === "words") return { ...catalog, vocabulary: other.vocabulary, aspects: other.aspects };
  if (part.kind === "common-measure")
    return { ...catalog, measures: exchanged(catalog.measures, other.measures, part.id) };
  const id = part.institution ?? "";
  const [here, there] = [catalog.institutions.get(id), other.institutions.get(id)];
  const institutions = new Map(catalog.institutions);
  if (part.kind === "institution" || here === undefined || there === undefined) {
    if (there === undefined) institutions.delete(id);
    // What it says of itself is put back; its flows have parts of their own, unless all of it came or went.
    else
      institutions.set(
        id,
        here === undefined ? there : { ...there, flows: here.flows, measures: here.measures },
      );
  } else if (part.kind === "flow")
    institutions.set(id, { ...here, flows: exchanged(here.flows, there.flows, part.id) });
  else institutions.set(id, { ...here, measures: exchanged(here.measures, there.measures, part.id) });
  return { ...catalog, institutions: new Map([...institutions].sort(([a], [b]) => compareText(a, b))) };
}

/** The list with the one of this id as it stands in the other, or without it where it stands in neither. */
function exchanged<T extends { readonly id: string }>(
  here: readonly T[],
  there: readonly T[],
  id: string | undefined,
): readonly T[] {
  const instead = there.find((each) => each.id === id);
  if (instead === undefined) return here.filter((each) => each.id !== id);
  return here.some((each) => each.id === id)
    ? here.map((each) => (each.id === id ? instead : each))
    : [...here, instead];
}
