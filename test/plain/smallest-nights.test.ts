/**
 * What the arena once did otherwise than the notation says, each in the smallest world that showed it; and what the
 * notation is about to say, asserted as the arena does it today (`wrong`). The readings are argued in readings.md.
 */
import { expect, test } from "vitest";
import { readingsToCome } from "./plain-state.ts";
import { faultsOf, haveAtEnd, type ToldNight } from "./told-night.ts";

const basis = `basis: { status: claimed, seen: 2026-01-01, source: "https://example.org/" }`;
const bank = (flows: string, provides = "card") =>
  `institution: bank\nname: { en: Bank, zh: 银行 }\nkind: bank\nprovides: ${provides}\n${basis}\nflows:\n${flows}`;
const things = (flows: string) =>
  `institution: things\nname: { en: Things, zh: 东西 }\nkind: other\n${basis}\nflows:\n${flows}`;
const carrier = (flows: string) =>
  `institution: carrier\nname: { en: Carrier, zh: 运营商 }\nkind: carrier\nprovides: line\n${basis}\nflows:\n${flows}`;
const titled = `title: { en: f, zh: f }, takes: 1m`;
const oneCard =
  "person: { id: p }\ncards: { a: { bank: bank, kind: debit, balance: 100, reserved-line: none } }";
const twoCards = `${oneCard.slice(0, -2)}, b: { bank: bank, kind: debit, balance: 50, reserved-line: none } }`;
const onePhone =
  "person: { id: p }\nlines: { l: { carrier: carrier, sim: { in: phone, pin: none } } }\ndevices: { phone: { lock: none, account: v } }\naccounts: { v: { service: vendor, devices: [phone] } }";
const blocks = `  block: { ${titled}, asks: [know(person.name)], sets: [blocked(card)] }`;

/** The arena must do as the words say. */
const check = (night: ToldNight) => expect(faultsOf(night)).toEqual([]);

// Wrong: the arena does this instead.
const wrong = (night: ToldNight, instead: readonly string[]) => expect(faultsOf(night)).toEqual(instead);

test("a night that is done by the words has no fault", () => {
  check({
    institutions: [bank(`  pay: { ${titled}, asks: [know(card.pin)], gives: [charge(card)] }\n${blocks}`)],
    person: twoCards,
    held: ["know(card.a.pin)", "know(card.b.pin)"],
    script: [
      [1, "intruder", "bank/pay card.a"],
      [5, "owner", "bank/block card.b"],
      [9, "intruder", "bank/pay card.b"],
    ],
  });
});

test("a blocked card pays nothing, whatever else the step gives", () => {
  check({
    institutions: [
      bank(
        `  pay: { ${titled}, asks: [know(card.pin)], gives: [charge(card), know(card.number)] }\n${blocks}`,
      ),
    ],
    person: oneCard,
    held: ["know(card.a.pin)"],
    conditions: ["blocked(card.a)"],
    script: [[1, "intruder", "bank/pay card.a"]],
  });
});

test("a card blocked while the transfer waits pays nothing", () => {
  check({
    institutions: [
      bank(
        `  pay: { ${titled}, asks: [know(card.pin)], gives: [charge(card)], delay: { min: 24h, en: d, zh: d } }\n${blocks}`,
      ),
    ],
    person: oneCard,
    held: ["know(card.a.pin)"],
    script: [
      [1, "intruder", "bank/pay card.a"],
      [30, "owner", "bank/block card.a"],
    ],
  });
});

test("a step that waits is judged again when it falls due", () => {
  check({
    institutions: [
      bank(
        `  pay: { ${titled}, asks: [know(account.password)], unless: [frozen(account)], gives: [drain(account)], delay: { min: 24h, en: d, zh: d } }\n  freeze: { ${titled}, asks: [know(person.name)], sets: [frozen(account)] }`,
        "account",
      ),
    ],
    person: "person: { id: p }\naccounts: { a: { service: bank, balance: 1000 } }",
    held: ["know(account.a.password)"],
    script: [
      [1, "intruder", "bank/pay account.a"],
      [30, "owner", "bank/freeze account.a"],
    ],
  });
});

test("a canceller that gives nothing is a step, and calls off what waits", () => {
  check({
    institutions: [
      bank(
        `  pay: { ${titled}, asks: [know(card.pin)], gives: [charge(card)], delay: { min: 24h, cancelled-by: refuse, en: d, zh: d } }\n  refuse: { ${titled}, asks: [know(card.number)], gives: [] }`,
      ),
    ],
    person: oneCard,
    held: ["know(card.a.pin)"],
    script: [
      [1, "intruder", "bank/pay card.a"],
      [30, "owner", "bank/refuse card.a"],
    ],
  });
});

