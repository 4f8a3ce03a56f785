/**
 * Six more folders of records, of our own, as such cases are told: a number that was given up, an eSIM asked for by a text that was
 * sent on, a safe account, a phone snatched with a sister who pays, and two phones that were only lost. See `stranger-files.ts`,
 * whose tools these use. What each row was is written down with it; names, numbers and sums are made up.
 */
import { encoded } from "./encoded.ts";
import {
  american,
  british,
  dayOf,
  flagged,
  type Line,
  listOf,
  mail,
  quoted,
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * Canada: mailbox and bank still hang on a number she gave up in February; whoever has it now recovers the one and resets the other,
 * and over a weekend two e-Transfers go out. She brings two statements, the inbox of her other address, and a log of sign-ins.
 */
export function oldNumber(): StrangersFolder {
  const shops = [
    "SAVE ON FOODS",
    "TIM HORTONS #221",
    "COMPASS VENDING",
    "SHOPPERS DRUG M",
    "LONDON DRUGS 0",
    "NETFLIX.COM",
  ];
  const td = (
    day: string,
    what: string,
    { out = "", into = "" }: { out?: string; into?: string },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999 - Date.parse(day) / 1000} ${two(i)}`,
    cells: `${american(day)},${what},${out},${into},${(8400 - i * 41).toFixed(2)}`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "accountactivity.csv",
    [],
    [
      ...Array.from({ length: 34 }, (_, i) =>
        td(dayOf("2023-04-12", i), shops[i % 6]!, { out: (3 + ((i * 173) % 9000) / 100).toFixed(2) }, i),
      ),
      td("2023-04-14", "PAYROLL DEP  NORTHSHORE", { into: "2210.44" }, 40),
      td("2023-04-28", "PAYROLL DEP  NORTHSHORE", { into: "2210.44" }, 41),
      td("2023-05-12", "PAYROLL DEP  NORTHSHORE", { into: "2210.44" }, 42),
      td("2023-05-01", "SEND E-TFR ***a7K", { out: "1450.00" }, 43),
      td("2023-05-03", "E-TRANSFER ***9Qd", { into: "60.00" }, 44),
      td("2023-05-05", "TELUS MOBILITY  BILL PYMT", { out: "79.10" }, 45),
      td("2023-05-13", "SEND E-TFR ***xP2", { out: "3000.00" }, 50, true),
      td("2023-05-14", "SEND E-TFR ***v0R", { out: "2800.00" }, 51, true),
    ],
    1,
  );
  const bmo = listOf(
    "statement.csv",
    [
      "Following data is valid as of 20230517101502 (Year/Month/Day/Hour/Minute/Second)",
      "",
      "Item #,Card #,Transaction Date,Posting Date,Transaction Amount,Description",
    ],
    Array.from({ length: 16 }, (_, i): Line => {
      const d = dayOf("2023-04-15", i * 2).replaceAll("-", "");
      return {
        at: d,
        cells: `${i + 1},'5191230000001234',${d},${d},${(11 + ((i * 67) % 140)).toFixed(1)},${shops[(i + 3) % 6]} VANCOUVER BC`,
      };
    }),
    4,
  );
  const box = (
    mails: readonly { at: string; from: string; subject: string; body: string; isIntruders?: true }[],
  ) => {
    const sorted = mails.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return {
      text: sorted
        .map(
          (m) =>
            `From MAILER@mail.example ${new Date(m.at).toUTCString()}\r\n${mail(m.from, "k.other@mail.example", m.at, m.subject, m.body)}`,
        )
        .join("\r\n"),
      intruders: sorted.flatMap((m, i) => (m.isIntruders ? [`inbox.mbox ${i + 1}`] : [])),
    };
  };
  const mails = box([
    ...Array.from({ length: 8 }, (_, i) => ({
      at: `${dayOf("2023-04-13", i * 4)}T09:10:00-07:00`,
      from: "Shoppers Drug Mart <news@shoppers.example>",
      subject: "20x the points this weekend",
      body: "Offers for you.",
    })),
    {
      at: "2023-05-05T06:00:00-07:00",
      from: "TELUS <ebill@telus.com>",
      subject: "Your TELUS bill is ready",
      body: "Your bill of $79.10 is ready to view.",
    },
    {
      at: "2023-05-13T20:41:00-07:00",
      from: "Google <no-reply@accounts.google.com>",
      subject: "Security alert for k.lind@gmail.com",
      body: "Account recovered successfully. Your Google Account k.lind@gmail.com was recovered and its password was changed. If you didn't do this, secure your account. This mail goes to you as recovery address.",
      isIntruders: true,
    },
    {
      at: "2023-05-13T20:44:00-07:00",
      from: "Google <no-reply@accounts.google.com>",
      subject: "Security alert for k.lind@gmail.com",
      body: "A new sign-in on Android. We noticed a new sign-in to your Google Account on a Samsung Galaxy A12 device.",
      isIntruders: true,
    },
    {
      at: "2023-05-13T21:12:00-07:00",
      from: "TD Canada Trust <notify@td.com>",
      subject: "Your EasyWeb password was changed",
      body: "You have changed your EasyWeb password. If you did not make this change call EasyLine 1-866-222-3456.",
      isIntruders: true,
    },
    {
      at: "2023-05-13T21:20:00-07:00",
      from: "Interac <notify@payments.interac.ca>",
      subject: "INTERAC e-Transfer: Your money transfer to J. Marsh was deposited",
      body: "Hi K LIND, your transfer of $3,000.00 (CAD) to J. Marsh was successfully deposited.",
      isIntruders: true,
    },
  ]);
  const takeout = listOf(
    "Takeout/Access Log Activity/Activities - A list of Google services accessed by.csv",
    [
      "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel",
    ],
    [
      ...Array.from({ length: 14 }, (_, i): Line => {
        const at = `${dayOf("2023-04-14", i * 2)} ${two(15 + (i % 8))}:04:10 UTC`;
        return {
          at,
          cells: `1001,${at},24.84.0.${10 + (i % 3)},,false,CA,BC,Vancouver,"Mozilla/5.0 (iPhone; CPU iPhone OS 16_4)",Gmail,,Login,IMAP`,
        };
      }),
      ...["2023-05-14 03:43:51 UTC", "2023-05-14 03:59:10 UTC"].map(
        (at): Line => ({
          at,
          cells: `1001,${at},142.112.9.77,,false,CA,ON,Brampton,"Mozilla/5.0 (Linux; Android 11; SM-A125W)",Gmail,,Login,WEB`,
          isIntruders: true,
        }),
      ),
    ],
    2,
  );
  return {
    files: {
      "accountactivity.csv": statement.text,
      "statement.csv": bmo.text,
      "inbox.mbox": mails.text,
      "Takeout/Access Log Activity/Activities - A list of Google services accessed by.csv": takeout.text,
    },
    person: `
person: { id: old-number, region: ca, currency: CAD, as-of: 2023-05-13 }
lines:
  main: { carrier: telus, sim: { in: phone, kind: physical, pin: none } }
  old: { carrier: rogers }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards:
  td: { bank: td-canada-trust, kind: debit, reserved-line: old, balance: 8000 }
  bmo: { bank: bmo, kind: credit, last4: "1234", reserved-line: main, credit: 9000 }
mailboxes: { gmail: { account: mail } }
accounts:
  mail: { service: google, line: old, trusted: [phone] }
  bank: { service: td-canada-trust, line: old, mailbox: gmail, cards: [td], balance: 8000 }
`,
    told: [
      {
        at: "2023-03-01T12:00:00-08:00",
        by: "owner",
        says: "I moved to TELUS with a new number and gave up my old Rogers number",
      },
      {
        at: "2023-05-16T19:00:00-07:00",
        by: "owner",
        says: "I can't get into my Gmail, the password doesn't work",
      },
      {
        at: "2023-05-16T19:30:00-07:00",
        by: "owner",
        says: "TD says two e-Transfers went out over the weekend, I did not send them; the code went to my old number",
      },
    ],
    intruders: [...statement.intruders, ...mails.intruders, ...takeout.intruders],
  };
}

/**
 * India, before texts were held for a day: a caller has him send a text on to his carrier, and the line becomes an eSIM elsewhere; nine
 * equal sums leave his account. Four in ten of the texts are missing.
 */
export function esimByText(): StrangersFolder {
  const shops = ["RATNADEEP", "PARADISE FOOD", "TSRTC", "APOLLO PHARMACY", "MORE SUPER", "HP PETROL"];
  const dd = (d: string) => `${d.slice(8)}/${d.slice(5, 7)}/${d.slice(2, 4)}`;
  const hdfc = (
    day: string,
    says: string,
    { out = 0, into = 0 }: { out?: number; into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `  ${dd(day)} ,${says.padEnd(60)},${dd(day)} ,      ${out.toFixed(2)}  ,      ${into.toFixed(2)} ,0000${i}20071000${two(i)}          ,   ${(1_240_000 - i * 1000).toFixed(2)}  `,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "50100_1594876.txt",
    [
      "",
      "  Date     ,Narration                                                ,Value Dat,Debit Amount       ,Credit Amount      ,Chq/Ref Number   ,Closing Balance",
    ],
    [
      ...Array.from({ length: 40 }, (_, i) =>
        hdfc(
          dayOf("2020-06-14", i % 32),
          i % 4
            ? `UPI-${shops[i % 6]}-${shops[i % 6]!.toLowerCase().replaceAll(" ", "")}@paytm-PYTM0123456-0163${4_000_000 + i * 919}-UPI`
            : `POS 416021XXXXXX3341 ${shops[i % 6]} POS DEBIT`,
          { out: 55 + ((i * 347) % 1900) },
          i,
        ),
      ),
      hdfc("2020-06-30", "SALARY FOR JUN 2020-TECHNO SOFT", { into: 96_500 }, 60),
      hdfc("2020-07-01", "50100_TPT-RENT JULY-V SRINIVAS", { out: 18_000 }, 61),
      hdfc("2020-07-05", "ACH D- HDFC LTD-661220", { out: 24_310 }, 62),
      hdfc("2020-07-15", "50100-TPT-FD BREAK-SWEEP IN", { into: 500_000 }, 70, true),
      ...Array.from({ length: 9 }, (_, i) =>
        hdfc(
          "2020-07-15",
          `IMPS-0197${15_300_100 + i * 7331}-${i < 5 ? "MANOJ MANDAL" : "SUKHDEV"}-${i < 5 ? "SBIN" : "CNRB"}-XXXXXXXX${i < 5 ? 4411 : 9020}-MB`,
          { out: 99_000 },
          71 + i,
          true,
        ),
      ),
      hdfc("2020-07-16", `UPI-${shops[1]}-paradise@paytm-PYTM0123456-019800001-UPI`, { out: 420 }, 90),
    ],
    3,
  );
  const texts = textsOf("sms-20200717.xml", [
    ...Array.from(
      { length: 18 },
      (_, i): Text => ({
        at: `${dayOf("2020-06-14", i * 2 - (i % 2))}T${two(9 + (i % 11))}:31:00+05:30`,
        with: i % 3 ? "VM-HDFCBK" : "+919849011223",
        says:
          i % 3
            ? `UPDATE: INR ${(55 + ((i * 347) % 1900)).toFixed(2)} debited from HDFC Bank A/c XX3341 on ${dd(dayOf("2020-06-14", i)).replaceAll("/", "-")}. Info: UPI-${shops[i % 6]}. Avl bal:INR 11,40,210.00`
            : "ok coming by 7",
      }),
    ),
    {
      at: "2020-07-14T17:02:00+05:30",
      with: "VK-AIRKYC",
      says: "Dear customer your Airtel SIM KYC is pending and service will be stopped within 24 hours. Call 7063998121",
      isIntruders: true,
    },
    {
      at: "2020-07-15T11:20:00+05:30",
      with: "+917063998121",
      says: "Forward this: eSIM priya.help2020@gmail.com to 121",
      isIntruders: true,
    },
    { at: "2020-07-15T11:22:00+05:30", with: "121", says: "eSIM priya.help2020@gmail.com", isSent: true },
    {
      at: "2020-07-15T11:24:00+05:30",
      with: "121",
      says: "Email ID priya.help2020@gmail.com has been registered. We have received a request for eSIM. Reply 1 within 60 seconds to confirm.",
      isIntruders: true,
    },
    { at: "2020-07-15T11:24:30+05:30", with: "121", says: "1", isSent: true },
    {
      at: "2020-07-17T10:10:00+05:30",
      with: "VM-HDFCBK",
      says: "Your NetBanking access is blocked as requested. Visit branch to reset.",
    },
  ]);
  return {
    files: {
      "50100_1594876.txt": statement.text,
      "sms-20200717.xml": texts.text,
      "alert-1.eml": mail(
        "HDFC Bank InstaAlerts <alerts@hdfcbank.net>",
        "s.rao@mail.example",
        "2020-07-15T13:40:00+05:30",
        "Alert : Your HDFC Bank NetBanking password has been reset",
        "Dear Customer, Your NetBanking Password (IPIN) has been regenerated online on 15-07-2020 13:39. If not done by you call 61606161.",
      ),
      "alert-2.eml": mail(
        "HDFC Bank InstaAlerts <alerts@hdfcbank.net>",
        "s.rao@mail.example",
        "2020-07-15T13:58:00+05:30",
        "View: Account update for your HDFC Bank A/c",
        "Dear Customer, Rs.99,000.00 has been debited from account **3341 to MANOJ MANDAL via IMPS on 15-07-20. Not you? Call 18002586161.",
      ),
    },
    person: `
person: { id: esim-by-text, region: in, currency: INR, as-of: 2020-07-15 }
lines: { main: { carrier: airtel, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: hdfc-bank, kind: debit, last4: "3341", reserved-line: main, balance: 1240000 } }
accounts:
  bank: { service: hdfc-bank, line: main, cards: [debit], trusted: [phone], balance: 1240000 }
`,
    told: [
      {
        at: "2020-07-15T11:15:00+05:30",
        by: "owner",
        says: "someone called saying he is from Airtel and KYC has to be updated. He sent an SMS and asked me to forward it to 121, also I filled my card number in a google form",
      },
      { at: "2020-07-15T12:30:00+05:30", by: "owner", says: "no network on my phone" },
      {
        at: "2020-07-16T19:00:00+05:30",
        by: "owner",
        says: "I saw 9 transactions of 99000 each, not done by me",
      },
      { at: "2020-07-17T10:00:00+05:30", by: "owner", says: "blocked net banking at the branch" },
    ],
    intruders: [...statement.intruders, ...texts.intruders, "alert-1.eml 1", "alert-2.eml 1"],
  };
}

/**
 * Australia: a text in the bank's thread, a number to call, a safe account. She sends two sums herself and reads out a code, by which
 * a third goes.
 */
export function safeAccount(): StrangersFolder {
  const shops = [
    "WOOLWORTHS 1294 KEW",
    "MYKI TOPUP",
    "BUNNINGS 362",
    "CHEMIST WAREHOUSE",
    "COLES 0451",
    "BP HAWTHORN",
  ];
  const row = (
    day: string,
    what: string,
    { out = "", into = "" }: { out?: string; into?: string },
    cat: string,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999 - Date.parse(day) / 1000} ${two(i)}`,
    cells: `732000123456,${british(day)},"${what}",${out},${into},${(71_000 - i * 60.5).toFixed(2)},${cat},`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "Data.csv",
    ["Bank Account,Date,Narrative,Debit Amount,Credit Amount,Balance,Categories,Serial"],
    [
      ...Array.from({ length: 30 }, (_, i) =>
        row(
          dayOf("2022-08-20", i),
          `DEBIT CARD PURCHASE ${shops[i % 6]} AUS`,
          { out: (4 + ((i * 311) % 14000) / 100).toFixed(2) },
          "PAYMENT",
          i,
        ),
      ),
      row("2022-09-01", "DEPOSIT PAY DEPT EDUCATION 8812", { into: "3104.20" }, "DEP", 40),
      row("2022-09-15", "DEPOSIT PAY DEPT EDUCATION 8812", { into: "3104.20" }, "DEP", 41),
      row("2022-08-24", "WITHDRAWAL MOBILE 1187210 TFR Westpac eSaver", { out: "500.00" }, "INT", 42),
      row(
        "2022-09-07",
        "WITHDRAWAL-OSKO PAYMENT 1190088 R NGUYEN dog sitting",
        { out: "240.00" },
        "PAYMENT",
        43,
      ),
      row(
        "2022-09-19",
        "WITHDRAWAL-OSKO PAYMENT 1203341 Secure Holding safe acct",
        { out: "24500.00" },
        "PAYMENT",
        50,
      ),
      row(
        "2022-09-19",
        "WITHDRAWAL-OSKO PAYMENT 1203390 Secure Holding safe acct",
        { out: "24500.00" },
        "PAYMENT",
        51,
      ),
      row("2022-09-19", "WITHDRAWAL ONLINE 1203477 PYMT A Kovac", { out: "9900.00" }, "PAYMENT", 52, true),
    ],
    2,
  );
  const texts = textsOf("sms-20220921.xml", [
    ...Array.from(
      { length: 12 },
      (_, i): Text => ({
        at: `${dayOf("2022-08-21", i * 2)}T${two(8 + (i % 11))}:45:00+10:00`,
        with: i % 2 ? "Telstra" : "+61412555010",
        says: i % 2 ? "Your Telstra usage: 12GB of 40GB used." : "see you at netball x",
      }),
    ),
    {
      at: "2022-09-07T18:01:00+10:00",
      with: "Westpac",
      says: "Westpac Protect code 551203 to add payee R NGUYEN. Never share this code.",
    },
    {
      at: "2022-09-19T14:03:00+10:00",
      with: "Westpac",
      says: "Westpac: a payment of $1,980.00 to JB HI-FI was attempted. If this was not you call 02 7908 4421",
      isIntruders: true,
    },
    {
      at: "2022-09-19T14:31:00+10:00",
      with: "Westpac",
      says: "Westpac Protect code 118845 to add payee Secure Holding. Never share this code.",
    },
    {
      at: "2022-09-19T15:02:00+10:00",
      with: "Westpac",
      says: "Westpac Protect code 730021 to reset your online banking password. Never share this code.",
      isIntruders: true,
    },
  ]);
  const calls = listOf(
    "calls.csv",
    ["Date,Time,Service,Called number,Destination,Duration,Charge"],
    [
      ...Array.from({ length: 10 }, (_, i): Line => {
        const d = dayOf("2022-08-22", i * 3);
        return {
          at: `${d}`,
          cells: `${british(d)},${two(9 + i)}:10:22,0412555999,041255${5010 + i},Mobile,00:0${1 + (i % 8)}:12,$0.00`,
        };
      }),
      { at: "2022-09-19", cells: "19/09/2022,14:09:40,0412555999,0279084421,Sydney,01:12:05,$0.00" },
      { at: "2022-09-20", cells: "20/09/2022,08:31:40,0412555999,132032,Westpac,00:22:05,$0.00" },
    ],
    2,
  );
  return {
    files: { "Data.csv": statement.text, "sms-20220921.xml": texts.text, "calls.csv": calls.text },
    person: `
person: { id: safe-account, region: au, currency: AUD, as-of: 2022-09-19 }
lines: { main: { carrier: telstra, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: westpac, kind: debit, reserved-line: main, balance: 71000 } }
accounts:
  bank: { service: westpac, line: main, cards: [debit], trusted: [phone], balance: 71000 }
`,
    told: [
      {
        at: "2022-09-19T14:10:00+10:00",
        by: "owner",
        says: "I rang the number in the text. He said he was from the Westpac fraud team and my account was hacked",
      },
      {
        at: "2022-09-19T14:35:00+10:00",
        by: "owner",
        says: "I transferred 24500 twice to a safe account he gave me",
      },
      { at: "2022-09-19T15:03:00+10:00", by: "owner", says: "I read him a code" },
      {
        at: "2022-09-20T08:30:00+10:00",
        by: "owner",
        says: "called Westpac, they found another payment of 9900 I did not make",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * Nigeria: the phone is snatched in a bus, and the bank's menu sends money from it. His brother has the line blocked; his sister pays
 * the school with his leave the next morning, of which the statement tells the day alone.
 */
export function stolenInTheBus(): StrangersFolder {
  const shops = ["SHOPRITE IKEJA", "BOLT RIDE", "MTN AIRTIME", "CHICKEN REPUBLIC", "TOTAL OJOTA", "DSTV"];
  const mon = (d: string) =>
    `${d.slice(8)}-${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Number(d.slice(5, 7)) - 1]}-${d.slice(0, 4)}`;
  const row = (
    day: string,
    says: string,
    { out = "", into = "" }: { out?: string; into?: string },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${mon(day)},${mon(day)},'${44000 + i},${out && quoted(out)},${into && quoted(into)},"${(1_910_000 - i * 2500).toLocaleString("en-US")}.00",E- CHANNELS,${says}`,
    ...flagged(isIntruders),
  });
  const lines = [
    ...Array.from({ length: 28 }, (_, i) =>
      row(
        dayOf("2023-02-01", i),
        i % 3
          ? `POS/WEB PURCHASE TRANSACTION -${1000 + i}- ${shops[i % 6]} LANG`
          : `NIBSS INSTANT PAYMENT OUTWARD 00001323020${1000 + i} TO OPAY/ ${shops[i % 6]}`,
        { out: `${(800 + ((i * 613) % 9000)).toLocaleString("en-US")}.00` },
        i,
      ),
    ),
    row("2023-02-24", "TRANSFER BETWEEN CUSTOMERS SALARY FEB ADEX LOGISTICS", { into: "412,000.00" }, 40),
    row("2023-02-15", "NIP TRANSFER TO MAMA SURULERE UPKEEP", { out: "60,000.00" }, 41),
    row("2023-03-02", "USSD *737* AIRTIME PURCHASE 0803xxx", { out: "20,000.00" }, 50, true),
    row("2023-03-02", "TRANSFER VIA USSD *737* TO KUDA/ ADEBAYO S", { out: "100,000.00" }, 51, true),
    row("2023-03-02", "TRANSFER VIA USSD *737* TO KUDA/ ADEBAYO S", { out: "100,000.00" }, 52, true),
    row("2023-03-02", "TRANSFER VIA USSD *737* TO PALMPAY/ IFEANYI O", { out: "100,000.00" }, 53, true),
    row("2023-03-03", "NIP TRANSFER TO GREENFIELD SCHOOL TERM FEES BY NGOZI", { out: "185,000.00" }, 54),
    row("2023-03-03", "NIP TRANSFER FROM CHIDI O HELP", { into: "50,000.00" }, 55),
  ];
  const statement = listOf(
    "Account Statement.csv",
    [
      "GUARANTY TRUST BANK PLC,,,,,,,",
      "CUSTOMER STATEMENT,,,,,,,",
      "Account No.,'0123456789,,,,,,",
      "Period,01-Feb-2023 to 04-Mar-2023,,,,,,",
      "",
      "Trans. Date,Value Date,Reference,Debits,Credits,Balance,Originating Branch,Remarks",
    ],
    lines,
    7,
    'Total,,,"999,999.00","462,000.00",,,\r\n',
  );
  const alert = (at: string, from: string, subject: string, body: string) =>
    mail(from, "emeka@mail.example", at, subject, body);
  return {
    files: {
      "Account Statement.csv": statement.text,
      "gens-1.eml": alert(
        "2023-03-02T19:52:00+01:00",
        "GeNS <gens@gtbank.com>",
        "GeNS Transaction Alert [Debit: NGN100,000.00]",
        "Dear Customer, a Debit of NGN100,000.00 on your account ******6789. Description: TRANSFER VIA USSD *737* TO KUDA/ ADEBAYO S. Time 02-Mar-2023 19:51",
      ),
      "gens-2.eml": alert(
        "2023-02-24T10:12:00+01:00",
        "GeNS <gens@gtbank.com>",
        "GeNS Transaction Alert [Credit: NGN412,000.00]",
        "Dear Customer, a Credit of NGN412,000.00 on your account ******6789. Description: SALARY FEB.",
      ),
      "google.eml": alert(
        "2023-03-04T12:03:00+01:00",
        "Google <no-reply@accounts.google.com>",
        "Security alert",
        "New sign-in on TECNO Spark 8C. We noticed a new sign-in to your Google Account on a TECNO device. If this was you, you don't need to do anything.",
      ),
    },
    person: `
person: { id: stolen-in-the-bus, region: ng, currency: NGN, as-of: 2023-03-02 }
lines: { main: { carrier: mtn-ng, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: shows-codes } }
cards: { debit: { bank: gtbank, kind: debit, reserved-line: main, balance: 1900000 } }
accounts:
  bank: { service: gtbank, line: main, cards: [debit], trusted: [phone], balance: 1900000 }
  mail: { service: google, line: main, trusted: [phone] }
`,
    told: [
      { at: "2023-03-02T19:20:00+01:00", by: "owner", says: "my phone was snatched in the bus at Oshodi" },
      { at: "2023-03-02T20:30:00+01:00", by: "helper:chidi", says: "I called MTN and they blocked the line" },
      {
        at: "2023-03-03T09:00:00+01:00",
        by: "helper:ngozi",
        says: "I paid the school fees from his account, he asked me to",
      },
      {
        at: "2023-03-04T11:30:00+01:00",
        by: "owner",
        says: "did welcome back at the MTN shop, put the SIM in a new phone and signed in to my Google account",
      },
    ],
    intruders: [...statement.intruders, "gens-1.eml 1"],
  };
}

/** China, and nothing happened: a phone left in a taxi, a new SIM the next noon, a new phone, and everything signed in to again. */
export function leftInATaxi({ told = true } = {}): StrangersFolder {
  const shops = ["罗森便利店", "瑞幸咖啡", "盒马鲜生", "滴滴出行", "饿了么", "上海地铁"];
  const pay = (
    at: string,
    kind: string,
    peer: string,
    what: string,
    way: string,
    sum: number,
    by: string,
    i: number,
  ): Line => ({
    at: `${9e12 - Date.parse(at.replace(" ", "T"))}`,
    cells: `${at},${kind},${peer},/,${what},${way},${sum.toFixed(2)},${by},交易成功,20240${300000 + i}2200\t,T200P${i}\t,,`,
  });
  const alipay = listOf(
    "alipay_record_20240401.csv",
    [
      "------------------------------------------------------------------------------------",
      "导出信息：",
      "姓名：陆某",
      "支付宝账户：138****5521",
      "起始时间：[2024-03-01 00:00:00]    终止时间：[2024-03-31 23:59:59]",
      "导出交易类型：[全部]",
      "导出时间：[2024-04-01 09:12:44]",
      "共36笔记录",
      "收入：0笔 0.00元",
      "支出：36笔 9000.00元",
      "不计收支：0笔 0.00元",
      "",
      "特别提示：",
      "1.本回单内容可表明支付宝受理了相应支付交易申请，不代表支付宝对交易的担保。",
      "",
      "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------",
      "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,",
    ],
    [
      ...Array.from({ length: 30 }, (_, i) =>
        pay(
          `${dayOf("2024-03-01", i)} ${two(8 + (i % 13))}:${two((i * 19) % 60)}:31`,
          "餐饮美食",
          shops[i % 6]!,
          "消费",
          "支出",
          9 + ((i * 41) % 160),
          i % 2 ? "工商银行储蓄卡(6604)" : "花呗",
          i,
        ),
      ),
      pay("2024-03-10 20:00:00", "转账红包", "妈妈", "转账", "支出", 2000, "工商银行储蓄卡(6604)", 50),
      pay(
        "2024-03-17 12:41:10",
        "数码电器",
        "上海某某通讯器材",
        "手机",
        "支出",
        4299,
        "工商银行储蓄卡(6604)",
        51,
      ),
      pay(
        "2024-03-17 13:20:02",
        "数码电器",
        "小米之家",
        "手机壳 贴膜",
        "支出",
        88,
        "工商银行储蓄卡(6604)",
        52,
      ),
      pay("2024-03-24 20:00:00", "转账红包", "妈妈", "转账", "支出", 2000, "工商银行储蓄卡(6604)", 53),
      pay("2024-03-18 09:01:00", "充值缴费", "中国移动", "话费充值", "支出", 100, "花呗", 54),
      pay(
        "2024-03-20 10:10:00",
        "信用借还",
        "花呗",
        "花呗主动还款",
        "支出",
        1210.4,
        "工商银行储蓄卡(6604)",
        55,
      ),
    ],
    18,
  );
  const texts = textsOf("sms-20240401.xml", [
    ...Array.from(
      { length: 14 },
      (_, i): Text => ({
        at: `${dayOf("2024-03-01", i * 2)}T${two(10 + (i % 9))}:20:00+08:00`,
        with: i % 2 ? "95588" : "10086",
        says:
          i % 2
            ? `【工商银行】您尾号6604卡${Number(dayOf("2024-03-01", i * 2).slice(8))}日支出(消费支付宝)${9 + ((i * 2 * 41) % 160)}元。`
            : "【中国移动】尊敬的客户，您本月剩余流量8.1GB。",
      }),
    ),
    {
      at: "2024-03-17T11:30:20+08:00",
      with: "10086",
      says: "【中国移动】尊敬的客户，您已成功办理补换卡业务，新卡已生效。",
    },
    {
      at: "2024-03-17T12:05:20+08:00",
      with: "1069070069",
      says: "【微信】登录验证码 882914，您正在新设备上登录微信，请勿转发。",
    },
    {
      at: "2024-03-17T12:11:20+08:00",
      with: "95188",
      says: "【支付宝】验证码 510224，您正在新设备登录，请勿泄露给他人。",
    },
    { at: "2024-03-17T12:12:20+08:00", with: "95188", says: "【支付宝】您的支付宝账户已在新设备上登录。" },
    {
      at: "2024-03-17T14:00:20+08:00",
      with: "95588",
      says: "【工商银行】您正在新设备登录手机银行，验证码 992014，任何索要验证码的都是骗子。",
    },
    {
      at: "2024-03-17T14:02:00+08:00",
      with: "95588",
      says: "【工商银行】您已重置手机银行登录密码，如非本人操作请致电95588。",
    },
  ]);
  const bank = (
    day: string,
    what: string,
    place: string,
    into: string,
    out: string,
    peer: string,
    i: number,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${day},${what},${place},CHN,钞,${into},${out},人民币,${into},${out},人民币,30000,${peer}`,
  });
  const icbc = listOf(
    "hisdetail.csv",
    [
      "明细查询文件下载,,,,,,,,,,,,",
      "卡号: 6222****6604,,,,,,,,,,,,",
      ",,,,,,,,,,,,",
      "交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名",
    ],
    [
      ...Array.from({ length: 15 }, (_, j) => {
        const i = j * 2 + 1;
        return bank(
          dayOf("2024-03-01", i),
          "消费",
          `支付宝-${shops[i % 6]}`,
          "",
          `${9 + ((i * 41) % 160)}`,
          shops[i % 6]!,
          j,
        );
      }),
      bank("2024-03-05", "工资", "", "14100", "", "上海某某有限公司", 20),
      bank("2024-03-10", "跨行转账", "支付宝", "", "2000", "陆母", 21),
      bank("2024-03-17", "消费", "支付宝-上海某某通讯器材", "", "4299", "上海某某通讯器材", 22),
      bank("2024-03-17", "消费", "支付宝-小米之家", "", "88", "小米之家", 23),
      bank("2024-03-20", "消费", "支付宝-花呗", "", "1210.4", "重庆蚂蚁消费金融", 24),
      bank("2024-03-24", "跨行转账", "支付宝", "", "2000", "陆母", 25),
    ],
    5,
  );
  return {
    files: {
      "alipay_record_20240401.csv": encoded(alipay.text, "gb18030"),
      "hisdetail.csv": encoded(icbc.text, "gb18030"),
      "sms-20240401.xml": texts.text,
    },
    person: `
person: { id: left-in-a-taxi, region: cn, currency: CNY, as-of: 2024-03-16 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { icbc: { bank: icbc, kind: debit, last4: "6604", reserved-line: main, balance: 30000 } }
accounts:
  alipay: { service: alipay, line: main, cards: [icbc], devices: [phone], balance: 5000 }
  wechat: { service: wechat, line: main, devices: [phone] }
  bank: { service: icbc, line: main, cards: [icbc], devices: [phone], balance: 30000 }
`,
    told: told
      ? [
          { at: "2024-03-16T22:30:00+08:00", by: "owner", says: "手机落在出租车上了，打过去关机" },
          { at: "2024-03-17T11:20:00+08:00", by: "owner", says: "我去营业厅补了卡，买了新手机" },
        ]
      : [{ at: "2024-03-16T22:30:00+08:00", by: "owner", says: "手机落在出租车上了，打过去关机" }],
    intruders: [],
  };
}

/** Britain, and nothing happened: a phone in the sea, a new SIM, a new phone, and mails that say so. */
export function phoneInTheSea(): StrangersFolder {
  const shops = [
    ["Tesco", "Groceries"],
    ["Greggs", "Eating out"],
    ["TfL", "Transport"],
    ["Boots", "Personal care"],
  ] as const;
  const monzo = (
    day: string,
    clock: string,
    type: string,
    name: string,
    cat: string,
    sum: number,
    i: number,
  ): Line => ({
    at: `${day} ${clock}`,
    cells: `tx_0000A${1000 + i},${british(day)},${clock},${type},${name},,${cat},${sum.toFixed(2)},GBP,${sum.toFixed(2)},GBP,,,,,${sum < 0 ? (-sum).toFixed(2) : ""},${sum > 0 ? sum.toFixed(2) : ""}`,
  });
  const st = listOf(
    "MonzoDataExport.csv",
    [
      "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Money Out,Money In",
    ],
    [
      ...Array.from({ length: 36 }, (_, i) =>
        monzo(
          dayOf("2024-06-01", i % 30),
          `${two(8 + (i % 12))}:${two((i * 7) % 60)}:12`,
          "Card payment",
          shops[i % 4]![0],
          shops[i % 4]![1],
          -(2 + ((i * 131) % 4200) / 100),
          i,
        ),
      ),
      monzo("2024-06-17", "12:20:00", "Card payment", "Currys", "Shopping", -629, 60),
      monzo("2024-06-28", "06:00:00", "Bacs", "ACME LTD PAYROLL", "Income", 2450, 61),
      monzo("2024-06-03", "09:00:00", "Faster payment", "Landlord", "Bills", -950, 62),
    ],
    2,
  );
  const m = (i: number, at: string, from: string, subject: string, body: string) =>
    [`m${i}.eml`, mail(from, "amy@mail.example", at, subject, body)] as const;
  return {
    files: {
      "MonzoDataExport.csv": st.text,
      ...Object.fromEntries([
        m(
          1,
          "2024-06-16T15:40:00+01:00",
          "EE <noreply@ee.co.uk>",
          "Your SIM swap is complete",
          "Hi Amy, your number is now on your new SIM. If you didn't ask for this call 150.",
        ),
        m(
          2,
          "2024-06-17T13:40:00+01:00",
          "Google <no-reply@accounts.google.com>",
          "Security alert",
          "New sign-in on Pixel 8. We noticed a new sign-in to your Google Account on a Pixel 8 device. If this was you, you don't need to do anything.",
        ),
        m(
          3,
          "2024-06-17T14:02:00+01:00",
          "Monzo <hello@monzo.com>",
          "You've logged in on a new device",
          "Hi Amy, you've just logged in to Monzo on a new device: Pixel 8. If this wasn't you, let us know right away.",
        ),
        m(
          4,
          "2024-06-17T14:30:00+01:00",
          "PayPal <service@paypal.co.uk>",
          "Your password has been changed",
          "Hello Amy, your PayPal password was changed. If you didn't make this change, contact us.",
        ),
      ]),
    },
    person: `
person: { id: phone-in-the-sea, region: gb, currency: GBP, as-of: 2024-06-15 }
lines: { main: { carrier: ee, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: monzo, kind: debit, balance: 3000 } }
mailboxes: { post: { account: mail } }
accounts:
  bank: { service: monzo, line: main, cards: [debit], trusted: [phone], mailbox: post, balance: 3000 }
  mail: { service: google, line: main, trusted: [phone] }
  paypal: { service: paypal, line: main, mailbox: post, cards: [debit] }
`,
    told: [
      {
        at: "2024-06-15T17:00:00+01:00",
        by: "owner",
        says: "I lost my phone at the beach, it fell into the sea",
      },
      { at: "2024-06-16T15:00:00+01:00", by: "owner", says: "got a new SIM at the EE shop" },
    ],
    intruders: [],
  };
}
