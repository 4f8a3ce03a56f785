/**
 * What must not be forgotten after the first hours, as a calendar any telephone can take (iCalendar, RFC 5545): blocks
 * that end by themselves, and terms that run for or against the owner. Times are in UTC; a reminder rings beforehand.
 */
import type { Catalog } from "../catalog/index.ts";
import { type Institution, minutesPerDay } from "../model/index.ts";
import { termsInForce } from "../respond/index.ts";
import { respondWords } from "./respond-words.ts";
import type { Lang } from "./words.ts";

export interface Reminder {
  /** The same for the same thing, so that taken twice it is there once. */
  readonly id: string;
  /** Minutes since 1970 (UTC). */
  readonly at: number;
  readonly title: string;
  readonly note: string;
}

/** Something done that ends by itself. */
export interface Lapsing {
  readonly id: string;
  readonly doneAt: number;
  readonly holdsMinutes: number;
  readonly title: string;
  readonly reference?: string;
}

export function remindersOfBlocks(blocks: readonly Lapsing[], lang: Lang): readonly Reminder[] {
  const words = respondWords(lang);
  return blocks.map(({ id, doneAt, holdsMinutes, title, reference }) => ({
    id: `lapses-${id}`,
    at: doneAt + holdsMinutes,
    title: words.renew(title),
    note: reference === undefined ? words.renewNote : words.renewReference(reference),
  }));
}

export interface TermsQuestion {
  readonly catalog: Pick<Catalog, "clocks">;
  readonly region: string;
  /** Kinds of institution this person deals with. */
  readonly kinds: ReadonlySet<Institution["kind"]>;
  /** Minutes since 1970: when it was noticed, which most terms are counted from at the earliest. */
  readonly noticedAt: number;
  /** `2026-11-28`. */
  readonly today: string;
  /** The owner paid somebody who lied: terms that run from that are said. */
  readonly hasPaid?: boolean;
}

/**
 * Terms that are counted from a SIM or a device not yet there are not said. From a block they are, at the earliest they can
 * end: of a place nobody has read, nobody knows how long its own block holds.
 */
const countedFrom: readonly string[] = ["learning", "loss", "report", "statement", "block"];

/** Terms of the region, counted from when it was noticed: the earliest they can end, on the careful side. */
export function remindersOfTerms(question: TermsQuestion, lang: Lang): readonly Reminder[] {
  const { catalog, region, kinds, noticedAt, today, hasPaid = false } = question;
  return termsInForce(catalog, { region, today })
    .filter(
      ({ kinds: of, from }) =>
        (countedFrom.includes(from) || (hasPaid && from === "own-payment")) &&
        (of.length === 0 || of.some((kind) => kinds.has(kind))),
    )
    .map(({ id, title, after }) => ({
      id: `term-${id}`,
      at: noticedAt + after,
      title: title[lang],
      note: respondWords(lang).termNote,
    }));
}

/** `madeAt`: minutes since 1970, when the file was made. */
export function calendarText(reminders: readonly Reminder[], madeAt: number): string {
  const lines = reminders.flatMap(({ id, at, title, note }) => [
    "BEGIN:VEVENT",
    `UID:${id.replaceAll(/[^A-Za-z0-9-]/g, "-")}@chainbreak`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${at - madeAt > 2 * minutesPerDay ? 24 : 1}H`,
    "END:VALARM",
    "END:VEVENT",
  ]);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//chainbreak//respond//EN",
    ...lines,
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

const utc = (minutes: number): string =>
  `${new Date(Math.round(minutes) * 60_000).toISOString().slice(0, 16).replaceAll(/[-:]/g, "")}00Z`;

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");

/** A line has at most seventy-five bytes; what is longer goes on after a blank. No letter is cut in two. */
function folded(line: string): string {
  const bytesOf = (letter: string) => new TextEncoder().encode(letter).length;
  const parts: string[] = [];
  let [part, room] = ["", 75];
  for (const letter of line) {
    if (bytesOf(letter) > room) {
      parts.push(part);
      [part, room] = ["", 74];
    }
    part += letter;
    room -= bytesOf(letter);
  }
  return [...parts, part].join("\r\n ");
}
