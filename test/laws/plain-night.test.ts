/** What comes of what is done: the arena's nights, held to a reading of the notation that shares nothing with it. */
import { expect, test } from "vitest";
import { simulatePrepared } from "../../src/world/index.ts";
import { racedNight } from "../kit/raced-night.ts";
import { judgeNight } from "../plain/judge-night.ts";

test("W7", () => {
  const worlds = Number(process.env["WORLDS"] ?? 300);
  const by = new Map<string, number>();
  const kinds = { acts: 0, changes: 0, losses: 0, money: 0, share: 0 };
  let bad = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const { raced, prepared } = racedNight(seed);
    const night = simulatePrepared(prepared, { seed });
    const judged = judgeNight(prepared, night, raced);
    for (const k of ["acts", "changes", "losses", "money"] as const) kinds[k] += judged.compared[k];
    by.set(judged.by ?? "", (by.get(judged.by ?? "") ?? 0) + 1);
    if (judged.faults.length > 0) {
      bad++;
      if (bad < 12) console.log(seed, judged.faults.slice(0, 3).join("\n   "));
    }
  }
  console.log(bad, [...by], kinds);
  expect(bad).toBe(0);
});
