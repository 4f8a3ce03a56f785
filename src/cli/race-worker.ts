/**
 * A worker of a race: grounds the world for itself, says so, and races the stretches it is given. The shared number is
 * raised when no further night is wanted.
 */
import { parentPort, workerData } from "node:worker_threads";
import { type RaceSetup, racerOf, type Stretch } from "./race-stretch.ts";

// `racing.ts` starts this file, with exactly these.
const { setup, stopped }: { setup: RaceSetup; stopped: Int32Array } = workerData;
const racer = racerOf(setup);
const isSpent = () => Atomics.load(stopped, 0) !== 0;

parentPort?.on("message", (stretch: Stretch) => parentPort?.postMessage(racer.race(stretch, isSpent)));
parentPort?.postMessage("ready");
