/** Lists of rules over HTTP: from when on an entry counts, for whom, that a replay finds it, and who may what. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { emptyFolder, event, rulesIn, type Watched, watched, watchVersion } from "../../test/kit/watched.ts";
import { verifyFolder } from "./index.ts";

const rules = rulesIn(`
rules: payments
version: 1
lists: { mules: { values: [acct-17], expires: 2024-12-31 }, watched: { values: [] } }
when:
  mule: { all: { payee: { list: mules } }, decide: block }
  known: { all: { person: { list: watched } }, decide: hold }
`);
const version = { ...watchVersion, rules };
const paid = (id: string, payee: string, more: Readonly<Record<string, unknown>> = {}) =>
  event(id, { kind: "transfer", amount: 5, currency: "GBP", payee, ...more });

const put = (service: Watched, list: string, entry: object, who = "ee") =>
  service.ask(who, `/v1/lists/${list}`, { method: "POST", body: JSON.stringify(entry) });
const off = (service: Watched, list: string, entry: number, who = "ee") =>
  service.ask(who, `/v1/lists/${list}/${entry}`, { method: "DELETE" });
const decided = async (service: Watched, value: object, who = "ee") => {
  const { decision, rules: spoke } = JSON.parse((await service.send(who, value)).text);
  return [decision, spoke];
};
const codeOf = async (answer: {
  readonly status: number;
  json(): Promise<{ complaints: { code: string }[] }>;
}) => [answer.status, (await answer.json()).complaints[0]?.code];

test("an entry counts from the next event on, through its last day by the event's time, until it is taken off", async () => {
  const service = watched({ version });
  expect(await decided(service, paid("e1", "acct-5"))).toEqual(["allow", []]);
  const added = await put(service, "mules", { value: "acct-5", expires: "2024-06-30", why: "the police" });
  expect([added.status, await added.json()]).toMatchObject([
    201,
    { entry: 1, value: "acct-5", expires: "2024-06-30", why: "the police", isPast: false },
  ]);
  expect(await decided(service, paid("e2", "acct-5"))).toEqual(["block", ["mule"]]);
  expect(await decided(service, paid("e3", "acct-5", { time: "2024-06-02T23:59:00Z" }))).toEqual([
    "block",
    ["mule"],
  ]);
  expect((await off(service, "mules", 1)).status).toBe(200);
  expect(await decided(service, paid("e4", "acct-5"))).not.toEqual(["block", ["mule"]]);
  expect(await codeOf(await off(service, "mules", 1))).toEqual([404, "watch/no-entry"]);
  const { lists } = await (await service.ask("ee", "/v1/lists")).json();
  expect(lists).toMatchObject([
    {
      name: "mules",
      rules: ["mule"],
      inFile: { count: 1, values: ["acct-17"], expires: "2024-12-31" },
      entries: [],
      changes: [
        { what: "removed", entry: 1, value: "acct-5" },
        { what: "added", entry: 1, value: "acct-5" },
      ],
    },
    { name: "watched", rules: ["known"], inFile: { count: 0 }, entries: [], changes: [] },
  ]);
  await service.close();
});

test("an entry whose last day is over counts for later events no more", async () => {
  let now = Date.UTC(2024, 5, 1);
  const service = watched({ version, now: () => now });
  await put(service, "mules", { value: "acct-5", expires: "2024-06-01" });
  const at = (id: string, time: string) => decided(service, paid(id, "acct-5", { time, person: id }));
  expect((await at("e1", "2024-06-01T23:59:00Z"))[1]).toEqual(["mule"]);
  now = Date.UTC(2024, 5, 2);
  expect((await at("e2", "2024-06-02T00:00:00Z"))[1]).toEqual([]);
  const { lists } = await (await service.ask("ee", "/v1/lists")).json();
  expect(lists[0].entries).toMatchObject([{ value: "acct-5", isPast: true }]);
  // And may be put there anew; that the one that is past is taken off then changes nothing.
  expect((await put(service, "mules", { value: "acct-5" })).status).toBe(201);
  expect((await at("e3", "2024-06-02T00:01:00Z"))[1]).toEqual(["mule"]);
  expect((await off(service, "mules", 1)).status).toBe(200);
  expect((await at("e4", "2024-06-02T00:02:00Z"))[1]).toEqual(["mule"]);
  expect((await off(service, "mules", 2)).status).toBe(200);
  expect((await at("e5", "2024-06-02T00:03:00Z"))[1]).toEqual([]);
  await service.close();
});

test("D20 a replay finds every list as it was: with a state that was kept and without", async () => {
  const folder = emptyFolder();
  const options = { version, basis: "one", stateAfter: { atRest: 1, running: 3 } };
  const service = watched(options, folder);
  const steps: (readonly unknown[])[] = [];
  for (let i = 0; i < 4; i++) {
    steps.push(await decided(service, paid(`a${i}`, "acct-5", { person: `p${i}` })));
    await put(service, "mules", { value: "acct-5" });
    steps.push(await decided(service, paid(`b${i}`, "acct-5", { person: `q${i}` })));
    await off(service, "mules", i + 1);
  }
  expect(steps.map(([, spoke]) => spoke)).toEqual(
    Array(4)
      .fill([[], ["mule"]])
      .flat(),
  );
  await service.close();
  const fromState = watched(options, folder);
  expect(fromState.watch.replayed).toMatchObject({ differ: 0 });
  expect((await decided(fromState, paid("c1", "acct-5")))[1]).toEqual([]);
  await put(fromState, "mules", { value: "acct-5" });
  expect((await decided(fromState, paid("c2", "acct-5")))[1]).toEqual(["mule"]);
  await fromState.close();
  const whole = watched({ version }, folder);
  expect(whole.watch.replayed).toMatchObject({ after: 0, records: 10, compared: 10, differ: 0 });
  expect((await decided(whole, paid("c3", "acct-5")))[1]).toEqual(["mule"]);
  await whole.close();
});

test("D6 what one institution lists decides nothing of another's, and is not told to it, in a shared view too", async () => {
  const service = watched({ version, sharing: { members: ["ee", "monzo"] } });
  await put(service, "mules", { value: "acct-5" });
  await put(service, "mules", { value: "acct-6" });
  expect(await decided(service, paid("m1", "acct-5", { institution: "monzo" }), "monzo")).toEqual([
    "allow",
    [],
  ]);
  const theirs = await (await service.ask("monzo", "/v1/lists")).json();
  expect(JSON.stringify(theirs)).not.toMatch(/acct-[56]/);
  expect(await codeOf(await off(service, "mules", 1, "monzo"))).toEqual([404, "watch/no-entry"]);
  // Their own numbers begin at one: how many others have is not told.
  expect((await (await put(service, "mules", { value: "acct-7" }, "monzo")).json()).entry).toBe(1);
  await service.close();
});

test("D9 erasing somebody makes what stands on lists under their name unreadable, and it decides nothing any more", async () => {
  const service = watched({ version });
  await put(service, "watched", { value: "ann", why: "asked for by ann-at-home" });
  expect((await decided(service, event("e1")))[1]).toEqual(["known"]);
  expect((await service.ask("ee", "/v1/people/ann", { method: "DELETE" })).status).toBe(200);
  const { lists } = await (await service.ask("ee", "/v1/lists")).json();
  expect(JSON.stringify(lists)).not.toContain("ann");
  expect((await decided(service, event("e2")))[1]).toEqual([]);
  await service.close();
  const again = watched({ version }, service.folder);
  expect(JSON.stringify(await (await again.ask("ee", "/v1/lists")).json())).not.toContain("ann");
  expect((await decided(again, event("e3")))[1]).toEqual([]);
  await again.close();
});

test("D9 whoever only stands on a list is erased too, and whoever is put there after they were", async () => {
  const service = watched({ version });
  const erased = async () => {
    const answer = await service.ask("ee", "/v1/people/ann", { method: "DELETE" });
    return [answer.status, (await answer.json()).erased];
  };
  const listed = async () => (await service.ask("ee", "/v1/lists")).text();
  expect(await erased()).toEqual([404, undefined]);
  await put(service, "watched", { value: "ann" });
  expect(await erased()).toEqual([200, 0]);
  expect(await listed()).not.toContain("ann");
  await service.send("ee", event("e1"));
  expect(await erased()).toEqual([200, 1]);
  await put(service, "watched", { value: "ann" });
  await off(service, "watched", 2);
  expect(await listed()).toContain("ann");
  expect(await erased()).toEqual([200, 0]);
  expect(await listed()).not.toContain("ann");
  await service.close();
});

test("D9 what others sent of somebody who is erased counts by the lists as they were when it came", async () => {
  const counting = rulesIn(`
rules: payments
version: 1
lists: { mules: { values: [] } }
windows: { paid: { per: payee, over: 1d, where: { payee: { list: mules } } } }
when: { again: { all: { paid.count: { above: 1 } }, decide: hold } }
`);
  const service = watched({
    version: { ...watchVersion, rules: counting },
    sharing: { members: ["ee", "monzo"] },
  });
  await put(service, "mules", { value: "acct-5" }, "monzo");
  await service.send("ee", event("e1"));
  await service.send("monzo", paid("m1", "acct-5", { institution: "monzo" }));
  await off(service, "mules", 1, "monzo");
  await service.ask("ee", "/v1/people/ann", { method: "DELETE" });
  await put(service, "mules", { value: "acct-5" }, "monzo");
  const next = paid("m2", "acct-5", { institution: "monzo", person: "bob", time: "2024-03-10T09:40:00Z" });
  expect((await decided(service, next, "monzo"))[1]).toEqual(["again"]);
  await service.close();
});

/** So many days after the first, with what is kept for four hundred. */
const on = (days: number, folder: string) =>
  watched({ version, retain: "400 days", now: () => Date.UTC(2024, 5, 1 + days) }, folder);

