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

test("a column nobody named says which way: without it all of a German statement came in", () => {
  check(
    [
      '"Buchungstag";"Empfänger";"Vorgang";"Umsatz (EUR)";" "',
      '"01.03.2024";"REWE";"Kartenzahlung";"12,50";"S"',
      '"02.03.2024";"Firma";"Lohn";"2.500";"H"',
    ],
    [
      "2 2024-03-01 out 12.50 EUR REWE|Kartenzahlung",
      // A point before three digits is no decimal one where others end in a comma and two.
      "3 2024-03-02 in 2500 EUR Firma|Lohn",
      "1 record/guessed-columns moment = buchungstag, counterparty = empfänger, description = vorgang, amount = umsatz(eur), direction = #5",
    ],
  );
});

test("a kind of payment is no way it went, and a minus counts", () => {
  check(
    [
      "거래일시,구분,거래금액,거래구분,내용",
      '2025.04.22 12:31:20,출금,"-10,000,000",일반이체,김도윤',
      '2025.04.23 09:00:00,입금,"3,000,000",일반입금,급여',
    ],
    [
      "2 2025-04-22T12:31:20+09:00 out 10000000 KRW |김도윤",
      "3 2025-04-23T09:00:00+09:00 in 3000000 KRW |급여",
      "1 record/guessed-columns moment = 거래일시, amount = 거래금액, channel = 거래구분, description = 내용, direction = 구분",
    ],
  );
});

test("a table that names its columns is not taken for a bank's that names none", () => {
  check(
    [
      "Transaction Date,Description,Debit,Credit,Balance",
      "25/03/2024,POS,500.00,,1.00",
      "26/03/2024,SAL,,2000.00,2.00",
    ],
    [
      "2 2024-03-25 out 500.00 XXX |POS",
      "3 2024-03-26 in 2000.00 XXX |SAL",
      "1 record/guessed-columns moment = transaction date, description = description, moneyOut = debit, moneyIn = credit",
    ],
  );
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

test("a column with no heading says which way money went, by two words of a bank's", () => {
  check(
    [
      "Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo",
      "'03/12/2019,KARTU DEBIT,'0000,18000.00,DB,100.00",
      "'27/12/2019,GAJI,'0000,500000.00,CR,500100.00",
    ],
    [
      "2 2019-12-03 out 18000.00 XXX |KARTU DEBIT",
      "3 2019-12-27 in 500000.00 XXX |GAJI",
      "1 record/guessed-columns moment = tanggal transaksi, description = keterangan, amount = jumlah, direction = #5",
    ],
  );
});

test("what stands the same in every row is whose list it is", () => {
  const days = [1, 2, 3, 4, 5];
  check(
    [
      "Date,Amount,Account Number,Transaction Details",
      ...days.map((day) => `${day} Nov 24,-${day}.00,083-004 5511,SHOP ${day}`),
    ],
    [
      ...days.map((day) => `${day + 1} 2024-11-0${day} out ${day}.00 XXX |SHOP ${day}`),
      "1 record/guessed-columns moment = date, amount = amount, description = transaction details, own account = account number",
    ],
  );
});

test("whom somebody paid is kept where every payment went to the same", () => {
  const days = [1, 2, 3, 4, 5];
  check(
    ["交易日期,对方户名,支出金额,摘要", ...days.map((day) => `2024-11-0${day},张三,${day}.00,转账`)],
    [
      ...days.map((day) => `${day + 1} 2024-11-0${day} out ${day}.00 CNY 张三|转账`),
      "1 record/guessed-columns moment = 交易日期, counterparty = 对方户名, moneyOut = 支出金额, description = 摘要",
    ],
  );
  check(
    ["Date,Payee,Amount", ...days.map((day) => `${day} Nov 24,J HOLT,-${day}.00`)],
    [
      ...days.map((day) => `${day + 1} 2024-11-0${day} out ${day}.00 XXX J HOLT|`),
      "1 record/guessed-columns moment = date, counterparty = payee, amount = amount",
    ],
  );
});

test("of a table without headings the column that tells most rows apart says what a row was for", () => {
  const days = [2, 3, 4, 5];
  check(
    days.map((day) => `0${day}/06/2019;PAIEMENT CB;FACTURE CARTE ${"ABCDEF"[day]};-${day},10`),
    [
      ...days.map((day, i) => `${i + 1} 2019-06-0${day} out ${day}.10 XXX |FACTURE CARTE ${"ABCDEF"[day]}`),
      "1 record/guessed-columns moment = 1, amount = 4, description = 3",
    ],
  );
});
