/**
 * Cases of sixteen countries as the press, an ombudsman or the police told them, none of them known to the catalogue: what
 * really went was written down before anybody asked. It is never ruled out, can go as soon as it went, and no sentence
 * sounds safe. Where a whole country is unread, whoever protects themselves is answered otherwise all the same.
 */
import { describe, expect, test } from "vitest";
import { readWholeFolder } from "../../src/catalog/index.ts";
import { judged, type StrangersCase } from "../kit/stranger-audit.ts";

const { catalog } = readWholeFolder({ folder: "catalog", stories: false });
const patience = 120_000;

interface Told extends StrangersCase {
  /** What went. */
  readonly lost: readonly string[];
  /** Minutes in which it went, where the report says so. */
  readonly within?: number;
}

const cases: Readonly<Record<string, Told>> = {
  "China 2018: a number that lapsed and was sold again": {
    person: `person: { id: p, region: cn, currency: CNY, as-of: 2018-01-20 }
lines: { old: { carrier: 中国移动, sim: { in: none } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { zfb: { service: 支付宝, line: old, devices: [phone], balance: 330000 } }`,
    starts: ["number"],
    lost: ["drain(account.zfb)"],
  },
  "China 2017: a lost phone with a photo of the ID card in it": {
    person: `person: { id: p, region: cn, currency: CNY, as-of: 2017-11-21 }
lines: { main: { carrier: 中国移动, sim: { in: phone } } }
devices: { phone: { kind: phone } }
cards: { icbc: { bank: 工商银行, kind: debit, reserved-line: main, balance: 25967 } }
accounts:
  zfb: { service: 支付宝, line: main, cards: [icbc], devices: [phone], balance: 23323 }
  wx: { service: 微信, line: main, cards: [icbc], devices: [phone] }
  jd: { service: 京东, line: main, cards: [icbc], devices: [phone] }
documents: { id: { kind: id-card, device: phone } }`,
    starts: ["open-phone"],
    lost: ["drain(account.zfb)", "charge(card.icbc)"],
  },
  "China 2025: somebody else's hand on a phone at two in the morning": {
    person: `person: { id: p, region: cn, currency: CNY, as-of: 2025-05-06 }
lines: { main: { carrier: 中国联通, sim: { in: phone } } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
cards: { boc: { bank: 中国银行, kind: debit, reserved-line: main, balance: unknown } }
accounts:
  fql: { service: 分期乐, line: main, devices: [phone], cards: [boc], loan-offer: 49920 }
  ecny: { service: 数字人民币, line: main, devices: [phone], cards: [boc] }`,
    starts: [],
    held: ["unlock(device.phone)"],
    lost: ["cash-out(account.fql)", "charge(card.boc)"],
  },
  "Vietnam 2021: a SIM card replaced, a card of a lender nobody has read": {
    person: `person: { id: p, region: vn, currency: VND, as-of: 2021-03-02 }
lines: { main: { carrier: VinaPhone, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
cards: { fe: { bank: FE Credit, kind: credit, reserved-line: main, credit: 58000000 } }`,
    starts: ["number", "leaked"],
    lost: ["charge(card.fe)"],
  },
  "Vietnam 2021: a forged ID card and three banks in a day": {
    person: `person: { id: p, region: vn, currency: VND, as-of: 2021-12-01 }
lines: { main: { carrier: Viettel, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts:
  a: { service: Vietcombank, line: main, devices: [phone], balance: 2000000000 }
  b: { service: Sacombank, line: main, devices: [phone], balance: 2000000000 }
  c: { service: a small bank, line: main, devices: [phone], balance: 1300000000 }`,
    starts: ["forged-document"],
    lost: ["drain(account.a)", "drain(account.b)", "drain(account.c)"],
    within: 1440,
  },
  "South Africa 2025: a card number that leaked and a SIM card that moved": {
    person: `person: { id: p, region: za, currency: ZAR, as-of: 2025-07-01 }
lines: { main: { carrier: MTN, sim: { in: phone } } }
devices: { phone: { kind: phone } }
cards: { sb: { bank: Standard Bank, kind: debit, reserved-line: main, balance: 150000 } }`,
    starts: ["number"],
    held: ["know(card.sb.number)", "know(card.sb.expiry)", "know(card.sb.cvv)"],
    lost: ["charge(card.sb)"],
  },
  "Spain 2023: a second SIM card, at a bank no list knows": {
    person: `person: { id: p, region: es, currency: EUR, as-of: 2023-05-01 }
lines: { main: { carrier: Vodafone, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { banco: { service: Banco de Plasencia, line: main, devices: [phone], balance: 30000 } }`,
    starts: ["number"],
    lost: ["drain(account.banco)"],
  },
  "Spain 2021: the mailbox first, then the number, fifteen transfers in a night": {
    person: `person: { id: p, region: es, currency: EUR, as-of: 2021-03-01 }
lines: { main: { carrier: Movistar, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
mailboxes: { correo: { account: hotmail } }
accounts:
  hotmail: { service: Hotmail, line: main, devices: [phone] }
  ibercaja: { service: Ibercaja, line: main, mailbox: correo, devices: [phone], balance: 83000 }`,
    starts: ["mailbox", "number"],
    lost: ["drain(account.ibercaja)"],
    within: 720,
  },
  "Poland 2020: a SIM card given out in another town": {
    person: `person: { id: p, region: pl, currency: PLN, as-of: 2020-07-15 }
lines: { main: { carrier: Plus, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { bank: { service: mBank, line: main, devices: [phone], balance: 200000 } }`,
    starts: ["forged-document"],
    lost: ["drain(account.bank)"],
    within: 120,
  },
  "Russia 2024: a text photographed by a child, savings and two loans in a quarter of an hour": {
    person: `person: { id: p, region: ru, currency: RUB, as-of: 2024-07-20 }
lines: { main: { carrier: МТС, sim: { in: phone } } }
devices: { phone: { kind: phone } }
accounts: { sber: { service: Сбербанк, line: main, devices: [phone], balance: 100000, loan-offer: 1040000 } }`,
    starts: ["texts"],
    lost: ["drain(account.sber)", "cash-out(account.sber)"],
    within: 15,
  },
  "Russia 2025: an old number in other hands, the state's portal, a loan": {
    person: `person: { id: p, region: ru, currency: RUB, as-of: 2025-11-20 }
lines:
  old: { carrier: Билайн, sim: { in: none } }
  main: { carrier: МТС, sim: { in: phone } }
devices: { phone: { kind: phone } }
accounts:
  bank: { service: Т-Банк, line: old, devices: [phone], loan-offer: 500000 }
  gos: { service: Госуслуги, line: old, devices: [phone] }
losses: [{ goal: enter(account.gos), en: acting as her before the state, zh: 冒用她的政务身份 }]`,
    starts: ["number:line.old"],
    lost: ["cash-out(account.bank)", "enter(account.gos)"],
  },
  "New Zealand: the PIN of telephone banking among the contacts of a phone without a lock": {
    person: `person: { id: p, region: nz, currency: NZD, as-of: 2015-05-01 }
lines: { main: { carrier: Spark, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: none } }
accounts: { bank: { service: Westpac, line: main, balance: 4000 } }
documents: { note: { kind: other, name: "telephone banking number and PIN among the contacts", device: phone } }`,
    starts: ["open-phone"],
    lost: ["drain(account.bank)"],
  },
  "Britain 2022: what stood in the mails of a stolen phone, a loan pulled through two banks": {
    person: `person: { id: p, region: gb, currency: GBP, as-of: 2022-06-11 }
lines: { main: { carrier: EE, sim: { in: phone } } }
devices: { phone: { vendor: Apple, lock: passcode } }
mailboxes: { mail: { account: gmail } }
accounts:
  gmail: { service: Gmail, line: main, devices: [phone] }
  x: { service: NatWest, line: main, mailbox: mail, devices: [phone], balance: 9000 }
  y: { service: Monzo, line: main, mailbox: mail, devices: [phone], balance: 100 }`,
    starts: ["open-phone"],
    lost: ["drain(account.y)", "drain(account.x)", "cash-out(account.new-any-lender)"],
    within: 720,
  },
  "Britain 2020: the code that moves a number, read in the carrier's account": {
    person: `person: { id: p, region: gb, currency: GBP, as-of: 2020-06-01 }
lines: { main: { carrier: Three, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts:
  three: { service: Three, line: main, devices: [phone] }
  bank: { service: Metro Bank, line: main, devices: [phone], balance: 1100 }`,
    starts: ["leaked"],
    lost: ["drain(account.bank)"],
  },
  "Germany 2023: one code read out to a false postman": {
    person: `person: { id: p, region: de, currency: EUR, as-of: 2023-06-01 }
lines: { main: { carrier: Vodafone, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts:
  kunde: { service: Vodafone, line: main, devices: [phone] }
  ebay: { service: eBay, line: main }
losses:
  - { goal: control(line.main), en: her number, zh: 她的号码 }
  - { goal: enter(account.ebay), en: selling in her name, zh: 冒她的名卖东西 }`,
    starts: ["leaked"],
    lost: ["control(line.main)", "enter(account.ebay)"],
  },
  "Malaysia 2022: a code passed on, contacts asked for money": {
    person: `person: { id: p, region: my, currency: MYR, as-of: 2022-01-10 }
lines: { main: { carrier: Maxis, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { tg: { service: Telegram, line: main, devices: [phone] } }
losses: [{ goal: enter(account.tg), en: family asked for money, zh: 被冒名向家人借钱 }]`,
    starts: ["texts"],
    lost: ["enter(account.tg)"],
  },
  "India 2025: calls sent elsewhere by a code dialled for a courier": {
    person: `person: { id: p, region: in, currency: INR, as-of: 2025-11-27 }
lines: { main: { carrier: Jio, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { wa: { service: WhatsApp, line: main, devices: [phone] } }
losses: [{ goal: enter(account.wa), en: friends asked for money, zh: 被冒名向朋友借钱 }]`,
    starts: [],
    held: ["receive-call(line.main)"],
    lost: ["enter(account.wa)"],
  },
  "Switzerland 2019: a wallet filled from a card, five thousand at a time, in five minutes": {
    person: `person: { id: p, region: ch, currency: CHF, as-of: 2019-08-18 }
lines: { main: { carrier: Swisscom, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
cards: { ubs: { bank: UBS, kind: credit, credit: 30000 } }
accounts: { revolut: { service: Revolut, line: main, cards: [ubs], devices: [phone], balance: 200 } }`,
    starts: ["texts"],
    held: ["know(account.revolut.passcode)"],
    lost: ["charge(card.ubs)"],
    within: 15,
  },
  "Turkey 2023: a loan at a bank whose customer he never was": {
    person: `person: { id: p, region: tr, currency: TRY, as-of: 2023-05-01 }
lines: { main: { carrier: Turkcell, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { bank: { service: Ziraat, line: main, devices: [phone], balance: 20000 } }
documents: { kimlik: { kind: id-card } }`,
    starts: ["leaked", "found-document"],
    lost: ["cash-out(account.new-any-lender)"],
  },
  "Ukraine 2020: three numbers she had called, and dozens of loans": {
    person: `person: { id: p, region: ua, currency: UAH, as-of: 2020-05-01 }
lines: { main: { carrier: Vodafone, sim: { in: phone } } }
devices: { phone: { os: android, kind: phone } }
mailboxes: { mail: { account: google } }
accounts:
  google: { service: Google, line: main, devices: [phone] }
  privat: { service: ПриватБанк, line: main, devices: [phone], balance: 12000 }
losses: [{ goal: control(line.main), en: her number, zh: 她的号码 }, { goal: enter(account.google), en: her mail and photos, zh: 她的邮件和照片 }]`,
    starts: ["leaked"],
    lost: [
      "control(line.main)",
      "drain(account.privat)",
      "enter(account.google)",
      "cash-out(account.new-any-lender)",
    ],
  },
};

