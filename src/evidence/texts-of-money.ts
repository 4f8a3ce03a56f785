/**
 * Where there is no statement, a bank's text is one: it tells how much went which way, and from which card. A code that was asked for,
 * a payment that failed or is due moved nothing.
 *
 * Cost: linear in the text.
 */
export interface MoneyTold {
  readonly amount: number;
  readonly direction: "in" | "out";
  /** The last four digits it names. */
  readonly card?: string;
}

const went =
  /debited|\bspent\b|withdrawn|\byou(?:'ve| have)?(?: just)? (?:sent|paid|withdrew)\b|\bsent to\b|\bpaid to\b|has been (?:sent|paid|transferred)|transferred to|purchase of|was made (?:with|at)|支出|转出|消费|扣款|扣费|付款|取款|取现|轉出|提取|출금|결제|이체|debitad|compra (?:aprovada|de|no)|pagou|enviou|pix enviado|引き落と|出金|ご利用|abgebucht|belastet|bezahlt|retiro|cargo de|addebit|débité|prélev/i;
const came =
  /credited|\breceived\b|deposited|收入|转入|存入|入账|到账|轉入|입금|recebid|recebeu|creditad|入金|gutgeschrieben|abono|accredit|crédité/i;
const notDone =
  /\botp\b|one[- ]time|verification code|验证码|校验码|驗證碼|인증번호|認証|código de|\btan\b|will be|is due|overdue|declined|failed|unsuccessful|request(?:ed)?\b|失败|未成功|拒绝|正在|即将|거절|실패|recusad|negad|abgelehnt|refus/i;

/** Does it tell of what is asked for, due, under way or refused, and so of nothing that was done? */
export const isNotDone = (text: string): boolean => notDone.test(text);

/** `undefined`: it tells of no money that moved. */
export function moneyTold(text: string): MoneyTold | undefined {
  if (isNotDone(text)) return undefined;
  const out = text.search(went);
  const into = text.search(came);
  if (out < 0 && into < 0) return undefined;
  const amount = amountIn(text);
  if (!Number.isFinite(amount) || amount === 0) return undefined;
  // `debited …; a/c X credited`: what is told first is the account's own.
  const direction = into < 0 || (out >= 0 && out < into) ? "out" : "in";
  const card =
    /(?:尾号|末四|末尾|ending(?: in| with)?|a\/c(?: no\.?)?|account|acct|card)\D{0,4}?[x*•]*(\d{4})(?!\d)/i.exec(
      text,
    )?.[1];
  return { amount, direction, ...(card === undefined ? {} : { card }) };
}

/** No sum is longer; without an end every digit of a long number would be a beginning to be tried. */
const number = String.raw`(?<!\d)(\d[\d.,]{0,18}\d|\d)`;
/** No word begins with it: `$500 kept` is no half a million, and `Rs.500debited` is five hundred. */
const times = String.raw`\s?((?:thousand|million|lakhs?|crores?|mil|k)(?!\p{L})|[百千万萬億亿만억])?`;
const sign = String.raw`[$€£¥₹₩₦₱]|\b(?:rs|inr|usd|eur|gbp|brl|cny|rmb|sgd|hkd|krw|jpy|kes|ksh|ngn|zar|php|myr|rm|idr|rp|mxn|cad|aud)\.?\s?|r\$\s?|(?<![a-z])r(?=\d)`;
const unit = String.raw`元|块|塊|円|원|€|(?:eur|euros?|usd|dollars?|bucks|gbp|pounds?|quid|krw|won|yen|rupees?|reais|real|pesos|rand|naira|shillings|ringgit|rupiah|yuan|rmb)\b`;
const before = `(?:${sign})\\s?${number}${times}`;
const after = `${number}${times}\\s?(?:${unit})`;
/** `被转走3万`: what is counted in tens of thousands is money where no unit follows. */
const bare = `${number}\\s?([万萬])(?![人次个名位步字])`;
/** `debited by 90.0`: the State Bank of India leaves the currency out. */
const behindTheWord = `(?:debited|credited) (?:by|for|with) ${number}`;
const inOrder = [before, after, bare, behindTheWord].map((each) => new RegExp(each, "iu"));
const everywhere = [before, after, bare].map((each) => new RegExp(each, "giu"));

/** `1万5千` and `3百万` are one number each. */
const joined = (text: string): string =>
  text
    .replaceAll(/(?<!\d)(\d{1,4})\s?([百千])(?=\s?[万萬億亿])/g, (_, digits: string, unit: string) =>
      String(Number(digits) * many[unit]!),
    )
    .replaceAll(
      /(?<!\d)(\d{1,4}(?:\.\d{1,2})?)\s?[万萬]\s?(\d)\s?千(?:\s?(\d)\s?百)?([人次个名位步字])?/g,
      (_, tens: string, thousands: string, hundreds = "0", counted = "元") =>
        `${Number(tens) * 10_000 + Number(thousands) * 1000 + Number(hundreds) * 100}${counted}`,
    );

/** A sum a text names, where it names one with its currency; not a number: none. */
export function amountIn(said: string): number {
  const text = joined(said);
  for (const each of inOrder) {
    const found = each.exec(text);
    if (found !== null) return sumOf(found);
  }
  return Number.NaN;
}

/** Every sum a text names with its currency: `3500 dollars`, `$3.5k`, `2万`, `一万八千元`. */
export function sumsIn(said: string): readonly number[] {
  const text = joined(said);
  return [
    ...new Set([
      ...everywhere.flatMap((each) => [...text.matchAll(each)].map(sumOf)),
      ...[...text.matchAll(inHan)].flatMap(([, words = ""]) => hanNumber(words) ?? []),
    ]),
  ];
}

const inHan = /([一二两兩三四五六七八九十百千万萬]{2,9})多?(?:元|块|塊|圆|了|$|[，。,.])/gu;
const hanDigits = "零一二三四五六七八九";

/** `一万八千` as 18,000; `undefined`: it is no number that is said so. */
function hanNumber(words: string): number | undefined {
  let sum = 0;
  let below = 0;
  let digit: number | undefined;
  for (const word of words) {
    const value = word === "两" || word === "兩" ? 2 : hanDigits.indexOf(word);
    const unit = word === "十" ? 10 : many[word];
    if (value > 0 && digit === undefined) digit = value;
    else if (unit === 10_000) {
      sum += (below + (digit ?? 0)) * unit;
      [below, digit] = [0, undefined];
    } else if (unit !== undefined) {
      below += (digit ?? 1) * unit;
      digit = undefined;
    } else return undefined;
  }
  const told = sum + below + (digit ?? 0);
  // Two or three of something are no sum.
  return told >= 100 ? told : undefined;
}

const many: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  k: 1000,
  mil: 1000,
  thousand: 1000,
  万: 10_000,
  萬: 10_000,
  만: 10_000,
  lakh: 100_000,
  million: 1_000_000,
  crore: 10_000_000,
  億: 100_000_000,
  亿: 100_000_000,
  억: 100_000_000,
};

function sumOf([, digits = "", word = ""]: RegExpMatchArray): number {
  const isComma = /,\d{1,2}$/.test(digits) || /^\d{1,3}(?:\.\d{3})+$/.test(digits);
  const plain = isComma ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  return Number(plain) * (many[word.toLowerCase().replace(/s$/, "")] ?? 1);
}
