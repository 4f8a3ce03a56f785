/**
 * A statement as the sentences it is told in, and the moment each of them names. A family writes one text: `19:30手机被偷，20:10
 * 建行被转走两万`, or `At 8:16 pm somebody sent 2,000. I never made it.` Each sentence is heard by itself, at its own clock.
 *
 * What to know to trust it: a clock without its day is taken for the last such one before the moment the entry bears, or for one up
 * to three hours after it, for people write down when a thing began and tell what followed. Sentences are those of the Unicode
 * rules (UAX 29, by `Intl.Segmenter`), joined again behind an abbreviation.
 */
import { minutesPerDay } from "../model/index.ts";

/** What is told at one moment, or between two; minutes after the midnight the entry's day began, absent: none is named. */
export interface SentenceTold {
  readonly says: string;
  readonly clock?: ClockRead;
}

export interface Clock {
  readonly from: number;
  readonly to: number;
  /** A day it says itself: 1 is the next one. */
  readonly days?: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const abbreviated =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|nr|inc|ltd|co|vs|approx|ca|z\.b|a\.m|p\.m|sr|sra)\.\s*$/iu;

/** In order, nothing left out; one where it is one. */
export function sentencesIn(says: string): readonly SentenceTold[] {
  const sentences: string[] = [];
  for (const line of says.split(/\n+/))
    for (const { segment } of segmenter.segment(line)) {
      const last = sentences.at(-1);
      if (last !== undefined && abbreviated.test(last)) sentences[sentences.length - 1] = last + segment;
      else if (segment.trim() !== "") sentences.push(segment);
    }
  return sentences.flatMap((sentence) => byClock(sentence.trim()));
}

/** A sentence that names several moments, in the parts that each name one. */
function byClock(sentence: string): readonly SentenceTold[] {
  const parts: SentenceTold[] = [];
  for (const clause of sentence.split(/(?<=[，；;]|,(?!\d))/u)) {
    const last = parts.at(-1);
    const clock = clockIn(clause);
    if (last === undefined || (clock !== undefined && last.clock !== undefined))
      parts.push({ says: clause, ...(clock === undefined ? {} : { clock }) });
    else {
      const joined = clock ?? last.clock;
      parts[parts.length - 1] = {
        says: last.says + clause,
        ...(joined === undefined ? {} : { clock: joined }),
      };
    }
  }
  return parts.map((part) => ({ ...part, says: part.says.replace(/[，；;,\s]+$/u, "").trim() }));
}

const digitsZh = "零一二三四五六七八九";
const numberZh = "[零一二两三四五六七八九十]{1,3}";
/** `2026-11-14` and `12.30` are no clocks, nor is a sum with a colon before it. */
const clocks: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => ClockRead | undefined;
}[] = [
  {
    pattern:
      /(?<![\d:.])(?<h>[01]?\d|2[0-4])[:：](?<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])\s*(?<half>[ap]\.?\s?m\b\.?)?/giu,
    read: ({ groups = {} }) => clockOf(Number(groups["h"]), Number(groups["m"]), halfOf(groups["half"])),
  },
  {
    pattern: /(?<![\d:.,$£€])(?<h>1[0-2]|[1-9])\s?(?<half>[ap]\.?\s?m\b\.?)/giu,
    read: ({ groups = {} }) => clockOf(Number(groups["h"]), 0, halfOf(groups["half"])),
  },
  {
    pattern: /(?<![\d:.])(?<h>[01]?\d|2[0-4])(?:[.:](?<m>[0-5]\d))?\s?uhr\b/giu,
    read: ({ groups = {} }) => clockOf(Number(groups["h"]), Number(groups["m"] ?? 0)),
  },
  {
    pattern: new RegExp(
      `(?<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|昨晚|今晚|当晚|夜里|半夜|深夜)?\\s?(?:(?<h>[01]?\\d|2[0-4])|(?<zh>${numberZh}))\\s?[点點](?:钟|鐘)?(?:(?<part>半|一刻|三刻)|(?<m>[0-5]?\\d|${numberZh})分?)?(?<about>多|左右|许|前后|钟|鐘)?`,
      "gu",
    ),
    read: readZh,
  },
];

