/**
 * What nobody has read at an institution, lent by the archetype of its kind.
 *
 * A way that is lent is a flow of the archetype, run by the institution in the archetype's place, its basis `assumed`.
 * How far away it is says `distanceAt` (catalog): unread here and common in the kind, unread here, or another way is
 * read here. Ways are lent and never sums: see `lossesOf`.
 *
 * What to know to trust it: settings of the archetype's own are not the institution's, so what hangs on one counts as
 * the worst; what hangs on the person's own things (a second factor, a SIM PIN) counts as the person says.
 */
import {
  archetypesOf,
  archetypesOfPerson,
  type Catalog,
  type Distance,
  distanceAt,
  kindToldBy,
  type Readings,
} from "../catalog/index.ts";
import {
  type Flow,
  type Institution,
  type InstitutionKind,
  isInForce,
  type ThingKind,
  thingTypes,
} from "../model/index.ts";
import type { Person, Thing } from "../person/index.ts";
import { opensSomething } from "./brought.ts";
import type { Lent } from "./lent.ts";

/** An institution in its archetype's clothes: whose things they are, and which flows are lent for them. */
export interface Borrower {
  readonly institution: Institution;
  readonly lent: ReadonlyMap<Flow, Lent>;
}

export interface LendQuestion {
  readonly readings: Readings;
  readonly person: Person;
  readonly asOf: string;
  /** Which of what could be lent is; absent: all that is no help to the owner, as a verdict wants it. */
  readonly isLent?: (could: CouldLend) => boolean;
}

/** A way that could be lent to an institution. */
export interface CouldLend {
  readonly institution: string;
  /** Of the archetype. */
  readonly flow: Flow;
  /** It helps the owner: having something blocked. */
  readonly isOwners: boolean;
  readonly distance: Distance;
}

const onlyAgainstTheOwner = ({ isOwners }: CouldLend): boolean => !isOwners;

/**
 * What is lent to one person's institutions, as plain data: who keeps it needs neither the readings nor the rest of the
 * catalogue to ground the same world again, only the archetypes.
 */
export interface Lending {
  readonly loans: readonly Loan[];
  readonly aspects: { readonly of: number; readonly read: number };
  /** Things in nobody's file may stand in where a flow does not say whose are meant (`brought.ts`); absent: no. */
  readonly standIns?: true;
}

export interface Loan {
  readonly institution: string;
  readonly archetype: string;
  /** By the archetype's flow. */
  readonly lent: ReadonlyMap<string, Lent>;
}

/** For every institution this person uses, what its kind lends it; and what may lie in the person's own mail and photos. */
export const lendingOf = (question: LendQuestion): Lending => ({
  loans: [
    ...loansOf(question),
    // Whoever chooses what is lent speaks of places that were told.
    ...(question.isLent === undefined ? elsewhereLoansOf(question) : []),
    ...ownLoansOf(question),
  ],
  aspects: aspectsRead(question),
  ...(question.isLent === undefined ? { standIns: true as const } : {}),
});

/** Only the person can look; until then it may be there, and nobody's reading says how often it is. */
const ownLoansOf = ({ readings, person }: LendQuestion): readonly Loan[] =>
  archetypesOfPerson(readings.catalog, person.region).map((archetype) => ({
    institution: archetype.id,
    archetype: archetype.id,
    lent: new Map(
      archetype.flows.flatMap((flow): readonly (readonly [string, Lent])[] =>
        readings
          .aspectsOf(archetype, flow)
          .aspects.slice(0, 1)
          .map((aspect) => [flow.id, { aspect, by: archetype.id, distance: 2, seen: { at: 0, of: 0 } }]),
      ),
    ),
  }));

/**
 * A loan in the person's name is taken wherever one is given, and not only where they have something: whoever lends stands
 * for a place that nobody named. What is read of one lender says nothing about the next, and nobody reads them all.
 */
function elsewhereLoansOf(question: LendQuestion): readonly Loan[] {
  const { readings, person, asOf } = question;
  const kind: InstitutionKind = "lender";
  return archetypesOf(readings.catalog, kind, person.region).flatMap((archetype) => {
    const lent = lentBy({ ...question, id: archetype.id, role: { kind }, archetype });
    const opening = new Map(
      archetype.flows.flatMap((flow) => {
        const why = opensSomething(flow, asOf) ? lent.get(flow.id) : undefined;
        return why === undefined ? [] : [[flow.id, { ...why, isAnyPlace: true as const }] as const];
      }),
    );
    return opening.size === 0 ? [] : [{ institution: archetype.id, archetype: archetype.id, lent: opening }];
  });
}

/** The institutions in their archetypes' clothes. An archetype this catalogue does not hold lends nothing. */
export function borrowersOf(catalog: Catalog, { loans }: Lending): readonly Borrower[] {
  return loans.flatMap(({ institution: id, archetype: lender, lent: why }) => {
    const archetype = catalog.institutions.get(lender);
    if (archetype === undefined) return [];
    const own = catalog.institutions.get(id);
    const lent = new Map<Flow, Lent>();
    for (const flow of archetype.flows) {
      const found = why.get(flow.id);
      if (found !== undefined) lent.set(asLent(flow, lender), found);
    }
    const provides = [...new Set([...archetype.provides, ...(own?.provides ?? [])])];
    const measures = own?.measures ?? noMeasures;
    const flows = [...lent.keys()];
    return [{ institution: { ...archetype, id, isArchetype: false, provides, flows, measures }, lent }];
  });
}

