/**
 * A text as the clauses it is read in, each with what ends it. A clause is in lower case and without what says only when or
 * how much; as it was written it is kept beside, to be spoken of.
 */
import { withListsSpread } from "./sentence-lists.ts";

/** Longer is no clause, and no more of it is read. */
const clauseMax = 300;

export interface Clause {
  readonly clause: string;
  /** With its capitals and all that was left off. */
  readonly written: string;
  /** What ends it. */
  readonly mark: string;
  /** Somebody else's words end before it. */
  readonly isNew: boolean;
}

const ends =
  /([。．.!！?？\n]+(?=\s|$|\p{sc=Han})|[，；;、：—]+|(?<!\d)[,:]+|[,:]+(?!\d)|\s+(?:and|but|then|because|while|so)\s+|但是|而且|并且|还有|然后|接着|后来|结果|，?又)/u;
const isOwn = /^\s*(?:i|we|my|our|now|then|我|现在|已经)/;

export function clausesOf(text: string): readonly Clause[] {
  const cased = text
    .normalize("NFKC")
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[ \t]+/g, " ");
  const plain = cased.toLowerCase();
  let from = 0;
  const parts = withListsSpread(plain).split(ends);
  const clauses: Clause[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const clause = withoutFilling((parts[i] ?? "").slice(0, clauseMax));
    const before = i === 0 ? "." : (parts[i - 1] ?? "");
    const part = (parts[i] ?? "").trim();
    const at = plain.indexOf(part, from);
    // Of a list that was spread no part stands there as it is read; nor where a capital has two small letters.
    const isThere = at >= 0 && plain.length === cased.length;
    if (isThere) from = at + part.length;
    clauses.push({
      clause,
      written: isThere ? cased.slice(at, at + part.length) : part,
      mark: (parts[i + 1] ?? "").trim(),
      isNew: /[。．.!！?？\n]/.test(before) || isOwn.test(clause),
    });
  }
  return clauses.filter(({ clause }) => clause.trim() !== "");
}

/** What says when or how much, and nothing of what: `my line suddenly stopped working`. */
const filling =
  /\b(?:suddenly|all of a sudden|just|already|also|completely|totally|immediately|both|really)\b|突然|忽然|刚刚|刚才|已经|全部|竟然|居然|一下子/g;
export const withoutFilling = (text: string): string => {
  const bare = text.replaceAll(filling, "").replaceAll(/ +/g, " ").trim();
  return bare === "" ? text : bare;
};

export const isEnd = (mark: string): boolean => /[。．.!！?？\n]/.test(mark);
