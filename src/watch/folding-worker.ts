/** A thread of the service: folds the journal's write-ahead log into its file, beside whoever commits. */
import { parentPort, workerData } from "node:worker_threads";
import { openFile } from "./folder.ts";
import { type FoldingStart, fold } from "./folding.ts";

// `folding.ts` starts this file, with exactly this.
const { file, everyMilliseconds }: FoldingStart = workerData;

const database = openFile(file);
database.exec("pragma synchronous=full");
const timer = setInterval(() => {
  try {
    fold(database);
  } catch {
    // A disk that is full or cannot be written to is said by whoever commits, and may have room again.
  }
}, everyMilliseconds);
parentPort?.once("message", () => {
  clearInterval(timer);
  database.close();
});
