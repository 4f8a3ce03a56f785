/** Money moved between the owner's own pots: audit and night follow it alike, through limits and over several places. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import {
  intruderPolicies,
  ownerPolicies,
  prepare,
  replay,
  type ScriptLine,
  simulatePrepared,
} from "../../src/world/index.ts";
import { askedWorld } from "../kit/asked-world.ts";
import { anyWorldText, type WorldText } from "../kit/generators.ts";
import { wild } from "../kit/raced-night.ts";
import { worldOf } from "../kit/small-world.ts";
import { type Asked, faultsOf, namedIn, takenAlone } from "../kit/taken-and-named.ts";

const bank = (more = "") => `
institution: bank
provides: [account, card]
settings: { term: { of: account, values: [false, true], en: term, zh: 定期 } }
flows:
  break-it: { when: { account.term: true }, asks: enter(account), gives: ["move-to(account, account.pays-into)"], takes: 2m, delay: 1h${more} }
  send: { when: { account.term: false }, asks: enter(account), gives: [drain(account)], at-most: { amount: 1000, per: 24h, of: account }, takes: 5m }
  cash: { asks: [possess(card), know(card.pin)], gives: [charge(card)], each: 200, at-most: { times: 1, per: 24h }, takes: 5m }
`;
const wallet = `
institution: wallet
provides: account
flows:
  to-own-card: { asks: enter(account), gives: ["move-to(account, card)"], takes: 2m }
`;
const person = (deposit = "balance: 5000, ") => `
person: { id: p }
cards: { debit: { bank: bank, kind: debit, balance: 100, credit: 0 } }
accounts:
  current: { service: bank, balance: 200, credit: 0, loan-offer: 0 }
  deposit: { service: bank, ${deposit}pays-into: current, settings: { term: true } }
  purse: { service: wallet, balance: 300, cards: [debit] }
`;
const held = [
  "enter(account.deposit)",
  "enter(account.current)",
  "enter(account.purse)",
  "possess(card.debit)",
  "know(card.debit.pin)",
];

function lostIn(hours: number, asked: { readonly more?: string; readonly deposit?: string } = {}) {
  const world = worldOf([bank(asked.more), wallet], person(asked.deposit));
  const question: Asked = {
    world,
    held,
    inForce: [],
    startsAt: undefined,
    horizonMinutes: hours * 60,
  };
  const named = namedIn(question);
  const night = takenAlone(question);
  return { taken: night.loss, named: named.reachableAmount, night };
}

test("W8 what is moved between the owner's own pots is taken and named alike, under the limits it leaves by", () => {
  const sums = [14, 70, 1_000].map((hours) => {
    const { taken, named } = lostIn(hours);
    return [taken, named];
  });
  expect(sums).toEqual([
    // The first cash of the day was a hundred of what lay there itself.
    [1_100, 1_200],
    [3_400, 3_400],
    [5_600, 5_600],
  ]);
});

test("W8 and a deposit of unknown size is gone once it was moved and taken", () => {
  const { night } = lostIn(14, { deposit: "balance: unknown, " });
  expect([...night.lossByGoal.keys()]).toContain("drain(account.deposit)");
});

/** The same world in which money can be moved from any account to every other and to every card, within a limit or not. */
function withMoves({ institutions, ...text }: WorldText, salt: number): WorldText {
  const body = parse(text.person) as Record<string, Record<string, object> | undefined>;
  const filled = (section: "accounts" | "cards") =>
    Object.fromEntries(
      Object.entries(body[section] ?? {}).map(([id, thing], i) => [id, { ...thing, balance: 7 + 5 * i }]),
    );
  return {
    ...text,
    person: stringify({ ...body, accounts: filled("accounts"), cards: filled("cards") }),
    institutions: institutions.map((each, i) => {
      const institution = parse(each) as { provides?: string | string[]; flows?: Record<string, unknown> };
      if (![institution.provides].flat().includes("account")) return each;
      const limits = [
        {},
        { each: 3 },
        { "at-most": { amount: 5, per: "2h" } },
        { "at-most": { times: 2, per: "1h" } },
      ];
      const move = (to: string, nth: number) => ({
        ...((salt + nth) % 3 === 0 ? { asks: "enter(account)" } : {}),
        gives: [`move-to(account, ${to})`],
        takes: "3m",
        ...limits[(salt + i + nth) % limits.length],
      });
      const flows = {
        ...institution.flows,
        "m-accounts": move("person.accounts", 0),
        "m-cards": move("person.cards", 1),
        "m-out": { gives: ["drain(account)"], takes: "4m", ...limits[(salt + 2 * i) % limits.length] },
      };
      return stringify({ ...institution, flows });
    }),
  };
}

test("W8 and over random worlds in which money can be moved anywhere, whoever acts", () => {
  const numRuns = Number(process.env["WORLDS"] ?? 150);
  let through = 0;
  fc.assert(
    fc.property(anyWorldText, fc.nat(1e6), (text, seed) => {
      const { world, held: start, startsAt } = askedWorld(withMoves(text, seed));
      const policies = [...intruderPolicies.values()];
      const asked: Asked = {
        world,
        held: start,
        inForce: [],
        startsAt,
        horizonMinutes: 60 + (seed % 2_000),
      };
      const prepared = prepare({
        ...asked,
        eventsMax: 200,
        intruder: seed % 2 === 0 ? policies[seed % policies.length]!() : wild(seed),
        owner: seed % 2 === 0 ? ownerPolicies.get("nothing")!() : wild(seed + 1),
        unstatedChance: 1,
      });
      const night = simulatePrepared(prepared, { seed });
      through += night.money.filter(
        ({ from, counterparty }) => from.kind === "moved" && counterparty.kind === "gone",
      ).length;
      expect(faultsOf(asked, night)).toEqual([]);
    }),
    { numRuns },
  );
  // A check in which nothing went through another place must not pass.
  expect(through).toBeGreaterThan(3);
});

