/** The page's engine, asked as its worker asks it: whole, quickly, and measure by measure. */
import { beforeAll, expect, test } from "vitest";
import type { OpenCase } from "../../../src/asking/index.ts";
import { readShipped } from "../../../test/kit/shipped.ts";
import { readFounding, readFoundingAnswered, readWhole } from "../../data-plugin.ts";
import { type CaseData, foundingStates } from "./case-data.ts";
import { type AnsweredCase, openEngine, openedOf } from "./engine.ts";
import { readOwnCase } from "./own-case.ts";
import { pack, unpack } from "./packed.ts";

let data: CaseData;
let engine: OpenCase;
beforeAll(() => {
  data = unpack<CaseData>(pack(readFounding()));
  engine = openEngine(data);
});

test("what was packed is unpacked as it was, maps within maps and absent keys included", () => {
  const value = {
    things: new Map([["card.a", { relations: new Map([["line", ["line.main"]]]), of: "mother" }]]),
    empty: new Map(),
    list: [1, "二", null],
  };
  expect(unpack(pack(value))).toEqual(value);
  expect(data.person.things).toBeInstanceOf(Map);
});

test("the quick answer differs from the whole one only in what concerns the beginning", () => {
  for (const measures of [[], ["set-sim-pin(sim.main)"], ["one-account-per-identity"]]) {
    const [whole, quick] = [engine.ask(measures), engine.askQuickly(measures)];
    const ways = ({ audit }: typeof whole) =>
      audit.losses.map(({ goal, reachable, earliestMinutes, way }) => ({
        goal,
        reachable,
        earliestMinutes,
        way,
      }));
    expect(ways(quick)).toEqual(ways(whole));
    expect([quick.lockedOut, quick.inReach]).toEqual([whole.lockedOut, whole.inReach]);
    expect(quick.audit.conditions).toEqual(whole.audit.conditions);
  }
});

test("what is enough by itself leaves nothing, and nothing else leaves nothing without locking the owner out", () => {
  const { alone } = engine.ask([]).audit;
  const enough = engine
    .alone()
    .filter(({ firstLossMinutes, lockedOut }) => firstLossMinutes === null && !lockedOut);
  expect(enough.map(({ measure }) => measure).sort()).toEqual([...alone]);
});

test("a measure the page knows not of changes nothing", () => {
  expect(engine.askQuickly(["no-such-measure"])).toEqual(engine.askQuickly([]));
});

test("while the line is suspended the founding case loses nothing; a block on what no way needs stops nothing", () => {
  const reached = engine.ask([]).audit.losses.flatMap(({ goal, reachable }) => (reachable ? [goal] : []));
  expect(reached.length).toBeGreaterThan(1);
  expect(
    engine.whileStanding([[], ["suspended(line.main)"], ["blocked(card.icbc-debit)"], ["no-such(thing)"]]),
  ).toEqual([reached, [], reached, reached]);
});

test("the founding case: of everything the owner could do the SIM PIN comes first, and leaves nothing", () => {
  const mine = engine
    .ask([])
    .audit.catalogue.filter(({ by }) => by === "person")
    .map(({ id }) => id);
  const { before, steps } = engine.order(mine, []);
  expect(before.remainingAmount).toBe(15_000);
  expect(steps[0]).toMatchObject({ measure: "set-sim-pin(sim.main)", after: { remaining: [] } });
  expect(steps[0]?.closes.losses).toHaveLength(2);
  expect(steps[0]?.closes.amount).toBe(15_000);
  expect(steps).toHaveLength(mine.length);
});

test("what the founding case's file says is what the engine says of its data", () => {
  for (const state of foundingStates) {
    const { data, opened } = unpack<AnsweredCase>(pack(readFoundingAnswered(state)));
    expect(opened).toEqual(openedOf(openEngine(data)));
    expect(opened.base.audit.losses.some(({ reachable }) => reachable)).toBe(true);
  }
});

test("a case of one's own is answered as if its worlds were grounded from what was cut for it", () => {
  const whole = readWhole();
  const files = readShipped().read.others.filter(({ kind }) => kind === "person");
  const held = ["possess(device.phone)", "unlock(device.phone)"];
  let asked = 0;
  for (const { yaml } of files) {
    const { data } = readOwnCase(whole, { document: yaml.value, held, at: "fri 19:30" });
    if (data === undefined) continue; // Somebody without such a phone.
    const anew = openEngine({ ...data, person: { ...data.person } });
    const kept = openEngine(data);
    expect(openedOf(kept)).toEqual(openedOf(anew));
    expect(kept.chain(undefined)).toEqual(anew.chain(undefined));
    asked += 1;
  }
  expect(asked).toBeGreaterThan(2);
});
