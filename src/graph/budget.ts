/**
 * How much may be spent on a question, counted in work and not in time.
 *
 * The engine asks `isSpent` at fixed places of its search: before a goal is paid
 * for, a guess mended, a node branched on, a way lowered. Each asking is one unit.
 * The same question therefore ends at the same place on any machine and under any
 * load, and gives the same bytes.
 */
export interface Budget {
  /** Units of work that may be done; a whole number, or `Infinity`. */
  readonly limit: number;
  /** Units done so far. Never more than `limit`. */
  readonly spent: number;
  /** Counts one unit, or says that none is left. Once true it stays true. */
  readonly isSpent: () => boolean;
}

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
    isSpent() {
      if (spent >= limit) return true;
      spent++;
      return false;
    },
  };
}
