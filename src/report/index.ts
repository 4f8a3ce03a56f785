export { type Both, both, counted, groupDigits, type Lang, langs, type WordsOf, wordsIn } from "./words.ts";
