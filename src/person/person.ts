/** What one person has, and what hangs on what. Things are values; nothing here knows an institution's flows. */
import {
  type Bilingual,
  type Capability,
  compareText,
  type HarmKind,
  type PersonMeasure,
  type ThingKind,
  thingTypes,
} from "../model/index.ts";

/** `card.ccb-debit`: a kind and a name; the person is `person`. */
export type ThingId = string;

export interface Thing {
  readonly id: ThingId;
  readonly kind: ThingKind;
  readonly name: string;
  /** What the person calls it. */
  readonly title?: Bilingual;
  /** Who runs it: the carrier, the bank, the service, the vendor. */
  readonly institution?: string;
  /** Only what the file states; what is silent is the table's or the institution's default. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Of sums the file gives as an interval, whose most stands among the attributes, the least; absent: there are none. */
  readonly atLeast?: ReadonlyMap<string, number>;
  /** Only what the file states; `unknown` is an answer. */
  readonly relations: ReadonlyMap<string, readonly ThingId[] | "unknown">;
  /** The helper it belongs to; absent: the person. */
  readonly of?: string;
  /** It stands in no file: opened in the person's name on the way, or brought along by whoever runs a flow. */
  readonly isNew?: true;
  /** Of those that stand in no file: it is whoever runs the flow's own. */
  readonly isTheirs?: true;
}

export interface PersonLoss {
  readonly goal: Capability;
  readonly amount?: number;
  /** Where the amount is said as an interval: the least of it. */
  readonly atLeast?: number;
  /** Absent: what the vocabulary says of the word. */
  readonly harm?: HarmKind;
  readonly title?: Bilingual;
}

export interface Person {
  readonly id: string;
  readonly name: Bilingual;
  readonly region?: string;
  readonly currency?: string;
  /** The day whose flows are in force; absent: now. */
  readonly asOf?: string;
  readonly things: ReadonlyMap<ThingId, Thing>;
  readonly helpers: ReadonlyMap<string, Bilingual>;
  /** By name, the bag: things that lie together. Whoever takes one of them takes them all. */
  readonly carried: ReadonlyMap<string, readonly ThingId[]>;
  /** Groups of secrets that are the same; whoever knows one knows the others. */
  readonly sameSecret: readonly (readonly Capability[])[];
  /** Institutions at which the owner says there is no account of theirs. */
  readonly noneAt?: readonly string[];
  /** What the owner does not know any more. */
  readonly forgotten: readonly Capability[];
  readonly conditions: readonly { readonly condition: Capability; readonly expires?: number }[];
  readonly losses: readonly PersonLoss[];
  readonly measures: readonly PersonMeasure[];
}

/** Somebody with these things of whom nothing else is said. */
export const barePerson = (
  said: Pick<Person, "id" | "name" | "region">,
  things: Iterable<Thing> = [],
): Person => ({
  ...said,
  things: new Map([...things].map((each) => [each.id, each])),
  helpers: new Map(),
  carried: new Map(),
  sameSecret: [],
  forgotten: [],
  conditions: [],
  losses: [],
  measures: [],
});

export const thingsOf = (person: Person, kind: ThingKind): readonly Thing[] =>
  [...person.things.values()].filter((thing) => thing.kind === kind).sort((a, b) => compareText(a.id, b.id));

/** Names of the things of one kind, for "did you mean". */
export const namesOf = (person: Person, kind: ThingKind): readonly string[] =>
  thingsOf(person, kind).map(({ name }) => name);

/** The kinds that stand in a section of a person file, with that section's name. */
export const sections: readonly (readonly [string, ThingKind])[] = (Object.keys(thingTypes) as ThingKind[])
  .filter((kind) => kind !== "person" && kind !== "sim")
  .map((kind) => [thingTypes[kind].section, kind] as const);