/** Words that would be taken for the end of all worry. */
const soundsSafe =
  /\b(you are|is|are|stay) safe\b|nothing to (do|fear|worry)|nothing can be (taken|reached)|no risk\b(?!\))|放心|安全了|什么都不用做|没有风险(?!）)|不会丢/i;

test.each(Object.entries(cases))("%s", { timeout: patience }, (_, { lost, within = 24 * 60, ...asked }) => {
  const { answer, loss, said } = judged(catalog, asked);
  for (const goal of lost) {
    const { verdict, distance, earliestMinutes, ifSoMinutes } = loss(goal);
    expect([goal, verdict]).not.toEqual([goal, "ruled-out"]);
    expect(distance?.level ?? 0).toBeLessThanOrEqual(2);
    expect(earliestMinutes ?? ifSoMinutes ?? Infinity).toBeLessThanOrEqual(within);
  }
  // Exact is said of an answer that rests on nothing unread.
  if (answer.losses.some(({ verdict }) => verdict === "not-ruled-out"))
    expect(answer.label).not.toBe("exact");
  const [en, zh] = [said("en"), said("zh")];
  for (const text of [en, zh]) expect(text.match(soundsSafe)?.[0]).toBeUndefined();
  // There is something to do, whoever is asked about.
  expect(en).toMatch(/What to do first (Today|If it happens)/);
  expect(zh).toMatch(/先做什么(今天|一旦)/);
  if (lost.includes("cash-out(account.new-any-lender)")) {
    expect(en).toContain("It can be any bank or lender, also one where you have nothing");
    expect(zh).toContain("任何一家银行或贷款平台都有可能，没用过的也算");
  }
});

