/**
 * Workers on the shared log, on PostgreSQL alone and with JetStream before it: events a second with one, two and four workers,
 * undisturbed and with one of them killed every half second; how long it takes until others decide what a killed one held; bytes an
 * event and a person. Workers are processes of `chainbreak detect work`, database, bus and whoever feeds are beside them on the
 * same cores.
 *
 * Said beforehand, for two cores to themselves: a worker 3,000 a second (sealing, judging and two commits of 500), so two of them
 * what two cores give less the feeding, some 4,000, and four no more; the bus a fifth slower. Killed, a worker begins anew for a
 * second, so one alone decides next to nothing.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import pg from "pg";
import { keepShapes, logsOf, madeLikelihoods } from "../src/detect/index.ts";
import { lineOf, streamOf } from "../src/streams/index.ts";
import { openFeeder, readConfigurationFile, type TakenIn } from "../src/watch/index.ts";
import { type Nats, startNats } from "../test/kit/nats.ts";
import { type Postgres, startPostgres } from "../test/kit/postgres.ts";
import { catalog } from "./detect-quality.ts";
import { say } from "./measure.ts";
import type { Scene } from "./scene.ts";

const partitions = 8;
const perAppend = 500;
/** So many may be put in and not decided: more would only grow the heap. */
const aheadMax = 4_000;
const warmEvents = 2_000;
const killMilliseconds = 500;

type Feeder = Awaited<ReturnType<typeof openFeeder>>;

interface Cell {
  readonly workers: number;
  readonly isKilled: boolean;
  readonly seconds: number;
}

