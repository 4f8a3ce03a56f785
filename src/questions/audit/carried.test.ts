/** What lies together is taken together, unless it is kept elsewhere. */
import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { heldApart, heldIn } from "../../ground/index.ts";
import { type Capability, capability } from "../../model/index.ts";
import { openReach } from "../../reach/index.ts";
import { audit } from "./index.ts";

const bank = `
institution: bank
name: { en: Bank, zh: 银行 }
provides: card
flows:
  pay: { asks: [possess(card), possess(device), possess(document)], for: { document: person.documents, device: person.devices }, gives: [charge(card)], takes: 2m }
  by-card: { asks: [possess(card), know(card.pin)], gives: [charge(card)], takes: 5m }
`;
const person =
  "person: { id: p }\ndevices: { f: { kind: phone } }\ncards: { c: { bank: bank, balance: 9 } }\ndocuments: { d: { kind: id-card } }\ncarried: { bag: [f, c, d] }";
const world = worldOf([bank], person);
const all = ["possess(device.f)", "possess(card.c)", "possess(document.d)"];

function asked(held: readonly string[], ...measures: readonly string[]) {
  const inForce = world.choices.filter(({ id }) => measures.includes(id)).map(({ index }) => index);
  const { losses, alone } = audit({ reach: openReach(world), held, inForce });
  return { steps: losses[0]?.way?.steps.map(({ flow }) => flow), alone };
}

test("the rest of the bag comes along at once, told as a step, and keeping one of it elsewhere stops that", () => {
  expect(asked(all)).toEqual({
    steps: ["taken-together", "taken-together", "pay"],
    alone: ["keep-elsewhere(card.c)", "keep-elsewhere(device.f)", "keep-elsewhere(document.d)"],
  });
});

test("who keeps the ID card elsewhere has it, whichever of the rest is taken", () => {
  expect(asked(all, "keep-elsewhere(document.d)").steps).toBeUndefined();
  expect(asked([all[1]!, all[0]!, all[2]!], "keep-elsewhere(document.d)").steps).toBeUndefined();
});

test("what needs nothing that was taken along is stopped by none of it", () => {
  const held = ["possess(card.c)", "possess(device.f)", "know(card.c.pin)"];
  expect(asked(held, "keep-elsewhere(device.f)", "keep-elsewhere(document.d)").steps).toEqual(["by-card"]);
});

test("a night begins without what is kept elsewhere, and with the first of a bag alone where that is", () => {
  const held = heldIn(world, all);
  const apart = (...ids: readonly string[]) =>
    heldApart(
      world,
      held,
      ids.map((id) => ({ id })),
    ).map(({ text }) => text);
  expect(apart()).toEqual(all);
  expect(apart("keep-elsewhere(card.c)")).toEqual([all[0], all[2]]);
  expect(apart("keep-elsewhere(device.f)")).toEqual([all[0]]);
  // Who knows the number of a card that is kept elsewhere has not taken the card.
  const alsoKnown = heldIn(world, [...all, "know(card.c.pin)"]);
  expect(heldApart(world, alsoKnown, [{ id: "keep-elsewhere(card.c)" }]).map(({ text }) => text)).toEqual([
    all[0],
    all[2],
    "know(card.c.pin)",
  ]);
});

test("an old secret still opens what it was the same as, and nothing once that is changed too", () => {
  const [card, paper, other] = ["card.c", "document.d", "account.a"].map((thing) =>
    capability({ kind: "know", things: [thing], secret: "pin" }),
  ) as [Capability, Capability, Capability]; // One each.
  const known = {
    ...world,
    person: {
      ...world.person,
      sameSecret: [
        [card, paper],
        [paper, other],
      ],
    },
  };
  const changed = (...renews: readonly Capability[]) =>
    heldApart(known, [card], [{ id: "changed", renews }]).map(({ text }) => text);
  expect(changed()).toEqual([card.text]);
  expect(changed(card)).toEqual([paper.text, other.text]);
  expect(changed(card, paper)).toEqual([other.text]);
  expect(changed(card, paper, other)).toEqual([]);
  expect(changed(paper)).toEqual([card.text]);
});
