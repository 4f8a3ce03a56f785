/**
 * What the reader calls the services nobody has described. In the catalogue a stand-in is "Any payment wallet"; who told
 * us of the village wallet reads that name wherever the institution is named. Several of one kind stand side by side.
 */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Bilingual } from "../../../src/model/index.ts";
import type { Person, Thing } from "../../../src/person/index.ts";
import { isStandIn } from "../../../src/report/index.ts";

/** More names than these are no name any more. */
const namesMax = 2;

export function namedByReader(catalog: Catalog, person: Person): Catalog {
  const institutions = new Map(catalog.institutions);
  for (const [id, institution] of institutions) {
    if (!isStandIn(id)) continue;
    const its = [...person.things.values()].filter(
      ({ institution: of, isNew }) => of === id && isNew !== true,
    );
    const names = its.flatMap(({ title }) => title ?? []);
    if (its.length > 0 && names.length === its.length && names.length <= namesMax)
      institutions.set(id, { ...institution, name: joined(names) });
  }
  return { ...catalog, institutions };
}

const joined = (names: readonly NonNullable<Thing["title"]>[]): Bilingual => ({
  en: names.map(({ en }) => en).join(", "),
  zh: names.map(({ zh }) => zh).join("、"),
});
