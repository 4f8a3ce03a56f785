/** The same events by the embedded service and by workers on PostgreSQL: one contract, and whoever dies in between. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  backUpFolder,
  type Feeder,
  type InLog,
  openChanging,
  openFeeder,
  openWorking,
  restoreFolder,
  rotateFolder,
  rotateShared,
  verifyLog,
  verifyLogChanges,
} from "../../src/watch/index.ts";
import { killWorkers } from "../kit/kill-workers.ts";
import {
  bytesUnder,
  changesAsEmbedded,
  decidesAsEmbedded,
  erasesOnePerson,
  institutionOf,
  isSharedByWorkers,
  onLog,
  streams,
  toEnd,
} from "../kit/log-contract.ts";
import { type Postgres, startPostgres } from "../kit/postgres.ts";
import { emptyFolder, event, watched } from "../kit/watched.ts";

const inCi = process.env["CI"] === "true";
let postgres: Postgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

/** A few at a time, so that those who put in at once meet often. */
async function inParts(feeder: Feeder, institution: string, events: readonly unknown[]) {
  const answers: Awaited<ReturnType<Feeder["append"]>>[number][] = [];
  for (let i = 0; i < events.length; i += 3)
    answers.push(...(await feeder.append(institution, events.slice(i, i + 3))));
  return answers;
}

test("D16 embedded and on PostgreSQL the same is decided, to the byte; in parts as if each part stood alone", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  await decidesAsEmbedded({ postgres: postgres! }); // There is one.
}, 240_000);

test("D16 rules put in force and lists changed meanwhile count for the same events, embedded and on PostgreSQL, to the byte", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  await changesAsEmbedded({ postgres: postgres! }); // There is one.
}, 240_000);

test("D16 an id counts once, whoever sends it and however often; another content under it is refused", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, worker, options } = await onLog({ postgres: postgres! }, 4);
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
      each.status === 202 && each.partition === partition ? [(each as InLog).seq] : [],
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
  await isSharedByWorkers({ postgres: postgres! }); // There is one.
}, 60_000);

test("D9 on PostgreSQL too, nothing of whoever is erased can be read, and others are decided as if they had never been met", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  await erasesOnePerson({ postgres: postgres! }); // There is one.
}, 120_000);

test("D9 on PostgreSQL too, whoever stood on a list or in rules from before is gone from them, and the rest is decided as it was", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 2); // There is one.
  const naming = (version: number, known: string) => `
rules: r
version: ${version}
lists: { watched: { values: [] } }
when:
  known: { all: { person: [${known}, eve] }, decide: block }
  watched: { all: { person: { list: watched } }, decide: hold }`;
  const log = await openChanging(options);
  expect(await log.putRules({ what: "put", text: naming(1, "ann") }, 0)).toEqual({
    kind: "other",
    number: 1,
  });
  expect(await log.putRules({ what: "put", text: naming(1, "bob") }, 1)).toMatchObject({
    complaints: [{ code: "watch/same-version" }],
  });
  expect(await log.add("ee", "watched", { value: "ann" })).toEqual({ kind: "other", entry: 1 });
  expect(await log.add("ee", "watched", { value: "ann" })).toMatchObject({
    complaints: [{ code: "watch/listed-already" }],
  });
  expect(await log.add("ee", "watched", { value: " ", expires: "soon" })).toMatchObject({
    complaints: [{ code: "watch/wrong-shape" }, { code: "watch/wrong-shape" }],
  });
  const worker = await openWorking(options);
  const places = (await feeder.append("ee", [
    event("e1"),
    event("e2", { person: "eve" }),
    event("e3", { person: "bob" }),
  ])) as readonly InLog[];
  await toEnd(worker);
  const spoke = async () =>
    (await feeder.decided(places)).map((told) => (told !== undefined && "rules" in told ? told.rules : told));
  expect(await spoke()).toEqual([["known", "watched"], ["known"], []]);
  expect(await feeder.erase("ee", "ann")).toMatchObject({ kind: "erased", records: 1, isInRules: true });
  expect(await log.entries("ee")).toEqual([]);
  await log.putRules({ what: "put", text: naming(2, "cho") }, 1);
  expect(await feeder.erase("ee", "ann")).toEqual({ kind: "erased", records: 0 });
  expect((await log.versions()).map(({ said }) => said === undefined)).toEqual([true, false]);
  expect(await log.putRules({ what: "restored", number: 1 }, undefined)).toMatchObject({
    complaints: [{ code: "watch/no-version" }],
  });
  await toEnd(worker);
  expect([worker.differ(), (await spoke()).slice(1)]).toEqual([0, [["known"], []]]);
  await worker.leave();
  expect(await verifyLogChanges(options)).toEqual({ lists: 1, rules: 2 });
  const outside = new pg.Client(options.url);
  await outside.connect();
  await outside.query("update chainbreak.rules_put set after = '{0,0}' where number = 2");
  expect((await verifyLogChanges(options)).broken).toEqual({ what: "rules", change: 2 });
  await expect(log.versions()).rejects.toThrow(/changed from outside/);
  await outside.end();
  await log.close();
  await feeder.close();
}, 60_000);

