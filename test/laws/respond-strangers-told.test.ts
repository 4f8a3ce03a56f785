/**
 * Six more nights of strangers, as their reports tell them, typed as a volunteer types. What is right is what the report
 * says should have been done, or what in the end stopped it. Reports are named; nothing is copied.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const cases: readonly StrangersCase[] = [
  {
    name: "United States, woken at night: thrown out of mail and network, and the phone is dead",
    source: "zdnet.com, 2019-06, of a Monday night in June 2019",
    told: `incident: { at: "2026-06-10T23:45-07:00", since: "2026-06-10T22:30-07:00", region: us, uses: [T-Mobile, Gmail, Twitter, Coinbase, Bank of America], gone: [] }
signs: [{ at: "2026-06-10T23:30-07:00", sign: no service, on: number }, { at: "2026-06-10T23:40-07:00", sign: thrown out, on: Gmail }, { at: "2026-06-10T23:41-07:00", sign: thrown out, on: Twitter }]
has: [phone, sim]`,
    first: ["t-mobile-us"],
    second: ["t-mobile-us"],
    saysNot: "stolen",
    never: /erased|lost-mode/,
  },
  {
    name: "Britain, the carrier texts that a new SIM will be active tomorrow, and nobody asked for one",
    source: "linkcafe.co.uk, a column for consumers, of a reader in Bath",
    told: `incident: { at: "2026-03-02T18:20+00:00", since: "2026-03-02T18:05+00:00", region: gb, uses: [EE, HSBC, Monzo], gone: [] }
signs: [{ at: "2026-03-02T18:05+00:00", sign: text, on: number, from: EE, note: "sim activation request processed" }]
has: [phone, sim]
helpers: [{ id: husband }]`,
    first: ["ee"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "São Paulo, an open phone pulled through the window of a taxi",
    source: "estadao.com.br, 2022-05, of 2022-04-29",
    told: `incident: { at: "2026-04-29T21:10-03:00", since: "2026-04-29T20:40-03:00", region: br, uses: [Claro, Nubank, Banco do Brasil], gone: [phone], phone: { lock: open, on: true } }`,
    first: ["claro-br", "celular-seguro", "nubank"],
    never: /give-nothing|look-there/,
  },
  {
    name: "Mumbai, an app for help from afar, and three texts of payments",
    source: "india.com, 2023-03, of Andheri",
    told: `incident: { at: "2026-03-06T15:30+05:30", since: "2026-03-06T14:50+05:30", region: in, uses: [Airtel, SBI], gone: [], phone: { steered: true } }
signs: [{ at: "2026-03-06T14:50+05:30", sign: call, on: number }, { at: "2026-03-06T15:20+05:30", sign: money gone, on: SBI }]
has: [phone, sim]`,
    first: ["sbi", "cyber-helpline-in"],
    says: "controlling my phone remotely",
    saysNot: "stolen",
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "the phone is dead at noon, then mails that passwords of the mailbox and the exchange were changed",
    source: "stevegerritsen.net, of 2018-03-20",
    told: `incident: { at: "2026-03-20T12:40-05:00", since: "2026-03-20T11:00-05:00", region: us, uses: [T-Mobile, Coinbase], gone: [] }
signs: [{ at: "2026-03-20T12:00-05:00", sign: no network, on: number }, { at: "2026-03-20T12:30-05:00", sign: mail, on: email, from: Coinbase }, { at: "2026-03-20T12:35-05:00", sign: refused, on: mailbox.main }]
has: [phone, sim]`,
    first: ["coinbase", "t-mobile-us"],
    saysNot: "stolen",
    never: /erased|lost-mode|find-out/,
  },
  {
    name: "Chongqing, the bag with the ID card and the bank cards is gone, the phone is in the hand",
    source: "江北警方, as told by pos8888.cn",
    told: `incident: { at: "2026-10-03T18:00+08:00", since: "2026-10-03T16:30+08:00", region: cn, uses: [中国电信, 建设银行, 工商银行, 支付宝], gone: [身份证, 银行卡] }
has: [手机, 手机卡]`,
    first: ["ccb"],
    second: ["icbc"],
    never: /suspended|erased|lost-mode|money-held/,
  },
];

describe("what the report shows right comes first", () => {
  test.each(cases)("$name", (each) => {
    const { contradictions, coverage } = checkCase(each, shipped);
    for (const { says } of contradictions) expect(says).not.toContain("could not have happened");
    expect(coverage.unknownWords).toEqual([]);
  });
});
