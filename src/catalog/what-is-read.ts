/**
 * What the institutions of a catalogue have been read for, and so what of their kind may be lent to them.
 *
 * An aspect nobody has read at an institution is neither there nor absent. An archetype of its kind lends its ways, each
 * with a distance: 1, unread here and common in the kind; 2, unread here; 3, something of the aspect is read here and
 * this way is not. There are no probabilities in this, only counts: "6 of 11 wallets read do this".
 *
 * What to know to trust it: `claimed` counts as read; a flow out of force on the day does not, nor does one seen more
 * than two years from it, unless the file says since when it holds. A counter that wants the person answers only where
 * the aspect asks about counters. Cost: a tenth of a second for the shipped catalogue, some milliseconds for another day
 * of it, so ask once and keep it.
 */
import {
  append,
  type DeclaredReading,
  type Flow,
  type Institution,
  type InstitutionKind,
  isDate,
  isInForce,
  type ProofClass,
} from "../model/index.ts";
import { aspectTeller, type FlowAspects } from "./aspects-of-flow.ts";
import type { Catalog } from "./catalog.ts";

export type AspectReading =
  | {
      readonly kind: "read";
      /** Ids of its flows that were read for it. */
      readonly flows: readonly string[];
      /** What their ways rest on. */
      readonly proofs: readonly ProofClass[];
    }
  | DeclaredReading
  | {
      readonly kind: "unread";
      /** Ids of flows in force that were read too long before or after the day to say anything of it. */
      readonly old: readonly string[];
    };

export interface Readings {
  readonly catalog: Catalog;
  /** By institution and aspect, for every aspect its kind has; archetypes are not in it. */
  readonly of: ReadonlyMap<string, ReadonlyMap<string, AspectReading>>;
  /** The aspects of a flow and what its ways rest on, of archetypes too. */
  readonly aspectsOf: (institution: Institution, flow: Flow) => FlowAspects;
}

/** `asOf` is a date; the person's day, or the day the catalogue speaks of. */
export function whatIsRead(catalog: Catalog, asOf: string): Readings {
  const aspectsOf = aspectsTold(catalog);
  const of = new Map<string, ReadonlyMap<string, AspectReading>>();
  for (const institution of catalog.institutions.values())
    if (!institution.isArchetype)
      of.set(institution.id, readingsKept({ catalog, institution, asOf, aspectsOf }));
  return { catalog, of, aspectsOf };
}

/** The same, made once for a catalogue and a day, for whoever asks again and again. */
export function readingsOn(catalog: Catalog, day: string): Readings {
  const days = readingsMade.get(catalog) ?? new Map<string, Readings>();
  const readings = days.get(day) ?? whatIsRead(catalog, day);
  readingsMade.set(catalog, days.set(day, readings));
  return readings;
}

/** A memory of what is a function of its key: some tens of milliseconds each, and the same few days again and again. */
const readingsMade = new WeakMap<Catalog, Map<string, Readings>>();

type Telling = (institution: Institution, flow: Flow) => FlowAspects;

/**
 * A memory of what is a function of its keys: on another day, or where a few institutions are otherwise, nearly every
 * flow is told what it was told before. A flow may stand in an institution that says another kind of itself.
 */
const toldBefore = new WeakMap<Catalog["aspects"], WeakMap<Catalog["vocabulary"], Telling>>();

function aspectsTold(catalog: Catalog): Telling {
  const { aspects, vocabulary } = catalog;
  const tellings = toldBefore.get(aspects) ?? new WeakMap<Catalog["vocabulary"], Telling>();
  toldBefore.set(aspects, tellings);
  const before = tellings.get(vocabulary);
  if (before !== undefined) return before;
  const tell = aspectTeller(catalog);
  const told = new WeakMap<Flow, Map<InstitutionKind, FlowAspects>>();
  const telling: Telling = (institution, flow) => {
    const byKind = told.get(flow) ?? new Map<InstitutionKind, FlowAspects>();
    told.set(flow, byKind);
    const known = byKind.get(institution.kind) ?? tell(institution, flow);
    byKind.set(institution.kind, known);
    return known;
  };
  tellings.set(vocabulary, telling);
  return telling;
}

interface InstitutionQuestion {
  readonly catalog: Catalog;
  readonly institution: Institution;
  readonly asOf: string;
  readonly aspectsOf: (institution: Institution, flow: Flow) => FlowAspects;
}

type OfOne = ReadonlyMap<string, AspectReading>;

