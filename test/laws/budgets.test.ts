/** What must hold of an answer that was granted only so much work, at every small grant, against the answer without a limit. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { openCase, readQuestion } from "../../src/asking/index.ts";
import {
  type CutQuestion,
  cheapest,
  compile,
  cut,
  differentWays,
  front,
  workBudget,
} from "../../src/graph/index.ts";
import { effortsFor } from "../../src/questions/index.ts";
import { readShipped } from "../kit/shipped.ts";
import { anyCosts, anyGoals, anyGuardedRules, anyHeld, anyRules, atomCount } from "./any-rules.ts";

const anyParty = fc
  .record({ rules: anyGuardedRules, held: anyHeld, goals: anyGoals })
  .map(({ rules, ...rest }) => ({ rules: compile(atomCount, rules), ...rest }));
const anyQuestion: fc.Arbitrary<CutQuestion> = fc.record({
  intruder: anyParty,
  owner: fc.option(anyParty, { nil: undefined }),
  costs: anyCosts,
  horizonMinutes: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined, freq: 3 }),
});

/** Every grant from nothing to what suffices; of a long search the first hundred and some of the rest. */
function* grants(needed: number): Generator<number> {
  for (let work = 0; work <= needed; work += work < 100 ? 1 : Math.ceil(needed / 40)) yield work;
}

/** What the question takes without a limit, and what it comes to. */
function whole<Answer>(ask: (isSpent: (work?: number) => boolean) => Answer) {
  let work = 0;
  const answer = ask((more = 1) => {
    work += more;
    return false;
  });
  return { answer, work };
}

test("B1 whatever is granted, a cut is a cut, none is none, and the bounds hold", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { answer, work } = whole((isSpent) => cut(question, { isSpent }));
      const optimum = answer.kind === "cut" ? answer.cost : Infinity;
      for (const grant of grants(work)) {
        const part = cut(question, workBudget(grant));
        seen.add(part.kind);
        if (part.kind === "none") expect([grant, part]).toEqual([grant, answer]);
        else expect([grant, part.lower <= optimum]).toEqual([grant, true]);
        if (part.kind !== "cut") continue;
        expect([grant, answer.kind, part.cost >= optimum, !part.proved || part.cost === optimum]).toEqual([
          grant,
          "cut",
          true,
          true,
        ]);
        // It works: nothing more needs to be chosen.
        const forced = [...part.choices];
        const kept = cut({ ...question, forced, forbidden: others(question, forced) });
        expect([grant, kept.kind]).toEqual([grant, "cut"]);
      }
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(["cut", "none", "open"]);
});

const others = ({ costs }: CutQuestion, chosen: readonly number[]) =>
  Array.from(costs, (_, measure) => measure).filter((measure) => !chosen.includes(measure));

test("B1 whatever is granted, a front has no point that is not so, and a complete one is the whole", () => {
  let cutShort = 0;
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const asked = { ...question, losses: question.intruder.goals.length === 1 ? [3] : [3, 2] };
      const { answer, work } = whole((isSpent) => front(asked, { isSpent }));
      for (const grant of grants(work)) {
        const part = front(asked, workBudget(grant));
        if (!part.complete) cutShort++;
        for (const point of part.points) {
          const best = answer.points.filter(({ remaining }) => remaining <= point.remaining);
          const cost = Math.min(...best.map((each) => each.cost));
          expect([grant, point.cost >= cost, !point.proved || point.cost === cost]).toEqual([
            grant,
            true,
            true,
          ]);
        }
        if (part.complete && part.points.every(({ proved }) => proved))
          expect([grant, part.points.map(({ cost }) => cost)]).toEqual([
            grant,
            answer.points.map(({ cost }) => cost),
          ]);
      }
    }),
    { numRuns: 200 },
  );
  expect(cutShort).toBeGreaterThan(50);
});

test("B1 whatever is granted, there is a way where there is one, and its bounds enclose the cheapest", () => {
  let open = 0;
  fc.assert(
    fc.property(anyRules, anyHeld, anyGoals, (rules, held, goals) => {
      const compiled = compile(atomCount, rules);
      const { answer, work } = whole((isSpent) => cheapest(compiled, { held, goals }, { isSpent }));
      for (const grant of grants(work)) {
        const part = cheapest(compiled, { held, goals }, workBudget(grant));
        expect([grant, part === undefined]).toEqual([grant, answer === undefined]);
        if (part === undefined || answer === undefined) continue;
        if (!part.proved) open++;
        expect([grant, part.lower <= answer.upper, part.upper >= answer.upper]).toEqual([grant, true, true]);
        expect([grant, !part.proved || part.upper === answer.upper]).toEqual([grant, true]);
      }
    }),
    { numRuns: 300 },
  );
  expect(open).toBeGreaterThan(50);
});

