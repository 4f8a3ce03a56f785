/** A race in which an agent may give way of whom nobody has said how often: the answer is open, not good news. */
import { expect, test } from "vitest";
import { smallWorld } from "../../test/doors/small-world.ts";
import { ground } from "../ground/index.ts";
import { renderRace } from "../report/index.ts";
import { raceAnswer } from "./race-answer.ts";
import { joinStretches, type RaceSetup, racerOf } from "./race-stretch.ts";

const { catalog, person } = smallWorld();

/** The number is suspended; only an agent who gives way lifts that. */
const setup: RaceSetup = {
  catalog,
  person,
  conditions: ["suspended(line.main)"],
  today: "2020-09-04",
  held: ["possess(sim.main)", "know(line.main.number)"],
  inForce: [],
  variants: [],
  owner: "nothing",
  intruder: "gang",
  startsAt: undefined,
  horizonMinutes: 3_000,
  hands: undefined,
  seed: 1,
  runs: 400,
};
const world = ground({ catalog, person, conditions: setup.conditions });
const racer = racerOf(setup, world);
const never = () => false;
const told = (lang: "en" | "zh", raced = racer.race({ from: 0, to: 400 }, never)) =>
  renderRace(raceAnswer({ setup, racer, raced, assumed: [], lent: world }), world, {
    lang,
    colour: false,
    columns: 400,
  });

test("in none of the nights is not said without what comes of it if agents agree", () => {
  expect(told("en").split("\n").slice(2, 4)).toMatchInlineSnapshot(`
    [
      "In none of 400 nights like this was money lost, as long as every agent who may agree says no.",
      "Nobody has said how often some agents agree; if they always did, something would be lost in 100 % (98.1–100): CN¥6,330 a night on average.",
    ]
  `);
  expect(told("zh").split("\n").slice(2, 4)).toMatchInlineSnapshot(`
    [
      "这样的 400 夜里，只要能酌情的客服都不点头，没有一夜有损失。",
      "有些客服多常点头，没有人说明；如果每次都点头，有损失的占 100%（98.1–100）：平均每夜 ¥6,330。",
    ]
  `);
});

test("it is the same answer however the nights are dealt out", () => {
  const halves = joinStretches(
    racer.race({ from: 0, to: 130 }, never),
    racer.race({ from: 130, to: 400 }, never),
  );
  expect(told("en", halves)).toBe(told("en"));
});
