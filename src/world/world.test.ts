/** The state of a night, told as scripts over a small world and held to what the notation says. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { conditionId, potText, stepId, type Why } from "../model/index.ts";
import { type Policy, replay, type ScriptLine, simulate } from "./index.ts";

const hands = `
institution: things
flows:
  move-sim: { for: { sim: person.sims, line: sim.line }, asks: possess(sim), gives: [receive-sms(line), send-sms(line)], takes: 5m }
  read-lock-screen: { for: { device: person.devices, line: device.lines }, asks: possess(device), gives: [receive-sms(line)], takes: 2m }
  use-own-sim: { for: { line: person.lines }, asks: control(line), gives: [receive-sms(line), send-sms(line)], takes: 5m }
  unlock-with-passcode: { for: { device: person.devices }, asks: [possess(device), know(device.passcode)], gives: [unlock(device)], takes: 1m }
  open-signed-in-apps: { for: { device: person.devices, account: device.accounts }, asks: unlock(device), gives: [enter(account)], takes: 1m }
`;
const carrier = `
institution: carrier
provides: line
flows:
  suspend: { asks: know(person.id-number), sets: [suspended(line)], takes: 4m }
  suspend-for-an-hour: { asks: know(person.id-number), sets: [{ condition: suspended(line), expires: 1h }], takes: 4m }
  lift: { asks: know(line.service-password), clears: [suspended(line)], takes: 4m, at-most: { times: 1, per: 2h } }
  talk-into-lifting: { asks: know(person.name), clears: [suspended(line)], takes: 10m, discretion: true }
  reset-service-password: { asks: [receive-sms(line), know(person.id-number)], gives: [know(line.service-password)], revokes: [know(line.service-password)], takes: 5m, leaves: [{ sms: { to: line, about: changed } }] }
  new-sim: { hours: "mon-fri 09:00-18:00", asks: appear-in-person(person), gives: [control(line)], revokes: [receive-sms(line), send-sms(line), possess(sim)], clears: [suspended(line)], takes: 10m }
`;
const bank = `
institution: bank
provides: card
flows:
  block: { asks: know(person.id-number), sets: [blocked(card)], takes: 5m }
  unblock: { asks: know(person.id-number), clears: [blocked(card)], takes: 5m }
  pay: { asks: receive-sms(card.reserved-line), gives: [charge(card)], takes: 10m, leaves: [{ row: { in: card, about: paid } }] }
`;
const wallet = `
institution: wallet
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 3m, leaves: [{ kick-off: { of: account, about: new-sign-in } }] }
  reset: { asks: [enter(account), receive-sms(line)], gives: [know(account.password)], revokes: [know(account.password)], takes: 3m }
  move-number: { asks: enter(account), gives: [manage(account)], takes: 5m, delay: { min: 1h, tells: [account.devices], cancelled-by: keep } }
  keep: { asks: enter(account), gives: [see-cards(account)], takes: 1m }
  borrow: { asks: enter(account), gives: [borrow(account)], takes: 5m }
  take-the-loan: { asks: borrow(account), gives: [cash-out(account)], takes: 5m }
  freeze: { asks: know(person.id-number), sets: [frozen(account)], takes: 5m }
`;
const person = `
person: { id: somebody }
lines: { main: { carrier: carrier, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, lock: passcode }, tablet: { kind: tablet, lock: passcode } }
cards: { debit: { bank: bank, kind: debit, reserved-line: main, balance: 700, credit: 0 } }
accounts: { purse: { service: wallet, line: main, devices: [tablet], loan-offer: 500, balance: 0, credit: 0 } }
same-secret: [[purse.password, debit.pin]]
`;
const world = worldOf([hands, carrier, bank, wallet], person);
const friday = 4 * 1_440;

/** Lines \`minute actor flow\` or \`minute actor sees words\`; what comes out is what was not as told. */
function check(
  script: string,
  {
    held = ["possess(device.phone)", "possess(sim.main)"],
    startsAt = friday + 19 * 60,
  }: { readonly held?: readonly string[]; readonly startsAt?: number } = {},
): readonly string[] {
  const lines = script
    .trim()
    .split("\n")
    .map((text): ScriptLine => {
      const [at = "", actor = "", flow = "", ...words] = text.trim().split(/\s+/);
      const base = { at: Number(at), actor };
      return flow === "sees"
        ? { ...base, expects: words.join(" ").split("; ") }
        : {
            ...base,
            flow,
            things: Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf(".")), word])),
          };
    });
  const told = replay(lines, { world, held, startsAt, horizonMinutes: 2_000 });
  return [
    ...told.complaints.map(({ message, help }) => `${message}; ${help}`),
    ...told.lines.flatMap(({ at, why, failedAt, unmet }) => [
      ...why.map((reason) => `${at}: ${failedAt === undefined ? "" : `at ${failedAt} `}${worded(reason)}`),
      ...unmet.map((word) => `${at}: not so: ${word}`),
    ]),
  ];
}

