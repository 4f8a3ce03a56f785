/** What an audit answers, on worlds small enough to check by hand. */

import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { takenAlone } from "../../../test/kit/taken-and-named.ts";
import type { Grounded } from "../../ground/index.ts";
import { openReach } from "../../reach/index.ts";
import { foundCut } from "./answer.ts";
import { type AuditQuestion, audit } from "./audit.ts";

const telco = `
institution: telco
provides: line
flows:
  move: { asks: possess(sim), gives: [receive-sms(line)], when: { sim.pin: none }, takes: 5m }
measures: { keep-the-line: { by: institution, effort: high, removes: [move] } }
`;
const wallet = `
institution: wallet
provides: account
basis: { status: documented, seen: 2020, source: https://example.org }
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 3m, measures: [no-code-alone] }
  guess: { asks: enter(account), gives: [authorise-payment(account)], takes: 30m, basis: { status: claimed, seen: 2020, source: https://example.org } }
  pay: { asks: [enter(account), authorise-payment(account)], gives: [drain(account)], takes: 2m }
  own-face: { asks: show-face(person), gives: [enter(account)], takes: 1m }
measures:
  no-code-alone: { by: institution, effort: medium, asks-more: show-face(person) }
`;
const pin = "measures: { set-sim-pin: { by: person, effort: low, changes: { sim.pin: set } } }";
const person = `
person: { id: p, currency: CNY }
lines: { l: { carrier: telco, sim: { in: d, pin: none } } }
devices: { d: {} }
accounts: { a: { service: wallet, line: l, balance: 500 }, elsewhere: { service: nowhere } }
`;
const world = worldOf([telco, wallet, pin], person);
const stolen = ["possess(sim.l)"];
const ask = (more: Partial<AuditQuestion> = {}, on: Grounded = world) =>
  audit({ reach: openReach(on), held: stolen, ...more });
const chosen = (on: Grounded, ...ids: readonly string[]) =>
  on.choices.filter(({ id }) => ids.includes(id)).map(({ index }) => index);

test("a measure that lowers a limit is part of the cut that leaves least in the time, and what remains is what the limits let through", () => {
  const bank =
    "institution: bank\nprovides: account\nflows: { send: { asks: enter(account), gives: [drain(account)], each: 500, at-most: { times: 4, per: 24h }, takes: 5m } }\nmeasures: { small-steps: { by: person, effort: 3, replaces: { send: { each: 100 } } }, once: { by: person, effort: 1, replaces: { send: { at-most: { times: 2, per: 24h } } } } }";
  const world = worldOf([bank], "person: { id: p }\naccounts: { a: { service: bank, balance: 9000 } }");
  const { cuts, front } = audit({
    reach: openReach(world),
    held: ["enter(account.a)"],
    withinMinutes: 14 * 60,
  });
  // Together they leave less than either; what none of them leaves alone is found, and not proved to be the least.
  expect(cuts.person).toMatchObject({
    kind: "found",
    measures: ["once", "small-steps"],
    remainingAmount: 200,
    proved: false,
  });
  expect(front.map(({ effort, remainingAmount }) => [effort, remainingAmount])).toEqual([
    [0, 2_000],
    [1, 1_000],
    [3, 400],
  ]);
});

