/** A told night in one file, and what is said where its sums do not come out. */
import { expect, test } from "vitest";
import { checkNight, faultsOfNight } from "../../test/kit/checked-night.ts";
import { readShipped } from "../../test/kit/shipped.ts";
import { catalogOf } from "../../test/kit/small-world.ts";
import { readYaml } from "../catalog/index.ts";
import { readNight } from "./night.ts";
import { runNight } from "./run-night.ts";

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

test("a person, institutions and conditions stand in the night's own file; money moved twice comes out", () => {
  checkNight(night("22:10"));
});

test("money that came where nobody took any more is told as that", () => {
  checkNight(
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

const tried = (flow: string, second: string, amount: number) => `
night: tried-again
title: { en: Tried again, zh: 又试了一次 }
world: { person: { accounts: { bank: { service: the-bank, balance: 900 } } }, held: [enter(account.bank)], at: "mon 12:00" }
institutions:
  the-bank:
    kind: bank
    provides: account
    basis: { status: reported, seen: 2026-11, source: example }
    flows:
      send: { asks: enter(account), gives: [drain(account)], ${flow}, takes: 3m }
script:
  - { at: "12:00", actor: intruder, flow: the-bank/send }
  - { at: "12:10", actor: intruder, flow: the-bank/send${second} }
ends: { at: "mon 20:00", losses: [{ goal: drain(account.bank), amount: ${amount} }], conditions: [] }
`;

test("what was over its limit, or closed, is told by the flow's own words for it", () => {
  const times = "each: 100, at-most: { times: 1, per: 24h }";
  const sum = "at-most: { amount: 100, per: 24h }";
  const hours = 'each: 100, hours: "08:00-12:05"';
  checkNight(tried(times, ", refused: at-most", 100));
  checkNight(tried(sum, ", refused: at-most", 100));
  checkNight(tried(hours, ", refused: hours", 100));
  checkNight(
    tried(sum, ", refused: enter(account.bank)", 100),
    "`the-bank/send` was refused for another reason: its limit was used up; again from tue 12:03 | one of `at-most`",
  );
  checkNight(
    tried(hours, ", refused: at-most", 100),
    "`the-bank/send` was refused for another reason: it is closed at that hour and opens in 19h50m | one of `hours`",
  );
});

test("what takes from where everything was taken is complained of, or told as that", () => {
  const took = "`the-bank/send` took nothing: all that lay there had been taken before";
  checkNight(
    tried("each: 900", "", 900),
    `${took} | leave the line out, or tell it as \`refused: nothing-left\``,
  );
  checkNight(tried("each: 900", ", refused: nothing-left", 900));
  checkNight(tried("each: 900", ", refused: at-most", 900), `${took} | one of \`nothing-left\``);
  checkNight(tried("each: 900", ", uncertain: true", 900));
  // A little was left.
  checkNight(tried("each: 899", "", 900));
});

const openPhone = ({ lines, flows = "" }: { readonly lines: readonly string[]; readonly flows?: string }) => `
night: a-phone-without-a-lock
title: { en: A phone without a lock, zh: 没锁屏的手机 }
world:
  person: { person: { id: p, region: xx, currency: CNY }, lines: { main: { carrier: nobody-read, sim: { in: phone } } }, devices: { phone: { kind: phone, lock: none } }, accounts: { wallet: { service: the-wallet, line: main, devices: [phone], balance: 900 } } }
  held: [possess(device.phone)]
  at: "sun 00:10"
institutions:
  the-wallet:
    kind: wallet
    provides: account
    basis: { status: reported, seen: 2026-11, source: example }
    flows:
      forgot: { asks: [enter(account), receive-sms(line)], gives: [know(account.payment-password)], takes: 3m }
      send: { asks: know(account.payment-password), gives: [drain(account)], takes: 2m }
${flows}
script:
${lines.map((line) => `  - { ${line} }`).join("\n")}
ends: { at: "sun 14:00", losses: [{ goal: drain(account.wallet), amount: 900 }], conditions: [] }
`;
const forgot = 'at: "01:08", actor: intruder, flow: the-wallet/forgot';
const sent = 'at: "01:15", actor: intruder, flow: the-wallet/send';
const byHand = ["open-without-lock", "use-unlocked-phone", "open-signed-in-apps"].map(
  (flow, nth) => `at: "01:0${nth + 1}", actor: intruder, flow: things/${flow}`,
);

test("a line that lacks something names the flows that give it, what hands do among them", () => {
  const faults = (text: string) => faultsOfNight(text, readShipped().catalog);
  const told = (text: string) => faults(text).map(({ help }) => help);
  expect(told(openPhone({ lines: [forgot, sent] }))).toEqual([
    "add a line before it that gives `enter(account.wallet)`, by `things/open-signed-in-apps`; or move the line, or mend the flow",
    "add a line before it that gives `know(account.wallet.payment-password)`, by `the-wallet/forgot`; or move the line, or mend the flow",
    "mend the script, the amount, or the flow",
  ]);
  // Of many that give it, those that could be run by then.
  const alone = openPhone({
    lines: ['at: "01:03", actor: intruder, flow: the-wallet/by-text'],
    flows: "      by-text: { asks: receive-sms(line), gives: [drain(account)], takes: 2m }",
  });
  expect(told(alone)[0]).toBe(
    "add a line before it that gives `receive-sms(line.main)`, by `things/read-lock-screen`; or move the line, or mend the flow",
  );
  expect(faults(openPhone({ lines: [...byHand, forgot, sent] }))).toEqual([]);
});

test("a line that lacks what nothing gives says so, and what is set by a flow is looked for there", () => {
  const told = (asks: string) =>
    faultsOfNight(
      openPhone({
        lines: ['at: "01:03", actor: intruder, flow: the-wallet/other'],
        flows: `      other: { ${asks}, gives: [drain(account)], takes: 2m }\n      shut: { asks: know(person.name), sets: [frozen(account)], takes: 2m }\n      thaw: { asks: show-face(person), clears: [frozen(account)], takes: 2m }`,
      }),
    )[0]?.help;
  expect(told("asks: [show-face(person)]")).toBe(
    "no flow here gives `show-face(person)`: put it under `held`, or mend the flow",
  );
  expect(told("asks: [possess(device)], while: [frozen(account)]")).toBe(
    "add a line before it that gives `frozen(account.wallet)`, by `the-wallet/shut`; or move the line, or mend the flow",
  );
});

const stopped = ({
  at = "12:20",
  own,
  lastAt = "12:25",
  refused = "",
}: {
  readonly at?: string;
  readonly own: string;
  readonly lastAt?: string;
  readonly refused?: string;
}) => `
night: the-bank-stopped-it
title: { en: The bank stopped it, zh: 银行拦下了 }
world:
  person: { person: { id: p, region: xx, currency: EUR }, accounts: { a: { service: the-bank, balance: 500 } } }
  held: [enter(account.a)]
  at: "wed 12:00"
institutions:
  the-bank:
    kind: bank
    provides: account
    basis: { status: reported, seen: 2026-11, source: example }
    flows:
      send: { asks: enter(account), unless: [frozen(account)], gives: [drain(account)], takes: 3m }
      thaw: { asks: know(person.name), clears: [frozen(account)], takes: 1h }
script:
  - { at: "${at}", ${own} }
  - { at: "${lastAt}", actor: intruder, flow: the-bank/send${refused} }
ends: { at: "thu 08:00", losses: [${refused === "" ? "{ goal: drain(account.a), amount: 500 }" : ""}] }
`;
const bySelf = 'actor: "institution:the-bank"';
const refusedBy = ", refused: frozen(account.a)";

test("what an institution set of its own accord stops what comes after it, until it lapses", () => {
  checkNight(stopped({ own: `${bySelf}, sets: [frozen(account.a)]`, refused: refusedBy }));
  const lapsing = `${bySelf}, sets: [{ condition: frozen(account.a), expires: 1h }]`;
  checkNight(stopped({ own: lapsing, lastAt: "13:19", refused: refusedBy }));
  checkNight(stopped({ own: lapsing, lastAt: "13:21" }));
  // What is under way then fails at its end.
  checkNight(stopped({ at: "12:26", own: `${bySelf}, sets: [frozen(account.a)]`, refused: refusedBy }));
});

test("only an institution does so, with a line of its own, of what is heard here", () => {
  checkNight(
    stopped({ own: "actor: owner, sets: [frozen(account.a)]" }),
    "`sets` is what an institution did of its own accord | name the flow by which they set it (`flow`), or the institution that did (`actor: institution:…`)",
  );
  checkNight(
    stopped({ own: `${bySelf}, sets: [blocked(account.a)]` }),
    "nothing in this world is called `blocked(account.a)` | did you mean `frozen(account.a)`?",
  );
  checkNight(
    stopped({ own: "actor: owner, flow: the-bank/thaw, sets: [frozen(account.a)]" }),
    "what was set of its own accord stands on a line of its own | write a second line with `sets` and without `flow`; what the flow sets stands in the flow",
  );
});