test("what was taken off, or is long past, goes by age; what stands stays", async () => {
  const begun = on(0, emptyFolder());
  await put(begun, "mules", { value: "off-long-ago" });
  await off(begun, "mules", 1);
  await put(begun, "mules", { value: "past-long-ago", expires: "2024-06-02" });
  await put(begun, "mules", { value: "standing" });
  await begun.send("ee", paid("e1", "acct-1"));
  await begun.close();
  const later = on(390, begun.folder);
  await later.send("ee", paid("e2", "acct-1"));
  await later.close();
  const service = on(410, begun.folder);
  for (let i = 0; i < 3; i++) service.watch.retention.passDue();
  const { lists } = await (await service.ask("ee", "/v1/lists")).json();
  expect(lists[0].entries.map(({ value }: { value: string }) => value)).toEqual(["standing"]);
  expect(JSON.stringify(lists)).not.toContain("long-ago");
  await service.close();
  const again = on(411, begun.folder);
  expect(JSON.stringify(await (await again.ask("ee", "/v1/lists")).json())).not.toContain("long-ago");
  await again.close();
});

test("what goes by age is gone from the disk with it, though no record goes", async () => {
  const begun = on(0, emptyFolder());
  await put(begun, "mules", { value: "off-long-ago" });
  await off(begun, "mules", 1);
  await begun.close();
  const { folder } = begun;
  const file = new DatabaseSync(join(folder, "people.sqlite"), { readOnly: true });
  const [row] = file.prepare("select wrapped from people").all();
  file.close();
  const wrapped = Buffer.from(row?.["wrapped"] as Uint8Array);
  const isThere = () =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(wrapped));
  const later = on(399, folder); // Nothing is old by then, and of what comes nothing is when the entry is.
  await later.send("ee", paid("e1", "acct-1"));
  await later.close();
  expect(isThere()).toBe(true);
  const service = on(410, folder);
  service.watch.retention.passDue();
  expect(isThere()).toBe(false);
  await service.close();
});

