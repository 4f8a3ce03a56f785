/** A told night counts its sums in the ledger of every other night: no limit is passed by telling, and none comes early. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { replay } from "../../src/world/index.ts";
import { worldOf } from "../kit/small-world.ts";
import { namedIn } from "../kit/taken-and-named.ts";

const limits = fc.record({
  balance: fc.integer({ min: 1, max: 30 }),
  each: fc.integer({ min: 1, max: 20 }),
  mostTimes: fc.integer({ min: 1, max: 4 }),
  mostAmount: fc.integer({ min: 1, max: 40 }),
  lines: fc.array(
    fc.record({ times: fc.integer({ min: 1, max: 4 }), amount: fc.integer({ min: 1, max: 30 }) }),
    { minLength: 1, maxLength: 4 },
  ),
  returned: fc.integer({ min: 1, max: 20 }),
});

test("W8 a line takes the sum it is told exactly where each limit and the pot let it, an audit names no less, and no more comes back than went", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(limits, ({ balance, each, mostTimes, mostAmount, lines, returned }) => {
      const bank = `
institution: bank
provides: account
flows:
  send: { asks: enter(account), gives: [drain(account)], takes: 1m, each: ${each}, at-most: { times: ${mostTimes}, amount: ${mostAmount}, per: 24h } }
`;
      const world = worldOf(
        [bank],
        `person: { id: p }\naccounts: { a: { service: bank, balance: ${balance} } }`,
      );
      const asked = { world, held: ["enter(account.a)"], horizonMinutes: 600 };
      const script = lines.map((line, i) => ({ ...line, at: 10 * i, actor: "intruder", flow: "bank/send" }));
      // In the fewest words: what went, and how often.
      let [runs, sum] = [0, 0];
      const allowed = lines.map(({ times, amount }) => {
        const isSo =
          times <= mostTimes - runs && amount <= Math.min(times * each, mostAmount - sum, balance - sum);
        if (isSo) [runs, sum] = [runs + times, sum + amount];
        return isSo;
      });
      const back = { at: 500, actor: "owner", returned: { "drain(account.a)": returned } };
      const told = replay([...script, back], asked);
      expect(told.complaints).toEqual([]);
      expect(told.lines.map((line) => line.allowed)).toEqual([...allowed, returned <= sum]);
      expect(told.night.loss).toBe(returned <= sum ? sum - returned : sum);
      const named = namedIn({ ...asked, inForce: [], startsAt: undefined });
      expect(sum).toBeLessThanOrEqual(named.reachableAmount);
      taken += allowed.filter((each) => each).length;
      refused += allowed.filter((each) => !each).length;
    }),
    { numRuns: 200 },
  );
  // A check in which nothing is taken, or nothing refused, must not pass.
  expect(Math.min(taken, refused)).toBeGreaterThan(50);
});
