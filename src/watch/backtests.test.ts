/** Comparisons of rules over HTTP: what differs, whose records they are of, that they are limited and can be stopped. */
import { expect, test } from "vitest";
import { event, rulesIn, type Watched, watched, watchVersion } from "../../test/kit/watched.ts";
import { looksIn } from "./index.ts";

const yaml = { "Content-Type": "application/yaml" };
const above = (sum: number, version = 1) =>
  `rules: payments\nversion: ${version}\nwhen: { large: { all: { amount: { above: ${sum} } }, decide: hold } }`;
const paid = (id: string, amount: number, more: Readonly<Record<string, unknown>> = {}) =>
  event(id, { kind: "transfer", amount, currency: "GBP", payee: "acct-1", ...more });

const begin = (service: Watched, body: string, who = "ee") =>
  service.ask(who, "/v1/backtests", { method: "POST", body, headers: yaml });

async function over(service: Watched, id: number, who = "ee") {
  for (;;) {
    const told = await (await service.ask(who, `/v1/backtests/${id}`)).json();
    if (told.state !== "running") return told;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("it says which decisions come out otherwise, what money they move and what they ask of people; nothing changes", async () => {
  const service = watched({ version: { ...watchVersion, rules: rulesIn(above(100)) } });
  await service.send("ee", [
    paid("e1", 500),
    paid("e2", 70, { person: "bob" }),
    paid("e3", 5, { person: "cid" }),
  ]);
  const begun = await begin(service, above(50, 2));
  expect(begun.status).toBe(202);
  expect(begun.headers.get("location")).toBe("/v1/backtests/1");
  const { began: _, ...told } = await over(service, (await begun.json()).id);
  expect(told).toEqual({
    id: 1,
    sets: [{ id: "payments", version: 2 }],
    against: [{ id: "payments", version: 1 }],
    state: "done",
    done: 3,
    total: 3,
    told: {
      events: 3,
      differ: 1,
      changes: { "allow → hold": { events: 1, people: 1, money: { GBP: 70 } } },
      touched: { before: 1, after: 2 },
      friction: {
        before: { people: 1, "step-up": 0, hold: 1, block: 0 },
        after: { people: 2, "step-up": 0, hold: 2, block: 0 },
      },
      examples: [{ event: "e2", record: 2, person: "bob", before: "allow", after: "hold", rules: ["large"] }],
      erased: 0,
      leftOut: 0,
      answeredOtherwise: 0,
    },
  });
  // What was answered stands, and the same is answered as before.
  expect(JSON.parse((await service.send("ee", paid("e4", 70, { person: "dan" }))).text).rules).toEqual([]);
  // Whoever is erased is in the examples no more.
  await service.ask("ee", "/v1/people/bob", { method: "DELETE" });
  const examples = async () => (await (await service.ask("ee", "/v1/backtests/1")).json()).told.examples;
  expect(await examples()).toEqual([]);
  await service.send("ee", paid("e5", 5, { person: "bob" })); // Somebody of that name, met anew.
  expect(await examples()).toEqual([]);
  await service.close();
  expect(looksIn(service.folder).filter(({ what }) => what === "backtest").length).toBe(1);
});

test("a rule set in shadow decides nothing in what is compared with, and what is put while it runs changes it no more", async () => {
  const service = watched({ version: { ...watchVersion, rules: rulesIn(above(100)) } });
  await service.send("ee", [paid("e1", 500), paid("e2", 70, { person: "bob" })]);
  const body = JSON.stringify({ mode: "shadow" });
  expect((await service.ask("ee", "/v1/rules/large", { method: "PATCH", body })).status).toBe(200);
  await service.send("ee", paid("e3", 500, { person: "cid" }));
  const begun = await begin(service, above(100, 2));
  const headers = { "Content-Type": "application/yaml" };
  expect((await service.ask("ee", "/v1/rules", { method: "PUT", body: above(1, 3), headers })).status).toBe(
    200,
  );
  const { against, told } = await over(service, (await begun.json()).id);
  expect(against).toEqual([{ id: "payments", version: 1 }]);
  expect(told).toMatchObject({
    differ: 2,
    changes: { "allow → hold": { events: 2, people: 2 } },
    answeredOtherwise: 1, // The first was answered before it was in shadow.
  });
  await service.close();
});

test("whoever looks at what names people is noted, whoever began it; of one that names nobody nothing is", async () => {
  let now = Date.UTC(2024, 5, 1);
  const service = watched({ now: () => now });
  const later = () => {
    now += 3_600_000;
  };
  const looks = () => looksIn(service.folder).filter(({ what }) => what === "backtest").length;
  await service.send("ee", paid("e1", 500));
  await begin(service, above(100));
  await over(service, 1);
  later();
  await service.ask("ee", "/v1/backtests");
  later();
  await service.ask("ee", "/v1/backtests/1");
  expect(looks()).toBe(3);
  const ended = await service.ask("ee", "/v1/backtests/1", { method: "DELETE" });
  expect(await ended.json()).not.toHaveProperty("told");
  later();
  await begin(service, above(1_000));
  await over(service, 2);
  later();
  await service.ask("ee", "/v1/backtests/2");
  expect(looks()).toBe(4); // That it was begun.
  await service.close();
});

test("the rules in force against themselves differ in nothing", async () => {
  const service = watched({ version: { ...watchVersion, rules: rulesIn(above(100)) } });
  await service.send("ee", [paid("e1", 500), paid("e2", 70)]);
  await begin(service, above(100));
  expect((await over(service, 1)).told).toMatchObject({ events: 2, differ: 0, answeredOtherwise: 0 });
  await service.close();
});

test("D6 a comparison tells an institution nothing of what another member sent, whatever its rules count", async () => {
  const counting = `rules: probe
version: 1
windows: { theirs: { per: everybody, over: 30d, where: { institution: monzo } } }
when: { any: { all: { theirs.count: { above: 0 } }, decide: block } }`;
  const told = async (others: readonly Readonly<Record<string, unknown>>[]) => {
    const service = watched({ sharing: { members: ["ee", "monzo"] } });
    if (others.length > 0) await service.send("monzo", others);
    await service.send("ee", [paid("e1", 5), paid("e2", 6)]);
    await begin(service, counting);
    const { began: _, ...found } = await over(service, 1);
    const seen = await (await service.ask("monzo", "/v1/backtests")).json();
    expect(seen).toEqual({ backtests: [] });
    expect((await service.ask("monzo", "/v1/backtests/1")).status).toBe(404);
    await service.close();
    return found;
  };
  const theirs = ["m1", "m2"].map((id) => paid(id, 5, { institution: "monzo", person: "somebody-else" }));
  expect(await told(theirs)).toEqual(await told([]));
});

test("beyond the limit the latest are gone through, and how many were not is said", async () => {
  const service = watched({ comparedMax: 2 });
  await service.send("ee", [paid("e1", 500), paid("e2", 500), paid("e3", 500)]);
  await begin(service, above(100));
  const { done, total, told } = await over(service, 1);
  expect([done, total, told.events, told.leftOut]).toEqual([2, 2, 2, 1]);
  await service.close();
});

test("one is done at a time; it can be stopped, and then another begins; what is over can be forgotten", async () => {
  const service = watched();
  await service.send("ee", paid("e1", 500));
  expect((await begin(service, above(100))).status).toBe(202);
  const second = await begin(service, above(100), "monzo");
  expect([second.status, (await second.json()).complaints[0].code]).toEqual([429, "watch/comparing"]);
  expect(second.headers.get("retry-after")).toBe("30");
  const end = (id: number) => service.ask("ee", `/v1/backtests/${id}`, { method: "DELETE" });
  expect((await service.ask("monzo", "/v1/backtests/1", { method: "DELETE" })).status).toBe(404);
  expect(await (await end(1)).json()).toMatchObject({ id: 1, state: "stopped" });
  expect((await begin(service, above(100), "monzo")).status).toBe(202);
  expect((await over(service, 1, "monzo")).state).toBe("done");
  expect((await end(1)).status).toBe(200);
  expect((await end(1)).status).toBe(404);
  await service.close();
});

test("a file with a fault is complained of and nothing begins; a key that may not is refused", async () => {
  const service = watched();
  const faulty = await begin(service, above(100).replace("amount", "amont"));
  expect([faulty.status, (await faulty.json()).complaints[0]]).toMatchObject([
    400,
    { code: "rules/unknown-word", where: "rules.yaml:3:32" },
  ]);
  expect(await (await service.ask("ee", "/v1/backtests")).json()).toEqual({ backtests: [] });
  await service.close();
  const other = watched({ may: ["look"] }, service.folder);
  expect((await begin(other, above(100))).status).toBe(403);
  await other.close();
});
