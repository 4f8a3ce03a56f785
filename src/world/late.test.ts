/** What comes late: whoever is there to get it by then sees it, and not before. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { defend, intruderPolicies, prepare, replay, simulatePrepared } from "./index.ts";

const bank = (late: string) => `
institution: bank
provides: account
flows:
  new-phone: { asks: know(account.password), gives: [enter(account)], takes: 5m, leaves: [{ notice: { to: account.devices, about: new-phone${late} } }] }
  send: { asks: enter(account), unless: [frozen(account)], gives: [drain(account)], takes: 5m, delay: 3h }
  freeze: { asks: possess(account.devices), sets: [frozen(account)], takes: 2m }
`;
const person =
  "person: { id: p }\ndevices: { phone: { kind: phone } }\naccounts: { a: { service: bank, devices: [phone], balance: 9 } }";

const played = (late: string) => {
  const world = worldOf([bank(late)], person);
  const prepared = prepare({
    world,
    held: ["know(account.a.password)"],
    horizonMinutes: 600,
    intruder: intruderPolicies.get("loner")!(),
    owner: defend("woken", {
      moves: [
        {
          fromMinute: 0,
          cue: { sights: ["notice new-phone"], times: 1, withinMinutes: 600 },
          wants: { text: "frozen(account.a)" },
        },
      ],
    }),
  });
  return simulatePrepared(prepared, { seed: 1 });
};

test("a notice is seen when it comes, and one that comes too late stops nothing", () => {
  const told = (late: string) => {
    const night = played(late);
    const seen = night.events.filter((event) => event.kind === "trace" && event.seenBy === "owner");
    return [seen.map(({ at }) => Math.round(at)), night.loss];
  };
  expect(told("")).toEqual([[5], 0]);
  expect(told(", late: 2h")).toEqual([[125], 0]);
  expect(told(", late: 4h")).toEqual([[245], 9]);
});

test("a told line leaves what comes late, and one run's word is not another's", () => {
  const world = worldOf([bank(", late: 2h")], person);
  const told = replay(
    [
      { at: 0, actor: "intruder", flow: "bank/new-phone" },
      { at: 30, actor: "intruder", flow: "bank/new-phone" },
    ],
    { world, held: ["know(account.a.password)"], horizonMinutes: 600 },
  );
  expect(told.lines.map(({ traces }) => traces.map(({ seenBy }) => seenBy))).toEqual([
    [["owner"]],
    [["owner"]],
  ]);
  const came = told.night.events.filter((event) => event.kind === "trace");
  expect(came.map(({ at }) => Math.round(at))).toEqual([125, 155]);
});
