/** The page's engine, asked as its worker asks it: it must say what the server says, and say it at once. */
import { beforeAll, expect, test } from "vitest";
import { readCatalog, readTexts } from "../../../src/catalog/index.ts";
import { application } from "../../../src/server/index.ts";
import { readFounding } from "../../founding-plugin.ts";
import { type Engine, openEngine } from "./engine.ts";
import type { FoundingData } from "./founding-data.ts";
import { pack, unpack } from "./packed.ts";

let data: FoundingData;
let engine: Engine;
beforeAll(() => {
  data = unpack<FoundingData>(pack(readFounding()));
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

test("the page answers the founding case as the server does, to the last word", async () => {
  const app = application({
    version: "0",
    catalog: readCatalog(readTexts(["catalog"]).texts),
    page: new Map(),
    clock: () => 0,
  });
  const response = await app.request("http://localhost/api/founding", { headers: { host: "localhost" } });
  expect(JSON.parse(JSON.stringify(engine.ask([]).audit))).toEqual(await response.json());
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
