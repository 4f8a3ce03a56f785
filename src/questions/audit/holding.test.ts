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
  new-password: { asks: [know(line.number), know(person.id-number)], gives: [know(line.service-password)], takes: 6m }
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

const thief = ["know(line.l.number)", "receive-sms(line.l)", "know(person.id-number)"];

test("a block is only as strong as the weakest flow that lifts it", () => {
  check(telco("know(line.service-password)"), thief, "11 / 11 / 5 by telco/lift: new-password → lift");
  check(telco("appear-in-person(person)"), thief, "null / null / null by null/null: undefined");
});

test("set at once, it also stops what its own lifting rests on", () => {
  check(
    telco("know(line.service-password)").replace(
      "asks: [know(line.number), know",
      "unless: [suspended(line)], asks: [know",
    ),
    thief,
    "11 / null / 5 by telco/lift: new-password → lift",
  );
});

test("set at once, it also stops what is held from the start: a suspended number gets nobody any texts", () => {
  check(
    telco("know(line.service-password)").replace(
      "asks: [know(line.number), know",
      "asks: [receive-sms(line), know",
    ),
    thief,
    "11 / null / 5 by telco/lift: new-password → lift",
  );
});

test("what may be done so often a day takes its time each round", () => {
  check(
    telco("know(line.service-password)", ", at-most: { times: 2, per: 24h }"),
    thief,
    "11 / 11 / 720 by telco/lift: new-password → lift",
  );
});

test("a block with an end lapses when nobody lifts it sooner", () => {
  const lapsing = (lift: string) =>
    telco(lift).replace("sets: [suspended(line)]", "sets: [{ condition: suspended(line), expires: 1h }]");
  check(lapsing("appear-in-person(person)"), thief, "60 / 60 / null by null/lapses: undefined");
  check(lapsing("know(line.service-password)"), thief, "11 / 11 / 5 by telco/lift: new-password → lift");
});

test("what the owner cannot set is no power of the owner's", () => {
  check(telco("[]").replace("asks: know(person.name)", "asks: control(line)"), thief, "cannot be set");
});

/** What anybody needs at the least to lift the block, and by which flow. */
function weakest(lift: string, more = ""): string {
  const world = worldOf([telco(lift, more)], "person: { id: p }\nlines: { l: { carrier: telco } }");
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
