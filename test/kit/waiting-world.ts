/**
 * Small worlds in which steps wait, tell somebody and can be called off, made from a number: what is asked, who is told
 * and what else a step does are drawn, so that notices go to what is taken, cancellers are stopped, one wait hides
 * another, and some can be answered.
 */
import { type Draws, drawsFrom, type RacedWorld } from "./raced-world.ts";
import { worldOf } from "./small-world.ts";

export const hands = `
institution: things
flows:
  move-sim: { for: { sim: person.sims, line: sim.line }, asks: possess(sim), gives: [receive-sms(line), send-sms(line)], takes: 5m }
  use-own-sim: { for: { line: person.lines }, asks: control(line), gives: [receive-sms(line), send-sms(line)], takes: 5m }
  unlock-with-passcode: { for: { device: person.devices }, asks: [possess(device), know(device.passcode)], gives: [unlock(device)], takes: 1m }
  read-texts: { for: { device: person.devices, line: device.lines }, asks: unlock(device), gives: [receive-sms(line), send-sms(line)], takes: 1m }
  open-signed-in-apps: { for: { device: person.devices, account: device.accounts }, asks: unlock(device), gives: [enter(account)], takes: 1m }
  read-own-mail: { for: { mailbox: person.mailboxes, account: mailbox.account }, asks: enter(account), gives: [read-mail(mailbox)], takes: 1m }
`;

export const person = `
person: { id: somebody }
lines: { main: { carrier: carrier, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, lock: passcode }, tablet: { kind: tablet, lock: passcode } }
mailboxes: { post: { account: mail } }
accounts:
  mail: { service: mail, line: main, devices: [tablet] }
  bank: { service: bank, line: main, mailbox: post, devices: [phone], balance: 900 }
  purse: { service: bank, line: main, mailbox: post, devices: [phone, tablet], balance: 300 }
`;

const inAccounts = [
  "know(account.password)",
  "know(account.passcode)",
  "receive-sms(line)",
  "enter(account)",
];
const asked = [...inAccounts, "read-mail(mailbox)", "unlock(account.devices)", "know(person.id-number)"];
const given = [
  "drain(account)",
  "enter(account)",
  "know(account.password)",
  "know(account.passcode)",
  "manage(account)",
];
const taken = ["enter(account)", "know(account.password)", "know(account.passcode)"];
const askedOfLine = [
  "know(person.id-number)",
  "receive-sms(line)",
  "know(line.service-password)",
  "send-sms(line)",
];
const givenOnLine = ["control(line)", "know(line.service-password)", "receive-sms(line)"];
const takenOnLine = ["receive-sms(line)", "possess(sim)", "know(line.service-password)"];
const starts = [
  "know(account.bank.password)",
  "know(account.purse.password)",
  "know(account.mail.password)",
  "know(person.id-number)",
  "possess(device.phone)",
  "possess(sim.main)",
  "receive-sms(line.main)",
  "know(account.bank.passcode)",
];

export type Tends = "limits" | "hours";

interface Pool {
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly revokes: readonly string[];
  readonly tells: readonly string[];
  readonly condition: string;
  /** What some flow shuts out the others by. */
  readonly trace: string | undefined;
  /** Whether a run takes only so much, so often, or those who call off go home at night; absent: neither more often than all else. */
  readonly tends?: Tends | undefined;
}

/** A flow of an institution; the first few call others off. */
function anyFlow(draws: Draws, pool: Pool, nth: number): string {
  const isAtOffice = nth < 2 && pool.tends === "hours";
  const asks = isAtOffice
    ? ["unlock(account.devices)"]
    : [draws.oneOf(pool.asks), ...draws.someOf(pool.asks, 1)];
  const isQuiet = nth < 2 && !draws.isOnceIn(3);
  const waits = nth >= 2 && draws.isOnceIn(2);
  const parts = [
    `asks: [${[...new Set(asks)].join(", ")}]`,
    `gives: [${isQuiet ? "" : draws.oneOf(pool.gives)}]`,
    `takes: { min: 1m, likely: ${2 + draws.below(5)}m, max: 10m }`,
    ...(draws.isOnceIn(7) ? [`sets: [${pool.condition}]`] : []),
    ...(draws.isOnceIn(9) ? [`clears: [${pool.condition}]`] : []),
    ...(draws.isOnceIn(7) ? [`unless: [${pool.condition}]`] : []),
    ...(draws.isOnceIn(6) ? [`revokes: [${draws.oneOf(pool.revokes)}]`] : []),
    ...(draws.isOnceIn(9) ? ["at-most: { times: 1, per: 24h }"] : []),
    ...(draws.isOnceIn(8) || (pool.tends === "hours" && nth < 2) ? ['hours: "08:00-20:00"'] : []),
    ...(pool.tends === "limits" ? [draws.oneOf(["each: 50", "each: 200"])] : []),
    ...(draws.isOnceIn(9) ? ["discretion: { chance: 0.5 }"] : []),
    ...(pool.trace !== undefined && draws.isOnceIn(9) ? [`leaves: [${pool.trace}]`] : []),
    ...(waits
      ? [
          `delay: { min: ${draws.oneOf(["1h", "12h", "24h"])}, max: 24h, tells: [${[...new Set([draws.oneOf(pool.tells), ...draws.someOf(pool.tells, 1)])].join(", ")}]${draws.isOnceIn(3) ? `, late: ${draws.oneOf(["40m", "10h"])}` : ""}, cancelled-by: f-${draws.below(2)} }`,
        ]
      : []),
  ];
  return `  f-${nth}: { ${parts.join(", ")} }`;
}

/** Two ways to the same, of which one waits and the other lets little through. */
const limitedWays = [
  "  much: { asks: know(account.password), gives: [drain(account)], each: 200, at-most: { times: 1, per: 24h }, takes: 5m, delay: { min: 12h, tells: account.devices, cancelled-by: f-0 } }",
  "  little: { asks: know(account.password), gives: [drain(account)], each: 50, at-most: { times: 1, per: 24h }, takes: 5m }",
];

function anyInstitution(draws: Draws, id: string, provides: string, pool: Pool, flows: number): string {
  const all = Array.from({ length: flows }, (_, nth) => anyFlow(draws, pool, nth));
  const twoWays = pool.tends === "limits" ? limitedWays : [];
  return [`institution: ${id}`, `provides: ${provides}`, "flows:", ...all, ...twoWays, ""].join("\n");
}

export function waitingWorld(seed: number, tends?: Tends): RacedWorld {
  const draws = drawsFrom(seed);
  const accounts: Pool = {
    asks: asked,
    gives: given,
    revokes: taken,
    tells: ["line", "mailbox", "account.devices"],
    condition: "frozen(account)",
    trace: "{ kick-off: { of: account } }",
    tends,
  };
  const lines: Pool = {
    asks: askedOfLine,
    gives: givenOnLine,
    revokes: takenOnLine,
    tells: ["line"],
    condition: "suspended(line)",
    trace: undefined,
  };
  const world = worldOf(
    [
      hands,
      anyInstitution(draws, "carrier", "line", lines, 4),
      anyInstitution(draws, "mail", "account", { ...accounts, asks: inAccounts }, 4),
      anyInstitution(draws, "bank", "account", accounts, 7),
    ],
    person,
  );
  return {
    world,
    conditions: [],
    held: [...new Set([draws.oneOf(starts), ...draws.someOf(starts, 2)])],
    inForce: [],
    startsAt: draws.isOnceIn(2) ? draws.below(10_080) : undefined,
    horizonMinutes: 4_000,
  };
}
