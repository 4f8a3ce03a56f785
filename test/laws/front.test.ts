/** What cheapest ways, different ways and fronts must obey, against all subsets. */
import { run as clingo } from "clingo-wasm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compiled, ecosystem } from "../../bench/ecosystem.ts";
import { cheapest, compile, differentWays, front, type PlainRule } from "../../src/graph/index.ts";
import {
  anyCosts,
  anyGuardedRules,
  anyHeld,
  anyRules,
  atomCount,
  measureCount,
  plainActive,
  plainReach,
  subsets,
} from "./any-rules.ts";

const anyFewRules = anyRules.map((rules) => rules.slice(0, 9));
const anyGoals = fc.uniqueArray(fc.nat(atomCount - 1), { minLength: 1, maxLength: 2 });

/** Every set of rules that reaches the goals and contains no smaller one. */
function plainWays(
  rules: readonly PlainRule[],
  held: readonly number[],
  goals: readonly number[],
): number[][] {
  const reaching = subsets(rules.length).filter((ids) => {
    const reached = plainReach(
      ids.map((id) => rules[id]!),
      held,
    );
    return goals.every((goal) => reached.has(goal));
  });
  return reaching.filter(
    (ids) => !reaching.some((part) => part.length < ids.length && part.every((id) => ids.includes(id))),
  );
}

const costOf = (rules: readonly PlainRule[], ids: readonly number[]) =>
  ids.reduce((sum, id) => sum + rules[id]!.cost, 0);

test("G6 the cheapest way is a minimal way and none is cheaper", () => {
  fc.assert(
    fc.property(anyFewRules, anyHeld, anyGoals, (rules, held, goals) => {
      const ways = plainWays(rules, held, goals);
      const answer = cheapest(compile(atomCount, rules), { held, goals });
      if (ways.length === 0) {
        expect(answer).toBeUndefined();
        return;
      }
      const optimum = Math.min(...ways.map((ids) => costOf(rules, ids)));
      expect(answer).toMatchObject({ lower: optimum, upper: optimum, proved: true });
      expect(ways).toContainEqual(answer!.way);
      expect(costOf(rules, answer!.way)).toBe(optimum);
    }),
    { numRuns: 600 },
  );
});

test("G6 with no time at all the bounds still bracket the cheapest way", () => {
  fc.assert(
    fc.property(anyFewRules, anyHeld, anyGoals, (rules, held, goals) => {
      const ways = plainWays(rules, held, goals);
      const answer = cheapest(compile(atomCount, rules), { held, goals }, { isSpent: () => true });
      if (answer === undefined) return;
      const optimum = Math.min(...ways.map((ids) => costOf(rules, ids)));
      expect(answer.lower <= optimum && optimum <= answer.upper).toBe(true);
      expect(answer.upper).toBe(costOf(rules, answer.way));
      expect(answer.proved).toBe(answer.lower === answer.upper);
      expect(ways).toContainEqual(answer.way);
    }),
    { numRuns: 600 },
  );
});

test("G6 clingo finds no cheaper way", async () => {
  let compared = 0;
  const sizes = Array.from({ length: 12 }, (_, i) => ({ services: 9 + i, seed: i + 1, dense: i % 3 === 2 }));
  // In these two the first way found is not yet the cheapest, so the bounds have to lead to it.
  const late = [
    { services: 12, seed: 46 },
    { services: 30, seed: 76 },
  ];
  for (const size of [...sizes, ...late]) {
    const world = ecosystem(size);
    const lines = world.held.map((atom) => `reached(${atom}).`);
    world.plain.forEach(({ asks, gives }, id) => {
      lines.push(`{ used(${id}) }.`);
      const body = [`used(${id})`, ...asks.map((atom) => `reached(${atom})`)].join(", ");
      for (const atom of gives) lines.push(`reached(${atom}) :- ${body}.`);
    });
    lines.push(`:- not reached(${world.goal}).`);
    lines.push(
      `#minimize { ${world.plain.map(({ cost }, id) => `${cost},${id} : used(${id})`).join("; ")} }.`,
    );
    const result = await clingo(lines.join("\n"), 0, ["--opt-strategy=usc,oll"]);
    const ours = cheapest(compiled(world), { held: world.held, goals: [world.goal] });
    if (result.Result === "UNSATISFIABLE") {
      expect(ours).toBeUndefined();
      continue;
    }
    if (result.Result !== "OPTIMUM FOUND") throw new Error(`clingo says ${result.Result}`);
    // With #minimize clingo always adds the costs; its published type leaves them out, hence the detour.
    const { Costs } = result.Models as unknown as { readonly Costs: readonly number[] };
    expect([size, ours?.upper, ours?.proved]).toEqual([size, Costs[0], true]);
    compared++;
  }
  expect(compared).toBeGreaterThan(5);
});