test("a measure that lowers a sum is part of the cheapest cut that leaves least, and of what is weighed, and what it leaves is told", () => {
  const bank =
    "institution: bank\nprovides: card\nflows: { pay: { asks: possess(card), gives: [charge(card)], takes: 5m } }\nmeasures: { lower: { by: person, effort: 2, changes: { card.credit: 500 } }, lower-more: { by: person, effort: 5, changes: { card.credit: 100 } }, elsewhere: { by: person, effort: 1, changes: { card.credit: 9000 } } }";
  const world = worldOf(
    [bank],
    "person: { id: p }\ncards: { visa: { bank: bank, balance: 300, credit: 4000 } }",
  );
  const asked = { reach: openReach(world), held: ["possess(card.visa)"] };
  const { cuts, front, limits, reachableAmount } = audit(asked);
  expect([reachableAmount, limits.map(({ measure, amount, of }) => [measure, amount, of])]).toEqual([
    4_300,
    [
      ["lower(card.visa)", 800, 4_300],
      ["lower-more(card.visa)", 400, 4_300],
    ],
  ]);
  expect(cuts.person).toMatchObject({
    kind: "found",
    measures: ["lower-more(card.visa)"],
    remainingAmount: 400,
    effort: 5,
  });
  expect(cuts.institution).toEqual({ kind: "none" });
  expect(front.map(({ effort, remainingAmount }) => [effort, remainingAmount])).toEqual([
    [0, 4_300],
    [2, 800],
    [5, 400],
  ]);
  const inForce = world.choices.filter(({ id }) => id === "lower(card.visa)").map(({ index }) => index);
  expect(audit({ ...asked, inForce }).reachableAmount).toBe(800);
  // A night takes no more than what is left, and all of that.
  const night = takenAlone({ world, held: asked.held, inForce, startsAt: undefined, horizonMinutes: 60 });
  expect(night.loss).toBe(800);
});

test("the way to a loss is told step by step, each with when, what for and how we know", () => {
  const [loss] = ask().losses;
  expect(loss).toMatchObject({
    goal: "drain(account.a)",
    amount: 500,
    reachable: true,
    earliestMinutes: 40,
    basis: "claimed",
    cheapest: { lower: 40, upper: 40, proved: true },
  });
  expect(
    loss?.way?.steps.map(
      ({ institution, flow, asks, gives, beginsMinutes, atMinutes, after, basis, measures }) => [
        `${institution}/${flow}`,
        asks.join(" "),
        gives.join(" "),
        `${beginsMinutes}-${atMinutes}`,
        after.join(),
        basis.status,
        measures.join(),
      ],
    ),
  ).toEqual([
    [
      "telco/move",
      "possess(sim.l)",
      "receive-sms(line.l)",
      "0-5",
      "",
      "claimed",
      "keep-the-line,set-sim-pin(sim.l)",
    ],
    ["wallet/sign-in", "receive-sms(line.l)", "enter(account.a)", "5-8", "0", "documented", "no-code-alone"],
    ["wallet/guess", "enter(account.a)", "authorise-payment(account.a)", "8-38", "1", "claimed", ""],
    [
      "wallet/pay",
      "enter(account.a) authorise-payment(account.a)",
      "drain(account.a)",
      "38-40",
      "1,2",
      "documented",
      "",
    ],
  ]);
});

test("the cheapest cut of each side, the single measures that suffice, and effort against what remains", () => {
  const { cuts, alone, front, label } = ask();
  expect([cuts.person, cuts.institution, cuts.both].map((cut) => foundCut(cut)?.measures)).toEqual([
    ["set-sim-pin(sim.l)"],
    ["no-code-alone"],
    ["set-sim-pin(sim.l)"],
  ]);
  expect(alone).toEqual(["keep-the-line", "no-code-alone", "set-sim-pin(sim.l)"]);
  expect(front.map(({ effort, remainingAmount, measures }) => [effort, remainingAmount, measures])).toEqual([
    [0, 500, []],
    [1, 0, ["set-sim-pin(sim.l)"]],
  ]);
  expect(label).toBe("as-read");
});

test("what nobody has read anything about is named, and never called safe", () => {
  expect(ask().coverage).toMatchObject({ notJudged: ["account.elsewhere"] });
});

test("nothing held reaches nothing, and nothing needs to be cut", () => {
  const answer = ask({ held: [] });
  expect(answer.losses.map(({ goal, reachable, way }) => [goal, reachable, way])).toEqual([
    ["drain(account.a)", false, null],
  ]);
  expect(answer.cuts.both).toMatchObject({ measures: [], effort: 0, remaining: [] });
  expect([answer.reachableAmount, answer.alone, answer.basis]).toEqual([0, [], null]);
});