const families = {
  poland: `person: { id: f, region: pl, currency: PLN }
lines: { main: { carrier: Play, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: shows-codes } }
mailboxes: { mail: { account: wp } }
cards: { debit: { bank: PKO, kind: debit, reserved-line: main, balance: 4000 } }
accounts:
  wp: { service: WP Poczta, line: main, devices: [phone], second-factor: sms }
  pko: { service: PKO BP, line: main, mailbox: mail, cards: [debit], devices: [phone], balance: 9000 }
  allegro: { service: Allegro, line: main, mailbox: mail, cards: [debit], devices: [phone], credit: 2000 }
  chat: { service: WhatsApp, line: main, devices: [phone] }
  coins: { service: Zonda, line: main, mailbox: mail, devices: [phone], balance: 3000, second-factor: sms }
losses: [{ goal: enter(account.chat), en: friends asked for money, zh: 被冒名向朋友借钱 }]`,
  vietnam: `person: { id: f, region: vn, currency: VND }
lines: { main: { carrier: Viettel, sim: { in: phone, pin: none } } }
devices: { phone: { vendor: oppo, kind: phone, lock: passcode, lock-screen: shows-codes } }
accounts:
  vcb: { service: Vietcombank, line: main, devices: [phone], balance: 40000000 }
  momo: { service: MoMo, line: main, devices: [phone], balance: 2000000 }
  zalo: { service: Zalo, line: main, devices: [phone] }
losses: [{ goal: enter(account.zalo), en: family asked for money, zh: 被冒名向家人借钱 }]`,
  china: `person: { id: f, region: cn, currency: CNY }
lines: { main: { carrier: 中国电信, sim: { in: phone, pin: none } } }
devices: { phone: { vendor: vivo, kind: phone, lock: passcode, lock-screen: shows-codes } }
cards:
  psbc: { bank: 邮储, kind: debit, reserved-line: main, balance: 30000 }
  rural: { bank: 武汉农商行, kind: debit, reserved-line: main, balance: 8000 }
accounts:
  wx: { service: 微信, line: main, cards: [psbc], devices: [phone], balance: 1200 }
  zfb: { service: 支付宝, line: main, cards: [psbc, rural], devices: [phone], balance: 600, credit: 3000, loan-offer: 5000 }
  dy: { service: 抖音, line: main, cards: [psbc], devices: [phone], credit: 2000 }
  pdd: { service: 拼多多, line: main, cards: [rural], devices: [phone] }`,
};

