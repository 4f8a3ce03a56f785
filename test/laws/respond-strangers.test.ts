/**
 * Incidents of real people in eight countries, told as somebody on the telephone would at one or two moments, and what
 * the aftermath of each shows to be right: which place first, and what never. Reports are named; nothing is copied.
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
    name: "London, a phone snatched unlocked, a friend beside him: the number and the bank at once",
    source: "internationalnewspapergroup.org, 2024-11-29",
    told: `incident: { at: "2024-11-22T19:10+00:00", since: "2024-11-22T19:00+00:00", region: gb, uses: [o2-uk, barclays, monzo], gone: [device.phone], phone: { lock: open } }
helpers: [{ id: friend }]`,
    first: ["o2-uk"],
    second: ["barclays", "monzo", "any-vendor"],
    says: "phone and SIM card",
  },
  {
    name: "the same an hour later, with a row nobody made: the bank where it stands, the number beside it",
    source: "internationalnewspapergroup.org, 2024-11-29",
    told: `incident: { at: "2024-11-22T20:30+00:00", since: "2024-11-22T19:00+00:00", region: gb, uses: [o2-uk, barclays, monzo], gone: [device.phone], phone: { lock: open } }
signs: [{ at: "2024-11-22T20:20+00:00", sign: row, on: account.barclays }]
helpers: [{ id: friend }]`,
    first: ["barclays"],
    second: ["o2-uk"],
  },
  {
    name: "United States, a number moved away: the phone in the hand is dead, the mail tells of new passwords",
    source: "stevegerritsen.net, of 2018-03-20",
    told: `incident: { at: "2026-03-20T12:30-05:00", since: "2026-03-20T11:30-05:00", region: us, uses: [t-mobile-us, chase, coinbase], gone: [line.main] }
signs: [{ at: "2026-03-20T12:00-05:00", sign: no-service, on: line.main }]
has: [device.phone, sim.main]`,
    first: ["t-mobile-us"],
    says: "another SIM card",
    saysNot: "stolen",
    never: /erased|lost-mode/,
  },
  {
    name: "São Paulo, a phone taken through a taxi window, unlocked",
    source: "sao-paulo.estadao.com.br, 2022-05",
    told: `incident: { at: "2026-04-29T21:30-03:00", since: "2026-04-29T21:10-03:00", region: br, uses: [claro-br, nubank, banco-do-brasil], gone: [device.phone], phone: { lock: open } }`,
    first: ["claro-br", "nubank", "banco-do-brasil"],
  },
  {
    name: "the same two days later: the bank writes that the limit was raised, after the number was blocked",
    source: "sao-paulo.estadao.com.br, 2022-05",
    told: `incident: { at: "2026-05-01T10:00-03:00", since: "2026-04-29T21:10-03:00", region: br, uses: [claro-br, nubank, banco-do-brasil], gone: [device.phone], phone: { lock: open } }
signs: [{ at: "2026-05-01T09:30-03:00", sign: mail, on: mailbox.main, from: nubank }]
done: [{ at: "2026-04-29T22:00-03:00", action: "suspended(line.main)", result: done }]`,
    first: ["nubank"],
  },
  {
    name: "Mumbai, six missed calls at night and a dead SIM in the morning",
    source: "ndtv.com, 2019-01-02",
    told: `incident: { at: "2026-12-28T09:30+05:30", since: "2026-12-27T23:15+05:30", region: in, uses: [airtel, icici], gone: [line.main] }
signs: [{ at: "2026-12-28T09:00+05:30", sign: no-signal, on: line.main }]
has: [device.phone, sim.main]`,
    first: ["airtel", "icici"],
    saysNot: "stolen",
    never: /erased|lost-mode/,
  },
  {
    name: "Mumbai, a text that a SIM change was asked for, everything still in hand: say no to it",
    source: "the420.in, 2024-12",
    told: `incident: { at: "2026-12-22T18:00+05:30", region: in, uses: [airtel, hdfc-bank], gone: [] }
signs: [{ at: "2026-12-22T17:55+05:30", sign: text, on: line.main, from: airtel }]
has: [device.phone, sim.main]`,
    first: ["airtel"],
    saysNot: "stolen",
    never: /erased|lost-mode|money-held/,
  },
  {
    name: "Singapore, a password typed on a page that was not the bank's, and transfers are told of",
    source: "straitstimes.com, 2022-01-22",
    told: `incident: { at: "2026-12-28T14:10+08:00", since: "2026-12-28T14:00+08:00", region: sg, uses: [singtel, ocbc], gone: [], leaked: ["know(account.bank.password)", "know(account.bank.sign-in-name)"] }
signs: [{ at: "2026-12-28T14:08+08:00", sign: row, on: account.ocbc }]
has: [device.phone, sim.main]`,
    first: ["ocbc"],
    saysNot: "stolen",
    never: /erased|lost-mode|suspended/,
  },
  {
    name: "Centurion, a text that the number is to be moved, after a card was taken from the mail",
    source: "memeburn.com, 2016-05",
    told: `incident: { at: "2026-04-02T11:00+02:00", region: za, uses: [vodacom-za, absa], gone: [card.bank] }
signs: [{ at: "2026-04-02T10:55+02:00", sign: text, on: line.main, from: vodacom }]
has: [device.phone, sim.main]`,
    first: ["absa", "vodacom-za"],
    never: /erased|lost-mode/,
  },
  {
    name: "the same a day later, no service: the carrier, then the bank of which nothing was read",
    source: "memeburn.com, 2016-05",
    told: `incident: { at: "2026-04-03T20:15+02:00", since: "2026-04-03T20:00+02:00", region: za, uses: [vodacom-za, absa], gone: [line.main] }
signs: [{ at: "2026-04-03T20:00+02:00", sign: no-service, on: line.main }]
has: [device.phone, sim.main]
helpers: [{ id: neighbour }]`,
    first: ["vodacom-za"],
    second: ["absa"],
    never: /erased|lost-mode/,
  },
  {
    name: "Jingzhou, a phone without a lock, missed the next noon",
    source: "jingzhou.cjyun.org, 2021",
    told: `incident: { at: "2026-02-17T12:10+08:00", since: "2026-02-17T00:00+08:00", region: cn, uses: [china-mobile, alipay], gone: [device.phone], phone: { lock: open } }`,
    first: ["china-mobile", "alipay"],
  },
];

const ask = (told: string) => {
  const { next, then } = answerTo(told, shipped);
  return [...next, ...then];
};

describe("what the aftermath of a real case shows right comes first, and nothing that it shows wrong", () => {
  test.each(cases)("$name", (each) => {
    checkCase(each, shipped);
  });

  test("every sentence that is told ends as one, in both languages", () => {
    for (const { told } of cases.slice(0, 3))
      for (const { because, say, title } of ask(told)) {
        if (because !== "") expect(because).toMatch(/[.。]$/);
        if (say !== title) expect(say).toMatch(/[?？]”$/);
      }
  });
});

test("who names nobody still gets the numbers of the carriers it may be", () => {
  const [first] = ask(`incident: { at: "2026-11-28T23:40+08:00", region: cn, gone: [device.phone] }`);
  const numbers =
    first?.contact.flatMap(({ tel, of }) => (tel === undefined || of === undefined ? [] : [tel])) ?? [];
  expect(numbers).toEqual(expect.arrayContaining(["10086", "10000", "10010"]));
  expect(new Set(numbers).size).toBe(numbers.length);
});