test("D16 the commands change rules and lists of the log by the same checks, and list them", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, folder, options } = await onLog({ postgres: postgres! }, 1); // There is one.
  await feeder.close();
  const file = join(folder, "rules.yaml");
  const run = async (...words: readonly string[]) => {
    const where = ["--data", folder, "--database", options.url!];
    const child = spawn(process.execPath, ["bin/chainbreak.mjs", "detect", ...words, ...where], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    return [code, out, err] as const;
  };
  writeFileSync(
    file,
    "rules: r\nversion: 1\nlists: { mules: { values: [] } }\nwhen: { m: { all: { payee: { list: mules } }, decide: hold } }",
  );
  expect(await run("rules", "--put", file)).toEqual([
    0,
    "In force from the next event on, as version 1.\n",
    "",
  ]);
  expect(await run("rules", "--set", "m=20%", "--over", "0")).toMatchObject([
    1,
    "",
    expect.stringMatching(/another version/),
  ]);
  const wrong = join(folder, "wrong.yaml");
  writeFileSync(wrong, "rules: r\nversion: 2\nwhen:\n  m: { all: { payee: acct-1 }, decide: hald }");
  const [, , said] = await run("rules", "--put", wrong);
  expect(said).toContain(`${wrong}:4:`);
  expect((await run("rules", "--restore", "9"))[2]).toContain("`chainbreak detect rules`");
  writeFileSync(wrong, `rules: r\nversion: 2\n# ${"x".repeat(600_000)}`);
  expect((await run("rules", "--compare", wrong, "--as", "ee"))[2]).toContain("more than 512 kB");
  const [code, rows] = await run("rules", "--set", "m=shadow").then(() => run("rules"));
  expect([
    code,
    rows
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row).what),
  ]).toEqual([0, ["put", "mode"]]);
  expect(
    await run("lists", "--as", "ee", "--list", "mules", "--add", "acct-1", "--expires", "2999-01-31"),
  ).toEqual([...[0, "On the list from the next event on, as entry 1.\n", ""]]);
  expect(await run("lists", "--as", "ee", "--list", "none", "--add", "x")).toMatchObject([
    1,
    "",
    expect.stringMatching(/no list of that name/),
  ]);
  const [, entries] = await run("lists", "--as", "ee");
  expect(JSON.parse(entries)).toMatchObject({
    list: "mules",
    entry: 1,
    value: "acct-1",
    expires: "2999-01-31",
  });
  const [, found] = await run("rules", "--compare", file, "--as", "ee");
  expect(JSON.parse(found)).toMatchObject({ events: 0, differ: 0, answeredOtherwise: 0 });
  expect((await run("verify"))[1]).toMatch(/1 change of lists and 2 versions of rules put in force/);
}, 120_000);

test("D16 a log made before anybody could be erased, and without a chain, is brought up and goes on as it was", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options, worker } = await onLog({ postgres: postgres! }, 2);
  const first = await feeder.append("ee", [event("e1")]);
  const working = await worker();
  await toEnd(working);
  await working.leave();
  await feeder.close();
  const older = new pg.Client(options.url);
  await older.connect();
  await older.query("alter table chainbreak.offsets drop column erased");
  await older.query("alter table chainbreak.decisions drop column link");
  await older.query("update chainbreak.settings set text = '1' where name = 'form'");
  await older.end();
  const again = await openFeeder(options);
  expect(await again.append("ee", [event("e1"), event("e2")])).toMatchObject([
    { ...first[0], isAgain: true },
    { status: 202, isAgain: false },
  ]);
  const next = await openWorking(options);
  expect(await next.round()).toBe(1);
  expect(next.differ()).toBe(0);
  await next.leave();
  const verified = await verifyLog(options, new Map());
  expect(verified.map(({ broken }) => broken)).toEqual([undefined, undefined]);
  expect(verified.reduce((sum, { opened }) => sum + opened, 0)).toBe(2);
  await again.close();
}, 60_000);

