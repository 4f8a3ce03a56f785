/**
 * Lines between cards: right angles only, never through a card, with few bends.
 *
 * A search over a coarse grid (A*, a state is a cell and the direction it was entered in) finds each line in turn.
 * A line may cross another and may share its course with lines of its own card, so that they part like branches; to
 * run on top of a stranger's line costs more than a detour. What is still to come is estimated with its bends, and
 * as cheap as the card's own lines can make it: never too high, so the course found is the best there is.
 */
import { type Box, cell } from "./lanes.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

export interface Routes {
  readonly lines: readonly Line[];
  /** Where the lines into a card meet, by card; the last bit into the card is common to all of them. */
  readonly joins: ReadonlyMap<number, Point>;
}

/** The margin a line keeps from cards, in cells. */
const clearance = 1;
/** Where lines meet, left of the card: the middle of a cell. */
const joinDistance = 2.5 * cell;

const bendCost = 9;
const strangerCost = 14;
const crossingCost = 1.5;
const ownCost = 0.35;
const nearCost = 1.5;
const leavingAsideCost = 4;

const rightwards = 0;
const down = 1;
const leftwards = 2;
const up = 3;
const moves: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

export interface RouteQuestion {
  readonly boxes: readonly Box[];
  /** For every card the cards it rests on. */
  readonly after: readonly (readonly number[])[];
  readonly width: number;
  readonly height: number;
}

export function routeLines({ boxes, after, width, height }: RouteQuestion): Routes {
  const grid = gridOf(boxes, width, height);
  const lines: Line[] = [];
  const joins = new Map<number, Point>();
  for (const [to, sources] of after.entries()) {
    const target = boxes[to];
    if (target === undefined || sources.length === 0) continue;
    const join = { x: target.x - joinDistance, y: middleOf(target) };
    joins.set(to, join);
    // The nearest first: its line is the straightest, and the others bend around it.
    const nearest = [...sources].sort((a, b) => distance(boxes[a], target) - distance(boxes[b], target));
    for (const from of nearest) {
      const source = boxes[from];
      if (source === undefined) continue;
      const cells = search(grid, { source, join, owner: from, to });
      markUsed(grid, cells, { owner: from, to });
      lines.push({
        from,
        to,
        points: corners([portOf(grid, source, cells), ...cells.map((at) => centre(grid, at))]),
      });
    }
  }
  return { lines, joins };
}

/** The middle of the row of cells nearest to a card's half height. */
const middleOf = ({ y, height }: Box) => y + Math.floor(height / 2 / cell) * cell + cell / 2;

function distance(a: Box | undefined, b: Box): number {
  return a === undefined ? 0 : Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** 0 free, 1 near a card, 2 under a card. */
  readonly blocked: Uint8Array;
  /** For horizontal and vertical courses: the card whose line runs here plus one, or 0. */
  readonly usedAcross: Int32Array;
  readonly usedDown: Int32Array;
  /** The card whose join a line runs to here plus one, or 0: lines to one join may meet early. */
  readonly boundFor: Int32Array;
  /** Card by card, for how many cells at most its own lines make a step cheaper. */
  readonly ownCells: Map<number, number>;
  /** By state, of the search that wrote there last, for one search after the other. */
  readonly cost: Float64Array;
  readonly cameFrom: Int32Array;
  readonly searchedIn: Int32Array;
  searches: number;
}

function gridOf(boxes: readonly Box[], width: number, height: number): Grid {
  const columns = Math.ceil(width / cell) + 1;
  const rows = Math.ceil(height / cell) + 1;
  const blocked = new Uint8Array(columns * rows);
  const fill = (box: Box, margin: number, value: number) => {
    const fromColumn = Math.max(0, Math.floor(box.x / cell) - margin);
    const toColumn = Math.min(columns - 1, Math.ceil((box.x + box.width) / cell) - 1 + margin);
    const fromRow = Math.max(0, Math.floor(box.y / cell) - margin);
    const toRow = Math.min(rows - 1, Math.ceil((box.y + box.height) / cell) - 1 + margin);
    for (let row = fromRow; row <= toRow; row += 1)
      for (let column = fromColumn; column <= toColumn; column += 1)
        blocked[row * columns + column] = Math.max(blocked[row * columns + column] ?? 0, value);
  };
  for (const box of boxes) fill(box, clearance, 1);
  for (const box of boxes) fill(box, 0, 2);
  return {
    columns,
    rows,
    blocked,
    usedAcross: new Int32Array(columns * rows),
    usedDown: new Int32Array(columns * rows),
    boundFor: new Int32Array(columns * rows),
    ownCells: new Map(),
    cost: new Float64Array(columns * rows * 4),
    cameFrom: new Int32Array(columns * rows * 4),
    searchedIn: new Int32Array(columns * rows * 4),
    searches: 0,
  };
}

