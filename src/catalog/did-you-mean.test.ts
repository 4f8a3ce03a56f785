/** Guesses at what somebody meant: near ones only, and never slow. */
import { expect, test } from "vitest";
import { didYouMean, helpWith } from "./did-you-mean.ts";

const known = ["receive-sms", "receive-call", "possess", "pin"];

test("one letter wrong, missing or swapped in a few is near", () => {
  expect([
    didYouMean("recieve-sms", known),
    didYouMean("posess", known),
    didYouMean("pn", known),
    didYouMean("pni", known),
  ]).toEqual(["receive-sms", "possess", "pin", "pin"]);
});

test("a word that shares little with any known one gets no guess", () => {
  expect(didYouMean("liveness", known)).toBeUndefined();
});

test("of two equally near the first in order is meant, whatever the order they come in", () => {
  expect(didYouMean("cat", ["car", "cap"])).toBe("cap");
  expect(didYouMean("cat", ["cap", "car"])).toBe("cap");
});

test("a text of a megabyte is no mistyped word", () => {
  // Compared letter by letter with so many words it would not end before the runner's own limit.
  expect(
    didYouMean(
      "a".repeat(1_000_000),
      Array.from({ length: 200_000 }, (_, i) => `word-${i}`),
    ),
  ).toBeUndefined();
});

test("without a guess the few known words are listed, else it is said where they stand", () => {
  expect(helpWith("zzz", ["a", "b"], "look there")).toBe("one of `a`, `b`");
  expect(
    helpWith(
      "zzz",
      Array.from({ length: 25 }, (_, i) => `word-${i}`),
      "look there",
    ),
  ).toBe("look there");
  expect(helpWith("zzz", [], "look there")).toBe("look there");
});