/** A memory of what is a function of its keys: in a catalogue of which a few institutions are otherwise the others read the same. */
const keptBefore = new WeakMap<Telling, WeakMap<Institution, Map<string, OfOne>>>();

function readingsKept(question: InstitutionQuestion): OfOne {
  const { aspectsOf, institution, asOf } = question;
  const kept = keptBefore.get(aspectsOf) ?? new WeakMap<Institution, Map<string, OfOne>>();
  keptBefore.set(aspectsOf, kept);
  const days = kept.get(institution) ?? new Map<string, OfOne>();
  kept.set(institution, days);
  const known = days.get(asOf) ?? readingsOf(question);
  days.set(asOf, known);
  return known;
}

function readingsOf({ catalog, institution, asOf, aspectsOf }: InstitutionQuestion): OfOne {
  const flows = institution.flows.filter(({ valid }) =>
    isInForce({ from: valid.from, until: valid.until, moment: asOf }),
  );
  const byAspect = new Map<string, Flow[]>();
  for (const flow of flows)
    for (const aspect of new Set(aspectsOf(institution, flow).aspects)) {
      append(byAspect, aspect, flow);
    }
  const readings = new Map<string, AspectReading>();
  for (const { id, kinds } of catalog.aspects.values()) {
    const declared = institution.reads.get(id);
    const about = byAspect.get(id) ?? [];
    const mine = about.filter((flow) => isFresh(flow, asOf));
    if (declared !== undefined) readings.set(id, declared);
    else if (mine.length > 0)
      readings.set(id, {
        kind: "read",
        flows: mine.map((flow) => flow.id),
        proofs: [...new Set(mine.flatMap((flow) => aspectsOf(institution, flow).proofs))],
      });
    else if (about.length > 0 || kinds.includes(institution.kind))
      readings.set(id, { kind: "unread", old: about.map((flow) => flow.id) });
  }
  return readings;
}

/** A page two years old may be out of date, and a page of today says little of what was two years ago. */
const freshYears = 2;

const isFresh = ({ valid, basis }: Flow, asOf: string): boolean =>
  valid.from !== undefined || isSeenNear(basis.seen, asOf);

/** Where the day it was seen is no date, nothing says that it is old. */
export const isSeenNear = (seen: string, day: string): boolean =>
  !isDate(seen) || yearsBetween(seen, day) <= freshYears;

/** Of a month or a year, the day that is nearest to the other counts. */
function yearsBetween(one: string, other: string): number {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  return later.startsWith(earlier) ? 0 : inYears(later, "-01-01") - inYears(earlier, "-12-31");
}

function inYears(date: string, rest: string): number {
  const [year, month, day] = `${date}${rest.slice(date.length - 4)}`.split("-").map(Number);
  return (year ?? 0) + ((month ?? 1) * 31 + (day ?? 1)) / 372;
}

/** How many of the institutions read for an aspect give it in one of these ways. */
export interface Seen {
  readonly at: number;
  readonly of: number;
  /** The region they were counted in; absent: anywhere. */
  readonly region?: string;
}

export interface LendingQuestion {
  readonly readings: Readings;
  readonly aspect: string;
  readonly kind: InstitutionKind;
  /** What the ways of the lent flow rest on. */
  readonly proofs: readonly ProofClass[];
  /** The region of the institution or, where it is everywhere, of the person. */
  readonly region?: string | undefined;
}

/** Fewer than these say nothing of what is usual. */
const readMin = 3;

interface Reader {
  readonly institution: Institution;
  readonly ways: readonly ProofClass[];
}

/** A memory of what is a function of its key: each lent flow of each thing asks again. */
const readersMade = new WeakMap<Readings, Map<string, readonly Reader[]>>();

/** A memory of what is a function of its key: hundreds are asked through for each aspect of each kind. */
const byKindMade = new WeakMap<Readings, ReadonlyMap<InstitutionKind, readonly Institution[]>>();

/** Those of a kind that were looked into at all, in the order of the catalogue. */
function institutionsOf(readings: Readings, kind: InstitutionKind): readonly Institution[] {
  const byKind = byKindMade.get(readings) ?? kindsIn(readings);
  byKindMade.set(readings, byKind);
  return byKind.get(kind) ?? [];
}

