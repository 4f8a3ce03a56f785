/** CAMT.052, .053 and .054 of ISO 20022, any version. An entry is one `Ntry`; its number is its place in the file. */
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
import { all, type Element, find, readMarkup, textAt } from "./markup.ts";
import { kept, present } from "./private.ts";
import { lastFour, localTime, readAmount, readMoment } from "./values.ts";

export const camtReader: EntryReader = {
  isLike: (head) =>
    /<(?:\w+:)?(?:BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn))\b|urn:iso:std:iso:20022:tech:xsd:camt\.05/.test(
      head,
    ),
  read: readCamt,
};

const kinds: ReadonlyMap<string, string> = new Map([
  ["BkToCstmrAcctRpt", "camt.052"],
  ["BkToCstmrStmt", "camt.053"],
  ["BkToCstmrDbtCdtNtfctn", "camt.054"],
]);

/** Where a bank writes a time without its zone, it is that of the account's country. */
const zones: ReadonlyMap<string, string> = new Map([
  ...["AT Vienna", "BE Brussels", "CH Zurich", "CZ Prague", "DE Berlin", "DK Copenhagen", "ES Madrid"].map(
    zoneOf,
  ),
  ...["FI Helsinki", "FR Paris", "GB London", "IE Dublin", "IT Rome", "LT Vilnius", "LU Luxembourg"].map(
    zoneOf,
  ),
  ...["NL Amsterdam", "NO Oslo", "PL Warsaw", "PT Lisbon", "SE Stockholm", "SI Ljubljana"].map(zoneOf),
]);

function zoneOf(text: string): readonly [string, string] {
  return [text.slice(0, 2), `Europe/${text.slice(3)}`];
}

function readCamt({ file, text }: EntriesGiven): EntriesRead {
  const { told, complain } = complaining(file);
  const rows: RecordRow[] = [];
  let source = "camt.053";
  let account: string | undefined;
  let from: string | undefined;
  let to: string | undefined;
  let declaredRows: number | undefined;
  const zone = () => zones.get((account ?? "").slice(0, 2)) ?? "+00:00";
  const read = readMarkup(text, {
    entries: new Set(["Ntry"]),
    onOpen: (name) => {
      source = kinds.get(name.replace(/V\d+$/, "")) ?? source;
    },
    onValue(name, value, within) {
      if (name === "IBAN" || (name === "Id" && within === "Othr")) account = value;
      if (name === "NbOfNtries" && within === "TtlNtries") declaredRows = (declaredRows ?? 0) + Number(value);
      const moment = name === "FrDtTm" || name === "ToDtTm" ? momentAt(value, zone()) : undefined;
      const at = moment?.time ?? (moment?.date === undefined ? undefined : `${moment.date}T00:00:00+00:00`);
      if (name === "FrDtTm" && at !== undefined && (from === undefined || at < from)) from = at;
      if (name === "ToDtTm" && at !== undefined && (to === undefined || at > to)) to = at;
    },
    onEntry(entry, row, isWhole) {
      if (!isWhole) return complain(row, "record/cut-short", cutShort);
      const when = ["BookgDt", "ValDt"]
        .flatMap((name) => [textAt(entry, name, "DtTm"), textAt(entry, name, "Dt")])
        .find((value) => value !== undefined);
      const moment = momentAt(when ?? "", zone());
      if (moment === undefined) return complain(row, "record/unreadable-row", noMoment, when);
      const sum = entry.children.find(({ name }) => name === "Amt");
      const amount = readAmount(sum?.text ?? "");
      if (amount === undefined) return complain(row, "record/unreadable-row", noAmount, sum?.text.trim());
      const isIn = (textAt(entry, "CdtDbtInd") === "CRDT") !== amount.isNegative;
      rows.push({
        kind: "money",
        at: { file, row },
        ...moment,
        amount: amount.value,
        currency: sum?.attributes["Ccy"] ?? "XXX",
        direction: isIn ? "in" : "out",
        ...wordsOf(entry, isIn),
        ...present("card", lastFour(account ?? "")),
      });
    },
  });
  if (read.isRefused)
    complain(1, "record/refused-markup", "the file defines entities of its own, which no statement needs");
  else if (read.isCutShort && !told.some(({ code }) => code === "record/cut-short"))
    complain(Math.max(read.entries, 1), "record/cut-short", cutShort);
  const declared = { ...present("from", from), ...present("to", to), ...present("rows", declaredRows) };
  return { source, declared, rows, complaints: told };
}

/** Of a collective booking. */
const namesMax = 10;

function wordsOf(entry: Element, isIn: boolean) {
  const details = all(entry, "TxDtls");
  const one = details.length === 1 ? details[0] : undefined;
  const side = isIn ? ["Dbtr", "UltmtDbtr"] : ["Cdtr", "UltmtCdtr"];
  const nameIn = (parties: Element) =>
    side.map((name) => textAt(parties, "RltdPties", name, "Nm")).find((name) => name !== undefined);
  // One booking of several payments names them all.
  const names = details.length > 1 ? details.map(nameIn) : [nameIn(one ?? entry)];
  const counterparty =
    [...new Set(names.flatMap((name) => name?.trim() ?? []))].slice(0, namesMax).join(", ") || undefined;
  const remittance = details.flatMap((detail) => all(detail, "Ustrd").map(({ text }) => text.trim()));
  const description = [
    remittance.join(" "),
    one === undefined ? undefined : textAt(one, "CdtrRefInf", "Ref"),
    entry.children.find(({ name }) => name === "AddtlNtryInf")?.text,
    textAt(entry, "AddtlTxInf"),
  ].find((words) => (words ?? "").trim() !== "");
  const own = (name: string) => entry.children.find((child) => child.name === name);
  const status = own("Sts");
  const proprietary = textAt(entry, "BkTxCd", "Prtry", "Cd");
  const domain = find(entry, "BkTxCd", "Domn");
  const family =
    domain === undefined
      ? undefined
      : [textAt(domain, "Cd"), textAt(domain, "Fmly", "Cd"), textAt(domain, "Fmly", "SubFmlyCd")].join("-");
  const endToEnd = one === undefined ? undefined : textAt(one, "EndToEndId");
  return {
    ...present("counterparty", kept(counterparty)),
    ...present("description", kept(description)),
    ...present(
      "orderId",
      own("AcctSvcrRef")?.text.trim() ||
        (one === undefined ? undefined : textAt(one, "AcctSvcrRef")) ||
        (endToEnd === "NOTPROVIDED" ? undefined : endToEnd) ||
        own("NtryRef")?.text.trim() ||
        undefined,
    ),
    ...present("channel", proprietary ?? family),
    ...present(
      "status",
      status === undefined ? undefined : (textAt(status, "Cd") ?? (status.text.trim() || undefined)),
    ),
  };
}

type When =
  | { readonly time: string; readonly date?: never }
  | { readonly date: string; readonly time?: never };

function momentAt(text: string, zone: string): When | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim())?.[1];
  const moment = readMoment(day ?? text, { order: "year-first" });
  if (moment === undefined) return undefined;
  if (moment.clock === undefined) return { date: moment.date };
  const local = `${moment.date}T${moment.clock}`;
  return { time: moment.offset === undefined ? localTime(local, zone).time : local + moment.offset };
}
