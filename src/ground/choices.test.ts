/** Measures as decisions: how many, of whom, by what name, and how somebody may type them. */
import { expect, test } from "vitest";
import { reachedIn, worldOf } from "../../test/kit/small-world.ts";
import { findChoice } from "./choices.ts";

const person = `
person: { id: p }
lines: { l: { carrier: telco, sim: { pin: none } }, m: { carrier: other, sim: { pin: none } } }
cards: { c: { bank: bank }, k: { bank: other } }
accounts: { a: { service: bank } }
`;

/** The decisions there are, in order, as `id (by, effort)`. */
function check(texts: readonly string[], ...expected: readonly string[]): void {
  expect(worldOf(texts, person).choices.map(({ id, by, effort }) => `${id} (${by}, ${effort})`)).toEqual(
    expected,
  );
}

const bank = (measures: string, flows = "go: { gives: [charge(card)] }") =>
  `institution: bank\nprovides: [account, card]\nflows:\n  ${flows}\nmeasures:\n${measures.replace(/^/gm, "  ")}\n`;

test("a person's measure is one decision for each thing it speaks of, at its institution", () => {
  check([bank("lock: { by: person, effort: low, sets: [blocked(card)] }")], "lock(card.c) (person, 1)");
  check(
    ["measures: { pin: { by: person, effort: 2, changes: { sim.pin: set } } }"],
    "pin(sim.l) (person, 2)",
    "pin(sim.m) (person, 2)",
  );
  check(
    [bank("both: { by: person, effort: low, changes: { account.liveness: strong }, sets: [blocked(card)] }")],
    "both(account.a, card.c) (person, 1)",
  );
});

test("an institution's measure is one decision whatever it speaks of", () => {
  check(
    [bank("real-face: { by: institution, effort: high, changes: { account.liveness: strong } }")],
    "real-face (institution, 10)",
  );
});

test("a measure that speaks of things nobody has is none; one that speaks of the person is one", () => {
  check([bank("keys: { by: person, effort: low, changes: { device.lock: passcode } }")]);
  check([bank("move: { by: person, effort: low, changes: { person.region: us } }")], "move (person, 1)");
});

test("nobody locks what has no screen", () => {
  const lock = "measures: { lock: { by: person, effort: low, changes: { device.lock: passcode } } }";
  const devices = "devices: { f: { kind: phone }, k: { kind: security-key }, some: {} }";
  expect(worldOf([lock], `person: { id: p }\n${devices}\n`).choices.map(({ id }) => id)).toEqual([
    "lock(device.f)",
    "lock(device.some)",
  ]);
});

test("nobody decides about an account that does not exist, but its institution does", () => {
  const open =
    "open: { for: { account: new }, when: { account.liveness: [none, photo-beatable, unknown] }, gives: [enter(account)] }";
  const bare = "person: { id: p }\n";
  const choices = (by: string) =>
    worldOf(
      [bank(`real-face: { by: ${by}, effort: low, changes: { account.liveness: strong } }`, open)],
      bare,
    );
  expect(choices("person").choices.map(({ id }) => id)).toEqual([]);
  const world = choices("institution");
  expect([...reachedIn(world, { held: [] }).keys()]).toEqual(["enter(account.new-bank)"]);
  expect([...reachedIn(world, { held: [], measures: ["real-face"] }).keys()]).toEqual([]);
});

test("the common file: the person's own, each institution's own, or the world's", () => {
  const common = (body: string) => `measures: { m: { effort: low, ${body} } }`;
  const listing = (id: string, provides: string) =>
    `institution: ${id}\nprovides: ${provides}\nflows: { go: { gives: [know(person.name)], measures: [m] } }\n`;
  check(
    [
      common("by: institution, asks-more: show-face(person)"),
      listing("bank", "card"),
      listing("telco", "line"),
    ],
    "bank/m (institution, 1)",
    "telco/m (institution, 1)",
  );
  check(
    [
      common("by: institution, asks-more: show-face(person)"),
      listing("bank", "card"),
      listing("stranger", "card"),
    ],
    "m (institution, 1)",
  );
  check(
    [
      common("by: institution, per: world, asks-more: show-face(person)"),
      listing("bank", "card"),
      listing("telco", "line"),
    ],
    "m (institution, 1)",
  );
  check(
    [common("by: person, asks-more: show-face(person)"), listing("bank", "card"), listing("telco", "line")],
    "m (person, 1)",
  );
  // It may speak of things and be listed by nobody.
  check(
    [
      common("by: institution, changes: { account.liveness: strong }"),
      "institution: bank\nprovides: account\n",
    ],
    "m (institution, 1)",
  );
});

