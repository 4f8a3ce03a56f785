/**
 * How often each cell of each feature is seen under each story: counts made by simulation (`npm run likelihoods`),
 * never logs, so that thin cells show, an operator's own can be added, and a test can remake them to the byte.
 */
import { features } from "./features.ts";
import { type StoryName, storyCount, storyNames } from "./habits.ts";

export interface Likelihoods {
  readonly id: string;
  /** How the counts came about, in words anybody can repeat. */
  readonly made: Readonly<Record<string, string | number | readonly string[]>>;
  /** Story by story, feature by feature. */
  readonly counts: Readonly<Record<StoryName, Readonly<Record<string, readonly number[]>>>>;
}

/** A cell that was seen as often as it should have been is counted half a time more, in each story. */
const smoothing = 0.5;

/** Log likelihoods ready for adding: `offset[feature] + cell` within a story, weighted. */
export interface Logs {
  readonly perStory: number;
  readonly offsets: Int32Array;
  readonly values: Float64Array;
}

export function logsOf({ counts }: Likelihoods): Logs {
  const offsets = new Int32Array(features.length);
  let perStory = 0;
  features.forEach(({ contexts, cells }, i) => {
    offsets[i] = perStory;
    perStory += contexts * cells;
  });
  const values = new Float64Array(perStory * storyCount);
  features.forEach(({ name, contexts, cells, weight }, i) => {
    const counted = storyNames.map((story) => counts[story][name] ?? []);
    for (let context = 0; context < contexts; context++)
      for (let s = 0; s < storyCount; s++) {
        const shares = sharesOf(counted, { from: context * cells, cells }, s);
        shares.forEach((share, cell) => {
          values[s * perStory + offsets[i]! + context * cells + cell] = weight * Math.log(share);
        });
      }
  });
  return { perStory, offsets, values };
}

/**
 * How often each cell is seen in one story. What was counted is added to half a sighting in as many acts as it takes to
 * have one of it in all stories together. Half a sighting alone would speak for the story of which the fewest acts were
 * counted, wherever a cell is rare: a SIM that its carrier changes was in no made life, and was taken for a thief's.
 */
function sharesOf(
  counted: readonly (readonly number[])[],
  { from, cells }: { readonly from: number; readonly cells: number },
  story: number,
): readonly number[] {
  const totals = counted.map((counts) => sum(counts, from, cells));
  const all = totals.reduce((a, b) => a + b, 0);
  return Array.from({ length: cells }, (_, cell) => {
    const seen = counted.reduce((a, counts) => a + (counts[from + cell] ?? 0), 0);
    // What nobody ever did is as rare in each story.
    if (seen === 0) return smoothing / (all + smoothing);
    const count = counted[story]?.[from + cell] ?? 0;
    return (count + smoothing) / ((totals[story] ?? 0) + (smoothing * all) / seen);
  });
}

function sum(counts: readonly number[], from: number, cells: number): number {
  let all = 0;
  for (let cell = 0; cell < cells; cell++) all += counts[from + cell] ?? 0;
  return all;
}

/** The weighted log likelihood of the cells under one story. */
export function logLikelihood(logs: Logs, story: number, cells: Int16Array): number {
  const { perStory, offsets, values } = logs;
  let sum = 0;
  for (let i = 0; i < cells.length; i++)
    if (cells[i]! >= 0) sum += values[story * perStory + offsets[i]! + cells[i]!]!;
  return sum;
}

/** What the kind of act and its device add to that; 0 where they do not speak. */
export function logOfKind({ perStory, offsets, values }: Logs, story: number, cells: Int16Array): number {
  const cell = cells[0]!; // The first feature there is.
  return cell < 0 ? 0 : values[story * perStory + offsets[0]! + cell]!;
}
