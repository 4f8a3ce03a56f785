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

/** Of what somebody did themselves, any word that is not too short. */
export const wordsTold = (says: string, meaning: Meaning): readonly string[] =>
  known([...latinOf(says).filter(isLong), ...namesOf(says)], meaning);

/** Of what somebody denies, names alone: from `my savings` much may be gone that went to savings never. */
export const namesTold = (says: string, meaning: Meaning): readonly string[] =>
  known(
    namesOf(says).filter((name) => !pots.test(name)),
    meaning,
  );

const latinOf = (says: string): readonly string[] =>
  [...says.normalize("NFKC").matchAll(/[\p{sc=Latin}\p{M}]{2,}/gu)].map(([word]) => word);
const isLong = (word: string): boolean => word.length >= longLatin && !everyPayments.has(word.toLowerCase());

/** What is written as a name, and any two characters side by side that are no ending of a word. */
function namesOf(says: string): readonly string[] {
  const capital = latinOf(says)
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word));
  const pairs = [...says.normalize("NFKC").matchAll(spaceless)].flatMap(([run]) => {
    const letters = [...run];
    return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  });
  return [...capital, ...pairs.filter((pair) => !/^\p{sc=Hiragana}+$/u.test(pair))];
}

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
  if (!/\p{sc=Latin}/u.test(word)) return row.includes(word);
  return [...row.matchAll(/[\p{sc=Latin}\p{M}]+/gu)].some(([each]) => each === word);
}
