/** The numbers along an axis: round, evenly spaced, and covering what is shown. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ticksOf } from "./ticks.ts";

test("numbers a reader knows", () => {
  expect(ticksOf(137_500)).toEqual([0, 50_000, 100_000, 150_000]);
  expect(ticksOf(15_000)).toEqual([0, 5000, 10_000, 15_000]);
  expect(ticksOf(3, { isWhole: true })).toEqual([0, 1, 2, 3]);
  expect(ticksOf(13, { isWhole: true })).toEqual([0, 5, 10]);
  expect(ticksOf(0)).toEqual([0]);
});

test("an axis begins at 0, goes on in equal steps, covers its largest value, and is never crowded", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e12, noNaN: true }), (max) => {
      const ticks = ticksOf(max);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-6));
      expect(ticks.length).toBeLessThanOrEqual(6);
      const step = ticks[1] ?? 0;
      for (const [i, tick] of ticks.entries()) expect(tick).toBeCloseTo(i * step, step > 1e9 ? -3 : 6);
    }),
  );
});

test("whole numbers stay within the axis", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (max) => {
      const ticks = ticksOf(max, { isWhole: true });
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeLessThanOrEqual(max);
      expect(ticks.length).toBeGreaterThan(1);
    }),
  );
});