function loansOf(question: LendQuestion): readonly Loan[] {
  const { readings, person } = question;
  const { catalog } = readings;
  const used = new Map<string, Thing[]>();
  for (const thing of person.things.values()) {
    if (thing.institution === undefined || thing.of !== undefined) continue;
    used.set(thing.institution, [...(used.get(thing.institution) ?? []), thing]);
  }
  return [...used].flatMap(([id, things]) => {
    if (catalog.institutions.get(id)?.isArchetype === true) return [];
    return rolesOf(catalog, id, things).flatMap((role) =>
      archetypesOf(catalog, role.kind, person.region).flatMap((archetype) => {
        const lent = lentBy({ ...question, id, role, archetype });
        return lent.size === 0 ? [] : [{ institution: id, archetype: archetype.id, lent }];
      }),
    );
  });
}

/** As what an institution may be lent to: as its kind, and where it keeps an amount as a kind that keeps such. */
interface Role {
  readonly kind: InstitutionKind;
  /** Aspects lent for the sake of an amount; absent: all of the kind. */
  readonly aspects?: ReadonlySet<string>;
}

/** What an institution nobody has described may be, by what of the person's it runs. */
const kindOfRunner: Readonly<Partial<Record<ThingKind, InstitutionKind>>> = {
  line: "carrier",
  card: "bank",
  device: "vendor",
  mailbox: "mail",
  account: "site",
};

function rolesOf(catalog: Catalog, id: string, things: readonly Thing[]): readonly Role[] {
  const known = catalog.institutions.get(id)?.kind;
  // A name tells what it may be besides, and never that it is less.
  const kinds = new Set(
    known === undefined
      ? [kindToldBy(catalog, id) ?? [], things.flatMap(({ kind }) => kindOfRunner[kind] ?? [])].flat()
      : [known],
  );
  const roles: Role[] = [...kinds].map((kind) => ({ kind }));
  const forAmounts = new Map<InstitutionKind, Set<string>>();
  for (const aspect of catalog.aspects.values())
    for (const [amount, kind] of aspect.pots) {
      if (kinds.has(kind) || !things.some((thing) => keeps(thing, amount))) continue;
      forAmounts.set(kind, (forAmounts.get(kind) ?? new Set()).add(aspect.id));
    }
  return [...roles, ...[...forAmounts].map(([kind, aspects]) => ({ kind, aspects }))];
}

/** Whether the person says that something lies there; `unknown` is an answer too. */
const keeps = ({ attributes }: Thing, amount: string): boolean => {
  const said = attributes.get(amount);
  return said !== undefined && said !== "0";
};

interface LoanQuestion extends LendQuestion {
  readonly id: string;
  readonly role: Role;
  readonly archetype: Institution;
}

function lentBy(question: LoanQuestion): ReadonlyMap<string, Lent> {
  const { readings, person, asOf, id, role, archetype, isLent = onlyAgainstTheOwner } = question;
  const own = readings.catalog.institutions.get(id);
  const region = own?.regions[0] ?? person.region;
  const lent = new Map<string, Lent>();
  for (const flow of archetype.flows) {
    if (!isInForce({ from: flow.valid.from, until: flow.valid.until, moment: asOf })) continue;
    if (own?.noCounter !== undefined && (flow.channel === "counter" || flow.channel === "branch")) continue;
    const { aspects, proofs } = readings.aspectsOf(archetype, flow);
    const found = aspects.flatMap((aspect): readonly Lent[] => {
      const isOwners = readings.catalog.aspects.get(aspect)?.isOwners;
      if (isOwners === undefined || (role.aspects !== undefined && !role.aspects.has(aspect))) return [];
      const at = distanceAt(id, { readings, aspect, kind: role.kind, proofs, region });
      if (at === undefined || !isLent({ institution: id, flow, isOwners, distance: at.distance })) return [];
      return [{ aspect, by: archetype.id, ...at }];
    });
    const nearest = found.reduce<Lent | undefined>(
      (best, each) => (best === undefined || each.distance < best.distance ? each : best),
      undefined,
    );
    if (nearest !== undefined) lent.set(flow.id, nearest);
  }
  return lent;
}

const noMeasures: Institution["measures"] = [];

/** A memory of what is a function of its keys: what is kept by flow is found again in the next world. */
const lentBefore = new WeakMap<Flow, Map<string, Flow>>();

function asLent(flow: Flow, archetype: string): Flow {
  const made = lentBefore.get(flow) ?? new Map<string, Flow>();
  lentBefore.set(flow, made);
  const lent = made.get(archetype) ?? lentFlow(flow, archetype);
  made.set(archetype, lent);
  return lent;
}

/** The flow with nobody's word for it, and without what only the archetype's own settings would decide. */
const lentFlow = (flow: Flow, archetype: string): Flow => ({
  ...flow,
  id: `${archetype}:${flow.id}`,
  when: flow.when.filter(({ subject, attribute }) =>
    Object.hasOwn(thingTypes[subject.kind].attributes, attribute),
  ),
  basis: { ...flow.basis, status: "assumed" },
});

/** Of all that could be read about the institutions this person uses: how much is. */
function aspectsRead({ readings, person }: Omit<LendQuestion, "asOf">): {
  readonly of: number;
  readonly read: number;
} {
  const used = new Set([...person.things.values()].flatMap(({ institution }) => institution ?? []));
  const found = [...used].flatMap((id) => [...(readings.of.get(id) ?? [])]);
  const asked = found.filter(([aspect]) => readings.catalog.aspects.get(aspect)?.isOwners === false);
  return { of: asked.length, read: asked.filter(([, { kind }]) => kind !== "unread").length };
}
