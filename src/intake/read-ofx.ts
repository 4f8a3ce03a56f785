/** OFX and QFX: SGML (1) and XML (2). An entry is one `STMTTRN`; its number is its place in the file. */
import type { RecordRow } from "../model/index.ts";
import {
  complaining,
  cutShort,
  type EntriesGiven,
  type EntriesRead,
  type EntryReader,
  noAmount,
  noMoment,
} from "./entries.ts";
import { readMarkup, textAt } from "./markup.ts";
import { kept, present } from "./private.ts";
import { lastFour, readAmount } from "./values.ts";

export const ofxReader: EntryReader = {
  isLike: (head) => /OFXHEADER|<OFX>/i.test(head),
  read: readOfx,
};

/** Buying and selling of shares: entries too, which this reader does not read and says so. */
const shares = [
  ...["BUYDEBT", "BUYMF", "BUYOPT", "BUYOTHER", "BUYSTOCK", "CLOSUREOPT", "INCOME", "INVEXPENSE"],
  ...["JRNLFUND", "JRNLSEC", "MARGININTEREST", "REINVEST", "RETOFCAP", "SELLDEBT", "SELLMF", "SELLOPT"],
  ...["SELLOTHER", "SELLSTOCK", "SPLIT", "TRANSFER"],
];

function readOfx({ file, text }: EntriesGiven): EntriesRead {
  const { told, complain } = complaining(file);
  const rows: RecordRow[] = [];
  let currency: string | undefined;
  let account: string | undefined;
  let from: string | undefined;
  let to: string | undefined;
  const read = readMarkup(text, {
    entries: new Set(["STMTTRN", ...shares]),
    onValue(name, value) {
      if (name === "CURDEF") currency = value;
      if (name === "ACCTID") account = value;
      const moment = name === "DTSTART" || name === "DTEND" ? ofxMoment(value) : undefined;
      const time = moment?.time ?? (moment?.date === undefined ? undefined : `${moment.date}T00:00:00+00:00`);
      if (name === "DTSTART" && time !== undefined && (from === undefined || time < from)) from = time;
      if (name === "DTEND" && time !== undefined && (to === undefined || time > to))
        to = moment?.time === undefined ? `${moment?.date}T23:59:59+00:00` : time;
    },
    onEntry(entry, row, isWhole) {
      if (!isWhole) return complain(row, "record/cut-short", cutShort);
      if (entry.name !== "STMTTRN")
        return complain(
          row,
          "record/unreadable-row",
          "an entry of securities, which is not read",
          entry.name,
        );
      const moment = ofxMoment(textAt(entry, "DTUSER") ?? "") ?? ofxMoment(textAt(entry, "DTPOSTED") ?? "");
      if (moment === undefined)
        return complain(row, "record/unreadable-row", noMoment, textAt(entry, "DTPOSTED"));
      const amount = readAmount(textAt(entry, "TRNAMT") ?? "");
      if (amount === undefined)
        return complain(row, "record/unreadable-row", noAmount, textAt(entry, "TRNAMT"));
      const name = kept(textAt(entry, "NAME") ?? textAt(entry, "PAYEE", "NAME"));
      rows.push({
        kind: "money",
        at: { file, row },
        ...moment,
        amount: amount.value,
        currency: textAt(entry, "CURRENCY", "CURSYM") ?? currency ?? "XXX",
        direction: amount.isNegative ? "out" : "in",
        ...present("counterparty", name),
        ...present("description", kept(textAt(entry, "MEMO")) ?? name),
        ...present("orderId", textAt(entry, "FITID")),
        ...present("channel", textAt(entry, "TRNTYPE")),
        ...present("card", lastFour(account ?? "")),
      });
    },
  });
  if (read.isRefused)
    complain(1, "record/refused-markup", "the file defines entities of its own, which no statement needs");
  else if (read.isCutShort && !told.some(({ code }) => code === "record/cut-short"))
    complain(Math.max(read.entries, 1), "record/cut-short", cutShort);
  return {
    source: "ofx",
    declared: { ...present("from", from), ...present("to", to) },
    rows,
    complaints: told,
  };
}

/** `20240105120000.000[-5:EST]`; without a zone it is Greenwich, as the standard says; eight digits are a day. */
function ofxMoment(
  text: string,
):
  | { readonly time: string; readonly date?: never }
  | { readonly date: string; readonly time?: never }
  | undefined {
  const found =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:\.\d+)?)?\s*(?:\[\s*([+-]?\d+(?:\.\d+)?)(?::[^\]]*)?\s*\])?/.exec(
      text.trim(),
    );
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = "00", zone = "0"] = found;
  const date = `${year}-${month}-${day}`;
  const local = `${date}T${hour ?? "00"}:${minute ?? "00"}:${second}`;
  const instant = new Date(`${local}Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) return undefined;
  if (hour === undefined) return { date };
  const minutes = Math.round(Number(zone) * 60);
  const two = (number: number) => String(number).padStart(2, "0");
  const size = Math.abs(minutes);
  return { time: `${local}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}` };
}
