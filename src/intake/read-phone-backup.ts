/**
 * What "SMS Backup & Restore" saves of an Android phone: texts, picture messages and calls in XML. A moment is milliseconds
 * of Greenwich; the offset follows from the readable date beside it, where there is one. The word "null" is nothing.
 */
import type { RecordRow } from "../model/index.ts";
import {
  complaining,
  cutShort,
  type EntriesGiven,
  type EntriesRead,
  type EntryReader,
  noMoment,
} from "./entries.ts";
import { all, type Element, readMarkup } from "./markup.ts";
import { isSender, kept, present } from "./private.ts";
import { readMoment } from "./values.ts";

export const phoneBackupReader: EntryReader = {
  isLike: (head) => /<(?:smses|calls)[\s>]/.test(head),
  read: readBackup,
};

const textWays: ReadonlyMap<string, readonly ["in" | "out" | "neutral", string?]> = new Map([
  ["1", ["in"]],
  ["2", ["out"]],
  ["3", ["neutral", "draft"]],
  ["4", ["out", "outbox"]],
  ["5", ["out", "failed"]],
  ["6", ["out", "queued"]],
]);
const callWays: typeof textWays = new Map([
  ["1", ["in"]],
  ["2", ["out"]],
  ["3", ["in", "missed"]],
  ["4", ["in", "voicemail"]],
  ["5", ["in", "rejected"]],
  ["6", ["in", "refused"]],
]);

function readBackup({ file, text }: EntriesGiven): EntriesRead {
  const { told, complain } = complaining(file);
  const rows: RecordRow[] = [];
  let declaredRows: number | undefined;
  let source = "sms-backup";
  const read = readMarkup(text, {
    entries: new Set(["sms", "mms", "call"]),
    onOpen(name, attributes) {
      if (name === "calls") source = "call-backup";
      if ((name === "calls" || name === "smses") && /^\d+$/.test(attributes["count"] ?? ""))
        declaredRows = (declaredRows ?? 0) + Number(attributes["count"]);
    },
    onEntry(entry, row, isWhole) {
      if (!isWhole && entry.name === "mms") return complain(row, "record/cut-short", cutShort);
      const time = timeOf(entry);
      if (time === undefined) return complain(row, "record/unreadable-row", noMoment, given(entry, "date"));
      rows.push({ at: { file, row }, time, ...(entry.name === "call" ? callOf(entry) : textOf(entry)) });
    },
  });
  const declared = present("rows", declaredRows);
  if (read.isRefused)
    complain(1, "record/refused-markup", "the file defines entities of its own, which no statement needs");
  else if (read.isCutShort && !told.some(({ code }) => code === "record/cut-short"))
    complain(Math.max(read.entries, 1), "record/cut-short", cutShort);
  return { source, declared, rows, complaints: told };
}

function given({ attributes }: Element, name: string): string | undefined {
  const text = attributes[name];
  return text === undefined || text === "null" || text.trim() === "" ? undefined : text;
}

const numberOf = (number: string | undefined): string | undefined =>
  number === undefined ? undefined : isSender(number.trim()) ? number.trim() : kept(number);

const simOf = (entry: Element): string | undefined => {
  const sim = given(entry, "sub_id") ?? given(entry, "subscription_id") ?? given(entry, "sim_slot");
  return sim === undefined || sim === "-1" ? undefined : `SIM ${sim.slice(-4)}`;
};

function callOf(entry: Element) {
  const [direction, status] = callWays.get(given(entry, "type") ?? "") ?? ["neutral" as const];
  const seconds = Number(given(entry, "duration") ?? Number.NaN);
  return {
    kind: "call" as const,
    direction,
    ...present("counterparty", numberOf(given(entry, "number"))),
    ...present("description", kept(given(entry, "contact_name"))),
    ...present("channel", simOf(entry)),
    ...present("status", status),
    ...present("durationSeconds", Number.isFinite(seconds) ? seconds : undefined),
  };
}

function textOf(entry: Element) {
  const way = given(entry, "type") ?? given(entry, "msg_box") ?? "";
  const [direction, status] = textWays.get(way) ?? ["neutral" as const];
  const parts = all(entry, "part").filter(({ attributes }) => /^text\//.test(attributes["ct"] ?? ""));
  const body =
    entry.name === "sms" ? given(entry, "body") : parts.map((part) => given(part, "text") ?? "").join(" ");
  return {
    kind: "text" as const,
    direction,
    ...present("counterparty", numberOf(given(entry, "address"))),
    ...present("description", kept(body) ?? kept(given(entry, "subject") ?? given(entry, "sub"))),
    ...present("channel", simOf(entry)),
    ...present("status", status),
  };
}

/** Offsets are whole quarters of an hour. */
const quarter = 15;

function timeOf(entry: Element): string | undefined {
  const stamp = given(entry, "date") ?? "";
  const millis = /^\d{1,14}$/.test(stamp) ? Number(stamp) : Number.NaN;
  if (!Number.isFinite(millis)) return undefined;
  // Picture messages of some phones are counted in seconds.
  const instant = millis < 100_000_000_000 ? millis * 1000 : millis;
  const readable = readMoment(given(entry, "readable_date") ?? "", { order: "day-first" });
  const local =
    readable?.clock === undefined ? Number.NaN : Date.parse(`${readable.date}T${readable.clock}Z`);
  const minutes = Math.round((local - instant) / 60_000 / quarter) * quarter;
  const offset = Number.isFinite(minutes) && Math.abs(minutes) <= 14 * 60 ? minutes : 0;
  const two = (number: number) => String(number).padStart(2, "0");
  const size = Math.abs(offset);
  const shown = new Date(instant + offset * 60_000).toISOString().slice(0, 19);
  return `${shown}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
