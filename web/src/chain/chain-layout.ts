/**
 * Where everything on the picture lies: cards in lanes by institution, time from left to right, lines that cross no card.
 *
 * A way that fits the window is laid as the answer's picture of a way is, its lines found by search (`lanes.ts`,
 * `route.ts`); anything larger is laid on a grid whose lines have tracks of their own (`grid.ts`, `grid-lines.ts`): some
 * milliseconds for five hundred cards. Cards are all of one size, so nothing here waits for a browser. What is switched
 * on plays no part: the same cards lie in the same places under any measures.
 */
import { type Box, cardWidthFor, type LaneStep, layLanes } from "../way/lanes.ts";
import { type Point, pathOf, routeLines } from "../way/route.ts";
import type { ChainView, Link } from "./chain-view.ts";
import { type Grid, layGrid } from "./grid.ts";
import { layTracks, type Tracks } from "./grid-lines.ts";

export interface LaidLane {
  readonly institution: string;
  readonly y: number;
  readonly height: number;
}

/** Where a moment, or a stretch of time, stands on the axis. */
export interface Tick {
  readonly x: number;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export interface LaidLine {
  /** Of the view's links. */
  readonly link: number;
  /** As SVG wants it. */
  readonly path: string;
}

/** The last bit into a card, common to all lines that meet there. */
export interface Join extends Point {
  readonly card: number;
  readonly kind: Link["kind"];
  /** How many meet. */
  readonly count: number;
}

export interface Picture {
  /** Card by card. */
  readonly boxes: readonly Box[];
  readonly lanes: readonly LaidLane[];
  readonly ticks: readonly Tick[];
  readonly lines: readonly LaidLine[];
  readonly joins: readonly Join[];
  readonly width: number;
  readonly height: number;
}

export const cardHeight = 138;
const gridCardWidth = 186;
/** The lane's name stands in a strip at its top. */
const nameHeight = 24;
const margin = 12;
const laneGap = 14;
const lanePadding = 6;
const bend = 5;

/** Lines side by side are told apart from this distance on; where very many run, they crowd. */
const trackWidth = 5;
const crowdMax = 70;
const beforeArrow = 14;
const afterCard = 8;
/** Where lines leave and enter a card, from its top. */
const outAt = cardHeight - 24;
const inAt = { first: 20, other: 48 } as const;

export function layChain(view: ChainView, order: readonly string[], width: number): Picture {
  const first = view.links.filter(({ kind }) => kind === "first");
  const isSmall = view.cards.length <= smallMax && first.length === view.links.length;
  const steps = view.cards.map(({ institution }, i) => ({
    institution,
    after: first.filter(({ to }) => to === i).map(({ from }) => from),
  }));
  const cardWidth = isSmall ? cardWidthFor(steps, width - 2 * margin) : undefined;
  return cardWidth === undefined ? layLarge(view, order) : laySmall({ view, order, steps, cardWidth });
}

/** What `route.ts` searches in a few milliseconds. */
const smallMax = 16;

interface SmallQuestion {
  readonly view: ChainView;
  readonly order: readonly string[];
  readonly steps: readonly LaneStep[];
  readonly cardWidth: number;
}

function laySmall({ view: { cards, links }, order, steps, cardWidth }: SmallQuestion): Picture {
  const laid = layLanes({
    steps,
    heights: steps.map(() => cardHeight + nameHeight),
    cardWidth,
    order,
  });
  const boxes = laid.boxes.map((box) => ({ ...box, y: box.y + nameHeight, height: box.height - nameHeight }));
  const routes = routeLines({
    boxes,
    after: steps.map(({ after }) => after),
    width: laid.width,
    height: laid.height,
  });
  const moved = ({ x, y }: Point): Point => ({ x: x + margin, y: y + margin });
  const numberOf = new Map(links.map(({ from, to }, i) => [`${from} ${to}`, i]));
  const ticks: Tick[] = [];
  for (const [i, box] of boxes.entries()) {
    const card = cards[i];
    if (card === undefined || box.x + margin - (ticks.at(-1)?.x ?? -Infinity) < tickWidth) continue;
    ticks.push({ x: box.x + margin, fromMinutes: card.fromMinutes, toMinutes: card.toMinutes });
  }
  return {
    boxes: boxes.map((box) => ({ ...box, ...moved(box) })),
    lanes: laid.lanes.map(({ institution, y, height }) => ({
      institution,
      y: y + margin - lanePadding,
      height: height + 2 * lanePadding,
    })),
    ticks,
    lines: routes.lines.map(({ from, to, points }) => ({
      link: numberOf.get(`${from} ${to}`) ?? 0,
      path: pathOf(points.map(moved), bend),
    })),
    joins: [...routes.joins].map(([card, point]) => ({
      ...moved(point),
      card,
      kind: "first" as const,
      count: steps[card]?.after.length ?? 0,
    })),
    width: laid.width + 2 * margin,
    height: laid.height + 2 * margin,
  };
}

/** `1 h 35 min` wants as much. */
const tickWidth = 64;

function layLarge({ cards, links }: ChainView, order: readonly string[]): Picture {
  const grid = layGrid({ cards, links }, order);
  const { cells, lanes, stretches } = grid;
  const lastLane = lanes.at(-1);
  const rows = lastLane === undefined ? 0 : lastLane.firstRow + lastLane.rows;
  const columns = stretches.reduce((sum, stretch) => sum + stretch.columns, 0);
  // A link within one stretch of time (two gathered cards) has no course: time does not tell them apart.
  const drawn = links.flatMap((link, i) => {
    const isForward = (cells[link.from]?.column ?? 0) < (cells[link.to]?.column ?? 0);
    return isForward ? [{ link, i }] : [];
  });
  const tracks = layTracks(
    cells,
    drawn.map(({ link }) => link),
    { columns, rows },
  );
  const sizes = sizesOf(grid, tracks, { columns, rows });
  const boxes = cells.map(
    ({ column, row }): Box => ({
      x: sizes.columnX[column] ?? 0,
      y: sizes.rowY[row] ?? 0,
      width: gridCardWidth,
      height: cardHeight,
    }),
  );

  const joins = new Map<string, Join>();
  const lines = drawn.map(({ link: { from, to, kind }, i }, k): LaidLine => {
    const course = tracks.courses[k]!; // One for each link drawn.
    const [source, target] = [boxes[from]!, boxes[to]!]; // A link names two cards.
    const y = target.y + inAt[kind];
    const x = target.x - beforeArrow - course.into * sizes.step(tracks.gutters[cells[to]!.column]!.into);
    const key = `${to} ${kind}`;
    joins.set(key, { x, y, card: to, kind, count: (joins.get(key)?.count ?? 0) + 1 });
    const start = { x: source.x + source.width, y: source.y + outAt };
    if (course.around === undefined)
      return { link: i, path: pathOf([start, { x, y: start.y }, { x, y }], bend) };
    const gutter = tracks.gutters[cells[from]!.column + 1]!;
    const outX = start.x + afterCard + course.around.out * sizes.step(gutter.out);
    const row = cells[to]!.row;
    const alongY = (sizes.rowY[row] ?? 0) - 8 - course.around.along * sizes.step(tracks.corridors[row] ?? 0);
    return {
      link: i,
      path: pathOf(
        [start, { x: outX, y: start.y }, { x: outX, y: alongY }, { x, y: alongY }, { x, y }],
        bend,
      ),
    };
  });

  return {
    boxes,
    lanes: lanes.map(({ institution, firstRow, rows: count }) => {
      const y = sizes.laneY[firstRow] ?? 0;
      const last = firstRow + count - 1;
      return { institution, y, height: (sizes.rowY[last] ?? 0) + cardHeight + lanePadding - y };
    }),
    ticks: stretches.map(({ firstColumn, fromMinutes, toMinutes }) => ({
      x: sizes.columnX[firstColumn] ?? 0,
      fromMinutes,
      toMinutes,
    })),
    lines,
    joins: [...joins.values()],
    width: sizes.width,
    height: sizes.height,
  };
}

interface Sizes {
  readonly columnX: readonly number[];
  readonly rowY: readonly number[];
  /** Where a lane begins, by its first row. */
  readonly laneY: readonly number[];
  readonly width: number;
  readonly height: number;
  /** How far apart so many tracks run. */
  readonly step: (tracks: number) => number;
}

function sizesOf(
  { lanes }: Grid,
  { gutters, corridors }: Tracks,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Sizes {
  const step = (tracks: number) => Math.min(trackWidth, crowdMax / Math.max(1, tracks));
  const room = (tracks: number) => tracks * step(tracks);
  const columnX: number[] = [];
  let x = margin;
  for (let column = 0; column < columns; column += 1) {
    const { out, into } = gutters[column] ?? { out: 0, into: 0 };
    if (column > 0) x += afterCard + room(out) + 6;
    x += room(into) + (into === 0 ? 0 : beforeArrow - trackWidth);
    columnX.push(x);
    x += gridCardWidth;
  }
  const isFirst = new Set(lanes.map(({ firstRow }) => firstRow));
  const rowY: number[] = [];
  const laneY: number[] = [];
  let y = margin;
  for (let row = 0; row < rows; row += 1) {
    if (isFirst.has(row)) {
      y += row === 0 ? 0 : laneGap + lanePadding;
      laneY[row] = y;
      y += nameHeight;
    }
    y += 10 + room(corridors[row] ?? 0);
    rowY.push(y);
    y += cardHeight;
  }
  return { columnX, rowY, laneY, width: x + margin + afterCard, height: y + lanePadding + margin, step };
}
