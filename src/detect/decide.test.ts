/** What may be decided at all, and what a batch is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { bounded, cheapest, decisions, usualCosts } from "./decide.ts";
import type { DetectEvent } from "./event.ts";
import { eventKinds, kindGroups } from "./kinds.ts";
import { isBatch, noPopulation } from "./population.ts";

const event = (word: string, more: Partial<DetectEvent> = {}): DetectEvent => ({
  id: "e",
  at: 0,
  offset: 0,
  institution: "a",
  word,
  kind: eventKinds[word]!,
  group: eventKinds[word]!.group,
  phase: "given",
  state: "done",
  person: "p",
  things: {},
  proofs: [],
  initiator: "customer",
  known: {},
  ...more,
});

test("a changed SIM, line or phone alone never holds, whatever is believed", () => {
  const changes = ["sim-changed", "esim-transfer", "number-moved", "device-added", "call-forwarding-set"];
  fc.assert(
    fc.property(
      fc.constantFrom(...decisions),
      fc.array(fc.constantFrom(...changes), { minLength: 1 }),
      (word, acts) => {
        const last = event(acts.at(-1)!);
        const groups = acts.map((act) => eventKinds[act]!.group);
        expect(["allow", "step-up"]).toContain(bounded(word, { event: last, isAct: true, groups }));
      },
    ),
  );
});

test("a new SIM from the shop's counter, and nothing else, is asked about by nobody: what follows is", () => {
  const atDesk = event("sim-changed", { channel: "store" });
  expect(bounded("step-up", { event: atDesk, isAct: true, groups: ["line"] })).toBe("allow");
  expect(bounded("step-up", { event: event("sim-changed"), isAct: true, groups: ["line"] })).toBe("step-up");
  expect(bounded("step-up", { event: atDesk, isAct: true, groups: ["recover", "line"] })).toBe("step-up");
});

test("nobody is asked about a sign, a statement line or a block", () => {
  for (const word of [
    "code-sent",
    "salary",
    "direct-debit",
    "line-suspended",
    "card-blocked",
    "no-service",
    "app-open",
  ])
    expect(bounded("block", { event: event(word), isAct: true, groups: ["pay", "bind"] }), word).toBe(
      "allow",
    );
});

test("who stands at the counter is asked for nothing more", () => {
  const present = event("temporary-password-given", { proofs: ["appear-in-person", "document-shown"] });
  expect(bounded("block", { event: present, isAct: true, groups: ["recover", "pay"] })).toBe("allow");
  const shown = { ...present, proofs: ["document-shown"] };
  expect(bounded("block", { event: shown, isAct: true, groups: ["recover", "pay"] })).toBe("block");
});

test("more harm or more suspicion never decides more mildly", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, fc.double({ min: 0, max: 2, noNaN: true }), (a, b, exposure) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((share) =>
        decisions.indexOf(cheapest({ share, exposure }, usualCosts)),
      );
      expect(more).toBeGreaterThanOrEqual(less!);
    }),
  );
});

test("one word for thirty people within the hour is a batch, and a proof or a device makes it an act", () => {
  const population = noPopulation();
  const sent = (person: number, more: Partial<DetectEvent> = {}) =>
    isBatch(population, event("sim-changed", { person: `p${person}`, at: person, ...more }));
  const told = Array.from({ length: 40 }, (_, person) => sent(person));
  expect(told.indexOf(true)).toBe(29);
  expect(told.slice(29)).toEqual(Array(11).fill(true));
  expect(sent(41, { proofs: ["sms"] })).toBe(false);
  expect(sent(500)).toBe(false);
});

test("every kind has a group of the list, and every group has a kind", () => {
  expect(new Set(Object.values(eventKinds).map(({ group }) => group))).toEqual(new Set(kindGroups));
});
