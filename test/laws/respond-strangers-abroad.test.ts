/**
 * Fifteen more incidents of strangers, in eleven countries, written as a helpline volunteer types: names as people say
 * them, some times without a zone, little of what would help. What is right is what the aftermath of each shows. Reports
 * are named; nothing is copied.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { answerTo, checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const cases: readonly StrangersCase[] = [
  {
    name: "Nigeria, a phone without a lock slipped out of a pocket; somebody answers it and promises to bring it",
    source: "mrtanshi.medium.com, of 2020-06-10",
    told: `incident: { at: "2026-06-10T19:00+01:00", since: "2026-06-10T18:30+01:00", region: ng, uses: [MTN, GTBank], gone: [phone], phone: { lock: open, on: true } }
signs: [{ at: "2026-06-10T18:50+01:00", sign: stranger-answers, on: number }]
has: [bank card]`,
    first: ["mtn-ng", "gtbank"],
  },
  {
    name: "the same an hour later: the money is gone and the number is off",
    source: "mrtanshi.medium.com, of 2020-06-10",
    told: `incident: { at: "2026-06-10T20:30", since: "2026-06-10T18:30", region: ng, uses: [MTN Nigeria, First Bank], gone: [phone], phone: { lock: open, on: false } }
signs: [{ at: "2026-06-10T20:20", sign: money-gone, on: First Bank }, { at: "2026-06-10T20:25", sign: off, on: number }]`,
    first: ["first-bank-ng"],
    second: ["mtn-ng"],
  },
  {
    name: "Kenya, back from abroad: the number is dead, and money is gone from the wallet and the bank",
    source: "nairobiwire.com, 2022-10, of 2022-03-28",
    told: `incident: { at: "2026-03-30T11:00+03:00", since: "2026-03-28T12:00+03:00", region: ke, uses: [Safaricom, M-PESA, NCBA Bank], gone: [number] }
signs: [{ at: "2026-03-30T09:00+03:00", sign: no service, on: number }, { at: "2026-03-30T10:30+03:00", sign: money-gone, on: M-PESA }, { at: "2026-03-30T10:40+03:00", sign: row, on: NCBA Bank }]
has: [phone, sim]
helpers: [{ id: brother }]`,
    first: ["ncba", "mpesa"],
    second: ["safaricom"],
    says: "another SIM card",
    saysNot: "stolen",
    never: /erased|lost-mode|vendor|messenger/,
  },
  {
    name: "Philippines, money leaves the wallet after a mail in its name; the phone is in the hand",
    source: "news.abs-cbn.com, 2022-10-05",
    told: `incident: { at: "2026-10-02T15:10+08:00", region: ph, uses: [Globe, GCash, BDO], gone: [] }
signs: [{ at: "2026-10-02T14:20+08:00", sign: mail, on: email, from: GCash }, { at: "2026-10-02T15:05+08:00", sign: money-gone, on: GCash }]
has: [phone, sim]`,
    first: ["gcash"],
    second: ["bdo"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Indonesia, the phone shows no network on a journey; the card is in somebody else's phone since last night",
    source: "tempo.co, 2020-01-20, of 2020-01-04",
    told: `incident: { at: "2026-01-04T08:00+11:00", since: "2026-01-04T01:02+11:00", region: id, uses: [Indosat Ooredoo, BNI, BCA], gone: [number] }
signs: [{ at: "2026-01-04T06:00+11:00", sign: dead, on: number }]
has: [phone, sim]`,
    first: ["indosat"],
    second: ["bni", "bca"],
    says: "another SIM card",
    saysNot: "stolen",
    never: /erased|lost-mode|vendor|messenger/,
  },
  {
    name: "Germany, the account is emptied overnight and the limit raised, everything in the hand",
    source: "sueddeutsche.de, 2014-08, of 2014-07-25",
    told: `incident: { at: "2026-07-25T09:00+02:00", region: de, uses: [O2, Postbank], gone: [] }
signs: [{ at: "2026-07-25T08:50+02:00", sign: money-gone, on: account.postbank }]
has: [phone, sim]`,
    first: ["sperr-notruf-de", "postbank"],
    saysNot: "stolen",
  },
  {
    name: "France, a voice in the bank's name and a code read out to it",
    source: "journaldeleconomie.fr, 2026, of 2019-01-04",
    told: `incident: { at: "2026-01-04T15:40+01:00", since: "2026-01-04T15:00+01:00", region: fr, uses: [Orange, Credit Agricole], gone: [], leaked: [know(account.bank.password)] }
signs: [{ at: "2026-01-04T15:05+01:00", sign: call, on: number, from: Crédit Agricole }, { at: "2026-01-04T15:10+01:00", sign: code, on: number, from: Crédit Agricole }]
has: [phone, sim]`,
    first: ["credit-agricole", "card-opposition-fr"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Spain, no network, and a mail from the bank that the owner did not cause",
    source: "enfemenino.com, 2026-01-23",
    told: `incident: { at: "2026-01-20T19:30+01:00", since: "2026-01-20T18:00+01:00", region: es, uses: [Movistar, BBVA], gone: [number] }
signs: [{ at: "2026-01-20T18:10+01:00", sign: no-signal, on: number }, { at: "2026-01-20T19:20+01:00", sign: mail, on: email, from: BBVA }]
has: [phone, sim]`,
    first: ["bbva-es", "movistar-es"],
    second: ["bbva-es", "movistar-es"],
    saysNot: "stolen",
  },
  {
    name: "Korea, a text that the device was changed, then no network; coins at an exchange",
    source: "segye.com, 2022-02-20",
    told: `incident: { at: "2026-01-20T09:30+09:00", since: "2026-01-20T08:30+09:00", region: kr, uses: [KT, Upbit], gone: [number] }
signs: [{ at: "2026-01-20T08:40+09:00", sign: text, on: number, from: KT }, { at: "2026-01-20T09:00+09:00", sign: no-service, on: number }]
has: [phone, sim]
helpers: [{ id: wife }]`,
    first: ["kt-kr"],
    saysNot: "stolen",
    never: /erased|lost-mode/,
  },
  {
    name: "Japan, a mail that the wallet was charged, and the phone has no network: nobody has said what that means",
    source: "news.ntv.co.jp, 2024-05-13, of 2024-04-17",
    told: `incident: { at: "2026-04-17T15:20+09:00", region: jp, uses: [ソフトバンク, PayPay], gone: [] }
signs: [{ at: "2026-04-17T15:00+09:00", sign: mail, on: email, from: PayPay }, { at: "2026-04-17T15:05+09:00", sign: no-service, on: number }]
has: [phone, sim]`,
    first: ["paypay"],
    second: ["softbank-jp"],
    says: "another SIM card",
    saysNot: "stolen",
  },
  {
    name: "Nanjing, an old man shares his screen with a voice of customer service, and the deposit is being moved",
    source: "南京晨报, 2025-05, of 2025-05-18",
    told: `incident: { at: "2026-05-18T22:16", region: cn, uses: [中国移动, 工商银行, 微信], gone: [], phone: { steered: true } }
signs: [{ at: "2026-05-18T22:10", sign: money-gone, on: 工商银行 }]
has: [手机, 手机卡]`,
    first: ["icbc"],
    second: ["police-cn"],
    says: "controlling my phone remotely",
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Hangjinhouqi, a phone without a lock found by a stranger, a payment in the chat app's list",
    source: "杭锦后旗公安, 2019-11",
    told: `incident: { at: "2026-11-20T20:00+08:00", since: "2026-11-20T17:00+08:00", region: cn, uses: [移动, 微信, 支付宝], gone: [手机], phone: { lock: open, on: true } }
signs: [{ at: "2026-11-20T19:50+08:00", sign: row, on: 微信 }]`,
    first: ["wechat-tenpay"],
    second: ["china-mobile"],
  },
  {
    name: "Bayanhot, texts of payments at night, with the phone and the card in the hand",
    source: "阿拉善日报, 2015-12-02",
    told: `incident: { at: "2026-11-30T23:20+08:00", region: cn, uses: [中国移动, 建行, 支付宝], gone: [] }
signs: [{ at: "2026-11-30T23:10+08:00", sign: text, on: 号码, from: 支付宝 }, { at: "2026-11-30T23:12+08:00", sign: row, on: 支付宝 }]
has: [手机, 手机卡, 银行卡]`,
    first: ["alipay"],
    second: ["police-cn"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "South Africa, a code passed on, the chat app taken, friends asked for money",
    source: "dailyvoice.co.za, 2022-06-23",
    told: `incident: { at: "2026-06-23T12:00+02:00", since: "2026-06-23T11:00+02:00", region: za, uses: [MTN, FNB, WhatsApp], gone: [WhatsApp] }
signs: [{ at: "2026-06-23T11:05+02:00", sign: code, on: number, from: WhatsApp }, { at: "2026-06-23T11:10+02:00", sign: thrown out, on: WhatsApp }]
has: [phone, sim]`,
    first: ["whatsapp"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "United States, thrown out of the exchange in the morning, a mail of it, everything in the hand",
    source: "help.coinbase.com, what accounts that were taken look like",
    told: `incident: { at: "2026-02-11T08:30-05:00", since: "2026-02-11T03:00-05:00", region: us, uses: [AT&T, Coinbase, Gmail], gone: [Coinbase] }
signs: [{ at: "2026-02-11T08:20-05:00", sign: thrown-out, on: Coinbase }, { at: "2026-02-11T08:25-05:00", sign: mail, on: email, from: Coinbase }]
has: [phone, sim]`,
    first: ["coinbase"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Germany, releases pressed for a caller, then the card in a wallet on a strange phone: the bank, not the wallet",
    source: "stader.legal, LG Köln 22 O 43/23, of 2023-09-23",
    told: `incident: { at: "2026-11-28T17:40+01:00", since: "2026-11-28T16:50+01:00", region: Germany, uses: [Telekom, Sparkasse], gone: [] }
notes:
  - { at: "2026-11-28T17:10+01:00", note: "Someone from the Sparkasse rang and I confirmed three pushTAN requests because he said it was to cancel a fraud" }
  - { at: "2026-11-28T17:30+01:00", note: "Apple Pay was activated for my card on a device I do not have" }`,
    first: ["sparkasse", "sperr-notruf-de"],
    saysNot: "stolen",
    never: /apple-pay/,
  },
];

describe("what the aftermath shows right comes first, by the names and the few words a volunteer has", () => {
  test.each(cases)("$name", (each) => {
    const { contradictions, coverage } = checkCase(each, shipped);
    // Of somebody who described nothing, nothing that was seen is called impossible, and no word is left unread.
    for (const { says } of contradictions) expect(says).not.toContain("could not have happened");
    expect(coverage.unknownWords).toEqual([]);
  });
});

test("R3 nobody whose number was moved is told to read a code that comes to it, or to use the dead card", () => {
  for (const region of ["ke", "id", "jp", "kr", "es", "de"]) {
    const { next, then } = answerTo(
      `incident: { at: "2026-03-30T11:00+03:00", since: "2026-03-30T09:00+03:00", region: ${region}, gone: [number] }
has: [phone, sim]`,
      shipped,
    );
    for (const { theyAsk, flows } of [...next, ...then]) {
      const isNumberBack = flows.some((flow) => flow.startsWith("any-carrier/") || flow.includes("sim"));
      if (!isNumberBack) expect(theyAsk).not.toContain("receive-sms(line.main)");
      expect(theyAsk).not.toContain("possess(sim.main)");
    }
  }
});

test("whoever has their phone steered from afar is told to cut that off before any call", () => {
  const told = (steered: boolean) =>
    answerTo(
      `incident: { at: "2026-05-18T22:16+08:00", region: cn, gone: [], phone: { steered: ${steered} } }`,
      shipped,
    ).before;
  expect(told(true).join()).toContain("flight mode");
  expect(told(false)).toEqual([]);
});
