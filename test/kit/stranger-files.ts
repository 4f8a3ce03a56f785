/**
 * Folders of records as strangers would bring them: files in the layouts their banks, carriers and mailboxes export, with
 * the traces of nights told in public reports among ordinary weeks. Names, numbers and sums are made up; what was done in
 * which order, through whom, and what is left of it is as the report named above each case says.
 *
 * Ordinary life is drawn from fixed tables, so that the same folder comes out to the byte.
 */
import { encoded } from "./encoded.ts";

export interface StrangersFolder {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly person: string;
  readonly told: readonly { readonly at: string; readonly by: string; readonly says: string }[];
  /** Rows that somebody else left, as `file row`; all others are the owner's or nobody's. */
  readonly intruders: readonly string[];
  /** Rows that stand in a second file as well, and count once. */
  readonly repeated?: number;
}

export const two = (number: number): string => String(number).padStart(2, "0");
export const dayOf = (first: string, i: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10);
/** `2024-09-13` as banks write it. */
export const british = (day: string): string => day.split("-").toReversed().join("/");
/** `11/24/2021` as banks of the United States write it. */
export const american = (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
/** A cell with a comma of its own. */
export const quoted = (cell: string): string => (cell.includes(",") ? `"${cell}"` : cell);
export const flagged = (isIntruders?: true) => (isIntruders === undefined ? {} : { isIntruders });
const indian = (day: string): string => british(day).replace(/\/20(\d\d)$/, "/$1");

export interface Line {
  readonly at: string;
  readonly cells: string;
  readonly isIntruders?: true;
}

/** Lines by their moment under a header; which of them are the intruder's. */
export function listOf(
  file: string,
  head: readonly string[],
  lines: readonly Line[],
  first: number,
  foot = "",
) {
  const sorted = lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    text: `${[...head, ...sorted.map(({ cells }) => cells)].join("\r\n")}\r\n${foot}`,
    intruders: sorted.flatMap(({ isIntruders }, i) => (isIntruders === true ? [`${file} ${first + i}`] : [])),
  };
}

/** A row of Chase's activity file; the newest stands first. The balance goes down by the place of the row. */
export const chaseRow =
  (balance: number) =>
  (day: string, what: string, sum: number, type: string, i: number, isIntruders?: true): Line => ({
    at: `${9_999_999_999 - Date.parse(day) / 1000} ${two(i)}`,
    cells: `${sum < 0 ? "DEBIT" : "CREDIT"},${american(day)},"${what}",${sum.toFixed(2)},${type},${(balance - i * 31.5).toFixed(2)},,`,
    ...flagged(isIntruders),
  });
export const chaseHead = ["Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #"];

/** A row of China Merchants Bank's file; the newest stands first. The balance goes down by the place of the row. */
export const cmbRow =
  (balance: number) =>
  (
    day: string,
    clock: string,
    { out = "", into = "" }: { readonly out?: string; readonly into?: string },
    [kind, says]: readonly [string, string],
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999 - Date.parse(`${day}T${clock}Z`) / 1000}`,
    cells: `"\t${day.replaceAll("-", "")}","\t${clock}","${into}","${out}","${(balance - i * 130).toFixed(2)}","${kind}","${says}"`,
    ...flagged(isIntruders),
  });
/** What stands above the rows: of which card, from which day to which, `20140520`. */
export const cmbHead = (card: string, [from, to]: readonly [string, string], exported: string) => [
  '"# 招商银行交易记录"',
  `"# 导出时间: [           ${exported}]"`,
  `"# 账    号: [一卡通:${card} 招商银行]"`,
  '"# 币    种: [             人民币]"',
  `"# 起始日期: [${from}]  终止日期: [${to}]"`,
  '"# 过滤设置: 无"',
  "",
  '"交易日期","交易时间","收入","支出","余额","交易类型","交易备注"',
];

export interface Text {
  readonly at: string;
  readonly with: string;
  readonly says: string;
  readonly isSent?: true;
  readonly isIntruders?: true;
}

/** A phone's texts as "SMS Backup & Restore" saves them. */
export function textsOf(file: string, texts: readonly Text[]) {
  const sorted = texts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const line = ({ at, with: peer, says, isSent }: Text) =>
    `  <sms protocol="0" address="${peer}" date="${Date.parse(at)}" type="${isSent === true ? 2 : 1}" body="${says.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" read="1" status="-1" readable_date="${at.slice(0, 19)}" contact_name="(Unknown)" />`;
  return {
    text: `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${sorted.length}">\n${sorted.map(line).join("\n")}\n</smses>\n`,
    intruders: sorted.flatMap(({ isIntruders }, i) => (isIntruders === true ? [`${file} ${i + 1}`] : [])),
  };
}

