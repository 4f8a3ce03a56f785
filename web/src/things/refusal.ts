/**
 * What must not be typed here: a full card number, an ID number, anything long enough to be the beginning of one. It is
 * refused while it is typed, before it is complete: fifteen digits of a card give away the sixteenth.
 */
import { secretKindOf } from "../../../src/person/index.ts";

export type Refusal = "card-number" | "id-number" | "long-number" | "too-many-digits";

/** A phone number has eleven digits; what is longer is no name of anything. */
const digitsMax = 11;
/** Signs people put between the digits of one number: spaces, hyphens, dots, slashes, and what cannot be seen. */
const between = /(?<=\d)[\s\p{Pd}\p{Po}\p{Pc}\p{Cf}\p{Sk}]{1,3}(?=\d)/gu;

export function refusalOf(text: string): Refusal | undefined {
  const plain = text.normalize("NFKC");
  const joined = plain.replaceAll(between, "");
  for (const each of [plain, joined]) {
    const kind = secretKindOf(each);
    if (kind !== undefined) return kind === "card number" ? "card-number" : "id-number";
  }
  return longestRun(joined) > digitsMax ? "long-number" : undefined;
}

/** Of the last digits of a card four are enough to tell two apart. */
export function last4Refusal(text: string): Refusal | undefined {
  const digits = text.normalize("NFKC").replaceAll(/\D/g, "");
  return refusalOf(text) ?? (digits.length > 4 ? "too-many-digits" : undefined);
}

/** So many digits in a row may be the beginning of something; it is not kept before the reader has left the field. */
export const mayBecomeSecret = (text: string): boolean =>
  longestRun(text.normalize("NFKC").replaceAll(between, "")) > 4;

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/\d+/g) ?? []).map((digits) => digits.length));

/** Long numbers made unreadable in what is shown of somebody's file: complaints repeat the words they complain of. */
export const masked = (text: string): string =>
  text.replaceAll(/\d(?:[\s\p{Pd}]?[\dXxＸｘ]){7,}/gu, (number) => "•".repeat(Math.min(number.length, 8)));