const chain = `
institution: bank
provides: account
flows:
  shift: { asks: enter(account), gives: ["move-to(account, account.pays-into)"], takes: 2m }
  send: { when: { account.kind: last }, asks: enter(account), gives: [drain(account)], takes: 5m }
settings: { kind: { of: account, values: [first, last], en: kind, zh: 类别 } }
`;
const three = `
person: { id: p }
accounts:
  c: { service: bank, balance: 0, settings: { kind: last } }
  b: { service: bank, balance: 20, pays-into: c }
  a: { service: bank, balance: 100, pays-into: b }
`;
const entered = ["enter(account.a)", "enter(account.b)", "enter(account.c)"];

test("W8 money moved twice is followed in a race, and the way it is told by names both moves", () => {
  const world = worldOf([chain], three);
  const prepared = prepare({
    world,
    held: entered,
    horizonMinutes: 600,
    intruder: intruderPolicies.get("loner")!(),
    owner: ownerPolicies.get("nothing")!(),
  });
  const night = simulatePrepared(prepared, { seed: 1 });
  expect([night.loss, night.ways]).toEqual([120, ["bank/shift > bank/send"]]);
});

test("W8 a told night follows money moved twice whatever the order of its lines, where their times allow it", () => {
  const world = worldOf([chain], three);
  const shift = (account: string, at: ScriptLine["at"]): ScriptLine => ({
    at,
    actor: "intruder",
    flow: "bank/shift",
    things: { account: `account.${account}` },
  });
  const send = (at: ScriptLine["at"]): ScriptLine => ({ at, actor: "intruder", flow: "bank/send" });
  const lost = (...script: readonly ScriptLine[]) => {
    const { night, isRight, lines } = replay(script, { world, held: entered, horizonMinutes: 600 });
    expect(isRight).toBe(true);
    return [night.loss, ...lines.map(({ at }) => at)];
  };
  expect(lost(shift("a", 10), shift("b", 20), send(30))).toEqual([120, 10, 20, 30]);
  // At one minute whoever moves it there goes before whoever moves it on.
  expect(lost(send(10), shift("b", 10), shift("a", 10))).toEqual([120, 10, 10, 10]);
  // Told only between two times, a line waits for the money.
  expect(lost(shift("b", [5, 60]), send([5, 90]), shift("a", 40))[0]).toBe(120);
  // Where the times are told there is nothing to choose: what came later stays.
  expect(lost(shift("b", 10), send(20), shift("a", 40))).toEqual([20, 10, 20, 40]);
});

const through = (pull: string, ...more: readonly string[]) => `
institution: bank
provides: account
settings: { kind: { of: account, values: [first, middle, last], en: kind, zh: 类别 } }
flows:
  out: { when: { account.kind: first }, asks: enter(account), gives: ["move-to(account, account.pays-into)"], takes: 2m }
  pull: { when: { account.kind: middle }, asks: enter(account), gives: ["move-to(account, account.pays-into)"], ${pull}, takes: 2m }
  send: { when: { account.kind: last }, asks: enter(account), gives: [drain(account)], takes: 5m }
${more.map((line) => `  ${line}`).join("\n")}
`;
const threePots = `
person: { id: p }
accounts:
  c: { service: bank, balance: 40, settings: { kind: last } }
  b: { service: bank, balance: 500, pays-into: c, settings: { kind: middle } }
  a: { service: bank, balance: 10000, pays-into: b, settings: { kind: first } }
`;

test("W8 what goes through one pull of limited times is together no more than it lets through", () => {
  const sums = (bank: string) => {
    const world = worldOf([bank], threePots);
    const asked: Asked = { world, held: entered, inForce: [], startsAt: undefined, horizonMinutes: 840 };
    const { reachableAmount, harms, label } = namedIn(asked);
    const night = takenAlone(asked);
    expect(harms.map(({ amount }) => amount)).toEqual([reachableAmount]);
    return [night.loss, reachableAmount, label];
  };
  const pull = "each: 1000, at-most: { times: 7, per: 24h }";
  const narrow = (most: number) =>
    through(pull).replace("[drain(account)],", `[drain(account)], at-most: { amount: ${most}, per: 24h },`);
  // A second way beside the first lets through as much as it may, once.
  const beside =
    'take: { when: { account.kind: middle }, asks: enter(account), gives: ["drain(account)"], at-most: { amount: 300, per: 24h }, takes: 9m }';
  expect([
    sums(through(pull)),
    // The pull's limit lies within that of the way out, which lets a little of it stay or none.
    sums(narrow(9_000)),
    sums(narrow(7_010)),
    sums(through(pull, beside)),
  ]).toEqual([
    // The first pull was of what lay there itself, before more came: only foresight takes all that is named.
    [6_540, 7_040, "bounded"],
    [6_540, 7_040, "bounded"],
    [6_540, 7_010, "bounded"],
    [6_840, 7_340, "bounded"],
  ]);
});
