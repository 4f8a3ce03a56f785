/**
 * A file of records as an investigation takes it, whether somebody's export or what `import --json` printed of some: here,
 * and nowhere else, a reader's row becomes a row of evidence.
 */
import { z } from "zod";
import type { RecordFile, Row } from "./row.ts";

const rowsMax = 2_000_000;
const text = z.string().max(10_000);
const rowShape = z.looseObject({
  kind: z.enum(["money", "call", "text", "mail", "service"]).optional().catch(undefined),
  time: text.optional(),
  zone: z.literal("unknown").optional(),
  date: text.optional(),
  amount: text.optional(),
  currency: text.optional(),
  direction: z.enum(["in", "out", "neutral"]).optional(),
  counterparty: text.optional(),
  description: text.optional(),
  text: text.optional(),
  orderId: text.optional(),
  channel: text.optional(),
  card: text.optional(),
  status: text.optional(),
  at: z.looseObject({ sheet: text.optional(), row: z.number() }),
});
const fileShape = z.looseObject({
  source: text.nullish(),
  file: text.optional(),
  declared: z.looseObject({ from: text.optional(), to: text.optional() }).optional(),
  rows: z.array(rowShape).max(rowsMax),
  complaints: z.array(z.unknown()).optional(),
});
const printedShape = z.union([fileShape.transform((one) => [one]), z.array(fileShape).min(1)]);

export interface RowsFile {
  readonly rows: readonly Row[];
  readonly file: RecordFile;
}

/** What no reader knows stands under this source, with no rows. */
export const unknownSource = "unknown";

/** A file of which nothing was read, for whatever reason: counted, with its one complaint. */
export const unreadFile = (file: string): RecordFile => ({
  file,
  source: unknownSource,
  rows: 0,
  complaints: 1,
});

type Printed = z.infer<typeof fileShape>;

/** `undefined`: these bytes are nothing that `import --json` printed. */
export function printedRecords(bytes: Uint8Array): readonly RowsFile[] | undefined {
  return printedRows(bytes)?.map((each) => rowsFileOf(each, each.file ?? ""));
}

function printedRows(bytes: Uint8Array): readonly Printed[] | undefined {
  if (!/^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return undefined;
  try {
    const read = printedShape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

const given = <Key extends string, Value>(key: Key, found: Value | undefined) =>
  (found === undefined ? {} : { [key]: found }) as { readonly [K in Key]?: Value };

/** What both kinds of file give. */
interface AnyFile {
  readonly file?: string | undefined;
  readonly source?: string | null | undefined;
  readonly declared?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined;
  readonly rows: readonly AnyRow[];
  readonly complaints?: readonly unknown[] | undefined;
}
type AnyRow = {
  /** Below the subject of a mail. */
  readonly text?: string | undefined;
} & {
  readonly [Key in Exclude<keyof Row, "at" | "file" | "source">]?: Row[Key] | undefined;
} & { readonly at: { readonly sheet?: string | undefined; readonly row: number } };

export function rowsFileOf(read: AnyFile, name: string): RowsFile {
  const file = read.file ?? name;
  const source = read.source ?? unknownSource;
  return {
    rows: read.rows.map((row) => rowOf(row, file, source)),
    file: {
      file,
      source,
      rows: read.rows.length,
      complaints: read.complaints?.length ?? 0,
      ...given("from", read.declared?.from),
      ...given("to", read.declared?.to),
    },
  };
}

function rowOf(row: AnyRow, file: string, source: string): Row {
  return {
    file,
    source,
    at: { row: row.at.row, ...given("sheet", row.at.sheet) },
    ...given("kind", row.kind),
    ...given("time", row.time),
    ...given("zone", row.zone),
    ...given("date", row.date),
    ...given("amount", row.amount),
    ...given("currency", row.currency),
    ...given("direction", row.direction),
    ...given("counterparty", row.counterparty),
    ...given("description", wordsOf(row)),
    ...given("orderId", row.orderId),
    ...given("channel", row.channel),
    ...given("card", row.card),
    ...given("status", row.status),
  };
}

/** What a mail says below its subject is as much a sign as the subject. */
const wordsOf = ({ description, text: below }: AnyRow): string | undefined =>
  below === undefined ? description : [description, below].filter((part) => part !== undefined).join(" ");