test("a loss held at the start is lost at once, by no step", () => {
  expect(ask({ held: ["drain(account.a)"] }).losses[0]).toMatchObject({
    reachable: true,
    earliestMinutes: 0,
    way: { steps: [] },
  });
});

test("a horizon leaves out what comes later", () => {
  expect(ask({ withinMinutes: 39 }).reachableAmount).toBe(0);
  expect(ask({ withinMinutes: 40 }).reachableAmount).toBe(500);
});

test("measures in force count, cost nothing more, and are not proposed again", () => {
  const answer = ask({ inForce: chosen(world, "no-code-alone") });
  expect(answer.measures).toEqual(["no-code-alone"]);
  expect(answer.losses[0]?.reachable).toBe(false);
  expect(answer.cuts.both).toMatchObject({ measures: [], effort: 0 });
});

test("a cut stops what a measure would open, too", () => {
  const bank = `
institution: bank
provides: [account, card]
flows:
  pay: { asks: know(card.number), gives: [charge(card)] }
  look: { asks: know(card.pin), gives: [see-payers(card)] }
measures:
  swap: { by: institution, effort: low, replaces: { pay: { asks: know(card.cvv) }, look: { asks: [], gives: [drain(account)] } } }
  strict: { by: institution, effort: medium, replaces: { pay: { asks: know(card.cvv) } } }
`;
  const shaky = worldOf(
    [bank],
    "person: { id: p }\ncards: { c: { bank: bank, balance: 100 } }\naccounts: { a: { service: bank, balance: 50 } }",
  );
  const answer = audit({ reach: openReach(shaky), held: ["know(card.c.number)"] });
  expect(answer.losses.map(({ goal, reachable }) => [goal, reachable])).toEqual([
    ["charge(card.c)", true],
    ["drain(account.a)", false],
  ]);
  expect(answer.cuts.institution).toMatchObject({ measures: ["strict"], effort: 3, remaining: [] });
  expect(answer.alone).toEqual(["strict"]);
  expect(answer.front.map(({ measures, remaining }) => [measures, remaining])).toEqual([
    [[], ["charge(card.c)"]],
    [["swap"], ["drain(account.a)"]],
    [["strict"], []],
  ]);
});

test("a measure that would lock the owner out is no cut; where all do, the one that leaves least is told, or none", () => {
  const closing = wallet
    .replace(
      "no-code-alone: { by: institution, effort: medium, asks-more: show-face(person) }",
      "close: { by: institution, effort: low, removes: [sign-in, own-face] }",
    )
    .replace(", measures: [no-code-alone]", "");
  const answer = audit({
    reach: openReach(worldOf([telco.replace(/measures:.*\n/, ""), closing], person)),
    held: stolen,
  });
  expect(answer.cuts.institution).toEqual({ kind: "none" });
  expect(answer.alone).toEqual([]);
});

test("where nothing stops everything, the selection that leaves least is told with what it leaves", () => {
  const two =
    "institution: w\nprovides: account\nflows:\n  a: { gives: [drain(account)], when: { account.liveness: none } }\n  b: { gives: [spend-credit(account)] }\nmeasures: { face: { by: institution, effort: low, changes: { account.liveness: strong } } }";
  const { cuts } = audit({
    reach: openReach(
      worldOf(
        [two],
        "person: { id: p }\naccounts: { x: { service: w, liveness: none, balance: 900, credit: 10 } }",
      ),
    ),
    held: [],
  });
  expect(cuts.institution).toMatchObject({
    measures: ["face"],
    remaining: ["spend-credit(account.x)"],
    remainingAmount: 10,
  });
  expect(cuts.person).toEqual({ kind: "none" });
});

test("what was assumed on the way to a loss is said", () => {
  const unsure = worldOf([telco, wallet, pin], person.replace("pin: none", "pin: unknown"));
  expect(ask({}, unsure).coverage.assumed).toEqual(["sim.l: pin"]);
  expect(ask().coverage.assumed).toEqual([]);
});

