/**
 * Incidents of real people in eight countries, told as somebody on the telephone would at one or two moments, and what
 * the aftermath of each shows to be right: which place first, and what never. Reports are named; nothing is copied.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { at } from "../../src/model/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { type ActionTold, tellResponse } from "../../src/report/index.ts";
import { dayOf, fewWordsOf, nobodyDescribed, readIncident, respond } from "../../src/respond/index.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

const effort = { beliefNights: 120, planNights: 18, judgedNights: 12 };
let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

interface Case {
  readonly name: string;
  /** Where it was told. */
  readonly source: string;
  readonly told: string;
  /** Places of which one must be asked first. */
  readonly first: readonly string[];
  /** Who is asked at the same time by the second pair of hands. */
  readonly second?: readonly string[];
  /** Words that the sentence read out must hold, and must not. */
  readonly says?: string;
  readonly saysNot?: string;
  /** Acts nobody should be told to take before the first three are done. */
  readonly never?: RegExp;
}

const cases: readonly Case[] = [
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

function ask(told: string): readonly ActionTold[] {
  const { incident, complaints } = readIncident(readYaml(told, "incident.yaml"));
  if (incident === undefined) throw new Error(complaints.map(({ message }) => message).join());
  const { catalog } = shipped;
  const yaml = nobodyDescribed(catalog, incident.region, "incident.yaml", fewWordsOf(incident));
  const { person } = readPerson(yaml, catalog);
  if (person === undefined) throw new Error("somebody could not be read");
  const response = respond({
    catalog,
    person,
    isUndescribed: true,
    incident,
    today: dayOf(incident),
    effort,
  });
  for (const { way } of response.next)
    for (const step of way) expect(at(response.world.steps, step).kind).toBe("flow");
  const { next, then } = tellResponse(response, incident, "en");
  return [...next, ...then];
}

describe("what the aftermath of a real case shows right comes first, and nothing that it shows wrong", () => {
  test.each(cases)("$name", ({ told, first, second, says, saysNot, never }) => {
    const acts = ask(told);
    const [one, two] = acts;
    expect(first).toContain(one?.institution);
    if (second !== undefined) expect(second).toContain(two?.institution);
    const said = acts
      .slice(0, 3)
      .map((act) => act.say)
      .join(" ");
    if (says !== undefined) expect(said).toContain(says);
    if (saysNot !== undefined) expect(said).not.toContain(saysNot);
    if (never !== undefined) for (const { action } of acts.slice(0, 3)) expect(action).not.toMatch(never);
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
