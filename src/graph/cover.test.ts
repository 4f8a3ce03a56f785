import fc from "fast-check";
import { expect, test } from "vitest";
import { minimumCover } from "./cover.ts";
import type { Clause, CoverProblem } from "./cover-problem.ts";

const variables = 9;
const anyVariable = fc.nat(variables - 1);
const signed = (negatives: number) =>
  fc
    .tuple(anyVariable, fc.integer({ min: 1, max: 10 }))
    .map(([v, sign]) => (sign <= negatives ? -(v + 1) : v + 1));
/** Mostly positive clauses of two to four literals, as cuts bring them; now and then mostly negative ones. */
const anyClauses = (negatives: number): fc.Arbitrary<Clause[]> =>
  fc.array(fc.array(signed(negatives), { minLength: 2, maxLength: 4 }), { maxLength: 26 });
const anyCosts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: variables, maxLength: variables });
const anyProblem = fc.record({
  costs: anyCosts,
  clauses: fc.constantFrom(0, 2, 5).chain(anyClauses),
  limit: fc.option(fc.record({ weights: anyCosts, most: fc.integer({ min: 0, max: 25 }) }), {
    nil: undefined,
  }),
});

/** The cost of the cheapest of all selections that satisfy the problem. */
function plainCost({ costs, clauses, limit }: CoverProblem): number {
  let best = Infinity;
  for (let bits = 0; bits < 2 ** variables; bits++) {
    const isChosen = (v: number) => (bits >> v) % 2 === 1;
    if (!clauses.every((clause) => clause.some((literal) => isChosen(Math.abs(literal) - 1) === literal > 0)))
      continue;
    let cost = 0;
    let weight = 0;
    for (let v = 0; v < variables; v++)
      if (isChosen(v)) {
        cost += costs[v]!;
        weight += limit?.weights[v] ?? 0;
      }
    if (weight <= (limit?.most ?? Infinity)) best = Math.min(best, cost);
  }
  return best;
}

function isSatisfied({ clauses, limit }: CoverProblem, chosen: readonly number[]): boolean {
  const weight = chosen.reduce((sum, v) => sum + (limit?.weights[v] ?? 0), 0);
  const holds = (literal: number) => chosen.includes(Math.abs(literal) - 1) === literal > 0;
  return clauses.every((clause) => clause.some(holds)) && weight <= (limit?.most ?? Infinity);
}

test("the cover satisfies every clause and none is cheaper", () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const answer = minimumCover(problem);
      expect([answer.cost, answer.lower, answer.proved]).toEqual([
        plainCost(problem),
        plainCost(problem),
        true,
      ]);
      if (answer.chosen !== undefined) expect(isSatisfied(problem, answer.chosen)).toBe(true);
    }),
    { numRuns: 4_000 },
  );
});

test("costs that are no whole numbers are not rounded away", () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const costs = problem.costs.map((cost) => cost / 7);
      expect(minimumCover({ ...problem, costs }).cost).toBeCloseTo(plainCost({ ...problem, costs }), 9);
    }),
    { numRuns: 1_000 },
  );
});

test("a cover stopped early still brackets the cheapest", () => {
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 1, max: 6 }), (problem, nodesMax) => {
      const answer = minimumCover(problem, { nodesMax });
      const cost = plainCost(problem);
      expect(answer.lower <= cost && cost <= answer.cost).toBe(true);
      if (answer.proved) expect(answer.cost).toBe(cost);
      if (answer.chosen !== undefined) expect(isSatisfied(problem, answer.chosen)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("only covers cheaper than the upper bound are given", () => {
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 0, max: 30 }), (problem, upper) => {
      const answer = minimumCover({ ...problem, upper });
      const cost = plainCost(problem);
      expect(answer.cost).toBe(cost < upper ? cost : Infinity);
      expect(answer.lower).toBe(Math.min(cost, upper));
    }),
    { numRuns: 2_000 },
  );
});

test("another solver is asked only about what our own search did not finish", () => {
  // An odd ring of pairs: its bound is half of its length, its optimum one half more, so one node cannot close it.
  const ring = Array.from({ length: variables }, (_, v) => [v + 1, ((v + 1) % variables) + 1]);
  const problem: CoverProblem = { costs: Array.from({ length: variables }, () => 2), clauses: ring };
  const asked: CoverProblem[] = [];
  const answer = minimumCover(problem, {
    nodesMax: 1,
    hard(part) {
      asked.push(part);
      return minimumCover(part);
    },
  });
  expect([asked.length, answer.cost, answer.proved]).toEqual([1, 10, true]);
});
