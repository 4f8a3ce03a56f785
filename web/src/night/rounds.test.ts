/** What repeats is said once, and nothing is left out. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "./night-told.ts";
import { rowsOf } from "./rounds.ts";

/** Each letter is a look at a condition of that name. */
const looks = (text: string): readonly Entry[] =>
  [...text].map((condition, at) => ({ kind: "look", side: "owner", at, until: at, condition, isSet: true }));

/** `a 3×(bc) d` */
const check = (text: string) =>
  rowsOf(looks(text))
    .map((row) =>
      row.kind === "one"
        ? (row.entry as { condition: string }).condition
        : `${row.times}×(${row.round.map((entry) => (entry as { condition: string }).condition).join("")})`,
    )
    .join(" ");

test("suspended and lifted over and over is one round", () => {
  expect(check("xslslslsly")).toBe("x 4×(sl) y");
  expect(check("aaa")).toBe("3×(a)");
  expect(check("abab")).toBe("a b a b");
  expect(check("")).toBe("");
});

test("the longest stretch wins, and the shortest round of it", () => {
  expect(check("aaaaaa")).toBe("6×(a)");
  expect(check("abcabcabcab")).toBe("3×(abc) a b");
});

test("whatever stands in the rows is what was handed in, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 60 }), (text) => {
      const entries = looks(text);
      expect(rowsOf(entries).flatMap((row) => (row.kind === "one" ? [row.entry] : row.entries))).toEqual(
        entries,
      );
    }),
  );
});
