/** Sums torn by their own commas, from bytes to rows: read whole, or complained of, never read short in silence. */
import { expect, test } from "vitest";
import { readRecords } from "./read-records.ts";

const read = (lines: readonly string[]) => {
  const { rows, complaints } = readRecords({
    file: "a.csv",
    bytes: new TextEncoder().encode(lines.join("\n")),
  });
  return {
    rows: rows.map((row) =>
      row.kind === "money" ? `${row.at.row} ${row.direction} ${row.amount}` : row.kind,
    ),
    torn: complaints.filter(({ message }) => message.startsWith("more cells")).map(({ at }) => at.row),
  };
};
const header = "Date,Description,Debit,Credit,Balance";

test("a thousand's comma without quotes is put back, wherever it stands and however many there are", () => {
  expect(
    read([
      header,
      "13/04/2025,RENT,19,900.00,,5,100.00",
      "14/04/2025,SALARY,,1,234,567.00,1,239,667.00",
      '15/04/2025,BAKER,"1,003.00",,88.00',
      "16/04/2025,BAKER,3.00,,85.00",
      "17/04/2025,BAKER,3.00,,82.00,,",
    ]),
  ).toEqual({
    rows: ["2 out 19900.00", "3 in 1234567.00", "4 out 1003.00", "5 out 3.00", "6 out 3.00"],
    torn: [],
  });
});

test("where it cannot be told which commas belong together the row is complained of", () => {
  // The description has a comma of its own.
  expect(
    read([
      header,
      "13/04/2025,SHOP, LONDON,19,900.00,,5,100.00",
      "14/04/2025,BAKER,3.00,,85.00",
      "15/04/2025,SALARY,,500.00,585.00",
      "16/04/2025,BAKER,3.00,,582.00",
    ]),
  ).toEqual({ rows: ["3 out 3.00", "4 in 500.00", "5 out 3.00"], torn: [2] });
});
