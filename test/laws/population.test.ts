/** P1 and P6: many at once is each by itself, and the same seed draws the same people. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readingsOn, readYaml } from "../../src/catalog/index.ts";
import { closure } from "../../src/graph/index.ts";
import { ground } from "../../src/ground/index.ts";
import {
  blockOf,
  drawn,
  exposed,
  openTemplate,
  type Population,
  personOf,
  reachedBy,
  readPopulation,
  wordsFor,
} from "../../src/population/index.ts";
import { activeWith, choicesNamed, lentRules, openReach, startOf, within } from "../../src/reach/index.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog } = readShipped();
const today = "2026-11-28";
const text = `population: some-people
title: { en: some, zh: 一些人 }
template:
  person: { id: some, region: cn, currency: CNY }
  lines: { main: { carrier: china-telecom-sichuan, sim: { in: phone, pin: unknown } } }
  devices: { phone: { vendor: huawei, kind: phone, account: huawei } }
  cards: { a: { bank: ccb, reserved-line: main, balance: 5 }, b: { bank: icbc, kind: credit, reserved-line: main, credit: 7 } }
  accounts:
    huawei: { service: huawei, line: main }
    alipay: { service: alipay, line: main, cards: [a, b], devices: [phone], balance: 3 }
    wechat: { service: wechat-tenpay, line: main, cards: [a], devices: [phone], balance: 4 }
    social: { service: sichuan-12333, line: main }
shares:
  sim.main.pin: { values: { set: 0.3, none: 0.7 }, source: range }
  device.phone.lock: { values: { none: 0.2, passcode: 0.8 }, source: range }
  account.alipay: { has: [0.5, 0.9], source: range }
  account.wechat: { has: 0.6, source: range }
  group.age: { values: { old: [0.2, 0.4], young: rest }, source: range }
  account.social: { has: [0.1, 0.9], source: range }
  account.alipay.liveness: { values: { none: 0.3, photo-beatable: 0.3, strong: 0.4 }, source: range }
  card.a:
    has: 0.7
    given: [{ when: { group.age: old, account.wechat: false }, has: 0.1 }, { when: { group.age: [old] }, has: [0.3, 0.5] }]
    source: range
  card.b: { has: 0.5, source: range }
`;
function read(): Population {
  const { population, complaints } = readPopulation(readYaml(text, "p.yaml"), catalog);
  expect(complaints.filter(({ severity }) => severity === "error").map(String)).toEqual([]);
  if (population === undefined) throw new Error("no population");
  return population;
}
const population = read();

test("P1 many at once is each by itself, person by person", () => {
  let reached = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom("possess(sim.main)", "possess(device.phone)"),
      fc.constantFrom<readonly string[]>([], ["real-liveness-check"]),
      fc.constantFrom(0, 1, 2),
      (seed, word, measures, distance) => {
        const people = 33;
        const held = [word];
        const question = { catalog, population, people, seed, held, measures, today };
        const template = openTemplate(question, "lent");
        const block = blockOf(template, {
          population,
          people,
          seed,
          held,
          leaked: [],
          first: 0,
          ends: new Map(),
        });
        const bits = reachedBy(question, template, { block, distance });
        const words = wordsFor(people);
        for (const index of [0, 31, 32]) {
          const person = personOf({ population, seed, index });
          const own = openReach(ground({ catalog, person, today, lend: readingsOn(catalog, today) }));
          const active = within(activeWith(own, choicesNamed(own, measures)), lentRules(own), distance);
          const alone = closure(own.rules, startOf(own, held), active).reached;
          for (const [at, { id }] of template.world.goals.entries()) {
            const node = template.goalNodes[at] ?? 0;
            const many = ((bits[node * words + (index >> 5)] ?? 0) >>> (index & 31)) & 1;
            const place = own.world.goals.findIndex((goal) => goal.id === id);
            const plain = place < 0 ? 0 : (alone[own.goalNodes[place] ?? 0] ?? 0);
            expect([seed, index, id, many]).toEqual([seed, index, id, plain]);
            reached += plain;
          }
        }
      },
    ),
    { numRuns: 10 },
  );
  expect(reached).toBeGreaterThan(0); // A law over nothing must not pass.
});

test("P6 the same seed draws the same people, whatever else is drawn", () => {
  const people = (of: Population, seed: number) =>
    JSON.stringify(
      Array.from({ length: 20 }, (_, index) =>
        [...personOf({ population: of, seed, index }).things.values()].map(({ id, attributes }) => [
          id,
          [...attributes],
        ]),
      ),
    );
  expect(people(population, 7)).toBe(people(read(), 7));
  expect(people(population, 7)).not.toBe(people(population, 8));
  const fewer = { ...population, shares: population.shares.filter(({ key }) => key !== "card.b") };
  for (const index of [0, 1, 500]) {
    const all = new Map(drawn({ population, seed: 7, index }));
    all.delete("card.b");
    expect(drawn({ population: fewer, seed: 7, index })).toEqual(all);
  }
});

test("shares come with intervals that hold them, and a range with how much hangs on it", () => {
  const answer = exposed({ catalog, population, people: 2_000, seed: 1, held: ["possess(sim.main)"], today });
  expect(answer.any.share).toBeGreaterThan(0);
  for (const { share, low, high } of [answer.any, ...answer.losses])
    expect(low <= share && share <= high).toBe(true);
  expect(answer.sensitivity.map(({ share }) => share)).toEqual([
    "account.alipay",
    "account.social",
    "group.age",
    "card.a",
  ]);
  for (const { share, atLow, atHigh } of answer.sensitivity)
    if (share !== "group.age") expect(atLow).toBeLessThanOrEqual(atHigh); // Who is old has a card less often.
});

test("shares that do not add up, things and values that are not there, ranges the wrong way round: all in one run", () => {
  const bad = text
    .replace("set: 0.3, none: 0.7", "set: 0.3, none: 0.6")
    .replace("account.wechat: { has", "account.wechatt: { has")
    .replace("{ has: [0.5, 0.9]", "{ has: [0.9, 0.5]")
    .replace("photo-beatable: 0.3", "photo: 0.3");
  expect(
    readPopulation(readYaml(bad, "p.yaml"), catalog)
      .complaints.filter(({ severity }) => severity === "error")
      .map(({ message }) => message),
  ).toEqual([
    "p.yaml:14:3: the shares of `sim.main.pin` add up to 0.9, not to 1",
    "p.yaml:16:3: the range of `account.alipay` ends before it begins",
    "p.yaml:17:3: no thing `account.wechatt` in the template",
    "p.yaml:20:3: `account.alipay.liveness` has no value `photo`",
    "p.yaml:23:13: `card.a` hangs on `account.wechat`, which is no other share",
  ]);
});

test("a fault in the shape of one share hides none in another, and all are told in one run", () => {
  const bad = `population: p
title: { en: p, zh: 人群 }
template:
  person: { id: p, region: xx }
  lines: { main: { carrier: x, sim: { in: phone } } }
  devices: { phone: { kind: phone } }
shares:
  device.phone: { has: 1.4, source: x }
  device.phone.lock: { values: { none: 0.5, passcode: 0.7 }, source: x }
  account.none: { has: 0.3, source: x }
`;
  const { population: read, complaints } = readPopulation(readYaml(bad, "p.yaml"), catalog);
  expect(read).toBeUndefined();
  expect(complaints.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
    expect.stringContaining("`has` is above 1"),
    expect.stringContaining("add up to 1.2, not to 1"),
    expect.stringContaining("no thing `account.none` in the template"),
  ]);
});

test("what hangs on another share hangs on what was drawn of it; parts and groups add up", () => {
  const people = Array.from({ length: 20_000 }, (_, index) => drawn({ population, seed: 3, index }));
  const shareOf = (which: (draws: ReadonlyMap<string, string | boolean>) => boolean, key: string) => {
    const those = people.filter(which);
    return those.filter((draws) => draws.get(key) === true).length / those.length;
  };
  const isOld = (draws: ReadonlyMap<string, string | boolean>) => draws.get("group.age") === "old";
  const hasWechat = (draws: ReadonlyMap<string, string | boolean>) => draws.get("account.wechat") === true;
  expect(shareOf((each) => isOld(each) && !hasWechat(each), "card.a")).toBeCloseTo(0.1, 1);
  expect(shareOf((each) => isOld(each) && hasWechat(each), "card.a")).toBeCloseTo(0.4, 1);
  expect(shareOf((each) => !isOld(each), "card.a")).toBeCloseTo(0.7, 1);
  const { any, money, groups } = exposed({
    catalog,
    population,
    people: 2_000,
    seed: 1,
    held: ["possess(sim.main)"],
    today,
  });
  expect(groups.map(({ group, value }) => [group, value])).toEqual([
    ["group.age", "old"],
    ["group.age", "young"],
  ]);
  expect(groups.reduce((sum, each) => sum + each.of, 0)).toBe(2_000);
  expect(groups.reduce((sum, each) => sum + (each.any?.people ?? 0), 0)).toBe(any.people);
  const together = groups.reduce((sum, each) => sum + (each.money?.mean ?? 0) * each.of, 0) / 2_000;
  expect(together).toBeCloseTo(money.mean, 6);
  expect(money.low <= money.mean && money.mean <= money.high && money.mean > 0).toBe(true);
});

test("circles, lines nobody is left for, words nobody draws, parts that do not add up to what was counted", () => {
  const wrong = (from: string, to: string) => {
    expect(text).toContain(from);
    return readPopulation(readYaml(text.replace(from, to), "p.yaml"), catalog)
      .complaints.filter(({ severity }) => severity === "error")
      .map(({ code, message }) => [code, message]);
  };
  const wechat = "account.wechat: { has: 0.6, source: range }";
  const given = (lines: string, more = "") =>
    `account.wechat: { has: 0.6, given: [${lines}], ${more}source: range }`;
  expect(wrong(wechat, given("{ when: { card.a: true }, has: 1 }"))).toEqual([
    ["design/circle-of-shares", expect.stringContaining("in a circle: `account.wechat`, `card.a`")],
  ]);
  expect(
    wrong(
      wechat,
      given(
        "{ when: { group.age: [old, young] }, has: 1 }, { when: { group.age: old, card.b: true }, has: 0 }",
      ),
    ),
  ).toEqual([["design/never-used", expect.stringContaining("line 2 of `account.wechat`")]]);
  expect(
    wrong(wechat, given("{ when: { group.age: middle, group.sex: f }, has: 1 }")).map(([code]) => code),
  ).toEqual(["design/unknown-word", "design/unknown-word"]);
  expect(wrong(wechat, given("{ when: { group.age: old }, has: 1 }", "overall: 0.6, "))).toEqual([
    [
      "design/overall-differs",
      expect.stringMatching(/come to 7\d\.\d % of everybody for `true`, not to 60\.0 %/),
    ],
  ]);
  expect(wrong(wechat, given("{ when: { group.age: old }, has: 1 }", "overall: 0.72, "))).toEqual([]);
});

test("every shipped population is read, its parts add up, and each share says where it comes from", () => {
  const folder = new URL("../../catalog/populations/", import.meta.url);
  const shipped = readdirSync(folder);
  expect(shipped.length).toBeGreaterThan(5);
  for (const file of shipped) {
    const yaml = readYaml(readFileSync(new URL(file, folder), "utf8"), file);
    const { population: each, complaints } = readPopulation(yaml, catalog);
    expect([file, complaints.map(String)]).toEqual([file, []]);
    const { any, notRuledOut } = exposed({
      catalog,
      population: each ?? population,
      people: 200,
      seed: 1,
      held: ["possess(sim.main)"],
      today,
      leavesEndsOut: true,
    });
    expect(any.share <= notRuledOut.share && notRuledOut.share > 0).toBe(true);
  }
});
