/** A bus before the shared log: the same contract as without one, and what only a bus can do: be away, be full, forget. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { afterAll, beforeAll, expect, type TestContext, test } from "vitest";
import { openFeeder, openWorking, type TakenIn, type Working } from "../../src/watch/index.ts";
import { killWorkers } from "../kit/kill-workers.ts";
import {
  bytesUnder,
  changesAsEmbedded,
  decidesAsEmbedded,
  type Engines,
  erasesOnePerson,
  isSharedByWorkers,
  onLog,
  taken,
  toEnd,
} from "../kit/log-contract.ts";
import { type Nats, startNats } from "../kit/nats.ts";
import { type Postgres, startPostgres } from "../kit/postgres.ts";
import { emptyFolder, event } from "../kit/watched.ts";

let postgres: Postgres | undefined;
let nats: Nats | undefined;
beforeAll(async () => {
  nats = await startNats();
  postgres = nats === undefined ? undefined : await startPostgres();
}, 120_000);
afterAll(async () => {
  await nats?.stop();
  await postgres?.stop();
});

type Both = Required<Engines>;

/** Not needed in CI either: no package of ours brings a server of NATS. */
const engines = (skip: TestContext["skip"]): Both => {
  if (nats === undefined) skip("there is no `nats-server` here");
  if (postgres === undefined) skip("PostgreSQL cannot run here");
  return { postgres: postgres!, nats: nats! }; // Else it was skipped.
};

/** Rounds until all of these are decided; what waits on a bus that is just back takes a moment. */
async function until(isDone: () => Promise<boolean>, working: Working): Promise<void> {
  for (let round = 0; round < 400 && !(await isDone()); round += 1)
    if ((await working.round()) === 0) await working.somethingCame(25);
  expect(await isDone()).toBe(true);
}

const allDecided = (feeder: Awaited<ReturnType<typeof openFeeder>>, places: readonly TakenIn[]) => async () =>
  (await feeder.decided(places)).every((told) => told !== undefined && "decision" in told);

test("D16 over a bus too rules put in force and lists changed meanwhile count for the same events, to the byte", async ({
  skip,
}) => {
  await changesAsEmbedded(engines(skip));
}, 240_000);

test("D16 over a bus too the same is decided, to the byte; in parts as if each part stood alone", async ({
  skip,
}) => {
  await decidesAsEmbedded(engines(skip));
}, 240_000);

test("D16 over a bus too, workers that join and leave share the partitions, and what one decided the next goes on from", async ({
  skip,
}) => {
  await isSharedByWorkers(engines(skip));
}, 60_000);

test("D9 over a bus too, nothing of whoever is erased can be read, and others are decided as if they had never been met", async ({
  skip,
}) => {
  await erasesOnePerson(engines(skip));
}, 120_000);

test("D9 what waits on the bus is sealed, and noise once its person is erased", async ({ skip }) => {
  const both = engines(skip);
  const { feeder, worker } = await onLog(both, 2);
  const [waiting, other] = await taken(feeder, [
    event("w1", { person: "ann-on-the-bus" }),
    event("w2", { person: "bob-on-the-bus" }),
  ]);
  const written = bytesUnder(both.nats.store);
  expect(written.length).toBeGreaterThan(1_000);
  for (const word of ["ann-on-the-bus", "bob-on-the-bus", "sign-in"])
    expect(written.includes(word)).toBe(false);
  expect(await feeder.erase("ee", "ann-on-the-bus")).toEqual({ kind: "erased", records: 0 });
  const working = await worker();
  await toEnd(working);
  const told = await feeder.decided([waiting!, other!]);
  expect(told).toMatchObject([{ status: 410 }, { event: "w2" }]);
  const [again] = await feeder.append("ee", [event("w1", { person: "ann-on-the-bus" })]);
  expect(again).toMatchObject({ status: 410, complaints: [{ code: "watch/erased" }] });
  expect([working.passedOver(), working.differ()]).toEqual([0, 0]);
  await working.leave();
  await feeder.close();
}, 60_000);

test("D21 what is on the bus in the moment its person goes by age is answered as of somebody erased; under another id it is decided", async ({
  skip,
}) => {
  const { feeder, options } = await onLog(engines(skip), 1);
  const configuration = { ...options.configuration, retainDays: 400 };
  const at = (days: number) => ({
    ...{ ...options, configuration, clock: () => 0 },
    now: () => options.now() + days * 86_400_000,
  });
  const work = async (how: Parameters<typeof openWorking>[0]) => {
    const working = await openWorking(how);
    await toEnd(working);
    for (let round = 0; round < 3; round += 1) await working.round();
    await working.leave();
  };
  await taken(feeder, [event("old", { person: "ann" })]);
  await work(at(0));
  const later = await openFeeder(at(390));
  await taken(later, [event("recent", { person: "bob" })]);
  await work(at(390));
  const onItsWay = await taken(later, [event("on-its-way", { person: "ann" })]);
  expect(await feeder.decided(onItsWay)).toEqual([undefined]);
  // The old one goes before anything is taken from the bus.
  await work({ ...at(410), bus: undefined });
  await work(at(410));
  expect(await feeder.decided(onItsWay)).toMatchObject([
    { status: 410, complaints: [{ code: "watch/erased" }] },
  ]);
  const [again] = await later.append("ee", [event("on-its-way", { person: "ann" })]);
  expect(again).toMatchObject({ status: 410 });
  const anew = await taken(later, [event("anew", { person: "ann" })]);
  await work(at(410));
  expect(await feeder.decided(anew)).toMatchObject([{ event: "anew", said: ["new-person"] }]);
  await later.close();
  await feeder.close();
}, 60_000);

