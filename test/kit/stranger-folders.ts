/**
 * Two more folders of records as strangers would bring them; see `stranger-files.ts`, whose tools these use. Family and
 * everyday payments are among the rows, and so is what was moved between the owner's own accounts.
 */
import {
  british,
  dayOf,
  type Line,
  listOf,
  mail,
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * India, told in the press (Mumbai, February 2022): a caller “from the bank” says the card is blocked and is told mail address,
 * number and card number; within three hours the line is dead, and ₹7.7 lakh are gone. Before texts were held for a day.
 */
export function blockedCard(): StrangersFolder {
  const shops = ["KIRANA CORNER", "CHAI POINT", "METRO RAIL", "FRUIT STALL", "MEDPLUS", "DMART"];
  const icici = (
    day: string,
    remarks: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${i},${british(day)},${british(day)},-,${remarks},${(out ?? 0).toFixed(1)},${(into ?? 0).toFixed(1)},${(910_000 - i * 700).toFixed(2)}`,
    ...(isIntruders === undefined ? {} : { isIntruders }),
  });
  const life = Array.from({ length: 48 }, (_, i) => {
    const shop = shops[i % shops.length]!;
    return icici(
      dayOf("2022-01-05", i % 34),
      `UPI/2005${10_000_000 + i * 7919}/Payment from Ph/${shop.toLowerCase().replaceAll(" ", "")}${i % 3}@ybl/YES BANK LTD`,
      { out: 40 + ((i * 173) % 900) },
      i,
    );
  });
  const family = ["2022-01-08", "2022-01-15", "2022-01-22", "2022-01-29", "2022-02-05"].map((day, i) =>
    icici(
      day,
      `UPI/2008${20_000_000 + i * 31}/home/sunita.home@okicici/ICICI Bank`,
      { out: 12_000 + i * 500 },
      60 + i,
    ),
  );
  const stolen = [
    [200_000, "MMT/IMPS/203914551021/NA/PRAKASH MA/State Bank of India"],
    [200_000, "MMT/IMPS/203914551187/NA/PRAKASH MA/State Bank of India"],
    [190_000, "MMT/IMPS/203915002210/NA/SHAHID ALA/Union Bank of India"],
    [50_000, "UPI/203915118811/NA/shahidalam77@ybl/YES BANK LTD"],
    [50_000, "UPI/203915118902/NA/shahidalam77@ybl/YES BANK LTD"],
    [49_000, "UPI/203915119044/NA/rk.mobile9@paytm/PAYTM PAYMENTS BANK"],
    [31_000, "UPI/203915119107/NA/rk.mobile9@paytm/PAYTM PAYMENTS BANK"],
  ].map(([sum, remarks], i) => icici("2022-02-08", String(remarks), { out: Number(sum) }, 80 + i, true));
  const statement = listOf(
    "OpTransactionHistory10-02-2022.csv",
    [
      "DETAILED STATEMENT,,,,,,,",
      "Account Number,XXXXXXXX6612 (INR) - RETAIL,,,,,,",
      "Transaction Period,From 05/01/2022 To 10/02/2022,,,,,,",
      "",
      "S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount(INR),Deposit Amount(INR),Balance(INR)",
    ],
    [
      ...life,
      ...family,
      icici("2022-01-31", "NEFT-CITIN22143355-MATUNGA TRADERS-JAN", { into: 310_000 }, 70),
      icici("2022-02-08", "UPI/2039441122/Payment from Ph/chaipoint1@ybl/YES BANK LTD", { out: 60 }, 79),
      ...stolen,
    ],
    6,
  );
  const texts = textsOf("sms-2022-02-10.xml", [
    ...Array.from(
      { length: 16 },
      (_, i): Text => ({
        at: `${dayOf("2022-01-06", i * 2)}T${two(9 + (i % 10))}:12:00+05:30`,
        with: i % 2 ? "VM-ICICIB" : "JD-ICICIB",
        says: `ICICI Bank Acct XX612 debited for Rs ${40 + ((i * 346) % 900)}.00; ${shops[i % 6]} credited. UPI. Call 18002662 for dispute.`,
      }),
    ),
    ...["2022-01-12", "2022-01-26", "2022-02-04"].map(
      (day): Text => ({
        at: `${day}T18:40:00+05:30`,
        with: "+919820012345",
        says: "please send for the vegetables",
      }),
    ),
    {
      at: "2022-01-20T10:00:00+05:30",
      with: "AX-AIRINF",
      says: "Your Airtel bill of Rs 471 is due. Pay on the Airtel Thanks app.",
    },
    {
      at: "2022-02-08T13:52:00+05:30",
      with: "AX-AIRTEL",
      says: "Request for SIM change on your Airtel mobile has been received. If you have not requested it, send NO to 121.",
      isIntruders: true,
    },
    {
      at: "2022-02-09T12:30:00+05:30",
      with: "AX-AIRTEL",
      says: "Your new Airtel SIM is now active. Outgoing texts will start in 24 hours.",
    },
  ]);
  return {
    files: {
      "OpTransactionHistory10-02-2022.csv": statement.text,
      "sms-2022-02-10.xml": texts.text,
      "mail/icici-1.eml": mail(
        "ICICI Bank <customernotification@icicibank.com>",
        "trader@mail.example",
        "2022-02-08T14:31:00+05:30",
        "Your Internet Banking password has been changed",
        "Dear Customer, the password of your ICICI Bank Internet Banking has been changed. If not done by you call us.",
      ),
      "mail/icici-0.eml": mail(
        "ICICI Bank <customernotification@icicibank.com>",
        "trader@mail.example",
        "2022-01-31T19:00:00+05:30",
        "Account statement",
        "Dear Customer, your statement for January is ready.",
      ),
    },
    person: `
person: { id: blocked-card, region: in, currency: INR, as-of: 2022-02-08 }
lines: { main: { carrier: airtel, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: icici, kind: debit, last4: "6612", reserved-line: main, balance: 900000 } }
accounts:
  bank: { service: icici, line: main, cards: [debit], trusted: [phone], balance: 900000 }
  upi: { service: phonepe, line: main, cards: [debit], trusted: [phone] }
`,
    told: [
      {
        at: "2022-02-08T11:05:00+05:30",
        by: "owner",
        says: "a man said he was from ICICI and my card was blocked; I gave him my mail address, number and card number",
      },
      { at: "2022-02-08T14:00:00+05:30", by: "owner", says: "my phone lost network" },
      { at: "2022-02-09T12:00:00+05:30", by: "owner", says: "I got a new SIM at the Airtel store" },
    ],
    intruders: [...statement.intruders, ...texts.intruders, "mail/icici-1.eml 1"],
  };
}

/**
 * South Africa, from a founding affidavit told in the press (George, June 2016): a first SIM swop is announced and called off; a
 * week later a second text, and in half an hour money goes from the credit card into the cheque account and out again in many
 * payments of R25,000 to one account at another bank.
 */
export function flaggedSim({ payments = 16 } = {}): StrangersFolder {
  const shops = [
    "PNP CRP GEORGE",
    "CHECKERS GARDEN ROUTE",
    "ENGEN KNYSNA RD",
    "CLICKS GEORGE MALL",
    "WOOLWORTHS",
  ];
  const absa = (day: string, description: string, amount: number, i: number, isIntruders?: true): Line => ({
    at: `${day} ${String(i).padStart(3, "0")}`,
    cells: `${day.replaceAll("-", "")},${description},${amount.toFixed(2)},${(61_000 + ((i * 811) % 9000)).toFixed(2)}`,
    ...(isIntruders === undefined ? {} : { isIntruders }),
  });
  const head = ["Date,Description,Amount,Balance"];
  const life = Array.from({ length: 42 }, (_, i) => {
    const day = dayOf("2016-05-15", i % 33);
    return absa(
      day,
      `POS PURCHASE (EFFEC ${british(day).replaceAll("/", "")}) ${shops[i % 5]} CARD NO. 4417`,
      -(45 + ((i * 211) % 1600)),
      i,
    );
  });
  const cheque = listOf(
    "absa-cheque.csv",
    head,
    [
      ...life,
      absa("2016-05-25", "ACB CREDIT GARDEN ROUTE PROPERTIES SALARY", 48_500, 50),
      absa("2016-06-01", "IBANK PAYMENT TO DAUGHTER RES FEES", -5200, 51),
      absa("2016-06-01", "ACB DEBIT:EXTERNAL VODACOM 0012233", -899, 52),
      ...["2016-05-20", "2016-06-03", "2016-06-10"].map((day, i) =>
        absa(day, "IBANK TRANSFER TO CREDIT CARD", -3000, 53 + i),
      ),
      absa("2016-06-17", "IBANK TRANSFER FROM CREDIT CARD", 300_000, 60, true),
      absa("2016-06-17", "IBANK TRANSFER FROM HOME LOAN", 100_000, 61, true),
      ...Array.from({ length: payments }, (_, i) =>
        absa("2016-06-17", "IBANK PAYMENT TO CAPITEC SAVINGS", -25_000, 62 + i, true),
      ),
    ],
    2,
  );
  const credit = listOf(
    "absa-credit-card.csv",
    head,
    [
      ...Array.from({ length: 14 }, (_, i) =>
        absa(dayOf("2016-05-16", i * 2), `PURCHASE ${shops[(i + 2) % 5]}`, -(120 + ((i * 97) % 900)), i),
      ),
      ...["2016-05-20", "2016-06-03", "2016-06-10"].map((day, i) =>
        absa(day, "IBANK TRANSFER FROM CHEQUE", 3000, 30 + i),
      ),
      absa("2016-06-17", "IBANK TRANSFER TO CHEQUE", -300_000, 40, true),
    ],
    2,
  );
  const texts = textsOf("sms.xml", [
    ...Array.from(
      { length: 14 },
      (_, i): Text => ({
        at: `${dayOf("2016-05-16", i * 2)}T${two(8 + (i % 9))}:25:00+02:00`,
        with: i % 2 ? "Absa" : "+27832223344",
        says:
          i % 2
            ? `Absa: CHEQ4417, Pur, ${british(dayOf("2016-05-16", i * 2)).slice(0, 5)} SETTLEMENT/C - POS PURCHASE, ${shops[i % 5]}, R-${45 + ((i * 211) % 1600)}.00`
            : "mom can you fetch me at four",
      }),
    ),
    {
      at: "2016-06-11T09:31:00+02:00",
      with: "Vodacom",
      says: "Vodacom: a SIM swop has been initiated on your number. If you did not request this call 082 111 immediately.",
      isIntruders: true,
    },
    {
      at: "2016-06-17T17:48:00+02:00",
      with: "Vodacom",
      says: "Vodacom: a SIM swop has been initiated on your number. If you did not request this call 082 111 immediately.",
      isIntruders: true,
    },
  ]);
  return {
    files: { "absa-cheque.csv": cheque.text, "absa-credit-card.csv": credit.text, "sms.xml": texts.text },
    person: `
person: { id: flagged-sim, region: za, currency: ZAR, as-of: 2016-06-17 }
lines: { main: { carrier: vodacom-za, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards:
  cheque: { bank: absa, kind: debit, last4: "4417", reserved-line: main, balance: 60000 }
  credit: { bank: absa, kind: credit, reserved-line: main, credit: 300000 }
accounts:
  bank: { service: absa, line: main, cards: [cheque, credit], trusted: [phone], balance: 60000 }
`,
    told: [
      {
        at: "2016-06-11T10:05:00+02:00",
        by: "owner",
        says: "I phoned Vodacom and told them I did not ask for a SIM swop, they flagged it",
      },
      { at: "2016-06-18T07:30:00+02:00", by: "owner", says: "my phone has no signal" },
    ],
    intruders: [...cheque.intruders, ...credit.intruders, ...texts.intruders],
  };
}
