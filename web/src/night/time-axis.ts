/**
 * Time as a line across the page, hours in which nothing happens folded to a finger's breadth. What is drawn and the
 * hand that passes over it use the same line, so a night passes evenly for the eye and dead hours are skipped gently.
 *
 * Places run from 0 to 1. Between two moments of a folded stretch time still runs, only faster.
 */

export interface Fold {
  readonly from: number;
  readonly until: number;
}

export interface TimeAxis {
  readonly horizon: number;
  readonly folds: readonly Fold[];
  place(minute: number): number;
  minute(place: number): number;
}

/** Half an hour without anything is a pause; more is dead. */
const deadMinutes = 40;
/** What a folded stretch is drawn as long as. */
const foldedMinutes = 12;

export function axisOf(moments: readonly number[], horizon: number): TimeAxis {
  const known = [...new Set([0, ...moments.filter((at) => at > 0 && at < horizon), horizon])].sort(
    (a, b) => a - b,
  );
  const folds: Fold[] = [];
  const [minutes, lengths] = [[0], [0]];
  for (let i = 1; i < known.length; i++) {
    const [from, until] = [known[i - 1]!, known[i]!];
    const isDead = until - from > deadMinutes;
    if (isDead) folds.push({ from, until });
    minutes.push(until);
    lengths.push(lengths.at(-1)! + (isDead ? foldedMinutes : until - from));
  }
  const whole = lengths.at(-1)! || 1;
  const places = lengths.map((length) => length / whole);
  return {
    horizon,
    folds,
    place: (minute) => between(minutes, places, minute),
    minute: (place) => between(places, minutes, place),
  };
}

/** Straight lines between the knots; what lies outside is at the end. Knots are ascending. */
function between(from: readonly number[], to: readonly number[], value: number): number {
  const last = from.length - 1;
  if (value <= from[0]!) return to[0]!;
  if (value >= from[last]!) return to[last]!;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= value) low = middle;
    else high = middle;
  }
  const share = (value - from[low]!) / (from[high]! - from[low]! || 1);
  return to[low]! + share * (to[high]! - to[low]!);
}

/** Full hours, or fewer, that fit beside one another: `gap` is the least distance of two, as a place. */
export function hoursOn(axis: TimeAxis, startsAt: number | undefined, gap: number): readonly number[] {
  const first = startsAt === undefined ? 0 : (60 - (startsAt % 60)) % 60;
  const hours: number[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (let at = first; at <= axis.horizon; at += 60) {
    if (axis.folds.some(({ from, until }) => from < at && at < until)) continue;
    if (axis.place(at) - latest < gap) continue;
    latest = axis.place(at);
    hours.push(at);
  }
  return hours;
}
