/** What measures make of a flow: each key alone, and several together. */
import { expect, test } from "vitest";
import { reachedIn, worldOf } from "../../test/kit/small-world.ts";

const person =
  "person: { id: p }\nlines: { l: { carrier: t } }\ncards: { c: { bank: x, reserved-line: l }, k: { bank: other } }\naccounts: { a: { service: x, cards: [c] }, b: { service: x } }\n";

interface Asked {
  readonly flow?: string;
  readonly provides?: string;
  readonly measures: string;
  readonly held?: readonly string[];
}

/** The flow `go` of institution `x` under these measures (all in force): what is reached with its minutes. */
function check(
  { flow = "asks: [], gives: [drain(account)], takes: 5m", provides = "account", measures, held = [] }: Asked,
  chosen: readonly string[],
  ...expected: readonly string[]
): void {
  const world = worldOf(
    [
      `institution: x\nprovides: ${provides}\nflows: { go: { ${flow}, measures: [one, two] }, other: { asks: show-face(person), gives: [see-cards(account)] } }\nmeasures:\n  one: { by: institution, effort: low }\n  two: { by: institution, effort: low }\n`.replace(
        / {2}one: .*\n {2}two: .*\n/,
        `${measures.replace(/^/gm, "  ")}\n`,
      ),
    ],
    person,
  );
  const reached = [...reachedIn(world, { held, measures: chosen })].map(
    ([capability, minutes]) => `${capability} ${minutes}`,
  );
  expect(reached.filter((each) => !each.startsWith("see-cards")).sort()).toEqual([...expected].sort());
}

const inert = (id: string) => `${id}: { by: institution, effort: low, removes: [] }`;
const both = (one: string, two = "removes: []") =>
  `one: { by: institution, effort: low, ${one} }\ntwo: { by: institution, effort: low, ${two} }`;
const free = ["drain(account.a) 5", "drain(account.b) 5"];

test("a measure that is not in force changes nothing", () => {
  check({ measures: both("removes: [go]") }, [], ...free);
  check({ measures: `${inert("one")}\n${inert("two")}` }, ["one"], ...free);
});

test("each key does what it says", () => {
  check({ measures: both("removes: [go]") }, ["one"]);
  check(
    { measures: both("replaces: { go: { takes: 9m } }") },
    ["one"],
    "drain(account.a) 9",
    "drain(account.b) 9",
  );
  check(
    { measures: both("replaces: { go: { gives: [enter(account)] } }") },
    ["one"],
    "enter(account.a) 5",
    "enter(account.b) 5",
  );
  check({ measures: both("asks-more: show-face(person)") }, ["one"]);
  check({ measures: both("asks-more: show-face(person)"), held: ["show-face(person)"] }, ["one"], ...free);
  check({ measures: both("gives-less: [drain(account)]") }, ["one"]);
  check({ measures: both("delays: 1h") }, ["one"], "drain(account.a) 65", "drain(account.b) 65");
  check({ measures: both("only-hours: never") }, ["one"]);
  check(
    {
      measures: both("changes: { account.liveness: strong }"),
      flow: "when: { account.liveness: unknown }, gives: [drain(account)], takes: 5m",
    },
    ["one"],
  );
});

test("a measure that changes what it is asked opens a new way", () => {
  check(
    { measures: both("replaces: { other: { asks: [], gives: [enter(account)] } }") },
    ["one"],
    ...free,
    "enter(account.a) 0",
    "enter(account.b) 0",
  );
});

test("what is asked more is asked beside whatever else is asked instead", () => {
  const measures = both("replaces: { go: { asks: know(card.pin) } }", "asks-more: show-face(person)");
  const flow = "for: { card: account.cards }, asks: know(card.number), gives: [drain(account)]";
  const all = ["know(card.c.number)", "know(card.c.pin)", "show-face(person)"];
  const drained = "drain(account.a) 0";
  check({ flow, measures, held: all }, ["one", "two"], drained);
  check({ flow, measures, held: ["know(card.c.pin)"] }, ["one"], drained);
  check({ flow, measures, held: ["know(card.c.pin)"] }, ["one", "two"]);
  check({ flow, measures, held: ["know(card.c.number)", "show-face(person)"] }, ["one", "two"]);
  check({ flow, measures, held: ["know(card.c.number)", "show-face(person)"] }, ["two"], drained);
});

