/** A told night in one file, and what is said where its sums do not come out. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { readYaml } from "../catalog/index.ts";
import { helpZh, isHelpKnown } from "../report/index.ts";
import { readNight, runNight } from "./night.ts";

const night = (lastAt: string) =>
  `
night: moved-on
title: { en: Moved on, zh: 一转再转 }
world:
  person: { accounts: { c: { service: the-bank, balance: 0, settings: { kind: last } }, b: { service: the-bank, balance: 20, pays-into: c }, a: { service: the-bank, balance: 100, pays-into: b } } }
  held: [enter(account.a), enter(account.b), enter(account.c)]
  conditions: [frozen(account.c)]
  at: "fri 22:00"
institutions:
  the-bank:
    kind: bank
    provides: account
    basis: { status: reported, seen: 2026-11, source: example }
    settings: { kind: { of: account, values: [first, last], en: kind, zh: 类别 } }
    flows:
      shift: { for: { account: own }, asks: know(person.name), gives: ["move-to(account, account.pays-into)"], takes: 2m }
      send: { when: { account.kind: last }, asks: know(person.name), gives: [drain(account)], takes: 5m }
      thaw: { asks: appear-in-person(person), clears: [frozen(account)] }
script:
  - { at: "22:10", actor: intruder, flow: the-bank/shift, things: { account: account.b } }
  - { at: "22:20", actor: intruder, flow: the-bank/send }
  - { at: "${lastAt}", actor: intruder, flow: the-bank/shift, things: { account: account.a } }
ends: { at: "sat 08:00", losses: [{ goal: drain(account.b), amount: 20 }, { goal: drain(account.a), amount: 100 }], conditions: [frozen(account.c)] }
`.replaceAll("enter(account.a), enter(account.b), enter(account.c)", "know(person.name)");

function check(text: string, ...expected: readonly string[]): void {
  const { night: read, complaints } = readNight(
    readYaml(text, "n.yaml"),
    "n.yaml",
    catalogOf(),
    () => undefined,
  );
  const found = [...complaints, ...(read === undefined ? [] : runNight(read).complaints)];
  expect(found.map(({ sentence, help = "" }) => `${sentence} | ${help}`)).toEqual(expected);
  for (const { help = "" } of found)
    expect([isHelpKnown(help), helpZh(help)]).toEqual([true, expect.stringMatching(/[一-鿿]/)]);
}

test("a person, institutions and conditions stand in the night's own file; money moved twice comes out", () => {
  check(night("22:10"));
});

test("money that came where nobody took any more is told as that", () => {
  check(
    night("22:40"),
    "`drain(account.a)` was not lost | 100 of `account.a` stayed in `account.b`: it came there after the last line that takes from there, or is more than that takes",
  );
});

const line = (condition: string) => `
night: read-by-both
title: { en: Read by both, zh: 两边都看到 }
world: { person: { lines: { main: { carrier: the-carrier } } }, held: [know(line.main.number), receive-sms(line.main)], conditions: [${condition}(line.main)], at: "fri 22:00" }
institutions:
  the-carrier:
    kind: carrier
    provides: line
    basis: { status: reported, seen: 2026-11, source: example }
    flows:
      in-the-shop: { asks: appear-in-person(person), gives: [control(line), receive-sms(line)], revokes: [receive-sms(line)], takes: 5m }
      a-code: { asks: appear-in-person(person), leaves: [{ sms: { to: line, about: code } }], takes: 1m }
      elsewhere: { asks: know(line.number), gives: [receive-sms(line)], sets: [${condition}(line)], takes: 1m }
      no-longer: { asks: appear-in-person(person), clears: [${condition}(line)], takes: 1m }
script:
  - { at: "22:10", actor: owner, flow: the-carrier/in-the-shop }
  - { at: "22:20", actor: owner, flow: the-carrier/a-code }
  - { at: "22:30", actor: owner, flow: the-carrier/no-longer }
  - { at: "22:40", actor: owner, flow: the-carrier/a-code }
ends: { at: "sat 08:00", losses: [] }
`;

test("a new SIM does not end a copy: on a copied line both read the owner's code, on a diverted one the intruder alone", () => {
  const readBy = (condition: string) => {
    const { night: read } = readNight(
      readYaml(line(condition), "n.yaml"),
      "n.yaml",
      catalogOf(),
      () => undefined,
    );
    if (read === undefined) throw new Error("the night was not read");
    const { replay, complaints } = runNight(read);
    expect(complaints.map(({ message }) => message)).toEqual([]);
    return replay.lines.flatMap(({ traces }) => traces.map(({ seenBy }) => [...seenBy].sort()));
  };
  expect(readBy("texts-copied")).toEqual([["intruder", "owner"], ["owner"]]);
  expect(readBy("texts-diverted")).toEqual([["intruder"], ["owner"]]);
});