test("a canceller run for an account calls off what waits for each of its cards", () => {
  check({
    institutions: [
      bank(
        `  pay: { ${titled}, for: { card: account.cards }, asks: [enter(account), know(card.pin)], gives: [charge(card)], delay: { min: 24h, cancelled-by: stop, en: d, zh: d } }\n  stop: { ${titled}, asks: [know(account.password)], sets: [blocked(card)] }\n  enter: { ${titled}, asks: [know(account.password)], gives: [enter(account)] }`,
        "[account, card]",
      ),
    ],
    person: `${twoCards}\naccounts: { x: { service: bank, cards: [a, b] } }`,
    held: ["enter(account.x)", "know(card.a.pin)", "know(card.b.pin)"],
    script: [
      [1, "intruder", "bank/pay card.a"],
      [1, "intruder", "bank/pay card.b"],
      [30, "owner", "bank/stop account.x"],
    ],
  });
});

const limited = (times: number) =>
  bank(
    `  pay: { ${titled}, asks: [know(card.pin)], gives: [charge(card)], at-most: { times: ${times}, per: 24h } }\n${blocks}`,
  );

test("a limit on paying with one card is none on paying with another", () => {
  check({
    institutions: [limited(1)],
    person: twoCards,
    held: ["know(card.a.pin)", "know(card.b.pin)"],
    script: [
      [1, "intruder", "bank/pay card.a"],
      [5, "owner", "bank/pay card.b"],
    ],
  });
});

for (const times of [2, 64, 65])
  test(`a limit of ${times} runs a day refuses the next`, () => {
    check({
      institutions: [limited(times)],
      person: oneCard,
      held: ["know(card.a.pin)"],
      script: often(times + 1),
    });
  });

function often(times: number): ToldNight["script"] {
  return Array.from({ length: times }, (_, i) => [2 * i + 1, "intruder", "bank/pay card.a"] as const);
}

test("what a step lifts itself does not stop what it gives", () => {
  check({
    institutions: [
      bank(
        `  unblock-and-pay: { ${titled}, asks: [know(card.pin)], clears: [blocked(card)], gives: [charge(card)] }\n${blocks}`,
      ),
    ],
    person: oneCard,
    held: ["know(card.a.pin)"],
    conditions: ["blocked(card.a)"],
    script: [[1, "intruder", "bank/unblock-and-pay card.a"]],
  });
});

const reads = `  read-texts: { ${titled}, asks: [possess(sim)], gives: [receive-sms(line)], leaves: [{ record: { at: line } }] }\n  take-sim: { ${titled}, asks: [know(line.puk)], gives: [possess(sim)], leaves: [{ record: { at: line } }] }`;
const texts = [
  carrier(`  divert: { ${titled}, asks: [know(line.account-pin)], revokes: [receive-sms(line)] }\n${reads}`),
];

test("a position revoked while the SIM is elsewhere does not come back with the SIM", () => {
  check({
    institutions: texts,
    person: onePhone,
    held: ["possess(sim.l)", "know(line.l.puk)"],
    script: [
      [1, "intruder", "carrier/read-texts line.l"],
      [5, "owner", "carrier/take-sim line.l"],
      [9, "owner", "carrier/divert line.l"],
      [13, "intruder", "carrier/take-sim line.l"],
    ],
  });
});

test("a position revoked is not had from the same SIM by somebody who had not had it", () => {
  check({
    institutions: texts,
    person: onePhone,
    held: ["possess(sim.l)"],
    script: [
      [5, "owner", "carrier/divert line.l"],
      [9, "intruder", "carrier/read-texts line.l"],
    ],
  });
});

const diversion = [
  carrier(
    `  new-sim: { ${titled}, asks: [know(line.account-pin)], gives: [control(line)], revokes: [receive-sms(line)] }
  use-sim: { ${titled}, asks: [control(line)], gives: [receive-sms(line)] }
  sniff: { ${titled}, asks: [know(line.number)], gives: [receive-sms(line)] }
  divert: { ${titled}, asks: [know(line.service-password)], sets: [texts-copied(line)], gives: [receive-sms(line)] }
  undo: { ${titled}, asks: [know(line.account-pin)], clears: [texts-copied(line)] }
${reads}`,
  ),
];
/** Who gets the texts at the end of the night: the intruder, the owner. */
const getTexts = (night: ToldNight) => haveAtEnd(night, "receive-sms(line.l)");