function readZh({ groups = {} }: RegExpExecArray): ClockRead | undefined {
  const { half, h, zh, part, m, about } = groups;
  // `一点` is a little as well; a clock says more than that.
  if (zh !== undefined && half === undefined && part === undefined && m === undefined && about === undefined)
    return undefined;
  const hour = h === undefined ? numberOf(zh ?? "") : Number(h);
  if (hour === undefined || hour > 24) return undefined;
  const minute =
    part !== undefined
      ? { 半: 30, 一刻: 15, 三刻: 45 }[part]
      : m === undefined
        ? 0
        : /^\d+$/.test(m)
          ? Number(m)
          : numberOf(m);
  if (minute === undefined || minute > 59) return undefined;
  const isLate = half !== undefined && /下午|傍晚|晚上|昨晚|今晚|当晚/.test(half) && hour < 12;
  const isNight = half !== undefined && /夜里|半夜|深夜/.test(half) && hour >= 6 && hour < 12;
  const isNoon = half === "中午" && hour < 3;
  const at = (hour + (isLate || isNight || isNoon ? 12 : 0)) * 60 + minute;
  const isBare = half === undefined && hour < 13 && h?.startsWith("0") !== true;
  const lasts = about === "多" ? 59 : 0;
  return {
    from: at,
    to: at + lasts,
    ...(half === "昨晚" ? { days: -1 } : {}),
    ...(isBare ? { isBare } : {}),
  };
}

function numberOf(text: string): number | undefined {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["0", text];
  const of = (part: string | undefined, none: number) =>
    part === undefined || part === "" ? none : part === "两" ? 2 : digitsZh.indexOf(part.at(-1) ?? "");
  const value = (tens === "0" ? 0 : of(tens, 1) * 10) + of(ones, 0);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

const halfOf = (text: string | undefined): "am" | "pm" | undefined =>
  text === undefined ? undefined : /^p/i.test(text) ? "pm" : "am";

/** `isBare`: a clock of twelve hours of which nobody says which half of the day. */
interface ClockRead extends Clock {
  readonly isBare?: boolean;
}

function clockOf(hour: number, minute: number, half?: "am" | "pm"): ClockRead {
  const hours = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  const at = hours * 60 + minute;
  return { from: at, to: at, ...(half === undefined && hour < 13 && hour > 0 ? { isBare: true } : {}) };
}

const nextDay =
  /\bnext (?:day|morning|afternoon|evening|night)\b|\bthe (?:day|morning) after\b|第二天|次日|隔天|翌日/iu;
const dayBefore =
  /\b(?:yesterday|last night|the (?:day|night|evening) before)\b|昨天|昨日|昨晚|前一天|头一天/iu;
/** Between two clocks that are the ends of one time. */
const isRange = /^\s*(?:[-–—~]|to|and|until|till|bis|到|至|和)\s*$/iu;

/** The one moment, or the one span, that a text names; `undefined`: none, or several. */
export function clockIn(text: string): ClockRead | undefined {
  const found = clocks
    .flatMap(({ pattern, read }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const clock = read(match);
        return clock === undefined ? [] : [{ clock, at: match.index, end: match.index + match[0].length }];
      }),
    )
    .sort((a, b) => a.at - b.at || b.end - a.end);
  const apart = found.filter(({ at }, i) => !found.slice(0, i).some((other) => at < other.end));
  const [first, second, ...more] = apart;
  if (first === undefined || more.length > 0) return undefined;
  const days = nextDay.test(text) ? 1 : dayBefore.test(text) ? -1 : first.clock.days;
  const said = days === undefined ? {} : { days };
  if (second === undefined) return { ...first.clock, ...said };
  return isRange.test(text.slice(first.end, second.at))
    ? { from: first.clock.from, to: Math.max(first.clock.to, second.clock.to), ...said }
    : undefined;
}

/** How long after the moment an entry bears what it tells may have gone on. */
const followsMinutes = 180;

/**
 * When it was. `entry`: the minute the entry bears, or at which its day began; `midnight`: of the same local day.
 */
export function momentOf(
  clock: ClockRead,
  { entry, midnight, isDay }: { readonly entry: number; readonly midnight: number; readonly isDay: boolean },
): { readonly from: number; readonly to: number } {
  const lasts = clock.to - clock.from;
  const dated = (from: number): number => midnight + from + (clock.days ?? 0) * minutesPerDay;
  const halves = clock.isBare === true ? [clock.from % 720, (clock.from % 720) + 720] : [clock.from];
  // Of a whole day no half is likelier: as it is written.
  if (isDay) return { from: dated(clock.from), to: dated(clock.from) + lasts };
  const before = (at: number) =>
    clock.days === undefined && at > entry + followsMinutes ? at - minutesPerDay : at;
  const tried = halves.map((from) => before(dated(from)));
  const from = tried.reduce((best, each) => (Math.abs(each - entry) < Math.abs(best - entry) ? each : best));
  return { from, to: from + lasts };
}
