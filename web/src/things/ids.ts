/**
 * Ids of things, made from what people call them: ASCII, one of a kind, and never changed afterwards, so that what is
 * switched on and ticked off for a thing stays with it when it gets another name.
 */
import { type EntryKind, entriesOf, type PersonDocument } from "./document.ts";

const lengthMax = 40;

/**
 * Words that mean something else where a name may stand: an answer instead of a thing, a key no reader of files takes,
 * a word of YAML. A helper's id stands where a secret of the person could (`person.name`), see the test.
 */
const taken = new Set(
  "none unknown null true false yes no on off constructor prototype name id-number id-photo photo birth-date address mothers-name tax-number alert-number social-security-number id-last-digits social-security-last-digits fingerprint".split(
    " ",
  ),
);

/** `Bank of Chengdu` → `bank-of-chengdu`; nothing where there are no Latin letters or digits. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, lengthMax)
    .replaceAll(/^-+|-+$/g, "");
}

/** The first of the wanted names that leaves any letters, made different from those there are. */
export function idAmong(known: Iterable<string>, wanted: readonly string[]): string {
  const there = new Set(known);
  // Digits alone would be somebody's phone number, and the keys of a value that are numbers change their order.
  const made = wanted.map(slug).find((each) => /[a-z]/.test(each)) ?? "thing";
  // `account.new-alipay` is an account somebody else opens; words that mean something get a number as well.
  const base = made.startsWith("new-") ? `a-${made}` : made;
  if (!there.has(base) && !taken.has(base)) return base;
  let number = 2;
  while (there.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

export const idFor = (document: PersonDocument, kind: EntryKind, wanted: readonly string[]): string =>
  idAmong(Object.keys(entriesOf(document, kind)), wanted);
