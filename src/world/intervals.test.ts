/** Intervals against known values, and against how often they are right. */
import { expect, test } from "vitest";
import { hashText, startOfRun, uniform } from "./chance.ts";
import { meanOf, percentileOf, wilson } from "./intervals.ts";

const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1e4) / 1e4);

test("Wilson's interval gives the published values, and stays within 0 and 1", () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
  expect(rounded(wilson(81, 263))).toEqual([0.2553, 0.3662]);
  expect(rounded(wilson(15, 148))).toEqual([0.0624, 0.1605]);
  expect(rounded(wilson(0, 20))).toEqual([0, 0.1611]);
  expect(rounded(wilson(1, 29))).toEqual([0.0061, 0.1718]);
  expect([wilson(0, 0), rounded(wilson(20, 20))]).toEqual([
    [0, 1],
    [0.8389, 1],
  ]);
});

/** The share of samples whose interval contains the truth. */
function coverage(samples: number, contains: (sample: number) => boolean): number {
  return Array.from({ length: samples }, (_, sample) => contains(sample)).filter(Boolean).length / samples;
}

const draw = (sample: number, i: number) =>
  uniform(startOfRun({ seed: 5, run: sample }), hashText("draw"), i, 1);

test("of a thousand samples about 95 % have the truth in their interval: shares, means and percentiles", () => {
  const size = 200;
  const counted = (sample: number, value: (at: number) => number) => {
    const values = Array.from({ length: size }, (_, i) => value(draw(sample, i))).sort((a, b) => a - b);
    return values.map((each) => [each, 1] as const);
  };
  const isIn = ([low, high]: readonly [number, number], truth: number) => low <= truth && truth <= high;
  expect(
    coverage(1_000, (sample) =>
      isIn(
        wilson(counted(sample, (at) => (at < 0.1 ? 1 : 0)).filter(([each]) => each === 1).length, size),
        0.1,
      ),
    ),
  ).toBeGreaterThan(0.93);
  expect(
    coverage(1_000, (sample) => isIn(meanOf(counted(sample, (at) => at ** 2)).ci95, 1 / 3)),
  ).toBeGreaterThan(0.93);
  expect(
    coverage(1_000, (sample) =>
      isIn(
        percentileOf(
          counted(sample, (at) => at ** 2),
          0.9,
        )?.ci95 ?? [0, 0],
        0.81,
      ),
    ),
  ).toBeGreaterThan(0.92);
});

test("a percentile is the value at its rank, whether values are counted or listed", () => {
  expect(
    percentileOf(
      [
        [1, 3],
        [5, 1],
        [9, 6],
      ],
      0.3,
    )?.value,
  ).toBe(1);
  expect(
    percentileOf(
      [
        [1, 3],
        [5, 1],
        [9, 6],
      ],
      0.31,
    )?.value,
  ).toBe(5);
  expect(
    percentileOf(
      [
        [1, 3],
        [5, 1],
        [9, 6],
      ],
      1,
    )?.value,
  ).toBe(9);
  expect(percentileOf([], 0.5)).toBe(undefined);
  expect(meanOf([])).toEqual({ mean: 0, ci95: [0, 0] });
});