test("what cannot be put on a list is refused with the way out", async () => {
  const service = watched({ version });
  const refused = async (list: string, entry: object) => codeOf(await put(service, list, entry));
  const unknown = await put(service, "mulse", { value: "x" });
  expect((await unknown.json()).complaints).toEqual([
    {
      code: "watch/no-list",
      where: "request:list",
      message: "no list of that name in the rules in force",
      help: "there are `mules`, `watched`",
    },
  ]);
  expect(await refused("mules", { value: "x", expires: "2024-05-31" })).toEqual([400, "watch/day-over"]);
  expect(await refused("mules", { value: "x", expires: "2024-13-31" })).toEqual([400, "watch/wrong-shape"]);
  expect(await refused("mules", { value: " " })).toEqual([400, "watch/wrong-shape"]);
  expect(await refused("mules", { value: "x", until: 3 })).toEqual([400, "watch/wrong-shape"]);
  expect(await refused("mules", { value: "acct-17" })).toEqual([409, "watch/listed-already"]);
  await put(service, "mules", { value: "x" });
  expect(await refused("mules", { value: "x" })).toEqual([409, "watch/listed-already"]);
  await service.close();
});

test("whoever may look sees what the institution has put there, and neither what the file says nor may change it", async () => {
  const first = watched({ version });
  await put(first, "mules", { value: "acct-5" });
  await first.close();
  const service = watched({ version, may: ["look"] }, first.folder);
  const { lists } = await (await service.ask("ee", "/v1/lists")).json();
  expect([lists[0].entries[0].value, lists[0].inFile]).toEqual([
    "acct-5",
    { count: 1, expires: "2024-12-31" },
  ]);
  expect(await codeOf(await put(service, "mules", { value: "x" }))).toEqual([403, "watch/may-not"]);
  expect(await codeOf(await off(service, "mules", 1))).toEqual([403, "watch/may-not"]);
  await service.close();
});

