/**
 * The catalogue a server answers from. The thread that listens and the worker that thinks each read it for themselves,
 * and both read it here, so that they never speak of two.
 */
import { fileURLToPath } from "node:url";
import { type CatalogRead, readCatalog, readTexts, readWholeFolder } from "../catalog/index.ts";

/** `folder`: a catalogue of one's own; absent: the shipped one. */
export function readServedCatalogue(folder: string | undefined): CatalogRead {
  return folder === undefined
    ? readWholeFolder({ folder: shippedFolder, stories: true })
    : readCatalog(readTexts([folder]).texts);
}

const shippedFolder = fileURLToPath(new URL("../../catalog", import.meta.url));
