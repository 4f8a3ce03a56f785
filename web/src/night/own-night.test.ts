/** A person of one's own has nights as well: the elder of the catalogue, without a told night and with another beginning. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readYaml } from "../../../src/catalog/index.ts";
import { readWhole } from "../../data-plugin.ts";
import { readOwnCase } from "../engine/own-case.ts";
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
