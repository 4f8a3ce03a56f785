/** A story passes when all is as it says, and fails with what was expected, what came, and why. Every expectation is shown to fail. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { readYaml } from "../catalog/index.ts";
import { runStories, runStory } from "./run-stories.ts";
import { readStory } from "./story.ts";

const catalog = catalogOf(
  `
institution: telco
provides: line
basis: { status: tested, seen: 2020, source: https://example.org }
flows:
  move: { asks: possess(sim), gives: [receive-sms(line)], when: { sim.pin: none }, takes: 5m }
  suspend: { asks: know(person.name), sets: [suspended(line)], takes: 4m }
  lift: { asks: know(person.id-number), clears: [suspended(line)], takes: 7m }
`,
  `
institution: wallet
provides: account
basis: { status: claimed, seen: 2020, source: https://example.org }
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 3m, measures: [no-code-alone] }
  face: { asks: show-face(person), gives: [enter(account)] }
  pay: { asks: enter(account), gives: [drain(account)], takes: 2m }
measures: { no-code-alone: { by: institution, effort: medium, asks-more: show-face(person) } }
`,
  "measures: { set-sim-pin: { by: person, effort: low, changes: { sim.pin: set } } }",
);
const world = `
story: s
world:
  held: [possess(sim.l)]
  person:
    lines: { l: { carrier: telco, sim: { pin: none } } }
    accounts: { a: { service: wallet, line: l, balance: 500 }, other: { service: nowhere } }
`;

function read(text: string) {
  const yaml = readYaml(text, "s.yaml");
  return readStory(yaml, "s.yaml", catalog, () => undefined);
}

/** One question of the story; what fails, nothing when it passes. */
function check(question: string, ...expected: readonly string[]): void {
  const { story, complaints } = read(`${world}ask:\n  - ${question}\n`);
  if (story === undefined) throw new Error(complaints.map(({ message }) => message).join("\n"));
  expect(runStory(story).questions.flatMap(({ failures }) => failures)).toEqual(expected);
}

const way = "telco/move (5m) → wallet/sign-in (8m) → wallet/pay (10m)";

test("reached, never and what they rest on", () => {
  check("{ reached: [drain(account.a)], never: [show-face(person)] }");
  check("{ reached: [show-face(person)] }", "`show-face(person)` should be reached; it is not");
  check("{ never: [drain(a)] }", `\`drain(account.a)\` should never be reached; it is, at 10m: ${way}`);
  check(
    "{ reached: { drain(a): { by: [sign-in, wallet/pay], not-by: face, needs: telco/move, not-before: 10m, within: 10m, basis: claimed } } }",
  );
  check(
    "{ reached: { drain(a): { by: face } } }",
    `\`drain(account.a)\` should rest on \`face\`; it goes ${way}`,
  );
  check(
    "{ reached: { drain(a): { not-by: [pay] } } }",
    `\`drain(account.a)\` should not rest on \`pay\`; it goes ${way}`,
  );
  check(
    "{ reached: { drain(a): { needs: face } } }",
    "`drain(account.a)` should need `face`; it is reached without it",
  );
  check(
    "{ reached: { drain(a): { not-before: 11m } } }",
    `\`drain(account.a)\` should not come before 11m; it comes at 10m by ${way}`,
  );
  check(
    "{ reached: { drain(a): { within: 9m } } }",
    `\`drain(account.a)\` should come within 9m; it comes at 10m by ${way}`,
  );
  check(
    "{ reached: { drain(a): { basis: tested } } }",
    "`drain(account.a)` should rest on `tested` at the weakest; it rests on `claimed`",
  );
});

