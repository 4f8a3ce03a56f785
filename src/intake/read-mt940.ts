/**
 * MT940 and MT942, as banks write them and not only as the standard does. A row is a `:61:` with the `:86:` below it; its
 * place is the line of the `:61:`.
 */
import type { RecordRow } from "../model/index.ts";
import {
  complaining,
  type EntriesGiven,
  type EntriesRead,
  type EntryReader,
  noAmount,
  noMoment,
} from "./entries.ts";
import { kept, present } from "./private.ts";
import { lastFour, readMoment } from "./values.ts";

export const mt940Reader: EntryReader = {
  isLike: (head) => /^:(?:60[FM]|61|28C?|25[A-Z]?|34F):/m.test(head) && /^:(?:20|25|60[FM]|61):/m.test(head),
  read: readMt940,
};

interface Field {
  readonly tag: string;
  readonly line: number;
  readonly lines: readonly string[];
}

function fieldsIn(text: string): readonly Field[] {
  const fields: { tag: string; line: number; lines: string[] }[] = [];
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) {
    const found = /^:(\d{2}[A-Z]?):(.*)$/.exec(line);
    if (found !== null) fields.push({ tag: found[1] ?? "", line: i + 1, lines: [found[2] ?? ""] });
    // A dash alone ends a message; what a bank puts between two belongs to none.
    else if (/^-(?:\}|X+)?\s*$/.test(line)) fields.push({ tag: "-", line: i + 1, lines: [] });
    else fields.at(-1)?.lines.push(line);
  }
  return fields;
}

function readMt940({ file, text }: EntriesGiven): EntriesRead {
  const { told, complain } = complaining(file);
  const rows: RecordRow[] = [];
  const fields = fieldsIn(text);
  let currency: string | undefined;
  let account: string | undefined;
  let isOpen = false;
  let last = 1;
  for (const [i, field] of fields.entries()) {
    const { tag, line, lines } = field;
    const [first = ""] = lines;
    last = line;
    if (tag === "25") {
      account = first;
      currency = /([A-Z]{3})$/.exec(first.trim())?.[1] ?? currency;
    }
    if (/^60[FM]$/.test(tag)) {
      currency = /^[CD]\d{6}([A-Z]{3})/.exec(first)?.[1] ?? currency;
      isOpen = true;
    }
    if (/^62[FM]$/.test(tag)) isOpen = false;
    if (tag !== "61") continue;
    const read = entryOf(field, fields[i + 1]?.tag === "86" ? fields[i + 1] : undefined);
    if ("fault" in read) complain(line, "record/unreadable-row", read.fault, kept(first)?.slice(0, 60));
    else
      rows.push({
        kind: "money",
        at: { file, row: line },
        ...read,
        currency: currency ?? "XXX",
        ...present("card", lastFour(account ?? "")),
      });
  }
  if (isOpen) complain(last, "record/cut-short", "the file ends before its closing balance");
  if (rows.length + told.length === 0) complain(1, "record/no-rows", "the file has a header and no rows");
  return { source: "mt940", declared: {}, rows, complaints: told };
}

const entryShape =
  /^\s*(\d{6})\s*(\d{4})?\s*(R?[CD]|E[CD])([A-Z])?\s*(\d[\d.]*(?:,\d*)?|,\d+)\s*([A-Z][A-Z0-9]{3})?(.*)$/i;

type Entry = Omit<RecordRow & { kind: "money" }, "kind" | "at" | "currency" | "card">;

function entryOf({ lines }: Field, about: Field | undefined): Entry | { readonly fault: string } {
  const [first = "", ...more] = lines;
  const found = entryShape.exec(first);
  if (found === null) return { fault: /^\s*\d{6}/.test(first) ? noAmount : noMoment };
  const [, day = "", booked, mark = "", , sum = "", type, rest = ""] = found;
  // Banks that count thirty days a month write a 30th of February; the day of booking is one of the calendar.
  const moment =
    readMoment(`20${day}`, { order: "year-first" }) ??
    readMoment(`20${day.slice(0, 2)}${booked ?? ""}`, { order: "year-first" });
  if (moment === undefined) return { fault: noMoment };
  const [reference = "", atBank] = rest.split("//");
  const own = reference.trim() === "NONREF" ? undefined : reference.trim();
  const { name, words } = detailsIn(about?.lines ?? []);
  const amount = sum
    .replaceAll(".", "")
    .replace(/,$/, "")
    .replace(",", ".")
    .replace(/^0+(?=\d)/, "");
  return {
    date: moment.date,
    amount: amount.startsWith(".") ? `0${amount}` : amount,
    // A reversed credit is money that leaves.
    direction: /^(?:E?C|RD)$/i.test(mark) ? "in" : "out",
    ...present("counterparty", kept(name)),
    ...present("description", kept(words) ?? kept(more.join(" "))),
    ...present("orderId", (atBank ?? "").trim() || own || undefined),
    ...present("channel", type),
  };
}

/** `:86:` in the three ways banks write it: `?20…?32…`, `/NAME/…/REMI/…`, and as it comes. */
function detailsIn(lines: readonly string[]): { readonly name?: string; readonly words: string } {
  const text = lines.join("");
  if (/^\s*\d{3}?[?<>^~]\d{2}|^\d{3}\?/.test(text) && /[?<>^~]2\d/.test(text)) {
    const mark = /^\s*\d{0,3}([?<>^~])/.exec(text)?.[1] ?? "?";
    const parts = text.split(new RegExp(`\\${mark}(?=\\d{2})`)).slice(1);
    const of = (pattern: RegExp) =>
      parts.flatMap((part) => (pattern.test(part.slice(0, 2)) ? [part.slice(2)] : []));
    const words = of(/^(?:2\d|6[0-3])$/).join("");
    return { name: of(/^3[23]$/).join(""), words: words || of(/^00$/).join(" ") };
  }
  if (/^\/?[A-Z]{4}\//.test(text)) {
    const value = (key: string) =>
      new RegExp(`/${key}/(.*?)(?=/[A-Z]{4}/|$)`).exec(`/${text.replace(/^\//, "")}`)?.[1];
    return { ...present("name", value("NAME") ?? value("BENM")), words: value("REMI") || text };
  }
  return { words: lines.join(" ") };
}
