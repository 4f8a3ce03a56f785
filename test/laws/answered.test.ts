/** What an audit says is stopped by answering a notice in time is stopped so in every night, and comes to pass in nights slept through. */
import { expect, test } from "vitest";
import { ground } from "../../src/ground/index.ts";
import type { ThingKind } from "../../src/model/index.ts";
import { intruderPolicies, ownerPolicies, type Policy } from "../../src/world/index.ts";
import { answeredIn, answeredInPartIn, answeringOnly, cameInHours, played } from "../kit/answered-nights.ts";
import { heldBackWorld } from "../kit/held-back-world.ts";
import { wild } from "../kit/raced-night.ts";
import { readShipped } from "../kit/shipped.ts";
import type { Asked } from "../kit/taken-and-named.ts";
import { waitingWorld } from "../kit/waiting-world.ts";

const asleep = () => ownerPolicies.get("nothing")!();

interface Held {
  answered: number;
  sleptThrough: number;
  readonly faults: string[];
}

/** Each loss that is named is played with its notices answered, and slept through, by each of these. */
function playBoth(asked: Asked, intruders: readonly Policy[], seed: number, into: Held, name: string): void {
  for (const each of answeredIn(asked)) {
    into.answered += 1;
    let isLost = false;
    for (const intruder of intruders) {
      const answered = played({ asked, intruder, owner: answeringOnly(each), seed });
      if (answered.lossByGoal.has(each.goal))
        into.faults.push(`${name}: ${each.goal} is lost though answered, by ${intruder.id}`);
      const slept = played({ asked, intruder, owner: asleep(), seed });
      isLost ||= slept.lossByGoal.has(each.goal);
    }
    if (isLost) into.sleptThrough += 1;
  }
}

const worlds = Number(process.env["WORLDS"] ?? 400);

/** Every world played both ways; none that is named answered may be lost. */
function overWorlds(worldOf: (seed: number) => Asked): Held {
  const held: Held = { answered: 0, sleptThrough: 0, faults: [] };
  for (let seed = 0; seed < worlds; seed++)
    playBoth(worldOf(seed), [wild(seed), intruderPolicies.get("gang")!()], seed, held, `world ${seed}`);
  expect(held.faults.slice(0, 5)).toEqual([]);
  return held;
}

test("W12 whoever answers in time the notices an audit names loses nothing by that loss, over random worlds", () => {
  const held = overWorlds((seed) => waitingWorld(seed));
  // A check that compares nothing must not pass.
  expect(held.answered).toBeGreaterThan(worlds / 100);
  expect(held.sleptThrough).toBeGreaterThan(held.answered / 10);
});

test("W12 what answering leaves of a loss is all that is lost, and in the hours in which it stops one that one is not", () => {
  const faults: string[] = [];
  const held = { less: 0, taken: 0, inHours: 0, outside: 0 };
  // Few worlds have any: answering stops most of what it makes less.
  for (let seed = 0; seed < 1.5 * worlds; seed++) {
    const asked = waitingWorld(seed, seed % 4 === 0 ? "limits" : "hours");
    for (const each of answeredInPartIn(asked)) {
      const { goal, limitsTo } = each;
      for (const intruder of [wild(seed), intruderPolicies.get("gang")!()]) {
        const owner = answeringOnly(each);
        const night = played({ asked, intruder, owner, seed });
        const lost = night.lossByGoal.get(goal) ?? 0;
        const name = `world ${seed}, ${goal}, ${intruder.id}`;
        if (limitsTo !== undefined) {
          held.less += 1;
          if (lost > 0) held.taken += 1;
          if (lost > limitsTo.amount + 1e-6) faults.push(`${name}: ${lost} lost, ${limitsTo.amount} left`);
        } else if (asked.startsAt === undefined || !cameInHours(each, night, asked)) held.outside += 1;
        else {
          held.inHours += 1;
          if (night.lossByGoal.has(goal)) faults.push(`${name}: lost though answered in the hours`);
        }
      }
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
  // A check that compares nothing must not pass.
  expect([held.less > 0, held.taken > 0, held.inHours > 0, held.outside > 0]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test("W12 and so it is where what was got is held back until a condition lapses", () => {
  const held = overWorlds(heldBackWorld);
  expect(held.answered).toBeGreaterThan(worlds / 20);
  expect(held.sleptThrough).toBeGreaterThan(held.answered / 2);
});

test("W12 and so it is for the people shipped, whichever of their things is in other hands", () => {
  const { catalog, people } = readShipped();
  const held: Held = { answered: 0, sleptThrough: 0, faults: [] };
  for (const person of people.values()) {
    const world = ground({ catalog, person });
    const own = [...person.things.values()].filter(({ of }) => of === undefined);
    const starts = own.flatMap(({ id, kind }) => startsWith(kind).map((word) => word(id)));
    for (const start of starts) {
      const asked: Asked = { world, held: [start], inForce: [], startsAt: undefined, horizonMinutes: 20_000 };
      playBoth(asked, [intruderPolicies.get("gang")!()], 1, held, `${person.id}, ${start}`);
    }
  }
  expect(held.faults).toEqual([]);
  expect(held.answered).toBeGreaterThan(0);
  expect(held.sleptThrough).toBeGreaterThan(0);
});

/** What of a thing may be in other hands: in the hand, or known, or read. */
function startsWith(kind: ThingKind): readonly ((id: string) => string)[] {
  if (kind === "device") return [(id) => `possess(${id})`];
  if (kind === "line") return [(id) => `receive-sms(${id})`];
  return kind === "account" ? [(id) => `know(${id}.password)`, (id) => `enter(${id})`] : [];
}
