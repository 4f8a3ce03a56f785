/**
 * Streams of strangers: chains told in courts and newspapers (source and date beside each), and lives that look like
 * one, written as institutions could have sent them by whoever had read docs/reference/events.md and nothing else. What
 * an account does not tell (a minute, a proof) is filled in as such flows go.
 * Each can be told of somebody with two months of habits, of somebody hardly known, and of somebody never seen before.
 */

/** When, where, what; then what else stands in the event. A device `-` is none. */
type Row = readonly [time: string, institution: string, what: string, device: string, more?: More];
type More = Readonly<Record<string, unknown>>;

export interface Stranger {
  readonly name: string;
  /** Where it was told; absent of lives, which are everybody's. */
  readonly source?: string;
  /** Day and offset of the first row. */
  readonly day: string;
  readonly offset: string;
  readonly currency?: string;
  /** Where the everyday money is, and what is usually spent at once. */
  readonly usual: { readonly bank: string; readonly app?: string; readonly sum: number };
  /** The first row with which something is lost; absent of lives. */
  readonly loss?: string;
  readonly rows: readonly Row[];
}

export type History = "rich" | "thin" | "none";

const minutesOf = (time: string): number => {
  const [, days = "0", hours = "0", minutes = "0"] = /^(?:(\d+)d )?(\d+):(\d\d)$/.exec(time) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
};

