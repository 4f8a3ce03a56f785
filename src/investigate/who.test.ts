/** Whose records these are, as far as the files themselves tell. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import type { Row } from "../evidence/index.ts";
import { whoseRecords } from "./who.ts";

test("a phone's texts alone tell the country by the bank that writes month after month", () => {
  const { catalog } = readShipped();
  const row = (day: number): Row => ({
    file: "sms.xml",
    source: "sms-backup",
    at: { row: day },
    time: `2024-03-${String(day).padStart(2, "0")}T10:00:00+08:00`,
    direction: "in",
    counterparty: "95588",
    description: `【工商银行】您尾号4455卡3月${day}日支出(消费)${day}.00元。`,
  });
  const rows = [1, 8, 15, 22, 29].map(row);
  const files = [{ file: "sms.xml", source: "sms-backup" }];
  expect(whoseRecords({ catalog, rows, files })).toEqual({ region: "cn", uses: ["icbc"] });
  // One code is no sign of using it.
  expect(whoseRecords({ catalog, rows: rows.slice(0, 1), files })).toEqual({ uses: [] });
});
