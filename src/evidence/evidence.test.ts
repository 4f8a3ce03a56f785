import { expect, test } from "vitest";
import { readWholeFolder } from "../catalog/index.ts";
import { ground } from "../ground/index.ts";
import { readPerson } from "../person/index.ts";
import { meaningOf, momentOf, observe, type Row, traceIndexOf, zoneOf } from "./index.ts";

const { catalog, others } = readWholeFolder({ folder: "catalog", stories: false });
const yaml = others.find(({ file }) => file.endsWith("people/chengdu-2020-before.yaml"))!.yaml;
const world = ground({ catalog, person: readPerson(yaml, catalog).person! });
const meaning = meaningOf(catalog);
const index = traceIndexOf(world, meaning);

const seen = (row: Partial<Row>) =>
  observe({
    world,
    meaning,
    zoneMinutes: 480,
    rows: [{ file: "a.csv", source: "carrier-sms", at: { row: 2 }, ...row }],
  })[0]!;
const flowsOf = (row: Partial<Row>) => [
  ...new Set(index.candidates(seen(row)).map(({ step }) => `${step.institution}/${step.flow.id}`)),
];

test("a sender's number stands for its institution, with and without digits around it", () => {
  expect(meaning.institutionsOf("12333")).toContain("sichuan-12333");
  expect(meaning.institutionsOf("106980095533")).toEqual(["ccb"]);
  expect(meaning.institutionsOf("13800001234")).toEqual([]);
});

test("the longest word of a text says what it is a sign of, and a latin word stands alone", () => {
  // What is left out of a sign's words is a few words, and no sentence.
  expect(meaning.signToldIn("I changed my Google password")?.id).toBe("password-changed");
  expect(meaning.signToldIn("I changed my mind about who should have the password")?.id).toBeUndefined();
  expect(meaning.signIn("您正在重置社保密码，验证码 123456")?.id).toBe("reset");
  expect(meaning.signIn("Your new SIM is active")?.id).toBe("sim-changed");
  expect(meaning.signIn("a positive note")).toBeUndefined();
  expect(meaning.signAbout("suspension-lifted")?.id).toBe("suspension-lifted");
});

test("a text of which only the sender is known may be any code of that sender, and nothing else", () => {
  const flows = flowsOf({ counterparty: "12333", time: "2020-09-04T20:57:00+08:00" });
  expect(flows).toContain("sichuan-12333/sign-in-by-sms");
  expect(flows).toContain("sichuan-12333/reset-social-security-password");
  expect(flows.every((flow) => flow.startsWith("sichuan-12333/"))).toBe(true);
  expect(flowsOf({ counterparty: "12333", description: "【四川人社】您正在重置密码" })).toEqual([
    "sichuan-12333/reset-social-security-password",
  ]);
});

test("a bank's row that names a wallet was left by the wallet's flows, on that card", () => {
  const row = {
    source: "ccb-debit",
    amount: "99.00",
    direction: "out",
    counterparty: "支付宝-某商户",
    description: "消费",
    card: "card.ccb-debit",
    time: "2020-09-05T04:12:00+08:00",
  } as const;
  const found = index.candidates(seen(row));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ step }) => step.institution === "alipay")).toBe(true);
  expect(found.every(({ step, trace }) => step.leaves[trace!]!.thing === "card.ccb-debit")).toBe(true);
  expect(seen(row).things).toEqual(["card.ccb-debit"]);
});

test("money that comes in was not left by a flow that takes it", () => {
  const found = index.candidates(
    seen({
      source: "ccb-debit",
      amount: "5000.00",
      direction: "in",
      counterparty: "美团",
      description: "放款",
      card: "card.ccb-debit",
    }),
  );
  expect([...new Set(found.map(({ step }) => step.flow.id))]).toEqual(["loan-on-an-id-check"]);
});

test("a row that names only a day may lie anywhere in it", () => {
  const { from, to } = seen({ source: "ccb-debit", amount: "1", date: "2020-09-05" });
  expect(momentOf(from, 480)).toBe("2020-09-05T00:00:00+08:00");
  expect(to - from).toBe(1440);
  expect(zoneOf("2020-09-05T00:00:00-03:30")).toBe(-210);
});

test("every row becomes one observation, in its place", () => {
  const rows = ["x", "", "12333"].map(
    (counterparty, i): Row => ({ file: "b.csv", source: "carrier-sms", at: { row: i + 5 }, counterparty }),
  );
  const found = observe({ world, meaning, rows, zoneMinutes: 0 });
  expect(found.map(({ place }) => place.row)).toEqual([5, 6, 7]);
});

test("a sender calls itself by its name without its country; running text names nobody so shortly", () => {
  expect(meaning.institutionsOf("O2")).toContain("o2-uk");
  expect(meaning.institutionsOf("Three")).toContain("three-uk");
  expect(meaning.institutionsIn("payments to o2 bars")).not.toContain("o2-uk");
});

test("a bank that a statement of another bank names is where the money went, not who took it", () => {
  const row = { source: "ccb-debit", amount: "3500.00", direction: "out", card: "card.ccb-debit" } as const;
  const named = flowsOf({ ...row, description: "转账 招商银行" });
  expect(named).toEqual(flowsOf({ ...row, description: "转账" }));
  expect(named.length).toBeGreaterThan(0);
});

test("a running text names nobody of another country alone, nor by a usual word; a sender may call itself as it likes", () => {
  const named = (description: string, counterparty = "62226") => {
    const { institutions, named: others } = seen({ counterparty, description });
    return [...institutions, ...others];
  };
  for (const text of [
    "Your OTP is 381922, do not share it",
    "George, your parcel arrives today",
    "Your salt and vinegar order is on its way",
    "A spark of joy for your evening",
    "Alpha Bank of Greece says hello",
  ])
    expect([text, named(text)]).toEqual([text, []]);
  expect(meaning.institutionsOf("OTP")).toContain("otp");
  expect(named("支付宝验证码 381922")).toEqual(["alipay"]);
  expect(named("hello", "Alpha Bank")).toEqual(["alpha-gr"]);
});