export const workersScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      people: { type: "string", default: "400" },
      seconds: { type: "string", default: "8" },
      workers: { type: "string", default: "1,2,4" },
    },
  });
  const { events } = streamOf({ catalog, people: Number(values.people), days: 60, attacks: 20, seed: 77 });
  const all = events.map((event, i): unknown => JSON.parse(lineOf(event, i, 0)));
  const postgres = await startPostgres();
  if (postgres === undefined) return 1;
  const nats = await startNats();
  say(
    `${all.length} events, ${partitions} partitions; ${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  try {
    for (const bus of [undefined, ...(nats === undefined ? [] : [nats])])
      for (const workers of values.workers.split(",").map(Number))
        for (const isKilled of [false, true])
          await measure({ postgres, bus, all }, { workers, isKilled, seconds: Number(values.seconds) });
  } finally {
    await postgres.stop();
    await nats?.stop();
  }
  return 0;
};

interface Engines {
  readonly postgres: Postgres;
  readonly bus: Nats | undefined;
  readonly all: readonly unknown[];
}

async function measure({ postgres, bus, all }: Engines, { workers, isKilled, seconds }: Cell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-bench-"));
  const hub = { keys: [], gathers: true };
  writeFileSync(join(folder, "detect.yaml"), JSON.stringify({ watch: "bench", institutions: { hub } }));
  const url = await postgres.database();
  const feeder = await feederOn(folder, url, bus);
  const looking = new pg.Client(url);
  await looking.connect();
  const busBytes = bus === undefined ? undefined : await bytesOnBus(bus, feeder, all.slice(0, perAppend));
  const begin = () => begun(folder, url, bus);
  const running = await Promise.all(Array.from({ length: workers }, begin));
  const decided = async () =>
    Number((await looking.query("select count(*) as n from chainbreak.decisions")).rows[0].n);
  // The first of all kinds take longer: every worker works out what each leads to.
  const warm = all.slice(perAppend, warmEvents);
  if (bus === undefined) await feeder.append("hub", all.slice(0, perAppend));
  for (let i = 0; i < warm.length; i += perAppend) await feeder.append("hub", warm.slice(i, i + perAppend));
  while ((await decided()) < warmEvents) await wait(50);
  const before = await decided();
  const began = performance.now();
  const isOver = () => performance.now() - began > seconds * 1_000;
  let put = before;
  const feeding = (async () => {
    for (let i = warmEvents; !isOver() && i < all.length; i += perAppend) {
      const some = all.slice(i, i + perAppend);
      const taken = await feeder.append("hub", some);
      put += taken.filter(({ status }) => status === 202).length;
      while (!isOver() && put - (await decided()) > aheadMax) await wait(20);
    }
  })();
  let kills = 0;
  const killing = (async () => {
    while (isKilled && !isOver()) {
      await wait(killMilliseconds);
      const which = kills % running.length;
      await killed(running[which]!); // One of them.
      kills += 1;
      running[which] = await begin();
    }
  })();
  while (!isOver()) await wait(50);
  const rate = Math.round(((await decided()) - before) / ((performance.now() - began) / 1_000));
  await Promise.all([feeding, killing]);
  while ((await decided()) < put) await wait(50);
  const takenOver = workers > 1 && !isKilled ? await rebalanced({ feeder, running, all }) : undefined;
  say(
    [
      `${bus === undefined ? "PostgreSQL" : "JetStream before it"}, ${workers} ${workers === 1 ? "worker" : "workers"}`,
      isKilled ? `killed ${kills} times` : "undisturbed",
      `${rate} events a second`,
      ...(takenOver === undefined ? [] : [`all decided again ${takenOver} ms after one was killed`]),
      ...(isKilled || workers > 1 ? [] : [await bytesIn(looking)]),
      ...(busBytes === undefined || isKilled || workers > 1 ? [] : [`${busBytes} bytes an event on the bus`]),
    ].join("; "),
  );
  for (const child of running) await killed(child);
  await feeder.close();
  await looking.end();
  rmSync(folder, { recursive: true });
}

function feederOn(folder: string, url: string, bus: Nats | undefined): Promise<Feeder> {
  const { configuration } = readConfigurationFile(folder);
  if (configuration === undefined) throw new Error("the configuration has faults");
  const shapeOf = keepShapes({ catalog, people: new Map(), today: "2024-06-01" });
  const version = {
    catalog,
    logs: logsOf(madeLikelihoods),
    likelihoods: madeLikelihoods.id,
    shapeOf,
    until: 0,
  };
  const before = bus === undefined ? undefined : { url: bus.url };
  const now = () => Date.now();
  return openFeeder({ folder, url, bus: before, configuration, version, mappings: [], partitions, now });
}

/** Somebody's events in every partition, decided by those that are left. */
async function rebalanced({
  feeder,
  running,
  all,
}: {
  readonly feeder: Feeder;
  readonly running: ChildProcess[];
  readonly all: readonly unknown[];
}): Promise<number> {
  const victim = running.pop()!; // More than one.
  await killed(victim);
  const began = performance.now();
  const fresh = all.slice(-perAppend).map((each, i) => ({ ...(each as object), id: `after-${i}` }));
  const taken = (await feeder.append("hub", fresh)).filter((each): each is TakenIn => each.status === 202);
  while ((await feeder.decided(taken)).some((told) => told === undefined)) await wait(20);
  return Math.round(performance.now() - began);
}

async function bytesIn(looking: pg.Client): Promise<string> {
  await looking.query("vacuum analyze");
  const { rows } = await looking.query(
    `select pg_total_relation_size('chainbreak.log') + pg_total_relation_size('chainbreak.decisions') as log,
     pg_total_relation_size('chainbreak.people') as people,
     (select count(*) from chainbreak.log) as events, (select count(*) from chainbreak.people) as persons`,
  );
  const [{ log, people, events, persons }] = rows;
  return `${Math.round(log / events)} bytes an event, ${Math.round(people / persons)} a person`;
}

async function bytesOnBus(bus: Nats, feeder: Feeder, some: readonly unknown[]): Promise<number> {
  await feeder.append("hub", some);
  const connection = await connect({ servers: bus.url });
  const manager = await jetstreamManager(connection);
  let found = 0;
  for await (const { state } of manager.streams.list())
    if (state.messages === some.length) found = Math.round(state.bytes / state.messages);
  await connection.close();
  return found;
}

async function begun(folder: string, url: string, bus: Nats | undefined): Promise<ChildProcess> {
  const before = bus === undefined ? [] : ["--bus", bus.url];
  const words = ["bin/chainbreak.mjs", "detect", "work", "--data", folder, "--database", url, ...before];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`a worker ended by itself with ${code}`);
  });
  await Promise.race([once(child.stdout, "data"), ended]);
  ended.catch(() => {}); // It is killed.
  child.stdout.resume();
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

const wait = (milliseconds: number) => new Promise<void>((resume) => setTimeout(resume, milliseconds));
