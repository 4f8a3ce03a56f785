/** The operator's rules over HTTP: which are in force, how often each spoke, and a changed file that is put nowhere. */
import { expect, test } from "vitest";
import { emptyFolder, event, rulesIn, watched, watchVersion } from "../../test/kit/watched.ts";

const text = (version: number, above = 100, mode = "on") => `
rules: payments
version: ${version}
lists: { mules: { values: [acct-17] } }
windows: { paid: { per: person, over: 1h, where: { group: pay } } }
when:
  large: { all: { amount: { above: ${above} } }, decide: hold, mode: ${mode} }
  mule: { all: { payee: { list: mules } }, decide: block, mode: shadow }
  many: { any: [{ paid.count: { above: 3 } }], decide: step-up }
`;
const withRules = (written: string) => ({ version: { ...watchVersion, rules: rulesIn(written) } });
const paid = (id: string, more: Readonly<Record<string, unknown>>) =>
  event(id, { kind: "transfer", currency: "GBP", payee: "acct-1", ...more });

test("each rule says how often it spoke at the institution that asks, and how often it would have", async () => {
  const service = watched(withRules(text(1)));
  await service.send("ee", [paid("e1", { amount: 500, payee: "acct-17" }), paid("e2", { amount: 5 })]);
  await service.send("monzo", paid("m1", { amount: 900, institution: "monzo" }));
  const told = await (await service.ask("ee", "/v1/rules")).json();
  expect(told).toMatchObject({
    sets: [{ id: "payments", version: 1 }],
    from: "2024-06-01T00:00:00.000Z",
    isSameVersion: false,
    decisions: 2,
    before: [],
  });
  expect(
    told.rules.map(({ id, mode, decide, spoke, inShadow }: Record<string, unknown>) => [
      ...[id, mode, decide, spoke, inShadow],
    ]),
  ).toEqual([
    ["large", "on", "hold", 1, 0],
    ["mule", "shadow", "block", 0, 1],
    ["many", "on", "step-up", 0, 0],
  ]);
  expect(told.rules[1].all).toEqual([{ of: "payee", list: "mules" }]);
  expect(told.windows).toEqual([
    { name: "paid", per: "person", minutes: 60, distinct: "payee", where: [{ of: "group", is: ["pay"] }] },
  ]);
  await service.close();
});

test("what the rules say is told to keys that may see it; whoever may only look sees which there are", async () => {
  const service = watched({ ...withRules(text(1)), may: ["look"] });
  const answer = await (await service.ask("ee", "/v1/rules")).json();
  expect(JSON.stringify(answer)).not.toMatch(/amount|mules|acct-17|"windows"|"all"/);
  expect(answer.rules.map(({ id }: { id: string }) => id)).toEqual(["large", "mule", "many"]);
  const tried = await service.ask("ee", "/v1/rules/try", { method: "POST", body: text(2) });
  expect([tried.status, (await tried.json()).complaints[0].code]).toEqual([403, "watch/may-not"]);
  await service.close();
});

test("versions follow one another with their days, and another text under the same version is told", async () => {
  const folder = emptyFolder();
  const on = (day: number, written: string | undefined) =>
    watched(
      { ...(written === undefined ? {} : withRules(written)), now: () => Date.UTC(2024, 5, day) },
      folder,
    );
  await on(1, undefined).close();
  const first = on(2, text(1));
  await first.send("ee", paid("e1", { amount: 500 }));
  await first.close();
  await on(3, text(1)).close(); // The same again is no other.
  const second = on(4, text(2, 50));
  const told = await (await second.ask("ee", "/v1/rules")).json();
  // What an older version spoke is not this one's.
  expect([told.decisions, told.rules[0].spoke, told.isSameVersion]).toEqual([0, 0, false]);
  expect(told.before).toEqual([
    {
      sets: [{ id: "payments", version: 1 }],
      from: "2024-06-02T00:00:00.000Z",
      until: "2024-06-04T00:00:00.000Z",
    },
    { sets: [], from: "2024-06-01T00:00:00.000Z", until: "2024-06-02T00:00:00.000Z" },
  ]);
  await second.close();
  const third = on(5, text(2, 70));
  expect(await (await third.ask("ee", "/v1/rules")).json()).toMatchObject({ isSameVersion: true });
  await third.close();
});

test("without rules there are none, and nothing is counted", async () => {
  const service = watched();
  await service.send("ee", event("e1"));
  expect(await (await service.ask("ee", "/v1/rules")).json()).toMatchObject({
    sets: [],
    rules: [],
    decisions: 0,
  });
  await service.close();
});

const yaml = { "Content-Type": "application/yaml" };

test("a changed file is read and compared with what is in force, and decides nothing", async () => {
  const service = watched(withRules(text(1)));
  const changed = text(2, 50).replace("  many:", "  few:");
  const tried = await service.ask("ee", "/v1/rules/try", { method: "POST", body: changed, headers: yaml });
  expect(await tried.json()).toMatchObject({
    sets: [{ id: "payments", version: 2 }],
    rules: [{ id: "large", all: [{ of: "amount", above: 50 }] }, { id: "mule" }, { id: "few" }],
    differ: { added: ["few"], removed: ["many"], changed: ["large"], isVersionRaised: true },
  });
  const same = await service.ask("ee", "/v1/rules/try", { method: "POST", body: text(1), headers: yaml });
  expect((await same.json()).differ).toEqual({
    ...{ added: [], removed: [], changed: [], isElseOtherwise: false, isVersionRaised: true },
  });
  const quiet = await service.ask("ee", "/v1/rules/try", {
    method: "POST",
    body: text(1, 50),
    headers: yaml,
  });
  expect((await quiet.json()).differ).toMatchObject({ changed: ["large"], isVersionRaised: false });
  await service.send("ee", paid("e1", { amount: 70 }));
  const told = await (await service.ask("ee", "/v1/rules")).json();
  expect([told.sets[0].version, told.rules[0].spoke]).toEqual([1, 0]);
  await service.close();
});

test.each([
  [
    "a fault",
    "rules: r\nversion: 1\nwhen: { a: { all: { amont: 3 }, decide: hold } }",
    400,
    "rules/unknown-word",
  ],
  ["no YAML", "{", 400, "yaml/syntax"],
  ["a mapping", "mapping: m\nwords: {}", 400, "shape/missing-key"],
  ["nothing", "", 400, "shape/wrong-type"],
  ["too large", `#${"x".repeat(600_000)}`, 413, "watch/too-large"],
])("a file that cannot be tried is complained of at its place: %s", async (_, body, status, code) => {
  const service = watched();
  const answer = await service.ask("ee", "/v1/rules/try", { method: "POST", body, headers: yaml });
  const { complaints } = await answer.json();
  expect([answer.status, complaints[0].code]).toEqual([status, code]);
  if (status === 400) expect(complaints[0].where).toMatch(/^rules\.yaml:\d+:\d+$/);
  await service.close();
});

test("what does not say that it is YAML is refused", async () => {
  const service = watched();
  const answer = await service.ask("ee", "/v1/rules/try", { method: "POST", body: text(1) });
  expect([answer.status, (await answer.json()).complaints[0].code]).toEqual([415, "watch/not-yaml"]);
  await service.close();
});
