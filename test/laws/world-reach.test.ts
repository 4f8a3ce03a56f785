/** What reach and its explanations must obey in every world somebody can write down. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { audit, reachOf } from "../../src/questions/index.ts";
import type { ToldStep } from "../../src/reach/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { type AskedWorld, askedWorld } from "../kit/asked-world.ts";
import { anyWorldText } from "../kit/generators.ts";
import { reachedIn } from "../kit/small-world.ts";
import { plainReach } from "../plain/plain-reach.ts";
import { conditionsSet, type Deed, plainDeeds, plainWorld, stillHeld } from "../plain/plain-world.ts";

test("G1 holding more never reaches less, nor later", () => {
  let more = 0;
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const { world, held, startsAt, selections } = askedWorld(text);
      // Of two that lie in one bag the first held counts as taken: kept apart, more held is held otherwise.
      const isApart = (id: string) => id.startsWith("keep-elsewhere(");
      for (const measures of selections.map((ids) => ids.filter((id) => !isApart(id)))) {
        const few = reachedIn(world, { held: held.slice(2), measures, startsAt });
        const all = reachedIn(world, { held, measures, startsAt });
        for (const [capability, minutes] of few) {
          if (!held.includes(capability))
            expect([capability, all.get(capability) ?? Infinity]).toEqual([
              capability,
              expect.closeTo(Math.min(all.get(capability) ?? Infinity, minutes), 6),
            ]);
        }
        more += all.size - few.size > 0 ? 1 : 0;
      }
    }),
    { numRuns: 150 },
  );
  expect(more).toBeGreaterThan(20); // A check that compares nothing must not pass.
});

interface Claim {
  readonly step: ToldStep;
  readonly given: string;
  /** Conditions set at the start. */
  readonly set: ReadonlyMap<string, number>;
}

/** Whether what the step says it did is something the notation lets anybody do, with no more than it asked. */
function isDeed(deeds: readonly Deed[], { step, given, set }: Claim): boolean {
  return deeds.some(
    ({ flow, asks, unless, gives, clears }) =>
      flow === `${step.institution}/${step.flow}` &&
      (gives === given || (clears !== undefined && `not ${clears}` === given)) &&
      asks.every((capability) => step.asks.includes(capability)) &&
      // A condition that is set must have been lifted before, or have lapsed.
      unless.every(
        (condition) =>
          step.beginsMinutes >= (set.get(condition) ?? 0) || step.asks.includes(`not ${condition}`),
      ),
  );
}

function explain({ catalog, person, world, held, conditions, startsAt, selections }: AskedWorld): number {
  let steps = 0;
  for (const measures of selections.slice(0, 2)) {
    const question = { catalog, person, conditions, measures };
    const deeds = plainDeeds(question);
    const set = conditionsSet(question);
    const known = new Set(stillHeld(plainWorld(question), held));
    const inForce = world.choices.filter(({ id }) => measures.includes(id)).map(({ index }) => index);
    for (const [capability, minutes] of reachedIn(world, { held, measures, startsAt })) {
      const { way, minutes: said } = reachOf(
        { reach: openReach(world), held, inForce, startsAt },
        capability,
      );
      expect([capability, said]).toEqual([capability, minutes]);
      const have = new Map<string, number>(held.map((text) => [text, 0]));
      for (const step of way?.steps ?? []) {
        const late = step.asks.filter((asked) => (have.get(asked) ?? Infinity) > step.beginsMinutes);
        expect({ capability, step: step.flow, late }).toEqual({ capability, step: step.flow, late: [] });
        for (const given of step.gives) {
          // What is the same as a secret that leaked and was changed since is known from the start.
          const isKnown = step.asks.length === 0 && known.has(given);
          expect([given, isKnown || isDeed(deeds, { step, given, set })]).toEqual([given, true]);
          if (!have.has(given)) have.set(given, step.atMinutes);
        }
        steps += 1;
      }
      expect(have.has(capability)).toBe(true);
    }
  }
  return steps;
}

test("G2 every reached capability has a proof whose leaves were held and whose steps the notation allows", () => {
  let steps = 0;
  fc.assert(
    fc.property(anyWorldText, (text) => {
      steps += explain(askedWorld(text));
    }),
    { numRuns: 150 },
  );
  expect(steps).toBeGreaterThan(100);
});

test("G2 a loss of an audit is reached exactly when its way is told", () => {
  let losses = 0;
  fc.assert(
    fc.property(anyWorldText, (text) => {
      const { catalog, person, conditions, world, held, startsAt } = askedWorld(text);
      // What is held and hangs on something that is stopped at the start is not had.
      const had = plainReach({ catalog, person, conditions, measures: [], held, startsAt });
      const answer = audit({ reach: openReach(world), held, startsAt, wantsCheapest: false, sides: [] });
      const reached = reachedIn(world, { held, startsAt });
      for (const { goal, reachable, way, earliestMinutes } of answer.losses) {
        const isReached = reached.has(goal) || (held.includes(goal) && had.has(goal));
        expect({ goal, reachable, isTold: way !== null, earliestMinutes }).toEqual({
          goal,
          reachable: isReached,
          isTold: isReached,
          earliestMinutes: held.includes(goal) ? (had.get(goal) ?? null) : (reached.get(goal) ?? null),
        });
        losses += isReached ? 1 : 0;
      }
    }),
    { numRuns: 150 },
  );
  expect(losses).toBeGreaterThan(10);
});
