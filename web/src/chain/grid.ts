/**
 * Which lane, row and column every card of a large picture stands in. Time runs from column to column: a new one begins
 * when a card rests on one of the column before, so a column is a stretch of time in which nothing waits for anything
 * else of it. Cards of one lane and one column stand below one another, and past a few rows beside one another.
 */
import type { Card, ChainView } from "./chain-view.ts";

/** With so many rows to a lane, a picture of dozens of cards or of hundreds has about the shape of a screen. */
const rowsMax = 2;

export interface Cell {
  /** Counted over the whole picture, as are rows. */
  readonly column: number;
  readonly row: number;
}

export interface GridLane {
  readonly institution: string;
  readonly firstRow: number;
  readonly rows: number;
}

export interface Stretch {
  readonly firstColumn: number;
  readonly columns: number;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export interface Grid {
  /** Card by card. */
  readonly cells: readonly Cell[];
  readonly lanes: readonly GridLane[];
  readonly stretches: readonly Stretch[];
}

export function layGrid({ cards, links }: ChainView, order: readonly string[]): Grid {
  const stretchOf = stretchesOf({ cards, links });
  const inCell = new Map<string, number[]>();
  for (const [i, { institution }] of cards.entries()) {
    const key = `${stretchOf[i]} ${institution}`;
    inCell.set(key, [...(inCell.get(key) ?? []), i]);
  }
  const place = new Map<number, { readonly row: number; readonly column: number }>();
  const rowsOf = new Map<string, number>();
  const columnsOf: number[] = [];
  for (const members of inCell.values()) {
    // What was there at an earlier stage stays on top.
    const sorted = [...members].sort((a, b) => (cards[a]?.stage ?? 0) - (cards[b]?.stage ?? 0) || a - b);
    for (const [k, i] of sorted.entries())
      place.set(i, { row: k % rowsMax, column: Math.floor(k / rowsMax) });
    const first = members[0] ?? 0;
    const lane = cards[first]?.institution ?? "";
    const stretch = stretchOf[first] ?? 0;
    rowsOf.set(lane, Math.max(rowsOf.get(lane) ?? 0, Math.min(rowsMax, members.length)));
    columnsOf[stretch] = Math.max(columnsOf[stretch] ?? 0, Math.ceil(members.length / rowsMax));
  }
  const lanes: GridLane[] = [];
  let row = 0;
  for (const institution of order) {
    const rows = rowsOf.get(institution);
    if (rows === undefined) continue;
    lanes.push({ institution, firstRow: row, rows });
    row += rows;
  }
  let column = 0;
  const stretches = columnsOf.map((columns, stretch): Stretch => {
    const members = cards.filter((_, i) => stretchOf[i] === stretch);
    const firstColumn = column;
    column += columns;
    return {
      firstColumn,
      columns,
      fromMinutes: Math.min(...members.map(({ fromMinutes }) => fromMinutes)),
      toMinutes: Math.max(...members.map(({ toMinutes }) => toMinutes)),
    };
  });
  const firstRowOf = new Map(lanes.map(({ institution, firstRow }) => [institution, firstRow]));
  const cells = cards.map(({ institution }, i): Cell => {
    const at = place.get(i) ?? { row: 0, column: 0 };
    return {
      row: (firstRowOf.get(institution) ?? 0) + at.row,
      column: (stretches[stretchOf[i] ?? 0]?.firstColumn ?? 0) + at.column,
    };
  });
  return { cells, lanes, stretches };
}

/** Card by card, which stretch of time it falls in. */
function stretchesOf({
  cards,
  links,
}: {
  cards: readonly Card[];
  links: ChainView["links"];
}): readonly number[] {
  const before = new Map<number, number[]>();
  for (const { from, to, kind } of links)
    if (kind === "first") before.set(to, [...(before.get(to) ?? []), from]);
  const stretchOf: number[] = [];
  let stretch = 0;
  for (const i of cards.keys()) {
    if ((before.get(i) ?? []).some((from) => stretchOf[from] === stretch)) stretch += 1;
    stretchOf.push(stretch);
  }
  return stretchOf;
}
