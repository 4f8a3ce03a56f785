/** A number is whoever gives it out in that country, by the catalogue alone. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { attemptIn } from "./attempts.ts";
import { dialledIn } from "./places-by-number.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const asked = (region: string, known: readonly string[]) => ({
  catalog: shipped.catalog,
  region,
  known: new Set(known),
});
const heard = (text: string, region: string, known: readonly string[] = []) =>
  attemptIn({
    text,
    at: 22 * 60,
    offset: 0,
    placesIn: () => [],
    dialledIn: (clause) => dialledIn(asked(region, known), clause),
  });

test.each([
  ["打10086一直占线，没人接", "cn", ["china-mobile"], "no-answer"],
  ["10086 没人接", "cn", ["china-mobile"], "no-answer"],
  ["called 1930, always busy", "in", ["cyber-helpline-in"], "no-answer"],
  ["rang 1800 1234 and nobody picks up", "in", ["sbi"], "no-answer"],
  ["95588说要本人来", "cn", ["icbc"], "in-person"],
  ["打95588，客服说必须本人到网点办", "cn", ["icbc"], "in-person"],
  ["called 1800 1234, they said I have to come to the branch", "in", ["sbi"], "in-person"],
] as const)("%s", (text, region, places, result) => {
  expect([heard(text, region)?.places, heard(text, region)?.result]).toEqual([places, result]);
});

test("an hour and a sum are no number that was dialled, beside one that was", () => {
  const numbers = ["at 1930 I called my bank", "1930 called my bank", "paid 1930", "等了110分钟", "#1930"];
  expect(numbers.map((text) => dialledIn(asked("in", []), text))).toEqual(numbers.map(() => undefined));
  expect(heard("被转账5万，打95588，要本人去网点办", "cn")?.result).toBe("in-person");
  expect(heard("called 1930 at 1930, no answer", "in")?.places).toEqual(["cyber-helpline-in"]);
});

test("two who have one number are both named, unless somebody uses one of them", () => {
  const text = "打10000没人接";
  expect(heard(text, "cn")?.places).toEqual(["china-telecom", "china-telecom-sichuan"]);
  expect(heard(text, "cn", ["china-telecom-sichuan"])?.places).toEqual(["china-telecom-sichuan"]);
});

test("where too many have it, what they all are is told", () => {
  const { places, kind } = heard("打12333一直忙线中", "cn") ?? {};
  expect([places, kind]).toEqual([[], "government"]);
});

test.each([
  ["打10086一直占线", "in"],
  ["打电话的时候被转走10000元，对方没人接", "cn"],
  ["我打车花了95块没人接我", "cn"],
  ["called 1930, they froze it", "in"],
  ["95588 冻结了，让我本人来办新卡", "cn"],
  ["flight 1930 is always late", "in"],
  ["room 159, nobody answered the door", "gb"],
  ["I waited 150 minutes, nobody answered", "gb"],
  ["they took £150 and nobody answers", "gb"],
  ["110 000 gone, nobody answers", "cn"],
  ["损失95588，没人接", "cn"],
  ["对方冒充95588让我去银行汇款", "cn"],
  ["a man from 159 told me to go to a branch and withdraw cash", "gb"],
])("nobody was called in vain: %s (%s)", (text, region) => {
  expect(heard(text, region)).toBeUndefined();
});
