/** What is kept of rules that were put: what a start, another version of chainbreak, a copy and whoever is erased find of them. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { emptyFolder, event, rulesIn, type Watched, watched, watchVersion } from "../../test/kit/watched.ts";
import { backUpFolder, replayFolder, restoreFolder } from "./index.ts";

interface Written {
  readonly above?: number;
  readonly windows?: string;
  readonly rest?: string;
}
const paidWindow = "paid: { per: person, over: 24h, where: { group: pay } }";
const text = (version: number, { above = 100, windows = paidWindow, rest }: Written = {}) => `
rules: payments
version: ${version}
windows: { ${windows} }
when:
  large: { all: { amount: { above: ${above} } }, decide: hold, quiet: 30m }
${rest ?? "  many: { all: { paid.count: { above: 2 } }, decide: block }"}
`;
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
const erase = (service: Watched, person: string) =>
  service.ask("ee", `/v1/people/${person}`, { method: "DELETE" });
const list = (service: Watched, value: string) =>
  service.ask("ee", "/v1/lists/mules", { method: "POST", body: JSON.stringify({ value }) });
const fileOf = (folder: string) => join(folder, "journal.sqlite");
function formOf(folder: string): unknown {
  const file = new DatabaseSync(fileOf(folder));
  try {
    return file.prepare("pragma user_version").get()?.["user_version"];
  } finally {
    file.close();
  }
}

test("a journal that holds rules that were put is opened by no version that would decide by the file of its start", async () => {
  const folder = emptyFolder();
  const first = watched({ version }, folder);
  await first.send("ee", paid("e1", 5));
  // Until then the version before reads all there is.
  expect(formOf(folder)).toBe(3);
  await put(first, text(2, { above: 7 }));
  expect(formOf(folder)).toBe(4);
  await first.close();
  // One in which they stand already is brought up at the next start.
  const file = new DatabaseSync(fileOf(folder));
  file.exec("pragma user_version = 3");
  file.close();
  const second = watched({ version }, folder);
  expect([second.watch.rulesOver.kind, formOf(folder)]).toEqual(["file", 4]);
  await second.close();
});

test("D20 rules put, windows taken out and put in again, stopped and started in between: what a replay of all of it gives", async () => {
  const folder = emptyFolder();
  const kept = { version, basis: "tried", stateAfter: { atRest: 1, running: 2 } };
  const no = text(3, { windows: "", rest: "" });
  const narrow = text(5, { windows: paidWindow.replace("24h", "2h") });
  const acts: readonly ((service: Watched) => Promise<unknown>)[] = [
    (service) => put(service, text(2, { above: 40 })),
    (service) => put(service, no),
    (service) => mode(service, "large", { mode: "on", percent: 50 }),
    (service) => put(service, text(4)),
    (service) => mode(service, "many", { mode: "shadow" }),
    (service) => put(service, narrow),
    (service) => restore(service, 4),
    (service) => restore(service, 0),
  ];
  const people = ["ann", "bob", "cho", "dee"];
  let sent = 0;
  const some = (service: Watched) => {
    const events = people.map((person) => {
      sent += 1;
      const time = new Date(Date.UTC(2024, 2, 10, 9, sent * 7)).toISOString();
      return paid(`e${sent}`, 10 * (sent % 9), { person, time });
    });
    return service.send("ee", events);
  };
  const answers: string[] = [];
  for (const act of acts) {
    const service = watched(kept, folder);
    expect(service.watch.replayed.differ).toBe(0);
    answers.push((await some(service)).text);
    await act(service);
    answers.push((await some(service)).text);
    await service.close();
  }
  expect(replayFolder(folder, { version, mappings: [] })).toMatchObject({ records: sent, differ: 0 });
  // And what comes next is decided alike, whether gone on from what was kept or made from the first record.
  const other = emptyFolder();
  for (const name of ["journal.sqlite", "people.sqlite", "secret.key"])
    cpSync(join(folder, name), join(other, name));
  const next = sent;
  const goneOn = watched(kept, folder);
  expect(goneOn.watch.noState).toBeUndefined();
  const a = await some(goneOn);
  sent = next;
  const anew = watched({ version }, other);
  expect((await some(anew)).text).toBe(a.text);
  expect(new Set(answers.join().match(/"rules":\[[^\]]*\]/g)).size).toBeGreaterThan(2);
  await goneOn.close();
  await anew.close();
});

test("D9 whoever is erased goes from lists and from versions before alike, remarks in them included", async () => {
  const folder = emptyFolder();
  const naming = text(2, { rest: "  known: { all: { payee: { list: mules } }, decide: hold }" });
  const service = watched({ version }, folder);
  await put(service, `${naming}lists: { mules: { values: [acct-9, ann] } }\n`);
  expect((await list(service, "bob")).status).toBe(201);
  expect((await list(service, "cho")).status).toBe(201);
  await put(service, `${text(3)}# asked for by bob, through another channel\n`);
  await put(service, text(4));
  const readable = async () =>
    (await (await service.ask("ee", "/v1/rules/versions")).json()).versions
      .filter(({ isReadable }: { isReadable: boolean }) => isReadable)
      .map(({ number }: { number: number }) => number);
  expect(await readable()).toEqual([3, 2, 1, 0]);
  // On a list, in a remark of version 2, and in nothing that was sent.
  expect(await (await erase(service, "bob")).json()).toEqual({ erased: 0 });
  expect(await readable()).toEqual([3, 1, 0]);
  // A word that is only part of another names nobody.
  expect((await erase(service, "chan")).status).toBe(404);
  expect(await (await erase(service, "ann")).json()).toEqual({ erased: 0 });
  expect(await readable()).toEqual([3, 0]);
  await service.close();
});

test("D9 whom the file of the start names is told as named, and what says nothing of them stays", async () => {
  const rules = rulesIn(text(1, { rest: "  known: { all: { person: ann }, decide: hold }" }));
  const service = watched({ version: { ...watchVersion, rules } });
  await mode(service, "large", { mode: "shadow" });
  await put(service, text(2));
  // By nothing but the file that `restore` with 0 brings back.
  expect(await (await erase(service, "ann")).json()).toEqual({ erased: 0, isInRules: true });
  expect((await service.ask("ee", "/v1/rules/versions/1")).status).toBe(200);
  expect((await restore(service, 1)).status).toBe(200);
  await service.close();
});

test("of an older copy whose rules nobody can read any more, the file of the start counts, and that is said and kept", async () => {
  const [folder, copy, restored] = [emptyFolder(), join(emptyFolder(), "copy"), emptyFolder()];
  const first = watched({ version }, folder);
  await put(first, text(2, { above: 7, rest: "  known: { all: { person: ann }, decide: hold }" }));
  await first.send("ee", paid("e1", 50, { person: "bob" }));
  await backUpFolder(folder, copy, true);
  await put(first, text(3));
  expect(await (await erase(first, "ann")).json()).toEqual({ erased: 0 });
  await first.close();
  for (const name of ["people.sqlite", "secret.key"]) cpSync(join(folder, name), join(restored, name));
  cpSync(join(folder, "people.sqlite"), join(copy, "people.sqlite"));
  restoreFolder(copy, restored, undefined);
  // Nothing stands in their place: it would be decided by none.
  expect(() => watched({ version: watchVersion }, restored)).toThrow(/cannot be read any more/);
  expect(() => replayFolder(restored, { version: watchVersion, mappings: [] })).toThrow(/any more/);
  expect(replayFolder(restored, { version, mappings: [] })).toMatchObject({ records: 1, differ: 1 });
  const second = watched({ version }, restored);
  expect([second.watch.rulesLost, second.watch.rulesOver.kind]).toEqual([1, "none"]);
  const { versions } = await (await second.ask("ee", "/v1/rules/versions")).json();
  expect(versions).toMatchObject([
    { number: 2, what: "restored", of: 0, isInForce: true },
    { number: 1, isReadable: false },
    { number: 0 },
  ]);
  expect(versions[0].institution).toBeUndefined();
  const answer = JSON.parse((await second.send("ee", paid("e2", 500))).text);
  expect(answer.rules).toEqual(["large"]);
  await second.close();
  const third = watched({ version }, restored);
  expect([third.watch.rulesLost, third.watch.rulesOver.kind]).toEqual([undefined, "none"]);
  await third.close();
  // The record from before is judged by what can be read; the one since as it was.
  expect(replayFolder(restored, { version, mappings: [] })).toMatchObject({ records: 2, differ: 1 });
});

test("a rule that is on for some stays so for some, whatever mode it is set to; for all is said", async () => {
  const rules = rulesIn(text(1).replace("quiet: 30m", "percent: 10"));
  const service = watched({ version: { ...watchVersion, rules } });
  const stands = async () => {
    const [large] = (await (await service.ask("ee", "/v1/rules")).json()).rules;
    return [large.mode, large.percent];
  };
  expect(await (await mode(service, "large", { mode: "on" })).json()).toMatchObject({ number: 0 });
  for (const each of ["shadow", "on", "off", "on"]) {
    await mode(service, "large", { mode: each });
    expect(await stands()).toEqual([each, 10]);
  }
  await mode(service, "large", { mode: "on", percent: 100 });
  expect(await stands()).toEqual(["on", 100]);
  await service.close();
});

test("two at once, one without its answer, one too large: one version each, and none that nobody was told", async () => {
  const service = watched({ version });
  const [a, b] = await Promise.all([
    put(service, text(2, { above: 7 }), "?over=0"),
    put(service, text(2, { above: 8 }), "?over=0"),
  ]);
  expect([a.status, b.status].sort()).toEqual([200, 409]);
  const put2 = a.status === 200 ? text(2, { above: 7 }) : text(2, { above: 8 });
  // As whoever was cut off before the answer asks again.
  expect(await (await put(service, put2, "?over=0")).json()).toMatchObject({
    number: 1,
    differ: { changed: [] },
  });
  expect((await mode(service, "large", { mode: "off" })).status).toBe(200);
  const again = await service.ask("ee", "/v1/rules/large?over=1", {
    method: "PATCH",
    body: JSON.stringify({ mode: "off" }),
  });
  expect(await again.json()).toMatchObject({ number: 2 });
  expect((await put(service, put2, "?over=1")).status).toBe(409);
  const large = await put(service, `${text(3)}# ${"x".repeat(10_000_000)}`);
  expect([large.status, (await large.json()).complaints[0].code]).toEqual([413, "watch/too-large"]);
  expect((await (await service.ask("ee", "/v1/rules")).json()).number).toBe(2);
  await service.close();
});

test("a service that is stopping changes neither rules nor lists, and says so", async () => {
  const rules = rulesIn(`${text(1)}lists: { mules: { values: [acct-9] } }\n`);
  const service = watched({ version: { ...watchVersion, rules } });
  expect((await list(service, "acct-1")).status).toBe(201);
  const closing = service.close();
  const off = service.ask("ee", "/v1/lists/mules/1", { method: "DELETE" });
  const answers = await Promise.all([
    put(service, text(2)),
    mode(service, "large", { mode: "off" }),
    list(service, "acct-2"),
    off,
  ]);
  for (const answer of answers)
    expect([answer.status, (await answer.json()).complaints[0].code]).toEqual([503, "watch/stopping"]);
  await closing;
});

test("a start says what stands over the file it was given: another file, modes alone, or nothing after a restore", async () => {
  const folder = emptyFolder();
  const over = async (act: (service: Watched) => Promise<unknown>) => {
    const service = watched({ version }, folder);
    await act(service);
    await service.close();
    const next = watched({ version }, folder);
    await next.close();
    return next.watch.rulesOver;
  };
  expect(await over((service) => mode(service, "large", { mode: "off" }))).toEqual({
    kind: "modes",
    number: 1,
  });
  expect(await over((service) => put(service, text(2)))).toEqual({ kind: "file", number: 2 });
  expect(await over((service) => restore(service, 0))).toEqual({ kind: "none" });
});

test("D21 a version goes by age with the last record that was decided under it, on a clock that was set back too", async () => {
  const folder = emptyFolder();
  const on = (year: number, month = 5) =>
    watched({ version, retain: "30 days", now: () => Date.UTC(year, month, 1) }, folder);
  const ahead = on(2029);
  await ahead.send("ee", paid("e1", 50));
  await ahead.close();
  const back = on(2024);
  await put(back, text(2, { above: 10 }));
  await back.send("ee", paid("e2", 50));
  await put(back, text(3));
  await back.close();
  const readable = async (service: Watched) => {
    for (let i = 0; i < 4; i += 1) service.watch.retention.passDue();
    const { versions } = await (await service.ask("ee", "/v1/rules/versions")).json();
    return versions.map(({ isReadable }: { isReadable: boolean }) => isReadable);
  };
  // Received, as it stands there, in 2029: it is not old, and neither is what it was decided under.
  const later = on(2027);
  expect(await readable(later)).toEqual([true, true, true]);
  await later.close();
  expect(replayFolder(folder, { version, mappings: [] }).differ).toBe(0);
  const since = on(2029, 9);
  await since.send("ee", paid("e3", 50));
  await since.close();
  const last = on(2029, 9);
  expect(await readable(last)).toEqual([true, false, true]);
  await last.close();
});
