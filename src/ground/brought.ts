/**
 * Things that stand in no person's file and are there all the same.
 *
 * *New*: opened in the person's name on the way (`account.new-wallet`, `line.new-carrier`); whatever a flow opens exists
 * as a word before anybody opens it. *Theirs*: whoever runs a flow comes with it (an account at the same wallet, another
 * number, a phone, a paper). Of theirs nothing has to be got: what is asked of it alone they have, what is given on it
 * alone is no gain, and nobody else stops it. Only what also speaks of the person's things is left, as in
 * `pay-with(account.theirs-wallet, card.debit)`.
 *
 * Where a flow says so (`for: { account: theirs }`) it was read. Where it says nothing, it may be so: such a step is lent,
 * as what nobody has read is, and a verdict says "not ruled out".
 */
import { type Catalog, isInRegion } from "../catalog/index.ts";
import {
  type Capability,
  type CapabilityPattern,
  type Flow,
  type Institution,
  isInForce,
  type ThingKind,
  thingKinds,
} from "../model/index.ts";
import type { Person, Thing, ThingId } from "../person/index.ts";
import type { Lent } from "./lent.ts";
import { spokenOf } from "./spoken.ts";
import { waysOf } from "./variants.ts";
import type { Wiring } from "./wiring.ts";

/** Why a thing stands in for one the file does not have, where no flow says so. */
export type StandIn = "theirs" | "opened";

/** What is asked to settle it: an aspect of the catalogue, by what it says it stands for. */
export function lentFor(catalog: Catalog, standIn: StandIn, institution: string): Lent | undefined {
  const aspect = [...catalog.aspects.values()].find(({ standsFor }) => standsFor === standIn)?.id ?? standIn;
  // Somebody has read that it cannot be, or everything that can.
  if (catalog.institutions.get(institution)?.reads.get(aspect) !== undefined) return undefined;
  // Its flow is read and this way of running it is not: as far off as a way can be.
  return { aspect, by: institution, distance: 3, seen: { at: 0, of: 0 } };
}

/** What a flow of this institution opens in the person's name; it is there where some flow in force does. */
export const newThing = (kind: ThingKind, { id }: Pick<Institution, "id">): ThingId => `${kind}.new-${id}`;

/** The thing of whoever runs the flow, of this kind: at this institution, where it provides such things. */
export const theirThing = (kind: ThingKind, { id, provides }: Institution): ThingId =>
  provides.includes(kind) ? `${kind}.theirs-${id}` : `${kind}.theirs`;

/** Whose facts are meant where the thing is theirs: their name, their face. */
export const themselves: ThingId = "person.theirs";

/** It speaks of nothing but what is theirs. */
export const isOfTheirs = (wiring: Pick<Wiring, "things">, { things }: Pick<Capability, "things">): boolean =>
  things.length > 0 && things.every((thing) => wiring.things.get(thing)?.isTheirs === true);

/** Theirs at this institution: one of each kind it provides. */
export const theirThingsAt = (institution: Institution): readonly Thing[] =>
  institution.provides.map((kind) => theirs(standIn(kind, `theirs-${institution.id}`, institution.id)));

/** Theirs wherever they got it: one of each kind. */
export const theirThingsAnywhere: readonly Thing[] = thingKinds.map((kind) =>
  theirs(standIn(kind, "theirs")),
);

function theirs(thing: Thing): Thing {
  return { ...thing, isTheirs: true };
}

function standIn(kind: ThingKind, name: string, institution?: string): Thing {
  return {
    id: `${kind}.${name}`,
    kind,
    name,
    ...(institution === undefined ? {} : { institution }),
    attributes: new Map(),
    relations: new Map(),
    isNew: true,
  };
}

/** By id, the things somebody could open in the person's name that day; they exist as words before anybody opens them. */
export const newThingsOf = (catalog: Catalog, person: Person, asOf: string): ReadonlyMap<ThingId, Thing> => {
  const things = [...catalog.institutions.values()].flatMap((institution) =>
    newThingsAt(institution, person, asOf),
  );
  return new Map(things.map((thing) => [thing.id, thing]));
};

