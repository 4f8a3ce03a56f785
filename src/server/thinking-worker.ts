/** A worker of the server: reads the catalogue for itself and answers one question after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { readServedCatalogue } from "./served-catalogue.ts";
import { type Posed, type Told, thinkHere, type WorkerStart } from "./thinking.ts";

// `thinking.ts` starts this file, with exactly this.
const { catalogFolder }: WorkerStart = workerData;
const think = thinkHere(readServedCatalogue(catalogFolder));

parentPort?.on("message", async ({ id, thought }: Posed) => {
  let told: Told;
  try {
    told = { id, answered: await think(thought) };
  } catch (fault) {
    told = { id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
  parentPort?.postMessage(told);
});