test("delays add up, hours meet, and what one gives less another does not give back", () => {
  check(
    {
      measures: both("delays: 1h", "delays: 30m"),
      flow: "delay: { min: 5m }, gives: [drain(account)], takes: 5m",
    },
    ["one", "two"],
    "drain(account.a) 100",
    "drain(account.b) 100",
  );
  check({ measures: both('only-hours: "00:00-12:00"', 'only-hours: "12:00-24:00"') }, ["one", "two"]);
  check(
    {
      measures: both(
        "replaces: { go: { gives: [drain(account), enter(account)] } }",
        "gives-less: [drain(account)]",
      ),
    },
    ["one", "two"],
    "enter(account.a) 5",
    "enter(account.b) 5",
  );
});

test("where two replace the same key, either may hold", () => {
  const measures = both(
    "replaces: { go: { asks: show-face(person) } }",
    "replaces: { go: { asks: appear-in-person(person) } }",
  );
  check({ measures, held: ["show-face(person)"] }, ["one", "two"], ...free);
  check({ measures, held: ["appear-in-person(person)"] }, ["one", "two"], ...free);
  check({ measures, held: ["know(person.name)"] }, ["one", "two"]);
});

test("what is asked more of the card does not make it any card", () => {
  const flow = 'asks: enter(account), gives: ["pay-with(account, card)"]';
  const held = ["enter(account.a)", "know(card.c.pin)", "know(card.k.pin)"];
  check(
    { flow, measures: both("asks-more: know(card.pin)"), held },
    ["one"],
    "pay-with(account.a, card.c) 0",
  );
  check(
    { flow, measures: both("asks-more: know(card.pin)"), held: ["enter(account.a)", "know(card.k.pin)"] },
    ["one"],
  );
});

test("what is given less does not make it any line", () => {
  const flow = "asks: receive-sms(line), gives: [enter(account), know(person.name)]";
  check({ flow, measures: both("gives-less: [enter(account)]"), held: ["receive-sms(line.l)"] }, ["one"]);
});

test("`any` may be asked more", () => {
  const measures = both("asks-more: [{ any: [show-face(person), appear-in-person(person)] }]");
  check({ measures, held: ["appear-in-person(person)"] }, ["one"], ...free);
  check({ measures, held: ["know(person.name)"] }, ["one"]);
});

test("a person's measure changes the flow for its own thing only", () => {
  const measures =
    "one: { by: person, effort: low, asks-more: show-face(person), changes: { account.liveness: strong } }\ntwo: { by: institution, effort: low, removes: [] }";
  check({ measures }, ["one(account.a)"], "drain(account.b) 5");
  check({ measures }, ["one(account.a)", "one(account.b)"]);
});

test("a person's measure on things the flow says nothing of leaves the flow while one of them is free", () => {
  const measures =
    "one: { by: person, effort: low, asks-more: show-face(person), changes: { account.liveness: strong } }\ntwo: { by: institution, effort: low, removes: [] }";
  const asked = {
    provides: "card",
    flow: "gives: [charge(card)]",
    measures: measures.replace("account.liveness: strong", "account.second-factor: key"),
  };
  check(asked, [], "charge(card.c) 0");
  check(asked, ["one(account.a)"], "charge(card.c) 0");
  check(asked, ["one(account.a)", "one(account.b)"]);
});

test("a measure may name another institution's flow, and only that one", () => {
  const flows = (id: string) =>
    `institution: ${id}\nprovides: account\nflows: { pay: { gives: [drain(account)] } }\n`;
  const world = worldOf(
    [
      flows("shop"),
      `${flows("bank")}measures: { stop: { by: institution, effort: low, removes: [shop/pay] } }\n`,
    ],
    "person: { id: p }\naccounts: { s: { service: shop }, b: { service: bank } }",
  );
  expect([...reachedIn(world, { held: [], measures: ["stop"] }).keys()]).toEqual(["drain(account.b)"]);
});

test("two measures that give one attribute different values: it may have either", () => {
  const flow = "when: { account.liveness: none }, gives: [drain(account)]";
  const measures = both("changes: { account.liveness: none }", "changes: { account.liveness: strong }");
  const person2 = "drain(account.a) 0";
  check({ flow, measures }, ["one", "two"], person2, "drain(account.b) 0");
  check({ flow, measures }, ["two"]);
});
