/**
 * Cases of fourteen countries as the press or a court told them, written down as somebody would who knows our documents
 * alone: what really went is never ruled out, can go as soon as it went, and the answer says whom to call first.
 */
import { expect, test } from "vitest";
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

/** Verdict by what went, how soon the latest of it could go, and whom to call first. */
function check({ lost, within = 24 * 60, ...asked }: Told) {
  const { loss, first } = judged(catalog, asked);
  const found = lost.map(loss);
  expect(found.map(({ verdict }) => verdict)).not.toContain("ruled-out");
  expect(found.map(({ distance }) => distance?.level ?? 0).filter((level) => level > 2)).toEqual([]);
  const minutes = found.map(({ earliestMinutes, ifSoMinutes }) => earliestMinutes ?? ifSoMinutes ?? Infinity);
  expect(Math.max(...minutes)).toBeLessThanOrEqual(within);
  return first ?? "";
}

const cases: Readonly<Record<string, Told & { readonly first: string }>> = {
  "Japan 2024: a new phone in a shop on a forged card": {
    person:
      "person: { id: p, region: jp, currency: JPY, as-of: 2024-04-30 }\nlines: { main: { carrier: ソフトバンク, sim: { in: phone } } }\ndevices: { phone: { vendor: Apple, lock: passcode } }\ncards: { sb: { bank: ソフトバンクカード, kind: prepaid, reserved-line: main, balance: 130000 } }\naccounts: { paypay: { service: PayPay, line: main, devices: [phone], cards: [sb], balance: 50000 } }",
    starts: ["forged-document"],
    lost: ["charge(card.sb)", "drain(account.paypay)"],
    within: 180,
    first: "SoftBank",
  },
  "Kenya 2022: the number moved while its owner was abroad": {
    person:
      "person: { id: p, region: ke, currency: KES, as-of: 2022-03-28 }\nlines: { main: { carrier: Safaricom, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts:\n  ncba: { service: NCBA Bank, line: main, devices: [phone], balance: 373000, loan-offer: 66640 }\n  mpesa: { service: M-PESA, line: main, devices: [phone], credit: 12000 }\n  mshwari: { service: M-Shwari, line: main, loan-offer: 24000 }\n  kcb: { service: KCB M-PESA, line: main, loan-offer: 20000 }",
    starts: ["number"],
    lost: [
      "drain(account.ncba)",
      "cash-out(account.ncba)",
      "spend-credit(account.mpesa)",
      "cash-out(account.mshwari)",
      "cash-out(account.kcb)",
    ],
    first: "NCBA (Kenya)",
  },
  "Kenya 2021: phone and SIM stolen, emptied in two hours": {
    person:
      "person: { id: p, region: ke, currency: KES, as-of: 2021-10-10 }\nlines: { main: { carrier: safaricom, sim: { in: phone, pin: none } } }\ndevices: { phone: { kind: phone } }\naccounts:\n  mpesa: { service: mpesa, line: main, devices: [phone], balance: 298812 }\n  mshwari: { service: mshwari, line: main, balance: 116505 }",
    starts: ["locked-phone", "sim-only"],
    lost: ["drain(account.mpesa)", "drain(account.mshwari)"],
    within: 120,
    first: "Safaricom",
  },
  "Britain 2025: a phone and its code, by five in the morning": {
    person:
      "person: { id: p, region: gb, currency: GBP, as-of: 2025-04-26 }\nlines: { main: { carrier: o2, sim: { in: phone } } }\ndevices: { phone: { vendor: apple, lock: passcode } }\ncards: { amex: { bank: American Express, kind: credit, credit: 8000 } }\naccounts:\n  chase: { service: chase, line: main, devices: [phone], balance: 20000 }\n  wise: { service: Wise, line: main, devices: [phone], balance: 3000 }",
    starts: ["open-phone-with-code"],
    lost: ["drain(account.chase)", "drain(account.wise)", "charge(card.amex)"],
    within: 300,
    first: "Chase (UK)",
  },
  "Nigeria 2023: the SIM, by dialled codes": {
    person:
      "person: { id: p, region: ng, currency: NGN, as-of: 2023-06-01 }\nlines: { main: { carrier: Airtel, sim: { in: phone, pin: none } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { first: { service: First Bank, line: main, balance: 420000 } }",
    starts: ["sim-only"],
    lost: ["drain(account.first)"],
    first: "Airtel (Nigeria)",
  },
  "Germany 2017: a second SIM ordered online, ten minutes": {
    person:
      "person: { id: p, region: de, currency: EUR, as-of: 2017-08-31 }\nlines: { main: { carrier: telekom, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { bank: { service: Sparkasse, line: main, balance: 28170 } }",
    starts: ["number"],
    held: ["know(account.bank.password)"],
    lost: ["drain(account.bank)"],
    within: 10,
    first: "Sparkasse, 116116",
  },
  "Spain 2021: a copy of the SIM": {
    person:
      "person: { id: p, region: es, currency: EUR, as-of: 2021-06-28 }\nlines: { main: { carrier: O2, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { ibercaja: { service: Ibercaja, line: main, devices: [phone], balance: 1700 } }",
    starts: ["number"],
    lost: ["drain(account.ibercaja)"],
    first: "Ibercaja",
  },
  "Guangdong 2017: papers and a card photographed in the phone": {
    person:
      "person: { id: p, region: cn, currency: CNY, as-of: 2017-05-13 }\nlines: { main: { carrier: 中国移动, sim: { in: phone } } }\ndevices: { phone: { kind: phone } }\ncards: { nh: { bank: 农行, kind: debit, reserved-line: main, balance: 37000 } }\naccounts: { weixin: { service: 微信, line: main, devices: [phone], cards: [nh] } }\ndocuments: { id: { kind: id-card, device: phone } }",
    starts: ["open-phone"],
    lost: ["charge(card.nh)"],
    first: "Agricultural Bank of China, 95599",
  },
  "Inner Mongolia 2019: a phone without a lock": {
    person:
      "person: { id: p, region: cn, currency: CNY, as-of: 2019-11-20 }\nlines: { main: { carrier: 中国联通, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: none } }\naccounts:\n  weixin: { service: 微信, line: main, devices: [phone], balance: 500 }\n  zfb: { service: 支付宝, line: main, devices: [phone], credit: 6000 }",
    starts: ["open-phone"],
    lost: ["drain(account.weixin)", "spend-credit(account.zfb)"],
    first: "Alipay, 95188",
  },
  "Korea 2025: the number moved to a cheap carrier": {
    person:
      "person: { id: p, region: kr, currency: KRW, as-of: 2025-04-22 }\nlines: { main: { carrier: SK텔레콤, sim: { in: phone } } }\ndevices: { phone: { vendor: samsung, lock: passcode } }\naccounts: { bank: { service: 국민은행, line: main, devices: [phone], balance: 50000000 } }",
    starts: ["leaked"],
    lost: ["drain(account.bank)"],
    first: "SK Telecom",
  },
  "United States 2021: the number moved, coins sent": {
    person:
      "person: { id: p, region: us, currency: USD, as-of: 2021-12-20 }\nlines: { main: { carrier: T-Mobile, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\nmailboxes: { mail: { account: gmail } }\naccounts:\n  gmail: { service: Gmail, line: main, devices: [phone] }\n  coinbase: { service: Coinbase, line: main, mailbox: mail, devices: [phone], balance: 24000, second-factor: sms }",
    starts: ["number"],
    lost: ["drain(account.coinbase)"],
    first: "Coinbase",
  },
  "Australia 2018: ported by the date of birth": {
    person:
      "person: { id: p, region: au, currency: AUD, as-of: 2018-10-05 }\nlines: { main: { carrier: Vodafone, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\nmailboxes: { gmail: { account: google } }\ncards: { visa: { bank: CommBank, kind: credit, credit: 3000 } }\naccounts:\n  google: { service: google, line: main, devices: [phone] }\n  paypal: { service: PayPal, line: main, mailbox: gmail, cards: [visa] }",
    starts: ["leaked"],
    lost: ["charge(card.visa)"],
    first: "Vodafone Australia",
  },
  "Indonesia 2020: a SIM given out in six minutes": {
    person:
      "person: { id: p, region: id, currency: IDR, as-of: 2020-01-03 }\nlines: { main: { carrier: Indosat, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\ncards: { bni: { bank: BNI, kind: credit, reserved-line: main, credit: 20000000 } }\naccounts:\n  bank: { service: Commonwealth Bank, line: main, devices: [phone], balance: 300000000 }",
    starts: ["forged-document"],
    lost: ["drain(account.bank)", "charge(card.bni)"],
    first: "Indosat",
  },
  "South Africa 2021: an open phone, in the same hour": {
    person:
      "person: { id: p, region: za, currency: ZAR, as-of: 2021-09-23 }\nlines: { main: { carrier: Vodacom, sim: { in: phone } } }\ndevices: { phone: { vendor: apple, lock: passcode } }\naccounts: { capitec: { service: Capitec, line: main, devices: [phone], balance: 20000 } }",
    starts: ["open-phone"],
    lost: ["drain(account.capitec)"],
    within: 60,
    first: "Capitec",
  },
  "United States 2021: the number on another phone, coins and a bank": {
    person:
      "person: { id: p, region: us, currency: USD, as-of: 2021-11-24 }\nlines: { main: { carrier: T-Mobile, sim: { in: phone } } }\ndevices: { phone: { vendor: Apple, lock: passcode } }\nmailboxes: { post: { account: google } }\naccounts:\n  google: { service: Google, line: main, devices: [phone] }\n  chase: { service: Chase, line: main, mailbox: post, devices: [phone], balance: 6400 }\n  coins: { service: Coinbase, line: main, mailbox: post, second-factor: sms, balance: 18165 }",
    starts: ["forged-document"],
    lost: ["drain(account.coins)", "drain(account.chase)"],
    within: 180,
    // Whoever passes for her in a shop undoes what she asks of the carrier.
    first: "Coinbase",
  },
  "Britain 2024: an eSIM, then telephone banking": {
    person:
      "person: { id: p, region: gb, currency: GBP, as-of: 2024-02-05 }\nlines: { main: { carrier: O2, sim: { in: phone } } }\ndevices: { phone: { vendor: Apple, lock: passcode } }\ncards: { debit: { bank: Barclays, kind: debit, reserved-line: main } }\naccounts: { bank: { service: Barclays, line: main, cards: [debit], devices: [phone], balance: 3500 } }",
    starts: ["leaked"],
    lost: ["drain(account.bank)"],
    first: "O2 UK",
  },
  "Brazil 2022: an open phone out of a taxi": {
    person:
      "person: { id: p, region: br, currency: BRL, as-of: 2022-04-29 }\nlines: { main: { carrier: Claro, sim: { in: phone } } }\ndevices: { phone: { vendor: Apple, lock: passcode } }\naccounts:\n  nubank: { service: Nubank, line: main, devices: [phone], balance: 21000, loan-offer: 21000 }\n  bb: { service: Banco do Brasil, line: main, devices: [phone], balance: 14000 }",
    starts: ["open-phone"],
    lost: ["drain(account.nubank)", "cash-out(account.nubank)", "drain(account.bb)"],
    within: 60,
    first: "Nubank",
  },
  "Singapore 2021: a password typed into a page that was not the bank's": {
    person:
      "person: { id: p, region: sg, currency: SGD, as-of: 2021-12-28 }\nlines: { main: { carrier: Singtel, sim: { in: phone } } }\ndevices: { phone: { os: android, lock: passcode } }\ncards: { debit: { bank: OCBC, kind: debit, reserved-line: main } }\naccounts: { bank: { service: OCBC, line: main, cards: [debit], devices: [phone], trusted: [phone], balance: 69000 } }",
    starts: [],
    held: ["know(account.bank.password)", "know(account.bank.sign-in-name)"],
    lost: ["drain(account.bank)"],
    within: 60,
    first: "OCBC",
  },
};

for (const [name, { first, ...told }] of Object.entries(cases))
  test(name, { timeout: patience }, () => {
    expect(check(told).startsWith(first) ? first : check(told)).toBe(first);
  });

test("who moved the second step off texts is farther from the loss", {
  timeout: patience,
}, () => {
  const us = cases["United States 2021: the number moved, coins sent"]!;
  const levelOf = (person: string) =>
    judged(catalog, { ...us, person }).loss("drain(account.coinbase)").distance?.level ?? 0;
  expect(levelOf(us.person)).toBe(0);
  expect(
    levelOf(us.person.replace("second-factor: sms", "second-factor: passkey, passkeys: [phone]")),
  ).toBeGreaterThan(0);
});
