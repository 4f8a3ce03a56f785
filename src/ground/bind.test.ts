/** Which things a flow concerns: the six rules of the notation, each with the smallest world that shows it. */
import { expect, test } from "vitest";
import { catalogOf, personOf, reachedIn, worldOf } from "../../test/kit/small-world.ts";
import { ground } from "./ground.ts";
import type { Lending } from "./lend.ts";

interface World {
  readonly institution?: string;
  readonly more?: readonly string[];
  readonly person: string;
  readonly held?: string;
}

/** One institution `x` with this body, a person with these sections; what is reached from what is held, sorted. */
function check(
  { institution = "provides: account", more = [], person, held = "" }: World,
  flows: string,
  ...expected: readonly string[]
): void {
  const world = worldOf(
    [`institution: x\n${institution}\nflows:\n${flows.replace(/^/gm, "  ")}\n`, ...more],
    `person: { id: p }\n${person}\n`,
  );
  expect([...reachedIn(world, { held: held === "" ? [] : held.split("; ") }).keys()].sort()).toEqual(
    [...expected].sort(),
  );
}

const twoOfEach = `
lines: { l: { carrier: t, sim: { in: d } }, m: { carrier: t } }
devices: { d: {}, e: {} }
cards: { c: { bank: x, reserved-line: l }, k: { bank: other, reserved-line: m } }
mailboxes: { p: { account: a } }
accounts: { a: { service: x, line: l, mailbox: p, cards: [c], devices: [d] }, b: { service: other, line: m, cards: [c, k] } }
documents: { id: { device: d } }`;

test("rule 1: the main variable runs over the person's things at this institution", () => {
  check({ person: twoOfEach }, "go: { gives: [enter(account)] }", "enter(account.a)");
  check(
    { person: twoOfEach, institution: "provides: card" },
    "go: { gives: [charge(card)] }",
    "charge(card.c)",
  );
});

test("rule 1: of two kinds an institution runs the first it names is the main one, where the flow mentions it", () => {
  const flow = "go: { asks: possess(card), gives: [enter(account)] }";
  check(
    { person: twoOfEach, institution: "provides: [account, card]", held: "possess(card.k)" },
    flow,
    "enter(account.a)",
  );
  // With the card in front the card must be of this institution, and the account one of its own that has the card.
  check({ person: twoOfEach, institution: "provides: [card, account]", held: "possess(card.k)" }, flow);
  check(
    { person: twoOfEach, institution: "provides: [card, account]", held: "possess(card.c)" },
    flow,
    "enter(account.a)",
  );
  check(
    { person: twoOfEach, institution: "provides: [account, card]" },
    "go: { gives: [charge(card)] }",
    "charge(card.c)",
  );
});

test("rule 1: a SIM is at its line's carrier, a mailbox where its account is, a document everywhere", () => {
  check(
    { person: "lines: { l: { carrier: x }, m: { carrier: t } }", institution: "provides: sim" },
    "go: { gives: [possess(sim)] }",
    "possess(sim.l)",
  );
  check(
    { person: twoOfEach, institution: "provides: [account, mailbox]" },
    "go: { gives: [read-mail(mailbox)] }",
    "read-mail(mailbox.p)",
  );
  check(
    { person: twoOfEach, institution: "provides: [account, document]" },
    "go: { gives: [possess(document)] }",
    "possess(document.id)",
  );
});

test("rule 1: an institution that runs nothing concerns all there is of what its flow mentions first", () => {
  check(
    { person: twoOfEach, institution: "kind: police" },
    "go: { asks: know(card.number), gives: [claim-back(card)] }",
  );
  check(
    { person: twoOfEach, institution: "kind: police", held: "know(card.k.number)" },
    "go: { asks: know(card.number), gives: [claim-back(card)] }",
    "claim-back(card.k)",
  );
  check(
    { person: twoOfEach, institution: "kind: police", held: "enter(account.b)" },
    "go: { asks: enter(account), gives: [know(line.number)] }",
    "know(line.m.number)",
  );
});

