/** What is only lent to a place is a way into it in some of the nights, and in others it is none. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { intruderPolicies, simulate } from "../world/index.ts";
import { groundedFor } from "./grounded-for.ts";
import { evenly } from "./rooms.ts";

const { catalog, people } = readShipped();
const person = people.get("chengdu-2020-before");
if (person === undefined) throw new Error("the founding person is missing");
const { world } = groundedFor(catalog, person, "2020-09-04");

function lentStepsOf(isOnlyByRead: boolean): number {
  const { events } = simulate({
    world,
    held: ["possess(device.phone)"],
    horizonMinutes: 600,
    seed: 1,
    latents: { isOnlyByRead },
    intruder: intruderPolicies.get("gang")!(),
    owner: { id: "nothing", next: () => [] },
  });
  return events.filter(
    (event) =>
      event.kind === "begins" && event.actor === "intruder" && world.steps[event.step]?.lent !== undefined,
  ).length;
}

test("an intruder who goes by what somebody has read begins nothing that is lent", () => {
  expect(lentStepsOf(true)).toBe(0);
  expect(lentStepsOf(false)).toBeGreaterThan(0);
});

test("in the earlier half of the nights of a room as in the later, every other one goes by what is lent", () => {
  const lent = (from: number) =>
    Array.from({ length: 30 }, (_, i) => evenly(from + i)[3]).filter((share) => share < 0.5).length;
  for (const half of [lent(0), lent(30)]) expect(Math.abs(half - 15)).toBeLessThanOrEqual(1);
});