function kindsIn({ of, catalog }: Readings): ReadonlyMap<InstitutionKind, readonly Institution[]> {
  const byKind = new Map<InstitutionKind, Institution[]>();
  for (const id of of.keys()) {
    const institution = catalog.institutions.get(id);
    if (institution !== undefined && institution.isListed !== true)
      append(byKind, institution.kind, institution);
  }
  return byKind;
}

/** The institutions of a kind that were read for an aspect, with the ways in which they give it. */
function readersOf(readings: Readings, aspect: string, kind: InstitutionKind): readonly Reader[] {
  const made = readersMade.get(readings) ?? new Map<string, readonly Reader[]>();
  readersMade.set(readings, made);
  const key = `${kind} ${aspect}`;
  const readers =
    made.get(key) ??
    institutionsOf(readings, kind).flatMap((institution): readonly Reader[] => {
      const reading = readings.of.get(institution.id)?.get(aspect);
      if (reading === undefined || reading.kind === "unread") return [];
      // What is declared whole or none is read as well; its ways are those of its flows.
      return [
        {
          institution,
          ways: reading.kind === "read" ? reading.proofs : waysOf(readings, institution, aspect),
        },
      ];
    });
  made.set(key, readers);
  return readers;
}

/** A memory of what is a function of its key: flows of one aspect rest on the same few proofs. */
const seenBefore = new WeakMap<Readings, Map<string, Seen>>();

/** Counted in the region if three or more are read there, else anywhere. */
function seen(question: LendingQuestion): Seen {
  const { readings, aspect, kind, proofs, region } = question;
  const made = seenBefore.get(readings) ?? new Map<string, Seen>();
  seenBefore.set(readings, made);
  const key = JSON.stringify([aspect, kind, proofs, region]);
  const known = made.get(key) ?? counted(question);
  made.set(key, known);
  return known;
}

function counted({ readings, aspect, kind, proofs, region }: LendingQuestion): Seen {
  const read = readersOf(readings, aspect, kind).map(({ institution, ways }) => ({
    institution,
    isSo: ways.some((proof) => proofs.includes(proof)),
  }));
  const near = read.filter(({ institution }) => isInRegion(institution, { region }));
  const among = region !== undefined && near.length >= readMin ? near : read;
  return {
    at: among.filter(({ isSo }) => isSo).length,
    of: among.length,
    ...(among === near && region !== undefined ? { region } : {}),
  };
}

const waysOf = ({ aspectsOf }: Readings, institution: Institution, aspect: string): readonly ProofClass[] =>
  institution.flows.flatMap((flow) => {
    const { aspects, proofs } = aspectsOf(institution, flow);
    return aspects.includes(aspect) ? proofs : [];
  });

const isCommon = ({ at, of }: Seen): boolean => of >= readMin && 2 * at >= of;

/** 1: unread here, common in its kind. 2: unread here. 3: another way is read here. */
export type Distance = 1 | 2 | 3;

/** How far away a lent way is at this institution; `undefined` where nothing may be lent for the aspect. */
export function distanceAt(
  institution: string,
  question: LendingQuestion,
): { readonly distance: Distance; readonly seen: Seen } | undefined {
  const reading = question.readings.of.get(institution)?.get(question.aspect) ?? { kind: "unread", old: [] };
  const counts = seen(question);
  switch (reading.kind) {
    case "unread":
      return { distance: isCommon(counts) ? 1 : 2, seen: counts };
    case "read":
      return { distance: 3, seen: counts };
    case "whole":
    case "none":
      return undefined;
  }
}

/** The archetypes that lend to institutions of this kind in this region (of a person whose region nobody said: all). */
export function archetypesOf(
  catalog: Catalog,
  kind: InstitutionKind,
  region?: string,
): readonly Institution[] {
  return archetypesIn(catalog, region).filter(
    (institution) => institution.kind === kind && institution.provides.length > 0,
  );
}

/** Those that run nothing: what they lend is the person's own (what lies in the mail, photos of papers). */
export function archetypesOfPerson(catalog: Catalog, region?: string): readonly Institution[] {
  return archetypesIn(catalog, region).filter(({ provides }) => provides.length === 0);
}

const archetypesIn = ({ institutions }: Catalog, region: string | undefined): readonly Institution[] =>
  [...institutions.values()].filter(
    (institution) => institution.isArchetype && isInRegion(institution, { region }),
  );

/** Where nothing is said of either's region, it may matter. */
export function isInRegion(
  { regions }: Institution,
  { region }: { readonly region?: string | undefined },
): boolean {
  return regions.length === 0 || region === undefined || regions.includes(region);
}
