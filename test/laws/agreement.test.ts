/** Audit and world read the same steps: what a night takes, an audit of the same world names, as early and as much. */
import { expect, test } from "vitest";
import { ground } from "../../src/ground/index.ts";
import { audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import {
  intruderPolicies,
  type Night,
  ownerPolicies,
  prepare,
  simulatePrepared,
} from "../../src/world/index.ts";
import { racedNight } from "../kit/raced-night.ts";
import type { RacedWorld } from "../kit/raced-world.ts";
import { readShipped } from "../kit/shipped.ts";

type Asked = Pick<RacedWorld, "world" | "held" | "inForce" | "startsAt">;

/** Where the night takes what the audit does not name, or more, or sooner. */
function faultsOf({ world, held, inForce, startsAt }: Asked, night: Night): readonly string[] {
  const { losses } = audit({
    reach: openReach(world),
    held,
    inForce,
    startsAt,
    sides: [],
    wantsCheapest: false,
    wantsFront: false,
  });
  const first = new Map<string, number>();
  for (const event of night.events)
    if (event.kind === "gains" && event.actor === "intruder" && !first.has(event.capability.text))
      first.set(event.capability.text, event.at);
  return [...night.lossByGoal].flatMap(([goal, taken]) => {
    const named = losses.find((each) => each.goal === goal);
    if (named === undefined || !named.reachable) return [`${goal} is taken and not named`];
    const at = first.get(goal);
    const early = named.earliestMinutes ?? Infinity;
    return [
      ...(named.amount !== undefined && taken > named.amount + 1e-6
        ? [`${goal}: ${taken} are taken, ${named.amount} named`]
        : []),
      ...(at !== undefined && at < early - 1e-6 ? [`${goal} is taken at ${at}, named from ${early}`] : []),
    ];
  });
}

const worlds = Number(process.env["WORLDS"] ?? 1_000);

test("W8 what a night takes, audit names: never more, never sooner", () => {
  const faults: string[] = [];
  let taken = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const { raced, prepared } = racedNight(seed);
    const night = simulatePrepared(prepared, { seed });
    if (night.lossByGoal.size === 0) continue;
    taken += night.lossByGoal.size;
    faults.push(...faultsOf(raced, night).map((fault) => `world ${seed}: ${fault}`));
  }
  expect(faults.slice(0, 5)).toEqual([]);
  // A check that compares nothing must not pass.
  expect(taken).toBeGreaterThan(worlds / 10);
});

test("W8 and so it is for the people shipped, whoever fights", () => {
  const { catalog, people } = readShipped();
  const faults: string[] = [];
  let taken = 0;
  for (const person of people.values()) {
    const world = ground({ catalog, person });
    const phones = [...person.things.values()].filter(
      ({ kind, of }) => kind === "device" && of === undefined,
    );
    for (const { id } of phones) {
      for (const owner of ["nothing", "checklist"] as const) {
        const asked: Asked = { world, held: [`possess(${id})`], inForce: [], startsAt: undefined };
        const prepared = prepare({
          ...asked,
          horizonMinutes: 1_440,
          intruder: intruderPolicies.get("gang")!(),
          owner: ownerPolicies.get(owner)!(),
          unstatedChance: 1,
        });
        const night = simulatePrepared(prepared, { seed: 1 });
        taken += night.lossByGoal.size;
        faults.push(...faultsOf(asked, night).map((fault) => `${person.id}, ${id}, ${owner}: ${fault}`));
      }
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(taken).toBeGreaterThan(20);
});
