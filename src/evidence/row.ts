/**
 * One row of somebody's file as its reader hands it on, and the files it stood in. A row says when, how much, with whom and
 * in which words; what it means is for `meaning.ts`.
 */

import type { Place } from "./observation.ts";

export interface Row {
  readonly file: string;
  readonly at: { readonly sheet?: string; readonly row: number };
  /** What the reader took the file for: `alipay`, `ccb-debit`, `carrier-sms`, `mail`. */
  readonly source: string;
  /** What the reader took the row for, where it says so; absent: `source` tells. */
  readonly kind?: "money" | "call" | "text" | "mail" | "service";
  /** ISO 8601 with offset; absent where the file names only a day. */
  readonly time?: string;
  /** The file names no zone: `time` is a clock on a wall, and where that hangs is for the person's country to say. */
  readonly zone?: "unknown";
  readonly date?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly direction?: "in" | "out" | "neutral";
  readonly counterparty?: string;
  readonly description?: string;
  readonly orderId?: string;
  readonly channel?: string;
  readonly card?: string;
  readonly status?: string;
}

/** A row that stands elsewhere too, and the one of them that counts. */
export interface RowRepeated {
  readonly row: Row;
  readonly of: Row;
}

export const placeOf = ({ file, at }: Row): Place => ({ file, ...at });

export interface RecordFile {
  readonly file: string;
  readonly source: string;
  /** What the file says of itself, where it does. */
  readonly from?: string;
  readonly to?: string;
  readonly rows: number;
  readonly complaints: number;
}

/** Sources of what a phone itself keeps: what stands there came to that phone, unlike what a carrier lists of a line. */
const ofHandsets: ReadonlySet<string> = new Set(["sms-backup", "call-backup"]);

/** Was it kept by the phone the texts and calls came to? */
export const isHandsetsOwn = (source: string): boolean => ofHandsets.has(source);
