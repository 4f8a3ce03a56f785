/**
 * When it was, of what somebody tells: the days and clocks a sentence names (`On 24 October around 4 pm`, `昨晚七点四十`), read by
 * chrono, and the day a statement has come to by then.
 *
 * What to know to trust it: an hour alone (`at 7`, `一点`) is no clock, for it is a number or a little as often. A clock without its day
 * is of the day the statement speaks of; where none was named, the last such one before the moment the entry bears, or one up to three
 * hours after it: people write down when a thing began, and tell what followed. No day is later than the entry's own.
 */
import * as de from "chrono-node/de";
import * as en from "chrono-node/en";
import * as es from "chrono-node/es";
import * as fr from "chrono-node/fr";
import * as id from "chrono-node/id";
import * as it from "chrono-node/it";
import * as ja from "chrono-node/ja";
import * as pt from "chrono-node/pt";
import * as zh from "chrono-node/zh/hans";
import { minutesPerDay } from "../model/index.ts";

/** Of the local calendar: days since 1970, minutes of the day. */
export interface MomentNamed {
  /** Where in the text it begins and ends. */
  readonly at: number;
  readonly end: number;
  readonly day?: number;
  /** Only that it was such a day of the week. */
  readonly isWeekday?: true;
  /** The day after the one the statement has come to. */
  readonly isNextDay?: true;
  readonly clock?: { readonly from: number; readonly to: number };
}

interface Chrono {
  parse(
    text: string,
    reference: Date,
  ): readonly { readonly index: number; readonly text: string; readonly start: Components }[];
}
interface Components {
  get(part: "year" | "month" | "day" | "hour" | "minute"): number | null;
  isCertain(part: "day" | "weekday" | "hour" | "minute" | "meridiem"): boolean;
}

/** Those whose words are of these letters, the likelier first: what one finds nothing in is read by the next. */
function readersOf(text: string, isMonthFirst: boolean): readonly Chrono[] {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return [ja.casual];
  if (/\p{sc=Han}/u.test(text)) return [zh.casual];
  return [isMonthFirst ? en.casual : en.GB, de.casual, fr.casual, es.casual, pt.casual, it.casual, id.casual];
}

const nextDay =
  /\bnext (?:day|morning|afternoon|evening)\b|\b(?:day|morning) after\b|第二天|次日|隔天|翌日|翌朝|am nächsten (?:tag|morgen)|le lendemain|al día siguiente|no dia seguinte|il giorno dopo/giu;
/** `gleich am Morgen`, `that day`: of the day it speaks of, and no other. */
const isSameDay =
  /^\s*(?:this|that|dies\p{L}*|ce|ese|esta|nesse|quel)?\s*(?:morning|day|morgen|matin|mañana|manhã|mattina)\s*$|^(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜晚|半夜|深夜|当晚|当天)$/iu;
/** A clock has a figure; `早上` is no hour. */
const hasHour =
  /\d|[零一二两三四五六七八九十]|noon|midnight|mittag|mitternacht|midi|minuit|mediod[ií]a|meio-dia|meia-noite|正午|中午/iu;
/** When it is told, and no day it was. */
const isNow =
  /^(?:(?:right |just )?now|现在|目前|此刻|今|いま|jetzt|ahora|agora|maintenant|adesso|ora|sekarang)$/iu;
/** `do`, `mi` and `mon` are short for days, and words of their own in the next language. */
const isShort = /^[\p{sc=Latin}]{1,3}\.?$/u;
/** `夜里11点多`: within the hour. */
const orSo = /^\s*(?:多|几分|过后?|ish\b)/u;

/** In the order they stand; a day and a clock beside each other are one. `today`: days since 1970 of the entry. */
export function momentsIn(
  text: string,
  { today, isMonthFirst }: { readonly today: number; readonly isMonthFirst: boolean },
): readonly MomentNamed[] {
  // At noon of that day as this machine counts it: some of chrono's readers know no other zone, and none then has a say.
  const day = new Date(today * 86_400_000);
  const reference = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  const next = [...text.matchAll(nextDay)].map(
    ({ 0: words, index }): MomentNamed => ({ at: index, end: index + words.length, isNextDay: true }),
  );
  for (const reader of readersOf(text, isMonthFirst)) {
    const read = reader.parse(inFigures(text), reference).flatMap((each) => momentOf(each, { text, today }));
    if (read.length > 0 || next.length > 0) return joined([...next, ...apartFrom(read, next)], text);
  }
  return [];
}

/** Of the same length: quarters of an hour, which chrono takes for minutes. */
const inFigures = (text: string): string => text.replaceAll("点一刻", "点15").replaceAll("点三刻", "点45");