/** A reason in as few words as tell it from others. */
function worded(why: Why): string {
  switch (why.kind) {
    case "missing":
      return `missing ${why.capability.text}${why.stoppedBy.map(({ text }) => `, stopped by ${text}`).join("")}`;
    case "stopped":
      return `stopped by ${why.condition.text}`;
    case "closed":
      return `closed for ${why.opensInMinutes}`;
    case "barred":
      return `barred until ${why.until}`;
    default:
      return why.kind;
  }
}

const intrudersLine = `
  0 intruder things/move-sim
  5 intruder sees receive-sms(line.main)`;

test("a suspended line is silent for whoever has the SIM, and speaks again when it is lifted", () => {
  expect(
    check(`${intrudersLine}
    6 owner carrier/suspend
    10 intruder sees not receive-sms(line.main); suspended(line.main); possess(sim.main)
    11 owner carrier/lift
    15 intruder sees receive-sms(line.main); send-sms(line.main)`),
  ).toEqual([]);
});

test("a suspension that expires ends by itself, at its minute", () => {
  expect(
    check(`${intrudersLine}
    6 owner carrier/suspend-for-an-hour
    69.9 intruder sees not receive-sms(line.main)
    70 intruder sees receive-sms(line.main); not suspended(line.main)`),
  ).toEqual([]);
});

test("a suspension set twice lasts as long as the longer", () => {
  expect(
    check(`
    0 owner carrier/suspend-for-an-hour
    30 owner carrier/suspend-for-an-hour
    64 owner sees suspended(line.main)
    94 owner sees not suspended(line.main)`),
  ).toEqual([]);
});

test("a code that is asked must arrive: a step begun before the suspension fails at its end", () => {
  expect(
    check(`${intrudersLine}
    6 intruder bank/pay
    7 owner carrier/suspend`),
  ).toEqual(["6: at 16 missing receive-sms(line.main), stopped by suspended(line.main)"]);
});

test("a new SIM silences the old one, in whichever phone, and for good", () => {
  expect(
    check(
      `${intrudersLine}
    5 intruder things/read-lock-screen device.phone
    6 owner carrier/new-sim
    16 intruder sees not receive-sms(line.main); not possess(sim.main)
    17 intruder things/read-lock-screen device.phone
    18 owner things/use-own-sim
    23 owner sees receive-sms(line.main)
    23 intruder sees not receive-sms(line.main)`,
      { startsAt: 10 * 60 },
    ),
  ).toEqual(["17: at 19 taken-away"]);
});

test("a shop that is closed gives no SIM", () => {
  expect(check("0 owner carrier/new-sim")).toEqual(["0: closed for 3720"]);
});

test("a reset throws the others out, and the old secret opens nothing any more", () => {
  expect(
    check(`${intrudersLine}
    6 owner sees know(account.purse.password); know(card.debit.pin)
    6 intruder wallet/sign-in
    9 intruder wallet/reset
    12 owner sees not know(account.purse.password); know(card.debit.pin)
    13 owner things/same-secret
    14 intruder sees know(account.purse.password); not know(card.debit.pin)
    15 intruder things/same-secret`),
  ).toEqual(["13: secrets-differ", "15: secrets-differ"]);
});

test("a new sign-in kicks the other session off, and the phone that was signed in stays signed out", () => {
  expect(
    check(`${intrudersLine}
    6 owner sees enter(account.purse)
    6 intruder wallet/sign-in
    9 owner sees not enter(account.purse); unlock(device.tablet)
    10 owner things/open-signed-in-apps device.tablet`),
  ).toEqual(["10: at 11 taken-away"]);
});

test("a delayed step comes after its delay, unless somebody who may cancels it meanwhile", () => {
  const begun = `${intrudersLine}
    6 intruder wallet/sign-in
    9 intruder wallet/move-number`;
  expect(
    check(`${begun}
    73.9 intruder sees not manage(account.purse)
    74 intruder sees manage(account.purse)`),
  ).toEqual([]);
  expect(
    check(`${begun}
    20 intruder wallet/keep
    100 intruder sees not manage(account.purse)`),
  ).toEqual([]);
});

test("what may be done once in two hours is done once in two hours, by whomever", () => {
  expect(
    check(`
    0 owner carrier/suspend
    4 owner carrier/lift
    10 owner carrier/suspend
    20 owner carrier/lift
    124 owner carrier/lift`),
  ).toEqual(["20: barred until 124"]);
});

test("a blocked card pays nothing, and does not pay later for what was tried before", () => {
  expect(
    check(`${intrudersLine}
    6 owner bank/block
    12 intruder bank/pay
    23 owner bank/unblock
    30 intruder sees not charge(card.debit)`),
  ).toEqual(["12: at 22 stopped by blocked(card.debit)"]);
});

