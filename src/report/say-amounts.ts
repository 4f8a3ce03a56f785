/** Durations, moments and money as people say them. */
import { minutesPerDay, minutesPerWeek } from "../model/index.ts";
import { type Both, both, counted, groupDigits, type Lang } from "./words.ts";

interface Unit {
  readonly minutes: number;
  readonly long: Both<(count: number) => string>;
  /** Short enough for a column. */
  readonly short: Both<string>;
}
const second: Unit = {
  minutes: 1 / 60,
  long: both(
    (count: number) => counted(count, "second"),
    (count) => `${groupDigits(count)} 秒`,
  ),
  short: both("s", "秒"),
};
const units: readonly Unit[] = [
  {
    minutes: minutesPerDay,
    long: both(
      (count: number) => counted(count, "day"),
      (count) => `${groupDigits(count)} 天`,
    ),
    short: both("d", "天"),
  },
  {
    minutes: 60,
    long: both(
      (count: number) => counted(count, "hour"),
      (count) => `${groupDigits(count)} 小时`,
    ),
    short: both("h", "小时"),
  },
  {
    minutes: 1,
    long: both(
      (count: number) => counted(count, "minute"),
      (count) => `${groupDigits(count)} 分钟`,
    ),
    short: both("min", "分"),
  },
];

/**
 * A duration as counts of units: the two largest, for a third says nothing more; under a minute, seconds. What is left
 * of a whole hour is left out: a day at the earliest, or for a day, is not told as a day and an hour.
 */
function partsOf(minutes: number): readonly (readonly [count: number, unit: Unit])[] {
  if (minutes > 0 && minutes < 1) return [[Math.max(1, Math.round(minutes * 60)), second]];
  const first = units.findIndex((unit) => Math.round(minutes) >= unit.minutes);
  const shown = first < 0 ? units.slice(-1) : units.slice(first, first + 2);
  const smallest = shown.at(-1)?.minutes ?? 1;
  let left = Math.floor(Math.round(minutes) / smallest) * smallest;
  const parts: (readonly [number, Unit])[] = [];
  for (const unit of shown) {
    const count = Math.floor(left / unit.minutes);
    left -= count * unit.minutes;
    if (count > 0 || (parts.length === 0 && unit.minutes === smallest)) parts.push([count, unit]);
  }
  return parts;
}

/** `95` → `1 hour 35 minutes`, `1 小时 35 分钟`. */
export const sayDuration = (minutes: number, lang: Lang): string =>
  partsOf(minutes)
    .map(([count, { long }]) => long[lang](count))
    .join(" ");

/** Short enough for a column: `35 min`, `1 h 35 min`, `3 d`; in Chinese `35 分`, `1 小时 35 分`, `3 天`. */
export const sayShortDuration = (minutes: number, lang: Lang): string =>
  partsOf(minutes)
    .map(([count, { short }]) => `${groupDigits(count)} ${short[lang]}`)
    .join(" ");

const offsetWords = both(
  (duration: string) => `${duration} in`,
  (duration) => `出事后 ${duration}`,
);

/** A moment after it began: `2 h 9 min in`, `出事后 2 小时 9 分`. Never as a clock: “2:09” is read as nine past two. */
export const sayOffset = (minutes: number, lang: Lang): string =>
  offsetWords[lang](sayShortDuration(Math.round(minutes), lang));

const dayNames: Readonly<Record<Lang, readonly string[]>> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
};

/** The minute of the week as a weekday and a time: `Fri 20:05`. */
export function sayMoment(minuteOfWeek: number, lang: Lang): string {
  const minute = ((Math.round(minuteOfWeek) % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  const inDay = minute % minutesPerDay;
  return `${dayNames[lang][Math.floor(minute / minutesPerDay)] ?? ""} ${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

const localeOf = both("en-GB", "zh-CN");

/** One sum, or between which two it lies. */
export function sayRange(
  { amount, atLeast }: { readonly amount: number; readonly atLeast?: number | undefined },
  currency: string | undefined,
  lang: Lang,
): string {
  const most = sayMoney(amount, currency, lang);
  if (atLeast === undefined || atLeast >= amount) return most;
  const least = sayMoney(atLeast, currency, lang);
  return lang === "en" ? `${least} to ${most}` : `${least} 到 ${most}`;
}

/** Money with its currency where one is known; cents only where there are some. */
export function sayMoney(amount: number, currency: string | undefined, lang: Lang): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const locale = localeOf[lang];
  if (currency === undefined || !/^[A-Za-z]{3}$/.test(currency)) {
    const plain = new Intl.NumberFormat(locale, options).format(amount);
    return currency === undefined ? plain : `${plain} ${currency}`;
  }
  return new Intl.NumberFormat(locale, { ...options, style: "currency", currency }).format(amount);
}

/** `2020-09-04` → `4 September 2020`, `2020 年 9 月 4 日`; what is no whole date stays as it is. */
export function sayDate(date: string, lang: Lang): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (match === null) return date;
  const [, year = "", month = "", day] = match;
  return dateWords[lang]({ year, month: Number(month), day: day === undefined ? undefined : Number(day) });
}

/** `23:09 on 4 September`, `9 月 4 日 23:09`: as it is said aloud, where the year is plain. */
export function sayTimeOn(
  { day, time }: { readonly day: string; readonly time: string },
  lang: Lang,
): string {
  const [, month = 0, ofMonth = 0] = day.split("-").map(Number);
  return timeOnWords[lang]({ time, month, day: ofMonth });
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface DateParts {
  readonly year: string;
  readonly month: number;
  readonly day: number | undefined;
}
const timeOnWords = both(
  ({ time, month, day }: { readonly time: string; readonly month: number; readonly day: number }) =>
    `${time} on ${day} ${monthNames[month - 1] ?? month}`,
  ({ time, month, day }) => `${month} 月 ${day} 日 ${time}`,
);
const dateWords = both(
  ({ year, month, day }: DateParts) =>
    `${day === undefined ? "" : `${day} `}${monthNames[month - 1] ?? month} ${year}`,
  ({ year, month, day }) => `${year} 年 ${month} 月${day === undefined ? "" : ` ${day} 日`}`,
);
