/** Capabilities and conditions of somebody's things as sentences. */
import { expect, test } from "vitest";
import { smallPerson, smallWorld } from "../../test/doors/small-world.ts";
import { type SayOptions, sayCapability, sayCondition, sayThing } from "./say.ts";

/** The only place in this file that knows how things are said. */
function check(
  word: string,
  en: string,
  zh: string,
  { person = smallPerson, ...options }: SayOptions & { person?: string } = {},
): void {
  const world = smallWorld(person);
  const say = word.includes("(")
    ? world.catalog.vocabulary.conditions.has(word.split("(")[0] ?? "")
      ? sayCondition
      : sayCapability
    : sayThing;
  expect([say(world, word, "en", options), say(world, word, "zh", options)]).toEqual([en, zh]);
}

test("a thing is called by who runs it and what it is", () => {
  check("enter(account.pay)", "is signed in to the Paywell account", "已登录好付账户");
  check("possess(sim.main)", "has the SIM card in hand", "手里有手机卡");
  check("receive-sms(line.main)", "receives the text messages of the number", "能收到手机号的短信");
});

test("two that would be called alike get their names, and a card its last digits", () => {
  check(
    "charge(card.salary)",
    "spends from the Example Bank debit card (salary, ending 0042)",
    "花掉示例银行储蓄卡（salary，尾号 0042）里的钱",
  );
  check(
    "charge(card.spare)",
    "spends from the Example Bank debit card (spare)",
    "花掉示例银行储蓄卡（spare）里的钱",
  );
});

test("what nobody in the catalogue runs is called by its own name", () => {
  check("card.union", "the credit card (union)", "信用卡（union）");
});

test("a name that can be typed, where one is wanted", () => {
  check("enter(account.pay)", "is signed in to the Paywell account (pay)", "已登录好付账户（pay）", {
    names: "always",
  });
});

test("a secret is said of its thing, and not twice", () => {
  check("know(account.pay.password)", "knows the password of the Paywell account", "知道好付账户的登录密码");
  check("know(person.id-number)", "knows the ID number of the owner", "知道机主的身份证号");
  check("know(line.main.number)", "knows the phone number", "知道手机号");
});

test("two subjects stand where the sentence wants them", () => {
  check(
    "pay-with(account.pay, card.spare)",
    "has the Example Bank debit card (spare) bound in the Paywell account",
    "已在好付账户里绑定示例银行储蓄卡（spare）",
  );
});

test("conditions", () => {
  check("suspended(line.main)", "the number is suspended", "手机号已停机");
});

test("a helper's things are the helper's", () => {
  const person = `${smallPerson.replace("devices:", "helpers: { husband: { name: { en: Her husband, zh: 丈夫 } } }\ndevices:").replace("lines: {", "lines: { his: { of: husband, carrier: tel, sim: { pin: none } },")}`;
  check(
    "receive-sms(line.his)",
    "receives the text messages of her husband's number",
    "能收到丈夫的手机号的短信",
    { person },
  );
  check("know(person.husband.id-number)", "knows the ID number of her husband", "知道丈夫的身份证号", {
    person,
  });
  check("know(person.id-number)", "knows the ID number of the owner", "知道机主的身份证号", { person });
});

test("what the person calls it goes before all else", () => {
  const person = smallPerson.replace(
    "{ service: paywell,",
    "{ service: paywell, name: { en: savings jar, zh: 存钱罐 },",
  );
  check("enter(account.pay)", "is signed in to the savings jar", "已登录存钱罐", { person });
});

test("a word nobody knows is left as it is", () => {
  check("fly(account.pay)", "fly(account.pay)", "fly(account.pay)");
  check("card.gone", "card.gone", "card.gone");
});
