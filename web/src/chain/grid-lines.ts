/**
 * On which tracks the lines of a large picture run: between two columns and between two rows there is room for them, so
 * no line crosses a card and two lie on one another only where they belong together.
 *
 * A line leaves its card to the right, runs to the space above the row of the card it leads to, along it, and into that
 * card. All lines into a card share that last stretch: where lines meet, all of them are needed. What would do instead
 * comes in below them, on a track of its own.
 */
import type { Link } from "./chain-view.ts";
import type { Cell } from "./grid.ts";

export interface Course {
  /** Track right of the card it leaves and above the row it goes to; absent: it goes straight into the card beside. */
  readonly around: { readonly out: number; readonly along: number } | undefined;
  /** Track left of the card it enters. */
  readonly into: number;
}

export interface Tracks {
  /** Link by link. */
  readonly courses: readonly Course[];
  /** Left of each column: how many tracks leave the cards before it, and how many enter its own. */
  readonly gutters: readonly { readonly out: number; readonly into: number }[];
  /** Above each row. */
  readonly corridors: readonly number[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Who uses a space, and from where to where: a card at `2i + 1`, the space before it at `2i`. */
type Users = Map<string, Span>;

export function layTracks(
  cells: readonly Cell[],
  links: readonly Link[],
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Tracks {
  const out = spaces(columns + 1);
  const into = spaces(columns + 1);
  const along = spaces(rows + 1);
  const ends = links.map(({ from, to, kind }) => {
    const [a, b] = [cells[from]!, cells[to]!]; // A link names two cards, and each card has a cell.
    const isStraight = a.column + 1 === b.column && a.row === b.row;
    const [leaving, entering] = [`${from}`, `${to} ${kind}`];
    use(into[b.column], entering, 2 * b.row + 1, isStraight ? 2 * b.row + 1 : 2 * b.row);
    if (!isStraight) {
      use(out[a.column + 1], leaving, 2 * a.row + 1, 2 * b.row);
      use(along[b.row], entering, 2 * (a.column + 1), 2 * b.column);
    }
    return { a, b, isStraight, leaving, entering };
  });
  const outTracks = out.map(pack);
  const intoTracks = into.map(pack);
  const alongTracks = along.map(pack);
  return {
    courses: ends.map(({ a, b, isStraight, leaving, entering }) => ({
      into: intoTracks[b.column]?.trackOf.get(entering) ?? 0,
      around: isStraight
        ? undefined
        : {
            out: outTracks[a.column + 1]?.trackOf.get(leaving) ?? 0,
            along: alongTracks[b.row]?.trackOf.get(entering) ?? 0,
          },
    })),
    gutters: outTracks.map(({ count }, i) => ({ out: count, into: intoTracks[i]?.count ?? 0 })),
    corridors: alongTracks.map(({ count }) => count),
  };
}

const spaces = (count: number): readonly Users[] => Array.from({ length: count }, () => new Map());

function use(users: Users | undefined, user: string, a: number, b: number): void {
  const known = users?.get(user);
  users?.set(user, { from: Math.min(a, b, known?.from ?? a), to: Math.max(a, b, known?.to ?? a) });
}

/** Gives each user the first track nobody else uses where it does; the longest first, so that they lie outermost. */
function pack(users: Users): { readonly trackOf: ReadonlyMap<string, number>; readonly count: number } {
  const tracks: Span[][] = [];
  const trackOf = new Map<string, number>();
  const length = ({ from, to }: Span) => to - from;
  for (const [user, span] of [...users].sort(([, a], [, b]) => length(a) - length(b) || a.from - b.from)) {
    const free = tracks.findIndex((taken) => taken.every(({ from, to }) => to < span.from || span.to < from));
    const track = free < 0 ? tracks.push([]) - 1 : free;
    tracks[track]?.push(span);
    trackOf.set(user, track);
  }
  return { trackOf, count: tracks.length };
}