test("the owner's new SIM ends the old SIM's texts, and neither a sniffer's copy nor a diversion at the carrier", () => {
  const night = { institutions: diversion, person: onePhone };
  const newSim = [9, "owner", "carrier/new-sim line.l"] as const;
  const used = [13, "owner", "carrier/use-sim line.l"] as const;
  const bySim = { ...night, held: ["possess(sim.l)"] };
  expect(getTexts({ ...bySim, script: [[1, "intruder", "carrier/read-texts line.l"], newSim] })).toEqual([
    false,
    false,
  ]);
  const diverted = [1, "intruder", "carrier/divert line.l"] as const;
  const byDiversion = { ...night, held: ["know(line.l.service-password)", "possess(sim.l)"] };
  // For some minutes only the intruder receives, then both.
  expect(getTexts({ ...byDiversion, script: [diverted, newSim] })).toEqual([true, false]);
  expect(getTexts({ ...byDiversion, script: [diverted, newSim, used] })).toEqual([true, true]);
  // Whoever undoes the diversion ends it, and leaves the new SIM its texts.
  const undone = [17, "owner", "carrier/undo line.l"] as const;
  expect(getTexts({ ...byDiversion, script: [diverted, newSim, used, undone] })).toEqual([false, true]);
  const sniffing = { ...night, held: ["know(line.l.number)", "possess(sim.l)"] };
  expect(getTexts({ ...sniffing, script: [[1, "intruder", "carrier/sniff line.l"], newSim, used] })).toEqual([
    true,
    true,
  ]);
});

test("a diversion that was there at the start goes on after a new SIM, until it is undone", () => {
  const night = {
    institutions: diversion,
    person: onePhone,
    held: ["receive-sms(line.l)", "possess(sim.l)"],
    conditions: ["texts-copied(line.l)"],
  };
  const newSim = [9, "owner", "carrier/new-sim line.l"] as const;
  expect(getTexts({ ...night, script: [newSim] })).toEqual([true, false]);
  expect(getTexts({ ...night, script: [newSim, [13, "owner", "carrier/undo line.l"]] })).toEqual([
    false,
    false,
  ]);
});

const opens = [
  things(
    `  steal: { ${titled}, asks: [know(device.passcode)], gives: [possess(device)], revokes: [know(person.photo)] }\n  open: { ${titled}, asks: [possess(device), know(person.name)], gives: [unlock(device)], revokes: [know(person.photo)] }\n  open-from-afar: { ${titled}, asks: [know(person.id-number)], gives: [unlock(device)], revokes: [know(person.photo)] }`,
  ),
];

test("only one actor can have a phone open", () => {
  check({
    institutions: opens,
    person: onePhone,
    held: ["possess(device.phone)", "know(person.name)", "know(device.phone.passcode)"],
    script: [
      [1, "intruder", "things/open device.phone"],
      [5, "owner", "things/steal device.phone"],
      [9, "owner", "things/open-from-afar device.phone"],
      [13, "intruder", "things/steal device.phone"],
    ],
  });
});

test("at minute 0 the owner's hands have done nothing that a condition stops", () => {
  check({
    institutions: [
      things(
        `  open-app: { ${titled}, asks: [possess(device)], unless: [lost-mode(device)], gives: [enter(account)] }\n  find: { ${titled}, asks: [know(person.name)], clears: [lost-mode(device)] }`,
      ),
    ],
    person: onePhone,
    held: [],
    conditions: ["lost-mode(device.phone)"],
    script: [
      [1, "owner", "things/find device.phone"],
      [5, "owner", "things/open-app device.phone"],
    ],
  });
});

test("to come: a phone that was open at the start is open no longer once it is in other hands", () => {
  wrong(
    {
      institutions: [
        things(
          `  steal: { ${titled}, asks: [know(person.birth-date)], gives: [possess(device)], revokes: [know(person.photo)] }\n  use: { ${titled}, asks: [unlock(device)], gives: [enter(account)], revokes: [know(person.photo)] }`,
        ),
      ],
      person: onePhone,
      held: ["know(person.birth-date)"],
      script: [[1, "intruder", "things/steal device.phone"]],
      readings: readingsToCome,
    },
    ["minute 2: told [], by the words [owner loses unlock(device.phone)]"],
  );
});
