/**
 * Small worlds in which what somebody got leads nowhere until a condition lapses, and tells the owner, made from a
 * number: what is asked, what else is opened meanwhile, what takes it back or stops it for good, and who can lift that.
 */
import { drawsFrom, type RacedWorld } from "./raced-world.ts";
import { worldOf } from "./small-world.ts";
import { hands, person } from "./waiting-world.ts";

const starts = [
  "know(account.bank.password)",
  "know(account.purse.password)",
  "receive-sms(line.main)",
  "possess(sim.main)",
  "know(account.bank.passcode)",
];

export function heldBackWorld(seed: number): RacedWorld {
  const draws = drawsFrom(seed);
  const asked = () => draws.oneOf(["know(account.password)", "receive-sms(line)", "know(account.passcode)"]);
  const own = () =>
    draws.oneOf([
      "unlock(account.devices)",
      "unlock(account.devices)",
      "know(account.password)",
      "enter(account)",
    ]);
  const also = (list: readonly string[]) => (draws.isOnceIn(3) ? `, ${draws.oneOf(list)}` : "");
  const hold = () =>
    `sets: [{ condition: ${draws.oneOf(["money-held(account)", "frozen(account)"])}, expires: ${draws.oneOf(["2h", "12h"])} }]`;
  const message = () =>
    `leaves: [${draws.oneOf(["{ notice: { to: account.devices, late: 2h } }", "{ notice: { to: account.devices } }", "{ sms: { to: line, late: 30m } }", "{ sms: { to: line } }", "{ mail: { to: mailbox } }"])}]`;
  const wayIn = (isHeld: boolean) =>
    [
      `asks: ${asked()}`,
      `gives: [enter(account)${also(["know(account.passcode)", "manage(account)"])}]`,
      "takes: 5m",
      ...(isHeld ? [hold()] : []),
      ...(draws.isOnceIn(8) ? [] : [message()]),
    ].join(", ");
  const limit = draws.isOnceIn(6) ? ", at-most: { times: 1, per: 24h }" : "";
  const flows = [
    `in-0: { ${wayIn(true)} }`,
    ...(draws.isOnceIn(2) ? [`in-1: { ${wayIn(!draws.isOnceIn(5))} }`] : []),
    `send: { asks: [${draws.oneOf(["enter(account)", "enter(account)", "know(account.passcode)", "manage(account)"])}${also(["know(account.passcode)", "receive-sms(line)"])}], gives: [drain(account)], takes: 2m }`,
    ...(draws.isOnceIn(2)
      ? [
          `meanwhile: { asks: enter(account), gives: [${draws.oneOf(["know(account.password)", "know(account.passcode)", "manage(account)"])}], takes: 2m }`,
        ]
      : []),
    ...(draws.isOnceIn(4)
      ? [
          `shut-out: { asks: enter(account), gives: [know(account.password)], revokes: [know(account.password)], takes: 3m }`,
        ]
      : []),
    `out-0: { asks: ${own()}, gives: [], revokes: [enter(account)${also(["know(account.passcode)", "know(account.password)", "manage(account)"])}], takes: 3m${limit} }`,
    ...(draws.isOnceIn(2)
      ? [
          `out-1: { asks: ${own()}, gives: [], revokes: [enter(account), manage(account), know(account.passcode)], takes: 4m }`,
        ]
      : []),
    ...(draws.isOnceIn(2)
      ? [
          `freeze: { asks: ${own()}, sets: [frozen(account)], takes: 2m }`,
          `thaw: { asks: ${draws.oneOf(["appear-in-person(person)", "receive-sms(line)", "know(account.password)"])}, clears: [frozen(account)], takes: 5m }`,
        ]
      : []),
  ];
  const bank = ["institution: bank", "provides: account", "flows:", ...flows.map((flow) => `  ${flow}`), ""];
  return {
    world: worldOf([hands, bank.join("\n")], person),
    conditions: [],
    held: [...new Set([draws.oneOf(starts), ...draws.someOf(starts, 1)])],
    inForce: [],
    startsAt: undefined,
    horizonMinutes: 4_000,
  };
}
