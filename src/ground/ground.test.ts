/** Conditions, time, secrets and coverage of a grounded world. */
import { expect, test } from "vitest";
import { reachedIn, worldOf } from "../../test/kit/small-world.ts";

const telco = `
institution: telco
provides: line
flows:
  new-sim: { asks: know(person.id-number), gives: [control(line)], takes: 10m }
  read: { asks: control(line), gives: [receive-sms(line)], takes: 2m }
  read-and-call: { asks: control(line), gives: [receive-sms(line), receive-call(line), know(line.number)], takes: 2m }
  suspend: { asks: know(line.service-password), sets: [suspended(line)] }
  lift: { asks: know(line.puk), clears: [suspended(line)], takes: 30m }
`;

interface World {
  readonly institutions?: readonly string[];
  readonly person?: string;
  readonly conditions?: readonly string[];
}

/** What is reached, with its minutes. */
function check(
  { institutions = [telco], person = "lines: { l: { carrier: telco } }", conditions = [] }: World,
  held: readonly string[],
  measures: readonly string[],
  ...expected: readonly string[]
): void {
  const world = worldOf(institutions, `person: { id: p }\n${person}\n`, { conditions });
  expect(
    [...reachedIn(world, { held, measures })]
      .map(([capability, minutes]) => `${capability} ${minutes}`)
      .sort(),
  ).toEqual([...expected].sort());
}

const id = "know(person.id-number)";

test("a flow without asks can be run by anybody, and one that gives what it asks is no way to it", () => {
  check(
    {
      institutions: [
        "institution: x\nkind: other\nflows: { go: { gives: [know(person.name)], takes: 3m }, round: { asks: know(person.tax-number), gives: [know(person.tax-number)] } }",
      ],
    },
    [],
    [],
    "know(person.name) 3",
  );
});

test("a condition that is not set stops nothing", () => {
  check(
    {},
    [id],
    [],
    "control(line.l) 10",
    "receive-sms(line.l) 12",
    "receive-call(line.l) 12",
    "know(line.l.number) 12",
  );
});

test("a condition set at the start stops what it stops until it is lifted, and nothing else", () => {
  check({ conditions: ["suspended(line.l)"] }, [id], [], "control(line.l) 10", "know(line.l.number) 12");
  check(
    { person: "lines: { l: { carrier: telco } }\nconditions: [suspended(line.l)]" },
    [id],
    [],
    "control(line.l) 10",
    "know(line.l.number) 12",
  );
  check(
    { conditions: ["suspended(line.l)"] },
    [id, "know(line.l.puk)"],
    [],
    "control(line.l) 10",
    "receive-sms(line.l) 30",
    "receive-call(line.l) 30",
    "know(line.l.number) 12",
  );
});

test("the condition of one line does not stop the other", () => {
  check(
    { person: "lines: { l: { carrier: telco }, m: { carrier: t } }", conditions: ["suspended(line.m)"] },
    [id],
    [],
    "control(line.l) 10",
    "receive-sms(line.l) 12",
    "receive-call(line.l) 12",
    "know(line.l.number) 12",
  );
});

test("what is stopped can be prepared: it comes when nothing stops it, not a flow later", () => {
  check(
    { conditions: ["suspended(line.l)"], institutions: [telco.replace("takes: 30m", "takes: 11m")] },
    [id, "know(line.l.puk)"],
    [],
    "control(line.l) 10",
    "receive-sms(line.l) 12",
    "receive-call(line.l) 12",
    "know(line.l.number) 12",
  );
});

