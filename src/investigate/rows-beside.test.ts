/** What stands beside what is not the owner's. */
import { expect, test } from "vitest";
import type { Observation } from "../evidence/index.ts";
import { doubtedBeside } from "./rows-beside.ts";

const call = (
  id: number,
  from: number,
  counterparty: string,
  direction: "in" | "out" = "in",
): Observation => ({
  id,
  place: { file: "calls", row: id },
  kind: "call",
  from,
  to: from,
  institutions: [],
  named: [],
  things: [],
  direction,
  counterparty,
  text: "",
  trust: "file",
});

function doubted(calls: readonly Observation[], lies: readonly number[]): readonly number[] {
  const rows = calls.map((observation) => ({
    observation,
    actor: "owner" as const,
    why: { code: "ordinary" as const, words: [], rows: [] },
  }));
  return [...doubtedBeside(rows, { anchors: lies, linksOpened: [], lies }).keys()];
}

test("who called when somebody lied is not called the owner's, where the number stands nowhere else", () => {
  const mother = call(1, 0, "+33612345678");
  const liar = call(2, 10_000, "+33140141414");
  const bank = call(3, 10_020, "3477", "out");
  const again = call(4, 10_010, "+33612345678");
  const calls = [mother, liar, bank, again];
  expect(doubted(calls, [10_005])).toEqual([2]);
  // Nobody lied; or the number has called before; or hours lie between.
  expect(doubted(calls, [])).toEqual([]);
  expect(doubted([...calls, call(5, 100, "+33140141414")], [10_005])).toEqual([]);
  expect(doubted(calls, [10_200])).toEqual([]);
});
