/** Folders of what begins without a telephone in other hands: a card fetched at the door, a mailbox entered first. Truth first. */
import {
  british,
  dayOf,
  flagged,
  type Line,
  listOf,
  mail,
  type StrangersFolder,
  two,
} from "./stranger-files.ts";

interface Booked {
  readonly out?: number;
  readonly into?: number;
  readonly isIntruders?: true;
}

/** A row of Lloyds' file; the newest stands first, and no hour is told. */
const lloydsRow =
  (balance: number) =>
  (
    day: string,
    [type, what]: readonly [string, string],
    { out, into, isIntruders }: Booked,
    i: number,
  ): Line => ({
    at: `${9_999_999_999 - Date.parse(day) / 1000} ${two(i)}`,
    cells: `${british(day)},${type},'30-96-26,12345678,${what},${out?.toFixed(2) ?? ""},${into?.toFixed(2) ?? ""},${(balance - i * 20).toFixed(2)}`,
    ...flagged(isIntruders),
  });
const lloydsHead = [
  "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance",
];

/**
 * United Kingdom, as its police tell of it again and again: somebody who says he is from the police has her say her PIN, a courier
 * fetches the card at the door, and two days of cash and shops follow. `isToldOf`: she tells of the card that was fetched.
 */
export function fetchedAtTheDoor({ isToldOf = true } = {}): StrangersFolder {
  const row = lloydsRow(9000);
  const shops = ["TESCO STORES 2211", "BOOTS 0441", "POST OFFICE", "SAINSBURYS", "WAITROSE"];
  const theirs = true;
  const statement = listOf(
    "12345678_20240601_20240630.csv",
    lloydsHead,
    [
      ...Array.from({ length: 17 }, (_, i) =>
        row(dayOf("2024-06-01", i), ["DEB", shops[i % 5]!], { out: 8 + ((i * 13) % 40) }, i),
      ),
      row("2024-06-07", ["CPT", "LNK TESCO HENDON CD 7712"], { out: 100 }, 40),
      row("2024-06-14", ["CPT", "LNK TESCO HENDON CD 7712"], { out: 100 }, 41),
      row("2024-06-10", ["BGC", "DWP STATE PENSION"], { into: 884.2 }, 42),
      row("2024-06-18", ["CPT", "LNK BARCLAYS BRENT X CD 7712"], { out: 500, isIntruders: theirs }, 43),
      row("2024-06-18", ["DEB", "ARGOS LTD BRENT CROSS"], { out: 749, isIntruders: theirs }, 44),
      row("2024-06-19", ["CPT", "LNK NOTEMACHINE CD 7712"], { out: 500, isIntruders: theirs }, 45),
      row("2024-06-19", ["DEB", "SELFRIDGES LONDON"], { out: 1899, isIntruders: theirs }, 46),
    ],
    2,
  );
  const calls = [
    "Date,Time,Number,Direction,Duration",
    "2024-06-12,10:02:00,+442071234567,outgoing,120",
    "2024-06-18,11:20:00,+447700900123,incoming,2900",
    "2024-06-20,09:05:00,+443456021997,outgoing,1300",
  ].join("\r\n");
  const told = (day: string, clock: string, says: string) => ({
    at: `${day}T${clock}:00+01:00`,
    by: "owner",
    says,
  });
  return {
    files: { "12345678_20240601_20240630.csv": statement.text, "calls.csv": calls },
    person: `
person: { id: fetched-at-the-door, region: gb, currency: GBP, as-of: 2024-06-17 }
lines: { main: { carrier: ee } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
cards: { debit: { bank: lloyds, kind: debit, last4: "7712", reserved-line: main, balance: 9000 } }
accounts:
  lloyds: { service: lloyds, line: main, cards: [debit], balance: 9000 }
`,
    told: [
      told(
        "2024-06-18",
        "11:30",
        "a man rang and said he was from the Metropolitan Police, he asked for my PIN",
      ),
      ...(isToldOf ? [told("2024-06-18", "13:00", "a courier came to the door and took my bank card")] : []),
      told("2024-06-20", "09:05", "I rang Lloyds and the card was stopped"),
    ],
    intruders: [...statement.intruders, "calls.csv 3"],
  };
}