test("what somebody holds at the start is had once nothing set stops it; a loss that is held has happened", () => {
  const bank =
    "institution: bank\nprovides: card\nflows: { go: { asks: receive-sms(line), gives: [charge(card)] } }";
  const after =
    "institution: after\nprovides: account\nflows: { on: { asks: charge(account.cards), gives: [drain(account)], takes: 1m } }";
  const person =
    "lines: { l: { carrier: telco } }\ncards: { c: { bank: bank, reserved-line: l } }\naccounts: { a: { service: after, cards: [c] } }";
  const suspended = { institutions: [telco, bank, after], person, conditions: ["suspended(line.l)"] };
  check(
    { ...suspended, conditions: [] },
    ["receive-sms(line.l)"],
    [],
    "charge(card.c) 0",
    "drain(account.a) 1",
  );
  check(suspended, ["receive-sms(line.l)"], []);
  check(
    suspended,
    ["receive-sms(line.l)", id, "know(line.l.puk)"],
    [],
    "control(line.l) 10",
    "receive-call(line.l) 30",
    "charge(card.c) 30",
    "drain(account.a) 31",
    "know(line.l.number) 12",
  );
  check({ ...suspended, conditions: ["blocked(card.c)"] }, ["charge(card.c)"], [], "drain(account.a) 1");
});

test("a condition with an end lapses; one set for good as well does not", () => {
  const stop =
    "measures: { pause: { by: person, effort: low, sets: [{ condition: suspended(line), expires: 1h }] }, longer: { by: person, effort: low, sets: [{ condition: suspended(line), expires: 3h }] } }";
  const got = (minutes: number) => [
    "control(line.l) 10",
    `receive-sms(line.l) ${minutes}`,
    `receive-call(line.l) ${minutes}`,
    "know(line.l.number) 12",
  ];
  const never = ["control(line.l) 10", "know(line.l.number) 12"];
  const world = { institutions: [telco, stop] };
  check(world, [id], ["pause(line.l)"], ...got(60));
  check(world, [id], ["longer(line.l)"], ...got(180));
  check(world, [id], ["pause(line.l)", "longer(line.l)"], ...got(180));
  check({ ...world, conditions: ["suspended(line.l)"] }, [id], [], ...never);
  check({ ...world, conditions: ["suspended(line.l)"] }, [id], ["pause(line.l)"], ...never);
  check(
    {
      ...world,
      person: "lines: { l: { carrier: telco } }\nconditions: [{ condition: suspended(line.l), expires: 2h }]",
    },
    [id],
    ["pause(line.l)"],
    ...got(120),
  );
});

test("a condition on the person is set by a measure like any other", () => {
  const words = "conditions: { watched: { of: [person], stops: [see-accounts], en: a, zh: a } }";
  const x =
    "institution: x\nkind: other\nflows: { look: { gives: [see-accounts(person)] } }\nmeasures: { watch: { by: person, effort: low, sets: [watched(person)] } }";
  check({ institutions: [words, x] }, [], [], "see-accounts(person) 0");
  check({ institutions: [words, x] }, [], ["watch"]);
});

test("two accounts that recover each other open neither", () => {
  const mail =
    "institution: mail\nprovides: account\nflows: { recover: { asks: enter(account.recovery), gives: [enter(account)] } }";
  const person = "accounts: { a: { service: mail, recovery: b }, b: { service: mail, recovery: a } }";
  check({ institutions: [mail], person }, [], []);
  check({ institutions: [mail], person }, ["enter(account.a)"], [], "enter(account.b) 0");
});

test("whoever knows one of several equal secrets knows them all", () => {
  check(
    {
      institutions: [],
      person:
        "cards: { c: { bank: x } }\naccounts: { a: { service: x } }\nsame-secret: [[a.password, c.pin]]",
    },
    ["know(card.c.pin)"],
    [],
    "know(account.a.password) 0",
  );
});

test("a delay and the time it takes come before what is given", () => {
  check(
    {
      institutions: [
        "institution: x\nkind: other\nflows: { go: { gives: [know(person.name)], takes: { min: 2m, likely: 9m }, delay: { min: 1h, likely: 2h } } }",
      ],
    },
    [],
    [],
    "know(person.name) 62",
  );
});

