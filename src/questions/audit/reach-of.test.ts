/** One capability asked about: whether, when, by which way, and on what that rests. */

import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { openReach } from "../../reach/index.ts";
import { reachOf } from "./reach-of.ts";

const x = `
institution: x
kind: other
basis: { status: tested, seen: 2020, source: https://example.org }
flows:
  one: { asks: know(person.name), gives: [know(person.address)], takes: 2m }
  two: { asks: know(person.address), gives: [know(person.tax-number)], takes: 3m, hours: "09:00-17:00", basis: { status: reported, seen: 2020, source: https://example.org } }
measures: { stop: { by: institution, effort: low, removes: [two] } }
`;
const reach = openReach(worldOf([x], "person: { id: p }"));
const held = ["know(person.name)"];
const told = (capability: string, more = {}) => {
  const { minutes, way, basis } = reachOf({ reach, held, ...more }, capability);
  return [minutes, way?.steps.map(({ flow }) => flow).join(" → "), basis];
};

test("what is reached has a way, a time and the weakest basis of that way", () => {
  expect(told("know(person.tax-number)")).toEqual([5, "one → two", "reported"]);
  expect(told("know(person.address)")).toEqual([2, "one", "tested"]);
});

test("what is held is reached at once, by no step, on nothing", () => {
  expect(told("know(person.name)")).toEqual([0, "", null]);
  expect(reachOf({ reach, held: ["know(person.photo)"] }, "know(person.photo)").minutes).toBe(0);
});

test("what is not reached, not in time, or that no flow speaks of is never", () => {
  expect(told("know(person.tax-number)", { inForce: [0] })).toEqual([null, undefined, null]);
  expect(told("know(person.tax-number)", { withinMinutes: 4 })).toEqual([null, undefined, null]);
  expect(told("know(person.photo)")).toEqual([null, undefined, null]);
});

test("with a beginning the office must be open", () => {
  expect(told("know(person.tax-number)", { startsAt: 8 * 60 })[0]).toBe(63);
});
