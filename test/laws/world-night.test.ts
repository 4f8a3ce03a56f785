/** What comes of what is done: the arena's nights, held to a reading of the notation that shares nothing with it. */
import { expect, test } from "vitest";
import { simulatePrepared } from "../../src/world/index.ts";
import { racedNight } from "../kit/raced-night.ts";
import { worldsTried } from "../kit/worlds-tried.ts";
import { type Judged, judgeNight } from "../plain/judge-night.ts";

/** `npm run simulate` judges ten thousand. */
const worlds = worldsTried(2_500);

test("W7 what hangs on something lost is lost, what is stopped is not had, and all else that comes of a step is as the notation says", () => {
  const seen = { acts: 0, changes: 0, hanging: 0, stopped: 0, money: 0 };
  const faults: string[] = [];
  for (let seed = 0; seed < worlds; seed++) {
    const { raced, prepared } = racedNight(seed);
    const judged: Judged = judgeNight(prepared, simulatePrepared(prepared, { seed }), raced);
    for (const kind of ["acts", "changes", "hanging", "stopped", "money"] as const)
      seen[kind] += judged.compared[kind];
    faults.push(...judged.faults.map((fault) => `world ${seed}: ${fault}`));
  }
  expect(faults.slice(0, 5)).toEqual([]);
  // A check that compares nothing must not pass.
  expect(seen.acts).toBeGreaterThan(worlds * 20);
  expect(seen.changes).toBeGreaterThan(worlds * 10);
  expect(seen.hanging).toBeGreaterThan(worlds / 20);
  expect(seen.stopped).toBeGreaterThan(worlds / 5);
  expect(seen.money).toBeGreaterThan(worlds / 2);
  if (process.env["WORLDS"] !== undefined) console.log(seen);
});
