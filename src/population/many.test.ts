/** 128 people at a time and 32 at a time are the same, and each is the plain closure of each person, whatever the number. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { closure, compile } from "../graph/index.ts";
import { isIn, whoReaches } from "./bits.ts";
import { closureOfMany, wordsFor } from "./many.ts";
import { narrow, wide } from "./wide.ts";

const nodes = 12;
const node = fc.integer({ min: 0, max: nodes - 1 });
const anyRule = fc.record({
  asks: fc.array(node, { maxLength: 3 }),
  gives: fc.array(node, { minLength: 1, maxLength: 2 }),
});
const anyBits = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });

/** The same few choices again and again: what stands at one end of a set stands at the other. */
const setOf = (choices: readonly boolean[], people: number) => {
  const bits = new Int32Array(wordsFor(people));
  for (let i = 0; i < people; i++)
    if (choices[i % 7] === true) bits[i >> 5] = (bits[i >> 5] ?? 0) | (1 << (i & 31));
  return bits;
};

test("P1 many at once, however wide, are each by itself", () => {
  const byWide = wide();
  expect(byWide).toBeDefined(); // Every engine the tests run on has the instructions.
  let reachedByAny = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(1, 31, 32, 33, 127, 128, 129, 300),
      fc.array(fc.record({ rule: anyRule, whose: fc.option(anyBits, { nil: undefined }) }), {
        maxLength: 20,
      }),
      fc.array(fc.record({ at: node, whose: anyBits }), { maxLength: 3 }),
      (people, made, given) => {
        const rules = compile(
          nodes,
          made.map(({ rule: { asks, gives } }) => ({
            asks: [...new Set(asks)],
            gives: [...new Set(gives)],
            minutes: 1,
            cost: 1,
            guard: [],
          })),
        );
        const masks = new Map(
          made.flatMap(({ whose }, i) => (whose === undefined ? [] : [[i, setOf(whose, people)] as const])),
        );
        const held = new Map(given.map(({ at, whose }) => [at, setOf(whose, people)]));
        const question = { rules, people, held, masks, active: new Uint8Array(rules.ruleCount).fill(1) };
        const bits = closureOfMany(question, byWide);
        expect(bits).toEqual(closureOfMany(question, narrow()));
        const words = wordsFor(people);
        for (const index of new Set([0, people >> 1, people - 1])) {
          const active = Uint8Array.from(made, (_, i) => (isIn(masks.get(i) ?? setOf([], 0), index) ? 1 : 0));
          for (const [i, { whose }] of made.entries()) if (whose === undefined) active[i] = 1;
          const own = [...held].flatMap(([at, whose]) => (isIn(whose, index) ? [at] : []));
          const { reached } = closure(rules, own, active);
          const many = Array.from({ length: nodes }, (_, at) => isIn(whoReaches(bits, at, words), index));
          expect(many).toEqual(Array.from({ length: nodes }, (_, at) => reached[at] === 1));
          reachedByAny += many.filter(Boolean).length;
        }
        // Nobody is there beyond the last person.
        for (let at = 0; at < nodes; at++)
          for (let i = people; i < words * 32; i++) expect(isIn(whoReaches(bits, at, words), i)).toBe(false);
      },
    ),
  );
  expect(reachedByAny).toBeGreaterThan(0);
});