test("losses: none, exactly these, at least these, and the first of them", () => {
  check("{ losses: [drain(account.a)] }");
  check(
    "{ losses: { includes: [drain(a)], never: [enter(a)], amount: 500, first: { not-before: 10m, within: 10m } } }",
  );
  check("{ measures: [set-sim-pin], losses: none }");
  check("{ losses: none }", `no loss should be reachable; reachable: drain(account.a): ${way}`);
  check("{ losses: [] }", "losses should be exactly nothing; they are drain(account.a)");
  check("{ losses: { includes: [enter(a)] } }", "`enter(account.a)` should be lost; lost: drain(account.a)");
  check(
    "{ losses: { never: [drain(a)] } }",
    `\`drain(account.a)\` should not be lost; it is: drain(account.a): ${way}`,
  );
  check("{ losses: { amount: 400 } }", "400 should be in reach; 500 is");
  check(
    "{ losses: { first: { within: 9m } } }",
    "the first loss should come between 0m and 9m; it comes at 10m",
  );
  check(
    "{ measures: [set-sim-pin], losses: { first: { within: 9m } } }",
    "the first loss should come between 0m and 9m; it comes never",
  );
});

test("cuts: what suffices alone, the cheapest of each side, or that there is none", () => {
  check(
    "{ cuts-alone: [set-sim-pin, no-code-alone], cut: { person: [set-sim-pin], institution: { effort: 3, includes: [no-code-alone], never: [set-sim-pin], remaining: [] } } }",
  );
  check(
    "{ cuts-alone: [set-sim-pin] }",
    "alone should suffice exactly set-sim-pin(sim.l); suffice: no-code-alone, set-sim-pin(sim.l)",
  );
  check("{ cuts-alone: { never: [set-sim-pin] } }", "`set-sim-pin(sim.l)` should not suffice alone; it does");
  check(
    "{ measures: [set-sim-pin], cuts-alone: { includes: [no-code-alone] } }",
    "`no-code-alone` should suffice alone; suffice: nothing",
  );
  check(
    "{ cut: { person: none } }",
    "no cut by person should stop everything; this does: set-sim-pin(sim.l) (effort 1)",
  );
  check(
    "{ cut: { both: [no-code-alone] } }",
    "the cheapest cut by both should be no-code-alone; it is set-sim-pin(sim.l) (effort 1)",
  );
  check(
    "{ cut: { both: { effort: 2 } } }",
    "the cheapest cut by both should take effort 2; it is set-sim-pin(sim.l) (effort 1)",
  );
  check(
    "{ cut: { both: { includes: [no-code-alone] } } }",
    "the cheapest cut by both should include `no-code-alone`; it is set-sim-pin(sim.l) (effort 1)",
  );
  check(
    "{ cut: { both: { never: [set-sim-pin] } } }",
    "the cheapest cut by both should not include `set-sim-pin(sim.l)`; it is set-sim-pin(sim.l) (effort 1)",
  );
  check(
    "{ cut: { both: { remaining: [drain(a)] } } }",
    "the cheapest cut by both should leave drain(account.a); it is set-sim-pin(sim.l) (effort 1)",
  );
  check("{ held: [enter(account.a)], cut: { both: none } }");
});

test("how long a block holds", () => {
  const knowing = "held: [possess(sim.l), know(person.id-number)]";
  check(
    `{ ${knowing}, holds: { suspended(l): { lifted-by: telco/lift, held: 7m, held-at-once: 7m, each-round: 7m } } }`,
  );
  check("{ holds: { suspended(line.l): { lifted-by: nothing, held: for-good } } }");
  check(
    `{ ${knowing}, holds: { suspended(l): { held: for-good } } }`,
    "`suspended(line.l)` (held) should be for-good; it is 7m: telco/lift (7m)",
  );
  check(
    `{ ${knowing}, holds: { suspended(l): { lifted-by: nothing } } }`,
    "`suspended(line.l)` should be lifted by nothing; it is lifted by telco/lift",
  );
  check(
    "{ holds: { suspended(l): { held-at-once: 9m } } }",
    "`suspended(line.l)` (held at once) should be 9m; it is for good",
  );
  check(
    "{ holds: { frozen(account.a): { held: 9m } } }",
    "the owner should be able to set `frozen(account.a)`; can set: suspended(line.l)",
  );
});

