/** Thinks about what to do next beside the page. The catalogue is fetched once, when it begins. */
import { expose } from "comlink";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { unpack } from "../engine/packed.ts";
import { holdForLife } from "../engine/worker-life.ts";
import { type PlanAnswer, planOf } from "./planning.ts";

let catalogue: Promise<WholeCatalogue> | undefined;

async function fetchCatalogue(address: string): Promise<WholeCatalogue> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the catalogue cannot be fetched: ${response.status}`);
  return unpack<WholeCatalogue>(await response.text());
}

const nowWorker = {
  live: holdForLife,
  async plan(file: unknown, address: string): Promise<PlanAnswer> {
    catalogue ??= fetchCatalogue(address).catch((fault: unknown) => {
      catalogue = undefined; // It may be there the next time.
      throw fault;
    });
    return planOf((await catalogue).catalog, file);
  },
};
export type NowWorker = typeof nowWorker;

expose(nowWorker);
