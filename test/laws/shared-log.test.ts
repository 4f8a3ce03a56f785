/** The same events by the embedded service and by workers on PostgreSQL: one contract, and whoever dies in between. */
import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Appended,
  type Feeder,
  type InLog,
  openFeeder,
  openWorking,
  readConfigurationFile,
  type Working,
} from "../../src/watch/index.ts";
import { killWorkers } from "../kit/kill-workers.ts";
import { type Postgres, startPostgres } from "../kit/postgres.ts";
import { emptyFolder, event, watched, watchVersion } from "../kit/watched.ts";

const inCi = process.env["CI"] === "true";
let postgres: Postgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

const now = () => Date.UTC(2024, 5, 1);
const sharing = { members: ["ee", "monzo"] };
const settings = JSON.stringify({
  watch: "tried",
  institutions: { ee: { keys: [] }, monzo: { keys: [] }, alone: { keys: [] } },
  agreements: { together: sharing },
});

interface OnLog {
  readonly feeder: Feeder;
  readonly folder: string;
  readonly options: Parameters<typeof openFeeder>[0];
  worker(): Promise<Working>;
}

async function onLog(
  partitions: number,
  folder = mkdtempSync(join(tmpdir(), "chainbreak-log-")),
): Promise<OnLog> {
  const url = await postgres!.database(); // Asked only where there is one.
  writeFileSync(join(folder, "detect.yaml"), settings);
  const { configuration } = readConfigurationFile(folder);
  if (configuration === undefined) throw new Error("the configuration has faults");
  const options = { folder, url, configuration, version: watchVersion, mappings: [], now };
  const feeder = await openFeeder({ ...options, partitions });
  return { feeder, folder, options, worker: () => openWorking(options) };
}

const toEnd = async (worker: Working) => {
  while ((await worker.round()) > 0);
};

const streams = fc
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

/** A few at a time, so that those who put in at once meet often. */
async function inParts(feeder: Feeder, institution: string, events: readonly unknown[]) {
  const answers: Appended[] = [];
  for (let i = 0; i < events.length; i += 3)
    answers.push(...(await feeder.append(institution, events.slice(i, i + 3))));
  return answers;
}

const institutionOf = (each: Readonly<Record<string, unknown>>): string => String(each["institution"]);

test("D16 embedded and on PostgreSQL the same is decided, to the byte; in parts as if each part stood alone", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  let compared = 0;
  for (const partitions of [1, 3])
    for (const stream of fc.sample(streams, { numRuns: 3, seed: 8 + partitions })) {
      const { feeder, folder, worker } = await onLog(partitions);
      const places: InLog[] = [];
      for (const each of stream) {
        const [taken] = await feeder.append(institutionOf(each), [each]);
        if (taken?.status !== 202) throw new Error(`not taken: ${JSON.stringify(taken)}`);
        places.push(taken);
      }
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
}, 240_000);

test("D16 an id counts once, whoever sends it and however often; another content under it is refused", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, worker, options } = await onLog(4);
  const [first, again, other] = await feeder.append("ee", [
    event("e1"),
    event("e1"),
    event("e1", { device: "another" }),
  ]);
  expect([first, again]).toMatchObject([
    { status: 202, isAgain: false },
    { status: 202, isAgain: true },
  ]);
  expect(other).toMatchObject({ status: 409, complaints: [{ code: "watch/other-content" }] });
  const later = await feeder.append("ee", [
    event("e1"),
    event("e1", { person: "bob" }),
    3,
    event("x", { time: "?" }),
  ]);
  expect(later.map(({ status }) => status)).toEqual([202, 409, 400, 400]);
  expect(later[0]).toMatchObject({ seq: (first as InLog).seq, isAgain: true });
  const [foreign] = await feeder.append("ee", [event("m1", { institution: "monzo" })]);
  expect(foreign).toMatchObject({ status: 403 });
  const [theirs] = await feeder.append("monzo", [event("e1", { institution: "monzo" })]);
  expect(theirs).toMatchObject({ status: 202, isAgain: false });
  expect(await feeder.decided([first as InLog])).toEqual([undefined]);
  // Two who send the same at the same moment: each id is in the log once, and no number is left out or given twice.
  // A third puts in what another member of the agreement saw of the same people, so into the same partitions.
  const [second, third] = [await openFeeder(options), await openFeeder(options)];
  const many = Array.from({ length: 60 }, (_, i) => event(`many-${i}`, { person: `p${i % 7}` }));
  const seenThere = many.map((each) => ({ ...each, institution: "monzo" }));
  const all = await Promise.all([
    inParts(feeder, "ee", many),
    inParts(second, "ee", many.toReversed()),
    inParts(third, "monzo", seenThere),
  ]);
  const both = all.flat();
  expect(both.filter((each) => each.status === 202 && !each.isAgain).length).toBe(120);
  for (let partition = 0; partition < 4; partition += 1) {
    const of = both.flatMap((each) =>
      each.status === 202 && each.partition === partition ? [each.seq] : [],
    );
    const seqs = [...new Set(of)].sort((a, b) => a - b);
    expect(seqs).toEqual(seqs.map((_, i) => seqs[0]! + i)); // One at least, by the hash of seven people.
  }
  await second.close();
  await third.close();
  const working = await worker();
  await toEnd(working);
  expect(await feeder.decided([first as InLog])).toMatchObject([{ event: "e1", person: "ann" }]);
  await working.leave();
  await feeder.close();
}, 60_000);

test("D16 workers that join and leave share the partitions, and what one decided the next goes on from", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, worker } = await onLog(4);
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
}, 60_000);

test("D16 workers killed again and again decide everything once, and nothing otherwise", async ({ skip }) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const url = await postgres!.database(); // There is one.
  const killed = await killWorkers({ folder: emptyFolder(), url, kills: 2, seed: 20_200_904 });
  expect(killed).toEqual({ kills: 2, events: 160, undecided: 0, notTaken: 0, otherwise: 0 });
}, 600_000); // Four starts of a process: seconds each on a busy machine.
