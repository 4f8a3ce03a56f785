import fc from "fast-check";
import { expect, test } from "vitest";
import { alikeBlocks, type Block, keepsRows, type Program, solvingAlikeAsOne } from "./index.ts";

/** Every choice tried. */
function tried(program: Program) {
  let best: readonly number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 2 ** program.costs.length; mask++) {
    const values = program.costs.map((_, column) => (mask >> column) & 1);
    const cost = costOf(program, values);
    if (cost < least && keepsRows(program, values)) [best, least] = [values, cost];
  }
  return best === undefined
    ? ({ kind: "none" } as const)
    : ({ kind: "found", values: best, cost: least, lower: least, proved: true } as const);
}

const costOf = ({ costs }: Program, values: readonly number[]): number =>
  costs.reduce((sum, cost, column) => sum + cost * values[column]!, 0);

const shared = 2;
const weight = fc.integer({ min: -2, max: 2 });
const ofFour = fc.tuple(weight, weight, weight, weight);
const anyProgram = fc.record({
  costs: fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -3, max: 9 })),
  own: fc.tuple(fc.integer({ min: -4, max: 6 }), fc.integer({ min: -4, max: 6 })),
  rows: fc.array(fc.record({ weights: ofFour, least: fc.integer({ min: -2, max: 1 }) }), { maxLength: 3 }),
  many: fc.integer({ min: 3, max: 4 }),
});

/** Two columns shared by all, and for each of several the same two columns and rows. */
function programOf({
  costs,
  own,
  rows,
  many,
}: typeof anyProgram extends fc.Arbitrary<infer Made> ? Made : never) {
  const blocks: Block[] = Array.from({ length: many }, (_, i) => [shared + 2 * i, shared + 2 * i + 1]);
  const all = [...costs, ...blocks.flatMap(() => own)];
  const program: Program = {
    costs: all,
    least: all.map(() => 0),
    most: all.map(() => 1),
    isWhole: all.map(() => true),
    rows: blocks.flatMap((block) =>
      rows.map(({ weights, least }) => ({
        columns: [0, 1, ...block],
        weights,
        least,
        most: Number.POSITIVE_INFINITY,
      })),
    ),
  };
  return { blocks, program };
}

test("what is alike is solved as one at the cost of solving each, also where something must be otherwise", () => {
  fc.assert(
    fc.property(anyProgram, (made) => {
      const { blocks, program } = programOf(made);
      const groups = alikeBlocks(program, blocks);
      expect(groups).toEqual([blocks.map((_, i) => i)]);
      let columnsAsked = 0;
      const asOne = solvingAlikeAsOne(
        (asked) => {
          columnsAsked = asked.costs.length;
          return tried(asked);
        },
        groups.map((group) => group.map((i) => blocks[i]!)),
      );
      const first = tried(program);
      const ours = asOne(program);
      expect(columnsAsked).toBe(shared + 4);
      expect(ours.kind).toBe(first.kind);
      if (first.kind !== "found" || ours.kind !== "found") return;
      expect(ours.cost).toBe(first.cost);
      expect(costOf(program, ours.values)).toBe(first.cost);
      expect(keepsRows(program, ours.values)).toBe(true);
      const columns = ours.values.flatMap((value, column) => (value > 0.5 ? [column] : []));
      const other = {
        columns,
        weights: columns.map(() => 1),
        least: Number.NEGATIVE_INFINITY,
        most: columns.length - 1,
      };
      const otherwise = { ...program, rows: [...program.rows, other] };
      const second = asOne(otherwise);
      const wanted = tried(otherwise);
      expect(second.kind).toBe(wanted.kind);
      if (second.kind === "found" && wanted.kind === "found") {
        expect(second.cost).toBe(wanted.cost);
        expect(keepsRows(otherwise, second.values)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test("what differs in a cost, in a row, or speaks of another is not alike", () => {
  const { blocks, program } = programOf({
    costs: [1, 1],
    own: [2, 3],
    rows: [{ weights: [1, 0, -1, 1], least: 0 }],
    many: 4,
  });
  const dearer = { ...program, costs: program.costs.map((cost, i) => (i === 3 ? cost + 1 : cost)) };
  expect(alikeBlocks(dearer, blocks)).toEqual([[1, 2, 3]]);
  const stricter = { ...program, rows: program.rows.map((row, i) => (i === 2 ? { ...row, least: 1 } : row)) };
  expect(alikeBlocks(stricter, blocks)).toEqual([[0, 1, 3]]);
  const atMostOne = { columns: blocks.map(([first]) => first!), weights: [1, 1, 1, 1], least: 0, most: 1 };
  expect(alikeBlocks({ ...program, rows: [...program.rows, atMostOne] }, blocks)).toEqual([]);
});
