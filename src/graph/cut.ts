/**
 * What to change: the cheapest measures after which the intruder reaches no goal
 * and the owner still gets in with what the owner has.
 *
 * A measure switches rules by their guards: it may take a flow away, put a
 * stricter one in its place, or open a new one, for either party. The answer is
 * exact (see `contest.ts` for how); `lower` and `proved` say so. Among cheapest
 * selections the one given has no part that would do.
 *
 * What to know to trust it: reach is a sound upper bound on the intruder, so a cut
 * that stands here stands in the world; that the owner gets in is reach as well,
 * so it says "could", not "soon". With a horizon a goal that takes longer counts
 * as not reached. NP-hard: a budget may end it with both bounds.
 */
import type { IsSpent } from "./budget.ts";
import { type Contest, contest, selectionOf, settle, withoutIdle, works } from "./contest.ts";
import { type Horizon, intruderSide, ownerSide, type Party } from "./cores.ts";
import type { Clause, CoverEffort } from "./cover-problem.ts";

export interface CutQuestion extends Horizon {
  readonly intruder: Party;
  /** Must reach all of its goals under the selection; may have rules of its own, guarded by the same measures. */
  readonly owner?: Party | undefined;
  /** What choosing each measure costs; zero or more. Its length is the number of measures. */
  readonly costs: ArrayLike<number>;
  /** Measures that are chosen whatever else; their cost counts. */
  readonly forced?: readonly number[] | undefined;
  /** Measures that must not be chosen. */
  readonly forbidden?: readonly number[] | undefined;
}

export interface Cut {
  readonly kind: "cut";
  /** The chosen measures, ascending. */
  readonly choices: readonly number[];
  readonly cost: number;
  /** No selection that works costs less. */
  readonly lower: number;
  readonly proved: boolean;
}

export interface NoCut {
  readonly kind: "none";
  /**
   * `no-cut`: whatever is chosen, a goal is reached. `owner-locked-out`: whatever
   * keeps the intruder out keeps the owner out.
   */
  readonly reason: "no-cut" | "owner-locked-out";
  readonly lower: number;
}

/** The budget was spent before a cut was found or ruled out: neither yes nor no. */
export interface OpenCut {
  readonly kind: "open";
  /** No selection that works costs less. */
  readonly lower: number;
}

/** The cheapest cut. */
export function cut(question: CutQuestion, effort: CoverEffort = {}): Cut | NoCut | OpenCut {
  const game = openContest(question, { isOneEnough: true, isSpent: effort.isSpent });
  return cheapestCut(game, question, [], effort);
}

export interface Cuts {
  /** Cheapest first; none contains another. */
  readonly cuts: readonly Cut[];
  /** Whether these are all minimal cuts there are. */
  readonly complete: boolean;
  /** Why there is no first one. */
  readonly none: NoCut | OpenCut | undefined;
}

/** More alternatives than this nobody compares. */
const cutsMax = 50;

/** The cheapest minimal cuts in order, at most `count`. Each costs about as much as `cut`, with what was learned before. */
export function cuts(question: CutQuestion, count: number, effort: CoverEffort = {}): Cuts {
  const game = openContest(question, { isSpent: effort.isSpent });
  const forced = new Set(game.forced);
  const found: Cut[] = [];
  const notAgain: Clause[] = [];
  for (;;) {
    const next = cheapestCut(game, question, notAgain, effort);
    if (next.kind !== "cut") {
      const isAll = next.kind === "none";
      return { cuts: found, complete: isAll, none: found.length === 0 ? next : undefined };
    }
    if (found.length >= Math.min(count, cutsMax)) return { cuts: found, complete: false, none: undefined };
    found.push(next);
    // Whatever contains this one is not minimal.
    notAgain.push(next.choices.filter((measure) => !forced.has(measure)).map((measure) => -(measure + 1)));
  }
}

/**
 * The single measures (beside the forced ones) that cut all goals on their own,
 * the owner still in. Empty when no goal is reached without them. One closure for
 * each measure that the first few proofs have in common.
 */