const withPin = (person: string) => person.replace("pin: none", "pin: set");
const withHiddenCodes = (person: string) => person.replace("shows-codes", "hides-codes");

describe("ordinary families, of whose institutions next to nothing is read", () => {
  /** How far the loss is: 0 reached, 1 to 3 not ruled out, 9 ruled out. */
  function distance(goal: string, asked: StrangersCase): number {
    const { verdict, distance: far } = judged(catalog, asked).loss(goal);
    return verdict === "reached" ? 0 : verdict === "ruled-out" ? 9 : (far?.level ?? 9);
  }

  test("whoever set a SIM PIN is farther from what a SIM card alone takes, and is not told to set one", {
    timeout: patience,
  }, () => {
    const told = [
      [families.poland, "enter(account.chat)", 0, 2],
      [families.vietnam, "enter(account.zalo)", 1, 2],
    ] as const;
    for (const [person, goal, without, set] of told) {
      expect(distance(goal, { person, starts: ["sim-only"] })).toBe(without);
      expect(distance(goal, { person: withPin(person), starts: ["sim-only"] })).toBe(set);
      const [open, careful] = [person, withPin(person)].map((each) =>
        judged(catalog, { person: each, starts: ["sim-only"] }).said("en"),
      );
      expect(open).toContain("Set a PIN on the SIM card");
      expect(careful).not.toContain("Set a PIN on the SIM card");
    }
  });

  test("where nobody knows what leaks, a SIM PIN leaves nothing to whoever has the SIM card alone", {
    timeout: patience,
  }, () => {
    for (const person of [families.poland, families.vietnam]) {
      const { answer } = judged(catalog, { person, starts: ["sim-only"], isUnknown: true });
      expect(answer.losses.map(({ verdict }) => verdict)).not.toContain("ruled-out");
      const careful = judged(catalog, { person: withPin(person), starts: ["sim-only"], isUnknown: true });
      expect(
        careful.answer.losses.flatMap(({ goal, verdict }) => (verdict === "ruled-out" ? [] : [goal])),
      ).toEqual([]);
      // Ruled out is said of this beginning alone, and never as the end of worry.
      expect(careful.said("en")).toContain("Somebody who has more, such as a forged document");
      expect(careful.said("zh")).toContain("对方要是还有别的，比如假证件");
    }
  });

  test("of the locked phone a SIM PIN and hidden codes count together, and each alone is not called enough", {
    timeout: patience,
  }, () => {
    const starts = ["locked-phone", "sim-only"];
    const goal = "drain(account.zfb)";
    const of = (person: string) => distance(goal, { person, starts });
    expect(of(families.china)).toBe(1);
    expect(of(withPin(families.china))).toBe(1);
    expect(of(withHiddenCodes(families.china))).toBe(1);
    expect(of(withHiddenCodes(withPin(families.china)))).toBe(2);
  });

  test("a second step that is no text is farther than a text", { timeout: patience }, () => {
    const starts = ["locked-phone", "sim-only"];
    const goal = "drain(account.momo)";
    expect(distance(goal, { person: families.vietnam, starts })).toBe(1);
    const careful = families.vietnam.replace(
      "momo: { service: MoMo,",
      "momo: { service: MoMo, second-factor: app, authenticator: phone,",
    );
    expect(distance(goal, { person: careful, starts })).toBe(2);
  });
});
