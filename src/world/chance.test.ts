/** Draws: even, independent of one another, the same on every machine. */
import { expect, test } from "vitest";
import { hashText, pertQuantiles, quantileAt, startOfRun, uniform } from "./chance.ts";

/** Pearson's statistic over 64 cells: its mean is 63, and only one in ten thousand even samples exceeds 110. */
function unevenness(draw: (i: number) => number, count = 64_000): number {
  const cells = new Array<number>(64).fill(0);
  for (let i = 0; i < count; i++) cells[Math.floor(draw(i) * 64)]!++;
  const wanted = count / 64;
  return cells.reduce((sum, seen) => sum + (seen - wanted) ** 2 / wanted, 0);
}

test("draws are even whichever part of the address is counted up", () => {
  const key = hashText("bank/pay card.debit");
  expect(unevenness((i) => uniform(startOfRun({ seed: 1, run: i }), key, 0, 1))).toBeLessThan(110);
  expect(unevenness((i) => uniform(startOfRun({ seed: i, run: 0 }), key, 0, 1))).toBeLessThan(110);
  expect(unevenness((i) => uniform(startOfRun({ seed: 1, run: 2 }), key, i, 1))).toBeLessThan(110);
  expect(
    unevenness((i) => uniform(startOfRun({ seed: 1, run: 2 }), hashText(`flow ${i}`), 0, 1)),
  ).toBeLessThan(110);
});

test("neighbouring runs, acts and purposes know nothing of one another", () => {
  const key = hashText("bank/pay card.debit");
  const pairs: readonly ((i: number) => readonly [number, number])[] = [
    (i) => [
      uniform(startOfRun({ seed: 1, run: i }), key, 0, 1),
      uniform(startOfRun({ seed: 1, run: i + 1 }), key, 0, 1),
    ],
    (i) => [
      uniform(startOfRun({ seed: 1, run: i }), key, 0, 1),
      uniform(startOfRun({ seed: 1, run: i }), key, 1, 1),
    ],
    (i) => [
      uniform(startOfRun({ seed: 1, run: i }), key, 0, 1),
      uniform(startOfRun({ seed: 1, run: i }), key, 0, 3),
    ],
    (i) => [
      uniform(startOfRun({ seed: 1, run: i }), key, 0, 1),
      uniform(startOfRun({ seed: 2, run: i }), key, 0, 1),
    ],
  ];
  for (const pair of pairs)
    expect(
      unevenness((i) => {
        const [a, b] = pair(i);
        return (Math.floor(a * 8) * 8 + Math.floor(b * 8)) / 64;
      }),
    ).toBeLessThan(110);
});

test("the same address gives the same draw for ever", () => {
  expect([
    hashText("bank/pay card.debit"),
    uniform(startOfRun({ seed: 128_383, run: 7 }), hashText("bank/pay card.debit"), 2, 1),
  ]).toMatchInlineSnapshot(`
    [
      615363104,
      0.4749371411744505,
    ]
  `);
  expect(startOfRun({ seed: 2 ** 40 + 5, run: 1 })).not.toBe(startOfRun({ seed: 5, run: 1 }));
});

test("a PERT duration lies between its ends, rises with the draw, and has the mean and the spread that PERT promises", () => {
  for (const mode of [0, 0.01, 0.034, 0.25, 0.5, 0.9, 1]) {
    const table = pertQuantiles(mode);
    const values = Array.from({ length: 20_000 }, (_, i) => quantileAt(table, (i + 0.5) / 20_000));
    expect(values.every((value, i) => value >= (values[i - 1] ?? 0) && value <= 1)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const [alpha, beta] = [1 + 4 * mode, 1 + 4 * (1 - mode)];
    expect(Math.abs(mean - alpha / 6)).toBeLessThan(0.001);
    expect(Math.abs(variance - (alpha * beta) / (36 * 7))).toBeLessThan(0.001);
  }
});
