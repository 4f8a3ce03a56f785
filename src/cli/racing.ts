/**
 * A race spread over workers: stretches of run numbers are dealt out to whoever is free, and their tallies added up.
 *
 * What to know to trust it: run `i` of a seed is the same night whoever plays it, and tallies add up to the same in any
 * order, so the answer does not depend on how many workers there are. One worker is this thread itself, which takes
 * breath between stretches so that Ctrl-C is heard.
 */
import { extname } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import {
  joinStretches,
  type Racer,
  type RaceSetup,
  type Stretch,
  type StretchTally,
} from "./race-stretch.ts";

export interface Spread {
  readonly workers: number;
  /** Aborted: no further night is begun, and what is done is the answer. */
  readonly stop: AbortSignal;
  /** How many nights are done. */
  readonly told: (nights: number) => void;
}

/** Long enough that dealing it out costs nothing, short enough that a bar moves and nobody is waited for at the end. */
const stretchMax = 256;
/** In one thread nothing is heard during a stretch: a twentieth of a second. */
const stretchAlone = 32;

export async function raceSpread(setup: RaceSetup, racer: Racer, spread: Spread): Promise<StretchTally> {
  let sum = racer.race({ from: 0, to: 0 }, () => false);
  const add = (part: StretchTally) => {
    sum = joinStretches(sum, part);
    spread.told(sum.tallies[0]?.played ?? 0);
  };
  if (spread.workers > 1) await raceByWorkers(setup, spread, add);
  else
    for (const stretch of stretchesOf(setup.runs, stretchAlone)) {
      await breath();
      if (spread.stop.aborted) break;
      add(racer.race(stretch, () => false));
    }
  return sum;
}

function* stretchesOf(runs: number, length: number): Generator<Stretch> {
  for (let from = 0; from < runs; from += length) yield { from, to: Math.min(runs, from + length) };
}

async function raceByWorkers(
  setup: RaceSetup,
  { workers, stop }: Spread,
  add: (part: StretchTally) => void,
): Promise<void> {
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const stretches = stretchesOf(
    setup.runs,
    Math.min(stretchMax, Math.max(1, Math.ceil(setup.runs / workers / 8))),
  );
  const started: Worker[] = [];
  const halt = () => void Atomics.store(stopped, 0, 1);
  stop.addEventListener("abort", halt);
  try {
    await Promise.all(
      Array.from({ length: workers }, () => {
        const worker = new Worker(workerFile, { workerData: { setup, stopped }, execArgv: [] });
        started.push(worker);
        return racesAll(worker, stretches, stop, add);
      }),
    );
  } finally {
    stop.removeEventListener("abort", halt);
    await Promise.all(started.map((worker) => worker.terminate()));
  }
}

/** In a checkout this file is TypeScript, in the published package it is not; its neighbour is as it is. */
const workerFile = new URL(`./race-worker${extname(import.meta.url)}`, import.meta.url);

/** Gives one worker stretch after stretch until there are no more, or no more are wanted. */
function racesAll(
  worker: Worker,
  stretches: Iterator<Stretch>,
  stop: AbortSignal,
  add: (part: StretchTally) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let isRacing = false;
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("a worker of the race ended before its work was done")));
    worker.on("message", (message: "ready" | StretchTally) => {
      isRacing = false;
      if (message !== "ready") add(message);
      const next = stop.aborted ? undefined : stretches.next();
      if (next === undefined || next.done === true) resolve();
      else {
        isRacing = true;
        worker.postMessage(next.value);
      }
    });
    // Whoever has not begun has nothing to hand in.
    stop.addEventListener("abort", () => !isRacing && resolve(), { once: true });
  });
}
