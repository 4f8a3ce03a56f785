/** The picture's geometry: cards never overlap, time runs to the right, lines stay clear of cards. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cardWidthFor, columnsOf, type LaneStep, layLanes } from "./lanes.ts";
import { layRail } from "./rail.ts";
import { routeLines } from "./route.ts";

/** Ways as proofs make them: up to fifteen steps at a few institutions, each resting on some before it. */
const anySteps: fc.Arbitrary<LaneStep[]> = fc
  .array(
    fc.record({
      institution: fc.constantFrom("hands", "carrier", "wallet", "lender"),
      rests: fc.array(fc.nat(), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 15 },
  )
  .map((steps) =>
    steps.map(({ institution, rests }, i) => ({
      institution,
      after: i === 0 ? [] : [...new Set(rests.map((rest) => rest % i))].sort((a, b) => a - b),
    })),
  );

/** A card of every height from two lines to ten. */
const heightsFor = (steps: readonly LaneStep[]) => steps.map((_, i) => 60 + ((i * 37) % 110));

test("cards of a lane stand clear of each other, and no card begins before one it rests on", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { boxes, width, height } = layLanes({ steps, heights: heightsFor(steps), cardWidth: 162 });
      for (const [i, a] of boxes.entries()) {
        expect(a.x + a.width <= width && a.y + a.height <= height).toBe(true);
        for (const before of steps[i]?.after ?? []) expect(a.x).toBeGreaterThan(boxes[before]?.x ?? Infinity);
        for (const b of boxes.slice(i + 1)) {
          expect(b.x).toBeGreaterThanOrEqual(a.x);
          const overlaps =
            a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
          expect(overlaps).toBe(false);
        }
      }
    }),
  );
});

test("a line goes from its card to the meeting point of the next, at right angles, and through no card", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { boxes, width, height } = layLanes({ steps, heights: heightsFor(steps), cardWidth: 162 });
      const { lines, joins } = routeLines({ boxes, after: steps.map(({ after }) => after), width, height });
      expect(lines.length).toBe(steps.flatMap(({ after }) => after).length);
      for (const { from, to, points } of lines) {
        expect(points.at(-1)).toEqual(joins.get(to));
        const source = boxes[from]!;
        const start = points[0]!;
        expect(
          start.x >= source.x &&
            start.x <= source.x + source.width &&
            start.y >= source.y &&
            start.y <= source.y + source.height,
        ).toBe(true);
        for (let i = 1; i < points.length; i += 1) {
          const [a, b] = [points[i - 1]!, points[i]!];
          expect(a.x === b.x || a.y === b.y).toBe(true);
          const [x1, x2] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
          const [y1, y2] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
          for (const box of boxes) {
            const isThrough =
              x1 < box.x + box.width - 1 && x2 > box.x + 1 && y1 < box.y + box.height - 1 && y2 > box.y + 1;
            expect(isThrough).toBe(false);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a way that does not fit is laid from top to bottom instead", () => {
  const chain: LaneStep[] = Array.from({ length: 9 }, (_, i) => ({
    institution: "hands",
    after: i === 0 ? [] : [i - 1],
  }));
  expect(cardWidthFor(chain, 1400)).toBeUndefined();
  expect(cardWidthFor(chain.slice(0, 3), 1400)).toBe(216);
  expect(columnsOf(chain.slice(0, 3), 100)).toEqual([0, 130, 260]);
});

test("two cards never use one track at the same time", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { tracks, width } = layRail(steps.map(({ after }) => after));
      for (const [i, a] of tracks.entries()) {
        expect(a.track).toBeLessThan(width);
        for (const b of tracks.slice(i + 1))
          if (a.track === b.track) expect(a.to.at(-1)!).toBeLessThanOrEqual(b.from);
      }
    }),
  );
});
