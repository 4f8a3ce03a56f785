/**
 * What a picture of many steps leaves out at first. The beginning, the steps that decide how soon the end comes and the
 * end itself stay; runs of other steps are folded away, each run into one place, so that nothing moves past anything.
 */

export interface FoldedStep {
  /** Steps (by index) this one rests on; all of them come earlier in the list. */
  readonly after: readonly number[];
  readonly atMinutes: number;
}

/** Beyond this many cards a picture is no picture. */
export const cardsAtFirst = 15;

/** The steps in their order, in parts of one where a step is shown and of several where they are folded away. */
export function foldSteps(
  steps: readonly FoldedStep[],
  max: number = cardsAtFirst,
): readonly (readonly number[])[] {
  if (steps.length <= max) return steps.map((_, i) => [i]);
  const shown = new Set([0, steps.length - 1, ...criticalSteps(steps)]);
  let parts = partsOf(steps.length, shown);
  // To fold one step alone away saves nothing; and while there is room, more is shown.
  for (let i = 0; i < steps.length && parts.length < max; i += 1) {
    if (shown.has(i)) continue;
    const more = partsOf(steps.length, new Set([...shown, i]));
    if (more.length > max) continue;
    shown.add(i);
    parts = more;
  }
  if (parts.length <= max) return parts;
  const before = Math.ceil((max - 1) / 2);
  const after = max - 1 - before;
  return [
    ...parts.slice(0, before),
    parts.slice(before, parts.length - after).flat(),
    ...parts.slice(parts.length - after),
  ];
}

/** From the end back, always by what came last: a minute saved on any of these is a minute saved at the end. */
function criticalSteps(steps: readonly FoldedStep[]): readonly number[] {
  const path: number[] = [];
  let step: number | undefined = steps.length - 1;
  while (step !== undefined) {
    path.push(step);
    step = steps[step]?.after.reduce<number | undefined>(
      (latest, each) =>
        latest === undefined || (steps[each]?.atMinutes ?? 0) >= (steps[latest]?.atMinutes ?? 0)
          ? each
          : latest,
      undefined,
    );
  }
  return path;
}

function partsOf(count: number, shown: ReadonlySet<number>): readonly (readonly number[])[] {
  const parts: number[][] = [];
  for (let i = 0; i < count; i += 1) {
    const last = parts.at(-1);
    if (last === undefined || shown.has(i) || shown.has(i - 1)) parts.push([i]);
    else last.push(i);
  }
  return parts;
}