const cellAt = ({ columns, rows }: Grid, { x, y }: Point): number =>
  Math.min(rows - 1, Math.max(0, Math.floor(y / cell))) * columns +
  Math.min(columns - 1, Math.max(0, Math.floor(x / cell)));

const centre = ({ columns }: Grid, at: number): Point => ({
  x: (at % columns) * cell + cell / 2,
  y: Math.floor(at / columns) * cell + cell / 2,
});

interface SearchQuestion {
  readonly source: Box;
  readonly join: Point;
  readonly owner: number;
  readonly to: number;
}

/** The cells from just outside the source to the join. */
function search(grid: Grid, { source, join, owner, to }: SearchQuestion): readonly number[] {
  const { columns, rows, blocked, cost, cameFrom, searchedIn } = grid;
  grid.searches += 1;
  const run = grid.searches;
  const goal = cellAt(grid, join);
  const stepTo = stepCosts(grid, { owner, to, goal });
  const left = estimateTo(grid, goal, owner);
  const queue = new Queue();
  const reach = (state: number, total: number, from: number) => {
    if (searchedIn[state] === run && total >= (cost[state] ?? 0)) return;
    searchedIn[state] = run;
    cost[state] = total;
    cameFrom[state] = from;
    queue.push(state, total + left(state));
  };
  for (const { at, direction, more } of exits(grid, source)) reach(at * 4 + direction, more, -1);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const at = state >> 2;
    const direction = state & 3;
    if (at === goal && direction !== leftwards) return backFrom(cameFrom, state);
    const sofar = cost[state] ?? 0;
    const column = at % columns;
    const row = Math.floor(at / columns);
    for (let next = 0; next < 4; next += 1) {
      if ((next + 2) % 4 === direction) continue; // No turning on the spot.
      const [across, along] = moves[next] ?? [0, 0];
      const nextColumn = column + across;
      const nextRow = row + along;
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= columns || nextRow >= rows) continue;
      const nextAt = nextRow * columns + nextColumn;
      if (blocked[nextAt] === 2) continue;
      const bend = next === direction ? 0 : bendCost;
      reach(nextAt * 4 + next, sofar + stepTo(nextAt, next) + bend, state);
    }
  }
  throw new Error("a card is walled in"); // Lanes leave a corridor on every side of every card.
}

/** What a step into a cell costs, by the direction in which it is entered; a bend costs besides. */
function stepCosts(
  { blocked, usedAcross, usedDown, boundFor }: Grid,
  { owner, to, goal }: { readonly owner: number; readonly to: number; readonly goal: number },
): (cell: number, direction: number) => number {
  return (cell, direction) => {
    const isAcross = direction === rightwards || direction === leftwards;
    const sameWay = (isAcross ? usedAcross : usedDown)[cell] ?? 0;
    const otherWay = (isAcross ? usedDown : usedAcross)[cell] ?? 0;
    let step = 1;
    if (sameWay === owner + 1) step = ownCost;
    else if (sameWay !== 0 && boundFor[cell] !== to + 1) step += strangerCost;
    if (otherWay !== 0 && otherWay !== owner + 1) step += crossingCost;
    if (blocked[cell] === 1 && cell !== goal) step += nearCost;
    return step;
  };
}

/** What it costs at least from a state to the join: its steps, cheaper on the card's own lines, and the bends it cannot do without. */
function estimateTo({ columns, ownCells }: Grid, goal: number, owner: number): (state: number) => number {
  const goalColumn = goal % columns;
  const goalRow = Math.floor(goal / columns);
  const saved = (ownCells.get(owner) ?? 0) * (1 - ownCost);
  return (state) => {
    const at = state >> 2;
    const direction = state & 3;
    const across = Math.abs((at % columns) - goalColumn);
    const along = Math.abs(Math.floor(at / columns) - goalRow);
    const steps = Math.max((across + along) * ownCost, across + along - saved);
    const isAcross = direction === rightwards || direction === leftwards;
    const mustBend = isAcross ? along > 0 || direction === leftwards : across > 0;
    return steps + (mustBend ? bendCost : 0);
  };
}

