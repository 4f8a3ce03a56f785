/** What reach, earliest times and proofs must obey in every world. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compiled, ecosystem } from "../../bench/ecosystem.ts";
import {
  closure,
  closureScratch,
  compile,
  earliest,
  type PlainRule,
  proof,
  slice,
} from "../../src/graph/index.ts";
import {
  anyGoals,
  anyHeld,
  anyRules,
  anyTimedRules,
  atomCount,
  plainReach,
  plainTimes,
} from "./any-rules.ts";

const runs = { numRuns: 1_000 };
const reachedBy = (rules: readonly PlainRule[], held: readonly number[]) => {
  const { order, count } = closure(compile(atomCount, rules), held);
  return [...order.subarray(0, count)].sort((a, b) => a - b);
};
const sorted = (atoms: Iterable<number>) => [...atoms].sort((a, b) => a - b);

test("G1 holding more never reaches less", () => {
  fc.assert(
    fc.property(anyRules, anyHeld, anyHeld, (rules, held, extra) => {
      const more = new Set(reachedBy(rules, [...held, ...extra]));
      expect(reachedBy(rules, held).filter((atom) => !more.has(atom))).toEqual([]);
    }),
    runs,
  );
});

test("G1 the fast closure reaches what the plain one reaches", () => {
  fc.assert(
    fc.property(anyRules, anyHeld, (rules, held) => {
      expect(reachedBy(rules, held)).toEqual(sorted(plainReach(rules, held)));
    }),
    runs,
  );
});

test("G1 the fast closure reaches what the plain one reaches in a world of 1,601 rules", () => {
  for (let seed = 1; seed <= 3; seed++) {
    const world = ecosystem({ services: 200, seed });
    const { order, count } = closure(compiled(world), world.held);
    expect(sorted(order.subarray(0, count))).toEqual(sorted(plainReach(world.plain, world.held)));
    expect(count).toBeGreaterThan(300);
  }
});

test("G1 a closure leaves nothing behind for the next one", () => {
  fc.assert(
    fc.property(anyRules, anyHeld, anyHeld, (plain, first, second) => {
      const rules = compile(atomCount, plain);
      const scratch = closureScratch(rules);
      closure(rules, first, undefined, scratch);
      closure(rules, second, undefined, scratch);
      expect(scratch.reached).toEqual(closure(rules, second).reached);
    }),
    runs,
  );
});

test("G2 every reached capability has a proof whose leaves were held", () => {
  fc.assert(
    fc.property(anyTimedRules, anyHeld, fc.nat(10_079), (plain, held, startsAt) => {
      const rules = compile(atomCount, plain);
      const found = earliest(rules, held, { startsAt });
      const reached = plainReach(
        plain.filter((rule) => rule.opens === undefined || rule.opens.some(([from, to]) => from !== to)),
        held,
      );
      for (let goal = 0; goal < atomCount; goal++) {
        const why = proof(rules, { held, goal, found, startsAt });
        expect(why !== undefined).toBe(reached.has(goal));
        if (why === undefined) continue;
        expect(why.leaves.every((leaf) => held.includes(leaf))).toBe(true);
        expect(why.at).toBe(found.time[goal]);
        const had = new Map(why.leaves.map((leaf) => [leaf, 0]));
        for (const [index, step] of why.steps.entries()) {
          const rule = plain[step.rule]!;
          expect(sorted(step.asks.map((ask) => ask.atom))).toEqual(sorted(new Set(rule.asks)));
          for (const { atom, from } of step.asks) {
            if (from !== undefined) expect(from < index && why.steps[from]!.gives.includes(atom)).toBe(true);
            expect(had.get(atom)! <= step.begins).toBe(true);
          }
          expect(step.ends).toBe(step.begins + rule.minutes);
          for (const atom of step.gives) {
            expect(rule.gives.includes(atom)).toBe(true);
            had.set(atom, Math.min(had.get(atom) ?? Infinity, step.ends));
          }
        }
        expect(had.get(goal)).toBe(why.at);
      }
    }),
    runs,
  );
});

test("G2 no step of a proof is superfluous", () => {
  fc.assert(
    fc.property(anyTimedRules, anyHeld, fc.nat(10_079), (plain, held, startsAt) => {
      const rules = compile(atomCount, plain);
      const found = earliest(rules, held, { startsAt });
      for (let goal = 0; goal < atomCount; goal++) {
        const steps = proof(rules, { held, goal, found, startsAt })?.steps ?? [];
        for (const dropped of steps) {
          const rest = steps.filter((step) => step !== dropped).map((step) => plain[step.rule]!);
          expect(plainTimes(rest, held, startsAt)[goal]! > found.time[goal]!).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("G3 earliest times equal brute force on small worlds", () => {
  fc.assert(
    fc.property(anyRules, anyHeld, (rules, held) => {
      expect([...earliest(compile(atomCount, rules), held).time]).toEqual(plainTimes(rules, held));
    }),
    runs,
  );
});

test("G3 earliest times with opening hours equal brute force on small worlds", () => {
  fc.assert(
    fc.property(anyTimedRules, anyHeld, fc.nat(10_079), (rules, held, startsAt) => {
      const { time } = earliest(compile(atomCount, rules), held, { startsAt });
      expect([...time]).toEqual(plainTimes(rules, held, startsAt));
    }),
    { numRuns: 300 },
  );
});

test("G3 the order of the rules changes no time and no number of steps", () => {
  fc.assert(
    fc.property(anyRules, anyHeld, (rules, held) => {
      const there = earliest(compile(atomCount, rules), held);
      const back = earliest(compile(atomCount, [...rules].reverse()), held);
      expect([...back.time]).toEqual([...there.time]);
      expect([...back.steps]).toEqual([...there.steps]);
    }),
    runs,
  );
});

test("G3 the slice has the same goals at the same times", () => {
  fc.assert(
    fc.property(anyTimedRules, anyHeld, anyGoals, fc.nat(10_079), (plain, held, goals, startsAt) => {
      const rules = compile(atomCount, plain);
      const whole = earliest(rules, held, { startsAt });
      const part = slice(rules, { held, goals });
      const { time } = earliest(part.rules, part.held, { startsAt });
      for (const goal of goals) {
        const small = part.atomOf(goal);
        expect(small === undefined ? Infinity : time[small]).toBe(whole.time[goal]);
      }
      for (const [small, rule] of part.ruleIds.entries())
        expect(part.rules.minutes[small]).toBe(plain[rule]!.minutes);
    }),
    runs,
  );
});