test("a flow that mentions only the person is run where the person has anything", () => {
  const flow = "go: { gives: [know(person.name)] }";
  check({ person: twoOfEach }, flow, "know(person.name)");
  check({ person: "lines: { l: { carrier: t } }" }, flow);
  check({ person: "", institution: "kind: police" }, flow, "know(person.name)");
  check({ person: "", institution: "kind: police\nregions: [us]" }, flow, "know(person.name)");
});

test("what nobody's region contains plays no part there", () => {
  const world = worldOf(
    ["institution: x\nkind: police\nregions: [us]\nflows: { go: { gives: [know(person.name)] } }"],
    "person: { id: p, region: cn }",
  );
  expect(reachedIn(world, { held: [] }).size).toBe(0);
});

test("rule 2: on a helper's thing the person is the helper", () => {
  const person = "helpers: { aunt: {} }\naccounts: { a: { service: x }, h: { service: x, of: aunt } }";
  check(
    { person, held: "know(person.aunt.id-number)" },
    "go: { asks: know(person.id-number), gives: [enter(account)] }",
    "enter(account.h)",
  );
  check(
    { person, held: "know(person.id-number)" },
    "go: { asks: know(person.id-number), gives: [enter(account)] }",
    "enter(account.a)",
  );
});

test("rule 2: reading the helper's ID card tells of the helper", () => {
  const person = "helpers: { aunt: {} }\ndocuments: { hers: { of: aunt } }";
  check(
    { person, institution: "kind: other", held: "possess(document.hers)" },
    "go: { for: { document: person.documents }, asks: possess(document), gives: [know(person.id-number)] }",
    "know(person.aunt.id-number)",
  );
});

test("rule 3: with an account, line, SIM, mailbox and device are the account's", () => {
  check(
    { person: twoOfEach },
    "go: { gives: [enter(account), receive-sms(line), possess(sim), read-mail(mailbox), unlock(device)] }",
    "enter(account.a)",
    "receive-sms(line.l)",
    "possess(sim.l)",
    "read-mail(mailbox.p)",
    "unlock(device.d)",
  );
});

test("rule 3: with a card, line and account are the card's; with a line, SIM and device the line's", () => {
  check(
    { person: twoOfEach, institution: "provides: card" },
    "go: { gives: [see-payers(card), receive-sms(line), enter(account)] }",
    "see-payers(card.c)",
    "receive-sms(line.l)",
    "enter(account.a)",
    "enter(account.b)",
  );
  check(
    { person: twoOfEach.replaceAll("carrier: t", "carrier: x"), institution: "provides: line" },
    "go: { asks: know(line.puk), gives: [possess(sim), unlock(device)] }",
  );
  check(
    {
      person: twoOfEach.replaceAll("carrier: t", "carrier: x"),
      institution: "provides: line",
      held: "know(line.l.puk)",
    },
    "go: { asks: know(line.puk), gives: [possess(sim), unlock(device)] }",
    "possess(sim.l)",
    "unlock(device.d)",
  );
});

test("rule 3: a variable and the relation it is are one thing, also where nobody knows which", () => {
  const person = "lines: { l: { carrier: t }, m: { carrier: t } }\ncards: { c: { bank: x } }";
  const flow = "go: { asks: [receive-sms(line), receive-call(card.reserved-line)], gives: [charge(card)] }";
  check({ person, institution: "provides: card", held: "receive-sms(line.l); receive-call(line.m)" }, flow);
  check(
    { person, institution: "provides: card", held: "receive-sms(line.l); receive-call(line.l)" },
    flow,
    "charge(card.c)",
  );
});

