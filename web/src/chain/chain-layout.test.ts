/** The picture's geometry, for chains of any shape: nothing overlaps, time runs to the right, nothing is turned round. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../way/lanes.ts";
import { layChain } from "./chain-layout.ts";
import { type Shown, stages, viewOf } from "./chain-view.ts";
import { laneOrder } from "./lane-order.ts";
import { anyChain, chainOf } from "./made-up.ts";

const anySize = { minLength: 1, maxLength: 90 };
const anyWidth = fc.constantFrom(720, 1370, 3000);
const all = (stage: Shown["stage"]): Shown => ({ stage, ways: new Set([0]), opened: [] });

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("no card lies on another, every card lies in its institution's lane, and all lie on the sheet", () => {
  fc.assert(
    fc.property(anyChain(anySize), anyWidth, fc.constantFrom(...stages), (chain, width, stage) => {
      const view = viewOf(chain, all(stage));
      const { boxes, lanes, width: wide, height } = layChain(view, laneOrder(chain), width);
      expect(boxes.length).toBe(view.cards.length);
      for (const [i, a] of boxes.entries()) {
        const lane = lanes.find(({ institution }) => institution === view.cards[i]?.institution);
        expect(lane !== undefined && a.y > lane.y && a.y + a.height < lane.y + lane.height).toBe(true);
        expect(a.x >= 0 && a.x + a.width <= wide && a.y + a.height <= height).toBe(true);
        for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
      }
      for (const [i, a] of lanes.entries())
        for (const b of lanes.slice(i + 1)) expect(b.y).toBeGreaterThanOrEqual(a.y + a.height);
    }),
    { numRuns: 60 },
  );
});

test("whatever a card rests on stands left of it, and time never runs back", () => {
  fc.assert(
    fc.property(anyChain(anySize), anyWidth, fc.constantFrom(...stages), (chain, width, stage) => {
      const view = viewOf(chain, all(stage));
      const { boxes, lines, ticks } = layChain(view, laneOrder(chain), width);
      const drawn = new Set(lines.map(({ link }) => link));
      for (const [i, { from, to, kind }] of view.links.entries()) {
        if (kind !== "first") continue;
        expect(boxes[from]!.x).toBeLessThan(boxes[to]!.x);
        expect(drawn).toContain(i);
      }
      for (const [i, tick] of ticks.entries()) {
        const before = ticks[i - 1];
        if (before === undefined) continue;
        expect(tick.x).toBeGreaterThan(before.x);
        expect(tick.fromMinutes).toBeGreaterThanOrEqual(before.fromMinutes);
        expect(tick.toMinutes).toBeGreaterThanOrEqual(before.toMinutes);
      }
    }),
    { numRuns: 60 },
  );
});

/** Corners of a path; bends are rounded off by less than a line's distance from a card. */
function cornersOf(path: string): readonly { readonly x: number; readonly y: number }[] {
  const numbers = [...path.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)];
  return numbers.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

test("no line runs through a card, and every line ends at the card it leads to", () => {
  fc.assert(
    fc.property(anyChain(anySize), fc.constantFrom(...stages), (chain, stage) => {
      const view = viewOf(chain, all(stage));
      const { boxes, lines, joins } = layChain(view, laneOrder(chain), 1370);
      for (const { link, path } of lines) {
        const { from, to, kind } = view.links[link]!;
        const corners = cornersOf(path);
        const join = joins.find((each) => each.card === to && each.kind === kind);
        expect(corners.at(-1)).toEqual({ x: join?.x, y: join?.y });
        expect(join!.x).toBeLessThan(boxes[to]!.x);
        expect(corners[0]!.x).toBeLessThanOrEqual(boxes[from]!.x + boxes[from]!.width);
        for (let i = 1; i < corners.length; i += 1) {
          const [a, b] = [corners[i - 1]!, corners[i]!];
          for (const box of boxes) {
            const isThrough =
              Math.min(a.x, b.x) < box.x + box.width - 1 &&
              Math.max(a.x, b.x) > box.x + 1 &&
              Math.min(a.y, b.y) < box.y + box.height - 1 &&
              Math.max(a.y, b.y) > box.y + 1;
            expect(isThrough).toBe(false);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** One lane is full before the bank's card comes, and the picture grows from the small layout into the grid. */
const fullLane = chainOf([
  ...Array.from({ length: 4 }, () => ({ institution: "hands", takes: 0, rests: [], instead: [] })),
  { institution: "bank", takes: 0, rests: [], instead: [] },
  { institution: "hands", takes: 0, rests: [3], instead: [1] },
]);

test("what unfolds turns nothing round: lanes and cards keep their order from stage to stage", () => {
  fc.assert(
    fc.property(anyChain(anySize), (chain) => {
      const order = laneOrder(chain);
      expect(new Set(order).size).toBe(order.length);
      let before: { id: string; box: Box }[] = [];
      for (const stage of stages) {
        const { cards, links } = viewOf(chain, all(stage));
        const { boxes, lanes } = layChain({ cards, links }, order, 1370);
        expect(lanes.map(({ institution }) => institution)).toEqual(
          order.filter((each) => lanes.some(({ institution }) => institution === each)),
        );
        const now = new Map(cards.map(({ id }, i) => [id, boxes[i]!]));
        for (const a of before)
          for (const b of before) {
            const [nowA, nowB] = [now.get(a.id), now.get(b.id)];
            if (nowA === undefined || nowB === undefined || a.box.x >= b.box.x) continue;
            expect(nowA.x).toBeLessThanOrEqual(nowB.x);
          }
        before = cards.map(({ id }, i) => ({ id, box: boxes[i]! }));
      }
    }),
    { numRuns: 30, examples: [[fullLane]] },
  );
});
