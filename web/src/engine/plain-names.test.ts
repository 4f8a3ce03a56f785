/** What nobody has named is called by what it is, in both languages, and told apart. */
import { expect, test } from "vitest";
import { sayThing } from "../../../src/report/index.ts";
import { readWhole } from "../../data-plugin.ts";
import { readOwnCase } from "./own-case.ts";

const whole = readWhole();

function said(document: object): readonly string[] {
  const { data, faults } = readOwnCase(whole, {
    document: { person: { id: "x", region: "cn" }, ...document },
    held: [],
  });
  if (data === undefined) throw new Error(faults.map(({ message }) => message).join("; "));
  return [...data.person.things.values()]
    .filter(({ isNew, kind }) => isNew !== true && kind !== "person")
    .map(({ id }) => `${id}: ${sayThing(data, id, "en")} | ${sayThing(data, id, "zh")}`)
    .sort();
}

test("a stand-in is called by what it stands for, and of two the one entered first is the first", () => {
  expect(
    said({
      accounts: {
        wallet: { service: "any-wallet" },
        second: { service: "any-wallet" },
        exchange: { service: "any-exchange" },
        alipay: { service: "alipay" },
        a: { service: "村口超市" },
        b: { service: "who-knows" },
        c: { service: "any-wallet", name: "Granny's" },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "account.a: 村口超市 | 村口超市",
      "account.alipay: the Alipay account | 支付宝账户",
      "account.b: who-knows | who-knows",
      "account.c: Granny's | Granny's",
      "account.exchange: the crypto exchange account | 加密货币交易所账户",
      "account.second: the payment wallet 2 | 支付钱包 2",
      "account.wallet: the payment wallet 1 | 支付钱包 1",
    ]
  `);
});

test("phones, numbers, SIM cards, cards and mailboxes are told apart without a name from a file", () => {
  expect(
    said({
      helpers: { anna: { name: { en: "Anna", zh: "安娜" } } },
      devices: {
        one: { vendor: "huawei", kind: "phone" },
        two: { vendor: "huawei", kind: "phone" },
        three: { kind: "phone" },
        "anna-one": { of: "anna", kind: "phone" },
        "anna-two": { of: "anna", kind: "phone" },
      },
      lines: {
        main: { carrier: "china-mobile", sim: { in: "one" } },
        second: { carrier: "any-carrier", sim: { in: "two" } },
      },
      cards: {
        debit: { bank: "any-bank", kind: "debit" },
        other: { bank: "icbc", kind: "debit", last4: "0123" },
      },
      accounts: { outlook: { service: "microsoft" } },
      mailboxes: { post: { account: "outlook" } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "account.outlook: the Microsoft account | 微软账户",
      "card.debit: the debit card | 储蓄卡",
      "card.other: the Industrial and Commercial Bank of China debit card (ending 0123) | 工商银行储蓄卡（尾号 0123）",
      "device.anna-one: Anna's phone 1 | 安娜的手机 1",
      "device.anna-two: Anna's phone 2 | 安娜的手机 2",
      "device.one: Huawei phone 1 | 华为手机 1",
      "device.three: the phone | 手机",
      "device.two: Huawei phone 2 | 华为手机 2",
      "line.main: the China Mobile number | 中国移动手机号",
      "line.second: the number | 手机号",
      "mailbox.post: Microsoft mailbox | 微软邮箱",
      "sim.main: the SIM card of the China Mobile number | 中国移动手机号的 SIM 卡",
      "sim.second: the SIM card of the number | 手机号的 SIM 卡",
    ]
  `);
});
