/**
 * What holds for a shared log, whatever stands before it: asked of PostgreSQL alone and of a bus before it. Each is held to the
 * embedded service with the same events.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { expect } from "vitest";
import {
  type Feeder,
  openFeeder,
  openWorking,
  readConfigurationFile,
  type TakenIn,
  type Working,
} from "../../src/watch/index.ts";
import type { Nats } from "./nats.ts";
import type { Postgres } from "./postgres.ts";
import { emptyFolder, event, watched, watchVersion } from "./watched.ts";

/** Where a log is made: a database, and what stands before it. */
export interface Engines {
  readonly postgres: Postgres;
  readonly nats?: Nats;
}

const now = () => Date.UTC(2024, 5, 1);
const sharing = { members: ["ee", "monzo"] };
const settings = JSON.stringify({
  watch: "tried",
  institutions: { ee: { keys: [] }, monzo: { keys: [] }, alone: { keys: [] } },
  agreements: { together: sharing },
});

export interface OnLog {
  readonly feeder: Feeder;
  readonly folder: string;
  readonly options: Parameters<typeof openFeeder>[0];
  worker(): Promise<Working>;
}

export async function onLog(
  { postgres, nats }: Engines,
  partitions: number,
  folder = mkdtempSync(join(tmpdir(), "chainbreak-log-")),
): Promise<OnLog> {
  const url = await postgres.database();
  writeFileSync(join(folder, "detect.yaml"), settings);
  const { configuration } = readConfigurationFile(folder);
  if (configuration === undefined) throw new Error("the configuration has faults");
  const bus = nats === undefined ? undefined : { url: nats.url };
  const options = { folder, url, bus, configuration, version: watchVersion, mappings: [], now };
  const feeder = await openFeeder({ ...options, partitions });
  return { feeder, folder, options, worker: () => openWorking(options) };
}

export const toEnd = async (worker: Working) => {
  while ((await worker.round()) > 0);
};

export const streams = fc
  .array(
    fc.record({
      person: fc.constantFrom("ann", "bob", "cho", "dee"),
      institution: fc.constantFrom("ee", "monzo", "alone"),
      kind: fc.constantFrom(
        "sign-in",
        "password-reset",
        "transfer",
        "device-added",
        "sim-changed",
        "odd-word",
      ),
      device: fc.constantFrom("phone", "new"),
      minute: fc.integer({ min: 0, max: 40_000 }),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((all) =>
    all
      .sort((a, b) => a.minute - b.minute)
      .map(({ minute, ...each }, i) =>
        event(`id-${i}`, { ...each, time: new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString() }),
      ),
  );

export const institutionOf = (each: Readonly<Record<string, unknown>>): string => String(each["institution"]);

/** Put in one by one; all of them are taken in. */
export async function taken(feeder: Feeder, stream: readonly Readonly<Record<string, unknown>>[]) {
  const places: TakenIn[] = [];
  for (const each of stream) {
    const [answer] = await feeder.append(institutionOf(each), [each]);
    if (answer?.status !== 202) throw new Error(`not taken: ${JSON.stringify(answer)}`);
    places.push(answer);
  }
  return places;
}

/** With one partition as the embedded service decides, to the byte; with several each as if it stood alone. */
export async function decidesAsEmbedded(engines: Engines): Promise<void> {
  let compared = 0;
  for (const partitions of [1, 3])
    for (const stream of fc.sample(streams, { numRuns: 3, seed: 8 + partitions })) {
      const { feeder, folder, worker } = await onLog(engines, partitions);
      const places = await taken(feeder, stream);
      const working = await worker();
      await toEnd(working);
      await working.leave();
      const told = (await feeder.decided(places)).map((each) => JSON.stringify(each));
      await feeder.close();
      for (let partition = 0; partition < partitions; partition += 1) {
        const own = emptyFolder();
        copyFileSync(join(folder, "secret.key"), join(own, "secret.key"));
        const embedded = watched({ institutions: ["ee", "monzo", "alone"], sharing, now }, own);
        for (const [i, each] of stream.entries()) {
          if (places[i]?.partition !== partition) continue;
          const { text } = await embedded.send(institutionOf(each), each);
          expect(text.replace(/,"record":\d+\}$/, "}")).toBe(told[i]);
          compared += 1;
        }
        await embedded.close();
      }
    }
  expect(compared).toBeGreaterThan(120);
}

export async function isSharedByWorkers(engines: Engines): Promise<void> {
  const { feeder, worker } = await onLog(engines, 4);
  const [one, two] = [await worker(), await worker()];
  await one.round();
  await two.round();
  expect([one.holds().length, two.holds().length]).toEqual([2, 2]);
  await two.leave();
  await one.round();
  expect(one.holds().length).toBe(4);
  const three = await worker();
  await one.round();
  await three.round();
  expect([one.holds().length, three.holds().length]).toEqual([2, 2]);
  const events = Array.from({ length: 40 }, (_, i) => event(`e${i}`, { person: `p${i % 9}` }));
  await feeder.append("ee", events);
  await one.round();
  await three.round();
  await one.leave();
  await three.round();
  expect([three.holds().length, three.differ()]).toEqual([4, 0]);
  await three.leave();
  await feeder.close();
}

/** All that lies in the files there. */
export const bytesUnder = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file)),
  );

