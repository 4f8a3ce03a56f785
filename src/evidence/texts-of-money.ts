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
const movedNothing =
  /\botp\b|one[- ]time|verification code|验证码|校验码|驗證碼|인증번호|認証|código de|\btan\b|will be|is due|overdue|declined|failed|unsuccessful|request(?:ed)?\b|失败|未成功|拒绝|正在|即将|거절|실패|recusad|negad|abgelehnt|refus/i;

/** `undefined`: it tells of no money that moved. */
export function moneyTold(text: string): MoneyTold | undefined {
  if (movedNothing.test(text)) return undefined;
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

const number = String.raw`(\d[\d.,]*\d|\d)`;
const before = new RegExp(
  String.raw`(?:[$€£¥₹₩₦₱]|\b(?:rs|inr|usd|eur|gbp|brl|cny|rmb|sgd|hkd|krw|jpy|kes|ksh|ngn|zar|php|myr|rm|idr|rp|mxn|cad|aud)\.?\s?|r\$\s?|(?<![a-z])r(?=\d))\s?${number}`,
  "i",
);
const after = new RegExp(String.raw`${number}\s?(?:元|円|원|€|eur\b|krw\b)`, "i");
/** `debited by 90.0`: the State Bank of India leaves the currency out. */
const behindTheWord = new RegExp(`(?:debited|credited) (?:by|for|with) ${number}`, "i");

/** A sum a text names, where it names one with its currency; not a number: none. */
export function amountIn(text: string): number {
  const found = before.exec(text) ?? after.exec(text) ?? behindTheWord.exec(text);
  const digits = found?.[1];
  if (digits === undefined) return Number.NaN;
  const isComma = /,\d{1,2}$/.test(digits) || /^\d{1,3}(?:\.\d{3})+$/.test(digits);
  return Number(isComma ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", ""));
}
