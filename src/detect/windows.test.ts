/** Windows against the plain reading: look at every entry anew. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, noWindows, put, tally } from "./windows.ts";

const slack = 1_440;
const entry = fc.record({
  at: fc.integer({ min: 0, max: 300 }),
  hundredths: fc.integer({ min: 0, max: 1_000 }),
  value: fc.constantFrom("a", "b", "c"),
});

/** The only place in this file that knows how a window is asked. */
function asked(entries: readonly Entry[], minutes: number) {
  const windows = noWindows();
  return entries.map((each) =>
    tally(put(windows, { window: "w", key: "k", entry: each, minutes, slack }), each.at, minutes),
  );
}

test("D15 a sum is of one currency: what is paid in others is counted and not added", () => {
  const money = fc.record({
    at: fc.integer({ min: 0, max: 300 }),
    hundredths: fc.integer({ min: 0, max: 1_000 }),
    value: fc.constantFrom("a", "b"),
    currency: fc.constantFrom("JPY", "CNY", undefined),
  });
  fc.assert(
    fc.property(
      fc.array(money, { maxLength: 40 }),
      fc.constantFrom("JPY", "CNY", undefined),
      (all, currency) => {
        const windows = noWindows();
        for (const each of all) {
          const kept = put(windows, { window: "w", key: "k", entry: each, minutes: 500, slack });
          const told = tally(kept, 300, 500, currency);
          const so = all.slice(0, all.indexOf(each) + 1);
          expect(told.count).toBe(so.length);
          expect(told.hundredths).toBe(
            so.reduce((sum, one) => sum + (one.currency === currency ? one.hundredths : 0), 0),
          );
        }
      },
    ),
  );
});

test("D5 a window counts what is after its far edge and not after its near one, in whatever order it came", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), fc.integer({ min: 1, max: 90 }), (entries, minutes) => {
      asked(entries, minutes).forEach((told, i) => {
        const end = entries[i]!.at;
        const inside = entries.slice(0, i + 1).filter(({ at }) => at > end - minutes && at <= end);
        const times = inside.map(({ at }) => at);
        expect(told).toEqual({
          count: inside.length,
          hundredths: inside.reduce((sum, { hundredths }) => sum + hundredths, 0),
          distinct: new Set(inside.map(({ value }) => value)).size,
          first: Math.min(...times),
          last: Math.max(...times),
          isCut: false,
        });
      });
    }),
  );
});

test("D5 what happened exactly as long ago as the window is long is not in it", () => {
  const at = (minute: number): Entry => ({ at: minute, hundredths: 100, value: "a" });
  expect(asked([at(0), at(59), at(60)], 60).map(({ count }) => count)).toEqual([1, 2, 2]);
});

test("one key with many entries is cut, and says so", () => {
  const entries = Array.from(
    { length: 9_000 },
    (_, i): Entry => ({ at: i / 1_000, hundredths: 1, value: "a" }),
  );
  const last = asked(entries, 60).at(-1);
  expect(last?.isCut).toBe(true);
  expect(last?.count).toBeGreaterThan(4_000);
});