test("B3 what suffices gives what no limit gives, and what was not spent sufficed", () => {
  fc.assert(
    fc.property(anyQuestion, anyRules, (question, rules) => {
      const compiled = compile(atomCount, rules);
      const { held, goals } = question.intruder;
      const asks = [
        (isSpent: (work?: number) => boolean) => cut(question, { isSpent }),
        (isSpent: (work?: number) => boolean) =>
          front({ ...question, losses: goals.length === 1 ? [1] : [1, 1] }, { isSpent }),
        (isSpent: (work?: number) => boolean) => differentWays(compiled, { held, goals }, 5, { isSpent }),
      ];
      for (const ask of asks) {
        const { answer, work } = whole<unknown>(ask);
        expect(ask(workBudget(work + 1).isSpent)).toEqual(answer);
        for (const grant of grants(work)) {
          const budget = workBudget(grant);
          const part = ask(budget.isSpent);
          if (budget.spent < grant) expect([grant, part]).toEqual([grant, answer]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

const { catalog, people } = readShipped();

/** The only place here that knows how a person is asked about. */
function opened(id: string, held: readonly string[]) {
  const person = people.get(id);
  if (person === undefined) throw new Error(`no person ${id}`);
  const place = () => ({ file: "" });
  const { asked } = readQuestion({ catalog, person, text: { held }, placeOf: place, today: "2026-11-28" });
  if (asked === undefined) throw new Error(`${id}: what is held is not understood`);
  return openCase({ world: asked.world, lent: asked.lent(), held: asked.held });
}

const founding = opened("chengdu-2020", ["possess(sim.main)"]);

test("B1 of a real person: no grant changes a verdict, and none says that nothing can be done", () => {
  const { audit: full } = founding.ask([]);
  for (const grant of [0, 1, 10, 100, 1_000, 10_000, 100_000]) {
    const { audit } = founding.ask([], {
      effort: workBudget(grant),
      frontEffort: workBudget(grant),
      waysEffort: workBudget(grant),
    });
    expect([grant, audit.losses.map(({ verdict }) => verdict)]).toEqual([
      grant,
      full.losses.map(({ verdict }) => verdict),
    ]);
    for (const side of ["person", "institution", "both"] as const) {
      const [part, all] = [audit.cuts[side], full.cuts[side]];
      if (part.kind === "none") expect([grant, side, all.kind]).toEqual([grant, side, "none"]);
      if (part.kind === "found" && part.proved) expect([grant, part]).toEqual([grant, all]);
    }
  }
});

afterEach(() => vi.restoreAllMocks());

test("B2 the answer is the same to the byte while the clock leaps, creeps or stands", () => {
  const asked = () =>
    JSON.stringify([
      founding.ask([], effortsFor("glance")),
      founding.ask([], {
        effort: workBudget(3_000),
        frontEffort: workBudget(3_000),
        waysEffort: workBudget(3_000),
      }),
    ]);
  const usual = asked();
  for (const pace of [3_600_000, 1e-6, 0]) {
    let now = 0;
    const tick = () => {
      now += pace;
      return now;
    };
    vi.spyOn(performance, "now").mockImplementation(tick);
    vi.spyOn(Date, "now").mockImplementation(tick);
    expect(asked()).toBe(usual);
    vi.restoreAllMocks();
  }
});

/** Where a clock is read, and why that changes no answer. */
const clocksAllowed: readonly string[] = [
  "src/cli/detect-workers.ts", // when an event was recorded
  "src/cli/race.ts", // how fast it went, and a second ctrl-c
  "src/watch/serve.ts", // when an event was recorded
  "web/src/night/playhead.ts", // the picture moves
  "web/src/night/worker.ts", // when to tell the page how far it is
  "web/src/now/use-now.ts", // a name for a record
  "web/src/things/use-refusal.ts", // how long a sentence stays
];

test("B2 no door measures time for an answer", () => {
  const found = ["src", "web/src"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => join(folder, file).replaceAll("\\", "/"))
      .filter((file) => /performance\.now\(|Date\.now\(/.test(readFileSync(file, "utf8"))),
  );
  expect(found.sort()).toEqual(clocksAllowed);
});
