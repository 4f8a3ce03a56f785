import fc from "fast-check";
import { expect, test } from "vitest";
import type { Program } from "../graph/index.ts";
import { highsProgram } from "./index.ts";

const solve = await highsProgram({ workMax: 150_000_000 });

test("a whole column is whole, and a time that hangs on it is kept", () => {
  const program: Program = {
    costs: [1, 3, 0],
    least: [0, 0, 0],
    most: [1, 1, 100],
    isWhole: [true, true, false],
    rows: [
      { columns: [0, 1], weights: [1, 1], least: 1, most: Number.POSITIVE_INFINITY },
      { columns: [0, 2], weights: [-40, 1], least: 0, most: Number.POSITIVE_INFINITY },
    ],
  };
  const answer = solve(program);
  expect(answer).toMatchObject({ kind: "found", cost: 1, proved: true });
  if (answer.kind === "found") expect(answer.values[2]).toBeGreaterThanOrEqual(40 - 1e-6);
});

test("what nothing satisfies is none, not open", () => {
  const row = { columns: [0], weights: [1], least: 2, most: 3 };
  expect(solve({ costs: [1], least: [0], most: [1], isWhole: [true], rows: [row] })).toEqual({
    kind: "none",
  });
});

test("the minimum is the one that trying every choice finds", () => {
  const rowArbitrary = fc.record({
    weights: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }),
    least: fc.integer({ min: -3, max: 2 }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -4, max: 9 }), { minLength: 6, maxLength: 6 }),
      fc.array(rowArbitrary, { maxLength: 5 }),
      (costs, rows) => {
        let best = Number.POSITIVE_INFINITY;
        for (let mask = 0; mask < 64; mask++) {
          const chosen = costs.map((_, i) => (mask >> i) & 1);
          const dot = (weights: readonly number[]) => weights.reduce((sum, w, i) => sum + w * chosen[i]!, 0);
          if (rows.every(({ weights, least }) => dot(weights) >= least)) best = Math.min(best, dot(costs));
        }
        const answer = solve({
          costs,
          least: costs.map(() => 0),
          most: costs.map(() => 1),
          isWhole: costs.map(() => true),
          rows: rows.map(({ weights, least }) => ({
            columns: weights.map((_, i) => i),
            weights,
            least,
            most: Number.POSITIVE_INFINITY,
          })),
        });
        if (best === Number.POSITIVE_INFINITY) expect(answer.kind).toBe("none");
        else expect(answer).toMatchObject({ kind: "found", cost: best, proved: true });
      },
    ),
    { numRuns: 60 },
  );
});