test("D16 a worker of before, connected already when the log is brought up, decides nothing more there", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 2);
  await feeder.append("ee", [event("e1")]);
  await feeder.close();
  const older = new pg.Client(options.url);
  await older.connect();
  await older.query("alter table chainbreak.offsets drop column decided");
  await older.query("update chainbreak.settings set text = '5' where name = 'form'");
  // As a worker of then moves on.
  const decides = async () => {
    await older.query("begin");
    await older.query("update chainbreak.offsets set seq = seq + 1 where partition = 0 returning erased");
    await older.query("rollback");
  };
  await decides();
  const next = await openWorking(options);
  await expect(decides()).rejects.toThrow(/needs_a_newer_chainbreak/);
  await older.end();
  expect(await next.round()).toBe(1);
  await next.leave();
  expect((await verifyLog(options, new Map())).reduce((sum, { opened }) => sum + opened, 0)).toBe(1);
}, 60_000);

test("D16 workers killed again and again decide everything once, and nothing otherwise", async ({ skip }) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const url = await postgres!.database(); // There is one.
  const killed = await killWorkers({ folder: emptyFolder(), url, kills: 2, seed: 20_200_904 });
  expect(killed).toEqual({ kills: 2, events: 160, undecided: 0, notTaken: 0, otherwise: 0 });
}, 600_000); // Four starts of a process: seconds each on a busy machine.

test("D16 a database that dies and comes back has lost nothing: the worker goes on, and whoever feeds is told to feed again", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, folder, options } = await onLog({ postgres: postgres! }, 2);
  await feeder.close();
  const file = join(folder, "events.ndjson");
  const events = Array.from({ length: 40 }, (_, i) => event(`d${i}`, { person: `p${i % 7}` }));
  writeFileSync(file, events.map((each) => JSON.stringify(each)).join("\n"));
  const run = (...words: readonly string[]) =>
    spawn(
      process.execPath,
      ["bin/chainbreak.mjs", "detect", ...words, "--data", folder, "--database", options.url!],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  const feed = async () => {
    const child = run("feed", "--as", "ee", "--events", file);
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    return { code, rows: out.trim().split("\n"), err };
  };
  const worker = run("work");
  try {
    await once(worker.stdout, "data");
    const first = await feed();
    expect([first.code, first.rows.length, first.err]).toEqual([0, 40, ""]);
    await postgres!.die(); // There is one.
    const gone = await feed();
    expect([gone.code, gone.err]).toEqual([1, expect.stringMatching(/the database does not let us in/)]);
    await postgres!.comeBack();
    expect(await feed()).toEqual(first);
    writeFileSync(file, JSON.stringify(event("later")));
    expect((await feed()).code).toBe(0); // The worker is there again.
  } finally {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
  // Put in, and nobody decides it: the database goes while its decision is waited for.
  writeFileSync(file, JSON.stringify(event("last")));
  const waiting = feed();
  const count = async () => {
    const client = new pg.Client(options.url);
    await client.connect();
    const { rows } = await client.query("select count(*)::int as n from chainbreak.log");
    await client.end();
    return rows[0].n;
  };
  while ((await count()) < 42) await new Promise((resume) => setTimeout(resume, 50));
  await postgres!.die();
  const broke = await waiting;
  expect([broke.code, broke.err]).toEqual([1, expect.stringMatching(/It broke off: .*Feed the same again/)]);
  await postgres!.comeBack();
  const alone = await openWorking(options);
  expect(await alone.round()).toBe(1);
  expect([alone.holds().length, alone.differ()]).toEqual([2, 0]);
  await alone.leave();
}, 240_000);