export function alone(question: CutQuestion): readonly number[] {
  const game = openContest(question);
  const blame = game.intruder.blame(selectionOf(game, []));
  if (blame === undefined) return [];
  const forbidden = new Set(game.forbidden);
  // A measure outside this clause leaves its proof standing.
  return blame
    .filter((literal) => literal > 0 && !forbidden.has(literal - 1))
    .map((literal) => literal - 1)
    .filter((measure) => works(game, selectionOf(game, [measure]), { lossMax: undefined, fixed: [] }))
    .sort((a, b) => a - b);
}

export interface Opening {
  /** One cheapest selection is all that is wanted, so measures with a cheaper twin need not be looked at. */
  readonly isOneEnough?: boolean;
  /** What each of the intruder's goals loses; only needed when goals may be spared. */
  readonly losses?: ArrayLike<number>;
  readonly isSpent?: IsSpent | undefined;
}

/** The parties and nothing learned yet; shared with `front.ts`. */
export function openContest(
  question: CutQuestion,
  { isOneEnough = false, losses = [], isSpent }: Opening = {},
): Contest {
  const costs = Float64Array.from(question.costs);
  for (const cost of costs)
    if (!(cost >= 0 && cost < Infinity)) throw new RangeError("a measure's cost must be zero or more");
  const choiceCount = Math.max(question.intruder.rules.choiceCount, question.owner?.rules.choiceCount ?? 0);
  if (choiceCount > costs.length) throw new RangeError("a guard names a measure without a cost");
  const forced = [...new Set(question.forced ?? [])];
  const forbidden = [...new Set(question.forbidden ?? [])];
  const owner = question.owner && ownerSide(question.owner, isSpent);
  const shared = new Set([...forced, ...forbidden, ...(owner?.choices ?? [])]);
  const twins = isOneEnough ? { costs, isShared: (measure: number) => shared.has(measure) } : undefined;
  return contest({
    intruder: intruderSide(question.intruder, { ...question, twins, isSpent }),
    owner,
    costs,
    forced,
    forbidden,
    losses: Float64Array.from(losses),
  });
}

function cheapestCut(
  game: Contest,
  question: CutQuestion,
  also: readonly Clause[],
  effort: CoverEffort,
): Cut | NoCut | OpenCut {
  const verdict = settle(game, { also, effort });
  if (verdict.choices !== undefined) {
    const choices = smallest(game, verdict.choices, also, effort);
    return { kind: "cut", choices, cost: verdict.cost, lower: verdict.lower, proved: verdict.proved };
  }
  if (!verdict.proved) return { kind: "open", lower: verdict.lower };
  if (question.owner === undefined) return { kind: "none", reason: "no-cut", lower: Infinity };
  const ownerless = settle(openContest({ ...question, owner: undefined }, { isSpent: effort.isSpent }), {
    also,
    effort,
  });
  if (ownerless.choices !== undefined) return { kind: "none", reason: "owner-locked-out", lower: Infinity };
  // Nothing works, but whether for the owner's sake was not found out.
  if (!ownerless.proved) return { kind: "open", lower: Infinity };
  return { kind: "none", reason: "no-cut", lower: Infinity };
}

/**
 * The selection without any part that could go. Only measures that cost nothing
 * can go from a cheapest one; leaving them out one at a time may miss two that
 * can only go together, so where that could be, fewest are found exactly.
 */
function smallest(
  game: Contest,
  choices: readonly number[],
  also: readonly Clause[],
  effort: CoverEffort,
): readonly number[] {
  const forced = new Set(game.forced);
  const slim = withoutIdle(game, selectionOf(game, choices), {
    lossMax: undefined,
    fixed: [...also, ...game.forced.map((m) => [m + 1])],
  });
  const free = slim.filter((measure) => game.costs[measure] === 0 && !forced.has(measure));
  if (free.length < 2) return slim;
  const isIn = new Set(slim);
  const counted = contest({
    ...game,
    costs: Float64Array.from(game.costs, (_, measure) => (free.includes(measure) ? 1 : 0)),
    forced: slim.filter((measure) => !free.includes(measure)),
    forbidden: Array.from(game.costs, (_, measure) => measure).filter((measure) => !isIn.has(measure)),
  });
  const fewest = settle(counted, { also, effort });
  return fewest.choices ?? slim;
}
