/**
 * Four more folders of strangers' records, from four countries; see `stranger-files.ts`, whose tools these use. What was done
 * in which order is as the report named above each says; names, numbers and most sums are made up.
 */
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
 * Singapore, told in the press (a couple, 21 December 2021): a text in the bank's own thread says that an unknown payee was
 * added; access code, PIN and code are typed into a false page. The token is set up on another phone, the limit is raised, and
 * in half an hour the savings are gone. The bank's texts come hours late.
 */
export function falseThread(): StrangersFolder {
  const shops = ["NTUC FAIRPRICE", "KOPITIAM", "BUS/MRT 4471", "GRAB RIDES", "SHENG SIONG", "GUARDIAN"];
  const ocbc = (
    day: string,
    description: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${String(i).padStart(3, "0")}`,
    cells: `${british(day)},${british(day)},${quoted(description)},${out === undefined ? "" : quoted(out.toLocaleString("en-US", { minimumFractionDigits: 2 }))},${into === undefined ? "" : quoted(into.toLocaleString("en-US", { minimumFractionDigits: 2 }))}`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "TransactionHistory_20211224.csv",
    [
      "Account details for:,360 Account 501-6-220417",
      "Available Balance,412.20",
      "Ledger Balance,412.20",
      "",
      "Transaction History",
      "Transaction date,Value date,Description,Withdrawals(SGD),Deposits(SGD)",
    ],
    [
      ...Array.from({ length: 46 }, (_, i) =>
        ocbc(
          dayOf("2021-11-20", i % 31),
          `POINT OF SALE PURCHASE NETS ${shops[i % 6]}`,
          { out: 3.4 + ((i * 37) % 88) },
          i,
        ),
      ),
      ...["2021-11-28", "2021-12-12"].map((day, i) =>
        ocbc(day, "FAST PAYMENT to MUM OTHR via PayNow-Mobile", { out: 400 }, 60 + i),
      ),
      ocbc("2021-11-29", "GIRO - SALARY HARBOUR LOGISTICS PTE LTD", { into: 4820 }, 64),
      ocbc("2021-12-01", "BILL PAYMENT SINGTEL MOBILE", { out: 61.5 }, 65),
      ocbc("2021-12-21", "FAST PAYMENT to TEO KIM HOCK via PayNow-Mobile OTHR", { out: 29_800 }, 70, true),
      ocbc("2021-12-21", "FAST PAYMENT to TEO KIM HOCK via PayNow-Mobile OTHR", { out: 20_150 }, 71, true),
      ocbc("2021-12-21", "FUND TRANSFER to 612-4-009117 LIM W J", { out: 38_000 }, 72, true),
      ocbc("2021-12-21", "FUND TRANSFER to 612-4-009117 LIM W J", { out: 31_750 }, 73, true),
    ],
    7,
  );
  const texts = textsOf("sms-20211224.xml", [
    ...Array.from(
      { length: 16 },
      (_, i): Text => ({
        at: `${dayOf("2021-11-21", i * 2)}T${two(9 + (i % 10))}:05:00+08:00`,
        with: i % 3 === 0 ? "OCBC" : "+6591234567",
        says:
          i % 3 === 0
            ? `A transaction of SGD ${(3.4 + ((i * 74) % 88)).toFixed(2)} was made with your OCBC debit card ending 6150 at ${shops[i % 6]}.`
            : "can buy eggs on the way",
      }),
    ),
    {
      at: "2021-12-21T12:04:00+08:00",
      with: "OCBC",
      says: "OCBC: An unknown payee has been added to your account. If this was not you, stop it at https://ocbc-secure.example/cancel",
      isIntruders: true,
    },
    {
      at: "2021-12-21T12:16:00+08:00",
      with: "OCBC",
      says: "OCBC: 384711 is your OTP to set up OneToken on a new device. Never share your OTP.",
      isIntruders: true,
    },
    {
      at: "2021-12-21T12:19:00+08:00",
      with: "OCBC",
      says: "OCBC: Your OneToken has been activated on a new device. If you did not do this call 6363 3333.",
      isIntruders: true,
    },
    {
      at: "2021-12-21T14:02:00+08:00",
      with: "OCBC",
      says: "OCBC: Your daily transaction limit was changed from SGD 5,000 to SGD 150,000.",
      isIntruders: true,
    },
    {
      at: "2021-12-21T18:11:00+08:00",
      with: "OCBC",
      says: "OCBC: SGD 29,800.00 sent to TEO KIM HOCK via PayNow on 21 Dec, 14:06.",
      isIntruders: true,
    },
    {
      at: "2021-12-21T18:11:30+08:00",
      with: "OCBC",
      says: "OCBC: SGD 38,000.00 transferred to 612-4-009117 on 21 Dec, 14:19.",
      isIntruders: true,
    },
  ]);
  return {
    files: { "TransactionHistory_20211224.csv": statement.text, "sms-20211224.xml": texts.text },
    person: `
person: { id: false-thread, region: sg, currency: SGD, as-of: 2021-12-21 }
lines: { main: { carrier: singtel, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: ocbc, kind: debit, last4: "6150", reserved-line: main, balance: 120000 } }
accounts:
  bank: { service: ocbc, line: main, cards: [debit], trusted: [phone], balance: 120000 }
`,
    told: [
      {
        at: "2021-12-21T12:12:00+08:00",
        by: "owner",
        says: "I clicked the link in the text and typed my access code, PIN and the OTP into the page",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * United States, told in the press (Carlsbad, September 2024): the number is moved to another phone on the last four digits of a
 * card, given by voice; at night three wires of $38,000 leave the bank, and the bank's mails are read and deleted by somebody else.
 */
export function wiresByNight(): StrangersFolder {
  const shops = ["VONS #2118", "CHIPOTLE 1120", "SHELL OIL 57442", "TARGET 00012", "TRADER JOE S #221"];
  const row = (day: string, description: string, amount: number, i: number, isIntruders?: true): Line => ({
    at: `${day} ${String(i).padStart(3, "0")}`,
    cells: `${american(day)},"${description}","${amount.toLocaleString("en-US", { minimumFractionDigits: 2 })}","${(52_000 - i * 41.13).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}"`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "stmt.csv",
    [
      "Description,,Summary Amt.",
      'Beginning balance as of 08/12/2024,,"53,113.40"',
      'Total credits,,"3,150.00"',
      'Total debits,,"-42,913.00"',
      'Ending balance as of 09/20/2024,,"13,350.40"',
      "",
      "Date,Description,Amount,Running Bal.",
      '08/12/2024,Beginning balance as of 08/12/2024,,"53,113.40"',
    ],
    [
      ...Array.from({ length: 36 }, (_, i) => {
        const day = dayOf("2024-08-12", i % 38);
        return row(
          day,
          `${shops[i % 5]} ${american(day).slice(0, 5)} PURCHASE CARLSBAD CA`,
          -(6.5 + ((i * 53) % 140)),
          i,
        );
      }),
      row("2024-09-01", "Zelle payment to Mom for rent; Conf# a1b2c3d4e", -1450, 60),
      row("2024-08-30", "ACME DESIGN DES:PAYROLL ID:XXXXX2291 INDN:J DOE CO ID:XXXXX1110 PPD", 3150, 61),
      row("2024-09-05", "SDG&E DES:BILL PAY ID:XXXXX77 INDN:J DOE", -118.22, 62),
      row(
        "2024-09-17",
        "WIRE TYPE:WIRE OUT DATE:240917 TIME:0312 ET TRN:2024091700 BNF:R MALLORY",
        -20_000,
        70,
        true,
      ),
      row(
        "2024-09-17",
        "WIRE TYPE:WIRE OUT DATE:240917 TIME:0329 ET TRN:2024091701 BNF:K OKORO",
        -9500,
        71,
        true,
      ),
      row(
        "2024-09-17",
        "WIRE TYPE:WIRE OUT DATE:240917 TIME:0341 ET TRN:2024091702 BNF:K OKORO",
        -8500,
        72,
        true,
      ),
    ],
    9,
  );
  const log = [
    "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel",
    ...Array.from(
      { length: 20 },
      (_, i) =>
        `1029,${dayOf("2024-08-14", i * 2)} ${two((15 + i) % 24)}:20:00 UTC,70.95.12.4,,false,US,California,Carlsbad,"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6)",Gmail,,Read,Web`,
    ),
    '1029,2024-09-17 05:02:11 UTC,185.220.4.9,,false,US,Nevada,Las Vegas,"Mozilla/5.0 (Windows NT 10.0; Win64; x64)",Gmail,,Login,Web',
    '1029,2024-09-17 07:20:40 UTC,185.220.4.9,,false,US,Nevada,Las Vegas,"Mozilla/5.0 (Windows NT 10.0; Win64; x64)",Gmail,,Delete,Web',
    "",
  ].join("\r\n");
  const me = "jd@mail.example";
  return {
    files: {
      "stmt.csv": statement.text,
      "Takeout/Access Log Activity/Activities - A list of Google services accessed by.csv": log,
      "mail/1.eml": mail(
        "Google <no-reply@accounts.google.com>",
        me,
        "2024-09-16T22:00:40-07:00",
        "Security alert",
        "Your password was changed. If this wasn't you, recover your account.",
      ),
      "mail/2.eml": mail(
        "Google <no-reply@accounts.google.com>",
        me,
        "2024-09-16T22:02:20-07:00",
        "Security alert",
        "New sign-in on Windows. We noticed a new sign-in to your Google Account.",
      ),
      "mail/3.eml": mail(
        "Bank of America <onlinebanking@ealerts.bankofamerica.com>",
        me,
        "2024-08-20T09:00:00-07:00",
        "Your statement is available",
        "Your August statement is available online.",
      ),
      "mail/4.eml": mail(
        "Bank of America <onlinebanking@ealerts.bankofamerica.com>",
        me,
        "2024-09-16T23:51:00-07:00",
        "Your Online Banking Passcode was changed",
        "Your Online Banking passcode has been changed. If you did not do this, call us.",
      ),
      "mail/5.eml": mail(
        "Xfinity Mobile <no-reply@xfinitymobile.com>",
        me,
        "2024-09-16T21:38:00-07:00",
        "Your SIM change is complete",
        "Your new SIM is now active on another device. If you did not ask for this, chat with us.",
      ),
    },
    person: `
person: { id: wires-by-night, region: us, currency: USD, as-of: 2024-09-16 }
lines: { main: { carrier: xfinity-mobile, sim: { in: phone, kind: esim } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: bank-of-america, kind: debit, reserved-line: main, balance: 50000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone] }
  bank: { service: bank-of-america, line: main, mailbox: post, cards: [debit], trusted: [phone], balance: 50000 }
`,
    told: [
      { at: "2024-09-16T21:45:00-07:00", by: "owner", says: "my phone showed SOS, no service" },
      { at: "2024-09-17T09:30:00-07:00", by: "owner", says: "I called Xfinity and got a new SIM" },
    ],
    intruders: [
      ...statement.intruders,
      "Takeout/Access Log Activity/Activities - A list of Google services accessed by.csv 22",
      "Takeout/Access Log Activity/Activities - A list of Google services accessed by.csv 23",
      "mail/1.eml 1",
      "mail/2.eml 1",
      "mail/4.eml 1",
      "mail/5.eml 1",
    ],
  };
}

/**
 * Brazil, told by the victim and in the press (São Paulo, 29 April 2022): an open phone is torn out of a taxi's window.
 * Passwords of the mailbox are changed; on the next two days a loan is taken, the limit of Pix raised to R$ 90,000, and it
 * leaves by Pix and bills; seven bottles of whisky come by an app.
 */
export function tornFromTheTaxi(): StrangersFolder {
  const shops = ["Padaria Real", "Uber *Trip", "Drogasil", "Pao de Acucar", "Ifd*Ifood"];
  const id = (i: number) =>
    `6${String(260_000_000 + i * 7919).slice(0, 7)}-a1b2-4c3d-9e0f-${String(100_000_000_000 + i)}`;
  const row = (day: string, description: string, amount: number, i: number, isIntruders?: true): Line => ({
    at: `${day} ${String(i).padStart(3, "0")}`,
    cells: `${british(day)},${amount.toFixed(2)},${id(i)},${description}`,
    ...flagged(isIntruders),
  });
  const pix = (who: string, bank: string) =>
    `Transferência enviada pelo Pix - ${who} - •••.482.118-•• - ${bank} Agência: 1 Conta: 8812-4`;
  const account = listOf(
    "NU_4471_01ABR2022_05MAI2022.csv",
    ["Data,Valor,Identificador,Descrição"],
    [
      ...Array.from({ length: 18 }, (_, i) =>
        row(
          dayOf("2022-04-01", (i * 3) % 28),
          `Compra no débito - ${shops[i % 5]}`,
          -(9 + ((i * 41) % 120)),
          i,
        ),
      ),
      ...["2022-04-05", "2022-04-14", "2022-04-22"].map((day, i) =>
        row(day, pix("MARIA DE PAULA", "BCO DO BRASIL S.A. (0001)"), -(200 + i * 50), 30 + i),
      ),
      row(
        "2022-04-06",
        "Transferência recebida pelo Pix - AGENCIA LTDA - 11.222.333/0001-44 - ITAÚ UNIBANCO",
        9800,
        34,
      ),
      row("2022-05-01", "Empréstimo - Crédito em conta", 40_000, 40, true),
      row("2022-05-01", "Resgate RDB", 21_000, 41, true),
      row("2022-05-01", pix("LUCAS A FERREIRA", "PICPAY (0380)"), -30_000, 42, true),
      row("2022-05-01", pix("LUCAS A FERREIRA", "PICPAY (0380)"), -15_000, 43, true),
      row("2022-05-02", pix("WESLEY R LIMA", "MERCADO PAGO IP LTDA. (0323)"), -14_500, 44, true),
      row("2022-05-02", "Pagamento de boleto efetuado - CELCOIN IP S.A.", -4900, 45, true),
    ],
    2,
  );
  const card = listOf(
    "Nubank_2022-05-08.csv",
    ["date,title,amount"],
    [
      ...Array.from({ length: 14 }, (_, i): Line => {
        const day = dayOf("2022-04-03", i * 2);
        return {
          at: `${day} ${two(i)}`,
          cells: `${day},${shops[(i + 2) % 5]},${(18 + ((i * 29) % 90)).toFixed(2)}`,
        };
      }),
      ...Array.from(
        { length: 7 },
        (_, i): Line => ({
          at: `2022-04-30 ${two(50 + i)}`,
          cells: "2022-04-30,Ifd*Adega Central,329.00",
          isIntruders: true,
        }),
      ),
    ],
    2,
  );
  const me = "bp@mail.example";
  return {
    files: {
      "NU_4471_01ABR2022_05MAI2022.csv": account.text,
      "Nubank_2022-05-08.csv": card.text,
      "mail/a.eml": mail(
        "Google <no-reply@accounts.google.com>",
        me,
        "2022-04-29T22:58:00-03:00",
        "Alerta de segurança",
        "Sua senha foi alterada. Se não foi você, recupere sua conta.",
      ),
      "mail/b.eml": mail(
        "Apple <appleid@id.apple.com>",
        me,
        "2022-04-29T23:11:00-03:00",
        "A senha do seu ID Apple foi redefinida",
        "A senha do seu ID Apple foi redefinida em 29 de abril.",
      ),
      "mail/c.eml": mail(
        "Nubank <todomundo@nubank.com.br>",
        me,
        "2022-05-01T10:32:00-03:00",
        "Seu limite Pix mudou",
        "Seu limite diário do Pix agora é de R$ 90.000,00.",
      ),
      "mail/d.eml": mail(
        "Nubank <todomundo@nubank.com.br>",
        me,
        "2022-04-12T08:00:00-03:00",
        "Sua fatura fechou",
        "Sua fatura de abril no valor de R$ 812,40 fechou.",
      ),
    },
    person: `
person: { id: torn-from-the-taxi, region: br, currency: BRL, as-of: 2022-04-29 }
lines: { main: { carrier: claro-br, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: shows-codes } }
cards: { roxinho: { bank: nubank, kind: credit, last4: "4471", reserved-line: main, credit: 12000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone] }
  apple: { service: apple, line: main, devices: [phone], trusted: [phone] }
  bank: { service: nubank, line: main, mailbox: post, cards: [roxinho], devices: [phone], trusted: [phone], balance: 25000 }
`,
    told: [
      {
        at: "2022-04-29T22:40:00-03:00",
        by: "owner",
        says: "my phone was snatched through the taxi window, it was unlocked",
      },
      { at: "2022-04-30T00:30:00-03:00", by: "owner", says: "I called Claro and had the line blocked" },
    ],
    intruders: [...account.intruders, ...card.intruders, "mail/a.eml 1", "mail/b.eml 1", "mail/c.eml 1"],
  };
}

/**
 * Kenya, from a suit told in the press (28 March 2022): the line is given a new SIM while its owner is abroad; KSh 373,000
 * leave the bank for the wallet, loans are taken from four lenders (M-Shwari, KCB, overdraft, bank), and all of it is sent on
 * and withdrawn. He sees it two days later at the border.
 */
export function whileRoaming(): StrangersFolder {
  const shops = ["NAIVAS KAREN", "QUICKMART", "RUBIS LANGATA", "JAVA HOUSE", "CLEANSHELF"];
  const code = (i: number) =>
    `QCS${String.fromCharCode(65 + (i % 26))}${String(100_000 + i * 7919).slice(0, 6)}`;
  const row = (
    at: string,
    details: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${at} ${String(i).padStart(3, "0")}`,
    cells: `${code(i)},${at},${details},Completed,${into === undefined ? "" : into.toFixed(2)},${out === undefined ? "" : (-out).toFixed(2)},${(18_000 + ((i * 977) % 9000)).toFixed(2)}`,
    ...flagged(isIntruders),
  });
  const wallet = listOf(
    "MPESA_Statement_2022-02-25_to_2022-03-31.csv",
    ["Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance"],
    [
      ...Array.from({ length: 48 }, (_, i) =>
        row(
          `${dayOf("2022-02-25", i % 30)} ${two(8 + ((i * 5) % 12))}:${two((i * 17) % 60)}:09`,
          `Merchant Payment to 5${i % 10}1${i % 7}22 - ${shops[i % 5]}`,
          { out: 120 + ((i * 173) % 2400) },
          i,
        ),
      ),
      ...["2022-03-02", "2022-03-11", "2022-03-20"].map((day, i) =>
        row(
          `${day} 18:2${i}:40`,
          "Customer Transfer to 2547***112 - HALIMA ABDI",
          { out: 3000 + i * 500 },
          60 + i,
        ),
      ),
      row("2022-03-01 09:12:10", "Business Payment from 880100 - NCBA BANK via API", { into: 20_000 }, 64),
      row(
        "2022-03-28 21:31:12",
        "Business Payment from 880100 - NCBA BANK via API",
        { into: 150_000 },
        70,
        true,
      ),
      row(
        "2022-03-28 21:33:40",
        "Customer Transfer to 2547***901 - KEVIN OTIENO",
        { out: 149_000 },
        71,
        true,
      ),
      row("2022-03-28 21:36:02", "M-Shwari Loan Disburse", { into: 24_000 }, 72, true),
      row("2022-03-28 21:37:31", "KCB M-PESA Loan Disbursement", { into: 20_000 }, 73, true),
      row("2022-03-28 21:39:10", "Customer Transfer to 2547***901 - KEVIN OTIENO", { out: 44_000 }, 74, true),
      row("2022-03-28 21:41:55", "OD Loan Disbursement - Fuliza", { into: 12_000 }, 75, true),
      row(
        "2022-03-28 21:44:20",
        "Customer Withdrawal At Agent Till 204417 - MAJI MAZURI PHONES",
        { out: 12_000 },
        76,
        true,
      ),
      row(
        "2022-03-28 21:52:03",
        "Business Payment from 880100 - NCBA BANK via API",
        { into: 149_000 },
        77,
        true,
      ),
      row(
        "2022-03-28 21:54:44",
        "Customer Transfer to 2547***344 - FAITH WANJIKU",
        { out: 149_000 },
        78,
        true,
      ),
    ],
    2,
  );
  const bank = listOf(
    "NCBA_statement.csv",
    ["Transaction Date,Value Date,Narrative,Debit,Credit,Running Balance"],
    [
      ...Array.from({ length: 12 }, (_, i): Line => {
        const day = dayOf("2022-02-26", i * 2);
        return {
          at: `${day} ${two(i)}`,
          cells: `${british(day)},${british(day)},POS PURCHASE ${shops[i % 5]},${(900 + ((i * 377) % 3000)).toFixed(2)},,${(410_000 - i * 1000).toFixed(2)}`,
        };
      }),
      { at: "2022-03-01 50", cells: "01/03/2022,01/03/2022,MPESA TRANSFER 254722***418,20000.00,,398000.00" },
      {
        at: "2022-03-25 51",
        cells: "25/03/2022,25/03/2022,SALARY SAVANNAH FREIGHT LTD,,182000.00,560000.00",
      },
      {
        at: "2022-03-28 60",
        cells: "28/03/2022,28/03/2022,MPESA TRANSFER 254722***418,150000.00,,410000.00",
        isIntruders: true,
      },
      {
        at: "2022-03-28 61",
        cells: "28/03/2022,28/03/2022,MOBILE LOAN DISBURSEMENT,,66640.00,476640.00",
        isIntruders: true,
      },
      {
        at: "2022-03-28 62",
        cells: "28/03/2022,28/03/2022,MPESA TRANSFER 254722***418,149000.00,,327640.00",
        isIntruders: true,
      },
    ],
    2,
  );
  const texts = textsOf("sms-20220331.xml", [
    ...Array.from(
      { length: 14 },
      (_, i): Text => ({
        at: `${dayOf("2022-02-26", i * 2)}T${two(9 + (i % 10))}:15:00+03:00`,
        with: i % 2 ? "MPESA" : "+254722000118",
        says:
          i % 2
            ? `${code(i)} Confirmed. Ksh${120 + ((i * 173) % 2400)}.00 paid to ${shops[i % 5]}. New M-PESA balance is Ksh18,204.00.`
            : "tuonane kesho",
      }),
    ),
    {
      at: "2022-03-28T20:58:00+03:00",
      with: "Safaricom",
      says: "Dear customer, your request for SIM replacement has been received. If you did not request this dial 100.",
      isIntruders: true,
    },
    {
      at: "2022-03-30T15:40:00+03:00",
      with: "Safaricom",
      says: "Welcome back. Your SIM replacement is complete.",
    },
  ]);
  return {
    files: {
      "MPESA_Statement_2022-02-25_to_2022-03-31.csv": wallet.text,
      "NCBA_statement.csv": bank.text,
      "sms-20220331.xml": texts.text,
    },
    person: `
person: { id: while-roaming, region: ke, currency: KES, as-of: 2022-03-28 }
lines: { main: { carrier: safaricom, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: NCBA, kind: debit, reserved-line: main, balance: 560000 } }
accounts:
  wallet: { service: mpesa, line: main, balance: 20000 }
  bank: { service: NCBA, line: main, cards: [debit], trusted: [phone], balance: 560000 }
`,
    told: [
      {
        at: "2022-03-30T08:00:00+03:00",
        by: "owner",
        says: "when I crossed the border my line was dead, no network",
      },
      { at: "2022-03-30T15:30:00+03:00", by: "owner", says: "I got a new SIM at the Safaricom shop" },
    ],
    intruders: [...wallet.intruders, ...bank.intruders, ...texts.intruders],
  };
}
