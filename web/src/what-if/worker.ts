/** Asks the engine about a flow that is otherwise: how many of a population are exposed, and what changes for one who has everything. */
import { expose } from "comlink";
import { type Catalog, catalogueDay } from "../../../src/catalog/index.ts";
import { exposed, openTemplate, type Population } from "../../../src/population/index.ts";
import { diff, type Effect } from "../../../src/questions/index.ts";
import {
  type Lang,
  sayAsks,
  sayCapabilityName,
  sayInstitution,
  sayPattern,
  sayShortDuration,
} from "../../../src/report/index.ts";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { unpack } from "../engine/packed.ts";
import { holdForLife } from "../engine/worker-life.ts";
import { editOf, type FlowEdit, offeredBy, partsOf, patchText, withEdit } from "./edit.ts";

/** Enough for an interval of one percent either way; a change of the form is answered while one looks. */
const people = 10_000;
const seed = 1;
const held = ["possess(sim.main)"];

export interface PartSaid {
  readonly text: string;
  readonly said: string;
}
export interface FlowOffered {
  readonly id: string;
  readonly title: string;
  readonly gives: readonly string[];
  readonly today: FlowEdit;
  readonly parts: readonly PartSaid[];
}
export interface InstitutionOffered {
  readonly id: string;
  readonly name: string;
  readonly flows: readonly FlowOffered[];
  readonly more: readonly PartSaid[];
}

export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
export interface EffectSaid {
  readonly kind: Effect["kind"];
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly stillPossible: boolean;
  readonly way: readonly {
    readonly institution: string;
    readonly flow: string;
    readonly at: string;
    readonly isChanged: boolean;
  }[];
}
export interface WhatIfAnswer {
  readonly before: Share;
  readonly after: Share;
  readonly effects: readonly EffectSaid[];
  readonly patch: string;
}

interface Opened {
  readonly catalog: Catalog;
  readonly population: Population;
  readonly before: Share;
}
let opened: Promise<Opened> | undefined;

async function fetched<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be fetched: ${response.status}`);
  return unpack<Value>(await response.text());
}

async function openNow(catalogueAt: string, populationAt: string): Promise<Opened> {
  const [{ catalog }, population] = await Promise.all([
    fetched<WholeCatalogue>(catalogueAt),
    fetched<Population>(populationAt),
  ]);
  return { catalog, population, before: shareUnder(catalog, population) };
}

function shareUnder(catalog: Catalog, population: Population): Share {
  // The two ends of what nobody has measured are the command line's matter.
  const { any } = exposed({
    catalog,
    population,
    people,
    seed,
    held,
    today: catalogueDay(catalog),
    leavesEndsOut: true,
  });
  return { share: any.share, low: any.low, high: any.high };
}

function offered({ catalog, population }: Opened, lang: Lang): readonly InstitutionOffered[] {
  const { world } = openTemplate({ catalog, population, today: catalogueDay(catalog) });
  const used = new Set(world.steps.map(({ institution, flow }) => `${institution}/${flow.id}`));
  const { vocabulary } = catalog;
  return [...catalog.institutions.values()]
    .filter(({ provides, isArchetype }) => provides.length > 0 && !isArchetype)
    .map(
      (institution): InstitutionOffered => ({
        id: institution.id,
        name: sayInstitution({ catalog }, institution.id, lang),
        more: offeredBy(institution).map(({ text, asks }) => ({
          text,
          said: sayAsks(asks, vocabulary, lang),
        })),
        flows: institution.flows
          .filter(({ id }) => used.has(`${institution.id}/${id}`))
          .map((flow) => ({
            id: flow.id,
            title: flow.title[lang],
            gives: flow.gives.map((pattern) => sayPattern(pattern, vocabulary, lang)),
            today: editOf(institution.id, flow),
            parts: partsOf(flow).map(({ text, asks }) => ({ text, said: sayAsks(asks, vocabulary, lang) })),
          })),
      }),
    )
    .filter(({ flows }) => flows.length > 0);
}

function answered({ catalog, population, before }: Opened, edit: FlowEdit, lang: Lang): WhatIfAnswer {
  const changed = withEdit(catalog, edit);
  const { template } = population;
  const { effects } = diff({
    old: { catalog, measures: [] },
    now: { catalog: changed, measures: [] },
    people: [{ old: template, now: template, beginnings: [held] }],
    wantsCuts: false,
  });
  const minutes = (each: number | null) => (each === null ? null : sayShortDuration(each, lang));
  return {
    before,
    after: shareUnder(changed, population),
    patch: patchText(catalog, edit),
    effects: effects.map(({ kind, goal, beforeMinutes, afterMinutes, afterVerdict, way }) => ({
      kind,
      what: sayCapabilityName({ person: template, catalog }, goal, lang),
      before: minutes(beforeMinutes),
      after: minutes(afterMinutes),
      stillPossible: kind === "closed" && afterVerdict === "not-ruled-out",
      way: (way?.steps ?? []).map((step) => ({
        institution: step.institutionName[lang],
        flow: step.title[lang],
        at: sayShortDuration(step.atMinutes, lang),
        isChanged: step.institution === edit.institution && step.flow === edit.flow,
      })),
    })),
  };
}

const whatIfWorker = {
  live: holdForLife,
  async open(catalogueAt: string, populationAt: string, lang: Lang): Promise<readonly InstitutionOffered[]> {
    opened ??= openNow(catalogueAt, populationAt).catch((fault: unknown) => {
      opened = undefined; // It may be there the next time.
      throw fault;
    });
    return offered(await opened, lang);
  },
  async ask(edit: FlowEdit, lang: Lang): Promise<WhatIfAnswer> {
    if (opened === undefined) throw new Error("nothing was opened");
    return answered(await opened, edit, lang);
  },
};
export type WhatIfWorker = typeof whatIfWorker;

expose(whatIfWorker);
