/** What is a loss, and what it is worth. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { harmsOf } from "../model/index.ts";
import { amountOf } from "./goals.ts";

const bank = (flow = "") =>
  `institution: bank\nprovides: [account, card]\nflows:\n  pay: { gives: [charge(card)] }\n  take: { gives: [drain(account)]${flow} }\n  bit: { gives: [skim(account)], amount: 300 }\n`;

/** Losses as `capability amount`, with `?` where nobody knows. */
function check(card: string, more: string, ...expected: readonly string[]): void {
  const { goals } = worldOf([bank()], `person: { id: p }\ncards: { c: { bank: bank${card} } }\n${more}\n`);
  expect(goals.map(({ id, amount }) => `${id} ${amount ?? "?"}`)).toEqual(expected);
}

test("a loss is worth the sum of what the file states", () => {
  check(", balance: 200, credit: 50", "", "charge(card.c) 250");
  check(", balance: 200", "", "charge(card.c) 200");
  check(", credit: 50", "", "charge(card.c) 50");
});

test("a balance of nothing is no loss; an amount nobody knows is one", () => {
  check(", balance: 0", "");
  check(", balance: 0, credit: 0", "");
  check("", "", "charge(card.c) ?");
  check(", balance: unknown", "", "charge(card.c) ?");
  check(", balance: 0, credit: unknown", "", "charge(card.c) ?");
  check(", balance: 200, credit: unknown", "", "charge(card.c) 200");
});

test("the flow says what it is worth where the person file is silent, and the most of several", () => {
  const text = "person: { id: p }\naccounts: { a: { service: bank }, b: { service: bank, balance: 7 } }\n";
  const amounts = (flow: string) =>
    worldOf([bank(flow)], text).goals.map(({ id, amount }) => `${id} ${amount ?? "?"}`);
  expect(amounts(", amount: 5000")).toEqual([
    "drain(account.a) 5000",
    "drain(account.b) 7",
    "skim(account.a) 300",
    // What is a part of it is no more than lies there.
    "skim(account.b) 7",
  ]);
  expect(amounts("")).toEqual([
    "drain(account.a) ?",
    "drain(account.b) 7",
    "skim(account.a) 300",
    "skim(account.b) 7",
  ]);
});

test("small payments of a card go on into its credit line, and are not capped by what is said to be unknown", () => {
  const taps = (card: string) =>
    worldOf(
      ["institution: bank\nprovides: card\nflows: { tap: { gives: [skim(card)], amount: 5000 } }"],
      `person: { id: p }\ncards: { c: { bank: bank, ${card} } }`,
    ).goals.map(({ amount }) => amount);
  expect(taps("balance: 20, credit: 1000")).toEqual([1020]);
  expect(taps("kind: credit, balance: 0, credit: 3000")).toEqual([3000]);
  expect(taps("balance: 20, credit: 0")).toEqual([20]);
  expect(taps("balance: 20")).toEqual([20]);
  expect(taps("balance: 20, credit: unknown")).toEqual([5000]);
  // A stated sum of nothing is no loss, of a part as of its whole.
  expect(taps("balance: 0, credit: 0")).toEqual([]);
});

test("a flow's amount is kept where a condition may stop what it gives beside something else", () => {
  const lender =
    "institution: lender\nprovides: account\nflows: { lend: { gives: [cash-out(account), enter(account)], amount: 800 }, hold: { asks: show-face(person), sets: [money-held(account)] } }";
  const { goals } = worldOf([lender], "person: { id: p }\naccounts: { a: { service: lender } }");
  expect(goals.map(({ id, amount }) => [id, amount])).toEqual([["cash-out(account.a)", 800]]);
});

test("the person may fear for more, at a price or at none, and restate what is known without counting it twice", () => {
  check(
    ", balance: 0",
    "losses: [{ goal: know(person.name), harm: money, amount: 0, en: shame, zh: 丢脸 }, { goal: see-accounts(person) }]",
    "know(person.name) 0",
    "see-accounts(person) ?",
  );
  check(", balance: 5", "losses: [{ goal: charge(card.c), amount: 9 }]", "charge(card.c) 9");
  const { goals } = worldOf(
    [bank()],
    "person: { id: p }\naccounts: { a: { service: bank, balance: 1000 } }\nlosses: [{ goal: skim(account.a), amount: 50 }]",
  );
  expect(goals.map(({ id, amount, partOf }) => [id, amount, partOf])).toEqual([
    ["drain(account.a)", 1000, []],
    ["skim(account.a)", 50, ["drain(account.a)", "charge(account.a)"]],
  ]);
});

test("money lent in a new account in the person's name is a loss too", () => {
  const lender =
    "institution: lender\nprovides: account\ndefaults: { account: { loan-offer: 3000 } }\nflows: { open: { for: { account: new }, gives: [enter(account)] }, out: { asks: enter(account), gives: [cash-out(account)] } }";
  expect(worldOf([lender], "person: { id: p }").goals.map(({ id, amount }) => [id, amount])).toEqual([
    ["cash-out(account.new-lender)", 3000],
  ]);
});

test("what no flow gives is no loss", () => {
  expect(
    worldOf(
      ["institution: bank\nprovides: card\nflows: {}"],
      "person: { id: p }\ncards: { c: { bank: bank, balance: 5 } }",
    ).goals,
  ).toEqual([]);
});

test("what is borrowed and what is taken of the loan are one debt, owed once", () => {
  const lender =
    "institution: lender\nprovides: account\nflows:\n  apply: { gives: [borrow(account)] }\n  spend: { asks: borrow(account), gives: [cash-out(account)], amount: 7000 }\n";
  const owed = (amount: string) => {
    const { goals } = worldOf(
      [lender],
      `person: { id: p }\naccounts: { a: { service: lender } }\nlosses: [{ goal: borrow(account.a)${amount}, en: owed, zh: 欠款 }]\n`,
    );
    const only = goals.filter(({ id }) => id.startsWith("borrow"));
    return [
      amountOf(goals),
      amountOf(only),
      harmsOf(goals)
        .map(({ harm, count }) => `${count} ${harm}`)
        .join(),
    ];
  };
  expect(owed(", amount: 10000")).toEqual([10_000, 10_000, "1 debt"]);
  // Whoever fears too small a debt is told all that was taken.
  expect(owed(", amount: 1000")).toEqual([7_000, 1_000, "1 debt"]);
  expect(owed("")).toEqual([7_000, 0, "1 debt"]);
});

test("an amount on a flow that only moves what lies there counts nowhere, and is complained of", () => {
  const moves = (gives: string) =>
    worldOf(
      [
        `institution: b\nprovides: [account, card]\nflows:\n  go: { asks: know(card.pin), gives: [${gives}], amount: 50 }\n`,
      ],
      "person: { id: p }\n",
    );
  expect(() => moves('"move-to(card, account)"')).toThrow(
    "the `amount` of `go` counts nowhere: it only moves what lies there",
  );
  expect(() => moves('charge(card), "move-to(card, account)"')).not.toThrow();
});
