/**
 * What a place is that nobody has read and whose name does not say it, by what was told of it: money gone from AIB makes
 * AIB a bank, and `KPN says my SIM was replaced` makes KPN a carrier. So the plan acts on it under its own name.
 *
 * What to know to trust it: a clause that names the place and speaks of money, or of a SIM card, is taken to speak of
 * what the place keeps. A name nobody listed is taken only with the word for what it is (`my bank Zentrix`): a person and
 * a town are written like one. Where nothing says what it is, it stays unread and is told as such.
 */
import type { Catalog } from "../catalog/index.ts";
import type { InstitutionKind } from "../model/index.ts";
import { type KindsTold, placesNamed, standsFor } from "./places-named.ts";

export interface PlacesTold {
  /** Names nobody listed, as they were written. */
  readonly uses: readonly string[];
  readonly kinds: KindsTold;
}

interface PlacesQuestion {
  readonly catalog: Catalog;
  readonly region: string;
  readonly uses: readonly string[];
  /** Everything that was written, each text once. */
  readonly texts: readonly string[];
  /** Names under which a sign was told, with the kind the sign says; by the word of the sign. */
  readonly signs: readonly { readonly on: string; readonly kind: InstitutionKind }[];
}

/** That somebody waits on the line, or gave a number, is said of anybody. */
const ofNumber =
  /\b(?:e-?sims?|sims?|sim cards?|my (?:phone |mobile )?(?:number|line) (?:was|has been|is being|is) (?:moved|ported|transferred|replaced|suspended|deactivated)|roaming|airtime|data plan)\b|手机卡|手機卡|电话卡|電話卡|sim卡|门号|門號|停机|停機|补卡|補卡|换卡|換卡|携号|攜碼|话费|話費|营业厅|門市/i;
const ofMoney =
  /\b(?:money|savings|balance|account|card|transfers?|transferred|withdraw\w*|payments?|paid|purchases?|charged?|debit\w*|loan|deposit|bank\w*|statement)\b|[£$€₹¥]|\b\d[\d.,]* ?(?:k|euros?|pounds?|dollars?|usd|eur|gbp)\b|钱|錢|卡里|卡裡|账户|帳戶|户口|戶口|余额|餘額|转账|轉帳|轉賬|转走|轉走|刷卡|盗刷|盜刷|存款|提款|网银|網銀|消费|消費|过数|過數/i;
const ofWallet = /wallet|pay\b|\bway$|money|momo|cash|pesa|钱包|錢包|支付|付$/i;

/** Where a sentence about one place ends; what one clause says of a place is not said of another's. */
const clauses = /[.。!！?？;；\n]+(?=\s|$|\p{sc=Han})|[，,]\s*(?:and |but )?|\s(?:and|but|then)\s/u;

export function placesTold({ catalog, region, uses, texts, signs }: PlacesQuestion): PlacesTold {
  const named = [...new Set(texts.flatMap(namesIn))].filter(
    ({ name }) => !uses.some((each) => each.toLowerCase() === name.toLowerCase()),
  );
  const isUnread = (name: string) =>
    placesNamed(catalog, [name], region).some(
      ({ institution, kind }) => institution === undefined && kind === undefined,
    );
  const isNew = (name: string) =>
    placesNamed(catalog, [name], region).some(({ institution }) => institution === undefined);
  const more = named.filter(({ name }) => isNew(name));
  const kinds = new Map<string, InstitutionKind>(more.map(({ name, kind }) => [name, kind]));
  const all = [...uses, ...more.map(({ name }) => name)];
  const isBankNamed = placesNamed(catalog, all, region).some(
    ({ institution, kind }) => (institution?.kind ?? kind) === "bank",
  );
  const open = uses.filter(isUnread);
  const spoken = texts.flatMap((text) => text.split(clauses));
  for (const name of open) {
    const clausesOf = spoken.filter((clause) => standsFor(catalog, clause, name));
    const isSaid = clausesOf.some((clause) => ofNumber.test(clause) || ofMoney.test(clause));
    // Where its own clause says nothing, the rest of the sentence may.
    const about = isSaid ? clausesOf : texts.filter((text) => standsFor(catalog, text, name));
    const bySign = signs.find(({ on }) => on.toLowerCase().endsWith(name.toLowerCase()))?.kind;
    const kind = about.some((clause) => ofNumber.test(clause))
      ? "carrier"
      : (bySign ?? (about.some((clause) => ofMoney.test(clause)) ? "bank" : undefined));
    if (kind !== undefined)
      kinds.set(name, kind === "bank" && (isBankNamed || ofWallet.test(name)) ? keeper(name) : kind);
  }
  // Money is told of, of no place that was named, and one name is left of which nothing is known.
  const left = open.filter((name) => !kinds.has(name));
  const isBank = isBankNamed || [...kinds.values()].includes("bank");
  const [only, ...others] = left;
  if (!isBank && only !== undefined && others.length === 0 && spoken.some((each) => ofBank.test(each)))
    kinds.set(only, "bank");
  return { uses: more.map(({ name }) => name), kinds };
}

const keeper = (name: string): InstitutionKind => (ofWallet.test(name) ? "wallet" : "bank");
const ofBank = /\b(?:bank|savings|current account|bank card|debit card|my card)\b|银行|銀行|存款|储蓄|戶口/i;

interface NameTold {
  readonly name: string;
  readonly kind: InstitutionKind;
}

/** One to three words of which each has a capital, and no other word of the language. */
const proper = String.raw`(?<name>(?:[A-Z][\p{L}\d&'’]*|[a-z]{1,3}[A-Z][\p{L}\d]*)(?:[ -](?:[A-Z][\p{L}\d&]*)){0,2})`;
/** A person and a town have names too: only with the word for what it is, a name nobody listed is one of a place. */
const kindWords: readonly (readonly [string, InstitutionKind])[] = [
  ["bank", "bank"],
  ["(?:carrier|mobile (?:carrier|operator|provider|network)|phone company)", "carrier"],
];
const calledSo = kindWords.flatMap(([word, kind]) =>
  [
    String.raw`\b[Mm]y ${word}(?: is| is called)? ${proper}`,
    String.raw`(?:^|[,.] )${proper} is my ${word}\b`,
  ].map((pattern) => [new RegExp(pattern, "u"), kind] as const),
);
/** What begins with a capital and is no place. */
const noPlace =
  /^(?:I|It|They|He|She|We|My|The|A|An|This|That|Somebody|Someone|Nobody|Police|Mum|Mom|Dad|SIM|PIN|OTP|ATM|SMS|Then|And|But|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Bank|Support|Mr|Mrs)\b/;

function namesIn(text: string): readonly NameTold[] {
  return calledSo.flatMap(([pattern, kind]) => {
    const name = pattern.exec(text)?.groups?.["name"]?.replace(/['’]+$/, "");
    if (name === undefined || noPlace.test(name)) return [];
    return [{ name, kind }];
  });
}
