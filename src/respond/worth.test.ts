/** Orders by what each minute of an act keeps. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { conditionId } from "../model/index.ts";
import type { Candidate } from "./acts.ts";
import { ordersByWorth } from "./worth.ts";

const world = worldOf(
  [
    `
institution: carrier
provides: line
flows:
  suspend: { asks: know(person.id-number), sets: [suspended(line)], takes: 5m }
`,
    `
institution: bank
provides: card
flows:
  block: { asks: know(person.id-number), sets: [blocked(card)], takes: 5m }
`,
    `
institution: wallet
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 5m }
  freeze: { asks: know(person.id-number), sets: [frozen(account)], takes: 5m }
  pay: { for: { card: account.cards }, asks: enter(account), gives: [charge(card)], takes: 5m }
  drain: { asks: enter(account), gives: [drain(account)], takes: 5m }
`,
  ],
  `
person: { id: somebody }
lines: { main: { carrier: carrier, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, lock: passcode } }
cards:
  gold: { bank: bank, kind: debit, reserved-line: main, balance: 900, credit: 0 }
  grey: { bank: bank, kind: debit, reserved-line: main, balance: 50, credit: 0 }
accounts: { purse: { service: wallet, line: main, cards: [gold, grey], balance: 300, credit: 0, loan-offer: 0 } }
`,
);
const act = (id: string, minutes: number): Candidate => ({
  id,
  kind: "block",
  institution: "",
  minutes,
  ways: [],
  sets: [conditionId(world.conditions.findIndex((each) => each.id === id))],
  gains: [],
});
const [number, purse, gold, grey, police] = [
  act("suspended(line.main)", 5),
  act("frozen(account.purse)", 5),
  act("blocked(card.gold)", 5),
  act("blocked(card.grey)", 5),
  act("blocked(card.gold)", 120),
];

test("a card before the wallet it is bound to, or the wallet that leads to most; the number before all that, or behind it", () => {
  const orders = ordersByWorth({
    world,
    candidates: [grey, purse, gold, number, police],
    isInDanger: () => true,
  });
  expect(orders.map((acts) => acts.map(({ id }) => id.replace(/.*[.](.*)\)/, "$1")).join(" "))).toEqual([
    "main gold purse grey",
    "gold purse grey main",
    "main purse gold grey",
    "purse gold grey main",
  ]);
});