export function newThingsAt(institution: Institution, person: Person, asOf: string): readonly Thing[] {
  // An archetype is no place: who lends its ways says where something would be opened.
  if (institution.isArchetype || !isInRegion(institution, person)) return [];
  return kindsOpenedAt(institution, asOf).map((kind) =>
    standIn(kind, `new-${institution.id}`, institution.id),
  );
}

/** A memory of what is a function of its keys: every institution of the catalogue is asked in every world. */
const openedKnown = new WeakMap<readonly Flow[], Map<string, readonly ThingKind[]>>();

function kindsOpenedAt({ flows }: Institution, asOf: string): readonly ThingKind[] {
  const known = openedKnown.get(flows) ?? new Map<string, readonly ThingKind[]>();
  openedKnown.set(flows, known);
  const kinds = known.get(asOf) ?? [
    ...new Set(flows.filter((flow) => isInForceOn(flow, asOf)).flatMap((flow) => kindsOpened(flow))),
  ];
  known.set(asOf, kinds);
  return kinds;
}

const isInForceOn = ({ valid }: Flow, asOf: string): boolean =>
  isInForce({ from: valid.from, until: valid.until, moment: asOf });

const kindsOpened = ({ ranges }: Flow): readonly ThingKind[] =>
  ranges.flatMap(({ variable, whose }) => (whose === "new" ? [variable] : []));

/**
 * Numbers that flows may open in the person's name without saying so, where the person has none there: they take one over
 * and ask nothing of it. An account that nobody says is opened is signed in to, a card is used, and must be there before.
 */
export function perhapsOpenedAt(
  institution: Institution,
  { catalog: { vocabulary }, person, asOf }: PerhapsOpenedQuestion,
): readonly Thing[] {
  const has = (kind: ThingKind) =>
    [...person.things.values()].some((thing) => thing.kind === kind && thing.institution === institution.id);
  const kinds = institution.provides.filter((kind) => kind === "line" && !has(kind));
  const isOpenedBy = (kind: ThingKind) => (flow: Flow) => {
    const isOf = ({ subjects }: CapabilityPattern) => subjects.some(({ variable }) => variable === kind);
    return (
      isInForceOn(flow, asOf) &&
      !flow.ranges.some(({ variable }) => variable === kind) &&
      !waysOf(flow.asks).flat().some(isOf) &&
      flow.gives.some(
        (given) =>
          isOf(given) && vocabulary.capabilities.get(given.kind)?.roles.includes("takeover") === true,
      )
    );
  };
  return kinds
    .filter((kind) => institution.flows.some(isOpenedBy(kind)))
    .map((kind) => standIn(kind, `new-${institution.id}`, institution.id));
}

interface PerhapsOpenedQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly asOf: string;
}

/** Whether a flow in force says that it is run with a thing of whoever runs it. */
export const takesTheirs = ({ flows }: Pick<Institution, "flows">, asOf: string): boolean =>
  flows.some((flow) => isInForceOn(flow, asOf) && flow.ranges.some(({ whose }) => whose === "theirs"));

/**
 * Whether a flow in force needs nothing that this institution runs: it speaks of none of the kinds it provides, or `for` takes
 * them from the person, whoever runs them (a number is moved here from any carrier: `for: { line: person.lines }`).
 */
export function reachesOthers(
  { provides, flows }: Pick<Institution, "provides" | "flows">,
  asOf: string,
): boolean {
  return (
    provides.length > 0 &&
    flows.some((flow) => {
      if (!isInForceOn(flow, asOf)) return false;
      const mentioned = spokenOf(flow).mentioned;
      const own = provides.filter((kind) => mentioned.has(kind));
      return own.length > 0 && own.every((kind) => isOfThePerson(flow, kind));
    })
  );
}

const isOfThePerson = ({ ranges }: Flow, kind: ThingKind): boolean =>
  ranges.some(
    ({ variable, over, whose }) =>
      variable === kind &&
      whose === undefined &&
      over.length > 0 &&
      over.every((path) => path.variable === "person"),
  );

/** Whether the flow opens something in the person's name, on this day. */
export const opensSomething = (flow: Flow, asOf: string): boolean =>
  isInForceOn(flow, asOf) && kindsOpened(flow).length > 0;