test("D16 over a bus an id counts once, whoever sends it and however often; another content under it is refused", async ({
  skip,
}) => {
  const { feeder, worker, options } = await onLog(engines(skip), 4);
  const first = await feeder.append("ee", [event("e1"), event("e1"), event("e1", { device: "another" }), 3]);
  expect(first.map(({ status }) => status)).toEqual([202, 202, 202, 400]);
  const many = Array.from({ length: 60 }, (_, i) => event(`many-${i}`, { person: `p${i % 7}` }));
  const second = await openFeeder(options);
  const both = await Promise.all([feeder.append("ee", many), second.append("ee", many.toReversed())]);
  const working = await worker();
  const places = [...first, ...both.flat()].filter((each): each is TakenIn => each.status === 202);
  await toEnd(working);
  const told = await feeder.decided(places);
  expect(told.slice(0, 3)).toMatchObject([{ event: "e1" }, { event: "e1" }, { status: 409 }]);
  expect(told.slice(3).every((each) => each !== undefined && "decision" in each)).toBe(true);
  // Long after, when the bus has forgotten the id: the log knows it.
  const later = await feeder.append("ee", [event("e1"), event("e1", { person: "bob" })]);
  expect(later).toMatchObject([{ status: 202, isAgain: true }, { status: 409 }]);
  // What somebody else put there is passed over, and counted; so is what was copied to another id or another partition.
  const connection = await connect({ servers: options.bus!.url });
  const manager = await jetstreamManager(connection);
  const names = await manager.streams.names().next();
  let partitions = 0;
  for (const name of names)
    if ((await manager.streams.info(name)).state.messages > 0) {
      connection.publish(`${name}.0`, "not ours");
      connection.publish(`${name}.1`, JSON.stringify(event("plain")));
      partitions += 2;
    }
  await connection.flush();
  await toEnd(working);
  expect(partitions).toBeGreaterThan(0);
  expect(working.passedOver()).toBe(2);
  await connection.close();
  await working.leave();
  await second.close();
  await feeder.close();
}, 60_000);

test("D16 a bus that is away is said to be, nothing it did not take counts as taken, and what it had is decided when it is back", async ({
  skip,
}) => {
  const both = engines(skip);
  const { feeder, options } = await onLog(both, 2);
  const said: (string | undefined)[] = [];
  const working = await openWorking({ ...options, onIntake: (fault) => said.push(fault) });
  const before = await taken(feeder, [event("b1"), event("b2", { person: "bob" })]);
  await both.nats.die();
  const away = await feeder.append("ee", [event("b3")]);
  expect(away).toMatchObject([{ status: 503, complaints: [{ code: "watch/bus-away" }] }]);
  await working.round();
  expect(said.length).toBe(1);
  await expect(openFeeder(options)).rejects.toThrow(/the bus does not let us in/);
  // Whatever is in the log is decided meanwhile.
  await both.nats.comeBack();
  await until(allDecided(feeder, before), working);
  expect(said.at(-1)).toBe(undefined);
  await until(async () => (await feeder.append("ee", [event("b3")]))[0]?.status === 202, working);
  const again = (await feeder.append("ee", [event("b3")])) as TakenIn[];
  await until(allDecided(feeder, again), working);
  expect(working.differ()).toBe(0);
  await working.leave();
  await feeder.close();
}, 120_000);

test("D16 a bus that lost what it had acknowledged, and gives its numbers again, hides nothing: sent again it is decided once", async ({
  skip,
}) => {
  const both = engines(skip);
  const { feeder, worker } = await onLog(both, 1);
  const working = await worker();
  const early = await taken(feeder, [event("l1")]);
  await toEnd(working);
  await both.nats.remember();
  await until(async () => (await feeder.append("ee", [event("l2")]))[0]?.status === 202, working);
  const taken2 = (await feeder.append("ee", [event("l2")])) as TakenIn[];
  await until(allDecided(feeder, taken2), working);
  // Acknowledged and never taken by a worker: this one is lost with the power.
  const lost = await taken(feeder, [event("l3"), event("l4", { person: "bob" })]);
  await both.nats.powerCut();
  await until(async () => (await feeder.append("ee", [event("l5")]))[0]?.status === 202, working);
  const fresh = (await feeder.append("ee", [event("l5")])) as TakenIn[];
  // It stands under the number that `l2` had, which the worker had already passed.
  await until(allDecided(feeder, fresh), working);
  expect((await feeder.decided(lost)).every((told) => told === undefined)).toBe(true);
  const again = await taken(feeder, [event("l3"), event("l4", { person: "bob" })]);
  await until(allDecided(feeder, [...early, ...taken2, ...again]), working);
  expect(working.differ()).toBe(0);
  await working.leave();
  await feeder.close();
}, 120_000);