test("without a beginning hours are ignored; with one a flow waits for its office; one that is never open is never run", () => {
  const office = (hours: string) =>
    `institution: x\nkind: other\nflows: { go: { gives: [know(person.name)], hours: "${hours}", takes: 5m } }`;
  check({ institutions: [office("mon-fri 09:00-17:00")] }, [], [], "know(person.name) 5");
  check({ institutions: [office("never")] }, [], []);
  const world = worldOf([office("mon-fri 09:00-17:00")], "person: { id: p }");
  const saturday = 5 * 24 * 60;
  expect(reachedIn(world, { held: [], startsAt: saturday }).get("know(person.name)")).toBe(
    2 * 24 * 60 + 9 * 60 + 5,
  );
});

test("flows are in force on their days; without a day those that have no end", () => {
  const dated =
    "institution: x\nkind: other\nflows: { old: { gives: [know(person.name)], valid: { until: 2020-09-04 } }, new: { gives: [know(person.tax-number)], valid: { from: 2020-09-05 } } }";
  const on = (asOf?: string) =>
    [
      ...reachedIn(worldOf([dated], "person: { id: p }", asOf === undefined ? {} : { asOf }), {
        held: [],
      }).keys(),
    ].sort();
  expect([on("2020-09-04"), on("2020-09-05"), on("2020-09"), on()]).toEqual([
    ["know(person.name)"],
    ["know(person.tax-number)"],
    ["know(person.name)", "know(person.tax-number)"],
    ["know(person.tax-number)"],
  ]);
});

test("what nobody has read anything about is not judged, and never safe", () => {
  const silent = "institution: silent\nprovides: card\nflows: {}\n";
  const { coverage } = worldOf(
    [telco, silent],
    "person: { id: p }\nlines: { l: { carrier: telco }, m: { carrier: nowhere } }\ncards: { c: { bank: silent } }",
  );
  expect(coverage).toEqual({ judged: ["line.l"], notJudged: ["card.c", "line.m"], cutShort: [] });
});

test("a flow that concerns more combinations of things than are looked at is named", () => {
  const wide =
    "institution: wide\nkind: other\nflows: { odd: { asks: [possess(document), read-mail(mailbox), know(card.number)], gives: [know(person.name)] } }";
  const many = (section: string, body: string) =>
    `${section}: { ${Array.from({ length: 60 }, (_, i) => `x${i}: ${body}`).join(", ")} }\n`;
  const { coverage } = worldOf(
    [telco, wide],
    `person: { id: p }\n${many("documents", "{}")}${many("mailboxes", "{}")}${many("cards", "{ bank: wide }")}`,
  );
  expect(coverage.cutShort).toEqual(["wide/odd"]);
});

test("the order in which flows and things are written decides nothing", () => {
  const turned = telco.replace(/( {2}new-sim.*\n)([\s\S]*)( {2}lift.*\n)/, "$3$2$1");
  const rules = (text: string, lines: string) =>
    worldOf([text], `person: { id: p }\nlines: { ${lines} }`).steps.map(
      ({ asks, needsClear, gives, sets, clears, guard, flow, institution }) => ({
        asks,
        needsClear,
        gives,
        sets,
        clears,
        guard,
        takes: flow.takes,
        at: `${institution}/${flow.id}`,
      }),
    );
  expect(rules(turned, "m: { carrier: telco }, l: { carrier: telco }")).toEqual(
    rules(telco, "l: { carrier: telco }, m: { carrier: telco }"),
  );
});

test("what was assumed is said of the rules that rest on it, and of no other", () => {
  const bank =
    "institution: bank\nprovides: card\nflows: { go: { asks: know(card.pin), gives: [charge(card), know(line.number)] }, lock: { when: { card.kind: credit }, gives: [see-payers(card)] } }";
  const { steps, atoms } = worldOf(
    [bank],
    "person: { id: p }\nlines: { l: { carrier: t }, m: { carrier: t } }\ncards: { c: { bank: bank, kind: unknown } }",
  );
  const told = steps.map(
    ({ gives, assumed }) =>
      `${gives.map(({ atom }) => atoms[atom]?.text).join(" ")} <- ${assumed.join("; ")}`,
  );
  expect(told.sort()).toEqual([
    "charge(card.c) <- ",
    "know(line.l.number) know(line.m.number) <- card.c: reserved-line",
    "see-payers(card.c) <- card.c: kind",
  ]);
});
