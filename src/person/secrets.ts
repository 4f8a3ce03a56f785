/**
 * Refuses what must never be stored: a full card number, an ID number, a password. The tool holds the map of a life;
 * it needs no key to it.
 *
 * However it is typed: in full-width or other digits, in groups, among other words, as a number, as a key. What to know
 * to trust it: a form that ordinary numbers share counts only with its name beside it, so a bare number of a kind
 * without a check digit may pass; and a phone number, an amount or an IBAN is let through.
 */
import { passesIban, passesLuhn } from "./check-digits.ts";
import { type IdNumber, idNumbers } from "./id-numbers.ts";

export interface SecretKind {
  readonly en: string;
  readonly zh: string;
  /** What may be written in its place: the end of the number, or nothing of it. */
  readonly instead: "last4" | "nothing";
}

const card: SecretKind = { en: "card number", zh: "卡号", instead: "last4" };
const password: SecretKind = { en: "password", zh: "密码", instead: "nothing" };
const pin: SecretKind = { en: "PIN", zh: "PIN 码", instead: "nothing" };
const securityCode: SecretKind = { en: "card security code", zh: "卡片安全码", instead: "nothing" };
const kindOf = ({ en, zh }: IdNumber): SecretKind => ({ en, zh, instead: "last4" });

/** Every kind there is, for whoever says it in another language. */
export const secretKinds: readonly SecretKind[] = [
  card,
  password,
  pin,
  securityCode,
  ...idNumbers.map(kindOf),
];

/** What a text is, or holds among other words: `my card 4111 1111 1111 1111`. */
export const secretKindOf = (text: string): string | undefined => secretIn(text)?.en;

/** `key`: what the text stands under, as far as that says something. */
function secretIn(text: string, key = ""): SecretKind | undefined {
  if (text.length < 3) return undefined;
  const plain = withoutIbans(plainOf(text));
  // No number of ours has fewer digits, and most texts have none.
  const digits = plain.match(/\d/g)?.length ?? 0;
  if (digits < digitsMin) return digits === 0 ? undefined : spokenIn(plain);
  if (holdsCard(plain)) return card;
  const around = `${key} ${plain}`;
  const id = idNumbers.find(
    ({ form, isWhole, beside }) =>
      (beside === undefined || beside.test(around)) &&
      (plain.match(form) ?? []).some(
        (found) => isWhole?.(found.replaceAll(/[^\da-z]/gi, "").toUpperCase()) ?? true,
      ),
  );
  return id === undefined ? spokenIn(plain) : kindOf(id);
}

/** The PAN of India has four, beside its letters. */
const digitsMin = 4;

/** Full-width and other digits as ours, without what cannot be seen. */
const plainOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .replaceAll(/\p{Nd}/gu, digitOf);

/** The digits of every script stand in a row from nought to nine. */
function digitOf(character: string): string {
  let code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}

/** An account is told by its IBAN, which opens nothing; its digits could be anything. */
const withoutIbans = (text: string): string =>
  text.replaceAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g, (iban) =>
    passesIban(iban.replaceAll(" ", "")) ? "IBAN" : iban,
  );

/** Groups as cards print them, one sign between all of them; else the digits in one piece. */
const cardForm =
  /(?<!\d|\d[-. ]|\+[\d ]{0,5})(?:\d{4}([-. _/]{1,3})\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([-. _/]{1,3})\d{6}\2\d{4,5}|\d{6}[-. _/]\d{10,13}|\d{12,19})(?!\d|[-. ]\d)/g;

/** Luhn's check (ISO/IEC 7812-1 annex B), and a beginning that was given to cards. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[-\s._/]/g, "");
  return /^\d{12,19}$/.test(digits) && cardBeginnings.test(digits) && passesLuhn(digits);
}

/**
 * By length: sixteen and more of any scheme; fifteen of American Express, JCB and UATP; fourteen of Diners; thirteen of
 * old Visa cards; twelve of Maestro. Order numbers, times and IMEIs have these lengths too, and other beginnings.
 */
