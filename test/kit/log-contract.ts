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
  openChanging,
  openFeeder,
  openWorking,
  readConfigurationFile,
  type TakenIn,
  verifyLogChanges,
  type Working,
} from "../../src/watch/index.ts";
import type { Nats } from "./nats.ts";
import type { Postgres } from "./postgres.ts";
import { emptyFolder, event, rulesIn, type Watched, watched, watchVersion } from "./watched.ts";

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

const written = (version: number, above: number) => `
rules: payments
version: ${version}
lists: { mules: { values: [acct-17] } }
windows: { paid: { per: person, over: 30d, where: { group: pay } } }
when:
  large: { all: { amount: { above: ${above} } }, decide: hold }
  mule: { all: { payee: { list: mules } }, decide: block }
  many: { all: { paid.count: { above: 4 } }, decide: step-up, quiet: 7d }
`;
/** Two of three pay somebody: what rules speak of. */
const withPayments = (stream: readonly Readonly<Record<string, unknown>>[]) =>
  stream.map((each, i) =>
    i % 3 === 0
      ? each
      : { ...each, kind: "transfer", amount: 20 + (i % 5) * 30, currency: "GBP", payee: `acct-${i % 4}` },
  );

interface Changing {
  rules(version: number, above: number): Promise<unknown>;
  shadow(): Promise<unknown>;
  restore(): Promise<unknown>;
  list(value: string, expires: string): Promise<unknown>;
  unlist(entry: number): Promise<unknown>;
}

/** The changes, each before the event of this number. */
const changesAt: Readonly<Record<number, (changing: Changing) => Promise<unknown>>> = {
  4: (changing) => changing.list("acct-1", "2999-01-01"),
  6: (changing) => changing.rules(2, 40),
  9: (changing) => changing.shadow(),
  11: (changing) => changing.list("acct-2", "2999-01-01"),
  13: (changing) => changing.unlist(1),
  15: (changing) => changing.restore(),
  17: (changing) => changing.rules(3, 90),
};

/** Its figures; what it says of single records is numbered otherwise. */
async function comparedIn(embedded: Watched) {
  const begin = { method: "POST", body: written(9, 30), headers: { "Content-Type": "application/yaml" } };
  const begun = await (await embedded.ask("ee", "/v1/backtests", begin)).json();
  for (;;) {
    const { state, told } = await (await embedded.ask("ee", `/v1/backtests/${begun.id}`)).json();
    if (state === "failed") throw new Error("the comparison failed");
    if (state === "running") {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    const { examples: _, ...figures } = told;
    return figures;
  }
}

/** Rules put in force and lists changed between the same events: decided as by the embedded service, to the byte, by whoever decides. */
export async function changesAsEmbedded(engines: Engines): Promise<void> {
  const version = { ...watchVersion, rules: rulesIn(written(1, 100)) };
  const [sample] = fc.sample(streams, { numRuns: 1, seed: 15 });
  const stream = withPayments(sample!);
  let [compared, spoke] = [0, 0];
  for (const partitions of [1, 3]) {
    const { feeder, folder, options } = await onLog(engines, partitions);
    const worker = () => openWorking({ ...options, version });
    const log = await openChanging({ ...options, version });
    const onTheLog: Changing = {
      rules: (number, above) => log.putRules({ what: "put", text: written(number, above) }, undefined),
      shadow: () => log.putRules({ what: "mode", rule: "large", mode: "shadow" }, undefined),
      restore: () => log.putRules({ what: "restored", number: 0 }, undefined),
      list: (value, expires) => log.add("ee", "mules", { value, expires }),
      unlist: (entry) => log.remove("ee", "mules", entry),
    };
    // One decides while the first half comes; the other half waits, with all its changes, for whoever comes next.
    const first = await worker();
    const places: TakenIn[] = [];
    /** What waits on a bus is not in the log yet, and counts where it is put there: it is waited for. */
    const inOrder = async () => {
      const last = places.slice(-1);
      for (let round = 0; round < 400 && (await feeder.decided(last))[0] === undefined; round += 1)
        if ((await first.round()) === 0) await first.somethingCame(25);
    };
    for (const [i, each] of stream.entries()) {
      expect(await changesAt[i]?.(onTheLog)).not.toMatchObject({ kind: "refused" });
      places.push(...(await taken(feeder, [each])));
      if (engines.nats !== undefined || i < 12) await inOrder();
    }
    await first.leave();
    const second = await worker();
    await toEnd(second);
    expect(second.differ()).toBe(0);
    await second.leave();
    const told = (await feeder.decided(places)).map((each) => JSON.stringify(each));
    const passed: (readonly [done: number, total: number])[] = [];
    const asked = { institution: "ee", text: written(9, 30) };
    const comparison = await log.compare(asked, (done, total) => passed.push([done, total]));
    expect(comparison).not.toMatchObject({ told: { differ: 0 } });
    const own = stream.filter((each) => institutionOf(each) === "ee").length;
    expect(passed.at(-1)).toEqual([own, own]);
    expect(await verifyLogChanges(options)).toEqual({ lists: 3, rules: 4 });
    for (let partition = 0; partition < partitions; partition += 1) {
      const own = emptyFolder();
      copyFileSync(join(folder, "secret.key"), join(own, "secret.key"));
      const embedded = watched({ institutions: ["ee", "monzo", "alone"], sharing, now, version }, own);
      const ask = (path: string, method: string, body: string, type = "application/json") =>
        embedded.ask("ee", path, { method, body, headers: { "Content-Type": type } });
      const inFolder: Changing = {
        rules: (number, above) => ask("/v1/rules", "PUT", written(number, above), "application/yaml"),
        shadow: () => ask("/v1/rules/large", "PATCH", JSON.stringify({ mode: "shadow" })),
        restore: () => ask("/v1/rules/restore", "POST", JSON.stringify({ number: 0 })),
        list: (value, expires) => ask("/v1/lists/mules", "POST", JSON.stringify({ value, expires })),
        unlist: (entry) => ask(`/v1/lists/mules/${entry}`, "DELETE", ""),
      };
      for (const [i, each] of stream.entries()) {
        await changesAt[i]?.(inFolder);
        if (places[i]?.partition !== partition) continue;
        const { text } = await embedded.send(institutionOf(each), each);
        expect(text.replace(/,"record":\d+\}$/, "}")).toBe(told[i]);
        compared += 1;
        if (!text.includes('"rules":[]')) spoke += 1;
      }
      // With one partition the figures are those of the embedded service as well.
      if (partitions === 1) expect(comparison).toMatchObject({ told: await comparedIn(embedded) });
      await embedded.close();
    }
    await log.close();
    await feeder.close();
  }
  expect([compared, spoke > 10]).toEqual([2 * stream.length, true]);
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
