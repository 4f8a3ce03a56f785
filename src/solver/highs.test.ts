import { expect, test } from "vitest";
import {
  type CoverProblem,
  cheapest,
  compile,
  minimumCover,
  type PlainRule,
  workBudget,
} from "../graph/index.ts";
import { highsCover } from "./index.ts";

const unlimited = () => false;

/** Clauses that look drawn but are always the same; `negatives` in ten literals leave out. */
function problemOf(size: {
  variables: number;
  clauses: number;
  negatives: number;
  seed: number;
}): CoverProblem {
  let state = size.seed;
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const literal = () => (below(10) < size.negatives ? -1 : 1) * (1 + below(size.variables));
  return {
    costs: Array.from({ length: size.variables }, () => 1 + below(20)),
    clauses: Array.from({ length: size.clauses }, () => Array.from({ length: 2 + below(4) }, literal)),
  };
}

test("HiGHS and our own search agree on what a cover costs", async () => {
  const highs = await highsCover();
  for (let seed = 1; seed <= 12; seed++) {
    const problem = problemOf({ variables: 30, clauses: 50, negatives: seed % 3, seed });
    const theirs = highs(problem, unlimited);
    const ours = minimumCover(problem);
    expect([theirs.cost, theirs.lower, theirs.proved]).toEqual([ours.cost, ours.lower, true]);
  }
});

test("HiGHS keeps to a limit and says when none can be kept", async () => {
  const highs = await highsCover();
  const problem: CoverProblem = { costs: [1, 5], clauses: [[1, 2]], limit: { weights: [3, 1], most: 2 } };
  expect(highs(problem, unlimited)).toEqual({ chosen: [1], cost: 5, lower: 5, proved: true });
  const none: CoverProblem = { ...problem, limit: { weights: [3, 3], most: 2 } };
  expect(highs(none, unlimited)).toEqual({
    chosen: undefined,
    cost: Infinity,
    lower: Infinity,
    proved: true,
  });
});

test("HiGHS with nothing left to spend claims nothing", async () => {
  const highs = await highsCover();
  const problem = problemOf({ variables: 30, clauses: 50, negatives: 0, seed: 1 });
  expect(highs(problem, () => true)).toEqual({ chosen: undefined, cost: Infinity, lower: 0, proved: false });
});

test("HiGHS stopped by its budget brackets the cover, the same way each time", async () => {
  const highs = await highsCover();
  const problem = problemOf({ variables: 200, clauses: 500, negatives: 0, seed: 7 });
  const asked = () => highs(problem, workBudget(5_000_000).isSpent);
  const answer = asked();
  expect(asked()).toEqual(answer);
  expect(answer.proved).toBe(false);
  expect(answer.lower <= answer.cost).toBe(true);
  expect(answer.lower).toBeGreaterThan(0);
  expect(answer.proved).toBe(answer.lower === answer.cost);
});

test("a way found with HiGHS at hand is the one found without", async () => {
  const hard = await highsCover();
  const rule = (asks: number[], gives: number, cost: number): PlainRule => ({
    asks,
    gives: [gives],
    minutes: 1,
    cost,
    guard: [],
  });
  const rules = compile(5, [
    rule([0], 1, 3),
    rule([0], 2, 4),
    rule([1, 2], 3, 1),
    rule([0], 3, 9),
    rule([3], 4, 2),
  ]);
  const question = { held: [0], goals: [4] };
  expect(cheapest(rules, question, { hard })).toEqual(cheapest(rules, question));
  expect(cheapest(rules, question, { hard })).toEqual({
    lower: 10,
    upper: 10,
    proved: true,
    way: [0, 1, 2, 4],
  });
});
