/**
 * When somebody sleeps. What comes meanwhile is seen on waking; what is told to wake them does, for the rest of that sleep.
 */
import { minutesPerDay } from "../model/index.ts";

/** Who sleeps longer than this does not wake in any night we play. */
const sleepMax = 40 * minutesPerDay;

/** From when to when. */
export type Hours =
  /** Minutes of the day, every day; the later may be the next day's. */
  | { readonly kind: "daily"; readonly from: number; readonly to: number }
  /** Minutes from the beginning of the night, once. */
  | { readonly kind: "once"; readonly from: number; readonly to: number };

interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Sleeper {
  /** The first minute, from this one on, at which they are awake. */
  awakeAt(minute: number): number;
  /** The next minute at which they fall asleep; Infinity: never again. */
  fallsAsleepAfter(minute: number): number;
}

/** `startsAt` is the minute of the week at minute 0; without it nobody can tell when a time of day is. */
export function sleeperOf(
  hours: readonly Hours[],
  startsAt: number | undefined,
  wakings: readonly number[],
): Sleeper {
  const spansAround = (minute: number) => hours.flatMap((each) => spansOf(each, startsAt, minute));
  const isWokenIn = ({ from, to }: Span, minute: number) =>
    wakings.some((waking) => waking >= from && waking <= minute && waking < to);
  return {
    awakeAt(minute) {
      let now = minute;
      while (now < minute + sleepMax) {
        const span = spansAround(now).find(({ from, to }) => from <= now && now < to);
        if (span === undefined || isWokenIn(span, now)) return now;
        now = Math.min(span.to, ...wakings.filter((waking) => waking > now && waking < span.to));
      }
      return Infinity;
    },
    fallsAsleepAfter: (minute) =>
      Math.min(Infinity, ...spansAround(minute).flatMap(({ from }) => (from > minute ? [from] : []))),
  };
}

/** The spans of such hours that may hold this minute, and the next. */
function spansOf(hours: Hours, startsAt: number | undefined, minute: number): readonly Span[] {
  if (hours.kind === "once") return [hours];
  if (startsAt === undefined) return [];
  const length = (((hours.to - hours.from) % minutesPerDay) + minutesPerDay) % minutesPerDay;
  const first = hours.from - (startsAt % minutesPerDay);
  const today = Math.floor((minute - first) / minutesPerDay);
  return [today - 1, today, today + 1].map((day) => {
    const from = first + day * minutesPerDay;
    return { from, to: from + length };
  });
}