test("a key that may not read the rules learns nothing of what stands in their file by putting it on a list", async () => {
  const service = watched({ version, may: ["look", "lists"] });
  expect([
    (await put(service, "mules", { value: "acct-17" })).status,
    (await put(service, "mules", { value: "acct-18" })).status,
  ]).toEqual([201, 201]);
  await service.close();
});

test("a log of lists that was changed from outside is refused at the start, and nothing of it lies there in clear", async () => {
  const service = watched({ version });
  await put(service, "mules", { value: "acct-secret-5" });
  await put(service, "mules", { value: "acct-6" });
  await service.close();
  const file = new DatabaseSync(join(service.folder, "journal.sqlite"));
  const rows = file.prepare("select * from list_changes").all();
  expect(Buffer.concat(rows.map(({ sealed }) => sealed as Uint8Array)).includes("acct-secret-5")).toBe(false);
  file.exec("delete from list_changes where entry = 1");
  file.close();
  expect(() => watched({ version }, service.folder)).toThrow(/lists was changed from outside/);
});

test("a row of the lists that was changed from outside is found by verify", async () => {
  const folder = emptyFolder();
  const service = watched({ version }, folder);
  await put(service, "mules", { value: "acct-5" });
  await put(service, "mules", { value: "acct-6" });
  await service.close();
  expect(verifyFolder(folder).changes).toEqual({ lists: 2, rules: 0 });
  const file = new DatabaseSync(join(folder, "journal.sqlite"));
  file.exec("delete from list_changes where id = 1");
  file.close();
  expect(verifyFolder(folder).changes).toEqual({
    ...{ lists: 0, rules: 0, broken: { what: "lists", change: 1 } },
  });
});
