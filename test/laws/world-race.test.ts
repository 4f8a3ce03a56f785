/** What nights must obey in every world: thousands of random ones, each with a night by random or planning actors. */
import { expect, test } from "vitest";
import { conditionId } from "../../src/model/index.ts";
import { uniform } from "../../src/world/chance.ts";
import {
  mergeTallies,
  type Night,
  openNight,
  ownerPolicies,
  type Policy,
  type RaceTally,
  race,
  resumeNight,
  resumeUntold,
  simulate,
  simulatePrepared,
} from "../../src/world/index.ts";
import { checkNight } from "../kit/night-laws.ts";
import { racedNight, wild } from "../kit/raced-night.ts";
import { racedWorld } from "../kit/raced-world.ts";
import { worldsTried } from "../kit/worlds-tried.ts";

const worlds = worldsTried(2_500);

const laws = ["W1", "W3", "W4", "W5", "W6"] as const;
const faults = new Map<string, string[]>(laws.map((law) => [law, []]));
const seen = { gains: 0, steps: 0, moves: 0, lapses: 0 };
let isPlayed = false;

/** One walk through all worlds serves all laws; each test reads its own faults. */
function faultsOf(law: (typeof laws)[number]): readonly string[] {
  if (!isPlayed) {
    isPlayed = true;
    for (let seed = 0; seed < worlds; seed++) {
      const { question, hands, prepared } = racedNight(seed);
      const checked = checkNight(prepared, simulatePrepared(prepared, { seed }), {
        startsAt: question.startsAt,
        horizonMinutes: question.horizonMinutes,
        hands,
      });
      for (const fault of checked.faults) faults.get(fault.slice(0, 2))?.push(`world ${seed}: ${fault}`);
      seen.gains += checked.counts.gains;
      seen.steps += checked.counts.steps;
      seen.moves += checked.counts.moves;
      seen.lapses += checked.counts.lapses;
    }
  }
  return faults.get(law)?.slice(0, 5) ?? [];
}

test("W1 what the world allows, reach allows, never earlier", () => {
  expect(faultsOf("W1")).toEqual([]);
  // A check that compares nothing must not pass.
  expect(seen.gains).toBeGreaterThan(worlds);
  expect(seen.steps).toBeGreaterThan(worlds);
});

test("W3 no actor acts on what it does not hold, with more hands than it has, or behind closed doors", () => {
  expect(faultsOf("W3")).toEqual([]);
});

test("W4 money is conserved: every yuan is somewhere, and what is lost is gone", () => {
  expect(faultsOf("W4")).toEqual([]);
  expect(seen.moves).toBeGreaterThan(worlds / 20);
});

test("W5 conditions expire when they say, and not before", () => {
  expect(faultsOf("W5")).toEqual([]);
  expect(seen.lapses).toBeGreaterThan(worlds / 20);
});

test("W6 nothing happens before now, nor after the end", () => {
  expect(faultsOf("W6")).toEqual([]);
});

/** Until when nothing at all has reached the owner: no trace, no failure, no loss to notice, nothing of the owner's called off. */
function untoldUntil({ events }: Night): number {
  const told = events.find(
    (event) =>
      (event.kind === "trace" && event.seenBy === "owner") ||
      ((event.kind === "fails" || event.kind === "loses") && event.actor === "owner") ||
      event.kind === "cancels",
  );
  return told?.at ?? Infinity;
}

