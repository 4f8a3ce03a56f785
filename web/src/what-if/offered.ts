/**
 * What the form offers: the institutions and flows that play a part for the population, with what each asks and gives
 * today and may ask and give beside, in words; and what an institution could put in force.
 */
import { type Catalog, catalogueDay } from "../../../src/catalog/index.ts";
import type { Institution } from "../../../src/model/index.ts";
import { openTemplate } from "../../../src/population/index.ts";
import type { Reach } from "../../../src/reach/index.ts";
import { type Lang, sayAsks, sayHours, sayInstitution, sayPattern } from "../../../src/report/index.ts";
import type { MeasureOffered, Speaking } from "./counting.ts";
import { editOf, type FlowEdit, offeredBy, partsOf } from "./edit.ts";
import { givableIn } from "./givable.ts";

export interface PartSaid {
  readonly text: string;
  readonly said: string;
}
export interface FlowOffered {
  readonly id: string;
  readonly title: string;
  readonly today: FlowEdit;
  readonly parts: readonly PartSaid[];
  readonly gives: readonly PartSaid[];
  readonly moreGives: readonly PartSaid[];
  /** When it is open today; absent: nobody says. */
  readonly hours?: string;
}
export interface InstitutionOffered {
  readonly id: string;
  readonly name: string;
  readonly flows: readonly FlowOffered[];
  readonly more: readonly PartSaid[];
  readonly measures: readonly MeasureOffered[];
}

export function offered({
  catalog,
  population,
  lang,
}: Omit<Speaking, "files">): readonly InstitutionOffered[] {
  const { world } = openTemplate({ catalog, population, today: catalogueDay(catalog) });
  const used = new Set(world.steps.map(({ institution, flow }) => `${institution}/${flow.id}`));
  const { vocabulary } = catalog;
  return [...catalog.institutions.values()]
    .filter(({ provides, isArchetype }) => provides.length > 0 && !isArchetype)
    .map(
      (institution): InstitutionOffered => ({
        id: institution.id,
        name: sayInstitution({ catalog }, institution.id, lang),
        measures: measuresIn(world, institution, lang),
        more: offeredBy(institution).map(({ text, value }) => ({
          text,
          said: sayAsks(value, vocabulary, lang),
        })),
        flows: institution.flows
          .filter(({ id }) => used.has(`${institution.id}/${id}`))
          .map((flow): FlowOffered => {
            const today = editOf(institution.id, flow);
            const said = (pattern: (typeof flow.gives)[number]) => sayPattern(pattern, vocabulary, lang);
            return {
              id: flow.id,
              title: flow.title[lang],
              today,
              parts: partsOf(flow).map(({ text, value }) => ({
                text,
                said: sayAsks(value, vocabulary, lang),
              })),
              gives: flow.gives.map((pattern, i) => ({ text: today.gives[i] ?? "", said: said(pattern) })),
              moreGives: givableIn(catalog, flow).map(({ text, pattern }) => ({ text, said: said(pattern) })),
              ...(flow.hours === undefined ? {} : { hours: sayHours(flow.hours, lang) }),
            };
          }),
      }),
    )
    .filter(({ flows }) => flows.length > 0);
}

/** What this institution could put in force, and what all of them could together that speaks of it. */
export const measuresAt = (
  { catalog, population, lang }: Omit<Speaking, "files">,
  id: string,
): readonly MeasureOffered[] => {
  const institution = catalog.institutions.get(id);
  const { world } = openTemplate({ catalog, population, today: catalogueDay(catalog) });
  return institution === undefined ? [] : measuresIn(world, institution, lang);
};

const measuresIn = (
  { choices, catalog }: Reach["world"],
  institution: Institution,
  lang: Lang,
): readonly MeasureOffered[] => [
  ...choices
    .filter((choice) => choice.by === "institution" && choice.institution === institution.id)
    .map(({ id, title }) => ({
      name: `${institution.id}/${id.slice(id.indexOf("/") + 1)}`,
      title: title[lang],
      isEverywhere: false,
    })),
  ...choices
    .filter(({ by, institution: whose, isAct }) => by === "institution" && whose === undefined && !isAct)
    .filter(({ id }) => isMeant(catalog, institution, id))
    .map(({ id, title }): MeasureOffered => ({ name: id, title: title[lang], isEverywhere: true })),
];

/** It speaks of a flow of the institution, or of what things are there. */
function isMeant({ measures }: Catalog, { flows, provides }: Institution, id: string): boolean {
  const measure = measures.find((each) => each.id === id);
  return (
    flows.some((flow) => flow.measures.includes(id) || measure?.replaces.has(flow.id) === true) ||
    measure?.changes.some(({ subject }) => provides.includes(subject.kind)) === true
  );
}
