/** The order of a to-do list: whole, never making anything worse, and ending where the chosen measures end. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Left } from "./left.ts";
import { orderOf } from "./order.ts";

/** Losses, each with the ways to it; a way stands until one of its measures is taken. */
interface World {
  readonly losses: readonly { readonly amount: number; readonly ways: readonly (readonly string[])[] }[];
}

function leftIn({ losses }: World): (measures: readonly string[]) => Left {
  return (measures) => {
    const open = losses
      .map((loss, i) => ({ ...loss, goal: `loss ${i}` }))
      .filter(({ ways }) => ways.some((way) => !way.some((measure) => measures.includes(measure))));
    return {
      remaining: open.map(({ goal }) => goal),
      remainingAmount: open.reduce((sum, { amount }) => sum + amount, 0),
      firstLossMinutes: open.length === 0 ? null : 10,
      lockedOut: [],
    };
  };
}

const names = ["a", "b", "c", "d", "e", "f"];
const anyMeasures = fc.uniqueArray(fc.constantFrom(...names));
const anyWorld: fc.Arbitrary<World> = fc.record({
  losses: fc.array(
    fc.record({ amount: fc.nat(1000), ways: fc.array(anyMeasures, { minLength: 1, maxLength: 3 }) }),
    { maxLength: 5 },
  ),
});

test("every chosen measure stands in the list exactly once, and nothing else does", () => {
  fc.assert(
    fc.property(anyWorld, fc.array(fc.constantFrom(...names)), anyMeasures, (world, measures, done) => {
      const { steps } = orderOf({ measures, done, left: leftIn(world) });
      const wanted = [...new Set(measures)].filter((measure) => !done.includes(measure));
      expect(steps.map(({ measure }) => measure).sort()).toEqual(wanted.sort());
    }),
  );
});

test("following the list, what remains never grows, and it ends where all of it together ends", () => {
  fc.assert(
    fc.property(anyWorld, anyMeasures, anyMeasures, (world, measures, done) => {
      const left = leftIn(world);
      const { before, steps } = orderOf({ measures, done, left });
      let last = before;
      for (const [i, { after }] of steps.entries()) {
        expect(after.remainingAmount).toBeLessThanOrEqual(last.remainingAmount);
        expect(after).toEqual(left([...done, ...steps.slice(0, i + 1).map(({ measure }) => measure)]));
        last = after;
      }
      expect(last).toEqual(left([...done, ...measures]));
    }),
  );
});

test("no other measure of the list would leave less as the next one", () => {
  fc.assert(
    fc.property(anyWorld, anyMeasures, (world, measures) => {
      const left = leftIn(world);
      const { steps } = orderOf({ measures, done: [], left });
      for (const [i, { after }] of steps.entries()) {
        const taken = steps.slice(0, i).map(({ measure }) => measure);
        for (const { measure } of steps.slice(i))
          expect(after.remainingAmount).toBeLessThanOrEqual(left([...taken, measure]).remainingAmount);
      }
    }),
  );
});

test("what only helps together with the rest says which losses it keeps shut", () => {
  const world: World = { losses: [{ amount: 500, ways: [["a"], ["b"]] }] };
  const [nothing, all] = [
    { losses: [], amount: 0 },
    { losses: ["loss 0"], amount: 500 },
  ];
  const { steps } = orderOf({ measures: ["a", "b", "c"], done: [], left: leftIn(world) });
  expect(steps.map(({ measure, closes, onlyTogether }) => ({ measure, closes, onlyTogether }))).toEqual([
    { measure: "a", closes: nothing, onlyTogether: all },
    { measure: "b", closes: all, onlyTogether: all },
    { measure: "c", closes: nothing, onlyTogether: nothing },
  ]);
});

test("a list too long to look ahead at is still whole and still never gets worse", () => {
  const many = Array.from({ length: 60 }, (_, i) => `m${String(i).padStart(2, "0")}`);
  const world: World = { losses: many.map((measure, i) => ({ amount: i, ways: [[measure]] })) };
  const { steps, before } = orderOf({ measures: many, done: [], left: leftIn(world) });
  expect(steps).toHaveLength(60);
  expect(steps[0]?.measure).toBe("m59");
  const amounts = [before, ...steps.map(({ after }) => after)].map(({ remainingAmount }) => remainingAmount);
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  expect(amounts.at(-1)).toBe(0);
});
