/** The world the engine grounds is the world the notation describes: every capability, every earliest minute. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { askedWorld } from "../kit/asked-world.ts";
import { anyWorldText } from "../kit/generators.ts";
import { reachedIn } from "../kit/small-world.ts";
import { plainReach } from "../plain/plain-reach.ts";

const sorted = (found: ReadonlyMap<string, number>) =>
  [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([capability, minutes]) => `${capability} ${minutes}`);

test("G3 the grounded world reaches what the notation says, at the earliest minute it says", () => {
  let reached = 0;
  let later = 0;
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const { catalog, person, world, decisions, held, conditions, startsAt, selections } = askedWorld(text);
      expect(world.choices.map(({ id }) => id).sort()).toEqual(decisions.map(({ id }) => id).sort());
      for (const measures of selections) {
        const ours = reachedIn(world, { held, measures, startsAt });
        const plain = new Map(plainReach({ catalog, person, held, conditions, measures, startsAt }));
        for (const capability of held) plain.delete(capability);
        expect({ measures, reached: sorted(ours) }).toEqual({ measures, reached: sorted(plain) });
        reached += plain.size;
        later += [...plain.values()].filter((minutes) => minutes > 0).length;
      }
    }),
    { numRuns: Number(process.env["WORLDS"] ?? 500) },
  );
  // A check that compares nothing must not pass.
  expect(reached).toBeGreaterThan(500);
  expect(later).toBeGreaterThan(200);
});
