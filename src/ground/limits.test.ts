/** What is too much is left out whole, named, and refused before the work; what only looks like much is not. */
import { expect, test } from "vitest";
import { catalogOf, personOf, worldOf } from "../../test/kit/small-world.ts";
import { groundWithin } from "./ground.ts";
import { agrees, noneOf } from "./guard.ts";

const wallet = `
institution: wallet
provides: [account]
flows:
  pay: { asks: [enter(account)], gives: [drain(account)], unless: [blocked(account.cards)] }
  block: { asks: [know(person.name)], sets: [blocked(account.cards)] }
`;

const walletOf = (cards: number) => `person: { id: p }
cards:
${Array.from({ length: cards + 2 }, (_, i) => `  c${i}: { bank: bank, kind: debit }`).join("\n")}
accounts:
  a: { service: wallet, balance: 10, cards: [${Array.from({ length: cards }, (_, i) => `c${i}`).join(", ")}] }
measures:
  one: { effort: low, moves: { account.a.cards: c${cards} } }
  two: { effort: low, moves: { account.a.cards: c${cards + 1} } }
`;

test("things behind one `unless` that the same measures move make steps by their number, not by its power", () => {
  const steps = (cards: number) => worldOf([wallet], walletOf(cards)).steps.length;
  const [few, more, most] = [steps(4), steps(8), steps(40)];
  expect(more - few).toBe(4);
  expect(most - more).toBe(32);
});

test("the guards under which none of several holds are exactly those", () => {
  const guards = [[-1, -2], [1], [-3, 2]];
  const alternatives = noneOf(guards, 100) ?? [];
  for (let chosen = 0; chosen < 8; chosen++) {
    const isChosen = [0, 1, 2].map((bit) => (chosen >> bit) & 1);
    const isNone = !guards.some((guard) => agrees(guard, isChosen));
    expect(alternatives.some((guard) => agrees(guard, isChosen))).toBe(isNone);
  }
});

const bank = `
institution: bank
provides: [card]
flows:
  everything:
    for: { account: person.accounts, device: person.devices }
    asks: [possess(card), enter(account), possess(device)]
    gives: [charge(card)]
  little: { asks: possess(card), gives: [charge(card)] }
`;

const manyOf = (each: number) => `person: { id: p }
cards:
${Array.from({ length: each }, (_, i) => `  c${i}: { bank: bank, kind: debit }`).join("\n")}
accounts:
${Array.from({ length: each }, (_, i) => `  a${i}: { service: nowhere }`).join("\n")}
devices: { d: { kind: phone } }
`;

test("a flow of more combinations than are looked at is left out whole and named; the others are whole", () => {
  const world = worldOf([bank], manyOf(460));
  expect(world.coverage.cutShort).toEqual(["bank/everything"]);
  expect(world.steps.filter(({ flow }) => flow.id === "everything")).toEqual([]);
  expect(world.steps.filter(({ flow }) => flow.id === "little")).toHaveLength(460);
  const small = worldOf([bank], manyOf(20));
  expect(small.coverage.cutShort).toEqual([]);
  expect(small.steps.filter(({ flow }) => flow.id === "everything")).toHaveLength(400);
});

test("a world that needs more than it may is none, and one that needs as much is whole", () => {
  const catalog = catalogOf(bank);
  const question = { catalog, person: personOf(manyOf(20), catalog) };
  expect(groundWithin(question, 300)).toBeUndefined();
  expect(groundWithin(question, 1e6)?.steps.length).toBe(worldOf([bank], manyOf(20)).steps.length);
});