test("the same question is answered alike, to the byte", () => {
  expect(JSON.stringify(ask())).toBe(JSON.stringify(ask({}, worldOf([pin, wallet, telco], person))));
});

test("an answer is plain data: what is told as JSON is the whole of it", () => {
  const answer = ask();
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});

test("a spent budget never says no: each cut is open, and says nothing of there being none", () => {
  const spent = { isSpent: () => true };
  const { cuts, label } = ask({ effort: spent, frontEffort: spent, waysEffort: spent });
  for (const cut of Object.values(cuts)) expect(["found", "open"]).toContain(cut.kind);
  expect(label).not.toBe("exact");
});

const maker = `
institution: maker
provides: device
flows:
  arm: { asks: know(person.name), sets: [lost-mode(device)], takes: 1m }
  end: { asks: know(device.passcode), clears: [lost-mode(device)], takes: 2m }
`;
const purse = `
institution: purse
provides: account
flows:
  pay: { asks: unlock(account.devices), gives: [drain(account)], takes: 4m }
`;

test("a phone that was open and is locked from afar is open again once somebody ends that, and not before", () => {
  const lossAt = (held: readonly string[], conditions: string) => {
    const locked = worldOf(
      [maker, purse],
      `person: { id: p }\ndevices: { d: { vendor: maker } }\naccounts: { a: { service: purse, devices: [d], balance: 9 } }\n${conditions}`,
    );
    const [loss] = audit({ reach: openReach(locked), held, sides: [], wantsCheapest: false }).losses;
    return [loss?.earliestMinutes, loss?.way?.steps.map(({ flow }) => flow).join(" → ")];
  };
  const open = ["possess(device.d)", "unlock(device.d)"];
  const withCode = [...open, "know(device.d.passcode)"];
  const isLocked = "conditions: [lost-mode(device.d)]";
  expect(lossAt(open, "")).toEqual([4, "pay"]);
  expect(lossAt(open, isLocked)).toEqual([null, undefined]);
  expect(lossAt(withCode, isLocked)).toEqual([6, "end → pay"]);
});

test("a block in the wrong hands is a loss where the person says so: a laptop erased from afar", () => {
  const find = `
institution: find
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 3m }
  erase: { asks: enter(account), sets: [erased(account.devices)], takes: 1m }
`;
  const feared = worldOf(
    [telco, find],
    "person: { id: p }\nlines: { l: { carrier: telco, sim: { in: d, pin: none } } }\ndevices: { d: {}, laptop: { kind: computer } }\naccounts: { a: { service: find, line: l, devices: [laptop] } }\nlosses: [{ goal: erased(device.laptop), harm: money, amount: 900 }]",
  );
  const lossesWith = (held: readonly string[]) =>
    audit({ reach: openReach(feared), held, sides: [], wantsCheapest: false }).losses.map(
      ({ goal, amount, earliestMinutes }) => [goal, amount, earliestMinutes],
    );
  expect(lossesWith(stolen)).toEqual([["erased(device.laptop)", 900, 9]]);
  expect(lossesWith([])).toEqual([["erased(device.laptop)", 900, null]]);
});

test("where less than all can be taken in time, what goes little by little goes besides, and never more than all", () => {
  const bank = (limit: number) =>
    `institution: bank\nprovides: account\nflows:\n  send: { asks: know(account.password), gives: [drain(account)], at-most: { amount: ${limit}, per: 24h, of: account }, takes: 5m }\n  bit: { asks: know(account.password), gives: [skim(account)], amount: 3000, takes: 5m }\n`;
  const lost = (limit: number, balance: number) => {
    const on = worldOf(
      [bank(limit)],
      `person: { id: p, currency: CNY }\naccounts: { a: { service: bank, balance: ${balance} } }\n`,
    );
    const held = ["know(account.a.password)"];
    return audit({ reach: openReach(on), held, withinMinutes: 600 }).reachableAmount;
  };
  expect(lost(500, 9_000)).toBe(3_500);
  expect(lost(500, 3_200)).toBe(3_200);
  expect(lost(9_000, 9_000)).toBe(9_000);
});
