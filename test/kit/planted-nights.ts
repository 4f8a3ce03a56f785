/** Nights the world plays, as the rows they would have left in a month of ordinary life; a share of the night's rows is lost. */
import { readWholeFolder } from "../../src/catalog/index.ts";
import { type Grounded, ground } from "../../src/ground/index.ts";
import type { InvestigateQuestion } from "../../src/investigate/index.ts";
import { at } from "../../src/model/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { recordsOf } from "../../src/testing/index.ts";
import { intruderPolicies, ownerPolicies, simulate } from "../../src/world/index.ts";

/** Whose nights, and with what in other hands they begin. */
export const plantedOn: ReadonlyMap<string, readonly string[]> = new Map([
  ["chengdu-2020-before", ["possess(device.phone)", "possess(sim.main)"]],
  ["abroad", ["possess(device.phone)", "unlock(device.phone)"]],
  ["elder", ["possess(device.phone)"]],
]);

const { catalog, others } = readWholeFolder({ folder: "catalog", stories: false });
const worlds = new Map<string, Grounded>();

function worldOf(reference: string): Grounded {
  const yaml = others.find(({ file }) => file.endsWith(`/people/${reference}.yaml`))?.yaml;
  const person = yaml === undefined ? undefined : readPerson(yaml, catalog).person;
  if (person === undefined) throw new Error(`no person ${reference}`);
  const world = worlds.get(reference) ?? ground({ catalog, person });
  worlds.set(reference, world);
  return world;
}

/** What would be asked of it; the solver is the asker's. */
export function plantedNight({
  reference,
  seed,
  dropped,
}: {
  readonly reference: string;
  readonly seed: number;
  readonly dropped: number;
}): Omit<InvestigateQuestion, "solve"> {
  const world = worldOf(reference);
  const { events } = simulate({
    world,
    held: plantedOn.get(reference) ?? [],
    horizonMinutes: 12 * 60,
    // Friday evening.
    startsAt: 4 * 1440 + 19 * 60 + 30,
    intruder: intruderPolicies.get("gang")!({ startMinute: 30 }),
    owner: ownerPolicies.get("checklist")!({ noticedMinutes: 90 }),
    unstatedChance: 0.5,
    seed,
    run: 0,
  });
  const begun = new Map<number, number>();
  const runs = events.flatMap((event) => {
    if (event.kind === "begins") begun.set(event.run, event.at);
    if (event.kind !== "ends") return [];
    const from = begun.get(event.run) ?? event.at;
    return [{ step: at(world.steps, event.step), actor: event.actor, from, to: event.at }];
  });
  const { rows, files } = recordsOf({
    world,
    runs,
    beginsAt: "2020-09-04T19:30:00+08:00",
    zoneMinutes: 480,
    seed,
    daysBefore: 30,
    daysAfter: 1,
    dropped,
  });
  return { world, rows: rows.map(({ row }) => row), files, zoneMinutes: 480 };
}
