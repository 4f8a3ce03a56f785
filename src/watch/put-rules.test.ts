/** Rules put in force while the service runs: from when on they count, what stays, that a replay finds them, and who may what. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { emptyFolder, event, rulesIn, type Watched, watched, watchVersion } from "../../test/kit/watched.ts";
import { replayFolder, verifyFolder } from "./index.ts";

const text = (version: number, { above = 100, rest = "" } = {}) => `
rules: payments
version: ${version}
windows: { paid: { per: person, over: 1h, where: { group: pay } } }
when:
  large: { all: { amount: { above: ${above} } }, decide: hold }
  many: { all: { paid.count: { above: 2 } }, decide: block }
${rest}`;
const version = { ...watchVersion, rules: rulesIn(text(1)) };
const paid = (id: string, amount: number, more: Readonly<Record<string, unknown>> = {}) =>
  event(id, { kind: "transfer", amount, currency: "GBP", payee: "acct-1", ...more });
const yaml = { "Content-Type": "application/yaml" };
const put = (service: Watched, body: string, over = "") =>
  service.ask("ee", `/v1/rules${over}`, { method: "PUT", body, headers: yaml });
const mode = (service: Watched, rule: string, body: object) =>
  service.ask("ee", `/v1/rules/${rule}`, { method: "PATCH", body: JSON.stringify(body) });
const restore = (service: Watched, number: number) =>
  service.ask("ee", "/v1/rules/restore", { method: "POST", body: JSON.stringify({ number }) });
const spoke = async (service: Watched, value: object) =>
  JSON.parse((await service.send("ee", value)).text).rules;
const codeOf = async (answer: {
  readonly status: number;
  json(): Promise<{ complaints: { code: string }[] }>;
}) => [answer.status, (await answer.json()).complaints[0]?.code];

test("rules put in force count from the next event on, and a window that stays goes on counting", async () => {
  const service = watched({ version });
  expect(await spoke(service, paid("e1", 50))).toEqual([]);
  const answer = await put(service, text(2, { above: 40 }));
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    {
      number: 1,
      sets: [{ id: "payments", version: 2 }],
      differ: { changed: ["large"], added: [], removed: [] },
    },
  ]);
  expect(await spoke(service, paid("e2", 50))).toEqual(["large"]);
  // The third within the hour, of which the first came under the rules before.
  expect(await spoke(service, paid("e3", 5))).toEqual(["many"]);
  const told = await (await service.ask("ee", "/v1/rules")).json();
  expect([told.number, told.decisions, told.rules[0].spoke]).toEqual([1, 2, 1]);
  await service.close();
});

test("a rule is put in shadow, on for some percent and off, and a version from before is restored", async () => {
  const service = watched({ version });
  const shadow = await mode(service, "large", { mode: "shadow" });
  expect(await shadow.json()).toMatchObject({ number: 1, differ: { changed: ["large"] } });
  const answer = JSON.parse((await service.send("ee", paid("e1", 500))).text);
  expect([answer.rules, answer.shadow]).toEqual([[], [{ rule: "large", decision: "hold" }]]);
  await mode(service, "large", { mode: "on", percent: 0 });
  expect(JSON.parse((await service.send("ee", paid("e2", 500, { person: "bob" }))).text).shadow).toHaveLength(
    1,
  );
  await mode(service, "large", { mode: "off" });
  const off = JSON.parse((await service.send("ee", paid("e3", 500, { person: "cho" }))).text);
  expect([off.rules, off.shadow]).toEqual([[], undefined]);
  expect(await (await restore(service, 0)).json()).toMatchObject({
    number: 4,
    differ: { changed: ["large"] },
  });
  expect(await spoke(service, paid("e4", 500, { person: "dee" }))).toEqual(["large"]);
  expect(await (await service.ask("ee", "/v1/rules")).json()).toMatchObject({
    number: 4,
    isSameVersion: false,
  });
  const { versions } = await (await service.ask("ee", "/v1/rules/versions")).json();
  expect(
    versions.map(({ number, what, of, isInForce }: Record<string, unknown>) => [number, what, of, isInForce]),
  ).toEqual([
    [4, "restored", 0, true],
    [3, "mode", undefined, false],
    [2, "mode", undefined, false],
    [1, "mode", undefined, false],
    [0, "start", undefined, false],
  ]);
  const second = await (await service.ask("ee", "/v1/rules/versions/2")).json();
  expect(second).toMatchObject({ version: { number: 2 }, modes: { large: { mode: "on", percent: 0 } } });
  // The text that was put stays what it was, and is told as it was put.
  await put(service, text(5));
  await mode(service, "many", { mode: "shadow" });
  expect((await (await service.ask("ee", "/v1/rules/versions/6")).json()).text).toBe(text(5));
  await service.close();
});

test("D20 a start, a replay and a copy find each decision under the rules it was made by", async () => {
  const folder = emptyFolder();
  const first = watched({ version }, folder);
  await first.send("ee", paid("e1", 50));
  await put(first, text(2, { above: 40 }));
  await first.send("ee", [paid("e2", 50), paid("e3", 5)]);
  await mode(first, "many", { mode: "off" });
  await first.send("ee", paid("e4", 5));
  await first.close();
  expect(replayFolder(folder, { version, mappings: [] })).toMatchObject({ records: 4, differ: 0 });
  const second = watched({ version }, folder);
  expect([second.watch.replayed.differ, second.watch.rulesOver]).toEqual([0, { kind: "file", number: 2 }]);
  expect(await spoke(second, paid("e5", 50))).toEqual(["large"]);
  await second.close();
  expect(verifyFolder(folder).changes).toEqual({ lists: 0, rules: 2 });
});

test("D20 a kept state is gone on from under the rules that were put since", async () => {
  const folder = emptyFolder();
  const kept = { version, basis: "tried", stateAfter: { atRest: 1, running: 100 } };
  const first = watched(kept, folder);
  await first.send("ee", [paid("e1", 5), paid("e2", 5)]);
  await first.close();
  const second = watched(kept, folder);
  await put(second, text(2, { above: 40 }));
  expect(await spoke(second, paid("e3", 50))).toEqual(["large", "many"]);
  await second.close();
  const third = watched(kept, folder);
  expect([third.watch.noState, third.watch.replayed.differ]).toEqual([undefined, 0]);
  expect(await spoke(third, paid("e4", 50))).toEqual(["large", "many"]);
  await third.close();
});

test("the same again makes no version; another text under one version, and over another version, are refused", async () => {
  const service = watched({ version });
  expect(await (await put(service, text(1))).json()).toMatchObject({ number: 0, differ: { changed: [] } });
  expect(await codeOf(await put(service, text(1, { above: 7 })))).toEqual([409, "watch/same-version"]);
  expect((await put(service, text(2, { above: 7 }), "?over=0")).status).toBe(200);
  expect(await codeOf(await put(service, text(3, { above: 9 }), "?over=0"))).toEqual([
    409,
    "watch/other-rules",
  ]);
  expect(await codeOf(await put(service, text(3), "?over=x"))).toEqual([400, "watch/wrong-shape"]);
  expect(await codeOf(await put(service, text(3), "?under=1"))).toEqual([400, "watch/unknown-parameter"]);
  expect(await codeOf(await mode(service, "none", { mode: "off" }))).toEqual([404, "watch/no-rule"]);
  expect(await codeOf(await mode(service, "large", { mode: "of" }))).toEqual([400, "watch/wrong-shape"]);
  expect(await codeOf(await restore(service, 9))).toEqual([404, "watch/no-version"]);
  expect(
    await codeOf(
      await put(service, "rules: r\nversion: 1\nwhen: { a: { all: { amont: 3 }, decide: hold } }"),
    ),
  ).toEqual([400, "rules/unknown-word"]);
  expect((await (await service.ask("ee", "/v1/rules")).json()).number).toBe(1);
  await service.close();
});

test("whoever may see rules may not put them, and whoever may only look is told no version", async () => {
  const seeing = watched({ version, may: ["look", "rules"] });
  expect(await codeOf(await put(seeing, text(2)))).toEqual([403, "watch/may-not"]);
  expect((await seeing.ask("ee", "/v1/rules/versions")).status).toBe(200);
  await seeing.close();
  const looking = watched({ version, may: ["look", "put-rules"] });
  expect((await looking.ask("ee", "/v1/rules/versions")).status).toBe(403);
  expect((await looking.ask("ee", "/v1/rules/versions/0")).status).toBe(403);
  await looking.close();
});

test("D9 of whoever is erased no version from before can be read; one in force that names them is said", async () => {
  const folder = emptyFolder();
  const naming = (number: number) =>
    text(number, { rest: "  known: { all: { person: ann }, decide: hold }" });
  const service = watched({ version }, folder);
  await put(service, naming(2));
  expect(await spoke(service, event("e1"))).toEqual(["known"]);
  await service.send("ee", event("e2", { person: "bob" }));
  const erased = await (await service.ask("ee", "/v1/people/ann", { method: "DELETE" })).json();
  expect(erased).toEqual({ erased: 1, isInRules: true });
  await put(service, text(3));
  const again = await (await service.ask("ee", "/v1/people/ann", { method: "DELETE" })).json();
  expect(again).toEqual({ erased: 0 });
  expect(await codeOf(await service.ask("ee", "/v1/rules/versions/1"))).toEqual([404, "watch/no-version"]);
  expect(await codeOf(await restore(service, 1))).toEqual([404, "watch/no-version"]);
  await service.close();
  for (const name of readdirSync(folder))
    if (name !== "detect.yaml") expect(readFileSync(join(folder, name)).includes("ann")).toBe(false);
  const next = watched({ version }, folder);
  expect(next.watch.replayed).toMatchObject({ differ: 0, erased: 1 });
  await next.close();
});

test("a row of what was put that was changed from outside is found by verify, and a start on it is refused", async () => {
  const folder = emptyFolder();
  const service = watched({ version }, folder);
  await put(service, text(2, { above: 7 }));
  await put(service, text(3, { above: 8 }));
  await service.close();
  const file = new DatabaseSync(join(folder, "journal.sqlite"));
  file.exec("update rules_put set after = 5 where number = 2");
  file.close();
  expect(verifyFolder(folder).changes).toEqual({ lists: 0, rules: 1, broken: { what: "rules", change: 2 } });
  expect(() => watched({ version }, folder)).toThrow(/log of what rules were put in force/);
});
