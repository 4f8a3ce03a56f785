/**
 * How much may be spent on a question, counted in work and not in time.
 *
 * The engine asks before each piece of work and says how large it is: so many rules
 * walked, so many literals of a cover priced. The same question therefore ends at the
 * same place on any machine and under any load, and gives the same bytes.
 *
 * A unit is about one rule met by one closure. Dearer passes count their rules more
 * than once (`workOf`), so that equal budgets take about equal time whatever the search
 * is busy with. How long a unit takes depends on whether the rules stay in the cache:
 * 30 to 60 ns were measured up to 1,000 accounts, 100 to 350 ns at 10,000.
 */
export interface Budget {
  /** Units of work that may be done; a whole number, or `Infinity`. */
  readonly limit: number;
  /** Units begun so far. Never more than `limit`: the last piece of work may be larger than what was left. */
  readonly spent: number;
  /** Counts `work` units (1 unless said), or says that none is left. Once true it stays true. */
  readonly isSpent: IsSpent;
}

/** May this much more be done? One unit unless said. Asking counts; asking for 0 only asks. */
export type IsSpent = (work?: number) => boolean;

/** A budget of `limit` units, for one question or for several that share it. A `RangeError` where `limit` is no count. */
export function workBudget(limit: number): Budget {
  if (!(limit >= 0 && (Number.isInteger(limit) || limit === Infinity)))
    throw new RangeError("a budget is a whole number of units, zero or more");
  let spent = 0;
  return {
    limit,
    get spent() {
      return spent;
    },
    isSpent(work = 1) {
      if (spent >= limit) return true;
      spent = Math.min(limit, spent + work);
      return false;
    },
  };
}

/** Whoever sets no limit. */
export const neverSpent: IsSpent = () => false;

/** Units a pass over these rules counts. */
export const workOf = {
  closure: (rules: Sized): number => rules.ruleCount,
  /** A heap, and a second walk for the reasons. */
  earliest: (rules: Sized): number => 4 * rules.ruleCount,
  /** A heap, and sums of prices at every rule that is ready. */
  prices: (rules: Sized): number => 8 * rules.ruleCount,
  /** What leads to the goals, laid out anew. */
  slice: (rules: Sized): number => 3 * rules.ruleCount,
  /** The same, folded, and its twins found by the texts of their rules. */
  side: (rules: Sized): number => 6 * rules.ruleCount,
  /** A step of a bound over this many literals: they are nearer together in memory than the asks of rules. */
  bound: (literals: number): number => Math.ceil(literals / 4),
  /** Making a cover smaller: sets and texts of literals. */
  reduce: (literals: number): number => 8 * literals,
};

interface Sized {
  readonly ruleCount: number;
}