test("D16 a bus that is full refuses and says so; one that forgets by itself is not begun with", async ({
  skip,
}) => {
  const both = engines(skip);
  const { feeder, options, worker } = await onLog(both, 1);
  const connection = await connect({ servers: both.nats.url });
  const manager = await jetstreamManager(connection);
  const all = (await manager.streams.names().next()) as string[];
  const infos = await Promise.all(all.map((name) => manager.streams.info(name)));
  const [own] = infos.sort((a, b) => (a.created < b.created ? 1 : -1));
  const { name } = own!.config; // The one that was made last.
  await manager.streams.update(name, { max_msgs: 3 });
  const answers = await feeder.append(
    "ee",
    [1, 2, 3, 4, 5].map((i) => event(`f${i}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429, 429]);
  expect(answers[4]).toMatchObject({ complaints: [{ code: "watch/bus-full" }] });
  const working = await worker();
  await toEnd(working);
  const again = await feeder.append(
    "ee",
    [4, 5].map((i) => event(`f${i}`)),
  );
  expect(again.map(({ status }) => status)).toEqual([202, 202]);
  await working.leave();
  await manager.streams.update(name, { max_age: 600_000_000_000 });
  await expect(openWorking(options)).rejects.toThrow(/takes its messages away by age/);
  await manager.streams.update(name, { max_age: 0 });
  await feeder.close();
  await connection.close();
  // Another log on the same bus has a stream of its own.
  const other = mkdtempSync(join(tmpdir(), "chainbreak-log-"));
  const beside = await onLog(both, 1, other);
  const [taken1] = await beside.feeder.append("ee", [event("f1", { device: "another" })]);
  expect(taken1).toMatchObject({ status: 202, isAgain: false });
  await beside.feeder.close();
}, 60_000);

test("D16 over a bus, workers killed again and again decide everything once, and nothing otherwise", async ({
  skip,
}) => {
  const both = engines(skip);
  const url = await both.postgres.database();
  const killed = await killWorkers({
    folder: emptyFolder(),
    url,
    bus: both.nats.url,
    kills: 2,
    seed: 20_200_904,
  });
  expect(killed).toEqual({ kills: 2, events: 160, undecided: 0, notTaken: 0, otherwise: 0 });
}, 600_000);

test("D16 as the commands are told: a worker and whoever feeds over a bus, then the log held to its chain", async ({
  skip,
}) => {
  const both = engines(skip);
  const folder = emptyFolder();
  const url = await both.postgres.database();
  const run = (...words: readonly string[]) =>
    spawn(process.execPath, ["bin/chainbreak.mjs", "detect", ...words, "--data", folder, "--lang", "en"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
  const ran = async (...words: readonly string[]) => {
    const child = run(...words);
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    return { code, rows: out.trim().split("\n"), err };
  };
  expect((await ran("init", "our-hub", "--gathers")).code).toBe(0);
  const over = ["--database", url, "--bus", both.nats.url];
  const worker = run("work", ...over, "--partitions", "2");
  try {
    await once(worker.stdout, "data");
    const feeding = ["feed", ...over, "--as", "our-hub", "--events", "examples/founding-night.ndjson"];
    const first = await ran(...feeding);
    expect([first.code, first.err]).toEqual([0, ""]);
    const decisions = first.rows.map((row) => JSON.parse(row).decision);
    expect(decisions.length).toBeGreaterThan(25);
    expect(decisions).toContain("hold");
    expect(await ran(...feeding)).toEqual(first); // Fed again it counts once.
    const verified = await ran("verify", "--database", url, "--json");
    expect(verified.code).toBe(0);
    const parts = verified.rows.map((row) => JSON.parse(row));
    expect(parts.reduce((sum, { opened }) => sum + opened, 0)).toBe(decisions.length);
    const heads = parts.map(({ partition, head }) => `${partition}:${head.record}:${head.link}`).join(",");
    expect((await ran("verify", "--database", url, "--head", heads)).code).toBe(0);
    const wrong = await ran(
      "verify",
      "--database",
      url,
      "--head",
      heads.replaceAll(/:(?=[0-9a-f]{64})./g, ":f0"),
    );
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/is not in this chain/)]);
    const unread = await ran("verify", "--database", url, "--head", heads.split(":").slice(1).join(":"));
    expect([unread.code, unread.err]).toEqual([1, expect.stringMatching(/is no head/)]);
    const away = await ran("feed", "--database", url, "--bus", "nats://127.0.0.1:1", "--as", "our-hub");
    expect([away.code, away.err]).toEqual([1, expect.stringMatching(/the bus does not let us in/)]);
  } finally {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
}, 240_000);
