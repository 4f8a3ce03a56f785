/**
 * Texts that somebody wrote down or copied out of their phone, one below the other: `2026-11-21 23:20 95588: 【工商银行】…`, `[21/11/2026,
 * 23:20] HSBC: …`, or the sender and the moment on a line of their own with the text below. A family has no export at midnight; they
 * have this. A row is a message, its place the line it begins on; lines before the first are nobody's.
 *
 * Where the day may be the month too and no other message tells, no day is read. The clock is the phone's, whose zone nobody says.
 */
import type { RecordRow } from "../model/index.ts";
import { complaining, type EntriesGiven, type EntriesRead, type EntryReader, noMoment } from "./entries.ts";
import { ordersTold } from "./guess.ts";
import { isSender, kept, present } from "./private.ts";
import { readMoment } from "./values.ts";

export const messagesReader: EntryReader = { isLike, read: readMessages };

const day = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})`;
const clock = String.raw`(?:(?:凌晨|早上|上午|中午|下午|晚上|深夜) ?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?`;
const moment = `(?<day>${day}),?[ T]+(?<clock>${clock})`;
/** What a sender is called: a number or a name, and no sentence. */
const sender = String.raw`(?<sender>[^:：【\[,，;；\t]{1,40}?)`;
/** The moment first, then who sent it, then the text; whose text begins with a name in brackets needs no other. */
const inOneLine = new RegExp(
  `^\\[?${moment}\\]?[ ]*(?:[-–—|][ ]*)?(?:${sender}[ ]*[:：][ ]*(?<text>.*)|(?<signed>【.*))$`,
);
/** Who sent it and when, on a line of their own. */
const headings = [
  new RegExp(`^\\[?${moment}\\]?[ ]*(?:[-–—|][ ]*)?${sender}[:：]?$`),
  new RegExp(`^${sender}[ :：,，]+[（(]?${moment}[）)]?[:：]?$`),
];

interface Message {
  readonly line: number;
  readonly day: string;
  readonly clock: string;
  readonly sender: string | undefined;
  readonly lines: string[];
}

function messagesIn(text: string): readonly Message[] {
  const found: Message[] = [];
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.replaceAll(/[\u00a0\u3000 ]+/g, " ").trim();
    const groups = [inOneLine, ...headings]
      .map((each) => each.exec(line)?.groups)
      .find((each) => each !== undefined);
    if (groups === undefined) {
      found.at(-1)?.lines.push(line);
      continue;
    }
    found.push({
      line: i + 1,
      day: groups["day"] ?? "",
      clock: groups["clock"] ?? "",
      sender: groups["sender"]?.replace(/^(?:来自|发件人|from)[ :：]*/iu, "").trim(),
      lines: [groups["text"] ?? groups["signed"] ?? ""],
    });
  }
  return found;
}

/** A note may begin with a moment too; of texts every line does that begins one, and what they say is more than a cell. */
function isLike(head: string): boolean {
  const first = head.split(/\r\n|\n|\r/).find((line) => line.trim() !== "") ?? "";
  const messages = messagesIn(head);
  const [one] = messages;
  if (one === undefined || /\t|;.*;|,.*,.*,/.test(first.replace(new RegExp(moment), ""))) return false;
  const isBegun = head
    .split(/\r\n|\n|\r/)
    .slice(0, one.line - 1)
    .every((line) => line.trim().length <= 60);
  const said = messages.filter(({ lines }) => lines.join(" ").trim().length >= 8);
  return isBegun && said.length * 2 > messages.length;
}

function readMessages({ file, text }: EntriesGiven): EntriesRead {
  const { told, complain } = complaining(file);
  const messages = messagesIn(text);
  const orders = ordersTold(messages.map((each) => each.day));
  const [order = "year-first"] = orders ?? [];
  const isOrderKnown = orders === undefined || orders.size === 1;
  const rows: RecordRow[] = [];
  for (const { line, day: date, clock: hour, sender: from, lines } of messages) {
    const isYearFirst = /^\d{4}/.test(date);
    const read = readMoment(`${date.replace(/日$/, "").replaceAll(/[年月]/g, "-")} ${plainClock(hour)}`, {
      order: isYearFirst ? "year-first" : order,
    });
    if (read?.clock === undefined || !(isYearFirst || isOrderKnown)) {
      complain(line, "record/unreadable-row", noMoment, date);
      continue;
    }
    rows.push({
      at: { file, row: line },
      time: `${read.date}T${read.clock}+00:00`,
      zone: "unknown",
      kind: "text",
      direction: from !== undefined && /^(?:我|me|you|ich|moi|yo|eu)$/iu.test(from) ? "out" : "in",
      ...present("counterparty", senderOf(from)),
      ...present("description", kept(lines.join(" "))),
    });
  }
  return { source: "messages", declared: {}, rows, complaints: told };
}

const senderOf = (from: string | undefined): string | undefined =>
  from === undefined ? undefined : isSender(from) ? from : kept(from);

/** `晚上11:20` is `23:20`. */
function plainClock(text: string): string {
  const [, half = "", hour = "", rest = ""] = /^(\p{sc=Han}*) ?(\d{1,2})[:：](.*)$/u.exec(text) ?? [];
  const isLater =
    /中午|下午|晚上/.test(half) && Number(hour) < 12 && !(half === "中午" && Number(hour) >= 11);
  const isMidnight = /凌晨|深夜|晚上/.test(half) && Number(hour) === 12;
  const shown = isMidnight ? "0" : isLater ? String(Number(hour) + 12) : hour;
  return `${shown}:${rest.replaceAll("：", ":")}`;
}
