/**
 * Before which moment a record is old. A clock that is wrong must not empty a journal: nothing is old that is not so by the last
 * record before this run, the time it has run since by a clock nobody sets, and a month.
 */

export interface AgeClockParts {
  /** When the last record before this run came; 0: there is none. */
  readonly lastBefore: number;
  /** Milliseconds since 1970, and milliseconds from any beginning by a clock nobody sets. */
  readonly now: () => number;
  readonly clock: () => number;
  readonly say: (line: string) => void;
}

const millisecondsPerDay = 86_400_000;
/** A service may have stood still for so long, and no longer, before its clock is doubted. */
const stillMilliseconds = 31 * millisecondsPerDay;

/** Gives, of so many days: everything received before this is old. Says once that the clock is doubted. */
export function ageClock({ lastBefore, now, clock, say }: AgeClockParts): (days: number) => number {
  const begun = clock();
  let isDoubted = false;
  return (days) => {
    const sure = lastBefore + (clock() - begun) + stillMilliseconds;
    const ahead = now() - sure;
    if (ahead > 0 && !isDoubted && lastBefore > 0) {
      isDoubted = true;
      say(
        `the clock is ${Math.ceil(ahead / millisecondsPerDay)} days further than a month after the last record: by age nothing goes that is not old by that record`,
      );
    }
    return Math.min(now(), sure) - days * millisecondsPerDay;
  };
}