test("two lines at one carrier, two accounts at one service, are not mixed up", () => {
  const lines = "lines: { l: { carrier: x }, m: { carrier: x } }";
  check(
    { person: lines, institution: "provides: line", held: "receive-sms(line.l); know(line.m.number)" },
    "go: { asks: [receive-sms(line), know(line.number)], gives: [know(line.service-password)] }",
  );
  const accounts =
    "lines: { l: { carrier: t }, m: { carrier: t } }\naccounts: { a: { service: x, line: l }, b: { service: x, line: m } }";
  check(
    { person: accounts, held: "receive-sms(line.m)" },
    "go: { asks: receive-sms(line), gives: [enter(account)] }",
    "enter(account.b)",
  );
});

test("rule 4: what is asked of the card may be asked of any; what is not concerns only the account's", () => {
  check(
    { person: twoOfEach, held: "know(card.k.number)" },
    'go: { asks: know(card.number), gives: ["pay-with(account, card)"] }',
    "pay-with(account.a, card.k)",
  );
  check(
    { person: twoOfEach, held: "show-face(person)" },
    'go: { asks: show-face(person), gives: ["pay-with(account, card)"] }',
    "pay-with(account.a, card.c)",
  );
});

test("rule 4: each alternative is judged by itself", () => {
  const flow =
    'go: { asks: { any: [know(card.number), show-face(person)] }, gives: ["pay-with(account, card)"] }';
  check(
    { person: twoOfEach, held: "know(card.k.number); show-face(person)" },
    flow,
    "pay-with(account.a, card.k)",
    "pay-with(account.a, card.c)",
  );
});

test("rule 5: `for` overrides, with one relation or several, for variables the flow would not bind so", () => {
  check(
    { person: twoOfEach, held: "receive-sms(line.m)" },
    "go: { for: { line: person.lines }, asks: receive-sms(line), gives: [enter(account)] }",
    "enter(account.a)",
  );
  check(
    { person: twoOfEach, held: "know(card.k.number)" },
    'go: { for: { card: account.cards }, asks: know(card.number), gives: ["pay-with(account, card)"] }',
  );
  check(
    { person: twoOfEach, institution: "kind: other", held: "unlock(device.d)" },
    "go: { for: { device: person.devices, account: [device.accounts, device.account] }, asks: unlock(device), gives: [enter(account)] }",
    "enter(account.a)",
  );
});

test("rule 5: a `for` that begins at what hangs on the main thing does not go round for ever", () => {
  check(
    { person: twoOfEach, institution: "provides: [card, account]" },
    "go: { for: { card: account.cards }, asks: [], gives: [enter(account), charge(card)] }",
    "enter(account.a)",
    "charge(card.c)",
  );
  check(
    { person: twoOfEach, held: "receive-sms(line.l)" },
    "go: { for: { account: line.accounts }, asks: receive-sms(line), gives: [enter(account)] }",
    "enter(account.a)",
  );
  check(
    { person: twoOfEach, institution: "provides: card", held: "enter(account.b)" },
    "go: { for: { card: account.cards }, asks: enter(account), gives: [charge(card)] }",
    "charge(card.c)",
    "charge(card.k)",
  );
});

test("rule 6: a new account is opened at this institution, whatever the main variable is", () => {
  const open = "open: { for: { account: new }, asks: know(card.number), gives: [enter(account)] }";
  for (const provides of ["account", "[account, card]", "[card, account]"])
    check(
      { person: twoOfEach, institution: `provides: ${provides}`, held: "know(card.c.number)" },
      open,
      "enter(account.new-x)",
    );
  check(
    { person: twoOfEach, institution: "kind: other", held: "know(card.c.number)" },
    open,
    "enter(account.new-x)",
  );
});

