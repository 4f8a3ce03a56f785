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

/** A cell nobody ever saw is as likely as half a sighting. */
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
  storyNames.forEach((story, s) => {
    features.forEach(({ name, contexts, cells, weight }, i) => {
      const counted = counts[story][name] ?? [];
      for (let context = 0; context < contexts; context++) {
        let sum = 0;
        for (let cell = 0; cell < cells; cell++) sum += (counted[context * cells + cell] ?? 0) + smoothing;
        for (let cell = 0; cell < cells; cell++) {
          const share = ((counted[context * cells + cell] ?? 0) + smoothing) / sum;
          values[s * perStory + offsets[i]! + context * cells + cell] = weight * Math.log(share);
        }
      }
    });
  });
  return { perStory, offsets, values };
}

/** The weighted log likelihood of the cells under one story. */
export function logLikelihood(logs: Logs, story: number, cells: Int16Array): number {
  const { perStory, offsets, values } = logs;
  let sum = 0;
  for (let i = 0; i < cells.length; i++)
    if (cells[i]! >= 0) sum += values[story * perStory + offsets[i]! + cells[i]!]!;
  return sum;
}