test("D20 on PostgreSQL too: gone on from a kept state or from the first event, the same is decided; and none outlives who is erased", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const [stream] = fc.sample(streams, { numRuns: 1, seed: 20 });
  const third = Math.floor(stream!.length / 3);
  const kept = { basis: "one", stateAfter: { atRest: 1, running: 5 } };
  const told: (string | undefined)[][] = [];
  const same = mkdtempSync(join(tmpdir(), "chainbreak-log-"));
  // A key under which these few people stand in both partitions; under one key in a hundred they all stand in one.
  writeFileSync(join(same, "secret.key"), Buffer.alloc(32, 3).toString("base64url"), { mode: 0o600 });
  for (const how of [kept, {}]) {
    const { feeder, options } = await onLog({ postgres: postgres! }, 2, same);
    const places: InLog[] = [];
    let [again, differ] = [0, 0];
    const take = async (some: readonly Readonly<Record<string, unknown>>[]) => {
      for (const each of some) places.push((await feeder.append(institutionOf(each), [each]))[0] as InLog);
      const working = await openWorking({ ...options, ...how });
      await toEnd(working);
      differ += working.differ();
      again += working.judgedAgain();
      await working.leave();
    };
    await take(stream!.slice(0, third));
    expect(new Set(places.map(({ partition }) => partition)).size).toBe(2);
    await take(stream!.slice(third, 2 * third));
    expect([again, differ]).toEqual([how === kept ? 0 : third, 0]);
    const looking = new pg.Client(options.url);
    await looking.connect();
    const stateKeys = async () =>
      (
        await looking.query(
          "select wrapped from chainbreak.people where number not in (select person from chainbreak.log)",
        )
      ).rows.map(({ wrapped }) => wrapped as Buffer);
    const keys = await stateKeys();
    expect(keys.length).toBe(how === kept ? 2 : 0);
    await feeder.erase("ee", "ann");
    const left = await stateKeys();
    const gone = keys.filter((key) => !left.some((other) => other.equals(key)));
    expect(gone.length).toBe(how === kept ? 1 : 0);
    expect(gone.some((key) => bytesUnder(postgres!.tables).includes(key))).toBe(false);
    again = 0;
    await take(stream!.slice(2 * third));
    if (how === kept) expect([again > 0, again < 2 * third]).toEqual([true, true]); // Of one partition alone.
    told.push((await feeder.decided(places)).map((each) => JSON.stringify(each)));
    await looking.end();
    await feeder.close();
  }
  expect(told[0]).toEqual(told[1]);
}, 120_000);

const day = 86_400_000;

test("D21 what is older goes from the shared log, with the key of whoever nothing is left of; what stays is one chain, and the numbers go on", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options } = await onLog({ postgres: postgres! }, 1);
  const configuration = { ...options.configuration, retainDays: 400 };
  const first = options.now();
  const said: string[] = [];
  const how = { basis: "one", stateAfter: { atRest: 1, running: 1 } };
  const at = async (days: number, ids: readonly (readonly [id: string, person: string])[], more = how) => {
    const then = { ...options, ...more, configuration, now: () => first + days * day };
    const own = await openFeeder(then);
    await own.append(
      "ee",
      ids.map(([id, person]) => event(id, { person, device: `phone of ${person}` })),
    );
    const working = await openWorking({ ...then, clock: () => 0, say: (line) => said.push(line) });
    await toEnd(working);
    for (let i = 0; i < 3; i += 1) await working.round();
    const { differ, judgedAgain } = working;
    await working.leave();
    await own.close();
    return { differ: differ(), again: judgedAgain() };
  };
  const looking = new pg.Client(options.url);
  await looking.connect();
  const wrapped = async () =>
    (
      await looking.query(
        "select wrapped from chainbreak.people where number in (select person from chainbreak.log)",
      )
    ).rows.map((row) => row.wrapped as Buffer);
  await at(0, [
    ["old-1", "ann"],
    ["old-2", "bob"],
  ]);
  await at(390, [["new-1", "bob"]]);
  const before = await wrapped();
  const [whole] = await verifyLog(options, new Map());
  expect(whole).toMatchObject({ records: 3, opened: 3, head: { record: 3 } });
  expect(said).toEqual([]);
  expect(await at(410, [])).toEqual({ differ: 0, again: 0 });
  expect(said).toEqual(["2 records of partition 0 went by age, and 1 people of whom nothing is left"]);
  const after = await wrapped();
  const [destroyed, ...others] = before.filter((key) => !after.some((other) => other.equals(key)));
  expect([others.length, after.length]).toEqual([0, 1]);
  expect(bytesUnder(postgres!.tables).includes(destroyed!)).toBe(false);
  const heads = new Map([[0, whole!.head]]);
  expect(await verifyLog(options, heads)).toMatchObject([
    { records: 1, opened: 1, gone: 2, head: whole!.head, holds: true },
  ]);
  // Gone on from the state that was kept, nothing is judged again; the numbers go on, and an id counts for as long as its record.
  expect(
    await at(411, [
      ["new-2", "ann"],
      ["old-2", "bob"],
    ]),
  ).toEqual({ differ: 0, again: 0 });
  expect(await verifyLog(options, heads)).toMatchObject([{ records: 3, head: { record: 5 }, holds: true }]);
  // All of it old by the clock, but not by the last record before and a month: nothing goes, and that is said.
  said.length = 0;
  await at(1_300, []);
  expect(said).toEqual([
    "the clock is 858 days further than a month after the last record: by age nothing goes that is not old by that record",
  ]);
  await at(1_301, [["last", "cho"]]);
  await at(1_302, []);
  expect(await verifyLog(options, new Map())).toMatchObject([{ records: 1, gone: 5, head: { record: 6 } }]);
  // Without a kept state it is made from the records that are left.
  expect(await at(1_303, [["and-on", "cho"]], { ...how, basis: "another" })).toMatchObject({ again: 1 });
  await looking.end();
  await feeder.close();
}, 120_000);

