/** Kinds of harm, counted: a sum is at least what is known of it, and what is no sum is never an amount of nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CountedLoss, harmAt, harmKinds, harmsOf, isSum } from "./harm.ts";

const anyLosses = fc
  .array(
    fc.record({
      harm: fc.constantFrom(...harmKinds),
      amount: fc.option(fc.nat({ max: 1000 })),
      part: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      ({ harm, amount, part }, i): CountedLoss => ({
        id: `loss-${i}`,
        harm,
        partOf: part ? [`loss-${i - 1}`] : [],
        ...(amount === null ? {} : { amount }),
      }),
    ),
  );

test("every loss is counted once, by its kind, unless the loss it is a part of is counted", () => {
  fc.assert(
    fc.property(anyLosses, (losses) => {
      const told = harmsOf(losses);
      for (const kind of harmKinds) {
        const own = losses.filter(({ harm, partOf }, i) => harm === kind && (partOf.length === 0 || i === 0));
        const found = told.find(({ harm }) => harm === kind);
        expect(found?.count ?? 0).toBe(own.length);
        expect(found?.amount ?? 0).toBe(own.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
        expect(found?.isMore ?? false).toBe(isSum(kind) && own.some(({ amount }) => amount === undefined));
      }
    }),
  );
});

test("a word may be another harm at another kind of institution", () => {
  expect(harmAt({ messenger: "speaking", other: "facts" }, "messenger")).toBe("speaking");
  expect(harmAt({ messenger: "speaking", other: "facts" }, "bank")).toBe("facts");
  expect(harmAt({ messenger: "speaking" }, undefined)).toBeUndefined();
  expect(harmAt("wiped", "bank")).toBe("wiped");
});