test("rule 6: other flows hold for it too, unless they say `own`; whoever opens it says how to be reached", () => {
  const open = "open: { for: { account: new }, gives: [enter(account)] }";
  check(
    { person: "" },
    `${open}\nborrow: { asks: enter(account), gives: [borrow(account)] }`,
    "enter(account.new-x)",
    "borrow(account.new-x)",
  );
  check(
    { person: "" },
    `${open}\nborrow: { for: { account: own }, asks: enter(account), gives: [borrow(account)] }`,
    "enter(account.new-x)",
  );
  const byText = "open: { for: { account: new }, asks: receive-sms(line), gives: [enter(account)] }";
  check({ person: twoOfEach }, byText);
  const line = { person: "lines: { l: { carrier: t } }", held: "receive-sms(line.l)" };
  check(line, byText, "enter(account.new-x)");
  check(
    line,
    `${open}\nby-code: { asks: [enter(account), receive-sms(line)], gives: [borrow(account)] }`,
    "enter(account.new-x)",
    "borrow(account.new-x)",
  );
  // Of what it only gives or what would stop it nobody is asked: it has no line of the person's.
  check(line, `${open}\ntold: { asks: enter(account), gives: [know(line.number)] }`, "enter(account.new-x)");
});

test("rule 6: a number is opened like an account, and is then one of the person's", () => {
  check(
    {
      person: "accounts: { a: { service: y } }",
      institution: "provides: line",
      held: "know(person.id-number)",
    },
    "second: { for: { line: new }, asks: know(person.id-number), gives: [control(line)] }",
    "control(line.new-x)",
  );
});

test("rule 6: of theirs nothing is asked, nothing is gained, and nobody stops it; what is the person's is left", () => {
  const theirs = "for: { account: theirs, card: person.cards }";
  check(
    { person: "cards: { c: { bank: b } }", held: "know(card.c.number)" },
    `link: { ${theirs}, asks: [enter(account), know(account.password), know(card.number)], unless: [frozen(account)], gives: ["pay-with(account, card)", manage(account)] }`,
    "pay-with(account.theirs-x, card.c)",
  );
  check(
    { person: "cards: { c: { bank: b } }" },
    `link: { ${theirs}, asks: [enter(account), know(card.number)], gives: ["pay-with(account, card)"] }`,
  );
});

test("rule 6: where no flow says whose are meant they may be theirs, and the step is lent", () => {
  const standIns: Lending = { loans: [], aspects: { of: 0, read: 0 }, standIns: true };
  const flows = `
  link: { asks: [enter(account), know(card.number)], gives: ["pay-with(account, card)"] }
  own: { for: { account: own }, asks: [enter(account), know(card.cvv)], gives: [charge(card)] }
  look: { asks: enter(account), gives: [know(person.address)] }`;
  const catalog = catalogOf(`institution: x\nprovides: account\nflows:${flows}\n`);
  const person = personOf("person: { id: p }\ncards: { c: { bank: b } }\n", catalog);
  const { steps, atoms } = ground({ catalog, person, lend: standIns });
  expect(
    steps.map(({ flow, asks, gives, lent }) => [
      flow.id,
      asks.map((atom) => atoms[atom]?.text),
      gives.map(({ atom }) => atoms[atom]?.text),
      lent?.aspect,
    ]),
  ).toEqual([["link", ["know(card.c.number)"], ["pay-with(account.theirs-x, card.c)"], "theirs"]]);
  expect(ground({ catalog, person }).steps).toEqual([]);
  const without = catalogOf(
    "aspects: { brought: { name: { en: b, zh: b }, question: { en: '{}', zh: '{}' }, of: any, stands-for: theirs } }",
    `institution: x\nprovides: account\nreads: { brought: none }\nflows:${flows}\n`,
  );
  expect(ground({ catalog: without, person, lend: standIns }).steps).toEqual([]);
});

test("rule 6: nobody opens an account where the institution is not", () => {
  const open =
    "institution: x\nprovides: account\nregions: [us]\nflows: { open: { for: { account: new }, gives: [enter(account)] } }";
  const reached = (head: string) => [
    ...reachedIn(worldOf([open], `person: { ${head} }`), { held: [] }).keys(),
  ];
  expect([reached("id: p, region: cn"), reached("id: p, region: us"), reached("id: p")]).toEqual([
    [],
    ["enter(account.new-x)"],
    ["enter(account.new-x)"],
  ]);
});

