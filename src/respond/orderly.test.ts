/** How an order of acts is gone about: what no longer helps is not done, what undoes one's own is not either. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import type { Step } from "../ground/index.ts";
import { conditionId } from "../model/index.ts";
import { intruderPolicies, simulate } from "../world/index.ts";
import { type Act, orderly } from "./rooms.ts";

const carrier = `
institution: carrier
provides: line
flows:
  suspend: { asks: know(person.id-number), sets: [suspended(line)], takes: 5m }
  new-sim: { asks: appear-in-person(person), gives: [control(line)], revokes: [receive-sms(line), receive-call(line), possess(sim)], clears: [suspended(line)], takes: 10m }
`;
const bank = `
institution: bank
provides: card
flows:
  block: { asks: know(person.id-number), sets: [blocked(card)], takes: 5m, measures: [at-a-branch] }
  withdraw: { asks: know(person.id-number), gives: [charge(card)], takes: 5m }
measures:
  at-a-branch: { by: institution, effort: low, asks-more: [appear-in-person(person)] }
`;
const world = worldOf(
  [carrier, bank],
  `
person: { id: somebody }
lines: { main: { carrier: carrier, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, lock: passcode } }
cards: { gold: { bank: bank, kind: debit, reserved-line: main, balance: 100, credit: 0 } }
`,
);
const stepOf = (flow: string, asks = 1): Step => {
  const found = world.steps.find((step) => step.flow.id === flow && step.asks.length === asks);
  if (found === undefined) throw new Error(`no step of ${flow}`);
  return found;
};
const conditionOf = (id: string) => conditionId(world.conditions.findIndex((each) => each.id === id));
const atomOf = (text: string) => {
  const found = world.atomOf.get(text);
  if (found === undefined) throw new Error(`no ${text}`);
  return found;
};
const suspend: Act = {
  ways: [[stepOf("suspend").id]],
  sets: [conditionOf("suspended(line.main)")],
  gains: [],
};
const newSim: Act = { ways: [[stepOf("new-sim").id]], sets: [], gains: [atomOf("control(line.main)")] };
const block: Act = { ways: [[stepOf("block").id]], sets: [conditionOf("blocked(card.gold)")], gains: [] };
const bring: Act = { ways: [[stepOf("withdraw").id]], sets: [], gains: [atomOf("charge(card.gold)")] };

/** What the owner begins, one thing at a time. */
function begun(...acts: readonly Act[]): readonly string[] {
  const night = simulate({
    world,
    held: ["possess(device.phone)", "possess(sim.main)"],
    horizonMinutes: 600,
    seed: 3,
    intruder: intruderPolicies.get("loner")!({ startMinute: 900 }),
    owner: orderly({ from: 0, acts }),
    hands: { owner: 1 },
  });
  return night.events.flatMap((event) =>
    event.kind === "begins" && event.actor === "owner" ? [world.steps[event.step]?.flow.id ?? ""] : [],
  );
}

test("a number that was got back is not suspended again", () => {
  expect(begun(suspend, newSim)).toEqual(["suspend", "new-sim"]);
});

test("nobody goes to bring away what they have had blocked", () => {
  expect(begun(block, bring)).toEqual(["block"]);
  expect(begun(bring, block)).toEqual(["withdraw", "block"]);
});

test("a way that only a measure makes, which is not in force, is passed over", () => {
  const either: Act = { ...block, ways: [[stepOf("block", 2).id], ...block.ways] };
  expect(begun(either)).toEqual(["block"]);
});
