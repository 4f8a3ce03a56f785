/**
 * Asks the engine about a flow that is otherwise. An answer is asked for part by part, so that a part stands on the page
 * as soon as it is there and whoever has changed the form meanwhile asks for no more.
 */
import { expose } from "comlink";
import type { Catalog } from "../../../src/catalog/index.ts";
import { type Population, shiftsBetween } from "../../../src/population/index.ts";
import type { Assertion } from "../../../src/questions/index.ts";
import type { Lang } from "../../../src/report/index.ts";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { unpack } from "../engine/packed.ts";
import { holdForLife } from "../engine/worker-life.ts";
import {
  type EffectSaid,
  effectsOf,
  type RulesSaid,
  rulesBetween,
  type SmallestFound,
  smallestOf,
  startsAt,
} from "./asking.ts";
import {
  type Counted,
  type CountSaid,
  countUnder,
  type MeasureSaid,
  type OwnersSaid,
  type SoonSaid,
  sayCount,
  sayMeasures,
  sayOwners,
  saySoon,
} from "./counting.ts";
import { changedBy, type FlowEdit, type InstitutionFiles, patchText } from "./edit.ts";
import { type InstitutionOffered, measuresAt, offered } from "./offered.ts";

export interface Addresses {
  readonly catalogue: string;
  readonly population: string;
  readonly rules: string;
  readonly institutions: string;
}

interface Opened {
  readonly catalog: Catalog;
  readonly population: Population;
  readonly rules: readonly Assertion[];
  readonly files: InstitutionFiles;
  readonly before: Counted;
}
let opened: Promise<Opened> | undefined;

async function fetched<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be fetched: ${response.status}`);
  return unpack<Value>(await response.text());
}

async function openNow(at: Addresses): Promise<Opened> {
  const [{ catalog }, population, rules, files] = await Promise.all([
    fetched<WholeCatalogue>(at.catalogue),
    fetched<Population>(at.population),
    fetched<readonly Assertion[]>(at.rules),
    fetched<InstitutionFiles>(at.institutions),
  ]);
  return { catalog, population, rules, files, before: countUnder({ catalog, measures: [] }, population) };
}

async function openedOnce(): Promise<Opened> {
  if (opened === undefined) throw new Error("nothing was opened");
  return opened;
}

/** Of the newest change asked about; the parts of an answer come one after the other. */
let newest: { readonly key: string; readonly after: Counted } | undefined;

function afterOf(here: Opened, edit: FlowEdit): Counted {
  const { at: _, ...counted } = edit; // Whoever could ever lose something does not hang on the hour.
  const key = JSON.stringify(counted);
  if (newest?.key !== key) newest = { key, after: countUnder(changedBy(edit, here), here.population) };
  return newest.after;
}

/** They do not hang on the form: asked once for each institution and language. */
const measured = new Map<string, readonly MeasureSaid[]>();

const whatIfWorker = {
  live: holdForLife,
  async open(at: Addresses, lang: Lang): Promise<readonly InstitutionOffered[]> {
    opened ??= openNow(at).catch((fault: unknown) => {
      opened = undefined; // It may be there the next time.
      throw fault;
    });
    return offered({ ...(await opened), lang });
  },
  async patch(edit: FlowEdit): Promise<string> {
    const { catalog } = await openedOnce();
    return patchText(catalog, edit);
  },
  async count(edit: FlowEdit, lang: Lang): Promise<CountSaid> {
    const here = await openedOnce();
    return sayCount(here.before, afterOf(here, edit), { ...here, lang });
  },
  async soon(edit: FlowEdit, lang: Lang): Promise<SoonSaid> {
    const here = await openedOnce();
    return saySoon(here.before, afterOf(here, edit), startsAt(edit), lang);
  },
  async owners(edit: FlowEdit, lang: Lang): Promise<readonly OwnersSaid[]> {
    const here = await openedOnce();
    return sayOwners(here.before, afterOf(here, edit), changedBy(edit, here), { ...here, lang });
  },
  async measures(edit: FlowEdit, lang: Lang): Promise<readonly MeasureSaid[]> {
    const here = await openedOnce();
    const name = `${lang} ${edit.institution}`;
    const said = measured.get(name) ?? sayMeasures(measuresAt({ ...here, lang }, edit.institution), here);
    measured.set(name, said);
    return said;
  },
  async effects(edit: FlowEdit, lang: Lang): Promise<readonly EffectSaid[]> {
    return effectsOf(edit, { ...(await openedOnce()), lang });
  },
  async rules(edit: FlowEdit, lang: Lang): Promise<RulesSaid> {
    const here = await openedOnce();
    return rulesBetween(edit, here.rules, { ...here, lang });
  },
  async smallest(
    edit: FlowEdit,
    effects: readonly EffectSaid[],
    lang: Lang,
  ): Promise<{ readonly smallest: SmallestFound }> {
    const here = await openedOnce();
    const shifts = shiftsBetween(here.before.whose, afterOf(here, edit).whose);
    return { smallest: smallestOf(edit, shifts, effects, { ...here, lang }) };
  },
};
export type WhatIfWorker = typeof whatIfWorker;

expose(whatIfWorker);
