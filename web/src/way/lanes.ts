/**
 * Where the cards of a way lie on a wide screen: one lane an institution, time from left to right.
 *
 * A card stands right of every card it rests on and right of the card before it in time; in its own lane it stands
 * clear of its neighbour, in other lanes it may begin while an earlier card still goes on. That keeps a dozen cards
 * legible on one screen, where a column for each would leave them a finger's breadth.
 */

export interface LaneStep {
  readonly institution: string;
  /** Steps (by index) this one rests on; all of them come earlier in the list. */
  readonly after: readonly number[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Everything lies on a grid of this many pixels, the one lines are found on: two lines side by side are told apart
 * from this distance on.
 */
export const cell = 6;
const onGrid = (length: number) => Math.ceil(length / cell) * cell;

/** Narrower cards break words; wider ones waste the room of the others. */
const cardWidthMin = 138;
const cardWidthMax = 216;
/** Room for a line to come down between two cards and turn into the right one. */
const gap = 30;
/** Between two lanes several lines run side by side. */
const corridor = 36;

/** How far right of what it rests on a card of another lane begins, so that a line still has room to turn in. */
const shiftOf = (cardWidth: number) => onGrid(cardWidth * 0.4);

/** The widest cards with which the way fits, or undefined when it must run from top to bottom. */
export function cardWidthFor(steps: readonly LaneStep[], width: number): number | undefined {
  for (let cardWidth = cardWidthMax; cardWidth >= cardWidthMin; cardWidth -= cell) {
    if (Math.max(0, ...columnsOf(steps, cardWidth)) + cardWidth <= width) return cardWidth;
  }
  return undefined;
}

/** The left edge of every card. */
export function columnsOf(steps: readonly LaneStep[], cardWidth: number): readonly number[] {
  const left: number[] = [];
  const laneEnd = new Map<string, number>();
  let latest = 0;
  for (const { institution, after } of steps) {
    const behind = after.map((step) => (left[step] ?? 0) + shiftOf(cardWidth));
    const x = Math.max(latest, laneEnd.get(institution) ?? 0, ...behind);
    left.push(x);
    laneEnd.set(institution, x + cardWidth + gap);
    latest = x;
  }
  return left;
}

export interface Lane {
  readonly institution: string;
  readonly y: number;
  readonly height: number;
}

export interface Lanes {
  readonly boxes: readonly Box[];
  readonly lanes: readonly Lane[];
  readonly width: number;
  readonly height: number;
}

export interface LanesQuestion {
  readonly steps: readonly LaneStep[];
  /** Of each step's card. */
  readonly heights: readonly number[];
  readonly cardWidth: number;
  /** Institutions from top to bottom; absent: as they first appear. */
  readonly order?: readonly string[];
}

/** Lanes one below the other, each as high as its highest card. */
export function layLanes({ steps, heights, cardWidth, order }: LanesQuestion): Lanes {
  const left = columnsOf(steps, cardWidth);
  const there = new Set(steps.map(({ institution }) => institution));
  const names = (order ?? [...there]).filter((institution) => there.has(institution));
  let y = corridor / 2;
  const lanes = names.map((institution): Lane => {
    const height = onGrid(
      Math.max(0, ...steps.map((step, i) => (step.institution === institution ? (heights[i] ?? 0) : 0))),
    );
    const lane = { institution, y, height };
    y += height + corridor;
    return lane;
  });
  const boxes = steps.map(({ institution }, i): Box => {
    const lane = lanes[names.indexOf(institution)];
    return { x: left[i] ?? 0, y: lane?.y ?? 0, width: cardWidth, height: lane?.height ?? 0 };
  });
  return { boxes, lanes, width: Math.max(0, ...left) + cardWidth, height: y - corridor / 2 };
}
