/** How long somebody who was not there is left alone, and when it is time again, by a clock that may be set. */

const firstPauseMilliseconds = 5_000;
export const pauseMillisecondsMax = 3_600_000;

/** After so many tries in vain; doubling from five seconds to an hour. */
export const pauseAfter = (tries: number): number =>
  Math.min(pauseMillisecondsMax, firstPauseMilliseconds * 2 ** Math.min(tries, 20));

/** A time further away than any pause was noted by a clock that has been set back since: it is time, too. */
export const isDue = (due: number, now: number): boolean => due <= now || due > now + pauseMillisecondsMax;

/** How long anybody outside is waited for. */
export const answerMillisecondsMax = 10_000;