export async function erasesOnePerson(engines: Engines): Promise<void> {
  const { feeder, folder, worker, options } = await onLog(engines, 1);
  const [stream] = fc.sample(streams, { numRuns: 1, seed: 91 });
  const half = Math.floor(stream!.length / 2);
  const before = await taken(feeder, stream!.slice(0, half));
  const [working, idle] = [await worker(), await worker()];
  await toEnd(working);
  const looking = new pg.Client(options.url);
  await looking.connect();
  const keys = async () =>
    (await looking.query("select number, wrapped from chainbreak.people")).rows.map(
      ({ wrapped }) => wrapped as Buffer,
    );
  const all = await keys();
  await looking.query("checkpoint");
  expect(all.every((key) => bytesUnder(engines.postgres.tables).includes(key))).toBe(true);

  const own = stream!
    .slice(0, half)
    .filter((each) => each["person"] === "ann" && each["institution"] === "ee");
  expect(own.length).toBeGreaterThan(0);
  expect(await feeder.erase("ee", "ann")).toEqual({ kind: "erased", records: own.length });
  expect(await feeder.erase("ee", "ann")).toEqual({ kind: "nobody" });
  const left = await keys();
  const destroyed = all.filter((key) => !left.some((other) => other.equals(key)));
  expect(destroyed.length).toBe(1);
  expect(bytesUnder(engines.postgres.tables).includes(destroyed[0]!)).toBe(false);
  const [again] = await feeder.append("ee", [own[0]]);
  expect(again).toMatchObject({ status: 410, complaints: [{ code: "watch/erased" }] });
  const placesOfOwn = before.filter((_, i) => own.includes(stream![i]!));
  // Nothing is told of them any more.
  expect((await feeder.decided(placesOfOwn)).some((told) => told !== undefined && "decision" in told)).toBe(
    false,
  );

  // What comes after is decided as by an embedded service that erased the same person and was started again.
  const places = await taken(feeder, stream!.slice(half));
  await toEnd(working);
  await working.leave();
  await idle.leave();
  const told = (await feeder.decided(places)).map((each) => JSON.stringify(each));
  const beside = emptyFolder();
  copyFileSync(join(folder, "secret.key"), join(beside, "secret.key"));
  const settings = { institutions: ["ee", "monzo", "alone"], sharing, now };
  const first = watched(settings, beside);
  for (const each of stream!.slice(0, half)) await first.send(institutionOf(each), each);
  await first.ask("ee", "/v1/people/ann", { method: "DELETE" });
  await first.close();
  const second = watched(settings, beside);
  for (const [i, each] of stream!.slice(half).entries()) {
    const { text } = await second.send(institutionOf(each), each);
    expect(told[i]).toBe(text.replace(/,"record":\d+\}$/, "}"));
  }
  await second.close();
  await looking.end();
  await feeder.close();
}
