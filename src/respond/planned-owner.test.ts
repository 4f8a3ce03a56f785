/** The plan as an owner's policy: what is advised is what is played, from the minute it was advised. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { ground } from "../ground/index.ts";
import { checklistMoves, defend, intruderPolicies, type Policy, race, simulate } from "../world/index.ts";
import { dayOf, plannedOwner, type Response, readIncident, respond } from "./index.ts";

let shipped: Shipped;
let response: Response;
const person = () => {
  const found = shipped.people.get("chengdu-2020-before");
  if (found === undefined) throw new Error("the founding person is missing");
  return found;
};
beforeAll(() => {
  shipped = readShipped();
  const { incident } = readIncident(
    readYaml(
      `incident: { at: "2020-09-04T21:24+08:00", since: "2020-09-04T19:30+08:00", region: cn, gone: [device.phone], phone: { lock: locked } }
signs: [{ at: "2020-09-04T21:24+08:00", sign: number-rings, on: line.main }]
helpers: [{ id: husband }, { id: mother }]`,
      "incident.yaml",
    ),
    shipped.catalog,
  );
  if (incident === undefined) throw new Error("it is no incident");
  response = respond({
    catalog: shipped.catalog,
    person: person(),
    isUndescribed: false,
    incident,
    today: dayOf(incident),
  });
});

const fromMinute = 114;
/** Fri 19:30. */
const startsAt = 4 * 24 * 60 + 19 * 60 + 30;

test("what has to wait until an office opens is not advised first at night", () => {
  const [first] = response.next;
  expect(first?.way.map((step) => response.world.steps[step]?.flow.channel)).not.toContain("counter");
});

test("in a world of the same person the plan is begun when it was made, by the way that is advised, and helps", () => {
  const world = ground({ catalog: shipped.catalog, person: person() });
  const owner = plannedOwner({ response, world, fromMinute, ringsEveryMinutes: 20 });
  const gang = intruderPolicies.get("gang")!;
  const losses = { planned: 0, nothing: 0 };
  for (let run = 0; run < 12; run += 1) {
    const night = { world, held: ["possess(device.phone)"], startsAt, horizonMinutes: 600, seed: 7, run };
    const planned = simulate({ ...night, intruder: gang({ startMinute: 74 }), owner });
    const begun = planned.events.filter((event) => event.kind === "begins" && event.actor === "owner");
    expect(begun.length).toBeGreaterThan(3);
    expect(begun[0]?.at).toBeGreaterThanOrEqual(fromMinute);
    losses.planned += planned.loss;
    losses.nothing += simulate({
      ...night,
      intruder: gang({ startMinute: 74 }),
      owner: { id: "nothing", next: () => [] },
    }).loss;
  }
  expect(losses.planned).toBeLessThan(losses.nothing / 2);
});

test("R6 played in the founding night, our plan leaves at most half of what the usual checklist leaves", () => {
  const world = ground({ catalog: shipped.catalog, person: person() });
  const runs = 60;
  const lost = (owner: Policy) => {
    const night = { world, held: ["possess(device.phone)"], startsAt, horizonMinutes: 990, seed: 7 };
    const intruder = intruderPolicies.get("gang")!({ startMinute: 74 });
    const { losses } = race({ ...night, intruder, owner, runs });
    return [...losses].reduce((total, [hundredths, nights]) => total + hundredths * nights, 0);
  };
  const planned = lost(plannedOwner({ response, world, fromMinute, ringsEveryMinutes: 20 }));
  const checklist = lost(defend("checklist", { moves: checklistMoves(fromMinute) }));
  expect(checklist).toBeGreaterThan(0);
  expect(planned).toBeLessThanOrEqual(checklist / 2);
});

test("a world without the plan's steps has nothing of it to play", () => {
  const world = ground({ catalog: shipped.catalog, person: person() });
  const bare = { ...world, steps: [], conditions: [] };
  const owner = plannedOwner({ response, world: bare, fromMinute, ringsEveryMinutes: 20 });
  const night = simulate({
    world,
    held: ["possess(device.phone)"],
    startsAt,
    horizonMinutes: 300,
    seed: 7,
    intruder: intruderPolicies.get("gang")!(),
    owner,
  });
  expect(night.events.filter((event) => event.kind === "begins" && event.actor === "owner")).toEqual([]);
});
