/**
 * The words of a sentence by which a payment is known: whom it went to, what it was for. What texts and rows of every kind are called
 * tells none apart, nor does a word that most payments of a statement share.
 *
 * A name may be short: in letters, one that is written as a name; where words are written without spaces, any two characters that
 * stand side by side. Cost: the letters of a sentence times the words of the catalogue's signs.
 */
import type { Meaning, Observation } from "../evidence/index.ts";

/** Of so many letters any word counts, of fewer what begins with a capital. */
const longLatin = 4;
const everyPayments: ReadonlySet<string> = new Set(
  "paid sent transferred from with money online that this they them have asked".split(" "),
);
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2,}/gu;

/** Characters of which whatever money lies in is made. */
const pots = /[钱款卡账户錢帳戶賬金預貯座]/u;
/** The same in letters, where every noun may have a capital. */
const potsInLetters: ReadonlySet<string> = new Set(
  "account bank card savings balance konto karte geld sparkonto betrag euro euros eur usd gbp inr pounds dollars rupees zahlung zahlungen".split(
    " ",
  ),
);
/** Characters that join the words of a sentence, count, or say who, when and which way: a name begins and ends beside them. */
const joining =
  /[我你您他她它们們的地得是不没沒有给給转轉付汇匯收刷扣笔筆这這那几幾两兩个個了在到从從把被和与與就都也很还還吗嗎呢啊么麼什谁誰人自己本从未並并过過上下里裡今昨前后後天日月年周週星期早晚点點分时時一二三四五六七八九十百千万萬元块塊]/u;
/** Titles, and the small words of a sentence: somebody may write any of them with a capital. */
const smallWords: ReadonlySet<string> = new Set(
  "mr mrs ms miss dr sir madam herr herrn frau sr sra señor señora senhor senhora dona monsieur madame mme signor signora pak bu ibu bapak not none never nobody but the and or it he she we they you my our his her their was were did do does have had has made make to for by of at in on from me no nor ich wir sie der die das nicht kein keine".split(
    " ",
  ),
);
/** A word after one of these says when or where. */
const whenOrWhere: ReadonlySet<string> = new Set(
  "in on since until before after during last next this im am seit bis letzten em en no na desde el en le depuis il nel dal pada sejak".split(
    " ",
  ),
);

/** Months and days of the week, as the languages of the countries call them. */
const dates: ReadonlySet<string> = new Set(
  ["en", "de", "fr", "es", "pt", "it", "id", "nl"].flatMap((language) =>
    (["long", "short"] as const).flatMap((style) => {
      const month = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" });
      const said = Array.from({ length: 12 }, (_, i) => [
        month.format(Date.UTC(2024, i, 1)),
        weekday.format(Date.UTC(2024, 0, i + 1)),
      ]);
      return said.flat().map((word) => word.toLowerCase().replace(/\.$/, ""));
    }),
  ),
);

/** Of what somebody did themselves, any word that is not too short. */
export const wordsTold = (says: string, meaning: Meaning): readonly string[] =>
  known([...latinOf(says).filter(isLong), ...namesOf(says)], meaning);

/** Of what somebody denies, names alone: from `my savings` much may be gone that went to savings never. */
export const namesTold = (says: string, meaning: Meaning): readonly string[] =>
  known([...namesOf(says).filter((name) => !pots.test(name)), ...numbersOf(says)], meaning);

/** Whoever was paid is known by the number of the account as well, or by the end of it: `account 9921`, `尾号9921`. */
const numbersOf = (says: string): readonly string[] =>
  [...says.normalize("NFKC").matchAll(accountNumber)].map(({ groups }) => groups?.["number"] ?? "");
/** The end of an account's number is no sum. */
export const withoutAccounts = (says: string): string => says.replaceAll(accountNumber, " ");
const accountNumber =
  /(?:\b(?:accounts?|acct|a\/c|ending(?: in| with)?|konto|compte|cuenta|conta|conto)\b|尾号|尾號|账号|帳號|账户|賬戶|末[四4]位|口座|계좌)[^\p{L}\p{N}]{0,4}(?:no|nr|number)?[^\p{L}\p{N}]{0,4}(?<number>\d{4,})/giu;

const latinOf = (says: string): readonly string[] =>
  [...says.normalize("NFKC").matchAll(/[\p{sc=Latin}\p{M}]{2,}/gu)].map(([word]) => word);
const isLong = (word: string): boolean =>
  word.length >= longLatin && !everyPayments.has(word.toLowerCase()) && !saysWhen(word.toLowerCase());
const saysWhen = (lower: string): boolean => dates.has(lower) || smallWords.has(lower);

/** What is written as a name, and any two characters side by side that are no ending of a word. */
function namesOf(says: string): readonly string[] {
  const all = latinOf(says);
  const lower = all.map((word) => word.toLowerCase());
  // Where everything has a capital, or is of capitals, none says anything.
  const isShouted = all.length > 1 && all.every((word) => /^\p{Lu}/u.test(word));
  const capital = all.filter(
    (word, i) => i > 0 && /^\p{Lu}/u.test(word) && !whenOrWhere.has(lower[i - 1] ?? "") && isName(word),
  );
  const pairs = [...says.normalize("NFKC").matchAll(spaceless)].flatMap(([run]) => {
    const letters = [...run];
    return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  });
  return [
    ...(isShouted ? [] : capital),
    ...pairs.filter((pair) => !/^\p{sc=Hiragana}+$/u.test(pair) && !joins(pair)),
  ];
}

const isName = (word: string): boolean => {
  const lower = word.toLowerCase();
  return !saysWhen(lower) && !potsInLetters.has(lower);
};

/** Of two characters of which one joins words there is no name, but where a numeral stands in one: `张三`. */
const joins = (pair: string): boolean => {
  return joining.test(pair.replace(/[一二三四五六七八九]$/u, ""));
};

const known = (words: readonly string[], meaning: Meaning): readonly string[] =>
  [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => !meaning.isOfSigns(word));

/** More of a statement's payments that share a word are of no one payee. */
const ofAllMost = 1 / 3;

/** Which of these payments are of one of the words, where not most of their statement are; empty: none is known by them. */
export function ofWordsTold(
  payments: readonly Observation[],
  words: readonly string[] | undefined,
): ReadonlySet<number> {
  const found = new Set<number>();
  const ofFile = new Map<string, number>();
  for (const { place } of payments) ofFile.set(place.file, (ofFile.get(place.file) ?? 0) + 1);
  for (const word of words ?? []) {
    const shared = payments.filter((each) => standsIn(word, each));
    const inFile = new Map<string, number>();
    for (const { place } of shared) inFile.set(place.file, (inFile.get(place.file) ?? 0) + 1);
    for (const { id, place } of shared)
      if (inFile.get(place.file)! <= Math.max(1, (ofFile.get(place.file) ?? 0) * ofAllMost)) found.add(id);
  }
  return found;
}

function standsIn(word: string, { counterparty, text }: Observation): boolean {
  const row = `${counterparty} ${text}`.normalize("NFKC").toLowerCase();
  // An account is told by its end, and no longer number by a part of it.
  if (/^\d+$/.test(word)) return new RegExp(`${word}(?!\\d)`).test(row);
  if (!/\p{sc=Latin}/u.test(word)) return row.includes(word);
  return [...row.matchAll(/[\p{sc=Latin}\p{M}]+/gu)].some(([each]) => each === word);
}
