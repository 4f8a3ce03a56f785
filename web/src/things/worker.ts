/**
 * Judges what is being entered, and reads and writes person files, beside the page. Another worker than the case's: the
 * case that is open stays open, and nobody waits for its answer to type on. The YAML parser comes with the first file.
 */
import { expose } from "comlink";
import type { WholeCatalogue } from "../engine/case-data.ts";
import type { OwnCase } from "../engine/own-case.ts";
import { unpack } from "../engine/packed.ts";
import { holdForLife } from "../engine/worker-life.ts";
import type { PersonDocument } from "./document.ts";
import type { FileRead } from "./file.ts";
import { type Looked, look } from "./look.ts";

let catalogue: Promise<WholeCatalogue> | undefined;

async function catalogueAt(address: string): Promise<WholeCatalogue> {
  catalogue ??= fetch(address)
    .then(async (response) => {
      if (!response.ok) throw new Error(`the catalogue cannot be fetched: ${response.status}`);
      return unpack<WholeCatalogue>(await response.text());
    })
    .catch((fault: unknown) => {
      catalogue = undefined; // It may be there the next time.
      throw fault;
    });
  return catalogue;
}

const thingsWorker = {
  /** Holds the lock of this name as long as the worker lives. */
  live: holdForLife,
  look: async (own: OwnCase, address: string): Promise<Looked> => look(await catalogueAt(address), own),
  async read(text: string, name: string, address: string): Promise<FileRead> {
    const { readFile } = await import("./file.ts");
    return readFile(text, name, (await catalogueAt(address)).catalog);
  },
  async write(document: PersonDocument): Promise<string> {
    const { writeFile } = await import("./file.ts");
    return writeFile(document);
  },
};
export type ThingsWorker = typeof thingsWorker;

expose(thingsWorker);
