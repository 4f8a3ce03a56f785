/** Many nights, stretch by stretch, are the nights the world plays in one go; stopped early they are whole pairs. */
import { expect, test } from "vitest";
import { readYaml } from "../../../src/catalog/index.ts";
import { readPerson } from "../../../src/person/index.ts";
import { race, summarise } from "../../../src/world/index.ts";
import { readFounding, readToldNight } from "../../data-plugin.ts";
import { type Manner, openNight } from "./night-world.ts";
import { raceOf } from "./racing.ts";

const told = readToldNight();
const opened = openNight({ ...told, catalog: readFounding().catalog, horizonMinutes: told.endsAt });
const manner: Manner = { thieves: "gang", owner: "late", measures: [] };
const lifted = { ...manner, measures: ["lift-only-at-counter"] };
const seed = 11;

function whole(runs: number) {
  const racing = raceOf({ without: opened.question(manner), with: opened.question(lifted), runs, seed });
  racing.play(() => false);
  return racing.sum();
}

test("in stretches of any length the figures are those of one race", () => {
  const runs = 120;
  const question = { ...opened.question(manner), runs, seed };
  const asked = summarise(race(question), question);
  let left = 0;
  const racing = raceOf({ without: opened.question(manner), with: opened.question(lifted), runs, seed });
  while (racing.played < runs) {
    left = 7;
    racing.play(() => left-- === 0);
  }
  const sum = racing.sum();
  expect(sum.without.pLoss).toEqual(asked.pLoss);
  expect(sum.without.loss).toEqual(asked.loss);
  expect(sum.without.firstLossMinutes).toEqual(asked.firstLossMinutes);
  expect(sum).toEqual(whole(runs));
});

test("stopped early, both sides have played the same nights, and the first nights of any race are the same", () => {
  const racing = raceOf({
    without: opened.question(manner),
    with: opened.question(lifted),
    runs: 10_000,
    seed,
  });
  let nights = 40;
  racing.play(() => nights-- === 0);
  const { played, wanted, without, with: other } = racing.sum();
  expect([played, wanted]).toEqual([40, 10_000]);
  const short = whole(40);
  expect({ without, other }).toEqual({ without: short.without, other: short.with });
});

test("bars hold every night, and what is spared is the difference of the means", () => {
  const { without, with: other, spared, played } = whole(200);
  for (const side of [without, other])
    expect((side?.bars ?? []).reduce((sum, { share }) => sum + share.value * played, 0)).toBeCloseTo(played);
  expect(without.bars.map(({ to }) => to)).toEqual(other?.bars.map(({ to }) => to));
  expect(spared?.mean).toBeCloseTo(without.loss.mean - (other?.loss.mean ?? 0));
  expect(spared?.ci95[0]).toBeGreaterThan(0);
  expect(without.goneBy.at(-1)?.share).toBeCloseTo(without.pLoss.value);
  expect(without.goneBy.every(({ share }, i) => share >= (without.goneBy[i - 1]?.share ?? 0))).toBe(true);
});

test("before the first night nothing is claimed", () => {
  const { played, without } = raceOf({ without: opened.question(manner), runs: 10, seed }).sum();
  expect([played, without.pLoss.ci95]).toEqual([0, [0, 1]]);
});

test("a night in which only what has no sum is gone is not counted as one in which nothing is", () => {
  const { catalog } = readFounding();
  const person = readPerson(
    readYaml(
      "person: { id: p, region: cn }\ndevices: { phone: { lock: passcode } }\nlines: { main: { carrier: nobody-read, sim: { in: phone, pin: none } } }\nlosses: [{ goal: receive-sms(line.main), en: texts read, zh: 短信被看 }]",
      "p.yaml",
    ),
    catalog,
  ).person!;
  const own = openNight({
    catalog,
    person,
    held: ["possess(sim.main)"],
    horizonMinutes: 60,
    thievesFrom: 0,
    noticedAt: 30,
  });
  const racing = raceOf({
    without: own.question({ thieves: "gang", owner: "asleep", measures: [] }),
    runs: 20,
    seed,
  });
  racing.play(() => false);
  const { without } = racing.sum();
  expect(without.pLoss.value).toBe(1);
  expect(without.bars).toMatchObject([
    { to: 0, share: { value: 0 } },
    { to: 0, isUnsized: true, share: { value: 1 } },
  ]);
});
