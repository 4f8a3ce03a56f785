/** Rules and lists beside a shared log, with others at work on it in the same moment. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChanging, openFeeder, openWorking, verifyLog, verifyLogChanges } from "../../src/watch/index.ts";
import { onLog, toEnd } from "../kit/log-contract.ts";
import { type Postgres, startPostgres } from "../kit/postgres.ts";
import { event, rulesIn, watchVersion } from "../kit/watched.ts";

const inCi = process.env["CI"] === "true";
let postgres: Postgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

const written = (version: number, above = 100) => `
rules: payments
version: ${version}
lists: { mules: { values: [acct-17] } }
when:
  large: { all: { amount: { above: ${above} } }, decide: hold }
  mule: { all: { payee: { list: mules } }, decide: hold }
`;
const version = { ...watchVersion, rules: rulesIn(written(1)) };
const day = 86_400_000;

async function looking(url: string | undefined) {
  const client = new pg.Client(url);
  await client.connect();
  return {
    client,
    /** Until so many connections of this database wait for a lock, or the other is settled. */
    async waiting(count: number, other: Promise<unknown> = new Promise(() => {})) {
      let isSettled = false;
      void other.then(
        () => (isSettled = true),
        () => (isSettled = true),
      );
      for (let tries = 0; tries < 400 && !isSettled; tries += 1) {
        const { rows } = await client.query(
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        if (rows[0].n >= count) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      if (!isSettled) throw new Error("nobody waits");
    },
  };
}

test("D16 a value put on a list while its key is being destroyed stands there, by another key", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 2);
  const desk = await openChanging({ ...options, version });
  await desk.add("ee", "mules", { value: "acct-1" });
  await desk.remove("ee", "mules", 1);
  const { client, waiting } = await looking(options.url);
  await client.query("begin");
  await client.query("delete from chainbreak.people");
  const adding = desk.add("ee", "mules", { value: "acct-1" });
  const other = await looking(options.url);
  await other.waiting(1, adding);
  await client.query("commit");
  expect(await adding).toEqual({ kind: "other", entry: 2 });
  expect((await desk.entries("ee")).map(({ entry }) => entry)).toEqual([2]);
  await Promise.all([waiting, client.end(), other.client.end(), desk.close(), feeder.close()]);
}, 60_000);

test("D21 what is put on a list while what is over goes by age stays readable", async ({ skip }) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 1);
  const configuration = { ...options.configuration, retainDays: 30 };
  const old = await openChanging({ ...options, version });
  await old.add("ee", "mules", { value: "acct-1" });
  await old.remove("ee", "mules", 1);
  await old.close();
  const then = { ...options, version, configuration, now: () => options.now() + 45 * day };
  const own = await openFeeder(then);
  await own.append("ee", [event("e1")]);
  const desk = await openChanging(then);
  const worker = await openWorking({ ...then, clock: () => 0, say: () => {} });
  const holding = await looking(options.url);
  await holding.client.query("begin");
  await holding.client.query("select 1 from chainbreak.people for key share");
  const passing = (async () => {
    for (let round = 0; round < 4; round += 1) await worker.round();
  })();
  const { client, waiting } = await looking(options.url);
  await waiting(1, passing);
  const adding = desk.add("ee", "mules", { value: "acct-1" });
  await waiting(2, adding);
  await holding.client.query("commit");
  await Promise.all([adding, passing]);
  expect((await desk.entries("ee")).map(({ entry }) => entry)).toEqual([2]);
  await worker.leave();
  await Promise.all([client.end(), holding.client.end(), desk.close(), own.close(), feeder.close()]);
}, 60_000);