/** One mail as a mailbox saves it. */
export const mail = (from: string, to: string, at: string, subject: string, body: string): string =>
  [
    `From: ${from}`,
    `To: <${to}>`,
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `Subject: ${subject}`,
    `Message-ID: <${Date.parse(at)}@mail.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
    "",
  ].join("\r\n");

// ---------------------------------------------------------------------------------------------------------------------
/**
 * Britain, a reader's letter in a Sunday paper's consumer column (2024): EE texts that a SIM activation was asked for and
 * will be done in 24 hours; the customer calls at once to say no; a day later the phone is dead, passwords of the mailbox
 * and of accounts are changed, and money is gone. She has Monzo and PayPal.
 */
export function graceDay(): StrangersFolder {
  const shops = [
    ["Tesco", "Groceries", 18.4],
    ["Greggs", "Eating out", 3.85],
    ["Stagecoach", "Transport", 4.6],
    ["Boots", "Personal care", 11.2],
    ["Sainsbury's", "Groceries", 32.75],
    ["Costa", "Eating out", 4.95],
    ["Amazon", "Shopping", 16.99],
  ] as const;
  const monzo = (
    day: string,
    clock: string,
    [type, name, category, amount, note]: readonly [string, string, string, number, string],
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${clock}`,
    cells: `tx_0000Ak${two(i)}Q${two((i * 7) % 90)},${british(day)},${clock},${type},${name},,${category},${amount.toFixed(2)},GBP,${amount.toFixed(2)},GBP,,,,${note},,${amount < 0 ? amount.toFixed(2) : ""},${amount < 0 ? "" : amount.toFixed(2)}`,
    ...(isIntruders === undefined ? {} : { isIntruders }),
  });
  const life = Array.from({ length: 34 }, (_, i) => {
    const [name, category, amount] = shops[i % shops.length]!;
    return monzo(
      dayOf("2024-08-10", i),
      `${two(8 + ((i * 5) % 12))}:${two((i * 17) % 60)}:11`,
      ["Card payment", name, category, -(amount + (i % 4)), `${name.toUpperCase()} BATH GBR`],
      i,
    );
  });
  const statement = listOf(
    "monzo.csv",
    [
      "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In",
    ],
    [
      ...life,
      monzo("2024-08-23", "02:10:04", ["Faster payment", "A COLLEGE", "Income", 1912.33, "SALARY"], 40),
      monzo("2024-09-01", "01:02:03", ["Direct Debit", "EE Limited", "Bills", -24, "EE LIMITED"], 41),
      monzo("2024-09-01", "01:02:09", ["Faster payment", "Lettings Ltd", "Bills", -780, "rent"], 42),
      monzo("2024-09-08", "18:31:09", ["Faster payment", "J Harper", "Transfers", -25, "dinner"], 43),
      monzo("2024-09-13", "15:02:41", ["Faster payment", "K Adeyemi", "Transfers", -950, "rent"], 44, true),
      monzo("2024-09-13", "15:09:12", ["Faster payment", "K Adeyemi", "Transfers", -890, "rent"], 45, true),
      monzo(
        "2024-09-13",
        "15:24:50",
        ["Card payment", "PAYPAL *CEX", "Shopping", -449, "PAYPAL *CEX 35314369001 GBR"],
        46,
        true,
      ),
    ],
    2,
  );
  const texts = textsOf("sms-20240915.xml", [
    ...Array.from(
      { length: 9 },
      (_, i): Text => ({
        at: `${dayOf("2024-08-11", i * 3)}T${two(9 + i)}:20:00+01:00`,
        with: i % 2 ? "+447700900123" : "Royal Mail",
        says: i % 2 ? "see you at six" : "Your parcel will be delivered today",
      }),
    ),
    {
      at: "2024-08-20T19:04:00+01:00",
      with: "+447700900123",
      says: "running late, ten minutes",
      isSent: true,
    },
    {
      at: "2024-08-29T11:40:00+01:00",
      with: "PayPal",
      says: "PayPal: 482913 is your security code. Don't share it.",
    },
    {
      at: "2024-09-02T09:00:00+01:00",
      with: "EE",
      says: "Your EE bill of £24.00 is ready to view in the EE app",
    },
    {
      at: "2024-09-12T13:46:00+01:00",
      with: "EE",
      says: "Hi from EE. We've processed your SIM activation request. Your new SIM will be active within 24 hours. If you didn't ask for this call 150 straight away.",
      isIntruders: true,
    },
    {
      at: "2024-09-15T10:12:00+01:00",
      with: "EE",
      says: "Welcome back. Your replacement SIM is now working.",
    },
  ]);
  const post = "jn@mail.example";
  return {
    files: {
      "monzo.csv": statement.text,
      "sms-20240915.xml": texts.text,
      "EE itemised calls.csv": [
        "Date,Time,Number,Description,Duration,Cost",
        "14/08/2024,09:31:40,01225900456,Landline,00:03:02,0.00",
        "21/08/2024,12:02:11,07700900123,Mobile,00:01:31,0.00",
        "02/09/2024,18:10:22,07700900123,Mobile,00:04:10,0.00",
        "12/09/2024,13:51:08,150,Customer service,00:22:41,0.00",
        "",
      ].join("\r\n"),
      "mail/google-1.eml": mail(
        "Google <no-reply@accounts.google.com>",
        post,
        "2024-09-13T14:12:00+01:00",
        "Security alert",
        "Account recovery requested. Your Google Account is being recovered. If this wasn't you, secure your account.",
      ),
      "mail/google-2.eml": mail(
        "Google <no-reply@accounts.google.com>",
        post,
        "2024-09-13T14:19:00+01:00",
        "Your password was changed",
        "The password for your Google Account was changed.",
      ),
      "mail/paypal.eml": mail(
        "PayPal <service@intl.paypal.com>",
        post,
        "2024-09-13T14:40:00+01:00",
        "You changed your password",
        "You've changed your password. If you didn't do this, contact us.",
      ),
      "mail/monzo.eml": mail(
        "Monzo <hello@monzo.com>",
        post,
        "2024-09-13T14:52:00+01:00",
        "Log in to Monzo",
        "Tap the link below to log in to Monzo on your new phone.",
      ),
      "mail/shop.eml": mail(
        "Etsy <noreply@mail.etsy.com>",
        post,
        "2024-09-03T10:00:00+01:00",
        "Your order is on its way",
        "Your order has left the seller.",
      ),
    },
    person: `
person: { id: grace-day, region: gb, currency: GBP, as-of: 2024-09-13 }
lines: { main: { carrier: ee, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: monzo, kind: debit, reserved-line: main, balance: 2600 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone], second-factor: none, sign-in-name: mail }
  paypal: { service: paypal, line: main, mailbox: post, cards: [debit], devices: [phone], second-factor: none }
  monzo: { service: monzo, line: main, mailbox: post, cards: [debit], trusted: [phone], balance: 2600 }
`,
    told: [
      {
        at: "2024-09-12T13:51:00+01:00",
        by: "owner",
        says: "I called EE and told them I had not asked for a new SIM",
      },
      { at: "2024-09-13T13:55:00+01:00", by: "owner", says: "my phone has no signal" },
      { at: "2024-09-15T10:00:00+01:00", by: "owner", says: "ee/new-sim-in-shop" },
    ],
    intruders: [
      ...statement.intruders,
      ...texts.intruders,
      "mail/google-1.eml 1",
      "mail/google-2.eml 1",
      "mail/paypal.eml 1",
      "mail/monzo.eml 1",
    ],
  };
}

