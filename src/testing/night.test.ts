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