/** `2022-03-28` and minutes from its midnight there, as RFC 3339. */
function timeAt({ day, offset }: Pick<Stranger, "day" | "offset">, minutes: number): string {
  const local = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${offset}`;
}

/** Two months of an ordinary life, or two acts of last week: sums around the usual, the same shops, the own phone. */
function before(stranger: Stranger, history: History): readonly object[] {
  const { usual, currency } = stranger;
  if (history === "none") return [];
  const days = history === "rich" ? 60 : 8;
  const step = history === "rich" ? 0.5 : 6;
  const events: object[] = [];
  for (let ago = days, i = 0; ago > 0.5; ago -= step, i++) {
    const minutes = -Math.ceil(ago) * 1_440 + 540 + ((i * 137) % 720);
    const isPaid = history === "thin" ? i === 1 : i % 3 === 1;
    const sum = usual.sum * [0.4, 1, 0.7, 1.6, 2.4, 0.9, 1.2][i % 7]!;
    events.push({
      id: `h${i}`,
      time: timeAt(stranger, minutes),
      institution: i % 2 === 0 || usual.app === undefined ? usual.bank : usual.app,
      kind: isPaid ? "payment" : i % 11 === 3 ? "sign-in" : "app-open",
      person: "p",
      device: "own",
      ...(isPaid ? { amount: sum.toFixed(2), payee: `shop-${i % 5}` } : {}),
      ...(isPaid && currency !== undefined ? { currency } : {}),
      ...(i % 11 === 3 ? { proofs: ["password"] } : {}),
    });
  }
  return events;
}

/** A flow of the catalogue that amounts to this word there; `undefined`: the word is sent. */
export type FlowOf = (institution: string, word: string) => string | undefined;

/** The stream, an event a line; with `flowOf` flows are named where the catalogue has one. */
export function linesOf(stranger: Stranger, history: History, flowOf?: FlowOf): readonly string[] {
  const rows = stranger.rows.map(([time, institution, what, device, more = {}], i) => {
    const flow = flowOf?.(institution, what);
    return {
      id: `e${i + 1}`,
      time: timeAt(stranger, minutesOf(time)),
      institution,
      ...(flow === undefined ? { kind: what } : { flow }),
      person: "p",
      ...(device === "-" ? {} : { device }),
      ...(more["amount"] !== undefined && stranger.currency !== undefined
        ? { currency: stranger.currency }
        : {}),
      ...more,
    };
  });
  return [...before(stranger, history), ...rows].map((event) => JSON.stringify(event));
}

/** The number of the row with which something is lost first: `e7`. */
export const lossOf = ({ rows, loss }: Stranger): string =>
  `e${rows.findIndex(([time, institution, what]) => loss === `${time} ${institution} ${what}`) + 1}`;

export const chains: readonly Stranger[] = [
  {
    name: "kenya: a SIM replaced while its owner is abroad, then loans and the bank",
    source:
      "https://nairobiwire.com/2022/10/man-sues-safaricom-after-losing-over-ksh490k-to-sim-swap-fraud.html",
    day: "2022-03-28",
    offset: "+03:00",
    currency: "KES",
    usual: { bank: "ncba-bank", app: "mpesa", sum: 1_500 },
    loss: "19:21 mpesa loan-paid-out",
    rows: [
      ["08:00", "safaricom", "roaming-started", "-", { place: "tz" }],
      [
        "19:02",
        "safaricom",
        "sim-reissued",
        "-",
        { channel: "shop", initiator: "agent", proofs: ["id-number", "name"] },
      ],
      [
        "19:12",
        "mpesa",
        "payment-password-reset",
        "x",
        { channel: "ussd", proofs: ["id-number", "line-data"] },
      ],
      [
        "19:20",
        "mpesa",
        "credit-opened",
        "x",
        { amount: "12000", channel: "ussd", proofs: ["payment-password"] },
      ],
      ["19:21", "mpesa", "loan-paid-out", "x", { amount: "12000", channel: "ussd" }],
      [
        "19:26",
        "mpesa",
        "transfer",
        "x",
        { amount: "24000", payee: "agent-7", proofs: ["payment-password"] },
      ],
      ["19:41", "ncba-bank", "sign-in", "x", { proofs: ["sms", "id-number"] }],
      ["19:50", "ncba-bank", "loan-paid-out", "x", { amount: "66640" }],
      ["19:55", "ncba-bank", "transfer", "x", { amount: "373000", payee: "mule-1" }],
    ],
  },
  {
    name: "japan: a SIM reissued in a shop for a forged card, charged into the wallet, a watch bought",
    source: "https://newsdig.tbs.co.jp/articles/-/1158452",
    day: "2024-04-30",
    offset: "+09:00",
    currency: "JPY",
    usual: { bank: "paypay", sum: 1_200 },
    loss: "14:15 paypay charge",
    rows: [
      ["13:30", "softbank-jp", "sim-reissued", "-", { channel: "shop", proofs: ["document-shown"] }],
      ["14:10", "paypay", "sign-in", "x", { proofs: ["sms"] }],
      ["14:15", "paypay", "charge", "x", { amount: "50000" }],
      ["15:00", "smbc-card", "online-purchase", "x", { amount: "2250000", payee: "watch" }],
    ],
  },
  {
    name: "korea: the line opened elsewhere in his name, five transfers of ten million",
    source: "https://news.kbs.co.kr/news/pc/view/view.do?ncd=8240169",
    day: "2025-04-22",
    offset: "+09:00",
    currency: "KRW",
    usual: { bank: "kb-kookmin", app: "kakaopay", sum: 18_000 },
    loss: "10:31 kb-kookmin transfer",
    rows: [
      [
        "09:40",
        "a-budget-carrier-kr",
        "number-moved",
        "-",
        { channel: "web", proofs: ["name", "id-number", "document-shown"] },
      ],
      ["09:41", "skt", "no-service", "-"],
      ["10:05", "kb-kookmin", "app-enrolled", "x", { proofs: ["sms", "id-number"] }],
      ["10:22", "kb-kookmin", "payment-password-reset", "x", { proofs: ["sms", "document-shown"] }],
      ["10:31", "kb-kookmin", "transfer", "x", { amount: "10000000", payee: "m1" }],
      ["10:33", "kb-kookmin", "transfer", "x", { amount: "10000000", payee: "m2" }],
    ],
  },
  {
    name: "philippines: a link in a mail, the wallet's PIN and code, then everything sent on",
    source: "https://news.abs-cbn.com/business/10/05/22/modus-scammers-na-nangkakaltas-ng-gcash-balance",
    day: "2022-09-30",
    offset: "+08:00",
    currency: "PHP",
    usual: { bank: "gcash", sum: 350 },
    loss: "21:13 gcash transfer",
    rows: [
      ["21:05", "gcash", "code-sent", "-"],
      ["21:06", "gcash", "device-changed", "x", { proofs: ["payment-password", "sms"] }],
      ["21:07", "gcash", "sign-in", "x", { proofs: ["payment-password"] }],
      ["21:13", "gcash", "transfer", "x", { amount: "10000.00", payee: "0917xxxx" }],
    ],
  },
  {
    name: "brazil: a phone taken open, the bank's password anew, a coin exchange opened, Pix",
    source:
      "https://www.dgabc.com.br/Noticia/3849863/pm-de-sp-prende-dois-suspeitos-de-roubo-de-celular-e-golpe-pelo-pix-na-bela-vista",
    day: "2022-04-07",
    offset: "-03:00",
    currency: "BRL",
    usual: { bank: "itau", app: "nubank", sum: 60 },
    loss: "21:35 itau transfer",
    rows: [
      ["21:04", "google", "password-reset", "own", { proofs: ["sms"] }],
      ["21:15", "itau", "password-reset-requested", "own"],
      ["21:17", "itau", "password-reset", "own", { proofs: ["sms", "card-details"] }],
      ["21:26", "itau", "limit-raised", "own", { proofs: ["password"] }],
      ["21:31", "a-coin-exchange", "account-opened", "own", { proofs: ["sms", "id-number"] }],
      ["21:35", "itau", "transfer", "own", { amount: "46000.00", payee: "pix-88", proofs: ["password"] }],
      ["21:52", "itau", "transfer", "own", { amount: "110000.00", payee: "pix-89" }],
    ],
  },
  {
    name: "london: a phone out of a pocket, mail and texts with it, a loan at five in the morning",
    source: "https://becleverwithyourcash.com/a-thief-stole-my-iphone-and-spent-20000-of-my-savings",
    day: "2024-04-26",
    offset: "+01:00",
    currency: "GBP",
    usual: { bank: "halifax", app: "monzo", sum: 14 },
    loss: "1d 03:20 wise transfer",
    rows: [
      ["1d 01:10", "apple", "password-reset", "own", { proofs: ["sms"] }],
      ["1d 01:25", "wise", "password-reset", "own", { proofs: ["email"] }],
      ["1d 01:40", "wise", "sign-in", "own", { proofs: ["password", "sms"] }],
      ["1d 02:05", "apple-pay", "card-added", "own", { proofs: ["sms"] }],
      ["1d 03:20", "wise", "transfer", "own", { amount: "4200.00", payee: "acct-3" }],
      ["1d 04:55", "halifax", "credit-opened", "own", { amount: "15000.00", proofs: ["sms"] }],
      ["1d 05:00", "halifax", "loan-paid-out", "own", { amount: "15000.00" }],
    ],
  },
  {
    name: "canada: the line handed to somebody else, mail and an exchange, coins gone",
    source: "http://amp.cbc.ca/news/canada/british-columbia/sim-swap-scam-court-decision-bc-1.7198205",
    day: "2021-01-14",
    offset: "-05:00",
    usual: { bank: "rbc", app: "google", sum: 40 },
    loss: "22:02 an-exchange transfer",
    rows: [
      ["21:12", "freedom-mobile", "sim-changed", "-", { channel: "chat", proofs: ["name", "birth-date"] }],
      ["21:13", "freedom-mobile", "mail-added", "-", { channel: "chat" }],
      ["21:30", "google", "password-reset", "x", { proofs: ["sms"] }],
      ["21:41", "an-exchange", "password-reset", "x", { proofs: ["email", "sms"] }],
      ["21:44", "an-exchange", "sign-in", "x", { proofs: ["password", "sms"] }],
      ["22:02", "an-exchange", "transfer", "x", { amount: "1.31", currency: "BTC", wallet: "bc1qxx" }],
    ],
  },
  {
    name: "india: a duplicate SIM, the payment app bound to it, the PIN anew",
    source:
      "https://www.bgr.in/news/noida-man-without-smartphone-internet-duped-of-rs-6-8-lakh-upi-app-sim-swap-scam/",
    day: "2018-09-29",
    offset: "+05:30",
    currency: "INR",
    usual: { bank: "sbi", app: "phonepe", sum: 400 },
    loss: "11:40 sbi transfer",
    rows: [
      ["10:05", "airtel", "sim-reissued", "-", { channel: "store", proofs: ["document-shown"] }],
      ["10:06", "airtel", "no-service", "-"],
      ["11:20", "phonepe", "app-enrolled", "x", { proofs: ["reply-from-line"] }],
      ["11:27", "phonepe", "payment-password-reset", "x", { proofs: ["sms", "card-details"] }],
      ["11:40", "sbi", "transfer", "x", { amount: "98000", payee: "upi-2", proofs: ["payment-password"] }],
      ["11:44", "sbi", "transfer", "x", { amount: "95000", payee: "upi-3", proofs: ["payment-password"] }],
    ],
  },
  {
    name: "singapore: a fake text, the bank's token on another phone, limit, payee",
    source: "https://mothership.sg/2022/01/ocbc-scam-victims/",
    day: "2021-12-21",
    offset: "+08:00",
    currency: "SGD",
    usual: { bank: "ocbc", sum: 22 },
    loss: "14:04 ocbc transfer",
    rows: [
      ["12:10", "ocbc", "sign-in", "x", { channel: "web", proofs: ["password", "sms"] }],
      ["12:14", "ocbc", "device-added", "x", { proofs: ["sms"] }],
      ["12:20", "ocbc", "limit-raised", "x", { proofs: ["approval-on-known-device"] }],
      ["12:31", "ocbc", "payee-added", "x", { payee: "paynow-1", proofs: ["approval-on-known-device"] }],
      [
        "14:04",
        "ocbc",
        "transfer",
        "x",
        { amount: "15718.00", payee: "paynow-1", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
  {
    name: "germany: the password read, texts sent elsewhere over the roaming network, by night",
    source:
      "https://finextra.com/newsarticle/30523/hackers-exploit-ss7-telco-flaw-to-raid-german-bank-accounts",
    day: "2017-01-16",
    offset: "+01:00",
    currency: "EUR",
    usual: { bank: "commerzbank", sum: 35 },
    loss: "02:19 commerzbank transfer",
    rows: [
      ["02:05", "o2-de", "call-forwarding-set", "-", { place: "abroad" }],
      ["02:11", "commerzbank", "sign-in", "x", { channel: "web", proofs: ["password"] }],
      ["02:18", "commerzbank", "code-sent", "-"],
      ["02:19", "commerzbank", "transfer", "x", { amount: "8300.00", payee: "iban-1", proofs: ["sms"] }],
    ],
  },
  {
    name: "china: the SIM changed while its owner sleeps in a bath house, small payments that ask nothing",
    source: "http://www.senqingzn.com/dy/article/K37TF73705239VSD.html",
    day: "2025-04-05",
    offset: "+08:00",
    currency: "CNY",
    usual: { bank: "icbc", app: "alipay", sum: 45 },
    loss: "23:02 alipay online-purchase",
    rows: [
      ["22:20", "china-unicom", "device-changed", "-"],
      ["22:41", "alipay", "password-reset", "x", { proofs: ["sms"] }],
      ["22:44", "alipay", "sign-in", "x", { proofs: ["password", "sms"] }],
      ["23:02", "alipay", "online-purchase", "x", { amount: "430.00", payee: "cards-a" }],
      ["23:03", "alipay", "online-purchase", "x", { amount: "430.00", payee: "cards-a" }],
    ],
  },
  {
    name: "australia: the number moved for a name and a birth date, the mailbox anew, the wedding money",
    source:
      "https://www.oversixty.com.au/finance/legal/the-new-mobile-phone-scam-and-how-everyone-is-in-danger",
    day: "2019-04-26",
    offset: "+10:00",
    currency: "AUD",
    usual: { bank: "commbank", sum: 30 },
    loss: "18:20 commbank transfer",
    rows: [
      ["16:02", "optus", "number-moved", "-", { channel: "phone", proofs: ["name", "birth-date"] }],
      ["16:03", "telstra", "no-service", "-"],
      ["16:40", "google", "password-reset", "x", { proofs: ["sms"] }],
      ["17:55", "commbank", "sign-in", "x", { channel: "web", proofs: ["sms"] }],
      ["18:20", "commbank", "transfer", "x", { amount: "8500.00", payee: "payid-1", proofs: ["sms"] }],
    ],
  },
  {
    name: "a supplier's mailbox read for weeks, then an invoice with another account number",
    source: "https://www.jcsolicitors.com/email-hacking-and-invoice-fraud/",
    day: "2018-02-05",
    offset: "+00:00",
    currency: "GBP",
    usual: { bank: "barclays", app: "bt-mail", sum: 260 },
    loss: "9d 11:02 bt-mail post",
    rows: [
      ["03:12", "bt-mail", "sign-in", "x", { channel: "web", place: "abroad", proofs: ["password"] }],
      ["03:20", "bt-mail", "mail-added", "x", { channel: "web", place: "abroad" }],
      ["9d 10:55", "bt-mail", "mail-deleted", "x", { channel: "web", place: "abroad" }],
      ["9d 11:02", "bt-mail", "post", "x", { channel: "web", place: "abroad" }],
    ],
  },
  {
    name: "a messenger registered anew with a code passed on, then friends asked for money",
    source: "https://www.wiltsmessaging.co.uk/Alerts/A/436260/Increase-in-WhatsApp-account-takeovers",
    day: "2021-11-02",
    offset: "+00:00",
    currency: "GBP",
    usual: { bank: "starling", app: "whatsapp", sum: 20 },
    loss: "20:24 whatsapp post",
    rows: [
      ["20:10", "whatsapp", "code-sent", "-"],
      ["20:12", "whatsapp", "device-changed", "x", { proofs: ["sms"] }],
      ["20:13", "whatsapp", "sign-in", "x", { proofs: ["sms"] }],
      ["20:24", "whatsapp", "post", "x"],
    ],
  },
  {
    name: "united states: a number moved by chat for four digits, the bank's password, a transfer",
    source: "https://wardenoftheweb.blog/p/warden-of-the-web-february-2025-edition-2-the-silent-heist",
    day: "2024-11-07",
    offset: "-08:00",
    currency: "USD",
    usual: { bank: "bank-of-america", sum: 55 },
    loss: "20:40 bank-of-america transfer",
    rows: [
      ["19:30", "xfinity-mobile", "number-moved", "-", { channel: "phone", proofs: ["last-four", "name"] }],
      ["19:33", "xfinity-mobile", "no-service", "-"],
      ["20:02", "bank-of-america", "password-reset", "x", { proofs: ["sms"] }],
      ["20:05", "bank-of-america", "sign-in", "x", { proofs: ["password", "sms"] }],
      ["20:31", "bank-of-america", "payee-added", "x", { payee: "z-1", proofs: ["sms"] }],
      ["20:40", "bank-of-america", "transfer", "x", { amount: "30000.00", payee: "z-1", state: "request" }],
    ],
  },
  {
    name: "nigeria: the SIM out of a stolen phone, the bank by dial codes, airtime and transfers",
    source:
      "https://dailypost.ng/2023/03/25/police-urge-nigerians-to-activate-sim-lock-reveal-criminals-tactics/",
    day: "2023-03-18",
    offset: "+01:00",
    currency: "NGN",
    usual: { bank: "gtbank", sum: 3_000 },
    loss: "22:16 gtbank top-up",
    rows: [
      ["21:40", "mtn-ng", "device-changed", "-"],
      ["22:04", "gtbank", "identity-shown", "x", { channel: "ussd", proofs: ["line-data"] }],
      [
        "22:10",
        "gtbank",
        "payment-password-reset",
        "x",
        { channel: "ussd", proofs: ["line-data", "birth-date"] },
      ],
      [
        "22:16",
        "gtbank",
        "top-up",
        "x",
        { amount: "20000", channel: "ussd", payee: "0803", proofs: ["payment-password"] },
      ],
      [
        "22:19",
        "gtbank",
        "transfer",
        "x",
        { amount: "100000", channel: "ussd", payee: "opay-1", proofs: ["payment-password"] },
      ],
    ],
  },
  {
    name: "indonesia: a SIM made anew in a shop for a forged card while its owner roams, the bank anew, transfers by the dozen",
    source: "https://tempo.co/ekonomi/cerita-ilham-bintang-soal-pencurian-nomor-indosat-dan-rekening-662390",
    day: "2020-01-03",
    offset: "+07:00",
    currency: "IDR",
    usual: { bank: "a-bank-id", app: "gopay", sum: 120_000 },
    loss: "1d 00:40 a-bank-id transfer",
    rows: [
      ["07:00", "indosat", "roaming-started", "-", { place: "au" }],
      ["21:02", "indosat", "sim-reissued", "-", { channel: "shop", proofs: ["document-shown"] }],
      ["21:05", "indosat", "no-service", "-"],
      ["23:50", "a-bank-id", "password-reset", "x", { proofs: ["sms"] }],
      ["23:58", "a-bank-id", "payment-password-reset", "x", { proofs: ["sms"] }],
      ["1d 00:40", "a-bank-id", "transfer", "x", { amount: "4000000", payee: "acct-1" }],
      ["1d 00:42", "a-bank-id", "transfer", "x", { amount: "4500000", payee: "acct-2" }],
      ["1d 09:10", "bni-card", "online-purchase", "x", { amount: "9800000", payee: "shop-x" }],
    ],
  },
  {
    name: "south africa: a second number bound to the line in a shop during a flight, the bank's code goes there",
    source:
      "https://www.businesslive.co.za/bt/business-and-economy/2017-07-29-vodacom-users-fleeced-while-in-flight/",
    day: "2015-06-09",
    offset: "+02:00",
    currency: "ZAR",
    usual: { bank: "standard-bank-za", sum: 260 },
    loss: "14:31 standard-bank-za transfer",
    rows: [
      ["13:05", "vodacom", "secondary-number-bound", "-", { channel: "shop", initiator: "agent" }],
      ["14:10", "standard-bank-za", "sign-in", "x", { channel: "web", proofs: ["password"] }],
      ["14:20", "standard-bank-za", "code-sent", "-"],
      ["14:22", "standard-bank-za", "payee-added", "x", { channel: "web", payee: "m-1", proofs: ["sms"] }],
      ["14:31", "standard-bank-za", "transfer", "x", { channel: "web", amount: "25000.00", payee: "m-1" }],
      ["14:50", "standard-bank-za", "transfer", "x", { channel: "web", amount: "25000.00", payee: "m-1" }],
    ],
  },
  {
    name: "spain: a copy of the SIM for a photocopied card and a letter of authority, two transfers in a minute",
    source:
      "http://www.noticiasdenavarra.com/sociedad/2023/09/21/sim-swapping-navarro-estafo-30-7288701.html",
    day: "2019-03-25",
    offset: "+01:00",
    currency: "EUR",
    usual: { bank: "a-bank-es", sum: 32 },
    loss: "19:04 a-bank-es transfer",
    rows: [
      ["18:20", "a-carrier-es", "sim-reissued", "-", { channel: "shop", proofs: ["document-shown"] }],
      ["18:50", "a-bank-es", "sign-in", "x", { channel: "web", proofs: ["password"] }],
      ["19:03", "a-bank-es", "code-sent", "-"],
      ["19:04", "a-bank-es", "transfer", "x", { amount: "15000.00", payee: "es-1", proofs: ["sms"] }],
      ["19:05", "a-bank-es", "transfer", "x", { amount: "14900.00", payee: "es-1", proofs: ["sms"] }],
    ],
  },
  {
    name: "south africa: the line gone by night, a payee added, a little sent first and then all of it",
    source:
      "https://mybroadband.co.za/news/cellular/203052-vodacom-customer-loses-r250000-in-sim-swap-fraud-absa-refuses-to-pay-him-back.html",
    day: "2016-01-09",
    offset: "+02:00",
    currency: "ZAR",
    usual: { bank: "absa", sum: 900 },
    loss: "02:05 absa transfer",
    rows: [
      ["01:20", "vodacom", "sim-changed", "-"],
      ["01:21", "vodacom", "no-service", "-"],
      ["01:48", "absa", "sign-in", "x", { channel: "web", proofs: ["password", "card-pin"] }],
      ["01:58", "absa", "payee-added", "x", { channel: "web", payee: "m-9", proofs: ["sms"] }],
      ["02:05", "absa", "transfer", "x", { channel: "web", amount: "5000.00", payee: "m-9" }],
      ["02:11", "absa", "transfer", "x", { channel: "web", amount: "244000.00", payee: "m-9" }],
    ],
  },
];

const shop = { channel: "shop", proofs: ["appear-in-person", "document-shown"] };
const gb = { day: "2024-05-14", offset: "+01:00", currency: "GBP" } as const;

export const lives: readonly Stranger[] = [
  {
    ...gb,
    name: "a new SIM at the counter, signed in everywhere, and the car paid on the same day",
    usual: { bank: "barclays", app: "apple", sum: 30 },
    rows: [
      ["10:10", "ee", "sim-reissued", "-", shop],
      ["10:40", "apple", "sign-in", "own", { proofs: ["password", "sms"] }],
      ["10:55", "barclays", "sign-in", "own", { proofs: ["fingerprint"] }],
      ["11:05", "gov-uk", "sign-in", "own", { proofs: ["password", "sms"] }],
      ["15:30", "barclays", "payee-added", "own", { payee: "garage", proofs: ["approval-on-known-device"] }],
      [
        "15:35",
        "barclays",
        "transfer",
        "own",
        { amount: "7400.00", payee: "garage", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
  {
    ...gb,
    name: "a new phone from the shop, each app made known on it in one evening",
    usual: { bank: "monzo", app: "apple", sum: 18 },
    rows: [
      ["18:00", "apple", "sign-in", "new", { proofs: ["password", "approval-on-known-device"] }],
      ["18:05", "o2-uk", "esim-transfer", "own", { channel: "app", proofs: ["approval-on-known-device"] }],
      ["18:06", "o2-uk", "device-changed", "-"],
      ["18:20", "monzo", "device-added", "new", { proofs: ["approval-on-known-device", "live-face"] }],
      ["18:26", "barclays", "device-added", "new", { proofs: ["approval-on-known-device"] }],
      ["18:33", "google", "device-added", "new", { proofs: ["approval-on-known-device"] }],
      ["18:41", "whatsapp", "device-changed", "new", { proofs: ["sms"] }],
      ["19:20", "monzo", "payment", "new", { amount: "21.50", payee: "shop-1" }],
    ],
  },
  {
    ...gb,
    name: "ten days abroad: roaming, cash from machines, hotels never paid before",
    usual: { bank: "starling", sum: 25 },
    rows: [
      ["09:00", "vodafone-uk", "roaming-started", "-", { place: "th" }],
      [
        "11:00",
        "starling",
        "atm-withdrawal",
        "-",
        { amount: "8000", currency: "THB", place: "th", proofs: ["card-in-hand", "card-pin"] },
      ],
      [
        "19:00",
        "starling",
        "card-purchase",
        "-",
        {
          amount: "12400",
          currency: "THB",
          payee: "hotel",
          place: "th",
          proofs: ["card-in-hand", "card-pin"],
        },
      ],
      ["1d 02:00", "starling", "app-open", "own", { place: "th" }],
      ["3d 03:10", "starling", "sign-in", "own", { place: "th", proofs: ["password"] }],
      [
        "3d 03:15",
        "starling",
        "online-purchase",
        "own",
        { amount: "310.00", payee: "airline", place: "th", proofs: ["approval-on-known-device"] },
      ],
      ["9d 20:00", "vodafone-uk", "roaming-ended", "-"],
    ],
  },
  {
    ...gb,
    name: "a daughter with her own phone who looks after the money every day",
    usual: { bank: "lloyds", sum: 35 },
    rows: [
      ["10:00", "lloyds", "sign-in", "daughter", { initiator: "helper", proofs: ["password", "sms"] }],
      ["10:05", "lloyds", "payment", "daughter", { initiator: "helper", amount: "42.00", payee: "shop-1" }],
      ["1d 10:00", "lloyds", "sign-in", "daughter", { initiator: "helper", proofs: ["password"] }],
      [
        "1d 10:06",
        "lloyds",
        "payee-added",
        "daughter",
        { initiator: "helper", payee: "carer", proofs: ["sms"] },
      ],
      [
        "1d 10:09",
        "lloyds",
        "transfer",
        "daughter",
        { initiator: "helper", amount: "180.00", payee: "carer" },
      ],
      [
        "3d 10:00",
        "lloyds",
        "transfer",
        "daughter",
        { initiator: "helper", amount: "95.00", payee: "shop-2" },
      ],
    ],
  },
  {
    ...gb,
    name: "the carrier moves its customers to new SIMs by night, and next day is like any other",
    usual: { bank: "hsbc-uk", sum: 40 },
    rows: [
      ["02:10", "three-uk", "sim-changed", "-", { initiator: "carrier", channel: "batch" }],
      ["08:10", "hsbc-uk", "sign-in", "own", { proofs: ["fingerprint"] }],
      ["12:40", "hsbc-uk", "payment", "own", { amount: "61.00", payee: "shop-2" }],
      [
        "18:10",
        "hsbc-uk",
        "transfer",
        "own",
        { amount: "650.00", payee: "landlord", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
  {
    ...gb,
    name: "a nurse on nights who does her banking at three",
    usual: { bank: "nationwide", sum: 22 },
    rows: [
      ["03:05", "nationwide", "sign-in", "own", { proofs: ["fingerprint"] }],
      ["03:10", "nationwide", "payment", "own", { amount: "35.00", payee: "shop-1" }],
      ["03:20", "nationwide", "payee-added", "own", { payee: "new-shoes", proofs: ["fingerprint"] }],
      [
        "03:22",
        "nationwide",
        "transfer",
        "own",
        { amount: "88.00", payee: "new-shoes", proofs: ["fingerprint"] },
      ],
      ["1d 02:40", "nationwide", "password-reset", "own", { proofs: ["sms", "card-details"] }],
      ["1d 02:44", "nationwide", "sign-in", "own", { proofs: ["password"] }],
    ],
  },
  {
    name: "a student's first loan, paid out and spent on fees",
    day: "2024-09-02",
    offset: "+05:30",
    currency: "INR",
    usual: { bank: "hdfc-bank", app: "paytm", sum: 180 },
    rows: [
      ["11:00", "a-lender-in", "account-opened", "own", { proofs: ["sms", "id-number", "live-face"] }],
      [
        "11:30",
        "a-lender-in",
        "credit-opened",
        "own",
        { amount: "250000", proofs: ["live-face", "document-shown"] },
      ],
      ["1d 10:00", "a-lender-in", "loan-paid-out", "own", { amount: "250000", proofs: ["live-face"] }],
      [
        "1d 12:00",
        "hdfc-bank",
        "transfer",
        "own",
        { amount: "240000", payee: "university", proofs: ["payment-password", "approval-on-known-device"] },
      ],
    ],
  },
  {
    ...gb,
    name: "a house bought: the limit raised, the solicitor added, the deposit sent next day",
    usual: { bank: "natwest", sum: 45 },
    rows: [
      ["12:00", "natwest", "limit-raised", "own", { proofs: ["live-face", "approval-on-known-device"] }],
      [
        "12:05",
        "natwest",
        "payee-added",
        "own",
        { payee: "solicitor", proofs: ["approval-on-known-device"] },
      ],
      [
        "12:08",
        "natwest",
        "transfer",
        "own",
        { amount: "1.00", payee: "solicitor", proofs: ["approval-on-known-device"] },
      ],
      [
        "1d 12:30",
        "natwest",
        "transfer",
        "own",
        { amount: "38500.00", payee: "solicitor", proofs: ["approval-on-known-device", "live-face"] },
      ],
    ],
  },
  {
    name: "a number taken along to a cheaper plan",
    day: "2025-02-11",
    offset: "+01:00",
    currency: "EUR",
    usual: { bank: "n26", sum: 28 },
    rows: [
      ["10:00", "telekom-de", "support-call", "own", { channel: "phone" }],
      [
        "1d 06:00",
        "o2-de",
        "number-moved",
        "-",
        { channel: "web", proofs: ["transfer-code", "account-pin"], device: "own" },
      ],
      ["1d 06:30", "telekom-de", "no-service", "-"],
      ["1d 09:10", "n26", "sign-in", "own", { proofs: ["password"] }],
      ["1d 12:40", "n26", "payment", "own", { amount: "44.00", payee: "shop-1" }],
      [
        "2d 18:40",
        "n26",
        "transfer",
        "own",
        { amount: "720.00", payee: "rent", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
  {
    name: "an upgrade: the eSIM moves to the new phone in the app",
    day: "2024-10-04",
    offset: "-07:00",
    currency: "USD",
    usual: { bank: "chase", app: "apple", sum: 32 },
    rows: [
      ["17:00", "apple", "sign-in", "new", { proofs: ["password", "approval-on-known-device"] }],
      ["17:10", "verizon", "esim-transfer", "new", { channel: "app", proofs: ["approval-on-known-device"] }],
      ["17:11", "verizon", "device-changed", "-"],
      ["17:40", "chase", "sign-in", "new", { proofs: ["password", "sms"] }],
      ["17:42", "chase", "app-enrolled", "new", { proofs: ["password", "sms"] }],
      ["19:00", "chase", "payment", "new", { amount: "38.20", payee: "shop-1" }],
    ],
  },
  {
    ...gb,
    name: "after a divorce: another address, another mailbox, passwords changed, a flat paid",
    usual: { bank: "santander-uk", app: "google", sum: 33 },
    rows: [
      ["20:00", "google", "password-changed", "own", { proofs: ["password"] }],
      [
        "20:20",
        "santander-uk",
        "password-changed",
        "own",
        { proofs: ["password", "approval-on-known-device"] },
      ],
      ["20:24", "santander-uk", "mail-added", "own", { proofs: ["approval-on-known-device"] }],
      [
        "2d 12:00",
        "santander-uk",
        "payee-added",
        "own",
        { payee: "new-landlord", proofs: ["approval-on-known-device"] },
      ],
      [
        "2d 12:03",
        "santander-uk",
        "transfer",
        "own",
        { amount: "1850.00", payee: "new-landlord", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
  {
    name: "a small shop: suppliers never paid before, all the day long",
    day: "2024-03-06",
    offset: "+08:00",
    currency: "CNY",
    usual: { bank: "icbc", app: "wechat-tenpay", sum: 900 },
    rows: [
      [
        "08:10",
        "icbc",
        "transfer",
        "own",
        { amount: "2300.00", payee: "supplier-31", proofs: ["payment-password"] },
      ],
      [
        "08:40",
        "wechat-tenpay",
        "transfer",
        "own",
        { amount: "410.00", payee: "supplier-32", proofs: ["fingerprint"] },
      ],
      [
        "10:05",
        "icbc",
        "transfer",
        "own",
        { amount: "3900.00", payee: "supplier-33", proofs: ["payment-password"] },
      ],
      ["13:30", "icbc", "payee-added", "own", { payee: "supplier-34", proofs: ["payment-password"] }],
      [
        "13:31",
        "icbc",
        "transfer",
        "own",
        { amount: "5200.00", payee: "supplier-34", proofs: ["payment-password"] },
      ],
      [
        "17:00",
        "wechat-tenpay",
        "transfer",
        "own",
        { amount: "640.00", payee: "supplier-35", proofs: ["fingerprint"] },
      ],
    ],
  },
  {
    ...gb,
    name: "a phone lost on Friday: line stopped, new SIM at the counter, a new phone, all apps again",
    usual: { bank: "monzo", app: "google", sum: 24 },
    rows: [
      ["22:40", "ee", "line-suspended", "-", { channel: "phone", proofs: ["account-pin"] }],
      ["1d 10:30", "ee", "sim-reissued", "-", shop],
      ["1d 10:31", "ee", "suspension-lifted", "-", shop],
      ["1d 11:10", "google", "sign-in", "new", { proofs: ["password", "backup-code"] }],
      ["1d 11:30", "monzo", "sign-in", "new", { proofs: ["email", "card-pin"] }],
      ["1d 11:33", "monzo", "app-enrolled", "new", { proofs: ["live-face"] }],
      ["1d 11:50", "whatsapp", "device-changed", "new", { proofs: ["sms"] }],
      ["1d 13:00", "monzo", "payment", "new", { amount: "36.00", payee: "shop-2" }],
    ],
  },
  {
    ...gb,
    name: "a number given up long ago is given to somebody else, and life goes on",
    usual: { bank: "barclays", app: "google", sum: 26 },
    rows: [
      ["00:05", "o2-uk", "number-reassigned", "-", { initiator: "carrier" }],
      ["08:20", "barclays", "app-open", "own"],
      ["12:30", "barclays", "payment", "own", { amount: "19.80", payee: "shop-1" }],
      ["1d 19:00", "google", "sign-in", "own", { proofs: ["password", "approval-on-known-device"] }],
      [
        "3d 09:00",
        "barclays",
        "transfer",
        "own",
        { amount: "690.00", payee: "landlord", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
  {
    ...gb,
    name: "a SIM made anew in the shop for a paper, a new phone beside it, and the roofer's bill the same day",
    usual: { bank: "natwest", app: "apple", sum: 30 },
    rows: [
      ["11:00", "vodafone-uk", "sim-reissued", "-", { channel: "shop", proofs: ["document-shown"] }],
      [
        "11:20",
        "natwest",
        "card-purchase",
        "-",
        { amount: "829.00", payee: "phone-shop", proofs: ["card-in-hand", "card-pin"] },
      ],
      ["11:40", "vodafone-uk", "device-changed", "-"],
      ["12:10", "apple", "sign-in", "new", { proofs: ["password", "approval-on-known-device"] }],
      ["12:40", "natwest", "sign-in", "new", { proofs: ["password", "sms"] }],
      ["12:44", "natwest", "app-enrolled", "new", { proofs: ["live-face"] }],
      ["17:20", "natwest", "payee-added", "new", { payee: "roofer", proofs: ["live-face"] }],
      ["17:24", "natwest", "transfer", "new", { amount: "2150.00", payee: "roofer", proofs: ["live-face"] }],
    ],
  },
  {
    ...gb,
    name: "a first phone for the child: another line, the family's account on it, and games bought with it",
    usual: { bank: "nationwide", app: "apple", sum: 28 },
    rows: [
      ["16:00", "ee", "second-line-added", "own", { channel: "app", proofs: ["password"] }],
      ["16:40", "apple", "device-added", "child", { proofs: ["password", "approval-on-known-device"] }],
      ["16:55", "apple", "card-added", "own", { proofs: ["card-details", "sms"] }],
      ["17:10", "apple", "online-purchase", "child", { amount: "4.99", payee: "game-1" }],
      ["17:25", "apple", "online-purchase", "child", { amount: "9.99", payee: "game-2" }],
      ["1d 15:40", "apple", "online-purchase", "child", { amount: "19.99", payee: "game-2" }],
      ["2d 18:00", "nationwide", "payment", "own", { amount: "31.00", payee: "shop-1" }],
    ],
  },
  {
    name: "the carrier asks its customers to move to an eSIM, and this one does it in the app at lunch",
    day: "2025-03-12",
    offset: "+01:00",
    currency: "EUR",
    usual: { bank: "n26", app: "google", sum: 24 },
    rows: [
      ["09:00", "telekom-de", "notice-sent", "-", { initiator: "carrier" }],
      ["12:31", "telekom-de", "esim-transfer", "own", { channel: "app", proofs: ["password", "sms"] }],
      ["12:33", "telekom-de", "no-service", "-"],
      ["12:50", "n26", "app-open", "own"],
      ["13:05", "n26", "payment", "own", { amount: "11.40", payee: "shop-1" }],
      ["20:10", "google", "sign-in", "own", { proofs: ["password", "sms"] }],
      [
        "1d 08:00",
        "n26",
        "transfer",
        "own",
        { amount: "240.00", payee: "dentist", proofs: ["approval-on-known-device"] },
      ],
    ],
  },
];