test("D21 whoever can write to the shared log and has not the folder's key cannot change it, or take records away and call it age", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options, worker } = await onLog({ postgres: postgres! }, 1);
  await feeder.append(
    "ee",
    Array.from({ length: 6 }, (_, i) => event(`c${i}`, { person: `p${i % 3}` })),
  );
  const working = await worker();
  await toEnd(working);
  const looking = new pg.Client(options.url);
  await looking.connect();
  const verified = async () => (await verifyLog(options, new Map()))[0];
  const tried = async (statement: string) => {
    await looking.query("begin");
    await looking.query("create table if not exists before_log as table chainbreak.log");
    await looking.query("create table if not exists before_decisions as table chainbreak.decisions");
    await looking.query("commit");
    await looking.query(statement);
    const found = await verified().catch((cause: unknown) => String(cause));
    await looking.query("delete from chainbreak.log; insert into chainbreak.log select * from before_log");
    await looking.query(
      "delete from chainbreak.decisions; insert into chainbreak.decisions select * from before_decisions",
    );
    await looking.query("delete from chainbreak.cuts");
    return found;
  };
  expect(await verified()).toMatchObject({ records: 6, opened: 6, erased: 0 });
  expect(await tried("update chainbreak.decisions set decision = 3 where seq = 2")).toMatchObject({
    broken: { record: 2 },
  });
  expect(await tried("update chainbreak.log set received = 1 where seq = 3")).toMatchObject({
    broken: { record: 3 },
  });
  expect(await tried("delete from chainbreak.decisions where seq = 4")).toMatchObject({
    broken: { record: 5 },
  });
  expect(await tried("delete from chainbreak.log where seq < 3")).toMatchObject({ broken: { record: 3 } });
  const forged =
    "insert into chainbreak.cuts select 0, 2, link, '\\x00'::bytea from chainbreak.decisions where seq = 2";
  expect(await tried(`${forged}; delete from chainbreak.log where seq < 3`)).toMatch(
    /taken away, and not by age/,
  );
  const { head } = (await verified())!;
  await looking.query("delete from chainbreak.decisions where seq = 6");
  const shorter = await verifyLog(options, new Map([[0, head]]));
  expect(shorter).toMatchObject([{ records: 5, holds: false }]);
  await working.leave();
  await looking.end();
  await feeder.close();
}, 60_000);

