/**
 * How many guesses a passphrase withstands, by the method of zxcvbn (Wheeler, USENIX Security 2016): the cheapest way to
 * put it together from leaked passwords, words, dates, keyboard walks, repetitions and, where nothing fits, single
 * characters. To its own it gets what a thief here tries: pinyin, numbers written on paper, Chinese sayings.
 *
 * It weighs about 600 kB with its lists, so it is loaded with the first passphrase that is judged.
 */
import {
  type MatchEstimated,
  type MatchExtended,
  type OptionsGraph,
  zxcvbn,
  zxcvbnOptions,
} from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { sayings, surnames, syllables } from "./chinese-habits.ts";

export interface Guessed {
  readonly guesses: number;
  /** What the cheapest way is made of. */
  readonly parts: readonly { readonly pattern: string; readonly characters: number }[];
}

export function guessesOf(phrase: string): Guessed {
  const { guesses: plain, sequence } = zxcvbn(phrase);
  const unknown = sequence.filter(({ pattern }) => pattern === "bruteforce").map(({ token }) => token);
  const guesses = plain * hanTimes ** (unknown.join("").match(/\p{Script=Han}/gu)?.length ?? 0);
  const parts = sequence.map(({ pattern, i, j }) => ({ pattern, characters: j - i + 1 }));
  return { guesses, parts };
}

/** The thief knows whose bag it is: a name of the family is found among so many, however it is put. */
const nameGuesses = 1e4;
/** What a syllable is worth in a sentence; of the 400 there are a few are most of what is said. */
const syllableGuesses = 100;
/** What a Chinese character is worth more than the ten that a single character counts where nothing fits. */
const hanTimes = 10;
/** A telephone, ID or QQ number of the family stands on paper, or leaked with the name. */
const numberGuesses = 1e4;

const syllableCharactersMax = 6;
/** Where a name begins: with a word, or after "I am", "I love". */
const beforeName = /(^|[^\p{L}]|wo(shi|ai|jiao)|iam|ilove)$/u;
/** A surname of two and a given name of two. */
const nameSyllablesMax = 4;
/** Longer than any sentence somebody types in pinyin. */
const syllablesMax = 24;

/** What is found from one place to another, both among it. */
interface Found {
  readonly pattern: string;
  readonly i: number;
  readonly j: number;
  readonly guesses: number;
}

/** Runs of syllables from every place, each length of them a match of its own. */
function pinyinIn(text: string): readonly Found[] {
  const plain = text.toLowerCase().replace(/[01345@$]/g, (sign) => unmasked[sign] ?? sign);
  const found: Found[] = [];
  for (let i = 0; i < plain.length; i += 1) {
    const isNamePlace = beforeName.test(plain.slice(0, i));
    // The fewest syllables that end at each place.
    const fewest = new Map<number, number>([[i, 0]]);
    const ends = [i];
    for (const from of ends) {
      const count = fewest.get(from) ?? 0;
      if (count === syllablesMax) continue;
      for (let length = 1; length <= syllableCharactersMax && from + length <= plain.length; length += 1) {
        const to = from + length;
        if (fewest.has(to) || !syllables.has(plain.slice(from, to))) continue;
        fewest.set(to, count + 1);
        ends.push(to);
      }
    }
    for (const [end, count] of fewest) {
      if (end - i < 2) continue;
      const isName = isNamePlace && count <= nameSyllablesMax && isSurnameAt(plain.slice(i, end));
      const guesses = Math.min(isName ? nameGuesses : Number.MAX_VALUE, syllableGuesses ** count);
      found.push({ pattern: isName ? "name" : "pinyin", i, j: end - 1, guesses });
    }
  }
  return found;
}
const isSurnameAt = (text: string) =>
  surnames.some((name) => text.startsWith(name) && text.length > name.length);
const unmasked: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};

/** Five digits are the shortest QQ number. */
const numbersIn = (text: string): readonly Found[] =>
  [...text.matchAll(/\d{5,}/g)].map(({ 0: { length }, index }) => ({
    pattern: "number",
    i: index,
    j: index + length - 1,
    guesses: numberGuesses,
  }));

function add(name: string, find: (text: string) => readonly Found[]): void {
  zxcvbnOptions.addMatcher(name, {
    Matching: class {
      match({ password }: { readonly password: string }): MatchExtended[] {
        return find(password).map((match) => ({ ...match, token: password.slice(match.i, match.j + 1) }));
      }
    },
    scoring: (match: MatchEstimated | MatchExtended) => Number(match["guesses"]),
    feedback: () => ({ warning: null, suggestions: [] }),
  });
}

/** The beginning of a long one is worth no more than the whole, and the time this takes grows with the square. */
const judgedCharactersMax = 64;

zxcvbnOptions.setOptions({
  maxLength: judgedCharactersMax,
  l33tMaxSubstitutions: 20,
  graphs: adjacencyGraphs as OptionsGraph,
  dictionary: { ...dictionary, sayings: [...sayings], surnames: [...surnames] },
});
add("pinyin", pinyinIn);
add("name", () => []);
add("number", numbersIn);
