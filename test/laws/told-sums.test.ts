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
  mostInDay: fc.integer({ min: 1, max: 40 }),
  /** Of another owner, beside it. */
  mostInMonth: fc.integer({ min: 1, max: 60 }),
  lines: fc.array(
    fc.record({ times: fc.integer({ min: 1, max: 4 }), amount: fc.integer({ min: 1, max: 30 }) }),
    { minLength: 1, maxLength: 4 },
  ),
  returned: fc.integer({ min: 1, max: 20 }),
});

test("W8 a line takes the sum it is told exactly where each limit and the pot let it, an audit names no less, and no more comes back than went", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(limits, ({ balance, each, mostTimes, mostInDay, mostInMonth, lines, returned }) => {
      const mostAmount = Math.min(mostInDay, mostInMonth);
      const bank = `
institution: bank
provides: account
flows:
  send: { asks: enter(account), gives: [drain(account)], takes: 1m, each: ${each}, at-most: [{ times: ${mostTimes}, amount: ${mostInDay}, per: 24h }, { amount: ${mostInMonth}, per: 30d, of: account }] }
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
      const cameBack = told.night.events.filter(({ kind }) => kind === "returns");
      expect(cameBack).toEqual(
        returned <= sum ? [{ kind: "returns", at: 500, loss: "drain(account.a)", amount: returned }] : [],
      );
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

test("what came back can be taken again, up to the part of a loss that it is", () => {
  const bank = `
institution: bank
provides: account
flows:
  skim: { asks: enter(account), gives: [skim(account)], takes: 1m, amount: 500 }
`;
  const world = worldOf([bank], "person: { id: p }\naccounts: { a: { service: bank, balance: 2000 } }");
  const take = (at: number, amount: number) => ({ at, amount, actor: "intruder", flow: "bank/skim" });
  const back = { at: 20, actor: "owner", returned: { "skim(account.a)": 300 } };
  const told = replay([take(10, 400), back, take(30, 500), take(40, 300)], {
    world,
    held: ["enter(account.a)"],
    horizonMinutes: 600,
  });
  // 100 are still lost, so that 400 are left of 500.
  expect(told.lines.map(({ allowed }) => allowed)).toEqual([true, true, false, true]);
  expect(told.lines[2]?.why).toEqual([
    { kind: "too-much", by: "part", amount: 500, mostAmount: 400, times: 1 },
  ]);
  expect(told.night.loss).toBe(400);
});

test("runs told over a stretch lie where the limits let them through, and no more of them are let through", () => {
  const bank = `
institution: bank
provides: account
flows:
  send: { asks: enter(account), gives: [drain(account)], takes: 1m, each: 300, at-most: { times: 5, amount: 1000, per: 24h } }
`;
  const world = worldOf([bank], "person: { id: p }\naccounts: { a: { service: bank, balance: 20000 } }");
  const day = 1_440;
  const told = (...lines: readonly object[]) =>
    replay(
      lines.map((line) => ({ at: 0, actor: "intruder", flow: "bank/send", ...line })),
      { world, held: ["enter(account.a)"], horizonMinutes: 12 * day },
    );
  const week = { until: 7 * day };
  const allowed = (...lines: readonly object[]) => told(...lines).lines.map((line) => line.allowed);
  // From the first minute of day one to the last of day seven there are seven days' limits.
  expect(allowed({ ...week, times: 35, amount: 7000 })).toEqual([true]);
  expect(told({ ...week, times: 35, amount: 7000 }).night.loss).toBe(7000);
  expect(told({ ...week, times: 35 }).night.loss).toBe(7000);
  expect(allowed({ ...week, times: 35, amount: 7001 })).toEqual([false]);
  expect(allowed({ ...week, times: 36, amount: 7000 })).toEqual([false]);
  // Four runs of 300 are needed for 1,200, and two days for it.
  expect(allowed({ until: day + 1, times: 4, amount: 1200 })).toEqual([true]);
  expect(allowed({ until: day, times: 4, amount: 1200 })).toEqual([false]);
  expect(allowed({ until: 2 * day, times: 4, amount: 1201 })).toEqual([false]);
  // What follows finds the limit as the runs left it.
  const first = { until: 2 * day, times: 10, amount: 2000 };
  expect(allowed(first, { at: 2 * day + 10, amount: 300 })).toEqual([true, true]);
  expect(
    allowed(first, { at: 2 * day + 10, amount: 300 }, { at: 2 * day + 20, times: 4, amount: 701 }),
  ).toEqual([true, true, false]);
});

test("a stretch goes round closed doors, passes no sum limit twice, and needs no money to be one", () => {
  const flows = `
institution: bank
provides: account
flows:
  counter: { asks: enter(account), gives: [drain(account)], hours: "mon-fri 09:00-17:00", takes: 5m, each: 300, at-most: { times: 1, per: 24h } }
  both: { asks: enter(account), gives: [drain(account), skim(account)], takes: 1m, each: 300, amount: 5000, at-most: { times: 1, amount: 400, per: 24h } }
  peek: { asks: enter(account), gives: [know(account.password)], takes: 1m, at-most: { times: 5, per: 24h } }
  send: { asks: enter(account), gives: [drain(account)], takes: 1m, at-most: { times: 5, per: 24h } }
`;
  const world = worldOf([flows], "person: { id: p }\naccounts: { a: { service: bank, balance: 20000 } }");
  const day = 1_440;
  // Friday, ten o'clock.
  const startsAt = 4 * day + 600;
  const told = (flow: string, line: object) =>
    replay([{ at: 10, actor: "intruder", flow: `bank/${flow}`, ...line }], {
      ...{ world, startsAt, held: ["enter(account.a)"], horizonMinutes: 12 * day },
    });
  const isAllowed = (flow: string, line: object) => told(flow, line).lines[0]?.allowed;
  expect(isAllowed("counter", { until: 3 * day, times: 3, amount: 900 })).toBe(false);
  expect(isAllowed("counter", { until: 5 * day, times: 3, amount: 900 })).toBe(true);
  expect(told("both", { until: 2 * day, times: 2 }).night.loss).toBe(800);
  expect(told("both", { until: 3 * day, times: 3 }).night.loss).toBe(1200);
  expect(isAllowed("peek", { until: 7 * day, times: 35 })).toBe(true);
  expect(isAllowed("peek", { until: 7 * day, times: 36 })).toBe(false);
  expect(isAllowed("send", { until: 7 * day, times: 35 })).toBe(true);
});
