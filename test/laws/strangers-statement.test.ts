/** I1 What is told in one statement counts sentence by sentence, and what a place they were in drew is not called the owner's. */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import { toldInOneStatement } from "../kit/strangers-statement.ts";

test("I1 a statement of many sentences denies each payment it names, and what the exchange drew two days later is asked about", {
  timeout: 600_000,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(toldInOneStatement());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  // The money that was named was lost; what was drawn nobody spoke of: it is asked.
  expect(answer.losses.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([1500, 2000]);
  expect(answer.unexplained.map(({ file }) => file)).toContain("Chase1123_Activity_20261120.CSV");
  const first = answer.questions.find(({ id }) => id === "first-moment");
  expect(first?.answer.join(" ")).toContain("2026-11-14T19:38");
});
