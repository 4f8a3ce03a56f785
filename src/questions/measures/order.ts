/**
 * In which order measures are best taken: first the one after which the least is left, then the next, and so on to the
 * end. Whoever stops half way has done what helped most.
 *
 * Often no measure helps alone: two doors stand open, and each of two measures shuts one. Then the one goes first whose
 * absence would cost most in the end, and it is said so (`onlyTogether`).
 *
 * What to know to trust it: every figure is what the engine says of exactly these measures. Beyond a dozen or two the
 * best next one is no longer looked for at each step; then all are ranked once, by what their absence would cost.
 */
import type { Left } from "./left.ts";

export interface OrderQuestion {
  readonly measures: readonly string[];
  /** Measures in force already; they are not part of the list. */
  readonly done: readonly string[];
  readonly left: (measures: readonly string[]) => Left;
}

/** One thing to do, and what it comes to when everything before it is done. */
export interface OrderedStep {
  readonly measure: string;
  /** What is left once this one is done too. */
  readonly after: Left;
  /** Losses that were reached before and are not any more. */
  readonly closes: Closed;
  /** Losses that would be reached again if only this one were left out of the whole list. */
  readonly onlyTogether: Closed;
  /** What the owner could get back to before and no longer can. */
  readonly locksOut: readonly string[];
}

export interface Closed {
  /** By goal. */
  readonly losses: readonly string[];
  /** The money in them; what is part of another loss counts once, and what that one still loses does not count. */
  readonly amount: number;
}

export interface Order {
  /** What is left before anything of the list is done. */
  readonly before: Left;
  readonly steps: readonly OrderedStep[];
}

/** More questions than these nobody waits for: a list of twenty measures needs 230 of them. */
const questionsMax = 300;

export function orderOf({ measures, done, left }: OrderQuestion): Order {
  const wanted = [...new Set(measures)].filter((measure) => !done.includes(measure));
  const before = left(done);
  const whole = left([...done, ...wanted]);
  const without = new Map(
    wanted.map((measure) => [measure, left([...done, ...wanted.filter((other) => other !== measure)])]),
  );
  const missed = (measure: string) => without.get(measure) ?? whole;
  const isLooking = (wanted.length * (wanted.length + 1)) / 2 <= questionsMax;
  const ranked = [...wanted].sort((a, b) => -worse(missed(a), missed(b)) || (a < b ? -1 : 1));

  const steps: OrderedStep[] = [];
  const open = [...ranked];
  let last = before;
  while (open.length > 0) {
    const taken = [...done, ...steps.map(({ measure }) => measure)];
    const candidates = (isLooking ? open : open.slice(0, 1)).map((measure) => ({
      measure,
      after: left([...taken, measure]),
    }));
    // The first of equals: `ranked` has put the one that is missed most in front.
    const next = candidates.reduce((best, each) => (worse(each.after, best.after) < 0 ? each : best));
    open.splice(open.indexOf(next.measure), 1);
    steps.push({
      ...next,
      closes: closedBetween(last, next.after),
      onlyTogether: closedBetween(missed(next.measure), whole),
      locksOut: next.after.lockedOut.filter((goal) => !last.lockedOut.includes(goal)),
    });
    last = next.after;
  }
  return { before, steps };
}

const closedBetween = (before: Left, after: Left): Closed => ({
  losses: before.remaining.filter((goal) => !after.remaining.includes(goal)),
  amount: Math.max(0, before.remainingAmount - after.remainingAmount),
});

/** Above zero when `a` leaves more than `b`: more money, then more losses, then an earlier first one. */
function worse(a: Left, b: Left): number {
  return (
    a.remainingAmount - b.remainingAmount ||
    a.remaining.length - b.remaining.length ||
    Math.sign((b.firstLossMinutes ?? Infinity) - (a.firstLossMinutes ?? Infinity) || 0)
  );
}