test("G6 the different ways are all minimal ways, each once, cheapest first", () => {
  fc.assert(
    fc.property(anyFewRules, anyHeld, anyGoals, (rules, held, goals) => {
      const ways = plainWays(rules, held, goals);
      const answer = differentWays(compile(atomCount, rules), { held, goals }, 50);
      const text = (ids: readonly number[]) => ids.join(" ");
      expect(answer.ways.map(({ way }) => text(way)).sort()).toEqual(ways.map(text).sort());
      expect(answer.complete).toBe(true);
      const costs = answer.ways.map(({ upper }) => upper);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    }),
    { numRuns: 400 },
  );
});

test("G6 asking for fewer ways gives the cheapest of them and says that there are more", () => {
  fc.assert(
    fc.property(anyFewRules, anyHeld, anyGoals, fc.nat(3), (rules, held, goals, count) => {
      const ways = plainWays(rules, held, goals);
      const answer = differentWays(compile(atomCount, rules), { held, goals }, count);
      const cheapestFirst = ways.map((ids) => costOf(rules, ids)).sort((a, b) => a - b);
      expect(answer.ways.map(({ upper }) => upper)).toEqual(cheapestFirst.slice(0, count));
      expect(answer.complete).toBe(ways.length <= count);
    }),
    { numRuns: 400 },
  );
});

const anyLosses = fc.record({
  goals: fc.uniqueArray(fc.nat(atomCount - 1), { minLength: 3, maxLength: 3 }),
  losses: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
});

test("G7 the front is what brute force finds: no point dominated, none missing", () => {
  fc.assert(
    fc.property(
      anyGuardedRules,
      anyHeld,
      anyLosses,
      anyCosts,
      fc.boolean(),
      (rules, held, { goals, losses }, costs, hasOwner) => {
        const owner = { rules: rules.slice(0, 4), held, goals: goals.slice(0, 1) };
        const party = { rules: compile(atomCount, rules), held, goals };
        const answer = front({
          intruder: party,
          owner: hasOwner ? { ...owner, rules: compile(atomCount, owner.rules) } : undefined,
          costs,
          losses,
        });
        const remains = (chosen: readonly number[]) => {
          const reached = plainReach(plainActive(rules, chosen), held);
          return goals.reduce((sum, goal, i) => sum + (reached.has(goal) ? losses[i]! : 0), 0);
        };
        const isAllowed = (chosen: readonly number[]) =>
          !hasOwner ||
          owner.goals.every((goal) => plainReach(plainActive(owner.rules, chosen), held).has(goal));
        const priceOf = (chosen: readonly number[]) =>
          chosen.reduce((sum, measure) => sum + costs[measure]!, 0);
        const all = subsets(measureCount)
          .filter(isAllowed)
          .map((chosen) => ({ cost: priceOf(chosen), remaining: remains(chosen) }));
        const undominated = all.filter(
          (a) =>
            !all.some(
              (b) =>
                b.cost <= a.cost &&
                b.remaining <= a.remaining &&
                (b.cost < a.cost || b.remaining < a.remaining),
            ),
        );
        const expected = [
          ...new Set(undominated.map(({ cost, remaining }) => `${cost} ${remaining}`)),
        ].sort();
        expect(answer.points.map(({ cost, remaining }) => `${cost} ${remaining}`).sort()).toEqual(expected);
        expect(answer.complete).toBe(true);
        for (const { cost, remaining, choices, proved } of answer.points) {
          expect([isAllowed(choices), priceOf(choices), remains(choices), proved]).toEqual([
            true,
            cost,
            remaining,
            true,
          ]);
        }
      },
    ),
    { numRuns: 1_500 },
  );
});
