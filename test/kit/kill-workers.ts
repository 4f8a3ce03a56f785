/**
 * Workers on a shared log, killed one after the other while events are put in, and others begun in their places. Held
 * against: every event is decided once, and as one who judges the log alone from its beginning decides it, to the byte.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chanceFrom } from "../../src/model/index.ts";
import { openFeeder, openWorking, readConfigurationFile, type TakenIn } from "../../src/watch/index.ts";
import { madeEvent } from "./kill-and-ask.ts";
import { watchVersion } from "./watched.ts";

export interface WorkersKilled {
  readonly kills: number;
  readonly events: number;
  readonly undecided: number;
  readonly notTaken: number;
  /** Decided otherwise than by one who reads the log alone. */
  readonly otherwise: number;
}

const perBatch = 20;
/** How long it waits for the last decisions: a take-over and a batch or two. */
const patienceRounds = 2_400;
const roundMilliseconds = 50;

export async function killWorkers({
  folder,
  url,
  bus,
  kills,
  seed,
}: {
  readonly folder: string;
  readonly url: string;
  /** The address of a bus before it; absent: none. */
  readonly bus?: string | undefined;
  readonly kills: number;
  readonly seed: number;
}): Promise<WorkersKilled> {
  writeFileSync(
    join(folder, "detect.yaml"),
    '{ "watch": "killed", "institutions": { "bank": { "keys": [] } } }',
  );
  const { configuration } = readConfigurationFile(folder);
  if (configuration === undefined) throw new Error("the configuration has faults");
  const before = bus === undefined ? undefined : { url: bus };
  const options = {
    ...{ folder, url, bus: before, configuration },
    ...{ version: watchVersion, mappings: [], now: () => Date.now() },
  };
  const begin = () => start([folder, url, ...(bus === undefined ? [] : [bus])]);
  const feeder = await openFeeder({ ...options, partitions: 4 });
  const chance = chanceFrom(seed);
  const workers = [await begin(), await begin()];
  const places: TakenIn[] = [];
  let [number, notTaken] = [0, 0];
  const feed = async () => {
    const events = Array.from({ length: perBatch }, () => madeEvent(number++, chance));
    for (const each of await feeder.append("bank", events)) {
      if (each.status === 202) places.push(each);
      else notTaken += 1;
    }
    // Whoever had no answer sends it again: it is there already.
    if (chance() < 0.2)
      for (const each of await feeder.append("bank", events))
        if (each.status !== 202 || !each.isAgain) notTaken += 1;
  };
  for (let kill = 0; kill < kills; kill += 1) {
    const which = kill % workers.length;
    for (let i = 0; i < 3; i += 1) await feed();
    await new Promise((resolve) => setTimeout(resolve, chance() * 60));
    await end(workers[which]!); // Of two.
    await feed();
    workers[which] = await begin();
  }
  let undecided = places.length;
  for (let round = 0; undecided > 0 && round < patienceRounds; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, roundMilliseconds));
    undecided = (await feeder.decided(places)).filter(
      (told) => told === undefined || "status" in told,
    ).length;
  }
  for (const worker of workers) await end(worker);
  await feeder.close();
  // One who takes all partitions over judges the whole log and compares every decision with what is kept.
  const alone = await openWorking(options);
  while ((await alone.round()) > 0 || alone.holds().length < 4) await alone.somethingCame(20);
  const otherwise = alone.differ();
  await alone.leave();
  return { kills, events: places.length, undecided, notTaken, otherwise };
}

function start(words: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["test/kit/worker-to-kill.ts", ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  return new Promise((resolve, reject) => {
    child.stderr.on("data", (text: Buffer) => {
      err += text;
    });
    child.stdout.on("data", () => resolve(child));
    child.on("exit", (code, signal) => {
      if (signal !== "SIGKILL") console.error(`a worker ended by itself with ${code}: ${err}`);
      reject(new Error(`it did not begin: ${err}`));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