test("what the owner keeps and loses, and what is not judged", () => {
  check("{ owner-keeps: [enter(account.a)], not-judged: [account.other] }");
  check(
    "{ owner-loses: [enter(a)] }",
    "the owner should not reach `enter(account.a)` any more; the owner does",
  );
  check(
    "{ owner-keeps: [receive-sms(l)] }",
    "the owner should still reach `receive-sms(line.l)`; the owner does not",
  );
  check("{ not-judged: [account.a] }", "`account.a` should be not judged; not judged: account.other");
});

test("a question changes the world for itself: what is held, set, in force, when and how long", () => {
  check("{ held: [], losses: none }");
  check("{ conditions: [suspended(line.l)], losses: none }");
  check(
    "{ conditions: [suspended(line.l)], held: [possess(sim.l), know(person.id-number)], reached: { drain(a): { not-before: 12m, within: 12m } } }",
  );
  check("{ within: 9m, losses: none }");
});

test("a word of the question that is not there fails it", () => {
  check("{ held: [possess(sim.m)], losses: none }", "no sim `m` in `possess(sim.m)` (one of `l`)");
  check(
    "{ measures: [no-such], losses: none }",
    "no measure `no-such` in this world (one of `set-sim-pin(sim.l)`, `no-code-alone`)",
  );
  check("{ never: [drian(a)] }", "unknown capability `drian` (did you mean `drain`?)");
  check(
    "{ cuts-alone: [no-such] }",
    "no measure `no-such` in this world (one of `set-sim-pin(sim.l)`, `no-code-alone`)",
    "alone should suffice exactly nothing; suffice: no-code-alone, set-sim-pin(sim.l)",
  );
});

test("a question that compares nothing fails", () => {
  check("{ never: [] }", "this question compares nothing with the answer");
  check("{ cut: {} }", "this question compares nothing with the answer");
});

test("counts are of what was asked, compared and cross-checked", () => {
  const { story } = read(`${world}ask:\n  - { never: [show-face(person)] }\n  - { losses: none }\n`);
  const { counts, results } = runStories(story === undefined ? [] : [story]);
  expect(counts).toMatchObject({ stories: 1, failed: 1, questions: 2, comparisons: 2 });
  expect(counts.crossChecks).toBeGreaterThan(4);
  expect(results[0]?.isPassed).toBe(false);
  expect(runStories([]).counts.stories).toBe(0);
});

test("no measure of the world can be told from two is a failure, too", () => {
  const { story } = read(
    `${world.replace("lines: { l: { carrier: telco, sim: { pin: none } } }", "lines: { l: { carrier: telco, sim: { pin: none } }, m: { carrier: telco } }")}ask:\n  - { measures: [set-sim-pin], losses: none }\n`,
  );
  expect(story === undefined ? [] : runStory(story).questions[0]?.failures).toEqual([
    "`set-sim-pin` may be several measures (write `set-sim-pin(sim.l)` or `set-sim-pin(sim.m)`)",
  ]);
});

test("a condition that is feared, or asked about, is a loss like another", () => {
  const feared = "held: [know(person.name)], goals: [suspended(line.l)]";
  check(
    `{ ${feared}, reached: { suspended(l): { by: [telco/suspend], within: 4m } }, losses: [suspended(line.l)] }`,
  );
  check(`{ ${feared}, losses: { includes: [suspended(line.l)] }, not-ruled-out: none, answered: none }`);
  check(
    `{ ${feared}, never: [suspended(line.l)] }`,
    "`suspended(line.l)` should never be reached; it is, at 4m: telco/suspend (4m)",
  );
  check("{ held: [possess(sim.l)], goals: [suspended(line.l)], never: [suspended(line.l)], losses: none }");
  check("{ never: [suspended(line.l)] }", "unknown capability `suspended` (see `chainbreak explain`)");
});
