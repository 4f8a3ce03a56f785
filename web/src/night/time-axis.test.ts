/** A line of time that folds dead hours keeps its order and can be read back. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { axisOf, hoursOn } from "./time-axis.ts";

const anyNight = fc.record({
  moments: fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 40 }),
  horizon: fc.integer({ min: 1, max: 1_000 }),
});

test("later minutes lie further on, and every place is read back as its minute", () => {
  fc.assert(
    fc.property(anyNight, fc.integer({ min: 0, max: 1_000 }), ({ moments, horizon }, minute) => {
      const axis = axisOf(moments, horizon);
      expect([axis.place(0), axis.place(horizon)]).toEqual([0, 1]);
      const inside = Math.min(minute, horizon - 0.5);
      expect(axis.place(inside)).toBeLessThan(axis.place(inside + 0.5));
      expect(axis.minute(axis.place(inside))).toBeCloseTo(inside, 6);
    }),
  );
});

test("hours without anything are folded, the others are as long as they are", () => {
  const axis = axisOf([10, 20, 300, 310], 320);
  expect(axis.folds).toEqual([{ from: 20, until: 300 }]);
  expect((axis.place(20) - axis.place(10)) / (axis.place(310) - axis.place(300))).toBeCloseTo(1);
  expect(axis.place(300) - axis.place(20)).toBeLessThan(axis.place(20) * 1.01);
});

test("a night in which nothing happens has a line all the same", () => {
  const axis = axisOf([], 0);
  expect([axis.place(0), axis.minute(1)]).toEqual([0, 0]);
});

test("hours stand apart, never in a fold, and full on the clock", () => {
  const axis = axisOf([5, 30, 90, 120, 400], 420);
  const hours = hoursOn(axis, 19 * 60 + 30, 0.1);
  expect(hours).toEqual([30, 90]);
  expect(hoursOn(axis, undefined, 0)).toEqual([0, 120, 420]);
});
