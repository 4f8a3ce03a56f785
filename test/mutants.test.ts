/** What is broken on purpose: the small changes themselves, and how a sample of them is drawn. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, scoreOf } from "../scripts/mutants.ts";
import { mutated, mutationsOf } from "../scripts/mutations.ts";

const texts = (text: string) => mutationsOf("some.ts", text).map((each) => mutated(text, each));

test.each([
  ["a boundary", "f(a < b);", "f(a <= b);"],
  ["an equality", "x = a === b;", "x = a !== b;"],
  ["a condition", "if (a(b)) c = d;", "if (!(a(b))) c = d;"],
  ["arithmetic", "x = a + b;", "x = a - b;"],
  ["and", "x = a && b;", "x = a || b;"],
  ["what stands in for nothing", "x = a ?? b;", "x = (a);"],
  ["a statement", "done.add(a);", ";"],
  ["a constant", "const most = 64;", "const most = (64 + 1);"],
  ["a boolean", "const x = true;", "const x = false;"],
  ["an array", "const x = [a];", "const x = [];"],
  ["every", "x = a.every(b);", "x = a.some(b);"],
  ["the smaller", "x = Math.min(a, b);", "x = Math.max(a, b);"],
  ["a filter", "x = a.filter(b);", "x = (a);"],
  ["a body", "function f() { a(); return b; }", "function f() { return undefined; }"],
])("%s is broken", (_what, text, broken) => {
  expect(texts(text)).toContain(broken);
});

test.each([
  ["an import", 'import { a } from "./a.ts";'],
  ["a type", "type Two = 2 | true;"],
  ["the type of a value", "let a: 2 | readonly [true];"],
  ["an interface", "interface A { readonly b: 1 }"],
  ["what is thrown", "throw new Error(String(1 + 1));"],
  ["text put together", 'const a = "b" + c;'],
  ["a pattern", "([a, b] = c)"],
])("%s is left as it is", (_what, text) => {
  expect(texts(text).filter((each) => each !== ";")).toEqual([]);
});

const places = fc.uniqueArray(fc.nat(1_000), { maxLength: 60 });
const mutantAt = (start: number) => ({
  path: "some.ts",
  kind: "boolean",
  start,
  end: start + 4,
  replacement: "true",
  line: 1,
  was: "false",
});

test("a sample is drawn by its seed alone, whatever order the mutants stand in, and a larger one holds it", () => {
  fc.assert(
    fc.property(places, fc.nat(20), fc.nat(20), fc.nat(), (starts, sample, more, seed) => {
      const mutants = starts.map(mutantAt);
      const some = drawn(mutants, { sample: sample + 1, seed });
      expect(drawn([...mutants].reverse(), { sample: sample + 1, seed })).toEqual(some);
      expect(some).toHaveLength(Math.min(sample + 1, mutants.length));
      expect(drawn(mutants, { sample: sample + 1 + more, seed }).slice(0, some.length)).toEqual(some);
      expect(drawn(mutants, { sample: 0, seed })).toHaveLength(mutants.length);
    }),
  );
});

test("a score is never rounded up to what was not reached", () => {
  expect(scoreOf({ killed: 849, survived: 151 })).toBe(84);
  expect(scoreOf({ killed: 85, survived: 15 })).toBe(85);
  expect(scoreOf({ killed: 0, survived: 0 })).toBe(0);
});