/**
 * India, a police complaint told in the press (Thane, February 2024): in the evening the doctor's phone has no network; next
 * day the shop says the SIM is no longer in her name; of a little over nine lakh six are gone in eight transfers.
 */
export function noNetwork(): StrangersFolder {
  const payees = [
    "SWIGGY",
    "ZEPTO",
    "UBER INDIA",
    "BIG BAZAAR",
    "APOLLO PHARMACY",
    "IRCTC",
    "RELIANCE FRESH",
  ];
  const hdfc = (
    day: string,
    narration: string,
    out: number | undefined,
    into: number | undefined,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${indian(day)},${narration},0000${405200000000 + i * 7919},${indian(day)},${out?.toFixed(2) ?? ""},${into?.toFixed(2) ?? ""},${(900_000 - i * 311).toFixed(2)}`,
    ...(isIntruders === undefined ? {} : { isIntruders }),
  });
  const life = Array.from({ length: 40 }, (_, i) => {
    const name = payees[i % payees.length]!;
    return hdfc(
      dayOf("2024-01-18", i % 36),
      `UPI-${name}-${name.replaceAll(" ", "")}@YBL-YESB0YBLUPI-${402100000000 + i}-PAYMENT`,
      90 + ((i * 137) % 1400),
      undefined,
      i,
    );
  });
  const stolen: readonly Line[] = [
    [99_000, "IMPS-405301122334-SANJAY KUMAR-SBIN-XXXXXXX1290-TRF"],
    [98_500, "IMPS-405301122371-SANJAY KUMAR-SBIN-XXXXXXX1290-TRF"],
    [99_500, "IMPS-405301122402-RAJU MONDAL-UTIB-XXXXXXX7731-TRF"],
    [75_000, "IMPS-405301122466-RAJU MONDAL-UTIB-XXXXXXX7731-TRF"],
    [80_000, "NEFT DR-PUNB0123400-BIKASH DAS-NETBANK, MUM-HDFCN52024022212345678"],
    [60_000, "NEFT DR-PUNB0123400-BIKASH DAS-NETBANK, MUM-HDFCN52024022212345699"],
    [50_000, "UPI-MD IRFAN-IRFAN88@PAYTM-PYTM0123456-405301122777-UPI"],
    [50_000, "UPI-MD IRFAN-IRFAN88@PAYTM-PYTM0123456-405301122801-UPI"],
  ].map(([sum, words], i) =>
    hdfc("2024-02-22", String(words).replaceAll(",", ""), Number(sum), undefined, 60 + i, true),
  );
  const statement = listOf(
    "Acct Statement_XX4471_26022024.csv",
    [
      "HDFC BANK Ltd.,,,,,,",
      "Account Branch : KALYAN,,,,,,",
      "Statement From : 18/01/2024 To : 26/02/2024,,,,,,",
      "",
      "Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance",
    ],
    [
      ...life,
      hdfc(
        "2024-01-31",
        "NEFT CR-CITI0000100-LIFECARE HOSPITAL-SALARY JAN-CITIN24012345",
        undefined,
        145_000,
        50,
      ),
      hdfc(
        "2024-02-05",
        "UPI-ANITA PATIL-ANITA.PATIL@OKHDFCBANK-HDFC0000240-403622334455-RENT",
        22_000,
        undefined,
        51,
      ),
      ...stolen,
    ],
    6,
    ",,,,,,\r\nSTATEMENT SUMMARY :-,,,,,,\r\n",
  );
  const bank = (i: number): string => (i % 2 ? "VM-HDFCBK" : "AD-HDFCBK");
  const texts = textsOf("sms.xml", [
    ...Array.from(
      { length: 18 },
      (_, i): Text => ({
        at: `${dayOf("2024-01-19", i * 2 - (i > 16 ? 3 : 0))}T${two(10 + (i % 9))}:15:00+05:30`,
        with: bank(i),
        says: `Amt Sent Rs.${90 + ((i * 137) % 1400)}.00 From HDFC Bank A/C *4471 To ${payees[i % payees.length]} Not You? Call 18002586161`,
      }),
    ),
    {
      at: "2024-02-03T09:00:00+05:30",
      with: "JX-JioPay",
      says: "Your Jio plan expires in 3 days. Recharge now.",
    },
    {
      at: "2024-02-10T20:12:00+05:30",
      with: "AX-HDFCBK",
      says: "OTP is 482913 for txn of INR 1249.00 at IRCTC on your HDFC Bank card ending 9034. Do not share.",
    },
    {
      at: "2024-02-21T18:22:00+05:30",
      with: "JM-JIOSVC",
      says: "Dear Customer, we have received a request for SIM replacement on your Jio number. If you have not requested it call 199.",
      isIntruders: true,
    },
  ]);
  const post = "doctor@mail.example";
  return {
    files: {
      "Acct Statement_XX4471_26022024.csv": statement.text,
      "sms.xml": texts.text,
      "alerts/beneficiary.eml": mail(
        "HDFC Bank InstaAlerts <alerts@hdfcbank.net>",
        post,
        "2024-02-22T00:41:00+05:30",
        "Beneficiary added",
        "Dear Customer, a new beneficiary has been added in NetBanking. Not you? Call us.",
      ),
      "alerts/reset.eml": mail(
        "HDFC Bank InstaAlerts <alerts@hdfcbank.net>",
        post,
        "2024-02-22T00:33:00+05:30",
        "NetBanking password changed",
        "Dear Customer, your NetBanking password has been changed. Not you? Call us.",
      ),
      "alerts/newsletter.eml": mail(
        "HDFC Bank <information@hdfcbank.net>",
        post,
        "2024-02-09T10:00:00+05:30",
        "New offers on your card",
        "Ten percent off this weekend.",
      ),
    },
    person: `
person: { id: no-network, region: in, currency: INR, as-of: 2024-02-22 }
lines: { main: { carrier: jio, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: hdfc-bank, kind: debit, last4: "9034", reserved-line: main, balance: 900000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone], second-factor: none, sign-in-name: mail }
  bank: { service: hdfc-bank, line: main, mailbox: post, cards: [debit], trusted: [phone], balance: 900000 }
`,
    told: [
      { at: "2024-02-21T22:00:00+05:30", by: "owner", says: "no network on my phone" },
      {
        at: "2024-02-22",
        by: "owner",
        says: "I went to the Jio store and they said the SIM is no longer in my name",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders, "alerts/beneficiary.eml 1", "alerts/reset.eml 1"],
  };
}

/**
 * China, told by the victim on a forum and in the press (30 July 2018): asleep, over a hundred codes came; the phone was in
 * the room all the time and somebody near by read its texts out of the air. Alipay paid and emptied, JD's credit opened and
 * spent, a card's money gone before half past five.
 */
export function textsFromTheAir(): StrangersFolder {
  const shops = ["美宜佳便利店", "沙县小吃", "天虹商场", "百果园", "滴滴出行", "老乡村菜馆", "中国石化"];
  const web = (
    at: string,
    peer: string,
    what: string,
    sum: number,
    way: string,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at,
    cells: `20180${700000 + i}0001\t,T${800000 + i}\t,${at} ,${at} ,${at} ,其他（包括阿里巴巴和外部商家）,即时到账交易,${peer} ,${what} ,${sum.toFixed(2)} ,${way} ,交易成功 ,0.00 ,0.00 , ,已支出 ,`,
    ...(isIntruders === undefined ? {} : { isIntruders }),
  });
  const bill = listOf(
    "alipay_record_20180801.csv",
    [
      "支付宝交易记录明细查询",
      "账号:[139****0000]",
      "起始日期:[2018-07-01 00:00:00]    终止日期:[2018-08-01 00:00:00]",
      "---------------------------------交易记录明细列表------------------------------------",
      "交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态,",
    ],
    [
      ...Array.from({ length: 26 }, (_, i) =>
        web(
          `${dayOf("2018-07-01", i)} ${two(9 + (i % 12))}:${two((i * 13) % 60)}:05`,
          shops[i % 7]!,
          "消费",
          8 + ((i * 31) % 120),
          "支出",
          i,
        ),
      ),
      web("2018-07-30 02:11:40", "某某数码专营店", "手机充值卡 500元", 2000, "支出", 60, true),
      web("2018-07-30 02:19:02", "某某点卡商行", "点卡 虚拟商品", 1980, "支出", 61, true),
      web("2018-07-30 02:26:31", "陈**", "转账", 3000, "支出", 62, true),
    ],
    6,
    "------------------------------------------------------------------------------------\r\n共29笔记录\r\n",
  );
  const bank = (
    day: string,
    what: string,
    place: string,
    into: string,
    out: string,
    isIntruders?: true,
  ): Line => ({
    at: day,
    cells: `"${day}","${what}","${place}","CHN","钞","${into}","${out}","人民币","${into}","${out}","人民币","5,000.00","${isIntruders ? "" : ""}"`,
    ...(isIntruders === undefined ? {} : { isIntruders }),
  });
  const statement = listOf(
    "hisdetail.csv",
    [
      "卡号: 6222****1234,,,,,,,,,,,,",
      "",
      "交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名",
    ],
    [
      bank("2018-07-05", "工资", "", "8,200.00", ""),
      ...Array.from({ length: 8 }, (_, i) =>
        bank(dayOf("2018-07-03", i * 3), "消费", `财付通-${shops[i % 7]}`, "", (12 + i * 7).toFixed(2)),
      ),
      bank("2018-07-20", "ATM取款", "深圳龙岗支行", "", "1,000.00"),
      bank("2018-07-30", "消费", "支付宝-某某数码专营店", "", "2,000.00", true),
      bank("2018-07-30", "消费", "网银在线-京东商城", "", "4,999.00", true),
    ],
    4,
  );
  const wechat = [
    "微信支付账单明细,,,,,,,,,,",
    "微信昵称：[某人],,,,,,,,,,",
    "起始时间：[2018-07-01 00:00:00] 终止时间：[2018-07-31 23:59:59],,,,,,,,,,",
    "共8笔记录,,,,,,,,,,",
    "----------------------微信支付账单明细列表--------------------,,,,,,,,",
    "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
    ...Array.from(
      { length: 8 },
      (_, i) =>
        `${dayOf("2018-07-03", i * 3)} ${two(11 + i)}:0${i}:00,商户消费,${shops[i % 7]},"消费",支出,¥${(12 + i * 7).toFixed(2)},工商银行(1234),支付成功,"42000${i}\t","1\t","/"`,
    ),
    "",
  ].join("\r\n");
  const at = (clock: string) => `2018-07-30T${clock}:00+08:00`;
  const texts = textsOf("sms-20180801.xml", [
    {
      at: "2018-07-04T12:01:00+08:00",
      with: "10086",
      says: "【中国移动】尊敬的客户，您本月套餐剩余流量1.2GB。",
    },
    {
      at: "2018-07-05T10:00:00+08:00",
      with: "95588",
      says: "【工商银行】您尾号1234卡7月5日收入(工资)8,200.00元。",
    },
    { at: "2018-07-11T19:20:00+08:00", with: "1069013900", says: "【滴滴出行】您的验证码为3321。" },
    { at: "2018-07-15T20:20:00+08:00", with: "106575258192", says: "【京东】您的订单已签收。" },
    { at: "2018-07-22T20:20:00+08:00", with: "106575258192", says: "【京东】您的订单已出库。" },
    {
      at: at("01:42"),
      with: "106575258192",
      says: "【京东】登录验证码：481516，请勿泄露。",
      isIntruders: true,
    },
    {
      at: at("01:49"),
      with: "95188",
      says: "【支付宝】登录校验码 162342，请勿泄露给他人。",
      isIntruders: true,
    },
    {
      at: at("01:55"),
      with: "95188",
      says: "【支付宝】您正在重置支付密码，校验码 774411。",
      isIntruders: true,
    },
    { at: at("02:04"), with: "95188", says: "【支付宝】您的支付密码修改成功。", isIntruders: true },
    {
      at: at("02:12"),
      with: "95588",
      says: "【工商银行】您尾号1234卡7月30日02:11支出(消费支付宝)2,000.00元。",
      isIntruders: true,
    },
    {
      at: at("02:40"),
      with: "106575258192",
      says: "【京东金融】您正在重置支付密码，验证码 905521。",
      isIntruders: true,
    },
    {
      at: at("02:51"),
      with: "106575258192",
      says: "【京东金融】您已成功开通白条，可用额度8000元。",
      isIntruders: true,
    },
    {
      at: at("03:05"),
      with: "106575258192",
      says: "【京东金融】您使用白条消费5,399.00元。",
      isIntruders: true,
    },
    {
      at: at("03:20"),
      with: "106575258192",
      says: "【京东金融】您申请的金条借款5,000.00元已放款至尾号1234工商银行卡。",
      isIntruders: true,
    },
    {
      at: at("03:44"),
      with: "95588",
      says: "【工商银行】您尾号1234卡7月30日03:44支出(消费网银在线)4,999.00元。",
      isIntruders: true,
    },
    { at: "2018-07-30T10:30:00+08:00", with: "95588", says: "【工商银行】您尾号1234卡已办理口头挂失。" },
  ]);
  return {
    files: {
      "alipay_record_20180801.csv": encoded(bill.text, "gb18030"),
      "hisdetail.csv": statement.text,
      "微信支付账单(20180701-20180731).csv": wechat,
      "sms-20180801.xml": texts.text,
    },
    person: `
person: { id: out-of-the-air, region: cn, currency: CNY, as-of: 2018-07-30 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { icbc: { bank: icbc, kind: debit, last4: "1234", reserved-line: main, balance: 6000 } }
accounts:
  alipay: { service: alipay, line: main, cards: [icbc], devices: [phone] }
  wechat: { service: wechat-tenpay, line: main, cards: [icbc], devices: [phone] }
  jd: { service: jd, line: main, cards: [icbc], devices: [phone] }
`,
    told: [
      {
        at: "2018-07-30T05:20:00+08:00",
        by: "owner",
        says: "醒来发现手机收到一百多条验证码，手机一直在身边",
      },
      { at: "2018-07-30T10:30:00+08:00", by: "owner", says: "icbc/block-for-fifteen-days" },
    ],
    intruders: [...bill.intruders, ...statement.intruders, ...texts.intruders],
  };
}