function backFrom(cameFrom: Int32Array, last: number): readonly number[] {
  const cells: number[] = [];
  for (let state = last; state >= 0; state = cameFrom[state] ?? -1) cells.push(state >> 2);
  return cells.reverse();
}

/** Where a line may leave a card: from the middle of its right side, else from below or above. */
function exits(
  grid: Grid,
  box: Box,
): readonly { readonly at: number; readonly direction: number; readonly more: number }[] {
  const { x, y, width, height } = box;
  const sides = [0.2, 0.5, 0.8].flatMap((part) => [
    { point: { x: x + width * part, y: y + height + cell / 2 }, direction: down, more: leavingAsideCost },
    { point: { x: x + width * part, y: y - cell / 2 }, direction: up, more: leavingAsideCost },
  ]);
  return [{ point: { x: x + width + cell / 2, y: middleOf(box) }, direction: rightwards, more: 0 }, ...sides]
    .map(({ point, direction, more }) => ({ at: cellAt(grid, point), direction, more }))
    .filter(({ at }) => grid.blocked[at] !== 2);
}

/** The point on the card's edge where the line sets out. */
function portOf(grid: Grid, { x, y, width, height }: Box, cells: readonly number[]): Point {
  const first = centre(grid, cells[0] ?? 0);
  if (first.y > y + height) return { x: first.x, y: y + height };
  if (first.y < y) return { x: first.x, y };
  return { x: x + width, y: first.y };
}

function markUsed(
  { columns, usedAcross, usedDown, boundFor, ownCells }: Grid,
  cells: readonly number[],
  { owner, to }: Pick<SearchQuestion, "owner" | "to">,
): void {
  // Of a cell each neighbour marks one way of running through it.
  ownCells.set(owner, (ownCells.get(owner) ?? 0) + 2 * cells.length);
  for (const [i, at] of cells.entries()) {
    boundFor[at] = to + 1;
    for (const neighbour of [cells[i - 1], cells[i + 1]]) {
      if (neighbour === undefined) continue;
      const isAcross = Math.floor(neighbour / columns) === Math.floor(at / columns);
      (isAcross ? usedAcross : usedDown)[at] = owner + 1;
    }
  }
}

function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => {
    const [before, next] = [points[i - 1], points[i + 1]];
    if (before === undefined || next === undefined) return true;
    return !((before.x === point.x && point.x === next.x) || (before.y === point.y && point.y === next.y));
  });
}

/** States by estimated cost, the least first: a binary heap. */
class Queue {
  readonly #states: number[] = [];
  readonly #costs: number[] = [];

  push(state: number, cost: number): void {
    let i = this.#states.length;
    this.#states.push(state);
    this.#costs.push(cost);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((this.#costs[parent] ?? 0) <= cost) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  pop(): number | undefined {
    const first = this.#states[0];
    const lastState = this.#states.pop();
    const lastCost = this.#costs.pop();
    if (this.#states.length === 0 || lastState === undefined || lastCost === undefined) return first;
    this.#states[0] = lastState;
    this.#costs[0] = lastCost;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.#costs.length && (this.#costs[child] ?? 0) < (this.#costs[least] ?? 0))
          least = child;
      }
      if (least === i) return first;
      this.#swap(i, least);
      i = least;
    }
  }

  #swap(i: number, j: number): void {
    const state = this.#states[i] ?? 0;
    const cost = this.#costs[i] ?? 0;
    this.#states[i] = this.#states[j] ?? 0;
    this.#costs[i] = this.#costs[j] ?? 0;
    this.#states[j] = state;
    this.#costs[j] = cost;
  }
}

/** A course as an SVG path with rounded corners. */
export function pathOf(points: readonly Point[], radius: number): string {
  const [first] = points;
  if (first === undefined) return "";
  let path = `M${first.x} ${first.y}`;
  for (let i = 1; i < points.length; i += 1) {
    const at = points[i] ?? first;
    const before = points[i - 1] ?? first;
    const next = points[i + 1];
    if (next === undefined) {
      path += `L${at.x} ${at.y}`;
      continue;
    }
    const bend = Math.min(radius, length(before, at) / 2, length(at, next) / 2);
    const into = towards(at, before, bend);
    const out = towards(at, next, bend);
    path += `L${into.x} ${into.y}Q${at.x} ${at.y} ${out.x} ${out.y}`;
  }
  return path;
}

const length = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  return {
    x: from.x + Math.sign(to.x - from.x) * Math.min(by, Math.abs(to.x - from.x)),
    y: from.y + Math.sign(to.y - from.y) * Math.min(by, Math.abs(to.y - from.y)),
  };
}
