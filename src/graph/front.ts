/**
 * What each effort buys: the points of cost against loss that remains, of which
 * none is both dearer and worse than another.
 *
 * From the cheapest selection that lets the owner in downwards: each next point is
 * the cheapest selection that leaves strictly less than the one before, found by
 * the same exact loop as the cut, in which a goal's clause may also be met by
 * letting that goal remain, as long as what remains stays within the limit.
 *
 * What to know to trust it: a goal counts with its whole loss as soon as it can be
 * reached; losses add up. Goals without a loss play no part, so unknown amounts
 * need a weight from the caller. Differences below a millionth of the total are
 * taken for rounding unless all losses are whole numbers.
 */
import { remainingLoss, selectionOf, settle, withoutIdle } from "./contest.ts";
import { type CoverEffort, costTolerance } from "./cover-problem.ts";
import { type CutQuestion, openContest } from "./cut.ts";

export interface FrontQuestion extends CutQuestion {
  /** What each of the intruder's goals loses, in the goals' order; zero or more. */
  readonly losses: ArrayLike<number>;
}

export interface FrontPoint {
  readonly cost: number;
  /** The losses of the goals that are still reached. */
  readonly remaining: number;
  /** The chosen measures, ascending. */
  readonly choices: readonly number[];
  /** Nothing that leaves this little costs less. */
  readonly proved: boolean;
}

export interface Front {
  /** From the cheapest to the safest. */
  readonly points: readonly FrontPoint[];
  /** Whether the front goes on to its end: nothing leaves less than the last point does. */
  readonly complete: boolean;
}

/** A curve needs no more points than this, and a person reads fewer. */
const pointsMax = 24;

/** The front. About one cut a point, with what was learned before. Empty when the owner is locked out whatever is chosen. */
export function front(question: FrontQuestion, effort: CoverEffort = {}): Front {
  const losses = Float64Array.from(question.losses);
  if (losses.length !== question.intruder.goals.length)
    throw new RangeError("each goal needs a loss, and only goals");
  for (const loss of losses)
    if (!(loss >= 0 && loss < Infinity)) throw new RangeError("a loss must be zero or more");
  const game = openContest(question, { isOneEnough: true, losses, isSpent: effort.isSpent });
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const leastDrop = losses.every((loss) => Number.isInteger(loss)) ? 0.5 : 1e-6 * total;
  const points: FrontPoint[] = [];
  let lossMax = total;
  for (;;) {
    const verdict = settle(game, { lossMax, effort });
    if (verdict.choices === undefined) return { points, complete: verdict.proved };
    const fixed = game.forced.map((measure) => [measure + 1]);
    const choices = withoutIdle(game, selectionOf(game, verdict.choices), { lossMax, fixed });
    const remaining = remainingLoss(game, choices);
    const last = points.at(-1);
    const isSamePrice = last !== undefined && last.cost >= verdict.cost - costTolerance;
    if (isSamePrice) points.pop();
    else if (points.length === pointsMax) return { points, complete: false };
    points.push({ cost: verdict.cost, remaining, choices, proved: verdict.proved });
    lossMax = remaining - leastDrop;
    if (remaining <= costTolerance || lossMax < 0) return { points, complete: true };
  }
}
