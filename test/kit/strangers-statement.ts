/** A folder whose owner tells all of it in one statement: of our own, as such nights are told. Names, numbers and sums are made up. */
import {
  chaseHead,
  chaseRow,
  dayOf,
  listOf,
  mail,
  type StrangersFolder,
  type Text,
  textsOf,
} from "./stranger-files.ts";

/**
 * United States: the number is moved in the evening, the mailbox, the exchange and the bank are opened one after the other. What the
 * exchange draws from the bank is booked two days later.
 */
export function toldInOneStatement(): StrangersFolder {
  const shops = ["HEB #472", "SHELL OIL", "CHIPOTLE 1183", "NETFLIX.COM", "UBER *TRIP"];
  const chase = chaseRow(6200);
  const statement = listOf(
    "Chase1123_Activity_20261120.CSV",
    chaseHead,
    [
      ...Array.from({ length: 30 }, (_, i) =>
        chase(dayOf("2026-10-14", i), `${shops[i % 5]} AUSTIN TX`, -(6.2 + ((i * 37) % 95)), "DEBIT_CARD", i),
      ),
      chase("2026-10-30", "ACME CORP PAYROLL PPD ID: 9111111", 2450.1, "ACH_CREDIT", 40),
      chase("2026-11-14", "Zelle payment to J HARRIS JPM99a7c1kd2", -2000, "QUICKPAY_DEBIT", 50, true),
      chase("2026-11-14", "Online Transfer to CHK ...9921 transaction#: 2219", -1500, "ACCT_XFER", 51, true),
      chase("2026-11-16", "COINBASE INC. WEB PMTS 8X7K PPD", -2400, "ACH_DEBIT", 52, true),
    ],
    2,
  );
  const texts = textsOf("sms-20261120.xml", [
    ...Array.from(
      { length: 6 },
      (_, i): Text => ({
        at: `${dayOf("2026-10-15", i * 4)}T09:1${i}:00-05:00`,
        with: "262966",
        says: `Your Uber code is 41${i}2. Never share this code.`,
      }),
    ),
    {
      at: "2026-11-14T19:38:00-06:00",
      with: "456",
      says: "T-Mobile: We received a request to transfer your number. If you did not make this request call 611 now.",
      isIntruders: true,
    },
    {
      at: "2026-11-15T10:52:00-06:00",
      with: "456",
      says: "T-Mobile: Your SIM has been changed. Welcome back!",
    },
  ]);
  const me = "one@mail.example";
  const mails: readonly (readonly [string, string, string, string])[] = [
    [
      "Google <no-reply@accounts.google.com>",
      "2026-11-14T19:47:00-06:00",
      "Security alert",
      "The password for your Google Account was changed. If you didn't change it, recover your account.",
    ],
    [
      "Coinbase <no-reply@coinbase.com>",
      "2026-11-14T19:55:00-06:00",
      "Your password has been reset",
      "Your Coinbase password was successfully reset. If you did not request this, lock your account.",
    ],
    [
      "Coinbase <no-reply@coinbase.com>",
      "2026-11-14T19:57:00-06:00",
      "New device confirmed",
      "A new device was confirmed for your Coinbase account: Chrome on Windows.",
    ],
    [
      "Chase <no.reply.alerts@chase.com>",
      "2026-11-14T20:16:00-06:00",
      "You sent $2,000.00 with Zelle",
      "You sent $2,000.00 to J HARRIS with Zelle. Transaction number JPM99a7c1kd2.",
    ],
  ];
  return {
    files: {
      "Chase1123_Activity_20261120.CSV": statement.text,
      "sms-20261120.xml": texts.text,
      ...Object.fromEntries(
        mails.map(([from, at, subject, body], i) => [`mail/${i + 1}.eml`, mail(from, me, at, subject, body)]),
      ),
    },
    person: `
person: { id: told-in-one-statement, region: us, currency: USD, as-of: 2026-11-13 }
lines: { main: { carrier: t-mobile-us } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
cards: { debit: { bank: chase, kind: debit, balance: unknown, reserved-line: main } }
accounts:
  mail: { service: google, line: main, devices: [phone] }
  chase: { service: chase, line: main, mailbox: main, cards: [debit], devices: [phone], balance: unknown }
  coin: { service: coinbase, line: main, mailbox: main, devices: [phone], balance: unknown }
mailboxes: { main: { account: mail } }
`,
    told: [
      {
        at: "2026-11-15T12:00:00-06:00",
        by: "owner",
        says: "At 7:42 pm my phone lost all service, I had it in my hand. At the T-Mobile store this morning at 10:50 they gave me a new SIM. I could not get into Gmail, the password was changed. I do not know J Harris and I never made that transfer to account 9921.",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders, ...mails.map((_, i) => `mail/${i + 1}.eml 1`)],
  };
}
