/** One run is one step: what it sets stops all it gives, on whichever measures the things it concerns may hang. */
import { expect, test } from "vitest";
import { reachedIn, worldOf } from "../../test/kit/small-world.ts";

const carrier = `
institution: carrier
provides: line
flows:
  go: { asks: possess(sim), gives: [charge(line.cards)], sets: [{ condition: money-held(line.cards), expires: 30m }], takes: 5m }
`;
const person = (measures: string) => `
person: { id: p }
lines: { one: { carrier: carrier, sim: physical }, two: { carrier: carrier, sim: physical } }
cards: { a: { bank: bank, reserved-line: one, balance: 10 }, b: { bank: bank, reserved-line: one, balance: 10 } }
${measures}
`;
const times = (measures: string, inForce: readonly string[] = []) => {
  const world = worldOf([carrier], person(measures));
  const found = reachedIn(world, { held: ["possess(sim.one)"], measures: inForce });
  return ["a", "b"].map((card) => found.get(`charge(card.${card})`));
};

test("what a run sets stops what it gives, though a card may be moved to another line", () => {
  expect(times("")).toEqual([35, 35]);
  const moved = "measures: { elsewhere: { effort: low, moves: { card.a.reserved-line: line.two } } }";
  expect(times(moved)).toEqual([35, 35]);
  expect(times(moved, ["elsewhere"])).toEqual([undefined, 35]);
  // A measure that says what is so already changes nothing.
  const idle = "measures: { as-it-is: { effort: low, moves: { card.a.reserved-line: line.one } } }";
  expect(times(idle)).toEqual([35, 35]);
  expect(times(idle, ["as-it-is"])).toEqual([35, 35]);
  const both =
    "measures: { a-away: { effort: low, moves: { card.a.reserved-line: none } }, b-away: { effort: low, moves: { card.b.reserved-line: none } } }";
  expect(times(both, ["b-away"])).toEqual([35, undefined]);
});
