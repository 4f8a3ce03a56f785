/**
 * Which lane, row and column every card of a large picture stands in. Time runs from column to column: a new one begins
 * when a card rests on one of the column before, so a column is a stretch of time in which nothing waits for anything
 * else of it. Cards of one lane and one stretch stand below one another, and past a few rows beside one another.
 */
import { type Card, type ChainView, stages } from "./chain-view.ts";

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
  const { place, columnsOf, rowsOf } = placesIn(cards, stretchOf);
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
    const at = place[i] ?? { row: 0, column: 0 };
    return {
      row: (firstRowOf.get(institution) ?? 0) + at.row,
      column: (stretches[stretchOf[i] ?? 0]?.firstColumn ?? 0) + at.column,
    };
  });
  return { cells, lanes, stretches };
}

interface Places {
  /** Card by card: the row of its lane, the column of its stretch. */
  readonly place: readonly Cell[];
  /** Stretch by stretch. */
  readonly columnsOf: readonly number[];
  /** Lane by lane, how many its fullest column has. */
  readonly rowsOf: ReadonlyMap<string, number>;
}

/**
 * Within a stretch cards stand column by column in the order of time: where a lane has no row left the next column
 * begins, for every lane. So no card stands left of one that comes before it, and what unfolds turns no two round. What
 * only the last stage shows is never followed by another: it takes whatever place is left in its stretch, which keeps
 * the widest picture by a third narrower.
 */
function placesIn(cards: readonly Card[], stretchOf: readonly number[]): Places {
  const place: Cell[] = [];
  const columnsOf: number[] = [];
  const rowsOf = new Map<string, number>();
  const filled = new Map<string, number>();
  const put = (i: number, firstColumn: number) => {
    const lane = cards[i]?.institution ?? "";
    const stretch = stretchOf[i] ?? 0;
    const rowsIn = (at: number) => filled.get(`${stretch} ${at} ${lane}`) ?? 0;
    let column = firstColumn;
    while (rowsIn(column) >= rowsMax) column += 1;
    const row = rowsIn(column);
    filled.set(`${stretch} ${column} ${lane}`, row + 1);
    place[i] = { row, column };
    columnsOf[stretch] = Math.max(columnsOf[stretch] ?? 0, column + 1);
    rowsOf.set(lane, Math.max(rowsOf.get(lane) ?? 0, row + 1));
  };
  for (const [i, { stage }] of cards.entries())
    if (stage < stages.length - 1) put(i, (columnsOf[stretchOf[i] ?? 0] ?? 1) - 1);
  for (const [i, { stage }] of cards.entries()) if (stage === stages.length - 1) put(i, 0);
  return { place, columnsOf, rowsOf };
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
