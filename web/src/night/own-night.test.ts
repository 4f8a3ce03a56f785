/** A person of one's own has nights as well: the elder of the catalogue, without a told night and with another beginning. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readYaml } from "../../../src/catalog/index.ts";
import { readWhole } from "../../data-plugin.ts";
import { readOwnCase } from "../engine/own-case.ts";
import { atMinute } from "./at-moment.ts";
import { openNight } from "./night-world.ts";

const file = fileURLToPath(new URL("../../../catalog/people/elder.yaml", import.meta.url));
const { data } = readOwnCase(readWhole(), {
  document: readYaml(readFileSync(file, "utf8"), file).value,
  held: ["possess(sim.main)"],
});

test("nights without a clock are played, lost when nobody fights and won by who blocks at once", () => {
  if (data === undefined) throw new Error("the elder cannot be read");
  const { catalog, person, question } = data;
  const opened = openNight({
    catalog,
    person,
    held: question.held,
    horizonMinutes: 840,
    thievesFrom: 0,
    noticedAt: 30,
  });
  const night = (owner: "asleep" | "at-once", measures: readonly string[] = []) =>
    opened.play({ thieves: "gang", owner, measures }, { seed: 1, run: 0 });
  expect(night("asleep")).toMatchObject({ loss: 137_500, horizon: 840 });
  expect(night("asleep").startsAt).toBeUndefined();
  expect(night("at-once").loss).toBeLessThan(137_500);
  expect(night("asleep", ["set-sim-pin(sim.main)"]).loss).toBe(0);
  expect(opened.measures.map(({ id }) => id)).toContain("codes-to-the-daughter-savings");
});

test("what nobody has said the size of is gone all the same: the night says where and when, and no sum", () => {
  const document = readYaml(readFileSync(file, "utf8"), file).value as Record<string, Record<string, object>>;
  const unsaid = (things: Record<string, object> = {}, names: readonly string[]) => {
    const unknown = Object.fromEntries(names.map((name) => [name, "unknown"]));
    return Object.fromEntries(Object.entries(things).map(([id, thing]) => [id, { ...thing, ...unknown }]));
  };
  const own = readOwnCase(readWhole(), {
    document: {
      ...document,
      accounts: unsaid(document["accounts"], ["balance", "credit", "loan-offer"]),
      cards: unsaid(document["cards"], ["balance", "credit"]),
    },
    held: ["possess(sim.main)"],
  });
  if (own.data === undefined) throw new Error(JSON.stringify(own.faults));
  const { catalog, person, question } = own.data;
  const setup = { catalog, person, held: question.held, horizonMinutes: 840, thievesFrom: 0, noticedAt: 30 };
  const night = openNight(setup).play(
    { thieves: "gang", owner: "asleep", measures: [] },
    { seed: 1, run: 0 },
  );
  expect(night.loss).toBe(0);
  expect(night.unsized.length).toBeGreaterThan(1);
  const [first] = night.unsized;
  expect(night.turns).toContainEqual({ kind: "first-loss", at: first?.at, step: first?.step, amount: 0 });
  expect(night.turns.at(-1)).toMatchObject({ kind: "end", loss: 0, unsized: night.unsized.length });
  for (const { step, at } of night.unsized)
    expect(night.steps[step]).toMatchObject({
      side: "intruder",
      outcome: "done",
      until: at,
      isUnsized: true,
    });
  expect(atMinute(night, 840).unsized).toEqual(night.unsized.map(({ goal }) => goal));
  expect(atMinute(night, (first?.at ?? 0) - 1).unsized).toEqual([]);
});
