/**
 * Finding something by any of its names: whole, its beginning, a word of it, a part, and with one slip of the finger
 * where the word is long enough. Capitals, spaces and signs do not matter, nor do Chinese letters of full width.
 */
import { distance } from "fastest-levenshtein";

export interface Findable {
  readonly id: string;
  /** The first is what it is shown by. */
  readonly names: readonly string[];
  /** What it is listed under. */
  readonly group: string;
  /** Not of the reader's region: whatever is comes first, unless only a slip of the finger found it. */
  readonly isFar: boolean;
  /** It stands for any other, and comes after whatever has a name. */
  readonly isStandIn: boolean;
  /** Of two found alike, the lower comes first. */
  readonly order: number;
}

export interface Found<Item extends Findable> {
  readonly group: string;
  readonly items: readonly Item[];
}

/** A shorter word has too many neighbours one letter away. */
const slipFrom = 5;

/** Groups stand in the order of the best they hold, and so do the things in each. */
export function search<Item extends Findable>(items: readonly Item[], query: string): readonly Found<Item>[] {
  const wanted = bare(query);
  const ranked = items
    .map((item, place) => ({ item, place, rank: wanted === "" ? 0 : rankOf(item, query, wanted) }))
    // Of another region a letter or two somewhere in a name say nothing.
    .filter(({ item, rank }) => rank < (item.isFar && wanted.length < 4 ? within : notFound))
    .sort(
      (a, b) =>
        Number(a.rank === slip) - Number(b.rank === slip) ||
        Number(a.item.isFar) - Number(b.item.isFar) ||
        Number(a.item.isStandIn) - Number(b.item.isStandIn) ||
        a.rank - b.rank ||
        a.item.order - b.item.order ||
        a.place - b.place,
    );
  const groups = new Map<string, Item[]>();
  for (const { item } of ranked) {
    const known = groups.get(item.group);
    if (known === undefined) groups.set(item.group, [item]);
    else known.push(item);
  }
  return [...groups].map(([group, found]) => ({ group, items: found }));
}

const within = 3;
const slip = 4;
const notFound = 5;

function rankOf({ names }: Findable, query: string, wanted: string): number {
  const word = query.normalize("NFKC").toLowerCase().trim();
  let best = notFound;
  for (const name of names) {
    const known = bare(name);
    const rank =
      known === wanted
        ? 0
        : known.startsWith(wanted)
          ? 1
          : wordsOf(name).some((each) => each.startsWith(word))
            ? 2
            : known.includes(wanted)
              ? within
              : isSlip(wanted, known)
                ? slip
                : notFound;
    if (rank < best) best = rank;
    if (best === 0) break;
  }
  return best;
}

/** One letter wrong, missing or too many, or two of them the wrong way round, in the whole name or its beginning. */
function isSlip(wanted: string, known: string): boolean {
  const { length } = wanted;
  if (length < slipFrom || known.length < length - 1) return false;
  return [length - 1, length, length + 1].some((end) => {
    const beginning = known.slice(0, end);
    return (
      beginning.length >= slipFrom - 1 && (distance(wanted, beginning) <= 1 || isSwapped(wanted, beginning))
    );
  });
}

function isSwapped(wanted: string, known: string): boolean {
  if (wanted.length !== known.length) return false;
  const at = [...wanted].findIndex((letter, i) => letter !== known[i]);
  return (
    at >= 0 &&
    wanted.slice(0, at) + (wanted[at + 1] ?? "") + (wanted[at] ?? "") + wanted.slice(at + 2) === known
  );
}

/** Letters and digits alone, small, of usual width, without accents. */
export const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
