/**
 * Whether a passphrase will do. What a thief tries first is refused with its reason: short ones, the usual ones, one thing
 * over and over, and what stands on the papers in the same bag: a name, a birthday, a telephone number, an ID number.
 * Whatever is left is measured in guesses (guesses.ts). There are no rules of composition; they make passphrases harder
 * to remember, not harder to guess.
 */

import type { Guessed } from "./guesses.ts";

export type PassphraseRefusal =
  | "short"
  | "long"
  | "common"
  | "repeated"
  | "sequence"
  | "number"
  | "date"
  | "keyboard"
  /** Of a person, in pinyin. */
  | "name"
  /** None of these alone, and yet too few guesses away. */
  | "guessable";

export type PassphraseJudgement =
  | { readonly kind: "refused"; readonly why: PassphraseRefusal }
  | { readonly kind: "accepted"; readonly strength: "fair" | "good" | "strong" };

/** NIST SP 800-63B-4 asks for eight at least where there is a second factor or a slow hash; here is the slow hash. */
export const passphraseCharactersMin = 8;
/** Beyond this it is a pasted file. */
const passphraseCharactersMax = 1024;

/** What two keyboards send for one word must be one passphrase. */
export const normalPassphrase = (text: string): string => text.normalize("NFKC").trim();

export async function judgePassphrase(text: string): Promise<PassphraseJudgement> {
  const phrase = normalPassphrase(text);
  const characters = [...phrase];
  const why = (refusal: PassphraseRefusal): PassphraseJudgement => ({ kind: "refused", why: refusal });
  if (characters.length < passphraseCharactersMin) return why("short");
  if (characters.length > passphraseCharactersMax) return why("long");
  const folded = phrase.toLowerCase().replace(/[\s\-_.]/g, "");
  if (isRepeated(folded)) return why("repeated");
  if (isSequence(folded)) return why("sequence");
  if (isNumberOnPapers(folded)) return why("number");
  return byGuesses(phrase);
}

/** `aaaaaaaa`, `abababab`, `52105210`: a piece of four characters at most, again and again. */
const isRepeated = (text: string) => /^(.{1,4}?)\1+.{0,3}$/u.test(text) && new Set(text).size <= 4;

const rows = [
  "0123456789012345",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb",
];
const sequences = [...rows, ...rows.map((row) => [...row].reverse().join(""))];
const isSequence = (text: string) => sequences.some((row) => row.includes(text));

/** Digits only, and not many: dates, telephone, ID and card numbers are all among them. */
const isNumberOnPapers = (text: string) => /^\d{1,19}$/.test(text) || /^\d{17}x$/.test(text);

/**
 * Of what a guess costs (64 MiB, two passes) a machine full of graphics cards makes some ten thousand a second; at this
 * number it works for a week or two on one stolen disk.
 */
const guessesMin = 1e10;
const guessesOfGood = 1e13;
const guessesOfStrong = 1e16;

async function byGuesses(phrase: string): Promise<PassphraseJudgement> {
  // Loaded with the first one that is judged: its lists are larger than the rest of the page.
  const { guessesOf } = await import("./guesses.ts");
  const { guesses, parts } = guessesOf(phrase);
  if (guesses < guessesMin) return { kind: "refused", why: reasonOf(parts) };
  return {
    kind: "accepted",
    strength: guesses < guessesOfGood ? "fair" : guesses < guessesOfStrong ? "good" : "strong",
  };
}

/** What gave it away: a name and a keyboard walk whatever is beside them, else what most of it is. */
function reasonOf(parts: Guessed["parts"]): PassphraseRefusal {
  const patterns = [...parts].sort((a, b) => b.characters - a.characters).map(({ pattern }) => pattern);
  const telling = ["name", "spatial"].find((pattern) => patterns.includes(pattern)) ?? patterns[0] ?? "";
  return reasons[telling] ?? "guessable";
}
const reasons: Readonly<Record<string, PassphraseRefusal>> = {
  name: "name",
  spatial: "keyboard",
  dictionary: "common",
  repeat: "repeated",
  sequence: "sequence",
  date: "date",
  regex: "date",
  number: "number",
};
