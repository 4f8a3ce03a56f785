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
  const { guesses, sequence } = zxcvbn(phrase);
  const parts = sequence.map(({ pattern, i, j }) => ({ pattern, characters: j - i + 1 }));
  return { guesses, parts };
}

/** The thief knows whose bag it is: a name of the family is found among so many, however it is put. */
const nameGuesses = 1e4;
/** What a syllable is worth in a sentence; of the 400 there are a few are most of what is said. */
const syllableGuesses = 100;
/** A character of a Chinese sentence, by what goes before it. */
const hanGuesses = 100;
/** A number of a family is on paper, or found where other numbers leaked. */
const numberGuesses = 1e5;

const syllableCharactersMax = 6;
/** Longer than any sentence somebody types in pinyin. */
const syllablesMax = 24;

type Found = Omit<MatchExtended, "token">;

/** Runs of syllables from every place, each length of them a match of its own. */
function pinyinIn(text: string): readonly Found[] {
  const plain = text.toLowerCase().replace(/[01345@$]/g, (sign) => unmasked[sign] ?? sign);
  const found: Found[] = [];
  for (let i = 0; i < plain.length; i += 1) {
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
      const isName = count <= 3 && surnames.some((name) => plain.startsWith(name, i) && i + name.length < end);
      const guesses = isName ? Math.min(nameGuesses, syllableGuesses ** count) : syllableGuesses ** count;
      found.push({ pattern: "pinyin", i, j: end - 1, guesses });
    }
  }
  return found;
}
const unmasked: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};

const runsOf =
  (pattern: string, run: RegExp, guesses: (length: number) => number) =>
  (text: string): readonly Found[] =>
    [...text.matchAll(run)].map(({ 0: { length }, index }) => ({
      pattern,
      i: index,
      j: index + length - 1,
      guesses: guesses(length),
    }));
const numbersIn = runsOf("number", /\d{5,}/g, (length) => Math.min(10 ** length, numberGuesses));
const hanIn = runsOf("han", /\p{Script=Han}+/gu, (length) => hanGuesses ** length);

function add(name: string, find: (text: string) => readonly Found[]): void {
  zxcvbnOptions.addMatcher(name, {
    Matching: class {
      match({ password }: { readonly password: string }): MatchExtended[] {
        return find(password).map((match) => ({
          ...match,
          pattern: match["pattern"],
          i: match["i"],
          j: match["j"],
          token: password.slice(match["i"], match["j"] + 1),
        }));
      }
    },
    scoring: (match: MatchEstimated | MatchExtended) => Number(match["guesses"]),
    feedback: () => ({ warning: null, suggestions: [] }),
  });
}

zxcvbnOptions.setOptions({
  graphs: adjacencyGraphs as OptionsGraph,
  dictionary: { ...dictionary, sayings: [...sayings], surnames: [...surnames] },
});
add("pinyin", pinyinIn);
add("number", numbersIn);
add("han", hanIn);
