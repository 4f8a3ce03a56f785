/** When what somebody goes about is likely done. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { doneAfter } from "./acts.ts";

const world = worldOf(
  [
    `
institution: carrier
provides: line
flows:
  suspend: { asks: know(person.id-number), sets: [suspended(line)], takes: 5m, hours: "mon-sun 09:00-17:00" }
`,
  ],
  `
person: { id: somebody }
lines: { main: { carrier: carrier, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, lock: passcode } }
`,
);

test("an office that has opened for the first of two things is not waited for again", () => {
  const step = world.steps.find(({ flow }) => flow.id === "suspend");
  if (step === undefined) throw new Error("the office offers nothing");
  const once = doneAfter(step, 22 * 60, 0);
  expect(once).toBe(11 * 60 + 5);
  expect(doneAfter(step, 22 * 60, once)).toBe(11 * 60 + 10);
  expect(doneAfter(step, 10 * 60, 0)).toBe(5);
  // Sunday night: the week begins again.
  expect(doneAfter(step, 6 * 24 * 60 + 23 * 60, 120)).toBe(10 * 60 + 5);
  // Begun before it shuts, done a day later.
  expect(doneAfter(step, 16 * 60, 61)).toBe(17 * 60 + 5);
});
