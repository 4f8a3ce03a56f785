/** Tables nobody knows: what is guessed of them, what somebody writes down, and what is no table of records. */
import { expect, test } from "vitest";
import { readMapping } from "./mapping.ts";
import { readRecords } from "./read-records.ts";

const bytes = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join("\n")}\n`);

function check(lines: readonly string[], expected: readonly string[], mapping?: unknown) {
  const layout = mapping === undefined ? undefined : readMapping(mapping).layout;
  const read = readRecords({
    file: "f",
    bytes: bytes(lines),
    ...(layout === undefined ? {} : { mapping: layout }),
  });
  const rows = read.rows.map((row) =>
    row.kind === "money"
      ? `${row.at.row} ${row.time ?? row.date} ${row.direction} ${row.amount} ${row.currency} ${row.counterparty ?? ""}|${row.description ?? ""}`
      : `${row.at.row} ${row.kind} ${row.time ?? row.date} ${row.counterparty ?? ""}`,
  );
  const told = read.complaints.map(({ at, code, about }) => [at.row, code, about].filter(Boolean).join(" "));
  expect([...rows, ...told]).toEqual(expected);
  return read;
}

const german = [
  "Kontoauszug;;;;",
  "Buchungstag;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Saldo",
  "05.01.2024;Laden;Kauf 1;-1.234,50;100,00",
  "15.01.2024;Amt;Erstattung;20,00;120,00",
];

test("a table of an unknown bank is read by what its cells and words look like, and says so", () => {
  check(german, [
    "3 2024-01-05 out 1234.50 XXX Laden|Kauf 1",
    "4 2024-01-15 in 20.00 XXX Amt|Erstattung",
    "2 record/guessed-columns moment = buchungstag, counterparty = auftraggeber/empfänger, description = verwendungszweck, amount = betrag",
  ]);
  check(
    [
      "日期,对方户名,摘要,收入金额,支出金额,余额",
      "2024-01-05,面馆,消费,,18.00,100",
      "2024-01-06,公司,工资,5000,,5100",
    ],
    [
      "2 2024-01-05 out 18.00 CNY 面馆|消费",
      "3 2024-01-06 in 5000 CNY 公司|工资",
      "1 record/guessed-columns moment = 日期, counterparty = 对方户名, description = 摘要, moneyIn = 收入金额, moneyOut = 支出金额",
    ],
  );
  check(
    ["Date,From,Message", "2024-01-05 10:00:00,BANK,your code", "2024-01-05 10:01:00,BANK,changed"],
    [
      "2 text 2024-01-05T10:00:00+00:00 BANK",
      "3 text 2024-01-05T10:01:00+00:00 BANK",
      "1 record/guessed-columns moment = date, counterparty = from, description = message",
    ],
  );
});

test("a guess can be saved and given back: the same rows, and no guess", () => {
  const { mapping } = check(german, [
    "3 2024-01-05 out 1234.50 XXX Laden|Kauf 1",
    "4 2024-01-15 in 20.00 XXX Amt|Erstattung",
    "2 record/guessed-columns moment = buchungstag, counterparty = auftraggeber/empfänger, description = verwendungszweck, amount = betrag",
  ]);
  check(german, ["3 2024-01-05 out 1234.50 EUR Laden|Kauf 1", "4 2024-01-15 in 20.00 EUR Amt|Erstattung"], {
    ...(mapping as object),
    source: "my-bank",
    currency: "EUR",
    zone: "Europe/Berlin",
  });
});

test("a mapping wins over what is known of a layout, and one that fits nothing reads nothing", () => {
  const known = ["Date,Description,Amount,Running Bal.", "02/01/2024,SHOP,5.00,1.00"];
  check(known, ["2 2024-02-01 in 5.00 USD |SHOP"]);
  const mapping = {
    source: "mine",
    kind: "money",
    columns: { moment: "Date", amount: "Amount", description: ["Description"] },
    order: "day-first",
    positive: "out",
    currency: "AUD",
  };
  check(known, ["2 2024-01-02 out 5.00 AUD |SHOP"], mapping);
  check(["a,b,c", "1,2,3"], ["1 record/bad-mapping"], mapping);
});

test.each([
  [{}, "source"],
  [{ source: "x", kind: "money", columns: {} }, "columns.moment"],
  [{ source: "x", kind: "money", columns: { moment: "Date" } }, "columns.amount"],
  [{ source: "x", kind: "text", columns: { moment: "Date" }, zone: "Mars/Base" }, "zone"],
  [{ source: "x", kind: "text", columns: { moment: "Date" }, more: 1 }, "unrecognized_keys"],
  ["text", "invalid_type"],
])("a mapping that is none says where: %j", (mapping, fault) => {
  expect(readMapping(mapping)).toEqual({ fault });
});

test("what is no table of records is not guessed to be one", () => {
  for (const lines of [
    ["a,b,c", "1,2,3"],
    ["name,age,town", "A,30,B"],
    ["date,mood,weather", "2024-01-05,good,sun"],
    ["Title,URL,Username,Password", "x,y,z,w"],
  ])
    expect(readRecords({ file: "f", bytes: bytes(lines) }).complaints.map(({ code }) => code)).toEqual([
      "record/unknown-layout",
    ]);
});