test("W3 an owner who has been told nothing does what an owner does to whom nothing happens", () => {
  let compared = 0;
  const pairs = worldsTried(1_000);
  for (let seed = 0; seed < pairs; seed++) {
    const raced = racedWorld(seed);
    const rests: Policy = { id: "rests", next: () => [] };
    const question = {
      ...raced,
      eventsMax: 400,
      hands: { intruder: 3, owner: 2 },
      owner: ownerPolicies.get("checklist")!({ noticedMinutes: 5 + (seed % 60) }),
      seed,
    };
    const calm = simulate({ ...question, intruder: rests });
    const wildly = simulate({ ...question, intruder: wild(seed) });
    const until = Math.min(untoldUntil(calm), untoldUntil(wildly));
    const deeds = ({ events }: Night) =>
      events.flatMap((event) => {
        if (event.at >= until || !("actor" in event) || event.actor !== "owner") return [];
        if (event.kind === "looks" || event.kind === "looked")
          return [`${event.at} ${event.kind} ${event.condition}`];
        if (event.kind !== "begins" && event.kind !== "ends") return [];
        return [`${event.at} ${event.kind} ${event.step}`];
      });
    const [alone, beset] = [deeds(calm), deeds(wildly)];
    const cut =
      calm.truncated || wildly.truncated
        ? Math.min(alone.length, beset.length)
        : Math.max(alone.length, beset.length);
    expect([seed, beset.slice(0, cut)]).toEqual([seed, alone.slice(0, cut)]);
    compared += alone.length;
  }
  expect(compared).toBeGreaterThan(pairs / 5);
});

/** A tally as text, typed arrays and maps included. */
const textOf = (tally: RaceTally): string =>
  JSON.stringify(tally, (_, value: unknown) =>
    value instanceof Map || value instanceof Uint32Array ? [...value] : value,
  );

test("W2 same seed, same run, to the byte, whatever was played before and however the runs are split", () => {
  let lost = 0;
  for (let seed = 0; seed < 150; seed++) {
    const { question, prepared } = racedNight(seed);
    const third = simulatePrepared(prepared, { seed, run: 3 });
    simulatePrepared(prepared, { seed: seed + 1, run: 8 });
    expect(JSON.stringify(simulate({ ...racedNight(seed).question, seed, run: 3 }))).toBe(
      JSON.stringify(third),
    );
    const asked = { ...question, runs: 12, seed };
    const whole = race(asked);
    const split = 1 + (seed % 11);
    const [first, last] = [
      race({ ...racedNight(seed).question, runs: 12, seed }, { to: split }),
      race(asked, { from: split }),
    ];
    expect(textOf(mergeTallies(first, last))).toBe(textOf(whole));
    expect(textOf(mergeTallies(last, first))).toBe(textOf(whole));
    lost += whole.lossRuns;
  }
  expect(lost).toBeGreaterThan(100);
});

test("a policy that never stops is cut off, and the night says so", () => {
  const restless: Policy = {
    id: "restless",
    next: (view) => [
      { kind: "look", condition: conditionId(0) },
      { kind: "wait", until: view.now + 1e-9 },
    ],
  };
  for (let seed = 0; seed < 20; seed++) {
    const { question } = racedNight(seed);
    if (question.world.conditions.length === 0) continue;
    const night = simulate({ ...question, eventsMax: 40, intruder: restless, owner: restless, seed });
    expect(night.truncated).toBe(true);
    expect(night.events.length).toBeLessThan(1_000);
  }
});

test("W9 a night stopped anywhere, copied and continued is to the byte the night it would have been", () => {
  let later = 0;
  for (let seed = 0; seed < 140; seed++) {
    const { question, prepared } = racedNight(seed);
    const whole = simulatePrepared(prepared, { seed, run: 2 });
    const stop = question.horizonMinutes * uniform(seed, 1, 1, 1);
    const night = openNight(prepared, { seed, run: 2 });
    night.advance({ until: stop });
    const snapshot = night.snapshot();
    // Whatever is played in between, and in a world prepared anew.
    simulatePrepared(prepared, { seed: seed + 1 });
    for (const world of [prepared, racedNight(seed).prepared]) {
      const again = resumeNight(world, snapshot);
      again.advance({ until: question.horizonMinutes });
      expect([seed, JSON.stringify(again.tell())]).toEqual([seed, JSON.stringify(whole)]);
      expect(world.arena.has).toEqual(prepared.arena.has);
      // Not written down, it is the same night.
      const [lost, has] = [[...world.arena.lossOf], [...world.arena.has]];
      resumeUntold(world, snapshot).advance({ until: question.horizonMinutes });
      expect([[...world.arena.lossOf], [...world.arena.has]]).toEqual([lost, has]);
    }
    if (whole.events.some(({ at }) => at > stop)) later++;
  }
  expect(later).toBeGreaterThan(25);
});