test("D16 an event on its way while the key of its person is destroyed is sealed by another, and decided", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, options, worker } = await onLog({ postgres: postgres! }, 1);
  await feeder.append("ee", [event("k1")]);
  const destroying = new pg.Client(options.url);
  await destroying.connect();
  await destroying.query("begin");
  await destroying.query("delete from chainbreak.people where number in (select person from chainbreak.log)");
  // The key is there for whoever asks now, and gone before what it sealed is in the log.
  const putting = feeder.append("ee", [event("k2")]);
  const looking = new pg.Client(options.url);
  await looking.connect();
  const isWaiting = async () =>
    (
      await looking.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
    ).rowCount === 1;
  while (!(await isWaiting())) await new Promise((resume) => setTimeout(resume, 10));
  await destroying.query("commit");
  const [taken] = await putting;
  expect(taken).toMatchObject({ status: 202, isAgain: false });
  const working = await worker();
  await toEnd(working);
  const told = await feeder.decided([taken as InLog]);
  expect(told).toMatchObject([{ event: "k2", said: ["new-person"] }]);
  await working.leave();
  for (const client of [destroying, looking]) await client.end();
  await feeder.close();
}, 60_000);

test("D9 the key a shared log rests on is not rotated, the log takes no rotated one, and with a folder of its own it goes on", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, folder, options } = await onLog({ postgres: postgres! }, 1);
  const first = await feeder.append("ee", [event("s1")]);
  await feeder.close();
  const embedded = watched({}, folder);
  const { text: told } = await embedded.send("ee", event("own"));
  await embedded.close();
  const [secret, mark] = [join(folder, "secret.key"), join(folder, "secret.shared")];
  const old = readFileSync(secret, "utf8");
  const isRefused = (where: string) =>
    expect(() => rotateFolder(where)).toThrow(/wraps the keys of a shared log too/);
  isRefused(folder);
  expect([readFileSync(secret, "utf8"), existsSync(join(folder, "secret.next"))]).toEqual([old, false]);
  // A copy put back is no way around it.
  const [copy, restored] = [emptyFolder(), emptyFolder()];
  await backUpFolder(folder, copy, false);
  copyFileSync(secret, join(restored, "secret.key"));
  restoreFolder(copy, restored, undefined);
  isRefused(restored);
  // A folder from before anything was remembered: whoever opens the log next remembers it, whatever for.
  rmSync(mark);
  await verifyLog(options, new Map());
  isRefused(folder);
  // Where that cannot be written, nobody works on it; without a service there is nothing to rotate.
  rmSync(mark);
  symlinkSync(join(folder, "nowhere", "file"), mark);
  await expect(openFeeder(options)).rejects.toThrow(/nothing can be written in/);
  rmSync(mark);
  const apart = emptyFolder();
  for (const name of ["detect.yaml", "secret.key"]) copyFileSync(join(folder, name), join(apart, name));
  symlinkSync(join(apart, "nowhere", "file"), join(apart, "secret.shared"));
  const again = await openFeeder({ ...options, folder: apart });
  expect(rotateFolder(folder)).toEqual({ people: 1, wasCut: false });
  await expect(openFeeder(options)).rejects.toThrow(/in the log are wrapped by another `secret.key`/);
  expect(existsSync(mark)).toBe(false);
  expect(await again.append("ee", [event("s1"), event("s2", { person: "bob" })])).toMatchObject([
    { ...first[0], isAgain: true },
    { status: 202, isAgain: false },
  ]);
  const working = await openWorking({ ...options, folder: apart });
  await toEnd(working);
  await working.leave();
  expect(await verifyLog({ ...options, folder: apart }, new Map())).toMatchObject([
    { records: 2, opened: 2 },
  ]);
  await again.close();
  const rotated = watched({}, folder);
  expect((await rotated.send("ee", event("own"))).text).toBe(told);
  await rotated.close();
}, 120_000);

