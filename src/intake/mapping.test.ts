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

test.each([
  [
    "Korean",
    ["거래일시,적요,출금액(원),입금액(원),잔액(원)", "2025.04.22 12:31:20,김도윤,10000000,0,1"],
    "2 2025-04-22T12:31:20+09:00 out 10000000 KRW |김도윤",
  ],
  [
    "Japanese without kana",
    ["日付,摘要,出金額,入金額,残高", "2024/3/5,振込,1200,,5"],
    "2 2024-03-05 out 1200 JPY |振込",
  ],
  [
    "of Hong Kong or Taiwan, whose money nobody says",
    ["交易日期,說明,提款金額,存入金額,結餘", "2024/3/5,轉賬,500.00,,5"],
    "2 2024-03-05 out 500.00 XXX |轉賬",
  ],
  [
    "Indonesian",
    ["Tanggal,Keterangan,Debit,Kredit,Saldo", "05/03/2024,TRSF E-BANKING,50000.00,,1"],
    "2 2024-03-05 out 50000.00 XXX |TRSF E-BANKING",
  ],
  [
    "Italian",
    ["Data;Causale;Addebiti;Accrediti;Saldo", "05/03/2024;BONIFICO;50,00;;1,00"],
    "2 2024-03-05 out 50.00 XXX |BONIFICO",
  ],
  [
    "German, of which a word says the way",
    ["Buchungstag;Verwendungszweck;Betrag;S/H", "05.03.2024;Miete;50,00;S", "06.03.2024;Lohn;70,00;H"],
    "2 2024-03-05 out 50.00 XXX |Miete",
  ],
] as const)("a table %s is guessed by its own words", (_, lines, first) => {
  const read = readRecords({ file: "f", bytes: bytes(lines) });
  const [row] = read.rows;
  if (row?.kind !== "money") throw new Error("a row of money");
  const { at, time, date, direction, amount, currency, counterparty, description } = row;
  expect(
    `${at.row} ${time ?? date} ${direction} ${amount} ${currency} ${counterparty ?? ""}|${description ?? ""}`,
  ).toBe(first);
  expect(read.rows.length).toBe(lines.length - 1);
});

test("which way a call went is guessed by what stands there, whatever its column is called", () => {
  const { rows } = readRecords({
    file: "f",
    bytes: bytes([
      "通信起始时间,通信方式,对方号码,通信时长",
      "2025-05-02 09:11:05,被叫,13900001111,1分12秒",
      "2025-05-02 10:11:05,主叫,110,4分1秒",
    ]),
  });
  expect(rows.map((row) => row.kind === "call" && row.direction)).toEqual(["in", "out"]);
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