test("money is taken once, and a loan goes from the lender through its own pot", () => {
  const { night } = replay(
    [
      { at: 0, actor: "intruder", flow: "things/move-sim" },
      { at: 5, actor: "intruder", flow: "bank/pay" },
      { at: 15, actor: "intruder", flow: "bank/pay" },
      { at: 15, actor: "intruder", flow: "wallet/sign-in" },
      { at: 18, actor: "intruder", flow: "wallet/borrow" },
      { at: 23, actor: "intruder", flow: "wallet/take-the-loan" },
    ],
    { world, held: ["possess(sim.main)"], horizonMinutes: 100 },
  );
  expect(
    night.money.map(
      ({ at, from, counterparty, amount }) => `${at} ${potText(from)} > ${potText(counterparty)} ${amount}`,
    ),
  ).toEqual([
    "15 balance card.debit > gone 700",
    "23 lender account.purse > loan account.purse 500",
    "28 loan account.purse > gone 500",
  ]);
  expect([night.loss, night.firstTakeoverMinutes, night.firstLossMinutes]).toEqual([1_200, 18, 15]);
  expect(night.ways).toEqual([
    "things/move-sim > bank/pay",
    "things/move-sim > wallet/sign-in > wallet/borrow > wallet/take-the-loan",
  ]);
});

test("an agent whose chance nobody stated gives way to nobody, unless the night is told otherwise", () => {
  const asks: Policy = {
    id: "asks",
    next: (view) => [
      {
        kind: "begin",
        step: view.stage.world.steps.find(({ flow }) => flow.id === "talk-into-lifting")!.id,
      },
    ],
  };
  const rests: Policy = { id: "rests", next: () => [] };
  const question = {
    world: worldOf(
      [hands, carrier],
      "person: { id: x }\nlines: { main: { carrier: carrier, sim: { pin: none } } }",
      { conditions: ["suspended(line.main)"] },
    ),
    held: ["know(person.name)"],
    horizonMinutes: 100,
    intruder: asks,
    owner: rests,
    seed: 1,
  };
  const lifted = (unstatedChance?: number) =>
    simulate({ ...question, unstatedChance }).events.some(({ kind }) => kind === "clears");
  expect([lifted(), lifted(0), lifted(1)]).toEqual([false, false, true]);
});

test("a script with faults is complained of line by line, and the rest is replayed", () => {
  expect(
    check(`
    -1 owner carrier/suspend
    x owner carrier/suspend
    0 thief carrier/suspend
    0 owner carrier/suspned
    0 owner carrier/suspend line.mian
    0 owner sees happy(line.main)
    9999 owner carrier/suspend
    0 owner carrier/suspend
    0 intruder carrier/lift
    1 owner sees suspended(line.main)`),
  ).toMatchInlineSnapshot(`
    [
      "\`-1\` is no minute of the night; give minutes from the start, zero or more",
      "\`NaN\` is no minute of the night; give minutes from the start, zero or more",
      "unknown actor \`thief\`; one of \`owner\`, \`intruder\`",
      "no flow \`carrier/suspned\` concerns this person; did you mean \`carrier/suspend\`?",
      "no thing \`line.mian\`; did you mean \`line.main\`?",
      "nothing in this world is called \`happy(line.main)\`; write a condition or a capability of this person's things, or either after \`not \`",
      "\`fri 17:39\` lies after the end of the night; the night ends at \`sun 04:20\`",
      "0: missing know(line.main.service-password)",
      "1: not so: suspended(line.main)",
    ]
  `);
});

test("an endless or senseless night is refused, and senseless intentions change nothing", () => {
  const rests: Policy = { id: "rests", next: () => [] };
  const night = { world, held: ["possess(sim.main)"], intruder: rests, owner: rests, seed: 1 };
  for (const horizonMinutes of [Number.NaN, -1, Infinity])
    expect(() => simulate({ ...night, horizonMinutes })).toThrow(RangeError);
  const senseless: Policy = {
    id: "senseless",
    next: () => [
      { kind: "begin", step: stepId(-1) },
      { kind: "begin", step: stepId(1.5) },
      { kind: "begin", step: stepId(Number.NaN) },
      { kind: "begin", step: stepId(1e9) },
      { kind: "look", condition: conditionId(-1) },
      { kind: "look", condition: conditionId(0.5) },
      { kind: "wait", until: Number.NaN },
      { kind: "wait", until: -5 },
      { kind: "told", step: stepId(0), minutes: 0 },
    ],
  };
  expect(simulate({ ...night, horizonMinutes: 100, intruder: senseless, owner: senseless }).events).toEqual(
    [],
  );
});

test("a line told of a window is run at its first minute at which it can be", () => {
  const told = replay(
    [
      { at: 0, actor: "owner", flow: "carrier/suspend" },
      { at: [1, 30], actor: "owner", expects: ["suspended(line.main)"] },
      { at: [2, 60], actor: "owner", flow: "carrier/lift" },
      { at: [5, 9], actor: "intruder", flow: "carrier/lift" },
    ],
    { world, held: ["possess(sim.main)"], startsAt: friday + 19 * 60, horizonMinutes: 100 },
  );
  expect(told.lines.map(({ at, allowed, why }) => `${at} ${allowed} ${why.map(worded)}`)).toEqual([
    "0 true ",
    "4 true ",
    "2 true ",
    "9 false missing know(line.main.service-password),barred until 122",
  ]);
});
