/** Nights that depend on the order, and how many stand for how many. */
import { expect, test } from "vitest";
import type { Stood } from "./plan.ts";
import { someOf, tellingNights } from "./telling-nights.ts";

/** Only told apart here, never played. */
const nightCalled = (lost: number) => ({ lost }) as Stood;
const losses = (...overTime: readonly number[]) => overTime.map((each) => ({ last: each, overTime: each }));
const weightOf = (some: ReturnType<typeof someOf>) => some.reduce((total, { weight }) => total + weight, 0);

test("a night in which every order tried leaves the same says nothing of the order", () => {
  const stood = [0, 1, 2].map(nightCalled);
  const { telling, others } = tellingNights(stood, [losses(5, 0, 9), losses(5, 3, 9)]);
  expect(telling.map(({ lost }) => lost)).toEqual([1]);
  expect(others.map(({ lost }) => lost)).toEqual([0, 2]);
});

test.each([
  [12, 3, 30],
  [12, 30, 3],
  [12, 0, 9],
  [12, 9, 0],
  [36, 4, 2],
])("%i of %i telling nights and %i others weigh as much as all of them", (count, telling, others) => {
  const some = someOf(
    {
      telling: Array.from({ length: telling }, (_, i) => nightCalled(i)),
      others: Array.from({ length: others }, (_, i) => nightCalled(1_000 + i)),
    },
    count,
  );
  expect(weightOf(some)).toBeCloseTo(1);
  expect(some.length).toBeLessThanOrEqual(count);
  const ofOthers = some.filter(({ stood }) => stood.lost >= 1_000);
  expect(weightOf(ofOthers)).toBeCloseTo(others / (telling + others));
});
