/** The part of a catalogue one case needs, so that what crosses to the page is small and the answer the same. */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Grounded } from "../../../src/ground/index.ts";
import type { Institution } from "../../../src/model/index.ts";
import type { CaseSource } from "./case-data.ts";

/**
 * Institutions without a step in this world lose their flows; they keep their names, and the ids of their measures,
 * because an id that two institutions use is written longer. The world grounded from the result is the same world.
 */
export function catalogueOf(catalog: Catalog, { steps }: Grounded): Catalog {
  const used = new Set(steps.map(({ institution }) => institution));
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
        flows: [],
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
  valid: {},
};
