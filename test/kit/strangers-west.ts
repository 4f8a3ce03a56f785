/**
 * Three folders of strangers' records from the Americas and Britain; see `stranger-files.ts`, whose tools these use. What was
 * done in which order is as the report named above each says; names, numbers and everyday sums are made up.
 */
import {
  american,
  british,
  chaseHead,
  chaseRow,
  dayOf,
  flagged,
  type Line,
  listOf,
  mail,
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * United States, told on television (Broward, Florida, late November 2021): at work the phone has no signal; on Wi-Fi she finds
 * mails of her bank and of Coinbase. Somebody had the number put on another phone in a shop in New York. $18,165 of coins
 * are gone, and $3,000 from the bank.
 */
export function shopInNewYork(): StrangersFolder {
  const shops = [
    "PUBLIX SUPER MAR",
    "SHELL OIL",
    "CHIPOTLE 2214",
    "WALGREENS #4402",
    "TARGET T-1821",
    "NETFLIX.COM",
  ];
  const chase = chaseRow(6400);
  const statement = listOf(
    "Chase4410_Activity_20211201.CSV",
    chaseHead,
    [
      ...Array.from({ length: 30 }, (_, i) =>
        chase(
          dayOf("2021-10-25", i),
          `${shops[i % 6]} MIAMI FL ${american(dayOf("2021-10-24", i)).slice(0, 5)}`,
          -(7.5 + ((i * 41) % 88)),
          "DEBIT_CARD",
          i,
        ),
      ),
      chase("2021-10-29", "BROWARD CLINIC DES:PAYROLL ID:XXXXX", 1840.22, "ACH_CREDIT", 40),
      chase("2021-11-12", "BROWARD CLINIC DES:PAYROLL ID:XXXXX", 1840.22, "ACH_CREDIT", 41),
      chase("2021-11-01", "Zelle payment to Marisol Rent JPM999a1", -1350, "QUICKPAY_DEBIT", 42),
      chase("2021-11-05", "TMOBILE*AUTO PAY 800-937-8997 WA", -70, "DEBIT_CARD", 43),
      chase("2021-11-15", "Coinbase Inc. 8889087930 PPD ID: 1455293997", -150, "ACH_DEBIT", 44),
      chase("2021-11-24", "Zelle payment to Devin K JPM999c7", -2000, "QUICKPAY_DEBIT", 50, true),
      chase("2021-11-24", "Zelle payment to Devin K JPM999c8", -1000, "QUICKPAY_DEBIT", 51, true),
      chase("2021-11-26", "PUBLIX SUPER MAR MIAMI FL 11/25", -64.12, "DEBIT_CARD", 52),
    ],
    2,
  );
  const me = "yh@mail.example";
  return {
    files: {
      "Chase4410_Activity_20211201.CSV": statement.text,
      "mail/1.eml": mail(
        "Coinbase <no-reply@coinbase.com>",
        me,
        "2021-11-03T09:10:00-04:00",
        "Your weekly portfolio summary",
        "Your portfolio is up 3.1% this week.",
      ),
      "mail/2.eml": mail(
        "Google <no-reply@accounts.google.com>",
        me,
        "2021-11-24T13:21:00-05:00",
        "Security alert",
        "New sign-in on Windows. We noticed a new sign-in to your Google Account on a Windows device.",
      ),
      "mail/3.eml": mail(
        "Coinbase <no-reply@coinbase.com>",
        me,
        "2021-11-24T13:29:00-05:00",
        "Reset your password",
        "We received a request to reset your password. Use this link within 24 hours.",
      ),
      "mail/4.eml": mail(
        "Coinbase <no-reply@coinbase.com>",
        me,
        "2021-11-24T13:33:00-05:00",
        "Your password was changed",
        "The password of your Coinbase account was changed. If this was not you, lock your account.",
      ),
      "mail/5.eml": mail(
        "Coinbase <no-reply@coinbase.com>",
        me,
        "2021-11-24T13:52:00-05:00",
        "You just sent 0.31 BTC",
        "You sent 0.31245 BTC ($18,165.00) to an external address. The transfer is pending.",
      ),
      "mail/6.eml": mail(
        "Chase <no.reply.alerts@chase.com>",
        me,
        "2021-11-24T14:08:00-05:00",
        "You sent $2,000.00 to Devin K",
        "You sent Devin K a Zelle payment of $2,000.00. Didn't do this? Call us.",
      ),
      "mail/7.eml": mail(
        "Publix <deals@publix.example>",
        me,
        "2021-11-24T08:00:00-05:00",
        "Thanksgiving deals",
        "Turkey at 99 cents a pound until Thursday.",
      ),
    },
    person: `
person: { id: shop-in-new-york, region: us, currency: USD, as-of: 2021-11-24 }
lines: { main: { carrier: t-mobile-us, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: chase, kind: debit, last4: "4410", reserved-line: main, balance: 6400 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone] }
  chase: { service: chase, line: main, mailbox: post, cards: [debit], devices: [phone], balance: 6400 }
  coinbase: { service: coinbase, line: main, mailbox: post, second-factor: sms, balance: 18165 }
`,
    told: [
      {
        at: "2021-11-24T13:15:00-05:00",
        by: "owner",
        says: "my phone had no signal at work, no calls, no texts",
      },
      {
        at: "2021-11-24T15:30:00-05:00",
        by: "owner",
        says: "I could not get into Coinbase, the password was changed",
      },
      {
        at: "2021-11-24T17:00:00-05:00",
        by: "owner",
        says: "T-Mobile says somebody went into a shop in New York and had my number put on another phone, I never asked for a SIM",
      },
    ],
    intruders: [
      ...statement.intruders,
      "mail/2.eml 1",
      "mail/3.eml 1",
      "mail/4.eml 1",
      "mail/5.eml 1",
      "mail/6.eml 1",
    ],
  };
}

/**
 * Britain, told in a paper (north London, 2024): papers uploaded for a check of tenants; days later somebody tries her O2
 * account, then has an eSIM sent. By telephone banking £2,400 go from her savings to her current account at Barclays, and
 * £3,500 from there to a stranger's account at Halifax.
 */
export function checkOfTenants(): StrangersFolder {
  const shops = ["TFL TRAVEL CH", "SAINSBURYS S/MKTS", "PRET A MANGER", "MORRISONS N22", "BOOTS 1022"];
  const barclays = (
    day: string,
    account: string,
    sum: number,
    kind: string,
    memo: string,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999 - Date.parse(day) / 1000} ${two(99 - i)}`,
    cells: `\t,${british(day)},${account},${sum.toFixed(2)},${kind},${memo.padEnd(33)}\t`,
    ...flagged(isIntruders),
  });
  const current = "20-45-45 83301234";
  const savings = "20-45-45 53309876";
  const head = ["Number,Date,Account,Amount,Subcategory,Memo"];
  const ofCurrent = listOf(
    "data.csv",
    head,
    [
      ...Array.from({ length: 32 }, (_, i) =>
        barclays(
          dayOf("2024-01-02", i),
          current,
          -(2.8 + ((i * 37) % 55)),
          "Card Purchase",
          `${shops[i % 5]}\t ON ${dayOf("2024-01-01", i).slice(8)} JAN BCC`,
          i,
        ),
      ),
      barclays("2024-01-25", current, 2210.4, "Counter Credit", "LB HARINGEY SALARY", 40),
      barclays("2024-01-28", current, -1450, "Standing Order", "KEYS LETTINGS\tRENT STO", 41),
      barclays("2024-01-15", current, -18, "Direct Debit", "O2\t 9911 DDR", 42),
      barclays("2024-02-05", current, 2400, "Funds Transfer", "SAVINGS 53309876\t TFR", 50, true),
      barclays("2024-02-05", current, -3500, "Funds Transfer", "M OYELARAN\t HALIFAX BBP", 51, true),
    ],
    2,
  );
  const ofSavings = listOf(
    "data (1).csv",
    head,
    [
      barclays("2024-01-02", savings, 3.11, "Interest", "INTEREST PAID\tGROSS", 1),
      barclays("2024-01-26", savings, 150, "Funds Transfer", "CURRENT 83301234\t TFR", 2),
      barclays("2024-02-05", savings, -2400, "Funds Transfer", "CURRENT 83301234\t TFR", 3, true),
    ],
    2,
  );
  const texts = textsOf("sms-20240210.xml", [
    ...Array.from(
      { length: 10 },
      (_, i): Text => ({
        at: `${dayOf("2024-01-04", i * 3)}T${two(9 + i)}:20:00+00:00`,
        with: i % 2 ? "+447700900321" : "HALSurgery",
        says: i % 2 ? "pick up milk?" : "Reminder: your appointment at the surgery is on Thursday",
      }),
    ),
    {
      at: "2024-01-09T18:00:00+00:00",
      with: "O2",
      says: "Your O2 bill of £18.00 is ready. See it in My O2.",
    },
    {
      at: "2024-02-02T16:12:00+00:00",
      with: "O2",
      says: "Your My O2 one-time code is 441920. We will never ask you for this code.",
      isIntruders: true,
    },
    {
      at: "2024-02-05T10:41:00+00:00",
      with: "O2",
      says: "Hi, your new eSIM is ready to be set up. Your old SIM will stop working. Not you? Call 202.",
      isIntruders: true,
    },
    { at: "2024-02-07T12:30:00+00:00", with: "O2", says: "Your replacement SIM is now active." },
  ]);
  return {
    files: { "data.csv": ofCurrent.text, "data (1).csv": ofSavings.text, "sms-20240210.xml": texts.text },
    person: `
person: { id: check-of-tenants, region: gb, currency: GBP, as-of: 2024-02-05 }
lines: { main: { carrier: o2-uk, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: barclays, kind: debit, reserved-line: main, balance: 1100 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone] }
  o2: { service: o2-uk, line: main, mailbox: post }
  barclays: { service: barclays, line: main, mailbox: post, cards: [debit], devices: [phone], trusted: [phone], balance: 3500 }
`,
    told: [
      { at: "2024-02-02T16:15:00+00:00", by: "owner", says: "I got a code from O2 that I had not asked for" },
      { at: "2024-02-05T11:00:00+00:00", by: "owner", says: "my phone stopped working, no service" },
      {
        at: "2024-02-05T18:00:00+00:00",
        by: "owner",
        says: "money is gone from my savings and my current account, I did not make these transfers",
      },
      { at: "2024-02-06T09:00:00+00:00", by: "owner", says: "Barclays froze my account" },
      { at: "2024-02-07T12:30:00+00:00", by: "owner", says: "got a new SIM in the O2 shop" },
    ],
    intruders: [...ofCurrent.intruders, ...ofSavings.intruders, ...texts.intruders],
  };
}

/**
 * Brazil, told by himself and in a paper (São Paulo, 29 April 2022): in a taxi from the airport the open phone is torn from his
 * hand through the window. He calls the banks. From Sunday on the daily limit for Pix is raised at Nubank, a loan is taken
 * and everything is sent away; at Banco do Brasil too.
 */
export function taxiWindow(): StrangersFolder {
  const shops = ["iFood", "Uber do Brasil", "Pao de Acucar", "Drogasil", "Posto Ipiranga", "Spotify"];
  const nu = (day: string, sum: number, what: string, i: number, isIntruders?: true): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${british(day)},${sum.toFixed(2)},626c${two(i)}a1-0b1c-4f6e-9d2a-7c5e00${two(i)}9f31,${what}`,
    ...flagged(isIntruders),
  });
  const pix = (name: string) =>
    `Transferência enviada pelo Pix - ${name} - •••.${name.length}21.448-•• - MERCADO PAGO IP LTDA. (0323) Agência: 1 Conta: 30${name.length}22-1`;
  const nubank = listOf(
    "NU_7731_01ABR2022_05MAI2022.csv",
    ["Data,Valor,Identificador,Descrição"],
    [
      ...Array.from({ length: 27 }, (_, i) =>
        nu(dayOf("2022-04-01", i), -(12.9 + ((i * 37) % 120)), `Compra no débito - ${shops[i % 6]}`, i),
      ),
      nu(
        "2022-04-05",
        8200,
        "Transferência recebida pelo Pix - AGENCIA DE TALENTOS LTDA - 11.222.333/0001-44 - ITAÚ UNIBANCO S.A. (0341) Agência: 1 Conta: 2-3",
        40,
      ),
      nu("2022-04-10", -2400, pix("Marcia Locadora"), 41),
      nu("2022-04-20", -180, pix("Ana Diarista"), 42),
      nu("2022-05-01", 21_000, "Crédito em conta - Empréstimo pessoal", 50, true),
      nu("2022-05-01", -15_000, pix("Wellington S"), 51, true),
      nu("2022-05-01", -14_900, pix("Jessica R"), 52, true),
      nu("2022-05-02", -12_000, pix("Wellington S"), 53, true),
    ],
    2,
  );
  const entry = (day: string, sum: string, memo: string, id: number) =>
    `<STMTTRN><TRNTYPE>${sum.startsWith("-") ? "DEBIT" : "CREDIT"}</TRNTYPE><DTPOSTED>${day.replaceAll("-", "")}120000[-3:BRT]</DTPOSTED><TRNAMT>${sum}</TRNAMT><FITID>2022${id}</FITID><CHECKNUM>${id}</CHECKNUM><MEMO>${memo}</MEMO></STMTTRN>`;
  const bb: readonly (readonly [string, string, string, true?])[] = [
    ["2022-04-06", "-89.90", "Pagto conta telefone - CLARO"],
    ["2022-04-08", "4100.00", "Recebimento de Proventos"],
    ["2022-04-12", "-310.00", "Pagamento de Boleto - CONDOMINIO"],
    ["2022-04-18", "-64.20", "Compra com Cartão - FARMACIA"],
    ["2022-04-25", "-500.00", "Pix - Enviado - 25/04 MAE"],
    ["2022-05-01", "-9000.00", "Pix - Enviado - 01/05 JESSICA R", true],
    ["2022-05-02", "-4980.00", "Pix - Enviado - 02/05 KAUE M", true],
  ];
  const ofx = `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20220506120000[-3:BRT]<LANGUAGE>POR<FI><ORG>Banco do Brasil<FID>1</FI></SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>BRL<BANKACCTFROM><BANKID>1<ACCTID>44101-2<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20220401<DTEND>20220506\n${bb.map(([day, sum, memo], i) => entry(day, sum, memo, 700 + i)).join("\n")}\n</BANKTRANLIST><LEDGERBAL><BALAMT>120.10<DTASOF>20220506</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`;
  const me = "bp@mail.example";
  return {
    files: {
      "NU_7731_01ABR2022_05MAI2022.csv": nubank.text,
      "extrato-bb.ofx": ofx,
      "mail/1.eml": mail(
        "Nubank <todomundo@nubank.com.br>",
        me,
        "2022-04-11T10:00:00-03:00",
        "Sua fatura fechou",
        "A fatura do seu cartão fechou no valor de R$ 1.214,90.",
      ),
      "mail/2.eml": mail(
        "Nubank <todomundo@nubank.com.br>",
        me,
        "2022-05-01T09:14:00-03:00",
        "Seu limite Pix foi alterado",
        "Seu limite Pix diário foi aumentado para R$ 90.000,00. Se não foi você, fale com a gente.",
      ),
      "mail/3.eml": mail(
        "Nubank <todomundo@nubank.com.br>",
        me,
        "2022-05-01T09:31:00-03:00",
        "Seu empréstimo está na conta",
        "O empréstimo de R$ 21.000,00 já está disponível na sua conta.",
      ),
      "mail/4.eml": mail(
        "Apple <noreply@email.apple.com>",
        me,
        "2022-04-30T11:20:00-03:00",
        "Find My iPhone has been disabled",
        "Find My has been turned off on iPhone de Bruno.",
      ),
      "mail/5.eml": mail(
        "Latam <info@latam.example>",
        me,
        "2022-04-28T08:00:00-03:00",
        "Seu cartão de embarque",
        "Seu voo sai amanhã.",
      ),
    },
    person: `
person: { id: taxi-window, region: br, currency: BRL, as-of: 2022-04-29 }
lines: { main: { carrier: claro-br, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: shows-codes } }
cards: { bb: { bank: banco-do-brasil, kind: debit, reserved-line: main, balance: 14000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone] }
  apple: { service: apple, line: main, devices: [phone] }
  nubank: { service: nubank, line: main, mailbox: post, devices: [phone], balance: 21000, loan-offer: 21000 }
  bb: { service: banco-do-brasil, line: main, cards: [bb], devices: [phone], balance: 14000 }
`,
    told: [
      {
        at: "2022-04-29T21:40:00-03:00",
        by: "owner",
        says: "furtaram meu celular pela janela do táxi, desbloqueado",
      },
      {
        at: "2022-04-29T23:30:00-03:00",
        by: "owner",
        says: "liguei para a Claro e pedi o bloqueio da linha",
      },
      { at: "2022-04-30T00:20:00-03:00", by: "owner", says: "avisei o Nubank e o Banco do Brasil do furto" },
      { at: "2022-05-02T12:00:00-03:00", by: "owner", says: "não fiz esses Pix nem pedi empréstimo" },
    ],
    intruders: [
      ...nubank.intruders,
      ...bb.flatMap(([, , , isIntruders], i) => (isIntruders === true ? [`extrato-bb.ofx ${i + 1}`] : [])),
      "mail/2.eml 1",
      "mail/3.eml 1",
      "mail/4.eml 1",
    ],
  };
}
