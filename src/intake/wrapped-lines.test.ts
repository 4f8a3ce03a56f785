/** Tables that take two lines for one, from their bytes to their rows. */
import { expect, test } from "vitest";
import { readRecords } from "./read-records.ts";

const read = (lines: readonly string[]) => {
  const { source, rows, complaints } = readRecords({
    file: "a.csv",
    bytes: new TextEncoder().encode(lines.join("\r\n")),
  });
  return {
    source,
    rows: rows.map((row) =>
      row.kind === "money"
        ? `${row.at.row} ${row.date} ${row.direction} ${row.amount} ${row.counterparty ?? row.description}`
        : row.kind,
    ),
    codes: complaints.map(({ code, at }) => `${at.row} ${code}`),
  };
};

test("a header broken in two is read as one, by a known layout", () => {
  const found = read([
    "Account,XXXX4471,,,,,",
    "Txn,Value,,Ref No./,,,",
    "Date,Date,Description,Cheque No.,Debit,Credit,Balance",
    "01-Apr-2025,01-Apr-2025,TO TRANSFER-UPI/DR/1/ZEPTO,,90.00,,910.00",
    "02-Apr-2025,02-Apr-2025,BY TRANSFER-NEFT,,,50.00,960.00",
  ]);
  expect(found.source).toBe("sbi");
  expect(found.rows).toEqual([
    "4 2025-04-01 out 90.00 TO TRANSFER-UPI/DR/1/ZEPTO",
    "5 2025-04-02 in 50.00 BY TRANSFER-NEFT",
  ]);
  expect(found.codes).toEqual([]);
});

test("below a common title both columns count, in a table nobody knows", () => {
  const found = read([
    "Datum,Zweck,Betrag,,Saldo",
    ",,Soll,Haben,",
    "01/04/2025,CORNER SHOP,9.00,,91.00",
    "13/04/2025,SALARY,,500.00,591.00",
    "14/04/2025,BAKER,3.00,,588.00",
  ]);
  expect(found.rows).toEqual([
    "3 2025-04-01 out 9.00 CORNER SHOP",
    "4 2025-04-13 in 500.00 SALARY",
    "5 2025-04-14 out 3.00 BAKER",
  ]);
  expect(found.codes).toEqual(["1 record/guessed-columns"]);
});

const ocbc = (rows: readonly string[]) => [
  "Transaction History",
  "Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)",
  ...rows,
];

test("a second line of each row says what it was for", () => {
  const found = read(
    ocbc([
      '03/01/2022,03/01/2022,FAST PAYMENT,"1,200.00",',
      ",,to LIM J H",
      "04/01/2022,04/01/2022,DEBIT PURCHASE,8.40,",
      ",,KOUFU",
      "05/01/2022,05/01/2022,GIRO,,3200.00",
      ",,SALARY",
    ]),
  );
  expect(found.rows).toEqual([
    "3 2022-01-03 out 1200.00 FAST PAYMENT to LIM J H",
    "5 2022-01-04 out 8.40 DEBIT PURCHASE KOUFU",
    "7 2022-01-05 in 3200.00 GIRO SALARY",
  ]);
  expect(found.codes).toEqual([]);
});

test("a single line that lost its day and its sum is complained of", () => {
  const found = read(
    ocbc(["03/01/2022,03/01/2022,FAST PAYMENT,1.00,", ",,KOUFU", "05/01/2022,05/01/2022,GIRO,,3200.00"]),
  );
  expect(found.rows.length).toBe(2);
  expect(found.codes).toEqual(["4 record/unreadable-row"]);
});
