/** What is said of things and questions, in both languages. */
import { expect, test } from "vitest";
import { readServices } from "../../data-plugin.ts";
import { addAccount, addCard, addDevice, addDocument, addHelper, addLine, addMailbox } from "./adding.ts";
import { amountOf } from "./amounts.ts";
import { institutionOf, ownThings, type PersonDocument } from "./document.ts";
import { callIt, say } from "./edit.ts";
import { newPerson } from "./kept.ts";
import { labeller } from "./labels.ts";
import { sayQuestion } from "./question-words.ts";
import { moneyOf, questionsOf, takesCards } from "./questions.ts";

const list = readServices();
const services = new Map(list.map((service) => [service.id, service]));

/** One of everything: every kind of device, every service there is. */
function everything(): PersonDocument {
  let document = newPerson("x", "cn").document;
  for (const kind of ["phone", "tablet", "computer", "security-key"] as const)
    document = addDevice(document, { kind, vendor: kind === "security-key" ? undefined : "apple" }).document;
  for (const { id, provides, kind } of list) {
    if (provides.includes("line")) document = addLine(document, { carrier: id }).document;
    if (provides.includes("card")) document = addCard(document, { bank: id, kind: "credit" }).document;
    if (provides.includes("account"))
      document = addAccount(document, {
        service: id,
        facts: { takesCards: takesCards(kind), money: moneyOf[kind] ?? [] },
      }).document;
  }
  for (const step of ["app", "key"] as const)
    document = say(document, `account.${step === "app" ? "jd" : "alipay"}`, "second-factor", step);
  document = addMailbox(document, { account: "account.google" }).document;
  return addDocument(document, { kind: "id-card" }).document;
}

test("every question there is has its words in both languages, and none is its key", () => {
  const document = everything();
  let asked = 0;
  for (const thing of ownThings(document)) {
    const institution = institutionOf(document, thing);
    for (const question of questionsOf(document, thing, services)) {
      const [en, zh] = [
        sayQuestion(question, services, institution, "en"),
        sayQuestion(question, services, institution, "zh"),
      ];
      expect(en).not.toBe(question.key);
      expect(zh).toMatch(/\p{sc=Han}/u);
      expect(en).not.toMatch(/\p{sc=Han}/u);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(800);
});

test("things are called by who runs them and what they are, told apart by number, or as the person calls them", () => {
  let document = newPerson("x", "cn").document;
  document = addDevice(document, { kind: "phone", vendor: "huawei" }).document;
  document = addDevice(document, { kind: "phone", vendor: "vivo-phone" }).document;
  document = addDevice(document, { kind: "tablet" }).document;
  document = addLine(document, { carrier: "china-mobile" }).document;
  document = addCard(document, { bank: "icbc", kind: "debit" }).document;
  document = addCard(document, { bank: "icbc", kind: "debit" }).document;
  document = callIt(
    addCard(document, { bank: "ccb", kind: "credit" }).document,
    "card.ccb-credit",
    "抽屉里的",
  );
  document = addAccount(document, { service: "qq-mail", facts: { takesCards: false, money: [] } }).document;
  document = addMailbox(document, { account: "account.qq-mail" }).document;
  const labels = (lang: "en" | "zh") => ownThings(document).map(labeller({ document, services, lang }));
  expect(labels("zh")).toMatchInlineSnapshot(`
    [
      "华为手机",
      "vivo 手机",
      "平板电脑",
      "中国移动手机号",
      "工商银行储蓄卡 1",
      "工商银行储蓄卡 2",
      "抽屉里的",
      "QQ 与 QQ 邮箱",
      "QQ 与 QQ 邮箱",
    ]
  `);
  expect(labels("en")).toMatchInlineSnapshot(`
    [
      "Huawei phone",
      "vivo phone",
      "Tablet",
      "China Mobile number",
      "Industrial and Commercial Bank of China debit card 1",
      "Industrial and Commercial Bank of China debit card 2",
      "抽屉里的",
      "QQ and QQ Mail",
      "QQ and QQ Mail",
    ]
  `);
});

test("what is a helper's is called so", () => {
  let document = addHelper(newPerson("x", "cn").document, { called: "Ben" }).document;
  document = addLine(document, { carrier: "china-unicom", of: "ben" }).document;
  expect(labeller({ document, services, lang: "zh" })("line.ben")).toBe("Ben 的中国联通手机号");
  expect(labeller({ document, services, lang: "en" })("line.ben")).toBe("Ben: China Unicom number");
});

test("sums are read as people type them", () => {
  const read = ["86,000", "８６０００", "1.2万", "¥300", "3k", "0", "12.345", "abc", ""].map(amountOf);
  expect(read).toEqual([86_000, 86_000, 12_000, 300, 3_000, 0, 12.35, undefined, undefined]);
});
