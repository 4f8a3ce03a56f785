/** Rows as `import --json` prints them, read back: one file of records as a value, with its source and declared period. */
import { z } from "zod";
import type { RecordFile, Row } from "../evidence/index.ts";

const rowsMax = 2_000_000;
const text = z.string().max(10_000);
const rowShape = z.looseObject({
  time: text.optional(),
  date: text.optional(),
  amount: text.optional(),
  currency: text.optional(),
  direction: z.enum(["in", "out", "neutral"]).optional(),
  counterparty: text.optional(),
  description: text.optional(),
  orderId: text.optional(),
  channel: text.optional(),
  card: text.optional(),
  status: text.optional(),
  at: z.looseObject({ sheet: text.optional(), row: z.number() }),
});
const fileShape = z.looseObject({
  source: text,
  file: text.optional(),
  declared: z.looseObject({ from: text.optional(), to: text.optional() }).optional(),
  rows: z.array(rowShape).max(rowsMax),
  complaints: z.array(z.unknown()).optional(),
});

export interface RowsFile {
  readonly rows: readonly Row[];
  readonly file: RecordFile;
}

/** `undefined`: these bytes are no such file. */
export function readRowsFile(name: string, bytes: Uint8Array): RowsFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const read = fileShape.safeParse(value);
  if (!read.success) return undefined;
  const { source, declared, rows, complaints = [] } = read.data;
  const file = read.data.file ?? name;
  const given = <Key extends string, Value>(key: Key, found: Value | undefined) =>
    (found === undefined ? {} : { [key]: found }) as { readonly [K in Key]?: Value };
  return {
    rows: rows.map(
      (row): Row => ({
        file,
        source,
        at: { row: row.at.row, ...given("sheet", row.at.sheet) },
        ...given("time", row.time),
        ...given("date", row.date),
        ...given("amount", row.amount),
        ...given("currency", row.currency),
        ...given("direction", row.direction),
        ...given("counterparty", row.counterparty),
        ...given("description", row.description),
        ...given("orderId", row.orderId),
        ...given("channel", row.channel),
        ...given("card", row.card),
        ...given("status", row.status),
      }),
    ),
    file: {
      file,
      source,
      rows: rows.length,
      complaints: complaints.length,
      ...given("from", declared?.from),
      ...given("to", declared?.to),
    },
  };
}