test("D9 the key of a shared log is rotated with it: what is kept opens with the new one alone, and nobody goes on by the old", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, folder, options, worker } = await onLog({ postgres: postgres! }, 2);
  const taken = await feeder.append("ee", [
    event("s1"),
    event("s2", { person: "bob" }),
    event("s3", { person: "cho" }),
  ]);
  const working = await worker();
  await toEnd(working);
  const told = await feeder.decided(taken as readonly InLog[]);
  expect(await feeder.erase("ee", "cho")).toMatchObject({ kind: "erased", records: 1 });
  const embedded = watched({}, folder);
  const { text: own } = await embedded.send("ee", event("own"));
  await embedded.close();
  const [old, apart] = [readFileSync(join(folder, "secret.key"), "utf8"), emptyFolder()];
  for (const name of ["detect.yaml", "secret.key"]) copyFileSync(join(folder, name), join(apart, name));
  const looking = new pg.Client(options.url);
  await looking.connect();
  const wrapped = async (): Promise<readonly string[]> =>
    (await looking.query("select encode(wrapped, 'hex') as w from chainbreak.people")).rows.map(({ w }) => w);
  const before = await wrapped();
  // Of another folder: refused before anything is changed.
  const stranger = emptyFolder();
  await watched({}, stranger).close();
  await expect(rotateShared(stranger, options.url)).rejects.toThrow(/the log is of another folder/);
  expect(existsSync(join(stranger, "secret.next"))).toBe(false);

  const heads = await verifyLog(options, new Map());
  for (const step of ["begun", "wrapped"]) {
    const cut = rotateShared(folder, options.url, (reached) => {
      if (reached === step) throw new Error("the power went");
    });
    await expect(cut).rejects.toThrow(/the power went/);
    await expect(openFeeder(options)).rejects.toThrow(/the rotation of the key .* was cut off/);
  }
  expect(await rotateShared(folder, options.url)).toEqual({ people: 1, inLog: 2, wasCut: true });
  expect(readFileSync(join(folder, "secret.key"), "utf8")).not.toBe(old);
  expect((await wrapped()).filter((each) => before.includes(each))).toEqual([]);

  // Whoever holds the old one puts in nobody new, reads nothing and decides nothing.
  const another = /in the log are wrapped by another `secret.key`/;
  await expect(feeder.append("ee", [event("s4", { person: "dee" })])).rejects.toThrow(another);
  await expect(feeder.append("ee", [event("s5")])).rejects.toThrow(another);
  await expect(openFeeder({ ...options, folder: apart })).rejects.toThrow(another);
  // Nor rotates it: nothing is begun there, with a rotation of its own that was cut off or without.
  await expect(rotateShared(apart, options.url)).rejects.toThrow(another);
  expect(existsSync(join(apart, "secret.next"))).toBe(false);
  copyFileSync(join(stranger, "secret.key"), join(apart, "secret.next"));
  await expect(rotateShared(apart, options.url)).rejects.toThrow(another);
  rmSync(join(apart, "secret.next"));
  expect(readFileSync(join(apart, "secret.key"), "utf8")).toBe(old);
  expect(await wrapped()).toHaveLength(2);
  const again = await openFeeder(options);
  const more = await again.append("ee", [event("s1"), event("s6"), event("s3", { person: "cho" })]);
  expect(more).toMatchObject([{ ...taken[0], isAgain: true }, { status: 202 }, { status: 410 }]);
  await expect(working.round()).rejects.toThrow(another);
  await working.leave().catch(() => {}); // It can give up nothing that it may keep a state of.
  const next = await worker();
  await toEnd(next);
  expect(
    (await again.decided(taken.slice(0, 2) as readonly InLog[])).map((each) => JSON.stringify(each)),
  ).toEqual(told.slice(0, 2).map((each) => JSON.stringify(each)));
  expect(next.differ()).toBe(0);
  await next.leave();
  expect(
    await verifyLog(options, new Map(heads.map(({ partition, head }) => [partition, head]))),
  ).toMatchObject(heads.map(() => ({ holds: true })));
  const service = watched({}, folder);
  expect((await service.send("ee", event("own"))).text).toBe(own);
  await service.close();
  for (const client of [feeder, again]) await client.close();
  await looking.end();
}, 120_000);

test("D9 a log of a version that does not say by which key it is wrapped says it once it was opened", async ({
  skip,
}) => {
  if (postgres === undefined && !inCi) skip("PostgreSQL cannot run here");
  const { feeder, folder, options } = await onLog({ postgres: postgres! }, 1);
  await feeder.append("ee", [event("s1")]);
  await feeder.close();
  const older = new pg.Client(options.url);
  await older.connect();
  await older.query("alter table chainbreak.people drop column wrapping");
  await older.query("update chainbreak.settings set text = '4' where name = 'form'");
  await expect(rotateShared(folder, options.url)).rejects.toThrow(/last used by an older version/);
  await verifyLog(options, new Map());
  expect(await rotateShared(folder, options.url)).toEqual({ people: 0, inLog: 1, wasCut: false });
  await older.end();
}, 60_000);
