/** How long a block holds: as long as the quickest way to lift it, or its own end. */

import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { openReach } from "../../reach/index.ts";
import { audit } from "./audit.ts";

const telco = (lift: string, more = "") => `
institution: telco
provides: line
flows:
  suspend: { asks: know(person.name), sets: [suspended(line)], takes: 4m }
  new-password: { asks: [receive-sms(line), know(person.id-number)], gives: [know(line.service-password)], takes: 6m }
  lift: { asks: ${lift}, clears: [suspended(line)], takes: 5m${more} }
`;

/** Held when set later, when set at once, and each further round, in minutes; by what. */
function check(institution: string, held: readonly string[], expected: string): void {
  const world = worldOf([institution], "person: { id: p }\nlines: { l: { carrier: telco } }");
  const [power] = audit({ reach: openReach(world), held, sides: [], wantsCheapest: false }).conditions;
  expect(
    power === undefined
      ? "cannot be set"
      : `${power.heldMinutes} / ${power.heldIfSetAtOnceMinutes} / ${power.eachRoundMinutes} by ${power.liftedByInstitution}/${power.liftedBy}: ${power.way?.steps.map(({ flow }) => flow).join(" → ")}`,
  ).toBe(expected);
}

const thief = ["receive-sms(line.l)", "know(person.id-number)"];

test("a block is only as strong as the weakest flow that lifts it", () => {
  check(telco("know(line.service-password)"), thief, "11 / null / 5 by telco/lift: new-password → lift");
  check(telco("appear-in-person(person)"), thief, "null / null / null by null/null: undefined");
});

test("set at once, it also stops what its own lifting rests on: the texts, and the flow itself", () => {
  check(
    telco("know(line.service-password)").replace(
      "asks: [receive-sms(line), know",
      "unless: [suspended(line)], asks: [know",
    ),
    thief,
    "11 / null / 5 by telco/lift: new-password → lift",
  );
});

test("what may be done so often a day takes its time each round", () => {
  check(
    telco("know(line.service-password)", ", at-most: { times: 2, per: 24h }"),
    thief,
    "11 / null / 720 by telco/lift: new-password → lift",
  );
});

const lapsing = (lift: string) =>
  telco(lift).replace("sets: [suspended(line)]", "sets: [{ condition: suspended(line), expires: 1h }]");

test("a block with an end lapses when nobody lifts it sooner", () => {
  check(lapsing("appear-in-person(person)"), thief, "60 / 60 / null by null/lapses: undefined");
  check(lapsing("know(line.service-password)"), thief, "11 / 60 / 5 by telco/lift: new-password → lift");
});

test("what the owner cannot set is no power of the owner's", () => {
  check(telco("[]").replace("asks: know(person.name)", "asks: control(line)"), thief, "cannot be set");
});

/** What anybody needs at the least to lift the block, and by which flow. */
const weakest = (lift: string, more = ""): string => weakestOf(telco(lift, more));

function weakestOf(institution: string): string {
  const world = worldOf([institution], "person: { id: p }\nlines: { l: { carrier: telco } }");
  const [power] = audit({ reach: openReach(world), held: [], sides: [], wantsCheapest: false }).conditions;
  return `${power?.weakestLift?.proof} by ${power?.weakestLift?.flow}`;
}

test("what lifting takes at the least is said whoever can lift it, and of several ways the one that takes least", () => {
  expect(weakest("appear-in-person(person)")).toBe("presence by lift");
  expect(weakest("{ any: [appear-in-person(person), receive-sms(line)] }")).toBe("line by lift");
  expect(weakest("[appear-in-person(person), receive-sms(line)]")).toBe("presence by lift");
  expect(weakest("know(line.service-password)", ", discretion: { en: may give way, zh: 可能通融 }")).toBe(
    "agent by lift",
  );
});

test("to wait for its end is the least it takes only where nothing else lifts it", () => {
  const never = lapsing("[]").replace(/^ {2}lift: .*$/m, "");
  expect(weakestOf(never)).toBe("lapse by suspend");
  expect(weakestOf(lapsing("know(person.id-number)"))).toBe("facts by lift");
  expect(weakestOf(lapsing("appear-in-person(person)"))).toBe("presence by lift");
});
