/** What is left out of a long way at first, and what never is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cardsAtFirst, type FoldedStep, foldSteps } from "./fold.ts";

/** Ways as proofs make them: every step rests on some before it and is done after them. */
const anyWay: fc.Arbitrary<FoldedStep[]> = fc
  .array(fc.record({ takes: fc.nat(9), rests: fc.array(fc.nat(), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((drafts) => {
    const steps: FoldedStep[] = [];
    for (const [i, { takes, rests }] of drafts.entries()) {
      const after = i === 0 ? [] : [...new Set(rests.map((rest) => rest % i))];
      const ready = Math.max(0, ...after.map((step) => steps[step]?.atMinutes ?? 0));
      steps.push({ after, atMinutes: ready + takes });
    }
    return steps;
  });

test("every step is shown or folded, once, in its place; the first and the last are shown", () => {
  fc.assert(
    fc.property(anyWay, fc.integer({ min: 3, max: 20 }), (steps, max) => {
      const parts = foldSteps(steps, max);
      expect(parts.flat()).toEqual(steps.map((_, i) => i));
      expect(parts.length).toBeLessThanOrEqual(max);
      expect(parts[0]).toEqual([0]);
      expect(parts.at(-1)).toEqual([steps.length - 1]);
    }),
  );
});

test("a way that fits is not folded", () => {
  fc.assert(
    fc.property(anyWay, (steps) => {
      fc.pre(steps.length <= cardsAtFirst);
      expect(foldSteps(steps).every((part) => part.length === 1)).toBe(true);
    }),
  );
});

/** `0`, `5 <0,1`: when a step is done, and what it rests on. */
function check(way: readonly string[], max: number, expected: string) {
  const steps = way.map((line) => ({
    atMinutes: Number.parseFloat(line),
    after: /<([\d,]+)/.exec(line)?.[1]?.split(",").map(Number) ?? [],
  }));
  expect(
    foldSteps(steps, max)
      .map((part) => (part.length === 1 ? `${part[0]}` : `(${part.join(" ")})`))
      .join(" "),
  ).toBe(expected);
}

test("what decides how soon the end comes stays, what is done in the meantime is folded", () => {
  //              0    1      2      3      4         5       6 on the way to the end: 0, 4, 6
  check(["1", "2 <0", "3 <1", "4 <2", "9 <0", "5 <3", "10 <4,5"], 5, "0 (1 2 3) 4 5 6");
  check(["1", "2 <0", "3 <1", "4 <2", "9 <0", "5 <3", "10 <4,5"], 6, "0 1 (2 3) 4 5 6");
});

test("of a chain that is too long the middle is folded", () => {
  const chain = Array.from({ length: 8 }, (_, i) => (i === 0 ? "1" : `${i + 1} <${i - 1}`));
  check(chain, 5, "0 1 (2 3 4 5) 6 7");
});
