/** Sums under limits: never less than can be taken, and no more where no limit crosses another. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { mostUnder, type UnderLimits } from "./under-limits.ts";

const under = (
  amount: number,
  ...lists: readonly (readonly [id: string, most: number][])[]
): UnderLimits => ({
  amount,
  under: lists.map((list) => list.map(([id, most]) => ({ id, most }))),
});

test("a limit within a limit is counted, and what passes either of two is no more than both", () => {
  const inner: [string, number] = ["inner", 70];
  const outer: [string, number] = ["outer", 90];
  expect(mostUnder([under(100, [inner], [outer]), under(5, [inner], [outer]), under(40, [outer])])).toEqual({
    amount: 90,
    isBound: false,
  });
  expect(
    mostUnder([under(100, [inner], [outer]), under(5, [inner], [outer]), under(4, [outer])]).amount,
  ).toBe(74);
  expect(mostUnder([under(500, [inner, outer]), under(100, [inner])]).amount).toBe(160);
});

const limitIds = ["a", "b", "c"];
const anyLimits = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
const anySums = fc.array(
  fc.record({
    amount: fc.nat(20),
    lists: fc.array(fc.subarray(limitIds, { minLength: 1 }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** As much as goes through, whole numbers of it tried: each list is passed by one of its limits, chosen bit by bit. */
function filled(
  sums: readonly { amount: number; lists: readonly string[][] }[],
  most: readonly number[],
): number {
  const left = new Map(limitIds.map((id, i) => [id, most[i]!]));
  let all = 0;
  for (const { amount, lists } of sums)
    for (let taken = 0; taken < amount; taken++) {
      const through = lists.map((list) => list.find((id) => left.get(id)! > 0));
      if (through.some((id) => id === undefined)) break;
      for (const id of new Set(through)) if (id !== undefined) left.set(id, left.get(id)! - 1);
      all++;
    }
  return all;
}

test("whatever goes through is no more than said, and all of it where nothing is said to be a bound", () => {
  let exact = 0;
  fc.assert(
    fc.property(anySums, anyLimits, (sums, most) => {
      const mostOf = new Map(limitIds.map((id, i) => [id, most[i]!]));
      const said = mostUnder(
        sums.map(({ amount, lists }) => ({
          amount,
          under: lists.map((list) => list.map((id) => ({ id, most: mostOf.get(id)! }))),
        })),
      );
      const orders = [
        sums,
        [...sums].reverse(),
        [...sums].sort((a, b) => a.lists.flat().length - b.lists.flat().length),
      ];
      const best = Math.max(...orders.map((order) => filled(order, most)));
      expect(best).toBeLessThanOrEqual(said.amount);
      const isPlain = sums.every(({ lists }) => lists.every((list) => list.length === 1));
      if (!isPlain || said.isBound) return;
      expect(best).toBe(said.amount);
      exact++;
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(exact).toBeGreaterThan(50);
});
