/** Durations, moments and money as people say them. */
import { minutesPerDay, minutesPerWeek } from "../model/index.ts";
import { groupDigits, type Lang } from "./words.ts";

const units: readonly (readonly [minutes: number, en: string, zh: string])[] = [
  [minutesPerDay, "day", "天"],
  [60, "hour", "小时"],
  [1, "minute", "分钟"],
];

/** `95` → `1 hour 35 minutes`, `1 小时 35 分钟`; the two largest units, for a third says nothing more. */
export function sayDuration(minutes: number, lang: Lang): string {
  if (minutes > 0 && minutes < 1) {
    const seconds = Math.max(1, Math.round(minutes * 60));
    return lang === "zh" ? `${seconds} 秒` : `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  }
  const first = units.findIndex(([size]) => Math.round(minutes) >= size);
  const shown = first < 0 ? units.slice(-1) : units.slice(first, first + 2);
  const smallest = shown.at(-1)?.[0] ?? 1;
  let left = Math.round(minutes / smallest) * smallest;
  const parts: string[] = [];
  for (const [size, en, zh] of shown) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || (parts.length === 0 && size === smallest))
      parts.push(
        lang === "zh"
          ? `${groupDigits(count)} ${zh}`
          : `${groupDigits(count)} ${count === 1 ? en : `${en}s`}`,
      );
  }
  return parts.join(" ");
}

/** Short enough for a column: `35 min`, `1 h 35 min`, `3 d`; in Chinese `35 分`, `1 时 35 分`, `3 天`. */
export function sayShortDuration(minutes: number, lang: Lang): string {
  const long = sayDuration(minutes, "en");
  const [day, hour, minute, second] = lang === "zh" ? ["天", "时", "分", "秒"] : ["d", "h", "min", "s"];
  return long
    .replace(/ days?/, ` ${day}`)
    .replace(/ hours?/, ` ${hour}`)
    .replace(/ minutes?/, ` ${minute}`)
    .replace(/ seconds?/, ` ${second}`);
}

/** A moment after the start as a clock would show it: `0:35`, `1:05`, `26:00`; days from the fourth on. */
export function sayOffset(minutes: number): string {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / minutesPerDay);
  const hours = Math.floor(whole / 60) - (days >= 4 ? days * 24 : 0);
  const clock = `${hours}:${String(whole % 60).padStart(2, "0")}`;
  return days >= 4 ? `${days}d ${clock}` : clock;
}

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

/** Money with its currency where one is known; cents only where there are some. */
export function sayMoney(amount: number, currency: string | undefined, lang: Lang): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
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
  if (lang === "zh") return `${year} 年 ${Number(month)} 月${day === undefined ? "" : ` ${Number(day)} 日`}`;
  return `${day === undefined ? "" : `${Number(day)} `}${monthNames[Number(month) - 1] ?? month} ${year}`;
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
