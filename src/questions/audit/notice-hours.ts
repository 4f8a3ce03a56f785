/**
 * When a notice must come to be answered at an office that is closed for part of the week: so that it opens, with time to
 * do it in, before what was told of falls due.
 */
import { opensOf, type Step } from "../../ground/index.ts";
import { minutesPerWeek, type Windows } from "../../model/index.ts";

/** The most minutes it takes once it has begun. */
export const slowestOpen = ({ flow: { takes, delay } }: Pick<Step, "flow">): number =>
  takes.max + (delay?.takes.max ?? 0);

interface InTime {
  /** Minutes from the notice until it could begin at the earliest. */
  readonly before: number;
  /** Minutes from the notice by which whoever does it must have begun. */
  readonly withinMinutes: number;
}

/** The hours of the week in which the notice may come, each from its first minute to before its last; absent: none. */
export function toldInTime(step: Pick<Step, "flow">, { before, withinMinutes }: InTime): Windows | undefined {
  const opens = opensOf(step);
  if (opens === undefined || withinMinutes < 1) return undefined;
  // Before it closes, and not longer before it opens than there is time.
  const found = opens
    .map(([from, to]): readonly [number, number] => [from - before - withinMinutes, to - before])
    .filter(([from, to]) => from < to);
  return found.length === 0 ? undefined : inOneWeek(found);
}

/** Cut at the ends of the week and joined where they meet. */
function inOneWeek(windows: readonly (readonly [number, number])[]): Windows {
  const cut = windows.flatMap(([from, to]) => {
    const start = ((from % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
    const end = start + Math.min(to - from, minutesPerWeek);
    return end <= minutesPerWeek
      ? [[start, end] as const]
      : [[start, minutesPerWeek] as const, [0, end - minutesPerWeek] as const];
  });
  const joined: [number, number][] = [];
  for (const [from, to] of [...cut].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
