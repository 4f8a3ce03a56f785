/** Durations, moments and money in words. */
import { expect, test } from "vitest";
import { sayDate, sayDuration, sayMoment, sayMoney, sayOffset, sayShortDuration } from "./say-amounts.ts";

test.each([
  [0, "0 minutes", "0 分钟"],
  [0.5, "30 seconds", "30 秒"],
  [1, "1 minute", "1 分钟"],
  [59.6, "1 hour", "1 小时"],
  [95, "1 hour 35 minutes", "1 小时 35 分钟"],
  [1440, "1 day", "1 天"],
  [1439.8, "1 day", "1 天"],
  [1505, "1 day 1 hour", "1 天 1 小时"],
  [1472, "1 day", "1 天"],
  [7200, "5 days", "5 天"],
  [43_200 * 12, "360 days", "360 天"],
])("%d minutes are %s, %s", (minutes, en, zh) => {
  expect([sayDuration(minutes, "en"), sayDuration(minutes, "zh")]).toEqual([en, zh]);
});

test("short for a column", () => {
  expect(
    [1, 35, 95, 2880].flatMap((minutes) => [
      sayShortDuration(minutes, "en"),
      sayShortDuration(minutes, "zh"),
    ]),
  ).toEqual(["1 min", "1 分", "35 min", "35 分", "1 h 35 min", "1 小时 35 分", "2 d", "2 天"]);
});

test("a moment after the start, and of the week", () => {
  expect([0, 5, 129.4, 1560, 6000].map((minutes) => sayOffset(minutes, "en"))).toEqual([
    "0 min in",
    "5 min in",
    "2 h 9 min in",
    "1 d 2 h in",
    "4 d 4 h in",
  ]);
  expect(sayOffset(129.4, "zh")).toBe("出事后 2 小时 9 分");
  expect([0, 4 * 1440 + 19 * 60 + 30, 10_080, -1].map((minute) => sayMoment(minute, "en"))).toEqual([
    "Mon 00:00",
    "Fri 19:30",
    "Mon 00:00",
    "Sun 23:59",
  ]);
  expect(sayMoment(4 * 1440 + 19 * 60 + 30, "zh")).toBe("周五 19:30");
});

test("money has its currency where one is known", () => {
  expect([
    sayMoney(15_000, "CNY", "zh"),
    sayMoney(15_000, "CNY", "en"),
    sayMoney(99.5, "EUR", "en"),
    sayMoney(7, undefined, "en"),
    sayMoney(7, "gold", "en"),
    sayMoney(7, "ZZZ", "en"),
  ]).toEqual(["¥15,000", "CN¥15,000", "€99.50", "7", "7 gold", "ZZZ\u00a07"]);
});

test("dates", () => {
  expect(
    ["2020-09-04", "2020-09", "2020", "person file"].flatMap((date) => [
      sayDate(date, "en"),
      sayDate(date, "zh"),
    ]),
  ).toEqual([
    "4 September 2020",
    "2020 年 9 月 4 日",
    "September 2020",
    "2020 年 9 月",
    "2020",
    "2020",
    "person file",
    "person file",
  ]);
});