const cardBeginnings =
  /^(?:[2-69]\d{15,18}|(?:3[47]\d{2}|1800|2131)\d{11}|3[0689]\d{12}|4\d{12}|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,11})$/;

/** A short number in a sentence is one of an order more often than of an old card. */
const shortCard = 14;

const holdsCard = (plain: string): boolean =>
  isCardNumber(plain.trim()) ||
  (plain.match(cardForm) ?? []).some(
    (found) => isCardNumber(found) && (found.replaceAll(/\D/g, "").length > shortCard || /\D/.test(found)),
  );

/** Between a word and what it names; bounded, so that no text makes the search slow. */
const names = "\\s{0,3}(?:is\\b|[:=是为])?\\s{0,3}";

/** Said in a sentence: `PIN 1234`, `password: hunter2`. Without a digit in it, it may be any word. */
const spoken: readonly (readonly [SecretKind, RegExp])[] = [
  [securityCode, new RegExp(`(?<![a-z])(?:cvv2?|cvc2?|cvn2?|安全码)${names}\\d{3,4}(?![\\d./-])`, "i")],
  [
    pin,
    new RegExp(
      `(?<![a-z])(?:pin|puk|passcode|锁屏密码|支付密码|取款密码)${names}\\d{4,8}(?![\\d./-]|\\s?位)`,
      "i",
    ),
  ],
  [
    password,
    /(?:(?<![a-z])(?:password|passphrase|senha|contraseña)|密码|口令)\s{0,3}(?:is\b|[:=是为])\s{0,3}(?=[^\s,;]{0,40}\d)[^\s,;]{6,40}/i,
  ],
];

const spokenIn = (plain: string): SecretKind | undefined =>
  spoken.find(([, words]) => words.test(plain))?.[0];

/** A field of such a name holds the thing itself, when it holds digits. */
const fields: readonly (readonly [SecretKind, RegExp, RegExp])[] = [
  [securityCode, /^(?:cvv2?|cvc2?|cvn2?|security-code)$/i, /^\d{3,4}$/],
  [pin, /^(?:.*[.-])?(?:pin|puk|passcode|lock)$/i, /^\d{3,12}$/],
  [password, /^(?:.*[.-])?(?:password|passphrase|passwd|密码|口令)$/i, /\d/],
];

const fieldKind = (key: string, text: string): SecretKind | undefined =>
  fields.find(([, name, value]) => name.test(key) && value.test(text))?.[0];

export interface SecretFound {
  readonly path: readonly PropertyKey[];
  readonly kind: SecretKind;
  /** Whether it is the key at the end of the path, not what stands under it. */
  readonly what: "key" | "value";
  /** As it stands there; to be repeated nowhere. */
  readonly text: string;
}

/** Every text, number or key below a value that looks like a secret, with its path. Walks without recursion. */
export function secretsUnder(value: unknown): readonly SecretFound[] {
  const found: SecretFound[] = [];
  const queue: { path: readonly PropertyKey[]; value: unknown }[] = [{ path: [], value }];
  const seen = new Set<object>();
  for (const { path, value: here } of queue) {
    if (typeof here === "string" || typeof here === "number" || typeof here === "bigint") {
      const keys = path.filter((step) => typeof step === "string");
      const kind =
        fieldKind(keys.at(-1) ?? "", String(here)) ?? secretIn(String(here), keys.slice(-2).join(" "));
      if (kind !== undefined) found.push({ path, kind, what: "value", text: String(here) });
    } else if (typeof here === "object" && here !== null && !seen.has(here)) {
      seen.add(here);
      for (const [key, below] of Object.entries(here)) {
        const at = [...path, Array.isArray(here) ? Number(key) : key];
        const kind = Array.isArray(here) ? undefined : secretIn(key);
        if (kind !== undefined) found.push({ path: at, kind, what: "key", text: key });
        queue.push({ path: at, value: below });
      }
    }
  }
  return found;
}
