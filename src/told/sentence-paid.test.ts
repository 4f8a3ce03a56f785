/** Somebody paid a swindler: what they write of it, and what only sounds like it. */
import { beforeAll, expect, test } from "vitest";
import { paidSentences, unpaidSentences } from "../../test/kit/paid-sentences.ts";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { saidIn } from "./sentence.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const paidIn = (text: string, isOfLies?: boolean): readonly string[] => [
  ...new Set(
    saidIn(shipped.catalog, text, isOfLies === undefined ? {} : { isOfLies }).flatMap(({ sign = "" }) =>
      sign.startsWith("paid") ? [sign] : [],
    ),
  ),
];

test.each(paidSentences)("%s", (text, sign) => {
  expect(paidIn(text)).toEqual([sign]);
});

test.each(unpaidSentences)("%s", (text) => {
  expect(paidIn(text)).toEqual([]);
});

test("what was paid counts only where somebody lied, by all that was told", () => {
  for (const text of ["I transferred 2 lakh", "我转了两万"]) {
    expect(paidIn(text)).toEqual([]);
    expect(paidIn(text, true)).toEqual(["paid"]);
  }
});

test("the numbers of gift cards that were read out open no account; a password does", () => {
  const signs = (text: string) => saidIn(shipped.catalog, text).flatMap(({ sign }) => sign ?? []);
  expect(signs("a scammer made me buy steam cards and I read them the codes")).toEqual([
    "paid-in-gift-cards",
  ]);
  expect(signs("a scammer made me buy steam cards and I gave them my password")).toContain("given");
});