test("D21 a version of the rules goes by age with the last record that was decided under it, whichever partition that is in", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 2);
  const with_ = { ...options, version };
  const desk = await openChanging(with_);
  await desk.putRules({ what: "put", text: written(2, 10) }, undefined);
  const paid = Array.from({ length: 8 }, (_, i) =>
    event(`e${i}`, { person: `p${i}`, kind: "transfer", amount: "50.00", currency: "GBP" }),
  );
  await feeder.append("ee", paid);
  const first = await openWorking(with_);
  await toEnd(first);
  await first.leave();
  await desk.putRules({ what: "put", text: written(3, 1_000) }, undefined);
  const then = {
    ...with_,
    configuration: { ...options.configuration, retainDays: 30 },
    now: () => options.now() + 45 * day,
  };
  // Somebody else holds the second partition, and is behind with it.
  const { client } = await looking(options.url);
  const lease = [0x63_62_02, 1];
  await client.query("select pg_advisory_lock($1, $2)", lease);
  const worker = await openWorking({ ...then, clock: () => 0, say: () => {} });
  for (let round = 0; round < 4; round += 1) await worker.round();
  expect(worker.holds()).toEqual([0]);
  const readable = async () => (await desk.versions()).map(({ said }) => said !== undefined);
  expect(await readable()).toEqual([true, true]);
  await worker.leave();
  await client.query("select pg_advisory_unlock($1, $2)", lease);
  const both = await openWorking({ ...then, clock: () => 0, say: () => {} });
  await both.round();
  expect(both.differ()).toBe(0);
  for (let round = 0; round < 4; round += 1) await both.round();
  await both.leave();
  // And once nothing is left of what it decided, it goes.
  const own = await openFeeder(then);
  await own.append(
    "ee",
    Array.from({ length: 8 }, (_, i) => event(`since${i}`, { person: `p${i}` })),
  );
  await own.close();
  const last = await openWorking({ ...then, clock: () => 0, say: () => {} });
  for (let round = 0; round < 4; round += 1) await last.round();
  expect(await readable()).toEqual([false, true]);
  await last.leave();
  await Promise.all([client.end(), desk.close(), feeder.close()]);
}, 60_000);

test("D16 rules put, lists changed, events fed, people erased and decided about at once: nobody is in another's way for ever", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 4);
  const with_ = { ...options, version };
  const [a, b, other, eraser] = await Promise.all([
    openChanging(with_),
    openChanging(with_),
    openFeeder(with_),
    openFeeder(with_),
  ]);
  const times = 20;
  const some = (who: string, i: number) =>
    Array.from({ length: 12 }, (_, n) =>
      event(`${who}-${i}-${n}`, {
        institution: who,
        person: `p${(i + n) % 9}`,
        kind: "transfer",
        amount: 50,
      }),
    );
  /** All of it at once, with two workers; then whoever takes the partitions over: how many come out otherwise. */
  const atOnce = async (from: number, ...more: readonly ((i: number) => Promise<unknown>)[]) => {
    const workers = await Promise.all([openWorking(with_), openWorking(with_)]);
    let isDone = false;
    const deciding = workers.map(async (worker) => {
      while (!isDone) await worker.round();
    });
    const acts = [
      (i: number) => a.putRules({ what: "put", text: written(2 + i, 90 - i) }, undefined),
      async (i: number) => {
        const added = await b.add("ee", "mules", { value: `p${i % 9}` });
        if (added.kind === "other" && i % 2 === 0) await b.remove("ee", "mules", added.entry);
      },
      (i: number) => feeder.append("ee", some("ee", i)),
      (i: number) => other.append("monzo", some("monzo", i)),
      ...more,
    ];
    await Promise.all(
      acts.map(async (act) => {
        for (let i = from; i < from + times; i += 1) await act(i);
      }),
    );
    isDone = true;
    await Promise.all(deciding);
    for (const worker of workers) await worker.leave();
    const next = await openWorking(with_);
    await toEnd(next);
    await next.leave();
    return next.differ();
  };
  expect(await atOnce(0)).toBe(0);
  // What somebody erased did to others is gone with them, and decided otherwise.
  await atOnce(times, async (i) => i % 5 === 0 && eraser.erase("ee", `p${i % 9}`));
  expect(await verifyLogChanges(options)).toMatchObject({ rules: 2 * times });
  const verified = await verifyLog(options, new Map());
  expect(verified.filter(({ broken }) => broken !== undefined)).toEqual([]);
  const { client } = await looking(options.url);
  expect((await client.query("select count(*)::int as n from chainbreak.log")).rows).toEqual([
    { n: 2 * times * 24 },
  ]);
  await client.end();
  await Promise.all([a.close(), b.close(), feeder.close(), other.close(), eraser.close()]);
}, 120_000);
