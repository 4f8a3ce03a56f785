/**
 * What was committed is in the write-ahead log, and from there it is folded into the file now and then: some thousand pages
 * written and synced, sixteen milliseconds in which nobody is answered if whoever commits does it too. So a thread beside it
 * does, a little at a time; it takes no lock a commit waits for. Should it fall behind or end, the commit that finds the log
 * long folds it as ever: slower, and nothing is lost.
 */
import { extname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { fileNames } from "./folder.ts";

/** What the thread is started with. */
export interface FoldingStart {
  readonly file: string;
  readonly everyMilliseconds: number;
}

export interface Folding {
  /** Done when the file is let go of. */
  close(): Promise<void>;
}

/** At five hundred events a second a thousand pages: written and synced in some five milliseconds. */
const usualMilliseconds = 250;
const workerFile = new URL(`./folding-worker${extname(import.meta.url)}`, import.meta.url);

/** For a folder whose journal is open. */
export function openFolding(
  { folder, say }: { readonly folder: string; readonly say: (line: string) => void },
  everyMilliseconds: number = usualMilliseconds,
): Folding {
  const start: FoldingStart = { file: join(folder, fileNames.journal), everyMilliseconds };
  const worker = new Worker(workerFile, { workerData: start });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  worker.once("error", (fault) =>
    say(`the journal is folded by whoever commits from now on, which takes longer: ${fault.message}`),
  );
  return {
    async close() {
      worker.postMessage("end");
      await ended;
    },
  };
}

/** All of it that no reader is in, whoever commits meanwhile. Throws what the disk says. */
export function fold(database: DatabaseSync): void {
  database.prepare("pragma wal_checkpoint(passive)").get();
}
