/**
 * Durations, opening hours and dates as the files write them. Time is counted in minutes; an hour of the week is a
 * minute from Monday 00:00. Every parser gives `undefined` for text it cannot read and leaves the complaint to the caller.
 */

export interface Takes {
  /** Minutes: never less than this; "not before" rests on it. */
  readonly min: number;
  readonly likely: number;
  readonly max: number;
}

export const minutesPerDay = 24 * 60;
export const minutesPerWeek = 7 * minutesPerDay;

/** The minute of the week, from Monday 00:00, of a minute since 1970 on a clock so many minutes east of UTC. */
export function minuteOfWeek(minutes: number, zoneMinutes: number): number {
  // The first of January 1970 was a Thursday.
  const local = minutes + zoneMinutes + 3 * minutesPerDay;
  return ((local % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
}

/** A week is [Monday 00:00, next Monday 00:00); windows are half-open, sorted and do not overlap. */
export type Windows = readonly (readonly [number, number])[];

const unitSeconds: Readonly<Record<string, bigint>> = {
  s: 1n,
  m: 60n,
  h: 3_600n,
  d: 86_400n,
  w: 604_800n,
};
/** Ten years: longer than any flow, short enough that sums of them stay exact. */
const durationMax = 10 * 366 * minutesPerDay;

/**
 * `30s`, `5m`, `1h30m`, `24h`, `3d`, `2w` in minutes. Counted in whole seconds, so that the same time written in two
 * ways is one number; what is no whole number of seconds (`0.1s`) is no duration of ours.
 */
export function parseDuration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d{1,9})(?:\.(\d{1,9}))?([smhdw])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return undefined;
  let seconds = 0n;
  for (const [, whole = "0", fraction = "", unit = "s"] of parts) {
    const scaled = BigInt(whole + fraction) * (unitSeconds[unit] ?? 0n);
    const scale = 10n ** BigInt(fraction.length);
    if (scaled % scale !== 0n) return undefined;
    seconds += scaled / scale;
  }
  const minutes = Number(seconds) / 60;
  return minutes <= durationMax ? minutes : undefined;
}

/**
 * The same minutes to the second: six times ten seconds are one minute, which a sum of sixths is not. Times that were
 * added up are compared, and told, through this.
 */
export const toWholeSeconds = (minutes: number): number => Math.round(minutes * 60) / 60;

/** `90` → `1h30m`; whole units only, the shortest way to say it. */
export function formatDuration(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  if (seconds === 0) return "0m";
  const units = [
    ["d", 86400],
    ["h", 3600],
    ["m", 60],
    ["s", 1],
  ] as const;
  let left = seconds;
  let text = "";
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    if (count > 0) text += `${count}${unit}`;
    left -= count * size;
  }
  return text;
}

const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * `always`, `09:00-18:00`, `mon-fri 09:00-17:00, sat 10:00-14:00`; a span may run past midnight (`22:00-06:00`). One
 * that ends when it begins may mean the whole day or nothing, and is not read: the day is `00:00-24:00`.
 */
export function parseHours(text: string): Windows | undefined {
  const trimmed = text.trim();
  if (trimmed === "always" || trimmed === "24h" || trimmed === "24/7") return [[0, minutesPerWeek]];
  if (trimmed === "never") return [];
  const windows: [number, number][] = [];
  for (const part of trimmed.split(",")) {
    const match = /^(?:([a-z]{3})(?:-([a-z]{3}))?\s+)?(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(part.trim());
    if (match === null) return undefined;
    const [, firstDay, lastDay, fromHour, fromMinute, toHour, toMinute] = match;
    const first = firstDay === undefined ? 0 : dayNames.indexOf(firstDay);
    const last = firstDay === undefined ? 6 : lastDay === undefined ? first : dayNames.indexOf(lastDay);
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    if (
      first < 0 ||
      last < 0 ||
      from >= minutesPerDay ||
      to > minutesPerDay ||
      from === to ||
      Number(fromMinute) > 59 ||
      Number(toMinute) > 59
    )
      return undefined;
    for (let i = 0; i <= (last - first + 7) % 7; i += 1) {
      const start = ((first + i) % 7) * minutesPerDay + from;
      const end = start + (to > from ? to - from : minutesPerDay - from + to);
      if (end <= minutesPerWeek) windows.push([start, end]);
      else windows.push([start, minutesPerWeek], [0, end - minutesPerWeek]);
    }
  }
  return mergeWindows(windows);
}

function mergeWindows(windows: readonly (readonly [number, number])[]): Windows {
  const merged: [number, number][] = [];
  for (const [from, to] of [...windows].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export const isAlways = (windows: Windows): boolean =>
  windows.length === 1 && windows[0]?.[0] === 0 && windows[0][1] === minutesPerWeek;

/** What is open in both. */
export function intersectWindows(a: Windows, b: Windows): Windows {
  const both: [number, number][] = [];
  for (const [from, to] of a) {
    for (const [otherFrom, otherTo] of b) {
      const start = Math.max(from, otherFrom);
      const end = Math.min(to, otherTo);
      if (start < end) both.push([start, end]);
    }
  }
  return mergeWindows(both);
}

/** `19:30` or `fri 19:30` as a minute of the week; a time without a day is taken on Monday. */
export function parseMoment(text: string): number | undefined {
  const match = /^(?:([a-z]{3})\s+)?(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [, day, hour, minute] = match;
  const dayNumber = day === undefined ? 0 : dayNames.indexOf(day);
  if (dayNumber < 0 || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return dayNumber * minutesPerDay + Number(hour) * 60 + Number(minute);
}

/**
 * A minute of a told night as its file writes it: a time of day in the first twenty-four hours from the beginning, then with
 * its day, and after a week, or where no clock is told, as a length of time from the beginning.
 */
export function formatTold(minute: number, startsAt: number | undefined): string {
  if (startsAt === undefined || minute >= minutesPerWeek) return formatDuration(minute);
  const moment = (startsAt + Math.ceil(minute)) % minutesPerWeek;
  const two = (count: number) => String(count).padStart(2, "0");
  const ofDay = moment % minutesPerDay;
  const time = `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
  return minute < minutesPerDay ? time : `${dayNames[Math.floor(moment / minutesPerDay)]} ${time}`;
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Is this `2020-09-04`, or a year or month alone (`2020`, `2020-09`)? */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const days = (daysOfMonth[month - 1] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0);
  return day >= 1 && day <= days;
}

/** The day by the clock on the wall where this runs, not in Greenwich: a door asks its clock and hands the day in. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0"))
    .join("-");

/**
 * Is `moment` inside [from, until], both included? A bare year or month stands for all of it: `until: 2020-10` lasts
 * to the end of October, and as of `2020-10` whatever was in force on some day of that month is. Which day it is, only
 * a door knows, and hands in.
 */
export function isInForce({
  from,
  until,
  moment,
}: {
  from?: string | undefined;
  until?: string | undefined;
  moment: string;
}): boolean {
  if (from !== undefined && moment < from && !from.startsWith(moment)) return false;
  return until === undefined || moment <= until || moment.startsWith(until);
}
