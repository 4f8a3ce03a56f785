/** What the owner still has when something is in other hands, and what a measure may not take. */

import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { heldIn, ownerStart } from "../../ground/index.ts";
import { at } from "../../model/index.ts";
import { openReach } from "../../reach/index.ts";
import { foundCut } from "./answer.ts";
import { audit } from "./audit.ts";

const things = `
institution: hands
kind: other
flows:
  use: { for: { device: person.devices, line: device.lines }, asks: unlock(device), gives: [receive-sms(line)] }
  move: { for: { sim: person.sims, line: sim.line }, asks: possess(sim), gives: [receive-sms(line)] }
  look: { asks: [show-face(person), know(person.id-number), know(account.password), possess(document)], gives: [know(person.name)] }
`;
const bank =
  "institution: bank\nprovides: account\nflows: { in: { asks: receive-sms(line), gives: [enter(account)] }, by-face: { asks: show-face(person), gives: [enter(account)] } }\n";
const person =
  "person: { id: p }\nlines: { l: { carrier: t, sim: { in: d } }, m: { carrier: t, sim: { in: e } } }\ndevices: { d: {}, e: {} }\naccounts: { a: { service: bank, line: l } }\ndocuments: { id: {} }\n";

const holds = (held: readonly string[], text = person) => {
  const world = worldOf([things, bank], text);
  return ownerStart(world, heldIn(world, held))
    .map((atom) => at(world.atoms, atom).text)
    .sort();
};
const all = [
  "know(account.a.password)",
  "know(person.id-number)",
  "know(person.name)",
  "possess(document.id)",
  "possess(sim.l)",
  "possess(sim.m)",
  "show-face(person)",
  "unlock(device.d)",
  "unlock(device.e)",
];

test("the owner has what is the owner's by nature", () => {
  expect(holds([])).toEqual(all);
});

test("with a SIM goes the phone it was in, with a phone its SIMs; the others stay", () => {
  const left = all.filter((text) => !["possess(sim.l)", "unlock(device.d)"].includes(text));
  expect(holds(["possess(sim.l)"])).toEqual(left);
  expect(holds(["possess(device.d)"])).toEqual(left);
});

test("what is known is not lost by somebody else's knowing it; what is forgotten is", () => {
  expect(holds(["know(account.a.password)"])).toEqual(all);
  expect(holds([], `${person}forgotten: [know(account.a.password)]\n`)).toEqual(
    all.filter((text) => text !== "know(account.a.password)"),
  );
});

test("no measure takes what the owner needs and reaches today; what is out of reach already binds nobody", () => {
  const measure =
    "measures: { counter-only: { by: institution, effort: low, removes: [by-face] }, no-codes: { by: institution, effort: low, removes: [in] } }\n";
  const pay = bank.replace(
    "flows: { in",
    "flows: { pay: { asks: enter(account), gives: [drain(account)] }, in",
  );
  const cut = (text: string, held: readonly string[]) =>
    foundCut(
      audit({ reach: openReach(worldOf([things, pay + measure], text)), held, wantsCheapest: false }).cuts
        .both,
    )?.measures;
  expect(cut(person, ["possess(sim.l)"])).toEqual(["no-codes"]);
  // The thief shows the face: taking that way from both would leave the owner, whose SIM is gone, without any.
  expect(cut(person, ["possess(sim.l)", "show-face(person)"])).toBeUndefined();
});

test("in whichever of their phones a SIM is, who has all of them is told what comes to it, and who has lost one is not", () => {
  const things =
    "institution: things\nflows: { texts: { for: { device: sim.device }, asks: unlock(device), gives: [receive-sms(line)], takes: 1m } }";
  const bank =
    "institution: bank\nprovides: account\nflows: { send: { asks: know(account.password), gives: [drain(account)], delay: { min: 12h, tells: line, cancelled-by: keep } }, keep: { asks: receive-sms(line), gives: [], takes: 1m } }";
  const told = (line: string, devices: string, ...held: readonly string[]) => {
    const world = worldOf(
      [things, bank],
      `person: { id: p }\nlines: { main: { carrier: nobody${line} } }\ndevices: { ${devices} }\naccounts: { a: { service: bank, line: main, balance: 5 } }`,
    );
    const { answered } = audit({ reach: openReach(world), held: ["know(account.a.password)", ...held] });
    return answered.flatMap(({ notices }) => notices.flatMap(({ seenBy }) => seenBy));
  };
  const two = "one: { kind: phone }, other: { kind: phone }";
  expect(told(", sim: { in: one }", two)).toEqual(["receive-sms(line.main)"]);
  expect(told("", two)).toEqual(["receive-sms(line.main)"]);
  expect(told(", sim: { in: unknown }", two)).toEqual(["receive-sms(line.main)"]);
  expect(told("", "one: { kind: phone }")).toEqual(["receive-sms(line.main)"]);
  expect(told("", two, "possess(device.other)")).toEqual([]);
  expect(told(", sim: none", two)).toEqual([]);
});

test("what the owner's own lifting of a block brings back into reach is told, and nothing that others lift or that is reached anyhow", () => {
  const carrier =
    "institution: carrier\nprovides: line\nflows: { suspend: { asks: know(line.account-pin), sets: [suspended(line)] }, resume: { asks: show-face(person), clears: [suspended(line)] }, bar: { asks: know(line.account-pin), sets: [sms-off(line)] }, undo: { asks: know(line.number), clears: [sms-off(line)] } }";
  const wallet =
    "institution: wallet\nprovides: account\nflows: { pay: { asks: receive-sms(line), gives: [drain(account)], takes: 5m }, see: { asks: know(account.password), gives: [cash-out(account)], takes: 5m } }";
  const reopened = (conditions: string, ...held: readonly string[]) => {
    const world = worldOf(
      [carrier, wallet],
      `person: { id: p }\nlines: { main: { carrier: carrier } }\naccounts: { a: { service: wallet, line: main, balance: 5, loan-offer: 5 } }\nconditions: [${conditions}]`,
    );
    return audit({ reach: openReach(world), held: ["receive-sms(line.main)", ...held] }).reopened;
  };
  expect(reopened("suspended(line.main)")).toEqual([
    { condition: "suspended(line.main)", goals: ["drain(account.a)"] },
  ]);
  expect(reopened("suspended(line.main)", "show-face(person)")).toEqual([]);
  expect(reopened("")).toEqual([]);
  // Two that stand keep it away both: neither alone brings it back.
  expect(reopened("suspended(line.main), sms-off(line.main)")).toEqual([]);
});
