/**
 * What a table of some institution looks like: the words of its header by which it is known, and which column plays which
 * part. A mapping that somebody saves beside a file has the same shape.
 */
import type { DayOrder } from "./values.ts";

export const columnRoles = [
  "moment",
  "clock",
  "zone",
  "amount",
  "moneyIn",
  "moneyOut",
  "direction",
  "counterparty",
  "caller",
  "callee",
  "description",
  "orderId",
  "channel",
  "card",
  "status",
  "currency",
  "duration",
  "imei",
  "imsi",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** One word, or several of which one stands there. */
export type HeaderWord = string | readonly string[];

export interface Layout {
  readonly source: string;
  readonly kind: "money" | "call" | "text" | "service";
  /** All of these stand in the header, so that it is this layout; of two that fit the one that names more. */
  readonly header: readonly HeaderWord[];
  /** The first named column that stands in the header and is not empty in the row. */
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Parts whose columns are read together: year, month and day, or hour, minute and second. */
  readonly joined?: Readonly<Partial<Record<"moment" | "clock" | "description", readonly string[]>>>;
  /**
   * A table without a header, known by what its cells look like. Its columns are called "1", "2", …
   */
  readonly cells?: readonly RegExp[];
  /** Of such a table: it may have more columns than are told of. */
  readonly hasMoreCells?: true;
  /** Where no column names the other side, how the description does: the first group. */
  readonly peerIn?: RegExp;
  /** The moment stands among other words of its cell. */
  readonly momentWithin?: true;
  /** An offset or a zone's name. */
  readonly zone: string;
  /** Nobody knows whose table it is: its zone is a stand-in, and every time read by it says so. */
  readonly isZoneUnknown?: true;
  readonly currency: string;
  readonly order: DayOrder;
  /** What an amount above nought is where no column says which way it went. */
  readonly positive: "in" | "out";
}

/** A header's word without padding, in half-width characters and small letters. */
export function headerWord(cell: string): string {
  return cell
    .replace(/^\ufeff/, "")
    .normalize("NFKC")
    .replace(/^['"=]+|['"]+$/g, "")
    .replace(/\s+(?=\()|(?<=\()\s+|\s+(?=\))/g, "")
    .replace(/\s+/g, (space, at: number, all: string) =>
      /[\u3040-\u30ff\u3400-\u9fff]/.test((all[at - 1] ?? "") + (all[at + space.length] ?? "")) ? "" : " ",
    )
    .trim()
    .toLowerCase();
}

/** The words of a header's row; a column nobody named is called by its place: `#9`. */
export const headerWords = (cells: readonly string[]): readonly string[] =>
  cells.map((cell, i) => headerWord(cell) || `#${i + 1}`);