/**
 * United Kingdom: the mailbox is entered first, the wallet's password is set anew by mail, two payments go to one name, a filter hides
 * what the wallet writes, and the bank books both the day after. `isOwn`: the same two payments, and she says they are hers.
 */
export function mailboxFirst({ isOwn = false } = {}): StrangersFolder {
  const row = lloydsRow(3100);
  const shops = ["TESCO STORES 2211", "GREGGS", "TFL TRAVEL CH", "SAINSBURYS", "COSTA COFFEE"];
  const theirs = isOwn ? undefined : true;
  const paid = (out: number) => ({ out, ...flagged(theirs) });
  const statement = listOf(
    "12345678_20240901_20240930.csv",
    lloydsHead,
    [
      ...Array.from({ length: 28 }, (_, i) =>
        row(dayOf("2024-09-01", i), ["DEB", shops[i % 5]!], { out: 4 + ((i * 13) % 30) }, i),
      ),
      row("2024-09-25", ["BGC", "ACME LTD SALARY"], { into: 2200 }, 42),
      row("2024-09-22", ["DD", "PAYPAL PAYMENT"], paid(480), 43),
      row("2024-09-22", ["DD", "PAYPAL PAYMENT"], paid(620), 44),
      row("2024-09-11", ["DD", "PAYPAL PAYMENT"], { out: 10.99 }, 45),
    ],
    2,
  );
  const paypal = "PayPal <service@paypal.co.uk>";
  const letters = [
    [
      "2024-09-10T12:44",
      paypal,
      "Receipt for your payment to Spotify",
      "You sent a payment of £10.99 GBP to Spotify",
    ],
    [
      "2024-09-21T22:40",
      paypal,
      "You sent a payment of £480.00 GBP to Erin Blake",
      "You sent a payment of £480.00 GBP to Erin Blake. Transaction ID 5XA1",
    ],
    [
      "2024-09-21T22:44",
      paypal,
      "You sent a payment of £620.00 GBP to Erin Blake",
      "You sent a payment of £620.00 GBP to Erin Blake. Transaction ID 5XA2",
    ],
    [
      "2024-09-21T22:14",
      "Google <no-reply@accounts.google.com>",
      "Security alert",
      "New sign-in on Windows. Your Google Account was just signed in to from a new Windows device.",
    ],
    [
      "2024-09-21T22:31",
      paypal,
      "Your password has been changed",
      "You recently changed your PayPal password.",
    ],
  ] as const;
  const mails = (isOwn ? letters.slice(0, 3) : letters).map(
    ([at, from, subject, body], i) =>
      [`mail/${i}.eml`, mail(from, "sam@mail.example", `${at}:00+01:00`, subject, body)] as const,
  );
  return {
    files: { "12345678_20240901_20240930.csv": statement.text, ...Object.fromEntries(mails) },
    person: `
person: { id: mailbox-first, region: gb, currency: GBP, as-of: 2024-09-20 }
lines: { main: { carrier: ee } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
mailboxes: { post: { account: google } }
cards: { debit: { bank: lloyds, kind: debit, last4: "7712", reserved-line: main, balance: 3100 } }
accounts:
  google: { service: google, line: main, devices: [phone] }
  paypal: { service: paypal, line: main, mailbox: post, cards: [debit] }
  lloyds: { service: lloyds, line: main, cards: [debit], balance: 3100 }
`,
    told: isOwn
      ? [
          {
            at: "2024-09-21T22:45:00+01:00",
            by: "owner",
            says: "I sent 480 and 620 to Erin Blake with PayPal",
          },
        ]
      : [
          {
            at: "2024-09-22T08:30:00+01:00",
            by: "owner",
            says: "two PayPal payments to Erin Blake that I did not make; a filter in my mail moved the messages of PayPal to the bin",
          },
          { at: "2024-09-22T09:00:00+01:00", by: "owner", says: "I changed my Google password" },
        ],
    intruders: [...statement.intruders, ...(isOwn ? [] : [1, 2, 3, 4].map((i) => `mail/${i}.eml 1`))],
  };
}
