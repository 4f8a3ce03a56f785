import { expect, test } from "vitest";
import { workBudget } from "./budget.ts";

test("a budget grants exactly its limit, and once spent stays spent", () => {
  const budget = workBudget(2);
  expect(budget.limit).toBe(2);
  expect(budget.spent).toBe(0);
  expect([1, 2, 3, 4].map(() => budget.isSpent())).toEqual([false, false, true, true]);
  expect(budget.spent).toBe(2);
});

test("a budget of nothing is spent before anything is done", () => {
  expect(workBudget(0).isSpent()).toBe(true);
});

test("what is no count is refused", () => {
  for (const limit of [-1, 0.5, Number.NaN, -Infinity]) expect(() => workBudget(limit)).toThrow(RangeError);
  expect(workBudget(Infinity).isSpent()).toBe(false);
});
