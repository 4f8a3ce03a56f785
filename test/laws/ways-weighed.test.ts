import { expect, test } from "vitest";
import { gather } from "../../src/investigate/gather.ts";
import { investigate } from "../../src/investigate/investigate.ts";
import { modelQuestionOf } from "../../src/investigate/rebuild.ts";
import { fewEnough } from "../../src/investigate/ways.ts";
import { highsProgram } from "../../src/solver/index.ts";
import { plantedNight } from "../kit/planted-nights.ts";

const solve = await highsProgram({ workMax: 1_800_000_000 });
const question = { ...plantedNight({ reference: "abroad", seed: 9001, dropped: 0 }), solve };
const gathered = gather(question);
const { world } = question;
const { seen } = modelQuestionOf({ ...gathered, question, incident: gathered.incident! });
const led = seen.map((run) => ({ ...run, o: run.covers[0]! }));

test("as many ways as can be weighed are all weighed; one more, and it is said of which rows some are not", () => {
  expect(fewEnough(led, world, led.length)).toEqual({ runs: led, cutAt: [] });
  const { runs, cutAt } = fewEnough(led, world, led.length - 1);
  expect(runs.length).toBeLessThan(led.length);
  const kept: readonly unknown[] = runs;
  const cut = new Set(led.filter((run) => !kept.includes(run)).map(({ o }) => o));
  expect(new Set(cutAt)).toEqual(cut);
  // Of every row some are left.
  expect(new Set(runs.map(({ covers }) => covers[0]))).toEqual(new Set(led.map(({ o }) => o)));
});

test("I8 where rows are left out, nothing is proved, and it is told how many", () => {
  const payment = (i: number) => ({
    file: "card.csv",
    source: "ccb-debit",
    card: "card.debit",
    at: { row: i + 2 },
    direction: "out" as const,
    amount: "9000.00",
    counterparty: "支付宝-商户",
    time: `2020-09-05T0${1 + Math.floor(i / 60)}:${String(i % 60).padStart(2, "0")}:00+08:00`,
  });
  const chengdu = plantedNight({ reference: "chengdu-2020-before", seed: 1, dropped: 1 });
  const answer = investigate({
    ...chengdu,
    rows: Array.from({ length: 95 }, (_, i) => ({ ...payment(i), card: "card.ccb-debit" })),
    files: [{ file: "card.csv", source: "ccb-debit", rows: 95, complaints: 0 }],
    solve,
    storiesMax: 1,
  });
  expect(answer.coverage.gaps).toContainEqual({ what: "5", kind: "rows-not-reconstructed" });
  expect(answer.label).not.toBe("exact");
  expect(answer.explanations.some(({ proved }) => proved)).toBe(false);
});
