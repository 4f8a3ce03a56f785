/** How what is ruled out is said. */
import { expect, test } from "vitest";
import { verdictWords } from "./verdict-words.ts";

test("what cannot be had in a time is not said to be out of reach for ever", () => {
  expect(verdictWords("en").ruledOut("the savings", "14 hours")).toBe(
    "Not even if every service you use were as weak as the weakest we know, within 14 hours: the savings.",
  );
  expect(verdictWords("zh").ruledOut("存款", "14 小时")).toContain("14 小时内也拿不走：存款");
  expect(verdictWords("en").ruledOut("the savings")).not.toContain("within");
});