function momentOf(
  { index: first, text: found, start }: ReturnType<Chrono["parse"]>[number],
  { text, today }: { readonly text: string; readonly today: number },
): readonly MomentNamed[] {
  const words = found.replace(/^[\s，,]+/u, "");
  const index = first + found.length - words.length;
  const [hour, minute] = [start.get("hour") ?? 0, start.get("minute") ?? 0];
  const isClock =
    start.isCertain("hour") &&
    hasHour.test(words) &&
    (start.isCertain("meridiem") || minute !== 0 || /\d[:：.]\d\d/.test(words));
  if (isNow.test(words) || isShort.test(words)) return [];
  const isDay = (start.isCertain("day") || start.isCertain("weekday")) && !isSameDay.test(words);
  if (!(isClock || isDay)) return [];
  const end = index + words.length;
  const from = hour * 60 + minute;
  const clock = { from, to: from + (orSo.test(text.slice(end)) ? 59 : 0) };
  const named =
    Date.UTC(start.get("year") ?? 1970, (start.get("month") ?? 1) - 1, start.get("day") ?? 1) / 86_400_000;
  const isWeekday = isDay && !start.isCertain("day");
  return [
    {
      at: index,
      end,
      ...(isDay ? { day: past(named, isWeekday, today) } : {}),
      ...(isWeekday ? { isWeekday } : {}),
      ...(isClock ? { clock } : {}),
    },
  ];
}

/** What is told was: a day of the week is the last such one, a day of the year of this year or the one before. */
function past(named: number, isWeekday: boolean, today: number): number {
  if (named <= today) return named;
  if (isWeekday) return named - 7;
  const day = new Date(named * 86_400_000);
  return Date.UTC(day.getUTCFullYear() - 1, day.getUTCMonth(), day.getUTCDate()) / 86_400_000;
}

const apartFrom = (read: readonly MomentNamed[], others: readonly MomentNamed[]): readonly MomentNamed[] =>
  read.flatMap((each) => {
    const isIn = others.some(({ at, end }) => each.at < end && at < each.end);
    const { day: _day, ...clock } = each;
    return !isIn ? [each] : each.clock === undefined ? [] : [clock];
  });

const fewLetters = 14;
const isRange = /^\s*(?:[-–—~]|to|and|until|till|bis|und|à|et|a|y|e|到|至|和|から)\s*$/iu;

/** `On 24 October` `around` `4 pm` are one moment, `8 pm` `and` `9 pm` one time. */
function joined(all: readonly MomentNamed[], text: string): readonly MomentNamed[] {
  const moments: MomentNamed[] = [];
  for (const each of [...all].sort((a, b) => a.at - b.at)) {
    const last = moments.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, each.at);
    const isDayOf = (one: MomentNamed) => one.day !== undefined || one.isNextDay === true;
    const isOne =
      last !== undefined &&
      between.length <= fewLetters &&
      !/[，。；;.!?！？]/u.test(between) &&
      ((isDayOf(last) && last.clock === undefined && !isDayOf(each)) ||
        (last.clock !== undefined && !isDayOf(last) && isDayOf(each) && each.clock === undefined));
    const isSpan =
      last?.clock !== undefined && each.clock !== undefined && !isDayOf(each) && isRange.test(between);
    if (last !== undefined && isOne) moments[moments.length - 1] = { ...last, ...each, at: last.at };
    else if (last?.clock !== undefined && each.clock !== undefined && isSpan)
      moments[moments.length - 1] = {
        ...last,
        end: each.end,
        clock: { from: last.clock.from, to: Math.max(last.clock.from, each.clock.to) },
      };
    else moments.push(each);
  }
  return moments;
}

/** What an entry bears, and the day its statement has come to; minutes since 1970 (UTC). */
export interface EntryMoment {
  readonly from: number;
  readonly to: number;
  readonly isDay: boolean;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

/** How long after the moment an entry bears what it tells may have gone on. */
const followsMinutes = 180;

export interface MomentTold {
  readonly from: number;
  readonly to: number;
  /** The day the statement speaks of from here on; absent: it has named none. */
  readonly day?: number;
}

/** `Saturday`, after the 26th was named: the Saturday beside it. */
function nearest(
  day: number,
  { before, today }: { readonly before: number; readonly today: number },
): number {
  const beside = before + ((((day - before) % 7) + 10) % 7) - 3;
  return beside > today ? beside - 7 : beside;
}

export const dayOfEntry = ({ from, offset }: EntryMoment): number =>
  Math.floor((from + offset) / minutesPerDay);

/** When it was, by what a sentence names and by the day that was named before it. */
export function momentTold(
  named: MomentNamed | undefined,
  before: number | undefined,
  entry: EntryMoment,
): MomentTold {
  const today = dayOfEntry(entry);
  const next = (before ?? today) + 1;
  const dated =
    named?.day !== undefined && named.isWeekday === true && before !== undefined
      ? nearest(named.day, { before, today })
      : named?.day;
  const day = named?.isNextDay === true ? Math.min(next, today) : (dated ?? before);
  const said = day === undefined ? {} : { day };
  const midnight = (day ?? today) * minutesPerDay - entry.offset;
  if (named?.clock === undefined)
    return day === undefined || (day === today && !entry.isDay)
      ? { from: entry.from, to: entry.to, ...said }
      : { from: midnight, to: midnight + minutesPerDay, ...said };
  const { from, to } = named.clock;
  const isEarlier = day === undefined && !entry.isDay && midnight + from > entry.from + followsMinutes;
  const at = midnight + from - (isEarlier ? minutesPerDay : 0);
  return { from: at, to: at + (to - from), ...said };
}