test("the institution stands in front where two that play a part use the name; a stranger renames nothing", () => {
  const own = (id: string, provides: string) =>
    `institution: ${id}\nprovides: ${provides}\nflows: { go: { gives: [know(person.name)], measures: [m] } }\nmeasures: { m: { by: institution, effort: low, asks-more: show-face(person) } }\n`;
  check([own("bank", "card"), own("telco", "line")], "bank/m (institution, 1)", "telco/m (institution, 1)");
  check([own("bank", "card"), own("stranger", "line")], "m (institution, 1)");
});

test("what an institution defines itself goes before the common measure of the same name", () => {
  const own =
    "institution: bank\nprovides: card\nflows: { go: { gives: [charge(card)], measures: [m] } }\nmeasures: { m: { by: institution, effort: low, asks-more: know(card.pin) } }\n";
  const world = worldOf(
    [own, "measures: { m: { by: institution, effort: low, per: world, asks-more: show-face(person) } }"],
    person,
  );
  expect(world.choices.map(({ id }) => id)).toEqual(["m", "bank/m"]);
  const reached = (measures: readonly string[], held: readonly string[]) =>
    [...reachedIn(world, { held, measures }).keys()].includes("charge(card.c)");
  expect([reached(["bank/m"], []), reached(["bank/m"], ["know(card.c.pin)"]), reached(["m"], [])]).toEqual([
    false,
    true,
    true,
  ]);
});

test("a measure exists on the days it can be taken", () => {
  const dated = bank("lock: { by: person, effort: low, sets: [blocked(card)], valid: { from: 2021 } }");
  const ids = (asOf: string) => worldOf([dated], person, { asOf }).choices.map(({ id }) => id);
  expect([ids("2020-12-31"), ids("2021-01-01")]).toEqual([[], ["lock(card.c)"]]);
});

test("the order in which measures are written decides nothing", () => {
  const one = "a: { by: institution, effort: low, removes: [go] }";
  const two = "b: { by: person, effort: low, removes: [go] }";
  const ids = (measures: string) => worldOf([bank(measures)], person).choices.map(({ id }) => id);
  expect(ids(`${one}\n${two}`)).toEqual(ids(`${two}\n${one}`));
});

test("a measure that speaks of what nobody knows reaches nothing", () => {
  const suspend =
    "institution: bank\nprovides: card\nflows: { go: { asks: receive-sms(line), gives: [charge(card)] } }\nmeasures: { stop: { by: person, effort: low, sets: [suspended(card.reserved-line)] } }\n";
  const set = (card: string) =>
    worldOf(
      [suspend],
      `person: { id: p }\nlines: { l: { carrier: t }, m: { carrier: t } }\ncards: { c: { bank: bank${card} } }`,
    ).conditions.map(({ id }) => id);
  expect([set(", reserved-line: l"), set("")]).toEqual([["suspended(line.l)"], []]);
});

test.each([
  ["set-pin(sim.l)", "set-pin(sim.l)"],
  ["set-pin( sim.l )", "set-pin(sim.l)"],
  ["set-pin(l)", "set-pin(sim.l)"],
  ["set-pin", "set-pin(sim.l) or set-pin(sim.m)"],
  ["alpha/hold", "alpha/hold"],
  ["hold", "alpha/hold or beta/hold"],
  ["gamma/hold", ""],
  ["alone", "alone"],
  ["alpha/alone", "alone"],
  ["lone", ""],
])("somebody who types %s means %s", (text, expected) => {
  const texts = [
    "measures: { set-pin: { by: person, effort: low, changes: { sim.pin: set } } }",
    ...["alpha", "beta"].map(
      (id) =>
        `institution: ${id}\nprovides: card\nflows: { go: { gives: [charge(card)] } }\nmeasures:\n  hold: { by: institution, effort: low, removes: [go] }\n${id === "alpha" ? "  alone: { by: institution, effort: low, removes: [go] }\n" : ""}`,
    ),
  ];
  const { choices } = worldOf(
    texts,
    "person: { id: p }\nlines: { l: { carrier: t }, m: { carrier: t } }\ncards: { c: { bank: alpha }, k: { bank: beta } }",
  );
  const found = findChoice(choices, text);
  expect("index" in found ? found.id : found.fitting.join(" or ")).toBe(expected);
});