test("what hangs on what the person does not have is not a way; other alternatives remain", () => {
  const person = "accounts: { a: { service: x } }";
  check(
    { person, held: "show-face(person)" },
    "go: { asks: { any: [read-mail(mailbox), show-face(person)] }, gives: [enter(account)] }",
    "enter(account.a)",
  );
  check(
    { person, held: "show-face(person)" },
    "go: { asks: [show-face(person), { any: [read-mail(mailbox), receive-sms(line)] }], gives: [enter(account)] }",
  );
});

test("a card without a reserved line may send its codes to any line; one that has none to none", () => {
  const flow = "go: { asks: receive-sms(line), gives: [charge(card)] }";
  const lines = "lines: { l: { carrier: t }, m: { carrier: t } }\n";
  check(
    {
      person: `${lines}cards: { c: { bank: x } }`,
      institution: "provides: card",
      held: "receive-sms(line.m)",
    },
    flow,
    "charge(card.c)",
  );
  check(
    {
      person: `${lines}cards: { c: { bank: x, reserved-line: none } }`,
      institution: "provides: card",
      held: "receive-sms(line.m)",
    },
    flow,
  );
});

test("`when` looks at attributes; what nobody knows is allowed", () => {
  const lines =
    "lines: { a: { carrier: x, sim: { kind: esim } }, b: { carrier: x, sim: { kind: physical } }, c: { carrier: x, sim: {} }, d: { carrier: x, sim: unknown } }";
  check(
    { person: lines, institution: "provides: line" },
    "go: { when: { line.sim.kind: esim }, gives: [control(line)] }",
    "control(line.a)",
    "control(line.d)",
  );
  check(
    { person: lines, institution: "provides: line" },
    "go: { when: { line.sim.kind: [physical] }, gives: [control(line)] }",
    "control(line.b)",
    "control(line.c)",
    "control(line.d)",
  );
  check(
    { person: "lines: { a: { carrier: x, sim: null } }", institution: "provides: line" },
    "go: { when: { line.sim.kind: esim }, gives: [control(line)] }",
  );
});

test("what only is given need not be there for the flow to run", () => {
  check(
    { person: "accounts: { a: { service: x } }" },
    'go: { gives: [enter(account), "pay-with(account, card)"] }',
    "enter(account.a)",
  );
});

test("a condition in `unless` stops the flow for its own thing, not for another", () => {
  const person =
    "lines: { l: { carrier: t }, m: { carrier: t } }\ncards: { c: { bank: x, reserved-line: l }, k: { bank: x, reserved-line: m } }\naccounts: { a: { service: x, cards: [c, k] }, b: { service: x } }\nconditions: [blocked(c), suspended(line.m)]";
  check(
    { person },
    'go: { unless: [blocked(card)], gives: ["pay-with(account, card)"] }',
    "pay-with(account.a, card.k)",
  );
  check(
    { person, institution: "provides: card" },
    "go: { unless: [suspended(line)], gives: [see-payers(card)] }",
    "see-payers(card.c)",
  );
  // An account without a line cannot be stopped by one.
  check(
    { person },
    "go: { unless: [suspended(line)], gives: [see-cards(account)] }",
    "see-cards(account.a)",
    "see-cards(account.b)",
  );
});

test("flows and things are asked for together: a hundred ways are a hundred rules, no more", () => {
  const cards = Array.from({ length: 10 }, (_, i) => `c-${i}: { bank: x }`).join(", ");
  const world = worldOf(
    [
      'institution: x\nprovides: account\nflows: { go: { asks: know(card.number), gives: ["pay-with(account, card)"] } }',
    ],
    `person: { id: p }\ncards: { ${cards} }\naccounts: { a: { service: x }, b: { service: x } }`,
  );
  expect(world.steps).toHaveLength(20);
});
