/** Durations, opening hours and dates as people write them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dayOf,
  formatDuration,
  intersectWindows,
  isAlways,
  isDate,
  isInForce,
  minutesPerWeek,
  parseDuration,
  parseHours,
  parseMoment,
  toWholeSeconds,
  type Windows,
} from "./time.ts";

test.each([
  ["30s", 0.5],
  ["5m", 5],
  ["1h30m", 90],
  ["24h", 1_440],
  ["3d", 4_320],
  ["2w", 20_160],
  ["1.5h", 90],
  ["0m", 0],
  ["5", undefined],
  ["5 m", undefined],
  ["m5", undefined],
  ["-5m", undefined],
  ["5m!", undefined],
  ["five minutes", undefined],
  ["", undefined],
  ["100w", 1_008_000],
  ["99999w", undefined],
  ["0.1h", 6],
  ["1.5s", undefined],
  ["0.1m", 0.1],
  ["0.001m", undefined],
  ["1.0000000001h", undefined],
  ["9999999999s", undefined],
])("%s is %s minutes", (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

test("the same time is the same number however it is written, and added up by halves of it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 }),
      (seconds) => {
        const sum = seconds.reduce((all, each) => all + each, 0);
        const added = seconds.reduce((all, each) => all + (parseDuration(`${each}s`) ?? Number.NaN), 0);
        expect(toWholeSeconds(added)).toBe(parseDuration(`${sum}s`));
        expect(parseDuration(seconds.map((each) => `${each}s`).join(""))).toBe(parseDuration(`${sum}s`));
        expect(parseDuration(formatDuration(added))).toBe(parseDuration(`${sum}s`));
      },
    ),
  );
  expect(toWholeSeconds([..."123456"].reduce((all) => all + (parseDuration("10s") ?? 0), 0))).toBe(1);
});

test("a duration written is the duration read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds / 60))).toBe(seconds / 60);
    }),
  );
});

const day = 24 * 60;
const every = (from: number, to: number): Windows =>
  Array.from({ length: 7 }, (_, i) => [i * day + from, i * day + to] as const);

test.each<[string, Windows | undefined]>([
  ["always", [[0, minutesPerWeek]]],
  ["24/7", [[0, minutesPerWeek]]],
  ["never", []],
  ["09:00-18:00", every(540, 1_080)],
  [
    "mon-fri 09:00-17:00, sat 10:00-14:00",
    [...every(540, 1_020).slice(0, 5), [5 * day + 600, 5 * day + 840]],
  ],
  ["00:00-24:00", [[0, minutesPerWeek]]],
  ["09:00-12:00, 11:00-13:00", every(540, 780)],
  [
    "sun 23:00-01:00",
    [
      [0, 60],
      [6 * day + 1_380, minutesPerWeek],
    ],
  ],
  [
    "sat-mon 10:00-11:00",
    [
      [600, 660],
      [5 * day + 600, 5 * day + 660],
      [6 * day + 600, 6 * day + 660],
    ],
  ],
  ["9-17", undefined],
  ["25:00-26:00", undefined],
  ["09:60-10:00", undefined],
  ["someday 09:00-10:00", undefined],
  ["mon-fri", undefined],
  ["09:00-09:00", undefined],
  ["00:00-00:00", undefined],
  ["mon-fri 09:00-17:00, sat 24:00-24:00", undefined],
  ["24:00-01:00", undefined],
  ["mon-mon 08:00-10:00", [[480, 600]]],
  ["09:00-00:00", every(540, 1_440)],
  ["", undefined],
])("%s is read as hours of the week", (text, windows) => {
  expect(parseHours(text)).toEqual(windows);
});

test("hours past midnight belong to the evening before", () => {
  const night = parseHours("fri 22:00-06:00") ?? [];
  expect(night).toEqual([[4 * day + 1_320, 5 * day + 360]]);
});

test("what is open in both is open in each, and nothing else is", () => {
  const anyHours = fc.constantFrom(
    "always",
    "never",
    "09:00-17:00",
    "22:00-06:00",
    "mon-fri 08:00-12:00, sat 10:00-24:00",
    "sun 20:00-04:00",
  );
  const isOpen = (windows: Windows, at: number) => windows.some(([from, to]) => from <= at && at < to);
  fc.assert(
    fc.property(anyHours, anyHours, fc.nat(minutesPerWeek - 1), (a, b, at) => {
      const both = intersectWindows(parseHours(a) ?? [], parseHours(b) ?? []);
      expect(isOpen(both, at)).toBe(isOpen(parseHours(a) ?? [], at) && isOpen(parseHours(b) ?? [], at));
    }),
  );
  expect(isAlways(intersectWindows(parseHours("always") ?? [], parseHours("00:00-24:00") ?? []))).toBe(true);
});

test.each([
  ["19:30", 1_170],
  ["fri 19:30", 4 * day + 1_170],
  ["24:00", undefined],
  ["19:60", undefined],
  ["friday 19:30", undefined],
  ["noon", undefined],
])("%s is minute %s of the week", (text, minute) => {
  expect(parseMoment(text)).toBe(minute);
});

test("a day, a month and a year are dates; the 30th of February is none", () => {
  expect(["2020-09-04", "2020-09", "2020", "2020-02-29", "2000-02-29", "2021-12-31"].every(isDate)).toBe(
    true,
  );
  expect(["2021-02-29", "1900-02-29", "2021-04-31", "2020-01-00", "2020-01-32"].some(isDate)).toBe(false);
  expect(["2020-02-30", "2020-13", "2020-00", "2020-9-4", "04.09.2020", "20200904", ""].some(isDate)).toBe(
    false,
  );
});

test("a day is the one on the wall, late in the evening too", () => {
  expect(dayOf(new Date(2026, 0, 2, 23, 59, 59))).toBe("2026-01-02");
  expect(dayOf(new Date(2026, 11, 31, 0, 0, 0))).toBe("2026-12-31");
});

test.each([
  // from, until, the day asked about, is it in force?
  ["2020-09-04", "2020-10-19", "2020-09-04", true],
  ["2020-09-04", "2020-10-19", "2020-10-19", true],
  ["2020-09-04", "2020-10-19", "2020-10-20", false],
  ["2020-09-04", "2020-10-19", "2020-09-03", false],
  [undefined, "2020-10", "2020-10-31", true],
  [undefined, "2020-10", "2020-11-01", false],
  ["2020-09", undefined, "2020-09-01", true],
  ["2020-09", undefined, "2020-08-31", false],
  // A month or a year asked about: was it so on some day of it?
  ["2020-09-04", undefined, "2020-09", true],
  ["2020-09-04", undefined, "2020", true],
  ["2020-10-01", undefined, "2020-09", false],
  [undefined, "2020-09-04", "2020-09", true],
  [undefined, "2020-09-04", "2020-10", false],
  [undefined, "2019", "2020", false],
  // What begins one day has not begun, what ends one day is not over.
  ["2031-01-01", undefined, "2026-11-28", false],
  [undefined, "2099-12-31", "2026-11-28", true],
  [undefined, undefined, "2026-11-28", true],
])("from %s until %s, asked of %s: %s", (from, until, moment, expected) => {
  expect(isInForce({ from, until, moment })).toBe(expected);
});
