/** The part of a catalogue one case needs, so that what crosses to the page is small and the answer the same. */
import { type Catalog, catalogueDay, readingsOn } from "../../../src/catalog/index.ts";
import { type Grounded, type Lending, lendingOf } from "../../../src/ground/index.ts";
import type { Institution } from "../../../src/model/index.ts";
import type { Person } from "../../../src/person/index.ts";
import type { CaseSource } from "./case-data.ts";

/** What is lent to this person's institutions; asked of the whole catalogue, for it counts who does what. */
export function lendingFor(catalog: Catalog, person: Person): Lending {
  const asOf = person.asOf ?? catalogueDay(catalog);
  return lendingOf({ readings: readingsOn(catalog, asOf), person, asOf });
}

/**
 * Institutions without a step in this world, and of which nothing is spoken in it, lose their flows; they keep their names,
 * and the ids of their measures, because an id that two institutions use is written longer. An archetype keeps the flows it
 * lends. The world grounded from the result is the same world, with what is lent and without.
 */
export function catalogueOf(
  catalog: Catalog,
  /** With what is lent: whoever could open something, or comes with something of their own, plays a part only there. */
  { steps, atoms, wiring }: Grounded,
  { loans }: Pick<Lending, "loans"> = { loans: [] },
): Catalog {
  const spokenOf = new Set(atoms.flatMap(({ things }) => things));
  const used = new Set(steps.map(({ institution }) => institution));
  for (const { id, isNew, institution } of wiring.things.values())
    if (isNew === true && institution !== undefined && spokenOf.has(id)) used.add(institution);
  const lent = new Map<string, Set<string>>();
  for (const loan of loans)
    lent.set(loan.archetype, new Set([...(lent.get(loan.archetype) ?? []), ...loan.lent.keys()]));
  const kept = [...catalog.institutions].map(([id, institution]): [string, Institution] => {
    if (used.has(id)) return [id, institution];
    const measures = institution.measures.map((measure) => ({ ...emptyMeasure, id: measure.id }));
    return [
      id,
      {
        ...institution,
        also: [],
        contacts: institution.kind === "police" ? institution.contacts : [], // Whom to call, whatever was stolen.
        settings: new Map(),
        defaults: new Map(),
        flows: institution.flows.filter((flow) => lent.get(id)?.has(flow.id) === true),
        measures,
      },
    ];
  });
  return { ...catalog, institutions: new Map(kept), sources: new Map(), files: new Map() };
}

/** The sources the flows of this catalogue rest on. */
export function sourcesFor(
  catalog: Catalog,
  sources: ReadonlyMap<string, CaseSource>,
): ReadonlyMap<string, CaseSource> {
  const used = new Set(
    [...catalog.institutions.values()].flatMap(({ flows }) => flows.map(({ basis }) => basis.source)),
  );
  return new Map([...sources].filter(([id]) => used.has(id)));
}

const emptyMeasure: Omit<Institution["measures"][number], "id"> = {
  title: { en: "", zh: "" },
  by: "institution",
  effort: 1,
  perWorld: false,
  replaces: new Map(),
  removes: [],
  asksMore: [],
  givesLess: [],
  changes: [],
  sets: [],
  renews: [],
  valid: {},
};
