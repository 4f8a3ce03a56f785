/** The nearest known word to a mistyped one, or nothing when none is near. */
import { distance } from "fastest-levenshtein";

/** A longer text is no mistyped word, and comparing it with all others would take its time. */
const wordLengthMax = 200;

/** A word is near when at most a third of it must change; beyond that a guess confuses more than it helps. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  if (word.length > wordLengthMax) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const steps = isSwapped(word, candidate) ? 1 : distance(word, candidate);
    if (steps >= word.length) continue; // Nothing of the word is left.
    if (steps < least || (steps === least && best !== undefined && candidate < best)) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

/** Two letters in the wrong order are one slip of the finger, though two changes. */
function isSwapped(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const first = [...word].findIndex((letter, i) => letter !== candidate[i]);
  return (
    first >= 0 &&
    word.slice(0, first) + (word[first + 1] ?? "") + (word[first] ?? "") + word.slice(first + 2) === candidate
  );
}

/** As many as one looks through: an account has so many keys. */
export const listedMax = 24;

/** `did you mean `x`?`, else the whole list when it is short enough to read, else where to look. */
export function helpWith(word: string, known: Iterable<string>, elsewhere: string): string {
  const words = [...known];
  const near = didYouMean(word, words);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  if (words.length > 0 && words.length <= listedMax)
    return `one of ${words.map((each) => `\`${each}\``).join(", ")}`;
  return elsewhere;
}
