/**
 * The punctuation of each language, in one place: what parts the items of a list, what follows a heading, what holds an
 * aside. A text put together from parts takes its marks from here, so that no Chinese sentence has an English comma.
 */
import type { Lang } from "./words.ts";

export interface Marks {
  /** Between parts of a sentence. */
  readonly comma: string;
  /** Between nouns; in Chinese never between sentences. */
  readonly list: string;
  readonly semicolon: string;
  readonly colon: string;
  /** At the end of a sentence that is the last. */
  readonly stop: string;
  /** Between two sentences, where the first has no stop of its own. */
  readonly sentence: string;
  /** Between two sentences that have their stops. */
  readonly gap: string;
  readonly open: string;
  readonly shut: string;
  readonly percent: string;
}

export const marks: Readonly<Record<Lang, Marks>> = {
  en: {
    comma: ", ",
    list: ", ",
    semicolon: "; ",
    colon: ": ",
    stop: ".",
    sentence: ". ",
    gap: " ",
    open: " (",
    shut: ")",
    percent: " %",
  },
  zh: {
    comma: "，",
    list: "、",
    semicolon: "；",
    colon: "：",
    stop: "。",
    sentence: "。",
    gap: "",
    open: "（",
    shut: "）",
    percent: "%",
  },
};

/** An aside as it follows what it speaks of: ` (unconfirmed)`, `（未证实）`. */
export const inBrackets = (text: string, lang: Lang): string => marks[lang].open + text + marks[lang].shut;

/**
 * Nouns one after the other. A list with a name in it that itself holds a mark of the list is parted by semicolons, so
 * that one sees where a name ends: `人脸核验太弱，照片也能通过；绑卡`.
 */
export function listed(nouns: readonly string[], lang: Lang): string {
  const { list, semicolon } = marks[lang];
  return nouns.join(nouns.some((noun) => /[，、；]|, /.test(noun)) ? semicolon : list);
}

/** Between Latin letters or digits and Chinese characters a space reads better; nowhere else is one put. */
export function spaced(...parts: readonly string[]): string {
  return parts.reduce((before, after) => {
    const isJoint =
      (/[\p{sc=Latin}0-9]$/u.test(before) && /^\p{sc=Han}/u.test(after)) ||
      (/\p{sc=Han}$/u.test(before) && /^[\p{sc=Latin}0-9]/u.test(after));
    return isJoint ? `${before} ${after}` : before + after;
  }, "");
}
